"""Who changed what, when and from where: a row for each change, in its own transaction.

Must hold no secret: what looks like one is masked before it is stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, select

from bot.logs.redaction import Redactor
from bot.storage.tables import AUDIT_LOG

KEPT = timedelta(days=400)
# Whoever runs the bot, at its command line or by its environment.
OPERATOR = ""
_LONGEST_ORIGIN = 64
_AUDIT = AUDIT_LOG.c
_REDACTOR = Redactor()


class Action(StrEnum):
    """What can be changed."""

    ACCOUNT_CONNECTED = "account_connected"
    ACCOUNT_RENAMED = "account_renamed"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_DISCONNECTED = "account_disconnected"
    ACCOUNT_RESTORED = "account_restored"
    ACCOUNT_REMOVED = "account_removed"
    KEY_REPLACED = "key_replaced"
    CHANNEL_CHANGED = "channel_changed"
    CONNECTING_CHANGED = "connecting_changed"
    PREFERENCES_CHANGED = "preferences_changed"
    DIGEST_SAVED = "digest_saved"
    DIGEST_CHANGED = "digest_changed"
    DIGEST_MOVED = "digest_moved"
    DIGEST_HANDED_OVER = "digest_handed_over"
    DIGEST_PAUSED = "digest_paused"
    DIGEST_RESUMED = "digest_resumed"
    DIGEST_DISABLED = "digest_disabled"
    DIGEST_DELETED = "digest_deleted"
    DIGEST_RESTORED = "digest_restored"
    DIGEST_SENT_AGAIN = "digest_sent_again"
    DIGEST_ARRIVED = "digest_arrived"


@dataclass(frozen=True, slots=True)
class By:
    """Who makes a change, when, and from where ("settings in C123", "connect page")."""

    user_id: str
    origin: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. `action` is a text: a later version may have made others than these."""

    at: datetime
    user_id: str
    action: str
    subject: str
    detail: str
    origin: str


def record(
    connection: Connection, team_id: str, action: Action, subject: str, by: By, detail: str = ""
) -> None:
    """Keep that `by` did `action` to `subject` (a name, an id)."""
    connection.execute(
        AUDIT_LOG.insert().values(
            team_id=team_id,
            at=by.at,
            user_id=by.user_id,
            action=action.value,
            subject=_plain(subject),
            detail=_plain(detail),
            origin=_plain(by.origin)[:_LONGEST_ORIGIN],
        )
    )


def latest(connection: Connection, team_id: str, limit: int = 10) -> tuple[Entry, ...]:
    """The newest changes in a workspace, the newest first."""
    return tuple(_entries(connection, team_id, limit))


def every(connection: Connection, team_id: str) -> Iterator[Entry]:
    """All of them, the newest first; read while the connection is open."""
    return _entries(connection, team_id, None)


def prune(connection: Connection, now: datetime) -> int:
    """Forget changes of more than 400 days ago, in all workspaces; how many."""
    return connection.execute(delete(AUDIT_LOG).where(_AUDIT.at <= now - KEPT)).rowcount


def _entries(connection: Connection, team_id: str, limit: int | None) -> Iterator[Entry]:
    statement = (
        select(
            _AUDIT.at, _AUDIT.user_id, _AUDIT.action, _AUDIT.subject, _AUDIT.detail, _AUDIT.origin
        )
        .where(_AUDIT.team_id == team_id)
        .order_by(_AUDIT.entry_id.desc())
        .limit(limit)
    )
    for row in connection.execute(statement):
        yield Entry(*row)


def _plain(text: str) -> str:
    # A NUL is no character to PostgreSQL.
    return _REDACTOR.text(text.replace("\0", ""))
