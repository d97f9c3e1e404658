"""Several processes on one database by the real clock: killed, stopped, cut off, told to end."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, func, select

from bot.demo.slack_faults import delay, ratelimited
from bot.demo.slack_server import FakeSlack
from bot.storage import database
from bot.storage.deliveries import State
from bot.storage.tables import DELIVERIES
from tests import databases
from tests.digests.house import DAY, DUE, SECOND, House, Maker, SetClock
from tests.faults.cluster import binaries, cluster
from tests.faults.digest_child import Children, Job
from tests.faults.rounds import FULL, ROUNDS, report, sized

PATIENCE_S = 240


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    """What forks the processes."""
    with Children() as made:
        yield made


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """The judge of what was posted."""
    with FakeSlack() as fake:
        yield fake


def due_now(engine: Engine, slack: FakeSlack, count: int, teams: int) -> House:
    """So many digests that are due by the real clock."""
    now = datetime.now(UTC).replace(microsecond=0)
    house = House(engine, slack, SetClock(now), Maker())
    for number in range(count):
        house.subscribe(team_id=f"T{number % teams}", target=f"C{number}", next_run_at=now)
    return house


def until(done: Callable[[], bool], what: str) -> float:
    """Wait until it is; how many seconds that took."""
    begun = time.monotonic()
    while not done():
        assert time.monotonic() - begun < PATIENCE_S, what
        time.sleep(0.1)
    return time.monotonic() - begun


def ended(engine: Engine, count: int) -> bool:
    """Whether so many deliveries have ended, and none is open."""
    with database.reading(engine) as connection:
        table = DELIVERIES.c
        over = select(func.count(), func.count(table.done_at)).select_from(DELIVERIES)
        in_all, done = connection.execute(over).one()
    return bool(in_all == done == count)


def judged(house: House, count: int) -> tuple[int, int]:
    """How many were lost, and how many posts too many there are."""
    posts = house.posts_by_delivery()
    assert Counter(house.states) == {"sent": count}
    return count - len(posts), sum(posts.values()) - len(posts)


@pytest.mark.both_engines
def test_three_processes_of_which_one_is_killed_again_and_again(
    engine: Engine, database_url: str, slack: FakeSlack, children: Children
) -> None:
    """Every two seconds for a minute, under load."""
    count = sized(10_000) if ROUNDS >= FULL else 120
    every_s, kills = (2.0, 30) if ROUNDS >= FULL else (0.5, 2)
    slack.faults.add("chat.postMessage", delay(0.02), None)
    house = due_now(engine, slack, count, max(25, count // 4))
    job = Job(database_url, slack.api_url, slack.bot_token)
    running = [children.start(job) for _ in range(3)]
    begun, killed = time.monotonic(), 0
    while killed < kills and not ended(engine, count):
        time.sleep(every_s)
        victim = running.pop(0)
        os.kill(victim, signal.SIGKILL)
        assert children.wait(victim) == signal.SIGKILL
        killed += 1
        running.append(children.start(job))
    until(lambda: ended(engine, count), "all are posted")
    took_s = time.monotonic() - begun
    for process in running:
        os.kill(process, signal.SIGTERM)
        assert children.wait(process) == 0
    lost, doubled = judged(house, count)
    report(
        f"{engine.dialect.name}: 3 processes, {count} due, {killed} killed in {took_s:.0f} s, "
        f"lost {lost}, doubled {doubled}, {count / took_s:.0f}/s"
    )
    assert killed
    assert (lost, doubled) == (0, 0)


@pytest.mark.both_engines
def test_two_replicas_at_the_same_second(
    engine: Engine, database_url: str, slack: FakeSlack
) -> None:
    """The same digest, a thousand times."""
    times = sized(1000)
    other = database.open_engine(database_url, threads=8)
    house = House(engine, slack, SetClock(DUE - DAY), Maker())
    house.subscribe("daily")
    both = (house, house.another(engine=other))
    for _ in range(times):
        house.clock.advance(DAY)
        together = threading.Barrier(2)

        def work(each: House, together: threading.Barrier = together) -> None:
            together.wait(30)
            while each.run() == 0:
                continue

        running = [threading.Thread(target=work, args=(each,)) for each in both]
        for thread in running:
            thread.start()
        for thread in running:
            thread.join()
    posts = house.posts_by_delivery()
    doubled = sum(posts.values()) - len(posts)
    report(f"{engine.dialect.name}: two replicas, {times} same seconds, doubled {doubled}")
    assert sorted(posts.values()) == [1] * times
    assert Counter(house.states) == {"sent": times}
    assert both[1].dispatcher.close(10)
    assert house.dispatcher.close(10)
    other.dispose()


@pytest.mark.postgres_only
def test_connections_that_are_cut_in_the_middle(
    engine: Engine, database_url: str, slack: FakeSlack, children: Children
) -> None:
    """All of them, again and again: what was in doubt is looked up."""
    count = sized(3000) if ROUNDS >= FULL else 200
    slack.faults.add("chat.postMessage", delay(0.02), None)
    house = due_now(engine, slack, count, max(25, count // 4))
    job = Job(database_url, slack.api_url, slack.bot_token)
    running = [children.start(job) for _ in range(2)]
    begun, cuts = time.monotonic(), 0
    while not _over(engine, count) and cuts < 100:
        time.sleep(0.4)
        ours = f"datname = '{engine.url.database}'"
        databases.on_server(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ours}"  # noqa: S608 - ours
        )
        cuts += 1
    until(lambda: _over(engine, count), "all are posted")
    took_s = time.monotonic() - begun
    for process in running:
        os.kill(process, signal.SIGTERM)
        assert children.wait(process) == 0
    lost, doubled = judged(house, count)
    report(
        f"postgres: {count} due, all connections cut {cuts} times in {took_s:.0f} s, lost {lost}, "
        f"doubled {doubled}"
    )
    assert (lost, doubled) == (0, 0)


@pytest.mark.postgres_only
def test_a_database_that_is_started_anew_in_the_middle(
    slack: FakeSlack, children: Children
) -> None:
    """Without asking anybody, again and again: they go on by themselves."""
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL's programs are not here: scripts/install-postgres.sh")
    count, restarts = (2000, 10) if ROUNDS >= FULL else (120, 1)
    slack.faults.add("chat.postMessage", delay(0.02), None)
    with cluster(programs) as server:
        engine = database.open_engine(server.url, threads=4)
        database.upgrade(engine)
        house = due_now(engine, slack, count, count // 4)
        job = Job(server.url, slack.api_url, slack.bot_token)
        running = [children.start(job) for _ in range(2)]
        longest_s, done = 0.0, 0
        while done < restarts and len(slack.posted) < count:
            time.sleep(0.6)
            before = len(slack.posted)
            server.control("restart", "-m", "immediate")
            done += 1
            # What Slack was told before is no sign of life.
            longest_s = max(
                longest_s,
                until(lambda before=before: len(slack.posted) > before + 8, "it goes on"),  # type: ignore[misc]
            ) if before + 8 < count else longest_s  # fmt: skip
        until(lambda: _over(engine, count), "all are posted")
        for process in running:
            os.kill(process, signal.SIGTERM)
            assert children.wait(process) == 0
        lost, doubled = judged(house, count)
        engine.dispose()
    report(
        f"postgres: started anew at once {done} times, {count} due: lost {lost}, doubled "
        f"{doubled}, on again after {longest_s:.1f} s at most"
    )
    assert (lost, doubled) == (0, 0)


def _over(engine: Engine, count: int) -> bool:
    """As `ended`, by a connection that may be cut itself."""
    try:
        return ended(engine, count)
    except Exception:
        return False


@pytest.mark.both_engines
@pytest.mark.parametrize(("still_s", "most_a_stop"), [(1.0, 0), (6.0, 4)])
def test_a_process_that_is_stopped_for_a_while(
    engine: Engine,
    database_url: str,
    slack: FakeSlack,
    children: Children,
    still_s: float,
    most_a_stop: int,
) -> None:
    """Shorter than the lease, nothing comes twice; longer, at most one a thread may."""
    lease_s = 4.0
    if ROUNDS < FULL:
        still_s, lease_s = still_s / 2, lease_s / 2
    stops = max(1, ROUNDS // 2)
    count = 60 * stops
    slack.faults.add("chat.postMessage", delay(0.05), None)
    house = due_now(engine, slack, count, 25)
    job = Job(database_url, slack.api_url, slack.bot_token, lease_s=lease_s)
    running = [children.start(job) for _ in range(2)]
    for number in range(stops):
        time.sleep(0.5)
        os.kill(running[number % 2], signal.SIGSTOP)
        time.sleep(still_s)
        os.kill(running[number % 2], signal.SIGCONT)
    until(lambda: ended(engine, count), "all are posted")
    for process in running:
        os.kill(process, signal.SIGTERM)
        assert children.wait(process) == 0
    posts = house.posts_by_delivery()
    doubled = sum(posts.values()) - len(posts)
    report(
        f"{engine.dialect.name}: stopped {stops} times for {still_s:.1f} s with leases of "
        f"{lease_s:.0f} s, lost {count - len(posts)}, doubled {doubled}"
    )
    assert len(posts) == count
    assert doubled <= most_a_stop * stops


@pytest.mark.both_engines
def test_a_process_that_is_told_to_end_in_the_middle(
    engine: Engine, database_url: str, slack: FakeSlack, children: Children
) -> None:
    """Again and again: it finishes what it posts, gives the rest back, and is gone in seconds."""
    stops = 50 if ROUNDS >= FULL else ROUNDS
    count = 12 * stops
    slack.faults.add("chat.postMessage", delay(0.1), None)
    house = due_now(engine, slack, count, 25)
    job = Job(database_url, slack.api_url, slack.bot_token, lease_s=60.0)
    chance, longest = random.Random(1), 0.0
    for _ in range(stops):
        process = children.start(job)
        time.sleep(chance.uniform(0.1, 0.6))
        begun = time.monotonic()
        os.kill(process, signal.SIGTERM)
        assert children.wait(process) == 0
        longest = max(longest, time.monotonic() - begun)
    with database.reading(engine) as connection:
        left = connection.execute(
            select(func.count())
            .select_from(DELIVERIES)
            .where(DELIVERIES.c.state.in_((State.CLAIMED, State.SENDING)))
        ).scalar()
    assert left == 0
    last = children.start(job)
    until(lambda: ended(engine, count), "all are posted")
    os.kill(last, signal.SIGTERM)
    assert children.wait(last) == 0
    lost, doubled = judged(house, count)
    report(
        f"{engine.dialect.name}: told to end {stops} times, gone after {longest:.1f} s at most, "
        f"lost {lost}, doubled {doubled}"
    )
    assert (lost, doubled) == (0, 0)
    assert longest < 30
    assert slack.called("conversations.history") == []


@pytest.mark.both_engines
def test_a_storm_of_wishes_to_wait(engine: Engine, slack: FakeSlack) -> None:
    """Of every kind: never over one post a second in a place, no thread waits, none is lost."""
    count, places = sized(400), 10
    house = House(engine, slack, SetClock(DUE), Maker())
    for number in range(count):
        house.subscribe(
            team_id=f"T{number // 20}", target=f"C{number % places}-{number // 20}"
        )  # fmt: skip
    chance = random.Random(7)
    for number in range(count):
        said = chance.choice([1, 30, 3600, None, "soon"])
        slack.faults.add("chat.postMessage", ratelimited(said), after=number % 3)
    steps, longest = 0, 0.0
    while any(each.done_at is None for each in house.deliveries) or not house.deliveries:
        begun = time.monotonic()
        again_s = house.run()
        longest = max(longest, time.monotonic() - begun)
        steps += 1
        assert steps < 5_000
        house.clock.advance(max(0.5, again_s or 0.0) * SECOND)
    at: dict[str, list[datetime]] = {}
    for each in house.deliveries:
        assert each.sending_at
        at.setdefault(each.target, []).append(each.sending_at)
    closest = min(
        (later - earlier).total_seconds()
        for times in at.values()
        for earlier, later in zip(sorted(times), sorted(times)[1:], strict=False)
    )
    lost, doubled = judged(house, count)
    report(
        f"{engine.dialect.name}: {count} digests, {count} wishes to wait of up to an hour: lost "
        f"{lost}, doubled {doubled}, posts of a place {closest:.1f} s apart at least, a turn of "
        f"{longest:.1f} s at most"
    )
    assert (lost, doubled) == (0, 0)
    assert closest >= 1.0
    assert longest < 30
    assert house.dispatcher.close(10)
