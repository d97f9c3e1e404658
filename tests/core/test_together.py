"""One question for several accounts: the same dates by every clock, sums added, users never."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.metrics import SUMS, Metric
from bot.core.parse import Context, parse
from bot.core.periods import Shape, Unit, of_days
from bot.core.portfolio import AccountRow, Missing, Total
from bot.core.query import Compare, Query, Subcommand
from bot.core.reports import Note, NoteKind
from bot.core.together import FIRST_ROWS, by_dates, check, combine, needs_in, read_in, reading_zone
from bot.errors import BotError
from tests.core.figures import BERLIN, at
from tests.render.portfolios import NEW_YORK, TOKYO, Given, alike, november, portfolio
from tests.render.random_reports import ZONES

NOW = datetime(2026, 11, 26, 15, 45, tzinfo=BERLIN)  # a Thursday; 23:45 in Tokyo, 9:45 in New York
zones = st.sampled_from([*ZONES, "Asia/Tokyo", "America/Santiago"]).map(ZoneInfo)


def asked(text: str, now: datetime = NOW, zone: ZoneInfo = BERLIN) -> Query:
    """The query of a text."""
    return parse(text, Context(now, zone)).query


@given(zones, zones, st.dates(date(2011, 1, 1), date(2026, 11, 1)), st.integers(0, 400))
def test_days_are_the_same_days_everywhere_law(
    zone: ZoneInfo, other: ZoneInfo, first: date, more: int
) -> None:
    """They begin and end where days do there, also where a clock jumps over midnight."""
    last = first + timedelta(days=more)
    moved = read_in(of_days(first, last, zone, Shape.WEEK, 3), other)
    assert moved == of_days(first, last, other, Shape.WEEK, 3)


@pytest.mark.parametrize(
    "text",
    [
        "last 24 hours",
        "since 14:30",
        "today 9:00 to 12:00",
        "stats today until 3pm",
        "last 24 hours vs yesterday",
        "yesterday in New York",
    ],
)
def test_times_and_a_named_zone_are_of_one_clock(text: str) -> None:
    """They are the same moments for all, wherever an account is."""
    query = asked(text)
    assert query.period is not None
    assert not by_dates(query)
    assert reading_zone(query, TOKYO) == query.period.zone
    needs = needs_in(query, TOKYO, NOW)
    assert needs is not None
    assert needs.query.period == query.period
    assert needs.query.against == query.against


def test_what_begins_then_ends_now() -> None:
    """Since Monday begins with Monday there, and ends at this moment."""
    query = asked("since monday")
    assert query.period is not None
    moved = read_in(query.period, TOKYO)
    assert moved is not None
    assert (moved.local_start.date(), moved.local_start.time()) == (date(2026, 11, 23), time())
    assert moved.end == NOW


def test_what_has_not_begun_is_not_asked() -> None:
    """In Tokyo it is Friday already; whoever is in New York has no such day yet."""
    late = datetime(2026, 11, 27, 0, 30, tzinfo=TOKYO)
    for text in ("today", "since today"):
        query = asked(text, late, TOKYO)
        assert needs_in(query, TOKYO, late) is not None
        assert needs_in(query, NEW_YORK, late) is None


def test_what_is_not_over_stops_now_by_every_clock() -> None:
    """The same week: in Tokyo to 23:45, with the baseline cut there at the same time."""
    needs = needs_in(asked("stats this week"), TOKYO, NOW)
    assert needs is not None
    assert needs.baseline is not None
    assert needs.period.end == NOW
    assert f"{needs.period.local_end:%a %H:%M}" == "Thu 23:45"
    assert f"{needs.baseline.local_end:%d %a %H:%M}" == "19 Thu 23:45"


def test_a_typed_comparison_is_read_there_too() -> None:
    """Both stretches are by the account's clock."""
    needs = needs_in(asked("stats october 2026 vs october 2025"), TOKYO, NOW)
    assert needs is not None
    assert needs.baseline == of_days(date(2025, 10, 1), date(2025, 10, 31), TOKYO, Shape.MONTH)


