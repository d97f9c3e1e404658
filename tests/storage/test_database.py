"""The engine: how it is set up, what a transaction holds to, and what it says when it cannot."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Dialect, Engine, event, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import StatementError

from bot.errors import StorageError
from bot.settings import Secret
from bot.storage import database, seen
from bot.storage.tables import SEEN_REQUESTS

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)


def with_pragma(engine: Engine, pragma: str) -> Engine:
    """`engine`, every new connection of it under one more pragma."""

    def set_up(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", set_up)
    engine.dispose()
    return engine


def mark(engine: Engine, key: str) -> bool:
    """One small writing transaction."""
    with database.transaction(engine) as connection:
        return seen.first_time(connection, key, NOW)


def count(engine: Engine) -> int:
    """How many requests were seen."""
    with database.reading(engine) as connection:
        return len(connection.execute(select(SEEN_REQUESTS.c.key)).all())


def test_every_connection_is_set_up(engine: Engine) -> None:
    """WAL, FULL, a patient busy timeout, foreign keys, a bounded journal."""
    with database.reading(engine) as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in (
                "journal_mode",
                "synchronous",
                "busy_timeout",
                "foreign_keys",
                "journal_size_limit",
            )
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 30_000,
        "foreign_keys": 1,
        "journal_size_limit": 64 * 1024 * 1024,
    }


def test_there_are_connections_for_every_thread_of_the_pool(database_url: str) -> None:
    """The work pool's threads never wait for one another's connection."""
    engine = database.open_engine(Secret(database_url), threads=3)
    opened = [engine.connect() for _ in range(5)]
    for connection in opened:
        connection.close()
    engine.dispose()


def test_a_transaction_that_fails_changes_nothing(engine: Engine) -> None:
    """All of it or none."""
    with pytest.raises(ZeroDivisionError), database.transaction(engine) as connection:
        assert 1 / (not seen.first_time(connection, "k", NOW))
    assert count(engine) == 0


def test_a_writer_that_reads_first_waits_for_its_turn(engine: Engine) -> None:
    """BEGIN IMMEDIATE: eight threads that read and then write lose nothing and fail never."""
    with database.transaction(engine) as connection:
        connection.execute(text("CREATE TABLE tally (n INTEGER)"))
        connection.execute(text("INSERT INTO tally VALUES (0)"))

    def add() -> None:
        for _ in range(20):
            with database.transaction(engine) as connection:
                n = connection.execute(text("SELECT n FROM tally")).scalar_one()
                connection.execute(text("UPDATE tally SET n = :n"), {"n": n + 1})

    threads = [threading.Thread(target=add) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading(engine) as connection:
        assert connection.execute(text("SELECT n FROM tally")).scalar_one() == 160


def test_reading_waits_for_no_writer(engine: Engine) -> None:
    """A question about a thread is answered while another transaction is open."""
    with database.transaction(engine) as connection:
        seen.first_time(connection, "k", NOW)
        assert count(engine) == 0
    assert count(engine) == 1


def test_an_instant_comes_back_aware_and_in_utc(engine: Engine) -> None:
    """Whatever zone it was given in."""
    given = datetime(2026, 11, 26, 15, 45, 1, 5, tzinfo=timezone(timedelta(hours=1)))
    with database.transaction(engine) as connection:
        seen.first_time(connection, "k", given)
        found = connection.execute(select(SEEN_REQUESTS.c.seen_at)).scalar_one()
        nothing = connection.execute(select(SEEN_REQUESTS.c.seen_at).where(text("0"))).scalar()
    assert found == given
    assert found.tzinfo is UTC
    assert nothing is None


def test_an_instant_without_a_zone_is_refused(engine: Engine) -> None:
    """A naive time would be read as another moment in another place."""
    naive = datetime(2026, 11, 26, 15, 45)  # noqa: DTZ001 - that is the point
    with pytest.raises(StorageError) as caught, database.transaction(engine) as connection:
        seen.first_time(connection, "k", naive)
    assert isinstance(caught.value.__cause__, StatementError)
    assert count(engine) == 0


def test_a_null_instant_stays_null(engine: Engine) -> None:
    """No value is no moment."""
    with database.transaction(engine) as connection:
        assert connection.scalar(select(SEEN_REQUESTS.c.seen_at.op("IS")(None))) is None
        assert SEEN_REQUESTS.c.seen_at.type.bind_processor(engine.dialect) is not None
        found = connection.execute(select(SEEN_REQUESTS).where(SEEN_REQUESTS.c.seen_at == None))  # noqa: E711 - SQL's own
        assert found.all() == []


def test_a_full_disk_is_said_and_passes(engine: Engine) -> None:
    """Nothing is changed, nothing breaks, and it goes on by itself when there is room again."""
    with database.reading(engine) as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    with_pragma(engine, f"max_page_count={pages}")

    def fill() -> None:
        for number in range(1000):
            mark(engine, f"{number}" * 60)

    with pytest.raises(StorageError, match="is full"):
        fill()
    held = count(engine)
    assert held < 1000
    with_pragma(engine, "max_page_count=1000000")
    assert mark(engine, "room again")
    assert count(engine) == held + 1


def test_a_read_only_database_is_said(engine: Engine) -> None:
    """It may still be read."""
    with_pragma(engine, "query_only=ON")
    with pytest.raises(StorageError, match="read-only") as caught:
        mark(engine, "k")
    assert "write" in caught.value.hint
    assert count(engine) == 0


def test_a_held_database_is_said(engine: Engine, tmp_path: Path) -> None:
    """Another program has the write lock for longer than we wait."""
    with_pragma(engine, "busy_timeout=0")
    with closing(sqlite3.connect(tmp_path / "bot.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="held by another program"):
            mark(engine, "k")
    assert mark(engine, "k")


def test_a_file_that_was_removed_is_not_written_to_unseen(engine: Engine, tmp_path: Path) -> None:
    """A connection from before still could: whatever it kept would be gone with the process."""
    now = datetime(2026, 11, 26, tzinfo=UTC)
    with database.transaction(engine) as connection:
        assert seen.first_time(connection, "before", now)
    for file in tmp_path.glob("bot.db*"):
        file.unlink()
    for _ in range(3):
        with (
            pytest.raises(StorageError, match="does not answer as it should"),
            database.transaction(engine) as connection,
        ):
            seen.first_time(connection, "after", now)
    database.upgrade(engine)
    with database.transaction(engine) as connection:
        assert seen.first_time(connection, "before", now)


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    """It is left as it is."""
    file = tmp_path / "bot.db"
    file.write_bytes(b"This is a shopping list, and not a short one. " * 40)
    before = file.read_bytes()
    engine = database.open_engine(f"sqlite:///{file}")
    with pytest.raises(StorageError, match="is not a database"):
        database.upgrade(engine)
    with pytest.raises(StorageError, match="is not a database"):
        database.state(engine)
    engine.dispose()
    assert file.read_bytes() == before


def test_a_directory_in_the_file_s_place_is_said(tmp_path: Path) -> None:
    """SQLite cannot open it, and the sentence says what to look at."""
    engine = database.open_engine(f"sqlite:///{tmp_path}")
    with pytest.raises(StorageError, match="cannot be opened"):
        database.upgrade(engine)


def test_a_missing_directory_is_said_and_not_made(tmp_path: Path) -> None:
    """It may be a disk that is not mounted: a new database there would hide that."""
    engine = database.open_engine(f"sqlite:///{tmp_path}/disk/bot.db")
    with pytest.raises(StorageError, match="is not there") as caught:
        database.upgrade(engine)
    assert str(tmp_path / "disk") in caught.value.message
    assert not (tmp_path / "disk").exists()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """The test runs in an empty directory."""
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


def test_the_default_s_own_directory_is_made(elsewhere: Path) -> None:
    """On a fresh clone `run` starts without a mkdir; nobody else may look inside."""
    engine = database.open_engine("sqlite:///data/flowxo-bot.db")
    assert not (elsewhere / "data").exists()
    database.upgrade(engine)
    engine.dispose()
    assert (elsewhere / "data" / "flowxo-bot.db").exists()
    assert (elsewhere / "data").stat().st_mode & 0o077 == 0


def test_a_default_directory_that_cannot_be_made_is_said(elsewhere: Path) -> None:
    """A file stands in its way."""
    (elsewhere / "data").write_text("")
    engine = database.open_engine("sqlite:///data/flowxo-bot.db")
    with pytest.raises(StorageError, match="cannot be made"):
        database.upgrade(engine)


@pytest.mark.parametrize("url", ["nonsense hunter2", "sqlite+x:///hunter2", "postgres:hunter2@h"])
def test_an_address_that_cannot_be_read_is_not_repeated(url: str) -> None:
    """It may hold a password."""
    with pytest.raises(StorageError) as caught:
        database.open_engine(url)
    assert "hunter2" not in repr((caught.value, caught.value.hint, caught.value.__cause__))


def test_postgresql_without_its_driver_says_what_to_install() -> None:
    """The driver is not installed with the bot."""
    with pytest.raises(StorageError, match="driver") as caught:
        database.open_engine("postgresql+psycopg://u:p@127.0.0.1/d")
    assert "psycopg" in caught.value.hint


class Recorder:
    """Stands where a connection to PostgreSQL would, and keeps the SQL it is given."""

    def __init__(self) -> None:
        self.dialect: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call] # SQLAlchemy's
        self.said: list[str] = []
        self.rowcount = 1

    def execute(self, statement: Any) -> Recorder:
        """Keep it as PostgreSQL would read it."""
        self.said.append(str(statement.compile(dialect=self.dialect)))
        return self


def test_both_engines_get_the_same_words() -> None:
    """Insert-if-absent and insert-or-replace are one function each, in each engine's SQL."""
    recorder = Recorder()
    row = {"key": "k", "seen_at": NOW}
    assert database.insert_if_absent(recorder, SEEN_REQUESTS, row)  # type: ignore[arg-type] # it stands in for one
    database.insert_or_replace(recorder, SEEN_REQUESTS, row)  # type: ignore[arg-type] # the same
    assert "ON CONFLICT DO NOTHING" in recorder.said[0]
    assert "ON CONFLICT (key) DO UPDATE SET seen_at" in recorder.said[1]
