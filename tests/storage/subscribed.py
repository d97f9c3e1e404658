"""Subscriptions and deliveries as tests of what becomes of them need them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, func, select

from bot.storage import claiming, database, deliveries, planning, sending, subscriptions
from bot.storage.audit import By
from bot.storage.claiming import Claim
from bot.storage.deliveries import Delivery, State
from bot.storage.planning import Planned
from bot.storage.sending import End, Verdict
from bot.storage.subscriptions import Subscription, Wanted
from bot.storage.tables import DELIVERIES

DUE = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
WEEK, MINUTE, SECOND = timedelta(days=7), timedelta(minutes=1), timedelta(seconds=1)
LEASE = timedelta(seconds=100)
BEFORE = By("U1", "test", DUE - timedelta(days=1))
WEEKLY: dict[str, object] = {"schedule": {"cadence": "weekly"}, "account": 1}


def by(at: datetime = DUE, user_id: str = "U1") -> By:
    """Who, and when."""
    return By(user_id, "test", at)


def subscribed(
    engine: Engine,
    team_id: str = "T",
    target: str = "C1",
    *,
    account: int | str = 1,
    next_run_at: datetime = DUE,
) -> Subscription:
    """One that is due at `next_run_at`."""
    wanted = Wanted(target, {**WEEKLY, "account": account}, next_run_at)
    with database.transaction(engine) as connection:
        return subscriptions.create(connection, team_id, wanted, BEFORE)


def planned(
    engine: Engine, now: datetime = DUE, *, limit: int = 500, **others: Any
) -> list[Delivery]:
    """Plan what is due, each a week apart, and nothing missed; all that is open then."""
    with database.transaction(engine) as connection:
        due = planning.due(connection, now, limit)
        todo = [
            replace(Planned(each, each.next_run_at, None, (), DUE + WEEK), **others) for each in due
        ]
        planning.plan(connection, todo, now)
    return opened(engine)


def opened(engine: Engine) -> list[Delivery]:
    """The deliveries that have not ended, as they are due."""
    return [each for each in everything(engine) if each.done_at is None]


def everything(engine: Engine) -> list[Delivery]:
    """All deliveries, as they were due."""
    with database.reading(engine) as connection:
        statement = select(*deliveries.SHOWN).order_by(
            deliveries.DELIVERY.due_at, deliveries.DELIVERY.number, deliveries.DELIVERY.planned_at
        )
        return [deliveries.delivery(row) for row in connection.execute(statement)]


def claimed(engine: Engine, now: datetime = DUE, want: int = 100, owner: str = "me") -> list[Claim]:
    """What one takes."""
    with database.transaction(engine) as connection:
        return claiming.claim(connection, owner, now, LEASE, want)


def intended(engine: Engine, claim: Claim, now: datetime = DUE, *, late: bool = False) -> Verdict:
    """Whether it is posted."""
    with database.transaction(engine) as connection:
        return sending.intend(connection, claim, now, LEASE, late=late)


def ended(engine: Engine, claim: Claim, what: End, now: datetime = DUE) -> bool:
    """Keep what became of it."""
    with database.transaction(engine) as connection:
        return sending.end(connection, claim, what, now)


def posting(engine: Engine, now: datetime = DUE) -> Claim:
    """One that is being posted: subscribed, planned, claimed, intended."""
    subscribed(engine)
    planned(engine, now)
    (claim,) = claimed(engine, now)
    assert intended(engine, claim, now) is Verdict.POST
    return claim


def states(engine: Engine) -> dict[State, int]:
    """How many deliveries there are of each state."""
    with database.reading(engine) as connection:
        found = connection.execute(
            select(DELIVERIES.c.state, func.count()).group_by(DELIVERIES.c.state)
        )
        return {State(state): count for state, count in found}
