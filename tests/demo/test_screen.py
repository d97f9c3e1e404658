"""A Slack message in a terminal: everything it says is there, within the terminal's width."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.screen import draw_blocks, draw_message
from bot.demo.screen_text import Look, cut, padded, shown, tidy, width, wrapped
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_state import Upload
from bot.demo.slack_workspace import ASKER, BOT_USER, CHATBOTS, Message
from tests.demo.just_inside import button, data_table, line, option, pie, plain, rich, section

LOOKS = [Look(width=columns) for columns in (40, 60, 80, 100)]


def text(body: str, kind: str = "plain_text") -> dict[str, Any]:
    """A text object."""
    return {"type": kind, "text": body}


def drawn(*blocks: Any, look: Look = LOOKS[2]) -> str:
    """Blocks as one text."""
    return "\n".join(draw_blocks(list(blocks), look))


BLOCKS: list[Any] = [
    {"type": "header", "text": text("5 messages sent in November, down from 141 (−96 %), really")},
    section(text=text("*bold* &amp; <https://x.example|a link>", "mrkdwn"), fields=[text("field")]),
    rich({"type": "text", "text": "New users: ", "style": {"bold": True}}, {"type": "emoji",
         "name": "wave"}, {"type": "broadcast", "range": "here"}),
    rich({"type": "rich_text_section", "elements": [{"type": "text", "text": "item " * 30}]},
         part="rich_text_list", style="ordered"),
    line(points=20, series=2),
    pie(3),
    data_table([[{"type": "raw_text", "text": "Flow"}, {"type": "raw_text", "text": "Count"}],
                [{"type": "raw_text", "text": "多功能" * 30},
                 {"type": "raw_number", "value": 1204, "text": "1,204"}],
                [rich({"type": "text", "text": "Text Me"}),
                 {"type": "raw_number", "value": 7}]]),
    {"type": "divider"},
    {"type": "markdown", "text": "words"},
    {"type": "context", "elements": [text("Europe/Berlin · read 26 Nov 2026, 09:12")]},
    {"type": "actions", "elements": [
        button(text=text("Share to Channel")), button(text=text("Previous 2 Months")),
        {"type": "overflow", "action_id": "more",
         "options": [option(text=text("CSV")), option(text=text("Compare with Last Year"))]}]},
    {"type": "poem"},
]  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_wider_than_the_terminal(look: Look) -> None:
    """Every line of every kind of block fits, wide characters counted as two."""
    message = Message(CHATBOTS, "1795516272.152003", BOT_USER, blocks=BLOCKS, thread_ts="1.2")
    file = Upload("F1", "a-long-name-of-a-file.csv", 90, content=b"a;b\n" * 9)
    lines = draw_message(
        message, look, who="flowxo", where="#chatbots", zone="Europe/Berlin", files=[file]
    )
    assert max(map(width, lines[1:])) <= look.width


def test_everything_that_is_said_is_shown() -> None:
    """Texts, figures, captions, legends and labels are all there."""
    screen = drawn(*BLOCKS, look=Look(100))
    for piece in (
        "5 messages sent", "*bold* & a link", "field", "New users: ", ":wave:", "@here", "1. item",
        "Table", "Flow", "1,204", "Text Me", "7", "█ 0000   o 0001", "0000 ", "33%", "words",
        "Europe/Berlin",
    ):  # fmt: skip
        assert piece in screen, piece


def test_buttons_are_numbered_in_order() -> None:
    """Numbers follow the order of buttons_of, an overflow's options among them."""
    screen = drawn(BLOCKS[-2])
    labels = [pressed.label for pressed in buttons_of([BLOCKS[-2]])]
    for number, label in enumerate(labels, 1):
        assert f"[{number}] {label}" in screen
    assert "More: [3] CSV" in screen
    again = draw_blocks([BLOCKS[-2]], LOOKS[2], 5)
    assert "[5] Share to Channel" in again[0]
    assert "[2] x" in drawn(section(accessory=button()), section(accessory=button(text=text("x"))))


def test_who_sees_it_and_where_it_stands() -> None:
    """Ephemeral, edited and threaded messages say so; the time is the person's own."""
    message = Message(CHATBOTS, "1795516272.152003", BOT_USER, "x &lt;!here&gt; &amp; y")
    where: dict[str, Any] = {"who": "flowxo", "where": "#chatbots", "zone": "Europe/Berlin"}
    head, body = draw_message(message, LOOKS[2], **where)
    assert head == "flowxo  #chatbots · 11:31"
    assert body.endswith("x <!here> & y")
    message.only_for, message.edits, message.thread_ts = ASKER, 1, "1.2"
    head, body = draw_message(message, LOOKS[2], **where)
    assert head == "    flowxo  #chatbots · 11:31 · in the thread · edited · Only visible to you"
    assert body.startswith("    ")


