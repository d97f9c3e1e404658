"""Charts: the Report's Chart as a native `data_visualization`, and its title and points in words.

Never more than Slack holds, never a null; a chart of one point is not drawn but said.
"""

from __future__ import annotations

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


def is_drawn(chart: Chart | None) -> bool:
    """Whether there is a course to see: two points at least."""
    return chart is not None and bool(chart.lines) and len(chart.lines[0].points) >= 2


def chart_block(report: Report) -> Block | None:
    """The native chart; None where there is nothing to see a course in."""
    chart = report.chart
    if chart is None or not is_drawn(chart):
        return None
    lines = drawn_lines(chart)
    labels = plotted_labels(report)
    series = [
        {
            "name": name,
            "data": [
                {"label": label, "value": json_number(point.value)}
                for label, point in zip(labels, line.points, strict=False)
            ],
        }
        for name, line in zip(line_names(report), lines, strict=False)
    ]
    return {
        "type": "data_visualization",
        "title": literal(chart_title(chart), LIMITS["chart.title"]),
        "chart": {
            "type": "line" if len(labels) >= _LINE_FROM else "bar",
            "series": series,
            "axis_config": {"categories": labels},
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


def line_names(report: Report) -> list[str]:
    """The name of each line, at most 20 characters, all different."""
    chart = report.chart
    if chart is None:
        return []
    lines = drawn_lines(chart)
    if len({line.metric for line in lines}) == 1 and report.baseline is not None and len(lines) > 1:
        this, before = _period_names(report, report.baseline)
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


def _period_names(report: Report, baseline: Period) -> tuple[str, str]:
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
    long = [_inside(METRICS[metric].label, index) for index, metric in enumerate(metrics)]
    brief = [_inside(say(f"chart.metric.{metric}"), index) for index, metric in enumerate(metrics)]
    for labels in (long, brief):
        title = say(key, label=", ".join(labels), unit=unit) + (f", {words}" if words else "")
        if size(title) <= LIMITS["chart.title"]:
            return title
    return say(key, label=say("chart.several"), unit=unit) + (f", {words}" if words else "")


def _inside(name: str, index: int = 1) -> str:
    """The name as it stands inside a sentence: small, unless it is first, a month's or Q3."""
    named = name in MONTHS or name[1:2].isdigit()
    return name if index == 0 or named else name[:1].lower() + name[1:]


def chart_words(report: Report) -> str:
    """The chart as a line of text: Line chart: messages sent per day, November and October."""
    chart = report.chart
    if chart is None or not is_drawn(chart):
        return ""
    key = "chart.line" if len(chart.lines[0].points) >= _LINE_FROM else "chart.bar"
    words = say(key, title=_inside(chart_title(chart)))
    if not any(line.compared for line in drawn_lines(chart)):
        return words
    names = [_inside(name) for name in line_names(report)]
    if len(names) == 2:
        return f"{words}, {say('words.and', first=names[0], last=names[1])}"
    return f"{words}, {say(f'chart.each_before.{_other(report)}')}"


def point_words(report: Report, locale: str) -> list[str]:
    """Every plotted point in words, one line each: 1–2 Nov: 3.5 (October: 4)."""
    chart = report.chart
    if chart is None or not chart.lines:
        return []
    lines = drawn_lines(chart)
    names = line_names(report)
    words = []
    for index, label in enumerate(plotted_labels(report)):
        values = [decimal(line.points[index].value, locale) for line in lines]
        if len(lines) == 1:
            words.append(f"{label}: {values[0]}")
            continue
        named = [f"{name} {value}" for name, value in zip(names, values, strict=True)]
        words.append(f"{label}: {', '.join(named)}")
    return words
