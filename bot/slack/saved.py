"""What follows a key that was saved: its owner is told, whoever asked for it too, and the question
that waited is answered where it was asked.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.core.parse import language_of
from bot.core.phrases.translation import home_of
from bot.core.sentences import say
from bot.errors import RightsError
from bot.render.blocks import Block
from bot.render.connecting import lines_message, undo_button
from bot.slack import asking
from bot.slack.carrying import place_of
from bot.slack.desk import Desk
from bot.slack.jobs import hand_off, tell_busy
from bot.slack.saving_keys import Kept
from bot.storage.connects import Purpose, Request

_log = logging.getLogger(__name__)


def follow(desk: Desk, team_id: str, request: Request, kept: Kept) -> None:
    """Tell and answer; that Slack takes a message or not changes nothing of what was saved."""
    language = home_of(kept.asker.person.locale)
    lines, buttons = _said(desk, request, kept, language)
    _tell(desk, team_id, request.user_id, lines, language, buttons)
    other = request.asked_by
    if other is not None and other != request.user_id:
        _tell_who_asked(desk, team_id, other, request, kept)
    if request.question:
        _answer(desk, team_id, request, kept.account.number)


def _said(desk: Desk, request: Request, kept: Kept, language: str) -> tuple[list[str], list[Block]]:
    """What was saved, in lines, and what can be done about it."""
    account = kept.account
    if request.purpose is Purpose.REPLACE_KEY:
        return [say("saved.replaced", account=account.name), *kept.notes], []
    zone = account.zone
    command = f"{desk.called.name} settings #{account.number}"
    lines = [
        say("saved.connected", account=account.name, number=account.number),
        say("saved.zone", zone=zone) if zone else say("saved.zone_unknown"),
        say("saved.everyone"),
        say("saved.settings", command=command),
        *_asked_for(desk, request),
        *kept.notes,
    ]
    return lines, [undo_button(account.number, account.name, language)]


def _asked_for(desk: Desk, request: Request) -> list[str]:
    """Who asked for it, where that was somebody else."""
    if request.asked_by is None or request.asked_by == request.user_id:
        return []
    person = desk.people.find(request.asked_by)
    return [say("saved.asked_for", person=person.name)] if person is not None else []


def _tell_who_asked(desk: Desk, team_id: str, user_id: str, request: Request, kept: Kept) -> None:
    """Where they asked they may ask about the account, as it is called now; else nothing."""
    try:
        asker = desk.admit(place_of(request, team_id, "en"), afresh=True)
    except RightsError:
        return
    if all(one.account_id != kept.account.account_id for one in asker.visible):
        return
    key = "saved.told" if request.purpose is Purpose.CONNECT else "saved.told_replaced"
    line = say(key, person=kept.asker.person.name, account=kept.account.name)
    _tell(desk, team_id, user_id, [line], home_of(asker.person.locale), [])


def _tell(
    desk: Desk, team_id: str, user_id: str, lines: list[str], language: str, buttons: list[Block]
) -> None:
    sent = desk.replies.post(team_id, user_id, None, lines_message(lines, language, buttons))
    if not sent.done:
        _log.warning("saving_not_told", extra={"fate": sent.fate, "reason": sent.reason})


def _answer(desk: Desk, team_id: str, request: Request, number: int) -> None:
    """Ask what waited, about the account that there is now."""
    text = request.question or ""
    if request.purpose is Purpose.CONNECT:
        # There was none when it was asked; meanwhile there may be several.
        text = f"{text} for #{number}"
    place = place_of(request, team_id, language_of(text))
    if not hand_off(desk, place, lambda: asking.ask(desk, place, text, afresh=True)):
        tell_busy(desk, replace(place, thread_ts=None))
