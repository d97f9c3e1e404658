"""Time passing in the playground: what becomes due on the way happens then, and in order.

The digests are the bot's own; this alone wakes them, so that nothing happens behind the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from threading import RLock

from bot.demo.clock import DemoClock
from bot.digests.building import Digests
from bot.errors import StorageError
from bot.storage import claiming, planning
from bot.storage.deliveries import State

# What follows something (people are told a minute after a failure) is waited for so long.
_AFTER = timedelta(minutes=2)
# What is looked after once a day is asked at least so often.
_LONGEST = timedelta(hours=12)
_SHORTEST = timedelta(milliseconds=50)
_MOST_STEPS = 200


class Followed:
    """A Watch that knows whether anything ended."""

    def __init__(self) -> None:
        self.ends = 0

    def planned(self, count: int) -> None:
        """Nothing to see yet."""

    def ended(self, state: State, after: timedelta, *, late: bool) -> None:  # noqa: ARG002 - Watch's
        """One more."""
        self.ends += 1


class Passing:
    """Does what is due by the clock, and lets time pass; for any number of threads, in turn."""

    def __init__(self, clock: DemoClock, digests: Digests, followed: Followed) -> None:
        self._clock = clock
        self._digests = digests
        self.ledger = digests.ledger
        self._followed = followed
        self._quiet_at = clock()
        self.lock = RLock()

    def turn(self) -> None:
        """Do all that is to be done now; what the database refuses, with the next turn."""
        with self.lock:
            before = self._followed.ends
            with suppress(StorageError):
                self._digests.dispatcher.turn()
                for errand in self._digests.errands:
                    errand.run()
            if self._followed.ends > before:
                self._quiet_at = self._clock() + _AFTER

    def next_due(self) -> datetime | None:
        """When a digest is due, or tried again; None where none is."""
        with self.ledger.reading() as (connection, _):
            found = (planning.next_due(connection), claiming.next_at(connection))
        return min((at for at in found if at is not None), default=None)

    def next_at(self) -> datetime | None:
        """The same, or when something may follow what was."""
        known = [self.next_due(), self._quiet_at if self._quiet_at > self._clock() else None]
        return min((at for at in known if at is not None), default=None)

    def pass_to(self, moment: datetime, look: Callable[[], object]) -> None:
        """Let it become `moment`; `look` is called wherever something may be seen."""
        with self.lock:
            while (now := self._clock()) < moment:
                self.turn()
                look()
                due = self.next_at() or moment
                self._clock.move_to(min(moment, max(due, now + _SHORTEST), now + _LONGEST))
            self.turn()
            look()

    def pass_on(self, look: Callable[[], int]) -> bool:
        """Let time pass until `look` sees something; whether it did before nothing was due more."""
        with self.lock:
            for _ in range(_MOST_STEPS):
                due = self.next_at()
                if due is None or due > self._clock.last:
                    return False
                self.pass_to(due, lambda: None)
                if look():
                    return True
            return False
