"""What every benchmark shares: a row of its table, medians, and a paired run of two things."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: `reach` is the figure to reach, `met` whether it was.

    `met` is None where the row is only reported.
    """

    what: str
    figure: str
    reach: str = ""
    met: bool | None = None


def seconds(call: Callable[[], object]) -> float:
    """How long one call took."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0–1) of `values` lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def paired(
    first: Callable[[], float], second: Callable[[], float], runs: int
) -> tuple[float, float, float]:
    """Medians of both, run in turn, and the median of the ratios pair by pair (first / second)."""
    pairs = [(first(), second()) for _ in range(runs)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def show(title: str, rows: Sequence[Row]) -> str:
    """A table as text, one row a line."""
    mark = {True: "reached", False: "NOT REACHED", None: ""}
    width = max(len(row.what) for row in rows)
    lines = [title, "-" * len(title)]
    lines += [
        f"{row.what:<{width}}  {row.figure:<28} {row.reach:<22} {mark[row.met]}".rstrip()
        for row in rows
    ]
    return "\n".join(lines)
