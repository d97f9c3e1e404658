"""Series: units and their limits, sums and snapshots, gaps, running units and parts of units."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.core.metrics import Metric
from bot.core.periods import Period, Shape, Unit, of_days
from bot.core.series import build_series, fell, length_days, unit_for
from tests.core.figures import BERLIN, LATER, at, buckets, days, series, timed


@pytest.mark.parametrize(
    ("period", "unit"),
    [
        (days("2026-11-25", "2026-11-25"), Unit.HOUR),
        (days("2026-10-24", "2026-10-25"), Unit.HOUR),  # 49 hours, two days
        (timed("2026-11-24T15:45:00", "2026-11-26T15:45:00", Shape.ELAPSED), Unit.HOUR),
        (days("2026-11-23", "2026-11-25"), Unit.DAY),
        (days("2026-07-01", "2026-08-31"), Unit.DAY),  # 62 days
        (days("2026-07-01", "2026-09-01"), Unit.WEEK),
        (days("2026-01-01", "2026-05-20"), Unit.WEEK),  # 140 days
        (days("2026-01-01", "2026-05-21"), Unit.MONTH),
        (days("2016-01-01", "2025-12-31"), Unit.MONTH),
        (days("2015-12-31", "2025-12-31"), Unit.YEAR),
    ],
)
def test_the_default_unit_suits_the_length(period: Period, unit: Unit) -> None:
    """Hours up to 2 days, days up to 62, weeks up to 140, months up to 10 years, then years."""
    assert unit_for(period) is unit


@pytest.mark.parametrize(
    ("first", "last", "asked", "unit"),
    [
        ("2026-10-01", "2026-10-31", Unit.HOUR, Unit.HOUR),
        ("2026-10-01", "2026-11-01", Unit.HOUR, Unit.DAY),
        ("2024-01-01", "2026-01-01", Unit.HOUR, Unit.MONTH),
        ("2025-01-01", "2026-02-04", Unit.DAY, Unit.DAY),  # 400 days
        ("2025-01-01", "2026-02-05", Unit.DAY, Unit.MONTH),
        ("2025-01-01", "2026-02-05", Unit.WEEK, Unit.MONTH),
        ("2010-01-01", "2026-02-05", Unit.WEEK, Unit.YEAR),
        ("2010-01-01", "2026-02-05", Unit.MONTH, Unit.YEAR),
        ("2026-10-01", "2026-10-31", Unit.WEEK, Unit.WEEK),
    ],
)
def test_a_unit_too_fine_becomes_the_next_coarser(
    first: str, last: str, asked: Unit, unit: Unit
) -> None:
    """At most 31 days by hour, 400 by day or week, 10 years by month."""
    assert unit_for(days(first, last), asked) is unit


def test_length_counts_days_or_begun_24_hours() -> None:
    """25 hours of one local day are one day; 25 hours from noon on are two."""
    assert length_days(days("2026-10-25", "2026-10-25")) == 1
    assert length_days(timed("2026-11-24T12:00:00", "2026-11-25T13:00:00")) == 2


def test_a_missing_bucket_is_a_gap_and_zero_is_zero() -> None:
    """Every unit of the period has its point."""
    found = series(days("2026-11-01", "2026-11-04"), Unit.DAY, [3, None, 0, 5])
    assert [point.value for point in found.points] == [3, None, 0, 5]
    assert found.points[0].start == at("2026-11-01T00:00:00")
    assert all(point.covered is None and not point.running for point in found.points)


def test_weeks_are_built_from_days() -> None:
    """Sums are added over the days there are, snapshots are the last; all missing is a gap."""
    period = days("2026-11-02", "2026-11-22")
    values = [*range(1, 7), None, *([None] * 7), 0, 0, 0, 0, 0, 0, 9]
    sums = series(period, Unit.WEEK, values)
    assert [point.value for point in sums.points] == [21, None, 9]
    last = series(period, Unit.WEEK, values, Metric.TOTAL_USERS)
    assert [point.value for point in last.points] == [6, None, 9]


def test_a_part_of_a_week_says_what_it_covers() -> None:
    """The point keeps the week's own start and tells the days that it counts."""
    period = days("2026-11-05", "2026-11-17")
    found = series(period, Unit.WEEK, [1] * 13)
    assert [point.value for point in found.points] == [4, 7, 2]
    first, middle, last = found.points
    assert first.start == at("2026-11-02T00:00:00")
    assert first.covered == (at("2026-11-05T00:00:00"), at("2026-11-09T00:00:00"))
    assert middle.covered is None
    assert last.covered == (at("2026-11-16T00:00:00"), at("2026-11-18T00:00:00"))


