"""What is looked after before digests are due: which keys and owners, each once a day by one.

Asks nobody: it only says what is due soon, and who may look.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, func, select

from bot.storage.database import insert_if_absent
from bot.storage.subscriptions import SUBSCRIPTION, State
from bot.storage.tables import CHECKS

KEY, OWNER = "key", "owner"
KEPT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Due:
    """An account's number, None for all, and when its next digest in a workspace is due."""

    team_id: str
    account_number: int | None
    next_run_at: datetime


def accounts_due(connection: Connection, now: datetime, until: datetime) -> list[Due]:
    """The accounts that a digest needs between now and then, the first due first."""
    next_at = func.min(SUBSCRIPTION.next_run_at)
    key = (SUBSCRIPTION.team_id, SUBSCRIPTION.account_number)
    statement = select(*key, next_at).where(*_due(now, until)).group_by(*key).order_by(next_at)
    return [Due(*row) for row in connection.execute(statement)]


def owners_due(connection: Connection, now: datetime, until: datetime) -> list[tuple[str, str]]:
    """The workspaces and people whose digests are due between now and then."""
    key = (SUBSCRIPTION.team_id, SUBSCRIPTION.owner_user_id)
    statement = select(*key).where(*_due(now, until)).distinct().order_by(*key)
    return [(team_id, user_id) for team_id, user_id in connection.execute(statement)]


def done(connection: Connection, kind: str) -> set[tuple[str, str, str]]:
    """What of that kind was looked after: workspace, subject, day."""
    statement = select(CHECKS.c.team_id, CHECKS.c.subject, CHECKS.c.day)
    rows = connection.execute(statement.where(CHECKS.c.kind == kind))
    return {(team_id, subject, day) for team_id, subject, day in rows}


def take(
    connection: Connection, team_id: str, kind: str, subject: str, day: date, now: datetime
) -> bool:
    """Whether one is the first to look after it for that day."""
    row = {"team_id": team_id, "kind": kind, "subject": subject, "day": day.isoformat(), "at": now}
    return insert_if_absent(connection, CHECKS, row)


def prune(connection: Connection, now: datetime) -> int:
    """Forget what was looked after two weeks ago, in all workspaces; how many."""
    return connection.execute(delete(CHECKS).where(CHECKS.c.at <= now - KEPT)).rowcount


def _due(now: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        SUBSCRIPTION.state == State.ACTIVE,
        SUBSCRIPTION.deleted_at.is_(None),
        SUBSCRIPTION.next_run_at > now,
        SUBSCRIPTION.next_run_at <= until,
    )
