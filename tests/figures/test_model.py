"""The bot's answers against an independent model: what happened when, added up by hand.

The question goes in as text and the figures come over HTTP through the real client, since reading
the dates, cutting at clock changes, decoding and merging are all judged here.
"""

from __future__ import annotations

import ast
import os
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from bot.answer import answer
from bot.core.changes import fraction
from bot.core.parse import Context, parse
from bot.core.periods import Period, Shape
from bot.core.reports import NoteKind, Report, Series, TopList
from bot.flowxo.client import FlowXOClient
from tests.figures import model
from tests.figures.found import FOUND
from tests.figures.model_chance import Chance
from tests.figures.model_charts import Chart
from tests.figures.model_figures import Expected, Facts
from tests.figures.model_lists import Listing
from tests.figures.model_log import RECEIVED, TRIGGERS, Event, Readings
from tests.figures.model_periods import Range, asked_for, baseline
from tests.figures.model_questions import ZONES, questions, readings
from tests.figures.rendered import same_when_shown
from tests.figures.upstream import Upstream

# Over all subcommands together at least ten thousand under `make fuzz`.
_SHARES = {"stats": 3, "chart": 3, "report": 2, "users": 1, "messages": 1, "flows": 1, "flow": 1}
_EACH = 1000 if os.environ.get("HYPOTHESIS_PROFILE") == "fuzz" else 15
_KINDS = {"flows": TRIGGERS, "messages": RECEIVED}
_KEY = "eyJhbGciOiJub25lIn0.model.key"
_BUDGET_S = 60.0
_ELSEWHERE = "Pacific/Kiritimati"  # the account's zone where the question names another


@pytest.fixture(name="upstream", scope="module")
def _upstream() -> Iterator[Upstream]:
    with Upstream() as upstream:
        yield upstream


def ask(
    upstream: Upstream, question: model.Question, log: Sequence[Event], read: Readings
) -> Report:
    """The bot's answer to the text, over HTTP; a client of its own, since clients remember."""
    upstream.tell(log, read)
    account = ZoneInfo(_ELSEWHERE if question.says_zone else question.zone)
    query = parse(question.text, Context(question.now, account, question.week_start)).query
    client = FlowXOClient(upstream.url, _KEY)
    try:
        return answer(
            query, client.question(_BUDGET_S), question.now, week_start=question.week_start
        )
    finally:
        client.close()


def asked_ranges(question: model.Question) -> list[Range]:
    """What the question is about: its period, and what that is compared with."""
    zone, now, meaning = ZoneInfo(question.zone), question.now, question.meaning
    period = asked_for(meaning, question.compare, question.against, now, zone)
    before = baseline(meaning, question.compare, question.against, now, zone)
    return [period, before] if before else [period]


@pytest.mark.parametrize("subcommand", _SHARES)
def test_law_every_answer_is_the_models(upstream: Upstream, subcommand: str) -> None:
    """Every figure, change, series, chart and list, whatever is asked, however it is told."""

    @settings(max_examples=_EACH * _SHARES[subcommand])
    @given(
        question=questions(subcommand),
        read=readings(),
        seed=st.integers(0, 2**32),
        size=st.sampled_from([0, 1, 3, 20, 60, 120]),
    )
    def law(question: model.Question, read: Readings, seed: int, size: int) -> None:
        ranges = asked_ranges(question)
        zone, unit = ZoneInfo(question.zone), question.unit or "day"
        log = Chance(random.Random(seed), zone, unit, ranges).log(size)
        note(f"log: {log}")
        judge(upstream, question, log, read)

    law()


def judge(
    upstream: Upstream, question: model.Question, log: Sequence[Event], read: Readings
) -> None:
    """Fail where the bot's answer is not the model's."""
    facts = Facts(log, read, ZoneInfo(question.zone), question.week_start)
    report, expected = ask(upstream, question, log, read), model.answer(question, facts)
    agree(report, expected, question.top)
    same_when_shown(report, expected)


@pytest.mark.parametrize(
    ("question", "log", "read"),
    [pytest.param(*parts, id=reason) for reason, *parts in FOUND],
)
def test_what_was_found(
    upstream: Upstream, question: model.Question, log: Sequence[Event], read: Readings
) -> None:
    """Each disagreement in its smallest form."""
    judge(upstream, question, log, read)


