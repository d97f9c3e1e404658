"""The playground's one clock: it goes on from wherever it was set, and is never set back.

Reads what people type of it; must know nothing of what goes by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.core.periods import localise
from bot.core.query import WEEKDAY_NAMES
from bot.core.sentences import say
from bot.errors import BotError
from bot.wiring import now_utc

# As far as the sample's figures go, so that no digest is empty.
MOST = timedelta(days=60)
_DAY = timedelta(days=1)
_SHORTEST = 3  # letters of a weekday
_TIME = re.compile(r"(?:at )?(\d{1,2}):(\d{2})")
_STEP = re.compile(r"\+ ?(\d{1,5}) ?(m|min|minutes?|h|hours?|d|days?)")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": _DAY}


class ClockError(BotError):
    """What was typed is no time that the clock can be set to."""

    permanent = True


class DemoClock:
    """What the time is in the playground, for everybody in it and in any thread."""

    def __init__(self, real: Callable[[], datetime] = now_utc) -> None:
        self._real = real
        self._ahead = timedelta()
        self.began = real()

    def __call__(self) -> datetime:
        """Now, aware, in UTC."""
        return self._real() + self._ahead

    def now(self, _: Connection) -> datetime:
        """The same, for those who ask in a transaction."""
        return self()

    def seconds(self) -> float:
        """The same in seconds since 1970."""
        return self().timestamp()

    @property
    def last(self) -> datetime:
        """How far it may be set."""
        return self.began + MOST

    def move_to(self, moment: datetime) -> None:
        """Be there, and go on from there; where it is later already nothing changes."""
        self._ahead += max(timedelta(), moment - self())


def moment_of(typed: str, clock: DemoClock, zone: ZoneInfo) -> datetime:
    """The moment that somebody means; ClockError says why there is none.

    `mon 08:59`, `tomorrow 08:59`, `2026-12-01 08:59` and `08:59` are the next ones by the zone's
    clock, `+90m`, `+2h` and `+3 days` from now on.
    """
    words, now = " ".join(typed.lower().split()), clock()
    if step := _STEP.fullmatch(words):
        moment = now + int(step[1]) * _UNITS[step[2][0]]
    else:
        moment = _by_day(typed, words, now, zone)
    if moment <= now:
        raise ClockError(say("demo_clock_back"), say("demo_clock_hint"))
    if moment > clock.last:
        last = clock.last.astimezone(zone)
        raise ClockError(say("demo_clock_far", last=f"{last:%Y-%m-%d %H:%M}"))
    return moment


def _by_day(typed: str, words: str, now: datetime, zone: ZoneInfo) -> datetime:
    day, _, rest = words.rpartition(" ")
    day, rest = (day.removesuffix(" at"), rest) if day != "at" else ("", rest)
    found = _TIME.fullmatch(rest)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise ClockError(say("demo_clock_unread", typed=_short(typed)), say("demo_clock_hint"))
    at, today = time(int(found[1]), int(found[2])), now.astimezone(zone).date()
    if not day:
        return _next(today, at, now, zone, _DAY)
    if len(day) >= _SHORTEST and (
        named := [n for n, name in enumerate(WEEKDAY_NAMES) if name.startswith(day)]
    ):
        ahead = (named[0] - today.weekday()) % 7
        return _next(today + ahead * _DAY, at, now, zone, 7 * _DAY)
    return _on({"today": today, "tomorrow": today + _DAY}.get(day) or _date(day, typed), at, zone)


def _next(day: date, at: time, now: datetime, zone: ZoneInfo, every: timedelta) -> datetime:
    """The first that is still to come."""
    moment = _on(day, at, zone)
    return moment if moment > now else _on(day + every, at, zone)


def _on(day: date, at: time, zone: ZoneInfo) -> datetime:
    try:
        return localise(datetime.combine(day, at), zone)
    except OverflowError:  # the first and the last day of the calendar
        return datetime.combine(day, at, UTC)


def _date(day: str, typed: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        unread = say("demo_clock_unread", typed=_short(typed))
        raise ClockError(unread, say("demo_clock_hint")) from None


def _short(typed: str) -> str:
    return typed if len(typed) <= 40 else f"{typed[:40]}…"
