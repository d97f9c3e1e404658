"""Charts from series: at most 20 points a line, all lines equally long, only whole units.

Longer series are rolled up: sums as the average per unit over the units that have data,
snapshots as the last. Draws nothing and names nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import tzinfo
from fractions import Fraction
from itertools import groupby

from bot.core.metrics import METRICS, Kind, Metric
from bot.core.periods import Period, Unit, floor
from bot.core.reports import Chart, ChartLine, ChartPoint, Point, Series

MOST_POINTS = 20
_GROUPS = {Unit.HOUR: (2, 3, 4, 6, 12), Unit.DAY: (2, 3)}
_CALENDAR = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)

_Groups = list[list[Point]]


def too_unlike(period: Period, baseline: Period) -> bool:
    """Whether the two differ in length by more than a quarter of the longer."""
    shorter, longer = sorted((period.duration, baseline.duration))
    return (longer - shorter) * 4 > longer


def build_chart(
    series: Sequence[Series],
    compared: Sequence[Series],
    zone: tzinfo,
    *,
    unlike: bool = False,
    week_start: int = 0,
) -> Chart | None:
    """The chart of `series` (all by one unit), `compared` drawn beside it; None below two points.

    The compared series are drawn under this period's labels, point by point in order: the longer
    side's last point stands for what remains. They are left out when `unlike`, or when they lack
    data for over a quarter of the points.
    """
    if not series:
        return None
    points, unit = series[0].points, series[0].unit
    group, group_unit = _roll_up(_whole(points), unit, zone, week_start)

    def grouped(one: Series) -> _Groups:
        return _grouped(_whole(one.points), group, group_unit, zone, week_start)

    lines = [grouped(one) for one in series]
    others = [] if unlike else [grouped(one) for one in compared]
    drawn = _choose(lines, others)
    kept = _drawable(drawn)
    if len(kept) < 2:
        return None
    return Chart(
        unit=unit,
        lines=_lines([one.metric for one in (*series, *compared)], drawn, kept, len(series)),
        group=group,
        group_unit=group_unit,
        left_out=_left_out(drawn[0], kept),
        running_left_out=any(point.running for point in points),
        part_left_out=any(point.covered and not point.running for point in points),
        too_unlike=unlike,
        too_few_before=len(drawn) == len(lines) and bool(others),
    )


def _lines(
    metrics: Sequence[Metric], drawn: Sequence[_Groups], kept: Sequence[int], own: int
) -> tuple[ChartLine, ...]:
    """A line each, of the points that all have; those behind the first `own` are compared."""
    return tuple(
        ChartLine(metric, tuple(_plotted(metric, groups[at]) for at in kept), index >= own)
        for index, (metric, groups) in enumerate(zip(metrics, drawn, strict=False))
    )


def _whole(points: Sequence[Point]) -> list[Point]:
    """The units that are over and lie wholly in the period."""
    return [point for point in points if point.covered is None]


def _roll_up(
    points: Sequence[Point], unit: Unit, zone: tzinfo, week_start: int
) -> tuple[int, Unit | None]:
    """How many units one point stands for, or the coarser unit that it stands for."""
    count = len(points)
    for group in (1, *_GROUPS.get(unit, ())):
        if math.ceil(count / group) <= MOST_POINTS:
            return group, None
    finer = -1 if unit is Unit.HOUR else _CALENDAR.index(unit)
    for coarser in _CALENDAR[finer + 1 :]:
        if len(_grouped(points, 1, coarser, zone, week_start)) <= MOST_POINTS:
            return 1, coarser
    return math.ceil(count / MOST_POINTS), None


def _grouped(
    points: Sequence[Point], group: int, group_unit: Unit | None, zone: tzinfo, week_start: int
) -> _Groups:
    if group_unit is None:
        return [list(points[at : at + group]) for at in range(0, len(points), group)]
    unit = group_unit

    def key(point: Point) -> object:
        return floor(point.start.astimezone(zone).date(), unit, week_start)

    return [list(found) for _, found in groupby(points, key)]


def _choose(lines: list[_Groups], others: list[_Groups]) -> list[_Groups]:
    """The lines to draw, equally long; without the compared ones where those lack too much."""
    if not others:
        return lines
    length = min(len(groups) for groups in [*lines, *others])
    both = [_shortened(groups, length) for groups in [*lines, *others]]
    return lines if len(_drawable(both)) * 4 < len(_drawable(lines)) * 3 else both


def _shortened(groups: _Groups, length: int) -> _Groups:
    """As many groups as the shorter side has; the last takes what remains."""
    if length == 0 or len(groups) == length:
        return groups[:length]
    rest = [point for group in groups[length - 1 :] for point in group]
    return [*groups[: length - 1], rest]


def _drawable(lines: Sequence[_Groups]) -> list[int]:
    """The places at which every line has a value."""
    return [
        at
        for at in range(min(len(groups) for groups in lines))
        if all(any(point.value is not None for point in groups[at]) for groups in lines)
    ]


def _left_out(groups: _Groups, kept: Sequence[int]) -> int:
    """How many units of this period are in no point: gaps, and those without a partner."""
    drawn = sum(point.value is not None for at in kept for point in groups[at])
    return sum(len(group) for group in groups) - drawn


def _plotted(metric: Metric, group: Sequence[Point]) -> ChartPoint:
    values = [point.value for point in group if point.value is not None]
    summed = METRICS[metric].kind is Kind.SUM
    value = Fraction(sum(values), len(values)) if summed else Fraction(values[-1])
    return ChartPoint(group[0].start, group[-1].end, value)
