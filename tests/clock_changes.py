"""Schedules at every change of every clock, beside an oracle: `make clock-changes`.

One zone for each history of offsets, three days around each of its changes and one ordinary month,
every quarter of an hour, every kind of schedule; then all zones of tzdata over all those years.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from multiprocessing import Pool
from time import monotonic
from zoneinfo import ZoneInfo, available_timezones

from bot.core.schedule import LAST, Cadence, Schedule, due_day, latest_due, next_due
from tests.schedule_oracle import DAY, Clock, dates

FIRST, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
# Around a change the clock is known for longer than it is looked at.
_MARGIN = 40 * DAY
_MONTH = datetime(2027, 6, 1, tzinfo=UTC)  # in which no clock changes
QUARTERS = [time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45)]
TIMES = [time(0), time(2, 30), time(9)]


@dataclass
class Tally:
    """What was tried, and what was wrong of it."""

    zones: int = 0
    changes: int = 0
    series: int = 0
    due: int = 0
    skipped: int = 0
    doubled: int = 0
    wrong: int = 0  # another instant than the oracle's, or another date or latest than next_due's

    def __iadd__(self, other: Tally) -> Tally:
        for name, count in vars(other).items():
            setattr(self, name, getattr(self, name) + count)
        return self

    @property
    def faults(self) -> int:
        """Everything that was wrong."""
        return self.skipped + self.doubled + self.wrong


def clock_of(name: str) -> Clock:
    """The clock of a zone over the years that are tried."""
    return Clock(ZoneInfo(name), FIRST - _MARGIN, END + _MARGIN)


def kinds(day: date, at: time, zone: ZoneInfo) -> Iterator[Schedule]:
    """Every kind of schedule, each so that it comes on `day` or just does not."""
    weekday, nth = day.weekday(), (day.day - 1) // 7 + 1
    week, month = Cadence.WEEKLY, Cadence.MONTHLY
    yield Schedule(Cadence.DAILY, at, zone)
    yield Schedule(Cadence.WEEKDAYS, at, zone)
    yield Schedule(week, at, zone, (weekday,))
    yield Schedule(week, at, zone, tuple(sorted({weekday, (weekday + 1) % 7, (weekday + 4) % 7})))
    yield Schedule(week, at, zone, (weekday,), 2, day - weekday * DAY)
    yield Schedule(week, at, zone, (weekday,), 2, day + (7 - weekday) * DAY)
    yield Schedule(week, at, zone, (weekday, 6) if weekday < 6 else (0, 6), 3, day)
    yield Schedule(month, at, zone, day=day.day)
    yield Schedule(month, at, zone, day=31)
    yield Schedule(month, at, zone, day=LAST)
    yield Schedule(month, at, zone, (weekday,), nth=LAST)
    if nth < 5:
        yield Schedule(month, at, zone, (weekday,), nth=nth)


def compare(
    schedule: Schedule, clock: Clock, first: datetime, end: datetime, *, backwards: bool = True
) -> Tally:
    """One series between two instants, beside the oracle's; and looked at from its end."""
    wanted = _wanted(schedule, clock, first, end)
    found, due = [], next_due(schedule, first - timedelta(seconds=1))
    while due is not None and due < end:
        found.append(due)
        due = next_due(schedule, due)
    tally = Tally(series=1, due=len(wanted))
    missing, extra = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    tally.skipped, tally.doubled = missing.total(), extra.total()
    if backwards:
        tally.wrong = _disagreements(schedule, found, first, end)
    return tally


def _wanted(schedule: Schedule, clock: Clock, first: datetime, end: datetime) -> list[datetime]:
    """The oracle's instants in [first, end), one for each."""
    known = dates(schedule)
    low = bisect_left(known, (first - 2 * DAY).date())
    high = bisect_right(known, (end + 2 * DAY).date())
    due = dict.fromkeys(clock.due(day, schedule.at) for day in known[low:high])
    return [at for at in due if first <= at < end]


def _disagreements(
    schedule: Schedule, found: list[datetime], first: datetime, end: datetime
) -> int:
    """How often the newest due until some instant, or the date of a due one, is not what it was."""
    before = first - timedelta(seconds=1)
    wrong = sum(
        latest_due(schedule, before, later - timedelta(seconds=1)) != earlier
        for earlier, later in pairwise(found)
    )
    days = [due_day(schedule, due) for due in found]
    wrong += days != sorted(set(days))
    newest = latest_due(schedule, before, end - timedelta(seconds=1))
    return wrong + (newest != (found[-1] if found else None))


def around_changes(name: str, quarters: Iterable[time] = QUARTERS) -> Tally:
    """Three days around each change of a zone's clock, and one ordinary month."""
    clock, quarters = clock_of(name), list(quarters)
    tally = Tally(zones=1)
    for change in clock.changes:
        if not FIRST <= change.at < END:
            continue
        tally.changes += 1
        for day in change.dates:
            for at in quarters:
                for schedule in kinds(day, at, clock.zone):
                    tally += compare(schedule, clock, change.at - 3 * DAY, change.at + 3 * DAY)
    for at in quarters:
        for schedule in kinds(_MONTH.date() + 9 * DAY, at, clock.zone):
            tally += compare(schedule, clock, _MONTH, _MONTH + 30 * DAY)
    return tally


def over_years(name: str, times: Iterable[time] = TIMES) -> Tally:
    """Every cadence over all the years, at a few times."""
    clock, tally = clock_of(name), Tally(zones=1)
    for at in times:
        for schedule in (
            Schedule(Cadence.DAILY, at, clock.zone),
            Schedule(Cadence.WEEKDAYS, at, clock.zone),
            Schedule(Cadence.WEEKLY, at, clock.zone, (6,)),
            Schedule(Cadence.MONTHLY, at, clock.zone, day=31),
        ):
            tally += compare(schedule, clock, FIRST, END, backwards=False)
    return tally


def distinct() -> list[str]:
    """One zone for each history of offsets: the one whose name comes first."""
    found: dict[object, str] = {}
    with Pool(2) as pool:
        names = sorted(available_timezones())
        for name, history in zip(names, pool.map(_history, names, chunksize=8), strict=True):
            found.setdefault(history, name)
    return list(found.values())


def _history(name: str) -> tuple[object, ...]:
    return clock_of(name).history


def main() -> int:
    """Try everything and tell the figures; 1 where something is wrong."""
    began = monotonic()
    faults = 0
    told = "{:34} {:>6} {:>8} {:>9} {:>9} {:>8} {:>8} {:>6} {:>8}\n"
    heads = ("zones", "changes", "series", "due", "skipped", "doubled", "wrong", "seconds")
    sys.stdout.write(told.format("", *heads))
    for words, try_zone, names in (
        ("each history of offsets", around_changes, distinct()),
        ("every zone at 00:00, 02:30, 09:00", over_years, sorted(available_timezones())),
    ):
        since = monotonic()
        tally = Tally()
        with Pool(2) as pool:
            for one in pool.imap_unordered(try_zone, names):
                tally += one
        sys.stdout.write(told.format(words, *vars(tally).values(), round(monotonic() - since)))
        faults += tally.faults
    sys.stdout.write(f"seconds in all: {monotonic() - began:.0f}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
