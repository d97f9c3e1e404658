"""The first line: the fact that a person repeats."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from bot.core.metrics import Metric
from bot.core.periods import Period, Shape, Unit
from bot.core.query import Compare
from bot.core.reports import Figure, Point, Report, Row, Series
from bot.core.subcommands import Subcommand
from bot.render.headline import headline
from tests.render.made import (
    BERLIN,
    FIGURES,
    FLOW_ROWS,
    NOVEMBER,
    OCTOBER,
    WEEK,
    days,
    flows,
    report,
    series,
)

EN = "en-GB"


def figures(**values: tuple[int | None, int | None]) -> tuple[Figure, ...]:
    """Figures by the API's names."""
    return tuple(Figure(Metric(name), *pair) for name, pair in values.items())


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (report(figures=FIGURES), "7 messages received and 5 sent in November"),
        (
            report(figures=FIGURES, headline=Metric.TRIGGERS),
            "4 triggers in November, down from 100 (−96 %)",
        ),
        (
            report(figures=figures(new_users=(36, 31)), headline=Metric.NEW_USERS),
            "36 new users in November, up from 31 (+16 %)",
        ),
        (
            report(figures=figures(received_messages=(1, None), sent_messages=(1, None))),
            "1 message received and 1 sent in November",
        ),
        (
            report(figures=figures(received_messages=(0, 5), sent_messages=(0, 5))),
            "No messages in November",
        ),
        (
            report(figures=figures(received_messages=(None, 5), sent_messages=(3, 5))),
            "3 messages sent in November, down from 5",
        ),
        (
            report(figures=figures(total_users=(3_821, 3_502))),
            "3,821 users in all in November, up from 3,502 (+319)",
        ),
        (
            report(figures=figures(total_users=(3, 4)), period=OCTOBER, baseline=NOVEMBER),
            "3 users in all in October, against 4 in November (−1)",
        ),
        (report(figures=figures(new_users=(None, None))), "No figures in November"),
        (report(), "No figures in November"),
        (
            report(Subcommand.USERS, figures=FIGURES),
            "1 new user in November, down from 9",
        ),
        (
            report(Subcommand.USERS, figures=figures(new_users=(0, 0))),
            "No new users in November, the same as before",
        ),
        (
            report(Subcommand.USERS, figures=figures(new_users=(None, 3))),
            "New users: no figure in November",
        ),
        (
            report(figures=figures(new_users=(1_234_567, None)), headline=Metric.NEW_USERS),
            "1,234,567 new users in November",
        ),
        (
            report(figures=FIGURES, headline=Metric.SENT, so_far=True, account="Acme"),
            "Acme: 5 messages sent in November so far, down from 141 (−96 %)",
        ),
    ],
)
def test_figures(made: Report, line: str) -> None:
    """The largest change, or the plainest fact; missing figures are not zero."""
    assert headline(made, EN) == line


@pytest.mark.parametrize(
    ("figure", "line"),
    [
        ((141, 5), "141 messages sent in October, against 5 in November"),
        ((5, 141), "5 messages sent in October, against 141 in November (−96 %)"),
        ((0, 0), "No messages sent in October, the same as in November"),
        ((5, 0), "5 messages sent in October, against 0 in November"),
        ((5, None), "5 messages sent in October"),
    ],
)
def test_beside_a_later_time(figure: tuple[int, int | None], line: str) -> None:
    """Neither up nor down from what came after."""
    made = report(
        period=OCTOBER,
        baseline=NOVEMBER,
        figures=figures(sent_messages=figure),
        headline=Metric.SENT,
    )
    assert headline(made, EN) == line


