"""Random logs: events in, before and after what a question asks, many at the very edges.

Must import nothing of the bot.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from tests.figures.model_clock import DAY, HOUR, SECOND, cells, offsets_differ
from tests.figures.model_log import RECEIVED, SUMS, TRIGGERS, Event
from tests.figures.model_periods import Range

_USERS = 8
_COUNTS = (1, 1, 1, 2, 3, 7, 9, 10, 29, 30, 40, 100)
# As many different rows as lists have where it matters: none, few, about the likely caps.
_LABELS = (0, 1, 3, 9, 10, 11, 12, 25, 26)
_DEEP = 205
_ODDS_OF_DEEP = 0.02
# How people type one and the same question.
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    str,
    str,
    str.upper,
    str.title,
    lambda text: text.replace(" ", "  ") + "!",
    lambda text: f"{text[:2]}\u200b{text[2:]}…",
)
_BEFORE, _AFTER = 45 * DAY, 3 * DAY
_ABOUT_A_CHANGE = 15 * HOUR


@dataclass(frozen=True, slots=True)
class Chance:
    """Draws events around `ranges`, on the edges of the local `unit` too; the same for a seed."""

    source: random.Random
    zone: tzinfo
    unit: str
    ranges: Sequence[Range]

    def log(self, size: int) -> list[Event]:
        """`size` single events, and what the top lists are made of."""
        labels = self.source.choice(_LABELS)
        if self.source.random() < _ODDS_OF_DEEP:
            labels = _DEEP
        events = [
            self._event(self._moment(self.source.choice(self.ranges)), labels) for _ in range(size)
        ]
        for found in self.ranges:
            events += self._rows(found, labels)
        return events

    def _rows(self, found: Range, labels: int) -> Iterator[Event]:
        """Nearly every flow and message somewhere in the range."""
        for kind in (TRIGGERS, RECEIVED):
            for label in range(labels):
                if self.source.random() < 1 - 1 / (labels + 1):
                    yield self._labelled(kind, self._inside(found), label)

    def _event(self, at: datetime, labels: int) -> Event:
        kind = self.source.choice(SUMS)
        if kind in (TRIGGERS, RECEIVED):
            return self._labelled(kind, at, self.source.randrange(labels or 1))
        return Event(_second(at), kind, self.source.choice(_COUNTS), self._user())

    def _labelled(self, kind: str, at: datetime, label: int) -> Event:
        """A trigger or a message; flows may share a name or have been renamed."""
        what = f"text {_letters(label)}"
        name = self.source.choice(_SPELLINGS)(what)
        if kind == TRIGGERS:
            what, name = f"61{label:022x}", f"Flow {_letters(label - label % 7 // 6)}"
            if label % 5 == 0 and self.source.random() < 0.3:
                name = f"{name} renamed"
        count = self.source.choice(_COUNTS)
        return Event(_second(at), kind, count, self._user(), what, name)

    def _user(self) -> int:
        return self.source.randrange(_USERS)

    def _moment(self, found: Range) -> datetime:
        chance = self.source.random()
        near = list(offsets_differ(found.start, found.end, self.zone)) if chance < 0.15 else []
        if near:
            return self.source.choice(near) - self._some(_ABOUT_A_CHANGE) + 2 * HOUR
        if chance < 0.4:
            return self._inside(found)
        if chance < 0.85:
            return self._edge(found) + self.source.choice((-1, 0, 0, 1)) * SECOND
        earliest = found.start - _BEFORE
        return earliest + self._some(found.end + _AFTER - earliest)

    def _inside(self, found: Range) -> datetime:
        return found.start + self._some(found.end - found.start)

    def _edge(self, found: Range) -> datetime:
        """Where the range, or a unit of its series, begins or ends."""
        at = self._inside(found)
        near = cells(at, at + SECOND, self.zone, self.unit)[0]
        return self.source.choice((found.start, found.end, near.begins, near.ends, near.ends))

    def _some(self, length: timedelta) -> timedelta:
        return self.source.randrange(max(1, length // SECOND)) * SECOND


def _second(at: datetime) -> int:
    return int(at.timestamp())


def _letters(number: int) -> str:
    """A word for the number, so that no two differ by more than case or marks."""
    word = ""
    while number >= 0:
        number, rest = divmod(number, 26)
        word, number = chr(ord("a") + rest) + word, number - 1
    return word
