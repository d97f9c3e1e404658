"""A Report becomes a MessagePlan: the text that tells it all, native blocks, and rich text.

Knows the order of an answer and Slack's limits; its words come from `story.py`. Sends nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.core.query import Query, cut_name
from bot.core.reports import NoteKind, Report
from bot.core.sentences import say
from bot.render.actions import answer_buttons, run_buttons, shown_text
from bot.render.blocks import Block, Piece, context, header, rich_lines, top_line
from bot.render.charts import chart_block, point_words
from bot.render.dates import range_text
from bot.render.failures import error_message
from bot.render.help import help_message
from bot.render.limits import LIMITS
from bot.render.lists import ListWords, RowWords
from bot.render.notes import SEPARATOR, said
from bot.render.pages import POSTED, Page, page_at, page_foot, page_title, pages_of
from bot.render.plan import MessagePlan, Shown
from bot.render.story import FigureWords, Story, tell
from bot.render.tables import characters, list_table, series_table
from bot.render.toptext import Section, top_text
from bot.render.typed import typed
from bot.render.units import drawn_by_unit
from bot.render.untrusted import clean, cut, size

__all__ = [
    "MessagePlan",
    "Shown",
    "answer_message",
    "continuation",
    "error_message",
    "help_message",
    "noted",
    "notice_message",
    "working_message",
]

_RICH_ROWS = 120  # rows of a list in rich text
_NEAREST = 3
_ACCOUNT = 40  # characters of an account's name, so that the dates stay in the first line


def answer_message(report: Report, shown: Shown, start: int = 0) -> MessagePlan:
    """The answer to a question, private or public as `shown` says.

    Where it has more units than a message holds, `start` is the first of those to show.
    """
    if report.no_data:
        return _no_data(report, shown)
    story = tell(report, shown)
    page = page_at(story.points, start, _taken(story))
    if page.first:
        return _page_message(report, shown, page)
    where = page_foot(page, shown)
    native = _native(report, story, shown, page, where)
    foot = _foot(report, story, shown, page)
    head = head_blocks(story)
    return MessagePlan(
        text=_text(story, page, where, has_table=has_table(native)),
        blocks=(*head, *native, *foot),
        rich=(*head, *_rich(report, story, shown, page, where), *foot),
    )


def continuation(report: Report, shown: Shown) -> Iterator[MessagePlan]:
    """What follows a public answer in its thread, in order: nothing where one message has all."""
    if report.no_data:
        return
    story = tell(report, shown)
    rest = pages_of(story.points, _taken(story))[1 : 1 + POSTED]
    for page in rest:
        yield _page_message(report, shown, page, ends=page is rest[-1])


def _taken(story: Story) -> int:
    """How many characters the lists take, row by row, which share a message with the first page."""
    return sum(size(row.line) + 1 for words in story.lists for row in words.rows)


def _page_message(report: Report, shown: Shown, page: Page, *, ends: bool = False) -> MessagePlan:
    """A page after the first: its rows under its number and the answer's dates."""
    report = replace(report, chart=None)
    story = tell(report, shown)
    title, lines = page_title(report, page), story.points[page.first : page.end]
    where = page_foot(page, shown, ends=ends)
    table = series_table(report, shown, LIMITS["message.tables.chars"], page.first, page.end)
    rich = lines_block([*lines, where])
    native = [table, *lines_block([where])] if table is not None else rich
    head = [header(title), rich_lines([[story.dates]])]
    buttons = answer_buttons(report, shown, page)
    foot = [context(story.context), *([buttons] if buttons else [])]
    section = Section("", lines, (where,), beyond(has_table=table is not None))
    return MessagePlan(
        text=top_text(title, [story.dates], [section], [story.context]),
        blocks=(*head, *native, *foot),
        rich=(*head, *rich, *foot),
    )


def has_table(blocks: Iterable[Block]) -> bool:
    """Whether rows stand in a native table."""
    return any(block["type"] == "data_table" for block in blocks)


def beyond(*, has_table: bool) -> str:
    """Where the rows are that the text has no room for."""
    return "table" if has_table else "csv"


def _text(story: Story, page: Page, where: str, *, has_table: bool) -> str:
    head = [story.dates, *(words.line for words in story.figures), story.chart]
    elsewhere = beyond(has_table=has_table)
    sections = [Section("", story.points[: page.end], (where,), elsewhere)]
    sections += list_sections(story.lists, elsewhere)
    return top_text(story.headline, head, sections, [story.context, story.reply])


def head_blocks(story: Story) -> list[Block]:
    """What an answer begins with: the headline, the dates, the figures."""
    blocks = [header(story.headline), rich_lines([[story.dates]])]
    if story.figures:
        blocks.append(figures_block(story.figures))
    return blocks


def list_sections(lists: Iterable[ListWords], where: str) -> list[Section]:
    """Top lists as sections of the text; `where` has the rows that it has no room for."""
    return [
        Section(one.title, tuple(row.line for row in one.rows), one.foot, where) for one in lists
    ]