def agree(report: Report, expected: model.Answer, top: int) -> None:
    """Fail where the report differs from what must be told."""
    assert _range(report.period) == expected.period
    assert (_range(report.baseline) if report.baseline else None) == expected.baseline
    assert report.so_far is expected.so_far
    # Its Flow XO counts right, so that nothing may be said to disagree.
    kinds = {note.kind for note in report.notes}
    assert not kinds & {NoteKind.SUMS_DISAGREE, NoteKind.BASELINE_SUMS_DISAGREE}
    figures = {
        str(one.metric): model.Figure(one.value, one.baseline, fraction(one.value, one.baseline))
        for one in report.figures
    }
    assert figures == expected.figures
    assert list(figures) == list(expected.figures)
    assert (str(report.headline) if report.headline else None) == expected.headline
    same_series(report.series, expected.series, expected.unit)
    if expected.compared is None:
        assert report.compared_series == ()
    else:
        same_compared(report.compared_series, expected.compared, expected.unit)
    same_chart(report, expected)
    assert {_KINDS[one.kind] for one in report.lists} == set(expected.lists)
    for one in report.lists:
        same_list(one, expected.lists[_KINDS[one.kind]], top)


def _range(period: Period) -> Range:
    return Range(period.start, period.end)


def same_series(
    found: Sequence[Series], expected: dict[str, list[Expected]], unit: str | None
) -> None:
    """The same units in order, with a right value in each, the last marked where it runs."""
    assert {str(one.metric) for one in found} == set(expected)
    for one in found:
        wanted = expected[str(one.metric)]
        assert str(one.unit) == unit
        assert [point.start for point in one.points] == [point.start for point in wanted]
        assert [point.running for point in one.points] == [point.running for point in wanted]
        wrong = [
            (point.start.isoformat(), point.value, right.values)
            for point, right in zip(one.points, wanted, strict=True)
            if point.value not in right.values
        ]
        assert not wrong, one.metric


def same_compared(
    found: Sequence[Series], expected: dict[str, list[Expected]], unit: str | None
) -> None:
    """The baseline's series, which is left out where nothing at all is known of it."""
    if found:
        same_series(found, expected, unit)
        return
    points = [point for points in expected.values() for point in points]
    assert all(None in point.values for point in points)


def same_chart(report: Report, expected: model.Answer) -> None:
    """The same points on the same lines, where there is one right value for each.

    All time is drawn from its first users on; that has its own tests.
    """
    every = [*expected.series.values(), *(expected.compared or {}).values()]
    open_values = any(len(point.values) > 1 for points in every for point in points)
    if open_values or report.period.shape is Shape.ALL_TIME:
        return
    found = report.chart
    drawn = found and Chart(
        found.group,
        str(found.group_unit) if found.group_unit else None,
        [
            (str(line.metric), line.compared, [point.value for point in line.points])
            for line in found.lines
        ],
        found.left_out,
        found.left_out_beside,
        found.left_out_before,
    )
    assert drawn == expected.chart


def same_list(found: TopList, expected: Listing, top: int) -> None:
    """The places, counts and shares; of rows that tie at the end any may be shown."""
    assert (found.total, found.whole) == (expected.total, expected.whole)
    assert found.baseline_whole is expected.before_whole
    assert found.total_rows == expected.length
    ranks = sorted((row.rank, row.count) for row in expected.rows)
    assert [(row.rank, row.count) for row in found.rows] == ranks[:top]
    left = list(expected.rows)
    for row in found.rows:
        facts = (row.rank, row.count, row.share, row.was, row.movement, row.spellings)
        same = [
            one
            for one in left
            if row.name in one.names
            and row.id_suffix in one.suffixes
            and facts == (one.rank, one.count, one.share, one.was, one.movement, one.spellings)
        ]
        assert same, (row, left)
        left.remove(same[0])
    for one in found.gone:
        assert any(
            one.name in names and one.was == was and one.id_suffix in ends
            for names, was, ends in expected.gone
        )
    assert len(found.gone) == min(5, len(expected.gone))


def test_the_model_is_independent() -> None:
    """No module of the model imports anything of the bot, and it is asked in 40 zones and more."""
    paths = sorted(Path(__file__).parent.glob("model*.py"))
    assert len(paths) > 6
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not [name for name in names if name.split(".")[0] == "bot"], path
    assert len(set(ZONES)) >= 40
    assert {
        "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia",
        "Pacific/Kiritimati",
    } <= set(ZONES)  # fmt: skip
