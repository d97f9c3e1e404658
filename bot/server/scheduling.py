"""`flowxo-bot scheduler`: posts digests and answers nobody; health and metrics where a port is set.

Any number of these may run on one PostgreSQL, beside any number that answer Slack.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from socket import socket

from apscheduler.schedulers.background import BackgroundScheduler

from bot.digests.building import Digests, threads_for
from bot.server import health, housekeeping
from bot.server.listening import Listener, bind
from bot.server.metrics import EventCounter, Metrics
from bot.server.process import STOP_S, begin_digests, greet, stop_signals, told
from bot.server.routes import Routes
from bot.settings import Settings
from bot.slack.work import WorkPool
from bot.wiring import Services, build

_log = logging.getLogger(__name__)
_HEALTH_THREADS = 4


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a process that posts digests consists of; without a port nobody can ask it anything."""

    services: Services
    counter: EventCounter
    housekeeping: BackgroundScheduler
    digests: Digests
    listener: Listener | None


def run_scheduler(settings: Settings, *, stop_s: float = STOP_S) -> bool:
    """Post what is due until SIGTERM or SIGINT; whether what was under way was finished.

    Raises BotError where the port or the database is closed.
    """
    with stop_signals() as stop:
        port = settings.metrics_port
        bound = bind(settings.host, port) if port is not None else None
        try:
            parts = _assemble(settings, bound)
        except BaseException:
            if bound is not None:
                bound.close()
            raise
        if parts.listener is not None:
            parts.listener.start()
        _log.info("started", extra={"port": port, "mode": "scheduler"})
        parts.services.pool.submit(lambda: greet(parts.services))
        try:
            while not told(stop, 1.0):
                continue
        finally:
            finished = _stop(parts, stop_s)
        return finished


def _assemble(settings: Settings, bound: socket | None) -> _Parts:
    """Database upgraded, housekeeping and digests begun; whoever asks for health waits still."""
    pool = WorkPool(threads=1, waiting=_HEALTH_THREADS)
    services = build(settings, pool=pool, more_threads=threads_for(settings))
    metrics = Metrics()
    counter = EventCounter(metrics)
    counter.attach()
    kept = housekeeping.start(services)
    digests = begin_digests(services, metrics)
    listener = None
    if bound is not None:
        checks = health.checks(services, digests=digests.scheduler.alive)
        routes = Routes(None, checks, metrics, settings.metrics_token)
        listener = Listener(routes, bound, _HEALTH_THREADS)
    return _Parts(services, counter, kept, digests, listener)


def _stop(parts: _Parts, stop_s: float) -> bool:
    """First what is being posted, then whoever asks for health, then the database."""
    deadline = time.monotonic() + stop_s
    _log.info("stopping")
    posted = parts.digests.scheduler.stop(stop_s)
    if parts.listener is not None:
        parts.listener.stop(1.0)
    finished = parts.services.pool.drain(max(0.1, deadline - time.monotonic())) and posted
    parts.housekeeping.shutdown(wait=False)
    parts.counter.detach()
    if finished:
        parts.services.close()
    (_log.info if finished else _log.warning)("stopped", extra={"work_finished": finished})
    return finished
