"""A Source over a plain list of events, aggregated by instant as Flow XO would, request by request.

It shares only the cutting and merging with the bot; `clips` is the reading of Flow XO's `start`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.metrics import SUMS, Metric
from bot.core.periods import Period, Unit
from bot.core.results import Insights, Stats, TopFlow, TopMessage
from bot.core.segments import RawBucket, Segment, merge, months_cut_at, segments

MONTH_DAYS = timedelta(days=30)


@dataclass
class EventLog:
    """What happened when: `events` are sorted (instant, metric) pairs of the four sums.

    `calls` records every call that is made of it. `clips` says whether a request's first bucket
    leaves out what happened before its start.
    """

    events: Sequence[tuple[datetime, Metric]]
    clips: bool = True
    empty_is_no_data: bool = True
    flows: Mapping[str, int] = field(default_factory=dict)
    messages: Mapping[str, int] = field(default_factory=dict)
    calls: list[tuple[str, Period, Unit | None]] = field(default_factory=list)

    def between(self, start: datetime, end: datetime) -> Sequence[tuple[datetime, Metric]]:
        """The events in [start, end)."""
        low = bisect_left(self.events, start, key=lambda event: event[0])
        return self.events[low : bisect_left(self.events, end, key=lambda event: event[0])]

    def values(self, start: datetime, end: datetime) -> dict[Metric, int]:
        """The six figures over [start, end)."""
        counts = Counter(metric for _, metric in self.between(start, end))
        before = self.between(datetime.min.replace(tzinfo=end.tzinfo), end)
        return {
            **{metric: counts[metric] for metric in SUMS},
            Metric.TOTAL_USERS: sum(metric is Metric.NEW_USERS for _, metric in before),
            Metric.ACTIVE_USERS: len(self.between(end - MONTH_DAYS, end)),
        }

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """The stats of the period in one request, the buckets segment by segment."""
        self.calls.append(("insights", period, unit))
        values = self.values(period.start, period.end)
        nothing = self.empty_is_no_data and not any(values[metric] for metric in SUMS)
        stats = None if nothing else Stats(values)
        if unit is None:
            return Insights(stats)
        asked = segments(period, unit)
        answers = [(segment, self.raw_buckets(segment)) for segment in asked]
        return Insights(stats, merge(period, unit, answers), months_cut_at(period, unit))

    def raw_buckets(self, segment: Segment) -> list[RawBucket]:
        """One request's buckets, latest first; those in which nothing happened are not sent."""
        offset = timedelta(minutes=segment.offset_minutes)
        begun = trunc(segment.start + offset, segment.unit) - offset
        start = segment.start if self.clips else begun
        starts = {
            trunc(at + offset, segment.unit) - offset for at, _ in self.between(start, segment.end)
        }
        raw = []
        for at in sorted(starts, reverse=True):
            end = min(after(at + offset, segment.unit) - offset, segment.end)
            raw.append(RawBucket(at, self.values(max(at, start), end)))
        return raw

    def top_flows(self, period: Period, limit: int = 200) -> tuple[TopFlow, ...]:
        """The same flows for every period."""
        self.calls.append(("top_flows", period, None))
        return tuple(TopFlow(f"id-{name}", name, n) for name, n in self.flows.items())[:limit]

    def top_messages(self, period: Period, limit: int = 200) -> tuple[TopMessage, ...]:
        """The same messages for every period."""
        self.calls.append(("top_messages", period, None))
        return tuple(TopMessage(text, n) for text, n in self.messages.items())[:limit]


def trunc(wall: datetime, unit: Unit) -> datetime:
    """The start of the hour, day or month on the same clock."""
    hour = wall.replace(minute=0, second=0, microsecond=0)
    if unit is Unit.HOUR:
        return hour
    return hour.replace(hour=0) if unit is Unit.DAY else hour.replace(hour=0, day=1)


def after(start: datetime, unit: Unit) -> datetime:
    """The start of the hour, day or month that follows on the same clock."""
    if unit is Unit.MONTH:
        return trunc(start + timedelta(days=31), unit)
    return start + (timedelta(hours=1) if unit is Unit.HOUR else timedelta(days=1))
