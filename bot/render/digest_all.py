"""The digest about all accounts: their totals, a row for each, and what is said of itself."""

from __future__ import annotations

from dataclasses import replace

from bot.core.digest import Digest
from bot.core.portfolio import Portfolio
from bot.core.sections import Section
from bot.core.sentences import say
from bot.render.dates import range_text
from bot.render.digest import foot_blocks, shown_by
from bot.render.digest_buttons import digest_buttons
from bot.render.digest_words import context_words, digest_headline, note_line, reply_words
from bot.render.plan import MessagePlan, Posting
from bot.render.portfolio.message import page_message, pages_of
from bot.render.portfolio.names import counted_words
from bot.render.portfolio.notes import all_notes
from bot.render.portfolio.story import tell


def digest_of_all(portfolio: Portfolio, digest: Digest, posting: Posting) -> MessagePlan:
    """The message; accounts that it has no room for are in the full report and in the CSV."""
    shown, whole = shown_by(posting), portfolio.whole
    story = tell(portfolio, shown)
    drawn = story.picture if Section.CHART in digest.sections else None
    notes = all_notes(portfolio, shown, drawn=drawn is not None)
    story = replace(
        story,
        headline=_headline(portfolio, shown.locale),
        figures=story.figures if Section.STATS in digest.sections else (),
        picture=drawn,
        notes=tuple(line for line in (*story.notes, note_line(digest.note)) if line),
        context=context_words(posting, whole.zone, whole.read_at, notes),
        reply=reply_words(posting, whole, by_unit=False),
    )
    buttons = digest_buttons(replace(whole, no_data=not portfolio.counted), posting, shown)
    foot = foot_blocks(story.context, buttons, story.reply)
    return page_message(portfolio, story, shown, pages_of(story)[0], foot)


def _headline(portfolio: Portfolio, locale: str) -> str:
    whole = portfolio.whole
    if portfolio.counted:
        return digest_headline(whole, counted_words(portfolio, locale), locale)
    dates = range_text(whole.period)
    return say("head.account", account=dates, line=say("digest.no_figures"))
