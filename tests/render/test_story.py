"""The lines of an answer: dates, figures, points, notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.core.metrics import Metric
from bot.core.periods import Shape, Unit
from bot.core.query import Compare
from bot.core.reports import Chart, Figure, Note, NoteKind, Point, Report, Series
from bot.core.subcommands import Subcommand
from bot.render.lists import NAME_LIMIT, list_words
from bot.render.notes import context_line, said
from bot.render.plan import Shown
from bot.render.story import dates_line, tell
from tests.render.made import (
    BERLIN,
    FLOW_ROWS,
    NOVEMBER,
    OCTOBER,
    READ_AT,
    WEEK,
    WEEK_BEFORE,
    chart_line,
    days,
    flows,
    messages,
    report,
    series,
)

READ = "Europe/Berlin · read 26 Nov 2026, 09:12"


def note(kind: NoteKind, *values: str | int) -> tuple[Note, ...]:
    """One note."""
    return (Note(kind, values),)


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (report(baseline=None), "1–30 Nov 2021"),
        (report(), "1–30 Nov 2021, compared with 1–31 Oct"),
        (
            report(notes=note(NoteKind.LONGER, 3)),
            "1–30 Nov 2021, compared with 1–31 Oct (3 days longer)",
        ),
        (
            report(notes=note(NoteKind.LONGER, -1)),
            "1–30 Nov 2021, compared with 1–31 Oct (one day shorter)",
        ),
        (
            report(notes=note(NoteKind.LONGER, -2)),
            "1–30 Nov 2021, compared with 1–31 Oct (2 days shorter)",
        ),
        (report(period=WEEK, baseline=WEEK_BEFORE), "16–22 Nov 2026, compared with 9–15 Nov"),
    ],
)
def test_dates_line(made: Report, line: str) -> None:
    """Exactly what was fetched, and exactly what it stands beside."""
    assert dates_line(made) == line


def test_a_running_week_is_said_to_be_so() -> None:
    """Both ends at the same time of their day."""
    week = days(date(2026, 11, 23), date(2026, 11, 29), Shape.WEEK)
    before = days(date(2026, 11, 16), date(2026, 11, 22), Shape.WEEK)
    now = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
    made = report(
        asked=week,
        period=week.cut(now),
        baseline=before.cut(datetime(2026, 11, 19, 14, 45, tzinfo=UTC)),
        so_far=True,
    )
    assert dates_line(made) == (
        "23–26 Nov 2026, to 15:45 (so far), compared with 16–19 Nov, to 15:45"
    )


def lines(made: Report, **shown: Any) -> list[str]:
    """The figures of an answer."""
    return [one.line for one in tell(made, Shown(**shown)).figures]


def test_figures_by_locale() -> None:
    """Separators are the reader's."""
    made = report(figures=(Figure(Metric.SENT, 12_345, 11_000),))
    assert lines(made, locale="de-DE") == ["Messages sent: 12.345 (was 11.000, +12 %)"]
    assert lines(made, locale="en-GB") == ["Messages sent: 12,345 (was 11,000, +12 %)"]


def test_figures_without_a_baseline() -> None:
    """Nothing in brackets where nothing is compared; a dash where a side is missing."""
    made = report(figures=(Figure(Metric.SENT, 5, None), Figure(Metric.TOTAL_USERS, 55, None)))
    assert lines(replace(made, baseline=None)) == ["Messages sent: 5", "Total users: 55"]
    assert lines(made) == ["Messages sent: 5 (was —)", "Total users: 55 (was —)"]
    assert dates_line(made) == "1–30 Nov 2021, compared with 1–31 Oct"
    docs = (Path(__file__).parents[2] / "docs" / "figures.md").read_text("utf-8")
    assert 'figure has a dash beside it: "5 (was —)"' in " ".join(docs.split())


