"""Forgets what is old, every hour, by APScheduler; holds no rule of what is old.

Must never carry digests: their truth is a table, not a job store.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from apscheduler.schedulers.background import BackgroundScheduler

from bot.errors import StorageError
from bot.storage import (
    audit,
    checks,
    connects,
    database,
    deliveries,
    disconnecting,
    news,
    seen,
    subscribing,
    threads,
)
from bot.wiring import Services

_log = logging.getLogger(__name__)
_HOURS = 1
KINDS = {
    "threads": threads.prune,
    "requests": seen.prune,
    "forms": connects.prune,
    "accounts": disconnecting.prune,
    "changes": audit.prune,
    "digests": subscribing.prune,
    "deliveries": deliveries.prune,
    "notices": news.prune,
    "checks": checks.prune,
}


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
    """Forget what is old, of each kind as its own module says."""
    now = services.clock()
    try:
        with database.transaction(services.engine) as connection:
            gone = {name: prune_kind(connection, now) for name, prune_kind in KINDS.items()}
    except StorageError as error:
        _log.warning("prune_failed", extra={"reason": error.message})
        return
    if any(gone.values()):
        _log.info("pruned", extra=gone)