def ranked(*rows: tuple[str, int, int], whole: bool = True) -> Report:
    """A list of flows by name, rank and count."""
    total = sum(count for _, _, count in rows)
    made = tuple(
        Row(rank, name, count, Fraction(count, total) if whole else None)
        for name, rank, count in rows
    )
    return report(Subcommand.FLOWS, lists=(flows(made, whole=whole),))


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (ranked(("Menu", 1, 3)), "Menu led with 3 of 3 flow starts (100 %)"),
        (ranked(("Menu", 1, 300), ("A", 2, 1), whole=False), "Menu led with 300 flow starts"),
        (ranked(("A", 1, 3), ("B", 1, 3)), "A and B led with 3 flow starts each"),
        (
            ranked(("A", 1, 3), ("B", 1, 3), ("C", 1, 3)),
            "3 flows share the lead with 3 flow starts each",
        ),
        (ranked(("A", 1, 1), ("B", 1, 1)), "A and B led with 1 flow start each"),
        (
            report(Subcommand.FLOWS, lists=(flows((Row(1, "A", 3),), leaders=2),)),
            "2 flows share the lead with 3 flow starts each",
        ),
        (report(Subcommand.FLOWS, lists=(flows(()),)), "No flow ran in November"),
        (
            report(Subcommand.FLOWS, lists=(flows((), hidden=2),)),
            "No flow but hidden ones ran in November",
        ),
        (
            report(Subcommand.FLOWS, lists=(flows(FLOW_ROWS[:1], total=128, hidden=2),)),
            "Untitled Broadcast led with 93 of 128 flow starts (73 %), hidden flows aside",
        ),
        (report(Subcommand.FLOWS), "No figures in November"),
        (
            report(Subcommand.FLOW, flow="Text Me", lists=(flows(FLOW_ROWS[1:2], total=128),)),
            "Text Me: 19 of 128 flow starts (15 %) in November",
        ),
        (
            report(Subcommand.FLOW, flow="Parse", lists=(flows(FLOW_ROWS[4:5], total=128),)),
            "Parse a Unix Timestamp: 1 of 128 flow starts in November",
        ),
        (
            report(Subcommand.FLOW, flow="Nope", lists=(flows(()),)),
            'No flow named "Nope" ran in November',
        ),
        (
            report(Subcommand.FLOW, flow="Nope", lists=(flows((), whole=False, total_rows=10),)),
            'No flow named "Nope" among the first 10 in November; there may be more',
        ),
        (ranked(("", 1, 3)), "(no name) led with 3 of 3 flow starts (100 %)"),
    ],
)
def test_flows(made: Report, line: str) -> None:
    """Who leads, with how much of what; ties are said; no share of a list that may be cut."""
    assert headline(made, EN) == line


def test_equal_names_are_told_apart() -> None:
    """The end of its id follows the name."""
    row = Row(1, "Menu", 3, None, id_suffix="4579")
    made = report(Subcommand.FLOWS, lists=(flows((row,)),))
    assert headline(made, EN) == "Menu (…4579) led with 3 flow starts"


def test_a_long_name_gives_way_to_the_figures() -> None:
    """The notification's 120 characters hold the number, whatever the names."""
    row = Row(1, "<" * 500, 93, Fraction(93, 128))
    made = report(Subcommand.FLOWS, lists=(flows((row,), total=128),), account="A" * 300)
    assert headline(made, EN).endswith("led with 93 of 128 flow starts (73 %)")


def chart(*one: Series, period: Period = WEEK, **parts: object) -> Report:
    """A report of a chart."""
    return report(
        Subcommand.CHART, period=period, baseline=None, series=one, figures=parts.get("figures", ())
    )


def long_series(unit: Unit, *starts: datetime) -> Series:
    """Two units whose first is the larger."""
    points = tuple(Point(s, s + timedelta(hours=1), 9 - n) for n, s in enumerate(starts))
    return Series(Metric.SENT, unit, points)


def cut_at(unit: Unit, first: str | None, until: str | None, *, running: bool) -> Series:
    """October, of which only those days are counted, and a smaller month."""
    october, november, december = (
        datetime(2026, month, 1, tzinfo=BERLIN) for month in (10, 11, 12)
    )
    start = datetime.fromisoformat(first).replace(tzinfo=BERLIN) if first else october
    end = datetime.fromisoformat(until).replace(tzinfo=BERLIN) if until else november
    covered = start.astimezone(UTC), end.astimezone(UTC)
    part = Point(october.astimezone(UTC), november.astimezone(UTC), 9, running, covered)
    return Series(
        Metric.SENT, unit, (part, Point(november.astimezone(UTC), december.astimezone(UTC), 8))
    )


