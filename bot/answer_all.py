"""One question to several accounts at once: few calls under way, one deadline, a row for each.

One that is slow or broken changes nothing for the others. Words nothing and knows no surface.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from threading import Condition
from typing import Any

from bot.answer import MASKED
from bot.core.needs import Needs
from bot.core.portfolio import AccountRow, Missing, Portfolio
from bot.core.query import Query
from bot.core.reports import ListKind
from bot.core.results import Results, Source
from bot.core.together import MOST_ACCOUNTS, check, combine, needs_in, reading_zone, row_of
from bot.core.toplists import DEPTH, Discretion
from bot.errors import (
    BotError,
    KeyRefusedError,
    UpstreamBusyError,
    UpstreamDownError,
    UpstreamNonsenseError,
)

_log = logging.getLogger(__name__)

QUESTION_S = 10.0
# Flow XO's own limit is unknown: few calls under way at a time, and fewer of one account.
IN_ALL = 8
PER_ACCOUNT = 2
# The requests of one call come one after the other, so that it is calls that are counted.
_AT_ONCE = 1
_A_FEW = 4  # are one in so many at most
# A failure so close to the end of its time is one of time.
_NEARLY_S = 0.1
_SPARED = frozenset({Missing.BUSY, Missing.DOWN, Missing.LATE, Missing.NONSENSE})


@dataclass(frozen=True, slots=True)
class Account:
    """One account to ask. `name` is untrusted text; no two are the same.

    `source_for` takes how many seconds a question may last and how many of its requests may be
    under way at once, as `FlowXOClient.question` does. `week_start` 0 is Monday, 6 Sunday.
    """

    name: str
    source_for: Callable[[float, int], Source]
    zone: tzinfo
    week_start: int = 0
    discretion: Discretion = MASKED


def answer_all(
    query: Query,
    accounts: Sequence[Account],
    now: datetime,
    *,
    notes: tuple[str, ...] = (),
    budget_s: float = QUESTION_S,
) -> Portfolio:
    """The answer to `query`, which has a period, for every account, by name, read at `now`.

    Dates are read by each account's clock. It is there within `budget_s`, or in half of that where
    only a few are late: what has not come by then is a row that says so. At most MOST_ACCOUNTS are
    asked, the first by name. BotError for what can't be shown of several accounts; ValueError
    without a period or without accounts.
    """
    check(query)
    if not accounts or query.period is None:
        raise ValueError("several accounts are asked, over a period")
    # By name: whoever leads an agency finds a client where it stood last week, also one that
    # failed; the table can be sorted by any figure, and the chart has the largest first.
    ordered = sorted(accounts, key=lambda one: (one.name.casefold(), one.name))[:MOST_ACCOUNTS]
    # Weeks stand beside each other only where all begin on the same day.
    starts = {one.week_start for one in ordered}
    week_start = starts.pop() if len(starts) == 1 else 0
    seats = [
        _Seat(one, reading_zone(query, one.zone), needs_in(query, one.zone, now, week_start))
        for one in ordered
    ]
    _Round(seats, now, budget_s).run()
    rows = [seat.row or _built(seat, now) for seat in seats]
    return combine(query, rows, now, asked_for=len(accounts), week_start=week_start, said=notes)


@dataclass(frozen=True, slots=True)
class _Call:
    """One call: the part of Results that it gives, and in which wave it is made.

    The figures of all come first, then what goes with them, and last what they are compared with:
    where time runs out, more accounts have their figures.
    """

    part: str
    wave: int
    make: Callable[[Source], Any]

    @property
    def compares(self) -> bool:
        """Whether the row can do without it."""
        return self.wave == _COMPARED


_FIGURES, _LISTS, _COMPARED = range(3)


def _calls(needs: Needs) -> Iterator[_Call]:
    period, before = needs.period, needs.baseline
    yield _Call("insights", _FIGURES, lambda source: source.insights(period, needs.fetched_unit))
    flows, messages = (kind in needs.lists for kind in (ListKind.FLOWS, ListKind.MESSAGES))
    if flows:
        yield _Call("flows", _LISTS, lambda source: source.top_flows(period, DEPTH))
    if messages:
        yield _Call("messages", _LISTS, lambda source: source.top_messages(period, DEPTH))
    if before is None:
        return
    if needs.compares_figures:
        yield _Call("insights_before", _COMPARED, lambda source: source.insights(before))
    if flows:
        yield _Call("flows_before", _COMPARED, lambda source: source.top_flows(before, DEPTH))
    if messages:
        yield _Call("messages_before", _COMPARED, lambda source: source.top_messages(before, DEPTH))


@dataclass(slots=True, eq=False)
class _Seat:
    """One account in the round: what it is asked, what has come of it, and in the end its row."""

    account: Account
    zone: tzinfo
    needs: Needs | None
    calls: tuple[_Call, ...] = field(init=False)
    waiting: list[_Call] = field(init=False)
    found: dict[str, Any] = field(default_factory=dict)
    under_way: int = 0
    missing: Missing | None = None
    uncompared: bool = False
    row: AccountRow | None = None

    def __post_init__(self) -> None:
        self.calls = tuple(_calls(self.needs)) if self.needs is not None else ()
        self.waiting = list(self.calls)
        self.missing = Missing.NOT_BEGUN if self.needs is None else None

    @property
    def begun(self) -> bool:
        return len(self.waiting) < len(self.calls)

    @property
    def over(self) -> bool:
        return self.missing is not None or not (self.waiting or self.under_way)

    def keep(self, call: _Call, outcome: Any) -> None:
        """What came of a call, or why nothing did; a row that is lost needs no other call."""
        if not isinstance(outcome, Missing):
            self.found[call.part] = outcome
        elif call.compares and outcome in _SPARED:
            self.uncompared = True
        else:
            refused = Missing.REFUSED in (outcome, self.missing)
            self.missing = Missing.REFUSED if refused else self.missing or outcome
            self.waiting.clear()


def _built(seat: _Seat, now: datetime) -> AccountRow:
    """The row of what has come; what nobody foresaw is a fault in this row alone."""
    try:
        return _row(seat, now)
    except Exception:
        _log.exception("account_broken")
        return AccountRow(seat.account.name, seat.zone, missing=Missing.BROKEN)


def _row(seat: _Seat, now: datetime) -> AccountRow:
    """Without a comparison where that did not come whole."""
    missing = {call.part: call for call in seat.calls if call.part not in seat.found}
    late = any(not call.compares for call in missing.values())
    if seat.needs is None or seat.missing or late:
        return AccountRow(seat.account.name, seat.zone, missing=seat.missing or Missing.LATE)
    compared = [call.part for call in seat.calls if call.compares]
    spoilt = bool(missing)
    parts = {part: one for part, one in seat.found.items() if not (spoilt and part in compared)}
    results = Results(**parts, baseline_failed=spoilt)
    return row_of(seat.account.name, seat.needs, results, now, seat.account.discretion)


class _Round:
    """Asks what all seats wait for; after `run` nothing is added to them any more."""

    def __init__(self, seats: Sequence[_Seat], now: datetime, budget_s: float) -> None:
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
                row = _built(seat, self._now)
                with self._changed:
                    seat.row = row
                    seat.found.clear()  # the lists of fifty accounts are more than their rows
                    self._changed.notify_all()

    def _take(self) -> tuple[_Seat, _Call, float] | None:
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

    def _next(self) -> _Seat | None:
        """Who comes next: earlier waves first, and whoever has nothing under way."""
        free = (seat for seat in self._seats if seat.waiting and seat.under_way < PER_ACCOUNT)
        return min(free, key=lambda seat: (seat.under_way, seat.waiting[0].wave), default=None)

    def _time(self) -> float:
        """All that is left; half of the whole at most while others wait to be asked at all."""
        unasked = sum(not seat.begun for seat in self._seats if seat.calls)
        if unasked > IN_ALL - self._under_way:
            return min(self._left_s, self._budget_s / 2)
        return self._left_s


def _made(account: Account, call: _Call, left_s: float) -> Any:
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
