"""Messages and forms about connecting: Slack takes them, in every language, whatever the names."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.sentences import say, told
from bot.demo.slack_acting import in_blocks, in_message
from bot.demo.slack_rules import check_message, check_view
from bot.render.blocks import Block
from bot.render.connecting import (
    ASK,
    CONNECT,
    REMIND,
    REPLACE,
    lines_message,
    offer,
    page_button,
    undo_button,
)
from bot.render.key_forms import (
    KEY,
    NAME,
    PERSON,
    ask_form,
    connect_form,
    note_form,
    remind_form,
    replace_form,
)
from bot.render.limits import LIMITS
from tests.render.random_reports import names

LANGUAGES = ("en", "es", "de", "fr", "pt")
KEPT = json.dumps({"purpose": "connect"})


def forms(language: str, name: str) -> list[Block]:
    """Every form, with that name in it."""
    return [
        connect_form(KEPT, language),
        connect_form(KEPT, language, name=name, lines=[name]),
        replace_form(KEPT, language, name, [say("key.refused")]),
        ask_form(KEPT, language, [say("ask.may_not", person=name)]),
        remind_form(KEPT, language, name, [say("remind.may_not", person=name)]),
        note_form(say("key_form.working"), language),
        note_form(name, language),
    ]


@given(st.sampled_from(LANGUAGES), names)
def test_any_form_is_taken_law(language: str, name: str) -> None:
    """By Slack's rules; no name in it rings, links or formats."""
    for form in forms(language, name):
        assert check_view(form) is None
        acting = in_blocks(form["blocks"])
        assert (acting.pings, acting.links, acting.formatting) == ((), (), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_or_button_of_a_form_is_cut(language: str) -> None:
    """They fit as they are told."""
    for form in forms(language, "Acme"):
        for part in ("title", "submit", "close"):
            if part in form:
                assert "…" not in form[part]["text"]
    titles = ("connect", "replace", "ask", "remind", "note")
    for key in (*titles, "save", "send", "remind_send", "cancel", "close"):
        assert len(told(say(f"key_form.{key}"), language)) <= LIMITS["view.title"]


def test_a_form_asks_for_what_it_is_for() -> None:
    """A name and a key, a key, or a person; a name that is known stands there already."""
    blocks = [
        [block["block_id"] for block in form["blocks"] if block["type"] == "input"]
        for form in (
            connect_form(KEPT, "en"), replace_form(KEPT, "en", "Acme"), ask_form(KEPT, "en"),
            remind_form(KEPT, "en", "Acme"),
        )
    ]  # fmt: skip
    assert blocks == [[NAME, KEY], [KEY], [PERSON], [PERSON]]
    assert '"initial_value": "Acme"' in json.dumps(connect_form(KEPT, "en", name="Acme"))
    assert "initial_value" not in json.dumps(connect_form(KEPT, "en", name="x" * 61))


@given(st.sampled_from(LANGUAGES), names)
def test_any_message_is_taken_law(language: str, name: str) -> None:
    """With its buttons, in both forms; only the way to the page opens anything."""
    buttons = [offer(kind, KEPT, language) for kind in (CONNECT, ASK, REPLACE, REMIND)]
    buttons.append(undo_button(7, name, language))
    lines = [
        say("saved.connected", account=name, number=7),
        say("ask.told", person=name),
        say("ask.waiting", question=f'flow "{name}" 2026-W47'),
    ]
    plan = lines_message(lines, language, buttons)
    for blocks in (plan.blocks, plan.rich):
        arguments = {"text": plan.text, "blocks": list(blocks)}
        assert check_message(arguments) is None
        acting = in_message(arguments)
        assert (acting.pings, acting.links, acting.formatting) == ((), (), ())
    linked = lines_message(
        lines, language, [page_button("https://bot.example/connect/x", language)]
    )
    assert check_message({"text": linked.text, "blocks": list(linked.blocks)}) is None
    assert "bot.example" not in linked.text


def test_a_message_without_buttons_has_none() -> None:
    """No empty row."""
    assert [block["type"] for block in lines_message(["Done."], "en").blocks] == ["rich_text"]
