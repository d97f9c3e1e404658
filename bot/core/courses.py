"""The course of one metric in several accounts: which of them a chart has a line for, and it.

Each account's units are those of its own clock; here Monday stands beside Monday. Draws and
names nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.core.needs import Needs
from bot.core.periods import Unit
from bot.core.portfolio import AccountRow
from bot.core.reports import Chart, Point, Series
from bot.core.rollups import build_chart
from bot.core.series import build_series

MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Course:
    """A chart and the places in `rows` that its lines are of; no chart below two points."""

    chart: Chart | None
    places: tuple[int, ...]


def course(rows: Sequence[AccountRow], needs: Needs, unit: Unit) -> Course:
    """The largest accounts, at most twelve, that have data for nearly all that is drawn.

    A point needs a figure of every line, so that an account that lacks over a quarter of the units
    is left out: it would take them away from all others.
    """
    (metric,) = needs.series
    found = {
        place: row.data.series[0]
        for place, row in enumerate(rows)
        # Over a clock change the limits may make the units of a few coarser than all others'.
        if row.data is not None and row.data.series[0].unit is unit
    }
    largest = sorted(found, key=lambda place: -(rows[place].figure(metric)[0] or 0))
    (grid,) = build_series(needs.period, unit, [], (metric,), needs.moment, needs.week_start)
    lines = {
        place: _beside(grid, needs.period.zone, found[place], rows[place].zone) for place in largest
    }
    chosen = _chosen(lines)
    drawn = [lines[place] for place in chosen]
    chart = build_chart(drawn, [], needs.period.zone, week_start=needs.week_start)
    if chart is None:
        return Course(None, ())
    # Here what lacks data beside a unit is another account, not the time compared with.
    gaps = chart.left_out + chart.left_out_beside
    return Course(replace(chart, left_out=gaps, left_out_beside=0), tuple(chosen))


def _beside(grid: Series, grid_zone: tzinfo, series: Series, zone: tzinfo) -> Series:
    """`series` on the units of `grid`, by what the two clocks show; what is not over is a gap."""
    values = {
        _wall(point.start, zone): point.value for point in series.points if point.covered is None
    }
    points = (
        replace(point, value=values.get(_wall(point.start, grid_zone))) for point in grid.points
    )
    return replace(series, points=tuple(points))


def _wall(at: datetime, zone: tzinfo) -> tuple[datetime, int]:
    local = at.astimezone(zone)
    return local.replace(tzinfo=None, fold=0), local.fold


def _chosen(lines: dict[int, Series]) -> list[int]:
    """The accounts that can be drawn together, the largest first."""
    known = {place: _known(series.points) for place, series in lines.items()}
    most = max(map(len, known.values()), default=0)
    common = set().union(*known.values())
    chosen: list[int] = []
    for place, units in known.items():
        if len(chosen) < MOST_LINES and len(common & units) * 4 >= most * 3:
            chosen.append(place)
            common &= units
    return chosen


def _known(points: Sequence[Point]) -> set[int]:
    return {at for at, point in enumerate(points) if point.value is not None}
