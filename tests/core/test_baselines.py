"""What each kind of period is compared with (design §3, Baseline)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.baselines import (
    baseline,
    comparison,
    days_longer,
    fetched,
    last_year,
    previous,
    unit_words,
)
from bot.core.periods import UNIT_OF_SHAPE, Period, Shape, Unit, floor, of_days, shift
from bot.core.query import Compare, Query, Subcommand
from tests.core.figures import at, clock, days, stats, timed

PREVIOUS = [
    (days("2026-11-25", "2026-11-25", Shape.DAY), ("2026-11-24", "2026-11-24")),
    (days("2026-11-19", "2026-11-25", Shape.DAY, 7), ("2026-11-12", "2026-11-18")),
    (days("2026-11-23", "2026-11-23", Shape.WEEKDAY), ("2026-11-16", "2026-11-16")),
    (days("2026-11-21", "2026-11-22", Shape.WEEKEND), ("2026-11-14", "2026-11-15")),
    (days("2026-11-16", "2026-11-22", Shape.WEEK), ("2026-11-09", "2026-11-15")),
    (days("2026-11-02", "2026-11-22", Shape.WEEK, 3), ("2026-10-12", "2026-11-01")),
    (days("2026-03-01", "2026-03-31", Shape.MONTH), ("2026-02-01", "2026-02-28")),
    (days("2021-10-01", "2021-11-30", Shape.MONTH, 2), ("2021-08-01", "2021-09-30")),
    (days("2026-07-01", "2026-09-30", Shape.QUARTER), ("2026-04-01", "2026-06-30")),
    (days("2025-01-01", "2025-12-31", Shape.YEAR), ("2024-01-01", "2024-12-31")),
    (days("2026-11-03", "2026-11-09"), ("2026-10-27", "2026-11-02")),
]


@pytest.mark.parametrize(("period", "expected"), PREVIOUS)
def test_previous_is_the_unit_or_stretch_before(period: Period, expected: tuple[str, str]) -> None:
    """A unit's is the unit before, N units' the N before, a stretch's the equally long one."""
    before = previous(period)
    assert before == days(*expected, period.shape, period.count)


def test_previous_of_times_is_the_same_elapsed_before() -> None:
    """Since Monday: as much time before Monday; last 24 hours: the 24 hours before."""
    since = timed("2026-11-23T00:00:00", "2026-11-26T15:45:00", Shape.SINCE)
    assert clock(previous(since)) == ("2026-11-19T08:15:00", "2026-11-23T00:00:00")
    elapsed = timed("2026-11-25T15:45:00", "2026-11-26T15:45:00", Shape.ELAPSED)
    assert clock(previous(elapsed)) == ("2026-11-24T15:45:00", "2026-11-25T15:45:00")
    stretch = timed("2026-11-03T14:00:00", "2026-11-03T18:00:00")
    assert clock(previous(stretch)) == ("2026-11-03T10:00:00", "2026-11-03T14:00:00")


def test_all_time_has_nothing_before() -> None:
    """Nor a year earlier."""
    ever = timed("2010-01-01T00:00:00", "2026-11-26T15:45:00", Shape.ALL_TIME)
    assert previous(ever) is None
    assert last_year(ever) is None
    assert baseline(stats(ever), at("2026-11-26T15:45:00")) is None


def test_the_calendar_has_a_first_day() -> None:
    """A baseline that would begin before it is none."""
    ancient = Period(
        datetime(1, 3, 1, tzinfo=UTC), datetime(1999, 1, 1, tzinfo=UTC), UTC, Shape.SINCE
    )
    assert previous(ancient) is None
    assert last_year(ancient) is None


LAST_YEAR = [
    (days("2028-02-29", "2028-02-29", Shape.DAY), ("2027-02-28", "2027-02-28")),
    (days("2026-11-19", "2026-11-25", Shape.DAY, 7), ("2025-11-19", "2025-11-25")),
    (days("2026-11-21", "2026-11-22", Shape.WEEKEND), ("2025-11-21", "2025-11-22")),
    (days("2028-02-01", "2028-02-29", Shape.MONTH), ("2027-02-01", "2027-02-28")),
    (days("2025-02-01", "2025-02-28", Shape.MONTH), ("2024-02-01", "2024-02-29")),
    (days("2026-07-01", "2026-09-30", Shape.QUARTER), ("2025-07-01", "2025-09-30")),
    (days("2025-02-15", "2025-02-28"), ("2024-02-15", "2024-02-28")),
    # ISO weeks: 12 of 2026 and of 2025; 53 has no namesake; 1 after a year of 53.
    (days("2026-03-16", "2026-03-22", Shape.WEEK), ("2025-03-17", "2025-03-23")),
    (days("2026-12-28", "2027-01-03", Shape.WEEK), ("2025-12-29", "2026-01-04")),
    (days("2027-01-04", "2027-01-10", Shape.WEEK), ("2025-12-29", "2026-01-04")),
    # A week that starts on Sunday is the week of the Monday that follows.
    (days("2026-03-15", "2026-03-21", Shape.WEEK), ("2025-03-16", "2025-03-22")),
]


