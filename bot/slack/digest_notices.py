"""The buttons of what people are told of their digests: sent again, arrived, taken over.

Whoever presses is asked for once more; an id of another workspace finds nothing.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo

from slack_bolt import Ack, App
from sqlalchemy import Connection

from bot.core.digest import digest_from_fields
from bot.core.phrases.saying import weekday_moment
from bot.core.rights import Standing
from bot.core.sentences import say
from bot.errors import BotError, RightsError, ScheduleError
from bot.render import digest_notices as buttons
from bot.render.notice import carried, notice
from bot.render.numbers import plural
from bot.slack.asker import Asker
from bot.slack.changing import change
from bot.slack.desk import Desk
from bot.slack.jobs import take_press
from bot.slack.place import Body, Place, Press
from bot.storage import audit, deliveries, subscribing, subscriptions
from bot.storage.audit import Action, By
from bot.storage.deliveries import Delivery, State
from bot.storage.subscriptions import Subscription

_log = logging.getLogger(__name__)


def register(app: App, desk: Desk) -> None:
    """Listen to Send Again, It Arrived and Take Over."""

    @app.action(buttons.SEND_AGAIN)
    def send_again(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _send_again)

    @app.action(buttons.ARRIVED)
    def arrived(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _arrived)

    @app.action(buttons.TAKE_OVER)
    def take_over(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _take_over)


@dataclass(frozen=True, slots=True)
class _Pressed:
    """Whose button it was, where, and what it is about."""

    place: Place
    delivery: Delivery
    subscription: Subscription


def may_change(asker: Asker, whose: Subscription) -> bool:
    """Whether somebody may change a digest: its owner and workspace admins may."""
    return not asker.outsider and (asker.admin or asker.person.user_id == whose.owner_user_id)


def _send_again(desk: Desk, press: Press) -> None:
    """Post once more what failed, or may never have come."""
    pressed = _pressed(desk, press)
    known_by = pressed.delivery.delivery_id

    def work(connection: Connection, by: By) -> bool:
        done = deliveries.send_again(connection, pressed.place.team_id, known_by, by.at)
        return done and _recorded(connection, pressed, Action.DIGEST_SENT_AGAIN, by)

    done = change(desk, pressed.place, "notice", work)
    desk.services.wake()
    _answer(desk, pressed, "notice.sent_again", done)


def _arrived(desk: Desk, press: Press) -> None:
    """Keep as sent what somebody saw."""
    pressed = _pressed(desk, press)
    known_by = pressed.delivery.delivery_id

    def work(connection: Connection, by: By) -> bool:
        done = deliveries.arrived(connection, pressed.place.team_id, known_by, by.at)
        return done and _recorded(connection, pressed, Action.DIGEST_ARRIVED, by)

    _answer(desk, pressed, "notice.kept_as_sent", change(desk, pressed.place, "notice", work))


def _pressed(desk: Desk, press: Press) -> _Pressed:
    """The delivery that a button carries, for somebody who may decide about it."""
    known_by, language = carried(press.value)
    place = replace(press.place, language=language)
    asker = desk.admit(place, afresh=True)

    def find(connection: Connection) -> tuple[Delivery, Subscription] | None:
        delivery = deliveries.get(connection, place.team_id, known_by)
        number = delivery.number if delivery else 0
        whose = subscriptions.get(connection, place.team_id, number)
        return (delivery, whose) if delivery and whose else None

    found = desk.keeper.read(find, "digest_not_read")
    if found is None:
        raise BotError(say("notice.no_such"))
    delivery, whose = found
    if not may_change(asker, whose):
        raise RightsError(say("notice.may_not"))
    return _Pressed(place, delivery, whose)


def _recorded(connection: Connection, pressed: _Pressed, action: Action, by: By) -> bool:
    detail = f"{pressed.delivery.due_at:%Y-%m-%d %H:%M} UTC"
    subject = f"#{pressed.subscription.number}"
    audit.record(connection, pressed.place.team_id, action, subject, by, detail)
    return True


def _answer(desk: Desk, pressed: _Pressed, key: str, done: bool) -> None:
    """What became of it, beneath: the message may have buttons for others."""
    delivery, place = pressed.delivery, pressed.place
    due = weekday_moment(delivery.due_at, _zone(pressed.subscription))
    line = say(key, number=delivery.number, due=due)
    if not done:
        now = desk.keeper.read(
            lambda connection: deliveries.get(connection, place.team_id, delivery.delivery_id),
            "digest_not_read",
        )
        state = say(f"notice.state.{_word(now)}")
        line = say("notice.decided", number=delivery.number, due=due, state=state)
    desk.replies.whisper(place, notice([line], place.language))


def _word(delivery: Delivery | None) -> str:
    ended = (State.SENT, State.FAILED, State.SKIPPED, State.UNKNOWN)
    return delivery.state.value if delivery and delivery.state in ended else "open"


def _zone(whose: Subscription) -> tzinfo:
    try:
        return digest_from_fields(whose.digest).schedule.zone
    except ScheduleError:
        return UTC


def _take_over(desk: Desk, press: Press) -> None:
    """An admin owns the digests of somebody who has left."""
    user_id, language = carried(press.value)
    place = replace(press.place, language=language)
    asker = desk.admit(place, afresh=True)
    if not asker.admin:
        raise RightsError(say("rights.admins"))
    left = desk.people.find(user_id, afresh=True)
    if left is None or left.standing is Standing.MEMBER:
        raise BotError(say("notice.here_still"))

    def work(connection: Connection, by: By) -> int:
        theirs = subscriptions.listed(connection, place.team_id, owner_user_id=user_id)
        for one in theirs:
            subscribing.hand_over(connection, place.team_id, one.number, by.user_id, by)
        return len(theirs)

    count = change(desk, place, "notice", work)
    _log.info("digests_taken_over_from", extra={"user_id": user_id, "count": count})
    line = plural("notice.taken_over", count, "en") if count else say("notice.taken_over.none")
    desk.replies.overwrite(place, notice([line], language))
