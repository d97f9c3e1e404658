"""Answers longer than one message: their pages lose no row, in any form, and say which they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.metrics import Metric
from bot.core.periods import Shape, Unit
from bot.core.reports import Chart, Report
from bot.core.subcommands import Subcommand
from bot.render.actions import (
    MORE,
    MORE_ROWS,
    PREVIOUS,
    PREVIOUS_ROWS,
    REMOVE,
    SHARE,
    carried_rows,
    rows_value,
)
from bot.render.blocks import Block
from bot.render.limits import LIMITS
from bot.render.message import answer_message, continuation
from bot.render.pages import POSTED, Page, page_at, pages_of
from bot.render.plan import MessagePlan, Shown
from bot.render.story import tell
from bot.render.tables import series_table
from tests.render.made import chart_line, days, messages, report, series
from tests.render.random_reports import readers, reports
from tests.render.test_limits import fits

FIRST = date(2025, 10, 22)
PRIVATE = Shown()
PUBLIC = Shown(public=True, threaded=True, asker="U1")
EVERYTHING = 10_000  # characters that a message's texts, its tables aside, may come to


def long_chart(
    count: int, metrics: tuple[Metric, ...] = (Metric.RECEIVED,), *, compared: bool = False
) -> Report:
    """A chart of so many days by day, drawn by month, each with a figure of its own."""
    period = days(FIRST, FIRST + timedelta(days=count - 1), Shape.STRETCH)
    before = days(FIRST - timedelta(days=count), FIRST - timedelta(days=1), Shape.STRETCH)
    earlier = metrics if compared else ()
    return report(
        Subcommand.CHART,
        period=period,
        metrics=metrics,
        baseline=before if compared else None,
        series=tuple(series(one, period, [1_000 + n for n in range(count)]) for one in metrics),
        compared_series=tuple(
            series(one, before, [5_000 + n for n in range(count)]) for one in earlier
        ),
        chart=Chart(Unit.DAY, (chart_line(metrics[0], period, [1, 2, 3, 4]),), 30),
    )


def everyone(made: Report, shown: Shown = PRIVATE) -> list[MessagePlan]:
    """Every page of an answer, turned over by its own button."""
    plans, start = [answer_message(made, shown)], 0
    while (value := button(plans[-1], MORE_ROWS)) is not None:
        found = carried_rows(value["value"])
        assert found is not None
        assert found[0] > start
        start = found[0]
        plans.append(answer_message(made, shown, start))
    return plans


def row_of(plan: MessagePlan) -> dict[str, Block]:
    """The buttons of a message by action id."""
    rows = [block for block in plan.blocks if block["type"] == "actions"]
    assert rows == [block for block in plan.rich if block["type"] == "actions"]
    return {one["action_id"]: one for block in rows for one in block["elements"]}


def button(plan: MessagePlan, action_id: str) -> Block | None:
    """One of them."""
    return row_of(plan).get(action_id)


def table_of(plan: MessagePlan) -> list[list[str]]:
    """The native table's rows as texts, without its head."""
    (table,) = [block for block in plan.blocks if block["type"] == "data_table"]
    return [[cell["text"] for cell in row] for row in table["rows"][1:]]


def lines_of(plan: MessagePlan) -> list[str]:
    """The lines of the rich form."""
    texts = []
    for block in plan.rich:
        if block["type"] == "rich_text":
            (section,) = block["elements"]
            texts.append("".join(piece["text"] for piece in section["elements"]))
    return "\n".join(texts).split("\n")


@given(st.lists(st.integers(0, 400), min_size=1, max_size=9), st.integers(0, 900))
def test_pages_abut_and_lose_nothing_law(sizes: list[int], count: int) -> None:
    """Each begins where the one before ends; none is too long; back leads where one came from."""
    lines = ["x" * sizes[n % len(sizes)] for n in range(count)]
    pages = pages_of(lines)
    assert [page.first for page in pages] == [0, *(page.end for page in pages[:-1])]
    assert pages[-1].end == len(lines)
    assert [page.before for page in pages] == [None, *(page.first for page in pages[:-1])]
    assert [page.after for page in pages] == [*(page.first for page in pages[1:]), None]
    for page in pages:
        assert page.end - page.first <= LIMITS["table.rows"]
        assert sum(map(len, lines[page.first : page.end])) <= 8_000
    for start in range(0, len(lines), 37):
        page = page_at(lines, start)
        assert page.first <= start < page.end


