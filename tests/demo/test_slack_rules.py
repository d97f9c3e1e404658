"""Slack's rules: each limit takes what is just inside and refuses what is just over."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_rules import (
    Refusal,
    check_message,
    check_update,
    check_view,
    cut_text,
)
from bot.render.limits import LIMITS
from tests.demo import just_inside as make
from tests.demo.just_inside import CONTENT, refusal_of, rich

# Limits that are not a payload's: the server's tests hold these.
ELSEWHERE = {
    "ack.seconds", "file.alt_txt", "file.snippet_bytes", "response_url.seconds",
    "response_url.uses", "trigger_id.seconds", "views.stacked",
}  # fmt: skip
# Held by a test of its own below.
BY_ITSELF = {"message.text", "view.bytes", "data_table.rows_min", "history.limit"}
# The renderer's name of a limit -> Slack's, where they differ.
RENDERED = {
    "message.text.bytes": "ephemeral.text_bytes",
    "message.charts": "data_visualization.per_message",
    "message.tables.chars": "data_table.characters",
    "context.text": "text", "chart.title": "data_visualization.title",
    "chart.series.name": "chart.series_name", "chart.label": "chart.category",
    "chart.axis": "chart.axis_label", "table.columns": "data_table.columns",
    "table.page": "data_table.page_size", "table.chars": "data_table.characters",
    "rich_text.text": "section.text",
}  # fmt: skip
OURS = {"message.text.first_line", "table.caption", "json.number"}


def test_every_limit_is_tried() -> None:
    """No limit is in the table without a payload that tries it."""
    assert set(CONTENT) | ELSEWHERE | BY_ITSELF == set(SLACK_LIMITS)


@pytest.mark.parametrize("name", sorted(CONTENT))
def test_just_inside_is_taken(name: str) -> None:
    """A payload as large as the limit is taken."""
    assert CONTENT[name](SLACK_LIMITS[name]) is None


@pytest.mark.parametrize("name", sorted(CONTENT))
def test_just_over_is_refused(name: str) -> None:
    """One more than the limit is refused, with an error of Slack's."""
    refusal = CONTENT[name](SLACK_LIMITS[name] + 1)
    assert refusal is not None
    assert refusal.error in {
        "invalid_blocks", "invalid_arguments", "invalid_metadata_format", "msg_too_long",
        "too_many_attachments",
    }  # fmt: skip
    if refusal.error.startswith("invalid_") and "metadata" not in refusal.error:
        assert "[json-pointer:/" in refusal.details[0]


def test_the_renderer_read_the_same_limits() -> None:
    """Whatever the renderer allows itself, Slack takes: two readings of the pages agree."""
    for name, ours in LIMITS.items():
        if name == "table.rows":
            assert ours + 1 == SLACK_LIMITS["data_table.rows"]
        elif name not in OURS:
            assert ours <= SLACK_LIMITS[RENDERED.get(name, name)], name


def test_long_text_is_cut_without_a_word() -> None:
    """Slack keeps 40,000 characters of a text and says nothing."""
    assert check_message({"text": "x" * 40_001}) is None
    assert len(cut_text("x" * 40_001)) == 40_000


def test_a_table_needs_a_row_below_its_header() -> None:
    """data_table takes 2 rows, not 1."""
    assert refusal_of(make.data_table(make.cells(2, 1))) == ""
    assert "no less than 2" in refusal_of(make.data_table(make.cells(1, 1)))


def test_a_large_view_is_refused() -> None:
    """A view of over 250,000 bytes gives view_too_large."""
    blocks = [make.section(text=make.plain(3000))] * 90
    refusal = check_view({"type": "home", "blocks": blocks})
    assert refusal == Refusal("view_too_large")


def test_totals_count_over_all_blocks() -> None:
    """Characters of tables and markdown are summed over the message."""
    half = make.data_table(make.long_cells(10_001))
    assert "20000 characters over all" in refusal_of(half, half)
    written = {"type": "markdown", "text": "x" * 6_001}
    assert "12000 characters" in refusal_of(written, written)
    assert refusal_of(make.line(), make.pie(2)) == ""
    assert "no more than 2" in refusal_of(make.line(), make.pie(2), make.line())


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({}, "no_text"),
        ({"text": "", "blocks": []}, "no_text"),
        ({"text": 7}, "invalid_arguments"),
        ({"blocks": "not json"}, "invalid_blocks_format"),
        ({"blocks": '{"type": "section"}'}, "invalid_blocks_format"),
        ({"text": "x", "markdown_text": "x"}, "markdown_text_conflict"),
        ({"text": "x", "metadata": "x"}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_format"),
    ],
)
def test_messages_are_refused(arguments: dict[str, Any], error: str) -> None:
    """A message without content, or with content that fights, is refused by name."""
    refusal = check_message(arguments)
    assert refusal is not None
    assert refusal.error == error


def test_native_blocks_can_be_refused() -> None:
    """A workspace without native data refuses charts and data tables, and nothing else."""
    for block in (make.line(), make.data_table(make.cells(2, 1))):
        refusal = check_message({"blocks": [block]}, native=False)
        assert refusal is not None
        assert refusal.error == "invalid_blocks"
    assert check_message({"blocks": [make.section()]}, native=False) is None


def test_updates_keep_to_their_kind() -> None:
    """A message of rich text alone cannot become another; empty blocks alone say nothing."""
    words = rich({"type": "text", "text": "x"})
    refusal = check_update({"blocks": [make.section()]}, [words])
    assert refusal == Refusal("block_mismatch")
    assert check_update({"blocks": [words]}, [words]) is None
    assert check_update({"text": "x"}, [words]) is None
    assert check_update({"blocks": []}, [words]) == Refusal("no_text")


@pytest.mark.parametrize(
    ("view", "problem"),
    [
        ("x", "must be an object"),
        ({"type": "tab", "blocks": []}, "must be one of: home, modal"),
        ({"type": "home"}, "missing required field: blocks"),
        ({"type": "home", "blocks": "x"}, "must be an array"),
        ({"type": "home", "blocks": [{"type": "poem"}]}, "[json-pointer:/view/blocks/0/type]"),
        ({"type": "modal", "blocks": []}, "missing required field: title"),
        (
            {"type": "modal", "title": make.plain(3), "blocks": [make.typed_in()]},
            "missing required field: submit",
        ),
    ],
)
def test_views_are_refused(view: Any, problem: str) -> None:
    """A view that breaks a rule gives invalid_arguments and the place."""
    refusal = check_view(view)
    assert refusal is not None
    assert refusal.error == "invalid_arguments"
    assert problem in "\n".join(refusal.details)


def test_a_refusal_reads_as_slack_writes_it() -> None:
    """The body carries ok, error, errors and the messages with [ERROR]."""
    assert Refusal("no_text").to_dict() == {"ok": False, "error": "no_text"}
    body = Refusal("invalid_blocks", ("must be x [json-pointer:/blocks/0]",)).to_dict()
    assert body["errors"] == ["must be x [json-pointer:/blocks/0]"]
    assert body["response_metadata"] == {"messages": ["[ERROR] must be x [json-pointer:/blocks/0]"]}
