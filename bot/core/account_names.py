"""Names of accounts: how one is cleaned, and which two are the same; stores nothing."""

from __future__ import annotations

from bot.core.accounts import sameness

LONGEST = 80


def clean(name: str) -> str:
    """`name` on one line: spaces single, control characters and what turns writing left out."""
    shown = "".join(c for c in name if c.isprintable() or c.isspace())
    return " ".join(shown.split())[:LONGEST].rstrip()


def key_of(name: str) -> str:
    """What no two names share, as a question reads them; empty where nothing can be said."""
    return sameness(clean(name))
