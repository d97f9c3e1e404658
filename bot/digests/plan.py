"""Due subscriptions become deliveries: which due time is posted, which are left out, and why.

Must let no row that cannot be read keep the others from their digests.
"""

from __future__ import annotations

import logging
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.digest import digest_from_fields
from bot.core.schedule import LATE_AFTER, Schedule, latest_due, next_due, useful_for
from bot.digests.reporting import report_broken, report_planned
from bot.errors import ScheduleError
from bot.storage import deliveries, planning, subscribing
from bot.storage.audit import OPERATOR, By
from bot.storage.deliveries import Trouble
from bot.storage.planning import Planned
from bot.storage.subscriptions import Reason, Subscription

_log = logging.getLogger(__name__)
# So many are planned in one transaction, each with so many due times that it has missed.
AT_ONCE, MOST_MISSED = 500, 60
# Where more than this are due together they are spread.
CROWD = 60
SPREAD_S = 120.0
BY = "digests"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one transaction has planned; `more`: there may be more to plan."""

    to_post: int
    left_out: int
    broken: int
    more: bool


def plan_due(
    connection: Connection,
    now: datetime,
    *,
    spread_s: float = SPREAD_S,
    limit: int = AT_ONCE,
) -> Outcome:
    """Plan what is due, in this transaction; whoever is not planned in it is in the next.

    Where many are due together, those that are on time are spread over `spread_s` seconds.
    """
    due = planning.due(connection, now, limit)
    together = Counter(each.next_run_at for each in due)
    planned: list[Planned] = []
    broken = 0
    for each in due:
        first = each.next_run_at or now
        crowded = together[each.next_run_at] > CROWD
        try:
            schedule = digest_from_fields(each.digest).schedule
            planned.append(_planned(each, schedule, first, now, spread_s if crowded else 0.0))
        except ScheduleError as error:
            _set_aside(connection, each, first, now, error.message)
            broken += 1
        except Exception:
            _log.exception("digest_unplannable", extra=_ids(each))
            _set_aside(connection, each, first, now, "see the log")
            broken += 1
    to_post = planning.plan(connection, planned, now)
    report_planned(connection, planned, now)
    left_out = sum(len(each.left_out) for each in planned)
    return Outcome(to_post, left_out, broken, more=len(due) == limit or _goes_on(planned, now))


def _goes_on(planned: list[Planned], now: datetime) -> bool:
    """Whether one has missed more than are planned at once."""
    return any(each.next_run_at is not None and each.next_run_at <= now for each in planned)


def _planned(
    mine: Subscription, schedule: Schedule, first: datetime, now: datetime, spread_s: float
) -> Planned:
    """The newest due time is posted while that is useful; older ones are left out."""
    newest = latest_due(schedule, first, now) or first
    left_out: list[tuple[datetime, Trouble]] = []
    due: datetime | None = first
    while due is not None and due < newest:
        if len(left_out) == MOST_MISSED:
            return Planned(mine, None, None, tuple(left_out), due)
        left_out.append((due, Trouble.MISSED))
        due = next_due(schedule, due)
    following = next_due(schedule, max(now, newest))
    if now - newest > useful_for(schedule):
        left_out.append((newest, Trouble.TOO_LATE))
        return Planned(mine, None, None, tuple(left_out), following)
    on_time = now - newest <= LATE_AFTER and mine.state_at <= newest
    not_before = newest + _share(mine, newest, spread_s) if on_time else newest
    return Planned(mine, newest, not_before, tuple(left_out), following)


def _share(mine: Subscription, due: datetime, spread_s: float) -> timedelta:
    """How much later than the others one comes: the same for whoever plans it."""
    known_by = f"{mine.team_id} {mine.number} {due.isoformat()}".encode()
    return timedelta(seconds=zlib.crc32(known_by) / 2**32 * spread_s)


def _set_aside(
    connection: Connection, mine: Subscription, due: datetime, now: datetime, reason: str
) -> None:
    """Disable one that cannot be read; its due time is kept with that reason."""
    _log.error("digest_broken", extra={**_ids(mine), "reason": reason})
    deliveries.leave_out(
        connection, mine.team_id, mine.number, due, mine.target, Trouble.BROKEN, now
    )
    by = By(OPERATOR, BY, now)
    subscribing.disable(connection, mine.team_id, mine.number, Reason.BROKEN, by)
    report_broken(connection, mine, due, now)


def _ids(mine: Subscription) -> dict[str, object]:
    return {"team_id": mine.team_id, "number": mine.number}
