"""An answer that is wrong in any way is nonsense, never a guess and never a crash."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.metrics import Metric
from bot.core.results import TopFlow, TopMessage
from bot.flowxo import decode, jsontext
from bot.flowxo.failures import NonsenseFoundError, Reason

FIGURES = {metric.value: number for number, metric in enumerate(Metric)}
STATS = {"_id": None, **FIGURES}
ROW = {"_id": "2021-10", "_timestamp": "2021-10-01T00:00:00.000Z", **FIGURES}
MESSAGE = {"_id": "hi", "count": 4}
FLOW = {"_id": {"id": "5e40", "name": "Text Me"}, "count": 19}


def raw(value: object) -> bytes:
    """The value as Flow XO would write it; NaN as Python does."""
    return json.dumps(value).encode()


def without(row: dict[str, Any], name: str) -> dict[str, Any]:
    """The row with one field less."""
    return {key: value for key, value in row.items() if key != name}


WRONG_COUNTS = [
    (-1, Reason.COUNT),
    (2**63, Reason.COUNT),
    (10**30, Reason.COUNT),
    (float("nan"), Reason.COUNT),
    (float("inf"), Reason.COUNT),
    (float("-inf"), Reason.COUNT),
    (True, Reason.SHAPE),
    (False, Reason.SHAPE),
    (5.0, Reason.SHAPE),
    (1e3, Reason.SHAPE),
    ("5", Reason.SHAPE),
    (None, Reason.SHAPE),
    ([5], Reason.SHAPE),
    ({"n": 5}, Reason.SHAPE),
]
WRONG_ROWS = [None, 5, "row", True, [], [STATS]]
WRONG_TEXTS = [None, 5, True, ["hi"], {"text": "hi"}, "half \ud800", "\udfff"]


def reason_of(read: Any, body: bytes) -> Reason:
    """Why the body was not taken."""
    with pytest.raises(NonsenseFoundError) as found:
        read(body)
    return found.value.reason


def messages(body: bytes) -> tuple[TopMessage, ...]:
    """The list of messages, up to 200."""
    return decode.top_messages(body, 200)


def flows(body: bytes) -> tuple[TopFlow, ...]:
    """The list of flows, up to 200."""
    return decode.top_flows(body, 200)


def test_a_right_answer_is_read_whole() -> None:
    """Fields that the page does not name are ignored."""
    answer = decode.insights(raw({"stats": [STATS], "metrics": [{**ROW, "more": 1.5}], "x": {}}))
    assert answer.stats is not None
    assert answer.stats.values == {metric: number for number, metric in enumerate(Metric)}
    assert answer.metrics[0].id == "2021-10"
    assert answer.metrics[0].values == answer.stats.values


def test_empty_lists_are_no_data() -> None:
    """Nothing there is an answer too."""
    answer = decode.insights(b'{"stats": [], "metrics": []}')
    assert (answer.stats, answer.metrics) == (None, ())
    assert messages(b"[]") == ()
    assert flows(b" [ ] ") == ()


@pytest.mark.parametrize("metric", Metric)
@pytest.mark.parametrize(("count", "reason"), WRONG_COUNTS, ids=str)
def test_a_wrong_figure_is_nonsense(metric: Metric, count: object, reason: Reason) -> None:
    """In the stats and in every bucket."""
    stats = {"stats": [{**STATS, metric: count}], "metrics": []}
    bucket = {"stats": [STATS], "metrics": [ROW, {**ROW, metric: count}]}
    assert reason_of(decode.insights, raw(stats)) is reason
    assert reason_of(decode.insights, raw(bucket)) is reason


@pytest.mark.parametrize(("count", "reason"), WRONG_COUNTS, ids=str)
def test_a_wrong_count_in_a_list_is_nonsense(count: object, reason: Reason) -> None:
    """Of messages and of flows."""
    assert reason_of(messages, raw([MESSAGE, {"_id": "x", "count": count}])) is reason
    assert reason_of(flows, raw([{**FLOW, "count": count}])) is reason


@pytest.mark.parametrize("name", FIGURES)
def test_a_missing_figure_is_nonsense(name: str) -> None:
    """All six are promised."""
    assert reason_of(decode.insights, raw({"stats": [without(STATS, name)], "metrics": []}))
    assert reason_of(decode.insights, raw({"stats": [], "metrics": [without(ROW, name)]}))


@pytest.mark.parametrize("name", ["_id", "_timestamp"])
@pytest.mark.parametrize("text", WRONG_TEXTS, ids=repr)
def test_a_bucket_needs_its_name_and_its_time(name: str, text: object) -> None:
    """Both are texts."""
    for row in ({**ROW, name: text}, without(ROW, name)):
        body = raw({"stats": [], "metrics": [row]})
        assert reason_of(decode.insights, body) is Reason.SHAPE


@pytest.mark.parametrize("row", WRONG_ROWS, ids=repr)
def test_rows_are_objects(row: object) -> None:
    """Anything else in their place is nonsense."""
    assert reason_of(decode.insights, raw({"stats": [row], "metrics": []})) is Reason.SHAPE
    assert reason_of(decode.insights, raw({"stats": [], "metrics": [row]})) is Reason.SHAPE
    assert reason_of(messages, raw([row])) is Reason.SHAPE
    assert reason_of(flows, raw([row])) is Reason.SHAPE


@pytest.mark.parametrize("answer", [None, 5, "text", [], {}, {"stats": []}, {"metrics": []}])
def test_insights_hold_two_lists(answer: object) -> None:
    """Neither may be missing."""
    assert reason_of(decode.insights, raw(answer)) is Reason.SHAPE


@pytest.mark.parametrize("answer", [None, {}, STATS, "text"])
def test_stats_and_metrics_are_lists(answer: object) -> None:
    """An object, a text or null in their place is nonsense, also for the top lists."""
    assert reason_of(decode.insights, raw({"stats": answer, "metrics": []})) is Reason.SHAPE
    assert reason_of(decode.insights, raw({"stats": [], "metrics": answer})) is Reason.SHAPE
    assert reason_of(messages, raw(answer)) is Reason.SHAPE
    assert reason_of(flows, raw(answer)) is Reason.SHAPE


def test_more_than_one_stats_object_is_nonsense() -> None:
    """Nobody could say which is right."""
    body = raw({"stats": [STATS, STATS], "metrics": []})
    assert reason_of(decode.insights, body) is Reason.TWICE


@pytest.mark.parametrize("text", WRONG_TEXTS, ids=repr)
def test_texts_names_and_ids_are_texts(text: object) -> None:
    """A message must be one; a flow's name may be null, but not missing."""
    assert reason_of(messages, raw([{"_id": text, "count": 1}])) is Reason.SHAPE
    assert reason_of(messages, raw([{"count": 1}])) is Reason.SHAPE
    for flow in ({"id": text, "name": "x"}, {"name": "x"}, {"id": "", "name": "x"}, {"id": "5"}):
        assert reason_of(flows, raw([{"_id": flow, "count": 1}])) is Reason.SHAPE
    if text is not None:
        row = {"_id": {"id": "5", "name": text}, "count": 1}
        assert reason_of(flows, raw([row])) is Reason.SHAPE


