"""Looks ahead, once a day by whichever replica is first: do the keys that are needed soon still
work, and are the owners of what is due soon still here.

Asks one real question an account; what is wrong is told by `notices`.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection

from bot.accounts import Accounts
from bot.core.periods import of_days
from bot.digests.ledger import Ledger
from bot.digests.people import People
from bot.digests.reporting import mender_of
from bot.errors import KeyRefusedError, UpstreamError
from bot.storage import checks, news, subscribing, subscriptions
from bot.storage.accounts import Account
from bot.storage.audit import OPERATOR, By
from bot.storage.news import WHO_MENDS, Cause, Item
from bot.storage.subscriptions import State, Subscription

_log = logging.getLogger(__name__)
# From this hour on, by the account's clock, on the last weekday before: somebody is at work.
FROM = time(9)
# The last weekday before a Monday is three days before; owners are looked after on the day.
_KEYS_AHEAD, _OWNERS_AHEAD = timedelta(days=4), timedelta(days=1)
_DAY = timedelta(days=1)
_BUDGET_S = 8.0
# At most so many calls in one turn; the others are for the next.
_MOST = 50


class LookingAhead:
    """Looks after keys and owners; for one thread of each process."""

    def __init__(self, ledger: Ledger, accounts: Accounts, people: People) -> None:
        self._ledger = ledger
        self._accounts = accounts
        self._people = people

    def turn(self) -> int:
        """Look after what is due soon; after how much. Raises StorageError."""
        return self._keys() + self._owners()

    def _keys(self) -> int:
        with self._ledger.reading() as (connection, now):
            due = checks.accounts_due(connection, now, now + _KEYS_AHEAD)
            seen = checks.done(connection, checks.KEY)
            teams = {each.team_id for each in due}
            known = {one: self._accounts.circle(connection, one, None).accounts for one in teams}
        found: dict[tuple[str, str, str], tuple[str, Account, date]] = {}
        for each in due:
            for account in known[each.team_id]:
                day = _day(each.next_run_at, account)
                key = (each.team_id, str(account.number), day.isoformat())
                meant = each.account_number in (None, account.number) and key not in seen
                if meant and _is_time(day, account, now):
                    found.setdefault(key, (each.team_id, account, day))
        taken = list(found.values())[:_MOST]
        for team_id, account, day in taken:
            self._key(team_id, account, day)
        return len(taken)

    def _key(self, team_id: str, account: Account, day: date) -> None:
        """Ask once, unless another does; that Flow XO is down says nothing of the key."""
        with self._ledger.writing() as (connection, now):
            number = str(account.number)
            if not checks.take(connection, team_id, checks.KEY, number, day, now):
                return
        last = account.last_ok_at
        if last is not None and account.failing_since is None and now - last < _DAY / 2:
            return
        yesterday = now.date() - _DAY
        try:
            source = self._accounts.source(team_id, account, _BUDGET_S, at_once=1)
            source.insights(of_days(yesterday, yesterday, UTC))
        except KeyRefusedError as error:
            _log.warning("key_refused_early", extra={"team_id": team_id, "account": number})
            with self._ledger.writing() as (connection, now):
                self._accounts.note(connection, team_id, account, error)
                news.add(connection, team_id, _soon(connection, team_id, account, now), now)
        except UpstreamError as error:
            _log.info("key_not_checked", extra={"kind": type(error).__name__})
        else:
            with self._ledger.writing() as (connection, _):
                self._accounts.note(connection, team_id, account, None)

    def _owners(self) -> int:
        with self._ledger.reading() as (connection, now):
            due = checks.owners_due(connection, now, now + _OWNERS_AHEAD)
            seen = checks.done(connection, checks.OWNER)
        day = now.date()
        taken = [one for one in due if (*one, day.isoformat()) not in seen][:_MOST]
        for team_id, user_id in taken:
            with self._ledger.writing() as (connection, now):
                mine = checks.take(connection, team_id, checks.OWNER, user_id, day, now)
            reader = self._people.find(team_id, user_id) if mine else None
            if reader is not None and not reader.here:
                self._left(team_id, user_id)
        return len(taken)

    def _left(self, team_id: str, user_id: str) -> None:
        """Their digests go on: each with the owner of its account, else shown to the admins."""
        with self._ledger.reading() as (connection, _):
            theirs = subscriptions.listed(connection, team_id, owner_user_id=user_id)
            heirs = {one.number: self._heir(connection, one) for one in theirs}
        here = {one: self._people.find(team_id, one) for one in set(heirs.values()) - {WHO_MENDS}}
        with self._ledger.writing() as (connection, now):
            by = By(OPERATOR, "owner left", now)
            items = []
            for each in theirs:
                heir = heirs[each.number]
                reader = here.get(heir)
                due = each.next_run_at or now
                if reader is not None and reader.here and heir != user_id:
                    subscribing.hand_over(connection, team_id, each.number, heir, by)
                    items.append(Item(heir, Cause.HANDED_OVER, user_id, each.number, due))
                else:
                    items.append(Item(WHO_MENDS, Cause.OWNER_LEFT, user_id, each.number, due))
            news.add(connection, team_id, items, now)
        _log.warning("owner_left", extra={"team_id": team_id, "count": len(items)})

    @staticmethod
    def _heir(connection: Connection, mine: Subscription) -> str:
        return mender_of(connection, mine.team_id, mine.account_number)


def _soon(connection: Connection, team_id: str, account: Account, now: datetime) -> list[Item]:
    """Who is told of a refused key before it is needed: whose digests they are, and who mends it"""
    listed = subscriptions.listed(connection, team_id)
    mender = mender_of(connection, team_id, account.number)
    return [
        Item(user_id, Cause.KEY_SOON, str(account.number), one.number, one.next_run_at or now)
        for one in listed
        if one.state is State.ACTIVE and one.account_number in (None, account.number)
        for user_id in sorted({one.owner_user_id, mender})
    ]


def _clock(account: Account) -> ZoneInfo:
    with suppress(ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(account.zone or "UTC")
    return ZoneInfo("UTC")


def _day(due_at: datetime, account: Account) -> date:
    """The last weekday before it is due, by the account's clock."""
    day = due_at.astimezone(_clock(account)).date() - _DAY
    while day.weekday() > 4:
        day -= _DAY
    return day


def _is_time(day: date, account: Account, now: datetime) -> bool:
    local = now.astimezone(_clock(account))
    return local.date() > day or (local.date() == day and local.time() >= FROM)
