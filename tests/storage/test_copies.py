"""An SQLite file is copied before it is upgraded, and is made and upgraded by a start."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.errors import RevisionError, StorageError
from bot.storage import database, threads, upgrades
from bot.storage.upgrades import Standing
from tests.storage.schemas import REVISIONS, later

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)


@pytest.fixture
def blank(database_url: str) -> Iterator[Engine]:
    """An engine on a file that is not there yet."""
    opened = database.open_engine(database_url)
    yield opened
    opened.dispose()


def copies(tmp_path: Path) -> list[Path]:
    """The copies that were made beside the database."""
    return sorted(tmp_path.glob("bot.db.before-*"))


def remember(engine: Engine) -> None:
    """Put data into the older schema."""
    with database.transaction(engine) as connection:
        threads.remember(connection, "T", "C", "1.1", "stats 2026-10", NOW)


def test_a_first_start_copies_nothing(blank: Engine, tmp_path: Path) -> None:
    """Nor is a file made by asking for it."""
    assert upgrades.state(blank).standing is Standing.EMPTY
    assert not (tmp_path / "bot.db").exists()
    upgrades.upgrade(blank)
    upgrades.upgrade(blank)
    assert copies(tmp_path) == []


def test_an_empty_file_is_empty(blank: Engine, tmp_path: Path) -> None:
    """As `touch` leaves it."""
    (tmp_path / "bot.db").touch()
    assert database.state(blank).standing is Standing.EMPTY
    database.upgrade(blank)
    assert database.state(blank).standing is Standing.CURRENT


def test_from_an_older_schema_with_data(engine: Engine, tmp_path: Path) -> None:
    """The data stays, and a copy of the file as it was lies beside it, for nobody else's eyes."""
    remember(engine)
    versions = later(tmp_path)
    assert upgrades.state(engine, versions).standing is Standing.BEHIND
    assert upgrades.upgrade(engine, versions).standing is Standing.BEHIND
    with database.reading(engine) as connection:
        rows = connection.execute(text("SELECT text, note FROM threads")).all()
    assert [tuple(row) for row in rows] == [("stats 2026-10", None)]
    (copy,) = copies(tmp_path)
    assert ".before-9999-" in copy.name
    assert copy.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (REVISIONS[-1],)
        ]
        assert old.execute("SELECT text FROM threads").fetchall() == [("stats 2026-10",)]
        assert old.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_half_a_copy_is_none(engine: Engine, tmp_path: Path) -> None:
    """Whoever was killed while copying has left one under another name; it is made anew."""
    (tmp_path / "bot.db.copying").write_bytes(b"half of it")
    upgrades.upgrade(engine, later(tmp_path))
    (copy,) = copies(tmp_path)
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not (tmp_path / "bot.db.copying").exists()


def test_without_a_copy_there_is_no_upgrade(engine: Engine, tmp_path: Path) -> None:
    """No room for the copy: refused with the size that it needs, and nothing is left behind."""
    versions = later(tmp_path)
    (tmp_path / "bot.db.before-9999-20261126T144500Z").mkdir()
    with pytest.raises(StorageError, match="no copy") as caught:
        upgrades.upgrade(engine, versions, now=NOW)
    assert "bytes" in caught.value.hint
    assert upgrades.state(engine).standing is Standing.CURRENT
    assert [copy.is_dir() for copy in copies(tmp_path)] == [True]


def test_somebody_else_s_database_is_copied_before_anything(blank: Engine, tmp_path: Path) -> None:
    """Tables and no revision: another program's file, or a very old one."""
    with closing(sqlite3.connect(tmp_path / "bot.db")) as other:
        other.execute("CREATE TABLE shopping (item TEXT)")
    assert upgrades.state(blank).standing is Standing.BEHIND
    upgrades.upgrade(blank)
    assert len(copies(tmp_path)) == 1


def test_sqlite_is_made_ready_by_itself_and_postgresql_is_not(blank: Engine) -> None:
    """Where several processes share a database, a person says when it is upgraded."""
    with pytest.raises(RevisionError, match="is not upgraded yet") as caught:
        upgrades.make_ready(blank, by_itself=False)
    assert "db upgrade" in caught.value.hint
    upgrades.make_ready(blank)
    upgrades.make_ready(blank, by_itself=False)
