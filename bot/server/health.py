"""Says whether the bot can do its work: database, work pool, digests, connection to Slack.

Must answer soon whatever is broken, and name nothing but the part.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from threading import Event

from sqlalchemy import select

from bot.errors import StorageError
from bot.storage import database
from bot.storage.tables import SEEN_REQUESTS
from bot.wiring import Services

_log = logging.getLogger(__name__)
# How long the pool may take to begin an empty job before it counts as stuck.
POOL_WAIT_S = 2.0

Check = Callable[[], bool]


def checks(
    services: Services,
    socket: Check | None = None,
    digests: Check | None = None,
    *,
    pool_wait_s: float = POOL_WAIT_S,
) -> Mapping[str, Check]:
    """The parts by name; `socket` is there in Socket Mode, `digests` where they are posted."""
    parts: dict[str, Check] = {
        "database": lambda: _database(services),
        "work": lambda: _work(services, pool_wait_s),
    }
    if digests:
        parts["digests"] = digests
    return parts | ({"socket": socket} if socket else {})


def _database(services: Services) -> bool:
    try:
        with database.reading(services.engine) as connection:
            connection.execute(select(SEEN_REQUESTS.c.key).limit(1)).first()
    except StorageError as error:
        _log.warning("database_not_ready", extra={"reason": error.message})
        return False
    return True


def _work(services: Services, wait_s: float) -> bool:
    begun = Event()
    return services.pool.submit(begun.set) and begun.wait(wait_s)
