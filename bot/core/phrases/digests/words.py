"""The words by which a text speaks of digests, the phrases there are, and places as Slack has them.

Finds these; `items` knows what they mean together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bot.core.phrases.scan import Scan
from bot.core.phrases.tokens import words_of
from bot.core.phrases.vocabulary import GERMAN, LOCAL, plain
from bot.core.subcommands import SUBCOMMANDS, Subcommand


def _spoken() -> frozenset[str]:
    """The word digest and its like in every language, where it is a single one."""
    row = SUBCOMMANDS[Subcommand.DIGEST]
    phrases = [row.subcommand.value, *row.aliases]
    for _, manners in LOCAL.values():
        phrases += manners.COMMANDS["digest"].split(", ")
    single = {phrase for phrase in phrases if len(words_of(phrase)) == 1}
    single |= {f"{article}{word}" for word in single for article in ("l'", "d'")}
    return frozenset(single | set(map(plain, single)) | {one.translate(GERMAN) for one in single})


DIGEST_WORDS: frozenset[str] = _spoken()


# Stands for a channel or a person in a text; no text that is typed holds it.
PLACE = "\ue001"
_PLACE = re.compile(r"<([#@])([A-Z0-9]{1,40})(?:\|([^<>]{0,300}))?>")


class Place(NamedTuple):
    """A channel ("#") or a person ("@") by its id, and the name that it was shown under."""

    kind: str
    place_id: str
    name: str


class Places(NamedTuple):
    """A text with a mark for each channel and person, and these."""

    text: str
    places: tuple[Place, ...]


def take_places(text: str) -> Places | None:
    """The text with its channels and people taken out, where it speaks of digests."""
    if DIGEST_WORDS.isdisjoint(words_of(text)):
        return None
    text = text.replace(PLACE, "\ufffd")
    places = tuple(Place(*one.groups("")) for one in _PLACE.finditer(text))
    return Places(_PLACE.sub(f" {PLACE} ", text), places)


class Known(NamedTuple):
    """A phrase of the tables: what it is, which of its kind, and the index after it."""

    kind: str
    value: str
    end: int


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Every phrase by its first word, the longest first."""
    from bot.core.phrases.languages import en_digests  # only where digests are spoken of

    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for kind, value, phrases in en_digests.ROWS:
        for phrase in phrases.split(", "):
            words = tuple(words_of(phrase))
            found.setdefault(words[0], []).append((words, kind, value))
    return {
        first: tuple(sorted(listed, key=lambda one: -len(one[0])))
        for first, listed in found.items()
    }


def known(s: Scan, i: int, *kinds: str) -> Known | None:
    """The longest phrase at word i, of one of these kinds where any are named."""
    for words, kind, value in _phrases().get(s.words[i], ()):
        if (not kinds or kind in kinds) and tuple(s.words[i : i + len(words)]) == words:
            return Known(kind, value, i + len(words))
    return None
