"""Tables on the page: heads and scopes, figures at the right, one page of rows at first."""

from __future__ import annotations

from typing import Any

from bot.demo.page_table import table_html
from tests.demo.just_inside import data_table, rich
from tests.demo.page_reader import Reading, read


def rows_of(count: int) -> list[list[dict[str, Any]]]:
    """A head and so many rows of a place, a name and a figure."""
    head = [dict[str, Any](type="raw_text", text=text) for text in ("Place", "Flow", "Starts")]
    body: list[list[dict[str, Any]]] = [
        [
            {"type": "raw_number", "value": place, "text": f"{place}."},
            {"type": "raw_text", "text": f"Flow {place}"},
            {"type": "raw_number", "value": 1204},
        ]
        for place in range(1, count + 1)
    ]
    return [head, *body]


def drawn(count: int, **more: Any) -> Reading:
    """That table, read back."""
    reading = read(table_html(data_table(rows_of(count), **more), "t"))
    assert reading.faults == []
    return reading


def test_names_are_row_headers() -> None:
    """The head's cells are of columns, the named column's of rows; the first without a name."""
    reading = drawn(3, row_header_column_index=1)
    assert [one.attributes["scope"] for one in reading.all("th")] == ["col"] * 3 + ["row"] * 3
    assert "1.Flow 1" in reading.text
    first = [one for one in drawn(1).all("th") if one.attributes["scope"] == "row"]
    assert first[0].attributes["class"] == "figure"


def test_figures_stand_at_the_right() -> None:
    """A column with numbers is one of figures, its head too; a number may stand without a text."""
    reading = drawn(2, row_header_column_index=1)
    sides = [one.attributes.get("class") for one in reading.all("th") + reading.all("td")]
    assert sides == ["figure", None, "figure", None, None] + ["figure"] * 4
    assert reading.text.count("1204") == 2


def test_only_a_page_of_rows_shows_at_first() -> None:
    """The page size, five where none is said; the rest behind a box that says how many."""
    for size, more in ((10, {"page_size": 10}), (5, {})):
        reading = drawn(34, **more)
        bodies = reading.all("tbody")
        assert [one.attributes.get("class") for one in bodies] == [None, "rest"]
        assert f"1–{size} of 34 Show all 34" in reading.text
        assert len(reading.all("tr")) == 35
        assert reading.all("label")[0].attributes["for"] == reading.all("input")[0].attributes["id"]
    assert drawn(5).all("input") == []
    assert len(drawn(5).all("tbody")) == 1


def test_a_rich_cell_shows_its_words() -> None:
    """Formatted text in a cell is its words with their style."""
    cell = rich({"type": "text", "text": "Text Me", "style": {"bold": True}})
    reading = read(table_html(data_table([[{"type": "raw_text", "text": "Flow"}], [cell]]), "t"))
    assert "Text Me" in reading.text
    assert len(reading.all("b")) == 1
