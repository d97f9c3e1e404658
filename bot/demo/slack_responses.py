"""Answers over a response_url and in an ack's body: 30 minutes, 5 uses, and never a timestamp."""

from __future__ import annotations

import json

from bot.demo.slack_findings import Json
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_rules import Refusal, check_message
from bot.demo.slack_state import Response, ResponseUrl, State


def respond(state: State, url_id: str, body: bytes) -> tuple[int, str]:
    """Take an answer to a response_url: status and body as Slack gives them."""
    arguments = _read(body)
    with state.changed:
        status, answer = _take(state, url_id, arguments)
        state.responses.append(Response(url_id, arguments or {}, status))
        state.changed.notify_all()
    return status, answer


def _read(body: bytes) -> dict[str, object] | None:
    try:
        value = json.loads(body)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _take(state: State, url_id: str, arguments: Json | None) -> tuple[int, str]:
    url = state.response_urls.get(url_id)
    if url is None:
        return 404, json.dumps({"ok": False, "error": "invalid_url"})
    if state.now() - url.issued_at > SLACK_LIMITS["response_url.seconds"]:
        return 404, json.dumps({"ok": False, "error": "expired_url"})
    if url.uses >= SLACK_LIMITS["response_url.uses"]:
        return 404, json.dumps({"ok": False, "error": "used_url"})
    url.uses += 1
    if arguments is None:
        return 400, "invalid_payload"
    if arguments.get("delete_original") is True:
        _delete(state, url)
        return 200, "ok"
    refusal = check_message(arguments, native=not state.faults.refuse_native)
    if refusal is not None:
        return state.faults.response_refusal, json.dumps(refusal.to_dict())
    show(state, url, arguments, via="response_url")
    return 200, "ok"


def _delete(state: State, url: ResponseUrl) -> None:
    if url.message is not None:
        with state.changed:
            url.message.deleted = True
            state.changed.notify_all()


def show(state: State, url: ResponseUrl, arguments: Json, *, via: str) -> None:
    """Put an answer where it belongs: over its source message, to the asker, or to everyone.

    An ephemeral message that is replaced stays ephemeral, whatever response_type says.
    """
    source = url.message
    if arguments.get("replace_original") is True and source is not None:
        state.write(source, arguments)
        with state.changed:
            source.edits += 1
        return
    public = arguments.get("response_type") == "in_channel"
    only_for = None if public else url.user_id
    state.add_message(url.channel_id, arguments, via=via, only_for=only_for)


def show_ack(state: State, url: ResponseUrl, body: str, content_type: str) -> Refusal | None:
    """What Slack shows of a slash command's ack: plain text, or a message in JSON, or nothing."""
    if not body.strip():
        return None
    if "json" not in content_type:
        show(state, url, {"text": body}, via="ack")
        return None
    arguments = _read(body.encode())
    if arguments is None:
        return Refusal("invalid_payload")
    if not arguments.get("text") and not arguments.get("blocks"):
        return None
    refusal = check_message(arguments, native=not state.faults.refuse_native)
    if refusal is None:
        show(state, url, arguments, via="ack")
    return refusal
