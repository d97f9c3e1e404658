"""Each request is done once: over retries, replays, other processes and restarts.

Asked by the job that does the work, so that what a full pool turned away can come again; and what
a killed process left half done is done by the next, when Slack sends it again.
"""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from datetime import datetime
from threading import Lock

from cachetools import TTLCache
from sqlalchemy import Connection

from bot.errors import StorageError
from bot.slack.keeping import Keeper
from bot.storage import seen

_KEYS = 20_000
_DOUBLE_S = 2.0
_HOST = socket.gethostname()[:200]
# Numbers of processes come again, in containers at every start: so a secret of this one beside it.
_OWNER = f"{_HOST} {os.getpid()} {secrets.token_hex(8)}"


class Once:
    """Remembers request keys in the database, and in memory for when that cannot be written."""

    def __init__(self, keeper: Keeper, clock: Callable[[], datetime]) -> None:
        self._keeper = keeper
        self._clock = clock
        self._lock = Lock()
        self._recent: TTLCache[str, bool] = TTLCache(
            _KEYS, seen.KEPT.total_seconds(), timer=lambda: clock().timestamp()
        )

    def first(self, keys: Sequence[str]) -> bool:
        """Whether none of `keys` was seen in the last 15 minutes; marks them all.

        A disk that is full does not silence the bot: then this process alone remembers.
        """
        if not self._new_here(keys):
            return False

        def take(connection: Connection) -> bool:
            now = self._clock()
            found = [
                seen.first_time(connection, key, now, owner=_OWNER, gone=_gone) for key in keys
            ]
            return all(found)

        try:
            return self._keeper.write(take, "request_not_remembered")
        except StorageError:
            return True

    def finish(self, keys: Sequence[str]) -> None:
        """The work is over, well or not: another process must not do it again."""
        if not keys:
            return
        with suppress(StorageError):
            self._keeper.write(
                lambda connection: seen.finish(connection, keys, self._clock()),
                "request_not_finished",
            )

    def _new_here(self, keys: Sequence[str]) -> bool:
        with self._lock:
            if any(key in self._recent for key in keys):
                return False
            for key in keys:
                self._recent[key] = True
        return True


def _gone(owner: str) -> bool:
    """Whether the process that `owner` names has surely ended; of other machines nobody can say."""
    if owner == _OWNER:
        return False
    host, pid, _ = owner.rsplit(" ", 2)
    if host != _HOST:
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return int(pid) == os.getpid()


class Presses:
    """Knows a double press: Slack sends each with a trigger_id of its own, seconds apart at most.

    In this process only: another one is not told within so short a time.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._lock = Lock()
        self._recent: TTLCache[Hashable, bool] = TTLCache(
            _KEYS, _DOUBLE_S, timer=lambda: clock().timestamp()
        )

    def first(self, press: Hashable) -> bool:
        """Whether the same was not pressed within the last two seconds; marks it."""
        with self._lock:
            if press in self._recent:
                return False
            self._recent[press] = True
        return True

    def forget(self, press: Hashable) -> None:
        """It came to nothing: pressed again, it is to be tried again."""
        with self._lock:
            self._recent.pop(press, None)
