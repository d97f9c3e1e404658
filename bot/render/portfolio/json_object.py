"""The one object of an answer about several accounts: exact numbers, no rounding, design §8's keys.

`figures` are the totals, and `accounts` has what each account's own object would have. Keys may be
added; those that are here stay.
"""

from __future__ import annotations

from typing import Any

from bot.core.periods import zone_name
from bot.core.portfolio import AccountRow, Portfolio
from bot.core.query import to_text
from bot.render.json_object import (
    figure_object,
    iso,
    list_object,
    period_object,
    series_object,
)
from bot.render.plan import Shown
from bot.render.portfolio.notes import all_notes, own_notes, why_missing
from bot.render.story import dates_line
from bot.render.untrusted import clean


def portfolio_to_object(portfolio: Portfolio) -> dict[str, Any]:
    """The portfolio as plain JSON values; instants are local with their offset.

    Of each total `accounts` says of how many it is the sum, and `compared` of how many are both
    `compared_value` and the baseline; a `baseline` stands beside `value` only where that is all.
    """
    whole = portfolio.whole
    notes = [dates_line(whole), *all_notes(portfolio, Shown(), drawn=False)]
    return {
        "query": to_text(whole.query),
        "zone": zone_name(whole.zone),
        "period": period_object(whole.period),
        "baseline": period_object(whole.baseline) if whole.baseline is not None else None,
        "figures": [
            figure_object(figure)
            | {
                "accounts": total.counted,
                "compared": total.both,
                "compared_value": total.compared,
                "compared_baseline": total.baseline,
            }
            for figure, total in zip(whole.figures, portfolio.totals, strict=True)
        ],
        "series": [],
        "lists": [],
        "history": [],
        "notes": [clean(note) for note in notes],
        "read_at": iso(whole.read_at, whole.zone),
        "so_far": whole.so_far,
        "account": None,
        "accounts": [_account(row) for row in portfolio.rows],
        "asked_for": portfolio.asked_for,
        "counted": portfolio.counted,
    }


def _account(row: AccountRow) -> dict[str, Any]:
    report = row.report
    return {
        "account": row.name,
        "zone": zone_name(row.zone),
        "missing": row.missing,
        "no_data": report is not None and report.no_data,
        "period": period_object(report.period) if report is not None else None,
        "baseline": period_object(report.baseline) if report and report.baseline else None,
        "figures": [figure_object(one) for one in report.figures] if report is not None else [],
        "series": [series_object(one, row.zone) for one in report.series] if report else [],
        "lists": [list_object(one) for one in report.lists] if report is not None else [],
        "notes": [clean(note) for note in (*own_notes(row), why_missing(row)) if note],
    }
