"""CSV: the same figures when read back, and nothing that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.metrics import METRICS, Metric
from bot.core.reports import Note, NoteKind, Report, Row, Standing
from bot.core.subcommands import Subcommand
from bot.render.csvfile import neutral, to_csv
from bot.render.json_object import to_object
from bot.render.untrusted import clean
from tests.render.made import (
    FIGURES,
    NOVEMBER,
    OCTOBER,
    flows,
    messages,
    no_data,
    part_of_a_week,
    report,
    series,
    stats_november,
    top_flows,
)


def tables(made: Report, *, public: bool = False) -> list[list[list[str]]]:
    """The file's tables, as Python's csv reads them."""
    _, content = to_csv(made, public=public)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    found: list[list[list[str]]] = [[]]
    for row in rows:
        if row:
            found[-1].append(row)
        else:
            found.append([])
    return found


def test_about() -> None:
    """What was asked, for which instants, read when."""
    made = stats_november()
    assert to_csv(made)[0] == "flowxo-stats-2021-11-01-to-2021-11-30.csv"
    assert tables(made)[0] == [
        ["Flow XO", "stats 2021-11"],
        ["Period", "2021-11-01T00:00:00+01:00", "2021-12-01T00:00:00+01:00"],
        ["Compared with", "2021-10-01T00:00:00+02:00", "2021-11-01T00:00:00+01:00"],
        ["Zone", "Europe/Berlin"],
        ["Read at", "2026-11-26T09:12:00+01:00"],
        ["Account", "Acme Support"],
        ["Note", '"Active" always looks back 30 days, whatever the period'],
    ]


def test_what_must_be_said_is_said_in_the_file() -> None:
    """How the words were read and a coarser unit; what is drawn in a chart is no part of it."""
    notes = (
        Note(NoteKind.READING, ('I read "moth" as month.',)),
        Note(NoteKind.COARSER_UNIT, ("day", "month")),
    )
    told = [row[1] for row in tables(replace(stats_november(), notes=notes))[0] if row[0] == "Note"]
    assert told[:2] == ['I read "moth" as month.', "shown by month: too long to show by day"]
    assert not any("chart" in text for text in told)


def test_figures_read_back() -> None:
    """Exactly the report's, as plain numbers; a missing one is an empty cell."""
    read = tables(stats_november())[1][1:]
    assert [(row[0], int(row[1]), int(row[2])) for row in read] == [
        (METRICS[figure.metric].label, figure.value, figure.baseline) for figure in FIGURES
    ]
    assert float(read[3][3]) == pytest.approx(-136 / 141)
    assert read[1][3] == "-0.96"
    missing = report(figures=(replace(FIGURES[0], value=None),))
    assert tables(missing)[1][1] == ["New users", "", "9", ""]


def test_series_are_never_cut() -> None:
    """Every unit of a year of days, gaps empty, both series in their own table."""
    values: list[int | None] = [None if n % 5 == 0 else n for n in range(365)]
    made = report(
        Subcommand.CHART,
        series=(series(Metric.SENT, NOVEMBER, values), series(Metric.TRIGGERS, NOVEMBER, [1])),
        compared_series=(series(Metric.SENT, OCTOBER, [4]),),
    )
    _, asked, compared = tables(made)
    assert asked[0] == ["Start", "End", "Messages sent", "Triggers"]
    assert [int(row[2]) if row[2] else None for row in asked[1:]] == values
    assert asked[1] == ["2021-11-01T00:00:00+01:00", "2021-11-02T00:00:00+01:00", "", "1"]
    assert compared[1][2] == "4"


def test_the_dates_of_a_part_are_those_that_it_counts() -> None:
    """No row has dates of which its figure is not."""
    _, table = tables(report(Subcommand.CHART, series=(part_of_a_week(),)))
    assert table[1] == ["2021-11-03T00:00:00+01:00", "2021-11-08T00:00:00+01:00", "5"]


def test_lists_read_back() -> None:
    """Ranks, whole names, counts, exact shares, places before."""
    listed = tables(top_flows())[2]
    assert listed[0] == ["Place", "Flow", "Count", "Share", "Place before"]
    assert listed[1] == ["1", "Untitled Broadcast", "93", str(93 / 128), "new"]
    assert listed[2][4] == "1"
    row = Row(1, "n" * 5_000, 3, Fraction(1, 3), id_suffix="4579")
    long = tables(report(Subcommand.FLOWS, lists=(flows((row,)),)))[1][1]
    assert long[1] == "n" * 5_000 + " (…4579)"


