"""A data_table block as an HTML table: figures at the right, names as row headers, page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.demo.page_html import EMPTY, Html, joined, tag, text
from bot.demo.page_text import NotDrawnError, rich_words

_PAGE_SIZE = 5  # Slack's own default


def table_html(block: Mapping[str, Any], key: str) -> Html:
    """The table in its card; rows beyond the first page come with a tick of the box below."""
    head, *body = block["rows"]
    figures = _figures(body)
    row_header = int(block.get("row_header_column_index", 0))
    size = int(block.get("page_size", _PAGE_SIZE))
    rows = [_row(row, figures, row_header) for row in body]
    caption = str(block["caption"])
    parts = [
        tag("caption", text(caption)),
        tag("thead", _head(head, figures)),
        tag("tbody", *rows[:size]),
    ]
    parts += [tag("tbody", *rows[size:], class_="rest")] if rows[size:] else []
    scroll = tag(
        "div", tag("table", *parts), class_="scroll", role="region", aria_label=caption,
        tabindex="0",
    )  # fmt: skip
    return tag("div", scroll, _pager(len(rows), size, key), class_="table card")


def _figures(body: Sequence[Sequence[Mapping[str, Any]]]) -> list[bool]:
    """Which columns hold figures."""
    return [any(cell["type"] == "raw_number" for cell in column) for column in zip(*body)]  # noqa: B905  # rows are as long as the first


def _head(cells: Sequence[Mapping[str, Any]], figures: Sequence[bool]) -> Html:
    return tag(
        "tr",
        *(
            tag("th", _cell(cell), scope="col", class_=_side(figure))
            for cell, figure in zip(cells, figures, strict=True)
        ),
    )


def _row(cells: Sequence[Mapping[str, Any]], figures: Sequence[bool], row_header: int) -> Html:
    return tag(
        "tr",
        *(
            tag("th", _cell(cell), scope="row", class_=_side(figure))
            if index == row_header
            else tag("td", _cell(cell), class_=_side(figure))
            for index, (cell, figure) in enumerate(zip(cells, figures, strict=True))
        ),
    )


def _side(figure: bool) -> str | None:
    return "figure" if figure else None


def _cell(cell: Mapping[str, Any]) -> Html:
    if cell["type"] not in _CELLS:
        raise NotDrawnError(cell["type"], "_CELLS in bot/demo/page_table.py")
    return _CELLS[cell["type"]](cell)


_CELLS: dict[str, Callable[[Mapping[str, Any]], Html]] = {
    "raw_text": lambda cell: text(str(cell["text"])),
    "raw_number": lambda cell: text(str(cell.get("text", cell["value"]))),
    "rich_text": rich_words,
}


def _pager(count: int, size: int, key: str) -> Html:
    if count <= size:
        return EMPTY
    box = tag("input", type="checkbox", id=f"{key}-all")
    label = tag("label", text(f"Show all {count}"), for_=f"{key}-all")
    return tag("div", text(f"1–{size} of {count} "), joined([box, label]), class_="pager")
