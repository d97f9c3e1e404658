"""Buttons: only what works is offered, and each carries what was seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.metrics import Metric
from bot.core.parse import Context, parse
from bot.core.periods import Period, Shape
from bot.core.query import Compare, Query
from bot.core.reports import Report
from bot.core.subcommands import Subcommand
from bot.render.actions import (
    HELP,
    MORE,
    PREVIOUS,
    REMOVE,
    SHARE,
    answer_buttons,
    carried,
    carry,
    chosen,
    last_year_query,
    option_value,
    previous_label,
    previous_query,
    run_buttons,
    run_label,
    text_for_all,
)
from bot.render.blocks import Block
from bot.render.plan import Shown
from tests.render.made import BERLIN, BOTH, NOVEMBER, OCTOBER, READ_AT, days, report, stats_november

D = date


def row(made: Report, shown: Shown) -> dict[str, Block]:
    """The buttons of an answer by action id."""
    block = answer_buttons(made, shown)
    assert block is not None
    return {element["action_id"]: element for element in block["elements"]}


def options(made: Report, shown: Shown) -> list[str]:
    """What More offers."""
    return [one["text"]["text"] for one in row(made, shown)[MORE]["options"]]


def test_a_private_answer() -> None:
    """Share and Previous carry absolute, pinned texts; More's query rides in the block id."""
    made = stats_november()
    buttons = row(made, Shown(words="stats november 2021"))
    assert list(buttons) == [SHARE, PREVIOUS, MORE]
    assert buttons[SHARE]["value"] == "stats 2021-11 in Europe/Berlin"
    assert buttons[PREVIOUS]["value"] == "stats 2021-10 in Europe/Berlin"
    block = answer_buttons(made, Shown())
    assert block is not None
    assert carried(block["block_id"]) == "stats 2021-11 in Europe/Berlin"
    assert [(o["text"]["text"], o["value"]) for o in buttons[MORE]["options"]] == [
        ("CSV", "csv"),
        ("Compare with Last Year", "last_year"),
        ("Ask Again for Now", "again|stats november 2021"),
        ("What Is This?", "what"),
        ("Send Me a Copy", "copy"),
    ]


def test_a_running_period_is_pinned() -> None:
    """What was seen at 09:12 is what is shared at noon."""
    week = days(D(2026, 11, 23), D(2026, 11, 29), Shape.WEEK)
    buttons = row(report(asked=week, period=week.cut(READ_AT)), Shown())
    assert buttons[SHARE]["value"].endswith("in Europe/Berlin as of 2026-11-26T09:12:00")
    assert "as of" not in buttons[PREVIOUS]["value"]


def _for_all(period: Period, **parts: object) -> str:
    """What a button under an answer for all accounts carries."""
    query = Query(Subcommand.STATS, period, **parts)  # type: ignore[arg-type]  # a test's shorthand
    return text_for_all(query, READ_AT)


def test_for_all_accounts_dates_have_no_zone() -> None:
    """Each account reads them by its clock; how it was shown is not carried."""
    assert _for_all(NOVEMBER, public=True, as_csv=True) == "stats 2021-11"
    assert _for_all(NOVEMBER, zone=BERLIN) == "stats 2021-11 in Europe/Berlin"
    assert text_for_all(Query(Subcommand.HELP), READ_AT) == "help"


def test_for_all_accounts_the_moment_is_pinned_where_it_matters_anywhere() -> None:
    """Yesterday is over in Berlin, and not yet in the west: what was seen is what is shared."""
    yesterday = days(D(2026, 11, 25), D(2026, 11, 25), Shape.DAY)
    pinned = "2026-11-25 as of 2026-11-26T08:12:00+00:00"
    assert _for_all(yesterday) == f"stats {pinned}"
    assert _for_all(days(D(2026, 11, 24), D(2026, 11, 24), Shape.DAY)) == "stats 2026-11-24"
    compared = _for_all(NOVEMBER, compare=Compare.PERIOD, against=yesterday)
    assert compared == f"stats 2021-11 vs {pinned}"
    for text in (_for_all(yesterday), _for_all(NOVEMBER, as_of=OCTOBER.end)):
        for zone in (BERLIN, ZoneInfo("Asia/Tokyo")):
            read = parse(text, Context(READ_AT + timedelta(hours=5), zone)).query
            assert text_for_all(read, READ_AT + timedelta(hours=5)) == text
            assert read.zone is None


def test_for_all_accounts_hours_back_from_now_keep_their_zone() -> None:
    """They are the same hours everywhere, and times of day are told by one clock."""
    hours = Period(READ_AT - timedelta(hours=24), READ_AT, BERLIN, Shape.ELAPSED)
    assert _for_all(hours) == "stats last 24 hours in Europe/Berlin as of 2026-11-26T09:12:00"


def test_a_public_answer() -> None:
    """Nothing to share or to copy; Remove asks first and carries its asker."""
    shown = Shown(public=True, asker="U1", words="stats")
    buttons = row(stats_november(), shown)
    assert list(buttons) == [PREVIOUS, REMOVE, MORE]
    assert buttons[REMOVE]["value"] == "U1"
    assert buttons[REMOVE]["confirm"]["title"]["text"] == "Remove this answer?"
    assert "Send Me a Copy" not in options(stats_november(), shown)
    assert REMOVE not in row(stats_november(), Shown(public=True))


