"""Subscriptions to digests, and their deliveries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_THERE = sa.text("deleted_at IS NULL")
_STATES = "'pending', 'claimed', 'sending', 'verify', 'sent', 'failed', 'skipped', 'unknown'"
_SUBSCRIBED = ["team_id", "number"]
_ONCE = ("team_id", "number", "due_at", "target")
_OPEN = sa.text("done_at IS NULL")


def upgrade() -> None:
    """To this revision."""
    with op.batch_alter_table("workspaces") as workspaces:
        workspaces.add_column(
            sa.Column("digests_numbered", sa.Integer, nullable=False, server_default="0")
        )
    _make_subscriptions()
    _make_deliveries()


def _make_subscriptions() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("account_number", sa.Integer),
        sa.Column("target", sa.String(64), nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("owner_user_id", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(64)),
        sa.Column("state_at", _INSTANT, nullable=False),
        sa.Column("next_run_at", _INSTANT),
        sa.Column("failed_in_row", sa.Integer, nullable=False, server_default="0"),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("deleted_at", _INSTANT),
        sa.PrimaryKeyConstraint("team_id", "number", name="pk_subscriptions"),
        sa.CheckConstraint(
            "state IN ('active', 'paused', 'disabled')", name="ck_subscriptions_state"
        ),
    )
    op.create_index(
        "ix_subscriptions_state_next_run_at",
        "subscriptions",
        ["state", "next_run_at"],
        sqlite_where=_THERE,
        postgresql_where=_THERE,
    )
    op.create_index("ix_subscriptions_team_id_target", "subscriptions", ["team_id", "target"])


def _make_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("delivery_id", sa.String(32), nullable=False),
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("due_at", _INSTANT, nullable=False),
        sa.Column("target", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(32)),
        sa.Column("lease_until", _INSTANT),
        sa.Column("not_before", _INSTANT, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False, server_default="0"),
        sa.Column("attempt", sa.Integer, nullable=False, server_default="0"),
        sa.Column("late", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("planned_at", _INSTANT, nullable=False),
        sa.Column("sending_at", _INSTANT),
        sa.Column("done_at", _INSTANT),
        sa.Column("channel_id", sa.String(64)),
        sa.Column("ts", sa.String(64)),
        sa.Column("error_class", sa.String(32)),
        sa.Column("error", sa.String(128)),
        sa.PrimaryKeyConstraint("delivery_id", name="pk_deliveries"),
        sa.ForeignKeyConstraint(
            _SUBSCRIBED,
            [f"subscriptions.{name}" for name in _SUBSCRIBED],
            name="fk_deliveries_team_id_number_subscriptions",
        ),
        sa.CheckConstraint(f"state IN ({_STATES})", name="ck_deliveries_state"),
        sa.UniqueConstraint(*_ONCE, name=f"uq_deliveries_{'_'.join(_ONCE)}"),
    )
    _index_deliveries()


def _index_deliveries() -> None:
    for columns in (["state", "not_before", "turn"], ["team_id", "target"]):
        op.create_index(
            f"ix_deliveries_{'_'.join(columns)}",
            "deliveries",
            columns,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        )
    op.create_index("ix_deliveries_due_at", "deliveries", ["due_at"])


def downgrade() -> None:
    """Back to the one before."""
    op.drop_table("deliveries")
    op.drop_table("subscriptions")
    with op.batch_alter_table("workspaces") as workspaces:
        workspaces.drop_column("digests_numbered")
