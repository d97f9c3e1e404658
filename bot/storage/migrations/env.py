"""Runs migrations on the connection that `storage.upgrades` hands over, in its transaction.

Alembic loads this file itself. Opens no connection of its own: there is one way in, and it locks.
"""

from __future__ import annotations

from alembic import context

from bot.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
