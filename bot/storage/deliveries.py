"""The deliveries of digests as rows: what they are, their history, and what people do to one.

Who may work on one, and what becomes of it, is decided in `claiming` and `sending`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, select, update

from bot.storage.database import insert_if_absent
from bot.storage.tables import DELIVERIES

KEPT = timedelta(days=400)
# The table's columns, to say which deliveries are meant.
DELIVERY = DELIVERIES.c


class Kind(StrEnum):
    """Why it is posted."""

    SCHEDULED = "scheduled"
    RUN_NOW = "run_now"
    SEND_AGAIN = "send_again"


class State(StrEnum):
    """How far it is."""

    PENDING = "pending"
    CLAIMED = "claimed"  # somebody works on it, and nothing was posted
    SENDING = "sending"  # it is being posted
    VERIFY = "verify"  # it may have been posted: to be looked up
    SENT = "sent"
    FAILED = "failed"  # it was not posted, and will not be
    SKIPPED = "skipped"  # it was left out
    UNKNOWN = "unknown"  # it may have been posted, and nobody can look that up


class Trouble(StrEnum):
    """What was in the way: the class of a delivery's error."""

    # Slack
    UNREACHED = "unreached"  # no connection: nothing was posted
    LIMITED = "limited"  # Slack asked to wait
    LOST = "lost"  # the answer to the post was lost
    CHANNEL = "channel"
    REFUSED = "refused"
    WORKSPACE = "workspace"
    # Flow XO
    UPSTREAM = "upstream"
    KEY = "key"
    ACCOUNT = "account"  # it is gone, or may not be shown there
    EMPTY = "empty"  # Flow XO has nothing for its period
    # ourselves
    OURS = "ours"
    # the subscription
    BROKEN = "broken"
    PAUSED = "paused"
    DISABLED = "disabled"
    DELETED = "deleted"
    MOVED = "moved"
    EDITED = "edited"
    # time
    MISSED = "missed"  # a newer one was due already
    TOO_LATE = "too_late"
    RESTORED = "restored"  # a backup was put back, and it may have been posted


