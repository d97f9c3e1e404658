"""Draws a Slack message for the terminal, as Slack would show it; presses and sends nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.demo.screen_chart import draw_chart
from bot.demo.screen_table import draw_table
from bot.demo.screen_text import Look, cut, shown, tidy, wrapped
from bot.demo.slack_payloads import Button, buttons_of
from bot.demo.slack_state import Upload
from bot.demo.slack_workspace import Message

_BAR, _THREAD = "┃ ", "    "
_PREVIEW_LINES = 4


def draw_message(
    message: Message,
    look: Look,
    *,
    who: str,
    where: str,
    zone: str,
    first_number: int = 1,
    files: Sequence[Upload] = (),
) -> list[str]:
    """The message's lines: who and when, then its blocks (its text where it has none), its files.

    Its buttons are numbered from `first_number`, in the order of `buttons_of`.
    """
    indent = _THREAD if message.thread_ts and message.thread_ts != message.ts else ""
    inner = look.narrower(len(indent) + len(_BAR))
    at = datetime.fromtimestamp(float(message.ts), UTC).astimezone(ZoneInfo(zone))
    notes = [where, f"{at:%H:%M}"]
    notes += ["in the thread"] if indent else []
    notes += ["edited"] if message.edits else []
    notes += ["Only visible to you"] if message.only_for else []
    head = f"{who}  " + look.dim(" · ".join(notes))
    body = draw_blocks(message.blocks, inner, first_number)
    if not body and message.text:
        body = wrapped(shown(message.text), inner.width)
    body += [line for upload in files for line in draw_file(upload, inner)]
    return [indent + look.bold(head), *(indent + look.dim(_BAR) + line for line in body)]


def draw_blocks(
    blocks: Sequence[Mapping[str, Any]], look: Look, first_number: int = 1
) -> list[str]:
    """The blocks' lines, with a blank line around charts and tables."""
    lines: list[str] = []
    number = first_number
    for block in blocks:
        drawn = list(_draw_block(block, look, number))
        number += len(buttons_of([block]))
        roomy = block["type"] in {"data_visualization", "data_table", "table", "actions"}
        if roomy and lines and drawn:
            lines.append("")
        lines += drawn
    return lines


def _draw_block(block: Mapping[str, Any], look: Look, number: int) -> Iterator[str]:
    kind = block["type"]
    if kind in _DRAWN:
        yield from _DRAWN[kind](block, look)
    if kind in {"actions", "section", "context_actions"}:
        yield from _draw_buttons(buttons_of([block]), look, number)


def _header(block: Mapping[str, Any], look: Look) -> list[str]:
    return [look.bold(line) for line in wrapped(_text(block["text"]), look.width)]


def _section(block: Mapping[str, Any], look: Look) -> list[str]:
    texts = [block["text"]] if "text" in block else []
    return [
        line
        for text in [*texts, *block.get("fields", [])]
        for line in wrapped(_text(text), look.width)
    ]


def _context(block: Mapping[str, Any], look: Look) -> list[str]:
    texts = [_text(element) for element in block["elements"] if "text" in element]
    return [look.dim(line) for line in wrapped(" ".join(texts), look.width)]


def _divider(_: Mapping[str, Any], look: Look) -> list[str]:
    return [look.dim("─" * look.width)]


def _markdown(block: Mapping[str, Any], look: Look) -> list[str]:
    return wrapped(tidy(str(block["text"])), look.width)


def _rich_text(block: Mapping[str, Any], look: Look) -> list[str]:
    lines: list[str] = []
    for part in block["elements"]:
        if part["type"] == "rich_text_list":
            for index, item in enumerate(part["elements"], 1):
                sign = f"{index}. " if part["style"] == "ordered" else "• "
                inner = look.narrower(len(sign))
                first, *rest = _rich_lines(item, inner)
                lines += [sign + first, *(" " * len(sign) + line for line in rest)]
        else:
            lines += _rich_lines(part, look)
    return lines


def _rich_lines(part: Mapping[str, Any], look: Look) -> list[str]:
    """A section's lines; a line that is bold throughout stays bold."""
    text, bold = "", ""
    for element in part["elements"]:
        piece = tidy(str(element.get("text") or element.get("fallback") or _named(element)))
        heavy = element.get("style", {}).get("bold")
        text += piece
        bold += ("b" if heavy else " ") * len(piece)
    lines = []
    for line in text.rstrip("\n").split("\n"):
        style, bold = bold[: len(line)], bold[len(line) + 1 :]
        whole = bool(line) and set(style) == {"b"}
        lines += [look.bold(row) if whole else row for row in wrapped(line, look.width)]
    return lines


def _named(element: Mapping[str, Any]) -> str:
    """What a mention, a link or an emoji shows."""
    signs = {"user_id": "@", "usergroup_id": "@", "range": "@", "channel_id": "#"}
    for key, sign in signs.items():
        if key in element:
            return f"{sign}{element[key]}"
    return f":{element['name']}:" if "name" in element else str(element.get("url", ""))


def _text(text: Mapping[str, Any]) -> str:
    body = str(text["text"])
    return shown(body) if text["type"] == "mrkdwn" else tidy(body)


Draw = Callable[[Mapping[str, Any], Look], list[str]]
_DRAWN: dict[str, Draw] = {
    "header": _header, "section": _section, "context": _context, "divider": _divider,
    "markdown": _markdown, "rich_text": _rich_text, "data_visualization": draw_chart,
    "data_table": draw_table, "table": draw_table,
}  # fmt: skip


def _draw_buttons(buttons: Sequence[Button], look: Look, number: int) -> list[str]:
    """[1] Share to Channel  [2] Previous Week  More: [3] CSV …"""
    parts: list[tuple[str, str]] = []
    more = False
    for index, button in enumerate(buttons, number):
        label = cut(tidy(button.label), look.width - 6)
        opens = button.option is not None and not more
        more = button.option is not None
        lead = "More: " if opens else ""
        parts.append((f"{lead}[{index}] {label}", look.accent(f"{lead}[{index}]") + f" {label}"))
    lines: list[str] = []
    used = 0
    for plain, painted in parts:
        if lines and used + 2 + len(plain) <= look.width:
            lines[-1] += f"  {painted}"
            used += 2 + len(plain)
        else:
            lines.append(painted)
            used = len(plain)
    return lines


def draw_file(upload: Upload, look: Look) -> list[str]:
    """A file: its name, how large it is, how it begins."""
    content = (upload.content or b"").decode("utf-8-sig", errors="replace")
    rows = content.splitlines()
    lines = [look.bold(cut(f"File: {tidy(upload.filename)}", look.width))]
    lines.append(f"{upload.length:,} bytes, {len(rows)} lines")
    lines += [look.dim(cut(f"  {tidy(row)}", look.width)) for row in rows[:_PREVIEW_LINES]]
    return lines + ([look.dim("  …")] if len(rows) > _PREVIEW_LINES else [])
