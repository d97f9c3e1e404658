"""Text objects and rich text as HTML; formats nothing that Slack would not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.demo.page_html import Html, joined, tag, text
from bot.demo.screen_text import shown

_STYLES = {"bold": "b", "italic": "i", "strike": "s", "code": "code"}


class NotDrawnError(ValueError):
    """A payload holds something that the page cannot draw yet."""

    def __init__(self, kind: object, where: str) -> None:
        super().__init__(f"The page does not draw {kind!r}: add it to {where}.")


def words_of(value: Mapping[str, Any]) -> str:
    """What a text object says; of mrkdwn, which the bot sends nowhere, its tokens named."""
    body = str(value["text"])
    return shown(body) if value["type"] == "mrkdwn" else body


def text_object(value: Mapping[str, Any]) -> Html:
    """A plain_text or mrkdwn object."""
    return text(words_of(value))


def rich_text(block: Mapping[str, Any]) -> Html:
    """A rich_text block: its sections one below the other, line ends kept."""
    return joined(
        tag("div", *_inline(part), class_="text") for part in block["elements"] if _is_section(part)
    )


def rich_words(block: Mapping[str, Any]) -> Html:
    """A rich_text cell of a table: its words alone."""
    return joined(
        piece for part in block["elements"] if _is_section(part) for piece in _inline(part)
    )


def _is_section(part: Mapping[str, Any]) -> bool:
    if part["type"] != "rich_text_section":
        raise NotDrawnError(part["type"], "bot/demo/page_text.py")
    return True


def _inline(part: Mapping[str, Any]) -> Iterator[Html]:
    for element in part["elements"]:
        if element["type"] not in _INLINE:
            raise NotDrawnError(element["type"], "_INLINE in bot/demo/page_text.py")
        piece = _INLINE[element["type"]](element)
        for style, name in _STYLES.items():
            if element.get("style", {}).get(style):
                piece = tag(name, piece)
        yield piece


_INLINE: dict[str, Callable[[Mapping[str, Any]], Html]] = {
    "text": lambda element: text(str(element["text"])),
    "user": lambda element: tag("span", text(f"@{element['user_id']}"), class_="mention"),
    "channel": lambda element: tag("span", text(f"#{element['channel_id']}"), class_="mention"),
    "date": lambda element: text(str(element["fallback"])),
}
