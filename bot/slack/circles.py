"""What is known of accounts where somebody asks, as the database has it or, failing it, had it.

A database that cannot be used costs nobody the answer: what was read there last still holds, for
an hour. Where nothing was read, nobody may ask.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from cachetools import TTLCache

from bot.accounts import Accounts, Circle
from bot.errors import StorageError
from bot.slack.keeping import Keeper
from bot.slack.place import Place

_CHANNELS = 5_000
_HOLDS_S = 3_600.0


class Circles:
    """Reads what is set for a place, and remembers it for when that fails."""

    def __init__(
        self, accounts: Accounts, keeper: Keeper, timer: Callable[[], float] = time.monotonic
    ) -> None:
        self._accounts = accounts
        self._keeper = keeper
        self._lock = Lock()
        self._last: TTLCache[tuple[str, str | None], Circle] = TTLCache(
            _CHANNELS, _HOLDS_S, timer=timer
        )

    def of(self, place: Place) -> Circle:
        """The workspace's accounts and what is set for the channel; StorageError where unknown."""
        key = place.team_id, place.channel_id
        try:
            circle = self._keeper.read(
                lambda connection: self._accounts.circle(connection, *key), "accounts_not_read"
            )
        except StorageError:
            with self._lock:
                known = self._last.get(key)
            if known is None:
                raise
            return known
        with self._lock:
            self._last[key] = circle
        return circle

    def forget(self, team_id: str) -> None:
        """What was read of a workspace holds no longer: something of it was changed."""
        with self._lock:
            for key in [key for key in self._last if key[0] == team_id]:
                del self._last[key]
