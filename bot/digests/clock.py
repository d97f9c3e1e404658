"""The one source of "now" for digests: whoever decides by time asks it, once a transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection

from bot.storage import database


class Clock(Protocol):
    """What the time is, aware, in UTC."""

    def now(self, connection: Connection) -> datetime:
        """Now, for what is decided in this transaction."""
        ...


class DatabaseClock:
    """The clock of whoever runs the bot: the database's, so that all replicas agree."""

    def now(self, connection: Connection) -> datetime:
        """Now."""
        return database.moment(connection)
