"""Digests made by hand for the tests of the renderer: the mockup's, and parts of it to vary."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.digest import Digest
from bot.core.metrics import Metric
from bot.core.periods import Shape, Unit, of_days
from bot.core.query import Compare, Query
from bot.core.reports import Chart, Figure, Gone, Report, Row
from bot.core.schedule import Cadence, Schedule
from bot.core.subcommands import Subcommand
from bot.render.plan import Posting
from tests.render.made import chart_line, flows, messages

LONDON = ZoneInfo("Europe/London")
DUE = datetime(2021, 10, 25, 8, tzinfo=UTC)  # Monday, 09:00 in London
LAST_WEEK = of_days(date(2021, 10, 18), date(2021, 10, 24), LONDON, Shape.WEEK)
WEEK_BEFORE = of_days(date(2021, 10, 11), date(2021, 10, 17), LONDON, Shape.WEEK)
MONDAYS = Schedule(Cadence.WEEKLY, time(9), LONDON, weekdays=(0,))
DIGEST_OF_WEEK = Digest(MONDAYS, 1)
POSTING = Posting(
    number=7,
    due_at=DUE,
    owner="Ada Lovelace",
    next_run_at=datetime(2021, 11, 1, 9, tzinfo=UTC),  # the clocks have gone back
)
FIGURES = (
    Figure(Metric.NEW_USERS, 3, 2),
    Figure(Metric.TRIGGERS, 41, 30),
    Figure(Metric.RECEIVED, 36, 31),
    Figure(Metric.SENT, 52, 44),
    Figure(Metric.TOTAL_USERS, 53, 50),
    Figure(Metric.ACTIVE_USERS, 22, 21),
)
FLOW_ROWS = (
    Row(1, "Text Me", 14, Fraction(14, 27), 0, 1),
    Row(2, "Untitled Flow", 9, Fraction(9, 27), 1, 3),
    Row(3, "Parse a Unix Timestamp", 4, Fraction(4, 27), "new", None),
)
TEXTS = (("text me", 11), ("hi", 4), ("text ne", 2), ("help", 1), ("menu", 1))


def digest_week(**parts: Any) -> Report:
    """The report that the mockup's digest is made of, with any part of it exchanged."""
    day = timedelta(days=1)
    this: list[int | Fraction] = [5, 7, 4, 8, 9, 3, 5]
    before: list[int | Fraction] = [4, 5, 3, 6, 7, 2, 3]
    chart = Chart(
        Unit.DAY,
        (
            chart_line(Metric.TRIGGERS, LAST_WEEK, this, step=day),
            chart_line(Metric.TRIGGERS, WEEK_BEFORE, before, step=day, compared=True),
        ),
    )
    said = messages(*TEXTS, total_rows=9, once=6, baseline_depth=3, baseline_whole=True)
    first, *others = said.rows
    rows = (
        replace(first, share=Fraction(11, 23), movement=0, was=1),
        *(replace(row, movement="new") for row in others),
    )
    query = Query(
        Subcommand.REPORT, LAST_WEEK, compare=Compare.PREVIOUS, top=5, zone=LONDON, account=1
    )
    given: dict[str, Any] = {
        "query": query,
        "period": LAST_WEEK,
        "baseline": WEEK_BEFORE,
        "zone": LONDON,
        "read_at": DUE,
        "account": "Acme Support",
        "headline": Metric.TRIGGERS,
        "figures": FIGURES,
        "chart": chart,
        "lists": (
            flows(FLOW_ROWS, gone=(Gone("Menu", 2),)),
            replace(said, rows=rows),
        ),
    } | parts
    return Report(**given)
