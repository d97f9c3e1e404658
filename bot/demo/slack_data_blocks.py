"""Slack's rules for its native charts and tables: data_visualization, data_table, table."""

from __future__ import annotations

import math

from bot.demo.slack_findings import Findings, Json, Surface
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_rich_text import check_rich_text


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value)


def check_data_visualization(block: Json, pointer: str, found: Findings) -> None:
    """A native chart: line, bar, area or pie."""
    if found.surface is Surface.MODAL:
        found.add(pointer, "data_visualization is not supported in modals")
    found.keys(block, pointer, ("title", "chart"), ("block_id",))
    found.a_string(block.get("title"), f"{pointer}/title", "data_visualization.title")
    if block.get("chart") is None:
        return
    chart = found.an_object(block.get("chart"), f"{pointer}/chart")
    match chart.get("type"):
        case "pie":
            _check_pie(chart, f"{pointer}/chart", found)
        case "line" | "bar" | "area":
            _check_series(chart, f"{pointer}/chart", found)
        case other:
            found.add(f"{pointer}/chart/type", f"unsupported type: {other}")


def _check_pie(chart: Json, pointer: str, found: Findings) -> None:
    found.keys(chart, pointer, ("segments",), ())
    where = f"{pointer}/segments"
    for index, item in enumerate(found.a_list(chart.get("segments"), where, "pie.segments")):
        here = f"{where}/{index}"
        segment = found.an_object(item, here)
        found.keys(segment, here, ("label", "value"), ())
        found.a_string(segment.get("label"), f"{here}/label", "pie.label")
        value = segment.get("value")
        if value is None:
            continue
        if not _is_number(value):
            found.add(f"{here}/value", "must be a number")
        elif not value > 0:  # type: ignore[operator]  # _is_number has just said int or float
            found.add(f"{here}/value", "must be greater than 0")


def _check_series(chart: Json, pointer: str, found: Findings) -> None:
    found.keys(chart, pointer, ("series", "axis_config"), ())
    categories = _check_axis(chart.get("axis_config"), f"{pointer}/axis_config", found)
    where = f"{pointer}/series"
    names: set[object] = set()
    for index, item in enumerate(found.a_list(chart.get("series"), where, "chart.series")):
        here = f"{where}/{index}"
        series = found.an_object(item, here)
        found.keys(series, here, ("name", "data"), ())
        name = series.get("name")
        found.a_string(name, f"{here}/name", "chart.series_name")
        if name is not None and name in names:
            found.add(f"{here}/name", "series names must be unique")
        names.add(name)
        _check_points(series.get("data"), f"{here}/data", found, categories)


def _check_axis(value: object, pointer: str, found: Findings) -> list[object]:
    if value is None:
        return []
    axis = found.an_object(value, pointer)
    found.keys(axis, pointer, ("categories",), ("x_label", "y_label"))
    for key in ("x_label", "y_label"):
        found.a_string(axis.get(key), f"{pointer}/{key}", "chart.axis_label")
    where = f"{pointer}/categories"
    categories = found.a_list(axis.get("categories"), where, "chart.points")
    for index, category in enumerate(categories):
        found.a_string(category, f"{where}/{index}", "chart.category")
    if len(set(map(str, categories))) != len(categories):
        found.add(where, "categories must be unique")
    return categories


def _check_points(value: object, pointer: str, found: Findings, categories: list[object]) -> None:
    labels = []
    for index, item in enumerate(found.a_list(value, pointer, "chart.points")):
        here = f"{pointer}/{index}"
        point = found.an_object(item, here)
        found.keys(point, here, ("label", "value"), ())
        found.a_string(point.get("label"), f"{here}/label", "chart.category")
        labels.append(point.get("label"))
        if point.get("value") is not None and not _is_number(point.get("value")):
            found.add(f"{here}/value", "must be a number")
    if sorted(map(str, labels)) != sorted(map(str, categories)):
        found.add(pointer, "must have exactly one point for every category")


