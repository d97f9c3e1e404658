"""Names of accounts: how one is cleaned, and which two are the same; stores nothing."""

from __future__ import annotations

import unicodedata

LONGEST = 80


def clean(name: str) -> str:
    """`name` on one line: spaces single, control characters and what turns writing left out."""
    shown = "".join(c for c in name if c.isprintable() or c.isspace())
    return " ".join(shown.split())[:LONGEST].rstrip()


def key_of(name: str) -> str:
    """What two names share that nobody could tell apart: no case, no spaces, one form of letters.

    Empty where nothing is left that could be said.
    """
    folded = unicodedata.normalize("NFKC", clean(name)).casefold()
    return "".join(unicodedata.normalize("NFKC", folded).split())
