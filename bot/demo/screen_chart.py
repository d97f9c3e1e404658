"""Draws a data_visualization block in characters; what the block says it must not change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.demo.screen_text import Look, cut, padded, width

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ROWS = 7
_WIDEST_COLUMN = 6
_MARK = "o"


def draw_chart(block: Mapping[str, Any], look: Look) -> list[str]:
    """The chart's title, its plot and its legend."""
    chart = block["chart"]
    lines = [look.bold(cut(str(block["title"]), look.width))]
    if chart["type"] == "pie":
        return lines + _pie(chart["segments"], look)
    return lines + _plot(chart, look) + _legend(chart["series"], look)


def _pie(segments: Sequence[Mapping[str, Any]], look: Look) -> list[str]:
    total = sum(segment["value"] for segment in segments)
    names = max(width(str(segment["label"])) for segment in segments)
    room = max(5, look.width - names - 10)
    lines = []
    for segment in segments:
        share = segment["value"] / total
        bar = "█" * max(1, round(share * room))
        lines.append(f"{padded(str(segment['label']), names)} {look.accent(bar)} {share:.0%}")
    return lines


def _plot(chart: Mapping[str, Any], look: Look) -> list[str]:
    """Bars for the first series, marks for the others, over one scale that holds zero."""
    values = [[point["value"] for point in series["data"]] for series in chart["series"]]
    flat = [value for line in values for value in line]
    low, high = min(0, *flat), max(0, *flat)
    high = high if high > low else low + 1
    axis = max(width(_number(low)), width(_number(high)))
    column = max(1, min(_WIDEST_COLUMN, (look.width - axis - 3) // len(values[0])))
    lines = []
    for row in reversed(range(_ROWS)):
        edge = {_ROWS - 1: _number(high), 0: _number(low)}.get(row, "")
        body = "".join(
            _cell([line[index] for line in values], row, low, high, column, look)
            for index in range(len(values[0]))
        )
        lines.append(f"{padded(edge, axis, right=True)} ┤{body}".rstrip())
    return [*lines, _labels(chart["axis_config"]["categories"], axis, column)]


def _cell(
    values: Sequence[float], row: int, low: float, high: float, column: int, look: Look
) -> str:
    """One row of one point: the bar's part there, with a mark where another series stands."""
    steps = (values[0] - low) / (high - low) * _ROWS * 8
    eighth = max(0, min(8, round(steps) - row * 8))
    if row == 0 and values[0] > low:
        eighth = max(1, eighth)
    bar = _EIGHTHS[eighth] * max(1, column - 1)
    marked = any(
        min(_ROWS - 1, int((value - low) / (high - low) * _ROWS)) == row for value in values[1:]
    )
    if not marked:
        return look.accent(bar) + " " * (column - len(bar))
    middle = (len(bar) - 1) // 2
    left, right = bar[:middle], bar[middle + 1 :]
    return look.accent(left) + look.bold(_MARK) + look.accent(right) + " " * (column - len(bar))


def _labels(categories: Sequence[str], axis: int, column: int) -> str:
    """The names below, as many as fit without touching."""
    line = ""
    for index, name in enumerate(categories):
        place = index * column
        room = (len(categories) - index) * column
        free = not line or width(line) + 1 < place
        if free and (width(name) <= room or index == 0):
            line = padded(line, place) + name
    return " " * (axis + 2) + line


def _legend(series: Sequence[Mapping[str, Any]], look: Look) -> list[str]:
    names = [f"█ {series[0]['name']}"]
    names += [f"{_MARK} {other['name']}" for other in series[1:]]
    return [look.dim(cut("   ".join(names), look.width))]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
