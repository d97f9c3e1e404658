"""What is said to be polite and asks for nothing: thanks and greetings, in any language."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from bot.core.phrases.languages import en_manners
from bot.core.phrases.tokens import clean
from bot.core.phrases.vocabulary import GERMAN, LOCAL, plain

_LONGEST = 80
_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
_NO_LETTER = re.compile(r"[^\w\s]|_")


class Kind(StrEnum):
    """What a courtesy is."""

    GREETING = "greeting"
    THANKS = "thanks"


class Courtesy(NamedTuple):
    """A courtesy and the language that it is in."""

    kind: Kind
    language: str = "en"


def courtesy(text: str) -> Courtesy | None:
    """The courtesy that the whole text is, or None; a lone emoji counts as thanks."""
    if len(text) > _LONGEST:
        return None
    words = _words(clean(text))
    if not words:
        return Courtesy(Kind.THANKS) if text.strip(" .,;:!?¡¿-–—…") else None
    return _table().get(words)


def _words(text: str) -> str:
    return " ".join(_NO_LETTER.sub(" ", _SHORTCODE.sub(" ", text)).casefold().split())


@cache
def _table() -> dict[str, Courtesy]:
    """Every courtesy by its words; of two languages that have it English's, then the first's."""
    table: dict[str, Courtesy] = {}
    for code, manners in (("en", en_manners), *((code, two[1]) for code, two in LOCAL.items())):
        for kind, phrases in ((Kind.THANKS, manners.THANKS), (Kind.GREETING, manners.HI)):
            for phrase in phrases.split(", "):
                words = _words(phrase)
                for form in (words, plain(words), words.translate(GERMAN)):
                    table.setdefault(form, Courtesy(kind, code))
    return table
