"""The dispatcher in a process: several at once, ended in the middle, and without a database."""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.digests.clock import DatabaseClock
from bot.digests.dispatch import Pace
from bot.digests.ledger import Ledger
from bot.digests.orders import Order
from bot.digests.working import LEASE
from bot.errors import StorageError, UpstreamDownError
from bot.render.plan import MessagePlan
from bot.storage import database
from tests.digests.house import DAY, DUE, MINUTE, SECOND, House, Maker, SetClock

pytestmark = pytest.mark.both_engines


def test_two_processes_post_each_once(house: House, database_url: str) -> None:
    """At the same second, a hundred digests of twenty-five workspaces."""
    for number in range(100):
        house.subscribe(team_id=f"T{number % 25}", target=f"C{number}")
    other = database.open_engine(database_url, threads=8)
    both = (house, house.another(engine=other))

    def work(each: House) -> None:
        while each.run() == 0:
            time.sleep(0.01)

    running = [threading.Thread(target=work, args=(each,)) for each in both]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    assert sorted(house.posts_by_delivery().values()) == [1] * 100
    assert Counter(house.states) == {"sent": 100}
    assert all(sum(each.watch.states.values()) > 0 for each in both)
    assert both[1].dispatcher.close(5)
    other.dispose()


def test_a_slow_account_keeps_no_other_waiting(house: House, maker: Maker) -> None:
    """Four of its workspace's are under way; others are posted meanwhile."""
    gate = threading.Event()
    plain = maker.of

    def slow(order: Order) -> MessagePlan | None:
        if order.delivery.team_id == "SLOW":
            gate.wait(20)
        return plain(order)

    maker.of = slow
    for number in range(10):
        house.subscribe(team_id="SLOW", target=f"C{number}")
    for number in range(20):
        house.subscribe(team_id=f"T{number}", target=f"C1{number}")
    house.pace = Pace(workers=8, spread_s=0.0)
    eight = house.another()
    running = threading.Thread(target=eight.run)
    running.start()
    house.slack.wait_for_messages(20)
    assert not [text for text in house.texts if text.startswith("SLOW")]
    gate.set()
    running.join()
    assert Counter(house.states) == {"sent": 30}
    assert eight.dispatcher.close(5)


def test_what_becomes_due_meanwhile_is_planned(house: House, maker: Maker) -> None:
    """One that is slow does not hold up the next minute's."""
    gate = threading.Event()
    plain = maker.of

    def slow(order: Order) -> MessagePlan | None:
        if order.delivery.team_id == "T":
            gate.wait(20)
        return plain(order)

    maker.of = slow
    house.subscribe()
    house.subscribe(team_id="T2", target="C2", next_run_at=DUE + MINUTE)
    running = threading.Thread(target=house.run)
    running.start()
    while not maker.orders:
        time.sleep(0.01)
    # Of the first turn one is under way; another thread's turn leaves it at that.
    assert house.dispatcher.turn() == 0.5
    house.subscribe(team_id="T3", target="C3")
    house.clock.advance(MINUTE)
    house.slack.wait_for_messages(1)
    gate.set()
    running.join()
    assert len(house.texts) == 3


def test_an_end_gives_back_what_was_not_begun(house: House, maker: Maker) -> None:
    """And waits for what was; another process goes on at once."""
    gate = threading.Event()
    plain = maker.of

    def slow(order: Order) -> MessagePlan | None:
        gate.wait(20)
        return plain(order)

    maker.of = slow
    for number in range(8):
        house.subscribe(team_id=f"T{number}", target=f"C{number}")
    ending = house.another()
    running = threading.Thread(target=ending.run)
    running.start()
    while len(maker.orders) < 4:
        time.sleep(0.01)
    closed: list[bool] = []
    closing = threading.Thread(target=lambda: closed.append(ending.dispatcher.close(20)))
    closing.start()
    while Counter(house.states)["pending"] < 4:
        time.sleep(0.01)
    maker.of = plain
    house.run()
    assert len(house.texts) == 4
    gate.set()
    closing.join()
    running.join()
    assert closed == [True]
    assert sorted(house.posts_by_delivery().values()) == [1] * 8
    assert ending.run() is not None  # an ended one does nothing more
    assert len(house.texts) == 8