def test_weeks_may_start_on_sunday() -> None:
    """As the account has set it."""
    period = days("2026-11-01", "2026-11-14")
    (found,) = build_series(
        period, Unit.WEEK, buckets(period, Unit.DAY, [1] * 14), (Metric.SENT,), LATER, 6
    )
    assert [point.start for point in found.points] == [
        at("2026-11-01T00:00:00"),
        at("2026-11-08T00:00:00"),
    ]


def test_years_are_built_from_months() -> None:
    """Twelve months are added; a year without any is a gap."""
    period = days("2010-01-01", "2012-12-31")
    found = series(period, Unit.YEAR, [2] * 12 + [None] * 12 + [None] * 11 + [5])
    assert [point.value for point in found.points] == [24, None, 5]


def test_the_running_unit_ends_at_the_moment_of_reading() -> None:
    """It is marked; a unit of which the period ended before is only a part, though not over."""
    moment = at("2026-11-26T15:45:12")
    week = days("2026-11-23", "2026-11-29", Shape.WEEK).cut(moment)
    found = series(week, Unit.DAY, [1, 1, 1, 1], moment=moment)
    assert [point.running for point in found.points] == [False, False, False, True]
    assert found.points[-1].end == moment
    assert found.points[-1].covered == (at("2026-11-26T00:00:00"), moment)
    by_week = series(days("2026-11-16", "2026-11-25"), Unit.WEEK, [1] * 10, moment=moment)
    assert [point.running for point in by_week.points] == [False, False]
    assert by_week.points[-1].covered == (at("2026-11-23T00:00:00"), at("2026-11-26T00:00:00"))


def test_a_first_bucket_may_begin_before_the_period() -> None:
    """It belongs to the unit in which the period begins."""
    period = timed("2026-11-03T14:30:00", "2026-11-03T16:00:00")
    found = series(period, Unit.HOUR, [4, 2])
    assert [point.value for point in found.points] == [4, 2]
    assert found.points[0].start == at("2026-11-03T14:00:00")


def test_both_hours_of_a_repeated_hour_have_their_point() -> None:
    """25 on the day the clock is set back, 23 on the day it is set forward, 24 and a half."""
    assert len(series(days("2026-10-25", "2026-10-25"), Unit.HOUR, [1] * 25).points) == 25
    assert len(series(days("2026-03-29", "2026-03-29"), Unit.HOUR, [1] * 23).points) == 23
    lord_howe = ZoneInfo("Australia/Lord_Howe")
    day = of_days(date(2026, 4, 5), date(2026, 4, 5), lord_howe)
    (found,) = build_series(
        day, Unit.HOUR, buckets(day, Unit.HOUR, [1] * 25), (Metric.SENT,), LATER
    )
    lengths = [point.end - point.start for point in found.points]
    assert sum(lengths[1:], lengths[0]) == day.duration


def test_a_day_that_a_zone_skipped_has_no_point() -> None:
    """Samoa had no 30 December 2011."""
    apia = ZoneInfo("Pacific/Apia")
    period = of_days(date(2011, 12, 28), date(2012, 1, 1), apia)
    (found,) = build_series(period, Unit.DAY, [], (Metric.SENT,), LATER)
    local = [point.start.astimezone(apia).day for point in found.points]
    assert local == [28, 29, 31, 1]


def test_a_fall_of_total_users_is_seen() -> None:
    """From one bucket to the next it may stay or grow."""
    period = days("2026-11-01", "2026-11-03")
    assert fell(buckets(period, Unit.DAY, [5, 4, 6]))
    assert not fell(buckets(period, Unit.DAY, [5, 5, 6]))
    assert not fell([])
    assert period.zone is BERLIN
