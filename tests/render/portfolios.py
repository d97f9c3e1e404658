"""Portfolios for the tests of the renderer: made of figures by hand, and any that could be built.

Made as answers are made, but for the asking: needs, results, rows, totals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bot.core.grid import spans
from bot.core.metrics import METRICS, Kind, Metric
from bot.core.needs import Needs
from bot.core.periods import Period, Unit
from bot.core.portfolio import AccountRow, Missing, Portfolio
from bot.core.query import Compare, Query, Subcommand
from bot.core.reports import ListKind
from bot.core.results import Bucket, Insights, Results, Stats, TopFlow, TopMessage
from bot.core.together import combine, needs_in, reading_zone, row_of
from bot.core.toplists import Discretion
from tests.render.made import BERLIN, NOVEMBER, READ_AT
from tests.render.random_reports import counts, names, periods, zones

Values = Mapping[Metric, int]
TOKYO = ZoneInfo("Asia/Tokyo")
NEW_YORK = ZoneInfo("America/New_York")


@dataclass(frozen=True)
class Given:
    """What one account answers; `values` None is no data, `before` None nothing for the baseline.

    `flows` and `messages` are (name, count); those of the baseline are the same but for the first.
    `gaps` are the places of units that were not sent, `hide` the names of flows it hides.
    """

    name: str
    values: Values | None = None
    before: Values | None = None
    zone: tzinfo = BERLIN
    missing: Missing | None = None
    flows: Sequence[tuple[str, int]] = ()
    messages: Sequence[tuple[str, int]] = ()
    gaps: frozenset[int] = field(default_factory=frozenset)
    baseline_failed: bool = False
    hide: frozenset[str] = frozenset()


def alike(value: int, **others: int) -> dict[Metric, int]:
    """The six figures, all the same but for those that are named as the API names them."""
    return {metric: others.get(metric.value, value) for metric in Metric}


def portfolio(
    query: Query,
    accounts: Sequence[Given],
    now: datetime = READ_AT,
    *,
    asked_for: int | None = None,
    said: Sequence[str] = (),
) -> Portfolio:
    """The answer for these accounts, which are in order."""
    rows = [_row(query, one, now) for one in accounts]
    return combine(query, rows, now, asked_for=asked_for, said=said)


def _row(query: Query, account: Given, now: datetime) -> AccountRow:
    zone = reading_zone(query, account.zone)
    needs = needs_in(query, account.zone, now)
    if needs is None or account.missing is not None:
        return AccountRow(account.name, zone, missing=account.missing or Missing.NOT_BEGUN)
    discretion = Discretion(hide=account.hide)
    return row_of(account.name, needs, _results(needs, account), now, discretion=discretion)


def _results(needs: Needs, account: Given) -> Results:
    flows = _flows(account.flows) if ListKind.FLOWS in needs.lists else None
    messages = _messages(account.messages) if ListKind.MESSAGES in needs.lists else None
    own = Results(_insights(needs, account), flows=flows, messages=messages)
    if needs.baseline is None or account.baseline_failed:
        return Results(
            own.insights, flows=flows, messages=messages, baseline_failed=account.baseline_failed
        )
    before = Insights(Stats(account.before) if account.before is not None else None)
    return Results(
        own.insights,
        before if needs.compares_figures else None,
        flows=flows,
        messages=messages,
        flows_before=flows[1:] if flows is not None else None,
        messages_before=messages[1:] if messages is not None else None,
    )


def _flows(rows: Sequence[tuple[str, int]]) -> tuple[TopFlow, ...]:
    return tuple(TopFlow(f"64f0a{place:03}", name, n) for place, (name, n) in enumerate(rows))


def _messages(rows: Sequence[tuple[str, int]]) -> tuple[TopMessage, ...]:
    return tuple(TopMessage(text, count) for text, count in rows)


def _insights(needs: Needs, account: Given) -> Insights:
    if account.values is None:
        return Insights(None)
    if needs.fetched_unit is None:
        return Insights(Stats(account.values))
    grid = spans(needs.period, needs.fetched_unit)
    buckets = tuple(
        Bucket(span.start, span.end, _of_unit(account.values, place, len(grid)))
        for place, span in enumerate(grid)
        if place not in account.gaps
    )
    return Insights(Stats(account.values), buckets)


def _of_unit(values: Values, place: int, units: int) -> dict[Metric, int]:
    """A sum in even parts, the rest in the last; a snapshot as it is."""
    part = {
        metric: value // units + (value % units if place == units - 1 else 0)
        for metric, value in values.items()
    }
    return {
        metric: part[metric] if METRICS[metric].kind is Kind.SUM else values[metric]
        for metric in values
    }


def november(subcommand: Subcommand = Subcommand.STATS, **parts: object) -> Query:
    """November 2021, by Berlin's clock."""
    return Query(subcommand, NOVEMBER, **parts)  # type: ignore[arg-type]  # a test's shorthand


