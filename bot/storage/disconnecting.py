"""Disconnecting an account, and taking that back within a day; after it the key is gone.

Must leave no account findable that was disconnected.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from bot.core.account_names import key_of
from bot.storage import accounts, audit, subscribing, workspaces
from bot.storage.accounts import ACCOUNT, Account, Outcome, Saved
from bot.storage.audit import Action, By
from bot.storage.subscriptions import Reason
from bot.storage.tables import ACCOUNTS

RESTORABLE = timedelta(days=1)


def disconnect(connection: Connection, team_id: str, account_id: str, by: By) -> Account | None:
    """Nobody may ask about it from now on; the account as it was, None where there is none.

    Channels keep it, for when it is restored: what was for it alone is for nobody meanwhile. The
    environment's account is disconnected by taking FLOWXO_API_KEY out of the environment.
    """
    workspaces.held(connection, team_id)
    before = accounts.get(connection, team_id, account_id)
    if not before or account_id == accounts.DEFAULT_ID:
        return None
    accounts.write(connection, team_id, account_id, {"disconnected_at": by.at})
    audit.record(connection, team_id, Action.ACCOUNT_DISCONNECTED, before.name, by)
    return before


def left(connection: Connection, team_id: str, number: int, now: datetime) -> Account | None:
    """The account of that number that was disconnected within the last day; None else."""
    gone = ACCOUNT.disconnected_at > now - RESTORABLE
    return accounts.whichever(connection, team_id, (ACCOUNT.number == number) & gone)


def restore(connection: Connection, team_id: str, account_id: str, by: By) -> Saved | None:
    """Take a disconnection back; None where there is none from the last day.

    Where its name or its key was given to another account meanwhile, nothing is changed.
    """
    workspaces.held(connection, team_id)
    left = (ACCOUNT.team_id == team_id) & (ACCOUNT.account_id == account_id)
    left &= ACCOUNT.disconnected_at > by.at - RESTORABLE
    row = connection.execute(select(ACCOUNT.name, ACCOUNT.fingerprint).where(left)).first()
    if not row:
        return None
    if not accounts.written(connection, update(ACCOUNTS).where(left).values(disconnected_at=None)):
        return accounts.in_the_way(connection, team_id, key_of(row.name), row.fingerprint)
    audit.record(connection, team_id, Action.ACCOUNT_RESTORED, row.name, by)
    found = accounts.sure(connection, team_id, account_id)
    subscribing.mend(connection, team_id, Reason.ACCOUNT, by, account_number=found.number)
    return Saved(Outcome.SAVED, found)


def remove(connection: Connection, team_id: str, account_id: str, by: By) -> Account | None:
    """Delete an account with its key at once, as after connecting it by mistake."""
    workspaces.held(connection, team_id)
    before = accounts.get(connection, team_id, account_id)
    if before:
        accounts.forget(connection, team_id, ACCOUNT.account_id == account_id)
        audit.record(connection, team_id, Action.ACCOUNT_REMOVED, before.name, by)
    return before


def prune(connection: Connection, now: datetime) -> int:
    """Delete, in all workspaces, the accounts that can be restored no more; how many."""
    late = ACCOUNT.disconnected_at <= now - RESTORABLE
    # In one order, so that two processes at it never wait for each other.
    found = select(ACCOUNT.team_id).where(late).distinct().order_by(ACCOUNT.team_id)
    teams = connection.execute(found).scalars().all()
    return sum(accounts.forget(connection, team_id, late) for team_id in teams)
