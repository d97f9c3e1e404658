"""Who hears the `text` alone hears every account, total and reason; and how much is elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bot.core.metrics import Metric
from bot.core.portfolio import AccountRow, Missing, Portfolio
from bot.core.query import Subcommand
from bot.core.reports import Report
from bot.render.plan import Shown
from bot.render.portfolio.message import portfolio_message
from tests.render.portfolio.listening import BRIEF, WHY, listen
from tests.render.portfolio.test_laws import EACH
from tests.render.portfolios import AGENCY, NEWCOMER, november, portfolio, portfolios
from tests.render.random_reports import readers
from tests.render.reading import is_in_words

PRIVATE = Shown(words="as typed")
PUBLIC = Shown(public=True, threaded=True, asker="U1", locale="de-DE")


def test_all_reasons_and_metrics_are_listened_for() -> None:
    """A new one needs a word here."""
    assert set(WHY) == set(Missing)
    assert set(BRIEF) == set(Metric)


def tamed(made: Portfolio) -> Portfolio:
    """The same about names that mean no harm, so that each word can be held to."""
    rows = (
        _tame(row, f"Client {chr(65 + place % 26)}{place}") for place, row in enumerate(made.rows)
    )
    return replace(made, rows=tuple(rows))


def _tame(row: AccountRow, name: str) -> AccountRow:
    return replace(row, name=name, report=_tame_report(row.report) if row.report else None)


def _tame_report(report: Report) -> Report:
    lists = tuple(
        replace(top, rows=tuple(replace(one, name=f"Row {n}") for n, one in enumerate(top.rows)))
        for top in report.lists
    )
    return replace(report, lists=lists)


@settings(max_examples=EACH)
@given(portfolios().map(tamed), readers)
def test_everything_is_heard_law(made: Portfolio, shown: Shown) -> None:
    """Of any portfolio, for any reader; and all of it is words."""
    shown = replace(shown, locale="en-GB")  # counts are told in the reader's own digits elsewhere
    plan = portfolio_message(made, shown)
    listen(made, shown, plan)
    is_in_words(plan.text)


TELLING = {
    "stats": portfolio(november(), AGENCY),
    "newcomer": portfolio(november(), [*AGENCY, NEWCOMER]),
    "messages": portfolio(november(Subcommand.MESSAGES), AGENCY),
    "flows": portfolio(november(Subcommand.FLOWS), AGENCY),
    "flow": portfolio(november(Subcommand.FLOW, flow="Menu"), AGENCY),
    "report": portfolio(november(Subcommand.REPORT, top=2), AGENCY[:2]),
    "chart": portfolio(november(Subcommand.CHART, metrics=(Metric.SENT,)), AGENCY[:2]),
}


@pytest.mark.parametrize("name", TELLING)
def test_mockups_are_heard(name: str) -> None:
    """In private and in public."""
    made = tamed(TELLING[name])
    for shown in (PRIVATE, PUBLIC):
        plan = portfolio_message(made, shown)
        listen(made, shown, plan)
        is_in_words(plan.text)


@pytest.mark.parametrize("name", TELLING)
def test_what_is_left_out_or_wrong_is_missed(name: str) -> None:
    """Without any one line, or with any other digit in it, the reading does not agree."""
    made = tamed(TELLING[name])
    plan = portfolio_message(made, PRIVATE)
    lines = plan.text.split("\n")
    for index, line in enumerate(lines):
        others = [[*lines[:index], *lines[index + 1 :]]]
        if 0 < index < len(lines) - 1 and " chart: " not in line and " same " not in line:
            others += [
                [*lines[:index], wrong, *lines[index + 1 :]]
                for at, digit in enumerate(line)
                if digit.isdigit() and line[at : at + 6] != "30-day"
                for wrong in [line[:at] + str((int(digit) + 1) % 10) + line[at + 1 :]]
            ]
        for other in others:
            with pytest.raises((AssertionError, ValueError, IndexError)):
                listen(made, PRIVATE, replace(plan, text="\n".join(other)))
