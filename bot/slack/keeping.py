"""The database as a question uses it: it may cost the memory, never the answer.

Waits briefly for another's lock and, once the database has failed, leaves it alone for some
seconds, so that what it cannot do is not waited for by every question in turn.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from threading import Lock
from typing import TypeVar

from cachetools import LRUCache
from sqlalchemy import Connection
from sqlalchemy.engine import Engine

from bot.errors import ClashError, StorageError
from bot.storage import database

_log = logging.getLogger(__name__)
WAIT_S = 1.0
PAUSE_S = 5.0

T = TypeVar("T")
Thread = tuple[str, str, str]  # team_id, channel_id, thread_ts
_THREADS = 5_000


class Keeper:
    """Runs short transactions; StorageError at once while the database is being left alone."""

    def __init__(
        self, engine: Engine, *, wait_s: float = WAIT_S, timer: Callable[[], float] = time.monotonic
    ) -> None:
        self._engine = engine
        self._wait_s = wait_s
        self._timer = timer
        self._lock = Lock()
        # A writer that holds the lock keeps nobody from reading.
        self._again_at = {"read": 0.0, "write": 0.0}
        self._trouble = StorageError("")

    def write(self, work: Callable[[Connection], T], event: str) -> T:
        """What `work` gives inside a writing transaction; `event` names a failure in the log."""
        self._left_alone("write")
        try:
            with database.transaction(self._engine, self._wait_s) as connection:
                return work(connection)
        except ClashError as error:
            # The next change may well go with what is there.
            _log.warning(event, extra={"reason": error.message})
            raise
        except StorageError as error:
            self._failed(error, event, ("write",))
            raise

    def read(self, work: Callable[[Connection], T], event: str) -> T:
        """The same inside one that only reads, and waits for nobody."""
        self._left_alone("read")
        try:
            with database.reading(self._engine) as connection:
                return work(connection)
        except StorageError as error:
            self._failed(error, event, ("read", "write"))
            raise

    def _left_alone(self, kind: str) -> None:
        with self._lock:
            if self._timer() < self._again_at[kind]:
                raise self._trouble

    def _failed(self, error: StorageError, event: str, kinds: Sequence[str]) -> None:
        _log.error(event, extra={"reason": error.message})
        with self._lock:
            self._again_at |= dict.fromkeys(kinds, self._timer() + PAUSE_S)
            self._trouble = StorageError(error.message, error.hint)


class Unwritten:
    """What threads showed last and when, until the database takes it; bounded, gone at the end."""

    def __init__(self) -> None:
        # Held by whoever writes: an older text must not come after a newer one.
        self.writing = Lock()
        self._lock = Lock()
        self._shown: LRUCache[Thread, tuple[str, datetime]] = LRUCache(_THREADS)

    def keep(self, thread: Thread, text: str, at: datetime) -> None:
        """Keep the canonical text of a thread's query, as it was shown then."""
        with self._lock:
            self._shown[thread] = text, at

    def pending(self) -> dict[Thread, tuple[str, datetime]]:
        """What waits to be written."""
        with self._lock:
            return dict(self._shown)

    def written(self, shown: Mapping[Thread, tuple[str, datetime]]) -> None:
        """The database has these, and nothing newer waits for it."""
        with self._lock:
            for thread, what in shown.items():
                if self._shown.get(thread) == what:
                    del self._shown[thread]

    def get(self, thread: Thread) -> str | None:
        """The text that was kept, if one was."""
        with self._lock:
            found = self._shown.get(thread)
        return found[0] if found is not None else None
