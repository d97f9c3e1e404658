"""How subscriptions change: by people, by what fails, and by what is mended.

Must change nothing of a digest that is being posted this moment, so that nothing goes where it
went before once a change is kept; and must lose no due time without a row that says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, delete, select, tuple_, update

from bot.core.sentences import say
from bot.errors import BeingSentError
from bot.storage import audit, deliveries, news
from bot.storage.audit import Action, By
from bot.storage.deliveries import DELIVERY, STOPPING, Trouble
from bot.storage.subscriptions import (
    SHOWN,
    SUBSCRIPTION,
    Reason,
    State,
    Subscription,
    account_in,
    one,
    room_for_another,
    subscription,
    sure,
)
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS

RESTORABLE = timedelta(days=1)
_THERE = SUBSCRIPTION.deleted_at.is_(None)
# What another place, or another digest, mends.
_OF_A_PLACE = (Reason.CHANNEL, Reason.REFUSED)
_OF_A_DIGEST = (Reason.BROKEN, Reason.ACCOUNT, Reason.KEY)


def edit(
    connection: Connection,
    team_id: str,
    number: int,
    by: By,
    *,
    digest: Mapping[str, object],
    next_run_at: datetime | None = None,
) -> Subscription | None:
    """Post another digest from now on; None where there is no such subscription.

    `next_run_at` is given where the schedule is another. Where what was set before is why we
    disabled it, it is mended. Raises BeingSentError.
    """
    before = _hold(connection, team_id, number)
    if not before:
        return None
    values: dict[str, Any] = {"digest": digest, "account_number": account_in(digest)}
    if next_run_at is not None:
        _leave_behind(connection, before, Trouble.EDITED, by.at)
        values["next_run_at"] = next_run_at
    _write(connection, before, **values, version=before.version + 1)
    audit.record(connection, team_id, Action.DIGEST_CHANGED, f"#{number}", by)
    after = sure(connection, team_id, number)
    return _mended(connection, before, after, by) if after.reason in _OF_A_DIGEST else after


def move(
    connection: Connection, team_id: str, number: int, target: str, by: By
) -> Subscription | None:
    """Post elsewhere from now on, also what is planned already; where it could not be posted where
    it was, it is mended. None where there is no such subscription.

    Raises BeingSentError, and LimitError where there are too many there.
    """
    before = _hold(connection, team_id, number)
    if not before or target == before.target:
        return before
    room_for_another(connection, team_id, target)
    _write(connection, before, target=target, version=before.version + 1)
    detail = f"{before.target} → {target}"
    audit.record(connection, team_id, Action.DIGEST_MOVED, f"#{number}", by, detail)
    after = sure(connection, team_id, number)
    return _mended(connection, before, after, by) if after.reason in _OF_A_PLACE else after


def hand_over(
    connection: Connection, team_id: str, number: int, owner_user_id: str, by: By
) -> Subscription | None:
    """Make somebody else its owner; None where there is no such subscription."""
    before = one(connection, team_id, number, _THERE)
    if not before:
        return None
    _write(connection, before, owner_user_id=owner_user_id)
    detail = f"{before.owner_user_id} → {owner_user_id}"
    audit.record(connection, team_id, Action.DIGEST_HANDED_OVER, f"#{number}", by, detail)
    return sure(connection, team_id, number)


def pause(connection: Connection, team_id: str, number: int, by: By) -> Subscription | None:
    """Post nothing until it is resumed; None where there is no such subscription.

    Raises BeingSentError.
    """
    before = _hold(connection, team_id, number)
    if not before or before.state is State.PAUSED:
        return before
    _leave_behind(connection, before, Trouble.PAUSED, by.at)
    _write(connection, before, state=State.PAUSED, reason=None, state_at=by.at)
    audit.record(connection, team_id, Action.DIGEST_PAUSED, f"#{number}", by)
    return sure(connection, team_id, number)


def resume(
    connection: Connection, team_id: str, number: int, next_run_at: datetime, by: By
) -> Subscription | None:
    """Post again, from `next_run_at` on; None where there is no such subscription.

    Of one that we disabled, what it missed meanwhile and is still useful is posted as well.
    """
    before = one(connection, team_id, number, _THERE)
    if not before or before.state is State.ACTIVE:
        return before
    if before.state is State.DISABLED:
        return _mended(connection, before, before, by)
    _write(connection, before, state=State.ACTIVE, state_at=by.at, next_run_at=next_run_at)
    audit.record(connection, team_id, Action.DIGEST_RESUMED, f"#{number}", by)
    return sure(connection, team_id, number)


def remove(connection: Connection, team_id: str, number: int, by: By) -> Subscription | None:
    """Nobody finds it from now on, but whoever takes that back within a day; it as it was.

    Raises BeingSentError.
    """
    before = _hold(connection, team_id, number)
    if before:
        _leave_behind(connection, before, Trouble.DELETED, by.at)
        _write(connection, before, deleted_at=by.at)
        audit.record(connection, team_id, Action.DIGEST_DELETED, f"#{number}", by, before.target)
    return before


def left(connection: Connection, team_id: str, number: int, now: datetime) -> Subscription | None:
    """The subscription as it was deleted, while that can be taken back."""
    return one(connection, team_id, number, SUBSCRIPTION.deleted_at > now - RESTORABLE)


def restore(
    connection: Connection, team_id: str, number: int, next_run_at: datetime, by: By
) -> Subscription | None:
    """Take a deletion back; None where there is none from the last day. May raise LimitError."""
    before = left(connection, team_id, number, by.at)
    if not before:
        return None
    room_for_another(connection, team_id, before.target)
    _write(connection, before, deleted_at=None, next_run_at=next_run_at)
    audit.record(connection, team_id, Action.DIGEST_RESTORED, f"#{number}", by)
    return sure(connection, team_id, number)


def disable(connection: Connection, team_id: str, number: int, reason: Reason, by: By) -> bool:
    """Post nothing until `reason` is mended; False where it is not active, or not there."""
    mine = (SUBSCRIPTION.team_id == team_id, SUBSCRIPTION.number == number)
    return bool(_disable(connection, team_id, reason, by, *mine))


def suspend(connection: Connection, team_id: str, by: By) -> tuple[int, ...]:
    """Disable all of a workspace's that are active: Slack refuses our token there."""
    return _disable(connection, team_id, Reason.WORKSPACE, by, SUBSCRIPTION.team_id == team_id)


