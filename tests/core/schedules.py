"""Schedules that tests share, one of every kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.schedule import LAST, Cadence, Schedule

NINE = time(9)
BERLIN = ZoneInfo("Europe/Berlin")


def schedule(cadence: str, at: str = "09:00", zone: ZoneInfo = BERLIN, **parts: Any) -> Schedule:
    """A schedule, in Berlin at nine where nothing else is said."""
    return Schedule(Cadence(cadence), time.fromisoformat(at), zone, **parts)


def walls(instants: Iterable[datetime], zone: ZoneInfo) -> list[str]:
    """What the zone's clock shows, to the minute."""
    return [f"{at.astimezone(zone):%Y-%m-%dT%H:%M}" for at in instants]


# The first four are of the four cadences.
SCHEDULES = (
    schedule("daily", "02:30"),
    schedule("weekdays", "00:00", ZoneInfo("America/New_York")),
    schedule("weekly", "09:00", weekdays=(0,)),
    schedule("monthly", "23:45", ZoneInfo("America/Nuuk"), day=31),
    schedule("daily", "23:30", ZoneInfo("America/Nuuk")),
    schedule("daily", "00:00", ZoneInfo("America/Santiago")),
    schedule("weekly", "02:15", ZoneInfo("Australia/Lord_Howe"), weekdays=(5, 6)),
    schedule("weekly", "12:00", ZoneInfo("Pacific/Kiritimati"), weekdays=(0, 2, 4)),
    schedule("weekly", weekdays=(4,), every=2, anchor=date(2026, 11, 23)),
    schedule("weekly", weekdays=(1, 3), every=2, anchor=date(2026, 11, 22)),
    schedule("weekly", weekdays=(0, 6), every=52, anchor=date(2027, 12, 31)),
    schedule("monthly", "17:30", day=LAST),
    schedule("monthly", "00:00", ZoneInfo("Asia/Kolkata"), day=1),
    schedule("monthly", nth=1, weekdays=(0,)),
    schedule("monthly", "01:30", ZoneInfo("America/New_York"), nth=LAST, weekdays=(6,)),
)
