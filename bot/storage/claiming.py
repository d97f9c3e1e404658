"""Who works on which delivery: taken in fair turns under a lease, given back, and taken over.

Must let nobody post: that is the transaction of `sending`, which asks whether the lease still is
one's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, tuple_, update

from bot.storage.database import one_at_a_time
from bot.storage.deliveries import (
    DELIVERY,
    SHOWN,
    STOPPING,
    Delivery,
    State,
    Trouble,
    delivery,
)
from bot.storage.subscriptions import SHOWN as SUBSCRIBED
from bot.storage.subscriptions import SUBSCRIPTION, Subscription, subscription
from bot.storage.subscriptions import State as Standing
from bot.storage.tables import DELIVERIES

# Of one workspace, and of one place, so many are worked on at a time, whoever does it.
MOST_A_WORKSPACE, MOST_A_TARGET = 4, 1
# Any number that no other program on the same PostgreSQL is likely to lock.
_TURN = 726_381_510
_LOOKED_THROUGH = 200
_ROUNDS = 8
_OPEN = DELIVERY.done_at.is_(None)
_IDS = (DELIVERY.delivery_id, DELIVERY.team_id, DELIVERY.target)


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that is one's own for a while, and whose it was when it was taken."""

    delivery: Delivery
    subscription: Subscription
    owner: str


def claim(
    connection: Connection, owner: str, now: datetime, lease: timedelta, want: int
) -> list[Claim]:
    """Take up to `want` deliveries that may be posted now, for `owner`, until the lease ends.

    Workspaces take turns, and each has few at a time; of one place there is one at a time.
    """
    # Two at once would each see the other's not yet, and together take more than there may be.
    one_at_a_time(connection, _TURN)
    taken = _fair(connection, now, want)
    if not taken:
        return []
    mine = (
        update(DELIVERIES)
        .where(DELIVERY.delivery_id.in_(taken))
        .values(state=State.CLAIMED, owner=owner, lease_until=now + lease)
        .returning(*SHOWN)
    )
    rows = {row.delivery_id: delivery(row) for row in connection.execute(mine)}
    return _with_subscriptions(connection, [rows[each] for each in taken], owner)


def look_up(
    connection: Connection, owner: str, now: datetime, lease: timedelta, want: int
) -> list[Claim]:
    """Take up to `want` deliveries whose post is to be looked for now."""
    free = DELIVERY.lease_until.is_(None) | (DELIVERY.lease_until <= now)
    statement = (
        select(DELIVERY.delivery_id)
        .where(DELIVERY.state == State.VERIFY, _OPEN, DELIVERY.not_before <= now, free)
        .order_by(DELIVERY.not_before)
        .limit(want)
        .with_for_update(skip_locked=True)
    )
    taken = connection.execute(statement).scalars().all()
    if not taken:
        return []
    mine = (
        update(DELIVERIES)
        .where(DELIVERY.delivery_id.in_(taken))
        .values(owner=owner, lease_until=now + lease)
        .returning(*SHOWN)
    )
    found = [delivery(row) for row in connection.execute(mine)]
    return _with_subscriptions(connection, found, owner)


def release(connection: Connection, owner: str, delivery_ids: Sequence[str]) -> int:
    """Give back what one has taken and not begun to post; how many."""
    mine = (DELIVERY.delivery_id.in_(delivery_ids), DELIVERY.owner == owner)
    free = update(DELIVERIES).where(*mine, DELIVERY.state == State.CLAIMED)
    free = free.values(state=State.PENDING, owner=None, lease_until=None)
    return connection.execute(free).rowcount