MORNING = datetime(2026, 11, 18, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (
            chart(series(Metric.TRIGGERS, WEEK, [1, 2, 9])),
            "12 triggers in the week of 16 Nov, most on 18 Nov (9)",
        ),
        (
            chart(series(Metric.TRIGGERS, WEEK, [1, 2, 9, None])),
            "No totals in the week of 16 Nov",
        ),
        (
            chart(series(Metric.TRIGGERS, WEEK, [None]), figures=figures(triggers=(13, None))),
            "13 triggers in the week of 16 Nov",
        ),
        (
            report(period=WEEK, series=(series(Metric.SENT, WEEK, [1]),)),
            "No totals in the week of 16 Nov",
        ),
        (
            chart(
                series(Metric.TRIGGERS, WEEK, [1, 2, 9]),
                figures=figures(triggers=(13, None)),
            ),
            "13 triggers in the week of 16 Nov, most on 18 Nov (9)",
        ),
        (
            chart(series(Metric.TRIGGERS, WEEK, [2, 2]), figures=figures(sent_messages=(1, None))),
            "4 triggers in the week of 16 Nov",
        ),
        (chart(series(Metric.TRIGGERS, WEEK, [0, 0])), "No triggers in the week of 16 Nov"),
        (chart(series(Metric.TRIGGERS, WEEK, [None])), "No figures in the week of 16 Nov"),
        (
            chart(series(Metric.ACTIVE_USERS, WEEK, [20, 22])),
            "22 active users (30 days) in the week of 16 Nov",
        ),
        (
            chart(series(Metric.NEW_USERS, WEEK, [1]), series(Metric.SENT, WEEK, [1])),
            "New users and messages sent by day in the week of 16 Nov",
        ),
        (
            chart(long_series(Unit.HOUR, MORNING, MORNING + timedelta(hours=1))),
            "17 messages sent in the week of 16 Nov, most at 09:00 on 18 Nov (9)",
        ),
        (
            chart(long_series(Unit.WEEK, MORNING, MORNING + timedelta(days=7))),
            "17 messages sent in the week of 16 Nov, most in the week of 18 Nov (9)",
        ),
        (
            chart(long_series(Unit.MONTH, MORNING, MORNING + timedelta(days=30))),
            "17 messages sent in the week of 16 Nov, most in November 2026 (9)",
        ),
        (
            chart(long_series(Unit.YEAR, MORNING, MORNING + timedelta(days=365))),
            "17 messages sent in the week of 16 Nov, most in 2026 (9)",
        ),
        (
            chart(cut_at(Unit.MONTH, "2026-10-20", None, running=False)),
            "17 messages sent in the week of 16 Nov, most from 20 to 31 Oct (9)",
        ),
        (
            chart(cut_at(Unit.MONTH, None, "2026-10-15", running=False)),
            "17 messages sent in the week of 16 Nov, most from 1 to 14 Oct (9)",
        ),
        (
            chart(cut_at(Unit.MONTH, "2026-10-20", "2026-10-28", running=True)),
            "17 messages sent in the week of 16 Nov, most from 20 to 27 Oct (9)",
        ),
        (
            chart(cut_at(Unit.MONTH, None, "2026-10-28", running=True)),
            "17 messages sent in the week of 16 Nov, most in October 2026 (9)",
        ),
    ],
)
def test_charts(made: Report, line: str) -> None:
    """The sum and its peak; of snapshots the last; of several metrics what they are."""
    assert headline(made, EN) == line


def test_the_period_asked_names_the_line() -> None:
    """A month that runs is its month, although only a part of it was fetched."""
    month = days(date(2026, 11, 1), date(2026, 11, 30), Shape.MONTH)
    made = report(
        asked=month,
        period=month.cut(MORNING),
        so_far=True,
        figures=figures(new_users=(5, None)),
        headline=Metric.NEW_USERS,
        zone=BERLIN,
    )
    assert headline(made, EN) == "5 new users in November so far"
    assert NOVEMBER.shape is Shape.MONTH


def test_what_was_cut_for_a_fair_comparison_is_told_as_far_as_it_went() -> None:
    """The week is over, and the one that was typed beside it is not."""
    running = days(date(2026, 11, 23), date(2026, 11, 29), Shape.WEEK)
    thursday = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
    made = report(
        asked=WEEK,
        period=WEEK.cut(thursday - timedelta(days=7)),
        baseline=running.cut(thursday),
        compare=Compare.PERIOD,
        against=running,
        figures=figures(sent_messages=(498, 589)),
        headline=Metric.SENT,
    )
    assert headline(made, EN) == (
        "498 messages sent in the week of 16 Nov up to the same point, "
        "against 589 in the week of 23 Nov so far (−15 %)"
    )
