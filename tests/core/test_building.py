"""Reports made of what came: what is drawn, and what is said where something did not come."""

from __future__ import annotations

import pytest

from bot.core.periods import Shape, Unit
from bot.core.query import Subcommand
from bot.core.reports import Note, NoteKind
from bot.core.results import Insights, Results
from tests.core.figures import at, buckets, days, timed
from tests.core.test_reports import IN_NOVEMBER, WEEK, kinds, needs, report

EVER = timed("2010-01-01T00:00:00", "2026-11-26T15:45:12", Shape.ALL_TIME)


def test_units_without_totals_are_said() -> None:
    """The figures stay missing; what came by day is drawn all the same."""
    found = report(
        needs(Subcommand.STATS), Results(Insights(None, tuple(buckets(WEEK, Unit.DAY, [1] * 7))))
    )
    assert (found.no_data, kinds(found)) == (False, [NoteKind.NO_TOTALS])
    assert found.chart is not None


def test_why_there_is_no_chart_is_said() -> None:
    """Where days lack data; a single day never makes a chart, which needs no word."""
    one = Insights(IN_NOVEMBER, tuple(buckets(WEEK, Unit.DAY, [1])))
    found = report(needs(Subcommand.CHART), Results(one))
    assert found.notes == (Note(NoteKind.NO_CHART, ("day",)),)
    day = needs(Subcommand.CHART, days("2026-11-25", "2026-11-25", Shape.DAY), unit=Unit.DAY)
    assert report(day, Results(Insights(IN_NOVEMBER))).notes == ()


@pytest.mark.parametrize(
    ("more", "unit", "first"),
    [
        ({}, Unit.MONTH, "2025-03-01T00:00:00"),
        ({"unit": Unit.MONTH}, Unit.MONTH, "2025-03-01T00:00:00"),
        ({"unit": Unit.YEAR}, Unit.YEAR, "2024-01-01T00:00:00"),
    ],
)
def test_all_time_is_drawn_from_the_first_users_on(
    more: dict[str, object], unit: Unit, first: str
) -> None:
    """A young account's chart is no row of empty years; where no unit is asked, it is by month."""
    months = (2025 - 2010) * 12 + 2
    began = months if unit is Unit.MONTH else months - 5
    sent = [0] * began + [4] * 30
    found = report(
        needs(Subcommand.STATS, EVER, **more),
        Results(Insights(IN_NOVEMBER, tuple(buckets(EVER, Unit.MONTH, sent[:203])))),
    )
    assert [one.unit for one in found.series] == [Unit.YEAR] * 4
    assert len(found.series[0].points) == 17
    assert found.chart is not None
    assert found.chart.unit is unit
    assert found.chart.lines[0].points[0].start == at(first)


def test_other_dates_without_units_cost_the_chart_its_second_line_and_that_is_said() -> None:
    """Flow XO's totals of them stand; its units are gaps."""
    here = Insights(IN_NOVEMBER, tuple(buckets(WEEK, Unit.DAY, [1] * 7)))
    found = report(needs(Subcommand.STATS), Results(here, Insights(IN_NOVEMBER)))
    assert {point.value for one in found.compared_series for point in one.points} == {None}
    assert found.chart is not None
    assert found.chart.too_few_before


def test_other_dates_with_units_and_no_totals_are_not_nothing() -> None:
    """They are drawn; that their totals are missing is said."""
    here = Insights(IN_NOVEMBER, tuple(buckets(WEEK, Unit.DAY, [1] * 7)))
    wanted = needs(Subcommand.STATS)
    assert wanted.baseline is not None
    beside = Insights(None, tuple(buckets(wanted.baseline, Unit.DAY, [1] * 7)))
    found = report(wanted, Results(here, beside))
    assert NoteKind.BASELINE_NO_TOTALS in kinds(found)
    assert NoteKind.BASELINE_NO_DATA not in kinds(found)
    assert found.chart is not None
    assert len(found.chart.lines) == 2
