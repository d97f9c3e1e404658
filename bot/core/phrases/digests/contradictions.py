"""Pieces of a text about digests that cannot stand together, told with what to keep."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.digest_command import Action, DigestDraft
from bot.core.phrases.digests.found import Found
from bot.core.phrases.saying import quoted
from bot.core.phrases.spans import Refusal
from bot.core.schedule_rule import Cadence
from bot.core.sentences import phrase

_MOVING = (Action.MOVE, Action.COPY)
_MAKING = (Action.NEW, Action.EDIT)


def check(found: Found) -> None:
    """Refusal for two of what there can be only one."""
    asked = found.asked
    _one("two_units", found.actions)
    _one("two_units", found.numbers)
    _one("digest.two_times", found.times)
    _one("two_units", found.starts)
    _one("two_compares", found.compares)
    _one("two_units", found.empties)
    _one("two_accounts", asked.accounts)
    _one("two_zones", asked.zones)
    _one("two_tops", [(top, str(top)) for top in asked.tops])
    _one_rhythm(found)


def _one(key: str, said: Sequence[tuple[object, str]]) -> None:
    for value, words in said[1:]:
        if value != said[0][0]:
            raise _both(key, said[0][1], words)


def _both(key: str, first: str, second: str) -> Refusal:
    return Refusal(key, first=quoted(first), second=quoted(second))


def _one_rhythm(found: Found) -> None:
    """Refusal for days that do not go together, and for a start that nothing counts from."""
    often = [((cadence, every), words) for cadence, every, words in found.often]
    by_month = [((nth, day), words) for nth, day, words in found.nths]
    by_month += [((day, -1), words) for day, words in found.month_days]
    _one("digest.two_days", often)
    _one("digest.two_days", by_month)
    (cadence, every), words = often[0] if often else ((None, 1), "")
    days = {day for days, _ in found.weekdays for day in days}
    if by_month and cadence not in (None, Cadence.MONTHLY):
        raise _both("digest.two_days", words, by_month[0][1])
    if days and by_month:
        raise _both("digest.two_days", found.weekdays[0][1], by_month[0][1])
    if days and cadence is Cadence.MONTHLY:
        raise Refusal("digest.monthly_weekday", words=found.weekdays[0][1])
    if len(days) == 1 and cadence is Cadence.DAILY:
        raise _both("digest.two_days", words, found.weekdays[0][1])
    if found.starts and every == 1:
        raise Refusal("digest.start", words=found.starts[0][1])


def must_fit(action: Action, number: int | None, draft: DigestDraft) -> None:
    """Refusal for what cannot be said beside what is to be done."""
    name = phrase(f"digest {action}")
    blank = DigestDraft()
    if action is Action.LIST and (number is not None or draft != blank):
        raise Refusal("takes_nothing", name=name)
    if action is Action.NEW and number is not None:
        raise Refusal("digest.new_number", words=f"#{number}")
    if action in _MOVING:
        if draft != DigestDraft(targets=draft.targets):
            raise Refusal("digest.takes_channels", name=name)
    elif action not in _MAKING and draft != blank:
        raise Refusal("digest.takes_number", name=name)
    if len(draft.targets) > 1 and action is not Action.COPY:
        raise Refusal("digest.two_targets")
    if not draft.sectioned():
        raise Refusal("digest.no_section")