def mend(
    connection: Connection,
    team_id: str,
    reason: Reason,
    by: By,
    *,
    target: str | None = None,
    account_number: int | None = None,
) -> tuple[int, ...]:
    """`reason` is mended, for a place or an account where one is named: the numbers that go on.

    What they missed meanwhile and is still useful is posted.
    """
    meant = [SUBSCRIPTION.state == State.DISABLED, SUBSCRIPTION.reason == reason]
    if target is not None:
        meant.append(SUBSCRIPTION.target == target)
    if account_number is not None:
        meant.append(SUBSCRIPTION.account_number == account_number)
    statement = select(*SHOWN).where(SUBSCRIPTION.team_id == team_id, _THERE, *meant)
    found = [subscription(row) for row in connection.execute(statement.order_by(*SHOWN[:2]))]
    back = [(each, _back(connection, each, by).next_run_at or by.at) for each in found]
    news.mended(connection, back, by)
    return tuple(each.number for each in found)


def prune(connection: Connection, now: datetime) -> int:
    """Forget, in all workspaces, those that can be restored no more, and their history; how many"""
    late = SUBSCRIPTION.deleted_at <= now - RESTORABLE
    key = (SUBSCRIPTION.team_id, SUBSCRIPTION.number)
    gone = [tuple(row) for row in connection.execute(select(*key).where(late))]
    for each in gone:
        connection.execute(delete(DELIVERIES).where(_same(each)))
    return connection.execute(delete(SUBSCRIPTIONS).where(tuple_(*key).in_(gone))).rowcount


def _same(key: tuple[Any, ...]) -> Any:
    return and_(DELIVERY.team_id == key[0], DELIVERY.number == key[1])


def _hold(connection: Connection, team_id: str, number: int) -> Subscription | None:
    """The subscription, which nobody posts or plans until this transaction ends."""
    mine = (SUBSCRIPTION.team_id == team_id, SUBSCRIPTION.number == number, _THERE)
    row = connection.execute(
        select(*SHOWN).where(*mine).with_for_update(key_share=True)
    ).first()  # fmt: skip
    if row and deliveries.is_being_sent(connection, team_id, number):
        raise BeingSentError(say("digest.being_sent", number=number), say("digest.being_sent_hint"))
    return subscription(row) if row else None


def _leave_behind(
    connection: Connection, before: Subscription, trouble: Trouble, now: datetime
) -> None:
    """Keep that what is due already and nobody has planned yet is left out."""
    due = before.next_run_at
    if before.state is State.ACTIVE and due is not None and due <= now:
        deliveries.leave_out(
            connection, before.team_id, before.number, due, before.target, trouble, now
        )


def _mended(
    connection: Connection, before: Subscription, now: Subscription, by: By
) -> Subscription:
    """Make one active again that somebody has mended: as it was `before`, and is `now`."""
    after = _back(connection, now, by)
    back = [(before, after.next_run_at or by.at)]
    news.mended(connection, back, by, by_itself=False)
    return after


def _back(connection: Connection, before: Subscription, by: By) -> Subscription:
    """Make one that we disabled active again, from the due time on that it failed at."""
    missed = deliveries.latest_due(connection, before.team_id, before.number)
    next_run_at = before.next_run_at
    if missed and missed.trouble in STOPPING and missed.done_at:
        next_run_at = min(missed.due_at, next_run_at or missed.due_at)
    values = {"state": State.ACTIVE, "reason": None, "state_at": by.at, "failed_in_row": 0}
    _write(connection, before, **values, next_run_at=next_run_at)
    detail = f"{before.reason} mended"
    subject = f"#{before.number}"
    audit.record(connection, before.team_id, Action.DIGEST_RESUMED, subject, by, detail)
    return sure(connection, before.team_id, before.number)


def _disable(
    connection: Connection, team_id: str, reason: Reason, by: By, *which: Any
) -> tuple[int, ...]:
    statement = (
        update(SUBSCRIPTIONS)
        .where(*which, SUBSCRIPTION.state == State.ACTIVE, _THERE)
        .values(state=State.DISABLED, reason=reason, state_at=by.at)
        .returning(SUBSCRIPTION.number)
    )
    numbers = tuple(sorted(connection.execute(statement).scalars()))
    for number in numbers:
        audit.record(connection, team_id, Action.DIGEST_DISABLED, f"#{number}", by, reason)
    return numbers


def _write(connection: Connection, before: Subscription, **values: Any) -> None:
    statement = update(SUBSCRIPTIONS).where(
        SUBSCRIPTION.team_id == before.team_id, SUBSCRIPTION.number == before.number
    )
    connection.execute(statement.values(**values))
