"""Weekdays and weekends said from today: monday, last friday, tuesday last week, last weekend."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.periods import Shape, Unit, floor
from bot.core.phrases import relative, to_date
from bot.core.phrases.rules import Found, Rule, number, skip_of, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Span, fixed, weekday_before, weekly


def weekend(saturday: date) -> Span:
    """A Saturday and its Sunday."""
    return fixed(saturday, saturday + timedelta(days=1), Shape.WEEKEND)


def _last_saturday(s: Scan) -> date:
    """The Saturday of the weekend before the current week's."""
    return floor(s.today, Unit.WEEK) - timedelta(days=2)


def read_weekend(s: Scan, i: int) -> Found:
    """Last weekend, the weekend before last; the weekend is the latest that has begun."""
    if "weekend" in s.senses[i]:
        if "before" in s.senses[i + 1] and "last" in s.senses[i + 2]:
            return weekend(_last_saturday(s) - timedelta(weeks=1)), i + 3
        return weekend(weekday_before(5, s.today + timedelta(days=1))), to_date.so_far(s, i + 1)
    return weekend(_last_saturday(s)), i + 2


def read_this_day(s: Scan, i: int) -> Found:
    """This friday, this weekend: of the current week."""
    senses = s.senses[i + 1]
    if "weekday" in senses:
        day = floor(s.today, Unit.WEEK, s.week_start)
        day += timedelta(days=(senses["weekday"] - day.weekday()) % 7)
        return fixed(day, day, Shape.WEEKDAY), i + 2
    if "weekend" in senses:
        saturday = floor(s.today, Unit.WEEK) + timedelta(days=5)
        return weekend(saturday), to_date.so_far(s, i + 2)
    return None


def read_weekends_ago(s: Scan, i: int) -> Found:
    """2 weekends ago, 2 fridays ago."""
    counted = number(s, i)
    if not counted or counted[0] < 1:
        return None
    j = counted[1]
    weekday = s.senses[j].get("weekdays" if s.language == "en" else "weekday")
    if weekday is not None and "ago" in s.senses[j + 1]:
        day = weekday_before(weekday, s.today) - timedelta(weeks=min(counted[0] - 1, 5000))
        return fixed(day, day, Shape.WEEKDAY), j + 2
    if not ("weekend" in s.senses[j] or "weekends" in s.senses[j]) or "ago" not in s.senses[j + 1]:
        return None
    return weekend(_last_saturday(s) - timedelta(weeks=min(counted[0] - 1, 5000))), j + 2


def read_weekday(s: Scan, i: int) -> Found:
    """Monday, last friday, monday last week, friday 2 weeks ago."""
    if "weekday" not in s.senses[i]:
        i += 1
        return weekly(s.senses[i]["weekday"]), i + 1
    if "before" in s.senses[i + 1] and "last" in s.senses[i + 2] and not _named_after(s, i + 3):
        day = weekday_before(s.senses[i]["weekday"], s.today) - timedelta(weeks=1)
        return fixed(day, day, Shape.WEEKDAY), i + 3
    return weekly(s.senses[i]["weekday"]), i + 1


def _named_after(s: Scan, i: int) -> bool:
    """Whether "last" is followed by what it belongs to ("monday before last week")."""
    return any(sense in s.senses[i] for sense in ("unit", "number", "weekday", "weekend", "month"))


def read_weekday_of_week(s: Scan, i: int) -> Found:
    """Monday last week, monday of this week, friday 2 weeks ago."""
    week = read_week_alone(s, skip_of(s, i + 1))
    if week is None:
        return None
    return fixed_weekday(week[0], s.senses[i]["weekday"]), week[1]


def read_week_weekday(s: Scan, i: int) -> Found:
    """Last week monday, this week's tuesday, last week on friday."""
    if not any("weekday" in senses for senses in s.senses[i + 2 : i + 7]):
        return None
    week = read_week_alone(s, i)
    if week is None:
        return None
    j = week[1]
    if "preposition" in s.senses[j]:
        j += 1
    if "weekday" not in s.senses[j]:
        return None
    return fixed_weekday(week[0], s.senses[j]["weekday"]), j + 1


def fixed_weekday(week: Span, weekday: int) -> Span:
    """The day of a week that has this name."""
    day = week.first + timedelta(days=(weekday - week.first.weekday()) % 7)
    return fixed(day, day, Shape.WEEKDAY)


def read_week_alone(s: Scan, i: int) -> Found:
    """Last week, this week, the week before last, 2 weeks ago: one week said from today."""
    i = skip_the(s, i)
    senses = s.senses[i]
    found: Found = None
    if "last" in senses and "number" not in s.senses[i + 1]:
        found = relative.read_last(s, i)
    elif "this" in senses:
        found = relative.read_this(s, i)
    elif "number" in senses:
        found = relative.read_ago(s, i)
    elif "unit" in senses:
        found = relative.read_day_before(s, i)
    return found if found and found[0].shape is Shape.WEEK and found[0].count == 1 else None


RULES = (
    Rule(("this",), read_this_day, (("this monday", "2026-11-23", "2026-11-23"),)),
    Rule(
        ("number",),
        read_weekends_ago,
        (
            ("2 weekends ago", "2026-11-14", "2026-11-15"),
            ("2 fridays ago", "2026-11-13", "2026-11-13"),
        ),
    ),
    Rule(
        ("weekend", "last weekend"),
        read_weekend,
        (
            ("last weekend", "2026-11-21", "2026-11-22"),
            ("the weekend", "2026-11-21", "2026-11-22"),
            ("weekend before last", "2026-11-14", "2026-11-15"),
        ),
    ),
    Rule(
        ("weekday", "last weekday"),
        read_weekday,
        (
            ("monday", "2026-11-23", "2026-11-23"),
            ("last friday", "2026-11-20", "2026-11-20"),
            ("monday before last", "2026-11-16", "2026-11-16"),
        ),
    ),
    Rule(
        ("weekday",),
        read_weekday_of_week,
        (("tuesday last week", "2026-11-17", "2026-11-17"),),
    ),
    Rule(
        ("last unit", "last full", "this unit"),
        read_week_weekday,
        (("last week's friday", "2026-11-20", "2026-11-20"),),
    ),
)