@pytest.mark.parametrize(("period", "expected"), LAST_YEAR)
def test_last_year_is_the_same_dates_or_the_same_iso_week(
    period: Period, expected: tuple[str, str]
) -> None:
    """29 February becomes the 28th; week 53 the week 52 weeks earlier."""
    assert last_year(period) == days(*expected, period.shape, period.count)


def test_last_year_of_times_keeps_the_clock() -> None:
    """The same local times; elapsed hours stay as many."""
    since = timed("2026-11-23T00:00:00", "2026-11-26T15:45:00", Shape.SINCE)
    assert clock(last_year(since)) == ("2025-11-23T00:00:00", "2025-11-26T15:45:00")
    elapsed = timed("2026-03-29T00:30:00", "2026-03-29T12:30:00", Shape.ELAPSED)
    before = last_year(elapsed)
    assert before is not None
    assert before.duration == elapsed.duration == timedelta(hours=11)
    leap = timed("2028-02-28T12:00:00", "2028-02-29T12:00:00")
    assert clock(last_year(leap)) == ("2027-02-28T12:00:00", "2027-02-28T12:00:01")


THIS_WEEK = days("2026-11-23", "2026-11-29", Shape.WEEK)
LAST_WEEK = days("2026-11-16", "2026-11-22", Shape.WEEK)


@pytest.mark.parametrize(
    ("period", "against", "end"),
    [
        (LAST_WEEK, THIS_WEEK, "2026-11-19T15:45:00"),
        (LAST_WEEK, days("2026-11-09", "2026-11-15", Shape.WEEK), "2026-11-23T00:00:00"),
        (THIS_WEEK, days("2026-11-01", "2026-11-30", Shape.MONTH), "2026-11-26T15:45:00"),
        (LAST_WEEK, days("2026-11-30", "2026-12-06", Shape.WEEK), "2026-11-23T00:00:00"),
        (
            days("2026-10-01", "2026-10-31", Shape.MONTH),
            days("2026-11-01", "2026-11-30", Shape.MONTH),
            "2026-10-26T15:45:00",
        ),
        (
            days("2025-01-01", "2025-12-31", Shape.YEAR),
            days("2026-01-01", "2026-12-31", Shape.YEAR),
            "2025-11-26T15:45:00",
        ),
        (
            days("2026-11-03", "2026-11-30"),
            days("2026-11-01", "2026-11-30", Shape.MONTH),
            "2026-11-26T15:45:00",
        ),
        (
            days("2026-10-03", "2026-10-30"),
            days("2026-11-01", "2026-11-30", Shape.MONTH),
            "2026-10-31T00:00:00",
        ),
        (days("2026-11-11", "2026-11-17"), THIS_WEEK, "2026-11-14T15:45:00"),
        (LAST_WEEK, days("2026-11-26", "2026-11-26", Shape.DAY), "2026-11-23T00:00:00"),
        (
            timed("2026-11-25T09:00:00", "2026-11-25T17:00:00"),
            timed("2026-11-26T09:00:00", "2026-11-26T17:00:00"),
            "2026-11-25T15:45:00",
        ),
        (
            timed("2026-11-25T09:00:00", "2026-11-25T17:00:00"),
            timed("2026-11-26T12:00:00", "2026-11-26T17:00:00"),
            "2026-11-25T17:00:00",
        ),
        (
            timed("2026-11-25T09:00:00", "2026-11-25T12:00:00"),
            days("2026-11-26", "2026-11-26", Shape.DAY),
            "2026-11-25T12:00:00",
        ),
        (days("2026-11-24", "2026-11-24", Shape.DAY), THIS_WEEK, "2026-11-25T00:00:00"),
    ],
)
def test_what_is_over_goes_no_further_than_a_running_one_that_was_typed(
    period: Period, against: Period, end: str
) -> None:
    """Like for like holds for both sides; two that are over are compared as typed."""
    query = Query(Subcommand.STATS, period, compare=Compare.PERIOD, against=against)
    found = fetched(query, period, at("2026-11-26T15:45:00"))
    assert (found.start, found.end) == (period.start, at(end))


