"""A question for all accounts: is it there in time, and how many calls are under way meanwhile?

Each account has a Flow XO of its own over HTTP, so that its calls can be counted apart; every
answer of theirs takes as long. Connections are there already, as in a bot that is in use.
"""

from __future__ import annotations

import logging
import statistics
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bench.rights import added_cost
from bench.table import Row, seconds
from bot.answer_all import Account, answer_all
from bot.core.periods import of_days
from bot.core.portfolio import Portfolio
from bot.core.query import Query, Subcommand
from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.sample import sample
from bot.flowxo.client import FlowXOClient
from bot.render.plan import Shown
from bot.render.portfolio.message import portfolio_message

TITLE = "A question for all accounts"
_REACH_S, _PER_ACCOUNT, _IN_ALL = 1.5, 2, 8
_NOW = datetime(2026, 11, 26, 15, 45, tzinfo=UTC)
_BUDGET_S = 10.0
_FAULTS = (faults.slow(60), faults.status(401), faults.page())


@dataclass(slots=True)
class _Agency:
    servers: Sequence[FakeFlowXO]
    accounts: Sequence[Account]
    asked: int = 0

    def ask(
        self, subcommand: Subcommand = Subcommand.STATS, budget_s: float = _BUDGET_S
    ) -> Portfolio:
        """The answer about weeks that were not asked for before, since answers are kept."""
        self.asked += 1
        last = date(2026, 11, 22) - timedelta(days=14 * self.asked)
        query = Query(subcommand, of_days(last - timedelta(days=6), last, UTC))
        made = answer_all(query, self.accounts, _NOW, budget_s=budget_s)
        portfolio_message(made, Shown())
        return made

    def clear(self, delay_s: float) -> None:
        """Forget what was asked; every answer takes so long from now on."""
        for server in self.servers:
            server.clear()
            server.delay_s = delay_s


def _agency(stack: ExitStack, count: int) -> _Agency:
    data = sample(_NOW)
    servers = [stack.enter_context(FakeFlowXO(data, now=_NOW)) for _ in range(count)]
    clients = [FlowXOClient(server.url, server.key) for server in servers]
    for client in clients:
        stack.callback(client.close)
    accounts = [Account(f"Client {n:02}", client.question, UTC) for n, client in enumerate(clients)]
    return _Agency(servers, accounts)


def _asked(agency: _Agency, subcommand: Subcommand, runs: int) -> tuple[float, Portfolio]:
    made: list[Portfolio] = []
    took = [seconds(lambda: made.append(agency.ask(subcommand))) for _ in range(runs)]
    assert all(row.missing is None for one in made for row in one.rows)
    return statistics.median(took), made[-1]


def measure(*, short: bool) -> list[Row]:
    """Twenty accounts at 200 ms an answer; then one of them hangs, and one's key is refused."""
    count, delay_s, runs = (5, 0.02, 1) if short else (20, 0.2, 5)
    with ExitStack() as stack:
        logging.disable()
        stack.callback(logging.disable, logging.NOTSET)
        agency = _agency(stack, count)
        agency.ask()  # connects
        agency.clear(delay_s)
        rows = list(_rows(agency, runs, short=short))
    return [*rows, *added_cost(short=short)]


def _rows(agency: _Agency, runs: int, *, short: bool) -> Iterator[Row]:
    count, delay_s = len(agency.accounts), agency.servers[0].delay_s
    took, _ = _asked(agency, Subcommand.STATS, runs)
    calls = sum(len(server.requests) for server in agency.servers)
    assert calls == 2 * count * runs, "more calls than the rules allow, or fewer"
    own = max(FakeFlowXO.most_at_once(server) for server in agency.servers)
    in_all = FakeFlowXO.most_at_once(*agency.servers)
    # A bound that does not hold is a fault, not a slow figure.
    assert own <= _PER_ACCOUNT, own
    assert in_all <= _IN_ALL, in_all
    what = f"stats for {count} accounts at {delay_s * 1e3:.0f} ms an answer"
    yield Row(what, f"{took:.2f} s", f"≤ {_REACH_S} s", took <= _REACH_S)
    bounds = f"≤ {_PER_ACCOUNT}, ≤ {_IN_ALL}"
    yield Row("calls under way of one account, in all", f"{own}, {in_all}", bounds, True)
    yield Row("beside these calls alone", f"{took / (calls / runs / _IN_ALL * delay_s):.2f} ×")
    report, _ = _asked(agency, Subcommand.REPORT, 1)
    yield Row("report, three times the calls", f"{report:.2f} s")
    yield from _with_faults(agency, budget_s=1.0 if short else _BUDGET_S)


def _with_faults(agency: _Agency, budget_s: float) -> Iterator[Row]:
    """One hangs, one is refused, one makes no sense: the others are answered as before."""
    for server, fault in zip(agency.servers, _FAULTS, strict=False):
        server.always(fault)
    made: list[Portfolio] = []
    took = seconds(lambda: made.append(agency.ask(budget_s=budget_s)))
    rows, count = made[0].rows, len(agency.accounts)
    assert all((row.missing is None) == (n >= len(_FAULTS)) for n, row in enumerate(rows))
    told = f"{made[0].counted} of {count}, {took:.2f} s"
    yield Row("one hangs, two are broken", told, f"≤ {budget_s:.0f} s", took <= budget_s + 0.1)
