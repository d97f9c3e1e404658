"""Turns a driver's error into a StorageError that says what happened and what to do.

Must never show the address of a database with its password.
"""

from __future__ import annotations

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StorageError

# SQLite's own names of errors, by what they begin with; the first that fits tells.
_SQLITE = {
    "SQLITE_FULL": (
        "The disk that holds the database {place} is full. Nothing was changed.",
        "Free some space there; the bot needs no restart.",
    ),
    "SQLITE_READONLY": (
        "The database {place} is read-only. Nothing was changed.",
        "Let the user that the bot runs as write to the file and to its directory.",
    ),
    "SQLITE_BUSY": (
        "The database {place} is held by another program. Nothing was changed.",
        "Try again in a moment; if it stays so, look for a second copy of the bot or a backup.",
    ),
    "SQLITE_LOCKED": (
        "The database {place} is held by another program. Nothing was changed.",
        "Try again in a moment; if it stays so, look for a second copy of the bot or a backup.",
    ),
    "SQLITE_NOTADB": (
        "The file {place} is not a database.",
        "Check DATABASE_URL; if it is right, put the latest backup in the file's place.",
    ),
    "SQLITE_CORRUPT": (
        "The database {place} is damaged.",
        "Stop the bot and put the latest backup in the file's place.",
    ),
    "SQLITE_CANTOPEN": (
        "The database {place} cannot be opened.",
        "Check that its directory is there and that the user that the bot runs as may write to it.",
    ),
    "SQLITE_PERM": (
        "The bot may not open the database {place}.",
        "Let the user that the bot runs as read and write the file and its directory.",
    ),
    "SQLITE_IOERR": (
        "The disk that holds the database {place} fails or is full.",
        "Check the disk; nothing that was asked for now has been kept.",
    ),
}
_OTHER = (
    "The database {place} does not answer as it should.",
    "Try flowxo-bot db check; the log has the details.",
)


def translate(error: SQLAlchemyError, engine: Engine) -> StorageError:
    """The StorageError for `error`; raise it `from` the error."""
    name = str(getattr(getattr(error, "orig", None), "sqlite_errorname", ""))
    message, hint = next((text for key, text in _SQLITE.items() if name.startswith(key)), _OTHER)
    return StorageError(message.format(place=place(engine)), hint)


def place(engine: Engine) -> str:
    """What to call the database when speaking to its operator: a path, or an address."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return engine.url.set(username=None, password=None, query={}).render_as_string()
