"""The canonical words of what is asked of digests; reading them gives the same command.

The law, tested: with the same Context, `parse(digest_text(command)).query.digest == command`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.core.digest_command import (
    ALL,
    Action,
    DigestCommand,
    DigestDraft,
    Target,
    Where,
)
from bot.core.query import WEEKDAY_NAMES, Compare
from bot.core.schedule_rule import LAST, Cadence, Schedule

_ORDINALS = ("first", "second", "third", "fourth")
_COMPARED = {
    Compare.PREVIOUS: "vs previous",
    Compare.LAST_YEAR: "vs last year",
    Compare.NONE: "no comparison",
}


def digest_text(command: DigestCommand) -> str:
    """The command as one types it, without the slash command's name."""
    words = ["digest"]
    if command.action is not Action.NEW:
        words.append(command.action.value)
    if command.number is not None:
        words.append(f"#{command.number}")
    return " ".join([*words, *_draft_words(command.draft)])


def _draft_words(draft: DigestDraft) -> Iterator[str]:
    if draft.schedule is not None:
        yield days_text(draft.schedule)
    if draft.at is not None:
        yield f"at {draft.at:%H:%M}"
    if draft.zone is not None:
        yield f"in {draft.zone.key}"
    if draft.account is not None:
        yield "for all" if draft.account == ALL else f"for #{draft.account}"
    if draft.sections:
        yield f"only {_listed(draft.sections)}"
    if draft.added:
        yield f"with {_listed(draft.added)}"
    if draft.dropped:
        yield f"without {_listed(draft.dropped)}"
    if draft.compare is not None:
        yield _COMPARED[draft.compare]
    if draft.top is not None:
        yield f"top {draft.top}"
    if draft.when_empty is not None:
        yield f"{draft.when_empty} when empty"
    for target in draft.targets:
        yield _target_text(target)


def schedule_text(schedule: Schedule) -> str:
    """A whole schedule in canonical words, with its time and its zone."""
    at = schedule.at
    return f"{days_text(schedule)} at {at:%H:%M} in {schedule.zone.key}"


def days_text(schedule: Schedule) -> str:
    """Its days: weekly on monday, every 2 weeks on friday starting 2026-11-27, monthly on …"""
    if schedule.cadence in (Cadence.DAILY, Cadence.WEEKDAYS):
        return schedule.cadence.value
    names = [WEEKDAY_NAMES[one] for one in schedule.weekdays]
    if schedule.cadence is Cadence.WEEKLY:
        if schedule.anchor is None:
            return f"weekly on {_listed(names)}"
        first = first_day(schedule, schedule.anchor)
        return f"every {schedule.every} weeks on {_listed(names)} starting {first}"
    if schedule.nth is not None:
        nth = "last" if schedule.nth == LAST else _ORDINALS[schedule.nth - 1]
        return f"monthly on the {nth} {names[0]}"
    day = "last day" if schedule.day == LAST else f"{schedule.day}{_ending(schedule.day or 0)}"
    return f"monthly on the {day}"


def first_day(schedule: Schedule, anchor: date) -> date:
    """The first of the weekdays in the week that begins on `anchor`."""
    ahead = min((one - anchor.weekday()) % 7 for one in schedule.weekdays)
    return anchor + timedelta(days=ahead)


def _ending(day: int) -> str:
    """Of 1st, 2nd, 3rd, 4th, 11th, 21st."""
    if 10 < day < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _listed(words: Sequence[str]) -> str:
    """Monday, tuesday and friday."""
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _target_text(target: Target) -> str:
    match target.where:
        case Where.HERE:
            return "here"
        case Where.ME:
            return "to me"
    return f"to <#{target.channel_id}>"
