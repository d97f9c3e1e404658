"""What was said of a digest becomes the digest: made anew, or changed; and back into words.

Knows no account but by its number, and never reads the clock.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core.digest import DEFAULT_TOP, Digest
from bot.core.digest_command import (
    DEFAULT_AT,
    Action,
    DigestCommand,
    DigestDraft,
    Target,
    WhenEmpty,
    Where,
)
from bot.core.digest_text import digest_text, first_day
from bot.core.periods import Unit, floor
from bot.core.query import Compare
from bot.core.schedule import Cadence, Schedule
from bot.core.sections import DEFAULT_SECTIONS

_MONDAY = (0,)


def usual(zone: ZoneInfo) -> Schedule:
    """When a digest comes of which nothing else was said: on Mondays at nine."""
    return Schedule(Cadence.WEEKLY, DEFAULT_AT, zone, _MONDAY)


def made(
    draft: DigestDraft, account: int | Literal["all"], zone: ZoneInfo, week_start: int
) -> Digest:
    """A new digest of what was said; ScheduleError where that makes none."""
    return Digest(
        settled(draft.schedule or usual(zone), week_start),
        account,
        draft.sectioned(),
        draft.compare or Compare.PREVIOUS,
        DEFAULT_TOP if draft.top is None else draft.top,
        draft.when_empty or WhenEmpty.SAY,
        week_start=week_start,
    )


def changed(before: Digest, draft: DigestDraft, week_start: int | None = None) -> Digest:
    """The digest with what was said of it, and nothing else, changed.

    `week_start` is given where it is about another account from now on.
    """
    week_start = before.week_start if week_start is None else week_start
    return replace(
        before,
        schedule=settled(draft.scheduled(before.schedule), week_start),
        account=before.account if draft.account is None else draft.account,
        sections=draft.sectioned(before.sections),
        compare=draft.compare or before.compare,
        top=before.top if draft.top is None else draft.top,
        when_empty=draft.when_empty or before.when_empty,
        week_start=week_start,
    )


def settled(schedule: Schedule, week_start: int) -> Schedule:
    """The schedule with its weeks begun on that day; the weeks that count stay those."""
    if schedule.anchor is None:
        return schedule
    first = first_day(schedule, schedule.anchor)
    return replace(schedule, anchor=floor(first, Unit.WEEK, week_start))


def text_of(digest: Digest, target: Target) -> str:
    """The whole digest as one types it: read again with the same week it is the same.

    Its note is nothing that one types, and left out.
    """
    draft = DigestDraft(
        schedule=digest.schedule,
        at=digest.schedule.at,
        zone=digest.schedule.zone,
        account=digest.account,
        sections=() if digest.sections == DEFAULT_SECTIONS else digest.sections,
        compare=None if digest.compare is Compare.PREVIOUS else digest.compare,
        top=None if digest.top == DEFAULT_TOP else digest.top,
        when_empty=None if digest.when_empty is WhenEmpty.SAY else digest.when_empty,
        targets=(target,),
    )
    return digest_text(DigestCommand(Action.NEW, None, draft))


def is_person(target: str) -> bool:
    """Whether an id of Slack's is a person's, and no channel's."""
    return target.startswith(("U", "W"))


def target_of(target: str) -> Target:
    """A subscription's target as it is said; of a person it is whoever says it."""
    return Target(Where.ME) if is_person(target) else Target(Where.CHANNEL, target)
