"""The query of each answered thread, kept for 30 days so that a reply can refine it.

Must hold canonical texts only, never what somebody typed.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select

from bot.storage.database import insert_or_replace
from bot.storage.tables import THREADS

KEPT = timedelta(days=30)


def remember(
    connection: Connection,
    team_id: str,
    channel_id: str,
    thread_ts: str,
    text: str,
    now: datetime,
) -> None:
    """Keep `text`, a canonical pinned query, as what the thread shows; it replaces the last one."""
    insert_or_replace(
        connection,
        THREADS,
        {
            "team_id": team_id,
            "channel_id": channel_id,
            "thread_ts": thread_ts,
            "text": text,
            "answered_at": now,
        },
    )


def recall(
    connection: Connection, team_id: str, channel_id: str, thread_ts: str, now: datetime
) -> str | None:
    """The canonical text that the thread showed last, or None where there is none from 30 days."""
    statement = select(THREADS.c.text).where(
        THREADS.c.team_id == team_id,
        THREADS.c.channel_id == channel_id,
        THREADS.c.thread_ts == thread_ts,
        THREADS.c.answered_at > now - KEPT,
    )
    return connection.execute(statement).scalar_one_or_none()


def prune(connection: Connection, now: datetime) -> int:
    """Forget the threads of more than 30 days ago; how many."""
    return connection.execute(delete(THREADS).where(THREADS.c.answered_at <= now - KEPT)).rowcount
