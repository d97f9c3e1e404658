"""Reports: what each subcommand needs, and what is said beside the figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.core.building import build
from bot.core.metrics import METRICS, SUMS, Metric
from bot.core.needs import Needs, needs_of
from bot.core.periods import Period, Shape, Unit
from bot.core.query import Compare, Query, Subcommand
from bot.core.reports import Figure, ListKind, Note, NoteKind, Report
from bot.core.results import Insights, Results, Stats, TopFlow, TopMessage
from bot.core.toplists import OPEN, Discretion
from tests.core.figures import BERLIN, at, buckets, clock, days, timed

NOW = at("2026-11-26T15:45:12")
WEEK = days("2026-11-16", "2026-11-22", Shape.WEEK)
OCTOBER, NOVEMBER = (
    days("2021-10-01", "2021-10-31", Shape.MONTH),
    days("2021-11-01", "2021-11-30", Shape.MONTH),
)


def stats(**values: int) -> Stats:
    """All six figures; those not named are zero."""
    return Stats({metric: values.get(metric.value, 0) for metric in METRICS})


# Flow XO's own example.
IN_OCTOBER = stats(
    active_users=22,
    total_users=54,
    new_users=9,
    triggers=100,
    received_messages=99,
    sent_messages=141,
)
IN_NOVEMBER = stats(
    active_users=23, total_users=55, new_users=1, triggers=4, received_messages=7, sent_messages=5
)


def needs(subcommand: Subcommand, period: Period = WEEK, **more: object) -> Needs:
    """What a question needs now."""
    return needs_of(Query(subcommand, period, **more), NOW)  # type: ignore[arg-type]  # a test's shorthand


def report(
    wanted: Needs, results: Results, read_at: datetime = NOW, discretion: Discretion = OPEN
) -> Report:
    """The report of these results."""
    return build(wanted, results, read_at, discretion=discretion)


def kinds(found: Report) -> list[NoteKind]:
    """The kinds of its notes, besides why there is no chart."""
    return [note.kind for note in found.notes if note.kind is not NoteKind.NO_CHART]


def test_stats_are_six_figures_and_the_series_of_the_sums() -> None:
    """By the default unit, beside the period before."""
    wanted = needs(Subcommand.STATS)
    assert wanted.figures == tuple(METRICS)
    assert (wanted.series, wanted.charted, wanted.unit) == (SUMS, (), Unit.DAY)
    assert wanted.baseline == days("2026-11-09", "2026-11-15", Shape.WEEK)
    assert (wanted.fetched_unit, wanted.baseline_unit) == (Unit.DAY, Unit.DAY)


def test_each_subcommand_needs_no_more_than_it_tells() -> None:
    """Lists where they are told, series where they are drawn."""
    users = needs(Subcommand.USERS)
    assert users.figures == (Metric.NEW_USERS, Metric.TOTAL_USERS, Metric.ACTIVE_USERS)
    assert users.charted == users.series == (Metric.NEW_USERS,)
    messages = needs(Subcommand.MESSAGES)
    assert (messages.unit, messages.lists, messages.top) == (None, (ListKind.MESSAGES,), 10)
    assert messages.compares_figures
    assert needs(Subcommand.MESSAGES, unit=Unit.DAY).charted == (Metric.RECEIVED, Metric.SENT)
    flows = needs(Subcommand.FLOWS, top=20)
    assert (flows.figures, flows.lists, flows.top) == ((Metric.TRIGGERS,), (ListKind.FLOWS,), 20)
    assert not flows.compares_figures
    whole = needs(Subcommand.REPORT)
    assert (whole.lists, whole.top) == ((ListKind.FLOWS, ListKind.MESSAGES), 5)
    assert whole.compares_figures


def test_a_chart_is_of_what_was_asked_else_of_messages_received() -> None:
    """Each metric once, in the order asked; not compared unless that was asked."""
    asked = needs(Subcommand.CHART, metrics=(Metric.SENT, Metric.TRIGGERS, Metric.SENT))
    assert asked.charted == asked.figures == (Metric.SENT, Metric.TRIGGERS)
    assert asked.baseline is None
    assert asked.baseline_unit is None
    assert needs(Subcommand.CHART).charted == (Metric.RECEIVED,)


def test_a_question_without_dates_needs_nothing() -> None:
    """It never comes here."""
    with pytest.raises(ValueError, match="help"):
        needs_of(Query(Subcommand.HELP), NOW)


def test_the_api_pages_example_comes_out_as_figures() -> None:
    """November beside October, messages sent in front, one day longer."""
    wanted = needs(Subcommand.STATS, NOVEMBER)
    before = Insights(IN_OCTOBER, tuple(buckets(OCTOBER, Unit.DAY, [4] * 31)))
    found = report(
        wanted, Results(Insights(IN_NOVEMBER, tuple(buckets(NOVEMBER, Unit.DAY, [1] * 30))), before)
    )
    assert found.figures == (
        Figure(Metric.NEW_USERS, 1, 9),
        Figure(Metric.TRIGGERS, 4, 100),
        Figure(Metric.RECEIVED, 7, 99),
        Figure(Metric.SENT, 5, 141),
        Figure(Metric.TOTAL_USERS, 55, 54),
        Figure(Metric.ACTIVE_USERS, 23, 22),
    )
    assert found.headline is Metric.SENT
    assert found.notes == (
        Note(NoteKind.LONGER, (1,)),
        Note(NoteKind.SUMS_DISAGREE, ("new_users", "day")),  # 30 days of 1 each are not 1
    )
    assert found.chart is not None
    assert {line.metric for line in found.chart.lines} == {Metric.SENT}
    assert [len(line.points) for line in found.chart.lines] == [15, 15]
    assert [one.metric for one in found.series] == list(SUMS)
    assert [len(one.points) for one in found.compared_series] == [31] * 4
    assert (found.so_far, found.no_data, found.zone) == (False, False, BERLIN)


def test_without_a_headline_messages_received_are_drawn() -> None:
    """The plainest course."""
    quiet = Insights(stats(received_messages=3), tuple(buckets(WEEK, Unit.DAY, [1] * 7)))
    found = report(needs(Subcommand.STATS), Results(quiet, quiet))
    assert found.headline is None
    assert found.chart is not None
    assert {line.metric for line in found.chart.lines} == {Metric.RECEIVED}


def test_nothing_from_flow_xo_is_no_data_and_not_zero() -> None:
    """Figures are missing, every unit is a gap, and there is no chart."""
    nothing = Insights(None)
    found = report(needs(Subcommand.STATS), Results(nothing, nothing))
    assert found.no_data
    assert kinds(found) == [NoteKind.NO_DATA]
    assert {figure.value for figure in found.figures} == {None}
    assert {point.value for one in found.series for point in one.points} == {None}
    assert (len(found.series), found.chart) == (4, None)
    rows = (TopFlow("1", "Menu", 3),)
    assert not report(needs(Subcommand.FLOWS), Results(nothing, flows=rows)).no_data
    assert report(needs(Subcommand.FLOWS), Results(nothing, flows=())).no_data


def test_a_baseline_without_data_is_said() -> None:
    """The figures stand alone."""
    here = Insights(IN_NOVEMBER, tuple(buckets(WEEK, Unit.DAY, [1] * 7)))
    found = report(needs(Subcommand.STATS), Results(here, Insights(None)))
    assert kinds(found) == [NoteKind.BASELINE_NO_DATA, NoteKind.SUMS_DISAGREE]
    assert {figure.baseline for figure in found.figures} == {None}
    assert found.chart is not None
    assert not found.chart.too_unlike


def test_a_running_period_is_so_far_and_ends_now() -> None:
    """What is fetched is cut at now, to the second."""
    week = days("2026-11-23", "2026-11-29", Shape.WEEK)
    wanted = needs(Subcommand.STATS, week)
    sums = stats(new_users=4, triggers=4, received_messages=4, sent_messages=4)
    here = Insights(sums, tuple(buckets(wanted.period, Unit.DAY, [1] * 4)))
    found = report(wanted, Results(here, here))
    assert found.so_far
    assert kinds(found) == [NoteKind.SO_FAR]
    assert found.period.local_end == NOW
    assert found.series[0].points[-1].running
    assert found.chart is not None
    assert found.chart.running_left_out


def test_a_pinned_question_is_answered_as_of_then() -> None:
    """It is read now, but cut where it was shown."""
    week = days("2026-11-23", "2026-11-29", Shape.WEEK)
    wanted = needs(Subcommand.STATS, week, as_of=at("2026-11-24T10:00:00"))
    assert wanted.period.end == at("2026-11-24T10:00:00")
    found = report(wanted, Results(Insights(IN_NOVEMBER)))
    assert (found.so_far, found.read_at) == (True, NOW)


def test_a_unit_too_fine_is_made_coarser_and_said() -> None:
    """A year by hour is shown by day."""
    wanted = needs(Subcommand.CHART, days("2025-01-01", "2025-12-31", Shape.YEAR), unit=Unit.HOUR)
    assert (wanted.unit, wanted.asked_unit) == (Unit.DAY, Unit.HOUR)
    found = report(wanted, Results(Insights(IN_NOVEMBER)))
    assert found.notes[0] == Note(NoteKind.COARSER_UNIT, ("hour", "day"))


def test_a_list_cannot_be_cut_by_a_unit_and_that_is_said() -> None:
    """Nothing that was asked is left out in silence."""
    found = report(needs(Subcommand.FLOWS, unit=Unit.DAY), Results(Insights(IN_NOVEMBER), flows=()))
    assert found.notes == (Note(NoteKind.NOT_BY_UNIT, ("day",)),)


def test_months_cut_at_one_offset_are_said() -> None:
    """As the source says."""
    wanted = needs(Subcommand.CHART, days("2024-01-01", "2025-12-31", Shape.YEAR, 2))
    found = report(wanted, Results(Insights(IN_NOVEMBER, months_cut_at="UTC+01:00")))
    assert found.notes[0] == Note(NoteKind.MONTHS_CUT_AT, ("UTC+01:00",))


def test_periods_too_unlike_are_not_drawn_together() -> None:
    """The baseline's series is not even fetched; its figures are."""
    wanted = needs(Subcommand.STATS, compare=Compare.PERIOD, against=NOVEMBER)
    assert (wanted.unlike, wanted.baseline_unit, wanted.compares_figures) == (True, None, True)
    here = Insights(IN_NOVEMBER, tuple(buckets(WEEK, Unit.DAY, [1] * 7)))
    found = report(wanted, Results(here, Insights(IN_OCTOBER)))
    assert found.chart is not None
    assert found.chart.too_unlike
    assert found.compared_series == ()


