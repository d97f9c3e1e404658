"""Opens the database for a process that is to work: keys first, then its revision, in that order.

A process that may not start changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import Engine

from bot.settings import Secret
from bot.storage import crypto, upgrades, vault
from bot.storage.database import open_engine
from bot.storage.upgrades import Standing


def open_ready(
    url: Secret, keys: Sequence[Secret], *, threads: int, by_itself: bool | None = None
) -> Engine:
    """The engine for a database that is up to date and whose secrets `keys` open.

    An SQLite file is made and upgraded (see `upgrades.make_ready`). Raises KeysError,
    RevisionError or StorageError, each before anything is written.
    """
    engine = open_engine(url, threads=threads)
    crypto.give_keys(engine, keys)
    try:
        if upgrades.state(engine).standing in (Standing.BEHIND, Standing.CURRENT):
            vault.verify(engine)
        upgrades.make_ready(engine, by_itself=by_itself)
        vault.establish(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine
