"""What is done with one digest at once: pause, resume, run now, delete, and take that back.

The same for what is typed and what is pressed; rights are looked at afresh each time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from bot.core.digest_making import is_person
from bot.core.phrases import saying
from bot.core.schedule import period_of
from bot.core.sentences import say
from bot.errors import BotError
from bot.render import digest_cards as ids
from bot.render.blocks import actions
from bot.render.digest_cards import buttons_of, next_run
from bot.render.digest_parting import ask_message, deleted_message
from bot.render.notice import notice
from bot.slack.changing import change
from bot.slack.desk import Desk
from bot.slack.digests import cards, found, rooms
from bot.slack.digests.saved import ORIGIN, due_after
from bot.slack.place import Place
from bot.storage import deliveries, subscribing
from bot.storage.audit import By
from bot.storage.subscriptions import Reason, State, Subscription

_log = logging.getLogger(__name__)
_OF_A_PLACE = (Reason.CHANNEL, Reason.REFUSED)
Work = Callable[[Connection, By], Subscription | None]


def pause(desk: Desk, place: Place, number: int) -> None:
    """It comes no more, until it is resumed."""
    mine = found.mine(desk, place, desk.admit(place, afresh=True), number)
    key = "digest.paused_already"
    if mine.state is not State.PAUSED:
        _change(desk, place, number, lambda c, by: subscribing.pause(c, place.team_id, number, by))
        key = "digest.paused"
    _tell(desk, place, number, [say(key, number=number)], ids.RESUME)


def resume(desk: Desk, place: Place, number: int) -> None:
    """It comes again, and what it missed while we had disabled it, where that is useful still."""
    mine = found.mine(desk, place, desk.admit(place, afresh=True), number)
    digest, key = found.set_in(mine), "digest.resumed_already"
    if mine.state is not State.ACTIVE:
        if mine.reason in _OF_A_PLACE and not is_person(mine.target):
            rooms.look(desk, place, mine.target)
        due, team_id = due_after(digest, desk.now()), place.team_id
        _change(desk, place, number, lambda c, by: subscribing.resume(c, team_id, number, due, by))
        desk.services.wake()
        key = "digest.resumed"
    lines = [say(key, number=number), next_run(digest, desk.now())]
    _tell(desk, place, number, lines, ids.PAUSE)


def run(desk: Desk, place: Place, number: int) -> None:
    """It is posted now, once more, whatever its schedule and whether or not it is paused."""
    mine = found.mine(desk, place, desk.admit(place, afresh=True), number)
    digest, now = found.set_in(mine), desk.now()
    begun = desk.keeper.write(
        lambda c: deliveries.run_now(c, place.team_id, number, mine.target, now),
        "digest_not_run",
    )
    if begun is None:
        raise BotError(say("digest.run_already", number=number))
    _log.info("digest_run", extra={"number": number, "delivery_id": begun})
    desk.services.wake()
    period = period_of(digest.schedule, now, digest.week_start)
    lines = [say("digest.run_now", number=number, dates=saying.dates(period))]
    lines.append(cards.place_words(desk, place, mine.target))
    _tell(desk, place, number, lines, ids.HISTORY)


def ask_to_delete(desk: Desk, place: Place, number: int) -> None:
    """Whether it is to go."""
    asker = desk.admit(place)
    mine = found.mine(desk, place, asker, number)
    said = cards.named(desk, place, asker, mine)
    desk.replies.whisper(place, ask_message(number, said, place.language))


def delete(desk: Desk, place: Place, number: int) -> None:
    """It is gone; the question gives way to that, and to the way back."""
    asker, team_id = desk.admit(place, afresh=True), place.team_id
    found.mine(desk, place, asker, number)
    _change(desk, place, number, lambda c, by: subscribing.remove(c, team_id, number, by))
    until = saying.moment(desk.now() + subscribing.RESTORABLE, asker.zone(None))
    desk.replies.overwrite(place, deleted_message(number, until, place.language))


def keep(desk: Desk, place: Place, number: int) -> None:
    """It stays: the question is taken away."""
    found.seen(desk, place, desk.admit(place), number)
    plan = notice([say("digest.kept", number=number)], place.language)
    desk.replies.overwrite(place, plan)


def undo(desk: Desk, place: Place, number: int) -> None:
    """Take a deletion back, if whoever pressed might have deleted it."""
    asker, now = found.insider(desk.admit(place, afresh=True)), desk.now()
    team_id = place.team_id
    mine = desk.keeper.read(lambda c: subscribing.left(c, team_id, number, now), found.NOT_READ)
    if mine is None or not found.may_change(asker, mine):
        raise BotError(say("digest.too_late", number=number), say("digest.too_late_hint"))
    digest = found.set_in(mine)
    due = due_after(digest, now)
    _change(desk, place, number, lambda c, by: subscribing.restore(c, team_id, number, due, by))
    lines = [say("digest.restored", number=number), next_run(digest, now)]
    plan = notice(lines, place.language, actions(buttons_of(number, (ids.EDIT,), place.language)))
    desk.replies.overwrite(place, plan)


def _change(desk: Desk, place: Place, number: int, work: Work) -> None:
    """Make a change; BeingSentError, LimitError, or that it is not there by now."""
    if change(desk, place, ORIGIN, work) is None:
        found.gone(desk, place, number)


def _tell(desk: Desk, place: Place, number: int, lines: Sequence[str], then: str) -> None:
    row = actions(buttons_of(number, (then,), place.language))
    desk.replies.whisper(place, notice(lines, place.language, row))
