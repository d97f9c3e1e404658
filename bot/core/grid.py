"""The local units that cover a period, and the instants at which its zone's clock changes.

Only instants and the calendar: it knows neither figures nor requests, and never reads the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone, tzinfo
from itertools import pairwise
from typing import NamedTuple

from bot.core.periods import Period, Unit, floor, local_midnight, shift

MOST_DAYS_BY_DAY = 400
_TICK = timedelta(seconds=1)
_HOUR = timedelta(hours=1)


class Span(NamedTuple):
    """One local unit: `start` and `end` in UTC, half-open."""

    start: datetime
    end: datetime


def offset_at(instant: datetime, zone: tzinfo) -> timedelta:
    """The zone's offset from UTC in force from `instant` on."""
    return instant.astimezone(zone).utcoffset() or timedelta()


def offset_before(instant: datetime, zone: tzinfo) -> timedelta:
    """The zone's offset from UTC in force just before `instant`."""
    return offset_at(instant - _TICK, zone)


def offset_changes(period: Period) -> Iterator[datetime]:
    """The instants in [start, end) from which another offset is in force, in order."""
    if isinstance(period.zone, timezone):
        return
    step = timedelta(days=1 if period.days <= MOST_DAYS_BY_DAY else 7)
    at = period.start - _TICK
    last = period.end - _TICK
    offset = offset_at(at, period.zone)
    while at < last:
        following = min(at + step, last)
        next_offset = offset_at(following, period.zone)
        if next_offset != offset:
            yield _change_between(at, following, period.zone)
        at, offset = following, next_offset


def _change_between(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The first second of the offset that is in force at `after` and not at `before`."""
    offset = offset_at(after, zone)
    low, high = before.replace(microsecond=0), after
    while high - low > _TICK:
        middle = (low + (high - low) // 2).replace(microsecond=0)
        if offset_at(middle, zone) == offset:
            high = middle
        else:
            low = middle
    return high


def spans(period: Period, unit: Unit, week_start: int = 0) -> tuple[Span, ...]:
    """The local units that `period` touches, in order and without gaps; the edges are not cut.

    A day may last 23 or 25 hours; an hour that a clock change cuts ends at the change. A day that
    a zone skipped is absent. `week_start` 0 is Monday, 6 Sunday.
    """
    if unit is Unit.HOUR:
        return tuple(_hours(period))
    edges = []
    day = floor(period.first_day, unit, week_start)
    while day <= period.last_day:
        edges.append(local_midnight(day, period.zone))
        day = shift(day, unit, 1)
    edges.append(local_midnight(day, period.zone))
    return tuple(Span(start, end) for start, end in pairwise(edges) if start < end)


def _hours(period: Period) -> Iterator[Span]:
    """Local hours: each begins where the clock shows a full hour, or where the clock changes."""
    changes = [change for change in offset_changes(period) if change > period.start]
    if offset_before(period.end, period.zone) != offset_at(period.end, period.zone):
        changes.append(period.end)  # the last hour ends there, however short it was
    start = _hour_begun(period.start, period.zone)
    for edge in [*changes, None]:
        offset = offset_at(start, period.zone)
        while start < (edge or period.end):
            end = full_hour(start, offset) + _HOUR
            end = end if edge is None else min(end, edge)
            yield Span(start, end)
            start = end


def _hour_begun(instant: datetime, zone: tzinfo) -> datetime:
    """Where the local hour that holds `instant` begins: a full hour, or a change after it."""
    offset = offset_at(instant, zone)
    begun = full_hour(instant, offset)
    if offset_at(begun, zone) == offset:
        return begun
    return _change_between(begun, instant, zone)


def full_hour(instant: datetime, offset: timedelta) -> datetime:
    """The last instant up to `instant` at which a clock at `offset` shows a full hour."""
    wall = instant + offset
    return wall.replace(minute=0, second=0, microsecond=0) - offset
