"""Forgets what is old, every hour, by APScheduler; holds no rule of what is old.

Must never carry digests: their truth is a table, not a job store.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from apscheduler.schedulers.background import BackgroundScheduler

from bot.errors import StorageError
from bot.storage import database, seen, threads
from bot.wiring import Services

_log = logging.getLogger(__name__)
_HOURS = 1


def start(services: Services) -> BackgroundScheduler:
    """Prune now and every hour from now on, in a thread; `shutdown` on what it returns ends it."""
    scheduler = BackgroundScheduler(timezone=UTC)
    scheduler.add_job(
        prune,
        "interval",
        hours=_HOURS,
        args=[services],
        next_run_time=datetime.now(UTC),
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )
    scheduler.start()
    return scheduler


def prune(services: Services) -> None:
    """Forget threads of over 30 days and requests of over 15 minutes."""
    now = services.clock()
    try:
        with database.transaction(services.engine) as connection:
            old_threads = threads.prune(connection, now)
            old_requests = seen.prune(connection, now)
    except StorageError as error:
        _log.warning("prune_failed", extra={"reason": error.message})
        return
    if old_threads or old_requests:
        _log.info("pruned", extra={"threads": old_threads, "requests": old_requests})