def test_a_baseline_beyond_the_units_limit_is_not_drawn() -> None:
    """400 days by day are allowed, a few more are not."""
    period = days("2024-11-01", "2025-11-30")
    longer = days("2023-09-01", "2024-10-31")
    wanted = needs(Subcommand.CHART, period, unit=Unit.DAY, compare=Compare.PERIOD, against=longer)
    assert wanted.unit is Unit.DAY
    assert wanted.unlike


def test_a_fall_of_total_users_is_said() -> None:
    """Against an earlier baseline, or within the period; a later baseline may well have more."""
    fewer = Insights(stats(total_users=50))
    more = Insights(stats(total_users=60))
    assert NoteKind.TOTAL_FELL in kinds(report(needs(Subcommand.STATS), Results(fewer, more)))
    assert kinds(report(needs(Subcommand.STATS), Results(more, fewer))) == []
    later = needs(
        Subcommand.STATS, NOVEMBER, compare=Compare.PERIOD, against=days("2026-01-01", "2026-01-30")
    )
    assert kinds(report(later, Results(fewer, more))) == []
    falling = Insights(stats(), tuple(buckets(WEEK, Unit.DAY, [7, 6])))
    messages = needs(Subcommand.CHART)
    assert kinds(report(messages, Results(falling))) == [
        NoteKind.SUMS_DISAGREE,
        NoteKind.TOTAL_FELL,
    ]