def test_snapshots() -> None:
    """Total users grow by a number; active users share days with a baseline nearby."""
    made = report(
        period=WEEK,
        baseline=WEEK_BEFORE,
        figures=(Figure(Metric.TOTAL_USERS, 53, 50), Figure(Metric.ACTIVE_USERS, 22, 21)),
    )
    assert lines(made) == [
        "Total users: 53 (+3)",
        "Active users (30 days): 22 (was 21; 23 of the 30 days are the same)",
    ]
    figures = (Figure(Metric.ACTIVE_USERS, 2, 1),)
    leap = days(date(2024, 1, 31), date(2024, 1, 31)), days(date(2024, 2, 29), date(2024, 2, 29))
    assert lines(report(period=leap[1], baseline=leap[0], figures=figures)) == [
        "Active users (30 days): 2 (was 1; 1 of the 30 days is the same)"
    ]
    end = days(date(2026, 11, 20), date(2026, 11, 22))
    september = days(date(2021, 9, 1), date(2021, 9, 30))
    assert lines(report(baseline=september, figures=figures)) == [
        "Active users (30 days): 2 (was 1)"
    ]
    same = (Figure(Metric.ACTIVE_USERS, 22, 22),)
    assert lines(report(period=WEEK, baseline=end, figures=same)) == [
        "Active users (30 days): 22 (against 22 from 20 to 22 Nov, no change; "
        "30 of the 30 days are the same)"
    ]
    for value, before, rest in (
        (None, 21, "— (was 21)"),
        (5, None, "5 (was —)"),
        (5, 0, "5 (new)"),
    ):
        one = report(
            period=WEEK,
            baseline=WEEK_BEFORE,
            figures=(Figure(Metric.ACTIVE_USERS, value, before),),
        )
        assert lines(one) == [f"Active users (30 days): {rest}"]
    fell = report(figures=(Figure(Metric.TOTAL_USERS, 50, 53),))
    assert lines(fell) == ["Total users: 50 (−3)"]


def test_figures_beside_a_time_that_is_no_earlier_one() -> None:
    """Each names the other time: nothing was, nothing grew since."""
    figures = (
        Figure(Metric.SENT, 5, 141),
        Figure(Metric.TRIGGERS, 4, 0),
        Figure(Metric.TOTAL_USERS, 54, 55),
        Figure(Metric.ACTIVE_USERS, 22, 23),
    )
    made = report(period=OCTOBER, baseline=NOVEMBER, figures=figures)
    assert lines(made) == [
        "Messages sent: 5 (against 141 in November, −96 %)",
        "Triggers: 4 (against 0 in November)",
        "Total users: 54 (against 55 in November, −1)",
        "Active users (30 days): 22 (against 23 in November)",
    ]
    assert dates_line(made) == "1–31 Oct 2021, compared with 1–30 Nov"


def test_flows_have_no_figures_of_their_own() -> None:
    """Triggers are not starts; they stand in the context line."""
    made = report(Subcommand.FLOWS, figures=(Figure(Metric.TRIGGERS, 104, None),), lists=(flows(),))
    assert lines(made) == []
    assert "Triggers (104) apart" in context_line(made, Shown())
    assert "counts Triggers apart" in context_line(replace(made, figures=()), Shown())


def points(made: Report) -> tuple[str, ...]:
    """The units of a chart that was asked for."""
    return tell(made, Shown()).points


def test_points_of_a_chart_that_was_asked_for() -> None:
    """Every unit on its line; gaps as a dash, the unit not over marked."""
    one = series(Metric.SENT, WEEK, [1, None])
    running = Point(one.points[1].end, one.points[1].end + (WEEK.end - WEEK.start) / 7, 3, True)
    one = Series(Metric.SENT, Unit.DAY, (*one.points, running))
    made = report(Subcommand.CHART, period=WEEK, series=(one,))
    told = ("Mon 16 Nov: 1", "Tue 17 Nov: —", "Wed 18 Nov: 3 (so far)")
    assert points(made) == told
    assert points(report(period=WEEK, series=(one,))) == ()
    for subcommand in (Subcommand.STATS, Subcommand.MESSAGES, Subcommand.USERS, Subcommand.REPORT):
        assert points(report(subcommand, period=WEEK, series=(one,), unit=Unit.DAY)) == told
    assert points(report(Subcommand.FLOWS, unit=Unit.DAY)) == ()


