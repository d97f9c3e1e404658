"""Slack's rules for rich text, the one place where an untrusted text can never act."""

from __future__ import annotations

from bot.demo.slack_findings import Findings, Json

_STYLES = frozenset({"bold", "italic", "strike", "code", "underline", "highlight"})
_BROADCASTS = ("here", "channel", "everyone")
# Inline elements: kind -> (required keys, optional keys).
_INLINE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "text": (("text",), ("style",)),
    "link": (("url",), ("text", "unsafe", "style")),
    "user": (("user_id",), ("style",)),
    "usergroup": (("usergroup_id",), ("style",)),
    "channel": (("channel_id",), ("style",)),
    "broadcast": (("range",), ("style",)),
    "emoji": (("name",), ("unicode", "skin_tone", "style")),
    "date": (("timestamp", "format"), ("fallback", "timezone", "url", "style")),
    "color": (("value",), ("style",)),
    "tag": (("text",), ("style", "color")),
    "citation": ((), ("url", "title", "text", "index", "style")),
}
_DEEPEST_INDENT = 8


def check_rich_text(block: Json, pointer: str, found: Findings) -> None:
    """A rich_text block or cell: sections, lists, quotes and preformatted parts."""
    found.keys(block, pointer, ("elements",), ("block_id",))
    where = f"{pointer}/elements"
    for index, item in enumerate(found.a_list(block.get("elements"), where, None)):
        if found.is_object(item, f"{where}/{index}"):
            _check_part(item, f"{where}/{index}", found)


def _check_part(part: Json, pointer: str, found: Findings) -> None:
    match part.get("type"):
        case "rich_text_section":
            found.keys(part, pointer, ("elements",), ())
            _check_inline(part, pointer, found)
        case "rich_text_quote":
            found.keys(part, pointer, ("elements",), ("border",))
            _check_inline(part, pointer, found)
        case "rich_text_preformatted":
            found.keys(part, pointer, ("elements",), ("border", "language"))
            _check_inline(part, pointer, found, only=("text", "link"))
        case "rich_text_list":
            _check_list(part, pointer, found)
        case other:
            found.add(f"{pointer}/type", f"unsupported type: {other}")


def _check_list(part: Json, pointer: str, found: Findings) -> None:
    found.keys(part, pointer, ("style", "elements"), ("indent", "offset", "border"))
    found.one_of(part.get("style"), f"{pointer}/style", ("bullet", "ordered"))
    found.an_integer(part.get("indent"), f"{pointer}/indent", 0, _DEEPEST_INDENT)
    where = f"{pointer}/elements"
    for index, item in enumerate(found.a_list(part.get("elements"), where, None)):
        if not found.is_object(item, f"{where}/{index}"):
            continue
        if item.get("type") != "rich_text_section":
            found.add(f"{where}/{index}/type", "must be rich_text_section")
        else:
            _check_part(item, f"{where}/{index}", found)


def _check_inline(
    part: Json, pointer: str, found: Findings, *, only: tuple[str, ...] | None = None
) -> None:
    where = f"{pointer}/elements"
    for index, item in enumerate(found.a_list(part.get("elements"), where, None)):
        here = f"{where}/{index}"
        if not found.is_object(item, here):
            continue
        element, kind = item, item.get("type")
        if not isinstance(kind, str) or kind not in _INLINE or (only and kind not in only):
            found.add(f"{here}/type", f"unsupported type: {kind}")
            continue
        required, optional = _INLINE[kind]
        found.keys(element, here, required, optional)
        _check_values(element, kind, here, found)


def _check_values(element: Json, kind: str, pointer: str, found: Findings) -> None:
    required, _ = _INLINE[kind]
    for key in required:
        value = element.get(key)
        if key == "timestamp":
            found.an_integer(value, f"{pointer}/{key}", 0, 2**53)
        elif value is not None and (not isinstance(value, str) or not value):
            found.add(f"{pointer}/{key}", "must be more than 0 characters")
    if kind == "broadcast":
        found.one_of(element.get("range"), f"{pointer}/range", _BROADCASTS)
    style = element.get("style")
    if style is None:
        return
    for key, value in found.an_object(style, f"{pointer}/style").items():
        if key not in _STYLES:
            found.add(f"{pointer}/style/{key}", f"invalid additional property: {key}")
        found.a_flag(value, f"{pointer}/style/{key}")
