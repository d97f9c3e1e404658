"""Whole answers made of hostile texts: on every surface they are texts, and nothing else.

Each text of the corpus is at once a flow's name, a message, an account's name and a flow asked
for; the same answer made of a harmless name says how many lines there may be.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import regex

from bot.answer import answer
from bot.cli.output import out, out_object
from bot.core.metrics import Metric
from bot.core.parse import Context, parse
from bot.core.periods import Period, Unit
from bot.core.query import Query, Subcommand, cut_name
from bot.core.reports import Note, NoteKind, Report
from bot.core.results import Insights, Stats, TopFlow, TopMessage
from bot.demo.slack_acting import in_markup
from bot.errors import BotError, ParseError
from bot.render.blocks import Block
from bot.render.csvfile import to_csv
from bot.render.json_object import to_object
from bot.render.message import answer_message, error_message, notice_message
from bot.render.plan import MessagePlan, Shown
from bot.render.text import to_terminal
from bot.render.untrusted import clean
from tests.render.made import BERLIN, WEEK, no_data, report
from tests.render.test_limits import fits

CORPUS = Path(__file__).parents[1] / "corpus" / "hostile.toml"
LOADED: dict[str, Any] = tomllib.loads(CORPUS.read_text("utf-8"))
TEXTS = [
    *(text for group in LOADED["group"] for text in group["texts"]),
    *(one["text"] * one["times"] for one in LOADED["repeated"]),
    *map(json.loads, LOADED["halves"]["json"]),
]
NOW = datetime(2026, 11, 26, 8, 12, tzinfo=UTC)
HARMLESS = "Main Menu"
READERS = (
    Shown(words="stats last week", alternatives=("stats 2026-05-06",)),
    Shown(public=True, threaded=True, asker="U0123", locale="de-DE"),
)
# Everything that acts without being seen, or ends a line: not one may be left anywhere.
UNSEEN = regex.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# What Slack's clients make a link of by themselves, though nobody wrote a scheme.
DOMAIN = regex.compile(r"[\w-]\.(?:example|com|net|zip|me|py|uk|公司)\b", regex.IGNORECASE)


def named(text: str) -> str:
    """A short name of a text for the list of tests."""
    return ascii(text[:30])[1:-1] + ("…" if len(text) > 30 else "")


@dataclass(frozen=True)
class Strangers:
    """A source in which everything that strangers name has the same name."""

    text: str

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """Figures, and no course."""
        assert unit is None or period.start < period.end
        return Insights(Stats({metric: 40 + index for index, metric in enumerate(Metric)}))

    def top_flows(self, period: Period, limit: int = 200) -> tuple[TopFlow, ...]:
        """Two flows of that name, and another; before, one that is gone."""
        rows = [TopFlow("64f0a1", self.text, 9), TopFlow("64f0b2", self.text, 4)]
        rows.append(TopFlow("64f0c3", "Other", 2))
        gone = [TopFlow("64f0d4", self.text, 7)] if period.end <= WEEK.start else []
        return tuple([*rows[:1], *gone] if gone else rows)[:limit]

    def top_messages(self, period: Period, limit: int = 200) -> tuple[TopMessage, ...]:
        """That text often, another once; before, another that is gone."""
        if period.end <= WEEK.start:
            return (TopMessage("before " + self.text, 3),)
        return (TopMessage(self.text, 5), TopMessage("other", 2), TopMessage("once", 1))[:limit]


@cache
def reports(text: str) -> tuple[Report, ...]:
    """Every kind of answer in which the text can stand, made as answers are made."""
    return tuple(_reports(text))


def _reports(text: str) -> Iterator[Report]:
    source = Strangers(text)
    asked = cut_name(text)
    for subcommand in (Subcommand.FLOWS, Subcommand.MESSAGES, Subcommand.REPORT):
        yield answer(Query(subcommand, WEEK), source, NOW, account=text)
    yield answer(
        Query(Subcommand.FLOW, WEEK, flow=asked), source, NOW, notes=(f'I read "{text}".',)
    )
    missing = answer(Query(Subcommand.FLOW, WEEK, flow=asked), Strangers("Other"), NOW)
    yield replace(missing, notes=(Note(NoteKind.FLOW_NOT_FOUND, (text, text)),))
    yield replace(report(Subcommand.STATS), account=text)
    yield replace(no_data(), account=text, notes=(Note(NoteKind.READING, (f'I read "{text}".',)),))


def harmless() -> tuple[Report, ...]:
    """The same answers about a flow that means no harm."""
    return reports(HARMLESS)


# Those of the harmless name are compared with every text, and made once.
@cache
def _harmless_plan(kind: int, reader: int) -> MessagePlan:
    return answer_message(harmless()[kind], READERS[reader])


@cache
def _harmless_rows(kind: int, public: bool) -> list[list[str]]:
    return rows_of(to_csv(harmless()[kind], public=public)[1])


@cache
def _harmless_terminal(kind: int) -> str:
    return to_terminal(harmless()[kind])


def written(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every string in blocks, but for the line breaks that we put between lines."""
    todo: list[Any] = list(blocks)
    while todo:
        one = todo.pop()
        if isinstance(one, dict):
            todo += [value for key, value in one.items() if key not in ("value", "block_id")]
        elif isinstance(one, list):
            todo += one
        elif isinstance(one, str) and one != "\n":
            yield one


