"""The Flow XO accounts of each workspace: found, renamed, changed, and who stands in whose way.

Must decrypt no key but the one that is asked for by `key`, and judge nobody's rights. How they
come and go: `storage.connecting`, `storage.disconnecting`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Connection, Row, Update, delete, select, update
from sqlalchemy.exc import IntegrityError

from bot.core.account_names import clean, key_of
from bot.settings import Secret
from bot.storage import audit, vault
from bot.storage.audit import Action, By
from bot.storage.tables import ACCOUNTS, CHANNELS

# The account whose key is in the environment.
DEFAULT_ID, DEFAULT_NUMBER = "default", 0
# The table's columns, to say which accounts are meant.
ACCOUNT = ACCOUNTS.c


class Visibility(StrEnum):
    """Who may ask about an account: the workspace, or only the channels that use it."""

    WORKSPACE = "workspace"
    CHANNELS = "channels"


@dataclass(frozen=True, slots=True)
class Account:
    """An account as everybody may know it: without its key.

    `number` names it in questions, #3; no other account gets it until the workspace is erased.
    `zone` is None where the asker's own applies; `week_start` 0 is Monday. `owner_user_id` is None
    for the environment's account. `hidden` are names of flows. `last_error` names the kind of
    the last failure, `failing_since` is None while all is well, `told_at` is when the owner, or
    an admin in their place, was last told that it is not.
    """

    account_id: str
    number: int
    name: str
    zone: str | None
    week_start: int
    owner_user_id: str | None
    visibility: Visibility
    masking: bool
    hidden: tuple[str, ...]
    connected_at: datetime
    last_ok_at: datetime | None
    last_error: str | None
    failing_since: datetime | None
    told_at: datetime | None = None


class Changes(TypedDict, total=False):
    """What of an account can be changed beside its name and key."""

    zone: str | None
    week_start: int
    owner_user_id: str
    visibility: Visibility
    masking: bool
    hidden: tuple[str, ...]


class Outcome(StrEnum):
    """What became of a name or a key that was to be stored."""

    SAVED = "saved"
    NAME_TAKEN = "name_taken"
    KEY_KNOWN = "key_known"
    NAME_IS_KEY = "name_is_key"


@dataclass(frozen=True, slots=True)
class Saved:
    """The account as it is now; or, where nothing was saved, the one that stands in the way."""

    outcome: Outcome
    account: Account


_SHOWN = [ACCOUNT[name] for name in Account.__dataclass_fields__]


def get(connection: Connection, team_id: str, account_id: str) -> Account | None:
    """The account, or None where there is none or it was disconnected."""
    return one(connection, team_id, ACCOUNT.account_id == account_id)


def named(connection: Connection, team_id: str, name: str) -> Account | None:
    """The account of that name, however it is written."""
    return one(connection, team_id, ACCOUNT.name_key == key_of(name))


def listed(connection: Connection, team_id: str) -> tuple[Account, ...]:
    """The workspace's accounts by name."""
    statement = select(*_SHOWN).where(*_ours(team_id)).order_by(ACCOUNT.name_key)
    return tuple(_account(row) for row in connection.execute(statement))


def key(connection: Connection, team_id: str, account_id: str) -> Secret | None:
    """The account's API key, or None where it is the environment's or there is no such account.

    KeysError where none of ENCRYPTION_KEYS opens it.
    """
    statement = select(ACCOUNT.api_key).where(*_ours(team_id), ACCOUNT.account_id == account_id)
    found: Secret | None = connection.execute(statement).scalar()
    return found


def rename(
    connection: Connection, team_id: str, account_id: str, name: str, by: By
) -> Saved | None:
    """Give an account another name; None where there is no such account.

    Not one that another has, nor one that gives a key away.
    """
    before = get(connection, team_id, account_id)
    if not before:
        return None
    if vault.holds_a_key(connection, team_id, name):
        return Saved(Outcome.NAME_IS_KEY, before)
    values = {"name": clean(name), "name_key": called(name)}
    if not write(connection, team_id, account_id, values):
        return in_the_way(connection, team_id, key_of(name))
    detail = f"{before.name} → {clean(name)}"
    audit.record(connection, team_id, Action.ACCOUNT_RENAMED, before.name, by, detail)
    return Saved(Outcome.SAVED, sure(connection, team_id, account_id))


