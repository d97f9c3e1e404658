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
from bot.core.portfolio import AccountRow, Missing
from bot.errors import (
    BotError,
    KeyRefusedError,
    UpstreamBusyError,
    UpstreamError,
    UpstreamLateError,
    UpstreamNonsenseError,
)

_log = logging.getLogger(__name__)

# Flow XO's own limit is unknown: few calls under way at a time, and fewer of one account.
IN_ALL = 8
PER_ACCOUNT = 2
# The requests of one call come one after the other, so that it is calls that are counted.
_AT_ONCE = 1
_A_FEW = 4  # are one in so many at most
_GLANCE_S = 0.1  # how often it is looked whether those that hang are few


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

    def run(self) -> list[AccountRow]:
        """A row a seat, once all are there or time is up; what is late is not waited for."""
        calls = sum(len(seat.calls) for seat in self._seats)
        pool = ThreadPoolExecutor(max_workers=IN_ALL, thread_name_prefix="fetch")
        for _ in range(min(IN_ALL, calls)):
            pool.submit(copy_context().run, self._work)
        with self._changed:
            while not self._enough():
                self._changed.wait(min(self._left_s, _GLANCE_S))
            self._closed = True
            self._changed.notify_all()
            rows = [seat.row or row_at_last(seat, self._now) for seat in self._seats]
        pool.shutdown(wait=False)
        return rows

    @property
    def _left_s(self) -> float:
        return max(0.0, self._deadline - time.monotonic())

    def _enough(self) -> bool:
        """Whether all is there, or time is up: half of it where only a few hang."""
        awaited = [seat for seat in self._seats if seat.calls and seat.row is None]
        if not awaited or not self._left_s:
            return True
        hang = all(seat.waited_s >= self._budget_s / 4 for seat in awaited)
        few = len(awaited) * _A_FEW <= len(self._seats)
        return hang and few and self._left_s <= self._budget_s / 2

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
                    seat.row = row
                    seat.found.clear()  # the lists of fifty accounts are more than their rows
                    self._changed.notify_all()

    def _take(self) -> tuple[Seat, Call, float] | None:
        """The next call and the seconds that it has; None where there is nothing more to do."""
        with self._changed:
            while not self._closed and self._left_s and any(seat.waiting for seat in self._seats):
                seat = self._next()
                if seat is not None:
                    self._under_way += 1
                    return seat, seat.begin(), self._time()
                self._changed.wait(self._left_s)
        return None

    def _next(self) -> Seat | None:
        """Who comes next: earlier waves first, and whoever has nothing under way."""
        free = (seat for seat in self._seats if seat.waiting and seat.under_way < PER_ACCOUNT)
        return min(free, key=lambda seat: (seat.under_way, seat.waiting[0].wave), default=None)

    def _time(self) -> float:
        """All that is left; half of the whole at most while others wait to be asked at all."""
        unasked = sum(seat.begun_at is None for seat in self._seats if seat.calls)
        if unasked > IN_ALL - self._under_way:
            return min(self._left_s, self._budget_s / 2)
        return self._left_s


# Why a call gave nothing, by its error; the first that fits.
_REASONS: tuple[tuple[type[UpstreamError], Missing], ...] = (
    (KeyRefusedError, Missing.REFUSED),
    (UpstreamBusyError, Missing.BUSY),
    (UpstreamNonsenseError, Missing.NONSENSE),
    (UpstreamLateError, Missing.LATE),
    (UpstreamError, Missing.DOWN),
)


def _made(account: Account, call: Call, left_s: float) -> Any:
    """What the call gives, or why it gives nothing; one account's fault is no other's."""
    try:
        return call.make(account.source_for(left_s, _AT_ONCE))
    except UpstreamError as error:
        return next(missing for kind, missing in _REASONS if isinstance(error, kind))
    except BotError as error:
        _log.warning("account_unusable", extra={"kind": type(error).__name__})
        return Missing.BROKEN
    except Exception:
        _log.exception("account_broken")
        return Missing.BROKEN
