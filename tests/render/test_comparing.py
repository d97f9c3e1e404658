"""How the other side of a comparison is called."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.core.periods import Period, Shape
from bot.render.comparing import beside, other_words
from tests.render.made import NOVEMBER, OCTOBER, days, report

WEEK = days(date(2021, 11, 8), date(2021, 11, 14), Shape.WEEK)
YEAR = days(date(2021, 1, 1), date(2021, 12, 31), Shape.YEAR)


@pytest.mark.parametrize(
    ("period", "baseline", "words"),
    [
        (NOVEMBER, None, ""),
        (NOVEMBER, OCTOBER, ""),
        (OCTOBER, NOVEMBER, "in November"),
        (OCTOBER, WEEK, "in the week of 8 Nov"),
        (WEEK, days(date(2021, 11, 9), date(2021, 11, 9), Shape.DAY), "on 9 Nov"),
        (OCTOBER, YEAR, "in 2021"),
        (days(date(2021, 1, 1), date(2021, 1, 3)), YEAR, "in 2021"),
        (OCTOBER, days(date(2022, 1, 1), date(2022, 12, 31), Shape.YEAR), "in 2022"),
        (OCTOBER, days(date(2022, 10, 1), date(2022, 10, 31), Shape.MONTH), "in 1–31 Oct 2022"),
        (OCTOBER, days(date(2022, 10, 3), date(2022, 10, 3), Shape.DAY), "on 3 Oct 2022"),
        (YEAR, days(date(2019, 1, 1), date(2022, 3, 1)), "in 1 Jan 2019–1 Mar 2022"),
    ],
)
def test_what_is_no_earlier_time_is_named(
    period: Period, baseline: Period | None, words: str
) -> None:
    """By its own name, with its year where the two are not of one; else plainly "before"."""
    made = report(period=period, baseline=baseline)
    assert other_words(made) == words
    assert made.compares_with_later is bool(words)


def test_what_still_runs_is_said_to() -> None:
    """A month compared with the one that is not over."""
    moment = datetime(2021, 11, 8, 14, 45, tzinfo=UTC)
    made = report(period=OCTOBER, baseline=NOVEMBER.cut(moment), against=NOVEMBER)
    assert other_words(made) == "in November so far"
    hours = Period(moment, moment.replace(hour=20), NOVEMBER.zone)
    assert other_words(report(period=OCTOBER, baseline=hours)) == "on 8 Nov, 15:45–21:45"


def test_each_sentence_has_its_twin() -> None:
    """About an earlier time, and about any other."""
    assert [beside("list.new", later=later) for later in (False, True)] == [
        "list.new",
        "list.new.there",
    ]
