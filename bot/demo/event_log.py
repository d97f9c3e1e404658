"""EventLog, what happened on a chatbot, second by second, counted over any range exactly.

Everything is in whole seconds, so that ranges that abut add up whichever end is inclusive.
Knows nothing of HTTP, and of the API only how it names its fields.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field


def instants(seconds: Sequence[int] = ()) -> array[int]:
    """A compact, sorted array of seconds since 1970."""
    return array("q", sorted(seconds))


@dataclass(frozen=True, slots=True)
class Labelled:
    """Instants in order, each with the index of what it was: a flow, a text."""

    at: array[int]
    what: array[int]

    @classmethod
    def of(cls, pairs: Sequence[tuple[int, int]]) -> Labelled:
        """From (second, index) pairs in any order."""
        ordered = sorted(pairs)
        return cls(array("q", [at for at, _ in ordered]), array("q", [what for _, what in ordered]))

    def ranked(self, start: int, end: int) -> list[tuple[int, int]]:
        """(index, count) over [start, end), most frequent first, ties by index."""
        found = Counter(self.what[bisect_left(self.at, start) : bisect_left(self.at, end)])
        return sorted(found.items(), key=lambda row: (-row[1], row[0]))


@dataclass(frozen=True, slots=True)
class EventLog:
    """One chatbot's past.

    `active_from` and `active_until` hold the edges of the stretches in which a user counts as
    active: a user is active from the second after a message until 30 days after the last.
    `earlier_users` came before the log begins.
    """

    flows: tuple[tuple[str, str | None], ...]
    texts: tuple[str, ...]
    new_users: array[int]
    triggers: array[int]
    received: array[int]
    sent: array[int]
    flow_starts: Labelled
    messages: Labelled
    active_from: array[int]
    active_until: array[int]
    earlier_users: int = 0
    first: int = field(init=False)

    def __post_init__(self) -> None:
        begun = [found[0] for found in self._series() if found]
        object.__setattr__(self, "first", min(begun, default=0))

    def _series(self) -> tuple[array[int], ...]:
        return (self.new_users, self.triggers, self.received, self.sent, self.flow_starts.at)

    def empty(self, start: int, end: int) -> bool:
        """Whether nothing at all happened in [start, end)."""
        return not any(_count(found, start, end) for found in self._series())

    def figures(self, start: int, end: int) -> dict[str, int]:
        """The six figures over [start, end), by the API's names; snapshots are those at `end`."""
        return {
            "active_users": bisect_left(self.active_from, end)
            - bisect_left(self.active_until, end),
            "total_users": self.earlier_users + bisect_left(self.new_users, end),
            "new_users": _count(self.new_users, start, end),
            "triggers": _count(self.triggers, start, end),
            "received_messages": _count(self.received, start, end),
            "sent_messages": _count(self.sent, start, end),
        }


def _count(found: array[int], start: int, end: int) -> int:
    return bisect_left(found, end) - bisect_left(found, start)
