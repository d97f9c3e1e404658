"""An upgrade that two begin at once, or that is killed in the middle, leaves a usable database."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from bot.storage import database, threads, upgrades
from bot.storage.upgrades import Standing
from tests import databases
from tests.faults.rounds import ROUNDS, report
from tests.storage.schemas import counts, fill, go_to, later

pytestmark = pytest.mark.both_engines

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
OLD = "0001"
# Upgrades to the revisions in a directory, and kills itself after its nth statement.
CHILD = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from bot.storage import database, upgrades
engine = database.open_engine(sys.argv[1])
left = int(sys.argv[3])
def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(engine, "after_cursor_execute", count)
upgrades.upgrade(engine, Path(sys.argv[2]))
"""


@contextmanager
def older(kind: str, place: Path) -> Iterator[tuple[str, Engine]]:
    """A database as the first version left it, with data; its address and an engine on it."""
    place.mkdir()
    with databases.another(kind, place) as url:
        engine = database.open_engine(url)
        go_to(engine, OLD)
        fill(engine, OLD)
        yield url, engine
        engine.dispose()


def start(url: str, versions: Path, kill_at: int = 0) -> subprocess.Popen[bytes]:
    """A process that upgrades, and is killed after that many statements."""
    return subprocess.Popen([sys.executable, "-c", CHILD, url, str(versions), str(kill_at)])  # noqa: S603 - ours


def statements(engine: Engine, versions: Path) -> int:
    """How many statements an upgrade takes."""
    said: list[object] = []
    event.listen(engine, "after_cursor_execute", lambda *_: said.append(1))
    upgrades.upgrade(engine, versions)
    return len(said)


def test_two_replicas_at_once(engine_kind: str, tmp_path: Path) -> None:
    """One upgrades, the other waits and finds nothing to do; both end well, every time."""
    versions = later(tmp_path)
    codes = []
    for number in range(ROUNDS):
        with older(engine_kind, tmp_path / str(number)) as (url, engine):
            both = [start(url, versions) for _ in range(2)]
            codes += [process.wait(120) for process in both]
            assert upgrades.state(engine, versions).standing is Standing.CURRENT
            assert set(counts(engine, OLD).values()) == {1}
    report(f"{engine_kind}: {ROUNDS} times two at once, failures {sum(map(bool, codes))}")
    assert codes == [0] * 2 * ROUNDS


def test_killed_in_the_middle(engine_kind: str, tmp_path: Path) -> None:
    """Whichever statement was the last, the old version goes on, and the next upgrade ends well."""
    versions = later(tmp_path)
    with older(engine_kind, tmp_path / "counted") as (_, engine):
        most = statements(engine, versions)
    assert most > 10
    for number in range(ROUNDS):
        kill_at = 1 + number * (most - 1) // max(1, ROUNDS - 1)
        with older(engine_kind, tmp_path / str(number)) as (url, engine):
            assert start(url, versions, kill_at).wait(120) == -signal.SIGKILL
            assert upgrades.state(engine, versions).revision == OLD
            assert set(counts(engine, OLD).values()) == {1}
            assert start(url, versions).wait(120) == 0
            assert upgrades.state(engine, versions).standing is Standing.CURRENT
            assert set(counts(engine, OLD).values()) == {1}
    report(f"{engine_kind}: killed {ROUNDS} times, at statements 1 to {most}; unusable 0")


def test_the_old_version_works_while_it_is_upgraded(engine_kind: str, tmp_path: Path) -> None:
    """What it remembers meanwhile is kept, and nobody is told of an error."""
    versions = later(tmp_path)
    with older(engine_kind, tmp_path / "old") as (url, engine):
        begun, over = threading.Event(), threading.Event()
        kept: list[str] = []

        def work() -> None:
            while not over.is_set():
                key = str(len(kept))
                with database.transaction(engine) as connection:
                    threads.remember(connection, "T", "C2", key, "stats 2026-10", NOW)
                kept.append(key)
                begun.set()

        worker = threading.Thread(target=work)
        worker.start()
        assert begun.wait(30)
        code = start(url, versions).wait(120)
        over.set()
        worker.join(60)
        with database.reading(engine) as connection:
            found = [threads.recall(connection, "T", "C2", key, NOW) for key in kept]
        assert code == 0
        assert found == ["stats 2026-10"] * len(kept)
        report(f"{engine_kind}: {len(kept)} threads remembered during an upgrade, lost 0")
