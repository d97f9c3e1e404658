"""The asked units of an answer as rows, each beside the one compared with; no block, no sentence.

The lines of a text and the cells of a table are made of the same rows, so that they agree.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.pairing import partners
from bot.core.query import Subcommand
from bot.core.reports import Report, Series
from bot.render.charts import drawn_lines, is_drawn, roll_up_words
from bot.render.labels import row_labels


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit: its `label`, whether it is `running`, and a value of every series.

    `values` are in the order of the report's series, `beside` of its compared ones, those of the
    unit that stands beside this one; None is a gap, or that there is no such unit.
    """

    label: str
    running: bool
    values: tuple[int | None, ...]
    beside: tuple[int | None, ...]


def told_by_unit(report: Report) -> bool:
    """Whether the units are rows of the answer: of a chart, and wherever a unit was typed."""
    asked = report.query.subcommand is Subcommand.CHART or report.query.unit is not None
    return asked and bool(report.series)


def unit_rows(report: Report) -> list[UnitRow]:
    """Every unit of the series, in order, under labels that all differ."""
    if not report.series:
        return []
    first = report.series[0]
    there = report.compared_series[0].points if report.compared_series else ()
    beside = partners(first.points, there, first.unit, report.zone)
    labels = row_labels(first.points, first.unit, report.zone)
    return [
        UnitRow(
            label,
            first.points[at].running,
            tuple(_value(one, at) for one in report.series),
            tuple(_value(one, partner) for one in report.compared_series),
        )
        for at, (label, partner) in enumerate(zip(labels, beside, strict=True))
    ]


def _value(series: Series, at: int | None) -> int | None:
    return series.points[at].value if at is not None and at < len(series.points) else None


def drawn_by_unit(report: Report) -> bool:
    """Whether the chart has a point for each unit of every series, and of every one compared."""
    chart = report.chart
    if chart is None or not is_drawn(chart) or roll_up_words(chart):
        return False
    plotted = [len(line.points) for line in drawn_lines(chart)]
    return plotted == [len(one.points) for one in (*report.series, *report.compared_series)]
