"""What a question may take: Deadline, its time, and Room, its bytes; knows nothing of calls."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Event, Lock

ROOM_BYTES = 8 * 1024 * 1024


class Room:
    """How many bytes of answers, unpacked, all calls of a question may read together."""

    def __init__(self, size: int = ROOM_BYTES) -> None:
        self._lock = Lock()
        self._left = size

    def take(self, size: int) -> bool:
        """Whether so many more still fit; they count as read."""
        with self._lock:
            self._left -= size
            return self._left >= 0


@dataclass(frozen=True, slots=True)
class Deadline:
    """`at` is on the monotonic clock; `budget_s` is how long the whole question may take.

    `ended` is set once one of its calls has decided it: no more need be made.
    """

    at: float
    budget_s: float
    room: Room = field(default_factory=Room, compare=False, repr=False)
    ended: Event = field(default_factory=Event, compare=False, repr=False)

    @classmethod
    def after(cls, budget_s: float) -> Deadline:
        """The deadline so many seconds from now."""
        return cls(time.monotonic() + budget_s, budget_s)

    @property
    def left_s(self) -> float:
        """Seconds left; never below 0."""
        return max(0.0, self.at - time.monotonic())

    @property
    def over_by_s(self) -> float:
        """Seconds since it passed; negative before."""
        return time.monotonic() - self.at

    @property
    def over(self) -> bool:
        """Whether it has passed."""
        return time.monotonic() >= self.at
