"""Date phrases: tokens, grammar and one vocabulary table a language; pure."""
