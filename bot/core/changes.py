"""Changes between two figures, exact; and which of them the headline is about.

Percents are fractions of whole numbers, so that no count is too large; formatting is elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bot.core.metrics import SUMS, Metric
from bot.core.reports import Figure

PERCENT_FROM = 30  # Of a smaller earlier figure a percent says nothing.
_HEADLINE_DIFFERENCE = 10


def fraction(value: int | None, earlier: int | None) -> Fraction | None:
    """The change as a fraction of the earlier figure; None where that is 0 or a side is missing."""
    if value is None or not earlier:
        return None
    return Fraction(value - earlier, earlier)


def shown_fraction(value: int | None, earlier: int | None) -> Fraction | None:
    """The same where it is worth a percent: only of an earlier figure of at least 30."""
    if earlier is None or earlier < PERCENT_FROM:
        return None
    return fraction(value, earlier)


def headline(figures: Sequence[Figure]) -> Metric | None:
    """The sum with the largest percent change worth saying; ties go to the larger difference.

    None where no earlier figure is at least 30 with a difference of at least 10: then the
    plainest fact leads.
    """
    best: tuple[Fraction, int] | None = None
    metric: Metric | None = None
    for figure in figures:
        change = shown_fraction(figure.value, figure.baseline)
        if figure.metric not in SUMS or change is None:
            continue
        difference = abs((figure.value or 0) - (figure.baseline or 0))
        weight = abs(change), difference
        if difference >= _HEADLINE_DIFFERENCE and (best is None or weight > best):
            best, metric = weight, figure.metric
    return metric
