"""After a backup was put back: nothing that it has open, or due, is posted; it may have been.

Must run while nobody posts: what is due is read first and left out afterwards.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.engine import Engine

from bot.core.digest import digest_from_fields
from bot.core.schedule import LONGEST_USEFUL, next_due
from bot.digests.clock import Clock, DatabaseClock
from bot.digests.ledger import Ledger
from bot.errors import ScheduleError
from bot.storage import claiming, planning
from bot.storage.deliveries import Trouble
from bot.storage.planning import Planned
from bot.storage.subscriptions import State, Subscription

_log = logging.getLogger(__name__)
# In one transaction: of a backup that is a year old, so many take seconds.
_AT_ONCE = 100
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many deliveries were open, and how many due times are left out."""

    open: int
    due: int


def leave_out(engine: Engine, clock: Clock | None = None) -> LeftOut:
    """Leave out what is open and what is due; raises StorageError.

    Of what we disabled as well: it may have been mended, and posted, after the backup was made.
    """
    ledger = Ledger(engine, clock or DatabaseClock())
    with ledger.writing() as (connection, now):
        since = now - LONGEST_USEFUL - _DAY
        opened = claiming.leave_all_out(connection, Trouble.RESTORED, now, since)
        due = planning.due(connection, now, None, (State.ACTIVE, State.DISABLED))
    found = [planned for each in due if (planned := _left_out(each, now)) is not None]
    for first in range(0, len(found), _AT_ONCE):
        with ledger.writing() as (connection, _):
            planning.plan(connection, found[first : first + _AT_ONCE], now)
    return LeftOut(opened, sum(len(each.left_out) for each in found))


def _left_out(mine: Subscription, now: datetime) -> Planned | None:
    """All that it has missed; None where it cannot be read, and so could not be posted either."""
    try:
        schedule = digest_from_fields(mine.digest).schedule
    except ScheduleError as error:
        extra = {"team_id": mine.team_id, "number": mine.number, "reason": error.message}
        _log.warning("digest_broken", extra=extra)
        return None
    missed = []
    due = mine.next_run_at
    while due is not None and due <= now:
        missed.append((due, Trouble.RESTORED))
        due = next_due(schedule, due)
    return Planned(mine, None, None, tuple(missed), due)
