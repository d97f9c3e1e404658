"""Whether a text that holds the word digest is about digests, or asks a question all the same."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache

from bot.core.context import Reading
from bot.core.digest_command import Action
from bot.core.phrases.digests.words import DIGEST_WORDS
from bot.core.phrases.languages import en_manners
from bot.core.phrases.tokens import words_of
from bot.core.phrases.vocabulary import LOCAL
from bot.core.query import Subcommand
from bot.errors import ParseError

# What connects an account, and is said of digests as well.
_SETTING_UP = ("set", "setup")


@cache
def _manners() -> frozenset[str]:
    """Every word of every language's manners."""
    phrases = [*en_manners.FILLER]
    for _, manners in LOCAL.values():
        phrases += manners.FILLER.split(", ")
    return frozenset(word for phrase in phrases for word in words_of(phrase))


def leads(words: list[str]) -> bool:
    """Whether the word digest comes before all but manners: then nothing else can be meant."""
    return _first(words) in DIGEST_WORDS


def _first(words: list[str]) -> str:
    manners = _manners()
    return next((word for word in words if word[0].isalnum() and word not in manners), "")


def _says_something(reading: Reading) -> bool:
    """Whether it says when, or what is to be done: other words are beside the word digest only."""
    said = reading.query.digest
    return said is not None and (said.action is not Action.NEW or said.draft.schedule is not None)


def read(
    words: list[str], asked: Callable[[], Reading], of_digests: Callable[[], Reading]
) -> Reading:
    """The reading of the text: as a question where it is one, else as what it says of digests."""
    if leads(words):
        return of_digests()
    try:
        reading = asked()
    except ParseError:
        with suppress(ParseError):
            reading = of_digests()
            if _says_something(reading):
                return reading
        raise
    if reading.query.subcommand is Subcommand.DIGEST:
        return of_digests()
    if _first(words) in _SETTING_UP:
        with suppress(ParseError):
            return of_digests()
    return reading
