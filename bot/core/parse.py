"""Text to Query: raises nothing but ParseError on any text, and drops no word in silence."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import tzinfo
from functools import partial
from typing import NamedTuple

from bot.core.accounts import AccountName, directory_of, numbered, one_line
from bot.core.context import Context, Reading, months_first
from bot.core.periods import zone_name
from bot.core.phrases import (
    advice,
    assemble,
    complaints,
    contradictions,
    items,
    modifiers,
    named_accounts,
    namesakes,
    saying,
)
from bot.core.phrases.digests.words import DIGEST_WORDS, take_places
from bot.core.phrases.draft import Draft, RefusedWords
from bot.core.phrases.help_topics import read_plain
from bot.core.phrases.mending import Reader, read_in_languages
from bot.core.phrases.naming import has_lead
from bot.core.phrases.prepare import cut_in_words, prepare
from bot.core.phrases.resolving import Naming
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.phrases.tokens import Split, clean, split, unescape
from bot.core.phrases.translation import home_of, languages
from bot.core.query import Query, Subcommand, quoted, to_text
from bot.core.sentences import say
from bot.errors import NoSuchAccountError, ParseError


def parse(text: str, context: Context) -> Reading:
    """The reading of `text`; ParseError with the words, what was read and what works instead."""
    try:
        return _parsed(text, context)
    except ParseError as error:
        works = partial(_is_read, context=context)
        if context.accounts:
            words = _without_command(text, context.command)
            error = advice.explained(error, words, context.accounts, works)
        raise complaints.with_hint(error, context.command, works) from None


def _parsed(text: str, context: Context) -> Reading:
    try:
        raw = _without_command(text, context.command)
        places = take_places(raw) if "<" in raw else None
        is_account = partial(_is_account, context) if context.accounts else None
        cleaned, names = prepare(places.text if places else raw, is_account)
        cut = cut_in_words(cleaned)
        asked = partial(_asked, cut, _Typed(raw, names), context)
        spoken_of = not DIGEST_WORDS.isdisjoint(cut.words)
        reading = None if spoken_of else asked()
        if reading is None or reading.query.subcommand is Subcommand.DIGEST:
            from bot.core.phrases.digests.reading import read  # only where they are spoken of

            reading = read(cut, asked, names, places, context)
    except OverflowError:
        raise ParseError(say("too_far", words=saying.quoted(text))) from None
    name = reading.query.name
    if name is not None and not _is_reached(name, context):
        note = say("name_in_quotes", words=one_line(name), quoted=unescape(quoted(one_line(name))))
        return _noted(reading, (note,))
    return reading


def _asked(cut: Split, typed: _Typed, context: Context) -> Reading:
    """The question that the words ask."""
    reader = Reader(
        lambda words, language: _read(words, typed, context, language),
        lambda reading: reading.query,
        _noted,
    )
    return read_in_languages(cut, context.locale, reader)


def _is_reached(name: str, context: Context) -> bool:
    """Whether a new account's name will mean that account without quotes."""
    number = max((one.number for one in context.accounts), default=0) + 1
    accounts = (*context.accounts, AccountName(number, name))
    later = replace(context, accounts=accounts, last=None)
    texts = (f"stats for {one_line(name)}", f"use {one_line(name)}")
    with suppress(ParseError):
        return all(_parsed(text, later).query.account == number for text in texts)
    return False


class _Typed(NamedTuple):
    """A text as it was typed, and the names in quotes that stand as marks in what is read."""

    raw: str
    names: tuple[str, ...]


def _is_account(context: Context, name: str) -> bool:
    return len(directory_of(context.accounts).named(name)) == 1


def _is_read(words: str, context: Context) -> bool:
    with suppress(ParseError):
        _parsed(words, context)
        return True
    return False


def _without_command(text: str, command: str) -> str:
    """`text` without the command's name in front, as people paste it from the help."""
    words = text.split(maxsplit=1)
    if words and words[0].lower() in (command.lower(), "/flowxo", "@flowxo"):
        return words[1] if len(words) > 1 else ""
    return text


_TELLING = 200  # characters that tell a text's language


def language_of(text: str, locale: str | None = None) -> str:
    """The language (en, es, de, fr, pt) that a text is most likely in, whatever it says."""
    words, home = split(clean(text[:_TELLING])).words, home_of(locale)
    return languages(words, home)[0].code if words else home


def _noted(reading: Reading, notes: tuple[str, ...]) -> Reading:
    return replace(reading, notes=(*notes, *reading.notes))


def scan_of(text: Split, context: Context, zone: tzinfo, language: str) -> Scan:
    """The words of a text in a language, to be read in `zone`."""
    by_month = context.month_first
    if by_month is None:
        by_month = months_first(context.locale)
    return Scan(text, context.now, zone, context.week_start, by_month, language)


