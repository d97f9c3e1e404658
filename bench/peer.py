"""One other library on the phrases of the corpora: `python bench/peer.py NAME` in its own process.

Each line of standard input is a JSON object (phrase, now, zone, language), each of standard output
the ranges that the library reads (`[[start, end], …]`, on the zone's own clock) and the seconds it
took, the best of three. Where it gives a moment, the day or the unit that it names is meant, which
is the kindest reading. Imports nothing of ours, so that any environment that has the library will
do.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from types import FrameType
from typing import Any

Range = tuple[datetime, datetime]
Read = Callable[[str, datetime, str], list[Range]]
_DAY = timedelta(days=1)
_LONGEST_S = 5
_SLOW_S = 0.002  # a phrase that takes longer is not asked again for a better time
_CULTURES = {"en": "en-us", "es": "es-es", "de": "de-de", "fr": "fr-fr", "pt": "pt-br"}


def _day(moment: date, end: date | None = None) -> Range:
    """The whole days from one to another."""
    first, last = (datetime.combine(one, datetime.min.time()) for one in (moment, end or moment))
    return first, last + _DAY


def dateparser() -> Read:
    """With the period that it says it read: a month, a week, a year, a day."""
    from dateparser.date import DateDataParser

    parsers: dict[tuple[str, datetime], Any] = {}

    def read(phrase: str, now: datetime, language: str) -> list[Range]:
        settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "past"}
        key = (language, now)
        if key not in parsers:
            parsers[key] = DateDataParser(languages=[language], settings=settings)
        found = parsers[key].get_date_data(phrase)
        if found.date_obj is None:
            return []
        day = found.date_obj.date()
        match found.period:
            case "week":
                first = day - timedelta(days=day.weekday())
                return [_day(first, first + timedelta(days=6))]
            case "month":
                first = day.replace(day=1)
                return [_day(first, (first + timedelta(days=31)).replace(day=1) - _DAY)]
            case "year":
                return [_day(date(day.year, 1, 1), date(day.year, 12, 31))]
        return [_day(day)]

    return read


def date_wrangler() -> Read:
    """Every range that it finds; one without an end goes to now."""
    from date_wrangler import parse

    def read(phrase: str, now: datetime, _: str) -> list[Range]:
        ranges = []
        for match in parse(phrase, today=now.date()):
            start, end = match.range.start, match.range.end
            if start is None:
                return []
            ranges.append((_day(start)[0], _day(end)[0] if end else now))
        return ranges

    return read


def datespan() -> Read:
    """Asked at a frozen moment, which it takes from the clock."""
    import datespan as library
    from freezegun import freeze_time

    def read(phrase: str, now: datetime, _: str) -> list[Range]:
        with freeze_time(now):
            spans = library.parse(phrase)
        return [(span.start, span.end + timedelta(microseconds=1)) for span in spans]

    return read


def ctparse() -> Read:
    """A time is a day where it names one, a month or a year else; an interval is its ends' days."""
    from ctparse import ctparse as library

    def days(found: Any) -> Range | None:
        if found.year is None:
            return None
        if found.month is None:
            return _day(date(found.year, 1, 1), date(found.year, 12, 31))
        if found.day is None:
            first = date(found.year, found.month, 1)
            return _day(first, (first + timedelta(days=31)).replace(day=1) - _DAY)
        return _day(date(found.year, found.month, found.day))

    def read(phrase: str, now: datetime, _: str) -> list[Range]:
        found = library(phrase, ts=now, timeout=_LONGEST_S)
        if found is None or not found.resolution:
            return []
        resolution = found.resolution
        if not hasattr(resolution, "t_from"):
            one = days(resolution) if hasattr(resolution, "year") else None
            return [one] if one else []
        first = days(resolution.t_from) if resolution.t_from else None
        last = days(resolution.t_to) if resolution.t_to else None
        return [(first[0], last[1])] if first and last else []

    return read


def parsedatetime() -> Read:
    """The day of the moment that it reads, where it reads one."""
    import parsedatetime as library

    calendar = library.Calendar()

    def read(phrase: str, now: datetime, _: str) -> list[Range]:
        moment, flag = calendar.parseDT(phrase, sourceTime=now)
        return [_day(moment)] if flag else []

    return read


def recurrent() -> Read:
    """The day of the moment that it reads; a rule of recurrence is none."""
    from recurrent import RecurringEvent

    def read(phrase: str, now: datetime, _: str) -> list[Range]:
        found = RecurringEvent(now_date=now).parse(phrase)
        return [_day(found)] if isinstance(found, datetime) else []

    return read


def daterangeparser() -> Read:
    """The days from its first to its last, which it counts in."""
    from daterangeparser import parse
    from freezegun import freeze_time

    def read(phrase: str, now: datetime, _: str) -> list[Range]:
        with freeze_time(now):
            first, last = parse(phrase)
        return [_day(first, last or first)]

    return read


def datefinder() -> Read:
    """The days of the moments that it finds."""
    from datefinder import find_dates

    def read(phrase: str, now: datetime, _: str) -> list[Range]:
        return [_day(found) for found in find_dates(phrase, base_date=now)]

    return read


def timefhuman() -> Read:
    """A moment is its day, a pair its ends."""
    from timefhuman import timefhuman as library

    def read(phrase: str, now: datetime, _: str) -> list[Range]:
        found = library(phrase, now=now)
        if isinstance(found, tuple) and len(found) == 2:
            return [(found[0], found[1])]
        return [_day(found)] if isinstance(found, datetime) else []

    return read


def recognizers() -> Read:
    """The last reading that has begun, of those that it offers."""
    from recognizers_date_time import recognize_datetime

    def ends(value: dict[str, str], now: datetime) -> Range | None:
        if "start" in value:
            start = datetime.fromisoformat(value["start"])
            return start, datetime.fromisoformat(value["end"]) if "end" in value else now
        if "value" in value:
            return _day(datetime.fromisoformat(value["value"]))
        return None

    def read(phrase: str, now: datetime, language: str) -> list[Range]:
        ranges = []
        for result in recognize_datetime(phrase, _CULTURES[language], reference=now):
            values = (result.resolution or {}).get("values", [])
            offered = [found for value in values if (found := ends(value, now))]
            begun = [one for one in offered if one[0] <= now]
            ranges += begun[-1:] or offered[-1:]
        return ranges

    return read


PEERS: dict[str, Callable[[], Read]] = {
    "dateparser": dateparser,
    "date-wrangler": date_wrangler,
    "datespan": datespan,
    "recognizers-text": recognizers,
    "ctparse": ctparse,
    "parsedatetime": parsedatetime,
    "recurrent": recurrent,
    "daterangeparser": daterangeparser,
    "datefinder": datefinder,
    "timefhuman": timefhuman,
}


class _TooLongError(Exception):
    pass


def _stop(_: int, __: FrameType | None) -> None:
    raise _TooLongError


def main(name: str) -> None:
    """Read every line, answer every line."""
    read = PEERS[name]()
    signal.signal(signal.SIGALRM, _stop)
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        now = datetime.fromisoformat(asked["now"])
        best, ranges = float(_LONGEST_S), list[Range]()
        signal.alarm(_LONGEST_S)
        try:
            for _ in range(3):
                begun = time.perf_counter()
                ranges = read(asked["phrase"], now, asked["language"])
                best = min(best, time.perf_counter() - begun)
                if best > _SLOW_S:
                    break
        except (Exception, _TooLongError):
            ranges = []
        signal.alarm(0)
        told = [[start.isoformat(), end.isoformat()] for start, end in ranges]
        print(json.dumps({"ranges": told, "seconds": best}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
