"""What is to be told to people about their digests: kept with what happened, in its transaction.

Must tell nobody: a message is made of it by `notices`, once, by whichever replica is first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, select, update

from bot.storage.audit import By
from bot.storage.database import insert_many_if_absent
from bot.storage.deliveries import KEPT
from bot.storage.subscriptions import Reason, Subscription
from bot.storage.tables import NEWS, NOTICES

# Whoever can mend it, while it is not known who that is.
WHO_MENDS = ""
_NEWS, _NOTICE = NEWS.c, NOTICES.c


class Cause(StrEnum):
    """Why somebody is told."""

    KEY = "key"  # Flow XO refuses an account's key
    KEY_SOON = "key_soon"  # the same, found out before a digest needs it
    ACCOUNT = "account"  # the account is gone, or may not be shown there
    UPSTREAM = "upstream"  # Flow XO gave nothing until it was too late
    SLACK = "slack"  # Slack took nothing until it was too late
    OURS = "ours"  # our mistake
    CHANNEL = "channel"  # the channel is closed to us
    REFUSED = "refused"  # Slack does not take it there
    BROKEN = "broken"  # what is stored of it cannot be read
    UNKNOWN = "unknown"  # it may have arrived
    LEFT_OUT = "left_out"  # it was missed, or too late to be useful
    KEY_MENDED = "key_mended"  # they go on
    CHANNEL_MENDED = "channel_mended"
    OWNER_LEFT = "owner_left"  # somebody has left, whose digests they are
    HANDED_OVER = "handed_over"  # and they are the reader's now


# What is told once that is mended, to whoever was told of it.
_GOOD = {Cause.KEY: Cause.KEY_MENDED, Cause.CHANNEL: Cause.CHANNEL_MENDED}


@dataclass(frozen=True, slots=True)
class Item:
    """One digest that somebody is to be told of; `subject` says which account, channel, minute.

    What one person is told of one cause and subject is one message. `due_at` is the due time that
    is spoken of.
    """

    user_id: str
    cause: Cause
    subject: str
    number: int
    due_at: datetime
    delivery_id: str | None = None


def add(connection: Connection, team_id: str, items: Iterable[Item], now: datetime) -> None:
    """Have these told; what is to be told already is told once."""
    # In one order, so that no two wait for each other.
    rows = sorted(items, key=lambda one: (one.user_id, one.cause, one.subject, one.number))
    shared = {"team_id": team_id, "at": now}
    insert_many_if_absent(connection, NEWS, [{**asdict(one), **shared} for one in rows])


def mended(
    connection: Connection,
    back: Sequence[tuple[Subscription, datetime]],
    by: By,
    *,
    by_itself: bool = True,
) -> None:
    """What these were disabled for is mended, each is due next at that time.

    Where it came `by_itself`, whoever was told of the trouble is told so, unless they mended it.
    What nobody was told yet nobody need be told any more; and what comes then is told at once.
    """
    for before, due_at in back:
        cause, subject = _why(before)
        whose = (_NEWS.team_id == before.team_id, _NEWS.number == before.number)
        mine = (*whose, _NEWS.cause == cause)
        connection.execute(delete(NEWS).where(*mine, _NEWS.notice_id.is_(None)))
        owner = before.owner_user_id
        of_this = exists().where(_NEWS.notice_id == _NOTICE.notice_id, *mine)
        told = select(_NOTICE.notice_id).where(
            of_this,
            _NOTICE.user_id == owner,
            _NOTICE.over.is_(False),
            _NOTICE.sending_at.is_not(None),
        )
        good = _GOOD.get(cause) if cause and by_itself and owner != by.user_id else None
        if good is not None and connection.execute(told.limit(1)).first():
            item = Item(owner, good, subject, before.number, due_at)
            add(connection, before.team_id, [item], by.at)
    for team_id, cause, subject in {(one.team_id, *_why(one)) for one, _ in back}:
        about = (_NOTICE.team_id == team_id, _NOTICE.subject == subject)
        causes = [one for one in (cause, _GOOD.get(cause) if cause else None) if one]
        over = update(NOTICES).where(*about, _NOTICE.cause.in_(causes))
        connection.execute(over.values(over=True))


def _why(before: Subscription) -> tuple[Cause | None, str]:
    """The cause that its owner was told of, and its subject."""
    if before.reason is None or before.reason is Reason.WORKSPACE:
        return None, ""
    cause = Cause(before.reason.value)
    return cause, subject_of(cause, before)


def subject_of(cause: Cause, whose: Subscription) -> str:
    """What a cause is about: of a subscription."""
    if cause in (Cause.CHANNEL, Cause.REFUSED):
        return whose.target
    if cause in (Cause.KEY, Cause.KEY_SOON, Cause.ACCOUNT):
        # The environment's has the number 0.
        return "" if whose.account_number is None else str(whose.account_number)
    return ""


def of_notice(connection: Connection, team_id: str, notice_id: str) -> list[Item]:
    """What a message is to tell, the first due first."""
    statement = select(NEWS).where(_NEWS.team_id == team_id, _NEWS.notice_id == notice_id)
    ordered = statement.order_by(_NEWS.due_at, _NEWS.number)
    return [_item(row) for row in connection.execute(ordered)]


def unaddressed(connection: Connection, before: datetime) -> list[str]:
    """The workspaces where something is to be told to whoever can mend it, since `before`."""
    statement = select(_NEWS.team_id).where(
        _NEWS.user_id == WHO_MENDS, _NEWS.notice_id.is_(None), _NEWS.at <= before
    )
    return sorted(connection.execute(statement.distinct()).scalars())


def address(connection: Connection, team_id: str, people: Sequence[str], now: datetime) -> int:
    """Have that told to these people; how many digests it is about."""
    mine = (_NEWS.team_id == team_id, _NEWS.user_id == WHO_MENDS, _NEWS.notice_id.is_(None))
    return _pass_on(connection, team_id, people, now, *mine)


def pass_on(connection: Connection, team_id: str, notice_id: str, now: datetime) -> None:
    """Whom it was for is no member any more: it is for whoever can mend it."""
    mine = (_NEWS.team_id == team_id, _NEWS.notice_id == notice_id)
    _pass_on(connection, team_id, [WHO_MENDS], now, *mine)


def prune(connection: Connection, now: datetime) -> int:
    """Forget, in all workspaces, what was told as long ago as deliveries are forgotten."""
    gone = connection.execute(delete(NEWS).where(_NEWS.at <= now - KEPT)).rowcount
    old = (_NOTICE.made_at <= now - KEPT, _NOTICE.done_at.is_not(None))
    return gone + connection.execute(delete(NOTICES).where(*old)).rowcount


def _pass_on(
    connection: Connection, team_id: str, people: Sequence[str], now: datetime, *which: Any
) -> int:
    # Of two at once, the rows are given to one.
    taken = delete(NEWS).where(*which).returning(*NEWS.c)
    items = [_item(row) for row in connection.execute(taken)]
    passed = [
        Item(user_id, one.cause, one.subject, one.number, one.due_at, one.delivery_id)
        for one in items
        for user_id in people
    ]
    add(connection, team_id, passed, now)
    return len(items)


def _item(row: Row[Any]) -> Item:
    return Item(row.user_id, Cause(row.cause), row.subject, row.number, row.due_at, row.delivery_id)
