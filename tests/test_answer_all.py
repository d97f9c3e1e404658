"""Several accounts over real HTTP: right sums, bounded calls, and no account holds up another."""

from __future__ import annotations

import logging
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest

from bot.answer import answer
from bot.answer_all import Account, answer_all
from bot.answer_all.rounds import IN_ALL, PER_ACCOUNT
from bot.core.metrics import SUMS, Metric
from bot.core.parse import Context, parse
from bot.core.periods import Period, Shape, Unit, of_days
from bot.core.portfolio import Missing, Portfolio
from bot.core.query import Query, Subcommand
from bot.core.reports import NoteKind
from bot.core.results import Insights, Source
from bot.core.together import MOST_ACCOUNTS
from bot.core.toplists import Discretion
from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_faults import Scripted
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.page_example import EXAMPLE
from bot.errors import KeyRefusedError, StorageError, UpstreamNonsenseError
from bot.flowxo.client import FlowXOClient
from tests.event_log import EventLog

NAMES = ("Acme", "Borg", "Cee")
AUTUMN = of_days(date(2021, 10, 1), date(2021, 11, 30), UTC, Shape.MONTH, 2)
WEEK = of_days(date(2026, 11, 16), date(2026, 11, 22), UTC, Shape.WEEK)
STATS = Query(Subcommand.STATS, AUTUMN)


@dataclass(frozen=True)
class Agency:
    """Accounts, each with a Flow XO of its own."""

    servers: tuple[FakeFlowXO, ...]
    accounts: tuple[Account, ...]

    def ask(self, query: Query, now: datetime, budget_s: float = 10.0) -> Portfolio:
        """The answer for all of them."""
        return answer_all(query, self.accounts, now, budget_s=budget_s)


@pytest.fixture(name="hire")
def _hire() -> Iterator[Callable[..., Agency]]:
    """Makes an agency of so many clients; all are closed when the test ends."""
    with ExitStack() as stack:

        def hire(count: int, *, at_once: int = 32) -> Agency:
            servers = tuple(stack.enter_context(FakeFlowXO(EXAMPLE)) for _ in range(count))
            clients = [FlowXOClient(one.url, one.key, at_once=at_once) for one in servers]
            for client in clients:
                stack.callback(client.close)
            names = [*NAMES, *(f"Client {n:02}" for n in range(count))][:count]
            accounts = (
                Account(name, client.question, UTC)
                for name, client in zip(names, clients, strict=True)
            )
            return Agency(servers, tuple(accounts))

        yield hire


def in_memory(name: str, source: Source, zone: ZoneInfo | None = None, **parts: object) -> Account:
    """An account that needs no network."""
    return Account(name, lambda _, __: source, zone or UTC, **parts)  # type: ignore[arg-type]  # a test's shorthand


def missing(made: Portfolio) -> dict[str, Missing | None]:
    """Why accounts have no report, by their names."""
    return {row.name: row.missing for row in made.rows}


@pytest.mark.parametrize("seed", range(3))
def test_sums_are_those_of_the_events(seed: int, now: datetime) -> None:
    """Whatever happened on the days of the question by each account's clock, counted by hand."""
    chance = random.Random(seed)
    zones = [ZoneInfo(name) for name in ("Europe/Berlin", "Asia/Tokyo", "America/New_York", "UTC")]
    first = datetime(2026, 11, 1, tzinfo=UTC)
    minutes = [sorted(chance.sample(range(40_000), 900)) for _ in zones]
    logs = [
        [(first + timedelta(minutes=minute), chance.choice(SUMS)) for minute in one]
        for one in minutes
    ]
    accounts = [
        in_memory(f"Account {n}", EventLog(log), zone)
        for n, (log, zone) in enumerate(zip(logs, zones, strict=True))
    ]
    week = of_days(WEEK.first_day, WEEK.last_day, zones[0], Shape.WEEK)
    made = answer_all(Query(Subcommand.STATS, week), accounts, now)
    added: Counter[Metric] = Counter()
    for row, log, zone in zip(made.rows, logs, zones, strict=True):
        happened = Counter(
            metric for at, metric in log
            if WEEK.first_day <= at.astimezone(zone).date() <= WEEK.last_day
        )  # fmt: skip
        assert {metric: row.figure(metric)[0] for metric in SUMS} == dict(happened)
        added += happened
    assert {one.metric: one.value for one in made.totals} == {
        **added,
        Metric.TOTAL_USERS: None,
        Metric.ACTIVE_USERS: None,
    }


