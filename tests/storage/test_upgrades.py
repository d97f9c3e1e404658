"""Migrations on either engine: from empty and from older, under a lock, and never half done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from bot.errors import RevisionError, StorageError
from bot.storage import database, sqlite, threads, upgrades
from bot.storage.tables import METADATA
from bot.storage.upgrades import Standing
from tests.storage.schemas import REVISIONS, counts, fill, go_to, later

pytestmark = pytest.mark.both_engines

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)


@pytest.fixture
def blank(database_url: str) -> Iterator[Engine]:
    """An engine on a database that holds nothing yet."""
    opened = database.open_engine(database_url)
    yield opened
    opened.dispose()


def remember(engine: Engine) -> None:
    """Put data into the older schema."""
    with database.transaction(engine) as connection:
        threads.remember(connection, "T", "C", "1.1", "stats 2026-10", NOW)


def test_from_empty(blank: Engine) -> None:
    """Everything is made."""
    assert upgrades.state(blank).standing is Standing.EMPTY
    assert upgrades.upgrade(blank).standing is Standing.EMPTY
    found = upgrades.state(blank)
    assert (found.standing, found.revision) == (Standing.CURRENT, found.newest)


def test_a_second_upgrade_does_nothing(engine: Engine) -> None:
    """It says so."""
    assert upgrades.upgrade(engine).standing is Standing.CURRENT


def test_the_migrations_make_the_tables_that_the_code_uses(engine: Engine) -> None:
    """No column of the one is missing in the other."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_every_revision_has_its_data(blank: Engine) -> None:
    """A new one comes with rows of its tables, so that the next is tested on them."""
    scripts = ScriptDirectory.from_config(upgrades._config(upgrades.VERSIONS))
    assert sorted(script.revision for script in scripts.walk_revisions()) == REVISIONS
    go_to(blank, REVISIONS[-1])
    fill(blank, REVISIONS[-1])
    found = counts(blank, REVISIONS[-1])
    assert set(found) == set(METADATA.tables)
    assert set(found.values()) == {1}


@pytest.mark.parametrize("revision", REVISIONS)
def test_from_each_older_schema_with_data(blank: Engine, revision: str) -> None:
    """Nothing that it had is lost."""
    go_to(blank, revision)
    fill(blank, revision)
    before = counts(blank, revision)
    upgrades.upgrade(blank)
    assert upgrades.state(blank).standing is Standing.CURRENT
    assert counts(blank, revision) == before
    with database.reading(blank) as connection:
        assert threads.recall(connection, "T", "C", "1.1", NOW) == "stats 2026-10"


@pytest.mark.parametrize("revision", ["base", *REVISIONS[:-1]])
def test_down_and_up_again_with_data(engine: Engine, revision: str) -> None:
    """Each revision can be taken back by whoever must; what the older one has stays."""
    fill(engine, REVISIONS[-1])
    go_to(engine, revision)
    kept = {} if revision == "base" else counts(engine, revision)
    assert set(kept.values()) <= {1}
    upgrades.upgrade(engine)
    found = counts(engine, REVISIONS[-1])
    assert {name: found[name] for name in kept} == kept
    assert sum(found.values()) == sum(kept.values())


REBUILT = """with op.batch_alter_table("accounts", recreate="always") as table:
        table.add_column(sa.Column("note", sa.Text, nullable=True))"""


def test_a_table_that_others_refer_to_can_be_changed(engine: Engine, tmp_path: Path) -> None:
    """SQLite builds it anew and drops the old one; no row goes with it, and it is still watched."""
    fill(engine, REVISIONS[-1])
    more = (
        REBUILT if engine.dialect.name == "sqlite" else REBUILT.replace(', recreate="always"', "")
    )
    upgrades.upgrade(engine, later(tmp_path, more=more))
    assert set(counts(engine, REVISIONS[-1]).values()) == {1}
    orphan = text("INSERT INTO channels (team_id, channel_id, account_id) VALUES ('T', 'C2', 'A2')")
    with pytest.raises(StorageError), database.transaction(engine) as connection:
        connection.execute(orphan)


def test_a_migration_that_leaves_orphans_is_undone(engine: Engine, tmp_path: Path) -> None:
    """On SQLite too, where nothing is said until the end."""
    fill(engine, REVISIONS[-1])
    with pytest.raises(StorageError):
        upgrades.upgrade(engine, later(tmp_path, more='op.execute("DELETE FROM accounts")'))
    assert upgrades.state(engine).standing is Standing.CURRENT
    assert set(counts(engine, REVISIONS[-1]).values()) == {1}


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


def test_a_newer_database_is_refused_by_name(engine: Engine, tmp_path: Path) -> None:
    """The older code touches nothing and says which revision it met."""
    upgrades.upgrade(engine, later(tmp_path))
    assert upgrades.state(engine).standing is Standing.NEWER
    for start in (upgrades.upgrade, upgrades.make_ready):
        with pytest.raises(RevisionError, match="newer than this version") as caught:
            start(engine)
        assert "9999" in caught.value.message
        assert str(engine.url.database) in caught.value.message
    assert upgrades.state(engine).revision == "9999"


def test_an_upgrade_that_another_holds_up_is_said(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a bounded wait, and nothing was changed."""
    monkeypatch.setattr(upgrades, "LOCK_S", 1)
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_S", 1)
    with (
        upgrades._locked(engine),
        pytest.raises(StorageError, match="held by another program"),
    ):
        upgrades.upgrade(engine, later(tmp_path))
    assert upgrades.state(engine).standing is Standing.CURRENT


def test_the_migrations_lie_inside_the_package() -> None:
    """An installed wheel has them."""
    assert upgrades.VERSIONS.is_relative_to(Path(upgrades.__file__).parent)
    assert list(upgrades.VERSIONS.glob("r0001_*.py"))
