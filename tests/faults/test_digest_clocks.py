"""Clocks that are set, or wrong, and a Slack that is away for an hour: nothing twice, none lost."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from itertools import pairwise
from typing import Any, ClassVar

import pytest
from apscheduler.schedulers import base
from sqlalchemy import Engine

from bot.demo.slack_faults import reset, status
from bot.demo.slack_server import FakeSlack
from bot.digests import scheduler as room
from bot.digests.clock import DatabaseClock
from bot.digests.dispatch import Dispatcher, Pace
from bot.digests.ledger import Ledger
from bot.digests.scheduler import Scheduler
from bot.digests.working import Worker
from bot.storage import database
from bot.storage.deliveries import State
from tests.digests.house import DAY, DUE, HOUR, SECOND, House, Maker, SetClock
from tests.faults.digest_child import Children, Job
from tests.faults.rounds import FULL, ROUNDS, report, sized
from tests.faults.test_digest_fleets import due_now, ended, judged, until


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """The judge of what was posted."""
    with FakeSlack() as fake:
        yield fake


class Jumping(datetime):
    """The machine's clock, which somebody sets."""

    jumped: ClassVar[timedelta] = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Any:
        """What it shows."""
        return datetime.now(tz) + cls.jumped


JUMPS = {
    "-1 h": -HOUR,
    "+1 h": HOUR,
    "-1 day": -DAY,
    "+10 years": 3652 * DAY,
}


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_that_is_set(
    engine: Engine, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch, jump: str
) -> None:
    """It is looked for what is due all the same, nothing comes twice, and memory stays bounded."""
    tick_s = 1.0 if ROUNDS >= FULL else 0.2
    for module in (base, room, database):
        monkeypatch.setattr(module, "datetime", Jumping)
    monkeypatch.setattr(Jumping, "jumped", timedelta())
    house = House(engine, slack, SetClock(datetime.now(DUE.tzinfo)), Maker())
    house.subscribe("daily", next_run_at=house.clock.moment.replace(microsecond=0))
    ledger = Ledger(engine, DatabaseClock())
    worker = Worker(ledger, house.dispatcher._worker._slack, Maker(), house.watch)
    dispatcher = Dispatcher(ledger, worker, house.watch, Pace(2, 0.0))
    turns: list[tuple[float, float]] = []
    turn = dispatcher.turn

    def counted() -> float | None:
        begun = time.monotonic()
        again_s = turn()
        turns.append((begun, time.monotonic()))
        return again_s

    monkeypatch.setattr(dispatcher, "turn", counted)
    one = Scheduler(dispatcher, tick_s)
    one.start()
    until(lambda: bool(house.posted), "the first is posted")
    until(lambda: len(turns) > 3, "it ticks")
    before_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    known = len(turns)
    Jumping.jumped = JUMPS[jump]
    until(lambda: len(turns) > known + 6, "it ticks on")
    assert one.stop(20)
    grown_mib = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kib) / 1024
    # From the end of a turn to the next: one that leaves ten years out is long, and no silence.
    longest_s = max(begun - ended for (_, ended), (begun, _) in pairwise(turns[known - 1 :]))
    posts = house.posts_by_delivery()
    report(
        f"clock {jump}: {longest_s:.2f} s without a tick at most (ticks of {tick_s} s), doubled "
        f"{sum(posts.values()) - len(posts)}, memory +{grown_mib:.0f} MiB"
    )
    assert set(posts.values()) == {1}
    # What a busy machine takes is judged where nothing else runs.
    assert ROUNDS < FULL or longest_s <= 2 * tick_s + 2.0
    assert grown_mib < 64
    keys = Counter((each.due_at, each.target) for each in house.deliveries)
    assert set(keys.values()) == {1}


@pytest.mark.postgres_only
def test_replicas_whose_clocks_are_wrong(
    engine: Engine, database_url: str, slack: FakeSlack
) -> None:
    """One is ten minutes ahead, one behind: they go by the database's."""
    count = sized(2000) if sized(2000) > 200 else 200
    house = due_now(engine, slack, count, max(25, count // 4))
    with Children() as children:
        running = [
            children.start(Job(database_url, slack.api_url, slack.bot_token, skew_s=skew_s))
            for skew_s in (0.0, 600.0, -600.0)
        ]
        until(lambda: ended(engine, count), "all are posted")
        for process in running:
            os.kill(process, signal.SIGTERM)
            assert children.wait(process) == 0
    lost, doubled = judged(house, count)
    report(
        f"postgres: 3 replicas, clocks wrong by 0, +600, -600 s, {count} due: lost {lost}, "
        f"doubled {doubled}"
    )
    assert (lost, doubled) == (0, 0)
    assert slack.called("conversations.history") == []


@pytest.mark.both_engines
@pytest.mark.parametrize("how", ["503", "never came", "mixed"])
def test_a_slack_that_is_away_for_an_hour(engine: Engine, slack: FakeSlack, how: str) -> None:
    """On Monday at nine: all are posted once when it is back, and none of a place too fast."""
    count = sized(600) if ROUNDS >= FULL else 12
    house = House(engine, slack, SetClock(DUE), Maker())
    for number in range(count):
        house.subscribe(team_id=f"T{number // 4}", target=f"C{number}")
    if how in ("503", "mixed"):
        slack.faults.add("conversations.history", status(503), None)
        slack.faults.add("chat.postMessage", status(503), None if how == "503" else count)
    if how != "503":
        slack.faults.add("chat.postMessage", reset(applied=False), None)
    while house.clock.moment < DUE + HOUR:
        again_s = house.run()
        house.clock.advance(min(60.0, max(1.0, again_s or 1.0)) * SECOND)
    slack.faults.clear()
    tries = len(slack.called("chat.postMessage"))
    unknown = house.states.count(f"{State.UNKNOWN} lost")
    while any(each.done_at is None for each in house.deliveries):
        again_s = house.run()
        house.clock.advance(max(1.0, again_s or 0.0) * SECOND)
    drained = (house.clock.moment - DUE - HOUR) / (60 * SECOND)
    posts = house.posts_by_delivery()
    doubled = sum(posts.values()) - len(posts)
    report(
        f"{engine.dialect.name}, Slack away for an hour ({how}): {count} due, {tries} tries, "
        f"posted {len(posts)}, unknown {unknown}, doubled {doubled}, drained in {drained:.0f} min"
    )
    assert doubled == 0
    assert len(posts) + unknown == count
    assert unknown == 0
    assert house.dispatcher.close(10)
