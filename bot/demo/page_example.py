"""The chatbot of Flow XO's own API page: its figures and lists for October and November 2021.

What the page gives is exact; the two months before, and the days within, are invented so that
every example of ours has something to compare with. Source: support.flowxo.com, "Accessing
Analytics via API", read 2026-11.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.demo.event_log import EventLog, Labelled, instants

FLOWS = (
    ("616f1b6a1680ec001b9a4579", "Untitled Broadcast"),
    ("5e4078ccbf034a59fd0b611d", "Text Me"),
    ("615119f48188d75b1dd62763", "Untitled Flow"),
    ("6104229e5fd0b00021b5e807", "Deep Linking with Multiple Argument Parsing (b64 url)"),
    ("5e2e18a38575b0006eb996c5", "Parse a Unix Timestamp"),
    ("5f3a9c1e7b2d4a0019c8e6f2", "Welcome Back"),
    ("5f3a9c1e7b2d4a0019c8e6f3", "Menu"),
)
TEXTS = ("text me", "hi", "text ne", "/start", "convert a timestamp", "menu")
_BROADCAST, _TEXT_ME, _UNTITLED, _DEEP, _PARSE, _WELCOME, _MENU = range(len(FLOWS))

_AUGUST = (date(2021, 8, 2), date(2021, 8, 30))
_SEPTEMBER = (date(2021, 9, 2), date(2021, 9, 29))
_WEEKS = (
    (date(2021, 10, 2), date(2021, 10, 9)),
    (date(2021, 10, 11), date(2021, 10, 17)),
    (date(2021, 10, 18), date(2021, 10, 24)),
    (date(2021, 10, 25), date(2021, 10, 30)),
)
_NOVEMBER = (date(2021, 11, 3), date(2021, 11, 19))
_STRETCHES = (_AUGUST, _SEPTEMBER, *_WEEKS, _NOVEMBER)
_AUTUMN = (date(2021, 10, 4), date(2021, 11, 16))
_SUMMER = (date(2021, 8, 5), date(2021, 9, 26))

# By stretch. October makes 9, 100, 99 and 141, November 1, 4, 7 and 5.
_NEW = (6, 5, 3, 2, 3, 1, 1)
_TRIGGERS = (58, 63, 17, 30, 41, 12, 4)
_RECEIVED = (61, 70, 18, 31, 36, 14, 7)
_SENT = (80, 92, 22, 44, 52, 23, 5)
_ACTIVE = (17, 2, 1, 1, 1, 0, 1)
_EARLIER_USERS = 34
_AUTUMN_FLOWS = {_BROADCAST: 93, _TEXT_ME: 19, _UNTITLED: 14, _DEEP: 1, _PARSE: 1}
_SUMMER_FLOWS = {_TEXT_ME: 31, _WELCOME: 22, _UNTITLED: 17, _MENU: 9, _DEEP: 4}
_AUTUMN_TEXTS = {0: 18, 1: 4, 2: 2, 3: 1, 4: 1}
_SUMMER_TEXTS = {0: 14, 1: 9, 5: 6}


def _spread(count: int, stretch: tuple[date, date]) -> list[int]:
    """So many seconds, evenly, well inside the days whatever zone they are told in."""
    first, last = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in stretch)
    start, end = first + timedelta(hours=15), last + timedelta(hours=9)
    step = (end - start).total_seconds() / max(1, count)
    return [int(start.timestamp() + step * (place + 0.5)) for place in range(count)]


def _by_stretch(counts: tuple[int, ...]) -> list[int]:
    pairs = zip(counts, _STRETCHES, strict=True)
    return [at for count, stretch in pairs for at in _spread(count, stretch)]


def _labelled(*parts: tuple[dict[int, int], tuple[date, date]]) -> Labelled:
    return Labelled.of(
        [
            (at, what)
            for counts, stretch in parts
            for what, count in counts.items()
            for at in _spread(count, stretch)
        ]
    )


def page_example() -> EventLog:
    """The log from which the page's own answers follow."""
    active_from = _by_stretch(_ACTIVE)
    all_gone = int(datetime(2021, 12, 19, tzinfo=UTC).timestamp())
    return EventLog(
        flows=FLOWS,
        texts=TEXTS,
        new_users=instants(_by_stretch(_NEW)),
        triggers=instants(_by_stretch(_TRIGGERS)),
        received=instants(_by_stretch(_RECEIVED)),
        sent=instants(_by_stretch(_SENT)),
        flow_starts=_labelled((_AUTUMN_FLOWS, _AUTUMN), (_SUMMER_FLOWS, _SUMMER)),
        messages=_labelled((_AUTUMN_TEXTS, _AUTUMN), (_SUMMER_TEXTS, _SUMMER)),
        active_from=instants(active_from),
        active_until=instants([all_gone] * len(active_from)),
        earlier_users=_EARLIER_USERS,
    )


EXAMPLE = page_example()
