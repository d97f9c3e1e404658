"""What a watcher of the bot may count, in Prometheus' format; holds no text and no id.

Events are counted by their constant names, straight from the loggers, so that no other room needs
to know of metrics; how much of it is written (LOG_LEVEL) changes nothing.
"""

from __future__ import annotations

import logging
import re
from importlib.metadata import version

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.process_collector import ProcessCollector

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_OURS = logging.getLogger("bot")
_EVENT = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+){0,8}")


class Metrics:
    """The registry of one process's bot."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.requests = Counter(
            "flowxo_bot_http_requests",
            "HTTP requests by path and status",
            ["path", "status"],
            registry=self.registry,
        )
        self.seconds = Histogram(
            "flowxo_bot_http_seconds",
            "Seconds from a request's arrival to its answer",
            ["path"],
            registry=self.registry,
            buckets=(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3),
        )
        self.events = Counter(
            "flowxo_bot_events",
            "Log events by name and level",
            ["event", "level"],
            registry=self.registry,
        )
        self.ready = Gauge(
            "flowxo_bot_ready", "1 when /readyz says yes, else 0", registry=self.registry
        )
        info = Gauge("flowxo_bot_info", "The version", ["version"], registry=self.registry)
        info.labels(version("flowxo-slack-bot")).set(1)

    def page(self) -> bytes:
        """Everything, as a scrape wants it."""
        return generate_latest(self.registry)


class EventCounter(logging.Handler):
    """Counts our own log lines by event; those of libraries have no constant names."""

    def __init__(self, metrics: Metrics) -> None:
        super().__init__(logging.INFO)
        self._events = metrics.events

    def attach(self) -> None:
        """Begin to count."""
        if not _OURS.isEnabledFor(logging.INFO):
            _OURS.setLevel(logging.INFO)
        _OURS.addHandler(self)

    def detach(self) -> None:
        """Count no more."""
        _OURS.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Count one line."""
        event = record.msg
        if isinstance(event, str) and _EVENT.fullmatch(event):
            self._events.labels(event, record.levelname.lower()).inc()
