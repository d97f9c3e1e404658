"""Labels: short, and never two alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.periods import Unit
from bot.core.reports import ChartPoint, Point
from bot.render.labels import chart_labels, row_labels, unique
from tests.render.made import BERLIN

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def chart_points(start: datetime, step: timedelta, count: int) -> list[ChartPoint]:
    """Points one after the other from a moment in UTC."""
    return [ChartPoint(start + step * n, start + step * (n + 1), Fraction(n)) for n in range(count)]


def local(year: int, month: int, day: int, hour: int = 0) -> datetime:
    """A moment on Berlin's clock, in UTC."""
    return datetime(year, month, day, hour, tzinfo=BERLIN).astimezone(UTC)


def of_starts(*starts: datetime) -> list[ChartPoint]:
    """Points that end where the next begins."""
    ends = [*starts[1:], starts[-1] + DAY]
    return [ChartPoint(s, e, Fraction(1)) for s, e in zip(starts, ends, strict=True)]


def test_days_and_groups_of_days() -> None:
    """A day is its date, two days are both, also where a month turns."""
    days = chart_points(local(2026, 11, 29), DAY, 3)
    assert chart_labels(days, Unit.DAY, 1, BERLIN) == ["29 Nov", "30 Nov", "1 Dec"]
    pairs = chart_points(local(2026, 11, 28), 2 * DAY, 2)
    assert chart_labels(pairs, Unit.DAY, 2, BERLIN) == ["28–29 Nov", "30 Nov–1 Dec"]


def test_two_years_that_meet_are_told_apart() -> None:
    """The same dates of two years carry the year."""
    points = of_starts(local(2025, 11, 16), local(2026, 11, 16))
    assert chart_labels(points, Unit.DAY, 1, BERLIN) == ["16 Nov 2025", "16 Nov 2026"]
    months = of_starts(local(2025, 12, 1), local(2026, 1, 1))
    assert chart_labels(months, Unit.MONTH, 1, BERLIN) == ["Dec 2025", "Jan 2026"]
    same_year = of_starts(local(2026, 1, 1), local(2026, 2, 1))
    assert chart_labels(same_year, Unit.MONTH, 1, BERLIN) == ["Jan", "Feb"]


def test_a_range_over_new_year_stays_short() -> None:
    """Where both dates with their years do not fit, the first stands for the group."""
    first = ChartPoint(local(2025, 12, 31), local(2026, 1, 2), Fraction(1))
    second = ChartPoint(local(2026, 12, 31), local(2027, 1, 2), Fraction(1))
    labels = chart_labels([first, second], Unit.DAY, 2, BERLIN)
    assert labels == ["31 Dec 2025", "31 Dec 2026"]


def test_a_repeated_hour_is_told_apart() -> None:
    """When clocks go back, 02:00 comes twice and each says its offset."""
    day = chart_points(datetime(2026, 10, 24, 23, tzinfo=UTC), HOUR, 4)
    assert chart_labels(day, Unit.HOUR, 1, BERLIN) == [
        "01:00 UTC+02:00",
        "02:00 UTC+02:00",
        "02:00 UTC+01:00",
        "03:00 UTC+01:00",
    ]
    two_days = chart_points(datetime(2026, 10, 24, 21, tzinfo=UTC), HOUR, 5)
    assert chart_labels(two_days, Unit.HOUR, 1, BERLIN)[3:] == [
        "25 Oct 02:00 +02:00",
        "25 Oct 02:00 +01:00",
    ]


def test_hours_of_one_day_and_of_two() -> None:
    """The date is said only where there are two."""
    one = chart_points(local(2026, 11, 25, 9), HOUR, 2)
    assert chart_labels(one, Unit.HOUR, 1, BERLIN) == ["09:00", "10:00"]
    two = chart_points(local(2026, 11, 25, 23), HOUR, 2)
    assert chart_labels(two, Unit.HOUR, 1, BERLIN) == ["25 Nov, 23:00", "26 Nov, 00:00"]
    years = of_starts(local(2025, 11, 25, 9), local(2026, 11, 25, 9))
    assert chart_labels(years, Unit.HOUR, 1, BERLIN) == ["25 Nov 2025, 09:00", "25 Nov 2026, 09:00"]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.WEEK, ["5 Jan", "5 Oct"]),
        (Unit.QUARTER, ["Q1 2026", "Q4 2026"]),
        (Unit.YEAR, ["2026", "2026 (2)"]),
        (Unit.MINUTE, ["5 Jan, 00:00", "5 Oct, 00:00"]),
    ],
)
def test_other_units(unit: Unit, expected: list[str]) -> None:
    """Each unit has its own kind of name; twins that nothing tells apart are counted."""
    points = of_starts(local(2026, 1, 5), local(2026, 10, 5))
    assert chart_labels(points, unit, 1, BERLIN) == expected


