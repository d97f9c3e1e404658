"""From question to report over a log of events: right figures, local units, no call too many."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import answer
from bot.core.metrics import SUMS, Metric
from bot.core.parse import Context, parse
from bot.core.periods import Period, Shape, Unit, of_days
from bot.core.query import Compare, Query, Subcommand
from bot.core.reports import NoteKind
from bot.core.results import Insights, TopFlow
from bot.core.toplists import Discretion
from bot.errors import KeyRefusedError
from tests.event_log import EventLog

API_FIGURES: Mapping[Metric, int] = {
    Metric.NEW_USERS: 10,
    Metric.TRIGGERS: 104,
    Metric.RECEIVED: 106,
    Metric.SENT: 146,
}
API_FLOWS = {
    "Untitled Broadcast": 93,
    "Text Me": 19,
    "Untitled Flow": 14,
    "Deep Linking with Multiple Argument Parsing (b64 url)": 1,
    "Parse a Unix Timestamp": 1,
}
API_MESSAGES = {"text me": 18, "hi": 4, "text ne": 2, "/start": 1, "convert a timestamp": 1}
CHANGE_DAYS = [
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("America/Santiago", date(2026, 4, 4)),
    ("America/Santiago", date(2026, 9, 6)),
    ("Pacific/Kiritimati", date(2026, 3, 29)),
]
ZONES = sorted({name for name, _ in CHANGE_DAYS} | {"UTC", "Asia/Kathmandu"})


def api_log(utc: ZoneInfo) -> EventLog:
    """Events that add up to Flow XO's own example, in October and November 2021."""
    october = datetime(2021, 10, 5, 12, tzinfo=utc)
    counts = {Metric.NEW_USERS: 9, Metric.TRIGGERS: 100, Metric.RECEIVED: 99, Metric.SENT: 141}
    events = [(october, metric) for metric, count in counts.items() for _ in range(count)]
    november = datetime(2021, 11, 9, 12, tzinfo=utc)
    for metric, total in API_FIGURES.items():
        events += [(november, metric)] * (total - counts[metric])
    return EventLog(events, flows=API_FLOWS, messages=API_MESSAGES)


def random_log(seed: int, start: datetime, end: datetime, count: int) -> EventLog:
    """So many random events between the two."""
    source = random.Random(seed)
    minutes = int((end - start) / timedelta(minutes=1))
    events = [
        (start + timedelta(minutes=source.randrange(minutes)), source.choice(SUMS))
        for _ in range(count)
    ]
    return EventLog(sorted(events, key=lambda event: event[0]))


def test_the_api_pages_example(now: datetime) -> None:
    """1 Oct to 30 Nov 2021: exactly its figures, its two months and its lists."""
    utc = ZoneInfo("UTC")
    months = of_days(date(2021, 10, 1), date(2021, 11, 30), utc, Shape.MONTH, 2)
    log = api_log(utc)
    found = answer(Query(Subcommand.REPORT, months, unit=Unit.MONTH, top=10), log, now)
    told = {figure.metric: figure.value for figure in found.figures}
    assert {metric: told[metric] for metric in API_FIGURES} == API_FIGURES
    series = {one.metric: [point.value for point in one.points] for one in found.series}
    assert series == {
        Metric.NEW_USERS: [9, 1],
        Metric.TRIGGERS: [100, 4],
        Metric.RECEIVED: [99, 7],
        Metric.SENT: [141, 5],
    }
    flows, messages = found.lists
    assert {row.name: row.count for row in flows.rows} == API_FLOWS
    assert [row.rank for row in flows.rows] == [1, 2, 3, 4, 4]
    assert {row.name: row.count for row in messages.rows} == API_MESSAGES
    assert found.baseline == of_days(date(2021, 8, 1), date(2021, 9, 30), utc, Shape.MONTH, 2)
    assert NoteKind.BASELINE_NO_DATA in [note.kind for note in found.notes]


