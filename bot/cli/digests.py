"""`flowxo-bot digest list|due|run`: digests as whoever runs the bot sees them, and one posted now.

Posts nothing by itself: what is to be posted is written down for the process that posts digests.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.cli.arguments import UsageError
from bot.cli.output import out, out_object
from bot.cli.stored import must_know, opened
from bot.core.phrases.saying_digests import say_schedule
from bot.core.sentences import say
from bot.errors import BotError, ScheduleError

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.engine import Engine

    from bot.core.digest import Digest
    from bot.digests.ledger import Ledger
    from bot.storage.deliveries import Delivery
    from bot.storage.subscriptions import Subscription

_ROW = "{at:20} {team:12} {number:6} {target:12} {state:20} {what}"
MOST_HOURS = 744
# How long ago what failed was due, to be told of still.
FAILED_FOR = timedelta(days=7)
_DIGITS = 9  # more of them are no number of anything


@dataclass(frozen=True, slots=True)
class _Due:
    """A digest and one of its times, or why it has none that is known."""

    at: datetime
    subscription: Subscription
    words: str


def digest(args: Namespace) -> int:
    """`flowxo-bot digest list|due|run [--team TEAM] [--json]`."""
    acts: dict[str, Callable[[Namespace, Engine, Ledger], int]] = {
        "list": _list,
        "due": _due,
        "run": _run,
    }
    with opened() as engine:
        from bot.digests.clock import DatabaseClock
        from bot.digests.ledger import Ledger

        if args.team is not None:
            must_know(engine, args.team)
        return acts[args.action](args, engine, Ledger(engine, DatabaseClock()))


def _list(args: Namespace, _: Engine, ledger: Ledger) -> int:
    with ledger.reading() as (connection, _now):
        found = list(_subscriptions(connection, args.team))
    if args.json:
        out_object({"digests": [_as_object(one) for one in found]})
        return 0
    for one in found:
        owner = one.owner_user_id
        out(_line(one.next_run_at, one, one.target, _state(one), f"{_words(one)} ({owner})"))
    if not found:
        out(say("digests_none"))
    return 0


def _due(args: Namespace, _: Engine, ledger: Ledger) -> int:
    from bot.storage import deliveries

    hours = _hours(args.hours)
    with ledger.reading() as (connection, now):
        teams, until = _teams(connection, args.team), now + timedelta(hours=hours)
        due = [each for one in _subscriptions(connection, args.team) for each in _dues(one, until)]
        since = now - FAILED_FOR
        rest = [one for team in teams for one in deliveries.troubled(connection, team, since)]
    due.sort(key=lambda each: each.at)
    if args.json:
        out_object(_due_object(now, until, due, rest))
        return 0
    lines = [(each.at, _line(each.at, each.subscription, *_told_due(each, now))) for each in due]
    lines += [(one.due_at, _line(one.due_at, one, *_told_delivery(one))) for one in rest]
    for _at, line in sorted(lines):
        out(line)
    if not lines:
        out(say("digests_nothing_due", hours=hours, days=FAILED_FOR.days))
    return 0


def _run(args: Namespace, engine: Engine, ledger: Ledger) -> int:
    """Write down that it is to be posted now: whoever posts digests finds it with the next tick."""
    from bot.storage import deliveries, subscriptions

    number = _number(args.number)
    team = args.team if args.team is not None else _only_team(engine)
    with ledger.writing() as (connection, now):
        mine = subscriptions.get(connection, team, number)
        if mine is None:
            raise BotError(
                say("digest_unknown", number=number, team=team),
                say("digest_unknown_hint", team=team),
            )
        if isinstance(why := _read(mine), str):
            raise BotError(
                say("digest_broken_run", number=number, team=team, why=why),
                say("digest_broken_run_hint"),
            )
        begun = deliveries.run_now(connection, team, number, mine.target, now)
    if begun is None:
        raise BotError(say("digest_again", number=number, team=team))
    if args.json:
        out_object({**_named(mine), "delivery": begun, "due_at": _iso(now)})
        return 0
    out(say("digest_running", number=number, team=team, target=mine.target, delivery=begun))
    if mine.state != subscriptions.State.ACTIVE:
        out(say(f"digest_{mine.state}_run", reason=mine.reason))
    return 0


def _teams(connection: Connection, team: str | None) -> tuple[str, ...]:
    from bot.storage import workspaces

    return (team,) if team is not None else workspaces.teams(connection)


def _only_team(engine: Engine) -> str:
    """The workspace that is meant where none is named: that of which something is stored."""
    from bot.storage import workspaces
    from bot.storage.database import reading

    with reading(engine) as connection:
        known = workspaces.teams(connection)
    if len(known) > 1:
        raise UsageError(say("team_several"), say("team_several_hint", teams=", ".join(known)))
    if not known:
        raise BotError(say("digests_none"), say("team_none"))
    return known[0]


def _subscriptions(connection: Connection, team: str | None) -> Iterator[Subscription]:
    from bot.storage import subscriptions

    for each in _teams(connection, team):
        yield from subscriptions.listed(connection, each)


def _dues(mine: Subscription, until: datetime) -> Iterator[_Due]:
    """Its times up to then; of one that cannot be read the one that is planned first."""
    from bot.core.schedule import next_due
    from bot.storage.subscriptions import State

    at = mine.next_run_at
    if mine.state is not State.ACTIVE:
        return
    read, words = _read(mine), _words(mine)
    while at is not None and at <= until:
        yield _Due(at, mine, words)
        at = None if isinstance(read, str) else next_due(read.schedule, at)


def _number(text: str | None) -> int:
    if text is None:
        raise UsageError(say("digest_number_none"), say("digest_number_hint"))
    digits = text.removeprefix("#")
    if not _is_count(digits):
        raise UsageError(say("digest_number", text=f'"{text}"'), say("digest_number_hint"))
    return int(digits)


def _hours(text: str) -> int:
    if not _is_count(text) or int(text) > MOST_HOURS:
        said = say("hours_unreadable", text=f'"{text}"', most=MOST_HOURS)
        raise UsageError(said, say("hours_unreadable_hint"))
    return int(text)


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _DIGITS and int(text) > 0


def _read(mine: Subscription) -> Digest | str:
    """The digest, or why it cannot be read."""
    from bot.core.digest import digest_from_fields

    try:
        return digest_from_fields(mine.digest)
    except ScheduleError as error:
        return say("digest_unreadable", reason=error.message)


def _words(mine: Subscription) -> str:
    read = _read(mine)
    return read if isinstance(read, str) else say_schedule(read.schedule)


def _state(mine: Subscription) -> str:
    reason = mine.reason
    return say("digest_state", state=mine.state, reason=reason) if reason else str(mine.state)


def _told_due(each: _Due, now: datetime) -> tuple[str, str, str]:
    """Where it goes, that it is due or overdue, and its schedule."""
    return each.subscription.target, "overdue" if each.at <= now else "due", each.words


def _told_delivery(one: Delivery) -> tuple[str, str, str]:
    """Where it goes, how far it is, and what was in the way."""
    trouble = f"{one.trouble}: {one.error}" if one.trouble and one.error else one.trouble or ""
    facts = (trouble, f"tried {one.attempt}" if one.attempt else "", one.delivery_id)
    return one.target, str(one.state), ", ".join(filter(None, facts))


def _line(
    at: datetime | None, one: Subscription | Delivery, target: str, state: str, what: str
) -> str:
    number, when = f"#{one.number}", _iso(at) or "never"
    row = _ROW.format(
        at=when, team=one.team_id, number=number, target=target, state=state, what=what
    )
    return row.replace("\n", " ")


def _iso(at: datetime | None) -> str | None:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at is not None else None


def _named(one: Subscription | Delivery) -> dict[str, object]:
    return {"team": one.team_id, "number": one.number, "target": one.target}


def _as_object(mine: Subscription) -> dict[str, object]:
    read = _read(mine)
    broken = isinstance(read, str)
    return {
        **_named(mine),
        "owner": mine.owner_user_id,
        "account": mine.account_number or (None if broken else "all"),
        "schedule": None if broken else _words(mine),
        "state": str(mine.state),
        "reason": str(mine.reason) if mine.reason else None,
        "next_run_at": _iso(mine.next_run_at),
        "broken": str(read) if broken else None,
    }


def _due_object(
    now: datetime, until: datetime, due: Sequence[_Due], rest: Sequence[Delivery]
) -> dict[str, object]:
    told = [
        {
            **_named(one),
            "delivery": one.delivery_id,
            "kind": str(one.kind),
            "due_at": _iso(one.due_at),
            "state": str(one.state),
            "not_before": _iso(one.not_before),
            "attempts": one.attempt,
            "trouble": str(one.trouble) if one.trouble else None,
            "error": one.error,
        }
        for one in rest
    ]
    is_open = [one.done_at is None for one in rest]
    return {
        "now": _iso(now),
        "until": _iso(until),
        "due": [{**_named(one.subscription), "due_at": _iso(one.at)} for one in due],
        "open": [row for row, yes in zip(told, is_open, strict=True) if yes],
        "failed": [row for row, yes in zip(told, is_open, strict=True) if not yes],
    }