def test_what_does_not_end_in_time_is_left(house: House, maker: Maker) -> None:
    """Its lease ends, and another posts it."""
    gate = threading.Event()
    plain = maker.of

    def stuck(order: Order) -> MessagePlan | None:
        gate.wait(20)
        return plain(order)

    maker.of = stuck
    house.subscribe()
    ending = house.another()
    running = threading.Thread(target=ending.run)
    running.start()
    while not maker.orders:
        time.sleep(0.01)
    assert not ending.dispatcher.close(0.1)
    maker.of = plain
    house.run(LEASE - SECOND)
    assert house.texts == []
    house.run(SECOND)
    house.run(SECOND)
    assert len(house.texts) == 1
    gate.set()
    running.join()
    time.sleep(0.2)
    assert len(house.texts) == 1
    assert house.states == ["sent"]


def test_a_process_that_stood_still_posts_no_more(
    house: House, maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between saying that it posts and posting: it gives the delivery back."""
    monkeypatch.setattr("bot.digests.working._STOOD_STILL_S", -1.0)
    house.subscribe()
    house.run()
    assert house.texts == []
    assert house.states == ["pending unreached"]
    monkeypatch.undo()
    house.run(MINUTE)
    assert len(house.texts) == 1
    assert len(maker.orders) == 2


def away(house: House, monkeypatch: pytest.MonkeyPatch, times: int | None) -> list[str]:
    """Let the database fail so often, or for ever, for whoever has posted; the failures."""
    true = Ledger.writing
    failed: list[str] = []

    def writing(ledger: Ledger) -> Any:
        ours = threading.current_thread().name.startswith("digest-")
        if ours and house.texts and (times is None or len(failed) < times):
            failed.append("away")
            raise StorageError("away")
        return true(ledger)

    monkeypatch.setattr(Ledger, "writing", writing)
    return failed


def test_a_database_that_comes_back_within_seconds_loses_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What was posted is kept, without a look into the channel."""
    house.subscribe()
    failed = away(house, monkeypatch, 3)
    house.run()
    assert len(failed) == 3
    assert house.states == ["sent"]
    assert house.slack.called("conversations.history") == []
    assert "digest_not_kept" in caplog.text


def test_a_database_that_stays_away_leaves_it_to_be_looked_up(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Posted once, and found."""
    house.subscribe()
    away(house, monkeypatch, None)
    house.run()
    monkeypatch.undo()
    assert "digest_left" in caplog.text
    assert house.states == ["sending"]
    house.run(LEASE)
    house.run(MINUTE)
    assert house.states == ["sent"]
    assert len(house.texts) == 1


def test_one_that_always_fails_delays_no_other(house: House, maker: Maker) -> None:
    """Of a hundred in one workspace: the others are posted in the same turn."""
    plain = maker.of

    def odd(order: Order) -> MessagePlan | None:
        if order.delivery.number == 7:
            raise UpstreamDownError("down")
        return plain(order)

    maker.of = odd
    for number in range(100):
        house.subscribe(target=f"C{number}")
    house.run()
    assert Counter(house.states) == {"sent": 99, "pending upstream": 1}


def test_nothing_to_do_is_told_as_nothing(house: House) -> None:
    """Nobody knows when there will be."""
    assert house.run() is None
    assert house.run(DAY) is None
    assert house.deliveries == []


def test_the_clock_is_the_database_s(engine: Engine) -> None:
    """One reading a transaction, aware, in UTC."""
    before = time.time()
    with database.transaction(engine) as connection:
        found = DatabaseClock().now(connection)
    assert abs(found.timestamp() - before) < 5
    assert found.utcoffset() == DAY * 0
    with Ledger(engine, SetClock(DUE)).reading() as (_, now):
        assert now == DUE
