"""Draws a data_table or table block in columns; cuts names, never figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.demo.screen_text import Look, padded, tidy, width

_GAP = 2
_NARROWEST = 8


def draw_table(block: Mapping[str, Any], look: Look) -> list[str]:
    """Caption, header, a rule, the rows."""
    rows = [[_text(cell) for cell in row] for row in block["rows"]]
    right = _figures(block["rows"])
    widths = _widths(rows, right, look.width)
    lines = [_line(row, widths, right) for row in rows]
    rule = "─" * min(look.width, sum(widths) + _GAP * (len(widths) - 1))
    head = [look.bold(tidy(str(block["caption"])))] if block.get("caption") else []
    return [*head, look.dim(lines[0]), look.dim(rule), *lines[1:]]


def _text(cell: Mapping[str, Any]) -> str:
    if cell["type"] == "raw_number":
        return tidy(str(cell.get("text", cell["value"])))
    if cell["type"] == "raw_text":
        return tidy(str(cell["text"])).replace("\n", " ")
    return " ".join(_pieces(cell.get("elements", [])))


def _pieces(elements: Sequence[Mapping[str, Any]]) -> list[str]:
    """The texts of a rich text cell."""
    found = []
    for element in elements:
        found += _pieces(element.get("elements", []))
        if "text" in element:
            found.append(tidy(str(element["text"])))
    return found


def _figures(rows: Sequence[Sequence[Mapping[str, Any]]]) -> list[bool]:
    """Which columns hold figures: those stand at the right."""
    return [
        any(row[index]["type"] == "raw_number" for row in rows[1:]) for index in range(len(rows[0]))
    ]


def _widths(rows: Sequence[Sequence[str]], right: Sequence[bool], room: int) -> list[int]:
    """Each column as wide as its widest cell; where that is too much, the widest text gives."""
    widths = [max(width(row[index]) for row in rows) for index in range(len(rows[0]))]
    while sum(widths) + _GAP * (len(widths) - 1) > room:
        names = [index for index, figure in enumerate(right) if not figure]
        widest = max(names or range(len(widths)), key=lambda index: widths[index])
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    return widths


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    cells = [
        padded(cell, columns, right=figure)
        for cell, columns, figure in zip(row, widths, right, strict=True)
    ]
    return (" " * _GAP).join(cells).rstrip()
