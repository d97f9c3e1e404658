"""Charts from series: at most 20 points a line, all lines equally long, only whole units.

Longer series are rolled up: sums as the average per unit over the units that have data,
snapshots as the last. Draws nothing and names nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from fractions import Fraction
from itertools import groupby

from bot.core.metrics import METRICS, Kind, Metric
from bot.core.pairing import partners, whole
from bot.core.periods import Period, Unit, floor
from bot.core.reports import Chart, ChartLine, ChartPoint, Point, Series

MOST_POINTS = 20
_GROUPS = {Unit.HOUR: (2, 3, 4, 6, 12), Unit.DAY: (2, 3)}
_CALENDAR = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)

_Groups = list[list[Point]]


@dataclass(frozen=True, slots=True)
class _Rule:
    """How many units one point stands for, or the coarser calendar unit that it stands for."""

    group: int
    unit: Unit | None
    zone: tzinfo
    week_start: int

    def grouped(self, points: Sequence[Point]) -> _Groups:
        """The units of each point."""
        unit = self.unit
        if unit is None:
            return [list(points[at : at + self.group]) for at in range(0, len(points), self.group)]

        def begun(point: Point) -> date:
            return floor(point.start.astimezone(self.zone).date(), unit, self.week_start)

        return [list(found) for _, found in groupby(points, begun)]


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

    The compared series are drawn under this period's labels, point by point in order, of hours
    over a change of the clock the same hour: the longer side's last point stands for what remains.
    They are left out when `unlike`, or when they lack data for over a quarter of the points.
    """
    if not series:
        return None
    unit = series[0].unit
    own = [whole(one.points) for one in series]
    others = [] if unlike else [whole(one.points) for one in compared]
    rule = _rule(own[0], unit, zone, week_start)
    drawn = _choose(own, others, unit, rule)
    kept = _drawable(drawn)
    if len(kept) < 2:
        return None
    gaps, beside, before = _missing(own, others, drawn, kept)
    return Chart(
        unit=unit,
        lines=_lines([one.metric for one in (*series, *compared)], drawn, kept, len(series)),
        group=rule.group,
        group_unit=rule.unit,
        left_out=gaps,
        left_out_beside=beside,
        left_out_before=before,
        running_left_out=any(point.running for point in series[0].points),
        part_left_out=any(point.covered and not point.running for point in series[0].points),
        too_unlike=unlike,
        too_few_before=len(drawn) == len(own) and bool(others),
    )


def _lines(
    metrics: Sequence[Metric], drawn: Sequence[_Groups], kept: Sequence[int], own: int
) -> tuple[ChartLine, ...]:
    """A line each, of the points that all have; those behind the first `own` are compared."""
    return tuple(
        ChartLine(metric, tuple(_plotted(metric, groups[at]) for at in kept), index >= own)
        for index, (metric, groups) in enumerate(zip(metrics, drawn, strict=False))
    )


def _side_by_side(
    own: list[list[Point]], others: list[list[Point]], unit: Unit, zone: tzinfo
) -> tuple[list[list[Point]], list[list[Point]]]:
    """Both without the hours that only one of two days has, so that all stand by their own hour."""
    found = partners(own[0], others[0], unit, zone)
    places = [at for at, beside in enumerate(found) if beside is not None]
    theirs = [beside for beside in found if beside is not None]
    return [_paired(one, places) for one in own], [_paired(one, theirs) for one in others]


def _paired(points: Sequence[Point], places: Sequence[int]) -> list[Point]:
    """The points at these places, and all that follow the last of them."""
    last = max(places, default=-1)
    return [point for at, point in enumerate(points) if at in places or at > last]


def _rule(points: Sequence[Point], unit: Unit, zone: tzinfo, week_start: int) -> _Rule:
    """The finest rule that leaves as many points as a line may have."""
    count = len(points)
    for group in (1, *_GROUPS.get(unit, ())):
        if math.ceil(count / group) <= MOST_POINTS:
            return _Rule(group, None, zone, week_start)
    finer = -1 if unit is Unit.HOUR else _CALENDAR.index(unit)
    for coarser in _CALENDAR[finer + 1 :]:
        rule = _Rule(1, coarser, zone, week_start)
        if len(rule.grouped(points)) <= MOST_POINTS:
            return rule
    return _Rule(math.ceil(count / MOST_POINTS), None, zone, week_start)


def _choose(
    own: list[list[Point]], others: list[list[Point]], unit: Unit, rule: _Rule
) -> list[_Groups]:
    """The lines to draw, equally long; without the compared ones where those lack too much."""
    alone = [rule.grouped(points) for points in own]
    if not others:
        return alone
    # Days and longer stretches hold their own hours, whichever those are.
    sides = (own, others) if rule.unit else _side_by_side(own, others, unit, rule.zone)
    both = [rule.grouped(points) for side in sides for points in side]
    length = min(len(groups) for groups in both)
    both = [_shortened(groups, length) for groups in both]
    return alone if len(_drawable(both)) * 4 < len(_drawable(alone)) * 3 else both


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


def _missing(
    own: Sequence[Sequence[Point]],
    others: Sequence[Sequence[Point]],
    drawn: Sequence[_Groups],
    kept: Sequence[int],
) -> tuple[int, int, int]:
    """How many units are in no point: gaps of the period, and what lacks a partner that has data.

    The third is of the other period: gaps beside units that are drawn, and hours left out.
    """
    gaps = sum(point.value is None for point in own[0])
    beside = len(own[0]) - gaps - _values(drawn[0], kept)
    if len(drawn) == len(own):
        return gaps, beside, 0
    there = drawn[len(own)]
    dropped = sum(len(groups) for at, groups in enumerate(there) if at not in kept)
    return gaps, beside, len(others[0]) - dropped - _values(there, kept)


def _values(groups: _Groups, kept: Sequence[int]) -> int:
    return sum(point.value is not None for at in kept for point in groups[at])


def _plotted(metric: Metric, group: Sequence[Point]) -> ChartPoint:
    values = [point.value for point in group if point.value is not None]
    summed = METRICS[metric].kind is Kind.SUM
    value = Fraction(sum(values), len(values)) if summed else Fraction(values[-1])
    return ChartPoint(group[0].start, group[-1].end, value)
