"""Holds what is shown of a report to the model's answer: its rows, its words, its gaps.

Reads the text, the tables and the file as a person does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from bot.core.reports import Report
from bot.render.csvfile import to_csv
from bot.render.message import answer_message
from bot.render.plan import Shown
from bot.render.story import tell
from bot.render.tables import series_table
from tests.figures import model
from tests.figures.model_figures import Expected
from tests.render.listening import listen
from tests.render.reading import EARLIER, number, numbers

_ROOM = 10**9  # characters: no table is left out
_SHOWN = Shown()


def same_when_shown(report: Report, expected: model.Answer) -> None:
    """Fail where a text, a table or the file says what the model does not."""
    same_rows(report, expected)
    if not report.no_data:
        listen(report, _SHOWN)
    if expected.later:
        words = heads(report)
        assert not EARLIER.search(words), EARLIER.search(words)


def same_rows(report: Report, expected: model.Answer) -> None:
    """Every unit has its line and its row, beside the one that stands beside it."""
    lines = tell(report, _SHOWN).points
    wanted = list(rows(report, expected)) if expected.rows else []
    assert len(lines) == len(wanted)
    for line, row in zip(lines, wanted, strict=True):
        found = numbers(line.partition(": ")[2].replace("(30 days)", ""))
        told = [value for pair in row for value in pair]
        assert len(found) == len(told), line
        assert all(one in right for one, right in zip(found, told, strict=True)), (line, told)
    table = series_table(report, _SHOWN, _ROOM)
    for cells, row in zip(table["rows"][1:], rows(report, expected), strict=True) if table else ():
        found = [number(cell["text"]) for cell in cells[1:]]
        in_columns = [pair[at] for at in range(len(row[0])) for pair in row]
        assert all(one in right for one, right in zip(found, in_columns, strict=True)), cells


Right = tuple[int | None, ...]


def rows(report: Report, expected: model.Answer) -> Iterator[list[list[Right]]]:
    """For each unit, of each metric, what it may be told to be, and what the one beside it."""
    metrics = [str(one.metric) for one in report.series]
    there = [str(one.metric) for one in report.compared_series]
    assert there in ([], metrics)
    for at, partner in enumerate(expected.beside):
        row = []
        for metric in metrics:
            pair = [expected.series[metric][at].values]
            if there:
                pair.append(_values((expected.compared or {})[metric], partner))
            row.append(pair)
        yield row


def _values(points: Sequence[Expected], at: int | None) -> Right:
    return points[at].values if at is not None else (None,)


def heads(report: Report) -> str:
    """All that is said of it in a message and in a file, but for the times before of one flow."""
    plan = answer_message(report, _SHOWN)
    lines = [line for line in plan.text.split("\n") if not re.search(r"\b[Bb]efore: ", line)]
    _, content = to_csv(report)
    blocks = [block for block in plan.blocks if block["type"] in ("data_table", "header")]
    lines += [*content.decode("utf-8-sig").split("\r\n"), json.dumps(blocks)]
    return "\n".join(lines)