def test_points_of_several_metrics_and_of_a_comparison() -> None:
    """Each figure says what it is, and what it was."""
    made = report(
        Subcommand.CHART,
        period=WEEK,
        series=(series(Metric.SENT, WEEK, [1, 2]), series(Metric.TRIGGERS, WEEK, [5])),
        compared_series=(series(Metric.SENT, WEEK_BEFORE, [9]),),
    )
    assert points(made) == (
        "Mon 16 Nov: messages sent 1 (before: 9), triggers 5",
        "Tue 17 Nov: messages sent 2 (before: —), triggers —",
    )
    later = replace(made, period=WEEK_BEFORE, baseline=WEEK, series=made.series[:1])
    assert points(later) == ("Mon 16 Nov: 1 (there: 9)", "Tue 17 Nov: 2 (there: —)")


@pytest.mark.parametrize(
    ("made", "shown", "reply"),
    [
        (report(), Shown(public=True, threaded=True), 'Reply "@flowxo by day"'),
        (report(), Shown(public=True), ""),
        (report(), Shown(threaded=True), ""),
        (
            report(unit=Unit.DAY),
            Shown(public=True, threaded=True, mention="@bot"),
            'Reply "@bot vs last year"',
        ),
        (
            report(Subcommand.FLOWS, lists=(flows(),), compare=Compare.LAST_YEAR),
            Shown(public=True, threaded=True),
            'Reply "@flowxo vs previous"',
        ),
    ],
)
def test_reply(made: Report, shown: Shown, reply: str) -> None:
    """Only where a reply in the thread works, and never what is shown already."""
    assert tell(made, shown).reply == reply


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        (note(NoteKind.SO_FAR), []),
        (note(NoteKind.READING, 'I read "moth" as month.'), ['I read "moth" as month.']),
        (note(NoteKind.READING), []),
        (note(NoteKind.COARSER_UNIT, "hour", "day"), ["shown by day: too long to show by hour"]),
        (note(NoteKind.MONTHS_CUT_AT, "UTC+01:00"), ["months cut at UTC+01:00"]),
        (
            note(NoteKind.NOT_BY_UNIT, "day"),
            ["Flow XO counts flows over the whole dates only, not by day"],
        ),
        (
            note(NoteKind.BASELINE_NO_DATA),
            ["no comparison: Flow XO has nothing for 1–31 Oct"],
        ),
        (
            note(NoteKind.TOTAL_FELL),
            ["total users only ever grow, so a fall points to the key or the data"],
        ),
        (note(NoteKind.NO_BASELINE), ["all time has nothing before it to compare with"]),
        (
            note(NoteKind.FLOW_NOT_FOUND, "Menu", "Many"),
            ['flows with a name like it: "Menu", "Many"'],
        ),
        (note(NoteKind.FLOW_NOT_FOUND), []),
        (note(NoteKind.FLOW_BEFORE, 2), ["it was 2nd in the time before"]),
        (
            note(NoteKind.BASELINE_FAILED),
            ["no comparison: Flow XO did not answer for the other dates"],
        ),
        (note(NoteKind.NO_TOTALS), ["Flow XO gave no totals for these dates"]),
        (note(NoteKind.BASELINE_NO_TOTALS), ["Flow XO gave no totals for the other dates"]),
        (note(NoteKind.NO_CHART, "day"), ["no chart: too few days have data"]),
    ],
)
def test_notes(given: tuple[Note, ...], parts: list[str]) -> None:
    """Each kind has its sentence, or another line says it."""
    assert said(report(notes=given), Shown()) == parts


def test_a_place_in_a_time_that_is_no_earlier_one() -> None:
    """Of a flow that ran only there."""
    made = report(period=OCTOBER, baseline=NOVEMBER, notes=note(NoteKind.FLOW_BEFORE, 2))
    assert said(made, Shown()) == ["it is 2nd in the list of 1–30 Nov"]


def test_notes_without_a_baseline() -> None:
    """Where even the dates of the baseline are not known, the sentence does without."""
    made = report(baseline=None, notes=note(NoteKind.BASELINE_NO_DATA))
    assert said(made, Shown()) == ["no comparison: Flow XO has nothing for the other dates"]


