"""Raw text to tokens: cleaning, words, numbers and marks, in time linear in the text; no meaning.

Cleaning unifies what keyboards and Slack do to characters (dashes, quotes, full-width digits,
invisible characters, `&amp;`); it never drops a character that could mean something.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_DASHES = "‐‑‒–—―−﹘﹣－"
_SINGLE_QUOTES = "‘’‚‛′`´"
_DOUBLE_QUOTES = "“”„‟″«»〝〞＂"
_SAME = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
)
QUOTED = "\ue000"  # stands for a quoted name
_ESCAPES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ESCAPE = re.compile("&(?:lt|gt|amp);")
# A Slack emoji, half of the day (p.m.), a word, a run of digits, of dots or dashes, or any one
# other character.
_TOKEN = re.compile(
    r":[a-z+][a-z0-9_+'-]{1,40}:|[ap]\.m\.?(?!\w)|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|\d+(?:(?:st|nd|rd|th)(?![^\W\d_]))?|\.{2,}|-+>?|[^\s]",
    re.IGNORECASE,
)


def unescape(text: str) -> str:
    """`text` with Slack's three escapes undone, once."""
    if "&" not in text:
        return text
    return _ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)


def unify(text: str) -> str:
    """`text` with one form of dash and of quote."""
    return text.translate(_SAME)


def clean(text: str) -> str:
    """`text` with one form of dash, quote, digit and space, and no invisible characters."""
    if text.isascii() and text.isprintable():
        return text
    text = unify(unicodedata.normalize("NFKC", unify(text)))
    return text.translate({ord(c): seen for c in set(text) if (seen := _seen(c)) != c})


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    return "" if category == "Cf" else character


def words_of(text: str) -> list[str]:
    """The words of a vocabulary entry, cut as `tokens` cuts a question."""
    return [word.lower() for word in _TOKEN.findall(text)]


class Split(NamedTuple):
    """A cleaned text, its lower-case words, and where each starts and ends in it."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]


def split(text: str) -> Split:
    """A cleaned text in words."""
    found = [match.span() for match in _TOKEN.finditer(text)]
    lower = text.lower()
    if len(lower) != len(text):  # a letter that has two when it is small
        words = [text[start:end].lower() for start, end in found]
    else:
        words = [lower[start:end] for start, end in found]
    return Split(text, words, [start for start, _ in found], [end for _, end in found])


def is_emoji(word: str) -> bool:
    """Whether the token is an emoji, as a character or as Slack's `:name:`."""
    if word[0] == ":" and word[-1] == ":" and len(word) > 2:
        return True
    return len(word) == 1 and unicodedata.category(word) in ("So", "Sk", "Mn", "Me")