@pytest.mark.parametrize(
    ("count", "ends"),
    [
        (0, [0]),
        (1, [1]),
        (200, [200]),
        (201, [101, 201]),
        (400, [200, 400]),
        (401, [134, 268, 401]),
    ],
)
def test_pages_are_about_as_long(count: int, ends: list[int]) -> None:
    """Two hundred rows and one more are not two hundred and one, but two halves."""
    assert [page.end for page in pages_of(["a row"] * count)] == ends


def test_the_lists_under_the_units_take_their_room() -> None:
    """All that one message says stays within what Slack takes, in the form without tables too."""
    period = days(FIRST, FIRST + timedelta(days=143))
    rows = tuple((f"{n} " + "w" * 95, 99 - n) for n in range(50))
    made = replace(
        report(Subcommand.MESSAGES, period=period, baseline=None, unit=Unit.DAY),
        series=tuple(series(one, period, list(range(144))) for one in tuple(Metric)[:2]),
        lists=(messages(*rows),),
    )
    plans = everyone(made)
    assert len(plans) > 1
    for plan in plans:
        assert sum(map(len, lines_of(plan))) <= EVERYTHING
    told = list(tell(made, Shown()).points)
    assert [line for plan in plans for line in lines_of(plan) if line in set(told)] == told
    assert len(list(continuation(made, PUBLIC))) == len(plans) - 1


def test_a_start_beyond_the_end_is_the_last_page() -> None:
    """There may be fewer rows by the time that the button is pressed."""
    assert page_at(["a"] * 300, 5_000) == Page(150, 300, 300, 0)


@pytest.mark.parametrize("compared", [False, True])
@pytest.mark.parametrize("metrics", [(Metric.RECEIVED,), tuple(Metric)[:3], tuple(Metric)])
@pytest.mark.parametrize("count", [201, 300, 400, 744])
def test_every_row_is_on_a_page_in_every_form(
    count: int, metrics: tuple[Metric, ...], compared: bool
) -> None:
    """Native and rich alike, once and in order; the text tells its rows or how many it leaves."""
    made = long_chart(count, metrics, compared=compared)
    told = list(tell(made, Shown()).points)
    plans = everyone(made)
    assert len(plans) > 1
    rows = [row for plan in plans for row in table_of(plan)]
    assert [row[0] for row in rows] == [line.split(": ")[0] for line in told]
    assert all(cell in line for row, line in zip(rows, told, strict=True) for cell in row[1:])
    assert [line for plan in plans for line in lines_of(plan) if line in set(told)] == told
    for plan in plans:
        fits(plan)
        told_here = [line for line in plan.text.split("\n") if line in set(told)]
        left = len(table_of(plan)) - len(told_here)
        assert (f"{left} more in the table and the CSV" in plan.text) is bool(left)
        said = sum(len(line) for line in lines_of(plan))
        assert said <= EVERYTHING


def test_a_page_says_what_it_continues_and_which_rows_it_shows() -> None:
    """In its title, and so in the text's first line; under it the answer's own exact dates."""
    first, second = everyone(long_chart(400))
    lines = second.text.split("\n")
    assert lines[0] == "Rows 201–400 of 400: messages received by day"
    assert lines[1] == first.text.split("\n")[1] == "22 Oct 2025–25 Nov 2026"
    assert "Rows 1–200 of 400. More Rows shows the next ones; the CSV has all" in first.text
    assert "More Rows" not in second.text
    assert second.blocks[0]["text"]["text"] == lines[0]
    assert "data_visualization" not in {block["type"] for block in second.blocks}
    named = everyone(replace(long_chart(400, tuple(Metric)[:2]), account="Acme " * 20))[1]
    assert "Rows " in named.text.split("\n")[0]
    assert "new users and triggers by day" in named.blocks[0]["text"]["text"]


def test_rows_are_named_among_all_rows() -> None:
    """A page within one year still says which, where the answer spans two."""
    second = everyone(long_chart(400))[1]
    assert table_of(second)[0][0] == "Sun 10 May 2026"
    assert "Sun 10 May 2026: 1,200" in lines_of(second)


def test_a_page_of_one_row_has_no_table() -> None:
    """A native table wants two: a single one is a line."""
    assert series_table(long_chart(201), PRIVATE, 20_000, 200, 201) is None


