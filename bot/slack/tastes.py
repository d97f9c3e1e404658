"""How people want to be read and answered: what they have set, as last read where that fails."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from cachetools import TTLCache

from bot.core.sentences.languages import CODES
from bot.errors import StorageError
from bot.slack.keeping import Keeper
from bot.slack.place import Place
from bot.storage import preferences
from bot.storage.preferences import Preferences

LANGUAGES = ("en", *CODES)
_PEOPLE = 10_000
_HOLDS_S = 86_400.0


class Tastes:
    """Reads what a person has set, and remembers it; not to know it costs nobody an answer."""

    def __init__(self, keeper: Keeper, timer: Callable[[], float] = time.monotonic) -> None:
        self._keeper = keeper
        self._lock = Lock()
        self._last: TTLCache[tuple[str, str], Preferences] = TTLCache(
            _PEOPLE, _HOLDS_S, timer=timer
        )

    def of(self, place: Place) -> Preferences:
        """What the person of `place` has set."""
        key = place.team_id, place.user_id
        try:
            found = self._keeper.read(
                lambda connection: preferences.get(connection, *key), "preferences_not_read"
            )
        except StorageError:
            return self.known(place)
        if found.language not in LANGUAGES:
            found = replace(found, language=None)  # of another version
        with self._lock:
            self._last[key] = found
        return found

    def known(self, place: Place) -> Preferences:
        """The same as it was read last, without a look: for whoever tells an error."""
        with self._lock:
            return self._last.get((place.team_id, place.user_id), Preferences())
