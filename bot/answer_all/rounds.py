"""The round of one question: few calls under way, one deadline, and nobody held up by another."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import datetime
from threading import Condition
from typing import Any

from bot.answer_all.seats import Account, Call, Seat, row_at_last
from bot.core.portfolio import Missing
from bot.errors import (
    BotError,
    KeyRefusedError,
    UpstreamBusyError,
    UpstreamDownError,
    UpstreamNonsenseError,
)

_log = logging.getLogger(__name__)

# Flow XO's own limit is unknown: few calls under way at a time, and fewer of one account.
IN_ALL = 8
PER_ACCOUNT = 2
# The requests of one call come one after the other, so that it is calls that are counted.
_AT_ONCE = 1
_A_FEW = 4  # are one in so many at most
# A failure so close to the end of its time is one of time.
_NEARLY_S = 0.1


class Round:
    """Asks what all seats wait for; after `run` nothing is added to them any more."""

    def __init__(self, seats: Sequence[Seat], now: datetime, budget_s: float) -> None:
        self._seats = seats
        self._now = now
        self._budget_s = budget_s
        self._deadline = time.monotonic() + budget_s
        self._changed = Condition()
        self._under_way = 0
        self._closed = False

    def run(self) -> None:
        """Until every seat has its row, or time is up; what is late is not waited for."""
        threads = min(IN_ALL, sum(len(seat.calls) for seat in self._seats))
        if not threads:
            return
        pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="fetch")
        for _ in range(threads):
            pool.submit(copy_context().run, self._work)
        with self._changed:
            # A few that hang do not keep the answer about all others until the very end.
            if not self._changed.wait_for(self._done, timeout=self._budget_s / 2):
                self._changed.wait_for(self._nearly_done, timeout=self._left_s)
            self._closed = True
            self._changed.notify_all()
        pool.shutdown(wait=False)

    @property
    def _left_s(self) -> float:
        return max(0.0, self._deadline - time.monotonic())

    def _done(self) -> bool:
        return not self._awaited()

    def _nearly_done(self) -> bool:
        return self._awaited() * _A_FEW <= len(self._seats)

    def _awaited(self) -> int:
        return sum(seat.row is None for seat in self._seats if seat.calls)

    def _work(self) -> None:
        while (taken := self._take()) is not None:
            seat, call, left_s = taken
            outcome = _made(seat.account, call, left_s)
            with self._changed:
                seat.under_way -= 1
                self._under_way -= 1
                if self._closed:
                    return
                seat.keep(call, outcome)
                self._changed.notify_all()
                complete = seat.over
            if complete:
                row = row_at_last(seat, self._now)
                with self._changed:
                    if self._closed:
                        return
                    seat.row = row
                    seat.found.clear()  # the lists of fifty accounts are more than their rows
                    self._changed.notify_all()

    def _take(self) -> tuple[Seat, Call, float] | None:
        """The next call and the seconds that it has; None where there is nothing more to do."""
        with self._changed:
            while not self._closed and self._left_s and any(seat.waiting for seat in self._seats):
                seat = self._next()
                if seat is not None:
                    seat.under_way += 1
                    self._under_way += 1
                    call = seat.waiting.pop(0)
                    return seat, call, self._time()
                self._changed.wait(self._left_s)
        return None

    def _next(self) -> Seat | None:
        """Who comes next: earlier waves first, and whoever has nothing under way."""
        free = (seat for seat in self._seats if seat.waiting and seat.under_way < PER_ACCOUNT)
        return min(free, key=lambda seat: (seat.under_way, seat.waiting[0].wave), default=None)

    def _time(self) -> float:
        """All that is left; half of the whole at most while others wait to be asked at all."""
        unasked = sum(not seat.begun for seat in self._seats if seat.calls)
        if unasked > IN_ALL - self._under_way:
            return min(self._left_s, self._budget_s / 2)
        return self._left_s


def _made(account: Account, call: Call, left_s: float) -> Any:
    """What the call gives, or why it gives nothing; one account's fault is no other's."""
    begun = time.monotonic()
    try:
        return call.make(account.source_for(left_s, _AT_ONCE))
    except KeyRefusedError:
        return Missing.REFUSED
    except UpstreamBusyError:
        return Missing.BUSY
    except UpstreamNonsenseError:
        return Missing.NONSENSE
    except UpstreamDownError:
        late = time.monotonic() - begun >= left_s - _NEARLY_S
        return Missing.LATE if late else Missing.DOWN
    except BotError as error:
        _log.warning("account_unusable", extra={"kind": type(error).__name__})
        return Missing.BROKEN
    except Exception:
        _log.exception("account_broken")
        return Missing.BROKEN
