"""A Report as a CSV file: everything in the asked unit, nothing cut, numbers as plain numbers.

UTF-8 with a byte-order mark, ISO 8601 with offsets. A text cell that a spreadsheet would take for
a formula gets an apostrophe in front; numbers are never touched.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import tzinfo
from typing import TypeAlias

from bot.core.metrics import METRICS
from bot.core.periods import Period, zone_name
from bot.core.query import Subcommand, to_text
from bot.core.reports import ListKind, Report, Row, Series, TopList
from bot.core.sentences import say
from bot.render.comparing import beside
from bot.render.json_object import change_of, iso
from bot.render.lists import at_least, is_quotable
from bot.render.notes import list_extent, said
from bot.render.numbers import DEFAULT_LOCALE, plural
from bot.render.plan import Shown
from bot.render.untrusted import clean

Cell: TypeAlias = str | int | float | None
_FORMULA = tuple("=+-@\t\r\n＝＋－＠−")


def to_csv(report: Report, *, public: bool = False) -> tuple[str, bytes]:
    """File name and content.

    `public`: the file is for a channel, where messages sent once are counted and not quoted.
    """
    notes = [say("none.not_zero")] if report.no_data else []
    tables = [about(report, [*notes, *said(report, Shown(), charted=False)])]
    if report.figures:
        tables.append(_figures(report))
    if report.series:
        tables.append(_series(report.series, report.zone))
    if report.compared_series:
        tables.append(_series(report.compared_series, report.zone))
    later, single = report.compares_with_later, report.query.subcommand is Subcommand.FLOW
    tables += [list_rows(one, public=public, later=later, single=single) for one in report.lists]
    if report.history_of is not None:
        tables.append(_history(report, report.history_of))
    return file_name(report), written(tables)


def written(tables: Iterable[Iterable[Sequence[Cell]]]) -> bytes:
    """The tables with a blank line between two, every text in them harmless."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for index, table in enumerate(tables):
        if index:
            writer.writerow([])
        writer.writerows([_safe(cell) for cell in row] for row in table)
    return out.getvalue().encode("utf-8-sig")


def rows_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """One table as a file's content."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def file_name(report: Report) -> str:
    """flowxo-stats-2021-11-01-to-2021-11-30.csv."""
    first, last = report.period.first_day, report.period.last_day
    return f"flowxo-{report.query.subcommand.value}-{first}-to-{last}.csv"


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return neutral(clean(cell))
    return "" if cell is None else cell


def neutral(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet would begin to calculate.

    That is in front, and after a semicolon, which parts the cells of many a reader's spreadsheet.
    """
    return ";".join(f"'{part}" if _calculates(part) else part for part in text.split(";"))


def _calculates(part: str) -> bool:
    return part.lstrip(" \u00a0\"'").startswith(_FORMULA)


def about(report: Report, notes: Iterable[str]) -> list[list[Cell]]:
    """What was asked, its dates, where and when it was read, and what must be said beside it."""
    rows: list[list[Cell]] = [
        ["Flow XO", to_text(report.query)],
        ["Period", *_ends(report.period)],
    ]
    if report.baseline is not None:
        rows.append(["Compared with", *_ends(report.baseline)])
    rows.append(["Zone", zone_name(report.zone)])
    rows.append(["Read at", iso(report.read_at, report.zone)])
    if report.account is not None:
        rows.append(["Account", clean(report.account)])
    return rows + [["Note", note] for note in notes]


def _ends(period: Period) -> Iterable[str]:
    return iso(period.start, period.zone), iso(period.end, period.zone)


def _figures(report: Report) -> list[list[Cell]]:
    head: list[Cell] = ["Metric", "Value", "Compared with", "Change"]
    return [
        head,
        *(
            [
                METRICS[figure.metric].label,
                figure.value,
                figure.baseline,
                change_of(figure.value, figure.baseline),
            ]
            for figure in report.figures
        ),
    ]


def _series(series: tuple[Series, ...], zone: tzinfo) -> list[list[Cell]]:
    longest = max(series, key=lambda one: len(one.points))
    rows: list[list[Cell]] = [
        ["Start", "End", *(METRICS[one.metric].label for one in series)],
    ]
    for index, point in enumerate(longest.points):
        values = [one.points[index].value if index < len(one.points) else None for one in series]
        rows.append([*(iso(at, zone) for at in point.counts), *values])
    return rows


def _history(report: Report, row: Row) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["Start", "End", "Place", "Count", "Flow"]]
    name = _named(row)
    return rows + [[*_ends(one.period), one.place, one.count, name] for one in report.history]


def _named(row: Row) -> str:
    text = clean(row.name)
    return f"{text} (…{clean(row.id_suffix)})" if row.id_suffix else text


def list_rows(top: TopList, *, public: bool, later: bool, single: bool) -> list[list[Cell]]:
    """A top list under its titles; in public what was sent once is one row.

    The last row, without a place, says how much of the list it is. `later`: it is compared with no
    earlier time. `single`: it is one flow's row, of which only hidden others are told.
    """
    name = "Flow" if top.kind is ListKind.FLOWS else "Message"
    messages = top.kind is ListKind.MESSAGES
    head = "Place there" if later else "Place before"
    rows: list[list[Cell]] = [["Place", name, "Count", "Share", head]]
    rows[0] += ["Spellings"] if messages else []
    once = 0
    for row in top.rows:
        if public and messages and not is_quotable(row):
            once += 1
            continue
        share = float(row.share) if row.share is not None else None
        new = row.movement == "new"
        before = say(beside("list.new", later=later)) if new else row.was
        cells: list[Cell] = [row.rank, _named(row), row.count, share, before]
        rows.append([*cells, row.spellings] if messages else cells)
    if once:
        once = max(once, top.once)
        rows.append([None, say(at_least("list.sent_once", top)), once, None, None, None])
    if extent := _extent(top, single=single):
        rows.append([None, f"({extent})", *[None] * (len(rows[0]) - 2)])
    return rows


def _extent(top: TopList, *, single: bool) -> str:
    if top.rows and not single:
        return list_extent(top, DEFAULT_LOCALE)
    return plural("list.hidden", top.hidden, DEFAULT_LOCALE) if top.hidden else ""
