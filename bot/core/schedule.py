"""When a digest is due by its schedule, and which period it then reports; never reads the clock.

Days are enumerated on the wall calendar and localised one by one, so that no clock change skips or
doubles one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

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
)
from bot.core.schedule_rule import LAST as LAST
from bot.core.schedule_rule import MOST_WEEKS as MOST_WEEKS
from bot.core.schedule_rule import Cadence as Cadence
from bot.core.schedule_rule import Fields as Fields
from bot.core.schedule_rule import Schedule as Schedule
from bot.core.schedule_rule import from_fields as from_fields
from bot.core.schedule_rule import to_fields as to_fields
from bot.core.schedule_rule import zone_of as zone_of
from bot.errors import ScheduleError as ScheduleError

LATE_AFTER = timedelta(minutes=5)
_DAY = timedelta(days=1)
_MONDAY = date(2000, 1, 3)


def next_due(schedule: Schedule, after: datetime) -> datetime | None:
    """The first due instant strictly after `after`, in UTC; None once the calendar ends."""
    try:
        # What a clock change shifts may come a day later than its date.
        day = after.astimezone(schedule.zone).date() - _DAY
        while True:
            day = _on_or_after(schedule, day)
            due = _instant(day, schedule)
            if due > after:
                return due
            day += _DAY
    except (OverflowError, ValueError):
        return None


def dues(schedule: Schedule, after: datetime, count: int) -> tuple[datetime, ...]:
    """The next `count` due instants after `after`; fewer where the calendar ends."""
    found: list[datetime] = []
    due = next_due(schedule, after)
    while due is not None and len(found) < count:
        found.append(due)
        due = next_due(schedule, due)
    return tuple(found)


def latest_due(schedule: Schedule, after: datetime, upto: datetime) -> datetime | None:
    """The newest due instant in (after, upto], or None; as quick for years as for a day."""
    # A clock set back over midnight shows the day before once more.
    day = upto.astimezone(schedule.zone).date() + _DAY
    while True:
        day = _on_or_before(schedule, day)
        due = _instant(day, schedule)
        if due <= upto:
            return due if due > after else None
        day -= _DAY


def _instant(day: date, schedule: Schedule) -> datetime:
    """When a day's digest is due: a time that does not exist is shifted by the gap.

    Of a time that exists twice it is the first; of a day that was skipped whole, the first
    instant after it.
    """
    wall = datetime.combine(day, schedule.at)
    due = localise(wall, schedule.zone)
    if due.astimezone(schedule.zone).date() != day:
        end = local_midnight(day + _DAY, schedule.zone)
        if local_midnight(day, schedule.zone) == end:
            return end
    return due


def _cycle(schedule: Schedule) -> tuple[date, int, list[int]]:
    """What repeats where it is not monthly: the first day, its length, which days of it count."""
    match schedule.cadence:
        case Cadence.DAILY:
            return _MONDAY, 1, [0]
        case Cadence.WEEKDAYS:
            return _MONDAY, 7, [0, 1, 2, 3, 4]
    begins = schedule.anchor or _MONDAY
    lead = begins.weekday()
    return begins, 7 * schedule.every, sorted((one - lead) % 7 for one in schedule.weekdays)


def _on_or_after(schedule: Schedule, day: date) -> date:
    """The first of the schedule's days that is not before `day`."""
    if schedule.cadence is Cadence.MONTHLY:
        found = _in_month(schedule, day.year, day.month)
        if found >= day:
            return found
        months = day.year * 12 + day.month
        return _in_month(schedule, months // 12, months % 12 + 1)
    begins, length, days = _cycle(schedule)
    at = (day - begins).days % length
    ahead = next((one for one in days if one >= at), days[0] + length)
    return day + (ahead - at) * _DAY


def _on_or_before(schedule: Schedule, day: date) -> date:
    """The last of the schedule's days that is not after `day`."""
    if schedule.cadence is Cadence.MONTHLY:
        found = _in_month(schedule, day.year, day.month)
        if found <= day:
            return found
        months = day.year * 12 + day.month - 2
        return _in_month(schedule, months // 12, months % 12 + 1)
    begins, length, days = _cycle(schedule)
    at = (day - begins).days % length
    behind = next((one for one in reversed(days) if one <= at), days[-1] - length)
    return day + (behind - at) * _DAY


def _in_month(schedule: Schedule, year: int, month: int) -> date:
    """The schedule's day in a month."""
    length = month_length(year, month)
    if schedule.nth is None:
        day = schedule.day or 0
        return date(year, month, length if day == LAST else min(day, length))
    (weekday,) = schedule.weekdays
    if schedule.nth == LAST:
        last = date(year, month, length)
        return last - (last.weekday() - weekday) % 7 * _DAY
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (schedule.nth - 1)) * _DAY


def due_day(schedule: Schedule, due: datetime) -> date:
    """The date whose digest is due then: the one before where a clock change moved it past it.

    Of an instant that is none of the schedule's it is the local date.
    """
    day = due.astimezone(schedule.zone).date()
    for one in (day, day - _DAY):
        if _on_or_after(schedule, one) == one and _instant(one, schedule) == due:
            return one
    return day


def period_of(schedule: Schedule, due: datetime, week_start: int = 0) -> Period:
    """The period that a digest due then reports; `week_start` 0 is Monday, 6 Sunday.

    Of the due day, never of now: a digest that comes late reports the same.
    """
    day = due_day(schedule, due)
    if schedule.cadence is Cadence.MONTHLY:
        end = floor(day, Unit.MONTH)
        return of_days(shift(end, Unit.MONTH, -1), end - _DAY, schedule.zone, Shape.MONTH)
    if schedule.cadence is Cadence.WEEKLY and len(schedule.weekdays) == 1:
        end = floor(day, Unit.WEEK, week_start)
        first = shift(end, Unit.WEEK, -schedule.every)
        return of_days(first, end - _DAY, schedule.zone, Shape.WEEK, schedule.every)
    first = _on_or_before(schedule, day - _DAY)
    # Of days that were skipped whole there are no figures.
    while local_midnight(first, schedule.zone) == local_midnight(day, schedule.zone):
        first -= _DAY
    shape = Shape.DAY if first == day - _DAY else Shape.STRETCH
    return of_days(first, day - _DAY, schedule.zone, shape)


def every_few_weeks(weekly: Schedule, every: int, after: datetime, week_start: int) -> Schedule:
    """The weekly schedule, every so many weeks, from the week of the first day after `after`."""
    due = next_due(weekly, after)
    day = after.astimezone(weekly.zone).date() if due is None else due_day(weekly, due)
    return replace(weekly, every=every, anchor=floor(day, Unit.WEEK, week_start))


_USEFUL = {
    Cadence.DAILY: timedelta(hours=12),
    Cadence.WEEKDAYS: timedelta(hours=12),
    Cadence.WEEKLY: timedelta(days=3),
    Cadence.MONTHLY: timedelta(days=7),
}
LONGEST_USEFUL = max(_USEFUL.values())


def useful_for(schedule: Schedule) -> timedelta:
    """How long after its due time a digest that was missed is still worth sending."""
    return _USEFUL[schedule.cadence]
