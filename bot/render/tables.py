"""Native tables (`data_table`): top lists, and the units of series that no chart shows each.

Held to 200 rows and to 20,000 characters over all tables of a message; names give way first.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bot.core.metrics import METRICS
from bot.core.reports import Report, TopList
from bot.core.sentences import say
from bot.render.blocks import NOTHING, Block, literal, raw_number, raw_text
from bot.render.comparing import beside
from bot.render.headline import row_name
from bot.render.limits import LIMITS
from bot.render.lists import before_words, visible_rows
from bot.render.numbers import number, ordinal, share
from bot.render.plan import Shown
from bot.render.units import UnitRow, unit_rows
from bot.render.untrusted import size

_NAME_LIMITS = (150, 80, 40, 20, 10)
_PAGE = 10


def list_table(top: TopList, shown: Shown, budget: int, *, later: bool = False) -> Block | None:
    """The top list as a table of at most `budget` characters, its names as row headers.

    `later`: it is compared with no earlier time.
    """
    rows = visible_rows(top, shown)[: LIMITS["table.rows"]]
    if not rows:
        return None
    shares = any(row.share is not None for row in rows)
    # The column's title says what it is, so that a place is all that it needs.
    befores = [
        ordinal(row.was) if row.was is not None else before_words(row, top, later=later)
        for row in rows
    ]
    head = [say("table.place"), say(f"table.{top.kind}"), say(f"table.{top.kind}.count")]
    head += [say("table.share")] if shares else []
    head += [say(beside("table.before", later=later))] if any(befores) else []
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


def series_table(
    report: Report, shown: Shown, budget: int, first: int = 0, end: int | None = None
) -> Block | None:
    """The asked units from `first` up to `end` of every series, each beside the one compared.

    None where they are a single one, which is a line, or more than a table holds.
    """
    rows = unit_rows(report)[first:end]
    if not 2 <= len(rows) <= LIMITS["table.rows"]:
        return None
    unit = report.series[0].unit
    ending = say(beside("table.earlier", later=report.compares_with_later))
    head = [
        say(f"table.unit.{unit}"),
        *(METRICS[one.metric].label for one in report.series),
        *(f"{METRICS[one.metric].label}{ending}" for one in report.compared_series),
    ]
    body = [
        [_unit_label(row), *(_value(value, shown) for value in (*row.values, *row.beside))]
        for row in rows
    ]
    table = _table(say("table.series", unit=say(f"unit.{unit}")), head, body)
    return table if characters(table) <= budget else None


def _unit_label(row: UnitRow) -> Block:
    return raw_text(row.label + (say("point.running") if row.running else ""), 40)


def _value(value: int | None, shown: Shown) -> Block:
    text = number(value, shown.locale)
    return raw_text(text, 40) if value is None else raw_number(value, text)


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
