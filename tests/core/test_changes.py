"""Changes: exact, quiet about small numbers; and what the headline is about."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.core.changes import fraction, headline, shown_fraction
from bot.core.metrics import Metric
from bot.core.reports import Figure

QUINTILLION = 10**18


@pytest.mark.parametrize(
    ("value", "earlier", "change", "shown"),
    [
        (36, 31, Fraction(5, 31), Fraction(5, 31)),
        (3, 1, Fraction(2), None),
        (29, 29, Fraction(0), None),
        (30, 30, Fraction(0), Fraction(0)),
        (0, 40, Fraction(-1), Fraction(-1)),
        (4, 0, None, None),
        (0, 0, None, None),
        (None, 31, None, None),
        (36, None, None, None),
        (QUINTILLION + 1, QUINTILLION, Fraction(1, QUINTILLION), Fraction(1, QUINTILLION)),
    ],
)
def test_changes_are_exact_and_percents_are_only_of_30_and_more(
    value: int | None, earlier: int | None, change: Fraction | None, shown: Fraction | None
) -> None:
    """No fraction of zero or of what is missing; no percent of fewer than 30."""
    assert fraction(value, earlier) == change
    assert shown_fraction(value, earlier) == shown


def figures(**pairs: tuple[int | None, int | None]) -> list[Figure]:
    """Figures by the API's names: (value, baseline)."""
    return [Figure(Metric(name), *pair) for name, pair in pairs.items()]


@pytest.mark.parametrize(
    ("told", "metric"),
    [
        # Flow XO's own example, November beside October.
        (
            {
                "new_users": (1, 9),
                "triggers": (4, 100),
                "received_messages": (7, 99),
                "sent_messages": (5, 141),
                "total_users": (55, 54),
            },
            Metric.SENT,
        ),
        # The same percent: the larger difference leads.
        ({"triggers": (60, 30), "received_messages": (400, 200)}, Metric.RECEIVED),
        # The same in both: the order of the figures.
        ({"triggers": (60, 30), "received_messages": (0, 30)}, Metric.TRIGGERS),
        ({"new_users": (9, 29), "triggers": (39, 30)}, None),
        ({"new_users": (40, 30), "triggers": (39, 30)}, Metric.NEW_USERS),
        ({"new_users": (None, 300), "triggers": (300, None)}, None),
        # Snapshots never lead.
        ({"total_users": (900, 300), "active_users": (900, 300)}, None),
        ({}, None),
    ],
)
def test_the_headline_is_the_largest_change_worth_saying(
    told: dict[str, tuple[int | None, int | None]], metric: Metric | None
) -> None:
    """Of the four sums, from 30 earlier and a difference of 10 on."""
    assert headline(figures(**told)) is metric