@pytest.mark.parametrize(
    ("triggers", "values", "told"),
    [
        (7, [1] * 7, False),
        (8, [1] * 7, True),
        (6, [1] * 7, True),
        (9, [1, 1, None, 1, 1, 1, 1], False),
        (5, [1, 1, None, 1, 1, 1, 1], True),
    ],
)
def test_units_that_do_not_add_up_to_the_whole_are_told(
    triggers: int, values: list[int | None], told: bool
) -> None:
    """Once, naming the figure; what is missing may make them less, never more."""
    added = sum(filter(None, values))
    sums = {"new_users": added, "received_messages": added, "sent_messages": added}
    here = Insights(stats(triggers=triggers, **sums), tuple(buckets(WEEK, Unit.DAY, values)))
    found = report(needs(Subcommand.STATS, compare=Compare.NONE), Results(here))
    assert (Note(NoteKind.SUMS_DISAGREE, ("triggers", "day")) in found.notes) is told
    assert found.figures[1] == Figure(Metric.TRIGGERS, triggers, None)


@pytest.mark.parametrize(
    ("triggers", "values", "told"),
    [
        (34, [10, 10, 10, 10], False),  # the last day reaches over the end, and may hold more
        (29, [10, 10, 10, 10], True),
        (41, [10, 10, 10, 10], True),
        (41, [10, None, 10, 10], False),
    ],
)
def test_units_of_a_period_that_runs_are_held_to_its_totals(
    triggers: int, values: list[int | None], told: bool
) -> None:
    """The whole ones can be no more than those, and all together no less."""
    week = needs(
        Subcommand.CHART,
        days("2026-11-23", "2026-11-29", Shape.WEEK),
        metrics=(Metric.TRIGGERS,),
        unit=Unit.DAY,
    )
    here = Insights(stats(triggers=triggers), tuple(buckets(week.period, Unit.DAY, values)))
    assert (NoteKind.SUMS_DISAGREE in kinds(report(week, Results(here)))) is told