@pytest.mark.parametrize("clips", [True, False])
@pytest.mark.parametrize("unit", [Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH])
@pytest.mark.parametrize(("name", "day"), CHANGE_DAYS)
def test_units_are_local_over_both_clock_changes(
    name: str, day: date, unit: Unit, clips: bool
) -> None:
    """What happened in a local hour, day, week or month is told there and nowhere else."""
    zone = ZoneInfo(name)
    period = of_days(day - timedelta(days=9), day + timedelta(days=9), zone)
    log = random_log(1, period.start - timedelta(days=40), period.end, 4000)
    log.clips = clips
    # Where Flow XO does not clip, only a period that begins with the unit is told exactly.
    if not clips and unit is Unit.MONTH:
        period = of_days(day.replace(day=1), day + timedelta(days=9), zone)
    query = Query(Subcommand.CHART, period, unit=unit, metrics=(Metric.SENT,))
    found = answer(query, log, period.end + timedelta(days=90))
    expected = Counter(
        _unit_start(at, zone, unit)
        for at, metric in log.between(period.start, period.end)
        if metric is Metric.SENT
    )
    (series,) = found.series
    told = {
        _unit_start(point.start, zone, unit): point.value for point in series.points if point.value
    }
    assert told == expected


def _unit_start(at: datetime, zone: ZoneInfo, unit: Unit) -> object:
    local = at.astimezone(zone)
    match unit:
        case Unit.HOUR:
            return local.date(), local.hour, local.utcoffset()
        case Unit.WEEK:
            return local.date() - timedelta(days=local.weekday())
        case Unit.MONTH:
            return local.year, local.month
        case _:
            return local.date()


@given(
    zone=st.sampled_from(ZONES),
    hours=st.integers(0, 300 * 24),
    minutes=st.integers(2, 300 * 24 * 60),
    unit=st.sampled_from([None, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH]),
    seed=st.integers(0, 9),
)
def test_law_a_series_adds_up_to_its_figure(
    zone: str, hours: int, minutes: int, unit: Unit | None, seed: int
) -> None:
    """Every sum of the stats is the sum of its series, in any zone, unit and period."""
    start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    period = Period(start, start + timedelta(minutes=minutes), ZoneInfo(zone))
    log = random_log(seed, start - timedelta(days=2), period.end + timedelta(days=2), 300)
    log.empty_is_no_data = False
    query = Query(Subcommand.STATS, period, unit=unit, compare=Compare.NONE)
    found = answer(query, log, period.end)
    told = {figure.metric: figure.value for figure in found.figures}
    for one in found.series:
        assert sum(point.value or 0 for point in one.points) == told[one.metric]


@pytest.mark.parametrize(
    ("query", "calls"),
    [
        (Query(Subcommand.STATS), ["insights day", "insights day"]),
        (Query(Subcommand.STATS, compare=Compare.NONE), ["insights day"]),
        (Query(Subcommand.USERS), ["insights day", "insights day"]),
        (Query(Subcommand.CHART), ["insights day"]),
        (
            Query(Subcommand.MESSAGES),
            ["insights", "insights", "top_messages", "top_messages"],
        ),
        (Query(Subcommand.FLOWS), ["insights", "top_flows", "top_flows"]),
        # Its standing in three periods before, of which the first is the baseline.
        (Query(Subcommand.FLOW, flow="Menu"), ["insights", *["top_flows"] * 4]),
        (
            Query(Subcommand.REPORT),
            ["insights day", "insights day", *["top_flows", "top_messages"] * 2],
        ),
    ],
)
def test_no_call_too_many(query: Query, calls: list[str], berlin: ZoneInfo, now: datetime) -> None:
    """At most two of insights for a comparison, each list once for each period."""
    week = of_days(date(2026, 11, 16), date(2026, 11, 22), berlin, Shape.WEEK)
    asked = Query(query.subcommand, week, compare=query.compare, flow=query.flow)
    log = EventLog([])
    answer(asked, log, now)
    made = [f"{name} {unit}" if unit else name for name, _, unit in log.calls]
    assert sorted(made) == sorted(calls)
    weeks = [week]
    for _ in range(3 if query.flow else 1):
        monday = weeks[-1].first_day - timedelta(days=7)
        weeks.append(of_days(monday, monday + timedelta(days=6), berlin, Shape.WEEK))
    assert {period for _, period, _ in log.calls} <= set(weeks)


