"""One line of `flowxo-bot dates` to its answer: a period, its grouping and comparison; pure.

The phrase's own calendar meaning: this week is the whole week, and comparisons are as typed, not
like for like.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, tzinfo
from functools import partial

from bot.core import zones
from bot.core.baselines import last_year, previous
from bot.core.parse import Context, language_of, scan_of
from bot.core.periods import Period, localise
from bot.core.phrases import complaints, contradictions, items, saying
from bot.core.phrases.draft import Draft, RefusedWords
from bot.core.phrases.mending import Reader, read_in_languages
from bot.core.phrases.prepare import prepare
from bot.core.phrases.tokens import Split
from bot.core.query import Compare
from bot.core.sentences import phrase, say, told
from bot.errors import ParseError

Answer = dict[str, object]


def answer(
    line: str, now: datetime, zone: tzinfo, locale: str | None, *, as_object: bool
) -> Answer:
    """The JSON object for a line: a phrase, or with `as_object` a JSON object that holds one.

    An object's own `now`, `tz` and `locale` win over the arguments. Never raises: what cannot
    be read is `{"error": …}`.
    """
    try:
        if not as_object:
            return read(line, Context(now, zone, locale=locale))
        phrase, context = _object(line, Context(now, zone, locale=locale))
        return read(phrase, context)
    except ParseError as error:
        language = error.language = error.language or language_of(line, locale)
        works = partial(_is_read, context=Context(now, zone, locale=locale))
        told_so = [told(text, language) for text in error.suggestions]
        # A suggested command without its subcommand, which is no part of a line of dates.
        error.suggestions = tuple(
            text if works(text) else text.partition(" ")[2] or text for text in told_so
        )
        complaints.with_hint(error, "", works)
        message, hint = (told(text, language) for text in (error.message, error.hint))
        return {"error": " ".join(f"{message} {hint}".split())}


def _is_read(words: str, context: Context) -> bool:
    with suppress(ParseError):
        read(words, context)
        return True
    return False


def read(phrase: str, context: Context) -> Answer:
    """The answer for a phrase; ParseError where it cannot be read."""
    if not phrase.strip():
        raise ParseError(say("line_blank"))
    cleaned, names = prepare(phrase)
    try:
        reader = Reader(lambda words, language: _read(words, names, context, language), str, _noted)
        return read_in_languages(cleaned, context.locale, reader)
    except OverflowError:
        raise ParseError(say("too_far", words=saying.quoted(phrase))) from None


def _noted(found: Answer, notes: tuple[str, ...]) -> Answer:
    return {**found, "notes": list(notes)}


def _read(text: Split, names: tuple[str, ...], context: Context, language: str) -> Answer:
    scan = scan_of(text, context, context.zone, language)
    scan.names = names
    try:
        found = items.read(scan, Draft(), names, dates_only=True)
    except RefusedWords as error:
        raise complaints.refused(error, dates_only=True) from None
    if found.unplaced:
        raise complaints.unknown(scan, found, dates_only=True)
    contradictions.check(found)
    if not found.periods:
        raise ParseError(say("no_dates"), "", (phrase("last 7 days"),))
    period = found.periods[0][0]
    result = _ends(period)
    if found.units:
        result["unit"] = str(found.units[0])
    compared = _compared(found, period)
    if compared is not None:
        result["compare"] = _ends(compared)
    if found.other is not None:
        result["alternative"] = _ends(found.other)
    return result


def _compared(found: Draft, period: Period) -> Period | None:
    """The period compared with, as typed."""
    if not found.compares:
        return None
    compare, against, words = found.compares[0]
    match compare:
        case Compare.PREVIOUS:
            whole = previous(period)
        case Compare.LAST_YEAR:
            whole = last_year(period)
        case Compare.PERIOD:
            whole = against
        case _:
            return None
    if whole is None:
        raise ParseError(say("nothing_to_compare", words=words), words=(words,))
    return whole


def _ends(period: Period) -> Answer:
    return {
        "start": period.local_start.isoformat(),
        "end": period.local_end.isoformat(),
    }


def _object(line: str, default: Context) -> tuple[str, Context]:
    """The phrase of a JSON line and the context it names."""
    if not line.strip():
        raise ParseError(say("line_blank"))
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise ParseError(say("line_no_object")) from None
    if not isinstance(value, dict):
        raise ParseError(say("line_no_object"))
    phrase = value.get("phrase")
    if not isinstance(phrase, str):
        raise ParseError(say("line_no_phrase"))
    zone = default.zone
    if value.get("tz") is not None:
        zone = zones.find(_text(value, "tz"))
    locale = default.locale
    if value.get("locale") is not None:
        locale = _text(value, "locale")
    now = default.now
    if value.get("now") is not None:
        now = _moment(_text(value, "now"), zone)
    return phrase, Context(now, zone, locale=locale)


def _text(value: dict[str, object], name: str) -> str:
    found = value[name]
    if not isinstance(found, str):
        raise ParseError(say("line_bad_field", name=name, value=str(found)[:40]))
    return found


def _moment(text: str, zone: tzinfo) -> datetime:
    """An ISO moment; one without an offset is on the zone's clock."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment if moment.tzinfo else localise(moment, zone)
    except (ValueError, OverflowError):
        raise ParseError(say("line_bad_field", name="now", value=text[:40])) from None
