"""Help and Home: only what works, and every example can be pasted."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from bot.core.parse import Context, parse
from bot.core.query import Query
from bot.core.subcommands import SUBCOMMANDS, TOPICS
from bot.demo.slack_acting import in_blocks
from bot.demo.slack_rules import check_view
from bot.render.failures import WHAT_I_COUNT
from bot.render.help import help_message
from bot.render.plan import Shown
from bot.render.views import home_view

SHOWN = Shown(zone="Europe/Berlin")
EVERY_TOPIC = [None, *TOPICS, "figures", *(row.subcommand.value for row in SUBCOMMANDS.values())]


@pytest.mark.parametrize("topic", EVERY_TOPIC)
def test_every_example_can_be_pasted(topic: str | None, now: datetime) -> None:
    """Each line that begins with the command, and each button, is read without an error."""
    plan = help_message(topic, SHOWN)
    assert now.tzinfo is not None
    context = Context(now, now.tzinfo)
    typed = [line[8:] for line in plan.text.split("\n") if line.startswith("/flowxo ")]
    pressed = [
        element["value"]
        for block in plan.blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if element["action_id"].startswith("run_")
    ]
    assert pressed
    for text in typed + pressed:
        assert isinstance(parse(text, context).query, Query)


@pytest.mark.parametrize("topic", [*TOPICS, "figures", "stats", "flow", "chart"])
def test_every_topic_has_its_own_help(topic: str) -> None:
    """No topic falls back on the short help."""
    assert (
        help_message(topic, SHOWN).text.split("\n")[0]
        != help_message(None, SHOWN).text.split("\n")[0]
    )


def test_what_i_count_is_a_topic() -> None:
    """The button on an unknown word leads to the metrics, by name and meaning."""
    lines = help_message(WHAT_I_COUNT, SHOWN).text.split("\n")
    assert "Active users (30 days): bot users seen in the 30 days before the end of the period, " \
        "whatever its length" in lines  # fmt: skip


def test_why_the_dashboard_differs() -> None:
    """Five reasons, with the account's own zone where it is known."""
    lines = help_message("figures", SHOWN).text.split("\n")
    told = [line.partition(":")[0] for line in lines[1:]]
    assert told == [
        "Time zone", "The running day", "Active users", "Messages counted together", "Hidden flows",
    ]  # fmt: skip
    docs = (Path(__file__).parents[2] / "docs" / "figures.md").read_text("utf-8")
    assert re.findall(r"^\d\. \*\*(.+)\.\*\*", docs, re.MULTILINE) == told
    assert "at midnight in Europe/Berlin" in lines[1]
    assert "the zone named under each answer" in help_message("dashboard", Shown()).text


def test_help_on_digests_tells_what_can_be_said_and_done() -> None:
    """Examples, what else can be said of one, and what is done with it by its number."""
    text = help_message("digest", SHOWN).text
    assert "/flowxo digest weekly on monday at 9am in Europe/Berlin" in text
    assert "only stats and top flows" in text
    assert "digest pause #7, digest resume #7, digest test #7" in text
    german = help_message("digest", Shown(language="de")).text
    assert "Abo pausieren #7" in german


def test_an_unknown_topic_is_said() -> None:
    """And the short help follows."""
    text = help_message("*all* of it", SHOWN).text
    assert text.startswith('I have no help on "∗all∗ of it". Here is the short one.\nAsk about')


def test_help_knows_where_it_is_read() -> None:
    """In public it promises no privacy; without a zone it names none; the real command is shown."""
    public = help_message(None, Shown(public=True, command="/fx", mention="@fx")).text
    assert "Only you" not in public
    assert "/fx stats last week" in public
    assert "In a thread" not in public
    private = help_message(None, Shown(command="/fx", mention="@fx")).text
    assert private.endswith("\nIn a thread, write @fx instead.")


@pytest.mark.parametrize("notice", ["", "Flow XO has refused its API key."])
def test_home(notice: str) -> None:
    """The Home tab is the help with its buttons; what needs the reader comes first."""
    view = home_view(SHOWN, notice)
    assert check_view(view) is None
    acting = in_blocks(view)
    assert (acting.pings, acting.links, acting.formatting) == ((), (), ())
    assert [block["type"] for block in view["blocks"]] == [
        "header",
        *(["rich_text"] if notice else []),
        "rich_text",
        "actions",
        "context",
    ]
