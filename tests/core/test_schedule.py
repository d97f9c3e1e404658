"""Schedules: the days they name, what a clock change makes of a time, and the periods told."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.periods import Shape
from bot.core.schedule import (
    LAST,
    LATE_AFTER,
    Cadence,
    Schedule,
    due_day,
    dues,
    latest_due,
    next_due,
    period_of,
    useful_for,
)
from bot.errors import ScheduleError
from tests.core.schedules import NINE, SCHEDULES, schedule, walls

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("one", "after", "days"),
    [
        (schedule("daily"), "2026-11-26T09:00", "2026-11-27 2026-11-28 2026-11-29"),
        (schedule("daily"), "2026-11-26T08:59", "2026-11-26 2026-11-27"),
        (schedule("weekdays"), "2026-11-26T12:00", "2026-11-27 2026-11-30 2026-12-01"),
        (schedule("weekly", weekdays=(0,)), "2026-11-26T12:00", "2026-11-30 2026-12-07"),
        (schedule("weekly", weekdays=(1, 3)), "2026-11-26T09:00", "2026-12-01 2026-12-03"),
        (schedule("weekly", weekdays=(6,)), "2026-12-25T12:00", "2026-12-27 2027-01-03"),
        (schedule("monthly", day=15), "2026-11-26T12:00", "2026-12-15 2027-01-15"),
        (schedule("monthly", day=29), "2027-01-29T12:00", "2027-02-28 2027-03-29"),
        (schedule("monthly", day=29), "2028-01-29T12:00", "2028-02-29 2028-03-29"),
        (schedule("monthly", day=30), "2027-01-30T12:00", "2027-02-28 2027-03-30"),
        (schedule("monthly", day=31), "2026-08-31T12:00", "2026-09-30 2026-10-31 2026-11-30"),
        (schedule("monthly", day=LAST), "2027-12-31T12:00", "2028-01-31 2028-02-29 2028-03-31"),
        (schedule("monthly", nth=1, weekdays=(0,)), "2026-11-02T09:00", "2026-12-07 2027-01-04"),
        (schedule("monthly", nth=4, weekdays=(6,)), "2026-01-26T12:00", "2026-02-22 2026-03-22"),
        (schedule("monthly", nth=LAST, weekdays=(4,)), "2026-01-30T12:00", "2026-02-27 2026-03-27"),
    ],
)
def test_a_schedule_names_its_days(one: Schedule, after: str, days: str) -> None:
    """Strictly after the moment, in order; a month that lacks the day gives its last."""
    at = datetime.fromisoformat(after).replace(tzinfo=BERLIN)
    found = dues(one, at, len(days.split()))
    assert walls(found, BERLIN) == [f"{day}T09:00" for day in days.split()]


@pytest.mark.parametrize(
    ("anchor", "days"),
    [
        # Weeks that begin on Monday, then on Sunday.
        ("2026-11-23", "2026-11-24 2026-11-29 2026-12-08 2026-12-13"),
        ("2026-11-22", "2026-11-22 2026-11-24 2026-12-06 2026-12-08"),
        # Any week that counts says the same, also one long before or after.
        ("2024-12-23", "2026-11-24 2026-11-29 2026-12-08 2026-12-13"),
        ("2027-12-06", "2026-11-24 2026-11-29 2026-12-08 2026-12-13"),
    ],
)
def test_every_other_week_counts_from_its_anchor(anchor: str, days: str) -> None:
    """Tuesdays and Sundays of every second week, where weeks begin on the anchor's weekday."""
    one = schedule("weekly", weekdays=(1, 6), every=2, anchor=date.fromisoformat(anchor))
    found = dues(one, datetime(2026, 11, 21, tzinfo=UTC), 4)
    assert walls(found, BERLIN) == [f"{day}T09:00" for day in days.split()]


def test_every_other_week_goes_on_over_week_53() -> None:
    """The year 2026 has 53 weeks: whoever counts even weeks would come twice in a row."""
    one = schedule("weekly", weekdays=(0,), every=2, anchor=date(2026, 12, 14))
    found = dues(one, datetime(2026, 12, 1, tzinfo=UTC), 3)
    assert walls(found, BERLIN) == ["2026-12-14T09:00", "2026-12-28T09:00", "2027-01-11T09:00"]