def test_a_direct_message_has_nobody_to_share_with() -> None:
    """It is the copy already."""
    made, shown = stats_november(), Shown(direct=True)
    assert SHARE not in row(made, shown)
    assert options(made, shown) == ["CSV", "Compare with Last Year", "What Is This?"]


def test_all_time_has_nothing_before_it() -> None:
    """No Previous, no last year."""
    ever = replace(days(D(2010, 1, 1), D(2026, 11, 25)), shape=Shape.ALL_TIME)
    made = report(period=ever, baseline=None)
    assert list(row(made, Shown())) == [SHARE, MORE]
    assert "Compare with Last Year" not in options(made, Shown())


def test_last_year_is_not_offered_twice() -> None:
    """An answer that is compared with last year already does not offer it."""
    made = report(compare=Compare.LAST_YEAR)
    assert "Compare with Last Year" not in options(made, Shown())


def test_words_that_do_not_fit_are_not_offered_again() -> None:
    """An option's value holds 150 characters."""
    assert "Ask Again for Now" in options(stats_november(), Shown(words="w" * 144))
    assert "Ask Again for Now" not in options(stats_november(), Shown(words="w" * 145))


def test_a_query_too_long_to_carry_has_no_more() -> None:
    """A block id holds 255 characters: better no menu than one that is refused."""
    assert carry("x" * 253) == "q:" + "x" * 253
    assert carry("x" * 254) is None
    assert carried("another") is None
    made = report(Subcommand.CHART, metrics=tuple(Metric) * 6, zone=BERLIN)
    assert list(row(made, Shown())) == [SHARE, PREVIOUS]
    far = report(Subcommand.CHART, metrics=tuple(Metric) * 60)
    assert answer_buttons(far, Shown()) is None


def test_codec() -> None:
    """An option says what to do, and for one of them with what."""
    assert chosen(option_value("again", "a|b")) == ("again", "a|b")
    assert chosen(option_value("csv")) == ("csv", "")


def test_previous_query() -> None:
    """The same question a stretch earlier; a typed baseline does not come along."""
    query = Query(Subcommand.STATS, BOTH, compare=Compare.PERIOD, against=OCTOBER, as_of=READ_AT)
    before = previous_query(query)
    assert before is not None
    assert before.period == days(D(2021, 8, 1), D(2021, 9, 30), Shape.MONTH, 2)
    assert (before.compare, before.against, before.as_of) == (Compare.AUTO, None, None)
    same = previous_query(Query(Subcommand.STATS, NOVEMBER, compare=Compare.LAST_YEAR))
    assert same is not None
    assert same.compare is Compare.LAST_YEAR
    assert previous_query(Query(Subcommand.STATUS)) is None


def test_last_year_query() -> None:
    """The same dates, beside the year before."""
    query = Query(Subcommand.STATS, BOTH, compare=Compare.PERIOD, against=OCTOBER)
    assert last_year_query(query) == Query(Subcommand.STATS, BOTH, compare=Compare.LAST_YEAR)


def stretch(minutes: int, shape: Shape = Shape.STRETCH) -> Period:
    """Some minutes of a morning."""
    start = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
    return Period(start, start + timedelta(minutes=minutes), BERLIN, shape)


@pytest.mark.parametrize(
    ("period", "label"),
    [
        (NOVEMBER, "Previous Month"),
        (BOTH, "Previous 2 Months"),
        (days(D(2026, 11, 19), D(2026, 11, 25), Shape.DAY, 7), "Previous 7 Days"),
        (days(D(2026, 11, 25), D(2026, 11, 25), Shape.DAY), "Previous Day"),
        (days(D(2026, 11, 23), D(2026, 11, 23), Shape.WEEKDAY), "Previous Monday"),
        (days(D(2026, 11, 21), D(2026, 11, 22), Shape.WEEKEND), "Previous Weekend"),
        (days(D(2026, 7, 1), D(2026, 9, 30), Shape.QUARTER), "Previous Quarter"),
        (days(D(2026, 11, 3), D(2026, 11, 9)), "Previous 7 Days"),
        (stretch(1440, Shape.ELAPSED), "Previous 24 Hours"),
        (stretch(60, Shape.ELAPSED), "Previous Hour"),
        (stretch(90, Shape.ELAPSED), "Previous 90 Minutes"),
    ],
)
def test_previous_label(period: Period, label: str) -> None:
    """Named after what was asked."""
    assert previous_label(period) == label


def test_run_label() -> None:
    """Title case, but a flow's name stays as it is."""
    assert run_label("stats last week") == "Run Stats Last Week"
    assert run_label('flow "text me" last week') == 'Run Flow "text me" Last Week'
    assert run_label('flow "menu" 2026') == 'Run Flow "menu" 2026'


def test_run_buttons() -> None:
    """One for each text that fits, each with an action id of its own; help comes last."""
    block = run_buttons(["stats", "users", "x" * 2001], ["Stats"], topic="counts", about="Help")
    assert block is not None
    assert [(one["text"]["text"], one["action_id"], one["value"]) for one in block["elements"]] == [
        ("Stats", "run_0", "stats"),
        ("Run Users", "run_1", "users"),
        ("Help", HELP, "counts"),
    ]
    assert run_buttons([]) is None
