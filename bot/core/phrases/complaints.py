"""What is said when a text cannot be read: which words, what was read, and what works instead."""

from __future__ import annotations

from bot.core.phrases import saying
from bot.core.phrases.draft import Draft, RefusedWords
from bot.core.phrases.scan import Scan
from bot.core.sentences import say
from bot.core.subcommands import SUBCOMMANDS, Subcommand
from bot.errors import ParseError

EXAMPLE = "stats last 7 days"
_SUGGESTIONS = {
    "future": ("this week", "last week"),
    "none_of_them": ("today", "last 7 days"),
    "no_such_grouping": ("last 30 days by week",),
    "top_range": ("top flows last 7 days", "top 20 flows last 7 days"),
    "already_over": ("this month so far",),
    "week_of_month": ("first week of october",),
}


class UnknownWords(ParseError):
    """Words that are in no table: perhaps slips of the fingers, perhaps not."""

    def __init__(self, error: ParseError, places: tuple[tuple[int, int], ...]) -> None:
        super().__init__(error.message, error.hint, error.suggestions, error.words)
        self.places = places


def refused(error: RefusedWords, dates_only: bool) -> ParseError:
    """A phrase that was understood and makes no sense."""
    refusal, words = error.refusal, saying.quoted(error.words)
    values = dict(refusal.values)
    if "day" in values:
        values |= {"day": saying.day(values["day"]), "weekday": f"{values['day']:%A}"}  # type: ignore[arg-type, str-bytes-safe]  # a Refusal's day is a date
    message = say(refusal.key, words=words, **values)
    lead = "" if dates_only else "stats "
    suggestions = tuple(
        text if "flows" in text or dates_only else lead + text
        for text in _SUGGESTIONS.get(refusal.key, ("last 7 days",))
    )
    return ParseError(message, say("try_these"), suggestions, (words,))


def not_counted(s: Scan, draft: Draft) -> ParseError:
    """What Flow XO does not count, and what it has."""
    words = saying.quoted(draft.not_counted[0])
    suggestion = suggestion_of(draft)
    return ParseError(
        say("not_counted", words=words),
        reading_of(draft),
        (suggestion, "help counts"),
        tuple(draft.not_counted),
    )


def unknown(s: Scan, draft: Draft, dates_only: bool) -> UnknownWords:
    """Words that fit nowhere."""
    runs: list[list[int]] = []
    for start, end in draft.unplaced:
        if runs and runs[-1][1] == start:
            runs[-1][1] = end
        else:
            runs.append([start, end])
    words = tuple(saying.quoted(s.said(start, end)) for start, end in runs[:3])
    listed = say("and_words").join(f'"{word}"' for word in words)
    suggestions = (suggestion_of(draft),) if not dates_only else ()
    message = say("unknown_words", words=listed)
    error = ParseError(message, reading_of(draft), suggestions, words)
    return UnknownWords(error, tuple(draft.unplaced))


def reading_of(draft: Draft) -> str:
    """What was read besides, in words; empty where nothing was."""
    read = [f"{SUBCOMMANDS[sub].subcommand}" for sub in draft.subcommands[:1]]
    read += [f'"{metric}"'.replace("_", " ") for metric in draft.metrics[:2]]
    read += [saying.dates(period) for period, _ in draft.periods[:1]]
    return say("i_read", reading=", ".join(read)) if read else say("try_short")


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
    return ParseError(message, say("try_these"), suggestions, (first, second))