def test_a_flow_without_a_name_is_kept() -> None:
    """A flow that was deleted may have none."""
    rows = [
        {"_id": {"id": "5", "name": None}, "count": 2},
        {"_id": {"id": "6", "name": ""}, "count": 1},
    ]
    assert flows(raw(rows)) == (TopFlow("5", "", 2), TopFlow("6", "", 1))


def test_lists_are_sorted_and_cut() -> None:
    """Order is not promised; equal counts keep Flow XO's order."""
    rows = [{"_id": text, "count": count} for text, count in (("a", 1), ("b", 3), ("c", 1))]
    assert [row.text for row in decode.top_messages(raw(rows), 200)] == ["b", "a", "c"]
    assert [row.text for row in decode.top_messages(raw(rows), 2)] == ["b", "a"]


def test_the_same_row_twice_is_nonsense() -> None:
    """A list names each message and each flow once."""
    assert reason_of(messages, raw([MESSAGE, {**MESSAGE, "count": 1}])) is Reason.TWICE
    assert reason_of(flows, raw([FLOW, {**FLOW, "count": 1}])) is Reason.TWICE


def test_a_renamed_flow_comes_as_it_was_sent() -> None:
    """One id with two names is two rows: how many came says whether the list was cut."""
    rows = [
        {"_id": {"id": "5", "name": "Old"}, "count": 3},
        {"_id": {"id": "5", "name": "New"}, "count": 5},
    ]
    assert flows(raw(rows)) == (TopFlow("5", "New", 5), TopFlow("5", "Old", 3))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"{",
        b"[1,]",
        b'{"stats": []} {}',
        b"<html></html>",
        b"\xef\xbb\xbf[]",
        b"\xff\xfe[\x00]\x00",
        b'["\xff"]',
        b'["\xed\xa0\x80"]',
        b"[" * 50_000,
        b'{"a":' * 20_000,
        b"[" + b"9" * 5_000 + b"]",
        b"[-" + b"9" * 5_000 + b"]",
        b"['single']",
        b'["line\nbreak"]',
        b"[01]",
    ],
    ids=lambda body: repr(body[:20]),
)
def test_what_is_no_json_is_nonsense(body: bytes) -> None:
    """Also what a lenient reader would take, and what would end in RecursionError."""
    assert reason_of(decode.insights, body) is Reason.JSON
    assert reason_of(messages, body) is Reason.JSON


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_none_are_nonsense_anywhere(word: str) -> None:
    """Also in fields that nobody reads."""
    body = f'{{"stats": [], "metrics": [], "other": [{word}]}}'.encode()
    assert reason_of(decode.insights, body) is Reason.COUNT


