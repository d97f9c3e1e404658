"""What a reader must find in a payload, by its JSON alone: texts, points, things to press."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.demo.page_blocks import MORE

Block = Mapping[str, Any]


def seen(blocks: Sequence[Block]) -> Iterator[str]:
    """Every text that shows without pressing anything."""
    for block in blocks:
        for key, value in block.items():
            if key == "chart":
                yield from (series["name"] for series in value["series"])
            elif key in {"title", "caption"}:
                yield str(value)
            elif key in {"text", "elements", "rows"}:
                yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    """The texts within, in order; menus and confirmations open only when pressed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key in ("text", "elements"):
            yield from _texts(value.get(key, []))


def opened(blocks: Sequence[Block]) -> Iterator[tuple[str, list[str]]]:
    """What opens something, by its name, and the texts that then show."""
    for element in _elements(blocks):
        if element["type"] == "overflow":
            yield MORE, [option["text"]["text"] for option in element["options"]]
        elif "confirm" in element:
            asks = element["confirm"]
            parts = ("title", "text", "deny", "confirm")
            yield element["text"]["text"], [asks[part]["text"] for part in parts]


def pressed(blocks: Sequence[Block]) -> Iterator[str]:
    """What the key Tab reaches, by name, in reading order."""
    for block in blocks:
        if block["type"] == "data_table":
            yield block["caption"]
            rows = len(block["rows"]) - 1
            if rows > block["page_size"]:
                yield f"Show all {rows}"
        for element in _elements([block]):
            yield MORE if element["type"] == "overflow" else element["text"]["text"]


def _elements(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if block["type"] == "actions":
            yield from block["elements"]


def points(blocks: Sequence[Block]) -> list[int]:
    """How many points each chart has."""
    return [
        sum(len(series["data"]) for series in block["chart"]["series"])
        for block in blocks
        if block["type"] == "data_visualization"
    ]
