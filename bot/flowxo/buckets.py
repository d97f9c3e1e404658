"""Finds out when each bucket of an answer begins.

The API page leaves two readings of `_timestamp` open when the offset is not 0: a true instant, or
local time marked Z. That one is taken which puts every bucket on the grid that was asked for and
agrees with `_id`; where neither does, or both do and differ, the answer is nonsense.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.core.periods import Unit
from bot.core.segments import RawBucket, Segment
from bot.flowxo.decode import MetricsRow
from bot.flowxo.failures import NonsenseFoundError, Reason

# The first bucket may begin before the range, by less than the longest unit.
_BEFORE = timedelta(days=32)
_WIDTHS = (4, 2, 2, 2, 2, 2)
_FEWEST_DIGITS = 4
_OFFSET_AT_END = re.compile(r"(?<=[T :]\d\d)(?:\.\d+)?[+-]\d\d:?\d\d$")
# How far `_id` must go at least: a month is no name for a day.
_FEWEST_NUMBERS = {Unit.MONTH: 2, Unit.DAY: 3, Unit.HOUR: 3}


def buckets(segment: Segment, rows: Sequence[MetricsRow]) -> tuple[RawBucket, ...]:
    """The rows with true starts (UTC), sorted; NonsenseFoundError for one that was not asked."""
    stamps = [_instant(row.timestamp) for row in rows]
    offset = timedelta(minutes=segment.offset_minutes)
    readings = {tuple(stamp.astimezone(UTC) for stamp in stamps)}
    if not any(stamp.utcoffset() for stamp in stamps):
        readings.add(tuple(stamp.astimezone(UTC) - offset for stamp in stamps))
    fitting = {starts for reading in readings if (starts := _fit(segment, rows, reading))}
    if len(fitting) != 1 and rows:
        raise NonsenseFoundError(Reason.DATES, "no reading" if not fitting else "two readings")
    starts = fitting.pop() if fitting else ()
    found = [RawBucket(start, row.values) for start, row in zip(starts, rows, strict=True)]
    return tuple(sorted(found, key=lambda bucket: bucket.start))


def _instant(text: str) -> datetime:
    try:
        stamp = datetime.fromisoformat(text)
        stamp.astimezone(UTC)
    except (ValueError, OverflowError):
        raise NonsenseFoundError(Reason.DATES, "timestamp") from None
    # Two days from either end of the calendar nothing overflows; figures are not from there.
    if stamp.utcoffset() is None or not 1000 <= stamp.year <= 9000:
        raise NonsenseFoundError(Reason.DATES, "timestamp")
    return stamp


def _fit(
    segment: Segment, rows: Sequence[MetricsRow], reading: tuple[datetime, ...]
) -> tuple[datetime, ...] | None:
    """The starts on the grid, or None where this reading does not fit."""
    starts = tuple(_on_grid(segment, start) for start in reading)
    if len(set(starts)) != len(starts):
        return None
    for start, row in zip(starts, rows, strict=True):
        near = segment.start - _BEFORE <= start < segment.end
        if not near or not segment.holds(start) or not _named(segment, start, row.id):
            return None
    return starts


def _on_grid(segment: Segment, start: datetime) -> datetime:
    """`start` itself, or where its unit begins if it is the range's own start."""
    if start != segment.start:
        return start
    offset = timedelta(minutes=segment.offset_minutes)
    wall = (start + offset).replace(minute=0, second=0, microsecond=0)
    if segment.unit is not Unit.HOUR:
        wall = wall.replace(hour=0)
    if segment.unit is Unit.MONTH:
        wall = wall.replace(day=1)
    return wall - offset


def _named(segment: Segment, start: datetime, name: str) -> bool:
    """Whether `_id` names the local time at which the bucket begins, however far it goes.

    The form is open but for months ("2021-10"): "2021-10-05T14", "2021-10-05 14:00" and
    "2021100514" are all read by their digits.
    """
    wall = start + timedelta(minutes=segment.offset_minutes)
    true = (wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second)
    said = _numbers(_OFFSET_AT_END.sub("", name))
    enough = len(said) >= _FEWEST_NUMBERS[segment.unit]
    return enough and all(a == b for a, b in zip(said, (*true, 0), strict=False))


def _numbers(name: str) -> list[int]:
    """The numbers in a name, in order; digits without a break are cut as in 20211005."""
    groups = re.findall(r"[0-9]{1,17}", name)
    if groups and len(groups[0]) > _FEWEST_DIGITS:
        digits, groups = "".join(groups), []
        for width in _WIDTHS:
            groups, digits = [*groups, digits[:width]], digits[width:]
    return [int(group) for group in groups if group]
