"""Migrations: from empty and from older, under a lock, a copy first, and never half done."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, text

from bot.errors import RevisionError, StorageError
from bot.storage import database, threads, upgrades
from bot.storage.tables import METADATA
from bot.storage.upgrades import Standing

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
NEXT = '''"""A later revision."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("threads") as table:
        table.add_column(sa.Column("note", sa.Text, nullable=True))
    {more}
'''


@pytest.fixture
def blank(database_url: str) -> Iterator[Engine]:
    """An engine on a file that is not there yet."""
    opened = database.open_engine(database_url)
    yield opened
    opened.dispose()


def later(tmp_path: Path, more: str = "") -> Path:
    """The revisions of a version of the bot that is one ahead."""
    versions = tmp_path / "versions %s"
    shutil.copytree(upgrades.VERSIONS, versions, ignore=shutil.ignore_patterns("__pycache__"))
    (versions / "r9999_later.py").write_text(NEXT.format(more=more))
    return versions


def copies(tmp_path: Path) -> list[Path]:
    """The copies that were made beside the database."""
    return sorted(tmp_path.glob("bot.db.before-*"))


def remember(engine: Engine) -> None:
    """Put data into the older schema."""
    with database.transaction(engine) as connection:
        threads.remember(connection, "T", "C", "1.1", "stats 2026-10", NOW)


def test_from_empty(blank: Engine, tmp_path: Path) -> None:
    """A first start makes everything and copies nothing."""
    assert upgrades.state(blank).standing is Standing.EMPTY
    assert not (tmp_path / "bot.db").exists()
    assert upgrades.upgrade(blank).standing is Standing.EMPTY
    found = upgrades.state(blank)
    assert (found.standing, found.revision) == (Standing.CURRENT, found.newest)
    assert copies(tmp_path) == []


def test_an_empty_file_is_empty(blank: Engine, tmp_path: Path) -> None:
    """As `touch` leaves it."""
    (tmp_path / "bot.db").touch()
    assert database.state(blank).standing is Standing.EMPTY
    database.upgrade(blank)
    assert database.state(blank).standing is Standing.CURRENT


def test_a_second_upgrade_does_nothing(engine: Engine, tmp_path: Path) -> None:
    """It says so."""
    assert upgrades.upgrade(engine).standing is Standing.CURRENT
    assert copies(tmp_path) == []


def test_the_migrations_make_the_tables_that_the_code_uses(engine: Engine) -> None:
    """No column of the one is missing in the other."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_down_and_up_again(engine: Engine) -> None:
    """Each revision can be taken back, for whoever must."""
    with engine.begin() as connection:
        config = upgrades._config(upgrades.VERSIONS)
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert upgrades.state(engine).standing is Standing.EMPTY
    upgrades.upgrade(engine)
    remember(engine)


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
        assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert old.execute("SELECT text FROM threads").fetchall() == [("stats 2026-10",)]
        assert old.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_migration_that_fails_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    """Neither the tables nor the revision: the old version of the bot can go on."""
    remember(engine)
    versions = later(tmp_path, more='op.execute("INSERT INTO nowhere VALUES (1)")')
    with pytest.raises(StorageError):
        upgrades.upgrade(engine, versions)
    assert upgrades.state(engine).standing is Standing.CURRENT
    with database.reading(engine) as connection:
        assert threads.recall(connection, "T", "C", "1.1", NOW) == "stats 2026-10"
        columns = connection.execute(text("SELECT * FROM threads")).keys()
    assert "note" not in columns


def test_without_a_copy_there_is_no_upgrade(engine: Engine, tmp_path: Path) -> None:
    """No room for the copy: refused with the size that it needs, and nothing is left behind."""
    versions = later(tmp_path)
    (tmp_path / "bot.db.before-9999-20261126T144500Z").mkdir()
    with pytest.raises(StorageError, match="no copy") as caught:
        upgrades.upgrade(engine, versions, now=NOW)
    assert "bytes" in caught.value.hint
    assert upgrades.state(engine).standing is Standing.CURRENT
    assert [copy.is_dir() for copy in copies(tmp_path)] == [True]


def test_a_newer_database_is_refused_by_name(engine: Engine, tmp_path: Path) -> None:
    """The older code touches nothing and says which revision it met."""
    upgrades.upgrade(engine, later(tmp_path))
    assert upgrades.state(engine).standing is Standing.NEWER
    for start in (upgrades.upgrade, upgrades.make_ready):
        with pytest.raises(RevisionError, match="newer than this version") as caught:
            start(engine)
        assert "9999" in caught.value.message
        assert str(tmp_path / "bot.db") in caught.value.message
    assert upgrades.state(engine).revision == "9999"


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


def test_several_processes_that_upgrade_at_once_all_succeed(
    database_url: str, tmp_path: Path
) -> None:
    """One does it, the others wait and find nothing to do."""
    versions = later(tmp_path)
    old = database.open_engine(database_url)
    upgrades.upgrade(old)
    remember(old)
    old.dispose()
    code = (
        "import sys; from pathlib import Path; from bot.storage import database, upgrades;"
        "upgrades.upgrade(database.open_engine(sys.argv[1]), Path(sys.argv[2]))"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code, database_url, str(versions)])  # noqa: S603 - our own
        for _ in range(4)
    ]
    assert [process.wait(60) for process in started] == [0, 0, 0, 0]
    again = database.open_engine(database_url)
    assert upgrades.state(again, versions).standing is Standing.CURRENT
    again.dispose()
    assert len(copies(tmp_path)) == 1


def test_the_migrations_lie_inside_the_package() -> None:
    """An installed wheel has them."""
    assert upgrades.VERSIONS.is_relative_to(Path(upgrades.__file__).parent)
    assert list(upgrades.VERSIONS.glob("r0001_*.py"))
