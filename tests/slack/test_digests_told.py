"""Where else people hear of digests: a refused key, a disconnection, `status`, the Home tab."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.core.digest import Digest, digest_to_fields
from bot.core.schedule import Cadence, Schedule
from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, COLLEAGUE, GENERAL, GUEST, TEAM
from bot.errors import KeyRefusedError, StorageError
from bot.storage import audit, deliveries, subscribing, subscriptions
from bot.storage.audit import By
from bot.storage.deliveries import State
from bot.storage.subscriptions import Reason, Subscription, Wanted
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS
from tests.digests.house import CADENCES
from tests.slack.agency import Agency

pytestmark = pytest.mark.both_engines
# A Monday morning in Berlin; it is Thursday before.
MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
MONDAYS = Schedule(Cadence.WEEKLY, time(9), ZoneInfo("Europe/Berlin"), weekdays=(0,))


def subscribe(
    agency: Agency, account: Any, target: str = CHATBOTS, owner: str = ASKER, **given: Any
) -> Subscription:
    """A digest of Mondays at nine in Berlin."""
    digest = digest_to_fields(Digest(given.get("schedule", MONDAYS), account))
    wanted = Wanted(target, digest, given.get("next_run_at", MONDAY))
    by = By(owner, "test", agency.running.clock())
    found: Subscription = agency.write(lambda c: subscriptions.create(c, TEAM, wanted, by))
    return found


def stop(agency: Agency, number: int, reason: Reason) -> None:
    """It is disabled."""
    by = By(audit.OPERATOR, "test", agency.running.clock())
    assert agency.write(lambda c: subscribing.disable(c, TEAM, number, reason, by))


def refused(agency: Agency, user: str) -> list[str]:
    """What somebody hears of a key that Flow XO refuses."""
    agency.sources.of("Acme").error = KeyRefusedError("refused")
    said = agency.type("stats last week for acme", user=user)
    return next(one for one in said if one.only_for == user).text.split("\n")


def test_a_refused_key_s_answer_names_the_digests_that_need_it(agency: Agency) -> None:
    """With the next, and how long it is of use; those of all accounts too, and none that pauses."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.connect("Globex")
    subscribe(agency, acme.number)
    subscribe(agency, "all", GENERAL)
    subscribe(agency, 2, GENERAL)
    paused = subscribe(agency, acme.number).number
    agency.write(lambda c: subscribing.pause(c, TEAM, paused, agency.by))
    told = refused(agency, COLLEAGUE)
    assert told[-2:] == [
        "ada and workspace admins can replace the key. ada was told on Thu 26 Nov 2026, 09:45.",
        "2 digests need it (next: Mon 30 Nov 2026, 03:00). If it is fixed within 3 days of that, "
        "they go out late.",
    ]
    assert told[0].startswith("I can't read Acme: Flow XO has refused its API key since")
    assert refused(agency, ASKER)[-2] == "You can replace the key."


@pytest.mark.parametrize(
    ("cadence", "span"), [("daily", "12 hours"), ("weekdays", "12 hours"), ("monthly", "7 days")]
)
def test_how_long_it_is_of_use_depends_on_how_often_it_comes(
    agency: Agency, cadence: str, span: str
) -> None:
    """One is one."""
    acme = agency.connect("Acme", owner=ASKER)
    subscribe(agency, acme.number, schedule=CADENCES[cadence])
    assert refused(agency, COLLEAGUE)[-1] == (
        f"1 digest needs it (next: Mon 30 Nov 2026, 03:00). If it is fixed within {span} of that, "
        "it goes out late."
    )