# What ends a delivery of a subscription that is disabled by it, or was already.
STOPPING = (
    Trouble.CHANNEL, Trouble.REFUSED, Trouble.WORKSPACE, Trouble.KEY, Trouble.ACCOUNT,
    Trouble.BROKEN, Trouble.DISABLED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Delivery:
    """One due time of one subscription for one target, and all its tries.

    `delivery_id` is what its post carries. `not_before` is when it may be tried, `attempt` how
    often it was. `late`: it was posted long after its time. `channel_id` and `ts` are the post's.
    `trouble` is what went wrong last, `error` the word for it of whoever refused. `done_at` is
    None while it is open.
    """

    delivery_id: str
    team_id: str
    number: int
    due_at: datetime
    target: str
    kind: Kind
    state: State
    not_before: datetime
    attempt: int
    late: bool
    planned_at: datetime
    sending_at: datetime | None
    done_at: datetime | None
    channel_id: str | None
    ts: str | None
    trouble: Trouble | None
    error: str | None


_NAMED = {"trouble": "error_class"}
SHOWN = tuple(
    DELIVERY[_NAMED.get(name, name)].label(name) for name in Delivery.__dataclass_fields__
)


def new_id() -> str:
    """An id for a delivery: any member of the workspace can read it, so it tells nothing."""
    return secrets.token_hex(12)


def get(connection: Connection, team_id: str, delivery_id: str) -> Delivery | None:
    """The delivery of that id."""
    row = connection.execute(select(*SHOWN).where(*_mine(team_id, delivery_id))).first()
    return delivery(row) if row else None


def history(
    connection: Connection, team_id: str, number: int, limit: int = 10
) -> tuple[Delivery, ...]:
    """The newest deliveries of a subscription, the newest due time first."""
    statement = (
        select(*SHOWN)
        .where(DELIVERY.team_id == team_id, DELIVERY.number == number)
        .order_by(DELIVERY.due_at.desc(), DELIVERY.planned_at.desc())
        .limit(limit)
    )
    return tuple(delivery(row) for row in connection.execute(statement))


def troubled(connection: Connection, team_id: str, since: datetime) -> tuple[Delivery, ...]:
    """What of a workspace's is open, and what was due since then and failed or is unknown."""
    failed = DELIVERY.state.in_((State.FAILED, State.UNKNOWN)) & (DELIVERY.due_at > since)
    statement = (
        select(*SHOWN)
        .where(DELIVERY.team_id == team_id, DELIVERY.done_at.is_(None) | failed)
        .order_by(DELIVERY.due_at, DELIVERY.number, DELIVERY.planned_at)
    )
    return tuple(delivery(row) for row in connection.execute(statement))


def run_now(
    connection: Connection, team_id: str, number: int, target: str, now: datetime
) -> str | None:
    """One more delivery, due now; its id. None where one of this very moment is there already."""
    row = new_row(team_id, number, now, target, now) | {"kind": Kind.RUN_NOW}
    return row["delivery_id"] if insert_if_absent(connection, DELIVERIES, row) else None


def send_again(connection: Connection, team_id: str, delivery_id: str, now: datetime) -> bool:
    """Post what failed, or may never have come: a person says so. False where neither is so."""
    again = {"state": State.PENDING, "kind": Kind.SEND_AGAIN, "not_before": now, "done_at": None}
    return _decide(connection, team_id, delivery_id, (State.UNKNOWN, State.FAILED), again)


def arrived(connection: Connection, team_id: str, delivery_id: str, now: datetime) -> bool:
    """A person saw the post. False where it is not unknown any more."""
    sent = {"state": State.SENT, "done_at": now}
    return _decide(connection, team_id, delivery_id, (State.UNKNOWN,), sent)


def leave_out(
    connection: Connection, team_id: str, number: int, due_at: datetime, target: str,
    trouble: Trouble, now: datetime,
) -> None:  # fmt: skip
    """Keep that a due time is left out, and why; where it was planned already, nothing changes."""
    row = new_row(team_id, number, due_at, target, now)
    row |= {"state": State.SKIPPED, "error_class": trouble, "done_at": now}
    insert_if_absent(connection, DELIVERIES, row)


def latest_due(connection: Connection, team_id: str, number: int) -> Delivery | None:
    """The delivery of the newest due time that the schedule gave."""
    statement = (
        select(*SHOWN)
        .where(DELIVERY.team_id == team_id, DELIVERY.number == number)
        .where(DELIVERY.kind != Kind.RUN_NOW)
        .order_by(DELIVERY.due_at.desc(), DELIVERY.planned_at.desc())
        .limit(1)
    )
    row = connection.execute(statement).first()
    return delivery(row) if row else None


def is_being_sent(connection: Connection, team_id: str, number: int) -> bool:
    """Whether somebody posts one of a subscription's this moment."""
    statement = select(DELIVERY.delivery_id).where(
        DELIVERY.team_id == team_id,
        DELIVERY.number == number,
        DELIVERY.state == State.SENDING,
        DELIVERY.done_at.is_(None),
    )
    return connection.execute(statement.limit(1)).first() is not None


def channel_of(connection: Connection, team_id: str, number: int, target: str) -> str | None:
    """Where a post to `target` went last: of a person, their direct messages with us."""
    statement = (
        select(DELIVERY.channel_id)
        .where(DELIVERY.team_id == team_id, DELIVERY.number == number)
        .where(DELIVERY.target == target, DELIVERY.channel_id.is_not(None))
        .order_by(DELIVERY.due_at.desc())
        .limit(1)
    )
    return connection.execute(statement).scalar()


def open_by_state(connection: Connection, now: datetime) -> Mapping[State, tuple[int, float]]:
    """Of each state of what is open: how many, and for how many seconds the oldest is due."""
    statement = (
        select(DELIVERY.state, func.count(), func.min(DELIVERY.not_before))
        .where(DELIVERY.done_at.is_(None), DELIVERY.not_before <= now)
        .group_by(DELIVERY.state)
    )
    return {
        State(state): (count, max(0.0, (now - oldest).total_seconds()))
        for state, count, oldest in connection.execute(statement)
    }


def prune(connection: Connection, now: datetime) -> int:
    """Forget deliveries that ended and were due more than 400 days ago, in all workspaces."""
    old = (DELIVERY.due_at <= now - KEPT, DELIVERY.done_at.is_not(None))
    return connection.execute(delete(DELIVERIES).where(*old)).rowcount


def new_row(
    team_id: str, number: int, due_at: datetime, target: str, now: datetime
) -> dict[str, Any]:
    """A row for a due time, as the schedule gave it, to be posted from then on."""
    return {
        "delivery_id": new_id(),
        "team_id": team_id,
        "number": number,
        "due_at": due_at,
        "target": target,
        "kind": Kind.SCHEDULED,
        "state": State.PENDING,
        "not_before": due_at,
        "planned_at": now,
    }


def delivery(row: Row[Any]) -> Delivery:
    """A row of SHOWN."""
    values = {name: getattr(row, name) for name in Delivery.__dataclass_fields__}
    values |= {"kind": Kind(values["kind"]), "state": State(values["state"])}
    values["trouble"] = Trouble(values["trouble"]) if values["trouble"] else None
    return Delivery(**values)


def _mine(team_id: str, delivery_id: str) -> tuple[ColumnElement[bool], ...]:
    return DELIVERY.team_id == team_id, DELIVERY.delivery_id == delivery_id


def _decide(
    connection: Connection,
    team_id: str,
    delivery_id: str,
    states: Sequence[State],
    values: Mapping[str, Any],
) -> bool:
    undecided = (*_mine(team_id, delivery_id), DELIVERY.state.in_(states))
    decided = update(DELIVERIES).where(*undecided).values(**values)
    return connection.execute(decided).rowcount == 1
