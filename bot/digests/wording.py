"""What a notice tells: read from the database as it is when it is told, made for its reader.

Sends nothing; says nothing of what is mended by then.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from bot.core.digest import digest_from_fields
from bot.core.schedule import useful_for
from bot.core.sentences import say
from bot.digests.people import People, Reader
from bot.errors import ScheduleError
from bot.render.digest_notices import Line, digest_notice
from bot.render.digest_notices import Notice as Shown
from bot.render.plan import MessagePlan
from bot.storage import accounts, deliveries, health, news, subscriptions
from bot.storage.accounts import ACCOUNT, DEFAULT_ID, Account
from bot.storage.connects import Purpose
from bot.storage.deliveries import State as Sent
from bot.storage.news import Cause, Item
from bot.storage.subscriptions import Reason, State, Subscription

if TYPE_CHECKING:
    from bot.storage.notices import Notice

# What holds only as long as they are stopped for that reason.
_STOPPED = {
    Cause.KEY: Reason.KEY,
    Cause.ACCOUNT: Reason.ACCOUNT,
    Cause.CHANNEL: Reason.CHANNEL,
    Cause.BROKEN: Reason.BROKEN,
}
# What holds only as long as nobody has decided otherwise.
_ENDED = {
    Cause.UNKNOWN: Sent.UNKNOWN,
    Cause.UPSTREAM: Sent.FAILED,
    Cause.SLACK: Sent.FAILED,
    Cause.OURS: Sent.FAILED,
}
_OF_A_KEY = (Cause.KEY, Cause.KEY_SOON, Cause.KEY_MENDED)
_OF_A_PERSON = (Cause.OWNER_LEFT, Cause.HANDED_OVER)


class Told:
    """Everything that a notice is about, read in one transaction."""

    def __init__(self, connection: Connection, notice: Notice, now: datetime) -> None:
        self.notice, self.now = notice, now
        team_id = notice.team_id
        self.lines: list[Line] = []
        self.why = ""
        known = {one.number: one for one in subscriptions.listed(connection, team_id)}
        for item in news.of_notice(connection, team_id, notice.notice_id):
            whose = known.get(item.number)
            if whose is not None and self._holds(connection, item, whose):
                self.lines.append(_line(item, whose, notice.cause))
        mine = {each.number for each in known.values() if each.owner_user_id == notice.user_id}
        theirs = all(line.number in mine for line in self.lines)
        self.total = len(mine) if theirs else len(known)
        self.own = any(line.number in mine for line in self.lines)
        self.account: Account | None = None
        if notice.cause in _OF_A_KEY and notice.subject:
            number = int(notice.subject)
            self.account = accounts.one(connection, team_id, ACCOUNT.number == number)
            # Of a key whose account is gone there is nothing to tell.
            self.lines = self.lines if self.account else []

    @property
    def known(self) -> bool:
        """Whether its reader has heard of it already: of a key today, and has no digest of it."""
        account = self.account
        if account is None or self.own or self.notice.user_id != account.owner_user_id:
            return False
        last = account.told_at
        fresh = last is not None and self.now - last < health.TOLD_EVERY
        return fresh and self.notice.cause in (Cause.KEY, Cause.KEY_SOON)

    def _holds(self, connection: Connection, item: Item, whose: Subscription) -> bool:
        """Whether it is as it was when it was kept."""
        cause = self.notice.cause
        delivery = None
        if item.delivery_id is not None:
            delivery = deliveries.get(connection, self.notice.team_id, item.delivery_id)
            self.why = delivery.error or "" if delivery and not self.why else self.why
        if cause in _STOPPED:
            return whose.state is State.DISABLED and whose.reason is _STOPPED[cause]
        if cause in _ENDED:
            return delivery is not None and delivery.state is _ENDED[cause]
        if cause is Cause.OWNER_LEFT:
            return whose.owner_user_id == item.subject
        return True


def message_of(told: Told, reader: Reader, people: People) -> MessagePlan:
    """The message for its reader."""
    notice, account = told.notice, told.account
    closing, replace = None, None
    if account is not None and notice.cause in (Cause.KEY, Cause.KEY_SOON):
        closing, replace = _key(notice.team_id, account, reader, people)
    left = ("", "")
    if notice.cause in _OF_A_PERSON:
        gone = people.find(notice.team_id, notice.subject)
        left = (notice.subject, gone.name if gone else notice.subject)
    return digest_notice(
        Shown(
            notice.cause.value,
            told.lines,
            told.total,
            told.now,
            reader.clock,
            reader.language,
            people.mention(notice.team_id),
            account=account.name if account else "",
            since=account.failing_since if account else None,
            why=told.why,
            closing=closing,
            replace=replace,
            left=left,
        )
    )


def _key(
    team_id: str, account: Account, reader: Reader, people: People
) -> tuple[str | None, str | None]:
    """Who can replace the key, and what the button for it carries where that is the reader."""
    if account.account_id == DEFAULT_ID:
        return say("notice.ask_operator"), None
    if reader.admin or reader.user_id == account.owner_user_id:
        kept = {"purpose": Purpose.REPLACE_KEY.value, "account_id": account.account_id}
        return say("refused.yours"), json.dumps(kept)
    owner = people.find(team_id, account.owner_user_id) if account.owner_user_id else None
    if owner is None or not owner.here:
        return say("refused.admins"), None
    return say("refused.owner", person=owner.name), None


def _line(item: Item, whose: Subscription, cause: Cause) -> Line:
    """One digest of it; what cannot be read has no times."""
    stopped = whose.state is State.DISABLED
    try:
        schedule = digest_from_fields(whose.digest).schedule
    except ScheduleError:
        return Line(item.number, whose.target, stopped=stopped)
    due_at = item.due_at
    if cause in _OF_A_PERSON and whose.next_run_at is not None:
        due_at = whose.next_run_at
    until = due_at + useful_for(schedule)
    return Line(item.number, whose.target, due_at, schedule.zone, until, stopped, item.delivery_id)