CALLS = re.compile(r"^\| `([^`]+)` \| (\d) \| (\d) \| (\d) \|$", re.MULTILINE)


def test_the_table_of_calls_is_what_is_asked(berlin: ZoneInfo, now: datetime) -> None:
    """docs/architecture.md counts the calls of each question; these are made, and no others."""
    told = (Path(__file__).parents[1] / "docs" / "architecture.md").read_text("utf-8")
    rows = CALLS.findall(told)
    assert len(rows) == 11
    for text, *counts in rows:
        log = EventLog([])
        answer(parse(text, Context(now, berlin)).query, log, now)
        made = Counter(name for name, _, _ in log.calls)
        expected = dict(
            zip(("insights", "top_flows", "top_messages"), map(int, counts), strict=True)
        )
        assert made == Counter(expected), text


@pytest.mark.parametrize("hidden", [frozenset[str](), frozenset({" HELPER", "B"})])
@pytest.mark.parametrize("asked", ["A", "B", "C", "Helper"])
def test_one_flow_stands_where_the_list_has_it(
    asked: str, hidden: frozenset[str], berlin: ZoneInfo, now: datetime
) -> None:
    """Its place, share and history leave hidden flows out too, itself aside."""
    log = EventLog([], flows={"Helper": 60, "A": 30, "B": 20, "C": 10})
    week = of_days(date(2026, 11, 16), date(2026, 11, 22), berlin, Shape.WEEK)
    single = Query(Subcommand.FLOW, week, flow=asked, compare=Compare.PREVIOUS)
    seen = Discretion(hide=frozenset(name for name in hidden if name.strip() != asked.upper()))
    found = answer(single, log, now, discretion=Discretion(hide=hidden))
    listed = answer(replace(single, subcommand=Subcommand.FLOWS), log, now, discretion=seen)
    (row,) = found.lists[0].rows
    assert row in listed.lists[0].rows
    assert {standing.place for standing in found.history} == {row.rank}


def test_weeks_start_where_the_account_has_set_it(berlin: ZoneInfo, now: datetime) -> None:
    """On Sunday, if so."""
    period = of_days(date(2026, 11, 1), date(2026, 11, 14), berlin)
    query = Query(Subcommand.CHART, period, unit=Unit.WEEK)
    found = answer(query, EventLog([(period.start, Metric.RECEIVED)]), now, week_start=6)
    first, _ = found.series[0].points
    assert first.start == period.start


class Refused(EventLog):
    """A log whose lists the key may not read."""

    def top_flows(self, period: Period, limit: int = 200) -> tuple[TopFlow, ...]:
        """Refuses what it was asked."""
        super().top_flows(period, limit)
        raise KeyRefusedError("refused")


def test_what_flow_xo_refuses_reaches_the_asker(berlin: ZoneInfo, now: datetime) -> None:
    """The error of any call is the answer's."""
    week = of_days(date(2026, 11, 16), date(2026, 11, 22), berlin, Shape.WEEK)
    with pytest.raises(KeyRefusedError):
        answer(Query(Subcommand.REPORT, week), Refused([]), now)


REQUEST: ContextVar[str] = ContextVar("REQUEST", default="none")


class Listening(EventLog):
    """A log that notes in whose request it is asked."""

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """As the log, and remembers the request."""
        self.flows = {REQUEST.get(): 1}
        return super().insights(period, unit)


def test_calls_keep_the_context_of_the_request(berlin: ZoneInfo, now: datetime) -> None:
    """What is bound to the request, such as its id in logs, is bound in every call."""
    week = of_days(date(2026, 11, 16), date(2026, 11, 22), berlin, Shape.WEEK)
    log = Listening([])
    token = REQUEST.set("r-1")
    answer(Query(Subcommand.CHART, week), log, now)
    REQUEST.reset(token)
    assert log.flows == {"r-1": 1}
