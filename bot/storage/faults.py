"""Turns a driver's error into a StorageError that says what happened and what to do.

Must never show the address of a database with its password.
"""

from __future__ import annotations

import re

from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from bot.core.sentences import say
from bot.errors import BotError, ClashError, StorageError

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
# PostgreSQL's five-character codes, by what they begin with; the longer ones stand first.
_POSTGRES = {
    "25006": "storage_standby",
    "25P03": "storage_lost",
    "28P01": "storage_password",
    "28": "storage_login",
    "3D": "storage_unknown_name",
    "40": "storage_busy",
    "42501": "storage_no_right",
    "53100": "storage_full",
    "53300": "storage_crowded",
    "55P03": "storage_busy",
    "57014": "storage_slow",
    "57P": "storage_lost",
    "08": "storage_lost",
    "58": "storage_failing",
    "XX": "storage_damaged",
}
# While connecting there is no code, only words; a server set to another language is told apart
# by none of these, and "cannot be reached" with its hint is still true.
_CONNECTING = (
    (r"password authentication failed|no password supplied", "storage_password"),
    (r'role ".*" does not exist|no pg_hba\.conf entry|is not permitted to log in', "storage_login"),
    (r'database ".*" does not exist', "storage_unknown_name"),
    (r"too many (?:clients|connections)|connection slots are reserved", "storage_crowded"),
    (r"invalid connection option", "storage_address"),
)


def translate(error: SQLAlchemyError, engine: Engine) -> BotError:
    """The BotError for `error`; raise it `from` the error."""
    cause = getattr(error, "orig", None)
    if isinstance(cause, BotError):  # raised while a value was turned into what is stored
        return cause
    if isinstance(error, IntegrityError):
        return ClashError(say("clash"), say("clash_hint"))
    return storage_error(_key(error, cause), place=place(engine))


def _key(error: SQLAlchemyError, cause: object) -> str:
    name = str(getattr(cause, "sqlite_errorname", ""))
    found = next((key for begins, key in _SQLITE.items() if name.startswith(begins)), None)
    code = str(getattr(cause, "sqlstate", None) or "")
    if not found and code:
        found = next((key for begins, key in _POSTGRES.items() if code.startswith(begins)), None)
    elif not found and type(cause).__module__.startswith("psycopg"):
        found = _while_connecting(error, str(cause))
    return found or "storage_other"


def _while_connecting(error: SQLAlchemyError, words: str) -> str | None:
    found = next((key for pattern, key in _CONNECTING if re.search(pattern, words)), None)
    if found or not isinstance(error, DBAPIError):
        return found
    if error.connection_invalidated:
        return "storage_lost"
    return "storage_unreached" if type(error.orig).__name__ == "OperationalError" else None


def storage_error(key: str, **values: object) -> StorageError:
    """The catalogue's sentence `key` and its hint, as an error."""
    return StorageError(say(key, **values), say(f"{key}_hint", **values))


def place(engine: Engine) -> str:
    """What to call the database when speaking to its operator: a path, or an address."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return engine.url.set(username=None, password=None, query={}).render_as_string()
