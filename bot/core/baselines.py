"""What a period is compared with: the one before, the same of last year, or the one typed.

Works on periods alone; a period that is not over is compared like for like. Never reads the clock.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.core.periods import (
    UNIT_OF_SHAPE,
    Period,
    Shape,
    Unit,
    local_midnight,
    localise,
    month_length,
    of_days,
    shift,
)
from bot.core.query import Compare, Query, Subcommand

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_BY_MONTH = frozenset({Shape.MONTH, Shape.QUARTER, Shape.YEAR})
_COMPARED_BY_DEFAULT = frozenset(
    {
        Subcommand.STATS,
        Subcommand.USERS,
        Subcommand.MESSAGES,
        Subcommand.FLOWS,
        Subcommand.FLOW,
        Subcommand.REPORT,
    }
)


def comparison(query: Query) -> Compare:
    """What the question is compared with, once the subcommand's default is known."""
    if query.compare is not Compare.AUTO:
        return query.compare
    return Compare.PREVIOUS if query.subcommand in _COMPARED_BY_DEFAULT else Compare.NONE


def moment_of(query: Query, now: datetime) -> datetime:
    """The instant at which a period that is not over is cut: `as_of` or `now`, to the second.

    In the very second in which the period begins it is the next one, so that there is something
    to cut.
    """
    moment = (query.as_of or now).astimezone(UTC).replace(microsecond=0)
    period = query.period
    if period is not None and period.start - _SECOND < moment <= period.start:
        return period.start.replace(microsecond=0) + _SECOND
    return moment


def fetched(query: Query, period: Period, now: datetime) -> Period:
    """`period`, the question's own, as far as it is asked for.

    One that runs ends at `as_of` or `now`. One that is over ends where that which was typed to
    compare it with stands, if that runs and is as long: the other side is no further.
    """
    moment = moment_of(query, now)
    against = query.against
    if comparison(query) is not Compare.PERIOD or against is None or period.end > moment:
        return period.cut(moment)
    if not (against.running(moment) and _as_long(period, against)):
        return period
    by_month = against.shape in _BY_MONTH and period.first_day.day == 1
    return _alike(against, period, moment, by_month=by_month)


def _as_long(period: Period, other: Period) -> bool:
    """Whether both are as long as a whole: as many months, days, or as much time."""
    if period.shape in _BY_MONTH or not period.whole_days:
        same = (period.shape, period.count) == (other.shape, other.count)
        return same and (period.whole_days or period.duration == other.duration)
    return other.whole_days and period.days == other.days


def baseline(query: Query, now: datetime) -> Period | None:
    """The period to fetch beside the question's own, or None where nothing is compared.

    A period that runs at `as_of` or `now` is cut there, and its baseline at the same local time
    of the same day (of months, quarters and years: of the same month of the unit).
    """
    period = query.period
    if period is None:
        return None
    moment = moment_of(query, now)
    match comparison(query):
        case Compare.PREVIOUS:
            whole = previous(period)
        case Compare.LAST_YEAR:
            whole = last_year(period)
        case Compare.PERIOD:
            whole = query.against
        case _:
            whole = None
    if whole is None or whole.start >= moment:
        return None
    if period.running(moment):
        typed = comparison(query) is Compare.PERIOD
        by_date = comparison(query) is Compare.LAST_YEAR and period.shape is Shape.STRETCH
        # The same day of a month is looked for only in what begins one.
        by_month = period.shape in _BY_MONTH and not (typed and whole.first_day.day > 1)
        whole = _alike(period, whole, moment, by_month=by_date or by_month)
    return whole.cut(moment)


def previous(period: Period) -> Period | None:
    """The period before, whole, as "previous" means it; None for all time."""
    try:
        return _previous(period)
    except (OverflowError, ValueError):
        return None  # It would begin before the calendar does.


