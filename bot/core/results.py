"""Frozen types of what Flow XO answers, and the Source protocol that gives them; holds no logic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.metrics import Metric
from bot.core.periods import Period, Unit


@dataclass(frozen=True, slots=True)
class Stats:
    """The six figures over one range; every metric is present."""

    values: Mapping[Metric, int]


@dataclass(frozen=True, slots=True)
class Bucket:
    """One local hour, day or month of a series; `start` and `end` are aware, UTC, half-open.

    Buckets lie on the period's own local grid, sorted, without overlap; one that Flow XO did not
    send is absent (a gap, not zero). The first may start before the period where the period
    starts inside a unit. Segments of a day that a clock change cuts are merged already.
    """

    start: datetime
    end: datetime
    values: Mapping[Metric, int]


@dataclass(frozen=True, slots=True)
class Insights:
    """`stats` is None where Flow XO has nothing for the range: no data, not zero.

    `months_cut_at` is the offset, such as "UTC+01:00", where a range of over 400 days by month
    was cut by one offset although the clocks changed within it; else None.
    """

    stats: Stats | None
    buckets: tuple[Bucket, ...] = ()
    months_cut_at: str | None = None


@dataclass(frozen=True, slots=True)
class TopMessage:
    """A message text as strangers typed it (untrusted) and how often it came."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class TopFlow:
    """A flow's id, its name (untrusted) and how often it started."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """What came of one question; None where it was not asked for. `…_before` is the baseline's.

    `flows_earlier` are of the periods before, one each, None where it did not come.
    `baseline_failed`: Flow XO answered for the period, and for what it is compared with did not.
    """

    insights: Insights
    insights_before: Insights | None = None
    flows: tuple[TopFlow, ...] | None = None
    flows_before: tuple[TopFlow, ...] | None = None
    messages: tuple[TopMessage, ...] | None = None
    messages_before: tuple[TopMessage, ...] | None = None
    flows_earlier: tuple[tuple[TopFlow, ...] | None, ...] = ()
    baseline_failed: bool = False


class Source(Protocol):
    """Anything that answers the four calls for one account, within one deadline.

    Every call may raise an UpstreamError. `period` must be cut at now already.
    """

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """The stats over `period`, and buckets by `unit` (hour, day or month) where it is given."""
        ...

    def top_messages(self, period: Period, limit: int = 200) -> tuple[TopMessage, ...]:
        """At most `limit` rows, most frequent first."""
        ...

    def top_flows(self, period: Period, limit: int = 200) -> tuple[TopFlow, ...]:
        """At most `limit` rows, most frequent first."""
        ...
