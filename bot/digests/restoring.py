"""After a backup was put back: nothing that it has open, or due, is posted; it may have been."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.engine import Engine

from bot.digests.clock import Clock, DatabaseClock
from bot.digests.ledger import Ledger
from bot.digests.plan import plan_due
from bot.storage import claiming
from bot.storage.deliveries import Trouble


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many deliveries were open, and how many due times are left out."""

    open: int
    due: int


def leave_out(engine: Engine, clock: Clock | None = None) -> LeftOut:
    """Leave out what is open and what is due; raises StorageError."""
    ledger = Ledger(engine, clock or DatabaseClock())
    due, more = 0, True
    while more:
        with ledger.writing() as (connection, now):
            planned = plan_due(connection, now, restored=True)
        due, more = due + planned.left_out, planned.more
    with ledger.writing() as (connection, now):
        opened = claiming.leave_all_out(connection, Trouble.RESTORED, now)
    return LeftOut(opened, due)
