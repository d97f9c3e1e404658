"""Digests: planned when they are due, and posted once; talks to nobody but Slack and Flow XO."""
