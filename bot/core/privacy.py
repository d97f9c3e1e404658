"""Masks personal data in a message text that a stranger typed; raises nothing, whatever it is.

Must touch nothing else: a text without personal data is the same, byte for byte. What is looked
for is read through the skeleton of the text, so that neither invisible characters nor digits of
another script hide it. Every pattern takes time in proportion to the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.private_accounts import find_accounts
from bot.core.private_addresses import AT_SIGNS, find_addresses, find_links, find_tokens
from bot.core.private_numbers import find_numbers
from bot.core.private_words import BARRIER, Span

# Digits, signs of addresses, the words of those who spell them, keys. Else there is nothing.
_WORTH_A_LOOK = re.compile(rf"[0-9/?#]|{AT_SIGNS}|eyJ|[\w+=-]{{40}}", re.IGNORECASE)
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
_DELETED = frozenset(("Cc", "Cf", "Cn", "Co", "Mn", "Mc", "Me"))
_DOTS = frozenset("·•∙‧・。｡․")
_DASHES = frozenset("−ー")

# The order is that of who may claim a place first: a link may hold an address, both hold digits.
_FINDERS: tuple[Callable[[str], Iterator[Span]], ...] = (
    find_links,
    find_addresses,
    find_tokens,
    find_accounts,
    find_numbers,
)


# What is masked may bare what stood against it without a blank; no text that people type needs
# more than two rounds.
_ROUNDS = 6


def mask(text: str) -> str:
    """The text with e-mail addresses, people's numbers and secrets of links as words in brackets.

    Masking twice changes nothing more.
    """
    for _ in range(_ROUNDS):
        masked = _once(text)
        if masked == text:
            break
        text = masked
    return text


def _once(text: str) -> str:
    skeleton = _skeleton(text)
    if not _WORTH_A_LOOK.search(skeleton.text):
        return text
    spans: list[Span] = []
    left = skeleton.text
    for find in _FINDERS:
        found = list(find(left))
        left = _without(left, found)
        spans += [span for span in found if span.kind is not None]
    return skeleton.replaced(text, spans) if spans else text


def _without(text: str, spans: Sequence[Span]) -> str:
    """The text with a barrier in the place of each span."""
    parts, done = [], 0
    for span in spans:
        start = max(done, span.start)
        if span.end > start:
            parts += [text[done:start], BARRIER * (span.end - start)]
            done = span.end
    return "".join([*parts, text[done:]]) if parts else text


@dataclass(frozen=True, slots=True)
class _Skeleton:
    """What a text says: ASCII digits, plain signs, single blanks, nothing invisible.

    `places[i]` is where its character i stands in the text itself; None where that is i.
    """

    text: str
    places: list[int] | None

    def replaced(self, original: str, spans: Sequence[Span]) -> str:
        """The original with each span's word in its place."""
        parts, done = [], 0
        for span in sorted(spans):
            start, end = self._ends(original, span)
            parts += [original[done:start], str(span.kind)]
            done = end
        return "".join([*parts, original[done:]])

    def _ends(self, original: str, span: Span) -> tuple[int, int]:
        start, end = span.start, span.end
        # What stands in brackets already needs no second pair.
        if start and self.text[start - 1] == "(" and self.text[end : end + 1] == ")":
            start, end = start - 1, end + 1
        if self.places is None:
            return start, end
        last = self.places[end - 1] + 1
        # A keycap or an accent on the last character goes with it.
        while last < len(original) and unicodedata.category(original[last])[0] == "M":
            last += 1
        return self.places[start], last


def _skeleton(text: str) -> _Skeleton:
    if text.isascii() and text.isprintable() and "  " not in text:
        return _Skeleton(text, None)
    read: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        sign = _read(character)
        if sign and not (sign == " " and read and read[-1] == " "):
            read.append(sign)
            places.append(place)
    return _Skeleton("".join(read), places)


@lru_cache(maxsize=4096)
def _read(character: str) -> str:
    """The one sign that a character is read as; nothing for what nobody sees."""
    if character.isspace() or character == "\u2800":
        return " "
    category = unicodedata.category(character)
    if category in _DELETED or character in _FILLERS:
        return ""
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    if category == "Pd" or character in _DASHES:
        return "-"
    if character in _DOTS:
        return "."
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 and plain.isprintable() else character
