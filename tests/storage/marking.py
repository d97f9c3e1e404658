"""One small writing transaction and what it left, and a disk that refuses it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from sqlalchemy import Engine, event, select

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


def with_pragma(engine: Engine, pragma: str) -> Engine:
    """`engine`, every new connection of it under one more pragma."""

    def set_up(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", set_up)
    engine.dispose()
    return engine
