"""Modals as people fill them in: the state that Slack sends along, and what an ack does to them.

Source: docs.slack.dev, modals and view submission payloads, read 2026-11.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from bot.demo.slack_delivery import Ack, Sender
from bot.demo.slack_findings import Json
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_payloads import OLD_TOKEN
from bot.demo.slack_rules import Refusal, check_view
from bot.demo.slack_state import State
from bot.demo.slack_workspace import APP, ASKER, BOT, TEAM, User

# What is filled in, by the input's block_id: a text, an option's value, or several of them.
Filled: TypeAlias = Mapping[str, "str | Sequence[str] | None"]


class NotSentError(ValueError):
    """What Slack tells a person before it sends a form: something is missing, or too long."""


class Forms(Sender):
    """What people do with forms; `view` is the topmost one where none is given, and may be one
    that is open no more, as on another device.
    """

    def make_submission(
        self, filled: Filled, *, user: str = ASKER, view: Json | None = None
    ) -> dict[str, object]:
        """A view_submission with what is filled in; NotSentError."""
        shown = view if view is not None else self.state.modals[self.state.stack[-1]]
        held = self.state.workspace
        trigger = self.state.issue_trigger()
        return submission(shown, filled, held.users[user], domain=held.domain, trigger=trigger)

    def submit(self, filled: Filled, *, user: str = ASKER, view: Json | None = None) -> Ack:
        """Fill a form in and send it; what the ack says of it is done."""
        made = self.make_submission(filled, user=user, view=view)
        ack = self.send(self.signed_interaction(made))
        if not ack.ok:
            return ack
        with self.state.changed:
            outcome = take_answer(self.state, _json(made["view"]), ack.body)
            self.state.changed.notify_all()
        if isinstance(outcome, Refusal):
            return replace(ack, refusal=outcome)
        return replace(ack, errors=outcome)

    def close_form(self) -> None:
        """Press Cancel."""
        with self.state.changed:
            _close(self.state, self.state.stack[-1])
            self.state.changed.notify_all()


def submission(
    view: Json, filled: Filled, user: User, *, domain: str, trigger: str
) -> dict[str, object]:
    """A view_submission; what is not filled in is sent as it was shown.

    NotSentError where Slack would not let it be sent: an input is empty that must not be, a text
    is too long, or an option is chosen that there is not.
    """
    values = {}
    for block in _inputs(view):
        element, block_id = _json(block.get("element")), str(block["block_id"])
        answer = _answer(element, filled.get(block_id)) if block_id in filled else _shown(element)
        if not block.get("optional") and not any(answer[key] for key in answer if key != "type"):
            raise NotSentError(f"{block_id} must be filled in")
        most, text = element.get("max_length", SLACK_LIMITS["input.typed"]), answer.get("value")
        if isinstance(most, int) and isinstance(text, str) and len(text) > most:
            raise NotSentError(f"{block_id} is too long")
        values[block_id] = {str(element.get("action_id", "")): answer}
    if unknown := set(filled) - set(values):
        raise NotSentError(f"no input {unknown} among {sorted(values)}")
    about = {"team_id": TEAM, "app_id": APP, "bot_id": BOT, "state": {"values": values}}
    return {
        "type": "view_submission", "api_app_id": APP, "token": OLD_TOKEN, "trigger_id": trigger,
        "user": {"id": user.user_id, "username": user.name, "name": user.name,
                 "team_id": user.team_id},
        "team": {"id": TEAM, "domain": domain}, "enterprise": None,
        "is_enterprise_install": False, "response_urls": [], "view": {**view, **about},
    }  # fmt: skip


def _inputs(view: Json) -> Iterator[Json]:
    blocks = view.get("blocks")
    for block in blocks if isinstance(blocks, list) else []:
        if block.get("type") == "input":
            yield block


def _json(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _shown(element: Json) -> dict[str, object]:
    """What an input sends that nobody has touched."""
    kind = str(element.get("type"))
    match kind:
        case "static_select" | "radio_buttons":
            return {"type": kind, "selected_option": element.get("initial_option")}
        case "multi_static_select" | "checkboxes":
            return {"type": kind, "selected_options": element.get("initial_options") or []}
        case "users_select":
            return {"type": kind, "selected_user": element.get("initial_user")}
        case "multi_users_select":
            return {"type": kind, "selected_users": element.get("initial_users") or []}
        case "conversations_select":
            return {"type": kind, "selected_conversation": element.get("initial_conversation")}
        case "multi_conversations_select":
            chosen = element.get("initial_conversations") or []
            return {"type": kind, "selected_conversations": chosen}
        case "timepicker":
            return {"type": kind, "selected_time": element.get("initial_time")}
    return {"type": kind, "value": element.get("initial_value")}


def _answer(element: Json, given: str | Sequence[str] | None) -> dict[str, object]:
    several = [] if given is None else [given] if isinstance(given, str) else list(given)
    answer = _shown(element)
    if "selected_option" in answer:
        answer["selected_option"] = _option(element, several[0]) if several else None
    elif "selected_options" in answer:
        answer["selected_options"] = [_option(element, one) for one in several]
    elif one := _ONE & answer.keys():
        answer.update(dict.fromkeys(one, several[0] if several else None))
    elif many := _MANY & answer.keys():
        answer.update(dict.fromkeys(many, several))
    else:
        answer["value"] = given or None
    return answer


# What an input answers with that takes ids or a time, and has no options of its own.
_ONE = frozenset({"selected_user", "selected_conversation", "selected_time"})
_MANY = frozenset({"selected_users", "selected_conversations"})


def _option(element: Json, wanted: str) -> object:
    options = element.get("options")
    for option in options if isinstance(options, list) else []:
        if wanted in (option.get("value"), _json(option.get("text")).get("text")):
            return option
    raise NotSentError(f"no option {wanted!r}")


def take_answer(state: State, view: Json, body: str) -> Refusal | dict[str, str]:
    """What an ack does to the form that was sent in: close it, or what its body says.

    The errors beside its inputs, by their block_ids; Refusal where Slack takes no such answer.
    """
    view_id = str(view["id"])
    try:
        answer = json.loads(body) if body.strip() else {}
    except ValueError:
        return Refusal("invalid_json")
    match answer:
        case {"response_action": "errors", "errors": dict(errors)}:
            known = {str(block["block_id"]) for block in _inputs(view)}
            fine = errors and set(errors) <= known
            return errors if fine else Refusal("invalid_arguments")
        case {"response_action": "clear"}:
            state.modals.clear()
            state.stack.clear()
        case {"response_action": "update" | "push" as action, "view": shown}:
            return _show(state, view_id, shown, pushed=action == "push") or {}
        case dict() if not answer:
            _close(state, view_id)
        case _:
            return Refusal("invalid_arguments")
    return {}


def _close(state: State, view_id: str) -> None:
    state.modals.pop(view_id, None)
    state.stack = [one for one in state.stack if one != view_id]


def _show(state: State, view_id: str, shown: object, *, pushed: bool) -> Refusal | None:
    refusal = check_view(shown)
    if refusal is None and pushed and len(state.stack) >= SLACK_LIMITS["views.stacked"]:
        refusal = Refusal("push_limit_reached")
    if refusal is None:
        new_id = state.new_id("V") if pushed else view_id
        state.modals[new_id] = {**_json(shown), "id": new_id, "hash": state.new_id("1")}
        state.stack += [new_id] if new_id not in state.stack else []
    return refusal
