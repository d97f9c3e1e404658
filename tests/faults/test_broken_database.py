"""A database that is held, full, read-only or cut off: told, nothing lost, nothing twice."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from bot.errors import StorageError
from bot.storage import accounts, audit, database, threads
from bot.storage.accounts import Outcome
from bot.storage.connecting import connect
from bot.storage.tables import ACCOUNTS, AUDIT_LOG, THREADS
from tests import databases
from tests.faults.rounds import FULL, ROUNDS, report, sized
from tests.storage.connected import BY, KEYS, NOW, key_of, with_keys
from tests.storage.marking import with_pragma

WORKERS = 8


def work(engine: Engine, name: str) -> Outcome:
    """What one request keeps: an account, its row of the audit, a thread."""
    with database.transaction(engine) as connection:
        saved = connect(connection, "T", name, key_of(name), BY)
        threads.remember(connection, "T", "C", name, "stats", NOW)
    return saved.outcome


def kept(engine: Engine) -> tuple[int, int, int]:
    """How many accounts, rows of the audit and threads there are."""
    with database.reading(engine) as connection:
        tables = (ACCOUNTS, AUDIT_LOG, THREADS)
        counts = [connection.scalar(select(func.count()).select_from(table)) for table in tables]
    return int(counts[0] or 0), int(counts[1] or 0), int(counts[2] or 0)


def together(workers: int, each: Callable[[int], None]) -> None:
    """Run `each` in so many threads, each with its number."""
    running = [threading.Thread(target=each, args=(number,)) for number in range(workers)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()


def test_a_lock_that_another_holds_for_20_seconds(engine: Engine, tmp_path: Path) -> None:
    """Everybody waits, and nobody is told of it."""
    with_keys(engine)
    held_s = max(1.0, 20.0 * ROUNDS / FULL)
    outcomes: list[Outcome] = []
    with closing(sqlite3.connect(tmp_path / "bot.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        def each(number: int) -> None:
            outcomes.append(work(engine, f"Acme {number}"))

        waiting = threading.Thread(target=together, args=(WORKERS, each))
        waiting.start()
        time.sleep(held_s)
        assert outcomes == []
        other.execute("ROLLBACK")
        waiting.join()
    report(f"sqlite: held for {held_s:.0f} s, {WORKERS} waited, errors 0")
    assert outcomes == [Outcome.SAVED] * WORKERS
    assert kept(engine) == (WORKERS,) * 3


SECOND = """
import sys
from bot.settings import Secret
from bot.storage import crypto, database
from tests.faults.test_broken_database import work
engine = database.open_engine(sys.argv[1])
crypto.give_keys(engine, [Secret(sys.argv[2])])
for number in range(int(sys.argv[3])):
    work(engine, f"Acme {number}")
"""


@pytest.mark.both_engines
def test_two_processes_that_connect_the_same(engine: Engine, database_url: str) -> None:
    """Each account once, with one row of the audit; no errors."""
    with_keys(engine)
    count = sized(400)
    code = [sys.executable, "-c", SECOND, database_url, KEYS[0].reveal(), str(count)]
    root = Path(__file__).parents[2]
    both = [subprocess.Popen(code, cwd=root) for _ in range(2)]  # noqa: S603 - our own
    assert [process.wait(300) for process in both] == [0, 0]
    report(f"{engine.dialect.name}: two processes, {count} accounts each, errors 0, twice 0")
    assert kept(engine) == (count,) * 3


@pytest.mark.parametrize(
    ("broken", "mended", "said"),
    [
        ("query_only=ON", "query_only=OFF", "read-only"),
        ("max_page_count={pages}", "max_page_count=1000000", "is full"),
    ],
)
def test_a_disk_that_takes_nothing_and_then_does(
    engine: Engine, broken: str, mended: str, said: str
) -> None:
    """It is told, nothing is half kept, and it goes on without a restart."""
    with_keys(engine)
    with database.reading(engine) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with_pragma(engine, broken.format(pages=pages))
    saved, count = 0, sized(2000)
    told: list[str] = []
    for number in range(count):
        try:
            work(engine, f"Acme {number}")
            saved += 1
        except StorageError as error:
            told.append(error.message)
    assert kept(engine) == (saved,) * 3
    assert told
    assert all(said in message for message in told)
    with_pragma(engine, mended)
    for number in range(count):
        work(engine, f"Acme {number}")
    report(f"sqlite: {said}: {len(told)} of {count} told so, lost 0; all kept afterwards")
    assert kept(engine) == (count,) * 3


@pytest.mark.postgres_only
def test_connections_that_are_cut_again_and_again(engine: Engine) -> None:
    """Whoever was in the middle is told and tries again: each account once, and all of them."""
    with_keys(engine)
    count, told = sized(1000), []
    over = threading.Event()

    def cut() -> None:
        ours = f"datname = '{engine.url.database}'"
        while not over.wait(0.1):
            databases.on_server(
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ours}"  # noqa: S608 - ours
            )

    def each(worker: int) -> None:
        for number in range(worker, count, WORKERS):
            while True:
                try:
                    work(engine, f"Acme {number}")
                    break
                except StorageError as error:
                    told.append(error.message)

    cutting = threading.Thread(target=cut)
    cutting.start()
    begun = time.monotonic()
    together(WORKERS, each)
    over.set()
    cutting.join()
    report(
        f"postgres: cut every 0.1 s for {time.monotonic() - begun:.1f} s, {len(told)} told so, "
        f"lost 0, twice 0"
    )
    assert kept(engine) == (count,) * 3
    assert {message.partition(" was lost")[1] for message in told} <= {" was lost"}
    with database.reading(engine) as connection:
        assert len(accounts.listed(connection, "T")) == count
        assert len(list(audit.every(connection, "T"))) == count
