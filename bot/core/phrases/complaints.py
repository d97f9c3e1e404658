"""What is said when a text cannot be read: which words, what was read, and what works instead."""

from __future__ import annotations

from datetime import date

from bot.core.metrics import METRICS
from bot.core.phrases import saying
from bot.core.phrases.draft import Draft, RefusedWords
from bot.core.phrases.scan import Scan
from bot.core.sentences import say
from bot.core.subcommands import SUBCOMMANDS, Subcommand
from bot.errors import ParseError

_WHAT_I_COUNT = "help counts"
_SUGGESTIONS = {
    "future": ("this week", "last week"),
    "none_of_them": ("today", "last 7 days"),
    "no_such_grouping": ("last 30 days by week",),
    "top_range": ("top flows last 7 days", "top 20 flows last 7 days"),
    "already_over": ("this month so far",),
    "week_of_month": ("first week of october",),
}


class NotCountedError(ParseError):
    """Flow XO does not count what was asked; `reading` is what was read besides."""

    reading = ""


class UnknownWordsError(ParseError):
    """Words that are in no table: perhaps slips of the fingers, perhaps not."""

    places: tuple[tuple[int, int], ...] = ()


def refused(error: RefusedWords, dates_only: bool) -> ParseError:
    """A phrase that was understood and makes no sense."""
    refusal, words = error.refusal, saying.quoted(error.words)
    values = dict(refusal.values)
    day = values.get("day")
    if isinstance(day, date):
        values |= {"day": saying.day(day), "weekday": f"{day:%A}"}
    message = say(refusal.key, words=words, **values)
    lead = "" if dates_only else "stats "
    suggestions = tuple(
        text if "flows" in text or dates_only else lead + text
        for text in _SUGGESTIONS.get(refusal.key, ("last 7 days",))
    )
    return ParseError(message, "", suggestions, (words,))


def not_counted(draft: Draft) -> NotCountedError:
    """What Flow XO does not count, and what it has."""
    words = saying.quoted(draft.not_counted[0])
    error = NotCountedError(
        say("not_counted", words=words),
        _i_read(draft),
        (suggestion_of(draft), _WHAT_I_COUNT),
        tuple(draft.not_counted),
    )
    error.reading = reading_of(draft)
    return error


def unknown(s: Scan, draft: Draft, dates_only: bool) -> UnknownWordsError:
    """Words that fit nowhere."""
    runs: list[list[int]] = []
    for start, end in draft.unplaced:
        if runs and runs[-1][1] == start:
            runs[-1][1] = end
        else:
            runs.append([start, end])
    words = tuple(saying.quoted(s.said(start, end)) for start, end in runs[:3])
    listed = say("and_words").join(f'"{word}"' for word in words)
    suggestion = suggestion_of(draft)
    if dates_only:
        suggestion = draft.periods[0][1] if draft.periods else "last 7 days"
    error = UnknownWordsError(
        say("unknown_words", words=listed), _i_read(draft), (suggestion,), words
    )
    error.places = tuple(draft.unplaced)
    return error


def _i_read(draft: Draft) -> str:
    reading = reading_of(draft)
    return say("i_read", reading=reading) if reading else ""


def reading_of(draft: Draft) -> str:
    """What was read besides, in words; empty where nothing was."""
    read = [str(subcommand) for subcommand in draft.subcommands[:1]]
    read += [METRICS[metric].noun for metric in draft.metrics[:2]]
    read += [saying.dates(period) for period, _ in draft.periods[:1]]
    return ", ".join(read)


def suggestion_of(draft: Draft) -> str:
    """A command that works, made of what was read."""
    lead = draft.subcommands[0] if draft.subcommands else Subcommand.STATS
    if not SUBCOMMANDS[lead].dated or lead is Subcommand.FLOW:
        lead = Subcommand.STATS
    words = draft.periods[0][1] if draft.periods else "last 7 days"
    return f"{lead} {words.lower()}"


def contradiction(key: str, first: str, second: str, *suggestions: str) -> ParseError:
    """Two things where one can be had."""
    first, second = saying.quoted(first), saying.quoted(second)
    message = say(key, first=first, second=second)
    return ParseError(message, "", suggestions, (first, second))


def with_hint(error: ParseError, command: str) -> ParseError:
    """`error` with the commands that work in its hint, as one types them."""
    lead = f"{command} " if command else ""
    typed = [text for text in error.suggestions if text != _WHAT_I_COUNT]
    tried = say("or_try").join(f"{lead}{text}" for text in typed[:2])
    if tried:
        error.hint = f"{error.hint} {say('try_words', words=tried)}".strip()
    return error