def is_text_only(plan: MessagePlan) -> None:
    """Hold a message to Slack's rules, and to being text wherever strangers' words stand."""
    fits(plan)
    acting = in_markup(plan.text, auto_links=True, auto_names=False)
    assert (acting.pings, acting.links, acting.formatting) == ((), (), ())
    assert not regex.search(r"@(?:here|channel|everyone|group)\b", plan.text, regex.IGNORECASE)
    assert not DOMAIN.search(plan.text)
    assert not UNSEEN.search(plan.text)
    for blocks in (plan.blocks, plan.rich):
        # One line for all of them: a break in one of them would be a line more.
        texts = list(written(blocks))
        assert not UNSEEN.search("\n".join(texts))
        assert "\n".join(texts).count("\n") == max(len(texts) - 1, 0)


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_messages_hold(text: str) -> None:
    """Native, rich and as text alone: no ring, link, format or broken line, and Slack takes all."""
    for kind, made in enumerate(reports(text)):
        for reader, shown in enumerate(READERS):
            plan, model = answer_message(made, shown), _harmless_plan(kind, reader)
            is_text_only(plan)
            lines = len(plan.text.split("\n")) - len(model.text.split("\n"))
            # Where there is no data, a long account's name moves what follows it down.
            assert lines in ((0, 1, 2) if made.no_data else (0,))
            # Buttons aside: a flow without a name has none to be asked for by.
            kinds = [block["type"] for block in plan.blocks if block["type"] != "actions"]
            assert kinds == [b["type"] for b in model.blocks if b["type"] != "actions"]


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_files_hold(text: str) -> None:
    """As many rows as of a harmless name, read back as written; no cell of them calculates."""
    for kind, made in enumerate(reports(text)):
        for public in (False, True):
            rows, model = rows_of(to_csv(made, public=public)[1]), _harmless_rows(kind, public)
            assert [len(row) for row in rows] == [len(row) for row in model]
            for cell in (cell for row in rows for cell in row):
                is_harmless(cell)


def is_harmless(cell: str) -> None:
    """Hold a cell of a file to being a line of text, or a number."""
    assert not UNSEEN.search(cell)
    assert "\n" not in cell
    for part in cell.split(";"):
        begins = part.strip(" \u00a0\"'")[:1] if not part.startswith("'") else ""
        assert begins not in tuple("=+@＝＋＠") or not begins
        assert begins not in tuple("-－−") or not begins or float(part) < 0


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of a file, as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_terminals_hold(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As many lines as of a harmless name; nothing steers the cursor; JSON is one ASCII line."""
    for kind, made in enumerate(reports(text)):
        printed, model = to_terminal(made), _harmless_terminal(kind)
        assert not UNSEEN.search(printed)
        assert len(printed.split("\n")) == len(model.split("\n"))
        out(printed)
        shown = capsys.readouterr().out
        assert not UNSEEN.search(shown)
        assert shown.count("\n") == model.count("\n") + 1
        told = to_object(made)
        out_object(told)
        line = capsys.readouterr().out
        assert line.isascii()
        assert line.count("\n") == 1
        assert json.loads(line) == told


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_questions_hold(text: str) -> None:
    """Typed as a question, or in quotes in one: what comes back is text, and so is the echo."""
    context = Context(now=NOW, zone=BERLIN)
    for asked in (text, f'flow "{text}" last week', f"stats {text}", f"stats last week {text}"):
        try:
            reading = parse(asked, context)
        except ParseError as error:
            is_text_only(error_message(error, Shown()))
            continue
        if reading.query.period is not None:
            made = answer(reading.query, Strangers(text), NOW, notes=reading.notes)
            shown = Shown(words=asked, alternatives=reading.alternatives)
            is_text_only(answer_message(made, shown))
    is_text_only(error_message(BotError(f'No flow is called "{text}".', text, (text,)), Shown()))
    is_text_only(notice_message(f"Saved {text}."))


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_buttons_ask_for_what_they_show(text: str) -> None:
    """A flow's name that a button carries is read back as a name, and as nothing else."""
    missing = next(one for one in reports(text) if _lacks(one))
    for button in _buttons(answer_message(missing, Shown()).blocks):
        if button["action_id"].startswith("run"):
            read = parse(button["value"], Context(now=NOW, zone=BERLIN)).query
            assert (read.subcommand, read.flow) == (Subcommand.FLOW, cut_name(clean(text)))
            assert (read.top, read.public, read.as_csv) == (None, False, False)


def _lacks(made: Report) -> bool:
    return any(note.kind is NoteKind.FLOW_NOT_FOUND for note in made.notes)


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_equal_names_are_told_apart(text: str) -> None:
    """By the ends of their ids, in the text, in the rich text, in the table and in the terminal."""
    made = reports(text)[0]
    plan = answer_message(made, READERS[0])
    table = [block for block in plan.blocks if block["type"] == "data_table"]
    shown = [plan.text, *(" ".join(written(blocks)) for blocks in (plan.rich, tuple(table)))]
    for one in (*shown, to_terminal(made)):
        assert "f0a1" in one
        assert "f0b2" in one


def _buttons(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block["type"] == "actions":
            yield from (one for one in block["elements"] if one["type"] == "button")


def test_the_corpus_is_large() -> None:
    """Enough of each kind, and no text twice."""
    assert len(TEXTS) >= 220
    assert len(set(TEXTS)) == len(TEXTS)
    assert all(group["about"] and len(group["texts"]) >= 10 for group in LOADED["group"])
    assert max(map(len, TEXTS)) >= 100_000
