"""Flow XO's three calls over real HTTP, reckoned from a log of events as the API page says.

Every request is grouped by its own one offset and knows no time zone. Only the carrying of HTTP
is the demo's; the model must not know this module.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from urllib.parse import parse_qsl

from bot.demo.loopback import Answered, Asked, Loopback
from tests.figures.model_log import (
    ACTIVE,
    NEW,
    RECEIVED,
    SENT,
    SUMS,
    TOTAL,
    TRIGGERS,
    Event,
    Readings,
)

_MS = 1000
_MINUTE_MS = 60 * _MS
_THIRTY_DAYS_MS = 30 * 24 * 60 * _MINUTE_MS
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Range:
    """What a request covers, in milliseconds since 1970; `last` is inclusive."""

    first: int
    last: int

    def holds(self, event: Event) -> bool:
        """Whether the event lies in it."""
        return self.first <= event.at * _MS <= self.last


class Upstream:
    """A context manager; while it is open, `url` answers from the `log` that it was last told."""

    def __init__(self) -> None:
        self.log: Sequence[Event] = ()
        self.readings = Readings()
        self._loopback = Loopback(self._answer)
        self.url = self._loopback.url + "/api"

    def __enter__(self) -> Upstream:
        self._loopback.__enter__()
        return self

    def __exit__(self, *raised: object) -> None:
        self._loopback.__exit__(None, None, None)

    def tell(self, log: Sequence[Event], readings: Readings) -> None:
        """From now on, answer from this."""
        self.log, self.readings = log, readings

    def _answer(self, asked: Asked) -> Answered:
        params = dict(parse_qsl(asked.query))
        covered = Range(
            _ms(params["start"]), _ms(params["end"]) - (not self.readings.end_inclusive)
        )
        match asked.path:
            case "/api/insights":
                found: object = self._insights(covered, params)
            case "/api/insights/top_flows":
                found = self._top(covered, params, TRIGGERS)
            case "/api/insights/top_messages":
                found = self._top(covered, params, RECEIVED)
            case _:
                return Answered(404)
        return Answered(body=json.dumps(found).encode())

    def _insights(self, covered: Range, params: Mapping[str, str]) -> dict[str, object]:
        nothing = not any(covered.holds(event) for event in self.log)
        rows: list[dict[str, object]] = []
        if not (nothing and self.readings.gaps):
            rows = self._mixed(self._metrics(covered, int(params["offset"]), params["unit"]))
        if nothing and not self.readings.empty_stats:
            return {"stats": [], "metrics": rows}
        return {"stats": [{"_id": None, **self._figures(covered)}], "metrics": rows}

    def _metrics(self, covered: Range, offset: int, unit: str) -> Iterable[dict[str, object]]:
        """A row a bucket; a bucket is known by the wall time, at the offset, at which it begins."""

        def begun(ms: int) -> datetime:
            return _begun(_at(ms + offset * _MINUTE_MS), unit)

        first, last = begun(covered.first), begun(covered.last)
        counted = covered
        if not self.readings.clips:
            counted = Range(_since(first) - offset * _MINUTE_MS, covered.last)
        walls = {begun(event.at * _MS) for event in self.log if counted.holds(event)}
        if not self.readings.gaps:
            wall = first
            while wall <= last:
                walls.add(wall)
                wall = _next(wall, unit)
        for wall in sorted(walls):
            begins, ends = (_since(w) - offset * _MINUTE_MS for w in (wall, _next(wall, unit)))
            bucket = Range(max(begins, counted.first), min(ends - 1, counted.last))
            yield {
                "_id": wall.strftime(self._id(unit)),
                "_timestamp": self._stamp(begins, covered, offset),
                **self._figures(bucket),
            }

    def _stamp(self, begins: int, covered: Range, offset: int) -> str:
        stamp = max(begins, covered.first) if self.readings.first_stamp_is_start else begins
        told = _at(stamp + offset * _MINUTE_MS * self.readings.local_stamps)
        return told.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _id(self, unit: str) -> str:
        return {"month": "%Y-%m", "day": self.readings.day_id, "hour": self.readings.hour_id}[unit]

    def _figures(self, covered: Range) -> dict[str, int]:
        """Sums over the range; the two snapshots are those of its last millisecond."""
        sums = Counter(dict.fromkeys(SUMS, 0))
        known, seen = 0, set()
        for event in self.log:
            if covered.holds(event):
                sums[event.kind] += event.count
            age = covered.last - event.at * _MS
            if age >= 0 and event.kind == NEW:
                known += event.count
            if 0 <= age < _THIRTY_DAYS_MS and event.kind in (RECEIVED, SENT):
                seen.add(event.user)
        return {**sums, TOTAL: known, ACTIVE: len(seen)}

    def _top(self, covered: Range, params: Mapping[str, str], kind: str) -> list[dict[str, object]]:
        """The most frequent first; of equally frequent ones the first of the alphabet stay."""
        found: Counter[tuple[str, str]] = Counter()
        for event in self.log:
            if event.kind == kind and covered.holds(event):
                found[event.what, event.name] += event.count
        ranked = sorted(found.items(), key=lambda row: (-row[1], row[0]))
        limit = min(int(params["limit"]), self.readings.most_rows or len(ranked))
        rows = self._mixed(ranked[:limit])
        if kind == RECEIVED:
            return [{"_id": text, "count": count} for (_, text), count in rows]
        return [{"_id": {"id": id_, "name": name}, "count": n} for (id_, name), n in rows]

    def _mixed(self, rows: Iterable[T]) -> list[T]:
        """The rows in the order in which this upstream sends them."""
        found = list(rows)
        if self.readings.shuffled is not None:
            random.Random(self.readings.shuffled).shuffle(found)
        return found


def _ms(text: str) -> int:
    """Milliseconds since 1970 of a full instant; the client must send nothing less."""
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo is not None
    return _since(moment)


def _since(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def _at(ms: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=ms)


def _begun(wall: datetime, unit: str) -> datetime:
    hour = wall.replace(minute=0, second=0, microsecond=0)
    if unit == "hour":
        return hour
    return hour.replace(hour=0) if unit == "day" else hour.replace(hour=0, day=1)


def _next(wall: datetime, unit: str) -> datetime:
    if unit == "month":
        return (wall + timedelta(days=31)).replace(day=1)
    return wall + (timedelta(hours=1) if unit == "hour" else timedelta(days=1))
