"""The tables as SQLAlchemy Core sees them; holds no query and opens nothing.

A change here needs a migration beside it: a test compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, Dialect, Index, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC on either engine; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite has no zones and gets UTC's wall time."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a zone cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Back, aware and in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    }
)

THREADS = Table(
    "threads",
    METADATA,
    Column("team_id", String(64), primary_key=True),
    Column("channel_id", String(64), primary_key=True),
    Column("thread_ts", String(64), primary_key=True),
    Column("text", Text, nullable=False),
    Column("answered_at", Instant, nullable=False),
    Index(None, "answered_at"),
)

SEEN_REQUESTS = Table(
    "seen_requests",
    METADATA,
    Column("key", String(255), primary_key=True),
    Column("seen_at", Instant, nullable=False),
    # Which process took it, and when it was done with it.
    Column("owner", String(255), nullable=False, server_default=""),
    Column("done_at", Instant),
    Index(None, "seen_at"),
)
