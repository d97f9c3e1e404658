"""Each workspace as a whole: who may connect accounts there, all its data, and its erasure.

What belongs to a workspace is found by the tables' column `team_id`: no table can be forgotten;
of the requests seen the messages are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, ColumnElement, Connection, Table, select, update

from bot.settings.secret import SHOWN
from bot.storage import audit, seen
from bot.storage.audit import Action, By
from bot.storage.database import insert_if_absent, insert_or_replace
from bot.storage.tables import METADATA, SEEN_REQUESTS, WORKSPACES
from bot.storage.types import Encrypted

_WORKSPACE = WORKSPACES.c
Rows = list[dict[str, object]]


class Connecting(StrEnum):
    """Who may connect an account."""

    EVERYONE = "everyone"
    ADMINS = "admins"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Workspace:
    """`connectors` are the people who may connect while `connecting` is NAMED."""

    connecting: Connecting = Connecting.EVERYONE
    connectors: tuple[str, ...] = ()


def get(connection: Connection, team_id: str) -> Workspace:
    """The workspace as it is set, or as it is while nobody has set anything."""
    statement = select(_WORKSPACE.connecting, _WORKSPACE.connectors)
    row = connection.execute(statement.where(_WORKSPACE.team_id == team_id)).first()
    return Workspace(Connecting(row.connecting), row.connectors) if row else Workspace()


def next_number(connection: Connection, team_id: str) -> int:
    """A number for an account that no other of the workspace has, had or will have."""
    return _next(connection, team_id, _WORKSPACE.numbered)


def next_digest_number(connection: Connection, team_id: str) -> int:
    """The same for a subscription to digests."""
    return _next(connection, team_id, _WORKSPACE.digests_numbered)


def _next(connection: Connection, team_id: str, count: Column[int]) -> int:
    # Whoever else is at it waits here until we are done.
    row = {"team_id": team_id, "connecting": Connecting.EVERYONE, "connectors": ()}
    insert_if_absent(connection, WORKSPACES, row)
    one_more = update(WORKSPACES).where(_WORKSPACE.team_id == team_id).values({count: count + 1})
    return int(connection.execute(one_more.returning(count)).scalar_one())


def restrict(connection: Connection, team_id: str, wanted: Workspace, by: By) -> None:
    """Set who may connect accounts from now on."""
    before = get(connection, team_id)
    if wanted == before:
        return
    row = {"connecting": wanted.connecting, "connectors": wanted.connectors}
    insert_or_replace(connection, WORKSPACES, {"team_id": team_id, **row})
    old, new = (
        f"{one.connecting} {', '.join(one.connectors)}".rstrip() for one in (before, wanted)
    )
    detail = f"{old} → {new}"
    audit.record(connection, team_id, Action.CONNECTING_CHANGED, team_id, by, detail)


def teams(connection: Connection) -> tuple[str, ...]:
    """Every workspace of which something is stored."""
    found: set[str] = set()
    for table in tables():
        found |= set(connection.execute(select(table.c.team_id).distinct()).scalars())
    found |= seen.teams(connection)
    return tuple(sorted(found))


def export(connection: Connection, team_id: str) -> dict[str, Rows]:
    """All that is stored of a workspace, by table, as JSON can tell it; no secret among it.

    Secrets are told as "[secret]" where there is one, and need no key to be told so.
    """
    found = {table.name: _rows(connection, table, table.c.team_id == team_id) for table in tables()}
    found[SEEN_REQUESTS.name] = _rows(connection, SEEN_REQUESTS, seen.of_team(team_id))
    return found


def erase(connection: Connection, team_id: str) -> dict[str, int]:
    """Delete all of it; how many rows of each table."""
    found = {}
    for table in reversed(list(tables())):
        statement = table.delete().where(table.c.team_id == team_id)
        found[table.name] = connection.execute(statement).rowcount
    found[SEEN_REQUESTS.name] = seen.erase(connection, team_id)
    return found


def tables() -> Iterator[Table]:
    """The tables that hold what belongs to a workspace, those that others refer to first."""
    return (table for table in METADATA.sorted_tables if "team_id" in table.c)


def _rows(connection: Connection, table: Table, theirs: ColumnElement[bool]) -> Rows:
    columns = [
        column.is_not(None).label(column.name) if isinstance(column.type, Encrypted) else column
        for column in table.c
    ]
    secret = {column.name for column in table.c if isinstance(column.type, Encrypted)}
    statement = select(*columns).where(theirs).order_by(*table.primary_key)
    return [
        {
            name: (SHOWN if value else None) if name in secret else _plain(value)
            for name, value in row._mapping.items()
        }
        for row in connection.execute(statement)
    ]


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