def _previous(period: Period) -> Period | None:
    first, count = period.first_day, period.count
    match period.shape:
        case Shape.ALL_TIME:
            return None
        case Shape.WEEKDAY | Shape.WEEKEND:
            back = 7 * max(count, (period.days + 6) // 7) * _DAY
            return _days(period, first - back, period.last_day - back)
        case Shape.DAY | Shape.WEEK | Shape.MONTH | Shape.QUARTER | Shape.YEAR:
            unit = UNIT_OF_SHAPE[period.shape]
            return _days(period, shift(first, unit, -count), first - _DAY)
        case Shape.STRETCH if period.whole_days:
            return _days(period, first - period.days * _DAY, first - _DAY)
        case _:
            return replace(period, start=period.start - period.duration, end=period.start)


def last_year(period: Period) -> Period | None:
    """The same dates a year earlier (29 Feb: 28 Feb), the same ISO weeks; None for all time."""
    try:
        return _last_year(period)
    except (OverflowError, ValueError):
        return None


def _last_year(period: Period) -> Period | None:
    first = period.first_day
    match period.shape:
        case Shape.ALL_TIME:
            return None
        case Shape.WEEK:
            back = first - _week_last_year(first)
            return _days(period, first - back, period.last_day - back)
        case Shape.MONTH | Shape.QUARTER | Shape.YEAR:
            end = shift(period.last_day + _DAY, Unit.YEAR, -1)
            return _days(period, shift(first, Unit.YEAR, -1), end - _DAY)
        case _ if period.whole_days:
            last = shift(period.last_day, Unit.YEAR, -1)
            return _days(period, shift(first, Unit.YEAR, -1), last)
    end_at = _year_earlier(period.local_end, period)
    if period.shape is Shape.ELAPSED:
        return replace(period, start=end_at - period.duration, end=end_at)
    start_at = _year_earlier(period.local_start, period)
    return replace(period, start=start_at, end=max(end_at, start_at + _SECOND))


def _week_last_year(first: date) -> date:
    """The first day of the same ISO week a year earlier; of week 53, the week 52 weeks earlier."""
    monday = first + timedelta(days=-first.weekday() % 7)
    year, week, _ = monday.isocalendar()
    earlier = monday - 52 * 7 * _DAY if week == 53 else date.fromisocalendar(year - 1, week, 1)
    return first - (monday - earlier)


def _year_earlier(local: datetime, period: Period) -> datetime:
    day = shift(local.date(), Unit.YEAR, -1)
    return localise(datetime.combine(day, local.time()), period.zone)


def _days(period: Period, first: date, last: date) -> Period:
    return of_days(first, last, period.zone, period.shape, period.count)


def _alike(period: Period, other: Period, moment: datetime, *, by_month: bool) -> Period:
    """`other`, ended where `period` stands at `moment`, or with itself where it is shorter."""
    local = moment.astimezone(period.zone).replace(tzinfo=None)
    if not (period.whole_days and other.whole_days):
        end = other.start + (moment - period.start)
    elif by_month:
        end = _at_month(period, other, local)
    else:
        day = other.first_day + (local.date() - period.first_day)
        end = localise(datetime.combine(day, local.time()), other.zone)
    return replace(other, end=min(other.end, max(end, other.start + _SECOND)))


def _at_month(period: Period, other: Period, local: datetime) -> datetime:
    """The same month of the unit, day and time; a day that the month lacks is its end."""
    months = (local.year - period.first_day.year) * 12 + local.month - period.first_day.month
    month = shift(other.first_day.replace(day=1), Unit.MONTH, months)
    if local.day > month_length(month.year, month.month):
        return local_midnight(shift(month, Unit.MONTH, 1), other.zone)
    day = month.replace(day=local.day)
    return localise(datetime.combine(day, local.time()), other.zone)


def days_longer(period: Period, other: Period) -> int:
    """How many days `other` is longer than `period`; negative where it is shorter."""
    if period.whole_days and other.whole_days:
        return other.days - period.days
    return int((other.duration - period.duration) / _DAY)


def unit_words(period: Period) -> tuple[Unit | Shape, int]:
    """What a step back is called: (month, 2) for "Previous 2 Months", (weekend, 1).

    A stretch of whole days is counted in days, any other length in hours or minutes.
    """
    match period.shape:
        case Shape.WEEKEND:
            return Shape.WEEKEND, period.count
        case Shape.WEEKDAY:
            return Unit.WEEK, max(period.count, (period.days + 6) // 7)
        case Shape.DAY | Shape.WEEK | Shape.MONTH | Shape.QUARTER | Shape.YEAR:
            return UNIT_OF_SHAPE[period.shape], period.count
    if period.whole_days:
        return Unit.DAY, period.days
    minutes = max(1, round(period.duration / timedelta(minutes=1)))
    if minutes >= 48 * 60:
        return Unit.DAY, round(minutes / 1440)
    if minutes % 60:
        return Unit.MINUTE, minutes
    return Unit.HOUR, minutes // 60
