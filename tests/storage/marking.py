"""One small writing transaction and what it left, for tests of what may come between."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Engine, select

from bot.storage import database, seen
from bot.storage.tables import SEEN_REQUESTS

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)


def mark(engine: Engine, key: str, wait_s: float = 30.0) -> bool:
    """One small writing transaction."""
    with database.transaction(engine, wait_s) as connection:
        return seen.first_time(connection, key, NOW)


def count(engine: Engine) -> int:
    """How many requests were seen."""
    with database.reading(engine) as connection:
        return len(connection.execute(select(SEEN_REQUESTS.c.key)).all())
