"""Charts: the Report's Chart as a native `data_visualization`, and its title and points in words.

Never more than Slack holds, never a null; a chart of one point is not drawn but said.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from bot.core.baselines import comparison
from bot.core.metrics import METRICS, Kind
from bot.core.periods import Period, Shape
from bot.core.query import Compare
from bot.core.reports import Chart, ChartLine, Report
from bot.core.sentences import say
from bot.render.blocks import Block, json_number, literal
from bot.render.comparing import beside
from bot.render.dates import MONTHS, range_text
from bot.render.labels import chart_labels, unique
from bot.render.limits import LIMITS
from bot.render.numbers import decimal
from bot.render.untrusted import size

_LINE_FROM = 4  # points; fewer are bars

# What the period and the one that it is compared with are called in a chart.
PeriodNames: TypeAlias = tuple[str, str]


def is_drawn(chart: Chart | None) -> bool:
    """Whether there is a course to see: two points at least."""
    return chart is not None and bool(chart.lines) and len(chart.lines[0].points) >= 2


def chart_block(report: Report, named: PeriodNames | None = None) -> Block | None:
    """The native chart; None where there is nothing to see a course in.

    `named` is what the two periods are called, where that is known better than by their dates.
    """
    chart = report.chart
    if chart is None or not is_drawn(chart):
        return None
    labels = plotted_labels(report)
    lines = [[point.value for point in line.points] for line in drawn_lines(chart)]
    series = list(zip(line_names(report, named), lines, strict=False))
    return drawing(kind_of(chart), chart_title(chart), labels, series)


def kind_of(chart: Chart) -> str:
    """A course needs some points to be a line; fewer are bars."""
    return "line" if len(chart.lines[0].points) >= _LINE_FROM else "bar"


def drawing(
    kind: str, title: str, labels: Sequence[str], series: Sequence[tuple[str, Sequence[Fraction]]]
) -> Block:
    """A native chart of a kind with a value of every series, by its name, at every label."""
    return {
        "type": "data_visualization",
        "title": literal(title, LIMITS["chart.title"]),
        "chart": {
            "type": kind,
            "series": [
                {
                    "name": name,
                    "data": [
                        {"label": label, "value": json_number(value)}
                        for label, value in zip(labels, values, strict=False)
                    ],
                }
                for name, values in series
            ],
            "axis_config": {"categories": list(labels)},
        },
    }


def drawn_lines(chart: Chart) -> list[ChartLine]:
    """The lines that are drawn: those as long as the first, so that no point lacks a partner."""
    length = len(chart.lines[0].points)
    return [line for line in chart.lines if len(line.points) == length][: LIMITS["chart.series"]]


def plotted_labels(report: Report) -> list[str]:
    """The label of each plotted point, at most 20, each at most 20 characters, all different."""
    chart = report.chart
    if chart is None or not chart.lines:
        return []
    points = chart.lines[0].points[: LIMITS["chart.points"]]
    return chart_labels(points, chart.group_unit or chart.unit, chart.group, report.zone)


def line_names(report: Report, named: PeriodNames | None = None) -> list[str]:
    """The name of each line, at most 20 characters, all different."""
    chart = report.chart
    if chart is None:
        return []
    lines = drawn_lines(chart)
    if len({line.metric for line in lines}) == 1 and report.baseline is not None and len(lines) > 1:
        this, before = named or period_names(report, report.baseline)
        names = [before if line.compared else this for line in lines]
    else:
        brief = any(line.compared for line in lines)
        later = report.compares_with_later
        names = [_metric_name(line, brief=brief, later=later) for line in lines]
    return unique(names, LIMITS["chart.series.name"])


def _metric_name(line: ChartLine, *, brief: bool, later: bool) -> str:
    """Messages received; beside another period in brief, so that "Received before" fits too."""
    name = say(f"chart.{'brief' if brief else 'metric'}.{line.metric}")
    return say(beside("chart.brief_before", later=later), name=name) if line.compared else name


def period_names(report: Report, baseline: Period) -> PeriodNames:
    """What the two periods are called in a chart: November, October; never alike."""
    period = report.period
    asked = report.query.period or period
    if asked.count == baseline.count == 1 and asked.shape is baseline.shape:
        named = _unit_name(asked), _unit_name(baseline)
        if named[0] != named[1]:
            return named
    years = {day.year for p in (period, baseline) for day in (p.first_day, p.last_day)}
    this, before = (range_text(p, year=len(years) > 1) for p in (period, baseline))
    if max(size(this), size(before)) <= LIMITS["chart.series.name"] and this != before:
        return this, before
    return say("chart.this"), say(f"chart.before.{_other(report)}")


def _other(report: Report) -> Compare:
    """What the other period is: the one before, that of a year earlier, or the one typed."""
    if report.compares_with_later:
        return Compare.PERIOD
    compared = comparison(report.query)
    return compared if compared is not Compare.NONE else Compare.PREVIOUS


def _unit_name(period: Period) -> str:
    """November, Q3 2026, 2025; nothing for what has no name."""
    first = period.first_day
    match period.shape:
        case Shape.MONTH:
            return MONTHS[first.month - 1]
        case Shape.QUARTER:
            return f"Q{(first.month + 2) // 3} {first.year}"
        case Shape.YEAR:
            return str(first.year)
        case _:
            return ""


def _kinds(chart: Chart) -> set[Kind]:
    return {METRICS[line.metric].kind for line in chart.lines}


def roll_up_words(chart: Chart) -> str:
    """2-day averages, averaged by month, last of each week; nothing where points are as asked."""
    if chart.group == 1 and chart.group_unit is None:
        return ""
    kinds = _kinds(chart)
    kind = "mixed" if len(kinds) > 1 else next(iter(kinds), Kind.SUM).value
    if chart.group_unit is not None:
        return say(f"chart.by_unit.{kind}", unit=say(f"unit.{chart.group_unit}"))
    return say(f"chart.group.{kind}", count=chart.group, unit=say(f"unit.{chart.unit}"))


def chart_title(chart: Chart) -> str:
    """Messages sent per day, 2-day averages: at most 50 characters."""
    metrics = list(dict.fromkeys(line.metric for line in chart.lines))
    unit = say(f"unit.{chart.unit}")
    key = "chart.per" if Kind.SUM in _kinds(chart) else "chart.at"
    words = roll_up_words(chart)
    long = [inside(METRICS[metric].label, index) for index, metric in enumerate(metrics)]
    brief = [inside(say(f"chart.metric.{metric}"), index) for index, metric in enumerate(metrics)]
    for labels in (long, brief):
        title = say(key, label=", ".join(labels), unit=unit) + (f", {words}" if words else "")
        if size(title) <= LIMITS["chart.title"]:
            return title
    return say(key, label=say("chart.several"), unit=unit) + (f", {words}" if words else "")


def inside(name: str, index: int = 1) -> str:
    """The words as they stand inside a sentence: small, unless first, a month's or Q3."""
    named = name in MONTHS or name[1:2].isdigit()
    return name if index == 0 or named else name[:1].lower() + name[1:]


