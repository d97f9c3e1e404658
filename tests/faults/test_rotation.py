"""A rotation of all keys while the bot works, and one that is killed: nobody notices either."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.storage import accounts, audit, crypto, database, health, threads, vault
from bot.storage.accounts import Visibility
from bot.storage.rotation import rotate
from bot.storage.tables import ACCOUNTS
from tests import databases
from tests.faults.rounds import ROUNDS, report, sized
from tests.storage.connected import BY, KEYS, NOW, connected, key_of, with_keys

pytestmark = pytest.mark.both_engines

OLD, NEW = KEYS
TEAMS = 20
CHILD = """
import os, signal, sys
from sqlalchemy import event
from bot.settings import Secret
from bot.storage import crypto, database, rotation
engine = database.open_engine(sys.argv[1])
crypto.give_keys(engine, [Secret(key) for key in sys.argv[2].split(",")])
left = int(sys.argv[3])
def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(engine, "after_cursor_execute", count)
rotation.rotate(engine, batch=10, pause_s=0)
"""


def place_of(number: int) -> tuple[str, str]:
    """Workspace and id of one of many accounts."""
    return f"T{number % TEAMS}", f"A{number:06}"


def many(engine: Engine, count: int) -> None:
    """So many accounts, put there as quickly as it goes."""
    rows = []
    for number in range(count):
        team_id, account_id = place_of(number)
        rows.append(
            {
                "team_id": team_id,
                "account_id": account_id,
                "number": number + 1,
                "name": account_id,
                "name_key": account_id,
                "api_key": key_of(account_id),
                "fingerprint": account_id,
                "week_start": 0,
                "visibility": Visibility.WORKSPACE,
                "hidden": (),
                "connected_at": NOW,
            }
        )
    with database.transaction(engine) as connection:
        connection.execute(ACCOUNTS.insert(), rows)


class Load:
    """Threads that do one thing again and again, and what came of it."""

    def __init__(self, works: list[Callable[[int], None]]) -> None:
        self.done = 0
        self.errors: list[Exception] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._run, args=(work,)) for work in works]

    def __enter__(self) -> Load:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _run(self, work: Callable[[int], None]) -> None:
        number = 0
        while not self._over.is_set():
            number += 1
            try:
                work(number)
                self.done += 1
            except Exception as error:
                self.errors.append(error)
            time.sleep(0.002)


def test_questions_go_on_while_all_keys_are_rotated(engine: Engine, database_url: str) -> None:
    """Keys are read, health, changes and threads are written: no error, nothing lost."""
    count = sized(10_000)
    with_keys(engine, OLD)
    many(engine, count)
    crypto.give_keys(engine, [NEW, OLD])
    operator = database.open_engine(database_url)
    crypto.give_keys(operator, [NEW, OLD])

    def read(number: int) -> None:
        team_id, account_id = place_of(number * 7919 % count)
        with database.reading(engine) as connection:
            assert accounts.key(connection, team_id, account_id) == key_of(account_id)

    def write(number: int) -> None:
        team_id, account_id = place_of(number * 104_729 % count)
        # As long as a question of Slack\'s may wait.
        with database.transaction(engine, wait_s=1.0) as connection:
            health.failed(connection, team_id, account_id, "UpstreamDownError", NOW)
            threads.remember(connection, team_id, "C", str(number), "stats", NOW)
            audit.record(connection, team_id, audit.Action.ACCOUNT_CHANGED, account_id, BY)

    with Load([read, read, write, write]) as load:
        begun = time.monotonic()
        rotated = rotate(operator)
        took = time.monotonic() - begun
    operator.dispose()
    report(
        f"{engine.dialect.name}: {rotated.renewed} keys in {took:.1f} s beside {load.done} "
        f"transactions, errors {len(load.errors)}"
    )
    assert load.errors == []
    assert load.done > 0
    assert rotated.renewed == count + 1
    crypto.give_keys(engine, [NEW])
    vault.verify(engine)
    with database.reading(engine) as connection:
        for number in range(count):
            team_id, account_id = place_of(number)
            assert accounts.key(connection, team_id, account_id) == key_of(account_id)


def test_a_rotation_that_was_killed_goes_on(engine_kind: str, tmp_path: Path) -> None:
    """At whichever statement: every key opens, before the second run and after it."""
    for number in range(ROUNDS):
        place = tmp_path / str(number)
        place.mkdir()
        with databases.another(engine_kind, place, upgraded=True) as url:
            engine = database.open_engine(url)
            with_keys(engine, OLD)
            names = [connected(engine, f"Acme {n}").account_id for n in range(45)]
            both = ",".join(key.reveal() for key in (NEW, OLD))
            code = [sys.executable, "-c", CHILD, url, both]
            killed = subprocess.run([*code, str(2 + number)], check=False)  # noqa: S603 - ours
            assert killed.returncode == -signal.SIGKILL
            crypto.give_keys(engine, [NEW, OLD])
            vault.verify(engine)
            assert subprocess.run([*code, "0"], check=False).returncode == 0  # noqa: S603 - ours
            crypto.give_keys(engine, [NEW])
            vault.verify(engine)
            with database.reading(engine) as connection:
                keys = [accounts.key(connection, "T", name) for name in names]
            assert keys == [key_of(f"Acme {n}") for n in range(45)]
            engine.dispose()
    report(f"{engine_kind}: rotation killed {ROUNDS} times, keys lost 0")
