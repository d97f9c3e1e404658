"""Schedule, the days and the time of a digest as somebody set them, and as JSON keeps them.

Knows which of them make sense and says of the others why not; `schedule.py` says when one is due.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core import fields
from bot.core.sentences import say
from bot.errors import ScheduleError

LAST = -1  # of a month: its last day, or the last of its weekdays
MOST_WEEKS = 52


class Cadence(StrEnum):
    """How often; every other week is weekly, too."""

    WEEKLY = "weekly"
    WEEKDAYS = "weekdays"
    DAILY = "daily"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days on which a digest is due, and the time by the clock of `zone`, to the minute.

    Weekly: on `weekdays` (0 is Monday, ascending) of every `every`th week. `anchor` is the first
    day of one week that counts, set where `every` is more than 1; weeks begin on its weekday.
    Monthly: on `day` (1 to 31, or LAST; where a month is shorter, its last), or on the `nth`
    (1 to 4, or LAST) of the one weekday. ScheduleError for anything else.
    """

    cadence: Cadence
    at: time
    zone: ZoneInfo
    weekdays: tuple[int, ...] = ()
    every: int = 1
    anchor: date | None = None
    day: int | None = None
    nth: int | None = None

    def __post_init__(self) -> None:
        fault = _fault(self)
        if fault:
            raise ScheduleError(say(fault, most=MOST_WEEKS))


def _fault(schedule: Schedule) -> str:
    """The key of the sentence that says what is wrong; empty where nothing is."""
    at = schedule.at
    if at.tzinfo is not None or at.second or at.microsecond:
        return "schedule.to_the_minute"
    if not 1 <= schedule.every <= MOST_WEEKS:
        return "schedule.every"
    if (schedule.every > 1) != (schedule.anchor is not None):
        return "schedule.anchor"
    if any(not 0 <= one <= 6 for one in schedule.weekdays):
        return "schedule.weekday"
    if list(schedule.weekdays) != sorted(set(schedule.weekdays)):
        return "schedule.weekday"
    return _FAULTS[schedule.cadence](schedule)


def _weekly_fault(schedule: Schedule) -> str:
    if not schedule.weekdays:
        return "schedule.no_weekday"
    return "" if schedule.day is None and schedule.nth is None else "schedule.mixed"


def _monthly_fault(schedule: Schedule) -> str:
    day, nth = schedule.day, schedule.nth
    if schedule.every > 1 or (day is None) == (nth is None):
        return "schedule.mixed"
    if nth is None:
        if schedule.weekdays:
            return "schedule.mixed"
        return "" if day == LAST or 1 <= (day or 0) <= 31 else "schedule.no_such_day"
    if len(schedule.weekdays) != 1:
        return "schedule.one_weekday"
    return "" if nth == LAST or 1 <= nth <= 4 else "schedule.nth"


def _plain_fault(schedule: Schedule) -> str:
    plain = schedule.every == 1 and not schedule.weekdays
    return "" if plain and schedule.day is None and schedule.nth is None else "schedule.mixed"


_FAULTS = {
    Cadence.WEEKLY: _weekly_fault,
    Cadence.WEEKDAYS: _plain_fault,
    Cadence.DAILY: _plain_fault,
    Cadence.MONTHLY: _monthly_fault,
}


# What a schedule is kept as: names to texts, numbers and lists of numbers.
Fields = dict[str, str | int | list[int]]
_REQUIRED = ("cadence", "at", "zone")
_NUMBERS = ("every", "day", "nth")
_KNOWN = (*_REQUIRED, *_NUMBERS, "weekdays", "anchor")


def to_fields(schedule: Schedule) -> Fields:
    """The schedule as JSON keeps it; what is as by default is left out."""
    kept: Fields = {
        "cadence": schedule.cadence.value,
        "at": f"{schedule.at:%H:%M}",
        "zone": schedule.zone.key,
    }
    if schedule.weekdays:
        kept["weekdays"] = list(schedule.weekdays)
    if schedule.anchor is not None:
        kept |= {"every": schedule.every, "anchor": schedule.anchor.isoformat()}
    if schedule.day is not None:
        kept["day"] = schedule.day
    if schedule.nth is not None:
        kept["nth"] = schedule.nth
    return kept


def from_fields(kept: Mapping[str, object]) -> Schedule:
    """The schedule that `to_fields` wrote; ScheduleError with the reason for anything else."""
    fields.must_be(kept, _KNOWN, _REQUIRED)
    numbers = {name: fields.number(name, kept[name]) for name in _NUMBERS if name in kept}
    weekdays = fields.items("weekdays", kept.get("weekdays", []))
    return Schedule(
        fields.choice("cadence", kept["cadence"], Cadence),
        _time(fields.text("at", kept["at"])),
        zone_of(fields.text("zone", kept["zone"])),
        tuple(fields.number("weekdays", one) for one in weekdays),
        numbers.get("every", 1),
        _date(fields.text("anchor", kept["anchor"])) if "anchor" in kept else None,
        numbers.get("day"),
        numbers.get("nth"),
    )


def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name; ScheduleError where nobody has it."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ScheduleError(say("zone_unknown", words=name[:60])) from None


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise fields.bad("at", text) from None


def _date(text: str) -> date:
    """A date by its year, month and day; there is no 31 February."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fields.bad("anchor", text) from None
