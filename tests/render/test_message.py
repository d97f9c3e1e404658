"""Message plans: order, fallbacks, cutting that tells the truth."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.metrics import Metric
from bot.core.periods import Unit
from bot.core.reports import Chart, Note, NoteKind, Report, Row
from bot.core.subcommands import Subcommand
from bot.render.blocks import Block
from bot.render.limits import LIMITS
from bot.render.message import answer_message, notice_message
from bot.render.plan import Shown
from bot.render.toptext import Section, top_text, weight
from tests.render.made import (
    NOVEMBER,
    WEEK,
    WEEK_BEFORE,
    chart_line,
    flows,
    messages,
    no_data,
    report,
    series,
    stats_november,
    top_flows,
)


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    """The types of the blocks, in order."""
    return [block["type"] for block in blocks]


def written(blocks: tuple[Block, ...]) -> str:
    """The rich text of a message, as it reads."""
    return "\n".join(
        "".join(piece["text"] for piece in block["elements"][0]["elements"])
        for block in blocks
        if block["type"] == "rich_text"
    )


def test_order_of_an_answer() -> None:
    """Headline, dates, figures, chart, context, buttons; then the Reply line."""
    plan = answer_message(stats_november(), Shown(public=True, threaded=True))
    assert kinds(plan.blocks) == [
        "header",
        "rich_text",
        "rich_text",
        "data_visualization",
        "context",
        "actions",
        "context",
    ]


def test_order_of_a_list() -> None:
    """The table stands where the rows are; what left the list stands under it."""
    plan = answer_message(top_flows(), Shown())
    assert kinds(plan.blocks) == [
        "header",
        "rich_text",
        "data_table",
        "rich_text",
        "context",
        "actions",
    ]


def test_rich_tells_the_same_without_native_blocks() -> None:
    """Points of the chart and rows of the list as lines."""
    stats = answer_message(stats_november(), Shown(locale="de-DE"))
    assert "Line chart: messages sent per day" in written(stats.rich)
    assert "13–14 Nov: November 0,5, October 8" in written(stats.rich)
    listed = answer_message(top_flows(), Shown())
    assert "1. Untitled Broadcast: 93 (73 %), new" in written(listed.rich)
    assert "No longer in the list: Welcome Back (was 2nd)" in written(listed.rich)


def test_a_report_has_titles_and_both_tables() -> None:
    """Figures, chart and two lists in one message."""
    made = replace(
        stats_november(),
        query=replace(stats_november().query, subcommand=Subcommand.REPORT),
        lists=(flows(), messages(("hi", 4), ("a", 1))),
    )
    plan = answer_message(made, Shown(public=True))
    assert kinds(plan.blocks).count("data_table") == 2
    assert "Top flows\n1. Untitled Broadcast: 93 (73 %, new). Looks like a broadcast" in plan.text
    assert "\nAll 5 flows that ran · All 2 message texts · Europe/Berlin" in plan.text
    assert 'Top messages\n1. "hi": 4\n1 more was sent once' in plan.text
    assert "Top messages" in written(plan.rich)


def chart_report(days: int, **parts: object) -> Report:
    """A chart of so many days, drawn as 2-day points where `group` is given."""
    one = series(Metric.SENT, NOVEMBER, [n % 7 for n in range(days)])
    return report(Subcommand.CHART, baseline=None, series=(one,), chart=parts.get("chart"))


def test_a_chart_that_rolls_up_has_a_table_of_the_asked_unit() -> None:
    """The course above, every unit below; a chart that shows each unit needs no table."""
    line = chart_line(Metric.SENT, NOVEMBER, [1, 2, 3, 4])
    rolled = answer_message(chart_report(30, chart=Chart(Unit.DAY, (line,), 2)), Shown())
    assert kinds(rolled.blocks)[2:4] == ["data_visualization", "data_table"]
    table = rolled.blocks[3]
    assert len(table["rows"]) == 31
    plain = answer_message(chart_report(4, chart=Chart(Unit.DAY, (line,))), Shown())
    assert "data_table" not in kinds(plain.blocks)
    gaps = answer_message(chart_report(5, chart=Chart(Unit.DAY, (line,), left_out=1)), Shown())
    assert "data_table" in kinds(gaps.blocks)


def test_a_unit_that_was_typed_has_its_rows_in_every_form() -> None:
    """Whatever is asked by day: the days as lines, and a table of what no chart shows."""
    line = chart_line(Metric.SENT, WEEK, [1, 2, 3, 4], step=timedelta(days=1))
    both = tuple(series(one, WEEK, [1, 2, 3, 4]) for one in (Metric.SENT, Metric.RECEIVED))
    made = replace(
        report(Subcommand.MESSAGES, period=WEEK, baseline=None, unit=Unit.DAY),
        series=both,
        chart=Chart(Unit.DAY, (line,)),
        lists=(messages(("hi", 4)),),
    )
    plan = answer_message(made, Shown())
    assert "Mon 16 Nov: messages sent 1, messages received 1\nTue" in plan.text
    assert "Mon 16 Nov: messages sent 1, messages received 1\nTue" in written(plan.rich)
    assert kinds(plan.blocks)[2:5] == ["data_visualization", "data_table", "data_table"]
    drawn = replace(made, chart=Chart(Unit.DAY, (line, replace(line, metric=Metric.RECEIVED))))
    assert kinds(answer_message(drawn, Shown()).blocks).count("data_table") == 1
    assert "\nThu 19 Nov: messages sent 4, " in answer_message(drawn, Shown()).text
    beside = replace(drawn, baseline=WEEK_BEFORE, compared_series=both)
    assert kinds(answer_message(beside, Shown()).blocks).count("data_table") == 2
    plain = replace(made, query=replace(made.query, unit=None))
    assert "Mon 16 Nov" not in answer_message(plain, Shown()).text
    assert kinds(answer_message(plain, Shown()).blocks).count("data_table") == 1


def test_a_chart_of_one_point_is_said() -> None:
    """One unit is neither drawn nor tabled: it is a line."""
    plan = answer_message(chart_report(1), Shown())
    assert kinds(plan.blocks) == ["header", "rich_text", "rich_text", "context", "actions"]
    assert "Mon 1 Nov: 0" in plan.text
    assert "Mon 1 Nov: 0" in written(plan.blocks)


def test_a_text_that_is_cut_says_so() -> None:
    """Rows go from the end; their number and where they are is said, and the foot stays."""
    rows = tuple(Row(n + 1, f"Flow {n} " + "x" * 80, 400 - n) for n in range(50))
    plan = answer_message(report(Subcommand.FLOWS, lists=(flows(rows),)), Shown())
    lines = plan.text.split("\n")
    shown = [line for line in lines if line.split(".")[0].isdigit()]
    assert f"{50 - len(shown)} more in the table and the CSV" in lines
    assert lines[-1].startswith("All 50 flows that ran · Europe/Berlin")
    assert len(plan.text) > 2_800


def test_points_that_one_message_cannot_hold_are_on_another_page() -> None:
    """A table holds 200 rows; the first page says where the others are."""
    plan = answer_message(chart_report(300), Shown())
    assert "Rows 1–150 of 300. More Rows shows the next ones; the CSV has all" in plan.text
    assert "Rows 1–150 of 300." in written(plan.rich)
    assert [len(block["rows"]) for block in plan.blocks if "rows" in block] == [151]
    assert "Mon 1 Nov 2021: 0" in written(plan.rich)


def test_the_text_fits_an_ephemeral_post() -> None:
    """Characters of three bytes count as what they are: fewer than 4,000 bytes in all."""
    rows = tuple(Row(n + 1, "界" * 60, 5) for n in range(50))
    plan = answer_message(report(Subcommand.FLOWS, lists=(flows(rows),)), Shown())
    assert len(plan.text.encode()) < 4_000


def test_other_readings_are_buttons() -> None:
    """05/06/2026 may be another day; a flow may have a name nearby."""
    plan = answer_message(stats_november(), Shown(alternatives=("stats 2026-05-06",)))
    assert plan.blocks[-1]["elements"][0]["text"]["text"] == "Run Stats 2026-05-06"
    missing = report(
        Subcommand.FLOW,
        flow="Mneu",
        lists=(flows(()),),
        notes=(Note(NoteKind.FLOW_NOT_FOUND, ("Menu", 'My "Menu"')),),
    )
    buttons = answer_message(missing, Shown()).blocks[-1]["elements"]
    assert [one["value"] for one in buttons] == [
        'flow "Menu" 2021-11 in Europe/Berlin',
        'flow "My ""Menu""" 2021-11 in Europe/Berlin',
    ]


def test_no_data_still_says_how_it_was_read() -> None:
    """A typo that was accepted is told even where there is nothing to show."""
    made = replace(no_data(), notes=(Note(NoteKind.READING, ('I read "jnue" as june.',)),))
    plan = answer_message(made, Shown())
    assert plan.text.endswith('I read "jnue" as june.')
    assert kinds(plan.blocks) == ["rich_text", "context", "actions"]


def test_a_notice_is_one_line() -> None:
    """Whatever it is given."""
    assert notice_message("Done.").text == "Done."
    assert notice_message("a\nb").text == "a b"


def test_top_text_drops_whole_lines_at_last() -> None:
    """Where even head and tail are too long, no line is torn."""
    text = top_text("first", ["x" * 2_000] * 9, [Section("", ("row",), (), "csv")], ["tail"])
    assert weight(text) <= LIMITS["message.text"]
    assert set(map(len, text.split("\n")[1:])) == {700}
    assert timedelta(days=7) == WEEK.end - WEEK.start