def _read(text: Split, typed: _Typed, context: Context, language: str) -> Reading:
    """One reading of a cleaned text, without mending, and with the accounts that it names."""
    if not context.accounts or not has_lead(text, language):
        return _read_words(text, typed, context, language)
    naming = Naming(
        directory_of(context.accounts),
        language,
        lambda words: _read_words(words, typed, context, language),
        lambda reading: reading.query,
        lambda reading, said, account: _noted(reading, (namesakes.slipped(said, account),)),
    )
    return naming.resolve(text)


def _read_words(text: Split, typed: _Typed, context: Context, language: str) -> Reading:
    """One reading of a text whose accounts, where it names any, are marked."""
    last = context.last
    if last is not None and last.period is None:
        last = None
    zone = last.zone if last is not None and last.zone is not None else context.zone
    scan = _scan(text, typed, context, zone, language)
    plain = read_plain(scan)
    if plain is not None:
        return Reading(*plain, language=language)
    named = modifiers.find_zone(scan)
    if named is not None:
        zone = _same_zone(named, context, last)
        scan = _scan(text, typed, context, zone, language)
    try:
        return _question(scan, context, last)
    except ParseError as error:
        if context.accounts:
            error.whose = named_accounts.numbers(scan) or _whose(last)
        raise


def _scan(text: Split, typed: _Typed, context: Context, zone: tzinfo, language: str) -> Scan:
    scan = scan_of(text, context, zone, language)
    scan.names, scan.raw, scan.accounts = typed.names, typed.raw, context.accounts
    return scan


def _question(scan: Scan, context: Context, last: Query | None) -> Reading:
    """The question that a text asks, alone or as a reply to what a thread showed last."""
    found = _drafted(scan, last)
    found.zones = [(_same_zone(z, context, last), name) for z, name in found.zones]
    complaints.check_placed(scan, found)
    contradictions.check(found)
    whole = assemble.is_whole(found)
    refined = last is not None and not whole
    if last is not None and refined:
        query = assemble.refine(scan, found, last, scan.zone)
    else:
        query = assemble.whole_query(scan, found)
        if last is not None and query.period is not None:
            query = assemble.kept(query, last)
    _must_be_here(query, context)
    if found.compares:
        contradictions.not_itself(query.period, query.against, found.compares[0][2])
    alternatives: tuple[str, ...] = ()
    if found.other is not None:
        alternatives = (to_text(replace(query, period=found.other)),)
    whole = whole or query.period is None
    notes = _order_note(scan, found)
    return Reading(query, notes, alternatives, refined, whole, scan.language)


def _drafted(scan: Scan, last: Query | None) -> Draft:
    base = last.period if last else None
    if base is not None and base.zone != scan.zone:
        base = assemble.rezoned(base, scan.zone)
    blank = Draft(base=base)
    try:
        as_of = modifiers.find_as_of(scan) if "as" in scan.words else None
    except Refusal as refusal:
        words = str(refusal.values.pop("words", "as of"))
        raise complaints.refused(RefusedWords(refusal, words, blank), dates_only=False) from None
    if as_of is not None:
        scan.set_now(as_of)
        blank.as_of = as_of
    try:
        return items.read(scan, blank, scan.names)
    except RefusedWords as error:
        raise complaints.refused(error, dates_only=False) from None


def _same_zone(zone: tzinfo, context: Context, last: Query | None) -> tzinfo:
    """The zone itself, or the equal one that the context holds: UTC has several objects."""
    known = [context.zone] + ([last.zone] if last and last.zone else [])
    return next((z for z in known if zone_name(z) == zone_name(zone)), zone)


def _order_note(scan: Scan, found: Draft) -> tuple[str, ...]:
    if found.other is None:
        return ()
    order = "order_month_first" if scan.months_first else "order_day_first"
    return (say(order, words=found.periods[0][1]),)


def _whose(last: Query | None) -> tuple[int | None, ...]:
    """Whose figures a thread shows, as an error tells them."""
    if last is None or (last.account is None and not last.all_accounts):
        return ()
    return (last.account,)


def _must_be_here(query: Query, context: Context) -> None:
    """ParseError for a thread's account that the asker has not, or has no more."""
    if query.account is not None and numbered(context.accounts, query.account) is None:
        raise NoSuchAccountError(say("account_gone"))
    if query.all_accounts and not context.accounts:
        raise NoSuchAccountError(say("account_gone"))


__all__ = [
    "AccountName", "Context", "Reading", "Subcommand", "language_of", "months_first", "parse",
]  # fmt: skip