@given(
    st.integers(0, 155_000).map(lambda hours: datetime(2009, 1, 1, tzinfo=UTC) + HOUR * hours),
    st.sampled_from([HOUR, DAY, 7 * DAY, 31 * DAY, timedelta(minutes=20)]),
    st.integers(1, 20),
    st.sampled_from([*Unit]),
    st.integers(1, 12),
    st.sampled_from(["Europe/Berlin", "Australia/Lord_Howe", "America/New_York"]),
)
def test_chart_labels_law(
    start: datetime, step: timedelta, count: int, unit: Unit, group: int, zone: str
) -> None:
    """At most 20 characters, all different, over any clock change and any turn of the year."""
    points = chart_points(start, step, count)
    labels = chart_labels(points, unit, group, ZoneInfo(zone))
    assert len(set(labels)) == len(labels) == count
    assert all(0 < len(label) <= 20 for label in labels)


def test_unique() -> None:
    """Twins get a number, within the limit."""
    assert unique(["a", "a", "a"], 5) == ["a", "a (2)", "a (3)"]
    assert unique(["abcdefgh", "abcdefgh"], 7) == ["abcdef…", "ab… (2)"]


def row_points(start: datetime, step: timedelta, count: int) -> list[Point]:
    """Units of a series from a moment in UTC."""
    return [Point(start + step * n, start + step * (n + 1), n) for n in range(count)]


@pytest.mark.parametrize(
    ("unit", "step", "expected"),
    [
        (Unit.HOUR, HOUR, "00:00"),
        (Unit.DAY, DAY, "Mon 16 Nov"),
        (Unit.WEEK, 7 * DAY, "16–22 Nov"),
        (Unit.MONTH, 30 * DAY, "Nov 2026"),
        (Unit.QUARTER, 90 * DAY, "Q4 2026"),
        (Unit.YEAR, 365 * DAY, "2026"),
    ],
)
def test_row_labels(unit: Unit, step: timedelta, expected: str) -> None:
    """A unit as a row of a table names it."""
    assert row_labels(row_points(local(2026, 11, 16), step, 1), unit, BERLIN) == [expected]


def test_row_labels_tell_a_repeated_hour_apart() -> None:
    """Only the twins carry their offset."""
    points = row_points(datetime(2026, 10, 24, 23, tzinfo=UTC), HOUR, 3)
    assert row_labels(points, Unit.HOUR, BERLIN) == [
        "01:00",
        "02:00 UTC+02:00",
        "02:00 UTC+01:00",
    ]


def test_hours_of_two_days_carry_their_day() -> None:
    """Of one day the second line of the answer says which it is."""
    points = row_points(datetime(2026, 11, 16, 22, tzinfo=UTC), HOUR, 2)
    assert row_labels(points, Unit.HOUR, BERLIN) == ["16 Nov, 23:00", "17 Nov, 00:00"]


def test_a_unit_that_the_dates_cut_is_said_to_be_a_part() -> None:
    """A week at the edge does not look like a whole one; one that runs says so elsewhere."""
    week = Point(local(2026, 11, 16), local(2026, 11, 23), 5)
    cut = replace(week, covered=(local(2026, 11, 20), local(2026, 11, 23)))
    assert row_labels([cut], Unit.WEEK, BERLIN) == ["20–22 Nov (part)"]
    assert row_labels([replace(cut, running=True)], Unit.WEEK, BERLIN) == ["20–22 Nov"]


def test_a_unit_that_runs_and_that_the_dates_begin_in_is_a_part_too() -> None:
    """That it is not over tells nothing of its beginning."""
    month = Point(local(2026, 11, 1), local(2026, 12, 1), 5, running=True)
    late = replace(month, covered=(local(2026, 11, 10), local(2026, 11, 27)))
    assert row_labels([late], Unit.MONTH, BERLIN) == ["Nov 2026 (part)"]
    from_its_start = replace(month, covered=(local(2026, 11, 1), local(2026, 11, 27)))
    assert row_labels([from_its_start], Unit.MONTH, BERLIN) == ["Nov 2026"]


def test_row_labels_carry_the_year_where_two_meet() -> None:
    """New Year is said."""
    points = row_points(local(2025, 12, 31), DAY, 2)
    assert row_labels(points, Unit.DAY, BERLIN) == ["Wed 31 Dec 2025", "Thu 1 Jan 2026"]
    assert date(2026, 1, 1).weekday() == 3
