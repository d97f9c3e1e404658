"""Brings the database to the newest revision, in one transaction and under a lock, a copy first.

Must be the only way in to Alembic, which is imported here alone because it is slow to load.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.core.sentences import say
from bot.errors import RevisionError
from bot.storage import faults
from bot.storage.database import reading
from bot.storage.postgres import wait_long
from bot.storage.sqlite import check_directory, rebuilding

_log = logging.getLogger(__name__)
_ROOM = Path(__file__).parent / "migrations"
VERSIONS = _ROOM / "versions"
# Any number that no other program on the same PostgreSQL is likely to lock.
_LOCK = 726_381_509
LOCK_S = 60


class Standing(StrEnum):
    """How the database's revision stands to the code's."""

    EMPTY = "empty"
    BEHIND = "behind"
    CURRENT = "current"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class State:
    """`revision` is the database's, None where it has none; `newest` is the code's."""

    standing: Standing
    revision: str | None
    newest: str


def state(engine: Engine, versions: Path = VERSIONS) -> State:
    """How the database stands; changes nothing. Raises StorageError where it cannot be read."""
    path = Path(str(engine.url.database))
    if engine.dialect.name == "sqlite" and not path.exists():
        # Connecting would make the file, and asking changes nothing.
        check_directory(path)
        newest = ScriptDirectory.from_config(_config(versions)).get_current_head()
        return State(Standing.EMPTY, None, str(newest))
    with reading(engine) as connection:
        return _state(connection, versions)


def upgrade(engine: Engine, versions: Path = VERSIONS, *, now: datetime | None = None) -> State:
    """Upgrade to the newest revision; what the state was before.

    Two processes at once: the second waits and finds nothing to do. An SQLite file that is behind
    is copied beside itself first. Any failure undoes everything.
    """
    try:
        with _locked(engine) as connection:
            before = _state(connection, versions)
            _refuse_newer(before, engine)
            if before.standing is not Standing.CURRENT:
                if before.standing is Standing.BEHIND and engine.dialect.name == "sqlite":
                    _copy(Path(str(engine.url.database)), before, now or datetime.now(UTC))
                _migrate(connection, versions)
    except SQLAlchemyError as error:
        raise faults.translate(error, engine) from error
    if before.standing is not Standing.CURRENT:
        _log.info("database_upgraded", extra={"revision": before.newest})
    return before


def make_ready(engine: Engine, *, by_itself: bool | None = None) -> None:
    """Upgrade SQLite by itself; of PostgreSQL only make sure that `db upgrade` was run.

    Several processes share a PostgreSQL, and the old ones must be able to go on: there a person
    says when. `by_itself` overrules that. Raises RevisionError where the code does not fit.
    """
    if engine.dialect.name == "sqlite" if by_itself is None else by_itself:
        upgrade(engine)
        return
    found = state(engine)
    _refuse_newer(found, engine)
    if found.standing is not Standing.CURRENT:
        raise _revision_error("storage_behind", found, engine)


def _refuse_newer(found: State, engine: Engine) -> None:
    if found.standing is Standing.NEWER:
        raise _revision_error("storage_newer", found, engine)


def _revision_error(key: str, found: State, engine: Engine) -> RevisionError:
    revision = found.revision or "no revision"
    place = faults.place(engine)
    message = say(key, place=place, revision=revision, newest=found.newest)
    return RevisionError(message, say(f"{key}_hint"))


def _state(connection: Connection, versions: Path) -> State:
    scripts = ScriptDirectory.from_config(_config(versions))
    newest = str(scripts.get_current_head())
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if revision is None:
        strangers = set(inspect(connection).get_table_names()) - {"alembic_version"}
        standing = Standing.BEHIND if strangers else Standing.EMPTY
    elif revision == newest:
        standing = Standing.CURRENT
    else:
        standing = Standing.BEHIND if revision in known else Standing.NEWER
    return State(standing, revision, newest)


def _config(versions: Path) -> Config:
    config = Config()
    # A percent sign in a path would be read as a placeholder.
    config.set_main_option("script_location", str(_ROOM).replace("%", "%%"))
    config.set_main_option("version_locations", str(versions).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config


@contextmanager
def _locked(engine: Engine) -> Iterator[Connection]:
    """A transaction that no other upgrade can enter: SQLite's write lock, or an advisory one."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            with rebuilding(connection):
                yield connection
            return
        with connection.begin():
            wait_long(connection, LOCK_S)
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection


def _migrate(connection: Connection, versions: Path) -> None:
    config = _config(versions)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _copy(path: Path, before: State, now: datetime) -> None:
    """Copy the file as it is; the write lock is held, and readers still see it whole."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.before-{before.newest}-{stamp}")
    # Under a name of its own until it is whole: whoever is killed meanwhile leaves no half copy
    # that looks like one to go back to.
    half = target.with_name(f"{path.name}.copying")
    try:
        half.unlink(missing_ok=True)
        half.touch(mode=0o600)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(half)) as copy:
            source.backup(copy)
        half.rename(target)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            half.unlink()
        size = path.stat().st_size
        raise faults.storage_error("storage_no_copy", place=path, size=size) from error
    _log.info("database_copied", extra={"copy": str(target)})