def reap(connection: Connection, now: datetime) -> tuple[int, int]:
    """What somebody took and never finished: how many are free again, how many to be looked up.

    Nothing was posted of what was only taken; of what was being posted nobody knows.
    """
    ended = (_OPEN, DELIVERY.lease_until <= now)
    free = update(DELIVERIES).where(DELIVERY.state == State.CLAIMED, *ended)
    free = free.values(state=State.PENDING, owner=None, lease_until=None)
    lost = update(DELIVERIES).where(DELIVERY.state == State.SENDING, *ended)
    lost = lost.values(
        state=State.VERIFY, owner=None, lease_until=None, not_before=now, error_class=Trouble.LOST
    )
    return connection.execute(free).rowcount, connection.execute(lost).rowcount


def leave_all_out(connection: Connection, trouble: Trouble, now: datetime, since: datetime) -> int:
    """End whatever is open, unposted, in all workspaces; how many.

    Nor is posted what was due after `since` and waits for its subscription to be mended.
    """
    values: dict[str, Any] = {"state": State.SKIPPED, "error_class": trouble}
    disabled = select(SUBSCRIPTION.team_id, SUBSCRIPTION.number)
    disabled = disabled.where(SUBSCRIPTION.state == Standing.DISABLED)
    stopped = update(DELIVERIES).where(
        DELIVERY.error_class.in_(STOPPING),
        DELIVERY.due_at > since,
        ~_OPEN,
        tuple_(DELIVERY.team_id, DELIVERY.number).in_(disabled),
    )
    connection.execute(stopped.values(**values))
    values |= {"done_at": now, "owner": None, "lease_until": None}
    return connection.execute(update(DELIVERIES).where(_OPEN).values(**values)).rowcount


def next_at(connection: Connection) -> datetime | None:
    """When the next delivery may be posted or looked for."""
    waiting = DELIVERY.state.in_((State.PENDING, State.VERIFY))
    statement = select(func.min(DELIVERY.not_before)).where(waiting, _OPEN)
    found: datetime | None = connection.execute(statement).scalar()
    return found


def _fair(connection: Connection, now: datetime, want: int) -> list[str]:
    """Which to take: as they are due, but not more of a workspace or a place than there may be."""
    busy = select(DELIVERY.team_id, DELIVERY.target).where(
        DELIVERY.state.in_((State.CLAIMED, State.SENDING)), _OPEN
    )
    under_way = [(team_id, target) for team_id, target in connection.execute(busy)]
    of_team = Counter(team_id for team_id, _ in under_way)
    places = set(under_way)
    taken: list[str] = []
    for _ in range(_ROUNDS):
        full = sorted(team for team, count in of_team.items() if count >= MOST_A_WORKSPACE)
        statement = (
            select(*_IDS)
            .where(DELIVERY.state == State.PENDING, _OPEN, DELIVERY.not_before <= now)
            .where(*_not_in(_IDS[1], full), *_not_in(tuple_(*_IDS[1:]), sorted(places)))
            .order_by(DELIVERY.not_before, DELIVERY.turn)
            .limit(_LOOKED_THROUGH)
            .with_for_update(skip_locked=True)
        )
        rows = connection.execute(statement).all()
        for delivery_id, team_id, target in rows:
            free = of_team[team_id] < MOST_A_WORKSPACE and (team_id, target) not in places
            if len(taken) < want and free:
                taken.append(delivery_id)
                of_team[team_id] += 1
                places.add((team_id, target))
        if len(taken) == want or len(rows) < _LOOKED_THROUGH:
            break
    return taken


def _not_in(columns: ColumnElement[Any], values: Sequence[Any]) -> list[ColumnElement[bool]]:
    return [columns.not_in(values)] if values else []


def _with_subscriptions(
    connection: Connection, found: Sequence[Delivery], owner: str
) -> list[Claim]:
    key = tuple_(SUBSCRIPTION.team_id, SUBSCRIPTION.number)
    wanted = sorted({(each.team_id, each.number) for each in found})
    rows = connection.execute(select(*SUBSCRIBED).where(key.in_(wanted)))
    theirs = {(row.team_id, row.number): subscription(row) for row in rows}
    return [Claim(each, theirs[each.team_id, each.number], owner) for each in found]