def test_other_dates_that_do_not_add_up_are_told_once() -> None:
    """After those that were asked for, which go before."""
    sums = {"new_users": 7, "received_messages": 7, "sent_messages": 7}
    good = Insights(stats(triggers=7, **sums), tuple(buckets(WEEK, Unit.DAY, [1] * 7)))
    wanted = needs(Subcommand.STATS)
    assert wanted.baseline is not None
    beside = tuple(buckets(wanted.baseline, Unit.DAY, [1] * 7))
    bad = Insights(stats(triggers=6, **sums), beside)
    note = Note(NoteKind.BASELINE_SUMS_DISAGREE, ("triggers", "day"))
    assert report(wanted, Results(good, bad)).notes == (note,)
    both = replace(good, stats=stats(triggers=6, **sums))
    assert kinds(report(wanted, Results(both, bad))) == [NoteKind.SUMS_DISAGREE]


def test_a_baseline_that_failed_leaves_the_figures_without_a_comparison() -> None:
    """Nothing says what it is compared with; that it failed is said."""
    here = Insights(IN_NOVEMBER)
    found = report(needs(Subcommand.STATS), Results(here, baseline_failed=True))
    assert (found.baseline, kinds(found)) == (None, [NoteKind.BASELINE_FAILED])
    assert {figure.baseline for figure in found.figures} == {None}


def test_one_flow_has_its_standing_in_the_periods_before() -> None:
    """Its place and count, that it did not run, or only that a list which may be cut has it not."""
    wanted = needs(Subcommand.FLOW, flow="menu")
    assert [clock(one) for one in wanted.earlier] == [
        ("2026-11-09T00:00:00", "2026-11-16T00:00:00"),
        ("2026-11-02T00:00:00", "2026-11-09T00:00:00"),
        ("2026-10-26T00:00:00", "2026-11-02T00:00:00"),
    ]
    many = tuple(TopFlow(f"f{n}", f"Flow {n}", 50 - n) for n in range(10))
    earlier = ((TopFlow("2", "Other", 9), TopFlow("1", "Menu", 4)), None, many)
    found = report(
        wanted,
        Results(Insights(IN_NOVEMBER), flows=(TopFlow("1", "Menu", 3),), flows_earlier=earlier),
    )
    assert [(one.place, one.count, one.whole) for one in found.history] == [
        (2, 4, True),
        (None, None, False),
    ]
    assert needs(Subcommand.FLOW, flow="menu", compare=Compare.NONE).earlier == ()


def test_of_several_flows_of_one_name_the_first_has_its_standing_before() -> None:
    """And it is known which that is."""
    named = (TopFlow("x-0001", "Menu", 3), TopFlow("x-0002", "menu ", 9), TopFlow("3", "Other", 5))
    results = Results(Insights(IN_NOVEMBER), flows=named, flows_earlier=(named[:2],))
    found = report(needs(Subcommand.FLOW, flow="menu"), results)
    assert [row.id_suffix for row in found.lists[0].rows] == ["0002", "0001"]
    assert [(one.place, one.count) for one in found.history] == [(1, 9)]
    assert (found.history_of, report(needs(Subcommand.FLOW, flow="x"), results).history_of) == (
        found.lists[0].rows[0],
        None,
    )


