"""When a digest comes as three inputs of a form: how often, which weekdays, which day of a month.

Data, and the way there and back; knows no block.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.phrases.saying_digests import ENDINGS
from bot.core.schedule import LAST, Cadence, Schedule, every_few_weeks
from bot.core.sentences import say
from bot.errors import ScheduleError

# How often: the value of the option, the sentence that names it, and every how many weeks.
OFTEN: dict[str, tuple[str, int]] = {
    "daily": ("digest.often.daily", 1),
    "weekdays": ("digest.often.weekdays", 1),
    "weekly": ("digest.often.weekly", 1),
    "weeks_2": ("digest.often.weeks", 2),
    "weeks_3": ("digest.often.weeks", 3),
    "weeks_4": ("digest.often.weeks", 4),
    "monthly": ("digest.often.monthly", 1),
}
_NTH = {"nth_1": 1, "nth_2": 2, "nth_3": 3, "nth_4": 4, "nth_last": LAST}
# The days of a month, and which of the weekdays that are chosen beside it.
MONTH_DAYS = (*(str(day) for day in range(1, 32)), "last", *_NTH)
_EVERY_DAY, _WORKING = tuple(range(7)), tuple(range(5))


def often_of(schedule: Schedule) -> str:
    """The value of how often; one that is in no table where it is every so many weeks."""
    if schedule.cadence is Cadence.WEEKLY and schedule.every > 1:
        return f"weeks_{schedule.every}"
    return schedule.cadence.value


def words_of(month_day: str) -> str:
    """What a day of the month is called."""
    if month_day in _NTH:
        return say(f"digest.month.{month_day}")
    if month_day == "last":
        return say("digest.month.last")
    day = int(month_day)
    return say(f"schedule.day.{ENDINGS.get(day, 'th')}", day=day)


def with_days(
    before: Schedule, often: str, weekdays: tuple[int, ...], month_day: str,
    after: datetime, week_start: int,
) -> Schedule:  # fmt: skip
    """The schedule on other days, at the same time; ScheduleError where they make none."""
    plain = Schedule(Cadence.DAILY, before.at, before.zone)
    if often == "weekdays" or (often == "weekly" and weekdays == _WORKING):
        return replace(plain, cadence=Cadence.WEEKDAYS)
    if often == "daily" or (often == "weekly" and weekdays == _EVERY_DAY):
        return plain
    if often == "monthly":
        monthly = Cadence.MONTHLY
        if month_day in _NTH:
            return replace(plain, cadence=monthly, weekdays=weekdays, nth=_NTH[month_day])
        day = LAST if month_day == "last" else int(month_day)
        return replace(plain, cadence=monthly, day=day)
    weekly = replace(plain, cadence=Cadence.WEEKLY, weekdays=weekdays)
    every = _weeks(often)
    if every == 1:
        return weekly
    if (before.every, before.weekdays) == (every, weekdays):
        return before
    return every_few_weeks(weekly, every, after, week_start)


def _weeks(often: str) -> int:
    """Every how many weeks; ScheduleError for what no option says."""
    head, _, count = often.partition("_")
    if often == "weekly":
        return 1
    if head != "weeks" or not (count.isascii() and count.isdecimal() and len(count) < 3):
        raise ScheduleError(say("schedule.mixed"))
    return int(count)
