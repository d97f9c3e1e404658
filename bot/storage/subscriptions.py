"""Subscriptions to digests as they are: found, listed and made; how they change is `subscribing`.

Must not know what a digest says or when it is due: that is handed in, and kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from bot.core.sentences import say
from bot.errors import BotError, LimitError
from bot.storage import audit, workspaces
from bot.storage.audit import Action, By
from bot.storage.tables import SUBSCRIPTIONS

# How many may come to one place, and how many a workspace may have.
MOST_A_TARGET, MOST_A_WORKSPACE = 20, 1_000
# The table's columns, to say which subscriptions are meant.
SUBSCRIPTION = SUBSCRIPTIONS.c


class State(StrEnum):
    """Whether its digests go out."""

    ACTIVE = "active"
    PAUSED = "paused"  # by a person, who takes that back
    DISABLED = "disabled"  # by us, with a reason, until that is mended


class Reason(StrEnum):
    """Why we disabled it."""

    WORKSPACE = "workspace"  # Slack refuses our token there
    CHANNEL = "channel"  # we may not post there
    REFUSED = "refused"  # several in a row could not be posted
    KEY = "key"  # Flow XO refuses the account's key
    ACCOUNT = "account"  # the account is gone, or may not be shown there
    BROKEN = "broken"  # what is stored of it cannot be read


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who wants which digest where.

    `number` names it in its workspace, #7; no other ever gets it. `target` is a channel's id or a
    person's. `account_number` is None where it is about all accounts. `digest` is what was set, as
    JSON can hold it. `next_run_at` is the first due time that nothing was planned for yet, None
    where none will come. `version` is another with whatever changes what is posted, or where.
    """

    team_id: str
    number: int
    account_number: int | None
    target: str
    digest: Mapping[str, object]
    owner_user_id: str
    state: State
    reason: Reason | None
    state_at: datetime
    next_run_at: datetime | None
    failed_in_row: int
    version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody subscribes to; `next_run_at` is its first due time."""

    target: str
    digest: Mapping[str, object]
    next_run_at: datetime


SHOWN = tuple(SUBSCRIPTION[name] for name in Subscription.__dataclass_fields__)


def create(connection: Connection, team_id: str, wanted: Wanted, by: By) -> Subscription:
    """A new subscription, owned by whoever makes it; LimitError where there are too many."""
    # Also the turn: whoever else subscribes in this workspace waits here.
    number = workspaces.next_digest_number(connection, team_id)
    room_for_another(connection, team_id, wanted.target)
    row = {
        "team_id": team_id,
        "number": number,
        "account_number": account_in(wanted.digest),
        "target": wanted.target,
        "digest": wanted.digest,
        "owner_user_id": by.user_id,
        "state": State.ACTIVE,
        "state_at": by.at,
        "next_run_at": wanted.next_run_at,
        "created_at": by.at,
    }
    connection.execute(SUBSCRIPTIONS.insert().values(row))
    audit.record(connection, team_id, Action.DIGEST_SAVED, f"#{number}", by, wanted.target)
    return sure(connection, team_id, number)


def create_once(connection: Connection, team_id: str, wanted: Wanted, by: By) -> Subscription:
    """The same; TwinError where another one posts just this there already.

    The error undoes the transaction: nobody else subscribes in between, and no number is used up.
    """
    made = create(connection, team_id, wanted, by)
    for each in listed(connection, team_id, target=wanted.target):
        if each.number != made.number and each.digest == made.digest:
            raise TwinError(each.number)
    return made


class TwinError(BotError):
    """The digest `number` posts the same in the same place."""

    permanent = True

    def __init__(self, number: int) -> None:
        super().__init__(say("digest.twin", number=number))
        self.number = number


def get(connection: Connection, team_id: str, number: int) -> Subscription | None:
    """The subscription of that number."""
    return one(connection, team_id, number, SUBSCRIPTION.deleted_at.is_(None))


def listed(
    connection: Connection,
    team_id: str,
    *,
    target: str | None = None,
    account_number: int | None = None,
    owner_user_id: str | None = None,
) -> tuple[Subscription, ...]:
    """The workspace's subscriptions by number; those of a place, an account or an owner alone."""
    wanted = {"target": target, "account_number": account_number, "owner_user_id": owner_user_id}
    statement = select(*SHOWN).where(*_there(team_id)).order_by(SUBSCRIPTION.number)
    for name, value in wanted.items():
        if value is not None:
            statement = statement.where(SUBSCRIPTION[name] == value)
    return tuple(subscription(row) for row in connection.execute(statement))


def account_in(digest: Mapping[str, object]) -> int | None:
    """The number of the account that a digest is about; None where that is all of them."""
    number = digest.get("account")
    return number if isinstance(number, int) else None


def room_for_another(connection: Connection, team_id: str, target: str) -> None:
    """LimitError where the place, or the workspace, has as many as it may have."""
    counted = select(
        func.count(), func.count().filter(SUBSCRIPTION.target == target)
    ).where(*_there(team_id))  # fmt: skip
    in_all, there = connection.execute(counted).one()
    for count, most, key in (
        (there, MOST_A_TARGET, "digest.most_here"),
        (in_all, MOST_A_WORKSPACE, "digest.most_in_all"),
    ):
        if count >= most:
            raise LimitError(say(key, most=f"{most:,}"), say("digest.most_hint"))


def one(
    connection: Connection, team_id: str, number: int, *which: ColumnElement[bool]
) -> Subscription | None:
    """The subscription of that number where `which` holds, deleted or not."""
    mine = (SUBSCRIPTION.team_id == team_id, SUBSCRIPTION.number == number)
    row = connection.execute(select(*SHOWN).where(*mine, *which)).first()
    return subscription(row) if row else None


def sure(connection: Connection, team_id: str, number: int) -> Subscription:
    """A subscription that is surely there."""
    mine = (SUBSCRIPTION.team_id == team_id, SUBSCRIPTION.number == number)
    return subscription(connection.execute(select(*SHOWN).where(*mine)).one())


def subscription(row: Row[Any]) -> Subscription:
    """A row of SHOWN."""
    values = {name: getattr(row, name) for name in Subscription.__dataclass_fields__}
    reason = Reason(values["reason"]) if values["reason"] else None
    return Subscription(**{**values, "state": State(values["state"]), "reason": reason})


def _there(team_id: str) -> tuple[ColumnElement[bool], ...]:
    return SUBSCRIPTION.team_id == team_id, SUBSCRIPTION.deleted_at.is_(None)
