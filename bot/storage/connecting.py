"""How accounts come: connected with a key from Slack, or there by the environment; their keys.

Must be asked only when the key was tried and the asker's rights were checked.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any, Unpack

from sqlalchemy import Connection, select

from bot.core.account_names import clean, key_of
from bot.settings import Secret
from bot.storage import accounts, audit, crypto, subscribing, vault, workspaces
from bot.storage.accounts import (
    ACCOUNT,
    DEFAULT_ID,
    DEFAULT_NUMBER,
    Account,
    Changes,
    Outcome,
    Saved,
    Visibility,
)
from bot.storage.audit import Action, By
from bot.storage.database import insert_if_absent
from bot.storage.subscriptions import Reason
from bot.storage.tables import ACCOUNTS


def connect(
    connection: Connection,
    team_id: str,
    name: str,
    api_key: Secret,
    by: By,
    **given: Unpack[Changes],
) -> Saved:
    """A new account, owned by whoever connects it unless `given` says otherwise.

    Try the key first. Nothing is saved where the key or the name is connected already; of two at
    once the second is told. KeysError without ENCRYPTION_KEYS.
    """
    fingerprint = vault.fingerprint(connection, team_id, api_key)
    account_id = f"A{secrets.token_hex(8)}"
    number = workspaces.next_number(connection, team_id)
    row = {**_new(team_id, account_id, number, name, by.at)}
    row |= {"owner_user_id": by.user_id, **given}
    row |= {"api_key": api_key, "fingerprint": fingerprint}
    if not insert_if_absent(connection, ACCOUNTS, row):
        return accounts.in_the_way(connection, team_id, key_of(name), fingerprint)
    audit.record(connection, team_id, Action.ACCOUNT_CONNECTED, clean(name), by)
    return Saved(Outcome.SAVED, accounts.sure(connection, team_id, account_id))


def from_environment(
    connection: Connection, team_id: str, api_key: Secret, zone: str | None, now: datetime
) -> Account:
    """The account whose key is in the environment, made on first sight; the key is not stored.

    Its zone is the environment's where that is set. Where there are ENCRYPTION_KEYS the key is
    known again, should somebody connect it too; where somebody has, it is theirs.
    """
    found = accounts.get(connection, team_id, DEFAULT_ID)
    if not found:
        # Somebody may have given the name to another account; or have made this one meanwhile.
        names = (DEFAULT_ID, f"{DEFAULT_ID} {secrets.token_hex(3)}")
        rows = (_new(team_id, DEFAULT_ID, DEFAULT_NUMBER, name, now) for name in names)
        made = any(insert_if_absent(connection, ACCOUNTS, row) for row in rows)
        found = accounts.sure(connection, team_id, DEFAULT_ID)
        if made:
            by = By(audit.OPERATOR, "environment", now)
            audit.record(connection, team_id, Action.ACCOUNT_CONNECTED, found.name, by)
    wanted: dict[str, str | None] = {} if zone is None else {"zone": zone}
    if crypto.has_keys(connection.dialect):
        theirs = holder(connection, team_id, api_key) is not None
        known_by = None if theirs else vault.fingerprint(connection, team_id, api_key)
        wanted["fingerprint"] = known_by
    mine = (ACCOUNT.team_id == team_id) & (ACCOUNT.account_id == DEFAULT_ID)
    stored = connection.execute(select(ACCOUNT.zone, ACCOUNT.fingerprint).where(mine)).one()
    if changed := {name: one for name, one in wanted.items() if stored._mapping[name] != one}:
        accounts.write(connection, team_id, DEFAULT_ID, changed)
    return accounts.sure(connection, team_id, DEFAULT_ID)


def holder(connection: Connection, team_id: str, api_key: Secret) -> Account | None:
    """The account that was connected from Slack with the environment's key, where one was.

    KeysError without ENCRYPTION_KEYS, by which nothing was.
    """
    fingerprint = vault.fingerprint(connection, team_id, api_key)
    which = (ACCOUNT.fingerprint == fingerprint) & (ACCOUNT.account_id != DEFAULT_ID)
    return accounts.one(connection, team_id, which)


def replace_key(
    connection: Connection, team_id: str, account_id: str, api_key: Secret, by: By
) -> Saved | None:
    """Give an account another key, which was tried; None where there is no such account.

    A key that an account has already, also this one, is KEY_KNOWN and changes nothing. The key of
    the environment's account is replaced there: None too. Digests that waited for it go on.
    """
    workspaces.held(connection, team_id)
    before = accounts.get(connection, team_id, account_id)
    if not before or account_id == DEFAULT_ID:
        return None
    fingerprint = vault.fingerprint(connection, team_id, api_key)
    known = accounts.one(connection, team_id, ACCOUNT.fingerprint == fingerprint)
    values = {"api_key": api_key, "fingerprint": fingerprint, "last_ok_at": by.at}
    values |= {"last_error": None, "failing_since": None, "told_at": None}
    if known or not accounts.write(connection, team_id, account_id, values):
        return accounts.in_the_way(connection, team_id, None, fingerprint)
    audit.record(connection, team_id, Action.KEY_REPLACED, before.name, by)
    subscribing.mend(connection, team_id, Reason.KEY, by, account_number=before.number)
    return Saved(Outcome.SAVED, accounts.sure(connection, team_id, account_id))


def _new(team_id: str, account_id: str, number: int, name: str, now: datetime) -> dict[str, Any]:
    return {
        "team_id": team_id,
        "account_id": account_id,
        "number": number,
        "name": clean(name),
        "name_key": accounts.called(name),
        "week_start": 0,
        "visibility": Visibility.WORKSPACE,
        "masking": True,
        "hidden": (),
        "connected_at": now,
        "last_ok_at": now,
    }
