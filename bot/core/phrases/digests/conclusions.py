"""What the pieces of a text mean together: one command, its schedule, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, time, timedelta, tzinfo
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.core.digest_command import (
    ALL,
    DEFAULT_AT,
    Action,
    DigestCommand,
    DigestDraft,
)
from bot.core.periods import Unit, floor
from bot.core.phrases.digests import contradictions
from bot.core.phrases.digests.found import Found
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.schedule import every_few_weeks
from bot.core.schedule_rule import Cadence, Schedule
from bot.core.sections import DEFAULT_SECTIONS, ordered

_EVERY_DAY, _WORKING, _MONDAY = tuple(range(7)), tuple(range(5)), (0,)
_NO_TIME = timedelta()
T = TypeVar("T")


def command(s: Scan, found: Found) -> DigestCommand:
    """The command; Refusal where its pieces contradict each other."""
    contradictions.check(found)
    number = found.numbers[0][0] if found.numbers else None
    action = _action(found, number)
    draft = _draft(s, found, action)
    contradictions.must_fit(action, number, draft)
    return DigestCommand(action, number, draft)


def _action(found: Found, number: int | None) -> Action:
    if found.actions:
        return found.actions[0][0]
    if found.ending:
        return Action.LIST if number is None else Action.DELETE
    if number is not None:
        return Action.EDIT
    return Action.LIST if found.several and found.is_blank else Action.NEW


def _first(said: Sequence[tuple[T, str]]) -> T | None:
    return said[0][0] if said else None


def _draft(s: Scan, found: Found, action: Action) -> DigestDraft:
    asked = found.asked
    named = as_zone(*asked.zones[0]) if asked.zones else None
    seconds = _first(found.times)
    at = None if seconds is None else time(seconds // 3600, seconds // 60 % 60)
    schedule = None
    if found.says_when or (action is Action.NEW and (at or named)):
        zone = named or as_zone(s.zone, str(s.zone))
        schedule = _schedule(s, found, at or DEFAULT_AT, zone)
    sections = ordered(found.sections)
    if action is Action.NEW and sections == DEFAULT_SECTIONS:
        sections = ()
    account = asked.accounts[0][0] if asked.accounts else None
    return DigestDraft(
        schedule,
        at,
        named,
        ALL if asked.accounts and account is None else account,
        sections,
        ordered(found.added),
        ordered(found.dropped),
        _first(found.compares),
        asked.tops[0] if asked.tops else None,
        _first(found.empties),
        tuple(dict.fromkeys(target for target, _ in found.targets)),
    )


def _schedule(s: Scan, found: Found, at: time, zone: ZoneInfo) -> Schedule:
    """The schedule that the days make, at a time in a zone."""
    if found.nths:
        nth, weekday, _ = found.nths[0]
        return Schedule(Cadence.MONTHLY, at, zone, (weekday,), nth=nth)
    if found.month_days:
        return Schedule(Cadence.MONTHLY, at, zone, day=found.month_days[0][0])
    cadence, every, _ = found.often[0] if found.often else (Cadence.WEEKLY, 1, "")
    if cadence is Cadence.MONTHLY:
        return Schedule(cadence, at, zone, day=1)
    days = tuple(sorted({day for days, _ in found.weekdays for day in days}))
    if every > 1:
        return _of_weeks(s, found, Schedule(cadence, at, zone, days or _MONDAY), every)
    if days == _EVERY_DAY or (cadence is Cadence.DAILY and not days):
        return Schedule(Cadence.DAILY, at, zone)
    if days == _WORKING:
        return Schedule(Cadence.WEEKDAYS, at, zone)
    return Schedule(Cadence.WEEKLY, at, zone, days or _MONDAY)


def _of_weeks(s: Scan, found: Found, weekly: Schedule, every: int) -> Schedule:
    """Every so many weeks, from the week of the first day that comes, or that starts it."""
    day = _first(found.starts)
    if day is None:
        return every_few_weeks(weekly, every, s.now, s.week_start)
    while day.weekday() not in weekly.weekdays:
        day += timedelta(days=1)
    return replace(weekly, every=every, anchor=floor(day, Unit.WEEK, s.week_start))


def as_zone(zone: tzinfo, said: str) -> ZoneInfo:
    """A zone of tzdata that keeps the same clock; Refusal for offsets that none has."""
    if isinstance(zone, ZoneInfo):
        return zone
    if zone is UTC:
        return ZoneInfo("UTC")
    hours, rest = divmod(zone.utcoffset(None) or _NO_TIME, timedelta(hours=1))
    if rest or hours < -12:
        raise Refusal("digest.zone_offset", words=said)
    return ZoneInfo(f"Etc/GMT{-hours:+d}")  # where the sign is the other way round
