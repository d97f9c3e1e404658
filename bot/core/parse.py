"""Text to Query: raises nothing but ParseError on any text, and drops no word in silence."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.core.periods import zone_name
from bot.core.phrases import assemble, complaints, items, modifiers, saying, typos
from bot.core.phrases.draft import Draft, RefusedWords
from bot.core.phrases.help_topics import read_plain
from bot.core.phrases.mending import Reader, read_in_languages
from bot.core.phrases.prepare import prepare
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.phrases.tokens import Split, clean, split
from bot.core.phrases.translation import home_of, languages
from bot.core.query import Query, Subcommand, to_text
from bot.core.sentences import say
from bot.errors import ParseError


@dataclass(frozen=True, slots=True)
class Context:
    """What a text is read against.

    `now` is aware. `zone` is the default zone (the account's, else the asker's, else UTC).
    `week_start` 0 is Monday. `locale` is Slack's ("en-US": month first), None when unknown.
    `last` is the query that a thread showed: the text then refines it, unless it is whole.
    `command` is the slash command's real name, for hints.
    """

    now: datetime
    zone: tzinfo
    week_start: int = 0
    locale: str | None = None
    last: Query | None = None
    command: str = "/flowxo"


@dataclass(frozen=True, slots=True)
class Reading:
    """A query, and what must be said about how the text was read.

    `notes` are sentences ("I read "moth" as month."). `alternatives` are canonical texts of
    other readings (05/06/2026), each becomes a "Run …" button. `refined` says that a thread's
    last query was changed, `whole` that the text alone says both what and when. `language` is
    the one that the text was read in.
    """

    query: Query
    notes: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    refined: bool = False
    whole: bool = True
    language: str = "en"


def parse(text: str, context: Context) -> Reading:
    """The reading of `text`; ParseError with the words, what was read and what works instead."""
    try:
        return _parsed(text, context)
    except ParseError as error:
        raise complaints.with_hint(
            error, context.command, lambda words: _is_read(words, context)
        ) from None


def _parsed(text: str, context: Context) -> Reading:
    try:
        cleaned, names = prepare(_without_command(text, context.command))
        reader = Reader(
            lambda words, language: _read(words, names, context, language),
            lambda reading: reading.query,
            _noted,
        )
        return read_in_languages(cleaned, context.locale, reader)
    except OverflowError:
        raise ParseError(say("too_far", words=saying.quoted(text))) from None


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


def months_first(locale: str | None) -> bool:
    """Whether 05/06 is the sixth of May: only American English writes the month first."""
    return locale is not None and locale.replace("_", "-").lower() == "en-us"


def scan_of(text: Split, context: Context, zone: tzinfo, language: str) -> Scan:
    """The words of a text in a language, to be read in `zone`."""
    by_month = months_first(context.locale)
    return Scan(text, context.now, zone, context.week_start, by_month, language)


def _read(text: Split, names: tuple[str, ...], context: Context, language: str) -> Reading:
    """One reading of a cleaned text, without mending."""
    last = context.last
    if last is not None and last.period is None:
        last = None
    zone = last.zone if last is not None and last.zone is not None else context.zone
    scan = scan_of(text, context, zone, language)
    plain = read_plain(scan)
    if plain is not None:
        return Reading(plain, language=language)
    named = modifiers.find_zone(scan)
    if named is not None:
        zone = _same_zone(named, context, last)
        scan = scan_of(text, context, zone, language)
    scan.names = names
    found = _drafted(scan, names, last)
    found.zones = [(_same_zone(z, context, last), name) for z, name in found.zones]
    _complain(scan, found)
    assemble.check(found)
    whole = assemble.is_whole(found)
    refined = last is not None and not whole
    if last is not None and refined:
        query = assemble.refine(scan, found, last, zone)
    else:
        query = assemble.whole_query(scan, found)
        if last is not None and query.zone is None and query.period is not None:
            query = replace(query, zone=last.zone)
    if found.compares:
        assemble.not_itself(query.period, query.against, found.compares[0][2])
    alternatives: tuple[str, ...] = ()
    if found.other is not None:
        alternatives = (to_text(replace(query, period=found.other)),)
    whole = whole or query.period is None
    return Reading(query, _order_note(scan, found), alternatives, refined, whole, language)


def _drafted(scan: Scan, names: tuple[str, ...], last: Query | None) -> Draft:
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
        return items.read(scan, blank, names)
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


def _complain(scan: Scan, found: Draft) -> None:
    if found.unplaced:
        country = complaints.country_in(scan, found)
        if country and not found.not_counted:
            raise complaints.no_countries(found, country)
        if found.not_counted and not _may_be_slips(scan, found):
            raise complaints.not_counted(found)
        raise complaints.unknown(scan, found, dates_only=False)
    if found.not_counted:
        raise complaints.not_counted(found)


def _may_be_slips(scan: Scan, found: Draft) -> bool:
    return any(
        typos.near(scan.words[i], scan.language) for i, _ in found.unplaced if not scan.senses[i]
    )


__all__ = ["Context", "Reading", "Subcommand", "language_of", "parse"]