def test_a_key_twice_is_nonsense_anywhere() -> None:
    """Readers differ in which of the two they take."""
    assert reason_of(decode.insights, b'{"stats": [], "metrics": [], "stats": []}') is Reason.TWICE
    assert reason_of(messages, b'[{"_id": "a", "count": 1, "x": {"y": 1, "y": 1}}]') is Reason.TWICE


def test_a_body_of_very_many_parts_is_not_even_read() -> None:
    """A few megabytes of brackets would become hundreds of megabytes of lists."""
    for body in (b"[" + b"[]," * 200_000 + b"[]]", b"[" + b"1," * 2_000_000 + b"1]"):
        assert reason_of(jsontext.read, body) is Reason.LARGE


def test_commas_that_strangers_typed_are_no_parts() -> None:
    """Nobody switches the top messages off by typing."""
    body = b'["' + b"," * 200_000 + b'", "' + b"[{" * 100_000 + b'"]'
    assert jsontext.read(body) == ["," * 200_000, "[{" * 100_000]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_nonsense(body: bytes) -> None:
    """No law of any library reaches the caller."""
    for read in (decode.insights, messages, flows):
        with suppress(NonsenseFoundError):
            assert read(body) is not None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["stats", "metrics", "_id", "count", "id"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_nonsense(answer: object) -> None:
    """Whatever its shape."""
    for read in (decode.insights, messages, flows):
        with suppress(NonsenseFoundError):
            assert read(raw(answer)) is not None


@pytest.mark.parametrize("text", ["[" * 50, "]}" * 50, '\\"[[' * 30, "\\\\", '\\\\\\"]'])
def test_brackets_within_a_text_are_no_nesting(text: str) -> None:
    """People may write what they like."""
    assert messages(f'[{{"_id": "{text}", "count": 1}}]'.encode())[0].count == 1


def test_nesting_has_an_end_long_before_python_s_own() -> None:
    """Ten are read, thirty are not, however they are written."""
    assert jsontext.read(b"[" * 10 + b"]" * 10)
    for deep in (b"[" * 30 + b"]" * 30, b"[[]," * 30 + b"1" + b"]" * 30, b"]"):
        assert reason_of(jsontext.read, deep) is Reason.JSON
