"""Parts of a month, quarter or year: first week of october, second half of 2025, end of may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bot.core.periods import Shape, Unit, shift
from bot.core.phrases.named import half_span, iso_week_span
from bot.core.phrases.rules import (
    Found,
    Rule,
    atom,
    is_unit,
    number,
    ordinal,
    skip_full,
    skip_of,
    skip_the,
)
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import SHAPES, Days, Kind, Refusal, Span, fixed, units_back, yearly
from bot.core.phrases.weekdays import weekend

_OWN_CURRENT = (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
Narrow = Callable[[date, date], Days]


def whole(s: Scan, i: int) -> Found:
    """A month, quarter or year at word i, also "the month" (the current one)."""
    j = skip_of(s, i)
    unit = s.senses[j].get("unit")
    if is_unit(s, j, "month") and "month" in s.senses[j + 1]:  # des Monats Oktober
        j += 1
        unit = None
    alone = "digits" not in s.senses[j + 1] and "of" not in s.senses[j + 1]
    if j > i and unit and unit[0] in _OWN_CURRENT and alone:
        return units_back(s, unit[0], 0), j + 1
    found = atom(s, j)
    if found is None or found[0].count != 1:
        return None
    shapes = (Shape.MONTH, Shape.QUARTER, Shape.YEAR, Shape.WEEK)
    return found if found[0].shape in shapes or found[0].kind is Kind.FUTURE else None


def narrowed(span: Span, narrow: Narrow, shape: Shape = Shape.STRETCH) -> Span:
    """The part of a span that `narrow` takes from its first and last day."""
    if span.kind is Kind.YEARLY:
        at = span.at
        return yearly(lambda y: narrow(*at(y)), shape, span.year)
    if span.kind is Kind.FIXED:
        try:
            return fixed(*narrow(span.first, span.last), shape)
        except (ValueError, OverflowError):
            raise Refusal("no_such_part") from None
    return span


def _thirds(part: str) -> Narrow:
    if part == "beginning":
        return lambda first, _: (first, first.replace(day=10))
    if part == "mid":
        return lambda first, _: (first.replace(day=11), first.replace(day=20))
    return lambda first, last: (first.replace(day=21), last)


def read_part(s: Scan, i: int) -> Found:
    """Beginning of october, mid-october, end of last month, early may."""
    j = i + 1
    if s.words[j] == "-" or ("of" in s.senses[j] and s.words[j] != "of"):
        j += 1
    found = whole(s, j)
    if found is None:
        return None
    span, after = found
    if span.kind is not Kind.FUTURE and span.shape is not Shape.MONTH:
        raise Refusal("only_months_have_parts")
    return narrowed(span, _thirds(s.senses[i]["part"])), after


def read_half(s: Scan, i: int) -> Found:
    """First half of october, second half of 2025, last half of last year."""
    counted = ordinal(s, i)
    value, j = counted if counted else (2, i + 1)
    of_month = "halfmonth" in s.senses[j]
    if not ("half" in s.senses[j] or (of_month and counted)) or value > 2:
        return None
    found = whole(s, j + 1)
    if found is None or j + 1 == found[1]:
        return None
    span, after = found
    if span.shape is Shape.YEAR and span.kind is Kind.FIXED and not of_month:
        return half_span(value, span.first.year), after
    if span.kind is not Kind.FUTURE and span.shape is not Shape.MONTH:
        raise Refusal("only_months_have_halves")
    if value == 1:
        return narrowed(span, lambda first, _: (first, first.replace(day=15))), after
    return narrowed(span, lambda first, last: (first.replace(day=16), last)), after


def read_edge(s: Scan, i: int) -> Found:
    """First week of october, last 3 days of october, last 6 months of 2025, 12th week of 2024."""
    counted = ordinal(s, i)
    place, j = counted if counted else (-1, i + 1)
    count, j = number(s, j) or (1, j)
    unit, times = s.senses[j].get("unit", (None, 0))
    if unit not in _WITHIN or (count > 1 and place > 1) or not _of_something(s, j + 1, place):
        return None
    found = whole(s, j + 1)
    if found is None:
        return None
    span, after = found
    if unit is Unit.WEEK and span.shape is Shape.YEAR and place > 1 and span.kind is Kind.FIXED:
        return iso_week_span(place, span.first.year), after
    size = count * times
    if unit not in (Unit.DAY, Unit.WEEK):
        within = _months_within(span, unit, place, size)
        return (within, after) if within else None
    size *= 7 if unit is Unit.WEEK else 1
    shape = Shape.DAY if size == 1 else Shape.STRETCH
    return narrowed(span, lambda first, last: _edge(first, last, place, size), shape), after


_WITHIN = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER)


def _of_something(s: Scan, j: int, place: int) -> bool:
    """Whether "of" follows, or a month or year that an ordinal needs no "of" for."""
    senses = s.senses[j]
    if "of" in senses or "month" in senses:
        return True
    named = "this" in senses or "last" in senses or (len(s.words[j]) == 4 and "digits" in senses)
    return place > 0 and named


def _months_within(span: Span, unit: Unit, place: int, size: int) -> Span | None:
    """First 3 months of 2025, last quarter of last year's last 2 months."""
    if span.shape not in (Shape.QUARTER, Shape.YEAR) or span.shape == SHAPES[unit]:
        return None
    months = size * (3 if unit is Unit.QUARTER else 1)

    def narrow(first: date, last: date) -> Days:
        start = shift(last, Unit.DAY, 1) if place == -1 else first
        start = shift(start, Unit.MONTH, -months if place == -1 else months * (place - 1))
        end = shift(start, Unit.MONTH, months) - timedelta(days=1)
        if start < first or end > last or months < 1:
            raise ValueError(start)
        return start, end

    found = narrowed(span, narrow, SHAPES[unit])
    found.count = size
    return found


