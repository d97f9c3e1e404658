"""The calendar rows of the grammar against a second, simpler reckoning, over many moments."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.parse import Context, parse

Days = tuple[date, date]  # the first day and the day after the last
DAY = timedelta(days=1)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple(name.lower() for name in calendar.month_name)


def month(year: int, number: int) -> Days:
    """A month, its number counted on beyond 12 or below 1."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return date(year, number, 1), date(year + number // 12, number % 12 + 1, 1)


def months(year: int, number: int, count: int) -> Days:
    """Several months from one on."""
    return month(year, number)[0], month(year, number + count)[0]


def monday_of(day: date) -> date:
    """The Monday on or before a day."""
    return day - day.weekday() * DAY


def by_weekday(number: int) -> Callable[[date], bool]:
    """Whether a day is that weekday."""
    return lambda day: day.weekday() == number


def by_week(number: int) -> Callable[[date], bool]:
    """Whether a day begins the ISO week of that number."""
    return lambda day: day.isocalendar()[1:] == (number, 1)


def by_date(month_number: int, number: int) -> Callable[[date], bool]:
    """Whether a day has that month and number."""
    return lambda day: (day.month, day.day) == (month_number, number)


def search_back(today: date, fits: Callable[[date], bool]) -> date:
    """The latest day, today or before, that fits."""
    while not fits(today):
        today -= DAY
    return today


def rows(t: date) -> Iterator[tuple[str, Days]]:
    """Phrases and what they mean on the day t."""
    quarter = (t.month - 1) // 3 * 3 + 1
    week = monday_of(t)
    yield "today", (t, t + DAY)
    yield "yesterday", (t - DAY, t)
    yield "day before yesterday", (t - 2 * DAY, t - DAY)
    for n in (1, 2, 7, 30, 366):
        yield f"last {n} days", (t - n * DAY, t)
        yield f"last {n} days including today", (t - (n - 1) * DAY, t + DAY)
        yield f"{n} days ago", (t - n * DAY, t - (n - 1) * DAY)
    for n in (1, 2, 5, 53):
        yield f"last {n} weeks", (week - 7 * n * DAY, week)
        yield f"{n} weeks ago", (week - 7 * n * DAY, week - 7 * (n - 1) * DAY)
    for n in (1, 2, 3, 12, 25):
        yield f"last {n} months", months(t.year, t.month - n, n)
        yield f"{n} months ago", month(t.year, t.month - n)
        yield f"last {n} months so far", months(t.year, t.month - n, n + 1)
    for n in (1, 3, 5):
        yield f"last {n} quarters", months(t.year, quarter - 3 * n, 3 * n)
        yield f"last {n} years", (date(t.year - n, 1, 1), date(t.year, 1, 1))
    yield "this week", (week, week + 7 * DAY)
    yield "wtd", (week, week + 7 * DAY)
    yield "this month", month(t.year, t.month)
    yield "month to date", month(t.year, t.month)
    yield "this quarter", months(t.year, quarter, 3)
    yield "this year", (date(t.year, 1, 1), date(t.year + 1, 1, 1))
    yield "last week", (week - 7 * DAY, week)
    yield "last month", month(t.year, t.month - 1)
    yield "last quarter", months(t.year, quarter - 3, 3)
    yield "last year", (date(t.year - 1, 1, 1), date(t.year, 1, 1))
    yield "last weekend", (week - 2 * DAY, week)
    yield from weekdays(t)
    yield from names(t)


def weekdays(t: date) -> Iterator[tuple[str, Days]]:
    """Days by their names, and stretches of them."""
    for number, name in enumerate(WEEKDAYS):
        day = search_back(t - DAY, by_weekday(number))
        yield name, (day, day + DAY)
        yield f"last {name}", (day, day + DAY)
    friday = search_back(t - DAY, by_weekday(4))
    yield "monday to friday", (friday - 4 * DAY, friday + DAY)
    monday = search_back(t - DAY, by_weekday(0))
    yield "friday to monday", (monday - 3 * DAY, monday + DAY)


def names(t: date) -> Iterator[tuple[str, Days]]:
    """Units of the calendar by name, without a year."""
    for number in range(1, 13):
        year = t.year if number <= t.month else t.year - 1
        yield MONTHS[number], month(year, number)
        first, after = month(year, number)
        yield f"first half of {MONTHS[number]}", (first, first + 15 * DAY)
        if first + 15 * DAY <= t:
            yield f"second half of {MONTHS[number]}", (first + 15 * DAY, after)
        if after - 7 * DAY <= t:
            yield f"last week of {MONTHS[number]}", (after - 7 * DAY, after)
    for number in range(1, 5):
        begun = date(t.year, number * 3 - 2, 1) <= t
        yield f"q{number}", months(t.year - (not begun), number * 3 - 2, 3)
    yield "h2", months(t.year if t.month > 6 else t.year - 1, 7, 6)
    for number in (1, 12, 40, 52, 53):
        day = search_back(t, by_week(number))
        yield f"week {number}", (day, day + 7 * DAY)
    for number, name in ((1, "january"), (29, "february"), (12, "may"), (31, "december")):
        of = MONTHS.index(name)
        day = search_back(t, by_date(of, number))
        yield f"{number} {name}", (day, day + DAY)
    last = search_back(t - DAY, by_date(1, 5))
    if t.month != 1 or t.day > 5:
        yield "20 dec to 5 jan", (date(last.year - 1, 12, 20), last + DAY)
    end = search_back(t, by_date(3, 1))
    if t.month != 2:
        yield "november to february", (date(end.year - 1, 11, 1), end)


ODD = [
    date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2024, 12, 30), date(2026, 12, 31),
    date(2027, 1, 1), date(2027, 1, 3), date(2027, 1, 4), date(2026, 11, 26), date(2025, 3, 31),
]  # fmt: skip
MOMENTS = [*ODD, *(date(2023, 11, 1) + n * 17 * DAY for n in range(90))]
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati")


@pytest.mark.parametrize("zone_name", ZONES)
def test_the_calendar_rows_hold_on_any_day(zone_name: str) -> None:
    """Each row of the table gives the days that plain counting gives, in every zone."""
    zone = ZoneInfo(zone_name)
    for index, day in enumerate(MOMENTS):
        if zone_name != "UTC" and index > 30:
            break
        noon = datetime(day.year, day.month, day.day, 12, 30, tzinfo=zone)
        context = Context(noon.astimezone(UTC), zone)
        for phrase, (first, after) in rows(day):
            period = parse(phrase, context).query.period
            assert period is not None
            found = (period.first_day, period.last_day + DAY)
            assert (day, phrase, *found) == (day, phrase, first, after)
            assert period.whole_days


@pytest.mark.parametrize(
    ("zone_name", "day"),
    [
        ("America/Santiago", "2026-09-06"),
        ("Asia/Beirut", "2026-03-29"),
        ("Africa/Cairo", "2026-04-24"),
    ],
)
def test_days_abut_where_midnight_is_skipped(zone_name: str, day: str) -> None:
    """The day whose midnight is skipped begins where the day before ends, and lasts 23 hours."""
    zone = ZoneInfo(zone_name)
    context = Context(datetime(2026, 10, 20, 12, tzinfo=UTC), zone)
    at = date.fromisoformat(day)
    periods = [parse(f"{at + n * DAY}", context).query.period for n in (-1, 0, 1)]
    before, itself, after = periods
    assert before is not None
    assert itself is not None
    assert after is not None
    assert before.end == itself.start
    assert itself.end == after.start
    assert itself.duration == timedelta(hours=23)
