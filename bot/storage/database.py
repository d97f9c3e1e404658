"""Opens the database and hands out transactions; the only module that knows the two engines apart.

Writing transactions take SQLite's write lock at once (BEGIN IMMEDIATE), because one that reads
first and writes later fails in spite of the busy timeout. Holds no table and no query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.settings import Secret
from bot.storage import faults

if TYPE_CHECKING:
    from bot.storage.upgrades import State

BUSY_TIMEOUT_S = 30
_LOCK_MS = 5_000
_READING, _WAIT_MS = "reading", "wait_ms"
# The default's own directory, which a first start makes; any other may be a disk to be mounted.
_OWN = Path("data")
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # After a loss of power NORMAL may undo the last commits; a request would be done twice.
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_S * 1000}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_size_limit=67108864",
)


def open_engine(url: str | Secret, *, threads: int = 32) -> Engine:
    """The engine for `url`, with as many connections as `threads` need and two more.

    Connects to nothing yet. Raises StorageError where the address cannot be read or the driver is
    missing.
    """
    try:
        address = make_url(url.reveal() if isinstance(url, Secret) else url)
        if address.get_backend_name() == "sqlite":
            return _open_sqlite(address, threads)
        return _open_postgres(address, threads)
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
            engine.connect().execution_options(**{_WAIT_MS: round(wait_s * 1000)}) as connection,
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
            engine.connect().execution_options(**{_READING: True}) as connection,
            connection.begin(),
        ):
            yield connection
    except SQLAlchemyError as error:
        raise faults.translate(error, engine) from error


def upgrade(engine: Engine) -> State:
    """Bring the database to the newest revision; see `storage.upgrades.upgrade`."""
    from bot.storage import upgrades  # Alembic is slow to load and seldom needed.

    return upgrades.upgrade(engine)


def state(engine: Engine) -> State:
    """How the database stands to the code; see `storage.upgrades.state`."""
    from bot.storage import upgrades  # for the same reason

    return upgrades.state(engine)


def insert_if_absent(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert `row` unless its primary key is there; whether it was inserted."""
    statement = _insert(connection, table).values(**row).on_conflict_do_nothing()
    return connection.execute(statement).rowcount == 1


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


def _open_sqlite(address: URL, threads: int) -> Engine:
    engine = create_engine(
        address,
        connect_args={
            "timeout": BUSY_TIMEOUT_S,
            "isolation_level": None,
            "check_same_thread": False,
        },
        pool_size=threads + 2,
        max_overflow=0,
        pool_timeout=BUSY_TIMEOUT_S,
    )
    event.listen(engine, "do_connect", _find_directory)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "checkout", _same_file)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _open_postgres(address: URL, threads: int) -> Engine:
    waits = (
        f"-c statement_timeout=15s -c lock_timeout={_LOCK_MS} "
        "-c idle_in_transaction_session_timeout=30s"
    )
    try:
        engine = create_engine(
            address,
            connect_args={"connect_timeout": 5, "options": waits, "keepalives_idle": 30},
            pool_size=threads + 2,
            max_overflow=0,
            pool_timeout=BUSY_TIMEOUT_S,
            pool_pre_ping=True,
            pool_recycle=1800,
        )
    except ModuleNotFoundError as error:
        raise faults.storage_error("storage_driver") from error
    event.listen(engine, "begin", _begin_postgres)
    return engine


def check_directory(path: Path) -> None:
    """StorageError where the directory of an SQLite file is missing and will not be made."""
    if not path.parent.is_dir() and path.parent.absolute() != _OWN.absolute():
        raise faults.storage_error("storage_no_directory", place=path.parent)


def _find_directory(_dialect: object, _record: object, args: Sequence[str], _: object) -> None:
    """Before SQLite is asked, which would only say that it cannot open the file."""
    path = Path(args[0])
    check_directory(path)
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise faults.storage_error("storage_directory_refused", place=path.parent) from error


def _prepare_sqlite(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _same_file(connection: Any, record: ConnectionPoolEntry, _: object) -> None:
    """Drop a connection whose file was removed or replaced: what it keeps would be lost unseen."""
    if "file" not in record.info:
        row = connection.execute("PRAGMA database_list").fetchone()
        record.info["file"] = row[2], _identity(row[2])
    path, opened = record.info["file"]
    if _identity(path) != opened:
        raise DisconnectionError


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    wait_ms = options.get(_WAIT_MS, BUSY_TIMEOUT_S * 1000)
    connection.exec_driver_sql(f"PRAGMA busy_timeout={wait_ms:d}")
    connection.exec_driver_sql("BEGIN" if options.get(_READING) else "BEGIN IMMEDIATE")


def _begin_postgres(connection: Connection) -> None:
    wait_ms = connection.get_execution_options().get(_WAIT_MS)
    if wait_ms is not None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {min(wait_ms, _LOCK_MS):d}")
