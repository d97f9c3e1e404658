"""Dates and stretches as answers print them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.periods import Period, Shape
from bot.render.dates import (
    baseline_text,
    clock,
    length_words,
    moment_text,
    period_words,
    range_text,
)
from tests.render.made import BERLIN, NOVEMBER, OCTOBER, days

D = date


def between(start: str, end: str, shape: Shape = Shape.STRETCH, zone: ZoneInfo = BERLIN) -> Period:
    """The stretch between two local moments."""
    ends = [
        datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC) for text in (start, end)
    ]
    return Period(ends[0], ends[1], zone, shape)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (days(D(2026, 11, 25), D(2026, 11, 25)), "25 Nov 2026"),
        (days(D(2026, 11, 16), D(2026, 11, 22)), "16–22 Nov 2026"),
        (days(D(2021, 10, 1), D(2021, 11, 30)), "1 Oct–30 Nov 2021"),
        (days(D(2025, 12, 28), D(2026, 1, 3)), "28 Dec 2025–3 Jan 2026"),
        (between("2026-11-26T09:00", "2026-11-26T15:45"), "26 Nov 2026, 09:00–15:45"),
        (between("2026-11-26T00:00", "2026-11-26T15:45"), "26 Nov 2026, 00:00–15:45"),
        (between("2026-11-26T00:00", "2026-11-26T00:00:05"), "26 Nov 2026, 00:00:00–00:00:05"),
        (between("2026-11-26T09:00", "2026-11-27T00:00"), "26 Nov 2026, 09:00–24:00"),
        (between("2026-11-23T00:00", "2026-11-26T15:45"), "23–26 Nov 2026, to 15:45"),
        (
            between("2026-11-25T15:45", "2026-11-26T15:45"),
            "25 Nov, 15:45 – 26 Nov 2026, 15:45",
        ),
        (
            between("2025-12-31T20:00", "2026-01-01T04:00"),
            "31 Dec 2025, 20:00 – 1 Jan 2026, 04:00",
        ),
    ],
)
def test_range(period: Period, expected: str) -> None:
    """Dates alone for whole days; times where it begins or ends within one."""
    assert range_text(period) == expected


def test_a_repeated_hour_is_told_apart() -> None:
    """When clocks go back, the same time comes twice: then the offset is said."""
    start = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    hour = Period(start, start + timedelta(hours=1), BERLIN, Shape.ELAPSED)
    assert range_text(hour) == "25 Oct 2026, 02:30 UTC+02:00–02:30 UTC+01:00"


def test_baseline_leaves_the_year_out_where_it_is_the_same() -> None:
    """The second line stays short; where years differ, both are said."""
    assert baseline_text(OCTOBER, NOVEMBER) == "1–31 Oct"
    earlier = days(D(2020, 11, 1), D(2020, 11, 30), Shape.MONTH)
    assert baseline_text(earlier, NOVEMBER) == "1–30 Nov 2020"


def test_moment_and_clock() -> None:
    """On the zone's own clock, 24 hours."""
    at = datetime(2026, 11, 26, 8, 12, tzinfo=UTC)
    assert moment_text(at, BERLIN) == "26 Nov 2026, 09:12"
    assert moment_text(at, ZoneInfo("Pacific/Kiritimati"), year=False) == "26 Nov, 22:12"
    assert clock(at) == "08:12"


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (days(D(2026, 11, 25), D(2026, 11, 25), Shape.DAY), "on 25 Nov"),
        (days(D(2026, 11, 19), D(2026, 11, 25), Shape.DAY, 7), "from 19 to 25 Nov"),
        (days(D(2026, 11, 23), D(2026, 11, 23), Shape.WEEKDAY), "on Monday 23 Nov"),
        (days(D(2026, 11, 21), D(2026, 11, 22), Shape.WEEKEND), "on the weekend of 21 Nov"),
        (days(D(2026, 11, 16), D(2026, 11, 22), Shape.WEEK), "in the week of 16 Nov"),
        (days(D(2026, 11, 9), D(2026, 11, 22), Shape.WEEK, 2), "from 9 to 22 Nov"),
        (NOVEMBER, "in November"),
        (days(D(2026, 7, 1), D(2026, 9, 30), Shape.QUARTER), "in Q3 2026"),
        (days(D(2025, 1, 1), D(2025, 12, 31), Shape.YEAR), "in 2025"),
        (days(D(2021, 10, 1), D(2021, 11, 30), Shape.MONTH, 2), "from 1 Oct to 30 Nov"),
        (days(D(2025, 12, 28), D(2026, 1, 3)), "from 28 Dec 2025 to 3 Jan 2026"),
        (days(D(2026, 5, 12), D(2026, 5, 12)), "on 12 May"),
        (between("2026-11-26T09:00", "2026-11-26T15:45"), "on 26 Nov, 09:00–15:45"),
        (between("2026-11-03T00:00", "2026-11-26T15:45", Shape.SINCE), "since 3 Nov"),
        (between("2025-11-03T00:00", "2026-11-26T15:45", Shape.SINCE), "since 3 Nov 2025"),
        (
            between("2026-11-26T14:00", "2026-11-26T15:45", Shape.SINCE),
            "on 26 Nov, 14:00–15:45",
        ),
        (
            between("2026-11-25T15:45", "2026-11-26T15:45", Shape.ELAPSED),
            "in the 24 hours to 26 Nov, 15:45",
        ),
        (between("2010-01-01T00:00", "2026-11-26T15:45", Shape.ALL_TIME), "since the beginning"),
    ],
)
def test_period_words(period: Period, expected: str) -> None:
    """The period as a sentence names it."""
    assert period_words(period, period, so_far=False) == expected


def test_so_far_is_said_where_it_is_not_plain() -> None:
    """A running unit is "so far"; since and all time are so by their nature."""
    running = days(D(2026, 11, 1), D(2026, 11, 30), Shape.MONTH)
    now = datetime(2026, 11, 26, 8, 12, tzinfo=UTC)
    assert period_words(running, running.cut(now), so_far=True) == "in November so far"
    since = between("2026-11-03T00:00", "2026-11-26T15:45", Shape.SINCE)
    assert period_words(since, since, so_far=True) == "since 3 Nov"


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(60, "hour"), (1440, "24 hours"), (90, "90 minutes"), (1, "minute")],
)
def test_length_words(minutes: int, expected: str) -> None:
    """Whole hours as hours, the rest as minutes."""
    assert length_words(timedelta(minutes=minutes)) == expected
