"""A digest's message: one post that tells its sections, and what is said of itself.

Knows what a digest leaves out of an answer and in which order it stands; sends nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.digest import Digest
from bot.core.reports import Report, TopList
from bot.core.sections import Section
from bot.core.sentences import say
from bot.render.blocks import Block, context, header, rich_lines
from bot.render.charts import chart_block, chart_words, point_words
from bot.render.dates import range_text
from bot.render.digest_buttons import attempt, digest_buttons, run_row
from bot.render.digest_words import (
    context_words,
    digest_headline,
    note_line,
    period_names,
    reply_words,
)
from bot.render.limits import LIMITS
from bot.render.lists import ListWords, list_words
from bot.render.message import (
    beyond,
    has_table,
    head_blocks,
    lines_block,
    list_lines,
    list_sections,
    list_tables,
)
from bot.render.notes import of_the_figures
from bot.render.numbers import plural
from bot.render.plan import MessagePlan, Posting, Shown
from bot.render.story import Story, dates_line, figure_words
from bot.render.toptext import top_text
from bot.render.typed import typed
from bot.render.untrusted import clean, cut

_ACCOUNT = 40  # characters of an account's name, so that the dates stay in the first line


def digest_message(report: Report, digest: Digest, posting: Posting) -> MessagePlan:
    """The message of a digest about one account, of which `report` is the answer."""
    shown = shown_by(posting)
    if report.no_data:
        return _no_data(report, digest, posting, shown)
    report = _brief(report, digest)
    story, note = _story(report, digest, posting, shown), note_line(digest.note)
    head, named = head_blocks(story), period_names(report)
    chart = chart_block(report, named)
    later, budget = report.compares_with_later, LIMITS["message.tables.chars"]
    native = [chart] if chart is not None else []
    native += list_tables(story.lists, shown, budget, later=later)
    rich = lines_block([story.chart, *point_words(report, shown.locale, named)])
    rich += [block for words in story.lists for block in list_lines(words)]
    buttons = digest_buttons(report, posting, shown)
    foot = [*lines_block([note]), *foot_blocks(story.context, buttons, story.reply)]
    tops = [story.dates, *(words.line for words in story.figures), story.chart]
    sections = list_sections(story.lists, beyond(has_table=has_table(native)))
    return MessagePlan(
        text=top_text(story.headline, tops, sections, [note, story.context, story.reply]),
        blocks=(*head, *native, *foot),
        rich=(*head, *rich, *foot),
    )


def shown_by(posting: Posting) -> Shown:
    """How a digest is shown: to all who read it alike, and in one message."""
    return Shown(command=posting.command, mention=posting.mention, public=True)


def foot_blocks(told: str, buttons: Block | None, reply: str) -> list[Block]:
    """What every digest ends with."""
    rows = [context(told), buttons, context(reply) if reply else None]
    return [block for block in rows if block is not None]


def _brief(report: Report, digest: Digest) -> Report:
    """Only what its sections show; what the full report has besides is left to it."""
    charted = report.chart if Section.CHART in digest.sections else None
    lists = tuple(_brief_list(one) for one in report.lists if one.kind.value in digest.sections)
    return replace(report, chart=charted, lists=lists, history=())


def _brief_list(top: TopList) -> TopList:
    rows = tuple(replace(row, share=None) for row in top.rows)
    return replace(top, rows=rows, gone=(), gone_total=0)


def _story(report: Report, digest: Digest, posting: Posting, shown: Shown) -> Story:
    figures = figure_words(report, shown.locale) if Section.STATS in digest.sections else []
    return Story(
        headline=digest_headline(report, report.account, shown.locale),
        dates=dates_line(report),
        figures=tuple(figures),
        chart=chart_words(report, period_names(report)),
        points=(),
        lists=tuple(_lists(report, shown)),
        context=context_words(posting, report.zone, report.read_at, of_the_figures(report)),
        reply=reply_words(posting, report),
    )


def _lists(report: Report, shown: Shown) -> Iterable[ListWords]:
    """The lists, each with what is hidden of it: nothing else says that here."""
    for words in list_words(report, shown):
        top = words.top
        hidden = top.hidden if top.rows else 0
        line = plural("list.hidden", hidden, shown.locale) if hidden else ""
        yield replace(words, foot=(*words.foot, *([line] if line else [])))


def _no_data(report: Report, digest: Digest, posting: Posting, shown: Shown) -> MessagePlan:
    """Flow XO answered and had nothing, which is not the same as zero."""
    dates, note = range_text(report.period), note_line(digest.note)
    what = dates
    if report.account is not None:
        account = cut(clean(report.account), _ACCOUNT)
        what = say("none.account", account=account, dates=dates)
    title = say("none.figures", what=what)
    lines = [say("none.not_zero")]
    if not posting.bare:
        lines.append(say("try", command=typed(shown.command, attempt(report.query, posting))))
    told = context_words(posting, report.zone, report.read_at, of_the_figures(report))
    rows = [
        header(title),
        rich_lines([[line] for line in lines]),
        *lines_block([note]),
        context(told),
        digest_buttons(report, posting, shown),
        run_row(report.query, posting),
    ]
    blocks = tuple(block for block in rows if block is not None)
    return MessagePlan(top_text(title, lines, [], [note, told]), blocks, blocks)