@pytest.mark.parametrize(
    ("text", "figures", "lists"),
    [
        ("stats last week by day", 6, 0),
        ("users last week", 3, 0),
        ("messages last week by day", 2, 1),
        ("flows last week", 1, 1),
        ('flow "Menu" last week', 1, 1),
        ("report last week", 6, 2),
    ],
)
def test_an_account_is_asked_the_least(text: str, figures: int, lists: int) -> None:
    """Figures over the whole dates, a few rows of a list, no flow's history."""
    needs = needs_in(asked(text), TOKYO, NOW)
    assert needs is not None
    assert (len(needs.figures), len(needs.lists), needs.top) == (figures, lists, FIRST_ROWS)
    assert (needs.unit, needs.series, needs.earlier) == (None, (), ())


def test_more_rows_are_had_for_the_asking() -> None:
    """As many as were asked for, of each account."""
    needs = needs_in(asked("top 7 flows last week"), TOKYO, NOW)
    assert needs is not None
    assert needs.top == 7


def test_a_chart_has_one_unit_for_all() -> None:
    """The asker's, though by another clock it is longer: there it would be days."""
    query = asked("chart received since 25 nov", NOW)
    for zone in (BERLIN, NEW_YORK, ZoneInfo("Pacific/Kiritimati")):
        needs = needs_in(query, zone, NOW)
        assert needs is not None
        assert needs.unit is Unit.HOUR


def test_a_period_is_needed() -> None:
    """Help is no question for figures."""
    with pytest.raises(ValueError, match="not asked over a period"):
        needs_in(Query(Subcommand.HELP), BERLIN, NOW)


def test_several_metrics_of_several_accounts_are_refused() -> None:
    """With a command that works; one metric, twice, is one."""
    with pytest.raises(BotError) as refused:
        check(asked("chart new users, triggers last week"))
    assert refused.value.suggestions == ("chart new users week starting 2026-11-16",)
    check(asked("chart triggers last week"))
    check(replace(november(Subcommand.CHART), metrics=(Metric.SENT, Metric.SENT)))


figures = st.none() | st.fixed_dictionaries({m: st.integers(0, 10**6) for m in Metric})
accounts = st.lists(
    st.builds(
        Given,
        st.just("An account"),
        figures,
        figures,
        zones,
        st.sampled_from((None, None, None, *Missing)),
    ),
    min_size=1,
    max_size=12,
)


def _sums(given: Sequence[Given], metric: Metric) -> Total:
    """What the total must be, counted account by account."""
    total = Total(metric)
    if metric in (Metric.TOTAL_USERS, Metric.ACTIVE_USERS):
        return total
    for one in given:
        if one.missing or one.values is None:
            continue
        value = one.values[metric]
        total = replace(total, value=(total.value or 0) + value, counted=total.counted + 1)
        if one.before is not None:
            total = replace(
                total,
                compared=(total.compared or 0) + value,
                baseline=(total.baseline or 0) + one.before[metric],
                both=total.both + 1,
            )
    return total


@given(accounts)
def test_totals_are_the_sums_of_the_rows_that_came_law(given: list[Given]) -> None:
    """Of each metric: of those that have it, and beside a baseline of those that have both."""
    made = portfolio(november(), given)
    assert list(made.totals) == [_sums(given, metric) for metric in Metric]
    for total, figure in zip(made.totals, made.whole.figures, strict=True):
        # A total stands beside a baseline only where that is of the very same accounts.
        assert figure.baseline == (total.baseline if total.both == total.counted else None)
        assert total.metric in SUMS or (figure.value, figure.baseline) == (None, None)
    assert made.counted == sum(one.values is not None and not one.missing for one in given)


@given(accounts, st.integers(0, 11))
def test_a_row_that_fails_changes_no_other_law(given: list[Given], place: int) -> None:
    """Whatever becomes of one account, the others' rows are what they were."""
    place %= len(given)
    spoilt = [*given[:place], replace(given[place], missing=Missing.LATE), *given[place + 1 :]]
    before, after = portfolio(november(), given).rows, portfolio(november(), spoilt).rows
    others = [n for n in range(len(given)) if n != place]
    assert [after[n] for n in others] == [before[n] for n in others]
    assert after[place].missing is Missing.LATE


