"""What is stored of a workspace, for whoever runs the bot: its changes, all of it, its erasure.

Needs no encryption key: no secret is read.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.cli.arguments import UsageError
from bot.cli.environment import environment
from bot.cli.output import err, out, out_bytes
from bot.core.sentences import say
from bot.errors import BotError
from bot.settings import load

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from bot.storage.audit import Entry

_ROW = "{at:20} {team:12} {who:14} {action:22} {what}"


def audit(args: Namespace) -> int:
    """`flowxo-bot audit [--team TEAM] [--csv]`: every change that is kept, the newest first."""
    from bot.render.csvfile import rows_csv

    with opened() as engine:
        found = list(_changes(engine, args.team))
    if args.csv:
        head = ["At", "Workspace", "User", "Action", "Subject", "Detail", "From"]
        rows = (
            [_at(one), team, one.user_id, one.action, one.subject, one.detail, one.origin]
            for team, one in found
        )
        out_bytes(rows_csv([head, *rows]))
    elif not found:
        out(say("changes_none"))
    for team, one in found if not args.csv else ():
        what = f"{one.subject}: {one.detail}" if one.detail else one.subject
        who = one.user_id or "operator"
        line = _ROW.format(at=_at(one), team=team, who=who, action=one.action, what=what)
        out(f"{line} ({one.origin})".replace("\n", " "))
    return 0


def _at(entry: Entry) -> str:
    return entry.at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _changes(engine: Engine, team: str | None) -> Iterator[tuple[str, Entry]]:
    from bot.storage import audit, workspaces
    from bot.storage.database import reading

    if team is not None:
        must_know(engine, team)
    with reading(engine) as connection:
        listed = [team] if team is not None else workspaces.teams(connection)
        found = [(each, one) for each in listed for one in audit.every(connection, each)]
    yield from sorted(found, key=lambda pair: pair[1].at, reverse=True)


def workspace(args: Namespace) -> int:
    """`flowxo-bot workspace export|erase TEAM`."""
    with opened() as engine:
        must_know(engine, args.team)
        return _export(engine, args.team) if args.action == "export" else _erase(engine, args)


def _export(engine: Engine, team: str) -> int:
    """All of it as JSON; where there is a secret, that there is one."""
    from bot.storage import workspaces
    from bot.storage.database import reading

    with reading(engine) as connection:
        tables = workspaces.export(connection, team)
    out(json.dumps({"workspace": team, "tables": tables}, indent=2))
    return 0


def _erase(engine: Engine, args: Namespace) -> int:
    """Delete all of it, once whoever runs the bot has typed which."""
    from bot.storage import workspaces
    from bot.storage.database import reading, transaction

    if not args.yes:
        if not sys.stdin.isatty():
            raise UsageError(say("erase_unasked"), say("erase_unasked_hint"))
        with reading(engine) as connection:
            rows = sum(map(len, workspaces.export(connection, args.team).values()))
        err(say("erase_ask", team=args.team, rows=rows))
        if sys.stdin.readline().strip() != args.team:
            err(say("erase_stopped", team=args.team))
            return 1
    with transaction(engine) as connection:
        gone = workspaces.erase(connection, args.team)
    out(say("erased", team=args.team, rows=sum(gone.values())))
    return 0


def must_know(engine: Engine, team: str) -> None:
    """BotError where nothing of the workspace is stored, with those of which something is."""
    from bot.storage import faults, workspaces
    from bot.storage.database import reading

    with reading(engine) as connection:
        known = workspaces.teams(connection)
    if team not in known:
        hint = say("team_known", teams=", ".join(known)) if known else say("team_none")
        raise BotError(say("team_unknown", team=team, place=faults.place(engine)), hint)


@contextmanager
def opened() -> Iterator[Engine]:
    """The database as it is, at the newest revision, or a sentence why not."""
    from bot.storage import upgrades
    from bot.storage.database import open_engine

    engine = open_engine(load(environment()).database_url)
    try:
        upgrades.make_ready(engine, by_itself=False)
        yield engine
    finally:
        engine.dispose()
