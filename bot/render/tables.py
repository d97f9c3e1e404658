"""Native tables (`data_table`): top lists, and the units of a series that a chart rolled up.

Held to 200 rows and to 20,000 characters over all tables of a message; names give way first.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bot.core.metrics import METRICS
from bot.core.reports import Report, Series, TopList
from bot.core.sentences import say
from bot.render.blocks import NOTHING, Block, literal, raw_number, raw_text
from bot.render.headline import row_name
from bot.render.labels import row_labels
from bot.render.limits import LIMITS
from bot.render.lists import before_words, visible_rows
from bot.render.numbers import number, ordinal, share
from bot.render.plan import Shown
from bot.render.untrusted import size

_NAME_LIMITS = (150, 80, 40, 20, 10)
_PAGE = 10


def list_table(top: TopList, shown: Shown, budget: int) -> Block | None:
    """The top list as a table of at most `budget` characters, its names as row headers."""
    rows = visible_rows(top, shown)[: LIMITS["table.rows"]]
    if not rows:
        return None
    shares = any(row.share is not None for row in rows)
    # The column's title says what it is, so that a place is all that it needs.
    befores = [ordinal(row.was) if row.was is not None else before_words(row, top) for row in rows]
    head = [say("table.place"), say(f"table.{top.kind}"), say(f"table.{top.kind}.count")]
    head += [say("table.share")] if shares else []
    head += [say("table.before")] if any(befores) else []
    for limit in _NAME_LIMITS:
        body = []
        for row, before in zip(rows, befores, strict=True):
            cells = [
                raw_number(row.rank, f"{row.rank}."),
                raw_text(row_name(row, limit, top.kind), limit),
                raw_number(row.count, number(row.count, shown.locale)),
            ]
            if shares:
                part = row.share if row.share is not None else Fraction(0)
                cells.append(raw_number(part * 100, share(part, shown.locale) or _under_one(part)))
            if any(befores):
                cells.append(raw_text(before or NOTHING, 40))
            body.append(cells)
        table = _table(say(f"list.{top.kind}.title"), head, body, header_column=1)
        if characters(table) <= budget:
            return table
    return None


def _under_one(part: Fraction) -> str:
    return say("table.under_one") if part else NOTHING


def series_table(report: Report, shown: Shown, budget: int) -> Block | None:
    """The asked units of every series; None where there are more than a table holds."""
    if not report.series:
        return None
    longest = report.series[0]
    if not 2 <= len(longest.points) <= LIMITS["table.rows"]:
        return None
    head = [say(f"table.unit.{longest.unit}")]
    columns = [
        *_columns(report.series, ""),
        *_columns(report.compared_series, say("table.earlier")),
    ]
    columns = columns[: LIMITS["table.columns"] - 1]
    head += [title for title, _ in columns]
    body = []
    for index, label in enumerate(row_labels(longest.points, longest.unit, report.zone)):
        cells = [raw_text(label, 40)]
        for _, series in columns:
            value = series.points[index].value if index < len(series.points) else None
            text = number(value, shown.locale)
            cells.append(raw_text(text, 40) if value is None else raw_number(value, text))
        body.append(cells)
    table = _table(say("table.series", unit=say(f"unit.{longest.unit}")), head, body)
    return table if characters(table) <= budget else None


def _columns(series: Sequence[Series], ending: str) -> list[tuple[str, Series]]:
    return [(f"{METRICS[one.metric].label}{ending}", one) for one in series]


def _table(
    caption: str, head: Sequence[str], body: Sequence[Sequence[Block]], header_column: int = 0
) -> Block:
    return {
        "type": "data_table",
        "caption": literal(caption, LIMITS["table.caption"]),
        "page_size": min(_PAGE, max(1, len(body))),
        "row_header_column_index": header_column,
        "rows": [[raw_text(title, 60) for title in head], *[list(cells) for cells in body]],
    }


def characters(table: Block) -> int:
    """What Slack counts: the text of every cell."""
    return sum(size(cell["text"]) for row in table["rows"] for cell in row)
