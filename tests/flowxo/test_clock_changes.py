"""Local buckets are right over every kind of clock change, however the open questions turn out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bot.core.grid import spans
from bot.core.metrics import SUMS, Metric
from bot.core.periods import Period, Unit, of_days
from bot.core.results import Bucket
from bot.demo.event_log import EventLog, Labelled, instants
from bot.demo.flowxo_answers import Habits
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.page_example import EXAMPLE
from bot.flowxo.client import FlowXOClient

_STEP_S = 7 * 60
# Six hours without any event, on a day of each of the weeks below.
_QUIET_S = range(30 * 3600, 36 * 3600)

# Each combination of the questions that the API page leaves open; the forms of `_id` and what the
# first bucket calls its start take turns.
HABITS = [
    Habits(
        end_inclusive=inclusive,
        local_timestamps=local,
        first_bucket_whole=whole,
        empty_buckets=empty,
        first_stamp_is_start=whole is local,
        hour_ids=("%Y-%m-%dT%H", "%Y-%m-%d %H:00", "%Y%m%d%H")[inclusive + empty],
    )
    for inclusive, local, whole, empty in product((True, False), repeat=4)
]
CHANGES = [
    ("Europe/Berlin", date(2026, 3, 27), date(2026, 3, 31)),
    ("Europe/Berlin", date(2026, 10, 23), date(2026, 10, 27)),
    ("America/New_York", date(2026, 3, 6), date(2026, 3, 10)),
    ("America/New_York", date(2026, 10, 30), date(2026, 11, 3)),
    ("Australia/Lord_Howe", date(2026, 4, 3), date(2026, 4, 7)),
    ("Australia/Lord_Howe", date(2026, 10, 2), date(2026, 10, 6)),
    ("America/Santiago", date(2026, 9, 4), date(2026, 9, 8)),
    ("Africa/Cairo", date(2026, 10, 29), date(2026, 10, 31)),
    ("Asia/Kolkata", date(2026, 10, 29), date(2026, 10, 31)),
    # The clock jumps from 23:00 (23:30) to midnight: the day before is short.
    ("America/Nuuk", date(2026, 3, 26), date(2026, 3, 30)),
    ("Asia/Pyongyang", date(2018, 5, 3), date(2018, 5, 6)),
]


def busy(period: Period) -> EventLog:
    """Something every seven minutes, before, in and after the period; a quiet night within."""
    start, end = int(period.start.timestamp()), int(period.end.timestamp())
    seconds = instants(
        [
            at
            for at in range(start - 3 * 86_400, end + 3 * 86_400, _STEP_S)
            if at - start not in _QUIET_S
        ]
    )
    nothing = Labelled.of([])
    return EventLog(
        flows=(), texts=(), new_users=seconds, triggers=seconds, received=seconds, sent=seconds,
        flow_starts=nothing, messages=nothing, active_from=seconds, active_until=instants(),
    )  # fmt: skip


def truth(log: EventLog, start: datetime, end: datetime) -> dict[Metric, int]:
    """The figures of [start, end), straight from the log."""
    found = log.figures(int(start.timestamp()), int(end.timestamp()))
    return {Metric(name): count for name, count in found.items()}


class Upstream:
    """A Flow XO with one set of habits, whose log can be changed, and a client of it."""

    def __init__(self, flowxo: FakeFlowXO) -> None:
        self.flowxo = flowxo
        self.habits = flowxo.habits
        self.client = FlowXOClient(flowxo.url, flowxo.key)

    def asked(self, log: EventLog, period: Period, unit: Unit) -> tuple[Bucket, ...]:
        """The client's buckets; the stats beside them are checked on the way."""
        self.flowxo.data = log
        insights = self.client.question().insights(period, unit)
        assert insights.stats is not None
        assert insights.stats.values == truth(log, period.start, period.end)
        return insights.buckets


@pytest.fixture(name="upstream", scope="module", params=HABITS, ids=str)
def _upstream(request: pytest.FixtureRequest) -> Iterator[Upstream]:
    with FakeFlowXO(EXAMPLE, habits=request.param) as flowxo:
        upstream = Upstream(flowxo)
        yield upstream
        upstream.client.close()


