"""SQLite: how it is set up, and what is said when its file, disk or lock is not as it should be."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.errors import StorageError
from bot.storage import database, seen
from tests.storage.marking import count, mark, with_pragma


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
    with closing(sqlite3.connect(tmp_path / "bot.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="held by another program"):
            mark(engine, "k", wait_s=0.1)
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


def test_nobody_else_may_read_a_new_file(engine: Engine, tmp_path: Path) -> None:
    """Nor what SQLite keeps beside it."""
    assert mark(engine, "k")
    files = list(tmp_path.glob("bot.db*"))
    assert len(files) > 1
    assert not [file for file in files if file.stat().st_mode & 0o077]


def test_a_default_directory_that_cannot_be_made_is_said(elsewhere: Path) -> None:
    """A file stands in its way."""
    (elsewhere / "data").write_text("")
    engine = database.open_engine("sqlite:///data/flowxo-bot.db")
    with pytest.raises(StorageError, match="cannot be made"):
        database.upgrade(engine)
