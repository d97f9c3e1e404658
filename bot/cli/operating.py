"""The operator's commands: run, serve, scheduler, check, db; each says what it found."""

from __future__ import annotations

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable

from bot import logs
from bot.cli import digests, stored
from bot.cli.environment import environment
from bot.cli.output import err, out
from bot.core.sentences import say
from bot.settings import RUN, SCHEDULE, SERVE, Settings, load, misspelt, untouched

_log = logging.getLogger(__name__)


def run(_: Namespace) -> int:
    """`flowxo-bot run`: everything in one process, until it is told to stop."""
    environ = environment()
    if untouched(environ):
        err(say("ways_to_begin"))
        return 2
    settings = load(environ, need=RUN, serving=True)
    return _serve(settings, socket_mode=settings.slack_app_token is not None, posting=True)


def serve(_: Namespace) -> int:
    """`flowxo-bot serve`: the HTTP side alone."""
    return _serve(load(environment(), need=SERVE, serving=True), socket_mode=False)


def scheduler(_: Namespace) -> int:
    """`flowxo-bot scheduler`: digests alone."""
    from bot import server

    settings = load(environment(), need=SCHEDULE, serving=True)
    _begin(settings)
    return _end(server.run_scheduler(settings))


def _serve(settings: Settings, *, socket_mode: bool, posting: bool = False) -> int:
    from bot import server

    _begin(settings)
    return _end(server.run(settings, socket_mode=socket_mode, posting=posting))


def _begin(settings: Settings) -> None:
    from bot import server

    server.set_up_logging(settings)
    for sentence in misspelt(os.environ):
        _log.warning("setting_unknown", extra={"hint": sentence})
    if settings.flowxo_api_key is None and not settings.encryption_keys:
        _log.warning("no_account", extra={"hint": say("no_account_hint")})


def _end(finished: bool) -> int:
    if not finished:
        # A thread hangs beyond every deadline; waiting for it would only end in a kill.
        sys.stderr.flush()
        os._exit(0)
    return 0


def db(args: Namespace) -> int:
    """`flowxo-bot db upgrade|check|restored`."""
    from bot.storage import database, faults, upgrades

    if args.action == "restored":
        return _restored()

    settings = load(environment())
    engine = database.open_engine(settings.database_url)
    try:
        if args.action == "upgrade":
            upgrades.upgrade(engine)
        found = upgrades.state(engine)
    finally:
        engine.dispose()
    place = faults.place(engine)
    if found.standing is upgrades.Standing.CURRENT:
        out(say("database_current", place=place, revision=found.revision))
        return 0
    key = f"database_{found.standing}"
    err(say(key, place=place, revision=found.revision or "no revision", newest=found.newest))
    return 1


def _restored() -> int:
    """The database is a backup that was put back: nothing that it has open is posted."""
    from bot.digests.restoring import leave_out
    from bot.storage import database, upgrades

    engine = database.open_engine(load(environment()).database_url)
    try:
        upgrades.make_ready(engine, by_itself=False)
        left = leave_out(engine)
    finally:
        engine.dispose()
    out(say("database_restored", open=left.open, due=left.due))
    return 0


def keys(args: Namespace) -> int:
    """`flowxo-bot keys new|rotate`; a rotation goes on while the bot works."""
    from bot.storage import crypto, rotation
    from bot.storage.opening import open_ready

    if args.action == "new":
        out(crypto.new_key())
        return 0
    settings = load(environment(), need=frozenset({"ENCRYPTION_KEYS"}))
    held = settings.encryption_keys
    engine = open_ready(settings.database_url, held, threads=1, by_itself=False)
    try:
        done = rotation.rotate(engine)
    finally:
        engine.dispose()
    out(say("keys_rotated", renewed=done.renewed, stored=done.stored))
    return 0


def check(_: Namespace) -> int:
    """`flowxo-bot check`: a line for each part, and 1 when any of them is not as it should be."""
    from bot.cli import checks

    environ = environment()
    settings = load(environ, serving=True)
    logs.configure("CRITICAL", settings.log_format)  # what is found is told here, a line for each
    for sentence in misspelt(environ):
        err(sentence)
    fine = True
    for finding in checks.findings(settings):
        out(f"{finding.part:9} {'ok' if finding.fine else 'failing':8} {finding.sentence}")
        fine = fine and finding.fine
    return 0 if fine else 1


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "run": run,
    "scheduler": scheduler,
    "serve": serve,
    "check": check,
    "db": db,
    "keys": keys,
    "audit": stored.audit,
    "digest": digests.digest,
    "workspace": stored.workspace,
}
