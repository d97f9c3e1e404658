"""Where something was asked, and so where its answer goes; read from payloads alone.

Ids come from what Slack sends, never from what a button carries.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from threading import Event
from typing import Any, TypeAlias

Body: TypeAlias = Mapping[str, Any]

_ID = re.compile(r"[A-Z][A-Z0-9]{1,40}")
_TS = re.compile(r"[0-9]{1,15}\.[0-9]{1,9}")
_COMMAND = re.compile(r"/[\w.-]{1,31}")
DEFAULT_COMMAND = "/flowxo"


class OddPayloadError(Exception):
    """A payload that has Slack's signature but not Slack's shape; nothing is done with it."""


class Manner(StrEnum):
    """How answers are given."""

    PRIVATE = "private"  # the asker alone sees them, in the channel
    THREAD = "thread"  # everyone sees them, in a thread
    DIRECT = "direct"  # in the direct messages of the asker with the bot


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody, somewhere. `channel_id` is None where there is none (the Home tab).

    `keys` name the request: done once, however often it arrives. `thread_ts` is the thread's
    parent; `in_thread` says that the message stood in a thread already. `command` is the slash
    command that was typed, None where none was. `arrived` is read from the monotonic clock.
    `told_working` is set once the asker was told that it takes long. `language` is that of the
    words typed there, in which errors and help are told. `trigger_id` opens a form, once and
    within three seconds; None where nothing was pressed or commanded.
    """

    team_id: str
    user_id: str
    manner: Manner
    keys: tuple[str, ...]
    channel_id: str | None = None
    thread_ts: str | None = None
    in_thread: bool = False
    response_url: str | None = None
    command: str | None = None
    language: str = "en"
    trigger_id: str | None = None
    arrived: float = field(default_factory=time.monotonic, compare=False)
    told_working: Event = field(default_factory=Event, compare=False, repr=False)

    @property
    def is_direct(self) -> bool:
        """Whether it is a conversation of two, where an answer has nobody to be shared with."""
        return self.channel_id is not None and self.channel_id.startswith("D")

    def elsewhere(self) -> Place:
        """The same person's direct messages with the bot."""
        return replace(
            self,
            manner=Manner.DIRECT,
            channel_id=None,
            thread_ts=None,
            in_thread=False,
            response_url=None,
            trigger_id=None,
        )

    def inside(self, channel_id: str | None, language: str) -> Place:
        """Where a form was opened that says so itself: its own payload names no channel."""
        found = _id(channel_id)
        direct = found is None or found.startswith("D")
        manner = Manner.DIRECT if direct else Manner.PRIVATE
        return replace(self, channel_id=found, manner=manner, language=language)


@dataclass(frozen=True, slots=True)
class Press:
    """A button, or an option of a menu, that was pressed.

    `message_ts` is the message that it stands in, None on the Home tab; `private` that only its
    reader sees that message. `metadata` is what the view carries that it stands in, `view_id` that
    view's id, "" for a message.
    """

    place: Place
    action_id: str
    block_id: str
    value: str
    message_ts: str | None
    private: bool
    metadata: str = ""
    view_id: str = ""

    @property
    def twin(self) -> tuple[str | None, ...]:
        """What two presses have in common when somebody pressed the same thing twice."""
        place = self.place
        return (
            place.team_id,
            place.user_id,
            place.channel_id,
            self.message_ts,
            self.action_id,
            self.block_id,
            self.value,
        )


@dataclass(frozen=True, slots=True)
class Submission:
    """A form that was sent in: by whom, the view as Slack has it, and what it carries along.

    `values` are what each of its inputs for a text or a person holds, by its block_id.
    """

    place: Place
    view_id: str
    view: Body
    metadata: str
    values: Mapping[str, str]


def from_command(body: Body) -> Place:
    """Where a slash command was typed."""
    command = body.get("command")
    trigger = _text(body.get("trigger_id")) or _text(body.get("response_url"))
    return Place(
        team_id=_must(body.get("team_id")),
        user_id=_must(body.get("user_id")),
        manner=Manner.PRIVATE,
        keys=(f"trigger:{trigger}",) if trigger else (),
        channel_id=_id(body.get("channel_id")),
        response_url=_url(body.get("response_url")),
        command=command if _COMMAND.fullmatch(_text(command)) else None,
        trigger_id=_text(body.get("trigger_id")) or None,
    )