FLOWS = (("Text Me", 19), ("Menu", 14), ("Help", 3), ("Other", 1))
MESSAGES = (("hi", 9), ("menu", 4), ("text me", 2), ("once", 1))
# Flow XO's own example for the first; a smaller client; a broken key; one that is new.
AGENCY = (
    Given(
        "Acme Support",
        {
            Metric.NEW_USERS: 1,
            Metric.TRIGGERS: 4,
            Metric.RECEIVED: 7,
            Metric.SENT: 5,
            Metric.TOTAL_USERS: 55,
            Metric.ACTIVE_USERS: 23,
        },
        {
            Metric.NEW_USERS: 9,
            Metric.TRIGGERS: 100,
            Metric.RECEIVED: 99,
            Metric.SENT: 141,
            Metric.TOTAL_USERS: 54,
            Metric.ACTIVE_USERS: 22,
        },
        flows=FLOWS,
        messages=MESSAGES,
    ),
    Given("Borg & Sons", alike(300, total_users=900), alike(200, total_users=700), flows=FLOWS[:1]),
    Given("Cee", missing=Missing.REFUSED),
    Given("Dee Ltd"),
    Given(
        "May GmbH",
        alike(40, total_users=81),
        alike(80),
        zone=TOKYO,
        messages=MESSAGES,
    ),
)
NEWCOMER = Given("Newcomer", alike(12), None, flows=FLOWS)

_values = st.dictionaries(st.sampled_from([*Metric]), counts, max_size=6).map(
    lambda given: {metric: given.get(metric, 7) for metric in Metric}
)


@st.composite
def givens(draw: st.DrawFn) -> Given:
    """Any account: with data or without, failed, new; its names may be hostile."""
    some = draw(st.lists(names, min_size=1, max_size=3))
    length = draw(st.sampled_from((0, 1, 4, 60)))
    rows = [
        (f"{some[place % len(some)]} {place // len(some)}", 90 - place) for place in range(length)
    ]
    return Given(
        draw(names),
        draw(st.none() | _values),
        draw(st.none() | _values),
        draw(zones),
        draw(st.sampled_from((None, None, None, *Missing))),
        rows,
        rows,
        draw(st.frozensets(st.integers(0, 20), max_size=4)),
        draw(st.sampled_from((False, False, True))),
        frozenset(name for name, _ in rows[: draw(st.sampled_from((0, 0, 1, 2)))]),
    )


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """Any question that several accounts can be asked, over at most 60 days."""
    zone = draw(zones)
    period = draw(periods(zone))
    end = min(period.end, period.start + timedelta(days=60))
    subcommand = draw(st.sampled_from([*_ASKED]))
    chart = subcommand is Subcommand.CHART
    compare = draw(st.sampled_from([one for one in Compare if one is not Compare.PREVIOUS]))
    moved = timedelta(days=draw(st.sampled_from((-400, -1, 0, 1, 2))))
    typed = compare is Compare.PERIOD
    return Query(
        subcommand,
        Period(period.start, end, zone),
        draw(st.none() | st.sampled_from((Unit.DAY, Unit.WEEK))),
        compare,
        Period(period.start + moved, end + moved, zone) if typed else None,
        top=draw(st.none() | st.integers(1, 50)),
        metrics=(draw(st.sampled_from([*Metric])),) if chart else (),
        flow="Text Me" if subcommand is Subcommand.FLOW else None,
        zone=draw(st.none() | st.just(zone)),
    )


_ASKED = (
    Subcommand.STATS, Subcommand.USERS, Subcommand.MESSAGES, Subcommand.FLOWS, Subcommand.FLOW,
    Subcommand.REPORT, Subcommand.CHART,
)  # fmt: skip


@st.composite
def portfolios(draw: st.DrawFn) -> Portfolio:
    """The answer to any question for one to fifty accounts, or the first of many more."""
    query = draw(queries())
    some = draw(st.lists(givens(), min_size=1, max_size=6))
    many = draw(st.sampled_from((0, 0, 50)))
    accounts = [some[place % len(some)] for place in range(many)] or some
    more = draw(st.sampled_from((0, 0, 950)))
    assert query.period is not None
    moment = draw(st.sampled_from((timedelta(days=3), -query.period.duration / 2)))
    now = (query.period.end + moment).astimezone(UTC)
    return portfolio(query, accounts, now, asked_for=len(accounts) + more)
