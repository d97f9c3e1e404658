"""Digests in Prometheus' format: what became of them, how late, and what is open now.

Holds no text and no id. What is open is asked of the database at each scrape.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.digests.building import Digests
from bot.errors import StorageError
from bot.storage import deliveries
from bot.storage.deliveries import State

_OPEN = (State.PENDING, State.CLAIMED, State.SENDING, State.VERIFY)


class DigestMetrics:
    """Counts what the dispatcher tells."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._due = Counter(
            "flowxo_bot_digests_due", "Due times that became deliveries", registry=registry
        )
        self._ended = Counter(
            "flowxo_bot_digests",
            "Deliveries by their end: sent, failed, skipped, unknown; late where sent long after",
            ["state", "late"],
            registry=registry,
        )
        self._after = Histogram(
            "flowxo_bot_digest_lateness_seconds",
            "Seconds from a due time to the end of its post",
            registry=registry,
            buckets=(1, 5, 30, 60, 120, 300, 900, 3600, 14400, 43200),
        )

    def planned(self, count: int) -> None:
        """So many became due."""
        self._due.inc(count)

    def ended(self, state: State, after: timedelta, *, late: bool) -> None:
        """One ended."""
        self._ended.labels(state, "yes" if late else "no").inc()
        if state is State.SENT:
            self._after.observe(max(0.0, after.total_seconds()))


class OpenDigests(Collector):
    """How many are open, how old the oldest of each state is, and when it was last looked."""

    def __init__(self, digests: Digests) -> None:
        self._digests = digests

    def collect(self) -> Iterator[Metric]:
        """As a scrape asks for it; what the database does not tell is left out."""
        silent = GaugeMetricFamily(
            "flowxo_bot_seconds_since_tick", "Seconds since it was last looked for due digests"
        )
        silent.add_metric([], self._digests.scheduler.silent_s)
        yield silent
        try:
            with self._digests.ledger.reading() as (connection, now):
                found = deliveries.open_by_state(connection, now)
        except StorageError:
            return
        count = GaugeMetricFamily(
            "flowxo_bot_digests_open", "Deliveries that are due and have not ended",
            labels=["state"],
        )  # fmt: skip
        oldest = GaugeMetricFamily(
            "flowxo_bot_digests_oldest_seconds", "Seconds for which the oldest of them is due",
            labels=["state"],
        )  # fmt: skip
        for state in _OPEN:
            many, seconds = found.get(state, (0, 0.0))
            count.add_metric([state], many)
            oldest.add_metric([state], seconds)
        yield count
        yield oldest

    def describe(self) -> list[Metric]:
        """Nothing beforehand: to register it asks nobody."""
        return []
