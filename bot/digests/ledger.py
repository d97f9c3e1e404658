"""The transactions of the dispatcher: one clock reading each, tried again where the database fails.

Knows nothing of what is written in them.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import Engine

from bot.digests.clock import Clock
from bot.errors import StorageError
from bot.storage import database

_log = logging.getLogger(__name__)
# What was posted must be kept; a database that is started anew is back within seconds.
_PAUSES_S = (0.1, 0.3, 1.0, 2.0, 4.0, 8.0)

T = TypeVar("T")


class Ledger:
    """Opens transactions on an engine by a clock; for any number of threads."""

    def __init__(self, engine: Engine, clock: Clock, pauses_s: tuple[float, ...] = _PAUSES_S):
        self._engine = engine
        self._clock = clock
        self._pauses_s = pauses_s
        # Who waits for SQLite's lock looks at it once in a while; who waits for ours is woken.
        self._turn = Lock() if engine.dialect.name == "sqlite" else None

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, datetime]]:
        """A transaction, and what the time is in it."""
        if self._turn is None:
            with database.transaction(self._engine) as connection:
                yield connection, self._clock.now(connection)
            return
        with self._turn, database.transaction(self._engine) as connection:
            yield connection, self._clock.now(connection)

    @contextmanager
    def reading(self) -> Iterator[tuple[Connection, datetime]]:
        """The same to read only."""
        with database.reading(self._engine) as connection:
            yield connection, self._clock.now(connection)

    def surely(self, write: Callable[[Connection, datetime], T]) -> T:
        """What `write` gives in a transaction of its own, tried again for some seconds.

        It may be done twice where only its answer was lost: it must be such as can be. Raises
        StorageError where the database stays away.
        """
        for pause_s in self._pauses_s:
            try:
                with self.writing() as (connection, now):
                    return write(connection, now)
            except StorageError as error:
                _log.warning("digest_not_kept", extra={"reason": error.message})
                time.sleep(pause_s)
        with self.writing() as (connection, now):
            return write(connection, now)
