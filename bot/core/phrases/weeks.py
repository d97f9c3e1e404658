"""Weeks by number or by a day in them, and days counted from one: week 12, week of 12 may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bot.core.periods import Shape, Unit, floor
from bot.core.phrases.named import iso_week_span, with_year
from bot.core.phrases.rules import (
    Found,
    Rule,
    atom,
    is_unit,
    number,
    ordinal,
    ordinal_number,
    skip_of,
    skip_the,
)
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Days, Kind, Span, days_of, fixed, yearly
from bot.core.phrases.weekdays import weekend


def read_week_number(s: Scan, i: int) -> Found:
    """Week 12, w12, cw 12, week 12 of 2025, iso week 12, 12th week (the 1st to 5th need a year)."""
    if "iso" in s.senses[i]:
        i += 1
    counted = ordinal(s, i)
    if counted:
        named = "w" in s.senses[counted[1]] or is_unit(s, counted[1], "week")
        by_number = counted[0] > 5 or "w" in s.senses[counted[1]]
        return (
            with_year(s, counted[1] + 1, iso_week_span, counted[0]) if named & by_number else None
        )
    if not ("w" in s.senses[i] or is_unit(s, i, "week")):
        return None
    j = i + 2 if s.words[i + 1] in ("no", "number", "nr") else i + 1
    j = j + 1 if s.words[j] in ("#", ".") else j
    counted = ordinal_number(s, j)
    return with_year(s, counted[1], iso_week_span, counted[0]) if counted else None


def _day_after(s: Scan, i: int) -> Found:
    found = atom(s, i)
    if found is None or found[0].shape not in (Shape.DAY, Shape.WEEKDAY):
        return None
    return found


def read_week_of(s: Scan, i: int) -> Found:
    """Week of 12 may, week commencing 9 nov, w/c 9 nov, weekend of 21 nov."""
    if s.words[i] == "w" and s.words[i + 1 : i + 3] == ["/", "c"]:
        found = _day_after(s, i + 3)
        return (_around(found[0], s, _seven_days, Shape.WEEK), found[1]) if found else None
    is_week = is_unit(s, i, "week") and s.senses[i]["unit"][1] == 1
    if not (is_week or "weekend" in s.senses[i]):
        return None
    exact, ending = "commencing" in s.senses[i + 1], "ending" in s.senses[i + 1]
    if not (exact or ending or "of" in s.senses[i + 1]) or s.words[i + 1] == "in":
        return None
    found = _day_after(s, skip_the(s, i + 3 if s.words[i + 2] == "on" else i + 2))
    if found is None:
        return None
    if not is_week:
        return _around(found[0], s, _weekend_days, Shape.WEEKEND), found[1]
    if ending:
        return _around(found[0], s, _days_to, Shape.WEEK), found[1]
    if exact:
        return _around(found[0], s, _seven_days, Shape.WEEK), found[1]
    start = s.week_start
    return _around(found[0], s, lambda day: _week_days(day, start), Shape.WEEK), found[1]


def _around(day: Span, s: Scan, widen: Callable[[date], Days], shape: Shape) -> Span:
    """The stretch that `widen` makes of a day, in the same year or the latest begun."""
    if day.kind is Kind.YEARLY:
        at = day.at
        return yearly(lambda y: widen(at(y)[0]), shape, day.year)
    return fixed(*widen(days_of(day, s)[0]), shape)


def _seven_days(day: date) -> Days:
    return day, day + timedelta(days=6)


def _days_to(day: date) -> Days:
    return day - timedelta(days=6), day


def _week_days(day: date, week_start: int) -> Days:
    return _seven_days(floor(day, Unit.WEEK, week_start))


def _weekend_days(day: date) -> Days:
    span = weekend(floor(day, Unit.WEEK) + timedelta(days=5))
    return span.first, span.last


def read_days_from(s: Scan, i: int) -> Found:
    """30 days from 2026-10-01: so many days of which the first is said."""
    counted = number(s, i)
    if not counted or not is_unit(s, counted[1], "day") or s.words[counted[1] + 1] != "from":
        return None
    if "dayname" in s.senses[counted[1] + 2]:
        return None
    found = _day_after(s, skip_of(s, counted[1] + 2))
    if found is None or not 1 <= counted[0] <= 40000:
        return None
    first, _ = days_of(found[0], s)
    last = first + timedelta(days=counted[0] - 1)
    shape = Shape.DAY if counted[0] == 1 else Shape.STRETCH
    return fixed(first, last, shape), found[1]


RULES = (
    Rule(
        ("unit", "w", "iso", "ordinal unit", "ordinal w", "tens"),
        read_week_number,
        (
            ("week 12", "2026-03-16", "2026-03-22"),
            ("12th week", "2026-03-16", "2026-03-22"),
            ("week 53", "2020-12-28", "2021-01-03"),
            ("week 1 of 2026", "2025-12-29", "2026-01-04"),
        ),
    ),
    Rule(
        ("unit", "weekend", "w"),
        read_week_of,
        (
            ("week of 12 may", "2026-05-11", "2026-05-17"),
            ("week commencing 9 nov", "2026-11-09", "2026-11-15"),
            ("w/c 9 nov", "2026-11-09", "2026-11-15"),
            ("week ending 15 nov", "2026-11-09", "2026-11-15"),
            ("weekend of 2026-11-14", "2026-11-14", "2026-11-15"),
        ),
    ),
    Rule(("number",), read_days_from, (("30 days from 2026-10-01", "2026-10-01", "2026-10-30"),)),
)
