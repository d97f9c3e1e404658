"""What Slack refuses in a message or view, with Slack's own error; pure, knows no workspace."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.demo.slack_blocks import check_block
from bot.demo.slack_composition import check_text
from bot.demo.slack_data_blocks import table_characters
from bot.demo.slack_findings import Findings, Json, Surface
from bot.demo.slack_limits import SLACK_LIMITS

NATIVE = frozenset({"data_visualization", "data_table"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Slack's answer when it refuses: the error's name, and what it says in detail."""

    error: str
    details: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The JSON body that Slack sends."""
        body: dict[str, object] = {"ok": False, "error": self.error}
        if self.details:
            body["errors"] = list(self.details)
            body["response_metadata"] = {"messages": [f"[ERROR] {line}" for line in self.details]}
        return body


def check_blocks(
    blocks: object, surface: Surface = Surface.MESSAGE, *, native: bool = True
) -> Refusal | None:
    """Refusal of a list of blocks, or None; `native` False: a workspace without native data."""
    if not isinstance(blocks, list):
        return Refusal("invalid_blocks_format")
    found = Findings(surface)
    limit = "message.blocks" if surface is Surface.MESSAGE else "view.blocks"
    found.a_list(blocks, "/blocks", limit, fewest=0)
    for index, block in enumerate(blocks):
        check_block(block, f"/blocks/{index}", found)
        kind = block.get("type") if isinstance(block, dict) else None
        if kind in NATIVE and not native:
            found.add(f"/blocks/{index}/type", f"unsupported type: {kind}")
    _check_unique_ids(blocks, found)
    _check_totals([block for block in blocks if isinstance(block, dict)], found)
    return Refusal("invalid_blocks", tuple(found.errors)) if found.errors else None


def _check_unique_ids(blocks: list[object], found: Findings) -> None:
    seen: set[object] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id") if isinstance(block, dict) else None
        if block_id and block_id in seen:
            where = f"/blocks/{index}/block_id"
            found.add(where, f"`block_id` {block_id} already exists for another block")
        seen.add(block_id)


def _check_totals(blocks: list[Json], found: Findings) -> None:
    """What Slack counts over all blocks of a payload."""

    def of(kind: str) -> list[Json]:
        return [block for block in blocks if block.get("type") == kind]

    for kind in ("data_visualization", "table"):
        most = SLACK_LIMITS[f"{kind}.per_message"]
        if len(of(kind)) > most:
            found.add("/blocks", f"no more than {most} {kind} blocks allowed")
    for kind in ("data_table", "table"):
        most = SLACK_LIMITS[f"{kind}.characters"]
        if sum(map(table_characters, of(kind))) > most:
            found.add("/blocks", f"no more than {most} characters over all {kind} cells")
    written = sum(len(str(block.get("text", ""))) for block in of("markdown"))
    if written > SLACK_LIMITS["markdown.characters"]:
        found.add("/blocks", f"no more than {SLACK_LIMITS['markdown.characters']} characters")


def parsed(value: object) -> object:
    """A parameter as JSON: forms carry lists and objects as strings."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def check_message(arguments: Json, *, native: bool = True) -> Refusal | None:
    """Refusal of the content of chat.postMessage, or None; what has no content gives no_text."""
    markdown = arguments.get("markdown_text")
    if markdown is not None:
        if arguments.get("text") is not None or arguments.get("blocks") is not None:
            return Refusal("markdown_text_conflict")
        if not isinstance(markdown, str) or len(markdown) > SLACK_LIMITS["markdown_text"]:
            return Refusal("msg_too_long")
    attachments = parsed(arguments.get("attachments"))
    if isinstance(attachments, list) and len(attachments) > SLACK_LIMITS["message.attachments"]:
        return Refusal("too_many_attachments")
    blocks = parsed(arguments.get("blocks"))
    if blocks is not None:
        refusal = check_blocks(blocks, native=native)
        if refusal is not None:
            return refusal
    metadata = _check_metadata(parsed(arguments.get("metadata")))
    if metadata is not None:
        return metadata
    text = arguments.get("text")
    if text is not None and not isinstance(text, str):
        return Refusal("invalid_arguments", ("must be a string [json-pointer:/text]",))
    return None if text or blocks or markdown or attachments else Refusal("no_text")


