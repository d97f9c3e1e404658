"""Near-duplicates of what people type, told by one key; shows nothing and knows no list.

Two texts are the same question when they differ only in case, blanks, punctuation or characters
that nobody sees: "Text me", "text  me!" and "text me". Marks within a number stay, since 3.5 is not
35 and -5 not 5; a text of marks alone is its own key.
"""

from __future__ import annotations

import re
import unicodedata

_READ_AT_MOST = 4_000  # characters; what lies beyond never told two questions apart
_MEANT = frozenset("%‰&#@*/\\")  # signs that are words of their own: 50 %, /start
_BLANK = ("Zl", "Zp", "Zs", "Cc")
_MINUS = "−"  # which Unicode calls no dash
# Stands before each mark that may say nothing; no text holds one, since it is read as a blank.
_FLAG = "\0"
# In front of a number these signs are part of it, whatever stood before them in the word.
_OPENING = re.compile(rf"(?<!\S)(?:{_FLAG}\S)*?(?:{_FLAG}([-.])(?=\d)|(?!{_FLAG}))")
_SPACED_DASH = re.compile(rf"(?<=\d) {_FLAG}- (?=\d)")
_SAYS_NOTHING = re.compile(rf"(?<!\d){_FLAG}\S|{_FLAG}\S(?!\d)")


class _Signs(dict[int, str]):
    """What each character is read as, found when it first comes; for `str.translate`."""

    def __missing__(self, code: int) -> str:
        sign = self[code] = _read(chr(code))
        return sign


def _read(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    if category in _BLANK:
        return " "
    # Wide and narrow forms are one letter; a raised figure is another one than the figure.
    kind, _, plain = unicodedata.decomposition(character).rpartition(" ")
    if kind in ("<wide>", "<narrow>"):
        return _read(chr(int(plain, 16)))
    if category == "Pd" or character == _MINUS:
        return f"{_FLAG}-"
    marks = category.startswith("P") and character not in _MEANT
    return f"{_FLAG}{character}" if marks else character


_SIGNS = _Signs()


def fold(text: str) -> str:
    """The key under which near-duplicates are counted together."""
    text = unicodedata.normalize("NFC", text[:_READ_AT_MOST]).casefold()
    # Narrow forms write apart what their wide ones compose.
    words = unicodedata.normalize("NFC", " ".join(text.translate(_SIGNS).split()))
    if _FLAG not in words:
        return words
    spoken = _SPACED_DASH.sub(f"{_FLAG}-", words)
    spoken = _SAYS_NOTHING.sub("", _OPENING.sub(r"\1", spoken))
    return " ".join((spoken.strip() or words).replace(_FLAG, "").split())
