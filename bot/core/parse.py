"""Text to Query: raises nothing but ParseError on any text, and drops no word in silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from itertools import product
from typing import Literal, TypeVar

from bot.core.periods import zone_name
from bot.core.phrases import assemble, complaints, items, modifiers, saying, typos
from bot.core.phrases.complaints import NotCountedError, UnknownWordsError
from bot.core.phrases.draft import Draft, RefusedWords
from bot.core.phrases.help_topics import read_plain
from bot.core.phrases.languages import en_manners
from bot.core.phrases.prepare import prepare
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.phrases.tokens import clean, is_emoji, words_of
from bot.core.query import Query, Subcommand, to_text
from bot.core.sentences import say
from bot.errors import ParseError

_Result = TypeVar("_Result")
_MENDED_WORDS = 40  # longer texts are not read again and again


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
    last query was changed, `whole` that the text alone says both what and when.
    """

    query: Query
    notes: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    refined: bool = False
    whole: bool = True


def parse(text: str, context: Context) -> Reading:
    """The reading of `text`; ParseError with the words, what was read and what works instead."""
    try:
        cleaned, names = prepare(_without_command(text, context.command))
        return with_typos(
            cleaned, lambda words: _read(words, names, context), _same_reading, _noted
        )
    except ParseError as error:
        raise complaints.with_hint(error, context.command) from None
    except OverflowError:
        raise ParseError(say("too_far", words=saying.quoted(text))) from None


def _without_command(text: str, command: str) -> str:
    """`text` without the command's name in front, as people paste it from the help."""
    words = text.split(maxsplit=1)
    if words and words[0].lower() in (command.lower(), "/flowxo", "@flowxo"):
        return words[1] if len(words) > 1 else ""
    return text


def small_talk(text: str) -> Literal["thanks", "hi"] | None:
    """Whether the whole text is thanks ("ok" too) or a greeting, to which no figures answer."""
    if len(text) > 80:
        return None
    words = [word for word in words_of(clean(text)) if word.isalnum() or "'" in word]
    if not words and text.strip() and all(map(is_emoji, words_of(clean(text)))):
        return "thanks"
    kind = en_manners.SMALL_TALK.get(" ".join(words))
    return "hi" if kind == "hi" else "thanks" if kind else None


def _same_reading(reading: Reading) -> Query:
    return reading.query


def with_typos(
    text: str,
    read: Callable[[str], _Result],
    key: Callable[[_Result], object],
    note: Callable[[_Result, tuple[str, ...]], _Result],
) -> _Result:
    """What `read` makes of `text`, or of the one way to mend its slips of the fingers.

    Readings with the same `key` are the same; `note` adds what must be said of the mending.
    """
    try:
        return read(text)
    except UnknownWordsError as error:
        result, notes = _mended(text, error, read, key)
        return note(result, notes)


def _mended(
    text: str,
    error: UnknownWordsError,
    read: Callable[[str], _Result],
    key: Callable[[_Result], object],
) -> tuple[_Result, tuple[str, ...]]:
    """See with_typos: one reading is taken and said, of two both are offered."""
    scan = Scan(text, datetime(2000, 1, 1, tzinfo=UTC), UTC, 0, False)
    choices = [
        [(i, word) for word in typos.near(scan.words[i])]
        for i, _ in error.places
        if not scan.senses[i]
    ]
    choices = [choice for choice in choices if choice]
    if not 1 <= len(choices) <= 2 or scan.n > _MENDED_WORDS:
        raise error
    found: dict[object, tuple[_Result, str, tuple[tuple[int, str], ...]]] = {}
    complaint: ParseError | None = None
    for edits in product(*choices):
        mended = _replaced(scan, edits)
        try:
            result = read(mended)
        except UnknownWordsError:
            continue
        except ParseError as other:
            complaint = complaint or _with_note(other, scan, edits)
            continue
        found.setdefault(key(result), (result, mended, edits))
    if not found:
        raise complaint or error
    if len(found) > 1 or _is_faint(next(iter(found.values()))[2]):
        raise _which(scan, [(mended, edits) for _, mended, edits in found.values()])
    result, _, edits = next(iter(found.values()))
    return result, _notes(scan, edits)


def _is_faint(edits: tuple[tuple[int, str], ...]) -> bool:
    """Whether a slip was mended to a word so short that it may be chance."""
    return any(len(word) < 4 for _, word in edits)


def _noted(reading: Reading, notes: tuple[str, ...]) -> Reading:
    return replace(reading, notes=(*notes, *reading.notes))


def _replaced(scan: Scan, edits: tuple[tuple[int, str], ...]) -> str:
    text = scan.text
    for i, word in sorted(edits, reverse=True):
        text = text[: scan.starts[i]] + word + text[scan.ends[i] :]
    return text


def _notes(scan: Scan, edits: tuple[tuple[int, str], ...]) -> tuple[str, ...]:
    return tuple(say("typo_read", typed=scan.said(i, i + 1), word=word) for i, word in edits)


def _with_note(error: ParseError, scan: Scan, edits: tuple[tuple[int, str], ...]) -> ParseError:
    notes = list(_notes(scan, edits))
    hint = error.hint
    if isinstance(error, NotCountedError) and error.reading:
        notes[-1] = f"{notes[-1].rstrip('.')}, {error.reading}."
        hint = ""
    hint = " ".join((*notes, hint)).strip()
    return ParseError(error.message, hint, error.suggestions, error.words)


def _which(scan: Scan, options: list[tuple[str, tuple[tuple[int, str], ...]]]) -> ParseError:
    words = tuple(dict.fromkeys(scan.said(i, i + 1) for _, edits in options for i, _ in edits))
    meant = dict.fromkeys(word for _, edits in options for _, word in edits)
    listed = say("or_words").join(f'"{word}"' for word in list(meant)[:3])
    message = say("typo_unsure", typed=words[0], words=listed)
    return ParseError(message, "", tuple(text.strip() for text, _ in options[:3]), words)


def months_first(locale: str | None) -> bool:
    """Whether 05/06 is the sixth of May: only American English writes the month first."""
    return locale is not None and locale.replace("_", "-").lower() == "en-us"


def scan_of(text: str, context: Context, zone: tzinfo, now: datetime) -> Scan:
    """The tokens of a text, to be read at `now` in `zone`."""
    return Scan(text, now, zone, context.week_start, months_first(context.locale))


def _read(text: str, names: tuple[str, ...], context: Context) -> Reading:
    """One reading of a cleaned text, without mending."""
    last = context.last
    if last is not None and last.period is None:
        last = None
    zone = last.zone if last is not None and last.zone is not None else context.zone
    scan = scan_of(text, context, zone, context.now)
    plain = read_plain(scan)
    if plain is not None:
        return Reading(plain)
    named = modifiers.find_zone(scan) if "in" in scan.words else None
    if named is not None:
        zone = _same_zone(named, context, last)
        scan = scan_of(text, context, zone, context.now)
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
    return Reading(query, _order_note(scan, found), alternatives, refined, whole)


def _drafted(scan: Scan, names: tuple[str, ...], last: Query | None) -> Draft:
    blank = Draft(base=last.period if last else None)
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
    return any(typos.near(scan.words[i]) for i, _ in found.unplaced if not scan.senses[i])


__all__ = ["Context", "Reading", "Subcommand", "parse", "small_talk"]
