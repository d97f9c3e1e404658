"""A process that dies in the middle of digests: none is lost, none comes twice."""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot.demo.slack_server import FakeSlack
from bot.digests.working import LEASE
from bot.storage.deliveries import State
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS, WORKSPACES
from tests.digests.house import DUE, MINUTE, SECOND, House, Maker, SetClock
from tests.faults.digest_child import POINTS, Children, Job
from tests.faults.rounds import FULL, ROUNDS, report

pytestmark = pytest.mark.both_engines

KILLS = 100 if ROUNDS >= FULL else ROUNDS
COUNT, WORKERS = 24, 4


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    """What forks the processes that die."""
    with Children() as made:
        yield made


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """The judge of what was posted."""
    with FakeSlack() as fake:
        yield fake


def made_ready(engine: Engine, slack: FakeSlack) -> House:
    """A house with so many digests due, and nothing of the round before."""
    house = House(engine, slack, SetClock(DUE), Maker())
    with house.writing() as connection:
        for table in (DELIVERIES, SUBSCRIPTIONS, WORKSPACES):
            connection.execute(table.delete())
    slack.workspace.messages.clear()
    slack.state.calls.clear()
    for number in range(COUNT):
        house.subscribe(team_id=f"T{number % 12}", target=f"C{number}")
    return house


def finished(house: House) -> int:
    """Let another process finish it; how many minutes that took by the clock."""
    house.clock.moment = DUE + LEASE + SECOND
    minutes = 2
    while not house.deliveries or any(each.done_at is None for each in house.deliveries):
        house.run(MINUTE)
        minutes += 1
        assert minutes < 40
    house.run(MINUTE)
    return minutes


@pytest.mark.parametrize("point", POINTS)
def test_a_kill_at_each_point(
    engine: Engine, database_url: str, slack: FakeSlack, children: Children, point: str
) -> None:
    """Every digest is posted once: what was in doubt is looked up."""
    chance = random.Random(f"{point} {engine.dialect.name}")
    lost = doubled = killed = minutes = 0
    for _ in range(KILLS):
        house = made_ready(engine, slack)
        passes = 3 if point.startswith(("plan", "claim")) else COUNT
        job = Job(
            database_url, slack.api_url, slack.bot_token, DUE.isoformat(), point,
            chance.randint(1, passes), WORKERS,
        )  # fmt: skip
        killed += children.run(job) == signal.SIGKILL
        minutes = max(minutes, finished(house))
        posts = house.posts_by_delivery()
        doubled += sum(count - 1 for count in posts.values())
        lost += COUNT - len(posts)
        assert Counter(house.states) == {"sent": COUNT}
        assert house.dispatcher.close(5)
    report(
        f"{engine.dialect.name}, {point}: killed {killed} of {KILLS}, lost {lost}, doubled "
        f"{doubled}, all there after {minutes} min"
    )
    assert killed == KILLS
    assert (lost, doubled) == (0, 0)


IN_DOUBT = ["post: after `sending` was kept", "post: after the post", "end: after the update"]


@pytest.mark.parametrize("point", IN_DOUBT)
def test_a_kill_where_nobody_may_look(
    engine: Engine, database_url: str, slack: FakeSlack, children: Children, point: str
) -> None:
    """What is in doubt, at most one a thread, is told as unknown, and nothing comes twice."""
    slack.state.scopes = ("chat:write", "chat:write.public")
    chance = random.Random(f"{point} {engine.dialect.name}")
    doubled = unknown = silent = 0
    for _ in range(max(2, KILLS // 5)):
        house = made_ready(engine, slack)
        job = Job(
            database_url, slack.api_url, slack.bot_token, DUE.isoformat(), point,
            chance.randint(1, COUNT), WORKERS,
        )  # fmt: skip
        assert children.run(job) == signal.SIGKILL
        finished(house)
        found = [each for each in house.deliveries if each.state is State.UNKNOWN]
        assert len(found) <= WORKERS
        unknown += len(found)
        posts = house.posts_by_delivery()
        doubled += sum(count - 1 for count in posts.values())
        missing = {each.delivery_id for each in house.deliveries} - set(posts)
        silent += len(missing - {each.delivery_id for each in found})
        assert house.dispatcher.close(5)
    report(
        f"{engine.dialect.name}, {point}, without history: unknown {unknown}, doubled {doubled}, "
        f"missing without a word {silent}"
    )
    assert (doubled, silent) == (0, 0)
