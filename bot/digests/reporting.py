"""What became of a digest is kept to be told: to its owner, and to whoever can mend it.

Decides who is told of what; tells nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.storage import accounts, news
from bot.storage.accounts import ACCOUNT
from bot.storage.deliveries import Delivery, State, Trouble
from bot.storage.news import WHO_MENDS, Cause, Item
from bot.storage.planning import Planned
from bot.storage.sending import End
from bot.storage.subscriptions import Subscription

# What is told of a delivery that ended so. Where our token is gone nobody can be told: it is
# logged. What people did themselves, and what was empty as agreed, is in the history alone.
CAUSES = {
    (State.FAILED, Trouble.KEY): Cause.KEY,
    (State.FAILED, Trouble.ACCOUNT): Cause.ACCOUNT,
    (State.FAILED, Trouble.UPSTREAM): Cause.UPSTREAM,
    (State.FAILED, Trouble.UNREACHED): Cause.SLACK,
    (State.FAILED, Trouble.LIMITED): Cause.SLACK,
    (State.FAILED, Trouble.LOST): Cause.SLACK,
    (State.FAILED, Trouble.CHANNEL): Cause.CHANNEL,
    (State.FAILED, Trouble.REFUSED): Cause.REFUSED,
    (State.FAILED, Trouble.OURS): Cause.OURS,
    (State.FAILED, Trouble.BROKEN): Cause.BROKEN,
    (State.UNKNOWN, Trouble.LOST): Cause.UNKNOWN,
    (State.SKIPPED, Trouble.MISSED): Cause.LEFT_OUT,
    (State.SKIPPED, Trouble.TOO_LATE): Cause.LEFT_OUT,
}


def report_end(
    connection: Connection, whose: Subscription, mine: Delivery, end: End, now: datetime
) -> None:
    """Have the end of a delivery told, where it is one that people are told of."""
    cause = CAUSES.get((end.state, end.trouble)) if end.trouble else None
    if cause is None:
        return
    subject = news.subject_of(cause, whose)
    if cause is Cause.UNKNOWN:
        subject = f"{mine.due_at:%Y-%m-%dT%H:%M}"
    people = {whose.owner_user_id}
    if cause is Cause.KEY:
        people.add(mender_of(connection, whose.team_id, whose.account_number))
    items = [
        Item(each, cause, subject, whose.number, mine.due_at, mine.delivery_id) for each in people
    ]
    news.add(connection, whose.team_id, items, now)


def report_planned(connection: Connection, planned: Sequence[Planned], now: datetime) -> None:
    """Have told, of each, the newest that was left out, but for what was due while it was stopped:
    its owner knows of that.
    """
    for each in planned:
        whose = each.subscription
        left = [due for due, trouble in each.left_out if (State.SKIPPED, trouble) in CAUSES]
        if left and left[-1] >= whose.state_at:
            item = Item(whose.owner_user_id, Cause.LEFT_OUT, "", whose.number, left[-1])
            news.add(connection, whose.team_id, [item], now)


def report_broken(
    connection: Connection, whose: Subscription, due: datetime, now: datetime
) -> None:
    """Have told that one cannot be read."""
    item = Item(whose.owner_user_id, Cause.BROKEN, "", whose.number, due)
    news.add(connection, whose.team_id, [item], now)


def mender_of(connection: Connection, team_id: str, account_number: int | None) -> str:
    """Who can give an account another key: its owner, else whoever is an admin."""
    account = accounts.one(connection, team_id, ACCOUNT.number == account_number)
    return account.owner_user_id or WHO_MENDS if account else WHO_MENDS
