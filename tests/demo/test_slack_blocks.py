"""Slack's rules for each kind of block: what is malformed is refused, and the reason said."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.slack_findings import Surface
from tests.demo import just_inside as make
from tests.demo.just_inside import refusal_of, rich


@pytest.mark.parametrize(
    ("chart", "problem"),
    [
        (make.pie(0), "no less than 1"),
        ({**make.pie(1), "chart": {"type": "donut"}}, "unsupported type: donut"),
        ({**make.pie(1), "chart": None}, "missing required field: chart"),
        ({**make.line(), "title": ""}, "more than 0"),
        (make.line(series=0), "no less than 1"),
        (make.line(points=0), "no less than 1"),
        (make.line(categories=["0000"]), "exactly one point"),
        (make.line(categories=["0000", "0001", "0002"]), "exactly one point"),
        (make.line(categories=["0000", "0000"]), "unique"),
        (make.line(y_label=7), "must be a string"),
        (make.line(colour="red"), "invalid additional property: colour"),
    ],
)
def test_charts_are_refused(chart: dict[str, Any], problem: str) -> None:
    """A chart that does not add up is refused and the reason said."""
    assert problem in refusal_of(chart)


@pytest.mark.parametrize("value", [0, -1, "7", True, float("nan"), None])
def test_a_slice_is_above_zero(value: Any) -> None:
    """A pie takes numbers above 0 only."""
    chart = make.pie(1)
    chart["chart"]["segments"][0]["value"] = value
    assert "/chart/segments/0" in refusal_of(chart)


@pytest.mark.parametrize("value", ["7", False, float("inf"), None])
def test_a_point_is_a_number(value: Any) -> None:
    """A point takes numbers, no null; negatives are fine."""
    chart = make.line()
    chart["chart"]["series"][0]["data"] = [
        {"label": "0000", "value": value}, {"label": "0001", "value": -3},
    ]  # fmt: skip
    assert "/series/0/data/0" in refusal_of(chart)
    assert "/series/0/data/1" not in refusal_of(chart)


def test_series_names_are_unique_and_the_axis_is_there() -> None:
    """Two series of one name, or a chart without axis_config, are refused."""
    chart = make.line(series=2)
    chart["chart"]["series"][1]["name"] = chart["chart"]["series"][0]["name"]
    assert "series names must be unique" in refusal_of(chart)
    del chart["chart"]["axis_config"]
    assert "missing required field: axis_config" in refusal_of(chart)


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        (make.data_table([[{"type": "raw_text", "text": ""}]] * 2), "more than 0"),
        (make.data_table([[{"type": "raw_number", "value": "3"}]] * 2), "must be a number"),
        (make.data_table([[{"type": "mrkdwn", "text": "x"}]] * 2), "unsupported type: mrkdwn"),
        (make.data_table([make.cells(1, 1)[0], make.cells(1, 2)[0]]), "same number"),
        (make.data_table(make.cells(2, 1), row_header_column_index=1), "between 0 and 0"),
        (make.data_table(make.cells(2, 1), caption=""), "more than 0"),
        (make.data_table(make.cells(2, 1), page_size=0), "between 1 and 100"),
        (make.data_table([[], []]), "no less than 1"),
        (make.data_table([7, 7]), "must be an array"),  # type: ignore[list-item]  # on purpose
        (make.table(make.cells(1, 1), column_settings=[None, {"align": "top"}]), "left, center"),
    ],
)
def test_tables_are_refused(table: dict[str, Any], problem: str) -> None:
    """A table that breaks a rule is refused and the reason said."""
    assert problem in refusal_of(table)


def test_rich_text_fits_in_cells_below_the_header() -> None:
    """A rich_text cell is taken in the body and refused in the header; its characters count."""
    rich = {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "x" * 20_000}]}
        ],
    }
    head = [{"type": "raw_text", "text": "x"}]
    said = refusal_of(make.data_table([head, [rich]]))
    assert "unsupported" not in said
    assert "20000 characters" in said
    assert "unsupported type: rich_text" in refusal_of(make.data_table([[rich], head]))
    number = {"type": "raw_number", "value": 1204}
    assert refusal_of(make.data_table([head, [number]])) == ""


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        (rich({"type": "text", "text": ""}), "more than 0"),
        (rich({"type": "text", "text": "x", "style": {"loud": True}}), "additional property: loud"),
        (rich({"type": "text", "text": "x", "style": {"bold": 1}}), "boolean"),
        (rich({"type": "mrkdwn", "text": "x"}), "unsupported type: mrkdwn"),
        (rich("x"), "must be an object"),
        (rich({"type": "broadcast", "range": "moon"}), "must be one of"),
        (rich({"type": "date", "timestamp": "now", "format": "{date}"}), "must be an integer"),
        (rich({"type": "user", "user_id": "U1"}, part="rich_text_preformatted"), "unsupported"),
        (rich({"type": "text", "text": "x"}, part="rich_text_poem"), "unsupported type"),
        (rich({"type": "rich_text_quote"}, part="rich_text_list", style="bullet"), "must be rich"),
        (rich(part="rich_text_list", style="roman"), "must be one of: bullet"),
        ({"type": "rich_text", "elements": ["x"]}, "must be an object"),
        ({"type": "rich_text", "elements": [{}]}, "unsupported type: None"),
        (rich({}), "unsupported type: None"),
        (rich("x", part="rich_text_list", style="bullet"), "must be an object"),
        ({"type": "rich_text"}, "missing required field: elements"),
    ],
)
def test_rich_text_is_refused(block: dict[str, Any], problem: str) -> None:
    """Rich text that breaks a rule is refused and the reason said."""
    assert problem in refusal_of(block)


def test_rich_text_is_taken() -> None:
    """Sections, quotes, lists, preformatted parts with their inline elements are taken."""
    words = {"type": "text", "text": "x", "style": {"bold": True}}
    items = {"type": "rich_text_section", "elements": [words]}
    assert refusal_of(
        rich(words, {"type": "link", "url": "https://x.example"}),
        rich(words, part="rich_text_quote"),
        rich(words, part="rich_text_preformatted"),
        rich(items, part="rich_text_list", style="ordered", indent=8),
    ) == ""  # fmt: skip


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        ("text", "must be an object"),
        ({}, "unsupported type: None"),
        (make.section(text={}), "must be one of"),
        (make.section(text="x"), "must be an object"),
        (make.section(accessory={}), "unsupported type: None"),
        (make.section(accessory="x"), "must be an object"),
        (make.container(child_blocks=["x"]), "must be an object"),
        ({"type": "actions", "elements": [{"type": "overflow", "options": ["x"]}]}, "an object"),
        ({"type": "poem"}, "unsupported type: poem"),
        ({"type": "alert", "text": make.plain(3)}, "unsupported type: alert"),
        ({"type": "section"}, "must have text or fields"),
        (make.section(text={"type": "html", "text": "x"}), "must be one of: plain_text, mrkdwn"),
        (make.section(text={"type": "plain_text", "text": ""}), "more than 0"),
        (make.section(text={"type": "plain_text", "text": 7}), "must be a string"),
        (make.section(text={"type": "plain_text", "text": "x", "verbatim": True}), "verbatim"),
        (make.section(text={"type": "mrkdwn", "text": "x", "emoji": True}), "emoji"),
        (make.section(text={"type": "mrkdwn", "text": "x", "verbatim": 1}), "boolean"),
        (make.section(block_id=""), "more than 0"),
        (make.section(accessory={"type": "poem"}), "unsupported type: poem"),
        ({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}, "must be one of"),
        ({"type": "header"}, "missing required field: text"),
        ({"type": "image", "alt_text": "x"}, "exactly one of image_url"),
        ({"type": "context", "elements": []}, "no less than 1"),
        ({"type": "actions", "elements": [make.button(style="loud")]}, "primary, danger"),
        ({"type": "actions", "elements": [make.button(), make.button()]}, "already exists"),
        ({"type": "actions", "elements": [{"type": "plain_text_input"}]}, "unsupported"),
        ({"type": "actions", "elements": [{"type": "static_select"}]}, "exactly one of options"),
        (make.typed_in(), "not supported in messages"),
        (
            {"type": "context_actions", "elements": [{"type": "feedback_buttons"}]},
            "positive_button",
        ),
        (
            {"type": "actions", "elements": [make.button(visible_to_user_ids=[7])]},
            "must be a string",
        ),
        ({"type": "card"}, "must have hero_image"),
        (make.card(icon="a", slack_icon="b"), "only one of icon"),
        ({"type": "carousel", "elements": [make.section()]}, "must be card"),
        (make.container(child_blocks=[make.line()]), "unsupported type: data_visualization"),
        (make.container(is_collapsible=True, has_header_divider=True), "does not collapse"),
        (make.container(title=None), "missing required field: title"),
    ],
)
def test_blocks_are_refused(block: Any, problem: str) -> None:
    """A block that breaks a rule is refused and the reason said."""
    assert problem in refusal_of(block)


def test_block_ids_are_unique() -> None:
    """The same block_id twice in a message is refused."""
    assert "already exists" in refusal_of(make.section(block_id="a"), make.section(block_id="a"))


def test_what_is_shown_where() -> None:
    """Alerts are for modals, markdown for messages, native data not for modals."""
    assert refusal_of({"type": "alert", "text": make.plain(3)}, surface=Surface.MODAL) == ""
    assert "unsupported" in refusal_of({"type": "markdown", "text": "x"}, surface=Surface.HOME)
    assert refusal_of(make.line(), make.data_table(make.cells(2, 1)), surface=Surface.HOME) == ""
    for block in (make.line(), make.data_table(make.cells(2, 1))):
        assert "modals" in refusal_of(block, surface=Surface.MODAL)


def test_other_blocks_are_taken() -> None:
    """What the bot does not send yet is taken where it is well formed."""
    image = {"type": "image", "image_url": "https://i.example/i", "alt_text": "i"}
    assert refusal_of(
        {"type": "divider"}, {"type": "file"}, {"type": "video"},
        {"type": "task_card", "task_id": "1", "title": "x"},
        {"type": "context", "elements": [image]},
        make.section(accessory=make.button(style="primary")),
        {"type": "actions", "elements": [
            {"type": "datepicker"}, {"type": "users_select", "placeholder": make.plain(3)},
        ]},
    ) == ""  # fmt: skip
