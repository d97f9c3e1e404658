"""What is said when a text cannot be read: which words, what was read, and what works instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.core import zones
from bot.core.accounts import directory_of, folded
from bot.core.metrics import METRICS
from bot.core.periods import zone_name
from bot.core.phrases import saying, typos
from bot.core.phrases.comparing import begins
from bot.core.phrases.draft import Draft, RefusedWords
from bot.core.phrases.scan import Scan
from bot.core.phrases.tokens import Split
from bot.core.query import quoted
from bot.core.sentences import joined, phrase, say, told
from bot.core.subcommands import SUBCOMMANDS, Subcommand, Takes
from bot.errors import NoSuchAccountError, ParseError

_WHAT_I_COUNT = "help counts"
_LAST_7_DAYS = "last 7 days"
# What works instead of what is refused; in the language of the asker once told.
_INSTEAD = {
    "future": ("this week", "last week"),
    "none_of_them": ("today", "last 7 days"),
    "no_such_grouping": ("last 30 days by week",),
    "already_over": ("this month so far",),
    "week_of_month": ("first week of october",),
    "only_months_have_parts": ("end of october",),
    "only_months_have_halves": ("first half of october",),
    "moment": ("yesterday 9:00 to 17:00", "since 9:00"),
}

# The same where a whole command is needed.
_WHOLE = {
    "top_range": "top 20 flows last 7 days",
    "no_lowest": "chart received last 30 days by day",
}


class TwoAccountsError(ParseError):
    """Two accounts, of which one can be asked about at a time."""


class NotCountedError(ParseError):
    """Flow XO does not count what was asked; `reading` is what was read besides."""

    reading = ""


class UnknownWordsError(ParseError):
    """Words that are in no table: perhaps slips of the fingers, perhaps not."""

    places: tuple[tuple[int, int], ...] = ()
    cut: Split | None = None  # the words that they are places in, where accounts are marked there


def refused(error: RefusedWords, dates_only: bool) -> ParseError:
    """A phrase that was understood and makes no sense."""
    refusal, words = error.refusal, saying.quoted(error.words)
    values = dict(refusal.values)
    told = values.pop("instead", None)
    day = values.get("day")
    if isinstance(day, date):
        values |= {"day": saying.day(day), "weekday": say(f"weekday.{day.weekday()}")}
    message = say(refusal.key, words=words, **values)
    if refusal.key == "no_such_account":
        return NoSuchAccountError(message, "", (), (words,))
    if refusal.key in _WHOLE:
        return ParseError(message, "", (phrase(_WHOLE[refusal.key]),), (words,))
    if isinstance(told, str):
        instead = [told]
    elif refusal.key in ("one_account", "no_such_grouping") and error.draft.periods:
        instead = [error.draft.periods[0][1]]
    else:
        instead = [phrase(text) for text in _INSTEAD.get(refusal.key, (_LAST_7_DAYS,))]
    if not dates_only:
        instead = [_command(_lead(error.draft), text) for text in instead]
    return ParseError(message, "", tuple(instead), (words,))


def not_counted(draft: Draft) -> NotCountedError:
    """What Flow XO does not count, and what it has."""
    words = saying.quoted(draft.not_counted[0])
    error = NotCountedError(
        say("no_names", words=words) if draft.no_names else say("not_counted", words=words),
        _i_read(draft),
        (suggestion_of(draft), _WHAT_I_COUNT),
        tuple(draft.not_counted),
    )
    error.reading = reading_of(draft)
    return error


_IN_COUNTRY = ("in", "from", "for", "of", "the")
_LONGEST_COUNTRY = 6  # words


def country_in(s: Scan, draft: Draft) -> str:
    """The country that the words which fit nowhere name, as typed; empty where they name none."""
    for start, end in _runs(draft)[:3]:
        while start < end and s.words[start] in _IN_COUNTRY:
            start += 1
        for last in range(min(end + 2, start + _LONGEST_COUNTRY, s.n), start, -1):
            if zones.names_country(s.said(start, last)):
                return s.said(start, last)
    return ""


def no_countries(draft: Draft, country: str) -> ParseError:
    """Flow XO counts by no country; a zone is named by a city."""
    clock = zones.lookup(country.lower().removeprefix("the "))
    name = zone_name(clock) if clock else "Europe/Berlin"
    city = name.rpartition("/")[2].replace("_", " ") if "/" in name else zones.in_words(name)
    message = say("no_countries", words=country, zone=city)
    return ParseError(message, "", (suggestion_of(draft), _WHAT_I_COUNT), (country,))


def _runs(draft: Draft) -> list[list[int]]:
    """The words that fit nowhere, neighbours together."""
    runs: list[list[int]] = []
    for start, end in draft.unplaced:
        if runs and runs[-1][1] == start:
            runs[-1][1] = end
        else:
            runs.append([start, end])
    return runs


def check_placed(s: Scan, draft: Draft) -> None:
    """ParseError for words that fit nowhere, or that ask for what Flow XO does not count."""
    if draft.unplaced:
        country = country_in(s, draft)
        if country and not draft.not_counted:
            raise no_countries(draft, country)
        if draft.not_counted and not _may_be_slips(s, draft):
            raise not_counted(draft)
        raise unknown(s, draft, dates_only=False)
    if draft.not_counted:
        raise not_counted(draft)


def _may_be_slips(s: Scan, draft: Draft) -> bool:
    return any(typos.near(s.words[i], s.language) for i, _ in draft.unplaced if not s.senses[i])


def unknown(s: Scan, draft: Draft, dates_only: bool) -> UnknownWordsError:
    """Words that fit nowhere."""
    runs = _runs(draft)
    words = tuple(saying.quoted(s.said(start, end)) for start, end in runs[:3])
    listed = joined([say("quoted_words", words=word) for word in words], "and_words")
    suggestion, hint = suggestion_of(draft), _i_read(draft)
    if dates_only:
        suggestion = draft.periods[0][1] if draft.periods else phrase(_LAST_7_DAYS)
    elif "flow" in s.words and draft.flow is None:
        suggestion, hint = _flow_in_quotes(s, draft), say("flow_needs_name")
    elif near := _near_zones(s, runs):
        hint = say("near_names", names=", ".join(near))
        suggestion = phrase("{words} in {zone}", words=suggestion, zone=near[0])
    error = UnknownWordsError(say("unknown_words", words=listed), hint, (suggestion,), words)
    error.places = tuple(draft.unplaced)
    if s.accounts:  # the words of an account's name are no slips of ours
        names = directory_of(s.accounts).words
        error.places = tuple(p for p in error.places if folded(s.words[p[0]]) not in names)
    return error


def _flow_in_quotes(s: Scan, draft: Draft) -> str:
    """`flow text me last week` with the quotes that it needs."""
    period = draft.periods[0][1] if draft.periods else ""
    start = end = s.words.index("flow") + 1
    dated = s.text.find(period, s.starts[start]) if period else -1
    while end < s.n and not begins(s, end) and not 0 <= dated <= s.starts[end]:
        end += 1
    name = " ".join(s.said(start, end).replace('"', "").split())[:60] or "Text Me"
    words = period or phrase(_LAST_7_DAYS)
    return phrase("flow {name} {words}", name=quoted(name), words=words)


def _near_zones(s: Scan, runs: list[list[int]]) -> tuple[str, ...]:
    """The zones that an unknown name after "in" looks like."""
    for start, end in runs:
        if s.words[start] == "in" and 1 < end - start < 5:
            return zones.nearest(s.said(start + 1, end))
    return ()


def _i_read(draft: Draft) -> str:
    reading = reading_of(draft)
    return say("i_read", reading=reading) if reading else ""


def reading_of(draft: Draft) -> str:
    """What was read besides, in words; empty where nothing was."""
    read: list[str] = [phrase(subcommand.value) for subcommand in draft.subcommands[:1]]
    read += [phrase(METRICS[metric].noun) for metric in draft.metrics[:2]]
    read += [saying.dates(period) for period, _ in draft.periods[:1]]
    return joined(read, "comma_words")


def suggestion_of(draft: Draft) -> str:
    """A command that works, made of what was read."""
    words = draft.periods[0][1] if draft.periods else phrase(_LAST_7_DAYS)
    return _command(_lead(draft), words)


def _command(lead: str, words: str) -> str:
    return phrase("{lead} {words}", lead=phrase(lead), words=words)


def _lead(draft: Draft) -> str:
    """The subcommand that was read, where it takes dates and needs no name, else the figure."""
    if draft.metrics and not draft.subcommands:
        return METRICS[draft.metrics[0]].name
    lead = draft.subcommands[0] if draft.subcommands else Subcommand.STATS
    fits = SUBCOMMANDS[lead].dated and lead is not Subcommand.FLOW
    return (lead if fits else Subcommand.STATS).value


def contradiction(key: str, first: str, second: str, *suggestions: str) -> ParseError:
    """Two things where one can be had."""
    first, second = saying.quoted(first), saying.quoted(second)
    message = say(key, first=first, second=second)
    return ParseError(message, "", suggestions, (first, second))


def two_accounts(first: str, second: str) -> TwoAccountsError:
    """Two accounts where one can be had, or all."""
    first, second = saying.quoted(first), saying.quoted(second)
    message = say("two_accounts", first=first, second=second)
    return TwoAccountsError(message, words=(first, second))


def takes_no_more(subcommand: Subcommand) -> ParseError:
    """More words than a subcommand takes that is asked over no period."""
    named = SUBCOMMANDS[subcommand].takes is Takes.ACCOUNT
    key = "takes_account" if named else "takes_nothing"
    name = phrase(subcommand.value)
    return ParseError(say(key, name=name), "", (name,))


def with_hint(error: ParseError, command: str, works: Callable[[str], bool]) -> ParseError:
    """`error` with commands in its hint, as one types them; only such as `works` says are read."""
    language = error.language or "en"
    offered = error.suggestions
    error.suggestions = tuple(text for text in offered if works(told(text, language)))
    if offered and not error.suggestions:
        default = _command("stats", phrase(_LAST_7_DAYS)) if command else phrase(_LAST_7_DAYS)
        error.suggestions = (default,)
    lead = f"{command} " if command else ""
    texts = [text for text in error.suggestions if text != _WHAT_I_COUNT]
    typed = [say("typed", lead=lead, words=text) for text in texts[:2]]
    if typed:
        tries = say("try_words", words=joined(typed, "or_try"))
        error.hint = say("both", first=error.hint, second=tries) if error.hint else tries
    return error
