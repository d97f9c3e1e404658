"""The forms that Slack shows over everything else: for a key, for whom to ask or to tell.

Sends nothing. A form is told no key and keeps none: what was typed comes back from Slack alone.
What it carries in `private_metadata` is no secret either.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.core.phrases.new_names import NAME_LIMIT
from bot.core.sentences import say, told
from bot.render.blocks import Block, plain_text, rich_lines
from bot.render.limits import LIMITS

KEY_FORM: Final = "key_form"
ASK_FORM: Final = "ask_form"
REMIND_FORM: Final = "remind_form"
# The ids of the inputs' blocks, by which what is typed is read and faults are told.
NAME: Final = "name"
KEY: Final = "key"
PERSON: Final = "person"


def connect_form(
    carried: str, language: str, *, name: str = "", lines: Sequence[str] = ()
) -> Block:
    """The form for a new account's name and key; `lines` stand above its inputs."""
    inputs = [_name_input(name, language), _key_input(language)]
    return _form(KEY_FORM, "key_form.connect", "key_form.save", carried, language, lines, inputs)


def replace_form(carried: str, language: str, account: str, lines: Sequence[str] = ()) -> Block:
    """The form for another key of an account."""
    lines = (*lines, say("key_form.of", account=account))
    inputs = [_key_input(language)]
    return _form(KEY_FORM, "key_form.replace", "key_form.save", carried, language, lines, inputs)


def ask_form(carried: str, language: str, lines: Sequence[str] = ()) -> Block:
    """The form for who is to be asked for an account."""
    inputs = [_person_input("key_form.person", "key_form.person_hint", language)]
    return _form(ASK_FORM, "key_form.ask", "key_form.send", carried, language, lines, inputs)


def remind_form(carried: str, language: str, account: str, lines: Sequence[str] = ()) -> Block:
    """The form for which admin is to be told that an account's key is refused."""
    lines = (*lines, say("key_form.of", account=account))
    inputs = [_person_input("key_form.admin", "key_form.admin_hint", language)]
    title, send = "key_form.remind", "key_form.remind_send"
    return _form(REMIND_FORM, title, send, carried, language, lines, inputs)


def note_form(line: str, language: str) -> Block:
    """One that only says something."""
    return {
        "type": "modal",
        "title": _title("key_form.note", language),
        "close": _title("key_form.close", language),
        "blocks": [rich_lines([[told(line, language)]])],
    }


def _form(
    callback_id: str, title: str, submit: str, carried: str, language: str,
    lines: Sequence[str], inputs: list[Block],
) -> Block:  # fmt: skip
    above = [[(told(line, language), "bold")] for line in lines]
    promise = (
        [rich_lines([[told(say("key_form.promise"), language)]])] if callback_id == KEY_FORM else []
    )
    return {
        "type": "modal",
        "callback_id": callback_id,
        "private_metadata": carried,
        "title": _title(title, language),
        "submit": _title(submit, language),
        "close": _title("key_form.cancel", language),
        "blocks": [*([rich_lines(above)] if above else []), *inputs, *promise],
    }


def _name_input(name: str, language: str) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": NAME, "max_length": NAME_LIMIT}
    # A name longer than its input makes Slack refuse the form; whoever typed it is told elsewhere.
    element |= {"initial_value": name} if 0 < len(name) <= NAME_LIMIT else {"focus_on_load": True}
    return _input(NAME, "key_form.name", "key_form.name_hint", element, language)


def _key_input(language: str) -> Block:
    most = LIMITS["input.typed"]
    element = {"type": "plain_text_input", "action_id": KEY, "max_length": most}
    return _input(KEY, "key_form.key", "key_form.key_hint", element, language)


def _person_input(label: str, hint: str, language: str) -> Block:
    element = {"type": "users_select", "action_id": PERSON, "focus_on_load": True}
    return _input(PERSON, label, hint, element, language)


def _input(block_id: str, label: str, hint: str, element: Block, language: str) -> Block:
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain_text(told(say(label), language), LIMITS["input.label"]),
        "hint": plain_text(told(say(hint), language), LIMITS["input.hint"]),
        "element": element,
    }


def _title(key: str, language: str) -> Block:
    return plain_text(told(say(key), language), LIMITS["view.title"])