def test_what_fits_one_message_has_no_pages() -> None:
    """No button, no title of rows, nothing to follow."""
    for made in (long_chart(200), long_chart(30), report()):
        plan = answer_message(made, Shown())
        assert not {MORE_ROWS, PREVIOUS_ROWS} & set(row_of(plan))
        assert "Rows" not in plan.text
        assert list(continuation(made, PUBLIC)) == []


def test_the_buttons_of_private_pages() -> None:
    """Two and More; Previous moves into the menu where that has room for it."""
    first, middle, last = everyone(long_chart(500), Shown(words="chart"))
    assert list(row_of(first)) == [SHARE, MORE_ROWS, MORE]
    assert list(row_of(middle)) == [PREVIOUS_ROWS, MORE_ROWS, MORE]
    assert list(row_of(last)) == [PREVIOUS_ROWS, MORE]
    for plan in (first, middle, last):
        options = row_of(plan)[MORE]["options"]
        assert [one["text"]["text"] for one in options][-1] == "Send Me a Copy"
        assert len(options) == LIMITS["overflow.options"]
    direct = answer_message(long_chart(500), Shown(direct=True, words="chart"))
    assert list(row_of(direct)) == [MORE_ROWS, MORE]
    assert row_of(direct)[MORE]["options"][-1] == {
        "text": {"type": "plain_text", "text": "Previous 500 Days", "emoji": False},
        "value": "previous",
    }


def test_a_button_for_rows_carries_dates_zone_start_and_words() -> None:
    """Absolute, so that other rows are of the same answer; the words, for Ask Again for Now."""
    first = answer_message(long_chart(400), Shown(words="chart received last 400 days"))
    carried = button(first, MORE_ROWS)
    assert carried is not None
    assert carried_rows(carried["value"]) == (
        200,
        "chart received 2025-10-22 to 2026-11-25 in Europe/Berlin",
        "chart received last 400 days",
    )


@pytest.mark.parametrize("words", ["a | b", "w" * 2_000])
def test_words_that_a_button_cannot_carry_are_left_out(words: str) -> None:
    """Never the query."""
    assert carried_rows(rows_value(7, 'flow "a|b"', words)) == (7, 'flow "a|b"', "")


@pytest.mark.parametrize(
    "value", ["", "5", "5|", "x||stats", "-1||stats", "1234567||stats", "٣||s"]
)
def test_what_is_no_button_for_rows_is_not_read(value: str) -> None:
    """Written by another version, or forged."""
    assert carried_rows(value) is None


def test_the_rows_of_a_public_answer_follow_it() -> None:
    """Each of them titled; the answer says so, and each can be removed by who asked."""
    made = long_chart(500)
    answer, rest = answer_message(made, PUBLIC), list(continuation(made, PUBLIC))
    assert "Rows 1–167 of 500. The others follow in the thread; the CSV has all" in answer.text
    assert [plan.text.split(":")[0] for plan in rest] == [
        "Rows 168–334 of 500",
        "Rows 335–500 of 500",
    ]
    assert list(row_of(answer)) == [PREVIOUS, REMOVE, MORE]
    assert "rows that follow it" in row_of(answer)[REMOVE]["confirm"]["text"]["text"]
    for plan in rest:
        fits(plan)
        assert list(row_of(plan)) == [REMOVE]
        assert "The answer itself stays" in row_of(plan)[REMOVE]["confirm"]["text"]["text"]
        assert "The CSV has all" not in plan.text
        assert "Reply" not in plan.text


def test_a_thread_is_not_flooded() -> None:
    """After five messages the last one says where the other rows are."""
    made = long_chart(744, tuple(Metric), compared=True)
    pages = pages_of(tell(made, PUBLIC).points)
    rest = list(continuation(made, PUBLIC))
    assert len(rest) == POSTED < len(pages) - 1
    end = pages[POSTED].end
    assert f"–{end} of 744. The CSV has all" in rest[-1].text
    assert "The CSV has all" not in rest[-2].text


def test_where_nothing_can_follow_the_csv_is_named() -> None:
    """An answer that was shown over a response_url has no thread."""
    plan = answer_message(long_chart(400), Shown(public=True))
    assert "Rows 1–200 of 400. The CSV has all" in plan.text
    assert MORE_ROWS not in row_of(plan)


@given(reports(), readers)
def test_any_page_fits_law(made: Report, shown: Shown) -> None:
    """Nothing is over a limit and nothing acts, whatever stands on it."""
    fits(answer_message(made, shown, 399))
    for plan in continuation(made, replace(shown, public=True)):
        fits(plan)