@pytest.mark.parametrize("subcommand", [Subcommand.STATS, Subcommand.REPORT, Subcommand.FLOWS])
def test_each_row_is_the_accounts_own_answer(
    hire: Callable[..., Agency], subcommand: Subcommand, now: datetime
) -> None:
    """Asked alone, an account answers the same figures, and the same list from its top."""
    agency, query = hire(3), Query(subcommand, AUTUMN)
    made = agency.ask(query, now)
    for row, account in zip(made.rows, agency.accounts, strict=True):
        alone = answer(query, account.source_for(10.0, 4), now)
        assert row.report is not None
        assert row.report.figures == alone.figures
        for few, many in zip(row.report.lists, alone.lists, strict=True):
            assert few.rows == many.rows[:3]
            assert few.total == many.total
    assert {one.metric: one.value for one in made.totals}[Metric.TRIGGERS] == 3 * 104


FAULTS = [
    (faults.status(401), Missing.REFUSED),
    (faults.status(429, retry_after="60"), Missing.BUSY),
    (faults.status(503), Missing.DOWN),
    (faults.reset(), Missing.DOWN),
    (faults.slow(20), Missing.LATE),
    (faults.drip_body(), Missing.LATE),
    (faults.drip_header(), Missing.LATE),
    (faults.text("{"), Missing.NONSENSE),
    (faults.page(), Missing.NONSENSE),
    (faults.value({"stats": [], "metrics": [{"date": "soon"}]}), Missing.NONSENSE),
]


@pytest.mark.parametrize(("fault", "why"), FAULTS)
@pytest.mark.usefixtures("tried_quickly")
def test_one_that_fails_changes_no_other(
    hire: Callable[..., Agency], fault: Scripted, why: Missing, now: datetime
) -> None:
    """Its row says why, the others' are what they were, and the totals are of those alone."""
    agency, twins = hire(3), hire(3)
    fine = twins.ask(STATS, now)
    agency.servers[1].always(fault)
    begun = time.monotonic()
    made = agency.ask(STATS, now, budget_s=2.5)
    assert time.monotonic() - begun < 2.5 + 1.0
    assert missing(made) == {"Acme": None, "Borg": why, "Cee": None}
    assert (made.rows[0], made.rows[2]) == (fine.rows[0], fine.rows[2])
    assert [one.counted for one in made.totals] == [2, 2, 2, 2, 0, 0]
    assert made.totals[0].value == 2 * 10


def test_the_slow_are_not_waited_for(hire: Callable[..., Agency], now: datetime) -> None:
    """The answer is there at the deadline, and soon after nobody works at it any more."""
    agency, others = hire(3), set(threading.enumerate())
    for server in agency.servers[1:]:
        server.always(faults.slow(30))
    begun = time.monotonic()
    made = agency.ask(STATS, now, budget_s=1.0)
    assert time.monotonic() - begun < 1.5
    assert missing(made) == {"Acme": None, "Borg": Missing.LATE, "Cee": Missing.LATE}
    ends = time.monotonic() + 3.0
    while _working(others) and time.monotonic() < ends:
        time.sleep(0.05)
    assert _working(others) == []


def test_one_of_many_that_hangs_is_not_waited_for(
    hire: Callable[..., Agency], now: datetime
) -> None:
    """Half of the time is enough for it, once all others are there."""
    agency = hire(4)
    agency.servers[0].always(faults.slow(30))
    begun = time.monotonic()
    made = agency.ask(STATS, now, budget_s=3.0)
    assert 1.5 <= time.monotonic() - begun < 2.5
    assert [row.missing for row in made.rows] == [Missing.LATE, None, None, None]


def _working(others: set[threading.Thread]) -> list[str]:
    """Threads of ours; those that serve the fakes have other names."""
    names = (one.name for one in set(threading.enumerate()) - others)
    return [name for name in names if name.startswith(("fetch", "flowxo"))]


