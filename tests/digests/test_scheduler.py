"""The scheduler wakes the dispatcher: at its time, whatever the clock does, until it is stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from threading import Event, Timer

import pytest

from bot.demo.slack_faults import delay
from bot.digests import scheduler as room
from bot.digests.scheduler import Scheduler
from bot.errors import StorageError
from tests.digests.house import DUE, SECOND, House


@pytest.fixture
def ticking(house: House) -> Iterator[Callable[..., Scheduler]]:
    """Starts a scheduler on the house's dispatcher; stopped at the end."""
    begun: list[Scheduler] = []

    def start(tick_s: float = 30.0) -> Scheduler:
        made = Scheduler(house.dispatcher, tick_s)
        begun.append(made)
        made.start()
        return made

    yield start
    for one in begun:
        assert one.stop(20)


def until(happened: Callable[[], object], seconds: float = 20.0) -> float:
    """Wait until it has; how many seconds that took."""
    begun = time.monotonic()
    while not happened():
        assert time.monotonic() - begun < seconds
        time.sleep(0.02)
    return time.monotonic() - begun


def test_what_is_due_is_posted_at_the_start(
    house: House, ticking: Callable[..., Scheduler]
) -> None:
    """Without waiting for the first tick's time."""
    house.subscribe()
    one = ticking()
    until(lambda: house.texts)
    assert one.alive()
    assert one.silent_s < 20


def test_it_is_woken_when_something_is_due(house: House, ticking: Callable[..., Scheduler]) -> None:
    """Not only every thirty seconds."""
    house.subscribe(next_run_at=DUE + 2 * SECOND)
    ticking()
    time.sleep(0.3)
    assert house.texts == []
    house.clock.advance(2 * SECOND)
    assert until(lambda: house.texts) < 10


def test_a_silent_clock_is_noticed_and_mended(
    house: House, ticking: Callable[..., Scheduler], monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """Where APScheduler waits for a time that is far away, the watchdog ticks."""
    ticked: list[float] = []
    turn = house.dispatcher.turn

    def counted() -> float | None:
        ticked.append(time.monotonic())
        return turn()

    monkeypatch.setattr(house.dispatcher, "turn", counted)
    real = Scheduler._wake_in
    monkeypatch.setattr(Scheduler, "_wake_in", lambda self, _: real(self, 3600.0))
    ticking(0.5)
    until(lambda: len(ticked) >= 4)
    gaps = [later - earlier for earlier, later in pairwise(ticked)]
    assert min(gaps) >= 0.5
    assert "tick_overdue" in caplog.text


def test_a_tick_that_fails_is_not_the_last(
    house: House, ticking: Callable[..., Scheduler], monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """A database that is away, or a mistake of ours: it is logged, and tried again soon."""
    monkeypatch.setattr(room, "_AFTER_FAILURE_S", 0.2)
    failing = [StorageError("away"), ZeroDivisionError("odd")]
    turn = house.dispatcher.turn

    def broken() -> float | None:
        if failing:
            raise failing.pop(0)
        return turn()

    monkeypatch.setattr(house.dispatcher, "turn", broken)
    house.subscribe()
    ticking()
    until(lambda: house.texts)
    assert [record.message for record in caplog.records].count("tick_failed") == 2
    assert "ZeroDivisionError" in caplog.text


def test_one_that_cannot_look_is_not_alive(house: House) -> None:
    """After some ticks without an answer of the database."""
    one = Scheduler(house.dispatcher, 1.0)
    assert one.alive()
    house.dispatcher.seen_alive -= 12
    assert one.alive()
    house.dispatcher.seen_alive -= 2
    assert not one.alive()


def test_a_stop_ends_what_is_under_way(house: House) -> None:
    """And nothing is begun after it; it takes no longer than that."""
    house.subscribe()
    house.slack.faults.add("chat.postMessage", delay(0.5))
    one = Scheduler(house.dispatcher, 30.0)
    one.start()
    house.slack.wait_for_messages(1)
    begun = time.monotonic()
    assert one.stop(20)
    assert time.monotonic() - begun < 10
    assert house.states == ["sent"]
    house.subscribe(target="C2")
    one.tick()
    assert len(house.texts) == 1


def test_whoever_has_something_to_do_wakes_it(
    house: House, ticking: Callable[..., Scheduler]
) -> None:
    """At once, although the next tick is half a minute away."""
    one = ticking()
    until(lambda: one.silent_s < 1)
    time.sleep(0.5)
    house.subscribe()
    one.wake()
    assert until(lambda: house.texts) < 10


def test_a_stop_waits_for_the_tick_that_is_under_way(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever closes the database after it takes it from nobody; and none begins after it."""
    begun, gate, ended = Event(), Event(), Event()

    def slow() -> float | None:
        begun.set()
        gate.wait(20)
        ended.set()
        return None

    monkeypatch.setattr(house.dispatcher, "turn", slow)
    one = Scheduler(house.dispatcher, 60.0)
    one.start()
    assert begun.wait(20)
    late = Timer(0.5, gate.set)
    late.start()
    assert one.stop(20)
    assert ended.is_set()
    begun.clear()
    one.tick()
    assert not begun.is_set()


def test_a_wake_while_it_ticks_is_not_lost(
    house: House, ticking: Callable[..., Scheduler], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ticks once more, for what came after the tick had looked."""
    begun, gate, turn = Event(), Event(), house.dispatcher.turn

    def slow() -> float | None:
        found = turn()
        begun.set()
        assert gate.wait(20)
        return found

    monkeypatch.setattr(house.dispatcher, "turn", slow)
    one = ticking()
    assert begun.wait(20)
    house.subscribe()
    one.wake()
    gate.set()
    assert until(lambda: house.texts) < 10
    one.wake()
