"""Modals as people fill them in: the state that Slack sends along, and what an ack does to them.

Source: docs.slack.dev, modals and view submission payloads, read 2026-11.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from bot.demo.slack_findings import Json
from bot.demo.slack_payloads import OLD_TOKEN
from bot.demo.slack_rules import Refusal, check_view
from bot.demo.slack_state import State
from bot.demo.slack_workspace import APP, BOT, TEAM, User

# What is filled in, by the input's block_id: a text, an option's value, or several of them.
Filled: TypeAlias = Mapping[str, "str | Sequence[str] | None"]


def submission(
    view: Json, filled: Filled, user: User, *, domain: str, trigger: str
) -> dict[str, object]:
    """A view_submission; what is not filled in is sent as it was shown.

    ValueError where Slack would not let it be sent: an input is empty that must not be, or an
    option is chosen that there is not.
    """
    values = {}
    for block in _inputs(view):
        element, block_id = _json(block.get("element")), str(block["block_id"])
        answer = _answer(element, filled.get(block_id)) if block_id in filled else _shown(element)
        if not block.get("optional") and not any(answer[key] for key in answer if key != "type"):
            raise ValueError(f"{block_id} must be filled in")
        values[block_id] = {str(element.get("action_id", "")): answer}
    if unknown := set(filled) - set(values):
        raise ValueError(f"no input {unknown} among {sorted(values)}")
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
        case "multi_users_select":
            return {"type": kind, "selected_users": element.get("initial_users") or []}
    return {"type": kind, "value": element.get("initial_value")}


def _answer(element: Json, given: str | Sequence[str] | None) -> dict[str, object]:
    several = [] if given is None else [given] if isinstance(given, str) else list(given)
    answer = _shown(element)
    if "selected_option" in answer:
        answer["selected_option"] = _option(element, several[0]) if several else None
    elif "selected_options" in answer:
        answer["selected_options"] = [_option(element, one) for one in several]
    elif "selected_users" in answer:
        answer["selected_users"] = several
    else:
        answer["value"] = given or None
    return answer


def _option(element: Json, wanted: str) -> object:
    options = element.get("options")
    for option in options if isinstance(options, list) else []:
        if wanted in (option.get("value"), _json(option.get("text")).get("text")):
            return option
    raise ValueError(f"no option {wanted!r}")


def take_answer(state: State, view_id: str, body: str) -> Refusal | None:
    """What an ack does to the modal that was sent in: close it, or what its body says."""
    if not body.strip():
        _close(state, view_id)
        return None
    answer = _json(json.loads(body))
    match answer.get("response_action"):
        case "errors":
            known = {block.get("block_id") for block in _inputs(state.modals.get(view_id, {}))}
            errors = answer.get("errors")
            fine = isinstance(errors, dict) and errors and set(errors) <= known
            return None if fine else Refusal("invalid_arguments")
        case "clear":
            state.modals.clear()
            state.stack.clear()
            return None
        case "update" | "push" as action:
            refusal = check_view(answer.get("view"))
            if refusal is None:
                _show(state, view_id, _json(answer.get("view")), pushed=action == "push")
            return refusal
    return Refusal("invalid_arguments")


def _close(state: State, view_id: str) -> None:
    state.modals.pop(view_id, None)
    state.stack = [one for one in state.stack if one != view_id]


def _show(state: State, view_id: str, view: Json, *, pushed: bool) -> None:
    new_id = state.new_id("V") if pushed else view_id
    state.modals[new_id] = {**view, "id": new_id, "hash": state.new_id("1")}
    state.stack += [new_id] if pushed else []