def test_eight_that_hang_do_not_hold_the_others(hire: Callable[..., Agency], now: datetime) -> None:
    """While others wait to be asked at all, nobody is waited for longer than half of the time."""
    agency = hire(IN_ALL + 3)
    for server in agency.servers[:IN_ALL]:
        server.always(faults.slow(30))
    made = agency.ask(STATS, now, budget_s=3.0)
    answered = [row.name for row in made.rows if row.missing is None]
    assert answered == [one.name for one in agency.accounts[IN_ALL:]]
    assert made.totals[0].counted == 3


def test_few_calls_are_under_way(hire: Callable[..., Agency], now: datetime) -> None:
    """At most eight in all and two of an account, also where a clock change takes more calls."""
    agency = hire(10)
    for server in agency.servers:
        server.delay_s = 0.05
    berlin = ZoneInfo("Europe/Berlin")
    autumn = of_days(date(2021, 10, 20), date(2021, 11, 10), berlin)
    accounts = [replace(one, zone=berlin) for one in agency.accounts]
    for query in (
        Query(Subcommand.REPORT, autumn),
        Query(Subcommand.CHART, autumn, unit=Unit.DAY, metrics=(Metric.SENT,)),
    ):
        made = answer_all(query, accounts, now)
        assert made.counted == 10
    assert max(FakeFlowXO.most_at_once(one) for one in agency.servers) <= 2 == PER_ACCOUNT
    assert 4 < FakeFlowXO.most_at_once(*agency.servers) <= 8 == IN_ALL
    # Two segments of the chart; its figures over the whole are those of the report, kept.
    assert {len(one.requests) for one in agency.servers} == {6 + 2}


def test_a_refused_key_is_not_tried_again(hire: Callable[..., Agency], now: datetime) -> None:
    """What is left of a lost row is not asked: two calls were under way at most."""
    agency = hire(2)
    agency.servers[0].always(faults.status(401))
    made = agency.ask(Query(Subcommand.REPORT, AUTUMN), now)
    assert missing(made) == {"Acme": Missing.REFUSED, "Borg": None}
    assert len(agency.servers[0].requests) <= PER_ACCOUNT
    assert len(agency.servers[1].requests) == 6


class Faulty(EventLog):
    """A log that fails for what comes before AUTUMN, or hangs until its event is set."""

    def __init__(self, failure: Exception | None = None, until: Event | None = None) -> None:
        super().__init__([(AUTUMN.start, Metric.SENT)])
        self.failure = failure
        self.until = until

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """As the log for AUTUMN."""
        if period.start < AUTUMN.start and self.until is not None:
            self.until.wait(10)
        if period.start < AUTUMN.start and self.failure is not None:
            raise self.failure
        return super().insights(period, unit)


def test_a_row_can_do_without_its_comparison(now: datetime) -> None:
    """Where only that fails, or is late, its figures stand alone; a refused key ends all."""
    until = Event()
    made = answer_all(
        STATS,
        [
            in_memory("Fine", Faulty()),
            in_memory("Late", Faulty(until=until)),
            in_memory("Nonsense", Faulty(UpstreamNonsenseError("odd"))),
            in_memory("Refused", Faulty(KeyRefusedError("refused"))),
        ],
        now,
        budget_s=0.5,
    )
    until.set()
    assert missing(made) == {
        "Fine": None, "Late": None, "Nonsense": None, "Refused": Missing.REFUSED
    }  # fmt: skip
    alone = {
        row.name
        for row in made.rows
        if row.report and NoteKind.BASELINE_FAILED in {note.kind for note in row.report.notes}
    }
    assert alone == {"Late", "Nonsense"}
    assert {one.metric: one.value for one in made.totals}[Metric.SENT] == 3