def _edge(first: date, last: date, place: int, size: int) -> Days:
    if place == -1:
        days = last - timedelta(days=size - 1), last
    else:
        start = first + timedelta(days=size * (place - 1))
        days = start, start + timedelta(days=size - 1)
    if days[0] < first or days[1] > last or size < 1:
        raise ValueError(days)
    return days


def read_nth_weekday(s: Scan, i: int) -> Found:
    """First monday of october, last friday of last month."""
    counted = ordinal(s, i)
    place, j = counted if counted else (-1, i + 1)
    is_weekend = "weekend" in s.senses[j]
    weekday: int = s.senses[j].get("weekday", 5 if is_weekend else -1)
    if weekday < 0 or "of" not in s.senses[j + 1]:
        return None
    found = whole(s, j + 1)
    if found is None:
        return None
    if is_weekend:
        return narrowed(
            found[0], lambda f, e: _weekend(_nth(f, e, place, 5)), Shape.WEEKEND
        ), found[1]
    return narrowed(found[0], lambda f, e: (_nth(f, e, place, weekday),) * 2, Shape.WEEKDAY), found[
        1
    ]


def _nth(first: date, last: date, place: int, weekday: int) -> date:
    if place == -1:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))
    if day > last:
        raise ValueError(day)
    return day


def _weekend(saturday: date) -> Days:
    span = weekend(saturday)
    return span.first, span.last


def read_entire(s: Scan, i: int) -> Found:
    """The full year 2025, all of october, the whole of last month: units are always whole."""
    if i and s.words[i] == "all" and s.words[i - 1] == "for":
        return None  # for all accounts
    j = skip_of(s, skip_full(s, i) if "full" in s.senses[i] else i + 1)
    found = atom(s, j)
    running = s.senses[j].get("unit", (None, 0))
    if found is None and running[1] == 1 and running[0] in SHAPES and running[0] is not Unit.DAY:
        return units_back(s, running[0], 0), j + 1  # all year
    shapes = (Shape.MONTH, Shape.QUARTER, Shape.YEAR, Shape.WEEK)
    return found if found and found[0].shape in shapes else None


def read_month_week(s: Scan, i: int) -> Found:
    """October's first week is not read; "week 2 of october" is refused by its own name."""
    if not is_unit(s, i, "week") or "digits" not in s.senses[i + 1] or "of" not in s.senses[i + 2]:
        return None
    if "month" not in s.senses[skip_the(s, i + 3)]:
        return None
    raise Refusal("week_of_month")


RULES = (
    Rule(
        ("part",),
        read_part,
        (
            ("beginning of october", "2026-10-01", "2026-10-10"),
            ("mid-october", "2026-10-11", "2026-10-20"),
            ("end of last month", "2026-10-21", "2026-10-31"),
        ),
    ),
    Rule(
        ("ordinal half", "ordinal halfmonth", "last half", "last halfmonth"),
        read_half,
        (
            ("first half of october", "2026-10-01", "2026-10-15"),
            ("second half of october", "2026-10-16", "2026-10-31"),
            ("second half of 2025", "2025-07-01", "2025-12-31"),
        ),
    ),
    Rule(
        ("ordinal number", "ordinal unit", "last number", "last unit"),
        read_edge,
        (
            ("first week of october", "2026-10-01", "2026-10-07"),
            ("last week of october", "2026-10-25", "2026-10-31"),
            ("last day of october", "2026-10-31", "2026-10-31"),
            ("first 10 days of october", "2026-10-01", "2026-10-10"),
            ("first 3 months of 2025", "2025-01-01", "2025-03-31"),
            ("12th week of 2024", "2024-03-18", "2024-03-24"),
        ),
    ),
    Rule(
        ("ordinal weekday", "ordinal weekend", "last weekday", "last weekend"),
        read_nth_weekday,
        (
            ("first monday of october", "2026-10-05", "2026-10-05"),
            ("last friday of october", "2026-10-30", "2026-10-30"),
        ),
    ),
    Rule(
        ("full", "all"),
        read_entire,
        (
            ("the full year 2025", "2025-01-01", "2025-12-31"),
            ("all of october", "2026-10-01", "2026-10-31"),
        ),
    ),
    Rule(("unit",), read_month_week),
)
