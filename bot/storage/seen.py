"""The requests seen in the last 15 minutes, so that each is acted on once, also after a restart.

Must be asked inside the transaction that nothing else follows: what is undone was not seen.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete

from bot.storage.database import insert_if_absent
from bot.storage.tables import SEEN_REQUESTS

KEPT = timedelta(minutes=15)
_LONGEST = 255


def first_time(connection: Connection, key: str, now: datetime) -> bool:
    """Whether `key` (an event_id, a trigger_id) was not seen in the last 15 minutes; marks it."""
    if len(key) > _LONGEST:
        key = hashlib.sha256(key.encode()).hexdigest()
    connection.execute(
        delete(SEEN_REQUESTS).where(
            SEEN_REQUESTS.c.key == key, SEEN_REQUESTS.c.seen_at <= now - KEPT
        )
    )
    return insert_if_absent(connection, SEEN_REQUESTS, {"key": key, "seen_at": now})


def prune(connection: Connection, now: datetime) -> int:
    """Forget what was seen more than 15 minutes ago; how many."""
    return connection.execute(
        delete(SEEN_REQUESTS).where(SEEN_REQUESTS.c.seen_at <= now - KEPT)
    ).rowcount
