"""The messages to people about their digests as rows: gathered, taken, posted once, ended.

The same care as for deliveries: whoever comes too late changes nothing, and what may have been
posted is looked for, never simply posted again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, case, delete, func, literal, or_, select, update

from bot.storage.database import insert_if_absent
from bot.storage.deliveries import DELIVERY, State, new_id
from bot.storage.news import WHO_MENDS, Cause
from bot.storage.sending import FINAL, PACE, End
from bot.storage.tables import DELIVERIES, NEWS, NOTICES
from bot.storage.types import Instant

# So long is waited for what else fails of the same cause, before it is told.
COLLECT = timedelta(seconds=60)
_DAY, _HOUR, _SOON = timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)
# How long nobody is told the same once more; what comes meanwhile is told then, in one message.
QUIET: Mapping[Cause, timedelta] = {
    Cause.KEY: _DAY,
    Cause.KEY_SOON: _DAY,
    Cause.ACCOUNT: _DAY,
    Cause.UPSTREAM: _HOUR,
    Cause.SLACK: _HOUR,
    Cause.OURS: _HOUR,
    Cause.CHANNEL: _DAY,
    Cause.REFUSED: _DAY,
    Cause.BROKEN: _DAY,
    Cause.UNKNOWN: _SOON,
    Cause.LEFT_OUT: _HOUR,
    Cause.KEY_MENDED: _SOON,
    Cause.CHANNEL_MENDED: _SOON,
    Cause.OWNER_LEFT: _DAY,
    Cause.HANDED_OVER: _HOUR,
}
_AT_ONCE = 200
_NEWS, _NOTICE = NEWS.c, NOTICES.c
_OPEN = _NOTICE.done_at.is_(None)
_ABOUT = ("team_id", "user_id", "cause", "subject")


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one person about one cause; `owner` is who works on it."""

    notice_id: str
    team_id: str
    user_id: str
    cause: Cause
    subject: str
    state: State
    owner: str | None
    attempt: int
    made_at: datetime
    sending_at: datetime | None


_SHOWN = tuple(_NOTICE[name] for name in Notice.__dataclass_fields__)


def gather(connection: Connection, now: datetime) -> int:
    """Make messages of what is to be told and has waited; how many.

    Of one person, cause and subject there is one at a time, and none while it is quiet.
    """
    key = [_NEWS[name] for name in _ABOUT]
    first = func.min(_NEWS.at)
    same = and_(*(_NOTICE[name] == _NEWS[name] for name in _ABOUT))
    since = case(
        *((_NEWS.cause == cause, literal(now - quiet, Instant)) for cause, quiet in QUIET.items())
    )
    told = or_(_OPEN, and_(_NOTICE.over.is_(False), _NOTICE.made_at > since))
    in_the_way = select(_NOTICE.notice_id).where(same, told).correlate(NEWS).exists()
    statement = (
        select(*key)
        .where(_NEWS.notice_id.is_(None), _NEWS.user_id != WHO_MENDS, ~in_the_way)
        .group_by(*key)
        .having(first <= now - COLLECT)
        .order_by(first)
        .limit(_AT_ONCE)
    )
    groups = connection.execute(statement).all()
    return sum(_made(connection, dict(zip(_ABOUT, group, strict=True)), now) for group in groups)


def _made(connection: Connection, about: dict[str, str], now: datetime) -> bool:
    notice_id = new_id()
    row = {**about, "notice_id": notice_id, "state": State.PENDING}
    if not insert_if_absent(connection, NOTICES, {**row, "not_before": now, "made_at": now}):
        return False
    mine = [_NEWS[name] == value for name, value in about.items()]
    theirs = update(NEWS).where(*mine, _NEWS.notice_id.is_(None)).values(notice_id=notice_id)
    if connection.execute(theirs).rowcount:
        return True
    # Another has told it meanwhile.
    connection.execute(delete(NOTICES).where(_NOTICE.notice_id == notice_id))
    return False