@pytest.mark.parametrize(
    ("one", "after", "following"),
    [
        (schedule("weekly", "00:00", NEW_YORK, weekdays=(0,)), "2026-03-02", "2026-03-09T00:00"),
        (schedule("monthly", "00:00", NEW_YORK, day=1), "2026-03-01", "2026-04-01T00:00"),
        (schedule("monthly", "00:30", BERLIN, day=1), "2026-03-01T00:30", "2026-04-01T00:30"),
    ],
)
def test_midnight_after_the_spring_change_is_not_lost(
    one: Schedule, after: str, following: str
) -> None:
    """What adds wall-clock differences to instants skips that week, or all of April."""
    at = datetime.fromisoformat(after).replace(tzinfo=one.zone)
    assert walls(dues(one, at, 1), one.zone) == [following]


@pytest.mark.parametrize(
    ("zone", "at", "day", "instants"),
    [
        # Skipped by the clock: the same day, as much later as was skipped.
        ("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:30"),
        ("America/New_York", "02:00", "2026-03-08", "2026-03-08T07:00"),
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45"),
        ("America/Santiago", "00:30", "2026-09-06", "2026-09-06T04:30"),
        ("America/Nuuk", "23:30", "2026-03-28", "2026-03-29T01:30"),
        # Shown twice: the first of both.
        ("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30"),
        ("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30"),
        ("America/Santiago", "23:30", "2026-04-04", "2026-04-05T02:30"),
        ("Africa/Casablanca", "02:30", "2026-02-15", "2026-02-15T01:30"),
        # Days that were skipped whole: the first instant after them.
        ("Pacific/Apia", "09:00", "2011-12-30", "2011-12-30T10:00"),
        ("Pacific/Kwajalein", "12:00", "1993-08-21", "1993-08-21T12:00"),
        ("Pacific/Kiritimati", "00:15", "1994-12-31", "1994-12-31T10:00"),
    ],
)
def test_a_clock_change_neither_skips_nor_doubles(
    zone: str, at: str, day: str, instants: str
) -> None:
    """The day of the change has exactly one run, and so have both days beside it."""
    one = schedule("daily", at, ZoneInfo(zone))
    due = datetime.fromisoformat(instants).replace(tzinfo=UTC)
    wall = datetime.fromisoformat(f"{day}T{at}")
    before, after = (
        (wall + days * timedelta(days=1)).replace(tzinfo=one.zone).astimezone(UTC)
        for days in (-1, 1)
    )
    assert dues(one, before - timedelta(seconds=1), 3) == (before, due, after)
    assert [due_day(one, at) for at in (before, due, after)] == [
        wall.date() + days * timedelta(days=1) for days in (-1, 0, 1)
    ]
    assert latest_due(one, before, after - timedelta(seconds=1)) == due


def test_two_days_that_are_due_at_one_instant_are_one_run() -> None:
    """A skipped day runs at the midnight after it, when the next one does."""
    one = schedule("daily", "00:00", ZoneInfo("Pacific/Apia"))
    found = dues(one, datetime(2011, 12, 29, tzinfo=UTC), 3)
    assert walls(found, one.zone) == ["2011-12-29T00:00", "2011-12-31T00:00", "2012-01-01T00:00"]
    assert due_day(one, found[1]) == date(2011, 12, 31)


def test_the_newest_is_found_while_the_clock_shows_the_day_before_again() -> None:
    """St. John's clock went from a minute past midnight back to the evening."""
    one = schedule("daily", "00:00", ZoneInfo("America/St_Johns"))
    midnight = datetime(2010, 11, 7, 2, 30, tzinfo=UTC)
    again = midnight + timedelta(minutes=30)
    assert walls((midnight, again), one.zone) == ["2010-11-07T00:00", "2010-11-06T23:30"]
    assert latest_due(one, midnight - timedelta(hours=1), again) == midnight
    assert next_due(one, again) == datetime(2010, 11, 8, 3, 30, tzinfo=UTC)


def test_what_is_due_after_the_calendar_is_never() -> None:
    """No error, no time."""
    end = datetime(9999, 12, 30, 12, tzinfo=UTC)
    for one in SCHEDULES:
        assert next_due(one, end + timedelta(hours=30)) is None
        assert len(dues(one, end, 5)) < 3


