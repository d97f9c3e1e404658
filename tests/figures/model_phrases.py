"""Date words as people type them, each with its meaning by the table of design §3.

The meaning is worked out here from today's date, not by a parser. Must import nothing of the bot.
"""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tests.figures.model_clock import DAY, exists, first_of
from tests.figures.model_periods import Days, Elapsed, Meaning, Since, Times, moved

_WEEKDAYS = tuple(name.lower() for name in day_name)
_MONTHS = tuple(name.lower() for name in month_name)
_LENGTHS = {"week": 7, "month": 31, "quarter": 92, "year": 366}
_MOST_UNITS = 60
# Lengths in days about which the unit changes.
_LIMITS = (2, 3, 31, 32, 62, 63, 140, 141, 399, 400, 401)

Phrase = tuple[str, Meaning]


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody asks on the local day `today` for at most about `longest` days.

    `odd` is a day worth asking about: one on which the clock changes, or a leap day.
    """

    draw: st.DrawFn
    today: date
    odd: date
    zone: ZoneInfo
    week_start: int
    longest: int

    def number(self, low: int, high: int) -> int:
        """Any whole number from `low` to `high`."""
        return self.draw(st.integers(low, high))

    def either(self) -> bool:
        """One of two."""
        return self.draw(st.booleans())

    def past(self, low: int, high: int) -> date:
        """A day so many days ago; the one before it where the zone left it out."""
        day = self.today - self.number(low, high) * DAY
        return day if exists(day, self.zone) else day - DAY


def _relative_day(at: Asking) -> Phrase:
    text, back = at.draw(st.sampled_from([("today", 0), ("yesterday", 1), ("3 days ago", 3)]))
    return text, Days(at.today - back * DAY, at.today - back * DAY, "day")


def _last_days(at: Asking) -> Phrase:
    count = at.number(2, at.longest)
    if not at.number(0, 2):
        count = at.draw(st.sampled_from(_LIMITS))
    if at.either():
        return f"last {count} days", Days(at.today - count * DAY, at.today - DAY)
    first = at.today - (count - 1) * DAY
    return f"last {count} days including today", Days(first, at.today)


def _unit(at: Asking) -> Phrase:
    """This or last week, month, quarter, year, or the last several."""
    unit = at.draw(st.sampled_from(tuple(_LENGTHS)))
    running = _unit_begun(at.today, unit, at.week_start)
    if at.either():
        following = _shifted(running, unit, 1)
        return f"this {unit}", Days(running, following - DAY, unit)
    count = at.number(1, min(max(1, at.longest // _LENGTHS[unit]), _MOST_UNITS))
    text = f"last {unit}" if count == 1 else f"last {count} {unit}s"
    return text, Days(_shifted(running, unit, -count), running - DAY, unit, count)


def _elapsed(at: Asking) -> Phrase:
    if at.either():
        hours = at.number(2, 72)
        return f"last {hours} hours", Elapsed(timedelta(hours=hours))
    minutes = at.draw(st.sampled_from([1, 15, 90, 100, 1500]))
    return f"last {minutes} minutes", Elapsed(timedelta(minutes=minutes))


def _since(at: Asking) -> Phrase:
    if at.either():
        back = at.number(1, 7)
        day = at.today - back * DAY
        return f"since {_WEEKDAYS[day.weekday()]}", Since(day)
    day = at.past(0, at.longest)
    return f"since {day}", Since(day)


def _stretch(at: Asking) -> Phrase:
    """From one date to another, which may lie ahead."""
    first = at.past(0, at.longest)
    last = first + at.number(1, at.longest) * DAY
    return f"{first} to {last}", _by_months(Days(first, last))


def _near_today(at: Asking) -> Phrase:
    """A short stretch that ends near today, often running."""
    first = at.past(0, 40)
    last = max(first + DAY, at.today + at.number(-3, 12) * DAY)
    return f"{first} to {last}", _by_months(Days(first, last))


def _by_months(days: Days) -> Days:
    """Dates that are whole calendar months are so many months."""
    after = days.last + DAY
    if days.first.day != 1 or after.day != 1:
        return days
    count = (after.year - days.first.year) * 12 + after.month - days.first.month
    return Days(days.first, days.last, "month", count)


def _one_day(at: Asking) -> Phrase:
    day = at.past(0, at.longest)
    return f"{day}", Days(day, day, "day")


def _odd_day(at: Asking) -> Phrase:
    """A day or two at which something happens to the calendar."""
    first = at.odd - at.number(0, 1) * DAY
    if first > at.today or not exists(first, at.zone):
        return _one_day(at)
    last = first + at.number(0, 2) * DAY
    if first == last:
        return f"{first}", Days(first, last, "day")
    return f"{first} to {last}", _by_months(Days(first, last))


def _times(at: Asking) -> Phrase:
    first = at.past(1, min(at.longest, 60))
    last = first + at.number(0, min(at.longest, 60)) * DAY
    begins, ends = at.number(0, 11), at.number(12, 23)
    start, end = datetime.combine(first, time(begins, 30)), datetime.combine(last, time(ends))
    return f"{start:%Y-%m-%dT%H:%M} to {end:%Y-%m-%dT%H:%M}", Times(start, end)


def _months(at: Asking) -> Phrase:
    """Months by name or number, which have begun."""
    back = at.number(0, max(1, at.longest // 31))
    first = moved(at.today.replace(day=1), -back)
    count = at.number(1, max(1, min(back + 1, at.longest // 31)))
    final = moved(first, count - 1)
    days = Days(first, moved(final, 1) - DAY, "month", count)
    if count > 1:
        return f"{first:%Y-%m} to {final:%Y-%m}", days
    named = at.either()
    name = f"{_MONTHS[first.month]} {first.year}"
    return name if named else f"{first:%Y-%m}", days


def _quarter_or_year(at: Asking) -> Phrase:
    if at.either():
        year = at.today.year - at.number(0, 2)
        return f"{year}", Days(date(year, 1, 1), date(year, 12, 31), "year")
    first = _shifted(_unit_begun(at.today, "quarter", 0), "quarter", -at.number(0, 6))
    name = f"q{(first.month + 2) // 3} {first.year}"
    return name, Days(first, moved(first, 3) - DAY, "quarter")


def _iso_week(at: Asking) -> Phrase:
    """ISO weeks start on Monday whatever is set."""
    monday = first_of(at.today - 7 * at.number(0, 60) * DAY, "week", 0)
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02}", Days(monday, monday + 6 * DAY, "week")


def _weekday(at: Asking) -> Phrase:
    if at.today.weekday() < 5 and at.either():
        saturday = at.today - (at.today.weekday() + 2) * DAY
        return "last weekend", Days(saturday, saturday + DAY, "weekend")
    day = at.today - at.number(1, 7) * DAY
    return _WEEKDAYS[day.weekday()], Days(day, day, "weekday")


def _ever(_: Asking) -> Phrase:
    return "all time", Since(date(2010, 1, 1), ever=True)


PHRASES: tuple[Callable[[Asking], Phrase], ...] = (
    _relative_day,
    _last_days,
    _unit,
    _unit,
    _elapsed,
    _since,
    _stretch,
    _stretch,
    _near_today,
    _one_day,
    _odd_day,
    _odd_day,
    _times,
    _months,
    _quarter_or_year,
    _iso_week,
    _weekday,
    _ever,
)
# What is typed after "vs": whole days, by their dates.
TYPED: tuple[Callable[[Asking], Phrase], ...] = (
    _stretch,
    _months,
    _one_day,
    _quarter_or_year,
    _iso_week,
)


def _unit_begun(day: date, unit: str, week_start: int) -> date:
    if unit == "quarter":
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return first_of(day, unit, week_start)


def _shifted(first: date, unit: str, count: int) -> date:
    if unit == "week":
        return first + 7 * count * DAY
    return moved(first, {"month": 1, "quarter": 3, "year": 12}[unit] * count)