def test_one_flows_earlier_standing_reads_back() -> None:
    """Its dates, place and count, and which flow it is of."""
    row = Row(2, "Menu", 3, Fraction(1, 3), id_suffix="4579")
    history = (Standing(OCTOBER, 3, 31, whole=True), Standing(OCTOBER, None, None, whole=True))
    made = report(Subcommand.FLOW, lists=(flows((row,)),), history=history)
    dates = ["2021-10-01T00:00:00+02:00", "2021-11-01T00:00:00+01:00"]
    assert tables(made)[2] == [
        ["Start", "End", "Place", "Count", "Flow"],
        [*dates, "3", "31", "Menu (…4579)"],
        [*dates, "", "", "Menu (…4579)"],
    ]
    assert to_object(made)["history"][0] == {
        "period": dict(zip(("start", "end"), dates, strict=True)),
        "rank": 3, "count": 31, "name": "Menu", "id_suffix": "4579",
    }  # fmt: skip


def test_places_in_a_time_that_is_no_earlier_one() -> None:
    """Neither before nor new."""
    made = replace(top_flows(), baseline=replace(OCTOBER, start=NOVEMBER.start, end=NOVEMBER.end))
    listed = tables(made)[2]
    assert listed[0][4] == "Place there"
    assert [row[4] for row in listed[1:3]] == ["not in the list there", "1"]


def test_public_files_count_what_was_sent_once() -> None:
    """The file in the channel quotes no more than the message."""
    made = report(Subcommand.MESSAGES, lists=(messages(("hi", 4), ("my card", 1), ("x", 1)),))
    assert [row[1] for row in tables(made)[1][:-1]] == ["Message", "hi", "my card", "x"]
    public = tables(made, public=True)[1]
    assert public == [
        ["Place", "Message", "Count", "Share", "Place before", "Spellings"],
        ["1", "hi", "4", "", "", "1"],
        ["", "(messages sent once)", "2", "", "", ""],
        ["", "(All 3 message texts)", "", "", "", ""],
    ]
    first = report(
        Subcommand.MESSAGES, lists=(messages(("hi", 4), ("x", 1), once=9, total_rows=10),)
    )
    assert tables(first, public=True)[1][2][:3] == ["", "(messages sent once)", "9"]
    cut = report(Subcommand.MESSAGES, lists=(messages(("hi", 4), ("x", 1), whole=False),))
    assert tables(cut, public=True)[1][2:] == [
        ["", "(messages sent once, at least)", "1", "", "", ""],
        ["", "(2 message texts, there may be more)", "", "", "", ""],
    ]


def test_a_list_says_how_much_of_it_there_is() -> None:
    """Who reads only the file learns that it may be cut, and that hidden flows are in no share."""

    def last(subcommand: Subcommand, *rows: Row, **parts: object) -> list[str]:
        return tables(report(subcommand, lists=(flows(rows, **parts),)))[1][-1]

    row = Row(1, "Menu", 3, Fraction(1))
    assert last(Subcommand.FLOWS, row, hidden=2) == [
        "", "(The only flow that ran, 2 hidden aside)", "", "", "",
    ]  # fmt: skip
    cut = {"whole": False, "total_rows": 200}
    given = "(The first 1 of the 200 flows that Flow XO gave)"
    assert last(Subcommand.FLOWS, row, **cut)[1] == given
    assert last(Subcommand.FLOW, row, hidden=2, **cut)[1] == "(2 hidden)"
    assert last(Subcommand.FLOW, row, **cut)[:2] == ["1", "Menu"]
    assert last(Subcommand.FLOWS, hidden=1)[1] == "(1 hidden)"


def test_no_data_is_noted() -> None:
    """An empty file would look like zero."""
    assert tables(no_data())[0][-1][0] == "Note"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "＝1", "−1"]
)
def test_formulas_are_neutral(text: str) -> None:
    """An apostrophe stands in front of what a spreadsheet would calculate with."""
    assert neutral(text) == "'" + text


def test_a_cell_that_a_semicolon_would_begin_is_neutral() -> None:
    """Where cells are parted by semicolons, what follows one is a cell of its own."""
    assert neutral("x;=1+1; y") == "x;'=1+1; y"
    assert neutral('x;"=1+1') == "x;'\"=1+1"


@given(st.text())
@example("x;=1+1")
def test_names_read_back_law(text: str) -> None:
    """The name as cleaned, but for apostrophes; never a formula, whatever parts the cells."""
    made = report(Subcommand.FLOWS, lists=(flows((Row(1, text, 3),)),))
    name = tables(made)[1][1][1]
    assert name.replace("'", "") == clean(text).replace("'", "")
    for cell in name.split(";"):
        assert not cell.strip().startswith(("=", "+", "-", "@", "\t", "\r"))