def test_what_is_over_is_whole_where_nothing_that_runs_was_typed() -> None:
    """Whatever stands in the query beside it."""
    for compare in (Compare.PREVIOUS, Compare.NONE, Compare.AUTO):
        query = replace(stats(LAST_WEEK, compare), against=THIS_WEEK)
        assert fetched(query, LAST_WEEK, at("2026-11-26T15:45:00")) == LAST_WEEK


def test_what_is_compared_by_default() -> None:
    """Stats, users, lists and reports are; a chart is not, nor what has no dates."""
    week = days("2026-11-16", "2026-11-22", Shape.WEEK)
    assert comparison(stats(week)) is Compare.PREVIOUS
    assert comparison(Query(Subcommand.FLOWS, week)) is Compare.PREVIOUS
    assert comparison(Query(Subcommand.CHART, week)) is Compare.NONE
    assert comparison(stats(week, Compare.LAST_YEAR)) is Compare.LAST_YEAR
    assert baseline(stats(week, Compare.NONE), at("2026-11-26T15:45:00")) is None
    assert baseline(Query(Subcommand.HELP), at("2026-11-26T15:45:00")) is None


def test_days_longer_counts_local_days() -> None:
    """A 25-hour day is one day; of times the whole days of the difference count."""
    november = days("2021-11-01", "2021-11-30", Shape.MONTH)
    assert days_longer(november, days("2021-10-01", "2021-10-31", Shape.MONTH)) == 1
    assert days_longer(days("2026-10-26", "2026-11-01"), days("2026-10-19", "2026-10-25")) == 0
    march = timed("2026-03-01T00:00:00", "2026-03-30T12:00:00", Shape.MONTH)
    assert days_longer(march, days("2026-02-01", "2026-02-28", Shape.MONTH)) == -1


@given(
    day=st.dates(date(2012, 1, 1), date(2035, 12, 31)),
    shape=st.sampled_from(sorted(UNIT_OF_SHAPE)),
    count=st.integers(1, 14),
    zone=st.sampled_from(["Europe/Berlin", "Australia/Lord_Howe", "Pacific/Kiritimati", "UTC"]),
)
def test_law_previous_abuts(day: date, shape: Shape, count: int, zone: str) -> None:
    """The baseline of whole units ends where they begin, and holds as many of them."""
    unit = UNIT_OF_SHAPE[shape]
    first = floor(day, unit)
    last = shift(first, unit, count) - timedelta(days=1)
    period = of_days(first, last, ZoneInfo(zone), shape, count)
    before = previous(period)
    assert before is not None
    assert before.end == period.start
    assert (before.shape, before.count, before.whole_days) == (shape, count, True)
    assert shift(before.first_day, unit, count) == period.first_day


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (days("2026-11-21", "2026-11-22", Shape.WEEKEND), (Shape.WEEKEND, 1)),
        (days("2026-11-23", "2026-11-23", Shape.WEEKDAY), (Unit.WEEK, 1)),
        (days("2021-10-01", "2021-11-30", Shape.MONTH, 2), (Unit.MONTH, 2)),
        (days("2026-11-19", "2026-11-25"), (Unit.DAY, 7)),
        (timed("2026-11-25T15:45:00", "2026-11-26T15:45:00", Shape.ELAPSED), (Unit.HOUR, 24)),
        (timed("2026-11-26T14:15:00", "2026-11-26T15:45:00", Shape.ELAPSED), (Unit.MINUTE, 90)),
        (timed("2026-11-26T15:44:50", "2026-11-26T15:45:00", Shape.SINCE), (Unit.MINUTE, 1)),
        (timed("2026-11-22T14:15:00", "2026-11-26T15:45:00", Shape.SINCE), (Unit.DAY, 4)),
    ],
)
def test_a_step_back_is_named_by_its_unit(period: Period, words: tuple[Unit | Shape, int]) -> None:
    """2 months, 7 days, 90 minutes: what the button for the period before says."""
    assert unit_words(period) == words
