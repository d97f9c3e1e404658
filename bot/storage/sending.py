"""The steps of one delivery from "I am going to post it" to its end, each one transaction.

Must change nothing that is not its owner's any more: whoever comes too late changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select, update

from bot.storage import deliveries
from bot.storage.claiming import Claim
from bot.storage.database import insert_if_absent
from bot.storage.deliveries import DELIVERY, Kind, State, Trouble
from bot.storage.subscriptions import SHOWN, SUBSCRIPTION, Subscription, subscription
from bot.storage.subscriptions import State as Standing
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS

# Slack takes one post a second in a channel.
PACE = timedelta(seconds=1)
FINAL = (State.SENT, State.FAILED, State.SKIPPED, State.UNKNOWN)


class Verdict(StrEnum):
    """Whether to post."""

    POST = "post"
    LEFT_OUT = "left_out"  # its subscription does not want it any more; that is kept
    ANEW = "anew"  # it says something else by now, or has to wait, and is to be made again
    NOT_MINE = "not_mine"  # somebody else has it


@dataclass(frozen=True, slots=True)
class End:
    """What became of a try; `not_before` is given where there will be another one.

    `tried`: it was a try although nothing was posted.
    """

    state: State
    trouble: Trouble | None = None
    error: str | None = None
    not_before: datetime | None = None
    channel_id: str | None = None
    ts: str | None = None
    tried: bool = False


def intend(
    connection: Connection, claim: Claim, now: datetime, lease: timedelta, *, late: bool
) -> Verdict:
    """Say that it is posted now, to where its subscription goes this moment; or that it is not.

    Once this is kept, and until the post has ended, the subscription cannot be changed.
    """
    mine = claim.delivery
    columns = (*SHOWN, SUBSCRIPTION.deleted_at)
    row: Row[Any] | None = connection.execute(
        select(*columns)
        .where(SUBSCRIPTION.team_id == mine.team_id, SUBSCRIPTION.number == mine.number)
        .with_for_update(read=True)
    ).first()
    if row is None:  # the workspace was erased
        return Verdict.NOT_MINE
    current = subscription(row)
    trouble = _in_the_way(mine.kind, mine.target, current, deleted=row.deleted_at is not None)
    if trouble is not None:
        return _leave_out(connection, claim, current, trouble, now)
    if current.version != claim.subscription.version:
        return _back(connection, claim)
    begun = _update(
        connection, claim, (State.CLAIMED,), DELIVERY.lease_until > now, DELIVERY.not_before <= now,
        state=State.SENDING, sending_at=now, lease_until=now + lease, late=late,
        attempt=DELIVERY.attempt + 1,
    )  # fmt: skip
    if not begun:
        return _back(connection, claim, DELIVERY.not_before > now)
    _pace(connection, claim, now)
    return Verdict.POST


def end(connection: Connection, claim: Claim, what: End, now: datetime) -> bool:
    """Keep what became of it; False where somebody else has it by now."""
    final = what.state in FINAL
    values: dict[str, Any] = {"state": what.state, "owner": None, "lease_until": None}
    values |= {"error_class": what.trouble, "error": _short(what.error)}
    values["done_at"] = now if final else None
    if what.not_before is not None:
        values["not_before"] = what.not_before
    if what.ts is not None:
        values |= {"channel_id": what.channel_id, "ts": what.ts}
    if what.tried:
        values["attempt"] = DELIVERY.attempt + 1
    held = (State.CLAIMED, State.SENDING, State.VERIFY)
    return _update(connection, claim, held, **values)


def make_wait(
    connection: Connection, team_id: str, until: datetime, *, target: str | None = None
) -> int:
    """Let what is not posted yet wait until then at least: for a place, or the whole workspace."""
    waiting = [DELIVERY.team_id == team_id]
    waiting.append(DELIVERY.state.in_((State.PENDING, State.CLAIMED)))
    waiting += [DELIVERY.done_at.is_(None), DELIVERY.not_before < until]
    if target is not None:
        waiting.append(DELIVERY.target == target)
    return connection.execute(update(DELIVERIES).where(*waiting).values(not_before=until)).rowcount


def is_limited_elsewhere(connection: Connection, team_id: str, target: str, now: datetime) -> bool:
    """Whether Slack asks us to wait in another place of the workspace, too."""
    statement = select(DELIVERY.delivery_id).where(
        DELIVERY.team_id == team_id,
        DELIVERY.target != target,
        DELIVERY.done_at.is_(None),
        DELIVERY.error_class == Trouble.LIMITED,
        DELIVERY.not_before > now,
    )
    return connection.execute(statement.limit(1)).first() is not None


def count_failure(connection: Connection, team_id: str, number: int) -> int:
    """One more delivery of a subscription that was refused; how many in a row."""
    mine = (SUBSCRIPTION.team_id == team_id, SUBSCRIPTION.number == number)
    more = update(SUBSCRIPTIONS).where(*mine).values(failed_in_row=SUBSCRIPTION.failed_in_row + 1)
    return connection.execute(more.returning(SUBSCRIPTION.failed_in_row)).scalar() or 0


def forget_failures(connection: Connection, team_id: str, number: int) -> None:
    """One was taken."""
    mine = (SUBSCRIPTION.team_id == team_id, SUBSCRIPTION.number == number)
    failed = update(SUBSCRIPTIONS).where(*mine, SUBSCRIPTION.failed_in_row > 0)
    connection.execute(failed.values(failed_in_row=0))


def _in_the_way(kind: Kind, target: str, current: Subscription, *, deleted: bool) -> Trouble | None:
    """Why the subscription does not want it; what a person asked for by hand is always wanted."""
    if deleted:
        return Trouble.DELETED
    if target != current.target:
        return Trouble.MOVED
    if kind is not Kind.SCHEDULED or current.state is Standing.ACTIVE:
        return None
    return Trouble.PAUSED if current.state is Standing.PAUSED else Trouble.DISABLED


def _leave_out(
    connection: Connection, claim: Claim, current: Subscription, trouble: Trouble, now: datetime
) -> Verdict:
    if not end(connection, claim, End(State.SKIPPED, trouble), now):
        return Verdict.NOT_MINE
    mine = claim.delivery
    if trouble is Trouble.MOVED:
        row = deliveries.new_row(mine.team_id, mine.number, mine.due_at, current.target, now)
        row |= {"kind": mine.kind, "not_before": now}
        insert_if_absent(connection, DELIVERIES, row)
    return Verdict.LEFT_OUT


def _back(connection: Connection, claim: Claim, *which: Any) -> Verdict:
    """Give it back where `which` holds, to be made again at its time."""
    free = {"state": State.PENDING, "owner": None, "lease_until": None}
    back = _update(connection, claim, (State.CLAIMED,), *which, **free)
    return Verdict.ANEW if back else Verdict.NOT_MINE


def _pace(connection: Connection, claim: Claim, now: datetime) -> None:
    """Whatever else waits for the same place waits a little longer."""
    mine = claim.delivery
    make_wait(connection, mine.team_id, now + PACE, target=mine.target)


def _update(
    connection: Connection, claim: Claim, states: tuple[State, ...], *which: Any, **values: Any
) -> bool:
    mine = (DELIVERY.delivery_id == claim.delivery.delivery_id, DELIVERY.owner == claim.owner)
    statement = update(DELIVERIES).where(*mine, DELIVERY.state.in_(states), *which)
    return connection.execute(statement.values(**values)).rowcount == 1


def _short(error: str | None) -> str | None:
    return error[:128] if error else None
