"""Reads the answers of the three calls: wrong in any way is NonsenseFoundError, never a guess.

Decided where the API page is silent: fields that it does not name are ignored; rows above the
limit are dropped, the most frequent stay; a flow that was renamed meanwhile comes as one id with
two names and is one flow, under the name that started more often; a flow without a name (null) has
the empty name; the same message, or the same flow and name, in two rows is nonsense.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.core.metrics import Metric
from bot.core.results import Stats, TopFlow, TopMessage
from bot.flowxo import jsontext
from bot.flowxo.failures import NonsenseFoundError, Reason

# The largest whole number a database holds; no chatbot has sent so many messages.
_LARGEST_COUNT = 2**63 - 1

Row = TypeVar("Row", TopMessage, TopFlow)


@dataclass(frozen=True, slots=True)
class MetricsRow:
    """One row of `metrics`: what it calls its bucket, when it says that begins, the values."""

    id: str
    timestamp: str
    values: Mapping[Metric, int]


@dataclass(frozen=True, slots=True)
class InsightsAnswer:
    """What /insights said; `stats` None where it has nothing for the range."""

    stats: Stats | None
    metrics: tuple[MetricsRow, ...]


def insights(body: bytes) -> InsightsAnswer:
    """The answer of /insights."""
    answer = _object(jsontext.read(body), "answer")
    stats = _list(answer, "stats")
    if len(stats) > 1:
        raise NonsenseFoundError(Reason.TWICE, "stats")
    return InsightsAnswer(
        stats=Stats(_values(_object(stats[0], "stats"))) if stats else None,
        metrics=tuple(_metrics_row(_object(row, "metrics")) for row in _list(answer, "metrics")),
    )


def top_messages(body: bytes, limit: int) -> tuple[TopMessage, ...]:
    """The answer of /insights/top_messages: at most `limit` rows, most frequent first."""
    rows = [
        TopMessage(_text(row, "_id"), _count(row, "count")) for row in _rows(jsontext.read(body))
    ]
    if len({row.text for row in rows}) != len(rows):
        raise NonsenseFoundError(Reason.TWICE, "message")
    return _most_frequent(rows, limit)


def top_flows(body: bytes, limit: int) -> tuple[TopFlow, ...]:
    """The answer of /insights/top_flows: at most `limit` rows, most frequent first."""
    rows = []
    for row in _rows(jsontext.read(body)):
        flow = _object(row.get("_id"), "flow")
        flow_id = _text(flow, "id")
        if not flow_id:
            raise NonsenseFoundError(Reason.SHAPE, "id")
        nameless = "name" in flow and flow["name"] is None
        rows.append(TopFlow(flow_id, "" if nameless else _text(flow, "name"), _count(row, "count")))
    if len({(row.id, row.name) for row in rows}) != len(rows):
        raise NonsenseFoundError(Reason.TWICE, "flow")
    return _most_frequent(rows, limit)


def _most_frequent(rows: list[Row], limit: int) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: -row.count)[:limit])


def _rows(answer: object) -> list[dict[str, object]]:
    if not isinstance(answer, list):
        raise NonsenseFoundError(Reason.SHAPE, "answer")
    return [_object(row, "row") for row in answer]


def _metrics_row(row: dict[str, object]) -> MetricsRow:
    return MetricsRow(_text(row, "_id"), _text(row, "_timestamp"), _values(row))


def _values(row: dict[str, object]) -> dict[Metric, int]:
    return {metric: _count(row, metric) for metric in Metric}


def _object(value: object, name: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise NonsenseFoundError(Reason.SHAPE, name)
    return value


def _list(row: dict[str, object], name: str) -> list[object]:
    value = row.get(name)
    if not isinstance(value, list):
        raise NonsenseFoundError(Reason.SHAPE, name)
    return value


def _text(row: dict[str, object], name: str) -> str:
    """A text that can be written anywhere: half of a surrogate pair cannot."""
    value = row.get(name)
    if not isinstance(value, str) or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise NonsenseFoundError(Reason.SHAPE, name)
    return value


def _count(row: dict[str, object], name: str) -> int:
    """A whole number; True is one to Python, but not to anybody who counts."""
    value = row.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise NonsenseFoundError(Reason.SHAPE, name)
    if not 0 <= value <= _LARGEST_COUNT:
        raise NonsenseFoundError(Reason.COUNT, name)
    return value
