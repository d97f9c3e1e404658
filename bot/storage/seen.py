"""The requests seen in the last 15 minutes, so that each is acted on once, also after a restart.

Must be asked inside the transaction that nothing else follows: what is undone was not seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, select, update

from bot.storage.database import insert_if_absent
from bot.storage.tables import SEEN_REQUESTS

KEPT = timedelta(minutes=15)
_LONGEST = 255
_SEEN = SEEN_REQUESTS.c


def first_time(
    connection: Connection,
    key: str,
    now: datetime,
    *,
    owner: str = "",
    gone: Callable[[str], bool] | None = None,
) -> bool:
    """Whether `key` (an event_id, a trigger_id) was not seen in the last 15 minutes; marks it.

    `owner` names the process that takes it. One that another process took and never finished is
    new again where `gone` says that the process is no more.
    """
    key = _short(key)
    connection.execute(delete(SEEN_REQUESTS).where(_SEEN.key == key, _SEEN.seen_at <= now - KEPT))
    if insert_if_absent(connection, SEEN_REQUESTS, {"key": key, "seen_at": now, "owner": owner}):
        return True
    left = connection.execute(
        select(_SEEN.owner).where(_SEEN.key == key, _SEEN.done_at.is_(None), _SEEN.owner != "")
    ).scalar()
    if left is None or gone is None or not gone(left):
        return False
    taken = (
        update(SEEN_REQUESTS)
        .where(_SEEN.key == key, _SEEN.owner == left, _SEEN.done_at.is_(None))
        .values(owner=owner, seen_at=now)
    )
    return connection.execute(taken).rowcount == 1


def finish(connection: Connection, keys: Iterable[str], now: datetime) -> None:
    """Mark `keys` as done with: whatever becomes of this process, they are not new again."""
    shortened = [_short(key) for key in keys]
    connection.execute(update(SEEN_REQUESTS).where(_SEEN.key.in_(shortened)).values(done_at=now))


def _short(key: str) -> str:
    return key if len(key) <= _LONGEST else hashlib.sha256(key.encode()).hexdigest()


def teams(connection: Connection) -> set[str]:
    """The workspaces that messages seen are of."""
    keys = connection.execute(select(_SEEN.key).where(_SEEN.key.startswith("message:"))).scalars()
    return {key.split(":")[1] for key in keys}


def of_team(team_id: str) -> ColumnElement[bool]:
    """Which rows are a workspace's: its messages, whose keys name it (`message:T…:C…:ts`).

    Other keys are random ids of Slack's, of which nobody can tell the workspace.
    """
    return _SEEN.key.startswith(f"message:{team_id}:", autoescape=True)


def erase(connection: Connection, team_id: str) -> int:
    """Forget the messages of a workspace; how many."""
    return connection.execute(delete(SEEN_REQUESTS).where(of_team(team_id))).rowcount


def prune(connection: Connection, now: datetime) -> int:
    """Forget what was seen more than 15 minutes ago; how many."""
    return connection.execute(delete(SEEN_REQUESTS).where(_SEEN.seen_at <= now - KEPT)).rowcount
