"""SQLite as the bot uses it: how its engine is set up, and how a transaction begins there.

Must be opened through `storage.database` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL, Engine
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.storage import faults
from bot.storage.waits import BUSY_TIMEOUT_S, READING, WAIT_MS

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


def open_sqlite(address: URL, connections: int) -> Engine:
    """The engine for an SQLite file; connects to nothing yet."""
    engine = create_engine(
        address,
        connect_args={
            "timeout": BUSY_TIMEOUT_S,
            "isolation_level": None,
            "check_same_thread": False,
        },
        pool_size=connections,
        max_overflow=0,
        pool_timeout=BUSY_TIMEOUT_S,
        hide_parameters=True,
    )
    event.listen(engine, "do_connect", _find_directory)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "checkout", _same_file)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def rebuilding(connection: Connection) -> Iterator[None]:
    """Around a transaction that may rebuild tables, which drops them: rows that refer to theirs
    would go with them, or forbid it. At its end every row must refer to one that is there.
    """
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")  # without effect inside a transaction
    try:
        with connection.begin():
            yield
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise faults.storage_error("storage_other", place=connection.engine.url.database)
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


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
    with suppress(OSError):  # which SQLite will have a sentence for
        path.touch(mode=0o600)  # for nobody else to read; one that is there stays as it is


def _prepare(connection: Any, _: object) -> None:
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


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    wait_ms = options.get(WAIT_MS, BUSY_TIMEOUT_S * 1000)
    connection.exec_driver_sql(f"PRAGMA busy_timeout={wait_ms:d}")
    connection.exec_driver_sql("BEGIN" if options.get(READING) else "BEGIN IMMEDIATE")
