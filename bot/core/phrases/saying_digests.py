"""Schedules and their next runs in words, for people to read back; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.core.phrases import saying
from bot.core.schedule_rule import LAST, Cadence, Schedule
from bot.core.sentences import joined, say

_NOON = time(12)
_OFFSET = "Etc/GMT"
ENDINGS = {1: "first", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def say_schedule(schedule: Schedule) -> str:
    """Every Monday at 09:00, Europe/Berlin; every second Friday at noon, Europe/Berlin."""
    days, zone = _days(schedule), zone_words(schedule.zone)
    if schedule.at == _NOON:
        return say("schedule.at_noon", days=days, zone=zone)
    return say("schedule.at", days=days, time=f"{schedule.at:%H:%M}", zone=zone)


def say_runs(dues: Sequence[datetime], zone: ZoneInfo) -> str:
    """Mon 30 Nov 2026, 09:00; Mon 7 Dec 2026, 09:00; by the zone's clock."""
    return joined([saying.weekday_moment(due, zone) for due in dues], "schedule.and_run")


def zone_words(zone: ZoneInfo) -> str:
    """A zone's name; of one that is no more than an offset, that offset, which its name turns."""
    hours = zone.key.removeprefix(_OFFSET)
    if not zone.key.startswith(_OFFSET) or not hours.lstrip("+-").isdecimal():
        return zone.key
    return f"UTC{-int(hours):+03d}:00" if int(hours) else "UTC"


def _days(schedule: Schedule) -> str:
    match schedule.cadence:
        case Cadence.DAILY:
            return say("schedule.daily")
        case Cadence.WEEKDAYS:
            return say("schedule.weekdays")
        case Cadence.MONTHLY:
            return _of_month(schedule)
    days = _listed([say(f"weekday.{day}") for day in schedule.weekdays])
    if schedule.every == 1:
        return say("schedule.weekly", days=days)
    if schedule.every == 2 and len(schedule.weekdays) == 1:
        return say("schedule.second", day=days)
    return say("schedule.weeks", count=schedule.every, days=days)


def _listed(days: list[str]) -> str:
    """Monday, Tuesday and Friday."""
    if len(days) < 3:
        return joined(days, "schedule.and")
    return joined([joined(days[:-1], "comma_words"), days[-1]], "schedule.and")


def _of_month(schedule: Schedule) -> str:
    if schedule.nth is not None:
        (weekday,) = schedule.weekdays
        end = ".weekend" if weekday > 4 else ""
        nth = "last" if schedule.nth == LAST else schedule.nth
        which = say(f"schedule.nth.{nth}{end}")
        return say("schedule.monthly_weekday", nth=which, day=say(f"weekday.{weekday}"))
    if schedule.day == LAST:
        return say("schedule.monthly_last")
    number = schedule.day or 1
    day = say(f"schedule.day.{ENDINGS.get(number, 'th')}", day=number)
    key = "schedule.monthly" if number < 29 else "schedule.monthly_or_last"
    return say(key, day=day)
