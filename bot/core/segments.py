"""Cuts a period into the requests that Flow XO's one offset a request allows, and merges answers.

Over a clock change each segment begins on its own grid, so that it does not matter whether Flow
XO clips the first bucket at `start`. Makes no request and reads no answer itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from itertools import pairwise

from bot.core.grid import (
    MOST_DAYS_BY_DAY,
    Span,
    full_hour,
    offset_at,
    offset_before,
    offset_changes,
    spans,
)
from bot.core.metrics import METRICS, Kind, Metric
from bot.core.periods import Period, Unit, local_midnight
from bot.core.results import Bucket

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Segment:
    """One request: [start, end) in UTC, its `offset_minutes` (east positive), its `unit`.

    `unit` is hour, day or month, and may be finer than what was asked.
    """

    start: datetime
    end: datetime
    offset_minutes: int
    unit: Unit

    def holds(self, start: datetime) -> bool:
        """Whether a bucket of this request may begin at `start` (UTC).

        It begins on the grid of the offset and reaches into the segment.
        """
        wall = self._wall(start)
        if wall.replace(minute=0, second=0, microsecond=0) != wall:
            return False
        if self.unit is not Unit.HOUR and wall.hour:
            return False
        if self.unit is Unit.MONTH and wall.day != 1:
            return False
        return start < self.end and self._after(wall) > self._wall(self.start)

    def _wall(self, instant: datetime) -> datetime:
        """The time at the offset, as a plain wall time."""
        return instant.replace(tzinfo=None) + self.offset_minutes * _MINUTE

    def _after(self, wall: datetime) -> datetime:
        """The wall time at which the bucket that begins at `wall` ends."""
        if self.unit is Unit.MONTH:
            return (wall + 31 * _DAY).replace(day=1)
        return wall + (_HOUR if self.unit is Unit.HOUR else _DAY)


@dataclass(frozen=True, slots=True)
class RawBucket:
    """One bucket as Flow XO sent it: `start` in UTC as a true instant, and its values."""

    start: datetime
    values: Mapping[Metric, int]


def segments(period: Period, unit: Unit) -> tuple[Segment, ...]:
    """The requests that give `period` by `unit` (hour, day or month), in order, abutting.

    By hour a change of the clock begins a segment, at the offset in force from it; where the
    clock changes by less than an hour, the first full hour after it does: each segment begins on
    its own grid. By day a segment ends with the local day that holds a change (a change at
    midnight belongs to the day that it begins; one that jumps to midnight ends the day before),
    at the offset whose midnight the segment begins at. Months that a change cuts are asked by
    day; over 400 days by month is one request, at the offset of the range's end.
    """
    match unit:
        case Unit.HOUR:
            edges = [period.start, *_hour_cuts(period), period.end]
            offsets = [offset_at(edge, period.zone) for edge in edges]
        case Unit.DAY:
            edges = [period.start, *_day_cuts(period), period.end]
            offsets = [_day_offset(edge, period.zone) for edge in edges]
        case Unit.MONTH:
            if period.days <= MOST_DAYS_BY_DAY and changes_clock(period):
                return segments(period, Unit.DAY)
            edges = [period.start, period.end]
            offsets = [offset_before(period.end, period.zone)]
        case _:
            raise ValueError(f"Flow XO has no {unit} buckets")
    return tuple(
        Segment(start, end, offset // _MINUTE, unit)
        for (start, end), offset in zip(pairwise(edges), offsets, strict=False)
    )


def changes_clock(period: Period) -> bool:
    """Whether another offset comes into force at the period's start or within it."""
    return next(offset_changes(period), None) is not None


def months_cut_at(period: Period, unit: Unit | None) -> str | None:
    """The offset, "UTC+01:00", at which months are cut although the clock changed, or None."""
    if unit is not Unit.MONTH or period.days <= MOST_DAYS_BY_DAY or not changes_clock(period):
        return None
    minutes = offset_before(period.end, period.zone) // _MINUTE
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _hour_cuts(period: Period) -> list[datetime]:
    """The first full hour of the new clock from each change on, inside the period.

    A change at a full hour of neither clock (00:01) is cut at the change itself.
    """
    cuts = []
    for change in offset_changes(period):
        begun = full_hour(change, offset_at(change, period.zone))
        old_hour = full_hour(change, offset_before(change, period.zone)) == change
        cut = begun + _HOUR if old_hour and begun != change else change
        if period.start < cut < period.end:
            cuts.append(cut)
    return cuts


