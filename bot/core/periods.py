"""Periods: half-open stretches of time in a named zone, their units, and stepping by the calendar.

All arithmetic on the calendar is done in local wall time and localised once, so that a day is a
local day even when it lasts 23 or 25 hours. Never reads the clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo


class Unit(StrEnum):
    """A unit of time; only hour, day, week and month can be asked as a grouping."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Shape(StrEnum):
    """What the words named: it decides what "previous" means (design §3, Baseline)."""

    ELAPSED = "elapsed"  # whole minutes or hours back from now
    DAY = "day"
    WEEKDAY = "weekday"  # a day that was named by its weekday
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    STRETCH = "stretch"  # any other start and end
    SINCE = "since"  # from a start to now
    ALL_TIME = "all_time"


UNIT_OF_SHAPE = {
    Shape.DAY: Unit.DAY,
    Shape.WEEK: Unit.WEEK,
    Shape.MONTH: Unit.MONTH,
    Shape.QUARTER: Unit.QUARTER,
    Shape.YEAR: Unit.YEAR,
}

_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}

ALL_TIME_START = date(2010, 1, 1)
_NO_TIME = timedelta()


def localise(wall: datetime, zone: tzinfo) -> datetime:
    """The UTC instant of a naive wall time: one that does not exist is shifted forward by the gap.

    One that exists twice is the first.
    """
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


@lru_cache(maxsize=8192)  # whoever asks, it is nearly always about the days of a few years
def local_midnight(day: date, zone: tzinfo) -> datetime:
    """The UTC instant at which the local `day` begins, also where midnight itself is skipped.

    In a zone whose clock jumps over midnight the day begins at the instant of the jump; a
    midnight that exists twice is the first.
    """
    wall = datetime(day.year, day.month, day.day, 0, 0, 0, 0, zone)
    offset = zone.utcoffset(wall) or _NO_TIME
    instant = datetime(day.year, day.month, day.day, 0, 0, 0, 0, UTC) - offset
    if offset < (zone.utcoffset(wall.replace(fold=1)) or _NO_TIME):
        return _jump_before(instant, zone)
    return instant


def _jump_before(instant: datetime, zone: tzinfo) -> datetime:
    """The instant of the clock change that skipped the wall time which `instant` stands for."""
    before, after = instant - timedelta(hours=26), instant
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def zone_name(zone: tzinfo) -> str:
    """The IANA name, or "UTC-08:00" for a fixed offset, or "UTC"."""
    if isinstance(zone, ZoneInfo):
        return zone.key
    return str(zone)


@dataclass(frozen=True, slots=True)
class Period:
    """`start` inclusive, `end` exclusive, both aware and in UTC; `zone` says where days begin.

    `count` is the number of units of `shape` (last 3 weeks: WEEK, 3); 1 for shapes without units.
    Two periods are equal when instants, zone, shape and count are.
    """

    start: datetime
    end: datetime
    zone: tzinfo
    shape: Shape = Shape.STRETCH
    count: int = 1

    def __post_init__(self) -> None:
        if self.start.tzinfo is not UTC or self.end.tzinfo is not UTC:
            raise ValueError("a period's start and end are aware and in UTC")
        if self.end <= self.start:
            raise ValueError("a period ends after it starts")

    @property
    def local_start(self) -> datetime:
        """`start` on the zone's own clock."""
        return self.start.astimezone(self.zone)

    @property
    def local_end(self) -> datetime:
        """`end` (exclusive) on the zone's own clock."""
        return self.end.astimezone(self.zone)

    @property
    def first_day(self) -> date:
        """The local day that holds the start."""
        return self.local_start.date()

    @property
    def last_day(self) -> date:
        """The local day that holds the last instant before the end (inclusive)."""
        return (self.end - timedelta(microseconds=1)).astimezone(self.zone).date()

    @property
    def days(self) -> int:
        """How many local days it touches."""
        return (self.last_day - self.first_day).days + 1

    @property
    def whole_days(self) -> bool:
        """Whether it begins and ends where local days do."""
        return self.start == local_midnight(
            self.first_day, self.zone
        ) and self.end == local_midnight(self.last_day + timedelta(days=1), self.zone)

    @property
    def duration(self) -> timedelta:
        """Elapsed time."""
        return self.end - self.start

    def running(self, now: datetime) -> bool:
        """Whether it is not over at `now`."""
        return self.start < now < self.end

    def cut(self, now: datetime) -> Period:
        """This period, ended at `now` (to the second) where it runs past it; the shape stays."""
        now = now.astimezone(UTC).replace(microsecond=0)
        return replace(self, end=now) if self.start < now < self.end else self


def of_days(
    first: date, last: date, zone: tzinfo, shape: Shape = Shape.STRETCH, count: int = 1
) -> Period:
    """The period from the start of `first` to the end of `last` (inclusive), local days."""
    return Period(
        local_midnight(first, zone),
        local_midnight(last + timedelta(days=1), zone),
        zone,
        shape,
        count,
    )


def floor(day: date, unit: Unit, week_start: int = 0) -> date:
    """The first day of the `unit` that holds `day`; `week_start` 0 is Monday, 6 Sunday."""
    months = _MONTHS_IN.get(unit)
    if months is not None:
        return day.replace(month=(day.month - 1) // months * months + 1, day=1)
    if unit is Unit.WEEK:
        return day - timedelta(days=(day.weekday() - week_start) % 7)
    return day


def shift(day: date, unit: Unit, count: int) -> date:
    """`day` moved by `count` units; a day past the month's end becomes the month's last."""
    days = _DAYS_IN.get(unit)
    if days is not None:
        return day + timedelta(days=days * count)
    index = day.year * 12 + day.month - 1 + _MONTHS_IN[unit] * count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def month_length(year: int, month: int) -> int:
    """Days in the month."""
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
    return (following - date(year, month, 1)).days if following else 31
