"""How each account's key does: when it last worked, what failed last, and since when.

Must keep no more than the kind of a failure, never what Flow XO said.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, literal, or_, update
from sqlalchemy.sql.functions import coalesce

from bot.storage.tables import ACCOUNTS
from bot.storage.types import Instant

# A key that works is noted once in a while: not every question should write.
NOTED_EVERY = timedelta(minutes=5)
# One failure is told to whoever can mend it once in that time, whoever asks for it.
TOLD_EVERY = timedelta(days=1)
_ACCOUNT = ACCOUNTS.c


def succeeded(connection: Connection, team_id: str, account_id: str, now: datetime) -> bool:
    """Flow XO gave figures; whether that was worth noting."""
    worth = or_(
        _ACCOUNT.failing_since.is_not(None),
        _ACCOUNT.last_ok_at.is_(None),
        _ACCOUNT.last_ok_at <= now - NOTED_EVERY,
    )
    values = {"last_ok_at": now, "last_error": None, "failing_since": None}
    statement = update(ACCOUNTS).where(
        _ACCOUNT.team_id == team_id, _ACCOUNT.account_id == account_id, worth
    )
    return connection.execute(statement.values(**values)).rowcount == 1


def failed(connection: Connection, team_id: str, account_id: str, kind: str, now: datetime) -> bool:
    """It gave none: `kind` is the error's class. Whether there is such an account."""
    statement = update(ACCOUNTS).where(
        _ACCOUNT.team_id == team_id, _ACCOUNT.account_id == account_id
    )
    since = coalesce(_ACCOUNT.failing_since, literal(now, Instant))
    return connection.execute(statement.values(last_error=kind, failing_since=since)).rowcount == 1


def tell_once(connection: Connection, team_id: str, account_id: str, now: datetime) -> bool:
    """Note that somebody is told now; False where it was done within a day, or nothing fails.

    A key that comes and goes is told no more often; another key is another matter. Of several at
    once only the first may tell.
    """
    worth = or_(_ACCOUNT.told_at.is_(None), _ACCOUNT.told_at <= now - TOLD_EVERY)
    statement = update(ACCOUNTS).where(
        _ACCOUNT.team_id == team_id,
        _ACCOUNT.account_id == account_id,
        _ACCOUNT.failing_since.is_not(None),
        worth,
    )
    return connection.execute(statement.values(told_at=now)).rowcount == 1


def not_told(connection: Connection, team_id: str, account_ids: Sequence[str]) -> None:
    """Take `tell_once` back: the message was not taken."""
    statement = update(ACCOUNTS).where(
        _ACCOUNT.team_id == team_id, _ACCOUNT.account_id.in_(account_ids)
    )
    connection.execute(statement.values(told_at=None))
