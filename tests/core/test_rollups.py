"""Charts: never over 20 points, equally long lines, averages of whole units, nothing misleading."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.grid import spans
from bot.core.metrics import Metric
from bot.core.periods import Period, Unit
from bot.core.reports import Chart, Series
from bot.core.rollups import MOST_POINTS, build_chart, too_unlike
from bot.core.series import FETCHED, unit_for
from tests.core.figures import BERLIN, at, days, series, timed


def values(chart: Chart | None, line: int = 0) -> list[Fraction]:
    """The plotted values of one line."""
    assert chart is not None
    return [point.value for point in chart.lines[line].points]


def chart_of(*found: Series, compared: tuple[Series, ...] = (), unlike: bool = False) -> Chart:
    """A chart that is there, in Berlin."""
    chart = build_chart(found, compared, BERLIN, unlike=unlike)
    assert chart is not None
    return chart


def whole(period: Period, unit: Unit) -> Series:
    """A series of ones."""
    return series(period, unit, [1] * len(spans(period, FETCHED[unit])))


@pytest.mark.parametrize(
    ("period", "unit", "group", "group_unit", "points"),
    [
        (days("2026-11-01", "2026-11-20"), Unit.DAY, 1, None, 20),
        (days("2026-11-01", "2026-11-21"), Unit.DAY, 2, None, 11),
        (days("2026-10-01", "2026-11-09"), Unit.DAY, 2, None, 20),
        (days("2026-10-01", "2026-11-10"), Unit.DAY, 3, None, 14),
        (days("2026-10-01", "2026-11-29"), Unit.DAY, 3, None, 20),
        (days("2026-10-01", "2026-11-30"), Unit.DAY, 1, Unit.WEEK, 10),
        (days("2026-01-01", "2026-05-31"), Unit.DAY, 1, Unit.MONTH, 5),
        (days("2026-11-25", "2026-11-25"), Unit.HOUR, 2, None, 12),
        (days("2026-10-24", "2026-10-25"), Unit.HOUR, 3, None, 17),
        (days("2026-11-01", "2026-11-03"), Unit.HOUR, 4, None, 18),
        (days("2026-11-01", "2026-11-05"), Unit.HOUR, 6, None, 20),
        (days("2026-11-01", "2026-11-10"), Unit.HOUR, 12, None, 20),
        (days("2026-11-01", "2026-11-11"), Unit.HOUR, 1, Unit.DAY, 11),
        (days("2026-11-01", "2026-11-30"), Unit.HOUR, 1, Unit.WEEK, 6),
        (days("2026-01-05", "2026-05-24"), Unit.WEEK, 1, None, 20),
        (days("2026-01-05", "2026-05-31"), Unit.WEEK, 1, Unit.MONTH, 5),
        (days("2024-01-01", "2025-12-31"), Unit.MONTH, 1, Unit.QUARTER, 8),
        (days("2016-01-01", "2025-12-31"), Unit.MONTH, 1, Unit.YEAR, 10),
        (days("2001-01-01", "2026-12-31"), Unit.YEAR, 2, None, 13),
    ],
)
def test_long_series_are_rolled_up(
    period: Period, unit: Unit, group: int, group_unit: Unit | None, points: int
) -> None:
    """2 and 3 days, 2 to 12 hours, then the calendar's coarser units."""
    chart = chart_of(whole(period, unit))
    found = (chart.group, chart.group_unit, len(chart.lines[0].points))
    assert found == (group, group_unit, points)
    each = {Unit.WEEK: 7, Unit.YEAR: 12}.get(unit, 1)
    assert set(values(chart)) == {each}


def test_rolled_up_sums_are_averages_and_snapshots_the_last() -> None:
    """An odd day at the end is its own average, so that it does not look like a crash."""
    period = days("2026-11-01", "2026-11-21")
    daily = [*range(1, 21), 30]
    assert values(chart_of(series(period, Unit.DAY, daily)))[:2] == [Fraction(3, 2), Fraction(7, 2)]
    assert values(chart_of(series(period, Unit.DAY, daily)))[-1] == 30
    total = series(period, Unit.DAY, daily, Metric.TOTAL_USERS)
    assert values(chart_of(total))[:2] == [2, 4]


def test_a_gap_is_averaged_over_what_is_there_or_left_out() -> None:
    """Never a null, and the units without data are counted."""
    rolled = chart_of(
        series(days("2026-11-01", "2026-11-21"), Unit.DAY, [4, None, *([None] * 2), *([1] * 17)])
    )
    assert values(rolled)[0] == 4
    assert (len(rolled.lines[0].points), rolled.left_out) == (10, 3)
    plain = chart_of(series(days("2026-11-01", "2026-11-04"), Unit.DAY, [3, None, 0, 5]))
    assert values(plain) == [3, 0, 5]
    assert plain.left_out == 1


