"""`flowxo-bot scheduler`: posts digests and answers nobody; health and metrics where a port is set.

Any number of these may run on one PostgreSQL, beside any number that answer Slack.
"""

from __future__ import annotations

import logging
import time

from bot.digests.building import threads_for
from bot.server import health, housekeeping
from bot.server.listening import Listener, bind
from bot.server.metrics import EventCounter, Metrics
from bot.server.process import STOP_S, begin_digests, greet, stop_signals, told
from bot.server.routes import Routes
from bot.settings import Settings
from bot.slack.work import WorkPool
from bot.wiring import build

_log = logging.getLogger(__name__)
_HEALTH_THREADS = 4


def run_scheduler(settings: Settings, *, stop_s: float = STOP_S) -> bool:
    """Post what is due until SIGTERM or SIGINT; whether what was under way was finished.

    Raises BotError where the port or the database is closed.
    """
    with stop_signals() as stop:
        port = settings.metrics_port
        bound = bind(settings.host, port) if port is not None else None
        pool = WorkPool(threads=1, waiting=_HEALTH_THREADS)
        try:
            services = build(settings, pool=pool, more_threads=threads_for(settings))
        except BaseException:
            if bound is not None:
                bound.close()
            raise
        metrics = Metrics()
        counter = EventCounter(metrics)
        counter.attach()
        kept = housekeeping.start(services)
        digests = begin_digests(services, metrics)
        checks = health.checks(services, digests=digests.scheduler.alive)
        routes = Routes(None, checks, metrics, settings.metrics_token)
        listener = Listener(routes, bound, _HEALTH_THREADS) if bound is not None else None
        if listener is not None:
            listener.start()
        _log.info("started", extra={"port": port, "mode": "scheduler"})
        pool.submit(lambda: greet(services))
        try:
            while not told(stop, 1.0):
                continue
        finally:
            deadline = time.monotonic() + stop_s
            _log.info("stopping")
            ended = digests.scheduler.stop(stop_s)
            if listener is not None:
                listener.stop(1.0)
            ended = pool.drain(max(0.1, deadline - time.monotonic())) and ended
            kept.shutdown(wait=False)
            counter.detach()
            if ended:
                services.close()
            _log.log(
                logging.INFO if ended else logging.WARNING, "stopped", extra={"finished": ended}
            )
        return ended
