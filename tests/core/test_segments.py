"""Requests over a clock change: where they are cut, and what their buckets add up to."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.grid import offset_changes, spans
from bot.core.metrics import Metric
from bot.core.periods import Period, Shape, Unit, of_days
from bot.core.segments import RawBucket, Segment, clipped, merge, months_cut_at, segments
from tests.event_log import EventLog

# Both changes of the clock, and what is odd about them: half an hour, at midnight, a lost day.
CHANGES = [
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("America/Santiago", date(2026, 4, 4)),
    ("America/Santiago", date(2026, 9, 6)),
    ("America/Havana", date(2026, 3, 8)),
    ("America/Havana", date(2026, 11, 1)),
    ("Africa/Casablanca", date(2026, 2, 15)),
    ("Pacific/Apia", date(2011, 12, 31)),
    ("Pacific/Kiritimati", date(2026, 3, 29)),
]


def utc(*parts: int) -> datetime:
    """An instant."""
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]  # parts are never a tzinfo


def spoken(period: Period, unit: Unit) -> list[tuple[str, str, int]]:
    """The requests as text: start, end, offset."""
    return [
        (f"{s.start:%m-%d %H:%M}", f"{s.end:%m-%d %H:%M}", s.offset_minutes)
        for s in segments(period, unit)
    ]


def log_of(period: Period) -> EventLog:
    """One to three events every ten minutes, from a day before the period to a day after."""
    at, events = period.start - timedelta(days=1), []
    while at < period.end + timedelta(days=1):
        events += [(at, Metric.RECEIVED)] * (1 + at.minute // 10 % 3)
        at += timedelta(minutes=10)
    return EventLog(events)


def local_unit(at: datetime, zone: tzinfo, unit: Unit) -> object:
    """The local hour (told apart where it comes twice), day or month of an instant."""
    local = at.astimezone(zone)
    if unit is Unit.HOUR:
        return local.date(), local.hour, local.utcoffset()
    return local.date() if unit is Unit.DAY else local.strftime("%Y-%m")


@pytest.mark.parametrize("clips", [True, False])
@pytest.mark.parametrize("unit", [Unit.HOUR, Unit.DAY, Unit.MONTH])
@pytest.mark.parametrize(("name", "day"), CHANGES)
def test_buckets_over_a_change_are_local_whatever_start_means(
    name: str, day: date, unit: Unit, clips: bool
) -> None:
    """Each local unit holds exactly its own events, also where Flow XO does not clip at start."""
    zone = ZoneInfo(name)
    first, last = day - timedelta(days=2), day + timedelta(days=2)
    if unit is Unit.MONTH:
        first, last = first.replace(day=1), last + timedelta(days=40)
    period = of_days(first, last, zone)
    log = log_of(period)
    log.clips = clips
    expected = Counter(
        local_unit(at, zone, unit) for at, _ in log.between(period.start, period.end)
    )
    buckets = log.insights(period, unit).buckets
    found = {local_unit(b.start, zone, unit): b.values[Metric.RECEIVED] for b in buckets}
    assert found == expected
    assert all(b.values[Metric.RECEIVED] == len(log.between(b.start, b.end)) for b in buckets[:-1])


def test_a_day_segment_ends_with_the_day_of_the_change(berlin: ZoneInfo) -> None:
    """By day the cut is the end of the day that holds the change, at the offset before it."""
    spring = of_days(date(2026, 3, 28), date(2026, 3, 30), berlin)
    assert spoken(spring, Unit.DAY) == [
        ("03-27 23:00", "03-29 22:00", 60),
        ("03-29 22:00", "03-30 22:00", 120),
    ]
    autumn = of_days(date(2026, 10, 24), date(2026, 10, 26), berlin)
    assert spoken(autumn, Unit.DAY) == [
        ("10-23 22:00", "10-25 23:00", 120),
        ("10-25 23:00", "10-26 23:00", 60),
    ]


def test_a_change_at_midnight_belongs_to_the_day_that_it_begins() -> None:
    """In Santiago the day that begins with the jump is asked at the offset before it."""
    zone = ZoneInfo("America/Santiago")
    assert spoken(of_days(date(2026, 9, 5), date(2026, 9, 7), zone), Unit.DAY) == [
        ("09-05 04:00", "09-07 03:00", -240),
        ("09-07 03:00", "09-08 03:00", -180),
    ]
    assert spoken(of_days(date(2026, 9, 6), date(2026, 9, 7), zone), Unit.DAY) == [
        ("09-06 04:00", "09-07 03:00", -240),
        ("09-07 03:00", "09-08 03:00", -180),
    ]


def test_an_hour_segment_begins_with_the_change(berlin: ZoneInfo) -> None:
    """By hour the cut is the instant of the change, at the offset in force from it."""
    day = of_days(date(2026, 10, 25), date(2026, 10, 25), berlin)
    assert spoken(day, Unit.HOUR) == [
        ("10-24 22:00", "10-25 01:00", 120),
        ("10-25 01:00", "10-25 23:00", 60),
    ]


def test_an_hour_segment_after_half_an_hour_begins_on_its_own_grid() -> None:
    """On Lord Howe the clock changes by half an hour: the cut is the next full hour."""
    zone = ZoneInfo("Australia/Lord_Howe")
    day = of_days(date(2026, 10, 4), date(2026, 10, 4), zone)
    assert spoken(day, Unit.HOUR)[1] == ("10-03 16:00", "10-04 13:00", 660)
    to_change = Period(utc(2026, 10, 3, 13, 30), utc(2026, 10, 3, 15, 45), zone)
    assert len(segments(to_change, Unit.HOUR)) == 1


def test_months_that_a_change_cuts_are_asked_by_day(berlin: ZoneInfo) -> None:
    """Months without a change are one request; with one, up to 400 days, they are asked by day."""
    winter = of_days(date(2026, 1, 1), date(2026, 2, 28), berlin)
    assert [s.unit for s in segments(winter, Unit.MONTH)] == [Unit.MONTH]
    assert months_cut_at(winter, Unit.MONTH) is None
    year = of_days(date(2026, 1, 1), date(2026, 12, 31), berlin)
    assert [s.unit for s in segments(year, Unit.MONTH)] == [Unit.DAY] * 3
    assert months_cut_at(year, Unit.MONTH) is None


def test_over_400_days_months_are_cut_at_the_last_offset(berlin: ZoneInfo) -> None:
    """One request at the offset of the range's end, and that is what the answer must say."""
    long = of_days(date(2025, 1, 1), date(2026, 9, 30), berlin)
    assert [(s.unit, s.offset_minutes) for s in segments(long, Unit.MONTH)] == [(Unit.MONTH, 120)]
    assert months_cut_at(long, Unit.MONTH) == "UTC+02:00"
    assert months_cut_at(long, Unit.DAY) is None
    west = of_days(date(2025, 1, 1), date(2026, 12, 31), ZoneInfo("America/St_Johns"))
    assert months_cut_at(west, Unit.MONTH) == "UTC-03:30"
    fixed = of_days(date(2025, 1, 1), date(2026, 12, 31), timezone(timedelta(hours=3)))
    assert months_cut_at(fixed, Unit.MONTH) is None


