"""What do rights and the account's lookup cost a command, beside reading its words alone?

The bot's own desk with a database on disk, asked as a slash command asks it; people are known
after their first question, as in a bot that is in use. Nothing is asked of Flow XO.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from bench.table import Row, percentile, seconds
from bench.upstreams import bot_environment, upstreams
from bot.core.accounts import AccountName
from bot.core.parse import Context, parse
from bot.core.rights import Act
from bot.demo.slack_workspace import TEAM
from bot.settings import Secret, load
from bot.slack import questions
from bot.slack.desk import Desk, build_desk
from bot.slack.place import Place, from_command
from bot.slack.work import WorkPool
from bot.storage import audit, channels, connecting, database
from bot.storage.audit import By
from bot.storage.crypto import new_key
from bot.wiring import build

_NOW = datetime(2026, 11, 26, 15, 45, tzinfo=UTC)
_REACH_S = 2e-3
_WORDS = ("stats last 7 days", "top flows last month", "stats last week for client 03")


@contextmanager
def _desk(accounts: int, own: int) -> Iterator[tuple[Desk, Sequence[Place], Context]]:
    """A desk with so many accounts and channels of their own; places to ask in, and what is known
    where words are read alone.
    """
    with tempfile.TemporaryDirectory() as folder, upstreams() as (slack, flowxo):
        settings = load(
            {
                **bot_environment(slack, flowxo, 1),
                "DATABASE_URL": f"sqlite:///{folder}/rights.db",
                "ENCRYPTION_KEYS": new_key(),
            }
        )
        services = build(settings, pool=WorkPool(), clock=lambda: _NOW)
        by = By(audit.OPERATOR, "bench", _NOW)
        with database.transaction(services.engine) as connection:
            for number in range(accounts):
                key = Secret(f"eyJ.key.of.{number}")
                saved = connecting.connect(connection, TEAM, f"Client {number:02}", key, by)
                for channel in range(number, own, accounts):
                    account_id = saved.account.account_id
                    channels.change(
                        connection, TEAM, f"C0OWN{channel:04}", by, account_id=account_id
                    )
        typed = from_command(slack.make_command("stats"))
        places = [replace(typed, channel_id=f"C0OWN{number:04}") for number in range(own)]
        names = tuple(AccountName(number, f"Client {number:02}") for number in range(1, accounts))
        try:
            yield build_desk(services, 60.0), places, Context(_NOW, UTC, accounts=names)
        finally:
            services.close()


def _asked(desk: Desk, place: Place, text: str) -> None:
    """Who asks there, what they may, which account they mean, and what it is asked with."""
    asker = desk.admit(place)
    question = questions.read(desk, place, asker, text, afresh=True)
    assert question.account is not None
    asker.must(Act.SHOW, question.account)
    desk.services.accounts.source(place.team_id, question.account, 1.0)


def added_cost(*, short: bool) -> Iterator[Row]:
    """With 20 accounts and 1,000 channels that have one of them: the command's whole way to its
    account, less its words read alone.
    """
    accounts, own, runs = (5, 20, 12) if short else (20, 1000, 600)
    with _desk(accounts, own) as (desk, places, known):
        took = []
        for run in range(runs):
            text, place = _WORDS[run % len(_WORDS)], places[run * 7 % own]
            alone = seconds(partial(parse, text, known))
            took.append(seconds(partial(_asked, desk, place, text)) - alone)
    median, p99 = statistics.median(took), percentile(took, 0.99)
    told = f"{median * 1e3:.2f} ms (p99 {p99 * 1e3:.2f})"
    what = f"rights and lookup, a command, {accounts} accounts, {own} channels"
    yield Row(what, told, "≤ 2 ms", median <= _REACH_S)
