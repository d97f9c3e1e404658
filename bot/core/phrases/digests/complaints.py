"""What is said of words about digests that cannot be read, and what works instead."""

from __future__ import annotations

from contextlib import suppress

from bot.core import zones
from bot.core.accounts import directory_of, folded
from bot.core.digest_command import DigestCommand
from bot.core.digest_text import digest_text
from bot.core.phrases import saying
from bot.core.phrases.complaints import UnknownWordsError
from bot.core.phrases.digests import conclusions
from bot.core.phrases.digests.found import Found
from bot.core.phrases.digests.words import PLACE
from bot.core.phrases.saying_digests import say_schedule
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.phrases.tokens import QUOTED
from bot.core.sentences import joined, phrase, say
from bot.errors import NoSuchAccountError, ParseError

USUAL = "digest weekly on monday at 9am"
# What works instead of what is refused; in the language of the asker once told.
INSTEAD = {
    "no_such_time": ("digest daily at 8",),
    "digest.biweekly": ("digest every 2 weeks on friday at noon",),
    "digest.day_or_hour": ("digest monthly on the 15th", "digest monthly at 15:00"),
    "digest.every": ("digest every 2 weeks on friday at noon",),
    "digest.midnight": ("digest daily at 00:00",),
    "digest.monthly_weekday": ("digest monthly on the first monday at 9:00",),
    "digest.new_number": ("digest list",),
    "digest.nth": ("digest monthly on the last friday",),
    "digest.no_such_day": ("digest on the last day of the month at 17:30",),
    "digest.no_such_section": ("digest weekly without messages",),
    "digest.number": ("digest list",),
    "digest.once": ("report last week",),
    "digest.part_of_day": ("digest daily at 8",),
    "digest.start": ("digest every 2 weeks on friday at noon",),
    "digest.takes_number": ("digest list",),
    "digest.takes_channels": ("digest list",),
    "no_such_day": ("digest on the last day of the month at 17:30",),
    "digest.zone_offset": ("digest weekly on monday at 9am in Europe/Berlin",),
    "takes_nothing": ("digest list",),
    "top_range": ("digest weekly with top 10",),
}


def refused(refusal: Refusal) -> ParseError:
    """Words that were understood and make no digest."""
    values = dict(refusal.values)
    words = str(values.pop("words", ""))
    words = saying.quoted(words) if words else words
    if refusal.key == "zone_unknown":
        near = zones.nearest(words)
        hint = say("near_names", names=", ".join(near)) if near else say("zone_example")
        return ParseError(say(refusal.key, words=words), hint, _instead(""), (words,))
    told = {"most": 52, "number": words, **values}
    message = say(refusal.key, words=words, **told)
    if refusal.key == "no_such_account":
        return NoSuchAccountError(message, "", (), (words,))
    said = (words,) if words else ()
    return ParseError(message, "", _instead(refusal.key), said)


def _instead(key: str) -> tuple[str, ...]:
    return tuple(map(phrase, INSTEAD.get(key, (USUAL,))))


def unknown(s: Scan, found: Found) -> UnknownWordsError:
    """Words that fit nowhere: which, and what is left without them."""
    runs: list[list[int]] = []
    for start, end in found.asked.unplaced:
        if runs and runs[-1][1] == start:
            runs[-1][1] = end
        else:
            runs.append([start, end])
    words = tuple(saying.quoted(s.said(*run)) for run in runs[:3])
    listed = joined([say("quoted_words", words=word) for word in words], "and_words")
    read = _read(s, found)
    schedule = read.draft.schedule if read else None
    hint = say("i_read", reading=say_schedule(schedule)) if schedule else ""
    without = digest_text(read) if read and s.language == "en" else _without(s, runs)
    suggestions = (*([without] if without else []), *_instead(""), phrase("digest list"))
    error = UnknownWordsError(say("unknown_words", words=listed), hint, suggestions, words)
    error.places = tuple(found.asked.unplaced)
    if s.accounts:  # the words of an account's name are no slips of ours
        names = directory_of(s.accounts).words
        error.places = tuple(p for p in error.places if folded(s.words[p[0]]) not in names)
    return error


def _read(s: Scan, found: Found) -> DigestCommand | None:
    """What was read besides, where that makes a command."""
    with suppress(Refusal):
        return conclusions.command(s, found)
    return None


def _without(s: Scan, runs: list[list[int]]) -> str:
    """What was typed without the words that fit nowhere."""
    if PLACE in s.text or QUOTED in s.text:
        return ""
    text = s.text
    for start, end in reversed(runs):
        text = f"{text[: min(s.starts[start:end])]} {text[max(s.ends[start:end]) :]}"
    return " ".join(text.split())
