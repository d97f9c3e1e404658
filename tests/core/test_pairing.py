"""Which unit stands beside which: whole beside whole, part beside part, hours by the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.core.metrics import Metric
from bot.core.pairing import partners
from bot.core.periods import Period, Unit, of_days
from bot.core.reports import Point
from bot.core.series import build_series
from tests.core.figures import BERLIN, LATER, at, days, timed

SANTIAGO = ZoneInfo("America/Santiago")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")


def day(year: int, month: int, number: int, zone: ZoneInfo) -> Period:
    """A local day."""
    return of_days(date(year, month, number), date(year, month, number), zone)


def units(period: Period, unit: Unit, moment: datetime = LATER) -> tuple[Point, ...]:
    """The units of a period, whatever their figures."""
    (one,) = build_series(period, unit, (), (Metric.SENT,), moment)
    return one.points


def beside(
    period: Period, other: Period, unit: Unit, moment: datetime = LATER, form: str = "%d"
) -> list[tuple[str, str]]:
    """Each unit by its local beginning, and the one beside it: "—" where there is none."""
    own, there = units(period, unit, moment), units(other, unit, moment)
    return [
        (named(point, period, form), named(there[at], other, form) if at is not None else "—")
        for point, at in zip(own, partners(own, there, unit, period.zone), strict=True)
    ]


def named(point: Point, period: Period, form: str) -> str:
    """The unit by the clock, an hour with the offset that it has."""
    return f"{point.start.astimezone(period.zone):{form}}"


def hours(period: Period, other: Period) -> list[tuple[str, str]]:
    """The hours that do not stand beside the one of the same name, at the same offset."""
    pairs = beside(period, other, Unit.HOUR, form="%H:%M%z")
    return [(own, there) for own, there in pairs if own[:5] != there[:5]]


def test_days_stand_beside_days_in_order() -> None:
    """What is longer has no partner at its end."""
    november, october = days("2026-11-01", "2026-11-30"), days("2026-10-01", "2026-10-31")
    pairs = beside(november, october, Unit.DAY)
    assert [own == there for own, there in pairs] == [True] * 30
    assert beside(october, november, Unit.DAY)[29:] == [("30", "30"), ("31", "—")]


def test_a_part_of_a_week_never_stands_beside_a_whole_one() -> None:
    """Five weeks with a piece at both ends beside four whole ones and a piece."""
    november, december = days("2025-11-01", "2025-11-30"), days("2025-12-01", "2025-12-31")
    # Sat 1 and Sun 2 Nov, four whole weeks; four whole weeks, Mon 29 to Wed 31 Dec.
    assert beside(november, december, Unit.WEEK) == [
        ("27", "—"),
        ("03", "01"),
        ("10", "08"),
        ("17", "15"),
        ("24", "22"),
    ]
    assert beside(december, november, Unit.WEEK)[-1] == ("29", "—")


def test_parts_stand_beside_parts_of_about_the_same_length() -> None:
    """A week's last three days are no measure for another's last day."""
    last_28, before = days("2026-10-29", "2026-11-25"), days("2026-10-01", "2026-10-28")
    assert beside(last_28, before, Unit.WEEK) == [
        ("26", "28"),
        ("02", "05"),
        ("09", "12"),
        ("16", "19"),
        ("23", "26"),
    ]
    november, october = days("2026-11-01", "2026-11-30"), days("2026-10-01", "2026-10-31")
    pairs = beside(november, october, Unit.WEEK)
    assert (pairs[0], pairs[1], pairs[-1]) == (("26", "—"), ("02", "05"), ("30", "—"))
    six, five = days("2026-11-03", "2026-11-08"), days("2026-10-28", "2026-11-01")
    assert beside(six, five, Unit.WEEK) == [("02", "26")]  # from Tuesday and Wednesday on
    assert beside(six, days("2026-10-29", "2026-11-01"), Unit.WEEK) == [("02", "—")]
    assert beside(six, days("2026-10-26", "2026-10-31"), Unit.WEEK) == [("02", "—")]


def test_what_runs_stands_beside_what_was_cut_at_the_same_time() -> None:
    """Thursday to 15:45 beside the Thursday before to 15:45; a whole day never is."""
    moment = at("2026-11-26T15:45:00")
    week = days("2026-11-23", "2026-11-29").cut(moment)
    before = timed("2026-11-16T00:00:00", "2026-11-19T15:45:00")
    assert beside(week, before, Unit.DAY, moment)[-1] == ("26", "19")
    assert beside(week, days("2026-11-16", "2026-11-19"), Unit.DAY, moment)[-1] == ("26", "—")
    # On the day of a change 02:30 is 1.5 hours after midnight in spring, where 2.5 are usual.
    moment = at("2026-03-29T03:30:00")
    night = days("2026-03-29", "2026-03-29").cut(moment)
    usual = timed("2026-03-28T00:00:00", "2026-03-28T03:30:00")
    assert beside(night, usual, Unit.DAY, moment) == [("29", "28")]


def test_hours_of_a_night_in_which_the_clock_changes_stand_by_their_own_names() -> None:
    """The hour that a day lacks has no partner, nor the second of a repeated one."""
    spring, before = days("2026-03-29", "2026-03-29"), days("2026-03-28", "2026-03-28")
    assert hours(spring, before) == []
    assert hours(before, spring) == [("02:00+0100", "—")]
    autumn, saturday = days("2026-10-25", "2026-10-25"), days("2026-10-24", "2026-10-24")
    assert hours(autumn, saturday) == [("02:00+0100", "—")]
    assert hours(saturday, autumn) == []
    pairs = beside(saturday, autumn, Unit.HOUR, form="%H:%M%z")
    assert pairs[2:4] == [("02:00+0200", "02:00+0200"), ("03:00+0200", "03:00+0100")]
    year_before = days("2025-10-26", "2025-10-26")
    both = beside(autumn, year_before, Unit.HOUR, form="%H:%M%z")
    assert len(both) == 25
    assert all(own == there for own, there in both)


def test_changes_of_half_an_hour_and_at_midnight() -> None:
    """The hour that is left of one that was jumped over stands beside the whole one."""
    short = day(2026, 10, 4, LORD_HOWE)
    usual = day(2026, 10, 3, LORD_HOWE)
    assert hours(short, usual) == [("02:30+1100", "02:00+1030")]
    long = day(2026, 4, 5, LORD_HOWE)
    assert hours(long, usual) == [("01:30+1030", "—")]
    late = day(2026, 9, 6, SANTIAGO)
    saturday = day(2026, 9, 5, SANTIAGO)
    assert named(units(late, Unit.HOUR)[0], late, "%H:%M") == "01:00"
    assert hours(late, saturday) == []
    assert hours(saturday, late) == [("00:00-0400", "—")]


def test_the_last_24_hours_over_a_change() -> None:
    """They are measured by a stopwatch, and still stand beside the same hours of the clock."""
    now = at("2026-10-25T15:10:00")
    change = Period(now - timedelta(hours=24), now, BERLIN)
    before = Period(now - timedelta(hours=48), change.start, BERLIN)
    after = Period(now, now + timedelta(hours=24), BERLIN)
    assert hours(change, before) == [("02:00+0100", "—"), ("15:00+0100", "—")]
    assert hours(after, change) == [("15:00+0100", "—"), ("16:00+0100", "—")]


def test_hours_that_are_no_days_apart_stand_in_order() -> None:
    """Three hours beside the three before them, over a change too."""
    now = at("2026-03-29T04:10:00")
    three = Period(now - timedelta(hours=3), now, BERLIN)
    before = Period(now - timedelta(hours=6), three.start, BERLIN)
    assert beside(three, before, Unit.HOUR, form="%H") == [
        ("00", "21"),
        ("01", "22"),
        ("03", "23"),
        ("04", "00"),
    ]
    minutes = Period(now - timedelta(minutes=20), now, BERLIN)
    assert beside(minutes, before, Unit.HOUR, form="%H")[0] == ("03", "—")


@given(
    offset=st.integers(-60, 60),
    start=st.integers(0, 24 * 60),
    length=st.integers(1, 90 * 24 * 60),
    other=st.integers(1, 90 * 24 * 60),
    unit=st.sampled_from([Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR]),
    zone=st.sampled_from([BERLIN, SANTIAGO, LORD_HOWE]),
)
def test_law_pairs_are_alike_and_in_order(
    offset: int, start: int, length: int, other: int, unit: Unit, zone: ZoneInfo
) -> None:
    """No unit stands beside two, none crosses another, and a whole one is beside a whole one."""
    begin = at("2026-10-04T00:00:00") + timedelta(days=offset, minutes=start)
    period = Period(begin, begin + timedelta(minutes=length), zone)
    before = Period(begin - timedelta(minutes=other), begin, zone)
    own, there = units(period, unit), units(before, unit)
    found = partners(own, there, unit, zone)
    taken = [at for at in found if at is not None]
    assert taken == sorted(set(taken))
    for point, place in zip(own, found, strict=True):
        if place is not None:
            assert (point.covered is None) is (there[place].covered is None)
