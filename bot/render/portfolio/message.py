"""A Portfolio becomes a MessagePlan: the text that tells it all, native blocks, and rich text.

Knows the order of an answer and Slack's limits; its words come from `story.py`. Sends nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.portfolio import Portfolio
from bot.core.query import Subcommand
from bot.core.reports import ListKind
from bot.core.sentences import say
from bot.render.actions import answer_buttons, text_for_all
from bot.render.blocks import Block, Piece, context, header, rich_lines
from bot.render.limits import LIMITS
from bot.render.message import figures_block, lines_block, other_readings, row_pieces
from bot.render.pages import POSTED, Page, page_foot, page_rows, page_with, pages_by
from bot.render.plan import MessagePlan, Shown
from bot.render.portfolio.story import AccountWords, GroupWords, PortfolioStory, tell
from bot.render.portfolio.tables import figures_table, list_table
from bot.render.tables import characters
from bot.render.toptext import Section, top_text
from bot.render.untrusted import size

_TITLED = (Subcommand.REPORT, Subcommand.MESSAGES)
_POINTS = 3_000  # characters of a course in rich text, beside a page of accounts


def portfolio_message(portfolio: Portfolio, shown: Shown, start: int = 0) -> MessagePlan:
    """The answer about several accounts, private or public as `shown` says.

    Where there are more accounts than a message holds, `start` is the first of those to show.
    """
    story = tell(portfolio, shown)
    page = page_with(pages_of(story), start)
    return page_message(portfolio, story, shown, page, _foot(portfolio, story, shown, page))


def portfolio_continuation(portfolio: Portfolio, shown: Shown) -> Iterator[MessagePlan]:
    """What follows a public answer in its thread, in order: nothing where one message has all."""
    story = tell(portfolio, shown)
    rest = pages_of(story)[1 : 1 + POSTED]
    for page in rest:
        foot = _foot(portfolio, story, shown, page)
        yield page_message(portfolio, story, shown, page, foot, ends=page is rest[-1])


def pages_of(story: PortfolioStory) -> list[Page]:
    """All lines of an account stand on one page, in whatever form it is shown."""
    return pages_by([_size(one) for one in story.accounts])


def _size(account: AccountWords) -> tuple[int, int]:
    lines = [account.line, *(line for group in account.lists for line in group.lines)]
    rows = max((len(group.words.rows) for group in account.lists), default=1)
    return max(rows, 1), sum(size(line) + 1 for line in lines)


def page_message(
    portfolio: Portfolio,
    story: PortfolioStory,
    shown: Shown,
    page: Page,
    foot: Sequence[Block],
    *,
    ends: bool = False,
) -> MessagePlan:
    """A page of the answer, with `foot` beneath it; `ends`: no message follows."""
    where = page_foot(page, shown, ends=ends, counted="accounts")
    accounts = story.accounts[page.first : page.end]
    native = _native(portfolio, story, shown, page)
    has_table = any(block["type"] == "data_table" for block in native)
    title = page_rows(page, "accounts") if page.first else story.headline
    head: list[Block] = [header(title), rich_lines([[story.dates]])]
    if story.figures and not page.first:
        head.append(figures_block(story.figures))
    beside = lines_block([*story.notes, where])
    foot = [*beside, *foot]
    return MessagePlan(
        text=_text(portfolio, story, page, where, "table" if has_table else "csv"),
        blocks=(*head, *native, *foot),
        rich=(*head, *_rich(portfolio, story, accounts, page), *foot),
    )


def _foot(portfolio: Portfolio, story: PortfolioStory, shown: Shown, page: Page) -> list[Block]:
    whole = portfolio.whole
    buttons = answer_buttons(whole, shown, page, text_for_all)
    rows = [context(story.context), buttons]
    if not page.first:
        rows += [other_readings(whole, shown), context(story.reply) if story.reply else None]
    return [block for block in rows if block is not None]


def _text(portfolio: Portfolio, story: PortfolioStory, page: Page, where: str, beyond: str) -> str:
    accounts = story.accounts[page.first : page.end]
    sections = [Section("", _entries(accounts, portfolio), (), f"accounts.{beyond}")]
    if _is_titled(portfolio):
        for kind in ListKind:
            groups = [group.lines for group in _groups(accounts, kind)]
            title = say(f"list.{kind}.title") if groups else ""
            sections.append(Section(title, groups, (), f"accounts.{beyond}"))
    tail = [*story.notes, where, story.context]
    if page.first:
        return top_text(page_rows(page, "accounts"), [story.dates], sections, tail)
    head = [story.dates, *(words.line for words in story.figures)]
    if story.picture is not None:
        head.append(story.picture.words)
        sections.append(Section("", story.picture.points, (), "csv"))
    return top_text(story.headline, head, sections, [*tail, story.reply])


def _is_titled(portfolio: Portfolio) -> bool:
    """Whether lists follow the figures, each under its title."""
    return portfolio.whole.query.subcommand in _TITLED


def _entries(accounts: Sequence[AccountWords], portfolio: Portfolio) -> list[str | tuple[str, ...]]:
    """A line an account, or where lists are all there is its list or why it has none."""
    if _is_titled(portfolio):
        return [account.line for account in accounts]
    return [
        account.line or tuple(line for group in account.lists for line in group.lines)
        for account in accounts
    ]


def _groups(accounts: Sequence[AccountWords], kind: ListKind) -> list[GroupWords]:
    return [one for account in accounts for one in account.lists if one.words.top.kind is kind]


def _native(portfolio: Portfolio, story: PortfolioStory, shown: Shown, page: Page) -> list[Block]:
    accounts = story.accounts[page.first : page.end]
    blocks: list[Block] = []
    budget = LIMITS["message.tables.chars"]
    if story.picture is not None and not page.first:
        blocks.append(story.picture.block)
    table = figures_table(portfolio, page, shown.locale)
    if table is not None:
        blocks.append(table)
        budget -= characters(table)
    rows = zip(accounts, portfolio.rows[page.first : page.end], strict=True)
    blocks += _account_lines([one for one, row in rows if row.data is None])
    for kind in ListKind:
        groups = _groups(accounts, kind)
        table = list_table(accounts, kind, shown, budget, later=portfolio.compares_with_later)
        if table is None:
            blocks += _group_lines(groups)
            continue
        blocks.append(table)
        budget -= characters(table)
        blocks += lines_block(line for group in groups for line in group.beside)
    return blocks


def _rich(
    portfolio: Portfolio, story: PortfolioStory, accounts: Sequence[AccountWords], page: Page
) -> list[Block]:
    if not _is_titled(portfolio):
        lines = [line for one in accounts for line in _pieces(one)]
        return [rich_lines(lines), *_points(story, page)]
    blocks = _account_lines(accounts)
    for kind in ListKind:
        blocks += _group_lines(_groups(accounts, kind), say(f"list.{kind}.title"))
    return blocks


def _points(story: PortfolioStory, page: Page) -> list[Block]:
    """A course in words, where it has room beside the accounts."""
    if story.picture is None or not story.picture.points or page.first:
        return []
    points = story.picture.points
    if sum(size(line) + 1 for line in points) > _POINTS:
        points = (say("all.points_in_csv"),)
    return lines_block([story.picture.words, *points])


def _account_lines(accounts: Sequence[AccountWords]) -> list[Block]:
    lines: list[Sequence[Piece]] = [
        [(one.name, "bold"), f": {one.told}"] for one in accounts if one.told
    ]
    return [rich_lines(lines)] if lines else []


def _pieces(account: AccountWords) -> list[Sequence[Piece]]:
    if account.told:
        return [[(account.name, "bold"), f": {account.told}"]]
    return [line for group in account.lists for line in _group_pieces(group)]


def _group_pieces(group: GroupWords) -> list[Sequence[Piece]]:
    extent = [f": {group.extent}"] if group.extent else []
    lines: list[Sequence[Piece]] = [[(group.account, "bold"), *extent]]
    lines += [row_pieces(row) for row in group.words.rows]
    return [*lines, [group.foot]] if group.foot else lines


def _group_lines(groups: Sequence[GroupWords], title: str = "") -> list[Block]:
    lines: list[Sequence[Piece]] = [[(title, "bold")]] if title and groups else []
    lines += [line for group in groups for line in _group_pieces(group)]
    return [rich_lines(lines)] if lines else []
