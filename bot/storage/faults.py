"""Turns a driver's error into a StorageError that says what happened and what to do.

Must never show the address of a database with its password.
"""

from __future__ import annotations

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.core.sentences import say
from bot.errors import StorageError

# SQLite's own names of errors, by what they begin with, and the sentence for each.
_SQLITE = {
    "SQLITE_FULL": "storage_full",
    "SQLITE_READONLY": "storage_readonly",
    "SQLITE_BUSY": "storage_busy",
    "SQLITE_LOCKED": "storage_busy",
    "SQLITE_NOTADB": "storage_no_database",
    "SQLITE_CORRUPT": "storage_damaged",
    "SQLITE_CANTOPEN": "storage_closed",
    "SQLITE_PERM": "storage_closed",
    "SQLITE_IOERR": "storage_failing",
}


def translate(error: SQLAlchemyError, engine: Engine) -> StorageError:
    """The StorageError for `error`; raise it `from` the error."""
    name = str(getattr(getattr(error, "orig", None), "sqlite_errorname", ""))
    key = next((key for begins, key in _SQLITE.items() if name.startswith(begins)), "storage_other")
    return storage_error(key, place=place(engine))


def storage_error(key: str, **values: object) -> StorageError:
    """The catalogue's sentence `key` and its hint, as an error."""
    return StorageError(say(key, **values), say(f"{key}_hint", **values))


def place(engine: Engine) -> str:
    """What to call the database when speaking to its operator: a path, or an address."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return engine.url.set(username=None, password=None, query={}).render_as_string()
