"""Span, what one date phrase names before it is placed in time; and placing it, alone.

A span may be fixed (today, 2026-05-12), come round every year (12 may, q3), week (monday) or
month (the 15th), lie relative to another period (the week before), or be an instant. Nothing
here reads words.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, date, datetime, timedelta
from enum import StrEnum

from bot.core.periods import (
    Period,
    Shape,
    Unit,
    floor,
    local_midnight,
    localise,
    month_length,
    shift,
)
from bot.core.phrases.scan import Scan

FIRST_DAY = date(1970, 1, 1)
_DAY = timedelta(days=1)
Days = tuple[date, date]


class Kind(StrEnum):
    """How a span finds its place in time."""

    FIXED = "fixed"
    YEARLY = "yearly"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    RELATIVE = "relative"
    FUTURE = "future"
    ELAPSED = "elapsed"
    ALL_TIME = "all_time"
    MOMENT = "moment"


class Refusal(Exception):  # noqa: N818 - a reason, made a ParseError where the words are known
    """Why a phrase that was understood is refused: a key of the catalogue and its values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Span:
    """See the module; only the places that its kind needs are set.

    `at(year)` gives the days of a YEARLY span, ValueError where that year has none. `clock` is a
    time of day in seconds on a span of one day, `floating` where no day was said. `other` is the
    second reading of 05/06/2026.
    """

    __slots__ = (
        "at", "clock", "count", "day", "first", "floating", "instant", "kind", "last", "month",
        "other", "shape", "steps", "unit", "weekday", "year",
    )  # fmt: skip

    def __init__(self, kind: Kind, shape: Shape = Shape.STRETCH, count: int = 1) -> None:
        self.kind = kind
        self.shape = shape
        self.count = count
        self.first = FIRST_DAY
        self.last = FIRST_DAY
        self.at: Callable[[int], Days] = _nowhere
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.weekday: int | None = None
        self.clock: int | None = None
        self.floating = False
        self.instant: datetime | None = None
        self.other: Span | None = None
        self.unit = Unit.DAY
        self.steps = 0


def _nowhere(year: int) -> Days:
    raise ValueError(year)


def fixed(first: date, last: date, shape: Shape = Shape.STRETCH, count: int = 1) -> Span:
    """The days `first` to `last`, both counted."""
    span = Span(Kind.FIXED, shape, count)
    span.first = first
    span.last = last
    return span


def yearly(
    at: Callable[[int], Days], shape: Shape, year: int | None = None, count: int = 1
) -> Span:
    """Days that come round every year; `year` where it was said."""
    span = Span(Kind.YEARLY, shape, count)
    span.at = at
    span.year = year
    return span


def month_day(month: int, day: int, year: int | None = None) -> Span:
    """A day of a month."""
    span = Span(Kind.YEARLY, Shape.DAY)
    span.at = lambda y: (date(y, month, day),) * 2
    span.year = year
    span.month = month
    span.day = day
    return span


def weekly(weekday: int) -> Span:
    """The most recent such weekday before today."""
    span = Span(Kind.WEEKLY, Shape.WEEKDAY)
    span.weekday = weekday
    return span


def monthly(day: int) -> Span:
    """A day of the latest month in which it has come."""
    span = Span(Kind.MONTHLY, Shape.DAY)
    span.day = day
    return span


def future() -> Span:
    """What has not happened yet."""
    return Span(Kind.FUTURE)


def units_back(s: Scan, unit: Unit, back: int, count: int = 1) -> Span:
    """`count` whole units of which the first began `back` units before the current one."""
    try:
        first = shift(floor(s.today, unit, s.week_start), unit, -back)
        last = shift(first, unit, count) - _DAY
    except (OverflowError, ValueError):
        raise Refusal("too_old") from None
    if unit is Unit.DAY:
        return fixed(first, last, Shape.DAY if count == 1 else Shape.STRETCH)
    return fixed(first, last, SHAPES[unit], count)


SHAPES = {
    Unit.DAY: Shape.DAY,
    Unit.WEEK: Shape.WEEK,
    Unit.MONTH: Shape.MONTH,
    Unit.QUARTER: Shape.QUARTER,
    Unit.YEAR: Shape.YEAR,
}


