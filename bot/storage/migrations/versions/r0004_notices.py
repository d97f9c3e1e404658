"""What people are told about their digests, and what is looked after once a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_UNTOLD = sa.text("notice_id IS NULL")
_OPEN = sa.text("done_at IS NULL")
_ABOUT = ["team_id", "user_id", "cause", "subject"]


def upgrade() -> None:
    """To this revision."""
    _make_news()
    _make_notices()
    op.create_table(
        "checks",
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "kind", "subject", "day", name="pk_checks"),
    )


def _make_news() -> None:
    op.create_table(
        "news",
        sa.Column("news_id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("user_id", sa.String(64), nullable=False),
        sa.Column("cause", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("due_at", _INSTANT, nullable=False),
        sa.Column("delivery_id", sa.String(32)),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("notice_id", sa.String(32)),
        sa.PrimaryKeyConstraint("news_id", name="pk_news"),
    )
    op.create_index(
        "ix_news_team_id_user_id_cause_subject_number_due_at",
        "news",
        [*_ABOUT, "number", "due_at"],
        unique=True,
        sqlite_where=_UNTOLD,
        postgresql_where=_UNTOLD,
    )
    op.create_index("ix_news_notice_id", "news", ["notice_id"])


def _make_notices() -> None:
    op.create_table(
        "notices",
        sa.Column("notice_id", sa.String(32), nullable=False),
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("user_id", sa.String(64), nullable=False),
        sa.Column("cause", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(32)),
        sa.Column("lease_until", _INSTANT),
        sa.Column("not_before", _INSTANT, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False, server_default="0"),
        sa.Column("made_at", _INSTANT, nullable=False),
        sa.Column("sending_at", _INSTANT),
        sa.Column("done_at", _INSTANT),
        sa.Column("over", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("channel_id", sa.String(64)),
        sa.Column("ts", sa.String(64)),
        sa.Column("error", sa.String(128)),
        sa.PrimaryKeyConstraint("notice_id", name="pk_notices"),
    )
    op.create_index(
        f"ix_notices_{'_'.join(_ABOUT)}",
        "notices",
        _ABOUT,
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_index("ix_notices_told", "notices", [*_ABOUT, "made_at"])


def downgrade() -> None:
    """Back to the one before."""
    for name in ("checks", "notices", "news"):
        op.drop_table(name)