@pytest.mark.parametrize("failure", [StorageError("no key"), ZeroDivisionError("odd")])
def test_a_fault_of_ours_is_in_its_row_alone(
    failure: Exception, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged, and the others have their answer."""

    def broken(_: float, __: int) -> Source:
        raise failure

    def unmaskable(text: str) -> str:
        raise ZeroDivisionError(text)

    log = EventLog([(AUTUMN.start, Metric.SENT)], messages={"hi": 2})
    accounts = [
        Account("Broken", broken, UTC),
        in_memory("Fine", log),
        in_memory("Unmaskable", log, discretion=Discretion(mask=unmaskable)),
    ]
    with caplog.at_level(logging.WARNING):
        made = answer_all(Query(Subcommand.MESSAGES, AUTUMN), accounts, now)
    expected = {"Broken": Missing.BROKEN, "Fine": None, "Unmaskable": Missing.BROKEN}
    assert missing(made) == expected
    told = [one.message for one in caplog.records if one.name.startswith("bot.answer_all")]
    assert len(told) >= 2
    assert set(told) <= {"account_broken", "account_unusable"}


def test_accounts_come_by_name_and_not_too_many(now: datetime) -> None:
    """The first fifty by name, whatever their order and case; the others are not asked at all."""
    logs = {f"{'Aa'[n % 2]}ccount {n:04}": EventLog([]) for n in range(1_000)}
    accounts = [in_memory(name, log) for name, log in reversed(logs.items())]
    made = answer_all(STATS, accounts, now)
    names = [row.name for row in made.rows]
    assert names == sorted(logs, key=str.casefold)[:MOST_ACCOUNTS]
    assert (made.asked_for, made.left_out) == (1_000, 950)
    assert [name for name, log in logs.items() if log.calls] == names


def test_who_has_not_begun_is_not_asked() -> None:
    """There is nothing to ask of a day that lies ahead."""
    late = datetime(2026, 11, 27, 0, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    query = parse("today", Context(late, ZoneInfo("Asia/Tokyo"))).query
    log = EventLog([])
    made = answer_all(query, [in_memory("Acme", log, ZoneInfo("America/New_York"))], late)
    assert missing(made) == {"Acme": Missing.NOT_BEGUN}
    assert log.calls == []


@pytest.mark.parametrize(("starts", "day"), [((6, 6), 22), ((6, 0), 16)])
def test_weeks_begin_where_all_have_set_it(
    starts: tuple[int, int], day: int, now: datetime
) -> None:
    """On Sunday if all say so; where they differ, on Monday."""
    period = of_days(date(2026, 11, 1), date(2026, 11, 24), UTC)
    query = Query(Subcommand.CHART, period, unit=Unit.WEEK, metrics=(Metric.SENT,))
    log = EventLog([(period.start, Metric.SENT)])
    accounts = [in_memory(f"{n}", log, week_start=start) for n, start in enumerate(starts)]
    made = answer_all(query, accounts, now)
    for row in made.rows:
        assert row.report is not None
        assert day in {point.start.day for point in row.report.series[0].points}


def test_accounts_and_a_period_are_needed(now: datetime) -> None:
    """Without them there is nothing to ask."""
    for query, accounts in ((STATS, []), (Query(Subcommand.HELP), [in_memory("A", EventLog([]))])):
        with pytest.raises(ValueError, match="over a period"):
            answer_all(query, accounts, now)


CALLS = re.compile(r"^\| each account: `([^`]+)` \| (\d) \| (\d) \| (\d) \|$", re.MULTILINE)


def test_the_table_of_calls_is_what_is_asked(now: datetime) -> None:
    """docs/architecture.md counts the calls of each account; these are made, and no others."""
    told = (Path(__file__).parents[1] / "docs" / "architecture.md").read_text("utf-8")
    rows = CALLS.findall(told)
    assert len(rows) == 6
    for text, *counts in rows:
        log = EventLog([])
        answer_all(parse(text, Context(now, UTC)).query, [in_memory("A", log)], now)
        made = Counter(name for name, _, _ in log.calls)
        names = ("insights", "top_flows", "top_messages")
        assert made == Counter(dict(zip(names, map(int, counts), strict=True))), text


REQUEST: ContextVar[str] = ContextVar("REQUEST", default="none")


class Listening(EventLog):
    """A log that notes in whose request it is asked."""

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """As the log, and remembers the request."""
        self.flows = {REQUEST.get(): 1}
        return super().insights(period, unit)


def test_calls_keep_the_context_of_the_request(now: datetime) -> None:
    """What is bound to the request, such as its id in logs, is bound in every call."""
    logs = [Listening([]) for _ in range(12)]
    token = REQUEST.set("r-1")
    answer_all(STATS, [in_memory(f"{n}", log) for n, log in enumerate(logs)], now)
    REQUEST.reset(token)
    assert [log.flows for log in logs] == [{"r-1": 1}] * 12


def test_notes_are_handed_on(now: datetime) -> None:
    """How the question was read is said of all."""
    made = answer_all(STATS, [in_memory("A", EventLog([]))], now, notes=("I read it so.",))
    assert made.whole.notes[0].values == ("I read it so.",)
