"""Native tables of several accounts: a row an account with its figures, and top lists by account.

A page of accounts has room for their figures; in lists the names give way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.metrics import METRICS
from bot.core.portfolio import AccountRow, Portfolio
from bot.core.reports import Figure, ListKind
from bot.core.sentences import say
from bot.render.blocks import NOTHING, Block, raw_number, raw_text
from bot.render.comparing import other_words
from bot.render.lists import visible_rows
from bot.render.numbers import number
from bot.render.pages import Page
from bot.render.plan import Shown
from bot.render.portfolio.names import account_names, counted_words
from bot.render.portfolio.story import AccountWords, change_told, total_words
from bot.render.tables import NAME_LIMITS, ListColumns, characters, table_of

_NAME = 60
_CELL = 100


def figures_table(portfolio: Portfolio, page: Page, locale: str) -> Block | None:
    """The figures of the page's accounts, on the first page under their totals.

    None where no account of the page has any, and where lists are all there is.
    """
    names = account_names(portfolio)
    rows = list(zip(names, portfolio.rows, strict=True))[page.first : page.end]
    if portfolio.lists_alone or all(row.data is None for _, row in rows):
        return None
    head = [say("all.table.account"), *(METRICS[one.metric].label for one in portfolio.totals)]
    body = [[raw_text(name, _NAME), *_cells(portfolio, row, locale)] for name, row in rows]
    if not page.first and len(portfolio.rows) > 1:
        body.insert(0, _total_cells(portfolio, locale))
    return table_of(say("all.table"), head, body)


def _total_cells(portfolio: Portfolio, locale: str) -> list[Block]:
    """First, where it stays when the largest are sorted to the top; of users there is none."""
    cells = [raw_text(counted_words(portfolio, locale), _NAME)]
    for total, words in zip(portfolio.totals, total_words(portfolio, locale), strict=True):
        cells.append(_cell(total.value, f"{words.value}{words.rest}"))
    return cells


def _cells(portfolio: Portfolio, row: AccountRow, locale: str) -> Iterator[Block]:
    there = other_words(row.data) if row.data is not None else ""
    for total in portfolio.totals:
        value, before = row.figure(total.metric)
        change = change_told(Figure(total.metric, value, before), locale, there)
        text = number(value, locale)
        yield _cell(value, text if change is None else f"{text} ({change})")


def _cell(value: int | None, text: str) -> Block:
    return raw_text(NOTHING, _CELL) if value is None else raw_number(value, text)


def list_table(
    accounts: Sequence[AccountWords],
    kind: ListKind,
    shown: Shown,
    budget: int,
    *,
    later: bool = False,
) -> Block | None:
    """The first rows of each account's list; None where there are none, or there is no room.

    `later`: they are compared with no earlier time.
    """
    groups = [one for account in accounts for one in account.lists if one.words.top.kind is kind]
    rows = [
        (group.account, row, group.words.top)
        for group in groups
        for row in visible_rows(group.words.top, shown)
    ]
    if not rows:
        return None
    columns = ListColumns.of([(row, top) for _, row, top in rows], later=later)
    head = [say("all.table.account"), *columns.head(kind)]
    for limit in NAME_LIMITS:
        body = [
            [raw_text(account, limit), *columns.cells(row, top, limit, shown.locale)]
            for account, row, top in rows
        ]
        table = table_of(say(f"list.{kind}.title"), head, body)
        if characters(table) <= budget:
            return table
    return None