def test_all_time_has_nothing_to_be_compared_with() -> None:
    """Said only where a comparison was typed."""
    ever = timed("2010-01-01T00:00:00", "2026-11-26T15:45:12", Shape.ALL_TIME)
    plain = report(needs(Subcommand.STATS, ever), Results(Insights(IN_NOVEMBER)))
    assert (plain.baseline, kinds(plain)) == (None, [])
    typed = needs(Subcommand.STATS, ever, compare=Compare.LAST_YEAR)
    assert kinds(report(typed, Results(Insights(IN_NOVEMBER)))) == [NoteKind.NO_BASELINE]


def test_how_the_question_was_read_comes_first() -> None:
    """The sentences are passed on as they are."""
    found = build(
        needs(Subcommand.STATS),
        Results(Insights(IN_NOVEMBER)),
        NOW,
        account="Acme",
        said=("I read",),
    )
    assert found.notes[0] == Note(NoteKind.READING, ("I read",))
    assert found.account == "Acme"


def test_top_lists_come_with_their_earlier_places() -> None:
    """Flows and messages, as many as are told."""
    here = Insights(IN_NOVEMBER)
    results = Results(
        here,
        here,
        flows=(TopFlow("1", "Menu", 3), TopFlow("2", "Text Me", 9)),
        flows_before=(TopFlow("1", "Menu", 3),),
        messages=(TopMessage("hi", 2),),
        messages_before=(),
    )
    flows, messages = report(needs(Subcommand.REPORT, top=1), results).lists
    assert [(row.rank, row.name, row.movement) for row in flows.rows] == [(1, "Text Me", "new")]
    assert (flows.total_rows, messages.kind, messages.baseline_depth) == (2, ListKind.MESSAGES, 0)
    alone = report(needs(Subcommand.REPORT), Results(here, here, flows=(), messages=()))
    assert [one.baseline_depth for one in alone.lists] == [None, None]


def test_one_flow_or_the_nearest_names() -> None:
    """Its own row; of a name that is not there, what is like it, also before."""
    here = Insights(IN_NOVEMBER)
    flows = (TopFlow("1", "Menu", 3), TopFlow("2", "Text Me", 9))
    found = report(needs(Subcommand.FLOW, flow="menu"), Results(here, flows=flows))
    assert [(row.rank, row.name) for row in found.lists[0].rows] == [(2, "Menu")]
    assert found.notes == ()
    before = (TopFlow("3", "Test Me", 1),)
    gone = report(
        needs(Subcommand.FLOW, flow="test me"), Results(here, flows=flows, flows_before=before)
    )
    assert gone.notes == (
        Note(NoteKind.FLOW_BEFORE, (1,)),
        Note(NoteKind.FLOW_NOT_FOUND, ("Text Me",)),
    )
    missed = report(
        needs(Subcommand.FLOW, flow="tex me"), Results(here, flows=flows, flows_before=before)
    )
    assert missed.lists[0].rows == ()
    assert missed.notes == (Note(NoteKind.FLOW_NOT_FOUND, ("Text Me", "Test Me")),)


@pytest.mark.parametrize(
    ("name", "place", "alike"),
    [
        ("menu", 1, ("My Menu",)),
        ("helper", 1, ()),
        ("helpe", None, ()),
        ("my men", None, ("My Menu", "Menu")),
    ],
)
def test_a_flow_that_did_not_run_is_told_of_as_if_hidden_ones_had_not_either(
    name: str, place: int | None, alike: tuple[str, ...]
) -> None:
    """Neither do they take a place before it nor is their name offered, but to who asks for it."""
    results = Results(
        Insights(IN_NOVEMBER),
        flows=(TopFlow("4", "Quiz", 9), TopFlow("5", "Helpers", 5), TopFlow("6", "My Menu", 1)),
        flows_before=(TopFlow("1", "Helper", 90), TopFlow("2", "Menu", 50)),
    )
    hide = frozenset({"helper", "helpers"})
    found = report(needs(Subcommand.FLOW, flow=name), results, discretion=Discretion(hide=hide))
    stood = [Note(NoteKind.FLOW_BEFORE, (place,))] if place else []
    assert found.notes == (*stood, Note(NoteKind.FLOW_NOT_FOUND, alike))
