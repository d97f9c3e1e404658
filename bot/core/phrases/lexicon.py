"""The lexicon: what each word can mean, built once from the vocabulary tables; holds no grammar.

A word's senses are a dict from sense to value, so that a rule asks "can this be a month?" with
one lookup, and a word of several meanings ("second", "h", "may") needs no special case.
"""

from __future__ import annotations

from typing import Any

from bot.core.metrics import METRICS, Metric
from bot.core.periods import Unit
from bot.core.phrases.languages import en, en_manners
from bot.core.phrases.tokens import words_of
from bot.core.subcommands import SUBCOMMANDS, Subcommand

Senses = dict[str, Any]
Phrase = tuple[tuple[str, ...], str, Any]

NOTHING: Senses = {}


def _senses() -> dict[str, Senses]:
    senses: dict[str, Senses] = {}

    def add(word: str, sense: str, value: object) -> None:
        senses.setdefault(word, {})[sense] = value

    for word, month in en.MONTHS.items():
        add(word, "month", month)
    for word, weekday in en.WEEKDAYS.items():
        add(word, "weekday", weekday)
    for name in en.FEASTS:
        add(name.split()[0], "feast", value=True)
    for word, weekday in en.WEEKDAYS_COUNTED.items():
        add(word, "weekdays", weekday)
    for word, (unit, count) in en.UNITS.items():
        add(word, "unit", (Unit(unit), count))
    for word, number in (en.NUMBERS | en.TENS).items():
        add(word, "number", number)
    for word, number in en.TENS.items():
        add(word, "tens", number)
    for word, number in en.ORDINALS.items():
        add(word, "ordinal", number)
    for word, offset in en.DAYS.items():
        add(word, "dayname", offset)
    for word, unit in en.TO_DATE.items():
        add(word, "todate", Unit(unit))
    for word, unit in en.OVER.items():
        add(word, "over", Unit(unit))
    for word, unit in en.GROUPINGS.items():
        add(word, "grouping", Unit(unit))
    for word, hour in en.CLOCK.items():
        add(word, "clock", hour)
    for word, daypart in en.DAYPARTS.items():
        add(word, "daypart", daypart)
    for word, part in en.PARTS.items():
        add(word, "part", part)
    for sense, words in en.SENSES.items():
        for word in words.split():
            add(word, sense, True)
    return senses


def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """Subcommands, metrics, filler and words not counted, by first word, longest first."""
    entries: dict[tuple[str, ...], tuple[str, Any]] = {}
    for words in en_manners.NOT_COUNTED:
        entries[tuple(words_of(words))] = ("not_counted", words)
    for words in en_manners.FILLER:
        entries[tuple(words_of(words))] = ("filler", None)
    for row in SUBCOMMANDS.values():
        for name in (row.subcommand.value, *row.aliases):
            entries[tuple(words_of(name))] = ("subcommand", row.subcommand)
    for metric_row in METRICS.values():
        for name in (metric_row.name, metric_row.label, *metric_row.aliases):
            entries[tuple(words_of(name))] = ("metric", metric_row.metric)
    by_first: dict[str, list[Phrase]] = {}
    for words_tuple, (kind, value) in entries.items():
        by_first.setdefault(words_tuple[0], []).append((words_tuple, kind, value))
    return {
        first: tuple(sorted(found, key=lambda phrase: -len(phrase[0])))
        for first, found in by_first.items()
    }


_HUGE = 10**9

SENSES: dict[str, Senses] = _senses()
PHRASES: dict[str, tuple[Phrase, ...]] = _phrases()
# Every English word that means something to us.
ENGLISH: frozenset[str] = frozenset(
    {*SENSES, *(word for found in PHRASES.values() for phrase in found for word in phrase[0])}
)


def unlisted(word: str) -> Senses:
    """The senses of a word that no table lists: a number, an ordinal, a possessive, or none."""
    if word[0].isdecimal():
        if word[-1].isalpha():
            return {"ordinal": int(word[:-2]) if len(word) < 9 else _HUGE, "suffixed": True}
        value = int(word) if len(word) < 9 else _HUGE
        return {"digits": value, "number": value}
    if word[-2:] == "'s":
        return SENSES.get(word[:-2], NOTHING)
    return NOTHING


# Of these, the ones that say something by themselves.
CONTENT: frozenset[str] = frozenset(
    {
        *SENSES,
        *(
            word
            for found in PHRASES.values()
            for words, kind, _ in found
            if kind != "filler"
            for word in words
        ),
    }
)

__all__ = [
    "CONTENT",
    "ENGLISH",
    "NOTHING",
    "PHRASES",
    "SENSES",
    "Metric",
    "Phrase",
    "Senses",
    "Subcommand",
]
