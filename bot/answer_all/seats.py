"""One account's seat in a round: what it is asked, what came of it, and in the end its row.

Asks nothing itself, and is not safe beside another thread.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from bot.answer import MASKED
from bot.core.needs import Needs
from bot.core.portfolio import AccountRow, Missing
from bot.core.reports import ListKind
from bot.core.results import Results, Source
from bot.core.together import row_of
from bot.core.toplists import DEPTH, Discretion

_log = logging.getLogger(__name__)

# What a row can lack of its comparison, and stand alone.
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


@dataclass(frozen=True, slots=True)
class Call:
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


def _calls(needs: Needs) -> Iterator[Call]:
    period, before = needs.period, needs.baseline
    yield Call("insights", _FIGURES, lambda source: source.insights(period, needs.fetched_unit))
    flows, messages = (kind in needs.lists for kind in (ListKind.FLOWS, ListKind.MESSAGES))
    if flows:
        yield Call("flows", _LISTS, lambda source: source.top_flows(period, DEPTH))
    if messages:
        yield Call("messages", _LISTS, lambda source: source.top_messages(period, DEPTH))
    if before is None:
        return
    if needs.compares_figures:
        yield Call("insights_before", _COMPARED, lambda source: source.insights(before))
    if flows:
        yield Call("flows_before", _COMPARED, lambda source: source.top_flows(before, DEPTH))
    if messages:
        yield Call("messages_before", _COMPARED, lambda source: source.top_messages(before, DEPTH))


@dataclass(slots=True, eq=False)
class Seat:
    """One account in the round: what it is asked, what has come of it, and in the end its row."""

    account: Account
    zone: tzinfo
    needs: Needs | None
    calls: tuple[Call, ...] = field(init=False)
    waiting: list[Call] = field(init=False)
    found: dict[str, Any] = field(default_factory=dict)
    begun_at: float | None = None
    under_way: int = 0
    missing: Missing | None = None
    row: AccountRow | None = None

    def __post_init__(self) -> None:
        self.calls = tuple(_calls(self.needs)) if self.needs is not None else ()
        self.waiting = list(self.calls)
        self.missing = Missing.NOT_BEGUN if self.needs is None else None

    def begin(self) -> Call:
        """Its next call, which is under way from now on."""
        self.begun_at = time.monotonic()
        self.under_way += 1
        return self.waiting.pop(0)

    @property
    def waited_s(self) -> float:
        """For how many seconds its latest call has been under way; 0 where none is."""
        return time.monotonic() - self.begun_at if self.begun_at and self.under_way else 0.0

    @property
    def over(self) -> bool:
        """Whether nothing that is still to come would change its row."""
        return self.missing is not None or not (self.waiting or self.under_way)

    def keep(self, call: Call, outcome: Any) -> None:
        """What came of a call, or why nothing did; a row that is lost needs no other call."""
        if not isinstance(outcome, Missing):
            self.found[call.part] = outcome
        elif not (call.compares and outcome in _SPARED):
            self.missing = self.missing or outcome
            self.waiting.clear()


def row_at_last(seat: Seat, now: datetime) -> AccountRow:
    """The row of what has come; what nobody foresaw is a fault in this row alone."""
    try:
        return _row(seat, now)
    except Exception:
        _log.exception("account_broken")
        return AccountRow(seat.account.name, seat.zone, missing=Missing.BROKEN)


def _row(seat: Seat, now: datetime) -> AccountRow:
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
