"""Arithmetic of a chart's axes: round ticks, short figures, labels that never touch; draws nothing.

Widths are estimates in CSS pixels for the chart's 11-pixel letters, and rather too wide.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from bot.demo.screen_text import width

_MOST_STEPS = 4
_ROUND = (1.0, 2.0, 2.5, 3.0, 5.0)
_COMPACT_FROM = 10_000
_SIZES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))
_LETTER_PX = 6.7
_GAP_PX = 8.0
# How far a label may stand out of the plot: into the gutter, and into the card's padding.
_LEFT_PX, _RIGHT_PX = 30.0, 16.0


def ticks(low: float, high: float, *, whole: bool) -> list[float]:
    """Round values, five at most, from below `low` to above `high`, zero among them.

    `whole` values get no tick between two whole numbers.
    """
    low, high = min(0.0, low), max(0.0, high)
    high = high if high > low else low + 1
    power = math.floor(math.log10((high - low) / _MOST_STEPS))
    steps = (mantissa * 10.0**exponent for exponent in count(power) for mantissa in _ROUND)
    for step in steps:
        first, last = math.floor(low / step), math.ceil(high / step)
        if last - first <= _MOST_STEPS and _is_round(step) and not (whole and step < 1):
            break
    return [round(index * step, 10) for index in range(first, last + 1)]


def _is_round(step: float) -> bool:
    """25 and 250 are round, 2.5 is not; 3 and 0.3 are, 30 is less so than 50."""
    mantissa = step / 10.0 ** math.floor(math.log10(step) + 1e-9)
    return step >= 10 if abs(mantissa - 2.5) < 0.01 else step < 10 or abs(mantissa - 3) > 0.01


def compact(value: float) -> str:
    """The figure in few characters: 1,204, 0.5, 12.5k, −3M."""
    sign, size = ("−" if value < 0 else ""), abs(value)
    sizes = _SIZES if size >= _COMPACT_FROM else ()
    part, letter = next(((size / unit, name) for unit, name in sizes if size >= unit), (size, ""))
    return f"{sign}{part:,.10g}{letter}"


def exact(value: float) -> str:
    """The figure as it is: 1,204, 0.5, −3."""
    sign, size = ("−" if value < 0 else ""), abs(value)
    return f"{sign}{size:,.0f}" if size == int(size) else f"{sign}{size:,.2f}"


@dataclass(frozen=True, slots=True)
class Label:
    """A label that is shown: of which point, where in percent, and which end stands there."""

    index: int
    at: float
    anchor: str


def middle(index: int, count: int) -> float:
    """Where a point stands, in percent of the plot's width."""
    return round((index + 0.5) / count * 100, 3)


def thinned(labels: Sequence[str], plot_px: float) -> list[Label]:
    """Every label, or every second, third, … of them: as many as stand apart on that width."""
    shown: list[Label] = []
    for step in range(1, len(labels) + 1):
        placed = [_placed(labels, index, plot_px) for index in range(0, len(labels), step)]
        shown = [label for label, _, _ in placed]
        spans = [(left, right) for _, left, right in placed]
        if all(right + _GAP_PX <= left for (_, right), (left, _) in pairwise(spans)):
            break
    return shown


def _placed(labels: Sequence[str], index: int, plot_px: float) -> tuple[Label, float, float]:
    """The label with its left and right edge in pixels."""
    size = width(labels[index]) * _LETTER_PX
    centre = (index + 0.5) / len(labels) * plot_px
    if centre + size / 2 > plot_px + _RIGHT_PX:
        return Label(index, 100, "end"), plot_px - size, plot_px
    if centre - size / 2 < -_LEFT_PX:
        return Label(index, 0, "start"), 0, size
    at = middle(index, len(labels))
    return Label(index, at, "middle"), centre - size / 2, centre + size / 2
