"""A digest is saved: stored once, and told to whom it goes and to whoever saved it.

Judges nobody's rights: whoever calls it has asked for them, afresh.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.core.digest import Digest, digest_from_fields, digest_to_fields
from bot.core.digest_making import is_person
from bot.core.phrases.translation import home_of
from bot.core.schedule import next_due
from bot.core.sentences import say
from bot.errors import BotError
from bot.render.digest_cards import saved_message, told_message
from bot.render.notice import notice
from bot.render.plan import MessagePlan
from bot.slack.changing import change as make_change
from bot.slack.desk import Desk
from bot.slack.digests import cards, found
from bot.slack.digests.wishes import Wish
from bot.slack.place import Place
from bot.storage import subscribing, subscriptions
from bot.storage.audit import By
from bot.storage.subscriptions import Subscription, Wanted

_log = logging.getLogger(__name__)
ORIGIN = "digest"


def due_after(digest: Digest, now: datetime) -> datetime:
    """Its next due time; BotError where none will come."""
    due = next_due(digest.schedule, now)
    if due is None:
        raise BotError(say("digest.never"))
    return due


def create(desk: Desk, place: Place, wish: Wish) -> MessagePlan:
    """Store a new digest and tell where it goes; what is to be told whoever saved it."""
    made = replace(wish, before=store(desk, place, wish))
    return _plan(desk, place, made, announce(desk, place, made, "digest.told_new"))


def store(desk: Desk, place: Place, wish: Wish) -> Subscription:
    """Store a new digest; may raise LimitError, and TwinError where there is one like it."""
    wanted = Wanted(wish.target, digest_to_fields(wish.digest), due_after(wish.digest, desk.now()))
    made = make_change(
        desk,
        place,
        ORIGIN,
        lambda connection, by: subscriptions.create_once(connection, place.team_id, wanted, by),
    )
    _log.info("digest_saved", extra={"number": made.number})
    desk.services.wake()
    return made


def change(
    desk: Desk, place: Place, before: Subscription, wish: Wish, owner_user_id: str | None = None
) -> MessagePlan:
    """Store what is another thing now, and tell where it goes; may raise BeingSentError."""
    key = "digest.told_moved" if wish.target != before.target else "digest.told_changed"
    after = make_change(
        desk, place, ORIGIN, lambda c, by: _write(c, before, wish, owner_user_id, by)
    )
    if after is None:
        found.gone(desk, place, before.number)
    desk.services.wake()
    if after.owner_user_id not in (before.owner_user_id, place.user_id):
        _tell_owner(desk, place, after, wish)
    if after == before:
        return notice([say("form.unchanged")], place.language)
    wish = replace(wish, digest=found.set_in(after), before=after)
    said = (after.digest, after.target) != (before.digest, before.target)
    told = announce(desk, place, wish, key) if said else []
    return _plan(desk, place, wish, [*cards.warnings(desk, wish), *told])


def announce(desk: Desk, place: Place, wish: Wish, key: str) -> list[str]:
    """Tell the channel that it goes to; what its saver must know where Slack did not take that."""
    if is_person(wish.target):
        return []
    card, who = cards.of_wish(desk, place, wish), wish.there.person.name
    line = told_message(key, who, card, desk.now(), place.language)
    sent = desk.replies.post(place.team_id, wish.target, None, line)
    if sent.done:
        return []
    _log.warning("digest_not_told", extra={"fate": sent.fate, "reason": sent.reason})
    return [say("digest.not_told", reason=sent.reason)]


def _tell_owner(desk: Desk, place: Place, after: Subscription, wish: Wish) -> None:
    """Tell somebody in a direct message that a digest is theirs from now on."""
    wish = replace(wish, digest=found.set_in(after), before=after)
    card, who = cards.of_wish(desk, place, wish), wish.there.person.name
    language = home_of(person.locale if (person := desk.people.find(after.owner_user_id)) else None)
    line = told_message("digest.handed_over", who, card, desk.now(), language)
    sent = desk.replies.post(place.team_id, after.owner_user_id, None, line)
    if not sent.done:
        _log.warning("digest_owner_not_told", extra={"fate": sent.fate, "reason": sent.reason})


def _plan(desk: Desk, place: Place, wish: Wish, notes: Sequence[str]) -> MessagePlan:
    return saved_message(cards.of_wish(desk, place, wish), desk.now(), place.language, notes)


def _write(
    connection: Connection, before: Subscription, wish: Wish, owner_user_id: str | None, by: By
) -> Subscription | None:
    team_id, number = before.team_id, before.number
    after = subscriptions.get(connection, team_id, number)
    if after:
        # What somebody else has changed meanwhile stays so.
        was = digest_from_fields(after.digest)
        digest = wish.alter(was)
        if digest != was:
            due = due_after(digest, by.at) if digest.schedule != was.schedule else None
            given = digest_to_fields(digest)
            after = subscribing.edit(connection, team_id, number, by, digest=given, next_run_at=due)
    if after and wish.target != after.target:
        after = subscribing.move(connection, team_id, number, wish.target, by)
    if after and owner_user_id is not None and owner_user_id != after.owner_user_id:
        after = subscribing.hand_over(connection, team_id, number, owner_user_id, by)
    return after
