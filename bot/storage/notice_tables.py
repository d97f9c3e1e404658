"""The tables of what people are told about their digests; all others are in `tables`.

The same holds for them: a change needs a migration beside it.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, false, text

from bot.storage.metadata import METADATA
from bot.storage.types import Instant

_OPEN = text("done_at IS NULL")
# What is to be told about digests: a row for each digest and person; "" is whoever can mend it.
_UNTOLD = text("notice_id IS NULL")
NEWS = Table(
    "news",
    METADATA,
    Column("news_id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("team_id", String(64), nullable=False),
    Column("user_id", String(64), nullable=False),
    Column("cause", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("delivery_id", String(32)),
    Column("at", Instant, nullable=False),
    # The message that tells it.
    Column("notice_id", String(32)),
    Index(
        None, "team_id", "user_id", "cause", "subject", "number", "due_at", unique=True,
        sqlite_where=_UNTOLD, postgresql_where=_UNTOLD,
    ),
    Index(None, "notice_id"),
)  # fmt: skip

# One message to one person about one cause, on its way as a delivery is.
NOTICES = Table(
    "notices",
    METADATA,
    Column("notice_id", String(32), primary_key=True),
    Column("team_id", String(64), nullable=False),
    Column("user_id", String(64), nullable=False),
    Column("cause", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("owner", String(32)),
    Column("lease_until", Instant),
    Column("not_before", Instant, nullable=False),
    Column("attempt", Integer, nullable=False, server_default="0"),
    Column("made_at", Instant, nullable=False),
    Column("sending_at", Instant),
    Column("done_at", Instant),
    # Its cause is mended: whatever comes then is told at once.
    Column("over", Boolean, nullable=False, server_default=false()),
    Column("channel_id", String(64)),
    Column("ts", String(64)),
    Column("error", String(128)),
    # What makes sure that nobody is told the same by two at once.
    Index(
        None, "team_id", "user_id", "cause", "subject", unique=True,
        sqlite_where=_OPEN, postgresql_where=_OPEN,
    ),
    Index("ix_notices_told", "team_id", "user_id", "cause", "subject", "made_at"),
)  # fmt: skip

# What is looked after once a day at most, by whichever replica is first.
CHECKS = Table(
    "checks",
    METADATA,
    Column("team_id", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("at", Instant, nullable=False),
)