def test_months_cut_at_one_offset_keep_their_names(berlin: ZoneInfo) -> None:
    """Winter months cut an hour early at a summer offset are still the months they are called."""
    long = of_days(date(2025, 1, 1), date(2026, 9, 30), berlin)
    buckets = log_of(long).insights(long, Unit.MONTH).buckets
    months = [bucket.start.astimezone(berlin).strftime("%Y-%m") for bucket in buckets]
    assert months == sorted(set(months))
    assert len(months) == 21


def test_flow_xo_has_no_weeks(berlin: ZoneInfo) -> None:
    """Only hours, days and months can be asked; anything else is a fault of ours."""
    with pytest.raises(ValueError, match="week"):
        segments(of_days(date(2026, 1, 1), date(2026, 1, 31), berlin), Unit.WEEK)


def test_merging_adds_sums_and_keeps_the_last_snapshot(berlin: ZoneInfo) -> None:
    """The two pieces of a 25-hour day become one day."""
    day = of_days(date(2026, 10, 25), date(2026, 10, 25), berlin)
    (segment,) = segments(day, Unit.DAY)
    pieces = [
        RawBucket(utc(2026, 10, 25, 22), {Metric.SENT: 2, Metric.TOTAL_USERS: 9}),
        RawBucket(utc(2026, 10, 24, 22), {Metric.SENT: 5, Metric.TOTAL_USERS: 8}),
    ]
    (bucket,) = merge(day, Unit.DAY, [(segment, pieces)])
    assert bucket.values == {Metric.SENT: 7, Metric.TOTAL_USERS: 9}
    assert (bucket.start, bucket.end) == (day.start, day.end)


