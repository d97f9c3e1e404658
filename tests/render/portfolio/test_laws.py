"""Any portfolio, for any reader, keeps every limit of Slack, and no stranger's text acts."""

from __future__ import annotations

import csv
import io
import json
import os

import pytest
import regex
from hypothesis import given, settings

from bot.core.courses import MOST_LINES
from bot.core.portfolio import Portfolio
from bot.core.reports import ListKind
from bot.core.together import MOST_ACCOUNTS
from bot.render.limits import LIMITS
from bot.render.plan import Shown
from bot.render.portfolio.csvfile import portfolio_to_csv
from bot.render.portfolio.json_object import portfolio_to_object
from bot.render.portfolio.message import portfolio_continuation, portfolio_message
from bot.render.portfolio.text import portfolio_to_terminal
from tests.render.portfolios import portfolios
from tests.render.random_reports import readers
from tests.render.test_limits import fits
from tests.render.test_schema import is_valid

FUZZ = os.environ.get("HYPOTHESIS_PROFILE") == "fuzz"
PARTS, EACH = (4, 500) if FUZZ else (1, 40)


def test_as_many_lines_as_slack_holds() -> None:
    """And as many accounts as a table has rows for, under their total."""
    assert LIMITS["chart.series"] == MOST_LINES
    assert LIMITS["table.rows"] > MOST_ACCOUNTS


@pytest.mark.parametrize("part", range(PARTS))
@settings(max_examples=EACH)
@given(portfolios(), readers)
def test_any_answer_fits_law(part: int, made: Portfolio, shown: Shown) -> None:
    """Every page of it, native, rich and as text alone; Slack's pages promise to take it."""
    assert part < PARTS
    for plan in (portfolio_message(made, shown), *portfolio_continuation(made, shown)):
        fits(plan)
        is_valid(plan)


@settings(max_examples=EACH)
@given(portfolios(), readers)
def test_public_answers_quote_no_single_message_law(made: Portfolio, shown: Shown) -> None:
    """What was sent once may be anything, so a channel never reads it."""
    plan = portfolio_message(made, Shown(public=True, locale=shown.locale))
    for block in plan.blocks:
        if block["type"] == "data_table" and block["rows"][0][1]["text"] == "Place":
            messages = block["rows"][0][2]["text"] == "Message"
            assert all(row[3]["value"] > 1 for row in block["rows"][1:] if messages)
    quoted = {
        row.name
        for account in made.rows
        for top in (account.report.lists if account.report is not None else ())
        for row in top.rows
        if top.kind is ListKind.MESSAGES and row.count <= 1 and len(row.name) > 9
    }
    _, content = portfolio_to_csv(made, public=True)
    assert not [name for name in quoted if name in content.decode("utf-8-sig")]


@settings(max_examples=EACH)
@given(portfolios())
def test_any_answer_prints_law(made: Portfolio) -> None:
    """In a terminal, as JSON and as CSV: no control character, no formula, no NaN."""
    printed = portfolio_to_terminal(made)
    assert not regex.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)
    json.dumps(portfolio_to_object(made), allow_nan=False)
    _, content = portfolio_to_csv(made)
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))
            assert not cell.startswith("-") or float(cell) < 0