def take(
    connection: Connection, owner: str, now: datetime, lease: timedelta, want: int
) -> list[Notice]:
    """Take up to `want` that may be posted or looked for now, until the lease ends."""
    free = or_(_NOTICE.lease_until.is_(None), _NOTICE.lease_until <= now)
    waiting = _NOTICE.state.in_((State.PENDING, State.VERIFY))
    statement = (
        select(_NOTICE.notice_id)
        .where(waiting, _OPEN, _NOTICE.not_before <= now, free)
        .order_by(_NOTICE.not_before)
        .limit(want)
        .with_for_update(skip_locked=True)
    )
    taken = connection.execute(statement).scalars().all()
    if not taken:
        return []
    begun = case((_NOTICE.state == State.PENDING, State.CLAIMED.value), else_=_NOTICE.state)
    mine = update(NOTICES).where(_NOTICE.notice_id.in_(taken))
    mine = mine.values(state=begun, owner=owner, lease_until=now + lease)
    found = [_notice(row) for row in connection.execute(mine.returning(*_SHOWN))]
    return sorted(found, key=lambda one: one.made_at)


def reap(connection: Connection, now: datetime) -> None:
    """What somebody took and never finished is free again; what was being posted is looked for."""
    ended = (_OPEN, _NOTICE.lease_until <= now)
    for state, then in ((State.CLAIMED, State.PENDING), (State.SENDING, State.VERIFY)):
        free = update(NOTICES).where(_NOTICE.state == state, *ended)
        connection.execute(free.values(state=then, owner=None, lease_until=None, not_before=now))


def intend(connection: Connection, mine: Notice, now: datetime, lease: timedelta) -> bool:
    """Say that it is posted now; False where it is not one's own any more, or has to wait."""
    in_time = (_NOTICE.lease_until > now, _NOTICE.not_before <= now)
    begun = _write(
        connection, mine, (State.CLAIMED,), *in_time,
        state=State.SENDING, sending_at=now, lease_until=now + lease, attempt=_NOTICE.attempt + 1,
    )  # fmt: skip
    if begun:
        make_wait(connection, mine.team_id, now + PACE, user_id=mine.user_id)
    return begun


def end(
    connection: Connection, mine: Notice, what: End, now: datetime, *, over: bool = False
) -> bool:
    """Keep what became of it; False where it is not one's own any more.

    `over`: it told nobody anything, and keeps nothing from being told.
    """
    values: dict[str, Any] = {"state": what.state, "owner": None, "lease_until": None}
    values |= {"error": what.error[:128] if what.error else None, "over": over}
    values["done_at"] = now if what.state in FINAL else None
    if what.not_before is not None:
        values["not_before"] = what.not_before
    if what.ts is not None:
        values |= {"channel_id": what.channel_id, "ts": what.ts}
    held = (State.CLAIMED, State.SENDING, State.VERIFY)
    return _write(connection, mine, held, **values)


def make_wait(
    connection: Connection, team_id: str, until: datetime, *, user_id: str | None = None
) -> None:
    """Let what is not posted yet wait until then: for a person, or the whole workspace."""
    waiting = [_NOTICE.team_id == team_id, _OPEN, _NOTICE.not_before < until]
    waiting.append(_NOTICE.state.in_((State.PENDING, State.CLAIMED)))
    if user_id is not None:
        waiting.append(_NOTICE.user_id == user_id)
    connection.execute(update(NOTICES).where(*waiting).values(not_before=until))


def channel_of(connection: Connection, team_id: str, user_id: str) -> str | None:
    """The direct messages with a person, as far as something was posted there."""
    told = select(_NOTICE.channel_id).where(
        _NOTICE.team_id == team_id, _NOTICE.user_id == user_id, _NOTICE.channel_id.is_not(None)
    )
    found: str | None = connection.execute(told.limit(1)).scalar()
    sent = select(DELIVERY.channel_id).select_from(DELIVERIES).where(
        DELIVERY.team_id == team_id, DELIVERY.target == user_id, DELIVERY.channel_id.is_not(None)
    )  # fmt: skip
    return found or connection.execute(sent.limit(1)).scalar()


def _notice(row: Row[Any]) -> Notice:
    values = {name: getattr(row, name) for name in Notice.__dataclass_fields__}
    values |= {"cause": Cause(values["cause"]), "state": State(values["state"])}
    return Notice(**values)


def _write(
    connection: Connection, mine: Notice, states: tuple[State, ...], *which: Any, **values: Any
) -> bool:
    whose = (_NOTICE.notice_id == mine.notice_id, _NOTICE.owner == mine.owner)
    statement = update(NOTICES).where(*whose, _NOTICE.state.in_(states), *which)
    return connection.execute(statement.values(**values)).rowcount == 1
