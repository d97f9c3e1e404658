"""Keeps answers for some seconds and lets equal calls share one request; one an account.

Errors are never kept. Each caller waits until its own deadline and no longer, whatever the
thread that makes the request is held up by.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock, Thread
from typing import Any, Generic, TypeVar

from cachetools import TTLCache

from bot.flowxo.connections import Line
from bot.flowxo.deadline import Deadline
from bot.flowxo.failures import Failure, Kind

KEEP_S = 15.0
ROOM_BYTES = 8 * 1024 * 1024
# What an answer takes at least, so that small ones are counted too.
_LEAST_BYTES = 2048
# As many as questions are worked on at a time: few, since each asks for a handful of answers, and
# enough that at two seconds an answer nearly all of them end within ten.
AT_ONCE = 32
# Threads that nothing can free (a name server that is silent) before we stop adding to them.
MOST_HELD = 2
_GRACE_S = 1.0
_LAST_WORD_S = 0.25
# Who waited so long for a turn and then ran out of time was held up by us, not by Flow XO.
_WAITED_S = 1.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked(Generic[T]):
    """A call: equal ones share an answer. `decode` reads the body, with NonsenseFoundError."""

    path: str
    params: tuple[tuple[str, str], ...]
    decode: Callable[[bytes], T] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Landed(Generic[T]):
    """An answer that was read, and how large it was."""

    value: T
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Flight(Generic[T]):
    """A call under way, or over; `line` is what it is made over, by its starter's deadline."""

    line: Line
    future: Future[Landed[T] | Failure] = field(default_factory=Future)


Fetch = Callable[[Asked[Any], Line], Landed[Any] | Failure]


class Flights:
    """The calls of one account: those under way and the answers of the last seconds."""

    def __init__(
        self,
        fetch: Fetch,
        *,
        keep_s: float = KEEP_S,
        at_once: int = AT_ONCE,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fetch = fetch
        self._lock = Lock()
        self._slots = BoundedSemaphore(at_once)
        self._flying: dict[Asked[Any], Flight[Any]] = {}
        self._live: set[Flight[Any]] = set()
        self._doomed: dict[Flight[Any], Failure] = {}
        self._kept: TTLCache[Asked[Any], Landed[Any]] = TTLCache(
            ROOM_BYTES, keep_s, timer, getsizeof=lambda landed: max(_LEAST_BYTES, landed.size)
        )

    def start(self, asked: Asked[T], deadline: Deadline) -> Flight[T]:
        """The call under way: a kept answer, one that somebody else began, or a new one."""
        with self._lock:
            flight: Flight[T] = Flight(Line(deadline))
            if deadline.ended.is_set():
                flight.future.set_result(Failure(Kind.REFUSED, "refused before"))
                return flight
            kept = self._kept.get(asked)
            if kept is not None:
                flight.future.set_result(kept)
                return flight
            flying = self._flying.get(asked)
            if flying is not None and not flying.line.deadline.over:
                return flying
            self._cut_overdue()
            if self._held() >= MOST_HELD:
                flight.future.set_result(Failure(Kind.UNREACHED, "threads held"))
                return flight
            self._flying[asked] = flight
            self._live.add(flight)
        # A daemon, since a thread that nothing can free must not keep the process from ending.
        Thread(target=self._fly, args=(asked, flight), name="flowxo", daemon=True).start()
        return flight

    def wait(self, asked: Asked[T], flight: Flight[T], deadline: Deadline) -> T | Failure:
        """The answer, or why there is none by `deadline`; begins anew what its starter gave up."""
        while True:
            outcome = self._outcome(flight, deadline)
            if isinstance(outcome, Landed):
                return outcome.value
            if not outcome.hurried or deadline.at <= flight.line.deadline.at or deadline.over:
                return outcome
            flight = self.start(asked, deadline)

    def _outcome(self, flight: Flight[T], deadline: Deadline) -> Landed[T] | Failure:
        try:
            return flight.future.result(timeout=deadline.left_s)
        except TimeoutError:
            with self._lock:
                self._cut_overdue()
        try:
            # At its own deadline, or once it is cut, a call ends and knows better what went wrong.
            return flight.future.result(timeout=_LAST_WORD_S if flight.line.deadline.over else 0)
        except TimeoutError:
            return Failure(Kind.SLOW, "waited")

    def _fly(self, asked: Asked[Any], flight: Flight[Any]) -> None:
        try:
            outcome = self._fetch_in_turn(asked, flight.line)
        except BaseException as error:  # a mistake of ours must not leave anybody waiting
            self._land(asked, flight, None)
            flight.future.set_exception(error)
        else:
            flight.future.set_result(self._land(asked, flight, outcome) or outcome)

    def _fetch_in_turn(self, asked: Asked[Any], line: Line) -> Landed[Any] | Failure:
        begun = time.monotonic()
        if not self._slots.acquire(timeout=line.deadline.left_s):
            return Failure(Kind.CROWDED, "no turn", hurried=True)
        waited_s = time.monotonic() - begun
        try:
            outcome = self._fetch(asked, line)
        finally:
            self._slots.release()
        if isinstance(outcome, Failure) and outcome.kind is Kind.SLOW and waited_s > _WAITED_S:
            return Failure(Kind.CROWDED, "late turn", hurried=True)
        return outcome

    def _land(
        self, asked: Asked[Any], flight: Flight[Any], outcome: Landed[Any] | Failure | None
    ) -> Failure | None:
        """End the flight; the refusal of the key that cut it short, where one did."""
        with self._lock:
            self._live.discard(flight)
            doom = self._doomed.pop(flight, None)
            if self._flying.get(asked) is flight:
                del self._flying[asked]
            if isinstance(outcome, Landed):
                if outcome.size <= ROOM_BYTES:
                    self._kept[asked] = outcome
                return None
            if outcome is not None and outcome.kind is Kind.REFUSED:
                self._doom(flight, outcome)
            return doom

    def _doom(self, refused: Flight[Any], refusal: Failure) -> None:
        """A refused key is refused for every call under way: nobody waits for the others."""
        refused.line.deadline.ended.set()
        for flight in self._live:
            self._doomed[flight] = refusal
            flight.line.deadline.ended.set()
            flight.line.cut()

    def _held(self) -> int:
        return sum(flight.line.deadline.over_by_s > _GRACE_S for flight in self._live)

    def _cut_overdue(self) -> None:
        for flight in self._live:
            if flight.line.deadline.over:
                flight.line.cut()
