"""The model's figures: sums and snapshots of a log over local units, gaps and all.

Must import nothing of the bot, and not the upstream.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from tests.figures.model_clock import (
    Cell,
    cells,
    changes,
    clock_at_the_end,
    key_of,
)
from tests.figures.model_log import ACTIVE, NEW, RECEIVED, SENT, SUMS, TOTAL, Event, Readings
from tests.figures.model_pairs import Stretch
from tests.figures.model_periods import Range, length_days, moved

_THIRTY_DAYS = timedelta(days=30)
# What one unit is made of, as Flow XO counts: there are no weeks and no years.
_PARTS = {"hour": "hour", "day": "day", "week": "day", "month": "month", "year": "month"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A point of a series: its unit's start, and every value that is right (None: a gap).

    `stretch` is the unit on the calendar, and what of it the period holds.
    """

    start: datetime
    values: tuple[int | None, ...]
    running: bool
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Facts:
    """A log and how it is told, seen from one zone."""

    log: Sequence[Event]
    readings: Readings
    zone: tzinfo
    week_start: int = 0

    def within(self, found: Range) -> list[Event]:
        """What happened in [start, end)."""
        return [e for e in self.log if found.start <= _instant(e) < found.end]

    def figure(self, metric: str, found: Range) -> int | None:
        """The figure over the whole range; None where there is no data."""
        if not self.within(found) and not self.readings.empty_stats:
            return None
        return self._value(metric, self.within(found), found.end)

    def _value(self, metric: str, events: Sequence[Event], end: datetime) -> int:
        """A sum over the events; a snapshot as it stood at `end`."""
        if metric in SUMS:
            return sum(e.count for e in events if e.kind == metric)
        if metric == TOTAL:
            return sum(e.count for e in self.log if e.kind == NEW and _instant(e) < end)
        assert metric == ACTIVE
        begun = end - _THIRTY_DAYS
        talks = (e for e in self.log if e.kind in (RECEIVED, SENT))
        return len({e.user for e in talks if begun <= _instant(e) < end})

    def unit_of(self, found: Range, asked: str | None) -> str:
        """The unit of the series: as asked or by length, and coarser where that is too fine."""
        days = length_days(found, self.zone)
        by_length = ((2, "hour"), (62, "day"), (140, "week"))
        unit = asked or next((unit for most, unit in by_length if days <= most), "month")
        while not self.fits(found, unit):
            unit = {"hour": "day", "day": "month", "week": "month", "month": "year"}[unit]
        return unit

    def fits(self, found: Range, unit: str) -> bool:
        """Whether the range is within the limits of the unit."""
        days = length_days(found, self.zone)
        if unit == "month":
            first = found.start.astimezone(self.zone).date()
            last = (found.end - timedelta(microseconds=1)).astimezone(self.zone).date()
            return last < moved(first, 120)
        return days <= {"hour": 31, "day": 400, "week": 400, "year": 10**6}[unit]

    def series(
        self, metrics: Sequence[str], found: Range, unit: str, moment: datetime
    ) -> dict[str, list[Expected]]:
        """Every unit that the range touches, for each metric."""
        grid = cells(found.start, found.end, self.zone, unit, self.week_start)
        parts = self._parts(found, unit, grid)
        return {
            metric: [
                Expected(
                    cell.begins,
                    self._values(metric, parts[cell.key], late=self._late(cell, found)),
                    running=cell.ends > moment and found.end >= moment,
                    stretch=Stretch(
                        cell.begins,
                        cell.ends,
                        max(cell.begins, found.start),
                        min(cell.ends, found.end),
                    ),
                )
                for cell in grid
            ]
            for metric in metrics
        }

    def _values(self, metric: str, parts: Sequence[Part], *, late: bool) -> tuple[int | None, ...]:
        told = [part for part in parts if part.told]
        values: tuple[int | None, ...] = (None,)
        if told:
            events = [event for part in told for event in part.events]
            values = (self._value(metric, events, told[-1].ends),)
        if late and not any(part.events for part in parts):
            # Its first part may be told for what happened before.
            values += (self._value(metric, (), parts[0].ends), None)
        return values

    def _late(self, cell: Cell, found: Range) -> bool:
        """Whether a request begins within what Flow XO counts as one bucket, and is not clipped.

        The period's first does, and one after a change of the clock that is at no full hour.
        """
        begins_so = cell.begins <= found.start or cell.begins.astimezone(self.zone).minute != 0
        return begins_so and self.readings.gaps and not self.readings.clips

    def _parts(self, found: Range, unit: str, grid: Sequence[Cell]) -> dict[object, list[Part]]:
        """What Flow XO counts by, for each unit of the grid.

        Over 400 days months are cut by one clock, that of the range's end; months that a change
        of the clock cuts are counted by days.
        """
        finer, zone = _PARTS[unit], self.zone
        if finer == "month" and changes(found.start, found.end, zone):
            if self._days_touched(found) <= 400:
                finer = "day"
            else:
                zone = clock_at_the_end(found.end, zone)
        events: dict[object, list[Event]] = {}
        for event in self.within(found):
            events.setdefault(key_of(_instant(event), zone, finer), []).append(event)
        parts: dict[object, list[Part]] = {cell.key: [] for cell in grid}
        for cell in cells(found.start, found.end, zone, finer):
            own = events.pop(cell.key, [])
            inside = max(cell.begins, found.start)
            key = key_of(inside, zone, unit, self.week_start)
            told = bool(own) or not self.readings.gaps
            # By the clock of its end the range may begin in the month before its first.
            parts[key if key in parts else grid[0].key].append(
                Part(min(cell.ends, found.end), own, told)
            )
        assert not events, "every event lies in a part"
        return parts

    def _days_touched(self, found: Range) -> int:
        last = (found.end - timedelta(microseconds=1)).astimezone(self.zone).date()
        return (last - found.start.astimezone(self.zone).date()).days + 1


@dataclass(frozen=True, slots=True)
class Part:
    """One of Flow XO's own buckets, true to the local clock; `told` unless it is a gap."""

    ends: datetime
    events: Sequence[Event]
    told: bool


def _instant(event: Event) -> datetime:
    return datetime.fromtimestamp(event.at, UTC)
