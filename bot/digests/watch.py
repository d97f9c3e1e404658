"""What whoever watches the bot may count of its digests; decides nothing and holds no id."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from bot.storage.deliveries import State


class Watch(Protocol):
    """Told of what happens, by any thread."""

    def planned(self, count: int) -> None:
        """So many became due."""
        ...

    def ended(self, state: State, after: timedelta, *, late: bool) -> None:
        """One ended, so long after its due time; `late` where it was posted long after it."""
        ...


class Nobody:
    """Watches nothing."""

    def planned(self, count: int) -> None:
        """Nothing."""

    def ended(self, state: State, after: timedelta, *, late: bool) -> None:
        """Nothing."""
