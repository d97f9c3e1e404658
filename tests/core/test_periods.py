"""Periods: where local days begin, what a period touches, and stepping by the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.periods import (
    Period,
    Shape,
    Unit,
    floor,
    local_midnight,
    localise,
    month_length,
    of_days,
    shift,
    zone_name,
)

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "local"),
    [
        ("Europe/Berlin", date(2026, 3, 29), "2026-03-29T00:00:00+01:00"),
        ("America/Santiago", date(2026, 9, 6), "2026-09-06T01:00:00-03:00"),
        ("Asia/Beirut", date(2026, 3, 29), "2026-03-29T01:00:00+03:00"),
        ("Africa/Cairo", date(2026, 4, 24), "2026-04-24T01:00:00+03:00"),
        ("America/Havana", date(2026, 11, 1), "2026-11-01T00:00:00-04:00"),
        ("America/Toronto", date(1919, 3, 31), "1919-03-31T00:30:00-04:00"),
        ("Pacific/Apia", date(2011, 12, 30), "2011-12-31T00:00:00+14:00"),
    ],
)
def test_a_local_day_begins_where_its_clock_does(zone: str, day: date, local: str) -> None:
    """Also where midnight is skipped (by the gap's own instant) or exists twice (the first)."""
    found = local_midnight(day, ZoneInfo(zone)).astimezone(ZoneInfo(zone))
    assert found.isoformat() == local


def test_a_wall_time_in_a_gap_is_shifted_forward() -> None:
    """Half past two of the night the clocks go forward is half past three."""
    assert localise(datetime(2026, 3, 29, 2, 30), BERLIN).hour == 1  # noqa: DTZ001 - a wall time


def test_a_period_is_aware_utc_and_not_empty() -> None:
    """Anything else is a fault of the code that built it."""
    with pytest.raises(ValueError, match="UTC"):
        Period(NOON.astimezone(BERLIN), NOON, BERLIN)
    with pytest.raises(ValueError, match="after"):
        Period(NOON, NOON, BERLIN)


def test_what_a_period_touches() -> None:
    """Days are local and inclusive; whole days begin and end at local midnight."""
    days = of_days(date(2026, 3, 28), date(2026, 3, 30), BERLIN)
    assert (days.first_day, days.last_day, days.days) == (date(2026, 3, 28), date(2026, 3, 30), 3)
    assert days.whole_days
    assert days.duration == timedelta(hours=71)
    part = Period(days.start, days.end - timedelta(hours=1), BERLIN)
    assert not part.whole_days
    assert part.days == 3
    assert days.local_end.isoformat() == "2026-03-31T00:00:00+02:00"


def test_a_running_period_is_cut_at_now() -> None:
    """To the second, keeping its shape; a period that is over or to come stays."""
    today = of_days(date(2026, 11, 26), date(2026, 11, 26), BERLIN, Shape.DAY)
    now = NOON + timedelta(microseconds=999_999)
    assert today.running(now)
    assert today.cut(now).end == NOON
    assert today.cut(now).shape is Shape.DAY
    tomorrow = NOON + timedelta(days=1)
    assert not today.running(tomorrow)
    assert today.cut(tomorrow) is today


@pytest.mark.parametrize(
    ("unit", "start", "first"),
    [
        (Unit.DAY, 0, "2026-11-26"),
        (Unit.WEEK, 0, "2026-11-23"),
        (Unit.WEEK, 6, "2026-11-22"),
        (Unit.MONTH, 0, "2026-11-01"),
        (Unit.QUARTER, 0, "2026-10-01"),
        (Unit.YEAR, 0, "2026-01-01"),
    ],
)
def test_floor_is_the_first_day_of_the_unit(unit: Unit, start: int, first: str) -> None:
    """Weeks begin on the weekday that is set."""
    assert str(floor(date(2026, 11, 26), unit, start)) == first


def test_shift_keeps_to_the_month() -> None:
    """A day past the month's end becomes the month's last."""
    assert shift(date(2026, 1, 31), Unit.MONTH, 1) == date(2026, 2, 28)
    assert shift(date(2024, 2, 29), Unit.YEAR, -1) == date(2023, 2, 28)
    assert shift(date(2026, 1, 31), Unit.QUARTER, -1) == date(2025, 10, 31)
    assert shift(date(2026, 1, 31), Unit.WEEK, 1) == date(2026, 2, 7)
    assert shift(date(2026, 1, 31), Unit.DAY, 1) == date(2026, 2, 1)


def test_the_calendar_s_last_month_has_a_length() -> None:
    """December of the year 9999 has no month after it."""
    assert month_length(9999, 12) == 31
    assert month_length(2024, 2) == 29


def test_zones_have_names() -> None:
    """The IANA name, or the offset."""
    assert zone_name(BERLIN) == "Europe/Berlin"
    assert zone_name(UTC) == "UTC"
