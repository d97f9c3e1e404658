"""Constructors: every text literal and within its limit, every number safe for JSON."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.slack_acting import in_blocks
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_rules import check_blocks
from bot.render.blocks import (
    actions,
    button,
    confirm,
    context,
    header,
    json_number,
    overflow,
    plain_text,
    raw_number,
    raw_text,
    rich_lines,
    top_line,
)
from bot.render.limits import LIMITS
from bot.render.untrusted import size


@given(st.text())
def test_any_text_fits_any_block_law(text: str) -> None:
    """Whatever is handed in, Slack takes it and nothing in it acts."""
    blocks = [
        header(text),
        rich_lines([[text, (text, "bold")], [text]]),
        context(text),
        actions(
            [
                button(text, "one", "v", style="danger", confirm=confirm(text, text, text, text)),
                overflow("more", [(text, "a"), (text, "b")]),
            ],
            "q:text",
        ),
    ]
    assert check_blocks(blocks) is None
    acting = in_blocks(blocks)
    assert (acting.pings, acting.links, acting.formatting) == ((), (), ())


def test_an_empty_text_is_a_dash() -> None:
    """Slack refuses an empty text object."""
    assert plain_text("\u200b", 10) == {"type": "plain_text", "text": "—", "emoji": False}
    assert raw_text("", 10) == {"type": "raw_text", "text": "—"}


def test_pieces_keep_the_blanks_between_them() -> None:
    """A line put together from pieces reads as one."""
    section = rich_lines([["New users: ", ("1", "bold"), " (was 9)"]])["elements"][0]
    assert "".join(piece["text"] for piece in section["elements"]) == "New users: 1 (was 9)"
    assert section["elements"][1]["style"] == {"bold": True}


def test_json_number() -> None:
    """Within what every reader holds exactly; two decimals; whole numbers stay whole."""
    most = LIMITS["json.number"]
    assert (json_number(10**30), json_number(-(10**30))) == (most, -most)
    assert json_number(Fraction(7, 2)) == 3.5
    assert json_number(Fraction(1, 3)) == 0.33
    assert isinstance(json_number(Fraction(4, 2)), int)


def test_raw_number_shows_every_digit() -> None:
    """The value may be held down, its text never is."""
    cell = raw_number(10**20, "100,000,000,000,000,000,000")
    assert cell["value"] == LIMITS["json.number"]
    assert cell["text"] == "100,000,000,000,000,000,000"


@given(st.text(), st.integers(5, 120))
def test_top_line_fits_as_it_is_sent_law(text: str, limit: int) -> None:
    """The limit holds after escaping, which makes texts longer."""
    assert size(top_line(text, limit)) <= limit


def test_limits_are_slack_s_own() -> None:
    """No limit of ours is wider than the one read from Slack's pages a second time."""
    same = {
        "message.blocks": "message.blocks", "view.blocks": "view.blocks", "block_id": "block_id",
        "header.text": "header.text", "section.text": "section.text",
        "context.elements": "context.elements", "actions.elements": "actions.elements",
        "action_id": "action_id", "button.text": "button.text", "button.value": "button.value",
        "overflow.options": "overflow.options", "option.text": "option.text",
        "option.value": "option.value", "confirm.title": "confirm.title",
        "confirm.text": "confirm.text", "confirm.button": "confirm.button",
        "message.charts": "data_visualization.per_message",
        "chart.title": "data_visualization.title", "chart.series": "chart.series",
        "chart.series.name": "chart.series_name", "chart.points": "chart.points",
        "chart.label": "chart.category", "chart.axis": "chart.axis_label",
        "table.columns": "data_table.columns", "table.page": "data_table.page_size",
        "table.chars": "data_table.characters", "message.tables.chars": "data_table.characters",
        "context.text": "text", "rich_text.text": "text", "message.text": "update.text",
        "message.text.bytes": "ephemeral.text_bytes",
    }  # fmt: skip
    for ours, theirs in same.items():
        assert LIMITS[ours] <= SLACK_LIMITS[theirs], ours
    assert LIMITS["table.rows"] + 1 <= SLACK_LIMITS["data_table.rows"]
