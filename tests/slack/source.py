"""A Source with fixed figures, which a test can hold back or make fail."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event, Lock

from bot.core.metrics import Metric
from bot.core.periods import Period, Unit, shift
from bot.core.results import Bucket, Insights, Stats, TopFlow, TopMessage
from bot.errors import BotError


@dataclass
class FixedSource:
    """Answers every call alike; `open` cleared holds calls back, `error` is raised instead.

    `empty`: it answers, and has nothing.
    """

    open: Event = field(default_factory=Event)
    error: Exception | None = None
    empty: bool = False
    asked: list[Period] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)
    flows: tuple[TopFlow, ...] = (TopFlow("f1", "Text Me", 14), TopFlow("f2", "Untitled Flow", 9))

    def __post_init__(self) -> None:
        self.open.set()

    def _called(self, period: Period, name: str) -> None:
        with self.lock:
            self.asked.append(period)
            self.calls.append(name)
        if not self.open.wait(20):
            raise BotError("the test never let the source answer")
        if self.error is not None:
            raise self.error

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """Forty-one of everything, and two a bucket."""
        self._called(period, "insights")
        if self.empty:
            return Insights(None, ())
        values = dict.fromkeys(Metric, 41)
        buckets = []
        if unit is Unit.DAY:
            day = period.first_day
            while day <= period.last_day:
                start = period.start + timedelta(days=(day - period.first_day).days)
                each = dict.fromkeys(Metric, 2)
                buckets.append(Bucket(start, start + timedelta(days=1), each))
                day = shift(day, Unit.DAY, 1)
        return Insights(Stats(values), tuple(buckets))

    def top_messages(self, period: Period, limit: int = 200) -> tuple[TopMessage, ...]:
        """Two texts."""
        self._called(period, "messages")
        if self.empty:
            return ()
        return (TopMessage("text me", 11), TopMessage("hi <!channel>", 4))[:limit]

    def top_flows(self, period: Period, limit: int = 200) -> tuple[TopFlow, ...]:
        """Two flows, unless the test has others."""
        self._called(period, "flows")
        return () if self.empty else self.flows[:limit]


@dataclass(frozen=True)
class FixedClient:
    """The client of an account, whatever its key: all have the same figures."""

    source: FixedSource

    def question(self, budget_s: float = 10.0, at_once: int = 4) -> FixedSource:
        """The figures; `budget_s` and `at_once` limit nothing that takes no time."""
        assert min(budget_s, at_once) > 0
        return self.source

    def close(self) -> None:
        """Nothing is open."""
