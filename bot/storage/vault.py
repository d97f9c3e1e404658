"""The bot's own secrets, and whether ENCRYPTION_KEYS opens what is stored; fingerprints of keys.

A fingerprint knows an API key again without decrypting any. It is made with a random secret that
lies here encrypted: a rotation encrypts that anew and changes no fingerprint.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import string
from collections.abc import Iterator

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    Text,
    delete,
    func,
    inspect,
    select,
    type_coerce,
)
from sqlalchemy.engine import Engine, Inspector

from bot.core.sentences import say
from bot.errors import KeysError
from bot.settings import Secret
from bot.storage import crypto, faults
from bot.storage.database import insert_if_absent, reading, transaction
from bot.storage.tables import ACCOUNTS, METADATA, VAULT
from bot.storage.types import Encrypted

_FINGERPRINTS = "fingerprints"
_SECRET = VAULT.c.secret


def encrypted_columns() -> Iterator[tuple[Table, Column[Secret]]]:
    """Every column that holds something encrypted, with its table."""
    for table in METADATA.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Encrypted):
                yield table, column


def verify(engine: Engine) -> None:
    """KeysError where the engine's keys do not open all that is stored; changes nothing.

    Without keys nothing may be stored that needs one but the vault, which by itself is of no use;
    the same holds for a vault that no key opens. What a later revision brings holds nothing yet.
    """
    with reading(engine) as connection:
        look = inspect(connection)
        found: dict[str, set[str]] = {}
        for table, column in encrypted_columns():
            if look.has_table(table.name) and _holds(look, table, column):
                found.setdefault(table.name, set()).update(_ids(connection, column))
        vault = found.pop(VAULT.name, set())
        used = set().union(*found.values())
        known = (
            set(crypto.keys_of(engine.dialect).ids) if crypto.has_keys(engine.dialect) else set()
        )
        if used and not known:
            raise _error("keys_missing", engine)
        if (used | (vault if used else set())) - known:
            raise _error("keys_wrong", engine)
        if vault & known:
            _secret(connection)


def establish(engine: Engine) -> None:
    """Make the vault, once there are keys; one that no key opens is made anew.

    Ask `verify` first.
    """
    if not crypto.has_keys(engine.dialect):
        return
    known = set(crypto.keys_of(engine.dialect).ids)
    with reading(engine) as connection:
        found = _ids(connection, _SECRET)
    if found and not found - known:
        return
    with transaction(engine) as connection:
        # Whoever starts beside us may have made it meanwhile: theirs stays.
        if _ids(connection, _SECRET) - known:
            connection.execute(delete(VAULT))
        _make(connection)


def fingerprint(connection: Connection, team_id: str, key: Secret) -> str:
    """What `key` is known by in a workspace, and in no other; KeysError without keys."""
    crypto.keys_of(connection.dialect)  # where there never were any, there is no vault either
    text = f"{team_id}\0{key.reveal()}".encode()
    return hmac.new(_secret(connection).reveal().encode(), text, hashlib.sha256).hexdigest()


def holds_a_key(connection: Connection, team_id: str, name: str) -> bool:
    """Whether `name`, or a word of it, is the key of an account of the workspace."""
    if not crypto.has_keys(connection.dialect):
        return False
    words = {name, "".join(name.split()), *name.split()}
    words |= {word.strip(string.punctuation) for word in words}
    known = {fingerprint(connection, team_id, Secret(word)) for word in words if word}
    account = ACCOUNTS.c
    found = select(account.number).where(account.team_id == team_id)
    return connection.execute(found.where(account.fingerprint.in_(known))).first() is not None


def raw(column: Column[Secret]) -> ColumnElement[str]:
    """An encrypted column as the text that is stored."""
    return type_coerce(column, Text)


def _holds(look: Inspector, table: Table, column: Column[Secret]) -> bool:
    return column.name in {there["name"] for there in look.get_columns(table.name)}


def _ids(connection: Connection, column: Column[Secret]) -> set[str]:
    """By which keys the column's values were encrypted."""
    begins = func.substr(raw(column), 1, crypto.ID_LENGTH)
    return set(connection.execute(select(begins).where(column.is_not(None)).distinct()).scalars())


def _secret(connection: Connection) -> Secret:
    statement = select(_SECRET).where(VAULT.c.name == _FINGERPRINTS)
    found: Secret = connection.execute(statement).scalar_one()
    return found


def _make(connection: Connection) -> None:
    row = {"name": _FINGERPRINTS, "secret": Secret(secrets.token_urlsafe(32))}
    insert_if_absent(connection, VAULT, row)


def _error(key: str, engine: Engine) -> KeysError:
    return KeysError(say(key, place=faults.place(engine)), say(f"{key}_hint"))
