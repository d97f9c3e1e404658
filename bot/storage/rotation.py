"""Encrypts all that is stored with the first of ENCRYPTION_KEYS, while the bot goes on working.

In small batches, each a short transaction. Killed in the middle, it goes on where it was; a value
that somebody changes meanwhile keeps that change.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from sqlalchemy import Column, Table, Text, bindparam, func, select
from sqlalchemy.engine import Engine

from bot.settings import Secret
from bot.storage import crypto
from bot.storage.database import reading, transaction
from bot.storage.vault import encrypted_columns, raw

BATCH = 250
# Long enough for others who wait for SQLite's write lock to have their turn in between.
PAUSE_S = 0.005


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many values are stored encrypted, and how many of them this run encrypted anew."""

    stored: int
    renewed: int


def rotate(engine: Engine, *, batch: int = BATCH, pause_s: float = PAUSE_S) -> Rotated:
    """Go through every encrypted column; KeysError where none of the keys opens a value.

    The processes that run must know the first key already, or they cannot read what it encrypts.
    """
    stored = renewed = 0
    for table, column in encrypted_columns():
        while count := _renew(engine, table, column, batch):
            renewed += count
            time.sleep(pause_s)
        with reading(engine) as connection:
            stored += connection.execute(select(func.count(column))).scalar_one()
    return Rotated(stored, renewed)


def _renew(engine: Engine, table: Table, column: Column[Secret], batch: int) -> int:
    """Encrypt the next few values anew; how many there were."""
    keys = crypto.keys_of(engine.dialect)
    names = [key.name for key in table.primary_key]
    begins = func.substr(raw(column), 1, crypto.ID_LENGTH)
    older = (
        select(*table.primary_key, raw(column).label("stored"))
        .where(begins != keys.ids[0])
        .order_by(*table.primary_key)
        .limit(batch)
    )
    with reading(engine) as connection:
        rows = connection.execute(older).all()
    changes = [
        {
            **{f"key_{name}": value for name, value in zip(names, row, strict=False)},
            "old": row.stored,
            "new": keys.renew(row.stored),
        }
        for row in rows
    ]
    if changes:
        same = [table.c[name] == bindparam(f"key_{name}") for name in names]
        update = (
            table.update()
            .where(*same, raw(column) == bindparam("old"))
            .values({column.name: bindparam("new", type_=Text)})
        )
        with transaction(engine) as connection:
            connection.execute(update, changes)
    return len(changes)
