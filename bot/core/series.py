"""Series: the figures of a period unit by unit, in the asked unit or the one that suits.

A unit that Flow XO did not send is a gap, never zero. Sums are added, snapshots never.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from bot.core.grid import MOST_DAYS_BY_DAY, spans
from bot.core.metrics import METRICS, Kind, Metric
from bot.core.periods import Period, Unit, shift
from bot.core.reports import Point, Series
from bot.core.results import Bucket

_DAY = timedelta(days=1)
_MOST_DAYS_BY_HOUR = 31
_MOST_YEARS_BY_MONTH = 10
# The default unit: the first row whose days the period does not exceed, else months.
_DEFAULTS = ((2, Unit.HOUR), (62, Unit.DAY), (140, Unit.WEEK))
_COARSER = (Unit.HOUR, Unit.DAY, Unit.MONTH, Unit.YEAR)
# What Flow XO is asked by, to build each unit.
FETCHED = {
    Unit.HOUR: Unit.HOUR,
    Unit.DAY: Unit.DAY,
    Unit.WEEK: Unit.DAY,
    Unit.MONTH: Unit.MONTH,
    Unit.YEAR: Unit.MONTH,
}


def unit_for(period: Period, asked: Unit | None = None) -> Unit:
    """The unit of the period's series: as asked where the limits allow, else the next coarser.

    At most 31 days by hour, 400 by day or week, 10 years by month.
    """
    unit = asked or _default_unit(period)
    if _fits(period, unit):
        return unit
    return next(
        coarser
        for coarser in _COARSER
        if _COARSER.index(coarser) > _rank(unit) and _fits(period, coarser)
    )


def length_days(period: Period) -> int:
    """Local days where it is made of them, else the begun 24 hours."""
    return period.days if period.whole_days else math.ceil(period.duration / _DAY)


def _default_unit(period: Period) -> Unit:
    days = length_days(period)
    return next((unit for most, unit in _DEFAULTS if days <= most), Unit.MONTH)


def _rank(unit: Unit) -> int:
    return _COARSER.index(FETCHED[unit])


def _fits(period: Period, unit: Unit) -> bool:
    match unit:
        case Unit.HOUR:
            return length_days(period) <= _MOST_DAYS_BY_HOUR
        case Unit.DAY | Unit.WEEK:
            return length_days(period) <= MOST_DAYS_BY_DAY
        case Unit.MONTH:
            first = period.first_day
            return period.last_day < shift(first, Unit.YEAR, _MOST_YEARS_BY_MONTH)
        case _:
            return True


def build_series(
    period: Period,
    unit: Unit,
    buckets: Sequence[Bucket],
    metrics: Sequence[Metric],
    moment: datetime,
    week_start: int = 0,
) -> tuple[Series, ...]:
    """One series a metric over every local unit that `period` touches, gaps as None.

    `buckets` are by FETCHED[unit]. A unit that is not over at `moment` is marked running and ends
    with the period. `week_start` 0 is Monday, 6 Sunday.
    """
    grid = spans(period, unit, week_start)
    starts = [span.start for span in grid]
    held: list[list[Bucket]] = [[] for _ in grid]
    for bucket in sorted(buckets, key=lambda one: one.start):
        at = max(bucket.start, period.start)
        held[bisect_right(starts, at) - 1].append(bucket)
    return tuple(
        Series(
            metric,
            unit,
            tuple(
                _point(period, span.start, span.end, _value(metric, found), moment)
                for span, found in zip(grid, held, strict=True)
            ),
        )
        for metric in metrics
    )


def _point(
    period: Period, start: datetime, end: datetime, value: int | None, moment: datetime
) -> Point:
    covered = max(start, period.start), min(end, period.end)
    running = end > moment and period.end >= moment  # else the period ended within the unit
    return Point(
        start,
        covered[1] if running else end,
        value,
        running=running,
        covered=None if covered == (start, end) else covered,
    )


def _value(metric: Metric, buckets: Sequence[Bucket]) -> int | None:
    """The sum of what is there, or of snapshots the last; None where nothing is."""
    if not buckets:
        return None
    if METRICS[metric].kind is Kind.SNAPSHOT:
        return buckets[-1].values[metric]
    return sum(bucket.values[metric] for bucket in buckets)


def fell(buckets: Sequence[Bucket]) -> bool:
    """Whether the total of users fell from one bucket to the next, which it should never do."""
    totals = [bucket.values[Metric.TOTAL_USERS] for bucket in buckets]
    return any(later < earlier for earlier, later in pairwise(totals))
