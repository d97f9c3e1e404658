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
from tests.figures.model_pairs import pairs

_MOST = 20
# How many units one point may stand for, before whole coarser ones do.
_TOGETHER = {"hour": (1, 2, 3, 4, 6, 12), "day": (1, 2, 3)}
_COARSER = ("day", "week", "month", "quarter", "year")

Groups = list[list[Expected]]


@dataclass(frozen=True, slots=True)
class Chart:
    """`lines` are the series', then the compared ones', point by point.

    `gaps` is how many units of the period have no data, `alone` how many have and are not drawn
    because nothing stands beside them, `lost` how many of what is compared are in no point though
    what they stand beside is.
    """

    group: int
    group_unit: str | None
    lines: list[tuple[str, bool, list[Fraction]]]
    gaps: int = 0
    alone: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """How units are rolled up into points."""

    together: int
    unit: str | None
    zone: tzinfo
    week_start: int

    def grouped(self, points: Sequence[Expected]) -> Groups:
        """The units of each point."""
        if self.unit is None:
            lots = range(0, len(points), self.together)
            return [list(points[at : at + self.together]) for at in lots]
        return [list(found) for _, found in groupby(points, self._unit_begun)]

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
    other = {metric: _whole(points) for metric, points in (compared or {}).items()}
    rule = _rule(next(iter(own.values())), unit, zone, week_start)
    lines = [(metric, False, rule.grouped(points)) for metric, points in own.items()]
    both = _both(own, other, unit, rule)
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
            (metric, is_other, [_plotted(metric, groups[at]) for at in kept])
            for metric, is_other, groups in both
        ],
        *_not_drawn(next(iter(own.values())), next(iter(other.values()), []), both, kept),
    )


def _both(
    own: dict[str, list[Expected]], other: dict[str, list[Expected]], unit: str, rule: Rule
) -> list[tuple[str, bool, Groups]]:
    """All lines as long as the shortest; of hours only those that have a partner on the wall."""
    first, second = next(iter(own.values())), next(iter(other.values()), [])
    beside = pairs([one.stretch for one in first], [one.stretch for one in second], unit, rule.zone)
    if rule.unit is not None or not second:
        beside = []
    lines = []
    for is_other, side in ((False, own), (True, other)):
        partners = [at for at, partner in enumerate(beside) if partner is not None]
        if is_other:
            partners = [partner for partner in beside if partner is not None]
        for metric, points in side.items():
            paired = [
                point
                for at, point in enumerate(points)
                if at in partners or at > max(partners, default=-1)
            ]
            lines.append((metric, is_other, rule.grouped(paired)))
    shortest = min(len(groups) for _, _, groups in lines)
    return [(metric, is_other, _shortened(groups, shortest)) for metric, is_other, groups in lines]


def _not_drawn(
    own: Sequence[Expected],
    other: Sequence[Expected],
    lines: Sequence[tuple[str, bool, Groups]],
    kept: Sequence[int],
) -> tuple[int, int, int]:
    gaps = [one for one in own if one.values[0] is None]
    told = {one.start for at in kept for one in lines[0][2][at]}
    alone = [one for one in own if one not in gaps and one.start not in told]
    there = next((groups for _, is_other, groups in lines if is_other), None)
    if there is None:
        return len(gaps), len(alone), 0
    in_points = {one.start for group in there for one in group if one.values[0] is not None}
    beside_nothing = {one.start for at, lot in enumerate(there) if at not in kept for one in lot}
    lost = [one for one in other if one.start not in in_points | beside_nothing]
    return len(gaps), len(alone), len(lost)


def _whole(points: Sequence[Expected]) -> list[Expected]:
    """Those units that are over, and of which the period holds more than a part."""
    return [point for point in points if point.stretch.whole]


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
    return [*groups[: length - 1], [point for group in groups[length - 1 :] for point in group]]


def _drawn(lines: Sequence[tuple[str, bool, Groups]]) -> list[int]:
    """The places at which every line has a value."""
    places = zip(*(groups for _, _, groups in lines), strict=False)
    return [
        at
        for at, groups in enumerate(places)
        if all(any(point.values[0] is not None for point in group) for group in groups)
    ]


def _plotted(metric: str, group: Sequence[Expected]) -> Fraction:
    """The average per unit of a sum, over the units that have data; of a snapshot the last."""
    values = [point.values[0] for point in group if point.values[0] is not None]
    return Fraction(sum(values), len(values)) if metric in SUMS else Fraction(values[-1])
