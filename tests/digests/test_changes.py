"""Whatever somebody changes in the middle of it: nothing goes where, or as, it went before."""

from __future__ import annotations

import threading
from contextlib import suppress

import pytest
from sqlalchemy import Connection

from bot.demo import slack_faults
from bot.digests.orders import Order
from bot.errors import BeingSentError
from bot.render.plan import MessagePlan
from bot.storage import subscribing, workspaces
from bot.storage.subscriptions import Subscription
from tests.digests.house import DAY, DUE, HOUR, MINUTE, SECOND, House, Maker

pytestmark = pytest.mark.both_engines


def change(house: House, connection: Connection, what: str) -> Subscription | None:
    """What a person does."""
    by = house.by()
    match what:
        case "edited":
            digest = {**house.subscription().digest, "top": 9}
            return subscribing.edit(connection, "T", 1, by, digest=digest)
        case "rescheduled":
            digest = {**house.subscription().digest, "top": 9}
            return subscribing.edit(connection, "T", 1, by, digest=digest, next_run_at=DUE + HOUR)
        case "moved":
            return subscribing.move(connection, "T", 1, "C2", by)
        case "paused":
            return subscribing.pause(connection, "T", 1, by)
    return subscribing.remove(connection, "T", 1, by)


AFTERWARDS = {
    "edited": ["sent"],
    "rescheduled": ["sent"],
    "moved": ["skipped moved", "sent"],
    "paused": ["skipped paused"],
    "deleted": ["skipped deleted"],
}


@pytest.mark.parametrize("what", AFTERWARDS)
def test_a_change_while_the_message_is_made(house: House, maker: Maker, what: str) -> None:
    """What was made before it is thrown away."""
    house.open_channel("C2")
    house.subscribe()

    plain = maker.of

    def changed(order: Order) -> MessagePlan | None:
        maker.of = plain
        with house.writing() as connection:
            assert change(house, connection, what)
        return plain(order)

    maker.of = changed
    house.run()
    assert sorted(house.states, reverse=True) == AFTERWARDS[what]
    if what in ("edited", "rescheduled"):
        assert [order.digest.top for order in maker.orders] == [5, 9]
    assert [post.channel_id for post in house.posted] == {
        "edited": ["C1"], "rescheduled": ["C1"], "moved": ["C2"]
    }.get(what, [])  # fmt: skip
    assert set(house.posts_by_delivery().values()) <= {1}


@pytest.mark.parametrize("what", AFTERWARDS)
def test_a_change_while_it_is_posted_waits_for_its_end(house: House, what: str) -> None:
    """It is refused meanwhile, so that nothing is posted as before once it is kept."""
    house.open_channel("C2")
    house.subscribe()
    house.slack.faults.add("chat.postMessage", slack_faults.delay(0.7))
    running = threading.Thread(target=house.run)
    running.start()
    house.slack.wait_for_messages(1)
    with pytest.raises(BeingSentError), house.writing() as connection:
        change(house, connection, what)
    running.join()
    with house.writing() as connection:
        assert change(house, connection, what)
    posted = len(house.posted)
    house.run(MINUTE)
    assert len(house.posted) == posted == 1
    assert house.states == ["sent"]


@pytest.mark.parametrize("what", ["moved", "paused", "deleted"])
def test_a_change_before_it_is_taken(
    house: House, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Planned, and then changed: nothing is made for the old place."""
    house.open_channel("C2")
    house.subscribe()
    with monkeypatch.context() as patched:
        patched.setattr(house.dispatcher, "_take", lambda: 0)
        house.run()
    assert house.states == ["pending"]
    with house.writing() as connection:
        assert change(house, connection, what)
    house.run(SECOND)
    assert sorted(house.states, reverse=True) == AFTERWARDS[what]
    assert [post.channel_id for post in house.posted] == (["C2"] if what == "moved" else [])


def test_many_moves_under_load(house: House, maker: Maker) -> None:
    """While everything is posted: not one post to the old place once the move was kept."""
    numbers = range(1, 41)
    for number in numbers:
        house.open_channel(f"CNEW{number}")
        house.subscribe(team_id=f"T{number}", target=f"COLD{number}")
    begun = threading.Event()
    plain = maker.of

    def told(order: Order) -> MessagePlan | None:
        begun.set()
        return plain(order)

    maker.of = told
    running = threading.Thread(target=house.run)
    running.start()
    assert begun.wait(20)
    calls_before: dict[int, int] = {}
    while len(calls_before) < len(numbers):
        for number in set(numbers) - set(calls_before):
            with suppress(BeingSentError):
                with house.writing() as connection:
                    subscribing.move(connection, f"T{number}", 1, f"CNEW{number}", house.by())
                calls_before[number] = len(house.slack.called("chat.postMessage"))
    running.join()
    house.run(SECOND)
    calls = house.slack.called("chat.postMessage")
    for number, before in calls_before.items():
        assert f"COLD{number}" not in [call.arguments["channel"] for call in calls[before:]]
    assert sorted(house.posts_by_delivery().values()) == [1] * len(numbers)


def test_an_erasure_in_the_middle(house: House, maker: Maker) -> None:
    """Nothing is posted for a workspace that is gone, and nothing breaks."""
    house.subscribe()
    plain = maker.of

    def erased(order: Order) -> MessagePlan | None:
        with house.writing() as connection:
            workspaces.erase(connection, "T")
        return plain(order)

    maker.of = erased
    house.run()
    assert house.texts == []
    assert house.deliveries == []
    house.run(DAY)
    assert house.texts == []
