"""Every released schema with data in it, and revisions of versions that are not there yet."""

from __future__ import annotations

import shutil
from pathlib import Path

from alembic import command
from sqlalchemy import Engine, text

from bot.storage import upgrades

# What the version that wrote a revision had stored, by the revision.
DATA = {
    "0001": (
        "INSERT INTO threads VALUES ('T', 'C', '1.1', 'stats 2026-10', '2026-11-26 14:45:00')",
        "INSERT INTO seen_requests (key, seen_at) VALUES ('Ev1', '2026-11-26 14:45:00')",
    ),
    "0002": (
        "INSERT INTO accounts (team_id, account_id, number, name, name_key, week_start,"
        " visibility, hidden, connected_at) VALUES ('T', 'A1', 1, 'Acme', 'acme', 0, 'workspace',"
        " '[\"Menu\"]',"
        " '2026-11-26 14:45:00')",
        "INSERT INTO channels (team_id, channel_id, account_id, only_this_account)"
        " VALUES ('T', 'C', 'A1', true)",
        "INSERT INTO preferences VALUES ('T', 'U', 'day_first', 'de')",
        "INSERT INTO workspaces (team_id, connecting, connectors, numbered)"
        " VALUES ('T', 'named', '[\"U\"]', 1)",
        "INSERT INTO connect_tokens (token_hash, team_id, purpose, user_id, expires_at)"
        " VALUES ('hash', 'T', 'connect', 'U', '2026-11-26 14:45:00')",
        "INSERT INTO audit_log (team_id, at, user_id, action, subject, detail, origin)"
        " VALUES ('T', '2026-11-26 14:45:00', 'U', 'account_connected', 'Acme', '', 'test')",
        "INSERT INTO vault VALUES ('fingerprints', '00000000.token')",
    ),
    "0003": (
        "INSERT INTO subscriptions (team_id, number, target, digest, owner_user_id, state,"
        " state_at, created_at) VALUES ('T', 7, 'C', '{}', 'U', 'active',"
        " '2026-11-26 14:45:00', '2026-11-26 14:45:00')",
        "INSERT INTO deliveries (delivery_id, team_id, number, due_at, target, kind, state,"
        " not_before, planned_at) VALUES ('d', 'T', 7, '2026-11-26 14:45:00', 'C', 'scheduled',"
        " 'pending', '2026-11-26 14:45:00', '2026-11-26 14:45:00')",
    ),
    "0004": (
        "INSERT INTO news (team_id, user_id, cause, subject, number, due_at, at, notice_id)"
        " VALUES ('T', 'U', 'key', '1', 7, '2026-11-26 14:45:00', '2026-11-26 14:45:00', 'n')",
        "INSERT INTO notices (notice_id, team_id, user_id, cause, subject, state, not_before,"
        " made_at) VALUES ('n', 'T', 'U', 'key', '1', 'pending', '2026-11-26 14:45:00',"
        " '2026-11-26 14:45:00')",
        "INSERT INTO checks VALUES ('T', 'key', '1', '2026-11-26', '2026-11-26 14:45:00')",
    ),
}
REVISIONS = sorted(DATA)
NEXT = '''"""A later revision."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{newest}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("threads") as table:
        table.add_column(sa.Column("note", sa.Text, nullable=True))
    {more}
'''


def later(tmp_path: Path, more: str = "") -> Path:
    """The revisions of a version of the bot that is one ahead."""
    versions = tmp_path / "versions %s"
    shutil.copytree(upgrades.VERSIONS, versions, ignore=shutil.ignore_patterns("__pycache__"))
    (versions / "r9999_later.py").write_text(NEXT.format(newest=REVISIONS[-1], more=more))
    return versions


def go_to(engine: Engine, revision: str) -> None:
    """Upgrade or downgrade to a revision, as nobody but a test does."""
    with engine.begin() as connection:
        config = upgrades._config(upgrades.VERSIONS)
        config.attributes["connection"] = connection
        # Whichever way is none does nothing.
        command.upgrade(config, revision)
        command.downgrade(config, revision)


def fill(engine: Engine, revision: str) -> None:
    """Store what versions up to this one had stored."""
    with engine.begin() as connection:
        for each in REVISIONS[: REVISIONS.index(revision) + 1]:
            for statement in DATA[each]:
                connection.execute(text(statement))


def counts(engine: Engine, revision: str) -> dict[str, int]:
    """How many rows there are in each table that a revision has."""
    names = [line.split()[2] for each in REVISIONS if each <= revision for line in DATA[each]]
    with engine.connect() as connection:
        return {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()  # noqa: S608 - ours
            for name in names
        }