def test_the_headline_is_of_what_can_be_compared() -> None:
    """The largest change of the totals; none where an account has no figure for the time before."""
    whole = portfolio(november(), [Given("A", alike(50), alike(40, triggers=10_000))]).whole
    assert whole.headline is Metric.TRIGGERS
    newer = [Given("A", alike(50), alike(40)), Given("B", alike(9))]
    assert portfolio(november(), newer).whole.headline is None


def test_dates_are_told_in_the_zone_that_all_share() -> None:
    """Else in that of the question."""
    here = Given("A", alike(1))
    there = Given("B", alike(1), zone=TOKYO)
    assert portfolio(november(), [there, replace(there, name="C")]).whole.zone == TOKYO
    made = portfolio(november(), [here, there])
    assert made.whole.zone == BERLIN
    assert made.zones == {"Asia/Tokyo": 1, "Europe/Berlin": 1}


def test_dates_that_have_not_begun_anywhere_are_told_as_asked() -> None:
    """Asked from Tokyo of accounts in New York alone."""
    late = datetime(2026, 11, 27, 0, 30, tzinfo=TOKYO)
    made = portfolio(asked("today", late, TOKYO), [Given("A", alike(1), zone=NEW_YORK)], late)
    assert made.whole.zone == TOKYO
    assert made.rows[0].missing is Missing.NOT_BEGUN


def test_what_is_said_of_the_question_is_said_once() -> None:
    """How it was read, what it is compared with, which unit it could not be shown by."""
    made = portfolio(november(unit=Unit.DAY), [Given("A", alike(1))] * 2, said=("I read it so.",))
    assert made.whole.notes == (
        Note(NoteKind.READING, ("I read it so.",)),
        Note(NoteKind.LONGER, (1,)),
        Note(NoteKind.NOT_BY_UNIT, ("day",)),
    )
    running = portfolio(asked("stats this week"), [Given("A", alike(1))], NOW).whole
    assert running.so_far
    assert running.baseline is not None
    assert portfolio(november(compare=Compare.NONE), [Given("A")]).whole.baseline is None


def test_how_many_are_counted() -> None:
    """Of figures those in the totals; of lists, and of users, those with data."""
    given = [Given("A", alike(1)), Given("B"), Given("C", missing=Missing.BUSY)]
    assert portfolio(november(), given, asked_for=60).counted == 1
    assert portfolio(november(), given, asked_for=60).left_out == 57
    rows = [Given("A", alike(1)), Given("B", flows=(("Menu", 3),)), Given("C")]
    assert portfolio(november(Subcommand.FLOWS), rows).counted == 2
    users = november(Subcommand.CHART, metrics=(Metric.TOTAL_USERS,))
    assert portfolio(users, given).counted == 1


def test_an_account_without_data_has_no_figure() -> None:
    """No data is not zero."""
    row = portfolio(november(), [Given("A")]).rows[0]
    assert row.report is not None
    assert row.data is None
    assert row.figure(Metric.SENT) == (None, None)
    assert portfolio(november(), [Given("A", alike(3))]).rows[0].figure(Metric.SENT) == (3, None)


def test_rows_stay_in_their_order() -> None:
    """Whoever leads an agency finds a client where it stood last week."""
    rows = [AccountRow(name, BERLIN, missing=Missing.LATE) for name in "CAB"]
    assert combine(november(), rows, at("2021-12-05")).rows == tuple(rows)


def test_dates_that_nobody_could_be_compared_with_are_not_told() -> None:
    """Each row says why; while one account can be compared, they stand."""
    failed = Given("Acme", alike(3), alike(2), baseline_failed=True)
    silent = Given("Borg", missing=Missing.DOWN)
    assert portfolio(november(), (failed, silent)).whole.baseline is None
    other = Given("Cato", alike(3), alike(2))
    assert portfolio(november(), (failed, other)).whole.baseline is not None
    assert portfolio(november(), (silent,)).whole.baseline is not None
