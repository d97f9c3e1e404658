"""What answered threads and seen requests keep, and for how long."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.storage import database, seen, threads

pytestmark = pytest.mark.both_engines

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
DAY = timedelta(days=1)


def recall(engine: Engine, team: str, channel: str, ts: str, now: datetime = NOW) -> str | None:
    """What a thread showed last."""
    with database.reading(engine) as connection:
        return threads.recall(connection, team, channel, ts, now)


def remember(engine: Engine, ts: str, text: str, now: datetime = NOW) -> None:
    """Keep what a thread shows."""
    with database.transaction(engine) as connection:
        threads.remember(connection, "T", "C", ts, text, now)


def first(engine: Engine, key: str, now: datetime = NOW) -> bool:
    """Whether a request is new."""
    with database.transaction(engine) as connection:
        return seen.first_time(connection, key, now)


def test_a_thread_remembers_its_last_query(engine: Engine) -> None:
    """The latest answer is the one that a reply refines."""
    remember(engine, "1.1", text="stats 2026-10")
    remember(engine, "1.1", text='flows 2026-10 "é"', now=NOW + DAY)
    assert recall(engine, "T", "C", "1.1") == 'flows 2026-10 "é"'


def test_threads_of_other_places_are_other_threads(engine: Engine) -> None:
    """Workspace, channel and thread each set them apart: nothing leaks between clients."""
    remember(engine, "1.1", text="stats 2026-10")
    assert recall(engine, "T2", "C", "1.1") is None
    assert recall(engine, "T", "C2", "1.1") is None
    assert recall(engine, "T", "C", "1.2") is None


def test_a_thread_is_forgotten_after_30_days(engine: Engine) -> None:
    """By the answer to a reply at once, by pruning from the disk."""
    remember(engine, "1.1", text="old")
    remember(engine, "2.2", text="new", now=NOW + DAY)
    assert recall(engine, "T", "C", "1.1", now=NOW + 30 * DAY - timedelta(seconds=1)) == "old"
    assert recall(engine, "T", "C", "1.1", now=NOW + 30 * DAY) is None
    with database.transaction(engine) as connection:
        assert threads.prune(connection, NOW + 30 * DAY) == 1
    assert recall(engine, "T", "C", "2.2", now=NOW + 30 * DAY) == "new"


def test_a_request_is_new_once(engine: Engine) -> None:
    """Slack's retry of the same event finds it seen."""
    assert first(engine, "Ev1")
    assert not first(engine, "Ev1", NOW + timedelta(minutes=14))
    assert first(engine, "Ev2")


def test_a_request_is_new_again_after_15_minutes(engine: Engine) -> None:
    """Also when nothing was pruned in between."""
    assert first(engine, "Ev1")
    assert first(engine, "Ev1", NOW + timedelta(minutes=15))
    assert not first(engine, "Ev1", NOW + timedelta(minutes=20))


def test_a_request_stays_seen_across_a_restart(engine: Engine, database_url: str) -> None:
    """The memory is the database, not the process."""
    assert first(engine, "Ev1")
    engine.dispose()
    again = database.open_engine(database_url)
    assert not first(again, "Ev1")
    again.dispose()


def test_a_long_key_is_kept_whole_by_its_hash(engine: Engine) -> None:
    """Two long keys that begin alike are two."""
    assert first(engine, "k" * 5000 + "a")
    assert first(engine, "k" * 5000 + "b")
    assert not first(engine, "k" * 5000 + "a")


def test_only_one_of_many_at_once_is_the_first(engine: Engine) -> None:
    """Eight threads with the same event: one acts."""
    found: list[bool] = []
    workers = [threading.Thread(target=lambda: found.append(first(engine, "Ev"))) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(found) == [False] * 7 + [True]


def test_old_requests_are_pruned(engine: Engine) -> None:
    """What is over 15 minutes old leaves the disk."""
    first(engine, "old")
    first(engine, "new", NOW + timedelta(minutes=1))
    with database.transaction(engine) as connection:
        assert seen.prune(connection, NOW + timedelta(minutes=15)) == 1
    assert not first(engine, "new", NOW + timedelta(minutes=2))
