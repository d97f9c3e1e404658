"""A chart of several accounts: a line each, day beside day by every clock, none that spoils all."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from bot.core.courses import MOST_LINES
from bot.core.metrics import Metric
from bot.core.parse import Context, parse
from bot.core.periods import Period, Shape, Unit, of_days
from bot.core.query import Query, Subcommand
from bot.core.reports import Chart
from tests.core.figures import BERLIN
from tests.render.portfolios import NEW_YORK, TOKYO, Given, alike, portfolio

WEEK = of_days(date(2026, 11, 16), date(2026, 11, 22), BERLIN, Shape.WEEK)
NOW = datetime(2026, 11, 26, 15, 45, tzinfo=BERLIN)


def query(period: Period = WEEK, metric: Metric = Metric.SENT, unit: Unit | None = None) -> Query:
    """A chart of one metric."""
    return Query(Subcommand.CHART, period, unit=unit, metrics=(metric,))


def values(chart: Chart | None) -> list[list[Fraction]]:
    """What is drawn, line by line."""
    assert chart is not None
    return [[point.value for point in line.points] for line in chart.lines]


def test_each_account_has_its_line_the_largest_first() -> None:
    """Whatever order they are told in."""
    made = portfolio(query(), [Given("A", alike(7)), Given("B"), Given("C", alike(14))], NOW)
    assert made.charted == (2, 0)
    assert values(made.whole.chart) == [[2] * 7, [1] * 7]


def test_twelve_lines_at_most() -> None:
    """The largest; the others stand in the table."""
    made = portfolio(query(), [Given(f"{n}", alike(7 * n)) for n in range(1, 20)], NOW)
    assert made.charted == tuple(range(18, 18 - MOST_LINES, -1))


@pytest.mark.parametrize("zone", [TOKYO, NEW_YORK])
def test_monday_stands_beside_monday(zone: object) -> None:
    """By each account's own clock, under the labels of the question's."""
    tuesday = frozenset({1})
    given = [Given("A", alike(70)), Given("B", alike(7), zone=zone, gaps=tuesday)]  # type: ignore[arg-type]  # a zone
    made = portfolio(query(), given, NOW)
    assert made.whole.chart is not None
    days = [point.start.astimezone(BERLIN).date().day for point in made.whole.chart.lines[0].points]
    assert days == [16, 18, 19, 20, 21, 22]
    assert made.whole.chart.left_out == 1


def test_an_hour_that_comes_twice_stands_beside_itself() -> None:
    """On the night when the clock goes back, the second one beside the second."""
    night = of_days(date(2026, 10, 25), date(2026, 10, 25), BERLIN, Shape.DAY)
    given = [Given("A", alike(25)), Given("B", alike(50), gaps=frozenset({3}))]
    made = portfolio(query(night, unit=Unit.HOUR), given, NOW)
    assert made.whole.chart is not None
    assert made.whole.chart.left_out == 1


def test_an_account_with_many_gaps_is_left_out() -> None:
    """It would take its missing days away from all; one with few may stay."""
    few, many = frozenset({0}), frozenset({0, 1, 2})
    given = [
        Given("A", alike(70)),
        Given("B", alike(60), gaps=many),
        Given("C", alike(7), gaps=few),
    ]
    made = portfolio(query(), given, NOW)
    assert made.charted == (0, 2)
    assert values(made.whole.chart) == [[10] * 6, [1] * 6]


def test_the_day_that_is_not_over_is_left_out() -> None:
    """By the question's clock; one that is over there, but not in another zone, is left out too."""
    week = of_days(date(2026, 11, 23), date(2026, 11, 29), BERLIN, Shape.WEEK)
    friday = datetime(2026, 11, 27, 1, 0, tzinfo=BERLIN)  # still Thursday in New York
    made = portfolio(query(week), [Given("A", alike(70)), Given("B", alike(7))], friday)
    assert [len(line) for line in values(made.whole.chart)] == [4, 4]
    given = [Given("A", alike(70)), Given("B", alike(7), zone=NEW_YORK)]
    made = portfolio(query(week), given, friday)
    assert [len(line) for line in values(made.whole.chart)] == [3, 3]
    assert made.whole.chart is not None
    assert made.whole.chart.running_left_out


def test_users_have_lines_and_no_total() -> None:
    """Each account's own course is no sum."""
    made = portfolio(
        query(metric=Metric.TOTAL_USERS), [Given("A", alike(5)), Given("B", alike(9))], NOW
    )
    assert values(made.whole.chart) == [[9] * 7, [5] * 7]
    assert made.totals[0].value is None


def test_other_units_are_not_drawn_beside_these() -> None:
    """Where it is tomorrow already the same dates are over 31 days, too long for hours."""
    since = parse("chart sent since 27 oct by hour", Context(NOW, BERLIN)).query
    there = Given("B", alike(9_000), zone=ZoneInfo("Pacific/Kiritimati"))
    made = portfolio(since, [Given("A", alike(5_000)), there, Given("C", alike(3_000))], NOW)
    units = [row.report.series[0].unit for row in made.rows if row.report is not None]
    assert units == ["hour", "day", "hour"]
    assert made.charted == (0, 2)


@pytest.mark.parametrize("given", [[Given("A")], [Given("A", alike(1), gaps=frozenset(range(6)))]])
def test_without_a_course_there_is_no_chart(given: list[Given]) -> None:
    """No data, or a single day of it."""
    made = portfolio(query(), given, NOW)
    assert (made.whole.chart, made.charted) == (None, ())
