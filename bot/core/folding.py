"""Near-duplicates of what people type, told by one key; shows nothing and knows no list.

Two texts are the same question when they differ only in case, blanks, punctuation or characters
that nobody sees: "Text me", "text  me!" and "text me". Marks beside a digit stay, since 3.5 is not
35 and -5 not 5; a text of marks alone is its own key.
"""

from __future__ import annotations

import unicodedata

_READ_AT_MOST = 4_000  # characters; what lies beyond never told two questions apart
_ENDS = frozenset(".,;:!?…")  # these end a sentence, also one that ends with a number
_MEANT = frozenset("%‰&#@*/\\")  # signs that are words of their own: 50 %, /start


def fold(text: str) -> str:
    """The key under which near-duplicates are counted together."""
    text = unicodedata.normalize("NFKC", text[:_READ_AT_MOST]).casefold()
    seen = "".join(
        " " if unicodedata.category(c) in ("Zl", "Zp", "Cc") else c
        for c in text
        if unicodedata.category(c) != "Cf"
    )
    words = " ".join(seen.split())
    return " ".join("".join(_spoken(words)).split()) or words


def _spoken(text: str) -> list[str]:
    """The characters without the punctuation that says nothing."""
    kept = []
    for i, character in enumerate(text):
        if character in _MEANT or not unicodedata.category(character).startswith("P"):
            kept.append(character)
            continue
        before, after = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
        ends = character in _ENDS and not after.strip()
        if (before.isdigit() or after.isdigit()) and not ends:
            kept.append(character)
    return kept
