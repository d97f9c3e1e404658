"""Constructors of blocks, and the one door through which every text goes to Slack.

Whatever text is handed in, trusted or not, is cleaned, cut to Slack's limit and put where Slack
neither links nor formats it. Nothing else in `bot/` builds a text object or escapes. Holds no
sentence and knows no Report.

What is posted with a MessagePlan: `mrkdwn` false, `parse` none, no `link_names`, both unfurls
off. Over a response_url, which has no `parse`, the `text` is harmless as it stands: its lines are
defanged (see `untrusted.defang`) before they are escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from bot.render.limits import LIMITS
from bot.render.untrusted import clean, cut, defang, escape, size

Block: TypeAlias = dict[str, Any]
Piece: TypeAlias = str | tuple[str, str]  # a text, or (text, "bold")

NOTHING = "—"


def literal(text: str, limit: int) -> str:
    """The text as it may stand in any block: one clean line, never empty, cut at a grapheme."""
    return cut(clean(text), limit) or NOTHING


def plain_text(text: str, limit: int) -> Block:
    """A text object that shows the text as it is, without emoji."""
    return {"type": "plain_text", "text": literal(text, limit), "emoji": False}


def raw_text(text: str, limit: int) -> Block:
    """A table cell of text."""
    return {"type": "raw_text", "text": literal(text, limit)}


def raw_number(value: float | Fraction, text: str) -> Block:
    """A table cell that sorts by `value` and shows `text`."""
    return {"type": "raw_number", "value": json_number(value), "text": literal(text, 100)}


def json_number(value: float | Fraction) -> int | float:
    """The number within what every JSON reader holds exactly; two decimals at most."""
    most = LIMITS["json.number"]
    if not -most <= value <= most:
        return most if value > 0 else -most
    return int(value) if value == int(value) else round(float(value), 2)


def header(text: str) -> Block:
    """The headline."""
    return {"type": "header", "text": plain_text(text, LIMITS["header.text"])}


def rich_lines(lines: Sequence[Sequence[Piece]]) -> Block:
    """Lines of literal text, some pieces bold; a piece never spans lines."""
    elements: list[Block] = []
    for index, line in enumerate(lines):
        if index:
            elements.append({"type": "text", "text": "\n"})
        elements += [_piece(piece) for piece in line]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}


def _piece(piece: Piece) -> Block:
    text, style = (piece, None) if isinstance(piece, str) else piece
    # A piece keeps the blank at its edges: it stands between two others.
    body = literal(text, LIMITS["rich_text.text"] - 2)
    left = " " if text[:1] == " " and body != NOTHING else ""
    right = " " if text[-1:] == " " and body != NOTHING else ""
    element: Block = {"type": "text", "text": f"{left}{body}{right}"}
    if style:
        element["style"] = {style: True}
    return element


def channel_names(channel_ids: Sequence[str], end: str = "") -> Block:
    """Channels with commas between, and `end`: Slack names each to whoever may see it."""
    elements: list[Block] = []
    for channel_id in channel_ids:
        elements += [{"type": "text", "text": ", "}] if elements else []
        elements.append({"type": "channel", "channel_id": channel_id})
    elements += [_piece(end)] if end else []
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}


def context(text: str) -> Block:
    """The small line at the foot."""
    return {"type": "context", "elements": [plain_text(text, LIMITS["context.text"])]}


def button(
    label: str,
    action_id: str,
    value: str,
    *,
    style: str | None = None,
    confirm: Block | None = None,
) -> Block:
    """A button; one whose `value` is too long for Slack must not be built."""
    element: Block = {
        "type": "button",
        "text": plain_text(label, LIMITS["button.text"]),
        "action_id": action_id,
        "value": value,
    }
    if style:
        element["style"] = style
    if confirm:
        element["confirm"] = confirm
    return element


def link_button(label: str, action_id: str, url: str) -> Block:
    """A button that opens an address; Slack sends a press of it as well."""
    text = plain_text(label, LIMITS["button.text"])
    return {"type": "button", "text": text, "action_id": action_id, "url": url, "style": "primary"}


def confirm(title: str, text: str, yes: str, no: str) -> Block:
    """The question that Slack asks before a button acts."""
    return {
        "title": plain_text(title, LIMITS["confirm.title"]),
        "text": plain_text(text, LIMITS["confirm.text"]),
        "confirm": plain_text(yes, LIMITS["confirm.button"]),
        "deny": plain_text(no, LIMITS["confirm.button"]),
    }


def overflow(action_id: str, options: Sequence[tuple[str, str]]) -> Block:
    """The More menu: (label, value) of one to five options."""
    return {
        "type": "overflow",
        "action_id": action_id,
        "options": [option(label, value) for label, value in options],
    }


def select(action_id: str, options: Sequence[tuple[str, str]], placeholder: str) -> Block:
    """A menu of (label, value): one to a hundred options, none chosen yet."""
    return {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": plain_text(placeholder, LIMITS["select.placeholder"]),
        "options": [option(label, value) for label, value in options],
    }


def option(label: str, value: str) -> Block:
    """An option of a menu or of a group of boxes; one whose `value` is too long must not be."""
    return {"text": plain_text(label, LIMITS["option.text"]), "value": value}


def actions(elements: Sequence[Block], block_id: str | None = None) -> Block:
    """A row of buttons."""
    block: Block = {"type": "actions", "elements": list(elements)}
    if block_id:
        block["block_id"] = block_id
    return block


def top_line(text: str, limit: int | None = None) -> str:
    """One line of the top-level `text`: clean, defanged, escaped, cut as it will be sent."""
    line = clean(text)
    if limit is None:
        return escape(defang(line))
    return escape(defang(cut(line, limit, lambda part: size(escape(defang(part))))))