def test_a_file_is_listed_and_begins() -> None:
    """A file shows its name, its size and its first lines without the byte order mark."""
    content = "\ufeffdate;count\n".encode() + b"2026-11-25;4\n" * 9
    file = Upload("F1", "stats.csv", len(content), content=content)
    message = Message(CHATBOTS, "1.2", BOT_USER)
    lines = draw_message(
        message, LOOKS[2], who="flowxo", where="#chatbots", zone="UTC", files=[file]
    )
    assert lines[1].endswith("File: stats.csv")
    assert lines[2].endswith("131 bytes, 10 lines")
    assert any(line.endswith("  date;count") for line in lines)
    assert lines[-1].endswith("…")


def test_colours_come_only_where_wanted() -> None:
    """Escape codes stand in a coloured look and nowhere else."""
    assert "\x1b" not in drawn(*BLOCKS)
    assert "\x1b[1m" in drawn(*BLOCKS, look=Look(80, colour=True))
    assert Look(80, colour=True).warn("") == ""
    bold = rich({"type": "text", "text": "all\nof it", "style": {"bold": True}})
    assert drawn(bold, look=Look(80, colour=True)).count("\x1b[1m") == 2


def test_nothing_moves_the_cursor() -> None:
    """Control characters and direction overrides in a text never reach the terminal."""
    assert tidy("a\x1b[2J\x07\u202eb\tc\nd") == "a[2Jb c\nd"
    assert "\x1b" not in drawn(section(text=text("\x1b[31mred")))


def test_negative_and_flat_charts_are_drawn() -> None:
    """A chart of zeros, of negatives, of one point is drawn without a fault."""
    for values in ([0, 0], [-3, 5], [-3, -3], [0.5, 0.25]):
        chart = line(series=2)
        for series in chart["chart"]["series"]:
            series["data"] = [
                {"label": point["label"], "value": value}
                for point, value in zip(series["data"], values, strict=True)
            ]
        assert len(draw_blocks([chart], LOOKS[0])) == 10
    assert "0.5" in drawn(chart)
    assert len(draw_blocks([line(points=1)], LOOKS[0])) == 10


def test_a_higher_value_has_a_higher_bar() -> None:
    """The plot's columns grow with their values."""
    chart = line(points=3)
    for point, value in zip(chart["chart"]["series"][0]["data"], (1, 4, 7), strict=True):
        point["value"] = value
    plot = draw_blocks([chart], LOOKS[2])[1:8]
    filled = [sum("█" in row[4 + 6 * index : 9 + 6 * index] for row in plot) for index in range(3)]
    assert filled == [1, 4, 7]


def test_a_table_too_wide_for_its_names_is_still_drawn() -> None:
    """Where not even short names fit, the table is drawn as narrow as it goes."""
    row = [{"type": "raw_text", "text": "a name"}] * 9
    assert "a name" in drawn(data_table([row, row]), look=Look(40))
    figures = [{"type": "raw_number", "value": 123456789012}] * 5
    assert "123456789012" in drawn(data_table([row[:5], figures]), look=Look(80))


def test_wide_characters_count_two() -> None:
    """Widths, cuts and padding count wide characters as two and marks as none."""
    assert (width("日本"), width("e\u0301"), width("ab")) == (4, 1, 2)
    assert cut("日本語", 5) == "日本…"
    assert padded("日", 4) == "日  "
    assert padded("7", 3, right=True) == "  7"
    assert wrapped("日本語 ab", 4) == ["日本", "語", "ab"]
    assert wrapped("", 10) == [""]


def test_tokens_are_named() -> None:
    """A token shows its label, or what it stands for."""
    assert shown("<@U1|ada> <!here> <https://x.example>") == "ada !here https://x.example"
    assert drawn({"type": "header", "text": plain(3)}) == "xxx"
    for element, seen in (
        ({"type": "link", "url": "https://x.example"}, "https://x.example"),
        ({"type": "user", "user_id": "U1"}, "@U1"),
        ({"type": "channel", "channel_id": "C1"}, "#C1"),
        ({"type": "date", "timestamp": 1, "format": "x", "fallback": "1 Jan"}, "1 Jan"),
    ):
        assert drawn(rich(element)) == seen
