"""The Web API methods about files and views: uploads in three steps, Home and modals."""

from __future__ import annotations

from bot.demo.slack_calls import Answer, Method, is_hash, open_channel
from bot.demo.slack_findings import Json
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_rules import Refusal, check_view, parsed
from bot.demo.slack_state import State, Upload


def _upload_url(state: State, arguments: Json) -> Answer | Refusal:
    name, alt = str(arguments.get("filename") or ""), str(arguments.get("alt_txt") or "")
    try:
        length = int(str(arguments.get("length")))
    except ValueError:
        length = 0
    if not name or length < 1:
        wrong = "filename" if not name else "length"
        return Refusal("invalid_arguments", (f"missing required field: {wrong}",))
    if len(alt) > SLACK_LIMITS["file.alt_txt"]:
        return Refusal("alt_txt_too_large")
    if arguments.get("snippet_type") and length > SLACK_LIMITS["file.snippet_bytes"]:
        return Refusal("snippet_too_large")
    upload = Upload(state.new_id("F"), name, length)
    state.files[upload.file_id] = upload
    return {"upload_url": f"{state.base_url}/upload/{upload.file_id}", "file_id": upload.file_id}


def receive(state: State, file_id: str, content: bytes) -> tuple[int, str]:
    """The bytes sent to an upload_url: status and body."""
    upload = state.files.get(file_id)
    if upload is None or upload.content is not None:
        return 404, "not found"
    if len(content) != upload.length:
        return 400, "the length differs from the one announced"
    with state.changed:
        upload.content = content
        state.changed.notify_all()
    return 200, f"OK - {len(content)}"


def _named_uploads(state: State, arguments: Json) -> list[tuple[Upload, str]] | Refusal:
    listed = parsed(arguments.get("files"))
    if not isinstance(listed, list) or not listed:
        return Refusal("invalid_arguments", ("missing required field: files",))
    found = []
    for item in listed:
        named = item if isinstance(item, dict) else {}
        upload = state.files.get(str(named.get("id")))
        if upload is None or upload.content is None or upload.completed:
            return Refusal("file_not_found")
        found.append((upload, str(named.get("title") or upload.filename)))
    return found


def _complete(state: State, arguments: Json) -> Answer | Refusal:
    uploads = _named_uploads(state, arguments)
    if isinstance(uploads, Refusal):
        return uploads
    wanted = arguments.get("channel_id") or arguments.get("channels")
    if wanted:
        if str(wanted) not in state.workspace.channels:
            return Refusal("channel_not_found")
        channel = open_channel(state, wanted, must_be_in=True)
        if isinstance(channel, Refusal):
            return channel
        comment = arguments.get("initial_comment")
        content = {"text": comment or "", "thread_ts": arguments.get("thread_ts")}
        message = state.add_message(channel.channel_id, content, via="files.completeUploadExternal")
        message.files = tuple(upload.file_id for upload, _ in uploads)
    for upload, title in uploads:
        upload.title, upload.completed = title, True
        upload.channel_id = str(wanted) if wanted else None
        thread = arguments.get("thread_ts")
        upload.thread_ts = str(thread) if thread else None
    return {"files": [_file(upload) for upload, _ in uploads]}


def _file(upload: Upload) -> dict[str, object]:
    shared = [upload.channel_id] if upload.channel_id else []
    return {
        "id": upload.file_id, "name": upload.filename, "title": upload.title,
        "size": upload.length, "channels": shared,
        "mimetype": "text/csv" if upload.filename.endswith(".csv") else "",
    }  # fmt: skip


def _file_info(state: State, arguments: Json) -> Answer | Refusal:
    upload = state.files.get(str(arguments.get("file")))
    if upload is None or not upload.completed:
        return Refusal("file_not_found")
    return {"file": _file(upload)}


def _checked_view(state: State, arguments: Json) -> dict[str, object] | Refusal:
    """The view of a call as Slack keeps it, with an id and a hash."""
    view = parsed(arguments.get("view"))
    refusal = check_view(view, native=not state.faults.refuse_native)
    if refusal is not None:
        return refusal
    kept = dict(view) if isinstance(view, dict) else {}
    return kept | {"id": state.new_id("V"), "hash": state.new_id("1"), "state": {"values": {}}}


def _publish(state: State, arguments: Json) -> Answer | Refusal:
    user_id = str(arguments.get("user_id"))
    if user_id not in state.workspace.users:
        return Refusal("user_not_found")
    before = state.homes.get(user_id, {})
    if not is_hash(before, arguments.get("hash")):
        return Refusal("hash_conflict")
    view = _checked_view(state, arguments)
    if isinstance(view, Refusal):
        return view
    if view.get("type") != "home":
        return Refusal("invalid_arguments", ("must be home [json-pointer:/view/type]",))
    view["id"] = before.get("id", view["id"])
    state.homes[user_id] = view
    return {"view": view}


def _open(state: State, arguments: Json, *, pushed: bool = False) -> Answer | Refusal:
    error = state.use_trigger(str(arguments.get("trigger_id")))
    if error:
        return Refusal(error)
    view = _checked_view(state, arguments)
    if isinstance(view, Refusal):
        return view
    if view.get("type") != "modal":
        return Refusal("invalid_arguments", ("must be modal [json-pointer:/view/type]",))
    state.modals[str(view["id"])] = view
    state.stack = [*(state.stack if pushed else []), str(view["id"])]
    return {"view": view}


def _push(state: State, arguments: Json) -> Answer | Refusal:
    if len(state.stack) >= SLACK_LIMITS["views.stacked"]:
        return Refusal("push_limit_reached")
    return _open(state, arguments, pushed=True)


def _update(state: State, arguments: Json) -> Answer | Refusal:
    view_id = str(arguments.get("view_id"))
    before = state.modals.get(view_id)
    if before is None:
        return Refusal("not_found")
    if not is_hash(before, arguments.get("hash")):
        return Refusal("hash_conflict")
    view = _checked_view(state, arguments)
    if isinstance(view, Refusal):
        return view
    view["id"] = view_id
    state.modals[view_id] = view
    return {"view": view}


FILES_AND_VIEWS: dict[str, Method] = {
    "files.getUploadURLExternal": Method("files:write", _upload_url),
    "files.completeUploadExternal": Method("files:write", _complete),
    "files.info": Method("files:read", _file_info),
    "views.publish": Method("", _publish),
    "views.open": Method("", _open),
    "views.push": Method("", _push),
    "views.update": Method("", _update),
}
