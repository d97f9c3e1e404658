"""Every payload fits Slack's documented shapes; and every rule of the schema can refuse one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from copy import deepcopy
from string import Formatter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bot.core.parse import parse
from bot.core.query import Query
from bot.core.reports import Report
from bot.core.sentences import say
from bot.core.sentences.asking import SENTENCES as ASKING
from bot.core.sentences.service import SENTENCES as SERVICE
from bot.core.sentences.upstream import SENTENCES as UPSTREAM
from bot.core.subcommands import SUBCOMMANDS, TOPICS, Subcommand
from bot.errors import BotError, ParseError
from bot.render.help import help_message
from bot.render.message import (
    answer_message,
    continuation,
    error_message,
    noted,
    notice_message,
    working_message,
)
from bot.render.plan import MessagePlan, Shown
from bot.render.views import home_view
from bot.slack.sharing import Audience, _confirmation
from tests.corpora import LANGUAGES, cases
from tests.render.block_shapes import DEFINITIONS, SCHEMA, Json, compiled, units, unsaid
from tests.render.broken_shapes import broken, rules
from tests.render.made import WEEK, flows, messages, no_data, report, stats_november, top_flows
from tests.render.random_reports import LOCALES, readers, reports

FUZZ = os.environ.get("HYPOTHESIS_PROFILE") == "fuzz"
# 100,000 reports, in parts that several processes can share; few in every run.
PARTS, EACH = (100, 1_000) if FUZZ else (1, 60)
NATIVE = {"data_visualization", "data_table"}

FITS = {name: compiled(name) for name in DEFINITIONS}
STRICT = {name: compiled(name, units) for name in ("message", "home")}
JUDGES = {
    name: Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": DEFINITIONS})
    for name in DEFINITIONS
}


def payloads(plan: MessagePlan) -> list[Json]:
    """A message as it is sent, first with native blocks and then, were they refused, without."""
    return [{"text": plan.text, "blocks": list(blocks)} for blocks in (plan.blocks, plan.rich)]


def is_valid(plan: MessagePlan) -> None:
    """Hold both forms of a message to the schema and to what it cannot say."""
    for payload in payloads(plan):
        assert STRICT["message"](payload)
        assert unsaid(payload, units) == []
    assert not NATIVE & {block["type"] for block in plan.rich}


@pytest.mark.parametrize("part", range(PARTS))
@settings(max_examples=EACH)
@given(reports(), readers)
def test_any_answer_is_valid_law(part: int, report: Report, shown: Shown) -> None:
    """However long, many or strange its figures and names, Slack's pages promise to take it."""
    assert part < PARTS
    for plan in (answer_message(report, shown), *continuation(report, shown)):
        is_valid(plan)


def errors() -> Iterator[BotError]:
    """Each error that a phrase of the corpora meets, and each sentence told of ourselves."""
    for name in ("nonsense.toml", "blind.toml", *(f"more.{code}.toml" for code in LANGUAGES)):
        for case in cases(name):
            if case.refused:
                try:
                    parse(case.phrase, case.context)
                except ParseError as error:
                    yield error
    for key, text in (ASKING | SERVICE | UPSTREAM).items():
        places = [place for _, place, _, _ in Formatter().parse(text) if place]
        said = say(key, **dict.fromkeys(places, "2"))
        first, hint = (say("broken"), said) if key.endswith("hint") else (said, "")
        yield BotError(first, hint, ("stats last week",))


SHOWN = [
    Shown(language=code, public=public, zone=zone, mention="@fx", command="/fx")
    for code in LANGUAGES
    for public in (False, True)
    for zone in (None, "Europe/Berlin")
]


def emitted() -> Iterator[MessagePlan]:
    """Everything but answers that a reader may get, in every language."""
    topics = [None, *TOPICS, "nothing", "figures", *(str(one) for one in SUBCOMMANDS)]
    yield from (help_message(topic, shown) for topic in topics for shown in SHOWN)
    for error in errors():
        yield from (error_message(error, Shown(language=code)) for code in LANGUAGES)
    yield from (working_message(None), working_message(Query(Subcommand.STATS, WEEK)))
    yield noted(notice_message("Done."), "Invite me.")
    for audience in (Audience(True, 60, True), Audience(None, None, None)):
        yield from (_confirmation(audience, "stats 2026-W47", code) for code in LANGUAGES)


def test_everything_else_is_valid() -> None:
    """Help on every topic, every error, what is said while working and before sharing."""
    plans = list(emitted())
    assert len(plans) > 1_000
    for plan in plans:
        is_valid(plan)


@pytest.mark.parametrize("code", LANGUAGES)
def test_home_is_valid(code: str) -> None:
    """In every language, and when something needs its reader."""
    for notice in ("", "Flow XO has refused its API key. " * 40):
        view = home_view(Shown(language=code, zone="Europe/Berlin"), notice)
        assert STRICT["home"](view)
        assert JUDGES["home"].is_valid(view)
        assert unsaid(view, units) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_answers_are_valid(locale: str) -> None:
    """The mockups for every reader, by jsonschema itself."""
    both = report(Subcommand.REPORT, lists=(flows(), messages(("hi", 4), ("a", 1))))
    for made in (stats_november(), top_flows(), no_data(), both):
        for manner in ({}, {"public": True, "threaded": True, "asker": "U1"}, {"direct": True}):
            plan = answer_message(made, Shown(locale=locale, words="stats", **manner))
            is_valid(plan)
            assert all(JUDGES["message"].is_valid(payload) for payload in payloads(plan))


