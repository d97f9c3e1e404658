"""Tells people of their digests in direct messages: one a person and cause, once, whoever runs.

Goes by the rows alone, with the care that deliveries have. Must never post into a channel.
"""

from __future__ import annotations

import logging
import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.calls import Fate, Sent
from bot.digests import outcomes
from bot.digests.ledger import Ledger
from bot.digests.outcomes import Outcome
from bot.digests.people import People, Reader
from bot.digests.post import Slack
from bot.digests.settling import GRACE, LOOKED_FOR, UNSAID_S
from bot.digests.wording import Told, message_of
from bot.errors import StorageError
from bot.storage import health, news, notices
from bot.storage.deliveries import State
from bot.storage.notices import Notice
from bot.storage.sending import End

_log = logging.getLogger(__name__)
LEASE = timedelta(seconds=120)
# So long it is tried to reach somebody; so many in one turn.
PATIENCE = timedelta(days=1)
_AT_ONCE, _MOST = 5, 60
_PAUSE, _LONGEST = timedelta(seconds=30), timedelta(minutes=30)


class Notices:
    """Sends what there is to tell now; for one thread of each process."""

    def __init__(self, ledger: Ledger, slack: Slack, people: People) -> None:
        self._ledger = ledger
        self._slack = slack
        self._people = people

    def turn(self) -> int:
        """Tell what is to be told now; how many messages. Raises StorageError."""
        self._address()
        with self._ledger.writing() as (connection, now):
            notices.reap(connection, now)
            notices.gather(connection, now)
        told = 0
        while told < _MOST:
            owner = secrets.token_hex(8)
            with self._ledger.writing() as (connection, now):
                taken = notices.take(connection, owner, now, LEASE, _AT_ONCE)
            for each in taken:
                self._guarded(each, now)
            told += len(taken)
            if not taken:
                break
        return told

    def _address(self) -> None:
        """What is for whoever can mend it is for the workspace's admins; who they are, Slack says.

        Where there is none nobody can be told.
        """
        with self._ledger.reading() as (connection, now):
            teams = news.unaddressed(connection, now - notices.COLLECT)
        for team_id in teams:
            admins = self._people.admins(team_id)
            if admins is None:
                continue
            with self._ledger.writing() as (connection, now):
                # They have waited already.
                count = news.address(connection, team_id, admins, now - notices.COLLECT)
            if count and not admins:
                _log.error("nobody_to_tell", extra={"team_id": team_id, "count": count})

    def _guarded(self, mine: Notice, now: datetime) -> None:
        try:
            if mine.state is State.VERIFY:
                self._look_up(mine, now)
            else:
                self._tell(mine)
        except StorageError as error:
            _log.warning("notice_left", extra={**_ids(mine), "reason": error.message})
        except Exception:
            _log.exception("notice_left", extra=_ids(mine))

    def _tell(self, mine: Notice) -> None:
        with self._ledger.reading() as (connection, now):
            told = Told(connection, mine, now)
        if not told.lines or told.known:
            error = "known" if told.lines else "mended"
            self._end(mine, End(State.SKIPPED, error=error), over=True)
            return
        reader = self._people.find(mine.team_id, mine.user_id)
        if reader is None:
            self._again(mine, "reader_unknown", None)
            return
        if not reader.here:
            self._pass_on(mine)
            return
        self._post(mine, told, reader)

    def _post(self, mine: Notice, told: Told, reader: Reader) -> None:
        plan = message_of(told, reader, self._people)
        if not self._ledger.surely(lambda connection, now: _intend(connection, mine, told, now)):
            return
        sent = self._slack.post(mine.team_id, mine.user_id, plan, mine.notice_id).sent
        outcome = outcomes.of_post(sent)
        match outcome.state:
            case State.PENDING:
                self._again(mine, sent.reason, sent)
            case State.VERIFY:
                end = End(State.VERIFY, error=sent.reason)
                self._ledger.surely(
                    lambda connection, now: _later(connection, mine, end, now, GRACE)
                )
            case _:
                self._ended(mine, outcome, sent)

    def _look_up(self, mine: Notice, now: datetime) -> None:
        """Look for a message whose answer was lost; where nobody can, it is not sent again."""
        with self._ledger.reading() as (connection, _):
            channel = notices.channel_of(connection, mine.team_id, mine.user_id)
        if channel is None:
            self._end(mine, End(State.UNKNOWN, error="no_channel"))
            return
        ago = now - (mine.sending_at or now)
        sent = self._slack.search(mine.team_id, channel, mine.notice_id, ago).sent
        outcome = outcomes.of_look_up(sent)
        if outcome.state is State.VERIFY and ago <= LOOKED_FOR:
            end = End(State.VERIFY, error=sent.reason)
            self._ledger.surely(lambda connection, now: _later(connection, mine, end, now, GRACE))
        elif outcome.state is State.PENDING:
            self._again(mine, sent.reason, None)
        elif outcome.state is State.VERIFY:
            self._end(mine, End(State.UNKNOWN, error=sent.reason))
        else:
            self._ended(mine, outcome, sent)

    def _ended(self, mine: Notice, outcome: Outcome, sent: Sent) -> None:
        error = None if outcome.state is State.SENT else sent.reason
        end = End(outcome.state, None, error, channel_id=sent.channel_id, ts=sent.ts)
        self._end(mine, end)

    def _again(self, mine: Notice, reason: str, sent: Sent | None) -> None:
        """Try it later; on a wish of Slack's everybody of that workspace waits."""
        limited = sent is not None and sent.fate is Fate.LIMITED
        pause = min(_LONGEST, _PAUSE * 2 ** min(mine.attempt, 6))
        if sent is not None and limited:
            pause = timedelta(seconds=UNSAID_S if sent.pause_s is None else sent.pause_s)

        def write(connection: Connection, now: datetime) -> None:
            if now - mine.made_at > PATIENCE:
                notices.end(connection, mine, End(State.FAILED, error=reason), now)
                return
            _later(connection, mine, End(State.PENDING, error=reason), now, pause)
            if limited:
                notices.make_wait(connection, mine.team_id, now + pause)

        self._ledger.surely(write)

    def _pass_on(self, mine: Notice) -> None:
        """Whom it was for has left: it is for whoever can mend it."""

        def write(connection: Connection, now: datetime) -> None:
            if notices.end(connection, mine, End(State.SKIPPED, error="left"), now, over=True):
                news.pass_on(connection, mine.team_id, mine.notice_id, now - notices.COLLECT)

        self._ledger.surely(write)

    def _end(self, mine: Notice, end: End, *, over: bool = False) -> None:
        self._ledger.surely(
            lambda connection, now: notices.end(connection, mine, end, now, over=over)
        )
        level = logging.INFO if end.state in (State.SENT, State.SKIPPED) else logging.WARNING
        _log.log(level, f"notice_{end.state}", extra={**_ids(mine), "error": end.error})


def _intend(connection: Connection, mine: Notice, told: Told, now: datetime) -> bool:
    """Say that it is posted now; who owns an account hears of its key this way, and no other."""
    begun = notices.intend(connection, mine, now, LEASE)
    if not begun:
        notices.end(connection, mine, End(State.PENDING), now)
    account = told.account
    if begun and account is not None and mine.user_id == account.owner_user_id:
        health.tell_once(connection, mine.team_id, account.account_id, now)
    return begun


def _later(connection: Connection, mine: Notice, end: End, now: datetime, pause: timedelta) -> None:
    again = End(end.state, error=end.error, not_before=now + pause)
    notices.end(connection, mine, again, now)


def _ids(mine: Notice) -> dict[str, object]:
    ids = {"notice_id": mine.notice_id, "team_id": mine.team_id, "cause": mine.cause}
    return {**ids, "user_id": mine.user_id}
