"""Near-duplicates of what people type, told by one key; shows nothing and knows no list.

Two texts are the same question when they differ only in case, blanks, punctuation or characters
that nobody sees: "Text me", "text  me!" and "text me". Marks within a number stay, since 3.5 is not
35 and -5 not 5; a text of marks alone is its own key.
"""

from __future__ import annotations

import unicodedata

_READ_AT_MOST = 4_000  # characters; what lies beyond never told two questions apart
_MEANT = frozenset("%‰&#@*/\\")  # signs that are words of their own: 50 %, /start
_SIGNS = frozenset("-.")  # in front of a number they are part of it


def fold(text: str) -> str:
    """The key under which near-duplicates are counted together."""
    text = unicodedata.normalize("NFKC", text[:_READ_AT_MOST]).casefold()
    seen = "".join(
        " " if unicodedata.category(c) in ("Zl", "Zp", "Cc") else c
        for c in text
        if unicodedata.category(c) != "Cf"
    )
    words = seen.split()
    spoken = " ".join(word for word in map(_spoken, words) if word)
    return spoken or " ".join(words)


def _spoken(word: str) -> str:
    """The word without the punctuation that says nothing."""
    kept: list[str] = []
    for i, character in enumerate(word):
        says_nothing = unicodedata.category(character).startswith("P") and character not in _MEANT
        in_number = word[i - 1].isdigit() if kept else character in _SIGNS
        if not says_nothing or (in_number and word[i + 1 : i + 2].isdigit()):
            kept.append(character)
    return "".join(kept)
