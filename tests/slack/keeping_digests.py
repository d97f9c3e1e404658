"""Digests as tests of what people do with them need them: made by typing, and looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from bot.demo.slack_forms import Filled
from bot.demo.slack_workspace import ASKER, CHATBOTS, TEAM, Message
from bot.storage import database, deliveries, subscribing, subscriptions
from bot.storage.deliveries import Delivery
from bot.storage.subscriptions import Reason, Subscription
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS
from tests.slack.agency import Agency

WEEKLY = "digest weekly on monday at 9am"


def make(agency: Agency, text: str = WEEKLY, **where: str) -> Subscription:
    """One that was typed and saved."""
    user = where.get("user", ASKER)
    before = {one.number for one in kept(agency)}
    (asked,) = agency.type(text, **where)
    agency.press(asked, "Save Digest", user=user)
    (made,) = [one for one in kept(agency) if one.number not in before]
    return made


def kept(agency: Agency, team_id: str = TEAM) -> list[Subscription]:
    """All that there are, by number."""
    with database.reading(agency.engine) as connection:
        return list(subscriptions.listed(connection, team_id))


def one(agency: Agency, number: int = 1) -> Subscription:
    """The one of that number."""
    with database.reading(agency.engine) as connection:
        return subscriptions.sure(connection, TEAM, number)


def posts(agency: Agency, number: int = 1) -> list[Delivery]:
    """Its deliveries, the newest first."""
    with database.reading(agency.engine) as connection:
        return list(deliveries.history(connection, TEAM, number))


def force(agency: Agency, number: int = 1, **values: Any) -> None:
    """Write over a subscription, as nobody but a test does."""
    mine = SUBSCRIPTIONS.c.number == number
    agency.write(lambda c: c.execute(update(SUBSCRIPTIONS).where(mine).values(**values)))


def sending(agency: Agency) -> None:
    """All deliveries are being posted this moment."""
    values = {"state": "sending", "done_at": None}
    agency.write(lambda c: c.execute(update(DELIVERIES).values(**values)))


def delivered(agency: Agency, **values: Any) -> None:
    """What became of the latest delivery."""
    newest = select(DELIVERIES.c.delivery_id).order_by(DELIVERIES.c.planned_at.desc()).limit(1)
    mine = DELIVERIES.c.delivery_id.in_(newest.scalar_subquery())
    agency.write(lambda c: c.execute(update(DELIVERIES).where(mine).values(**values)))


def disable(agency: Agency, reason: Reason, number: int = 1) -> None:
    """We have disabled it."""
    agency.write(lambda c: subscribing.disable(c, TEAM, number, reason, agency.by))


def lines(messages: list[Message]) -> list[str]:
    """The lines of the one message that its reader alone sees."""
    (message,) = [one for one in messages if one.only_for or one.channel_id.startswith("D")]
    return message.text.split("\n")


def told(messages: list[Message], channel_id: str = CHATBOTS) -> list[str]:
    """What everybody in a channel is told."""
    return [one.text for one in messages if one.channel_id == channel_id and not one.only_for]


def form(agency: Agency) -> Mapping[str, Any]:
    """The form that is open."""
    view = agency.running.slack.form
    assert view is not None
    return view


def send(agency: Agency, filled: Filled, user: str = ASKER) -> list[Message]:
    """What the bot says once the open form is sent in."""
    return agency.after(lambda: agency.running.slack.submit(filled, user=user, view=form(agency)))


def faults(agency: Agency, filled: Filled, user: str = ASKER) -> Mapping[str, str]:
    """What is said beside which input, where nothing is stored then."""
    before = agency.stored(every=True)
    ack = agency.running.slack.submit(filled, user=user, view=form(agency))
    assert ack.ok
    agency.running.settle()
    assert agency.stored(every=True) == before
    return ack.errors or {}