@pytest.mark.parametrize(("total", "first"), [(12, 5), (9, 2), (7, 0), (6, 5), (13, 5)])
def test_only_what_the_first_bucket_can_have_too_much_is_taken_from_it(
    total: int, first: int
) -> None:
    """Totals below the other buckets' own sum, or above all of them, say nothing of the first."""
    segment = Segment(utc(2026, 10, 24, 22, 30), utc(2026, 10, 25, 1), 120, Unit.HOUR)
    raw = [
        RawBucket(utc(2026, 10, 25, 0), {Metric.SENT: 7, Metric.TOTAL_USERS: 9}),
        RawBucket(utc(2026, 10, 24, 22), {Metric.SENT: 5, Metric.TOTAL_USERS: 8}),
    ]
    found = clipped(segment, raw, {Metric.SENT: total, Metric.TOTAL_USERS: 9})
    assert [one.values[Metric.SENT] for one in found] == [first, 7]


@pytest.mark.parametrize(
    ("unit", "start", "held"),
    [
        (Unit.HOUR, utc(2026, 11, 1, 5), True),
        (Unit.HOUR, utc(2026, 11, 1, 5, 30), False),
        (Unit.HOUR, utc(2026, 10, 31, 21), False),
        (Unit.DAY, utc(2026, 10, 31, 22), True),
        (Unit.DAY, utc(2026, 11, 1), False),
        (Unit.DAY, utc(2026, 10, 30, 22), False),
        (Unit.DAY, utc(2026, 11, 2, 22), False),
        (Unit.MONTH, utc(2026, 10, 31, 22), True),
        (Unit.MONTH, utc(2026, 11, 1, 22), False),
        (Unit.MONTH, utc(2026, 9, 30, 22), False),
    ],
)
def test_a_bucket_must_lie_on_the_grid_and_in_the_segment(
    unit: Unit, start: datetime, held: bool
) -> None:
    """What begins off the grid of the offset, or reaches nowhere into the segment, is nonsense."""
    segment = Segment(utc(2026, 10, 31, 22), utc(2026, 11, 2, 22), 120, unit)
    assert segment.holds(start) is held
    if not held:
        period = Period(segment.start, segment.end, timezone(timedelta(hours=2)))
        with pytest.raises(ValueError, match="begins at"):
            merge(period, unit, [(segment, [RawBucket(start, {})])])


def test_hours_of_a_period_that_begins_after_a_change_within_the_hour() -> None:
    """The first hour then begins with the change, not with a full hour of the clock before."""
    zone = ZoneInfo("Australia/Lord_Howe")
    period = Period(utc(2026, 4, 4, 15, 10), utc(2026, 4, 4, 17), zone, Shape.ELAPSED)
    assert [span.start for span in spans(period, Unit.HOUR)] == [
        utc(2026, 4, 4, 15),
        utc(2026, 4, 4, 15, 30),
        utc(2026, 4, 4, 16, 30),
    ]


def test_changes_are_found_to_the_second(berlin: ZoneInfo) -> None:
    """Also over years, where fewer days are looked at."""
    year = of_days(date(2026, 1, 1), date(2026, 12, 31), berlin)
    assert list(offset_changes(year)) == [utc(2026, 3, 29, 1), utc(2026, 10, 25, 1)]
    years = of_days(date(2010, 1, 1), date(2026, 12, 31), berlin)
    assert len(list(offset_changes(years))) == 34


ZONES = sorted({name for name, _ in CHANGES} | {"UTC", "Asia/Kathmandu", "America/St_Johns"})


@given(
    name=st.sampled_from(ZONES),
    start=st.integers(0, 400 * 24 * 60),
    minutes=st.integers(1, 40 * 24 * 60),
    unit=st.sampled_from([Unit.HOUR, Unit.DAY, Unit.MONTH]),
)
def test_law_segments_and_spans_abut(name: str, start: int, minutes: int, unit: Unit) -> None:
    """Requests cover the period without gap or overlap; local units cover it, also without."""
    begin = utc(2026, 1, 1) + timedelta(minutes=start)
    period = Period(begin, begin + timedelta(minutes=minutes), ZoneInfo(name))
    asked = segments(period, unit)
    assert (asked[0].start, asked[-1].end) == (period.start, period.end)
    assert all(a.end == b.start for a, b in pairwise(asked))
    grid = spans(period, unit)
    assert all(a.end == b.start for a, b in pairwise(grid))
    assert grid[0].start <= period.start < grid[0].end
    assert grid[-1].start < period.end <= grid[-1].end