def days_of(span: Span, s: Scan) -> Days:
    """The days of a span that stands alone; Refusal where there are none or none yet."""
    kind = span.kind
    if kind is Kind.FIXED:
        days = span.first, span.last
    elif kind is Kind.YEARLY:
        days = in_year(span, span.year) if span.year else latest(span, s.today)
    elif kind is Kind.WEEKLY:
        day = weekday_before(span.weekday or 0, s.today)
        days = day, day
    elif kind is Kind.MONTHLY:
        day = month_day_before(span.day or 0, s.today)
        days = day, day
    else:
        raise Refusal("future")
    if days[0] > s.today:
        raise Refusal("future")
    return checked(span, days)


def checked(span: Span, days: Days) -> Days:
    """`days`; Refusal where they are too old, or the weekday said is another."""
    if days[0] < FIRST_DAY:
        raise Refusal("too_old")
    if span.weekday is not None and days[0].weekday() != span.weekday:
        raise Refusal("other_weekday", day=days[0])
    return days


def in_year(span: Span, year: int) -> Days:
    """The days of a YEARLY span in a year; Refusal where the calendar has none."""
    try:
        return span.at(year)
    except (ValueError, OverflowError):
        exists = any(_has(span, y) for y in range(2016, 2024))
        raise Refusal("no_such_day_that_year" if exists else "no_such_day", year=year) from None


def _has(span: Span, year: int) -> bool:
    try:
        span.at(year)
    except (ValueError, OverflowError):
        return False
    return True


def latest(span: Span, bound: date) -> Days:
    """The latest days of a YEARLY span that began on `bound` or before."""
    for year in range(min(bound.year + 1, MAXYEAR), max(bound.year - 13, 1), -1):
        try:
            days = span.at(year)
        except (ValueError, OverflowError):
            continue
        if days[0] <= bound:
            return days
    raise Refusal("no_such_day")


def weekday_before(weekday: int, day: date) -> date:
    """The most recent such weekday before `day`."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def month_day_before(number: int, bound: date) -> date:
    """The latest such day of a month on `bound` or before."""
    if not 1 <= number <= 31:
        raise Refusal("no_such_day")
    first = bound.replace(day=1)
    while True:
        if number <= month_length(first.year, first.month):
            day = first.replace(day=number)
            if day <= bound:
                return day
        first = (first - timedelta(days=1)).replace(day=1)


def period_of(s: Scan, start: datetime, end: datetime, shape: Shape, count: int = 1) -> Period:
    """A Period; Refusal where it is empty, as on a day that a zone skipped."""
    if end <= start:
        raise Refusal("empty")
    return Period(start, end, s.zone, shape, count)


def place(span: Span, s: Scan) -> Period:
    """The period of a span that stands alone."""
    if span.kind is Kind.ELAPSED:
        return elapsed(span, s)
    if span.kind is Kind.ALL_TIME:
        return period_of(s, local_midnight(date(2010, 1, 1), s.zone), s.now, Shape.ALL_TIME)
    if span.clock is not None:
        raise Refusal("moment")
    first, last = days_of(span, s)
    return of_whole_days(s, first, last, span.shape, span.count)


def of_whole_days(s: Scan, first: date, last: date, shape: Shape, count: int = 1) -> Period:
    """The period of whole local days `first` to `last`."""
    end = local_midnight(last + _DAY, s.zone)
    return period_of(s, local_midnight(first, s.zone), end, shape, count)


def elapsed(span: Span, s: Scan) -> Period:
    """So many minutes or hours back from now."""
    minutes = span.steps * (60 if span.unit is Unit.HOUR else 1)
    try:
        start = s.now - timedelta(minutes=minutes)
        if start.date() < FIRST_DAY:
            raise Refusal("too_old")
    except OverflowError:
        raise Refusal("too_old") from None
    return period_of(s, start, s.now, Shape.ELAPSED)


def start_of(span: Span, s: Scan, days: Days) -> datetime:
    """The instant at which a placed span begins."""
    if span.instant is not None:
        return span.instant
    if span.clock is not None:
        return _at_clock(days[0], span.clock, s)
    return local_midnight(days[0], s.zone)


def end_of(span: Span, s: Scan, days: Days) -> datetime:
    """The instant at which a placed span ends; a time of day ends at itself."""
    if span.instant is not None:
        return span.instant
    if span.clock is not None:
        return _at_clock(days[1], span.clock, s)
    return local_midnight(days[1] + timedelta(days=1), s.zone)


def _at_clock(day: date, clock: int, s: Scan) -> datetime:
    if clock == 0:
        return local_midnight(day, s.zone)
    if clock == 86400:
        return local_midnight(day + timedelta(days=1), s.zone)
    return localise(datetime(day.year, day.month, day.day) + timedelta(seconds=clock), s.zone)  # noqa: DTZ001 - a wall time on purpose
