"""Strategies for reports and readers: hostile names, quintillions, long lists, any locale."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bot.core.metrics import Metric
from bot.core.periods import Period, Shape, Unit, of_days
from bot.core.query import Compare, Query
from bot.core.reports import (
    Chart,
    ChartLine,
    ChartPoint,
    Figure,
    Gone,
    ListKind,
    Note,
    NoteKind,
    Point,
    Report,
    Row,
    Series,
    TopList,
)
from bot.core.subcommands import SUBCOMMANDS
from bot.render.plan import Shown
from tests.render.test_untrusted import FAMILY, HOSTILE

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati", "UTC")
LOCALES = ("en-GB", "en-US", "de-DE", "fr-FR", "pt-BR", "hi-IN", "ar-EG", "zh-CN", "xx", "", "🙂")

counts = st.one_of(st.integers(0, 200), st.integers(0, 10**20), st.just(0))
names = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=60),
    st.builds(
        lambda text, times: text * times,
        st.sampled_from((FAMILY, "&<>", "界", "a ")),
        st.integers(1, 400),
    ),
)
zones = st.sampled_from(ZONES).map(ZoneInfo)
# Strategies that are made once: making them anew for each value takes longer than rendering it.
shares = st.none() | st.fractions(0, 1)
values = st.none() | counts
averages = st.builds(Fraction, st.integers(0, 10**20), st.integers(1, 10**6))
places = st.none() | st.integers(1, 200)
depths = st.none() | st.integers(0, 200)
movements = st.none() | st.just("new") | st.integers(-200, 200)
suffixes = st.none() | st.text(max_size=4)
some_names = st.lists(names, min_size=1, max_size=5)
few_names = st.lists(names, max_size=5)
units = st.sampled_from((Unit.HOUR, Unit.DAY, Unit.WEEK))
asked_units = st.none() | st.sampled_from((Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH))
drawn_units = st.sampled_from((Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR))
grouped_units = st.none() | st.sampled_from((Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER))
some_metrics = st.lists(st.sampled_from([*Metric]), max_size=6, unique=True)
drawn_metrics = st.lists(st.sampled_from([*Metric]), max_size=14)
note_kinds = st.lists(st.sampled_from([*NoteKind]), max_size=6, unique=True)
list_kinds = st.lists(st.sampled_from([*ListKind]), max_size=2, unique=True)
headlines = st.none() | st.sampled_from([*Metric])


@st.composite
def periods(draw: st.DrawFn, zone: ZoneInfo) -> Period:
    """Days, whole units or an odd stretch of minutes, at any time of the year."""
    first = draw(st.dates(date(2010, 1, 1), date(2026, 11, 1)))
    if draw(st.booleans()):
        shape = draw(st.sampled_from([*Shape]))
        length = draw(st.integers(1, 800))
        return of_days(
            first, first + timedelta(days=length - 1), zone, shape, draw(st.integers(1, 9))
        )
    start = datetime.combine(first, datetime.min.time(), UTC)
    start += timedelta(minutes=draw(st.integers(0, 5000)))
    return Period(start, start + timedelta(minutes=draw(st.integers(1, 100_000))), zone)


@st.composite
def charts(draw: st.DrawFn, period: Period) -> Chart:
    """One to fourteen lines of up to 20 points, rolled up or not."""
    length = draw(st.integers(0, 20))
    step = draw(st.sampled_from((timedelta(hours=1), timedelta(days=1), timedelta(days=31))))
    lines = []
    for metric in draw(drawn_metrics):
        points = tuple(
            ChartPoint(period.start + step * n, period.start + step * (n + 1), draw(averages))
            for n in range(length)
        )
        lines.append(ChartLine(metric, points, draw(st.booleans())))
    return Chart(
        draw(drawn_units),
        tuple(lines),
        draw(st.integers(1, 12)),
        draw(grouped_units),
        *(draw(st.integers(0, 3)), draw(st.booleans()), draw(st.booleans()), draw(st.booleans())),
        left_out_beside=draw(st.integers(0, 3)),
        left_out_before=draw(st.integers(0, 3)),
    )


@st.composite
def series(draw: st.DrawFn, period: Period, metric: Metric, unit: Unit) -> Series:
    """Up to 400 units, some of them gaps."""
    step = {Unit.HOUR: 1, Unit.DAY: 24, Unit.WEEK: 168}[unit]
    length = draw(st.sampled_from((0, 1, 2, 20, 199, 200, 201, 400)))
    seed = draw(st.integers(0, 10**20))
    points = tuple(
        Point(
            period.start + timedelta(hours=step * n),
            period.start + timedelta(hours=step * (n + 1)),
            None if (seed + n) % 7 == 0 else seed // (n + 1),
            running=n == length - 1,
        )
        for n in range(length)
    )
    return Series(metric, unit, points)


@st.composite
def lists(draw: st.DrawFn, kind: ListKind) -> TopList:
    """Nought to 200 rows whose names repeat a few drawn ones."""
    some = draw(some_names)
    length = draw(st.sampled_from((0, 1, 5, 10, 50, 200)))
    count, share = draw(counts), draw(shares)
    movement = draw(movements)
    was = draw(places)
    suffix = draw(suffixes)
    rows = tuple(
        Row(n + 1, some[n % len(some)], count // (n + 1), share, movement, was, suffix)  # type: ignore[arg-type]  # the strategy draws the literal "new"
        for n in range(length)
    )
    left = draw(few_names)
    gone = tuple(Gone(name, place, suffix) for place, name in enumerate(left, 1))
    return TopList(
        kind, rows, length + draw(st.integers(0, 50)), count, draw(st.booleans()), gone,
        draw(depths), draw(st.booleans()), draw(st.integers(0, 3)),
    )  # fmt: skip


@st.composite
def notes(draw: st.DrawFn) -> tuple[Note, ...]:
    """Any notes, filled as the model says."""
    values = {
        NoteKind.LONGER: (draw(st.integers(-3, 3)),),
        NoteKind.COARSER_UNIT: ("hour", "day"),
        NoteKind.NOT_BY_UNIT: ("day",),
        NoteKind.NO_CHART: ("week",),
        NoteKind.SUMS_DISAGREE: ("triggers", "day"),
        NoteKind.BASELINE_SUMS_DISAGREE: ("triggers", "day"),
        NoteKind.FLOW_BEFORE: (draw(st.integers(1, 200)),),
        NoteKind.MONTHS_CUT_AT: ("UTC+01:00",),
        NoteKind.READING: (draw(names),),
        NoteKind.FLOW_NOT_FOUND: tuple(draw(st.lists(names, max_size=4))),
    }
    kinds = draw(note_kinds)
    return tuple(Note(kind, values.get(kind, ())) for kind in kinds)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report that could be built, and many that could not."""
    zone = draw(zones)
    period = draw(periods(zone))
    baseline = draw(st.none() | periods(zone))
    metrics = draw(some_metrics)
    unit = draw(units)
    query = Query(
        draw(st.sampled_from([row.subcommand for row in SUBCOMMANDS.values() if row.dated])),
        period,
        draw(asked_units),
        draw(st.sampled_from([kind for kind in Compare if kind is not Compare.PERIOD])),
        flow=draw(st.none() | st.just("Text Me")),
    )
    kinds = draw(list_kinds)
    return Report(
        query=query,
        period=period,
        baseline=baseline,
        zone=zone,
        read_at=datetime(2026, 11, 26, 8, 12, tzinfo=UTC),
        so_far=draw(st.booleans()),
        account=draw(st.none() | names),
        headline=draw(headlines),
        figures=tuple(Figure(metric, draw(values), draw(values)) for metric in metrics),
        series=tuple(draw(series(period, metric, unit)) for metric in metrics[:3]),
        compared_series=tuple(
            draw(series(baseline, metric, unit)) for metric in metrics[:1] if baseline
        ),
        chart=draw(st.none() | charts(period)),
        lists=tuple(draw(lists(kind)) for kind in kinds),
        notes=draw(notes()),
        no_data=draw(st.sampled_from((False, False, False, True))),
    )


readers = st.builds(
    Shown,
    locale=st.sampled_from(LOCALES),
    public=st.booleans(),
    threaded=st.booleans(),
    direct=st.booleans(),
    words=st.none() | st.text(max_size=200),
    asker=st.none() | st.just("U0123"),
    alternatives=st.sampled_from(((), ("stats 2026-05-06",))),
)