def from_message(body: Body) -> Place:
    """Where a message to the bot was written: a mention, or one in its direct messages."""
    event = _map(body.get("event"))
    team_id, channel_id = _must(team_of(body)), _must(event.get("channel"))
    ts, parent = _must_ts(event.get("ts")), _ts(event.get("thread_ts"))
    event_id = _text(body.get("event_id"))
    direct = event.get("channel_type") == "im" or channel_id.startswith("D")
    keys = (f"message:{team_id}:{channel_id}:{ts}",)
    return Place(
        team_id=team_id,
        user_id=_must(event.get("user")),
        manner=Manner.DIRECT if direct else Manner.THREAD,
        keys=(f"event:{event_id}", *keys) if event_id else keys,
        channel_id=channel_id,
        thread_ts=parent or ts,
        in_thread=parent is not None and parent != ts,
    )


def from_home(body: Body) -> Place:
    """Whose Home tab was opened."""
    event = _map(body.get("event"))
    return Place(
        team_id=_must(team_of(body)),
        user_id=_must(event.get("user")),
        manner=Manner.DIRECT,
        keys=(),
    )


def from_press(body: Body) -> Press:
    """What was pressed, and where; a message that is not known to be public counts as private."""
    actions = body.get("actions")
    action = _map(actions[0]) if isinstance(actions, list) and actions else {}
    option = _map(action.get("selected_option"))
    container, message = _map(body.get("container")), _map(body.get("message"))
    view = _map(body.get("view"))
    channel_id = _id(_map(body.get("channel")).get("id"))
    message_ts = _ts(container.get("message_ts")) or _ts(message.get("ts"))
    parent = _ts(container.get("thread_ts")) or _ts(message.get("thread_ts"))
    ephemeral = container.get("is_ephemeral")
    # Slack sends no message along with a press in one that its reader alone sees.
    private = ephemeral is True or (ephemeral is not False and not message)
    place = Place(
        team_id=_must(team_of(body)),
        user_id=_must(_map(body.get("user")).get("id")),
        manner=Manner.DIRECT,
        keys=(f"trigger:{_text(body.get('trigger_id'))}",) if body.get("trigger_id") else (),
        channel_id=channel_id,
        thread_ts=parent or message_ts,
        in_thread=parent is not None,
        response_url=_url(body.get("response_url")),
        trigger_id=_text(body.get("trigger_id")) or None,
    )
    if private and channel_id is not None:
        place = replace(place, manner=Manner.PRIVATE, thread_ts=parent)
    elif channel_id is not None and not channel_id.startswith("D"):
        place = replace(place, manner=Manner.THREAD)
    return Press(
        place,
        action_id=_text(action.get("action_id")),
        block_id=_text(action.get("block_id")),
        value=_text(option.get("value")) or _text(action.get("value")),
        message_ts=message_ts,
        private=private,
        metadata=_text(view.get("private_metadata")),
        view_id=_text(view.get("id")),
    )


def from_submission(body: Body) -> Submission:
    """What was sent in with a form, and by whom; where they are is for the form to say."""
    view = _map(body.get("view"))
    trigger = _text(body.get("trigger_id"))
    inputs = _map(_map(view.get("state")).get("values"))
    typed: dict[str, str] = {}
    for block_id, elements in inputs.items():
        for element in _map(elements).values():
            held = _map(element)
            typed[str(block_id)] = _text(held.get("value")) or _text(held.get("selected_user"))
    place = Place(
        team_id=_must(team_of(body)),
        user_id=_must(_map(body.get("user")).get("id")),
        manner=Manner.DIRECT,
        keys=(f"trigger:{trigger}",) if trigger else (),
        trigger_id=trigger or None,
    )
    metadata = _text(view.get("private_metadata"))
    return Submission(place, _must(view.get("id")), view, metadata, typed)


def team_of(body: Body) -> object:
    """The workspace that a payload is for; of an event, the one of the installation it came by."""
    granted = body.get("authorizations")
    if isinstance(granted, list) and granted:
        return _map(granted[0]).get("team_id")
    team = body.get("team")
    return _map(team).get("id") if isinstance(team, Mapping) else body.get("team_id")


def _map(value: object) -> Body:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _id(value: object) -> str | None:
    return value if isinstance(value, str) and _ID.fullmatch(value) else None


def _ts(value: object) -> str | None:
    return value if isinstance(value, str) and _TS.fullmatch(value) else None


def _must(value: object) -> str:
    found = _id(value)
    if found is None:
        raise OddPayloadError("an id is missing")
    return found


def _must_ts(value: object) -> str:
    found = _ts(value)
    if found is None:
        raise OddPayloadError("a timestamp is missing")
    return found


def _url(value: object) -> str | None:
    """A response_url; anything that is not one is as good as none."""
    known = isinstance(value, str) and value.startswith(("https://", "http://127.0.0.1:"))
    return str(value) if known else None
