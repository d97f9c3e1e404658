"""Charts: titles, names, points; what is drawn and what is said instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from bot.core.metrics import Metric
from bot.core.periods import Period, Shape, Unit
from bot.core.query import Compare
from bot.core.reports import Chart, Report
from bot.render.charts import (
    chart_block,
    chart_title,
    chart_words,
    line_names,
    plotted_labels,
    point_words,
    roll_up_words,
)
from tests.render.made import (
    BOTH,
    NOVEMBER,
    OCTOBER,
    WEEK,
    WEEK_BEFORE,
    chart_line,
    days,
    report,
    stats_november,
)

DAY = timedelta(days=1)
WEEK_AFTER = days(date(2026, 11, 23), date(2026, 11, 29), Shape.WEEK)


def weekly(*metrics: Metric, count: int = 7) -> Chart:
    """A chart of some days of a week."""
    values: list[int | Fraction] = list(range(count))
    return Chart(Unit.DAY, tuple(chart_line(one, WEEK, values, step=DAY) for one in metrics))


def with_chart(chart: Chart | None) -> Report:
    """A report of the week with that chart."""
    return report(period=WEEK, baseline=WEEK_BEFORE, chart=chart)


@pytest.mark.parametrize("chart", [None, Chart(Unit.DAY, ()), weekly(Metric.SENT, count=1)])
def test_a_single_point_is_not_drawn(chart: Chart | None) -> None:
    """A chart needs a course; without one there is no block and no line about it."""
    made = with_chart(chart)
    assert chart_block(made) is None
    assert chart_words(made) == ""


def test_few_points_are_bars() -> None:
    """A line through three points suggests a course that nobody measured."""
    block = chart_block(with_chart(weekly(Metric.SENT, count=3)))
    assert block is not None
    assert block["chart"]["type"] == "bar"
    assert (
        chart_words(with_chart(weekly(Metric.SENT, count=3))) == "Bar chart: messages sent per day"
    )


def test_values_are_numbers_that_json_holds() -> None:
    """Averages as decimals, whole ones whole, quintillions held down."""
    values: list[int | Fraction] = [Fraction(1, 3), Fraction(4, 2), 10**30, 0]
    chart = Chart(Unit.DAY, (chart_line(Metric.SENT, WEEK, values, step=DAY),))
    block = chart_block(with_chart(chart))
    assert block is not None
    data = block["chart"]["series"][0]["data"]
    assert [point["value"] for point in data] == [0.33, 2, 9_007_199_254_740_991, 0]


def test_only_lines_as_long_as_the_first_are_drawn() -> None:
    """A point without a partner would be a null, which Slack refuses."""
    short = chart_line(Metric.TRIGGERS, WEEK, [1, 2], step=DAY)
    chart = Chart(Unit.DAY, (*weekly(Metric.SENT).lines, short))
    block = chart_block(with_chart(chart))
    assert block is not None
    assert [one["name"] for one in block["chart"]["series"]] == ["Messages sent"]


@pytest.mark.parametrize(
    ("chart", "title"),
    [
        (weekly(Metric.SENT), "Messages sent per day"),
        (weekly(Metric.ACTIVE_USERS), "Active users (30 days) by day"),
        (Chart(Unit.DAY, weekly(Metric.SENT).lines, 2), "Messages sent per day, 2-day averages"),
        (
            Chart(Unit.DAY, weekly(Metric.TOTAL_USERS).lines, 3),
            "Total users by day, last of every 3 days",
        ),
        (
            Chart(Unit.HOUR, weekly(Metric.RECEIVED).lines, group_unit=Unit.DAY),
            "Messages received per hour, averages by day",
        ),
        (
            Chart(Unit.DAY, weekly(Metric.ACTIVE_USERS).lines, group_unit=Unit.MONTH),
            "Active users (30 days) by day, last of each month",
        ),
        (
            Chart(Unit.DAY, weekly(Metric.NEW_USERS, Metric.TOTAL_USERS).lines, 2),
            "New users, total users per day, 2-day points",
        ),
        (
            Chart(Unit.DAY, weekly(Metric.SENT, Metric.ACTIVE_USERS).lines),
            "Messages sent, active users (30 days) per day",
        ),
        (
            Chart(Unit.DAY, weekly(Metric.SENT, Metric.ACTIVE_USERS).lines, group_unit=Unit.WEEK),
            "Several figures per day, points by week",
        ),
        (
            Chart(Unit.DAY, weekly(Metric.ACTIVE_USERS).lines, group_unit=Unit.QUARTER),
            "Active (30 days) by day, last of each quarter",
        ),
        (weekly(*Metric), "Several figures per day"),
    ],
)
def test_titles(chart: Chart, title: str) -> None:
    """What is drawn, by which unit, and how it was rolled up, in 50 characters."""
    assert chart_title(chart) == title
    assert len(title) <= 50


def test_roll_up_of_nothing_is_nothing() -> None:
    """Points as asked need no words; a chart without lines does not break."""
    assert roll_up_words(weekly(Metric.SENT)) == ""
    assert roll_up_words(Chart(Unit.DAY, (), 2)) == "2-day averages"


def compared(report_made: Report) -> list[str]:
    """The names of the two lines of a comparison."""
    chart = Chart(
        Unit.DAY,
        (
            chart_line(Metric.SENT, WEEK, [1, 2, 3], step=DAY),
            chart_line(Metric.SENT, WEEK, [1, 2, 3], step=DAY, compared=True),
        ),
    )
    return line_names(replace(report_made, chart=chart))


def test_compared_lines_are_named_by_their_dates() -> None:
    """Months by name, weeks by dates, what is too long by plain words."""
    assert compared(stats_november()) == ["November", "October"]
    assert compared(report(period=WEEK, baseline=WEEK_BEFORE)) == ["16–22 Nov", "9–15 Nov"]
    last_year = days(date(2020, 11, 1), date(2020, 11, 30), Shape.MONTH)
    assert compared(report(period=NOVEMBER, baseline=last_year)) == [
        "1–30 Nov 2021",
        "1–30 Nov 2020",
    ]
    year, year_before = (days(date(y, 1, 1), date(y, 12, 31), Shape.YEAR) for y in (2025, 2024))
    assert compared(report(period=year, baseline=year_before)) == ["2025", "2024"]
    quarter = days(date(2026, 7, 1), date(2026, 9, 30), Shape.QUARTER)
    quarter_before = days(date(2026, 4, 1), date(2026, 6, 30), Shape.QUARTER)
    assert compared(report(period=quarter, baseline=quarter_before)) == ["Q3 2026", "Q2 2026"]
    over_new_year = days(date(2020, 12, 20), date(2021, 1, 3))
    assert compared(report(period=BOTH, baseline=over_new_year)) == [
        "This period",
        "The period before",
    ]
    for later in (NOVEMBER, days(date(2021, 12, 20), date(2022, 1, 3))):
        made = report(period=NOVEMBER, baseline=later)
        assert compared(made) == ["This period", "The other period"]
    for compare, name in (
        (Compare.LAST_YEAR, "A year earlier"),
        (Compare.PERIOD, "The other period"),
        (Compare.NONE, "The period before"),
    ):
        typed = report(period=BOTH, baseline=over_new_year, compare=compare)
        assert compared(typed) == ["This period", name]


def test_a_comparison_in_words() -> None:
    """Two lines by their names; more of them in one phrase."""
    lines = (
        *weekly(Metric.SENT, Metric.TRIGGERS).lines,
        chart_line(Metric.SENT, WEEK_BEFORE, [0] * 7, step=DAY, compared=True),
    )
    assert chart_words(with_chart(Chart(Unit.DAY, lines))) == (
        "Line chart: messages sent, triggers per day, each beside the period before"
    )
    assert chart_words(with_chart(Chart(Unit.DAY, (lines[0], lines[2])))) == (
        "Line chart: messages sent per day, 16–22 Nov and 9–15 Nov"
    )


def test_lines_of_several_metrics_are_named_by_them() -> None:
    """Short enough for Slack, and a compared one says so."""
    lines = (
        *weekly(Metric.RECEIVED, Metric.ACTIVE_USERS).lines,
        chart_line(Metric.TRIGGERS, OCTOBER, [0] * 7, step=DAY, compared=True),
    )
    made = with_chart(Chart(Unit.DAY, lines))
    assert line_names(made) == ["Received", "30-day active", "Triggers before"]
    assert line_names(with_chart(None)) == []
    assert plotted_labels(with_chart(None)) == []


@pytest.mark.parametrize(("baseline", "word"), [(WEEK_BEFORE, "before"), (WEEK_AFTER, "there")])
def test_lines_beside_another_period_have_whole_names(baseline: Period, word: str) -> None:
    """All six beside those before, or there: none is cut, none looks like another."""
    for metrics in (tuple(Metric)[:3], tuple(Metric)[3:]):
        now = weekly(*metrics).lines
        chart = Chart(Unit.DAY, (*now, *(replace(line, compared=True) for line in now)))
        names = line_names(replace(with_chart(chart), baseline=baseline))
        assert len(set(names)) == 6
        assert [name.endswith(f" {word}") for name in names] == [False] * 3 + [True] * 3
        assert not any("…" in name or "(2)" in name for name in names)


def test_points_in_words() -> None:
    """Every plotted point on its line, with its partner."""
    assert point_words(with_chart(weekly(Metric.SENT, count=2)), "en-GB") == [
        "16 Nov: 0",
        "17 Nov: 1",
    ]
    words = point_words(stats_november(), "de-DE")
    assert words[6] == "13–14 Nov: November 0,5, October 8"
    assert point_words(with_chart(None), "en-GB") == []
