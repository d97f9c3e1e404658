"""One question for several accounts: what each is asked, by its own clock, and the Portfolio of
what came. Fetches and words nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from bot.core import changes
from bot.core.baselines import fetched, moment_of
from bot.core.building import build, query_notes
from bot.core.courses import course
from bot.core.metrics import SUMS, Metric
from bot.core.needs import Needs, needs_of
from bot.core.periods import Period, Shape, Unit, local_midnight, zone_name
from bot.core.portfolio import AccountRow, Portfolio, Total
from bot.core.query import Query, Subcommand, to_text
from bot.core.reports import Figure, Note, NoteKind, Report
from bot.core.results import Results
from bot.core.sentences import say
from bot.core.series import unit_for
from bot.core.toplists import OPEN, Discretion
from bot.errors import BotError

# More would ask Flow XO for over a hundred answers at once, and be more than anybody reads.
MOST_ACCOUNTS = 50
# Of each account's top list, unless more were asked for: it is looked over, not studied.
FIRST_ROWS = 3
_TO_NOW = frozenset({Shape.SINCE, Shape.ALL_TIME})


def check(query: Query) -> None:
    """BotError for what can't be shown of several accounts at once."""
    if query.subcommand is Subcommand.CHART and len(set(query.metrics)) > 1:
        single = to_text(replace(query, metrics=query.metrics[:1]))
        raise BotError(say("all.one_metric"), say("all.one_metric_hint"), (single,))


def by_dates(query: Query) -> bool:
    """Whether each account reads the question's dates by its own clock.

    Times of day, and hours back from now, are the same moments for all, by the question's clock;
    and so is everything where the question names a zone.
    """
    asked = [one for one in (query.period, query.against) if one is not None]
    return query.zone is None and all(_has_dates_alone(one) for one in asked)


def _has_dates_alone(period: Period) -> bool:
    begins = period.start == local_midnight(period.first_day, period.zone)
    return period.shape is not Shape.ELAPSED and (
        period.whole_days or (begins and period.shape in _TO_NOW)
    )


def read_in(period: Period, zone: tzinfo) -> Period | None:
    """The same dates by the clock of `zone`; None where what goes on to now has not begun there."""
    start = local_midnight(period.first_day, zone)
    end = period.end
    if period.shape not in _TO_NOW:
        end = local_midnight(period.last_day + timedelta(days=1), zone)
    return replace(period, start=start, end=end, zone=zone) if start < end else None


def reading_zone(query: Query, zone: tzinfo) -> tzinfo:
    """Where an account of `zone` has its dates read: there, unless the question is of one clock."""
    if by_dates(query) or query.period is None:
        return zone
    return query.zone or query.period.zone


def needs_in(query: Query, zone: tzinfo, now: datetime, week_start: int = 0) -> Needs | None:
    """What an account in `zone` is asked; None where the dates have not begun there.

    The least that tells its row: figures over the whole, units only for a chart. A zone that the
    question names is everyone's. ValueError for a query without a period.
    """
    period, against = query.period, query.against
    if period is not None and by_dates(query):
        period = read_in(period, zone)
        against = read_in(against, zone) if against is not None else None
        if period is None:
            return None
    asked = replace(query, period=period, against=against, unit=_unit(query, now))
    if period is not None and period.start >= moment_of(asked, now):
        return None
    return _least(needs_of(asked, now, week_start))


def _unit(query: Query, now: datetime) -> Unit | None:
    """Of a chart the one unit for all, whatever the clocks make of its length."""
    if query.subcommand is not Subcommand.CHART or query.period is None:
        return query.unit
    return query.unit or unit_for(fetched(query, query.period, now))


def _least(needs: Needs) -> Needs:
    if needs.query.subcommand is Subcommand.CHART:
        return needs
    top = needs.query.top or FIRST_ROWS
    return replace(needs, series=(), charted=(), unit=None, asked_unit=None, top=top, earlier=())


def row_of(
    name: str,
    needs: Needs,
    results: Results,
    now: datetime,
    discretion: Discretion = OPEN,
) -> AccountRow:
    """The row of an account that has answered; a chart is drawn of all together only."""
    report = build(needs, results, now, discretion=discretion)
    notes = tuple(note for note in report.notes if note.kind is not NoteKind.NO_CHART)
    return AccountRow(name, needs.period.zone, replace(report, chart=None, notes=notes))


def combine(
    query: Query,
    rows: Sequence[AccountRow],
    now: datetime,
    *,
    asked_for: int | None = None,
    week_start: int = 0,
    said: Sequence[str] = (),
) -> Portfolio:
    """The answer as data. `rows` are in order already; `said` are sentences about the reading."""
    needs = _home(query, rows, now, week_start)
    answered = [row.data for row in rows if row.data is not None]
    if answered and all(report.baseline is None for report in answered):
        needs = replace(needs, baseline=None)
    totals = tuple(_total(metric, rows) for metric in needs.figures)
    figures = tuple(_whole(total) for total in totals)
    # Only a chart has units.
    drawn = course(rows, needs, needs.unit) if needs.unit is not None else None
    whole = Report(
        query=query,
        period=needs.period,
        baseline=needs.baseline,
        zone=needs.period.zone,
        read_at=now,
        so_far=needs.query.period is not None and needs.query.period.running(needs.moment),
        headline=changes.headline(figures),
        figures=figures,
        chart=drawn.chart if drawn is not None else None,
        notes=(*(Note(NoteKind.READING, (one,)) for one in said), *query_notes(needs)),
    )
    return Portfolio(
        whole=whole,
        rows=tuple(rows),
        totals=totals,
        asked_for=len(rows) if asked_for is None else asked_for,
        charted=drawn.places if drawn is not None else (),
    )


def _home(query: Query, rows: Sequence[AccountRow], now: datetime, week_start: int) -> Needs:
    """The question as read in the zone that all rows share, else in its own."""
    zones = {zone_name(row.zone) for row in rows}
    shared = needs_in(query, rows[0].zone, now, week_start) if len(zones) == 1 else None
    return shared or _least(needs_of(query, now, week_start))


def _total(metric: Metric, rows: Sequence[AccountRow]) -> Total:
    """Sums are added; one person may be a user of several accounts, so users never are."""
    if metric not in SUMS:
        return Total(metric)
    pairs = [row.figure(metric) for row in rows]
    values = [value for value, _ in pairs if value is not None]
    both = [(value, before) for value, before in pairs if None not in (value, before)]
    return Total(
        metric,
        value=sum(values) if values else None,
        counted=len(values),
        compared=sum(value or 0 for value, _ in both) if both else None,
        baseline=sum(before or 0 for _, before in both) if both else None,
        both=len(both),
    )


def _whole(total: Total) -> Figure:
    """The total as a figure: with the baseline only where it is of the same accounts."""
    same = total.both == total.counted
    return Figure(total.metric, total.value, total.baseline if same else None)
