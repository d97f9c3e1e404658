"""What `:clock` does and says in the playground."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.core.phrases import saying
from bot.core.sentences import say
from bot.demo.clock import ClockError, moment_of
from bot.demo.playground import Playground

_RUN = "run"


def pass_time(playground: Playground, typed: str, zone: ZoneInfo) -> None:
    """Let time pass until the moment that is typed, or until a digest comes; "": no time.

    Raises ClockError where there is no such moment.
    """
    passing, look = playground.passing, playground.look
    if typed == _RUN:
        if not passing.pass_on(look) and passing.next_due() is not None:
            last = saying.day(playground.clock.last.astimezone(zone).date())
            raise ClockError(say("demo_clock_beyond", last=last))
    elif typed:
        passing.pass_to(moment_of(typed, playground.clock, zone), look)


def time_words(playground: Playground, zone: ZoneInfo) -> tuple[str, str]:
    """What time it is, and when the next digest is due."""
    at = saying.weekday_moment(playground.clock(), zone)
    it_is = say("demo_clock", at=at, zone=zone.key)
    due = playground.passing.next_due()
    if due is None:
        return it_is, say("demo_clock_nothing")
    return it_is, say("demo_clock_next", at=saying.weekday_moment(due, zone))