def test_what_is_not_over_or_only_in_part_is_left_out() -> None:
    """The chart says which of the two it was."""
    moment = at("2026-11-26T15:45:00")
    month = days("2026-11-01", "2026-11-30").cut(moment)
    running = chart_of(series(month, Unit.DAY, [7] * 26, moment=moment))
    assert (running.running_left_out, running.part_left_out) == (True, False)
    assert set(values(running)) == {7}
    part = chart_of(series(days("2026-11-05", "2026-11-22"), Unit.WEEK, [1] * 18))
    assert (running.left_out, part.running_left_out, part.part_left_out) == (0, False, True)
    assert values(part) == [7, 7]


def test_under_two_points_there_is_no_chart() -> None:
    """One point has no course; nor has nothing."""
    assert (
        build_chart([series(days("2026-11-01", "2026-11-01"), Unit.DAY, [3])], [], BERLIN) is None
    )
    empty = series(days("2026-11-01", "2026-11-04"), Unit.DAY, [])
    assert build_chart([empty], [], BERLIN) is None
    assert build_chart([], [], BERLIN) is None
    short = series(timed("2026-11-03T14:30:00", "2026-11-03T15:30:00"), Unit.HOUR, [1, 1])
    assert build_chart([short], [short], BERLIN) is None


def test_a_compared_line_is_as_long_and_its_last_point_averages_the_rest() -> None:
    """November's 30 days and October's 31, by two: 15 points, October's last holds three days."""
    november = series(days("2021-11-01", "2021-11-30"), Unit.DAY, [1] * 30)
    october = series(days("2021-10-01", "2021-10-31"), Unit.DAY, [2] * 28 + [3, 6, 9])
    chart = chart_of(november, compared=(october,))
    assert [line.compared for line in chart.lines] == [False, True]
    assert [len(line.points) for line in chart.lines] == [15, 15]
    assert values(chart, 1)[-1] == 6
    assert chart.lines[1].points[-1].end == at("2021-11-01T00:00:00")
    back = chart_of(october, compared=(november,))
    assert [len(line.points) for line in back.lines] == [15, 15]
    assert values(back)[-1] == 6


def test_a_longer_snapshot_ends_with_its_last() -> None:
    """The last point stands for what remains, never for an average of snapshots."""
    shorter = series(days("2026-02-01", "2026-02-07"), Unit.DAY, [1] * 7, Metric.TOTAL_USERS)
    longer = series(
        days("2026-01-01", "2026-01-08"), Unit.DAY, [1] * 6 + [4, 5], Metric.TOTAL_USERS
    )
    assert values(chart_of(shorter, compared=(longer,)), 1)[-1] == 5


def test_lengths_that_differ_by_over_a_quarter_are_not_drawn_together() -> None:
    """A quarter of the longer is still alike."""
    assert not too_unlike(days("2026-11-02", "2026-11-04"), days("2026-11-05", "2026-11-08"))
    assert too_unlike(days("2026-11-02", "2026-11-03"), days("2026-11-05", "2026-11-07"))
    plain = chart_of(whole(days("2026-11-01", "2026-11-04"), Unit.DAY), unlike=True)
    assert plain.too_unlike
    assert len(plain.lines) == 1


def test_a_comparison_with_too_many_gaps_does_not_cost_this_period_its_points() -> None:
    """Up to a quarter of the points may go; beyond, the comparison does, and that is said."""
    period, before = days("2026-11-09", "2026-11-12"), days("2026-11-05", "2026-11-08")
    this = series(period, Unit.DAY, [1, 2, 3, 4])
    few = chart_of(this, compared=(series(before, Unit.DAY, [9, None, 9, 9]),))
    assert values(few) == [1, 3, 4]
    assert values(few, 1) == [9, 9, 9]
    assert (few.left_out, few.left_out_beside, few.too_few_before) == (0, 1, False)
    many = chart_of(this, compared=(series(before, Unit.DAY, [None, None, 9, 9]),))
    assert values(many) == [1, 2, 3, 4]
    assert (len(many.lines), many.too_few_before) == (1, True)


