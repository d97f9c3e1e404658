"""The figures of digests: whatever many of them want of one account is asked of Flow XO once.

Kept in memory for a few minutes, within a bound; errors are never kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar, cast

from cachetools import TTLCache

from bot.core.periods import Period, Unit
from bot.core.results import Insights, Source, TopFlow, TopMessage
from bot.core.sentences import say
from bot.errors import UpstreamLateError

KEEP_S = 600.0
ROOM_BYTES = 64 * 1024 * 1024
# About what a bucket, and a row of a list, takes in memory.
_LEAST, _BUCKET, _ROW = 500, 700, 250

T = TypeVar("T", bound="Insights | tuple[Any, ...]")


class Figures:
    """The answers that are under way or kept; for any number of threads."""

    def __init__(self, budget_s: float, timer: Callable[[], float] = time.monotonic) -> None:
        self._budget_s = budget_s
        self._lock = Lock()
        self._under_way: dict[Hashable, Future[Any]] = {}
        self._kept: TTLCache[Hashable, Any] = TTLCache(ROOM_BYTES, KEEP_S, timer, _size)

    def of(self, known_by: Hashable, source: Callable[[], Source]) -> Source:
        """A Source for what is `known_by`; `source` is asked for only where something is new."""
        return _Shared(self, known_by, source)

    def once(self, asked: Hashable, call: Callable[[], T]) -> T:
        """What `call` gives, or gave whoever asked the same before, or gives them now."""
        with self._lock:
            if asked in self._kept:
                return cast(T, self._kept[asked])
            future = self._under_way.get(asked)
            if future is None:
                mine = self._under_way[asked] = Future()
        if future is None:
            return self._ask(asked, mine, call)
        try:
            return cast(T, future.result(self._budget_s))
        except TimeoutError:
            message = say("upstream.slow", seconds=round(self._budget_s))
            raise UpstreamLateError(message, say("upstream.slow.hint")) from None

    def _ask(self, asked: Hashable, mine: Future[Any], call: Callable[[], T]) -> T:
        try:
            found = call()
        except BaseException as error:
            with self._lock:
                del self._under_way[asked]
            mine.set_exception(error)
            raise
        with self._lock:
            if _size(found) <= ROOM_BYTES:
                self._kept[asked] = found
            del self._under_way[asked]
        mine.set_result(found)
        return found


@dataclass(frozen=True, slots=True)
class _Shared:
    """A Source whose calls are shared with all of the same account."""

    figures: Figures
    known_by: Hashable
    source: Callable[[], Source]

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """The stats over `period`, and buckets by `unit`."""
        return self.figures.once(
            (self.known_by, "insights", period, unit), lambda: self.source().insights(period, unit)
        )

    def top_messages(self, period: Period, limit: int = 200) -> tuple[TopMessage, ...]:
        """At most `limit` rows, most frequent first."""
        return self.figures.once(
            (self.known_by, "messages", period, limit),
            lambda: self.source().top_messages(period, limit),
        )

    def top_flows(self, period: Period, limit: int = 200) -> tuple[TopFlow, ...]:
        """At most `limit` rows, most frequent first."""
        return self.figures.once(
            (self.known_by, "flows", period, limit), lambda: self.source().top_flows(period, limit)
        )


def _size(found: Insights | tuple[Any, ...]) -> int:
    """About how many bytes an answer takes."""
    if isinstance(found, Insights):
        return _LEAST + _BUCKET * len(found.buckets)
    return _LEAST + _ROW * len(found)
