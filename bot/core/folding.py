"""Near-duplicates of what people type, told by one key; shows nothing and knows no list.

Two texts are the same question when they differ only in case, blanks, punctuation or characters
that nobody sees: "Text me", "text  me!" and "text me". Marks within a number stay, since 3.5 is not
35 and -5 not 5; a text of marks alone is its own key. Emoji are as they are seen: how a heart is
asked to be drawn makes no difference, the tone of a skin and what joins a family do.
"""

from __future__ import annotations

import re
import unicodedata

_READ_AT_MOST = 4_000  # characters; what lies beyond never told two questions apart
_MEANT = frozenset("%‰&#@*/\\")  # signs that are words of their own: 50 %, /start
_BLANK = ("Zl", "Zp", "Zs", "Cc")
_MINUS = "−"  # which Unicode calls no dash
_BRAILLE_BLANK = "\u2800"
# What nobody sees although Unicode calls it a mark or a letter: variation selectors and fillers.
UNSEEN = frozenset(
    chr(code)
    for codes in (
        (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180F, 0x3164, 0xFFA0),
        range(0x180B, 0x180E),
        range(0xFE00, 0xFE10),
        range(0xE0100, 0xE01F0),
    )
    for code in codes
)
# These are seen by what they make of the emoji beside them: a family of three people, a flag.
_JOINER = "\u200d"
_TAGS = "\U000e0020-\U000e007e"
_END_OF_TAGS = "\U000e007f"
_PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"
_MAKES_SIGNS = re.compile(f"[{_JOINER}{_TAGS}{_END_OF_TAGS}]")
_LOOSE_TAGS = re.compile(f"(\U0001f3f4[{_TAGS}]+{_END_OF_TAGS})|[{_TAGS}{_END_OF_TAGS}]")
_LOOSE_JOINERS = re.compile(f"(?<![{_PICTURES}]){_JOINER}|{_JOINER}(?![{_PICTURES}])")
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
    if category == "Cf" or character in UNSEEN:
        return character if _MAKES_SIGNS.match(character) else ""
    if category in _BLANK or character == _BRAILLE_BLANK:
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
    text = text.translate(_SIGNS)
    if _MAKES_SIGNS.search(text):
        text = _LOOSE_JOINERS.sub("", _LOOSE_TAGS.sub(r"\1", text))
    # Narrow forms write apart what their wide ones compose.
    words = unicodedata.normalize("NFC", " ".join(text.split()))
    if _FLAG not in words:
        return words
    spoken = _SPACED_DASH.sub(f"{_FLAG}-", words)
    spoken = _SAYS_NOTHING.sub("", _OPENING.sub(r"\1", spoken))
    return " ".join((spoken.strip() or words).replace(_FLAG, "").split())
