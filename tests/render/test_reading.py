"""Who hears the `text` alone hears every figure, row, date and note; and how much is elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from bot.core.metrics import Metric
from bot.core.periods import Period, Unit
from bot.core.query import Subcommand
from bot.core.reports import Figure, Gone, NoteKind, Report, Row, Series, Standing
from bot.render.message import answer_message, continuation
from bot.render.plan import Shown
from tests.render.block_shapes import Json, units
from tests.render.hearing_lists import TITLED
from tests.render.listening import listen
from tests.render.made import (
    BOTH,
    NOVEMBER,
    OCTOBER,
    WEEK,
    WEEK_BEFORE,
    flows,
    messages,
    no_data,
    report,
    series,
    stats_november,
    top_flows,
)
from tests.render.random_reports import readers, reports
from tests.render.reading import HEARD, is_in_words, letters, lines_of
from tests.render.test_schema import emitted


def test_all_notes_are_listened_for() -> None:
    """A new note needs a word here."""
    assert set(HEARD) == set(NoteKind)


def built(made: Report) -> Report:
    """The report as one is built: at most 50 rows, and two lists only where each has a title."""
    lists = made.lists if made.query.subcommand in TITLED else made.lists[:1]
    return replace(made, lists=tuple(replace(top, rows=top.rows[:50]) for top in lists))


def tamed(made: Report) -> Report:
    """The same report about names that mean no harm, so that each word can be held to."""
    names = {NoteKind.READING: ('I read "weeek" as week.',), NoteKind.FLOW_NOT_FOUND: ("Menu",)}
    return replace(
        made,
        account="Acme Support" if made.account is not None else None,
        notes=tuple(replace(one, values=names.get(one.kind, one.values)) for one in made.notes),
        lists=tuple(
            replace(
                top,
                rows=tuple(
                    replace(one, name=f"Flow {n}", id_suffix="f0a1" if one.id_suffix else None)
                    for n, one in enumerate(top.rows)
                ),
                gone=tuple(Gone(f"Gone {n}", one.was) for n, one in enumerate(top.gone)),
            )
            for top in made.lists
        ),
    )


@given(reports().map(built).map(tamed), readers)
def test_everything_is_heard_law(made: Report, shown: Shown) -> None:
    """Of any report, for any reader; and all of it is words."""
    listen(made, shown)
    is_in_words(answer_message(made, shown).text)


@given(reports().map(built), readers)
def test_strangers_names_are_heard_law(made: Report, shown: Shown) -> None:
    """Whatever they are called, each row can be told by its place, its letters and its count."""
    if not made.no_data:
        listen(made, shown, tame=False)


def _flow_with_history(*others: Row) -> Report:
    before = [WEEK_BEFORE, *(_weeks_before(WEEK_BEFORE, count) for count in (1, 2))]
    standings = (
        Standing(before[0], 3, 31, True),
        Standing(before[1], None, None, True),
        Standing(before[2], None, None, False),
    )
    end = "4579" if others else None
    row = Row(1, "Text Me", 40, Fraction(40, 90), 2, 3, end)
    return report(
        Subcommand.FLOW,
        period=WEEK,
        baseline=WEEK_BEFORE,
        flow="Text Me",
        lists=(flows((row, *others)),),
        history=standings,
    )


def _weeks_before(period: Period, count: int) -> Period:
    return replace(
        period,
        start=period.start - timedelta(weeks=count),
        end=period.end - timedelta(weeks=count),
    )


def _course(count: int, unit: Unit = Unit.DAY, **parts: Any) -> Report:
    step = timedelta(hours=1) if unit is Unit.HOUR else timedelta(days=1)
    values: list[int | None] = [None if n % 9 == 4 else n * 137 for n in range(count)]
    courses: tuple[Series, ...] = (
        series(Metric.RECEIVED, NOVEMBER, values, unit=unit, step=step),
        series(Metric.SENT, NOVEMBER, values[::-1], unit=unit, step=step),
    )
    before = (series(Metric.SENT, OCTOBER, values, unit=unit, step=step),)
    given = {"series": courses, "compared_series": before} | parts
    return report(Subcommand.CHART, figures=(Figure(Metric.SENT, 5, 141),), **given)


LEFT = {"gone": (Gone("menu", 2), Gone("hours", 3)), "gone_total": 7}
TELLING: dict[str, Report] = {
    "stats": stats_november(),
    "stats, no account": stats_november(account=None),
    "top flows": top_flows(),
    "no data": no_data(),
    "a flow and its history": _flow_with_history(),
    "two flows of a name": _flow_with_history(Row(2, "Text me", 9, Fraction(1, 10), 1, 3, "4580")),
    "twenty days": _course(20),
    "a day by the hour": _course(24, Unit.HOUR),
    "four hundred days": _course(400),
    "a report": replace(
        stats_november(),
        query=replace(stats_november().query, subcommand=Subcommand.REPORT),
        lists=(flows(), messages(("hi", 4), ("a", 1), once=9, hidden=3, **LEFT)),
    ),
    "fifty long names": report(
        Subcommand.FLOWS,
        period=BOTH,
        lists=(flows(tuple(Row(n + 1, f"Flow {n}: " + "on " * 30, 400 - n) for n in range(50))),),
    ),
}
SHOWN = {
    "private": Shown(words="as typed"),
    "public": Shown(public=True, threaded=True, asker="U1", locale="de-DE"),
    "direct": Shown(direct=True, locale="fr-FR"),
}


@pytest.mark.parametrize("to", SHOWN)
@pytest.mark.parametrize("name", TELLING)
def test_mockups_are_heard(name: str, to: str) -> None:
    """Every figure, row, date and note of each, with the bounds of what a listener bears."""
    listen(TELLING[name], SHOWN[to])
    is_in_words(answer_message(TELLING[name], SHOWN[to]).text)


def test_pages_that_follow_are_heard() -> None:
    """Each says which rows it has, tells as many as it can, and where its others are."""
    shown, heard = SHOWN["public"], 0
    for plan in continuation(_course(400), shown):
        lines = lines_of(plan.text)
        title = re.fullmatch(r"Rows (\d+)–(\d+) of 400: .+", lines[0])
        assert title
        first, last = int(title[1]), int(title[2])
        told = sum(bool(re.match(r"[A-Z]\w\w \d+ \w{3} \d{4}: ", line)) for line in lines)
        left = [line for line in lines if line.endswith(" more in the table and the CSV")]
        assert told + sum(int(line.split()[0]) for line in left) == last - first + 1
        assert heard in (0, first - 1)
        heard = last
    assert heard == 400


def _misheard(line: str) -> Iterator[str]:
    """The line with one other digit."""
    for at, digit in enumerate(line):
        if digit.isdigit():
            yield line[:at] + str((int(digit) + 1) % 10) + line[at + 1 :]


@pytest.mark.parametrize("name", TELLING)
def test_what_is_left_out_or_wrong_is_missed(name: str) -> None:
    """Without any one line, or with any other digit in it, the reading does not agree."""
    made, shown = TELLING[name], SHOWN["private"]
    plan = answer_message(made, shown)
    lines = plan.text.split("\n")
    for index, line in enumerate(lines):
        others = [[*lines[:index], *lines[index + 1 :]]]
        if not re.match(r"Line chart|Flow XO|Try: ", line) and 0 < index < len(lines) - 1:
            others += [
                [
                    *lines[:index],
                    line[:at] + str((int(digit) + 1) % 10) + line[at + 1 :],
                    *lines[index + 1 :],
                ]
                for at, digit in enumerate(line)
                if digit.isdigit()
            ]
        for other in others:
            with pytest.raises((AssertionError, ValueError, IndexError)):
                listen(made, shown, replace(plan, text="\n".join(other)))


def _words(blocks: Json) -> Iterator[str]:
    if isinstance(blocks, dict):
        kept = blocks["type"] != "actions" if "type" in blocks else True
        for key, one in blocks.items() if kept else ():
            yield from [one] if key == "text" and isinstance(one, str) else _words(one)
    elif isinstance(blocks, list | tuple):
        for one in blocks:
            yield from _words(one)


def test_what_is_no_answer_is_heard_whole() -> None:
    """Help, errors and notices say in `text` all that their blocks show, buttons aside."""
    for plan in emitted():
        heard, seen = letters(" ".join(lines_of(plan.text))), letters("".join(_words(plan.blocks)))
        assert heard == seen or " more in the CSV" in plan.text
        assert 0 < units(plan.text.split("\n")[0]) <= 120
        assert units(plan.text) <= 3_000