def check_data_table(block: Json, pointer: str, found: Findings) -> None:
    """A native sortable table: a header row and 1 to 200 rows of equal length."""
    if found.surface is Surface.MODAL:
        found.add(pointer, "data_table is not supported in modals")
    optional = ("block_id", "page_size", "row_header_column_index")
    found.keys(block, pointer, ("caption", "rows"), optional)
    caption = block.get("caption")
    if caption is not None and (not isinstance(caption, str) or not caption):
        found.add(f"{pointer}/caption", "must be more than 0 characters")
    highest = SLACK_LIMITS["data_table.page_size"]
    found.an_integer(block.get("page_size"), f"{pointer}/page_size", 1, highest)
    fewest = SLACK_LIMITS["data_table.rows_min"]
    rows = found.a_list(block.get("rows"), f"{pointer}/rows", "data_table.rows", fewest=fewest)
    width = len(rows[0]) if rows and isinstance(rows[0], list) else 0
    index = block.get("row_header_column_index")
    found.an_integer(index, f"{pointer}/row_header_column_index", 0, max(width - 1, 0))
    _check_rows(rows, f"{pointer}/rows", found, "data_table.columns", header=True)
    if table_characters(block) > SLACK_LIMITS["data_table.characters"]:
        found.add(pointer, f"no more than {SLACK_LIMITS['data_table.characters']} characters")


def check_table(block: Json, pointer: str, found: Findings) -> None:
    """A plain table: at most 100 rows of 20 cells."""
    found.keys(block, pointer, ("rows",), ("block_id", "column_settings"))
    rows = found.a_list(block.get("rows"), f"{pointer}/rows", "table.rows")
    _check_rows(rows, f"{pointer}/rows", found, "table.columns", header=False)
    if table_characters(block) > SLACK_LIMITS["table.characters"]:
        found.add(pointer, f"no more than {SLACK_LIMITS['table.characters']} characters")
    where = f"{pointer}/column_settings"
    settings = found.a_list(block.get("column_settings"), where, "table.column_settings")
    for index, item in enumerate(settings):
        if item is not None:
            setting = found.an_object(item, f"{where}/{index}")
            found.keys(setting, f"{where}/{index}", (), ("align", "is_wrapped"))
            sides = ("left", "center", "right")
            found.one_of(setting.get("align"), f"{where}/{index}/align", sides)


def _check_rows(
    rows: list[object], pointer: str, found: Findings, columns: str, *, header: bool
) -> None:
    widths = set()
    for index, row in enumerate(rows):
        cells = found.a_list(row, f"{pointer}/{index}", columns)
        widths.add(len(cells))
        for column, cell in enumerate(cells):
            where = f"{pointer}/{index}/{column}"
            _check_cell(found.an_object(cell, where), where, found, rich=index > 0 or not header)
    if header and len(widths) > 1:
        found.add(pointer, "all rows must have the same number of cells")


def _check_cell(cell: Json, pointer: str, found: Findings, *, rich: bool) -> None:
    match cell.get("type"):
        case "raw_text":
            found.keys(cell, pointer, ("text",), ())
        case "raw_number":
            found.keys(cell, pointer, ("value",), ("text",))
            if cell.get("value") is not None and not _is_number(cell.get("value")):
                found.add(f"{pointer}/value", "must be a number")
        case "rich_text" if rich:
            check_rich_text(cell, pointer, found)
            return
        case other:
            found.add(f"{pointer}/type", f"unsupported type: {other}")
            return
    text = cell.get("text")
    if text is not None and (not isinstance(text, str) or not text):
        found.add(f"{pointer}/text", "must be more than 0 characters")


def table_characters(block: Json) -> int:
    """Characters over all cells of a table, as Slack adds them up."""
    return sum(_cell_characters(cell) for row in _lists(block.get("rows")) for cell in _lists(row))


def _lists(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _cell_characters(cell: object) -> int:
    if isinstance(cell, list):
        return sum(map(_cell_characters, cell))
    if not isinstance(cell, dict):
        return 0
    if cell.get("type") == "raw_number" and "text" not in cell:
        return len(str(cell.get("value")))
    text = cell.get("text")
    own = len(text) if isinstance(text, str) else 0
    return own + _cell_characters(cell.get("elements"))
