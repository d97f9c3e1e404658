"""Modals and their inputs as plain dicts, and what of them is read when they are sent in.

Every text goes through the door of `blocks`. Knows no setting and sends nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from bot.core.sentences import say, told
from bot.render.blocks import Block, option, plain_text
from bot.render.limits import LIMITS

VALUE: Final = "value"  # the action_id of every input: its block_id tells which it is
_CHANNELS: Final = {"include": ["public", "private"], "exclude_bot_users": True}
Choices: TypeAlias = Sequence[tuple[str, str]]  # (label, value)


@dataclass(frozen=True, slots=True)
class Field:
    """What stands beside an input: its label, and what to know before it is filled in."""

    block_id: str
    label: str
    hint: str = ""


def modal(
    callback_id: str,
    title: str,
    blocks: Sequence[Block],
    metadata: str,
    language: str,
    *,
    go: str | None = None,
) -> Block:
    """A modal that can be sent in by a button that says `go`, else Save."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "private_metadata": metadata,
        "title": plain_text(told(title, language), LIMITS["view.title"]),
        "submit": plain_text(told(go or say("form.save"), language), LIMITS["view.title"]),
        "close": plain_text(told(say("form.cancel"), language), LIMITS["view.title"]),
        "blocks": list(blocks),
    }


def typed_in(field: Field, value: str, language: str, *, longest: int, must: bool) -> Block:
    """A line of text."""
    element: Block = {"type": "plain_text_input", "action_id": VALUE, "max_length": longest}
    # Slack refuses an initial value that is empty.
    element |= {"initial_value": value} if value else {}
    return _input(field, element, language, must=must)


def one_of(field: Field, choices: Choices, chosen: str, language: str) -> Block:
    """A menu of which one is chosen, at first `chosen`."""
    options = _options(choices, language)
    first = next(one for one in options if one["value"] == chosen)
    element = {
        "type": "static_select",
        "action_id": VALUE,
        "options": options,
        "initial_option": first,
    }
    return _input(field, element, language, must=True)


def some_of(field: Field, choices: Choices, chosen: Sequence[str], language: str) -> Block:
    """A menu of which any may be chosen."""
    return _several("multi_static_select", field, choices, chosen, language)


def switches(field: Field, choices: Choices, chosen: Sequence[str], language: str) -> Block:
    """Boxes to tick."""
    return _several("checkboxes", field, choices, chosen, language)


def time_of_day(field: Field, value: str, language: str) -> Block:
    """A time to the minute, 09:00."""
    element = {"type": "timepicker", "action_id": VALUE, "initial_time": value}
    return _input(field, element, language, must=True)


def channel(field: Field, chosen: str, language: str) -> Block:
    """A menu of the channels that whoever fills it in can see; "" for none chosen."""
    element: Block = {"type": "conversations_select", "action_id": VALUE, "filter": _CHANNELS}
    element |= {"initial_conversation": chosen} if chosen else {}
    return _input(field, element, language, must=False)


def channels(field: Field, language: str) -> Block:
    """The same of which any may be chosen, and one must be."""
    element = {"type": "multi_conversations_select", "action_id": VALUE, "filter": _CHANNELS}
    return _input(field, element, language, must=True)


def person(field: Field, chosen: str, language: str) -> Block:
    """A menu of the workspace's people of which one is chosen."""
    element = {"type": "users_select", "action_id": VALUE, "initial_user": chosen}
    return _input(field, element, language, must=True)


def people(field: Field, chosen: Sequence[str], language: str) -> Block:
    """A menu of the workspace's people."""
    element: Block = {"type": "multi_users_select", "action_id": VALUE}
    element |= {"initial_users": list(chosen)} if chosen else {}
    return _input(field, element, language, must=False)


def _several(
    kind: str, field: Field, choices: Choices, chosen: Sequence[str], language: str
) -> Block:
    options = _options(choices, language)
    first = [one for one in options if one["value"] in chosen]
    element: Block = {"type": kind, "action_id": VALUE, "options": options}
    element |= {"initial_options": first} if first else {}
    return _input(field, element, language, must=False)


def _options(choices: Choices, language: str) -> list[Block]:
    return [option(told(label, language), value) for label, value in choices]


def _input(field: Field, element: Block, language: str, *, must: bool) -> Block:
    block: Block = {
        "type": "input",
        "block_id": field.block_id,
        "label": plain_text(told(field.label, language), LIMITS["input.label"]),
        "element": element,
        "optional": not must,
    }
    if field.hint:
        block["hint"] = plain_text(told(field.hint, language), LIMITS["input.label"])
    return block


@dataclass(frozen=True, slots=True)
class Filled:
    """An input as it was sent in, and as it was shown before anybody touched it."""

    value: tuple[str, ...]
    shown: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether somebody touched it."""
        return set(self.value) != set(self.shown)

    @property
    def text(self) -> str:
        """The one value, "" for none."""
        return self.value[0] if self.value else ""

    @property
    def added(self) -> tuple[str, ...]:
        """What is chosen that was not."""
        return tuple(one for one in self.value if one not in self.shown)

    @property
    def removed(self) -> tuple[str, ...]:
        """What was chosen and is no more."""
        return tuple(one for one in self.shown if one not in self.value)


def filled(view: Mapping[str, Any]) -> dict[str, Filled]:
    """Each input of a view that was sent in, by its block_id; what has another shape is left out.

    What was shown is read from the view's own blocks: a form that was open for long changes only
    what was touched in it.
    """
    values = _map(_map(view.get("state")).get("values"))
    found = {}
    for block in view["blocks"] if isinstance(view.get("blocks"), list) else []:
        block_id, element = str(_map(block).get("block_id")), _map(_map(block).get("element"))
        answer = _map(_map(values.get(block_id)).get(VALUE))
        if answer:
            found[block_id] = Filled(_read(answer), _read(element, "initial_"))
    return found


def _read(part: Mapping[str, Any], prefix: str = "selected_") -> tuple[str, ...]:
    """What an element says that it holds, or held at first."""
    text = part.get("value" if prefix == "selected_" else "initial_value")
    if isinstance(text, str):
        return (text.strip(),) if text.strip() else ()
    one, many = part.get(f"{prefix}option"), part.get(f"{prefix}options")
    options = [one] if one else many if isinstance(many, list) else []
    read = [_map(each).get("value") for each in options]
    for name in _PLAIN:
        read += _listed(part.get(f"{prefix}{name}"))
    return tuple(each for each in read if isinstance(each, str))


# What holds ids and times as they are, and no options.
_PLAIN: Final = ("time", "user", "users", "conversation", "conversations")


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
