"""Due subscriptions become deliveries: read, planned and moved on in one transaction.

Must not know a schedule: which due times there are is handed in. Whoever dies in the middle has
planned nothing, and whoever comes twice plans nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from bot.storage.database import insert_many_if_absent
from bot.storage.deliveries import DELIVERY, Kind, State, Trouble, new_row
from bot.storage.subscriptions import SHOWN, SUBSCRIPTION, Subscription, subscription
from bot.storage.subscriptions import State as Standing
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of one due subscription.

    `due_at` is the due time to post for, from `not_before` on; None where there is none that is
    still useful. `left_out` are those that are not posted, and why. `next_run_at` is the next.
    """

    subscription: Subscription
    due_at: datetime | None
    not_before: datetime | None
    left_out: tuple[tuple[datetime, Trouble], ...]
    next_run_at: datetime | None


def due(
    connection: Connection,
    now: datetime,
    limit: int | None,
    states: Sequence[Standing] = (Standing.ACTIVE,),
) -> list[Subscription]:
    """Subscriptions that are due, the longest first; nobody else plans them meanwhile."""
    statement = (
        select(*SHOWN)
        .where(
            SUBSCRIPTION.state.in_(states),
            SUBSCRIPTION.deleted_at.is_(None),
            SUBSCRIPTION.next_run_at <= now,
        )
        .order_by(SUBSCRIPTION.next_run_at)
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    )
    return [subscription(row) for row in connection.execute(statement)]


def next_due(connection: Connection) -> datetime | None:
    """When the next subscription is due."""
    statement = select(func.min(SUBSCRIPTION.next_run_at)).where(
        SUBSCRIPTION.state == Standing.ACTIVE, SUBSCRIPTION.deleted_at.is_(None)
    )
    found: datetime | None = connection.execute(statement).scalar()
    return found


def plan(connection: Connection, planned: Sequence[Planned], now: datetime) -> int:
    """Keep deliveries for what is due, and when each subscription is due next; how many to post.

    A due time that is there already is left as it is, but for one that failed or was left out and
    is to be posted after all: what was not posted may be.
    """
    turns = _open_in(connection, {each.subscription.team_id for each in planned})
    to_post, left_out = [], []
    for each in planned:
        mine = each.subscription
        if each.due_at is not None:
            row = new_row(mine.team_id, mine.number, each.due_at, mine.target, now)
            row["not_before"] = each.not_before or each.due_at
            row["turn"] = turns.get(mine.team_id, 0)
            turns[mine.team_id] = row["turn"] + 1
            to_post.append(row)
        for due_at, trouble in each.left_out:
            row = new_row(mine.team_id, mine.number, due_at, mine.target, now)
            row |= {"state": State.SKIPPED, "error_class": trouble, "done_at": now}
            left_out.append(row)
    made = insert_many_if_absent(connection, DELIVERIES, to_post)
    insert_many_if_absent(connection, DELIVERIES, left_out)
    again = [_reopened(connection, row) for row in to_post if (row["delivery_id"],) not in made]
    _move_on(connection, planned)
    return len(made) + sum(again)


def _open_in(connection: Connection, team_ids: Iterable[str]) -> dict[str, int]:
    """How many deliveries of each workspace are open."""
    statement = (
        select(DELIVERY.team_id, func.count())
        .where(DELIVERY.done_at.is_(None), DELIVERY.team_id.in_(sorted(team_ids)))
        .group_by(DELIVERY.team_id)
    )
    return {team_id: int(count) for team_id, count in connection.execute(statement)}


def _reopened(connection: Connection, row: dict[str, Any]) -> bool:
    """Open the delivery of a due time again, where it ended without a post."""
    same = [DELIVERY[name] == row[name] for name in ("team_id", "number", "due_at", "target")]
    ended = (DELIVERY.kind == Kind.SCHEDULED, DELIVERY.state.in_((State.FAILED, State.SKIPPED)))
    values = {name: row[name] for name in ("state", "not_before", "turn", "planned_at")}
    values |= {"done_at": None, "error_class": None, "error": None}
    return connection.execute(update(DELIVERIES).where(*same, *ended).values(**values)).rowcount > 0


def _move_on(connection: Connection, planned: Sequence[Planned]) -> None:
    if not planned:
        return
    statement = (
        update(SUBSCRIPTIONS)
        .where(
            SUBSCRIPTION.team_id == bindparam("of_team"),
            SUBSCRIPTION.number == bindparam("of_number"),
        )
        .values(next_run_at=bindparam("then"))
    )
    rows = [
        {
            "of_team": each.subscription.team_id,
            "of_number": each.subscription.number,
            "then": each.next_run_at,
        }
        for each in planned
    ]
    connection.execute(statement, rows)
