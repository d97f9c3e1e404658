"""Two spans joined by "to" into one stretch: shared years, wrapping at the turn of a year or week.

The rule (ranges without a year): the latest that is over; but a range that has begun and whose
end lies in the running month is this month's.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

from bot.core.periods import Period, Shape, month_length
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import (
    Days,
    Kind,
    Refusal,
    Span,
    checked,
    days_of,
    end_of,
    in_year,
    latest,
    month_day_before,
    of_whole_days,
    start_of,
    weekday_before,
)
from bot.core.query import whole_months

_LOOSE = (Kind.YEARLY, Kind.WEEKLY, Kind.MONTHLY, Kind.FIXED)
_UNITS = (Shape.WEEK, Shape.MONTH, Shape.QUARTER, Shape.YEAR)
_MONTHS_IN = {Shape.MONTH: 1, Shape.QUARTER: 3, Shape.YEAR: 12}


def join(a: Span, b: Span, s: Scan) -> Period:
    """From the start of `a` to the end of `b`; Refusal where that is backwards or to come."""
    if Kind.FUTURE in (a.kind, b.kind):
        raise Refusal("future")
    timed_kinds = (*_LOOSE, Kind.MOMENT)
    if a.kind not in timed_kinds or b.kind not in timed_kinds:
        raise Refusal("not_days")
    if a.kind is Kind.MOMENT or b.kind is Kind.MOMENT or a.clock is not None or b.clock is not None:
        return _join_times(a, b, s)
    first, last = _both(a, b, s)
    checked(a, first)
    checked(b, last)
    if first[0] > s.today:
        raise Refusal("future")
    if last[1] < first[0] or last[0] < first[0]:
        raise Refusal("backwards")
    return _shaped(a, b, first[0], last[1], s)


def _join_times(a: Span, b: Span, s: Scan) -> Period:
    first, last = (
        _both(a, b, s) if Kind.MOMENT not in (a.kind, b.kind) else (_own(a, s), _own(b, s))
    )
    start, end = start_of(a, s, checked(a, first)), end_of(b, s, checked(b, last))
    if start >= s.now:
        raise Refusal("future")
    if end <= start:
        raise Refusal("backwards")
    return timed(s, Period(start, end, s.zone))


def _own(span: Span, s: Scan) -> Days:
    return (span.first, span.last) if span.kind is Kind.MOMENT else days_of(span, s)


def timed(s: Scan, period: Period) -> Period:
    """`period` in its simplest shape: times that bound whole days are days."""
    if not period.whole_days:
        return period
    return of_days_shaped(s, period.first_day, period.last_day)


def of_days_shaped(s: Scan, first: date, last: date) -> Period:
    """Whole days typed by their ends: a day, whole calendar months, or a stretch."""
    if first == last:
        return of_whole_days(s, first, last, Shape.DAY)
    months = whole_months(first, last)
    if months:
        return of_whole_days(s, first, last, Shape.MONTH, months)
    return of_whole_days(s, first, last, Shape.STRETCH)


def _shaped(a: Span, b: Span, first: date, last: date, s: Scan) -> Period:
    if a.shape is b.shape and a.shape in _UNITS:
        if a.shape is Shape.WEEK:
            count, rest = divmod((last - first).days + 1, 7)
        else:
            count, rest = divmod(whole_months(first, last), _MONTHS_IN[a.shape])
        if count and not rest:
            return of_whole_days(s, first, last, a.shape, count)
    return of_days_shaped(s, first, last)


def _both(a: Span, b: Span, s: Scan) -> tuple[Days, Days]:
    """Where both ends lie."""
    a_open, b_open = _is_open(a), _is_open(b)
    if a_open and b_open:
        return _open_ends(a, b, s)
    if b_open:
        first = _placed(a)
        return first, _end_after(a, b, first, s)
    last = _placed(b)
    return (_start_before(a, b, last, s) if a_open else _placed(a)), last


def _is_open(span: Span) -> bool:
    """Whether the words alone do not say which year, week or month."""
    return span.kind is not Kind.FIXED and span.year is None


def _placed(span: Span) -> Days:
    return in_year(span, span.year) if span.year is not None else (span.first, span.last)


def _end_after(a: Span, b: Span, first: Days, s: Scan) -> Days:
    """The end `b`, whose year is not said, after a start that is placed."""
    match b.kind:
        case Kind.WEEKLY if a.shape is Shape.WEEKDAY:
            day = first[0] + timedelta(days=((b.weekday or 0) - first[0].weekday()) % 7)
            return day, day
        case Kind.YEARLY if a.kind is Kind.YEARLY:
            year = a.year or first[0].year
            same = in_year(b, year)
            if same[1] < first[0] and not _same_month(a, b):
                return in_year(b, year + 1)
            return same
        case Kind.YEARLY:
            return latest(b, s.today)
    return days_of(b, s)


def _start_before(a: Span, b: Span, last: Days, s: Scan) -> Days:
    """The start `a`, whose year is not said, before an end that is placed."""
    match a.kind:
        case Kind.WEEKLY:
            bound = last[0] if b.shape is Shape.WEEKDAY else min(last[0], s.today - timedelta(1))
            day = weekday_before(a.weekday or 0, bound + timedelta(days=1))
            return day, day
        case Kind.YEARLY if b.kind is Kind.YEARLY and _same_month(a, b) and b.year:
            return in_year(a, b.year)
        case Kind.YEARLY:
            return latest(a, last[1])
    day = month_day_before(a.day or 0, last[0])
    return day, day


def _same_month(a: Span, b: Span) -> bool:
    return a.month is not None and a.month == b.month


def _open_ends(a: Span, b: Span, s: Scan) -> tuple[Days, Days]:
    """Neither end says its year: the latest such range by the rule of the module."""
    if a.kind is Kind.WEEKLY and b.kind is Kind.WEEKLY:
        last = weekday_before(b.weekday or 0, s.today)
        another_day = a.weekday == b.weekday and not _hours_of_one_day(a, b)
        first = weekday_before(a.weekday or 0, last + timedelta(days=not another_day))
        return (first, first), (last, last)
    if a.kind is Kind.MONTHLY and b.kind is Kind.MONTHLY:
        return _month_days(a, b, s)
    if a.kind is not Kind.YEARLY or b.kind is not Kind.YEARLY:
        end = days_of(b, s)
        return _start_before(a, b, end, s), end
    for year in range(min(s.today.year + 1, MAXYEAR), max(s.today.year - 13, 1), -1):
        pair = _in_years(a, b, year)
        if pair and (pair[1][1] < s.today or _running(pair, s.today)):
            return pair
    raise Refusal("no_such_day")


def _hours_of_one_day(a: Span, b: Span) -> bool:
    return a.clock is not None and b.clock is not None and a.clock < b.clock


def _running(pair: tuple[Days, Days], today: date) -> bool:
    end = pair[1][1]
    return pair[0][0] <= today and (end.year, end.month) == (today.year, today.month)


def _in_years(a: Span, b: Span, year: int) -> tuple[Days, Days] | None:
    """The range that ends in `year`; None where its days are not in that calendar."""
    try:
        last = b.at(year)
        first = a.at(year)
        if first[0] > last[1] or first[0] > last[0]:
            if _same_month(a, b) and a.day is not None and b.day is not None:
                raise Refusal("backwards")
            first = a.at(year - 1)
    except (ValueError, OverflowError):
        return None
    return first, last


def _month_days(a: Span, b: Span, s: Scan) -> tuple[Days, Days]:
    """The 1st to the 15th: this month's once it has begun, else last month's."""
    if (a.day or 0) > (b.day or 0):
        last = month_day_before(b.day or 0, s.today - timedelta(days=1))
        first = month_day_before(a.day or 0, last)
        return (first, first), (last, last)
    bound = s.today
    for _ in range(4):
        first = month_day_before(a.day or 0, bound)
        if 1 <= (b.day or 0) <= month_length(first.year, first.month):
            last = first.replace(day=b.day or 0)
            return (first, first), (last, last)
        bound = first.replace(day=1) - timedelta(days=1)
    raise Refusal("no_such_day")
