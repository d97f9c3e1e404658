"""Each bucket begins where Flow XO means it to, in the one reading that fits, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.metrics import Metric
from bot.core.periods import Unit
from bot.core.segments import Segment
from bot.flowxo.buckets import buckets
from bot.flowxo.decode import MetricsRow
from bot.flowxo.failures import NonsenseFoundError, Reason

VALUES = dict.fromkeys(Metric, 1)
# 5–6 October 2021 at UTC+2.
START = datetime(2021, 10, 4, 22, tzinfo=UTC)
DAYS = Segment(START, START + timedelta(days=2), 120, Unit.DAY)
HOURS = Segment(START, START + timedelta(days=2), 120, Unit.HOUR)
MONTHS = Segment(
    datetime(2021, 9, 30, 22, tzinfo=UTC), datetime(2021, 11, 30, 22, tzinfo=UTC), 120, Unit.MONTH
)


def row(name: str, timestamp: str) -> MetricsRow:
    """A row with a name and a time."""
    return MetricsRow(name, timestamp, VALUES)


def starts(segment: Segment, *rows: tuple[str, str]) -> list[datetime]:
    """When the buckets of these rows begin."""
    return [bucket.start for bucket in buckets(segment, [row(*pair) for pair in rows])]


def nonsense(segment: Segment, *rows: tuple[str, str]) -> bool:
    """Whether these rows are refused for their dates."""
    with pytest.raises(NonsenseFoundError) as found:
        starts(segment, *rows)
    return found.value.reason is Reason.DATES


def test_both_readings_of_a_timestamp_are_taken() -> None:
    """A true instant, or local time marked Z."""
    true = starts(DAYS, ("2021-10-05", "2021-10-04T22:00:00.000Z"))
    local = starts(DAYS, ("2021-10-05", "2021-10-05T00:00:00.000Z"))
    assert true == local == [START]


def test_an_offset_in_the_timestamp_leaves_one_reading() -> None:
    """Then there is nothing to find out."""
    assert starts(DAYS, ("2021-10-05", "2021-10-05T00:00:00+02:00")) == [START]
    assert nonsense(DAYS, ("2021-10-05", "2021-10-05T00:00:00+01:00"))


def test_rows_are_sorted() -> None:
    """Order is not promised."""
    later = ("2021-10-06", "2021-10-05T22:00:00Z")
    assert starts(DAYS, later, ("2021-10-05", "2021-10-04T22:00:00Z")) == [
        START,
        START + timedelta(days=1),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "2021-10-05T14",
        "2021-10-05 14",
        "2021-10-05 14:00",
        "2021-10-05T14:00:00.000Z",
        "2021-10-05T14:00:00+02:00",
        "2021-10-05T14:00:00.000+0200",
        "2021-10-05T14+02:00",
        "2021-10-05-14",
        "2021-10-5 14",
        "2021/10/05 14h",
        "2021100514",
        "20211005T1400",
        "20211005140000000",
    ],
)
def test_the_form_of_an_hour_s_name_is_open(name: str) -> None:
    """It is read by its digits, as far as it goes, on the local clock."""
    at = START + timedelta(hours=14)
    assert starts(HOURS, (name, "2021-10-05T12:00:00.000Z")) == [at]
    assert starts(HOURS, (name, "2021-10-05T14:00:00.000Z")) == [at]


def test_an_hour_named_by_its_day_alone_is_taken_where_one_reading_fits() -> None:
    """The range's first and last hour say which; in its middle nothing does."""
    assert starts(HOURS, ("2021-10-05", "2021-10-04T22:00:00Z")) == [START]
    last = ("2021-10-06", "2021-10-06T23:00:00Z")
    assert starts(HOURS, last) == [START + timedelta(hours=47)]
    assert nonsense(HOURS, ("2021-10-05", "2021-10-05T12:00:00Z"))


@pytest.mark.parametrize(
    ("name", "timestamp"),
    [
        ("2021-10-06", "2021-10-04T22:00:00Z"),  # another day's name
        ("2021-10", "2021-10-04T22:00:00Z"),  # a month is no name for a day
        ("2021", "2021-10-04T22:00:00Z"),
        ("", "2021-10-04T22:00:00Z"),
        ("Tuesday", "2021-10-04T22:00:00Z"),
        ("05-10-2021", "2021-10-04T22:00:00Z"),
        ("2021-10-05", "2021-10-04T21:00:00Z"),  # off the grid
        ("2021-10-05", "2021-10-04T22:00:00.001Z"),
        ("2021-10-05", "2021-10-04T22:00:00"),  # of no zone
        ("2021-10-05", "2021-10-05"),
        ("2021-10-04", "2021-10-03T22:00:00Z"),  # before the range
        ("2021-10-07", "2021-10-06T22:00:00Z"),  # after it
        ("2021-10-05", "yesterday"),
        ("2021-10-05", ""),
        ("2021-10-05", "2021-13-45T00:00:00Z"),
        ("0001-01-01", "0001-01-01T00:00:00+23:59"),
        ("9999-12-31", "9999-12-31T23:59:59Z"),
    ],
)
def test_a_bucket_that_was_not_asked_for_is_nonsense(name: str, timestamp: str) -> None:
    """Its name, its grid and the range must agree."""
    assert nonsense(DAYS, (name, timestamp))


def test_one_wrong_bucket_among_right_ones_is_nonsense() -> None:
    """All are read alike."""
    right = ("2021-10-05", "2021-10-04T22:00:00Z")
    assert nonsense(DAYS, right, ("2021-10-06", "2021-10-06T00:00:00Z"))
    assert nonsense(DAYS, right, right)


def test_months_of_the_page_s_example_are_read() -> None:
    """Named "2021-10"; a first month that begins before the range is no surprise."""
    assert starts(MONTHS, ("2021-10", "2021-10-01T00:00:00.000Z")) == [MONTHS.start]
    late = Segment(START, MONTHS.end, 120, Unit.MONTH)
    assert starts(late, ("2021-10", "2021-09-30T22:00:00.000Z")) == [MONTHS.start]
    assert nonsense(late, ("2021-09", "2021-08-31T22:00:00.000Z"))


@pytest.mark.parametrize(
    ("unit", "name", "begins"),
    [
        (Unit.HOUR, "2021-10-05T15", datetime(2021, 10, 5, 13, tzinfo=UTC)),
        (Unit.DAY, "2021-10-05", START),
        (Unit.MONTH, "2021-10", MONTHS.start),
    ],
)
def test_a_first_bucket_may_call_the_range_s_start_its_own(
    unit: Unit, name: str, begins: datetime
) -> None:
    """Whether Flow XO clips it is open; it is the unit that holds the start."""
    segment = Segment(datetime(2021, 10, 5, 13, 45, tzinfo=UTC), DAYS.end, 120, unit)
    assert starts(segment, (name, "2021-10-05T13:45:00Z")) == [begins]
    assert starts(segment, (name, "2021-10-05T15:45:00Z")) == [begins]
    assert starts(segment, (name, begins.isoformat())) == [begins]


def test_no_rows_are_no_buckets() -> None:
    """Nothing there, nothing to read."""
    assert buckets(DAYS, []) == ()
