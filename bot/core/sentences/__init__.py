"""The one catalogue of sentences that people read; data only."""