def _day_cuts(period: Period) -> list[datetime]:
    """The ends of the local days that hold a change of the clock, inside the period.

    Where the clock jumps to midnight (23:00 to 00:00) that is the end of the day before.
    """
    cuts = []
    for change in offset_changes(period):
        day = change.astimezone(period.zone).date()
        jumps = _day_offset(change, period.zone) != offset_before(change, period.zone)
        end = change if jumps else local_midnight(day + _DAY, period.zone)
        if period.start < end < period.end and end not in cuts:
            cuts.append(end)
    return cuts


def _day_offset(edge: datetime, zone: tzinfo) -> timedelta:
    """The offset for days from `edge` on: the one before it, unless only the new one's day begins.

    After a jump from 23:00 to 00:00 the old clock's midnight is an hour away.
    """
    before, after = offset_before(edge, zone), offset_at(edge, zone)
    return after if _begins_day(edge + after) and not _begins_day(edge + before) else before


def _begins_day(wall: datetime) -> bool:
    return wall.time() == time()


def clipped(
    segment: Segment, raw: Sequence[RawBucket], totals: Mapping[Metric, int]
) -> Sequence[RawBucket]:
    """The buckets of one request, the first without what lies before the request begins.

    Whether `start` clips the bucket that it falls into is open. Where that bucket begins earlier
    and all buckets together exceed `totals` (the sums over the request's own range), what is too
    much can only be its own.
    """
    found = sorted(raw, key=lambda one: one.start)
    if not found or found[0].start >= segment.start:
        return found
    first = found[0]
    sums = [metric for metric in first.values if METRICS[metric].kind is Kind.SUM]
    own = {m: totals[m] - sum(bucket.values[m] for bucket in found[1:]) for m in sums}
    if all(0 <= own[metric] <= first.values[metric] for metric in sums):
        found[0] = RawBucket(first.start, {**first.values, **own})
    return found


def merge(
    period: Period, unit: Unit, answers: Sequence[tuple[Segment, Sequence[RawBucket]]]
) -> tuple[Bucket, ...]:
    """The buckets of `period` by `unit` on its own local grid, sorted; absent ones stay absent.

    Buckets that fall on one local unit are merged: sums added, snapshots taken from the last.
    ValueError when a raw bucket lies outside its segment or off its grid (see Segment.holds).
    """
    grid = spans(period, unit)
    starts = [span.start for span in grid]
    found: dict[int, list[RawBucket]] = {}
    for segment, raw in sorted(answers, key=lambda answer: answer[0].start):
        for bucket in sorted(raw, key=lambda one: one.start):
            if not segment.holds(bucket.start):
                raise ValueError(f"no {segment.unit} of the request begins at {bucket.start}")
            at = _true_start(period, segment, bucket)
            # By the clock of the range's end its first hour may be named before it.
            found.setdefault(max(0, bisect_right(starts, at) - 1), []).append(bucket)
    return tuple(_merged(grid[index], found[index]) for index in sorted(found))


def _true_start(period: Period, segment: Segment, bucket: RawBucket) -> datetime:
    """An instant that lies in the local unit to which the bucket belongs."""
    at = max(bucket.start, segment.start)
    if segment.unit is Unit.MONTH:
        # Months cut at one offset keep their own names, whatever the local clock says at the cut.
        wall = at + segment.offset_minutes * _MINUTE
        return local_midnight(wall.date().replace(day=1), period.zone)
    return at


def _merged(span: Span, buckets: Sequence[RawBucket]) -> Bucket:
    if len(buckets) == 1:
        return Bucket(span.start, span.end, buckets[0].values)
    values: dict[Metric, int] = {}
    for bucket in buckets:
        for metric, value in bucket.values.items():
            summed = METRICS[metric].kind is Kind.SUM
            values[metric] = values.get(metric, 0) + value if summed else value
    return Bucket(span.start, span.end, values)