def _check_metadata(metadata: object) -> Refusal | None:
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_payload"), dict):
        return Refusal("invalid_metadata_format")
    name = metadata.get("event_type")
    if not isinstance(name, str) or not 0 < len(name) <= SLACK_LIMITS["metadata.event_type"]:
        return Refusal("invalid_metadata_format")
    return None


def check_update(arguments: Json, before: object, *, native: bool = True) -> Refusal | None:
    """As check_message, for chat.update; `before` are the blocks the message has now."""
    text = arguments.get("text")
    if isinstance(text, str) and len(text) > SLACK_LIMITS["update.text"]:
        return Refusal("msg_too_long")
    blocks = parsed(arguments.get("blocks"))
    if blocks == [] and text is None and arguments.get("markdown_text") is None:
        return Refusal("no_text")
    refusal = check_message(arguments, native=native)
    if refusal is None and _only_rich_text(before) and blocks and not _only_rich_text(blocks):
        return Refusal("block_mismatch")
    return refusal


def _only_rich_text(blocks: object) -> bool:
    if not isinstance(blocks, list) or not blocks:
        return False
    return all(isinstance(block, dict) and block.get("type") == "rich_text" for block in blocks)


def check_ephemeral(arguments: Json, *, native: bool = True) -> Refusal | None:
    """As check_message, for chat.postEphemeral."""
    text = arguments.get("text")
    if isinstance(text, str) and len(text.encode()) > SLACK_LIMITS["ephemeral.text_bytes"]:
        return Refusal("msg_too_long")
    return check_message(arguments, native=native)


def cut_text(text: str) -> str:
    """Text as Slack keeps it: beyond 40,000 characters it is cut without a word."""
    return text[: SLACK_LIMITS["message.text"]]


def check_view(value: object, *, native: bool = True) -> Refusal | None:
    """Refusal of a Home or modal view, or None."""
    view = parsed(value)
    if not isinstance(view, dict):
        return Refusal("invalid_arguments", ("must be an object [json-pointer:/view]",))
    if len(json.dumps(view, ensure_ascii=False).encode()) > SLACK_LIMITS["view.bytes"]:
        return Refusal("view_too_large")
    surface = Surface.MODAL if view.get("type") == "modal" else Surface.HOME
    found = Findings(surface)
    found.one_of(view.get("type", ""), "/view/type", ("home", "modal"))
    also = ("callback_id", "external_id", "private_metadata")
    modal = ("submit", "close", "clear_on_close", "notify_on_close", "submit_disabled")
    required = ("title", "blocks") if surface is Surface.MODAL else ("blocks",)
    extra = modal if surface is Surface.MODAL else ("title", "submit", "close")
    found.keys(view, "/view", required, (*also, *extra))
    for key in ("title", "submit", "close"):
        check_text(view.get(key), f"/view/{key}", found, f"view.{key}", plain=True)
    for key in also:
        found.a_string(view.get(key), f"/view/{key}", f"view.{key}", shortest=0)
    blocks = view.get("blocks")
    inputs = isinstance(blocks, list) and any(
        isinstance(block, dict) and block.get("type") == "input" for block in blocks
    )
    if surface is Surface.MODAL and inputs and view.get("submit") is None:
        found.add("/view/submit", "missing required field: submit")
    refusal = check_blocks(blocks, surface, native=native) if blocks is not None else None
    lines = (*found.errors, *(_in_view(line) for line in (refusal.details if refusal else ())))
    if refusal is not None and not refusal.details:
        lines = (*lines, "must be an array [json-pointer:/view/blocks]")
    return Refusal("invalid_arguments", lines) if lines else None


def _in_view(line: str) -> str:
    return line.replace("[json-pointer:/blocks", "[json-pointer:/view/blocks")