def test_an_unknown_zone_is_said() -> None:
    """UTC was taken because nothing better is known, and how to change that."""
    made = report(notes=note(NoteKind.ZONE_UNKNOWN))
    assert context_line(made, Shown()).startswith(
        'Europe/Berlin, as I don\'t know your time zone; add "in Europe/Berlin" · read '
    )


def test_what_a_chart_leaves_out_is_said() -> None:
    """Averages, gaps, the running unit, a baseline that is not drawn."""
    line = chart_line(Metric.SENT, NOVEMBER, [1, 2])
    chart = Chart(
        Unit.DAY, (line,), 2, left_out=1, running_left_out=True, part_left_out=True, too_unlike=True
    )
    assert said(report(chart=chart), Shown()) == [
        "the chart shows 2-day averages",
        "one day without data is left out of the chart",
        "the day that is not over is left out of the chart",
        "any day of which the dates hold only a part is left out of the chart",
        "no comparison by day: the two differ too much in length",
    ]
    chart = Chart(
        Unit.DAY, (line,), group_unit=Unit.MONTH, left_out=3, running_left_out=True,
        too_few_before=True, left_out_beside=1, left_out_before=2,
    )  # fmt: skip
    assert said(report(chart=chart), Shown()) == [
        "the chart shows averages by month",
        "3 days without data are left out of the chart",
        "one day is left out of the chart: 1–31 Oct has no figure to stand beside it",
        "2 days of 1–31 Oct are left out of the chart",
        "the day that is not over is left out of the chart",
        "the chart leaves the comparison out: too much of 1–31 Oct has no data",
    ]
    chart = Chart(Unit.HOUR, (line,), left_out_beside=2, left_out_before=1)
    assert said(report(chart=chart), Shown()) == [
        "2 hours are left out of the chart: 1–31 Oct has no figures to stand beside them",
        "one hour of 1–31 Oct is left out of the chart",
    ]
    assert said(report(chart=chart, baseline=None), Shown()) == []


def test_extent_of_a_list() -> None:
    """All there is, the first of so many, or what Flow XO gave."""
    rows = FLOW_ROWS[:2]
    many = report(Subcommand.FLOWS, lists=(flows(rows, total_rows=23),))
    assert context_line(many, Shown()).startswith(f"The first 2 of 23 flows that ran · {READ}")
    capped = report(Subcommand.FLOWS, lists=(flows(rows, total_rows=200, whole=False),))
    assert context_line(capped, Shown()).startswith(
        "The first 2 of the 200 flows that Flow XO gave"
    )
    perhaps = report(Subcommand.FLOWS, lists=(flows(rows, total_rows=2, whole=False),))
    assert context_line(perhaps, Shown()).startswith(f"2 flows, there may be more · {READ}")
    texts = report(Subcommand.MESSAGES, lists=(messages(("hi", 2)),))
    assert context_line(texts, Shown()) == f"The only message text · {READ}"
    both = report(Subcommand.REPORT, lists=(flows(), messages(("hi", 2))))
    assert context_line(both, Shown()) == f"All 5 flows that ran · The only message text · {READ}"
    aside = report(Subcommand.FLOWS, lists=(flows(rows, hidden=1),))
    assert context_line(aside, Shown()).startswith("All 2 flows that ran, 1 hidden aside · ")
    assert list_words(aside, Shown())[0].foot == ()
    alone = report(Subcommand.FLOW, flow="Text Me", lists=(flows(rows[1:]),))
    assert context_line(alone, Shown()) == READ


def test_names_are_cut_in_words() -> None:
    """A message of ten thousand characters takes one line."""
    made = report(Subcommand.MESSAGES, lists=(messages(("long " * 2000, 2)),))
    row = tell(made, Shown()).lists[0].rows[0]
    assert len(row.name) <= NAME_LIMIT + 2
    assert row.name.endswith('…"')
    assert (OCTOBER.zone, READ_AT.tzinfo) == (BERLIN, UTC)