@pytest.mark.parametrize("one", SCHEDULES)
def test_the_newest_of_many_years_is_found(one: Schedule) -> None:
    """It is the one before the next; none where nothing was due in between."""
    first = datetime(1971, 1, 1, tzinfo=UTC)
    for upto in (datetime(2026, 11, 26, 14, 45, tzinfo=UTC), datetime(9000, 2, 28, tzinfo=UTC)):
        newest = latest_due(one, first, upto)
        assert newest is not None
        assert newest <= upto
        following = next_due(one, newest)
        assert following is not None
        assert following > upto
        assert latest_due(one, newest, upto) is None
        assert latest_due(one, first, newest) == newest


@pytest.mark.parametrize(
    ("one", "due", "week_start", "first", "last", "shape", "count"),
    [
        (schedule("daily"), "2026-03-01", 0, "2026-02-28", "2026-02-28", Shape.DAY, 1),
        (schedule("weekdays"), "2026-11-27", 0, "2026-11-26", "2026-11-26", Shape.DAY, 1),
        (schedule("weekdays"), "2026-11-30", 0, "2026-11-27", "2026-11-29", Shape.STRETCH, 1),
        (schedule("monthly", day=15), "2026-03-15", 0, "2026-02-01", "2026-02-28", Shape.MONTH, 1),
        (
            schedule("monthly", day=LAST), "2027-01-31", 0,
            "2026-12-01", "2026-12-31", Shape.MONTH, 1,
        ),
        (
            schedule("weekly", weekdays=(0,)), "2026-11-30", 0,
            "2026-11-23", "2026-11-29", Shape.WEEK, 1,
        ),
        (
            schedule("weekly", weekdays=(0,)), "2026-11-30", 6,
            "2026-11-22", "2026-11-28", Shape.WEEK, 1,
        ),
        (
            schedule("weekly", weekdays=(6,)), "2026-11-29", 6,
            "2026-11-22", "2026-11-28", Shape.WEEK, 1,
        ),
        (
            schedule("weekly", weekdays=(4,)), "2027-01-01", 0,
            "2026-12-21", "2026-12-27", Shape.WEEK, 1,
        ),
        (
            schedule("weekly", weekdays=(4,), every=3, anchor=date(2026, 11, 23)), "2026-11-27", 0,
            "2026-11-02", "2026-11-22", Shape.WEEK, 3,
        ),
        (
            schedule("weekly", weekdays=(1, 3)), "2026-11-26", 0,
            "2026-11-24", "2026-11-25", Shape.STRETCH, 1,
        ),
        (
            schedule("weekly", weekdays=(1, 3)), "2026-12-01", 0,
            "2026-11-26", "2026-11-30", Shape.STRETCH, 1,
        ),
        (
            schedule("weekly", weekdays=(1, 3), every=2, anchor=date(2026, 11, 23)), "2026-11-24",
            0, "2026-11-12", "2026-11-23", Shape.STRETCH, 1,
        ),
    ],
)  # fmt: skip
def test_a_digest_reports_the_period_before_it_is_due(
    one: Schedule, due: str, week_start: int, first: str, last: str, shape: Shape, count: int
) -> None:
    """Whole weeks whatever the weekday; since the day before where there are several; the month."""
    at = datetime.fromisoformat(f"{due}T09:00").replace(tzinfo=BERLIN)
    for moment in (at, at.astimezone(UTC)):
        period = period_of(one, moment, week_start)
        assert (period.first_day.isoformat(), period.last_day.isoformat()) == (first, last)
        assert (period.shape, period.count, period.zone) == (shape, count, BERLIN)
        assert period.whole_days


def test_a_digest_that_is_run_by_hand_reports_by_the_day_of_its_run() -> None:
    """Whatever the hour, and whether or not a digest is due that day."""
    at = datetime(2026, 11, 29, 23, 59, tzinfo=BERLIN)  # a Sunday
    period = period_of(schedule("weekdays"), at)
    assert (period.first_day, period.last_day) == (date(2026, 11, 27), date(2026, 11, 28))
    period = period_of(schedule("weekly", weekdays=(0,)), at)
    assert (period.first_day, period.last_day) == (date(2026, 11, 16), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("zone", "at", "due", "first", "last"),
    [
        # Due at 23:30, which comes as 00:30 of the day after.
        ("America/Nuuk", "23:30", "2026-03-29T01:30", "2026-03-27", "2026-03-27"),
        # Of the day that nobody had; and of the day after it, which has no other day before.
        ("Pacific/Apia", "09:00", "2011-12-30T10:00", "2011-12-29", "2011-12-29"),
        ("Pacific/Apia", "09:00", "2011-12-30T19:00", "2011-12-29", "2011-12-29"),
    ],
)
def test_a_day_that_a_clock_moved_reports_as_itself(
    zone: str, at: str, due: str, first: str, last: str
) -> None:
    """The period is that of the date, not of the instant that stands for it."""
    one = schedule("daily", at, ZoneInfo(zone))
    moment = datetime.fromisoformat(due).replace(tzinfo=UTC)
    period = period_of(one, moment)
    assert next_due(one, moment - timedelta(seconds=1)) == moment
    assert (period.first_day.isoformat(), period.last_day.isoformat()) == (first, last)
    assert period.end <= moment