def chart_words(report: Report, named: PeriodNames | None = None) -> str:
    """The chart as a line of text: Line chart: messages sent per day, November and October."""
    chart = report.chart
    if chart is None or not is_drawn(chart):
        return ""
    words = say(f"chart.{kind_of(chart)}", title=inside(chart_title(chart)))
    if not any(line.compared for line in drawn_lines(chart)):
        return words
    names = [inside(name) for name in line_names(report, named)]
    if len(names) == 2:
        return f"{words}, {say('words.and', first=names[0], last=names[1])}"
    return f"{words}, {say(f'chart.each_before.{_other(report)}')}"


def point_words(report: Report, locale: str, named: PeriodNames | None = None) -> list[str]:
    """Every plotted point in words, one line each: 1–2 Nov: 3.5 (October: 4)."""
    chart = report.chart
    if chart is None or not chart.lines:
        return []
    return plotted_words(chart, line_names(report, named), plotted_labels(report), locale)


def plotted_words(
    chart: Chart, names: Sequence[str], labels: Sequence[str], locale: str
) -> list[str]:
    """The same of a chart whose lines and points are called so."""
    lines = drawn_lines(chart)
    words = []
    for index, label in enumerate(labels):
        values = [decimal(line.points[index].value, locale) for line in lines]
        if len(lines) == 1:
            words.append(f"{label}: {values[0]}")
            continue
        named = [f"{name} {value}" for name, value in zip(names, values, strict=True)]
        words.append(f"{label}: {', '.join(named)}")
    return words