def test_whose_data_is_missing_is_counted_apart() -> None:
    """The period's gaps, what stands beside a gap of the other one, and that one's own."""
    period, before = days("2026-11-09", "2026-11-12"), days("2026-11-05", "2026-11-08")
    gaps = (
        ([1, 2, 3, 4], [9, None, 9, 9], (0, 1, 0)),
        ([1, None, 3, 4], [9, 9, 9, 9], (1, 0, 0)),
        ([1, None, 3, 4], [9, None, 9, 9], (1, 0, 0)),
    )
    for own, other, counts in gaps:
        chart = chart_of(series(period, Unit.DAY, own), compared=(series(before, Unit.DAY, other),))
        assert (chart.left_out, chart.left_out_beside, chart.left_out_before) == counts
    long, long_before = days("2026-10-24", "2026-11-20"), days("2026-09-26", "2026-10-23")
    rolled = chart_of(
        series(long, Unit.DAY, [1] * 28),
        compared=(series(long_before, Unit.DAY, [None, None, None, *([1] * 25)]),),
    )
    counts = (rolled.left_out, rolled.left_out_beside, rolled.left_out_before)
    assert (rolled.group, counts) == (2, (0, 2, 1))
    alone = chart_of(
        series(period, Unit.DAY, [1, 2, None, 4]),
        compared=(series(before, Unit.DAY, [None] * 4),),
    )
    counts = (alone.left_out, alone.left_out_beside, alone.left_out_before)
    assert (alone.too_few_before, counts) == (True, (1, 0, 0))


def test_hours_over_a_change_of_the_clock_are_drawn_beside_their_own_names() -> None:
    """An hour that one of two days lacks is left out of both lines, and counted."""
    spring, autumn = days("2026-03-29", "2026-03-29"), days("2026-10-25", "2026-10-25")
    usual = days("2026-03-28", "2026-03-28")
    told: list[int | None] = list(range(24))
    jumped = [one for one in told if one != 2]
    chart = chart_of(series(spring, Unit.HOUR, jumped), compared=(series(usual, Unit.HOUR, told),))
    assert values(chart) == values(chart, 1)
    assert (chart.left_out, chart.left_out_beside, chart.left_out_before) == (0, 0, 1)
    repeated: list[int | None] = [0, 1, 2, 99, *range(3, 24)]
    chart = chart_of(
        series(autumn, Unit.HOUR, repeated), compared=(series(usual, Unit.HOUR, told),)
    )
    assert values(chart) == values(chart, 1)
    assert (chart.left_out, chart.left_out_beside, chart.left_out_before) == (0, 1, 0)


def test_days_rolled_up_from_hours_keep_all_their_hours() -> None:
    """A day of 25 hours is the average of 25."""
    long, before = days("2026-10-20", "2026-10-30"), days("2026-10-09", "2026-10-19")
    told: list[int | None] = [1] * 265
    told[5 * 24 + 3] = 26
    chart = chart_of(
        series(long, Unit.HOUR, told), compared=(series(before, Unit.HOUR, [1] * 264),)
    )
    assert chart.group_unit is Unit.DAY
    assert values(chart)[5] == 2
    assert chart.left_out_beside == 0


def test_several_metrics_are_lines_of_one_chart() -> None:
    """Each with the one compared, under the same labels."""
    period, before = days("2026-11-09", "2026-11-12"), days("2026-11-05", "2026-11-08")
    lines = [
        series(period, Unit.DAY, [1, 2, 3, 4], metric)
        for metric in (Metric.SENT, Metric.ACTIVE_USERS)
    ]
    others = tuple(
        series(before, Unit.DAY, [1, 2, 3, 4], metric)
        for metric in (Metric.SENT, Metric.ACTIVE_USERS)
    )
    chart = chart_of(*lines, compared=others)
    assert [(line.metric, line.compared) for line in chart.lines] == [
        (Metric.SENT, False),
        (Metric.ACTIVE_USERS, False),
        (Metric.SENT, True),
        (Metric.ACTIVE_USERS, True),
    ]


@given(
    start=st.integers(0, 500 * 24 * 4),
    quarters=st.integers(1, 700 * 24 * 4),
    other=st.floats(0.7, 1.4),
    unit=st.sampled_from([None, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH]),
    gaps=st.sets(st.integers(0, 60), max_size=30),
    data=st.data(),
)
def test_law_a_chart_has_at_most_20_points_and_equally_long_lines(
    start: int,
    quarters: int,
    other: float,
    unit: Unit | None,
    gaps: set[int],
    data: st.DataObject,
) -> None:
    """Whatever the period, the baseline, the unit and the gaps."""
    begin = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * start)
    period = Period(begin, begin + timedelta(minutes=15 * quarters), BERLIN)
    before = Period(begin - period.duration * other, begin, BERLIN)
    used = unit_for(period, unit)
    moment = period.end + timedelta(days=data.draw(st.integers(0, 40)))
    lines = [
        series(
            one,
            used,
            [None if at in gaps else at for at in range(len(spans(one, FETCHED[used])))],
            moment=moment,
        )
        for one in (period, before)
    ]
    chart = build_chart(lines[:1], lines[1:], BERLIN, unlike=data.draw(st.booleans()))
    if chart is not None:
        lengths = {len(line.points) for line in chart.lines}
        assert len(lengths) == 1
        assert 2 <= lengths.pop() <= MOST_POINTS
        assert all(p.start < p.end <= moment for line in chart.lines for p in line.points)