def change(
    connection: Connection, team_id: str, account_id: str, by: By, **changes: Unpack[Changes]
) -> Account | None:
    """Change what is named and nothing else; the account as it is then, or None."""
    before = get(connection, team_id, account_id)
    told = [
        f"{field}: {_told(getattr(before, field))} → {_told(value)}"
        for field, value in changes.items()
        if before and getattr(before, field) != value
    ]
    if not before or not told:
        return before
    write(connection, team_id, account_id, changes)
    detail = "; ".join(told)
    audit.record(connection, team_id, Action.ACCOUNT_CHANGED, before.name, by, detail)
    return get(connection, team_id, account_id)


def write(connection: Connection, team_id: str, account_id: str, values: Mapping[str, Any]) -> bool:
    """Write `values` over an account's; False where what must be unique is another's."""
    statement = update(ACCOUNTS).where(*_ours(team_id), ACCOUNT.account_id == account_id)
    return written(connection, statement.values(**values))


def written(connection: Connection, statement: Update) -> bool:
    """Run `statement`; False, and the transaction goes on, where what must be unique is not."""
    try:
        with connection.begin_nested():
            connection.execute(statement)
    except IntegrityError:
        return False
    return True


def in_the_way(
    connection: Connection, team_id: str, name_key: str | None, fingerprint: str | None = None
) -> Saved:
    """The account that has the key already, else the one that has the name."""
    if fingerprint and (same_key := one(connection, team_id, ACCOUNT.fingerprint == fingerprint)):
        return Saved(Outcome.KEY_KNOWN, same_key)
    same_name = select(*_SHOWN).where(*_ours(team_id), ACCOUNT.name_key == name_key)
    return Saved(Outcome.NAME_TAKEN, _account(connection.execute(same_name).one()))


def forget(connection: Connection, team_id: str, which: ColumnElement[bool]) -> int:
    """Delete accounts with their keys, at once; how many.

    A channel that was for such an account alone stays so: nobody may ask about another one there.
    """
    ids = select(ACCOUNT.account_id).where(ACCOUNT.team_id == team_id, which)
    theirs = (CHANNELS.c.team_id == team_id) & CHANNELS.c.account_id.in_(ids)
    connection.execute(update(CHANNELS).where(theirs).values(account_id=None))
    return connection.execute(delete(ACCOUNTS).where(ACCOUNT.team_id == team_id, which)).rowcount


def one(connection: Connection, team_id: str, which: ColumnElement[bool]) -> Account | None:
    """The one connected account for which `which` holds."""
    row = connection.execute(select(*_SHOWN).where(*_ours(team_id), which)).first()
    return _account(row) if row else None


def whichever(connection: Connection, team_id: str, which: ColumnElement[bool]) -> Account | None:
    """The one account for which `which` holds, disconnected or not."""
    row = connection.execute(select(*_SHOWN).where(ACCOUNT.team_id == team_id, which)).first()
    return _account(row) if row else None


def sure(connection: Connection, team_id: str, account_id: str) -> Account:
    """An account that is surely there."""
    where = (*_ours(team_id), ACCOUNT.account_id == account_id)
    return _account(connection.execute(select(*_SHOWN).where(*where)).one())


def _ours(team_id: str) -> tuple[ColumnElement[bool], ...]:
    return ACCOUNT.team_id == team_id, ACCOUNT.disconnected_at.is_(None)


def _account(row: Row[Any]) -> Account:
    values = row._asdict()
    return Account(**{**values, "visibility": Visibility(values["visibility"])})


def called(name: str) -> str:
    """`name` as two that are the same have it; ValueError where nothing of it can be said."""
    found = key_of(name)
    if not found:
        raise ValueError("an account needs a name that can be said")
    return found


def _told(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