# What follows shows that the schema can refuse.


@pytest.mark.parametrize("name", DEFINITIONS)
def test_each_rule_refuses(name: str) -> None:
    """The example of a definition fits; each rule refuses, alone, what breaks just it."""
    definition, example = DEFINITIONS[name], DEFINITIONS[name]["examples"][0]
    assert JUDGES[name].is_valid(example)
    assert FITS[name](example)
    found = list(rules(definition, example))
    assert found
    for rule in found:
        culprit = broken(example, rule)
        objections = [tuple(one.schema_path) for one in JUDGES[name].iter_errors(culprit)]
        assert objections == [rule.where], rule
        assert not FITS[name](culprit), rule


def _named(value: Json) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _named(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from [one] if key == "$ref" else _named(one)


def test_each_definition_is_of_use() -> None:
    """The schema is one; each definition is a message, a Home tab or a part of one."""
    Draft202012Validator.check_schema(SCHEMA)
    reached, todo = set(), list(_named(SCHEMA["oneOf"]))
    while todo:
        name = todo.pop().removeprefix("#/$defs/")
        if name not in reached:
            reached.add(name)
            todo += _named(DEFINITIONS[name])
    assert reached == set(DEFINITIONS)


def bar(**parts: Any) -> Json:
    """A chart of two categories."""
    data = [{"label": "Mon", "value": 1}, {"label": "Tue", "value": 2}]
    chart = {"type": "bar", "series": [{"name": "A", "data": data}]}
    axis = {"axis_config": {"categories": ["Mon", "Tue"]}}
    return {"type": "data_visualization", "title": "T", "chart": chart | axis | parts}


def table(*rows: int, **parts: Any) -> Json:
    """A table with rows of so many cells."""
    cells = [[{"type": "raw_text", "text": "界"}] * count for count in rows]
    return {"type": "data_table", "caption": "C", "rows": cells} | parts


GO = {"type": "button", "text": {"type": "plain_text", "text": "Go"}, "action_id": "a"}
ROW = {"type": "actions", "elements": [GO], "block_id": "b"}
CELL = {"type": "raw_number", "value": 1, "text": "x" * 10_000}
BEYOND: list[tuple[str, Json]] = [
    ("block_id twice", {"blocks": [ROW, ROW]}),
    ("action_id twice", {"blocks": [ROW | {"elements": [GO, GO]}]}),
    ("two series of one name", {"blocks": [bar(series=bar()["chart"]["series"] * 2)]}),
    ("not one point for every category", {"blocks": [bar(axis_config={"categories": ["Mon"]})]}),
    ("rows of different lengths", {"blocks": [table(2, 1)]}),
    ("no column at row_header_column_index", {"blocks": [table(1, 1, row_header_column_index=1)]}),
    ("over 20,000 characters in tables", {"blocks": [table(1, 1), table(1, rows=[[CELL]] * 2)]}),
    ("text of 4,000 bytes", {"text": "é" * 2_000, "blocks": [ROW]}),
]


@pytest.mark.parametrize(("objection", "payload"), BEYOND, ids=[name for name, _ in BEYOND])
def test_what_no_schema_says_is_refused(objection: str, payload: Json) -> None:
    """Each rule over several parts of a payload refuses what the schema lets pass."""
    payload = {"text": "hi"} | payload
    assert JUDGES["message"].is_valid(payload)
    assert unsaid(payload) == [objection]
    assert unsaid({"text": "hi", "blocks": [ROW, bar(), table(2, 2)]}) == []


CULPRITS: tuple[Json, ...] = (None, 7, True, "", "x" * 5_000, [], {}, [7], {"type": "text"})


@settings(max_examples=1_000 if FUZZ else 12)
@given(reports(), readers, st.data())
def test_compiled_and_jsonschema_agree_law(
    report: Report, shown: Shown, data: st.DataObject
) -> None:
    """Of answers, and of answers in which any one value is exchanged, both say the same."""
    for payload in payloads(answer_message(report, shown)):
        assert JUDGES["message"].is_valid(payload) == FITS["message"](payload)
        spoilt = deepcopy(payload)
        parent: Any = spoilt
        key: Any = data.draw(st.sampled_from(["text", "blocks"]))
        while isinstance(parent[key], dict | list) and parent[key] and data.draw(st.integers(0, 5)):
            parent = parent[key]
            keys = list(parent) if isinstance(parent, dict) else range(len(parent))
            key = data.draw(st.sampled_from(keys))
        parent[key] = data.draw(st.sampled_from(CULPRITS))
        assert JUDGES["message"].is_valid(spoilt) == FITS["message"](spoilt)
