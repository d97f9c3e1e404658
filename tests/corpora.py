"""The corpora of phrases as cases: what was asked where and when, and what it means."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.parse import Context
from bot.core.periods import localise

FOLDER = Path(__file__).parent / "corpus"
LANGUAGES = ("en", "es", "de", "fr", "pt")
_MEANING = re.compile(r"(\S+) (\S+)(?: by (\w+))?(?: vs (\S+) (\S+))?")


@dataclass(frozen=True)
class Case:
    """One line of a corpus: `refused` says why a phrase must be refused, else it means the rest.

    Moments are on the zone's own clock where they name no offset; `end` is exclusive.
    """

    phrase: str
    context: Context
    start: str = ""
    end: str = ""
    unit: str | None = None
    compare: tuple[str, str] | None = None
    refused: str = ""

    @property
    def id(self) -> str:
        """What tells it from every other case."""
        zone = self.context.zone
        return f"{self.context.now:%Y-%m-%dT%H:%M} {zone} {self.context.locale} {self.phrase}"


def moments(name: str) -> list[dict[str, Any]]:
    """The moments of a corpus file."""
    loaded: list[dict[str, Any]] = tomllib.loads((FOLDER / name).read_text("utf-8"))["moment"]
    return loaded


def context_of(moment: dict[str, Any]) -> Context:
    """The Context in which a moment's phrases are read."""
    zone = ZoneInfo(moment["zone"])
    now = localise(datetime.fromisoformat(moment["now"]), zone)
    return Context(now, zone, moment.get("week_start", 0), moment.get("locale"))


def cases(name: str) -> Iterator[Case]:
    """Every line of a corpus file; ValueError for one that is in no format."""
    for moment in moments(name):
        context = context_of(moment)
        for phrase, meaning in moment["cases"].items():
            yield case(phrase, meaning, context)


def case(phrase: str, meaning: str, context: Context) -> Case:
    """The case of one line."""
    if meaning.startswith("refused: "):
        return Case(phrase, context, refused=meaning.removeprefix("refused: "))
    found = _MEANING.fullmatch(meaning)
    if found is None:
        raise ValueError(f"{phrase}: {meaning}")
    start, end, unit, compared_start, compared_end = found.groups()
    compare = (compared_start, compared_end) if compared_start else None
    return Case(phrase, context, start, end, unit, compare)


def means(found: dict[str, object], wanted: Case) -> bool:
    """Whether an answer of `dates` is the period, the grouping and the comparison of a case."""
    compare = found.get("compare")
    if (compare is None) != (wanted.compare is None) or found.get("unit") != wanted.unit:
        return False
    if not _same(found, (wanted.start, wanted.end)):
        return False
    return wanted.compare is None or (isinstance(compare, dict) and _same(compare, wanted.compare))


def _same(found: dict[str, object], wanted: tuple[str, str]) -> bool:
    return all(_at(str(found[k]), w) for k, w in zip(("start", "end"), wanted, strict=True))


def _at(found: str, wanted: str) -> bool:
    moment, expected = datetime.fromisoformat(found), datetime.fromisoformat(wanted)
    if expected.tzinfo is not None:
        return found == wanted
    return moment.replace(tzinfo=None) == expected
