"""The terminal: the same story, a chart in characters, columns that line up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.metrics import Metric
from bot.core.periods import Unit
from bot.core.reports import Chart, Figure, Note, NoteKind, Row
from bot.core.subcommands import Subcommand
from bot.render.plan import Shown
from bot.render.text import to_terminal
from tests.render.made import (
    NOVEMBER,
    WEEK,
    chart_line,
    flows,
    messages,
    no_data,
    report,
    series,
    stats_november,
    top_flows,
)

DAY = timedelta(days=1)


def test_stats() -> None:
    """Headline and dates, figures, two bars a point, the context line."""
    printed = to_terminal(stats_november(account=None)).split("\n\n")
    assert printed[0].startswith("5 messages sent in November")
    assert printed[1].count("\n") == 5
    chart = printed[2].split("\n")
    assert chart[0].endswith("November and October (█ November, ░ October)")
    assert chart[1] == "  1–2 Nov    0"
    assert chart[2] == "             ░░░░░░░ 2"
    assert chart[8] == "             " + "░" * 32 + " 9"
    assert printed[3].startswith("Europe/Berlin · read")


def test_another_reading_of_the_dates_is_offered() -> None:
    """As a command that can be pasted into a shell, behind the answer."""
    shown = Shown(command="flowxo-bot ask", direct=True, alternatives=("stats 2026-05-06",))
    last = to_terminal(stats_november(account=None), shown).split("\n\n")[-1]
    assert last == 'The other way to read it: flowxo-bot ask "stats 2026-05-06"'


def test_a_table_lines_up() -> None:
    """Names padded by what they take on the screen, counts to the right."""
    rows = (Row(1, "界界", 93), Row(2, "Text Me", 5), Row(10, "e\u0301", 1))
    printed = to_terminal(
        report(Subcommand.FLOWS, baseline=None, lists=(flows(rows, baseline_depth=None),))
    )
    assert printed.split("\n\n")[1] == " 1. 界界    93\n 2. Text Me  5\n10. e\u0301        1"


def test_lists_have_titles_and_feet() -> None:
    """What left the list stands under it; messages carry a title."""
    assert "No longer in the list: Welcome Back" in to_terminal(top_flows())
    printed = to_terminal(report(Subcommand.MESSAGES, lists=(messages(("hi", 2)),)))
    assert 'Top messages\n1. "hi" 2' in printed
    assert "Top messages" in to_terminal(report(Subcommand.MESSAGES, lists=(messages(),)))


def test_no_escape_sequence_gets_through() -> None:
    """A name cannot colour, clear or retitle the terminal."""
    made = report(
        Subcommand.MESSAGES,
        account="\x1b[2JAcme",
        lists=(messages(("\x1b]0;owned\x07hi", 2)),),
        notes=(Note(NoteKind.READING, ("\x1b[31mread",)),),
    )
    assert "\x1b" not in to_terminal(made)
    assert "\x07" not in to_terminal(made)


def test_points_are_listed_where_the_chart_rolls_them_up() -> None:
    """Every asked unit is there, once."""
    one = series(Metric.SENT, WEEK, [1, 2, 3, 4])
    line = chart_line(Metric.SENT, WEEK, [1, 2, 3, 4], step=DAY)
    as_asked = report(Subcommand.CHART, period=WEEK, series=(one,), chart=Chart(Unit.DAY, (line,)))
    assert "Mon 16 Nov: 1" not in to_terminal(as_asked)
    rolled = replace(as_asked, chart=Chart(Unit.DAY, (line,), 2))
    assert "Mon 16 Nov: 1\nTue 17 Nov: 2" in to_terminal(rolled)
    alone = replace(as_asked, chart=None)
    assert "Mon 16 Nov: 1" in to_terminal(alone)


def test_three_lines_are_numbers() -> None:
    """Two kinds of bars can be told apart, three cannot."""
    lines = tuple(
        chart_line(metric, WEEK, [1, 2, 3, 4], step=DAY)
        for metric in (Metric.SENT, Metric.RECEIVED, Metric.TRIGGERS)
    )
    printed = to_terminal(report(period=WEEK, chart=Chart(Unit.DAY, lines)))
    assert "  16 Nov: Messages sent 1, Messages received 1, Triggers 1" in printed


def test_one_line_and_nothing_at_all() -> None:
    """A single line has no legend; a chart of zeros has no bars."""
    line = chart_line(Metric.SENT, NOVEMBER, [0, 0, 0, 0])
    printed = to_terminal(report(chart=Chart(Unit.DAY, (line,), 2)))
    assert "Line chart: messages sent per day, 2-day averages\n  1–2 Nov  0" in printed


def test_no_data() -> None:
    """The same sentence, and a command for the terminal."""
    assert to_terminal(no_data(account=None)) == (
        "No figures for 1–30 Jun 2019. Flow XO answered but has nothing for those days, which is "
        'not the same as zero.\nTry: flowxo-bot ask "stats last 30 days"'
    )
    noted = replace(no_data(), notes=(Note(NoteKind.READING, ("Read so.",)),))
    assert to_terminal(noted, Shown(command="x")).endswith("\nRead so.")
    figures = tuple(Figure(metric, None, None) for metric in Metric)
    assert "Active" not in to_terminal(replace(no_data(), figures=figures))
