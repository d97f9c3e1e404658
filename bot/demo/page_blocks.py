"""Slack's blocks as HTML, those that the bot sends; a block that it does not know is an error.

Buttons act by no script: what they would send stands in their name and value, and a question that
Slack asks first, or a menu, opens as a popover.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bot.demo.page_chart import chart_html
from bot.demo.page_html import EMPTY, Html, joined, tag, text
from bot.demo.page_table import table_html
from bot.demo.page_text import NotDrawnError, rich_text, text_object, words_of

MORE = "More actions"  # what Slack's own menu is called to a screen reader

Block = Mapping[str, Any]


def blocks_html(blocks: Sequence[Block], key: str) -> Html:
    """All blocks in order; `key` is what their ids begin with, different for each message."""
    return joined(
        tag("div", _block(block, f"{key}-{number}"), class_=f"block {block['type']}")
        for number, block in enumerate(blocks, 1)
    )


def _block(block: Block, key: str) -> Html:
    if block["type"] not in _DRAWN:
        raise NotDrawnError(block["type"], "_DRAWN in bot/demo/page_blocks.py")
    return _DRAWN[block["type"]](block, key)


def _header(block: Block, _: str) -> Html:
    return tag("h2", text_object(block["text"]))


def _section(block: Block, key: str) -> Html:
    body = tag("div", text_object(block["text"]), class_="text") if "text" in block else EMPTY
    fields = [tag("div", text_object(field), class_="text") for field in block.get("fields", [])]
    beside = [_element(block["accessory"], key)] if "accessory" in block else []
    return joined([body, *fields, *beside])


def _divider(_: Block, __: str) -> Html:
    return Html("<hr>")


def _context(block: Block, _: str) -> Html:
    return joined(tag("span", text_object(element)) for element in block["elements"])


def _rich_text(block: Block, _: str) -> Html:
    return rich_text(block)


def _actions(block: Block, key: str) -> Html:
    elements = enumerate(block["elements"], 1)
    return joined(_element(element, f"{key}-{number}") for number, element in elements)


_DRAWN: dict[str, Callable[[Block, str], Html]] = {
    "header": _header, "section": _section, "divider": _divider, "context": _context,
    "actions": _actions, "rich_text": _rich_text,
    "data_visualization": chart_html, "data_table": table_html,
}  # fmt: skip


def _element(element: Block, key: str) -> Html:
    match element["type"]:
        case "button":
            return _button(element, key)
        case "overflow":
            return _overflow(element, key)
        case kind:
            raise NotDrawnError(kind, "_element in bot/demo/page_blocks.py")


def _button(element: Block, key: str) -> Html:
    asks = element.get("confirm")
    pressed = tag(
        "button",
        text_object(element["text"]),
        type="button",
        class_=" ".join(["button", *_style(element)]),
        name=element["action_id"],
        value=element.get("value"),
        aria_label=element.get("accessibility_label"),
        popovertarget=f"{key}-asks" if asks else None,
    )
    return joined([pressed, _confirm(asks, f"{key}-asks")]) if asks else pressed


def _style(element: Block) -> Iterable[str]:
    return [element["style"]] if element.get("style") in {"primary", "danger"} else []


def _confirm(asks: Block, key: str) -> Html:
    """What Slack asks before a button acts."""
    yes = " ".join(["button", *(_style(asks) or ["primary"])])
    closes = {"type": "button", "popovertarget": key, "popovertargetaction": "hide"}
    return tag(
        "div",
        tag("h3", text_object(asks["title"]), id=f"{key}-title"),
        tag("p", text_object(asks["text"])),
        tag(
            "div",
            tag("button", text_object(asks["deny"]), class_="button", **closes),
            tag("button", text_object(asks["confirm"]), class_=yes, **closes),
            class_="answers",
        ),
        id=key,
        popover="auto",
        role="dialog",
        aria_labelledby=f"{key}-title",
        class_="dialog",
    )


def _overflow(element: Block, key: str) -> Html:
    options = [
        tag(
            "li",
            tag(
                "button",
                text(words_of(option["text"])),
                type="button",
                name=element["action_id"],
                value=option["value"],
            ),
        )
        for option in element["options"]
    ]
    opens = tag(
        "button",
        text("⋯"),
        type="button",
        class_="button more",
        aria_label=MORE,
        popovertarget=f"{key}-menu",
    )
    menu = tag("ul", *options, id=f"{key}-menu", popover="auto", aria_label=MORE, class_="menu")
    return joined([opens, menu])
