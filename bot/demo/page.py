"""A web page that shows what the bot sends as Slack would: messages, Home, modals; no script.

Its functions are pure, and every text is escaped on its way in. Slack's own drawing of charts and
tables is not published in detail: the page follows what its documentation says of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from bot.demo.page_blocks import Block, blocks_html
from bot.demo.page_html import EMPTY, Html, joined, tag, text
from bot.demo.page_text import text_object
from bot.demo.screen_text import shown

NAME = "Flow XO Stats"
_INITIALS = "FX"
_STYLE = Html(files("bot.demo").joinpath("page.css").read_text(encoding="utf-8"))


class Theme(StrEnum):
    """Light, dark, or as the reader's system has it."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a message: who wrote it, when in the reader's time, who sees it."""

    at: str
    name: str = NAME
    app: bool = True
    only_you: bool = False
    edited: bool = False


def message(text_: str, blocks: Sequence[Block], head: Head, key: str = "m") -> Html:
    """One message: its blocks, or its top-level text (as it was sent, escaped) where it has none.

    `key` is what its ids begin with: give each message of a page its own.
    """
    body = (
        blocks_html(blocks, key)
        if blocks
        else tag("div", tag("div", text(shown(text_)), class_="text"), class_="block")
    )
    return tag(
        "article",
        tag("div", text("Only visible to you"), class_="only-you") if head.only_you else EMPTY,
        tag(
            "div",
            text(_INITIALS if head.app else head.name[:1]),
            class_="avatar",
            aria_hidden="true",
        ),
        tag("div", _who(head), body, class_="column"),
        class_="message",
        aria_label=f"{head.name}, {head.at}",
    )


def _who(head: Head) -> Html:
    return tag(
        "div",
        tag("b", text(head.name)),
        tag("span", text("APP"), class_="app") if head.app else EMPTY,
        tag("time", text(head.at)),
        tag("span", text("(edited)"), class_="edited") if head.edited else EMPTY,
        class_="who",
    )


def view(payload: Mapping[str, Any], key: str = "v") -> Html:
    """The Home tab, or a modal with its title and its buttons."""
    body = blocks_html(payload["blocks"], key)
    if payload["type"] == "home":
        return tag("section", body, class_="home", aria_label="Home")
    labels = [(name, payload[name]) for name in ("close", "submit") if payload.get(name)]
    buttons = [
        tag(
            "button",
            text_object(label),
            type="button",
            class_="button primary" if name == "submit" else "button",
        )
        for name, label in labels
    ]
    return tag(
        "section",
        tag("h2", text_object(payload["title"]), id=f"{key}-title"),
        body,
        tag("div", *buttons, class_="answers") if buttons else EMPTY,
        class_="modal",
        role="dialog",
        aria_labelledby=f"{key}-title",
    )


def page(parts: Sequence[Html], *, title: str, theme: Theme = Theme.SYSTEM) -> str:
    """The whole page around messages and views."""
    document = tag(
        "html",
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("title", text(title)),
            tag("style", _STYLE),
        ),
        tag("body", tag("main", joined(parts))),
        lang="en",
        data_theme=theme.value,
    )
    return f"<!doctype html>\n{document}\n"