def figures_block(figures: Sequence[FigureWords]) -> Block:
    """The figures, a line each, their values bold."""
    lines: list[Sequence[Piece]] = []
    for words in figures:
        rest = [words.rest] if words.rest else []
        lines.append([f"{words.label}: ", (words.value, "bold"), *rest])
    return rich_lines(lines)


def _native(report: Report, story: Story, shown: Shown, page: Page, where: str) -> list[Block]:
    blocks: list[Block] = []
    budget = LIMITS["message.tables.chars"]
    chart = chart_block(report)
    if chart is not None:
        blocks.append(chart)
    if story.points and not drawn_by_unit(report):
        table = series_table(report, shown, budget, page.first, page.end)
        if table is not None:
            blocks += [table, *lines_block([where])]
            budget -= characters(table)
        else:
            blocks += lines_block([*story.points[: page.end], where])
    return [*blocks, *list_tables(story.lists, shown, budget, later=report.compares_with_later)]


def list_tables(
    lists: Iterable[ListWords], shown: Shown, budget: int, *, later: bool = False
) -> list[Block]:
    """Top lists as native tables of at most `budget` characters in all, and what is said of them.

    `later`: they are compared with no earlier time.
    """
    blocks: list[Block] = []
    for words in lists:
        table = list_table(words.top, shown, budget, later=later)
        if table is not None:
            blocks.append(table)
            budget -= characters(table)
        blocks += lines_block([*(words.beside if table is not None else ()), *words.foot])
    return blocks


def _rich(report: Report, story: Story, shown: Shown, page: Page, where: str) -> list[Block]:
    blocks = []
    points = story.points[: page.end] or tuple(point_words(report, shown.locale))
    if points:
        blocks += lines_block([story.chart, *points, where])
    for words in story.lists:
        blocks += list_lines(words)
    return blocks


def list_lines(words: ListWords) -> list[Block]:
    """A top list as lines of rich text."""
    lines: list[Sequence[Piece]] = [[(words.title, "bold")]] if words.title else []
    lines += [row_pieces(row) for row in words.rows[:_RICH_ROWS]]
    lines += [[line] for line in words.foot]
    return [rich_lines(lines)] if lines else []


def row_pieces(row: RowWords) -> Sequence[Piece]:
    """A row of a list, its name bold."""
    rest = [row.rest] if row.rest else []
    return [f"{row.place} ", (row.name, "bold"), f": {row.count}", *rest]


def lines_block(lines: Iterable[str]) -> list[Block]:
    """A block of those lines that are not empty; none where all are."""
    kept = [[line] for line in lines if line]
    return [rich_lines(kept)] if kept else []


def _foot(report: Report, story: Story, shown: Shown, page: Page) -> list[Block]:
    buttons = answer_buttons(report, shown, page)
    rows = [context(story.context), buttons, other_readings(report, shown)]
    rows.append(context(story.reply) if story.reply else None)
    return [block for block in rows if block is not None]


def other_readings(report: Report, shown: Shown) -> Block | None:
    """Run buttons for what else the words could have meant: another date, a nearby flow name."""
    texts = list(shown.alternatives)
    for note in report.notes:
        if note.kind is NoteKind.FLOW_NOT_FOUND:
            for value in note.values[:_NEAREST]:
                if name := cut_name(clean(str(value))):
                    query = replace(report.query, flow=name)
                    texts.append(shown_text(query, report.read_at))
    return run_buttons(texts)


def _no_data(report: Report, shown: Shown) -> MessagePlan:
    """Flow XO answered and had nothing, which is not the same as zero."""
    dates = range_text(report.period)
    what = (
        dates
        if report.account is None
        else say("none.account", account=cut(clean(report.account), _ACCOUNT), dates=dates)
    )
    first = say("none.figures", what=what)
    second = say("none.not_zero")
    suggestion = say("none.suggestion")
    attempt = say("try", command=typed(shown.command, suggestion))
    one_line = f"{first} {second}"
    fits = len(top_line(one_line)) <= LIMITS["message.text.first_line"]
    lines = [one_line, attempt] if fits else [first, second, attempt]
    foot = SEPARATOR.join(said(report, shown))
    blocks = [rich_lines([[line] for line in lines])]
    buttons = run_buttons([suggestion])
    blocks += [block for block in (context(foot) if foot else None, buttons) if block]
    return MessagePlan(top_text(lines[0], lines[1:], [], [foot]), tuple(blocks), tuple(blocks))


def noted(plan: MessagePlan, text: str) -> MessagePlan:
    """The same message with one more small line at its foot."""
    line = context(text)
    return MessagePlan(f"{plan.text}\n{top_line(text)}", (*plan.blocks, line), (*plan.rich, line))


def working_message(query: Query | None) -> MessagePlan:
    """The private line that says, after two seconds, which dates are being asked for."""
    if query is None or query.period is None:
        return notice_message(say("working"))
    return notice_message(say("working.dates", dates=range_text(query.period)))


def notice_message(text: str) -> MessagePlan:
    """One short line."""
    blocks = (rich_lines([[text]]),)
    return MessagePlan(top_text(text, [], [], []), blocks, blocks)