@given(
    one=st.sampled_from(SCHEDULES),
    after=st.datetimes(datetime(2020, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    week_start=st.integers(0, 6),
)
def test_law_periods_of_neighbours_abut(one: Schedule, after: datetime, week_start: int) -> None:
    """Every day is reported once: the next digest goes on where this one ends, before it is due."""
    first, second, third = dues(one, after, 3)
    assert after < first < second < third
    periods = [period_of(one, due, week_start) for due in (first, second, third)]
    assert periods[0].end == periods[1].start
    assert periods[1].end == periods[2].start
    assert all(p.end <= due for p, due in zip(periods, (first, second, third), strict=True))


def test_a_digest_is_useful_for_a_while() -> None:
    """Half a day, three days or a week after its time; late is what comes after five minutes."""
    hours = [round(useful_for(one) / timedelta(hours=1)) for one in SCHEDULES[:4]]
    assert hours == [12, 12, 72, 168]
    assert timedelta(minutes=5) == LATE_AFTER


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("an hour and a minute", {"at": time(9, 0, 1)}),
        ("an hour and a minute", {"at": time(9, 0, 0, 1)}),
        ("an hour and a minute", {"at": time(9, tzinfo=UTC)}),
        ("every 2 to 52 weeks", {"every": 0}),
        ("every 2 to 52 weeks", {"every": -2}),
        ("every 2 to 52 weeks", {"every": 53, "anchor": date(2026, 1, 5)}),
        ("Which week counts", {"every": 2}),
        ("Which week counts", {"anchor": date(2026, 1, 5)}),
        ("seven days", {"weekdays": (7,)}),
        ("seven days", {"weekdays": (-1,)}),
        ("seven days", {"weekdays": (3, 1)}),
        ("seven days", {"weekdays": (1, 1)}),
        ("needs a weekday", {"weekdays": ()}),
        ("not two of these", {"day": 3}),
        ("not two of these", {"nth": 3}),
        ("not two of these", {"cadence": Cadence.DAILY}),
        ("not two of these", {"cadence": Cadence.WEEKDAYS, "weekdays": (), "day": 1}),
        ("not two of these", {"cadence": Cadence.DAILY, "weekdays": (), "nth": 1}),
        ("not two of these", {"cadence": Cadence.MONTHLY, "weekdays": ()}),
        ("not two of these", {"cadence": Cadence.MONTHLY, "day": 1}),
        ("not two of these", {"cadence": Cadence.MONTHLY, "weekdays": (1,), "day": 1, "nth": 1}),
        ("days go from 1 to 31", {"cadence": Cadence.MONTHLY, "weekdays": (), "day": 32}),
        ("days go from 1 to 31", {"cadence": Cadence.MONTHLY, "weekdays": (), "day": 0}),
        ("one weekday", {"cadence": Cadence.MONTHLY, "weekdays": (1, 2), "nth": 1}),
        ("one weekday", {"cadence": Cadence.MONTHLY, "weekdays": (), "nth": 1}),
        ("a fifth one", {"cadence": Cadence.MONTHLY, "weekdays": (1,), "nth": 5}),
        ("a fifth one", {"cadence": Cadence.MONTHLY, "weekdays": (1,), "nth": 0}),
    ],
)
def test_a_schedule_that_never_comes_is_refused(words: str, fields: dict[str, object]) -> None:
    """With the reason, whoever makes it."""
    usual = {"cadence": Cadence.WEEKLY, "at": NINE, "zone": BERLIN, "weekdays": (0,)}
    with pytest.raises(ScheduleError, match=words):
        Schedule(**(usual | fields))  # type: ignore[arg-type]
