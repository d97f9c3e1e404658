"""The model's chart: which points are drawn, of a series alone and beside another (design §4).

Must import nothing of the bot.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from fractions import Fraction
from itertools import groupby

from tests.figures.model_clock import first_of
from tests.figures.model_figures import Expected
from tests.figures.model_log import SUMS

_MOST = 20
# How many units one point may stand for, before whole coarser ones do.
_TOGETHER = {"hour": (1, 2, 3, 4, 6, 12), "day": (1, 2, 3)}
_COARSER = ("day", "week", "month", "quarter", "year")

Groups = list[list[int | None]]


@dataclass(frozen=True, slots=True)
class Chart:
    """`lines` are the series', then the compared ones', point by point."""

    group: int
    group_unit: str | None
    lines: list[tuple[str, bool, list[Fraction]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """How units are rolled up into points."""

    together: int
    unit: str | None
    zone: tzinfo
    week_start: int

    def grouped(self, points: Sequence[Expected]) -> Groups:
        """The values of each point."""
        if self.unit is None:
            lots = [points[i : i + self.together] for i in range(0, len(points), self.together)]
        else:
            lots = [tuple(found) for _, found in groupby(points, self._unit_begun)]
        return [[point.values[0] for point in lot] for lot in lots]

    def _unit_begun(self, point: Expected) -> date:
        day = point.start.astimezone(self.zone).date()
        if self.unit == "quarter":
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        return first_of(day, self.unit or "day", self.week_start)


def chart(
    series: dict[str, list[Expected]],
    compared: dict[str, list[Expected]] | None,
    unit: str,
    zone: tzinfo,
    week_start: int,
) -> Chart | None:
    """The chart of all these lines; None where fewer than two points can be drawn."""
    own = {metric: _whole(points) for metric, points in series.items()}
    rule = _rule(next(iter(own.values())), unit, zone, week_start)
    lines = [(metric, False, rule.grouped(points)) for metric, points in own.items()]
    both = list(lines)
    for metric, points in (compared or {}).items():
        both.append((metric, True, rule.grouped(_whole(points))))
    shortest = min(len(groups) for _, _, groups in both)
    both = [(metric, other, _shortened(groups, shortest)) for metric, other, groups in both]
    # Beside each other only where both have data for three quarters of the points and more.
    if len(_drawn(both)) * 4 < len(_drawn(lines)) * 3:
        both = lines
    kept = _drawn(both)
    if len(kept) < 2:
        return None
    return Chart(
        rule.together,
        rule.unit,
        [
            (metric, other, [_plotted(metric, groups[at]) for at in kept])
            for metric, other, groups in both
        ],
    )


def _whole(points: Sequence[Expected]) -> list[Expected]:
    """Those units that are over, and of which the period holds more than a part."""
    return [point for point in points if point.whole]


def _rule(points: Sequence[Expected], unit: str, zone: tzinfo, week_start: int) -> Rule:
    for together in _TOGETHER.get(unit, (1,)):
        if math.ceil(len(points) / together) <= _MOST:
            return Rule(together, None, zone, week_start)
    finer = _COARSER.index(unit) + 1 if unit in _COARSER else 0
    for coarser in _COARSER[finer:]:
        rule = Rule(1, coarser, zone, week_start)
        if len(rule.grouped(points)) <= _MOST:
            return rule
    return Rule(math.ceil(len(points) / _MOST), None, zone, week_start)


def _shortened(groups: Groups, length: int) -> Groups:
    """As many points as the shorter line has: the last stands for all that remains."""
    if length in (0, len(groups)):
        return groups[:length]
    return [*groups[: length - 1], [value for group in groups[length - 1 :] for value in group]]


def _drawn(lines: Sequence[tuple[str, bool, Groups]]) -> list[int]:
    """The places at which every line has a value."""
    places = zip(*(groups for _, _, groups in lines), strict=False)
    return [
        at
        for at, groups in enumerate(places)
        if all(any(value is not None for value in group) for group in groups)
    ]


def _plotted(metric: str, group: Sequence[int | None]) -> Fraction:
    """The average per unit of a sum, over the units that have data; of a snapshot the last."""
    values = [value for value in group if value is not None]
    return Fraction(sum(values), len(values)) if metric in SUMS else Fraction(values[-1])