def test_where_none_is_ahead_nothing_is_said_of_digests(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where they cannot be read."""
    acme = agency.connect("Acme", owner=ASKER)
    subscribe(agency, acme.number, next_run_at=MONDAY - timedelta(days=9))
    subscribe(agency, acme.number)
    agency.write(
        lambda c: c.execute(
            update(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.number == 2).values(digest={})
        )
    )
    assert len([line for line in refused(agency, COLLEAGUE) if "digest" in line]) == 0

    def fail(*_: object, **__: object) -> None:
        raise StorageError("gone")

    monkeypatch.setattr(subscriptions, "listed", fail)
    assert len([line for line in refused(agency, COLLEAGUE) if "digest" in line]) == 0


def test_a_disconnection_names_the_digests_that_depend_on_it(agency: Agency) -> None:
    """And what becomes of them."""
    acme = agency.connect("Acme", owner=ASKER)
    for _ in range(2):
        subscribe(agency, acme.number)
    subscribe(agency, "all", GENERAL)
    (message,) = agency.type("disconnect acme")
    assert message.text.split("\n")[2:] == [
        "2 digests tell of it, #1, #2: they stop when they are due, and their owners are told. "
        "Connected again within a day, they go on.",
        "1 digest of all accounts goes on without it.",
    ]


def test_of_many_digests_the_first_are_named(agency: Agency) -> None:
    """The others are counted."""
    acme = agency.connect("Acme", owner=ASKER)
    for place in range(3):
        for _ in range(10):
            subscribe(agency, acme.number, f"C0PLACE{place}")
    (message,) = agency.type("disconnect acme")
    assert "30 digests tell of it, #1, #2, " in message.text
    assert "#20 and 10 more: they stop" in message.text


def status(agency: Agency, **where: str) -> list[str]:
    """What `status` says of digests."""
    (message,) = agency.type("status", **where)
    return [line for line in message.text.split("\n")[:-2] if "igest" in line or "them" in line]


def test_status_tells_what_comes_next_and_what_is_stopped(agency: Agency) -> None:
    """In a channel what goes there, in direct messages one's own."""
    acme = agency.connect("Acme", owner=ASKER)
    assert status(agency) == []
    for target in (CHATBOTS, CHATBOTS, GENERAL):
        subscribe(agency, acme.number, target)
    stop(agency, 2, Reason.CHANNEL)
    assert status(agency) == [
        "2 digests come here, the next on Mon 30 Nov 2026, 09:00.",
        "1 of them is stopped until it is mended.",
        "Digests are posted on time: none is overdue.",
    ]
    (message,) = agency.after(lambda: agency.running.slack.direct_message("status"))
    assert "3 digests are yours, the next on Mon 30 Nov 2026, 09:00." in message.text


def test_status_says_that_nobody_posts_digests(agency: Agency) -> None:
    """Where one has been due for long, whoever's it is."""
    acme = agency.connect("Acme", owner=ASKER)
    late = agency.running.clock() - timedelta(hours=1)
    subscribe(agency, acme.number, GENERAL, next_run_at=late)
    assert status(agency) == [
        "Digests are not posted: one has been due since Thu 26 Nov 2026, 14:45. "
        "Please tell whoever runs the bot."
    ]


def home(agency: Agency, user: str = ASKER) -> dict[str, Any]:
    """The Home tab."""
    assert agency.running.slack.open_home(user=user).ok
    agency.running.settle()
    return dict(agency.running.slack.homes[user])


def texts(view: dict[str, Any]) -> list[str]:
    """Its lines of rich text."""
    return [
        "".join(element.get("text", element.get("channel_id", "")) for element in part["elements"])
        for block in view["blocks"]
        if block["type"] == "rich_text"
        for part in block["elements"]
    ]


def test_the_home_tab_shows_first_what_needs_its_reader(agency: Agency) -> None:
    """A broken key, then digests that are stopped, then the others with the next and the last."""
    acme = agency.connect("Acme", owner=ASKER)
    refused(agency, COLLEAGUE)
    for reason in (Reason.KEY, Reason.CHANNEL, Reason.BROKEN):
        stop(agency, subscribe(agency, acme.number).number, reason)
    for target in (CHATBOTS, ASKER):
        subscribe(agency, acme.number, target)
    paused = subscribe(agency, acme.number, GENERAL).number
    agency.write(lambda c: subscribing.pause(c, TEAM, paused, agency.by))
    subscribe(agency, acme.number, owner=COLLEAGUE)
    due = MONDAY - timedelta(days=7)

    def sent(c: Any) -> None:
        for number, target in ((4, CHATBOTS), (5, ASKER)):
            trouble = deliveries.Trouble.MISSED
            deliveries.leave_out(c, TEAM, number, due, target, trouble, due)

    agency.write(sent)
    view = home(agency)
    assert texts(view)[:8] == [
        "Flow XO has refused the API key of Acme since Thu 26 Nov 2026, 15:45.",
        "3 digests need you",
        "C0CHATBOTS · #1 waits for its account's key: Flow XO refuses it",
        "C0CHATBOTS · #2 has nowhere to go: the channel is closed to me",
        "C0CHATBOTS · #3 is stopped: what I keep of it can't be read",
        "Your digests",
        "C0CHATBOTS · #4, next Mon 30 Nov 2026, 09:00 · last Mon 23 Nov 2026, 09:00: left out",
        "#5, next Mon 30 Nov 2026, 09:00 · last Mon 23 Nov 2026, 09:00: left out",
    ]
    assert texts(view)[8] == "C0GENERAL1 · #6, paused"
    assert next(
        (one["text"]["text"], one["value"])
        for block in view["blocks"]
        if block["type"] == "actions"
        for one in block["elements"]
    ) == ("Choose Channel", "2|en")


def test_a_delivery_under_way_is_said_to_be(agency: Agency) -> None:
    """Whatever state it is in."""
    acme = agency.connect("Acme", owner=ASKER)
    subscribe(agency, acme.number)

    def open_one(c: Any) -> None:
        trouble = deliveries.Trouble.MISSED
        deliveries.leave_out(c, TEAM, 1, MONDAY, CHATBOTS, trouble, MONDAY)
        c.execute(update(DELIVERIES).values(state=State.CLAIMED, done_at=None))

    agency.write(open_one)
    assert texts(home(agency))[1].endswith("last Mon 30 Nov 2026, 09:00: on its way")


def test_the_home_tab_of_others_shows_none_of_mine(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor a guest's, nor one where the database does not answer."""
    acme = agency.connect("Acme", owner=ASKER)
    subscribe(agency, acme.number)
    for user in (ADMIN, GUEST):
        assert "#1" not in json.dumps(home(agency, user))
    assert "#1" in json.dumps(home(agency))

    def fail(*_: object, **__: object) -> None:
        raise StorageError("gone")

    monkeypatch.setattr(subscriptions, "listed", fail)
    assert "#1" not in json.dumps(home(agency))
