"""Opens the database and hands out transactions, the same for SQLite and PostgreSQL.

Writing transactions take SQLite's write lock at once (BEGIN IMMEDIATE), because one that reads
first and writes later fails in spite of the busy timeout. Holds no table and no query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.settings import Secret
from bot.storage import faults
from bot.storage.postgres import open_postgres
from bot.storage.sqlite import open_sqlite
from bot.storage.waits import BUSY_TIMEOUT_S, READING, WAIT_MS

if TYPE_CHECKING:
    from bot.storage.upgrades import State

# Besides the work pool's threads: housekeeping, and whoever asks for the bot's health.
_BESIDE = 2


def open_engine(url: str | Secret, *, threads: int = 1) -> Engine:
    """The engine for `url`, with as many connections as `threads` need and two more.

    Connects to nothing yet. Raises StorageError where the address cannot be read.
    """
    try:
        address = make_url(url.reveal() if isinstance(url, Secret) else url)
        if address.get_backend_name() == "sqlite":
            return open_sqlite(address, threads + _BESIDE)
        return open_postgres(address, threads + _BESIDE)
    except (ArgumentError, ValueError):
        # The cause is left out on purpose: its text may hold the password.
        raise faults.storage_error("storage_address") from None


@contextmanager
def transaction(engine: Engine, wait_s: float = BUSY_TIMEOUT_S) -> Iterator[Connection]:
    """A connection inside one writing transaction: committed at the end, else undone wholly.

    `wait_s` is how long it may wait for another's lock. Raises StorageError for whatever the
    database refuses.
    """
    try:
        with (
            engine.connect().execution_options(**{WAIT_MS: round(wait_s * 1000)}) as connection,
            connection.begin(),
        ):
            yield connection
    except SQLAlchemyError as error:
        raise faults.translate(error, engine) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that only reads and waits for no writer; raises StorageError likewise."""
    try:
        with (
            engine.connect().execution_options(**{READING: True}) as connection,
            connection.begin(),
        ):
            yield connection
    except SQLAlchemyError as error:
        raise faults.translate(error, engine) from error


def moment(connection: Connection) -> datetime:
    """Now, by the clock that all who share the database share: its server's, or this machine's."""
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    found: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return found.astimezone(UTC)


def one_at_a_time(connection: Connection, number: int) -> None:
    """Wait until no other transaction is here with the same number; until the end of this one.

    Of an SQLite file's writers there is only one anyway.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(select(func.pg_advisory_xact_lock(number)))


def upgrade(engine: Engine) -> State:
    """Bring the database to the newest revision; see `storage.upgrades.upgrade`."""
    from bot.storage import upgrades  # Alembic is slow to load and seldom needed.

    return upgrades.upgrade(engine)


def state(engine: Engine) -> State:
    """How the database stands to the code; see `storage.upgrades.state`."""
    from bot.storage import upgrades  # for the same reason

    return upgrades.state(engine)


def insert_if_absent(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert `row` unless one with its key, or what else must be unique, is there; whether it did.

    Another transaction that is inserting the like is waited for.
    """
    statement = _insert(connection, table).values(**row).on_conflict_do_nothing()
    # Not `rowcount`, which PostgreSQL's driver does not tell of an insert.
    return connection.execute(statement.returning(*table.primary_key)).first() is not None


def insert_many_if_absent(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> set[tuple[Any, ...]]:
    """The same for many rows; the primary keys of those that were inserted."""
    if not rows:
        return set()
    statement = _insert(connection, table).on_conflict_do_nothing()
    # Rows that are alike in their columns go together.
    wide = {name: None for row in rows for name in row}
    found = connection.execute(
        statement.returning(*table.primary_key), [{**wide, **row} for row in rows]
    )
    return {tuple(row) for row in found}


def insert_or_replace(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert `row`, or write its other columns over those of the row with its primary key."""
    keys = [column.name for column in table.primary_key]
    others = {name: value for name, value in row.items() if name not in keys}
    statement = _insert(connection, table).values(**row)
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=others))


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
