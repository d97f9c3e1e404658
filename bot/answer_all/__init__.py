"""One question to several accounts at once: a row for each, and their totals.

Words nothing and knows no surface.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.answer_all.rounds import Round
from bot.answer_all.seats import Account as Account
from bot.answer_all.seats import Seat
from bot.core.needs import Needs
from bot.core.portfolio import Portfolio
from bot.core.query import Query
from bot.core.together import MOST_ACCOUNTS, check, combine, needs_in, reading_zone

QUESTION_S = 10.0


def _all_of_it(needs: Needs) -> Needs:
    return needs


def answer_all(
    query: Query,
    accounts: Sequence[Account],
    now: datetime,
    *,
    notes: tuple[str, ...] = (),
    budget_s: float = QUESTION_S,
    narrow: Callable[[Needs], Needs] = _all_of_it,
) -> Portfolio:
    """The answer to `query`, which has a period, for every account, by name, read at `now`.

    Dates are read by each account's clock. It is there within `budget_s`, or in half of that where
    only a few are late: what has not come by then is a row that says so. At most MOST_ACCOUNTS are
    asked, the first by name. `narrow` leaves out what will not be shown. BotError for what can't be
    shown of several accounts; ValueError without a period or without accounts.
    """
    check(query)
    if not accounts or query.period is None:
        raise ValueError("several accounts are asked, over a period")
    # By name: whoever leads an agency finds a client where it stood last week, also one that
    # failed; the table can be sorted by any figure, and the chart has the largest first.
    ordered = sorted(accounts, key=lambda one: (one.name.casefold(), one.name))[:MOST_ACCOUNTS]
    # Weeks stand beside each other only where all begin on the same day.
    starts = {one.week_start for one in ordered}
    week_start = starts.pop() if len(starts) == 1 else 0
    needs = [needs_in(query, one.zone, now, week_start) for one in ordered]
    seats = [
        Seat(one, reading_zone(query, one.zone), each and narrow(each))
        for one, each in zip(ordered, needs, strict=True)
    ]
    rows = Round(seats, now, budget_s).run()
    return combine(query, rows, now, asked_for=len(accounts), week_start=week_start, said=notes)
