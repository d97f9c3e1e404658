"""When digests are due, once more and without the bot's code: rrule's days, a clock of its own.

A zone is looked at only from an instant to its wall time, never back, so that what a wall time
that is skipped or comes twice means is decided here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from dateutil import rrule

from bot.core.schedule import LAST, Cadence, Schedule

DAY = timedelta(days=1)
_STEP = timedelta(hours=6)
_SECOND = timedelta(seconds=1)
# Which dates rrule is asked for: the changes that are tried, and some way around them.
FIRST, END = datetime(2023, 10, 1), datetime(2031, 4, 1)  # noqa: DTZ001 - walls of no zone


@dataclass(frozen=True)
class Change:
    """A change of a clock: its first instant, and what the clock showed for it before and after."""

    at: datetime
    before: timedelta
    after: timedelta

    @property
    def dates(self) -> list[date]:
        """The local dates of the last second before and of the first after it."""
        both = (self.at - _SECOND + self.before, self.at + self.after)
        return sorted({one.date() for one in both})


class Clock:
    """The clock of a zone between two instants, as a list of its changes."""

    def __init__(self, zone: ZoneInfo, first: datetime, end: datetime) -> None:
        self.zone = zone
        self.begins = self._offset(first)
        self.changes = list(self._found(first, end))
        self._due: dict[tuple[date, time], datetime] = {}

    @property
    def history(self) -> tuple[object, ...]:
        """What two zones share whose clocks agree all that time."""
        return (self.begins, *((one.at, one.after) for one in self.changes))

    def _offset(self, at: datetime) -> timedelta:
        return at.astimezone(self.zone).replace(tzinfo=UTC) - at

    def _found(self, first: datetime, end: datetime) -> Iterator[Change]:
        at, before = first, self.begins
        while at < end:
            after = self._offset(at + _STEP)
            if after != before:
                early, late = at, at + _STEP
                while late - early > _SECOND:
                    middle = (early + (late - early) / 2).replace(microsecond=0)
                    early, late = (
                        (middle, late) if self._offset(middle) == before else (early, middle)
                    )
                yield Change(late, before, after)
                before = after
            at += _STEP

    def instants(self, wall: datetime) -> list[datetime]:
        """Every instant at which the clock shows that wall time."""
        naive = wall.replace(tzinfo=UTC)
        offsets = [self.begins, *(one.after for one in self.changes)]
        ends = [one.at for one in self.changes]
        # A wall time lies within a day of its instant: only the changes around it can matter.
        low = bisect_left(ends, naive - 2 * DAY)
        high = bisect_right(ends, naive + 2 * DAY)
        found = []
        for k in range(low, high + 1):
            at = naive - offsets[k]
            begun = k == 0 or ends[k - 1] <= at
            if begun and (k == len(ends) or at < ends[k]):
                found.append(at)
        return found

    def due(self, day: date, at: time) -> datetime:
        """When a digest of that day is due: the first instant of its time, or what stands for it.

        What is skipped comes as much later as was skipped; a day that was skipped whole, at the
        change.
        """
        if (day, at) not in self._due:
            self._due[day, at] = self._looked_up(day, at)
        return self._due[day, at]

    def _looked_up(self, day: date, at: time) -> datetime:
        wall = datetime.combine(day, at)
        found = self.instants(wall)
        if found:
            return found[0]
        naive = wall.replace(tzinfo=UTC)
        (gap,) = [one for one in self.changes if one.at + one.before <= naive < one.at + one.after]
        midnight = datetime.combine(day, time(), UTC)
        whole = gap.at + gap.before <= midnight and midnight + DAY <= gap.at + gap.after
        return gap.at if whole else naive - gap.before


@cache
def _dates(
    first: datetime, end: datetime, freq: int, interval: int, wkst: int, by: tuple[object, ...]
) -> list[date]:
    names = ("byweekday", "bymonthday", "bysetpos")
    rule = rrule.rrule(
        freq, dtstart=first, until=end, interval=interval, wkst=wkst,
        **dict(zip(names, by, strict=True)),
    )  # fmt: skip
    return [one.date() for one in rule]


def dates(schedule: Schedule, first: datetime = FIRST, end: datetime = END) -> list[date]:
    """Every date on which a digest is due, by rrule over wall time."""
    match schedule.cadence:
        case Cadence.DAILY:
            return _dates(first, end, rrule.DAILY, 1, 0, (None, None, None))
        case Cadence.WEEKDAYS:
            return _dates(first, end, rrule.WEEKLY, 1, 0, ((0, 1, 2, 3, 4), None, None))
        case Cadence.WEEKLY:
            every, anchor = schedule.every, schedule.anchor or date(2000, 1, 3)
            cycle = 7 * every
            begins = first + ((anchor - first.date()).days % cycle - cycle) * DAY
            by = (schedule.weekdays, None, None)
            found = _dates(begins, end, rrule.WEEKLY, every, anchor.weekday(), by)
            return found[bisect_left(found, first.date()) :]
    if schedule.nth is not None:
        weekday = rrule.weekday(schedule.weekdays[0], schedule.nth)
        return _dates(first, end, rrule.MONTHLY, 1, 0, (weekday, None, None))
    day = schedule.day or 0
    if day == LAST or day <= 28:
        return _dates(first, end, rrule.MONTHLY, 1, 0, (None, day, None))
    # In a shorter month the last of these days that there are.
    return _dates(first, end, rrule.MONTHLY, 1, 0, (None, tuple(range(28, day + 1)), LAST))