def wanted(log: EventLog, habits: Habits, period: Period, unit: Unit) -> Iterator[Bucket]:
    """What the period's own local grid should hold."""
    for start, end in spans(period, unit):
        values = truth(log, start, min(end, period.end))
        empty = not any(values[metric] for metric in SUMS)
        if habits.empty_buckets or not empty:
            yield Bucket(start, end, values)


def test_days_and_months_are_local_under_every_habit(upstream: Upstream) -> None:
    """A day of 23 or 25 hours holds what happened in it, and nothing of its neighbours."""
    for name, first, last in CHANGES:
        period = of_days(first, last, ZoneInfo(name))
        log = busy(period)
        for unit in (Unit.DAY, Unit.MONTH):
            found = upstream.asked(log, period, unit)
            if unit is Unit.DAY:
                assert list(found) == list(wanted(log, upstream.habits, period, unit)), (name, unit)
            else:
                total = sum(bucket.values[Metric.SENT] for bucket in found)
                assert total == truth(log, period.start, period.end)[Metric.SENT]


def test_hours_are_local_under_every_habit(upstream: Upstream) -> None:
    """Neither the hour that is skipped nor the one that comes twice is lost or doubled."""
    for name, first, last in CHANGES:
        if name == "Australia/Lord_Howe":
            continue  # half an hour: told below
        period = of_days(first, last, ZoneInfo(name))
        log = busy(period)
        found = upstream.asked(log, period, Unit.HOUR)
        assert list(found) == list(wanted(log, upstream.habits, period, Unit.HOUR)), name


def test_a_change_by_half_an_hour_loses_nothing(upstream: Upstream) -> None:
    """On Lord Howe the hours of the change come out uneven, and add up all the same."""
    for name, first, last in CHANGES[4:6]:
        period = of_days(first, last, ZoneInfo(name))
        log = busy(period)
        found = upstream.asked(log, period, Unit.HOUR)
        inside = {start for start, _ in spans(period, Unit.HOUR)}
        assert {bucket.start for bucket in found} <= inside
        whole = truth(log, period.start, period.end)
        for metric in SUMS:
            assert sum(bucket.values[metric] for bucket in found) == whole[metric]


def test_a_period_inside_a_day_keeps_its_first_bucket(upstream: Upstream) -> None:
    """Whether or not Flow XO clips the first bucket, it counts from the start of the period on."""
    zone = ZoneInfo("Europe/Berlin")
    start, end = (datetime(2026, 10, day, 15, 45, tzinfo=zone).astimezone(UTC) for day in (24, 25))
    period = Period(start, end, zone)
    log = busy(of_days(date(2026, 10, 24), date(2026, 10, 25), zone))
    found = upstream.asked(log, period, Unit.HOUR)
    expected = list(wanted(log, upstream.habits, period, Unit.HOUR))
    assert [bucket.start for bucket in found] == [bucket.start for bucket in expected]
    assert list(found)[1:] == expected[1:]
    assert found[0].values == truth(log, start, found[0].end)


MONTHS = [
    ("Europe/Berlin", "2024-07-01T00:00", "2026-11-26T15:45"),
    ("Australia/Sydney", "2025-01-01T00:00", "2026-07-10T12:00"),
    ("Europe/Berlin", "2024-03-15T00:00", "2026-11-26T15:45"),
    ("UTC", "2026-03-15T00:00", "2026-11-26T15:45"),
    ("Asia/Kathmandu", "2026-03-15T09:30", "2026-11-26T15:45"),
]


@pytest.mark.parametrize(("name", "first", "last"), MONTHS)
def test_the_first_month_stays_the_first(
    upstream: Upstream, name: str, first: str, last: str
) -> None:
    """Also where the range begins in another month by the clock of its end, or inside one."""
    zone = ZoneInfo(name)
    start, end = (
        datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC) for text in (first, last)
    )
    period = Period(start, end, zone)
    log = busy(period)
    found = upstream.asked(log, period, Unit.MONTH)
    grid = spans(period, Unit.MONTH)
    assert [bucket.start for bucket in found] == [span.start for span in grid]
    whole = truth(log, start, end)
    for metric in SUMS:
        assert sum(bucket.values[metric] for bucket in found) == whole[metric]
        hours_off = abs(found[0].values[metric] - truth(log, start, grid[0].end)[metric])
        assert hours_off <= 3600 // _STEP_S + 1  # months cut at one offset may lend an hour
