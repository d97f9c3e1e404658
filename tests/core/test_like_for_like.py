"""A period that is not over is compared like for like: to the same moment of the one before."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.baselines import baseline, last_year, moment_of, previous
from bot.core.periods import UNIT_OF_SHAPE, Period, Shape, floor, of_days, shift
from bot.core.query import Compare
from tests.core.figures import BERLIN, at, clock, days, stats, timed

RUNNING = [
    # this week, to Thursday 15:45:12
    (
        days("2026-11-23", "2026-11-29", Shape.WEEK),
        Compare.AUTO,
        "2026-11-26T15:45:12",
        ("2026-11-16T00:00:00", "2026-11-19T15:45:12"),
    ),
    (
        days("2026-11-26", "2026-11-26", Shape.DAY),
        Compare.PREVIOUS,
        "2026-11-26T15:45:12",
        ("2026-11-25T00:00:00", "2026-11-25T15:45:12"),
    ),
    # a shorter month before: it ends with itself
    (
        days("2026-03-01", "2026-03-31", Shape.MONTH),
        Compare.AUTO,
        "2026-03-30T12:00:00",
        ("2026-02-01T00:00:00", "2026-03-01T00:00:00"),
    ),
    # quarters at the same month, day and time
    (
        days("2026-10-01", "2026-12-31", Shape.QUARTER),
        Compare.AUTO,
        "2026-11-26T15:45:12",
        ("2026-07-01T00:00:00", "2026-08-26T15:45:12"),
    ),
    (
        days("2026-04-01", "2026-06-30", Shape.QUARTER),
        Compare.AUTO,
        "2026-05-31T08:00:00",
        ("2026-01-01T00:00:00", "2026-03-01T00:00:00"),
    ),
    (
        days("2028-01-01", "2028-12-31", Shape.YEAR),
        Compare.AUTO,
        "2028-03-05T08:00:00",
        ("2027-01-01T00:00:00", "2027-03-05T08:00:00"),
    ),
    (
        days("2026-11-23", "2026-11-29", Shape.WEEK),
        Compare.LAST_YEAR,
        "2026-11-26T15:45:12",
        ("2025-11-24T00:00:00", "2025-11-27T15:45:12"),
    ),
    # a stretch over a leap day, a year earlier: the same date
    (
        days("2028-02-10", "2028-03-20"),
        Compare.LAST_YEAR,
        "2028-03-15T09:00:00",
        ("2027-02-10T00:00:00", "2027-03-15T09:00:00"),
    ),
    (
        days("2026-11-20", "2026-11-30"),
        Compare.AUTO,
        "2026-11-26T15:45:12",
        ("2026-11-09T00:00:00", "2026-11-15T15:45:12"),
    ),
    (
        timed("2026-11-26T14:00:00", "2026-11-26T18:00:00"),
        Compare.AUTO,
        "2026-11-26T15:45:12",
        ("2026-11-26T10:00:00", "2026-11-26T11:45:12"),
    ),
    # the clock skips the time of day on the day before
    (
        days("2026-03-30", "2026-03-30", Shape.DAY),
        Compare.AUTO,
        "2026-03-30T02:30:00",
        ("2026-03-29T00:00:00", "2026-03-29T03:30:00"),
    ),
]


@pytest.mark.parametrize(("period", "compare", "now", "expected"), RUNNING)
def test_a_running_period_is_compared_like_for_like(
    period: Period, compare: Compare, now: str, expected: tuple[str, str]
) -> None:
    """The baseline is cut at the same local time, to the second, or ends with its own unit."""
    assert clock(baseline(stats(period, compare), at(now))) == expected


def test_a_typed_comparison_of_whole_periods_is_as_typed() -> None:
    """Unequal lengths too; where the first runs, the other is cut like it."""
    november, february = (
        days("2021-11-01", "2021-11-30", Shape.MONTH),
        days("2021-02-01", "2021-02-28", Shape.MONTH),
    )
    query = stats(november, Compare.PERIOD, against=february)
    assert baseline(query, at("2026-11-26T15:45:00")) == february
    running = stats(november, Compare.PERIOD, against=february)
    cut = baseline(running, at("2021-11-10T06:00:00"))
    assert clock(cut) == ("2021-02-01T00:00:00", "2021-02-10T06:00:00")


def test_what_it_is_compared_with_is_cut_at_now_and_never_lies_ahead() -> None:
    """Last week against this week: this week so far; against next month: nothing."""
    last_week = days("2026-11-16", "2026-11-22", Shape.WEEK)
    this_week = days("2026-11-23", "2026-11-29", Shape.WEEK)
    now = at("2026-11-26T15:45:12")
    found = baseline(stats(last_week, Compare.PERIOD, against=this_week), now)
    assert clock(found) == ("2026-11-23T00:00:00", "2026-11-26T15:45:12")
    ahead = days("2026-12-01", "2026-12-31", Shape.MONTH)
    assert baseline(stats(last_week, Compare.PERIOD, against=ahead), now) is None


def test_a_pinned_question_is_cut_where_it_was_shown() -> None:
    """`as_of` stands for now, so that what was seen is what is compared."""
    week = days("2026-11-23", "2026-11-29", Shape.WEEK)
    pinned = stats(week, as_of=at("2026-11-24T10:00:00"))
    found = baseline(pinned, at("2026-12-24T10:00:00"))
    assert clock(found) == ("2026-11-16T00:00:00", "2026-11-17T10:00:00")


def test_in_the_first_second_of_a_period_there_is_a_second_to_compare() -> None:
    """Today at midnight is one second long, as is yesterday then."""
    today = days("2026-11-26", "2026-11-26", Shape.DAY)
    midnight = at("2026-11-26T00:00:00") + timedelta(milliseconds=400)
    assert moment_of(stats(today), midnight) == today.start + timedelta(seconds=1)
    found = baseline(stats(today), midnight)
    assert clock(found) == ("2026-11-25T00:00:00", "2026-11-25T00:00:01")


@given(
    day=st.dates(date(2012, 1, 1), date(2035, 12, 31)),
    shape=st.sampled_from(sorted(UNIT_OF_SHAPE)),
    count=st.integers(1, 3),
    part=st.floats(0, 1, exclude_min=True, exclude_max=True),
    compare=st.sampled_from([Compare.PREVIOUS, Compare.LAST_YEAR]),
)
def test_law_like_for_like_is_never_ahead_and_lies_in_its_unit(
    day: date, shape: Shape, count: int, part: float, compare: Compare
) -> None:
    """Whatever the moment, the baseline begins with its unit and ends in it, at the same time."""
    unit = UNIT_OF_SHAPE[shape]
    first = floor(day, unit)
    period = of_days(first, shift(first, unit, count) - timedelta(days=1), BERLIN, shape, count)
    now = period.start + period.duration * part
    whole = previous(period) if compare is Compare.PREVIOUS else last_year(period)
    found = baseline(stats(period, compare), now)
    assert whole is not None
    assert found is not None
    assert found.start == whole.start
    assert found.end <= min(whole.end, now)
    cut = moment_of(stats(period), now).astimezone(BERLIN)
    ends_alike = found.local_end.time() == cut.time()
    assert ends_alike or found.local_end.time() == datetime.min.time() or _near_change(found)


def _near_change(period: Period) -> bool:
    day = timedelta(days=1)
    return (period.end - day).astimezone(BERLIN).utcoffset() != period.local_end.utcoffset()
