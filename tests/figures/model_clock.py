"""The model's own calendar: which local hour, day, week, month or year an instant lies in.

Asks zoneinfo what the clock on the wall showed at each instant. Must import nothing of the bot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
_QUARTER_HOUR = timedelta(minutes=15)

# What a cell is known by: the day on which it begins; of an hour also the hour and the offset,
# which tells the two hours of an autumn night apart.
Key = tuple[date, int, timedelta]


@dataclass(frozen=True, slots=True)
class Cell:
    """One local unit: [begins, ends) in UTC."""

    key: Key
    begins: datetime
    ends: datetime


def instant_of(wall: datetime, zone: tzinfo) -> datetime:
    """The UTC instant of a wall time; one that is skipped moves on by the gap, of two the first."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


@lru_cache(maxsize=100_000)
def day_begins(day: date, zone: tzinfo) -> datetime:
    """The first instant of the local day, or of the next one that the zone did not skip."""
    midnight = datetime.combine(day, time())
    found = instant_of(midnight, zone)
    if found.astimezone(zone).replace(tzinfo=None) == midnight:
        return found
    early, late = found - 2 * DAY, found
    while late - early > SECOND:
        middle = early + (late - early) // SECOND // 2 * SECOND
        if middle.astimezone(zone).date() < day:
            early = middle
        else:
            late = middle
    return late


def exists(day: date, zone: tzinfo) -> bool:
    """Whether the zone did not leave the day out."""
    return day_begins(day, zone) < day_begins(day + DAY, zone)


def first_of(day: date, unit: str, week_start: int) -> date:
    """The day on which the unit that holds `day` begins; `week_start` 0 is Monday, 6 Sunday."""
    if unit == "week":
        return day - (day.weekday() - week_start) % 7 * DAY
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def next_first(first: date, unit: str) -> date:
    """The day on which the unit after the one that begins on `first` does."""
    if unit == "week":
        return first + 7 * DAY
    if unit == "month":
        return (first + 31 * DAY).replace(day=1)
    return first.replace(year=first.year + 1) if unit == "year" else first + DAY


def key_of(instant: datetime, zone: tzinfo, unit: str, week_start: int = 0) -> Key:
    """Which unit of the local calendar the instant lies in."""
    local = instant.astimezone(zone)
    if unit == "hour":
        return local.date(), local.hour, local.utcoffset() or timedelta()
    return first_of(local.date(), unit, week_start), 0, timedelta()


def cells(
    start: datetime, end: datetime, zone: tzinfo, unit: str, week_start: int = 0
) -> list[Cell]:
    """Every unit of which [start, end) holds a part, whole, in order."""
    if unit == "hour":
        return list(_hours(start, end, zone))
    found = []
    first = first_of(start.astimezone(zone).date(), unit, week_start)
    last = (end - SECOND).astimezone(zone).date()
    while first <= last:
        following = next_first(first, unit)
        begins, ends = day_begins(first, zone), day_begins(following, zone)
        if begins < ends:
            found.append(Cell((first, 0, timedelta()), begins, ends))
        first = following
    return found


def _hours(start: datetime, end: datetime, zone: tzinfo) -> Iterator[Cell]:
    """The hours that the clock showed; no zone has changed its clock twice in a quarter of one."""
    probe, before = start, None
    while probe < end:
        key = key_of(probe, zone, "hour")
        if key != before:
            yield Cell(key, _edge(probe, key, zone, -SECOND), _edge(probe, key, zone, SECOND))
        before = key
        probe += _QUARTER_HOUR - (probe - datetime.min.replace(tzinfo=UTC)) % _QUARTER_HOUR


def _edge(probe: datetime, key: Key, zone: tzinfo, step: timedelta) -> datetime:
    """How far from `probe` the clock shows the same hour: back to its first second, or past it."""
    near, far = probe, probe + 3601 * step
    while abs(far - near) > SECOND:
        middle = near + (far - near) // SECOND // 2 * SECOND
        if key_of(middle, zone, "hour") == key:
            near = middle
        else:
            far = middle
    return near if step < timedelta() else far


def changes(start: datetime, end: datetime, zone: tzinfo) -> bool:
    """Whether another offset comes into force in [start, end)."""
    return next(offsets_differ(start, end, zone), None) is not None


def offsets_differ(start: datetime, end: datetime, zone: tzinfo) -> Iterator[datetime]:
    """An instant after each change of the offset in [start, end), within half a day of it."""
    at, last = start - SECOND, end - SECOND
    offset = at.astimezone(zone).utcoffset()
    while at < last:
        at = min(at + DAY / 2, last)
        if at.astimezone(zone).utcoffset() != offset:
            offset = at.astimezone(zone).utcoffset()
            yield at


def clock_at_the_end(end: datetime, zone: tzinfo) -> tzinfo:
    """A clock that keeps the offset in force just before `end`."""
    return timezone((end - SECOND).astimezone(zone).utcoffset() or timedelta())
