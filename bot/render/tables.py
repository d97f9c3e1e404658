"""Native tables (`data_table`): top lists, and the units of series that no chart shows each.

Held to 200 rows and to 20,000 characters over all tables of a message; names give way first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.core.metrics import METRICS
from bot.core.reports import ListKind, Report, Row, TopList
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

NAME_LIMITS = (150, 80, 40, 20, 10)
_PAGE = 10


def list_table(top: TopList, shown: Shown, budget: int, *, later: bool = False) -> Block | None:
    """The top list as a table of at most `budget` characters, its names as row headers.

    `later`: it is compared with no earlier time.
    """
    rows = visible_rows(top, shown)[: LIMITS["table.rows"]]
    if not rows:
        return None
    columns = ListColumns.of([(row, top) for row in rows], later=later)
    for limit in NAME_LIMITS:
        body = [columns.cells(row, top, limit, shown.locale) for row in rows]
        caption = say(f"list.{top.kind}.title")
        table = table_of(caption, columns.head(top.kind), body, header_column=1)
        if characters(table) <= budget:
            return table
    return None


@dataclass(frozen=True, slots=True)
class ListColumns:
    """Which columns a table of rows has: `shares` and `befores` only where any row has one.

    `later`: they are compared with no earlier time.
    """

    shares: bool
    befores: bool
    later: bool

    @classmethod
    def of(cls, rows: Sequence[tuple[Row, TopList]], *, later: bool) -> ListColumns:
        """The columns for these rows, each with its list."""
        shares = any(row.share is not None for row, _ in rows)
        befores = any(_before(row, top, later=later) for row, top in rows)
        return cls(shares, befores, later)

    def head(self, kind: ListKind) -> list[str]:
        """The titles."""
        head = [say("table.place"), say(f"table.{kind}"), say(f"table.{kind}.count")]
        head += [say("table.share")] if self.shares else []
        return [*head, say(beside("table.before", later=self.later))] if self.befores else head

    def cells(self, row: Row, top: TopList, limit: int, locale: str) -> list[Block]:
        """One row, its name at most `limit` long."""
        cells = [
            raw_number(row.rank, f"{row.rank}."),
            raw_text(row_name(row, limit, top.kind), limit),
            raw_number(row.count, number(row.count, locale)),
        ]
        if self.shares:
            part = row.share if row.share is not None else Fraction(0)
            cells.append(raw_number(part * 100, share(part, locale) or _under_one(part)))
        if self.befores:
            cells.append(raw_text(_before(row, top, later=self.later) or NOTHING, 40))
        return cells


def _before(row: Row, top: TopList, *, later: bool) -> str:
    """The column's title says where: a place is all that it needs, or that there is none."""
    if row.was is not None:
        return ordinal(row.was)
    if later and row.movement == "new":
        return say("table.not_listed")
    return before_words(row, top, later=later)


def _under_one(part: Fraction) -> str:
    return say("table.under_one") if part else NOTHING


def _compared_heads(report: Report) -> list[str]:
    """Of a single series the other time alone, so that both columns fit a phone."""
    later = report.compares_with_later
    if len(report.series) == 1:
        return [say(beside("table.before", later=later)) for _ in report.compared_series]
    ending = say(beside("table.earlier", later=later))
    return [f"{METRICS[one.metric].label}{ending}" for one in report.compared_series]


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
    head = [
        say(f"table.unit.{unit}"),
        *(METRICS[one.metric].label for one in report.series),
        *_compared_heads(report),
    ]
    body = [
        [_unit_label(row), *(_value(value, shown) for value in (*row.values, *row.beside))]
        for row in rows
    ]
    table = table_of(say("table.series", unit=say(f"unit.{unit}")), head, body)
    return table if characters(table) <= budget else None


def _unit_label(row: UnitRow) -> Block:
    return raw_text(row.label + (say("point.running") if row.running else ""), 40)


def _value(value: int | None, shown: Shown) -> Block:
    text = number(value, shown.locale)
    return raw_text(text, 40) if value is None else raw_number(value, text)


def table_of(
    caption: str, head: Sequence[str], body: Sequence[Sequence[Block]], header_column: int = 0
) -> Block:
    """A native table under these titles."""
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
