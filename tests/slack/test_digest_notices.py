"""What can be pressed under a notice, and what becomes of digests when channels open and close."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.core.digest import Digest, digest_to_fields
from bot.demo import slack_faults
from bot.demo.slack_workspace import (
    ADMIN,
    ARCHIVED,
    ASKER,
    BOT_USER,
    CHATBOTS,
    COLLEAGUE,
    GONE,
    GUEST,
    OTHER_TEAM,
    PRIVATE,
    SHARED,
    TEAM,
    Message,
)
from bot.digests.ledger import Ledger
from bot.digests.notices import Notices
from bot.digests.people import People
from bot.digests.post import WebSlack
from bot.errors import StorageError
from bot.slack.work import WorkPool
from bot.storage import audit, database, deliveries, news, subscribing, subscriptions
from bot.storage.audit import By
from bot.storage.deliveries import State
from bot.storage.news import WHO_MENDS, Cause, Item
from bot.storage.subscriptions import Reason, Subscription, Wanted
from bot.storage.subscriptions import State as Standing
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS
from tests.digests.house import CADENCES, SetClock
from tests.slack.conftest import Running, labels_of

pytestmark = pytest.mark.both_engines
OURS = ("test", "environment")


@dataclass
class Told:
    """The running app, and what tells people beside it."""

    running: Running
    clock: SetClock
    notices: Notices

    def subscribe(self, target: str = CHATBOTS, owner: str = ASKER) -> Subscription:
        """A weekly digest that was due a minute ago."""
        due = self.clock.moment - timedelta(minutes=1)
        wanted = Wanted(target, digest_to_fields(Digest(CADENCES["weekly"], 0)), due)
        with database.transaction(self.running.services.engine) as connection:
            by = By(owner, "test", due - timedelta(days=1))
            return subscriptions.create(connection, TEAM, wanted, by)

    def unknown(self, count: int = 1, owner: str = ASKER) -> list[str]:
        """Deliveries of which nobody knows; their ids."""
        found = []
        for _ in range(count):
            one = self.subscribe(owner=owner)
            with database.transaction(self.running.services.engine) as connection:
                now = one.next_run_at or self.clock.moment
                made = deliveries.run_now(connection, TEAM, one.number, one.target, now)
                assert made is not None
                found.append(made)
        with database.transaction(self.running.services.engine) as connection:
            values = {"state": State.UNKNOWN, "done_at": self.clock.moment}
            connection.execute(update(DELIVERIES).values(**values))
        return found

    def state(self, delivery_id: str) -> str:
        """What a delivery is."""
        with database.reading(self.running.services.engine) as connection:
            found = deliveries.get(connection, TEAM, delivery_id)
        assert found is not None
        return f"{found.state} {found.kind}"

    def subscription(self, number: int = 1) -> Subscription:
        """A digest as it is."""
        with database.reading(self.running.services.engine) as connection:
            return subscriptions.sure(connection, TEAM, number)

    def changes(self) -> list[tuple[str, str]]:
        """Who changed what, the newest first."""
        with database.reading(self.running.services.engine) as connection:
            found = audit.latest(connection, TEAM, 100)
        return [(one.action, one.user_id) for one in found if one.origin not in OURS]

    def tell(self) -> list[Message]:
        """Tell people what there is to tell a minute later; the messages."""
        self.clock.advance(timedelta(minutes=1))
        before = len(self.running.slack.posted)
        self.notices.turn()
        return self.running.slack.posted[before:]

    def press(self, message: Message, label: str, user: str = ASKER) -> str:
        """What the bot says to a press, the last of it."""
        slack = self.running.slack
        before = len(slack.messages)
        edits = message.edits
        assert slack.press(message, label, user=user).ok
        self.running.settle()
        return message.text if message.edits > edits else slack.messages[before:][-1].text

    def happens(self, kind: str, channel: str = CHATBOTS, user: str = ASKER) -> None:
        """Something becomes of a channel."""
        slack = self.running.slack
        payload = slack.make_channel_event(kind, channel, user=user)
        assert slack.send(slack.signed_event(payload)).ok
        self.running.settle()


@pytest.fixture
def told(running: Running) -> Told:
    """The app with its notices."""
    clock = SetClock(running.clock())
    ledger = Ledger(running.services.engine, clock)
    client = running.services.client
    people = People(lambda _: client)
    return Told(running, clock, Notices(ledger, WebSlack(lambda _: client), people))


def message_about(told: Told, ids: list[str], owner: str = ASKER) -> Message:
    """The notice of what is unknown."""
    with database.transaction(told.running.services.engine) as connection:
        due = told.clock.moment
        items = [
            Item(owner, Cause.UNKNOWN, "m", number + 1, due, each)
            for number, each in enumerate(ids)
        ]
        news.add(connection, TEAM, items, due)
    (message,) = told.tell()
    return message


def test_send_again_posts_once_more_and_once(told: Told) -> None:
    """Pressed twice, or by two, it is done once; and it is kept who said so."""
    (known_by,) = told.unknown()
    message = message_about(told, [known_by])
    assert labels_of(message) == ["Send Again", "It Arrived"]
    assert told.press(message, "Send Again").startswith("Digest #1, due ")
    assert told.state(known_by) == "pending send_again"
    told.running.clock.advance(seconds=5)
    said = told.press(message, "Send Again")
    assert said.startswith("Somebody has decided that already: digest #1")
    assert said.endswith("is on its way.")
    told.running.clock.advance(seconds=5)
    assert "is on its way." in told.press(message, "It Arrived", user=ADMIN)
    assert told.changes() == [("digest_sent_again", ASKER)]


def test_what_arrived_is_kept_as_sent(told: Told) -> None:
    """And is not sent again."""
    ids = told.unknown(2)
    message = message_about(told, ids)
    assert told.press(message, "It Arrived #2").endswith("is kept as sent.")
    assert [told.state(each) for each in ids] == ["unknown run_now", "sent run_now"]
    told.running.clock.advance(seconds=5)
    assert told.press(message, "Send Again #2").endswith("is kept as sent.")
    assert told.state(ids[1]) == "sent run_now"
    assert told.changes() == [("digest_arrived", ASKER)]


@pytest.mark.parametrize("user", [COLLEAGUE, GUEST])
def test_only_its_owner_and_admins_decide(told: Told, user: str) -> None:
    """Whoever else got hold of the button changes nothing."""
    (known_by,) = told.unknown()
    message = message_about(told, [known_by])
    told.press(message, "Send Again", user=user)
    assert told.state(known_by) == "unknown run_now"
    assert told.changes() == []
    assert "goes out once more" in told.press(message, "Send Again", user=ADMIN)


def test_a_digest_that_is_gone_is_said_to_be(told: Told) -> None:
    """Its delivery alone decides nothing."""
    (known_by,) = told.unknown()
    message = message_about(told, [known_by])
    with database.transaction(told.running.services.engine) as connection:
        by = By(ASKER, "test", told.clock.moment)
        assert subscribing.remove(connection, TEAM, 1, by)
    assert told.press(message, "Send Again") == "That digest is gone."
    assert told.state(known_by) == "unknown run_now"


def test_what_cannot_be_read_can_be_decided_still(told: Told) -> None:
    """Its times are told in UTC."""
    (known_by,) = told.unknown()
    message = message_about(told, [known_by])
    with database.transaction(told.running.services.engine) as connection:
        connection.execute(update(SUBSCRIPTIONS).values(digest={}))
    assert told.press(message, "It Arrived").endswith("is kept as sent.")


def left(told: Told, number: int = 1) -> Message:
    """The notice that somebody has left."""
    with database.transaction(told.running.services.engine) as connection:
        due = told.clock.moment
        items = [Item(WHO_MENDS, Cause.OWNER_LEFT, GONE, number, due)]
        news.add(connection, TEAM, items, due)
    (message,) = told.tell()
    return message


def test_an_admin_takes_over_all_of_somebody_who_left(told: Told) -> None:
    """Whoever is the first; and nobody else."""
    for _ in range(2):
        told.subscribe(owner=GONE)
    message = left(told)
    assert message.channel_id == told.running.slack.workspace.direct_channel(ADMIN).channel_id
    assert told.press(message, "Take Over", user=COLLEAGUE) == (
        "Only workspace admins can do that."
    )
    assert told.subscription().owner_user_id == GONE
    assert told.press(message, "Take Over", user=ADMIN) == "2 digests are yours now."
    assert [told.subscription(n).owner_user_id for n in (1, 2)] == [ADMIN, ADMIN]
    assert told.changes() == [("digest_handed_over", ADMIN)] * 2


def test_what_is_taken_over_already_is_said(told: Told) -> None:
    """By another admin, from a message of their own."""
    told.subscribe(owner=GONE)
    told.running.slack.workspace.change_user(COLLEAGUE, is_admin=True)
    told.subscribe(owner=GONE)
    with database.transaction(told.running.services.engine) as connection:
        due = told.clock.moment
        news.add(connection, TEAM, [Item(WHO_MENDS, Cause.OWNER_LEFT, GONE, 1, due)], due)
    first, second = told.tell()
    by = {one.channel_id: one for one in (first, second)}
    direct = told.running.slack.workspace.direct_channel
    told.press(by[direct(ADMIN).channel_id], "Take Over", user=ADMIN)
    said = told.press(by[direct(COLLEAGUE).channel_id], "Take Over", user=COLLEAGUE)
    assert said == "Nothing is left to take over: somebody has done it."


def test_who_came_back_keeps_theirs(told: Told) -> None:
    """Slack is asked afresh."""
    told.subscribe(owner=GONE)
    message = left(told)
    told.running.slack.workspace.change_user(GONE, deleted=False)
    assert told.press(message, "Take Over", user=ADMIN).startswith("They are still here")
    assert told.subscription().owner_user_id == GONE


def stop(told: Told, target: str = CHATBOTS) -> None:
    """The channel was closed to us when its digest was due."""
    number = told.subscribe(target).number
    with database.transaction(told.running.services.engine) as connection:
        by = By(audit.OPERATOR, "test", told.clock.moment)
        assert subscribing.disable(connection, TEAM, number, Reason.CHANNEL, by)


@pytest.mark.parametrize("kind", ["channel_unarchive", "group_unarchive"])
def test_what_is_unarchived_goes_on(told: Told, kind: str) -> None:
    """By itself, what was stopped for the channel; elsewhere nothing."""
    stop(told)
    stop(told, SHARED)
    told.happens(kind)
    assert told.subscription().state is Standing.ACTIVE
    assert told.subscription(2).state is Standing.DISABLED
    assert told.changes() == [("digest_resumed", "")]


def test_whoever_posts_is_woken(told: Told) -> None:
    """What goes on, and what is sent again, waits for no tick."""
    woken: list[str] = []
    services = replace(told.running.services, wake=lambda: woken.append("woken"))
    told.running.start(services=services)
    stop(told)
    told.happens("channel_unarchive")
    assert len(woken) == 1
    told.happens("channel_unarchive")  # nothing waits for it any more
    assert len(woken) == 1
    (known_by,) = told.unknown()
    message = message_about(told, [known_by])
    told.press(message, "Send Again", user=ADMIN)
    assert len(woken) == 2


def test_where_the_bot_is_invited_digests_go_on(told: Told) -> None:
    """When we join, and not when anybody else does."""
    stop(told, PRIVATE)
    told.happens("member_joined_channel", PRIVATE, user=COLLEAGUE)
    assert told.subscription().state is Standing.DISABLED
    told.happens("member_joined_channel", PRIVATE, user=BOT_USER)
    assert told.subscription().state is Standing.ACTIVE


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        ("channel_archive", ARCHIVED), ("group_archive", ARCHIVED), ("channel_deleted", "C0LOST"),
        ("group_deleted", "C0LOST"), ("group_left", PRIVATE), ("channel_left", PRIVATE),
    ],
)  # fmt: skip
def test_what_is_closed_stops_at_once_and_its_owner_hears_of_it(
    told: Told, kind: str, channel: str
) -> None:
    """Before it is due."""
    held = told.running.slack.workspace.channels
    if channel == PRIVATE:
        held[PRIVATE].members.discard(BOT_USER)
    told.subscribe(channel)
    slack = told.running.slack
    payload = slack.make_channel_event(kind, CHATBOTS)
    event = payload["event"]
    assert isinstance(event, dict)
    event["channel"] = channel
    assert slack.send(slack.signed_event(payload)).ok
    told.running.settle()
    found = told.subscription()
    assert (found.state, found.reason) == (Standing.DISABLED, Reason.CHANNEL)
    told.happens(kind)  # of a channel without digests
    (message,) = told.tell()
    assert message.text.startswith("1 digest has nowhere to go: ")
    assert labels_of(message) == ["Choose Channel"]


def test_what_is_open_again_by_now_goes_on(told: Told) -> None:
    """Events come late and in any order; and into a public channel we post from without."""
    told.subscribe()
    told.happens("channel_archive")
    told.running.slack.workspace.channels[CHATBOTS].members.discard(BOT_USER)
    told.happens("channel_left")
    for fault in (slack_faults.status(503), slack_faults.error("ratelimited")):
        told.running.slack.faults.add("conversations.info", fault)
        told.happens("channel_archive")
    assert told.subscription().state is Standing.ACTIVE
    assert told.tell() == []


def test_an_event_of_another_workspace_or_without_a_channel_changes_nothing(told: Told) -> None:
    """Nor does it fail."""
    stop(told)
    slack = told.running.slack
    payload = slack.make_channel_event("channel_unarchive", CHATBOTS)
    foreign = {**payload, "team_id": OTHER_TEAM, "authorizations": []}
    event = payload["event"]
    assert isinstance(event, dict)
    odd = {**payload, "event": {**event, "channel": {"id": CHATBOTS}}}
    for each in (foreign, odd):
        assert slack.send(slack.signed_event(each)).ok
        told.running.settle()
    assert told.subscription().state is Standing.DISABLED


def test_an_event_for_which_there_is_no_room_comes_again(told: Told) -> None:
    """Slack sends what was answered so once more."""
    told.running.start(pool=WorkPool(threads=1, waiting=-1))
    slack = told.running.slack
    payload = slack.make_channel_event("channel_unarchive", CHATBOTS)
    assert slack.send(slack.signed_event(payload)).status == 503


def test_what_the_database_does_not_take_is_found_out_later(
    told: Told, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """When the next digest is due; the event is acked, and logged."""
    stop(told)

    def refuse(*_: object, **__: object) -> None:
        raise StorageError("the disk is full")

    monkeypatch.setattr(subscribing, "mend", refuse)
    told.happens("channel_unarchive")
    assert told.subscription().state is Standing.DISABLED
    assert "channel_event_lost" in [record.message for record in caplog.records]
