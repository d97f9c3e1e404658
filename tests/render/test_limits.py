"""Any report, for any reader, keeps every limit of Slack, and no stranger's text acts."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.core.reports import ListKind, Report
from bot.demo.slack_acting import in_message
from bot.demo.slack_rules import check_ephemeral, check_update
from bot.errors import BotError, ParseError
from bot.render.blocks import Block
from bot.render.csvfile import to_csv
from bot.render.json_object import error_object, to_object
from bot.render.limits import LIMITS
from bot.render.message import answer_message, error_message, notice_message
from bot.render.plan import MessagePlan, Shown
from bot.render.text import to_terminal
from bot.render.untrusted import size
from tests.render.random_reports import names, readers, reports

NATIVE = {"data_visualization", "data_table"}


def fits(plan: MessagePlan) -> None:
    """Hold a plan to Slack's rules in each of its forms and ways of sending."""
    first = plan.text.split("\n")[0]
    assert 0 < size(first) <= LIMITS["message.text.first_line"]
    assert size(plan.text) <= LIMITS["message.text"]
    for blocks in (plan.blocks, plan.rich):
        assert 0 < len(blocks) <= LIMITS["message.blocks"]
        arguments: dict[str, Any] = {"text": plan.text, "blocks": list(blocks)}
        # Both hold it to what holds for chat.postMessage, and to more.
        assert check_ephemeral(arguments, native=blocks is plan.blocks) is None
        assert check_update(arguments, None, native=blocks is plan.blocks) is None
        json.dumps(arguments, allow_nan=False).encode()
        acting = in_message(arguments)
        assert (acting.pings, acting.links, acting.formatting) == ((), (), ())
    assert not NATIVE & {block["type"] for block in plan.rich}


@given(reports(), readers)
def test_any_answer_fits_law(report: Report, shown: Shown) -> None:
    """Native, rich and as text alone, nothing is over a limit and nothing acts."""
    plan = answer_message(report, shown)
    fits(plan)
    assert [strings(block) for block in plan.blocks if block["type"] == "header"] == [
        strings(block) for block in plan.rich if block["type"] == "header"
    ]


def strings(block: Block) -> list[str]:
    """Every text in a block."""
    return [
        value if isinstance(value, str) else text
        for value in block.values()
        for text in (strings(value) if isinstance(value, dict) else [value])
        if isinstance(text, str)
    ]


@given(reports(), readers)
def test_public_answers_quote_no_single_message_law(report: Report, shown: Shown) -> None:
    """What was sent once may be anything, so a channel never reads it."""
    singles = [
        row
        for top in report.lists
        if top.kind is ListKind.MESSAGES
        for row in top.rows
        if row.count <= 1
    ]
    plan = answer_message(report, Shown(public=True, locale=shown.locale))
    tables = [block for block in plan.blocks if block["type"] == "data_table"]
    for table in tables:
        if table["rows"][0][1]["text"] == "Message":
            counts = [row[2]["value"] for row in table["rows"][1:]]
            assert all(count > 1 for count in counts)
    if singles and not report.no_data:
        assert "sent once" in plan.text or len(plan.text) > 2000


texts = st.lists(names, max_size=6).map(tuple)
errors = st.builds(ParseError, names, names, texts, texts) | st.builds(BotError, names, names)


@given(errors)
def test_any_error_fits_law(error: BotError) -> None:
    """Whatever words are echoed, an error is three lines that do nothing."""
    plan = error_message(error, Shown())
    fits(plan)
    assert len(plan.text.split("\n")) <= 3
    json.dumps(error_object(error))


@given(names)
def test_any_notice_fits_law(text: str) -> None:
    """One short line, whatever is in it."""
    fits(notice_message(text))


@given(reports())
def test_any_report_prints_law(report: Report) -> None:
    """In a terminal, as JSON and as CSV: no control character, no formula, no NaN."""
    printed = to_terminal(report)
    assert not regex.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)
    json.dumps(to_object(report), allow_nan=False)
    _, content = to_csv(report)
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))
            assert not cell.startswith("-") or float(cell) < 0
