"""A Portfolio as a CSV file: a row an account and metric, then lists and units, nothing cut."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.metrics import METRICS, Kind
from bot.core.periods import zone_name
from bot.core.portfolio import AccountRow, Portfolio
from bot.core.query import Subcommand
from bot.core.reports import Figure, ListKind, Report
from bot.core.sentences import say
from bot.render.csvfile import Cell, about, list_rows, written
from bot.render.json_object import change_of, iso
from bot.render.notes import SEPARATOR
from bot.render.numbers import DEFAULT_LOCALE
from bot.render.plan import Shown
from bot.render.portfolio.names import counted_words
from bot.render.portfolio.notes import all_notes, own_notes, why_missing
from bot.render.untrusted import clean

_FIGURES = (
    "Account", "Zone", "Start", "End", "Metric", "Value", "Compared with", "Change", "Note",
)  # fmt: skip


def portfolio_to_csv(portfolio: Portfolio, *, public: bool = False) -> tuple[str, bytes]:
    """File name and content.

    `public`: the file is for a channel, where messages sent once are counted and not quoted.
    """
    notes = all_notes(portfolio, Shown(), drawn=False)
    rows = about(portfolio.whole, [counted_words(portfolio, DEFAULT_LOCALE), *notes])
    tables = [rows, list(_figures(portfolio)), list(_series(portfolio))]
    tables += _lists(portfolio, public=public)
    return _file_name(portfolio.whole), written(table for table in tables if table)


def _file_name(whole: Report) -> str:
    first, last = whole.period.first_day, whole.period.last_day
    return f"flowxo-{whole.query.subcommand.value}-for-all-{first}-to-{last}.csv"


def _figures(portfolio: Portfolio) -> Iterator[list[Cell]]:
    yield list(_FIGURES)
    for row in portfolio.rows:
        yield from _account(row)
    whose = counted_words(portfolio, DEFAULT_LOCALE)
    for total, figure in zip(portfolio.totals, portfolio.whole.figures, strict=True):
        note = "" if METRICS[total.metric].kind is Kind.SUM else say("all.users")
        yield [whose, None, None, None, *_figure(figure), note]
        if total.both not in (0, total.counted):
            of_both = Figure(total.metric, total.compared, total.baseline)
            note = say("all.have_both", count=total.both)
            yield [whose, None, None, None, *_figure(of_both), note]


def _account(row: AccountRow) -> Iterator[list[Cell]]:
    name, zone = clean(row.name), zone_name(row.zone)
    report = row.data
    if report is None:
        yield [name, zone, *[None] * 6, why_missing(row)]
        return
    ends = iso(report.period.start, row.zone), iso(report.period.end, row.zone)
    note = SEPARATOR.join(own_notes(row))
    for figure in report.figures:
        yield [name, zone, *ends, *_figure(figure), note]


def _figure(figure: Figure) -> list[Cell]:
    change = change_of(figure.value, figure.baseline)
    return [METRICS[figure.metric].label, figure.value, figure.baseline, change]


def _lists(portfolio: Portfolio, *, public: bool) -> Iterator[list[list[Cell]]]:
    """A table a kind of list, with the account in front of each row."""
    later = portfolio.compares_with_later
    single = portfolio.whole.query.subcommand is Subcommand.FLOW
    for kind in ListKind:
        table: list[list[Cell]] = []
        for row in portfolio.rows:
            for top in row.data.lists if row.data is not None else ():
                if top.kind is kind:
                    head, *rows = list_rows(top, public=public, later=later, single=single)
                    table += [] if table else [["Account", *head]]
                    table += [[clean(row.name), *cells] for cells in rows]
        if len(table) > 1:
            yield table


def _series(portfolio: Portfolio) -> Iterator[list[Cell]]:
    """Each account's units, by its own clock."""
    begun = False
    for row in portfolio.rows:
        for series in row.data.series if row.data is not None else ():
            if not begun:
                yield ["Account", "Start", "End", METRICS[series.metric].label]
            begun = True
            for point in series.points:
                ends = (iso(at, row.zone) for at in point.counts)
                yield [clean(row.name), *ends, point.value]
