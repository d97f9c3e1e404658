"""The tables as SQLAlchemy Core sees them; holds no query and opens nothing.

A change here needs a migration beside it: a test compares the two. What belongs to one workspace
has a column `team_id`, by which it is exported and erased.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
    true,
)

from bot.storage.metadata import METADATA as METADATA
from bot.storage.notice_tables import CHECKS as CHECKS
from bot.storage.notice_tables import NEWS as NEWS
from bot.storage.notice_tables import NOTICES as NOTICES
from bot.storage.types import Encrypted, Fields, Instant, Texts

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

# Secrets of the bot's own; see `storage.vault`.
VAULT = Table(
    "vault",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("secret", Encrypted, nullable=False),
)

WORKSPACES = Table(
    "workspaces",
    METADATA,
    Column("team_id", String(64), primary_key=True),
    # Who may connect accounts: everyone, admins, or these people.
    Column("connecting", String(16), nullable=False),
    Column("connectors", Texts, nullable=False),
    # The number that the last account was given.
    Column("numbered", Integer, nullable=False, server_default="0"),
    # The same of digests.
    Column("digests_numbered", Integer, nullable=False, server_default="0"),
)

_CONNECTED = text("disconnected_at IS NULL")
ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("team_id", String(64), primary_key=True),
    Column("account_id", String(32), primary_key=True),
    # What a question names it by, #3: of one workspace, and given once until that is erased.
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    # Null where the key is in the environment; a fingerprint knows a key again without it.
    Column("api_key", Encrypted),
    Column("fingerprint", String(64)),
    Column("zone", String(64)),
    Column("week_start", Integer, nullable=False),
    Column("owner_user_id", String(64)),
    Column("visibility", String(16), nullable=False),
    Column("masking", Boolean, nullable=False, server_default=true()),
    Column("hidden", Texts, nullable=False),
    Column("connected_at", Instant, nullable=False),
    Column("last_ok_at", Instant),
    Column("last_error", String(64)),
    Column("failing_since", Instant),
    # When its owner, or an admin in their place, was last told so.
    Column("told_at", Instant),
    # From then on it is to be found by whoever takes that back, and by nobody else.
    Column("disconnected_at", Instant),
    UniqueConstraint("team_id", "number"),
    Index(
        None, "team_id", "name_key", unique=True,
        sqlite_where=_CONNECTED, postgresql_where=_CONNECTED,
    ),
    Index(
        None, "team_id", "fingerprint", unique=True,
        sqlite_where=_CONNECTED, postgresql_where=_CONNECTED,
    ),
)  # fmt: skip

_THERE = text("deleted_at IS NULL")
SUBSCRIPTIONS = Table(
    "subscriptions",
    METADATA,
    Column("team_id", String(64), primary_key=True),
    # What people name it by, #7: of one workspace, and never given twice.
    Column("number", Integer, primary_key=True, autoincrement=False),
    # The account's own number; null where it is about all of them.
    Column("account_number", Integer),
    # A channel's id, or a person's.
    Column("target", String(64), nullable=False),
    Column("digest", Fields, nullable=False),
    Column("owner_user_id", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(64)),
    Column("state_at", Instant, nullable=False),
    # The first due time that nothing was planned for yet, also while it is disabled.
    Column("next_run_at", Instant),
    Column("failed_in_row", Integer, nullable=False, server_default="0"),
    # One more with whatever changes what is posted, or where.
    Column("version", Integer, nullable=False, server_default="1"),
    Column("created_at", Instant, nullable=False),
    # From then on it is to be found by whoever takes that back, and by nobody else.
    Column("deleted_at", Instant),
    CheckConstraint("state IN ('active', 'paused', 'disabled')", name="state"),
    # The tick reads this alone, however many there are.
    Index(None, "state", "next_run_at", sqlite_where=_THERE, postgresql_where=_THERE),
    Index(None, "team_id", "target"),
)

_OPEN = text("done_at IS NULL")
DELIVERIES = Table(
    "deliveries",
    METADATA,
    # What the post itself carries, by which it is found again.
    Column("delivery_id", String(32), primary_key=True),
    Column("team_id", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("target", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    # Who works on it, and until when nobody else may.
    Column("owner", String(32)),
    Column("lease_until", Instant),
    Column("not_before", Instant, nullable=False),
    # How many of its workspace were open before it: whoever has many lets others go first.
    Column("turn", Integer, nullable=False, server_default="0"),
    Column("attempt", Integer, nullable=False, server_default="0"),
    Column("late", Boolean, nullable=False, server_default=false()),
    Column("planned_at", Instant, nullable=False),
    Column("sending_at", Instant),
    # When it ended; what has not is what the dispatcher looks through.
    Column("done_at", Instant),
    Column("channel_id", String(64)),
    Column("ts", String(64)),
    Column("error_class", String(32)),
    Column("error", String(128)),
    # Both columns, so that no delivery can be of another workspace's subscription.
    ForeignKeyConstraint(
        ["team_id", "number"], ["subscriptions.team_id", "subscriptions.number"]
    ),
    CheckConstraint(
        "state IN ('pending', 'claimed', 'sending', 'verify',"
        " 'sent', 'failed', 'skipped', 'unknown')",
        name="state",
    ),
    # What makes sure that nothing is planned twice.
    UniqueConstraint("team_id", "number", "due_at", "target"),
    Index(
        None, "state", "not_before", "turn", sqlite_where=_OPEN, postgresql_where=_OPEN,
    ),
    Index(None, "team_id", "target", sqlite_where=_OPEN, postgresql_where=_OPEN),
    Index(None, "due_at"),
)  # fmt: skip

CHANNELS = Table(
    "channels",
    METADATA,
    Column("team_id", String(64), primary_key=True),
    Column("channel_id", String(64), primary_key=True),
    Column("account_id", String(32)),
    Column("only_this_account", Boolean, nullable=False, server_default=false()),
    Column("outsiders_may_ask", Boolean, nullable=False, server_default=false()),
    # Both columns, so that no channel can name another workspace's account.
    ForeignKeyConstraint(["team_id", "account_id"], ["accounts.team_id", "accounts.account_id"]),
    Index(None, "team_id", "account_id"),
)

PREFERENCES = Table(
    "preferences",
    METADATA,
    Column("team_id", String(64), primary_key=True),
    Column("user_id", String(64), primary_key=True),
    Column("date_order", String(16)),
    Column("language", String(16)),
)

CONNECT_TOKENS = Table(
    "connect_tokens",
    METADATA,
    # Of the token only this is kept: whoever reads the table opens no form with it.
    Column("token_hash", String(64), primary_key=True),
    Column("team_id", String(64), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("user_id", String(64), nullable=False),
    Column("asked_by", String(64)),
    Column("channel_id", String(64)),
    Column("thread_ts", String(64)),
    Column("account_id", String(32)),
    Column("name", Text),
    Column("question", Text),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Index(None, "team_id"),
    Index(None, "expires_at"),
)

AUDIT_LOG = Table(
    "audit_log",
    METADATA,
    # SQLite counts by itself in a column of this very type alone.
    Column("entry_id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("team_id", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", String(64), nullable=False),
    Column("action", String(64), nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("origin", String(64), nullable=False),
    Index(None, "team_id", "entry_id"),
    Index(None, "at"),
)
