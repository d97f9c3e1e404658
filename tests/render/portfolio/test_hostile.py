"""The corpus of hostile texts as names of accounts, flows and messages of several accounts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import pytest

from bot.cli.output import out, out_object
from bot.core.metrics import Metric
from bot.core.portfolio import Missing, Portfolio
from bot.core.query import Subcommand, cut_name
from bot.render.plan import MessagePlan
from bot.render.portfolio.csvfile import portfolio_to_csv
from bot.render.portfolio.json_object import portfolio_to_object
from bot.render.portfolio.message import portfolio_message
from bot.render.portfolio.text import portfolio_to_terminal
from tests.render.portfolios import TOKYO, Given, alike, november, portfolio
from tests.render.test_hostile import (
    HARMLESS,
    READERS,
    TEXTS,
    UNSEEN,
    is_harmless,
    is_text_only,
    named,
    rows_of,
)


@cache
def portfolios(text: str) -> tuple[Portfolio, ...]:
    """Every kind of answer in which the text can stand, made as answers are made."""
    return tuple(_portfolios(text))


def _portfolios(text: str) -> Iterator[Portfolio]:
    flows = ((text, 9), (text, 4), ("Other", 2))
    messages = ((text, 5), ("other", 2), ("once", 1))
    accounts = [
        Given(text, alike(70), alike(40), flows=flows, messages=messages),
        Given("Other", alike(30), None, TOKYO, flows=flows, messages=messages),
        Given(f"{text} 2", missing=Missing.REFUSED),
        Given(f"{text} 3"),
    ]
    yield portfolio(november(Subcommand.REPORT), accounts, said=(f'I read "{text}".',))
    yield portfolio(november(Subcommand.FLOW, flow=cut_name(text)), accounts)
    yield portfolio(november(Subcommand.CHART, metrics=(Metric.SENT,)), accounts)


# The same answers about names that mean no harm are compared with every text, and made once.
@cache
def _harmless_plan(kind: int, reader: int) -> MessagePlan:
    return portfolio_message(portfolios(HARMLESS)[kind], READERS[reader])


@cache
def _harmless_rows(kind: int) -> list[list[str]]:
    return rows_of(portfolio_to_csv(portfolios(HARMLESS)[kind])[1])


@cache
def _harmless_terminal(kind: int) -> str:
    return portfolio_to_terminal(portfolios(HARMLESS)[kind])


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_messages_hold(text: str) -> None:
    """Native, rich and as text alone: no ring, link, format or broken line, and Slack takes all."""
    for kind, made in enumerate(portfolios(text)):
        for reader, shown in enumerate(READERS):
            plan, model = portfolio_message(made, shown), _harmless_plan(kind, reader)
            is_text_only(plan)
            # Long names take room, so that there may be fewer lines, and one that says so.
            assert len(plan.text.split("\n")) <= len(model.text.split("\n")) + 1
            kinds = [block["type"] for block in plan.blocks if block["type"] != "actions"]
            assert kinds == [b["type"] for b in model.blocks if b["type"] != "actions"]


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_files_hold(text: str) -> None:
    """As many rows as of a harmless name; no cell of them calculates."""
    for kind, made in enumerate(portfolios(text)):
        found, model = rows_of(portfolio_to_csv(made)[1]), _harmless_rows(kind)
        assert [len(row) for row in found] == [len(row) for row in model]
        for cell in (cell for row in found for cell in row):
            is_harmless(cell)


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_terminals_hold(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As many lines as of a harmless name; nothing steers the cursor; JSON is one ASCII line."""
    for kind, made in enumerate(portfolios(text)):
        printed, model = portfolio_to_terminal(made), _harmless_terminal(kind)
        assert not UNSEEN.search(printed)
        assert len(printed.split("\n")) == len(model.split("\n"))
        out(printed)
        assert not UNSEEN.search(capsys.readouterr().out)
        told = portfolio_to_object(made)
        out_object(told)
        line = capsys.readouterr().out
        assert line.isascii()
        assert line.count("\n") == 1
        assert json.loads(line) == told
