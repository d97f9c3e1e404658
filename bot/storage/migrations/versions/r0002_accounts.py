"""Accounts and what is known of workspaces, channels and people; the vault; the audit log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_CONNECTED = sa.text("disconnected_at IS NULL")


def upgrade() -> None:
    """To this revision."""
    _make_accounts()
    _make_channels()
    op.create_table(
        "vault",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("secret", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_vault"),
    )
    op.create_table(
        "workspaces",
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("connecting", sa.String(16), nullable=False),
        sa.Column("connectors", sa.Text, nullable=False),
        sa.Column("numbered", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("team_id", name="pk_workspaces"),
    )
    op.create_table(
        "preferences",
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("user_id", sa.String(64), nullable=False),
        sa.Column("date_order", sa.String(16)),
        sa.Column("language", sa.String(16)),
        sa.PrimaryKeyConstraint("team_id", "user_id", name="pk_preferences"),
    )
    _make_tokens()
    _make_audit_log()


def _make_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("account_id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False),
        sa.Column("api_key", sa.Text),
        sa.Column("fingerprint", sa.String(64)),
        sa.Column("zone", sa.String(64)),
        sa.Column("week_start", sa.Integer, nullable=False),
        sa.Column("owner_user_id", sa.String(64)),
        sa.Column("visibility", sa.String(16), nullable=False),
        sa.Column("masking", sa.Boolean, nullable=False, server_default=sa.true()),
        sa.Column("hidden", sa.Text, nullable=False),
        sa.Column("connected_at", _INSTANT, nullable=False),
        sa.Column("last_ok_at", _INSTANT),
        sa.Column("last_error", sa.String(64)),
        sa.Column("failing_since", _INSTANT),
        sa.Column("told_at", _INSTANT),
        sa.Column("disconnected_at", _INSTANT),
        sa.PrimaryKeyConstraint("team_id", "account_id", name="pk_accounts"),
        sa.UniqueConstraint("team_id", "number", name="uq_accounts_team_id_number"),
    )
    for column in ("name_key", "fingerprint"):
        op.create_index(
            f"ix_accounts_team_id_{column}",
            "accounts",
            ["team_id", column],
            unique=True,
            sqlite_where=_CONNECTED,
            postgresql_where=_CONNECTED,
        )


def _make_channels() -> None:
    op.create_table(
        "channels",
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("channel_id", sa.String(64), nullable=False),
        sa.Column("account_id", sa.String(32)),
        sa.Column("only_this_account", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("outsiders_may_ask", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("team_id", "channel_id", name="pk_channels"),
        sa.ForeignKeyConstraint(
            ["team_id", "account_id"],
            ["accounts.team_id", "accounts.account_id"],
            name="fk_channels_team_id_account_id_accounts",
        ),
    )
    op.create_index("ix_channels_team_id_account_id", "channels", ["team_id", "account_id"])


def _make_tokens() -> None:
    op.create_table(
        "connect_tokens",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("purpose", sa.String(16), nullable=False),
        sa.Column("user_id", sa.String(64), nullable=False),
        sa.Column("asked_by", sa.String(64)),
        sa.Column("channel_id", sa.String(64)),
        sa.Column("thread_ts", sa.String(64)),
        sa.Column("account_id", sa.String(32)),
        sa.Column("name", sa.Text),
        sa.Column("question", sa.Text),
        sa.Column("expires_at", _INSTANT, nullable=False),
        sa.Column("used_at", _INSTANT),
        sa.PrimaryKeyConstraint("token_hash", name="pk_connect_tokens"),
    )
    op.create_index("ix_connect_tokens_team_id", "connect_tokens", ["team_id"])
    op.create_index("ix_connect_tokens_expires_at", "connect_tokens", ["expires_at"])


def _make_audit_log() -> None:
    op.create_table(
        "audit_log",
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("user_id", sa.String(64), nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("origin", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_audit_log"),
    )
    op.create_index("ix_audit_log_team_id_entry_id", "audit_log", ["team_id", "entry_id"])
    op.create_index("ix_audit_log_at", "audit_log", ["at"])


def downgrade() -> None:
    """Back to the one before."""
    for name in (
        "audit_log",
        "connect_tokens",
        "preferences",
        "workspaces",
        "vault",
        "channels",
        "accounts",
    ):
        op.drop_table(name)
