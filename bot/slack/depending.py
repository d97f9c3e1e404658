"""Which digests depend on an account, and how those of a person do; for whoever asks about either.

Changes nothing; that the database does not say costs nobody the rest of an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.digest import digest_from_fields
from bot.core.phrases.saying import weekday_moment
from bot.core.schedule import Schedule, useful_for
from bot.core.sentences import say
from bot.errors import ScheduleError, StorageError
from bot.render.my_digests import MyDigest
from bot.render.numbers import plural
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage import deliveries, planning, subscriptions
from bot.storage.accounts import Account
from bot.storage.subscriptions import State, Subscription

# A digest that nobody has planned so long after its time: nobody is there who would post it.
OVERDUE = timedelta(minutes=5)
_SPANS = {timedelta(hours=12): "12h", timedelta(days=3): "3d", timedelta(days=7): "7d"}
_MOST = 10


def needing(desk: Desk, team_id: str, account: Account) -> tuple[Subscription, ...]:
    """The digests that tell of an account and are not paused; none where that is not known."""
    with suppress(StorageError):
        listed = desk.keeper.read(
            lambda connection: subscriptions.listed(connection, team_id), "digests_not_read"
        )
        return tuple(
            one
            for one in listed
            if one.account_number in (None, account.number) and one.state is not State.PAUSED
        )
    return ()


def need_line(desk: Desk, place: Place, asker: Asker, account: Account) -> str | None:
    """How many digests wait for an account's key, when the next is due, and how long that is of
    use; None where there is none.
    """
    found = needing(desk, place.team_id, account)
    due = [(one.next_run_at, one) for one in found if one.next_run_at is not None]
    ahead = sorted((at, one.number, one) for at, one in due if at > desk.now())
    for at, _, one in ahead:
        schedule = schedule_of(one)
        if schedule is not None:
            span = say(f"span.{_SPANS[useful_for(schedule)]}")
            when = weekday_moment(at, asker.zone(None))
            return plural("refused.digests", len(found), "en", when=when, span=span)
    return None


def coming_lines(desk: Desk, place: Place, asker: Asker) -> list[str]:
    """How many digests come where somebody asks, when the next does, and whether any is late."""
    direct = place.channel_id is None or place.is_direct
    team_id, user_id = place.team_id, place.user_id
    which = {"owner_user_id": user_id} if direct else {"target": place.channel_id}

    def read(connection: Connection) -> tuple[Sequence[Subscription], datetime | None]:
        listed = subscriptions.listed(connection, team_id, **which)
        return listed, planning.next_due(connection)

    lines: list[str] = []
    with suppress(StorageError):
        found, next_due = desk.keeper.read(read, "digests_not_read")
        active = [one.next_run_at for one in found if one.state is State.ACTIVE and one.next_run_at]
        key = "status.mine" if direct else "status.here"
        if active:
            when = weekday_moment(min(active), asker.zone(None))
            lines.append(plural(key, len(found), "en", when=when))
        stopped = sum(one.state is State.DISABLED for one in found)
        if stopped:
            lines.append(plural("status.stopped", stopped, "en"))
        if next_due is not None and desk.now() - next_due > OVERDUE:
            since = weekday_moment(next_due, asker.zone(None))
            lines.append(say("status.overdue", since=since))
        elif next_due is not None:
            lines.append(say("status.on_time"))
    return lines


def mine(desk: Desk, place: Place) -> list[MyDigest]:
    """A person's own digests, those first that need them; none where that is not known."""
    with suppress(StorageError):
        return desk.keeper.read(lambda connection: _mine(connection, place), "digests_not_read")
    return []


def _mine(connection: Connection, place: Place) -> list[MyDigest]:
    listed = subscriptions.listed(connection, place.team_id, owner_user_id=place.user_id)
    ordered = sorted(listed, key=lambda one: (one.state is not State.DISABLED, one.number))
    found = []
    for one in ordered[:_MOST]:
        last = deliveries.latest_due(connection, place.team_id, one.number)
        schedule = schedule_of(one)
        found.append(
            MyDigest(
                one.number,
                one.target,
                one.state.value,
                one.reason.value if one.reason else None,
                one.next_run_at if one.state is State.ACTIVE else None,
                schedule.zone if schedule else None,
                last.due_at if last else None,
                last.state.value if last else None,
            )
        )
    return found


def schedule_of(mine: Subscription) -> Schedule | None:
    """When it comes; None where what is stored of it cannot be read."""
    try:
        return digest_from_fields(mine.digest).schedule
    except ScheduleError:
        return None
