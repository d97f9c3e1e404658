"""Makes a Report of what Flow XO answered to a question's Needs; fetches and words nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core import listing
from bot.core.baselines import days_longer
from bot.core.changes import headline
from bot.core.grid import spans
from bot.core.metrics import SUMS, Metric
from bot.core.needs import Needs
from bot.core.periods import Period, Shape, Unit, local_midnight
from bot.core.query import Compare, Subcommand
from bot.core.reports import (
    Chart,
    Figure,
    Note,
    NoteKind,
    Report,
    Series,
)
from bot.core.results import Bucket, Insights, Results, Stats
from bot.core.rollups import build_chart
from bot.core.series import build_series, fell, unit_for
from bot.core.toplists import OPEN, Discretion


def build(
    needs: Needs,
    results: Results,
    read_at: datetime,
    *,
    account: str | None = None,
    said: Sequence[str] = (),
    discretion: Discretion = OPEN,
) -> Report:
    """The answer as data. `said` are sentences about how the question was read."""
    if results.baseline_failed:
        needs = replace(needs, baseline=None)
    figures = _figures(needs, results)
    leading = headline(figures)
    series, compared = _series(needs, results), _compared_series(needs, results)
    chart = _chart(needs, results, leading, series, compared)
    lists = tuple(listing.lists(needs, results, discretion))
    notes = (*_reading(said), *_notes(needs, results, figures, discretion))
    return Report(
        query=needs.query,
        period=needs.period,
        baseline=needs.baseline,
        zone=needs.period.zone,
        read_at=read_at,
        so_far=_so_far(needs),
        account=account,
        headline=leading,
        figures=figures,
        series=series,
        compared_series=compared,
        chart=chart,
        lists=lists,
        history=tuple(listing.history(needs, results, discretion)),
        notes=(*notes, *_chartless(chart, series)),
        no_data=_no_data(results),
    )


def _so_far(needs: Needs) -> bool:
    whole = needs.query.period
    return whole is not None and whole.running(needs.moment)


def _no_data(results: Results) -> bool:
    """Whether Flow XO had nothing at all, which is not the same as zero."""
    insights = results.insights
    rows = results.flows or results.messages
    return _empty(insights) and not rows


def _empty(insights: Insights) -> bool:
    return insights.stats is None and not insights.buckets


def _figures(needs: Needs, results: Results) -> tuple[Figure, ...]:
    now = results.insights.stats
    before = results.insights_before.stats if results.insights_before is not None else None
    return tuple(
        Figure(metric, _figure(now, metric), _figure(before, metric)) for metric in needs.figures
    )


def _figure(stats: Stats | None, metric: Metric) -> int | None:
    return stats.values[metric] if stats is not None else None


def _series(needs: Needs, results: Results) -> tuple[Series, ...]:
    if needs.unit is None:
        return ()
    return build_series(
        needs.period,
        needs.unit,
        results.insights.buckets,
        needs.series,
        needs.moment,
        needs.week_start,
    )


def _compared_series(needs: Needs, results: Results) -> tuple[Series, ...]:
    before = results.insights_before
    if before is None or needs.baseline is None or needs.unit is None or _empty(before):
        return ()
    if needs.baseline_unit is None:
        return ()
    return build_series(
        needs.baseline, needs.unit, before.buckets, needs.series, needs.moment, needs.week_start
    )


def _chart(
    needs: Needs,
    results: Results,
    leading: Metric | None,
    series: tuple[Series, ...],
    compared: tuple[Series, ...],
) -> Chart | None:
    """The chart of the charted metrics, else of the headline's, else of messages received."""
    drawn = needs.charted or (leading or Metric.RECEIVED,)
    before = results.insights_before
    return build_chart(
        [one for one in _begun(needs, results, series) if one.metric in drawn],
        [one for one in compared if one.metric in drawn],
        needs.period.zone,
        unlike=needs.unlike and before is not None and before.stats is not None,
        week_start=needs.week_start,
    )


def _begun(needs: Needs, results: Results, series: tuple[Series, ...]) -> tuple[Series, ...]:
    """The series to draw: of all time from the first month that has users, by month where it can.

    Whoever types a unit that can be had gets it.
    """
    whole = needs.query.period
    users = (one for one in results.insights.buckets if one.values[Metric.TOTAL_USERS])
    first = next(users, None)
    all_time = whole is not None and whole.shape is Shape.ALL_TIME
    if not all_time or first is None or needs.unit is not Unit.YEAR:
        return series
    period = replace(needs.period, start=max(first.start, needs.period.start))
    typed = needs.query.unit is not None and needs.asked_unit is None
    unit = needs.unit if typed else unit_for(period, Unit.MONTH)
    if unit is Unit.YEAR:
        january = first.start.astimezone(period.zone).date().replace(month=1, day=1)
        period = replace(period, start=local_midnight(january, period.zone))
    buckets = [one for one in results.insights.buckets if one.start >= period.start]
    return build_series(period, unit, buckets, needs.series, needs.moment, needs.week_start)


def _reading(said: Sequence[str]) -> Iterator[Note]:
    for sentence in said:
        yield Note(NoteKind.READING, (sentence,))


def query_notes(needs: Needs) -> Iterator[Note]:
    """What must be said of the question itself, whatever comes."""
    if _so_far(needs):
        yield Note(NoteKind.SO_FAR)
    if needs.baseline is not None:
        if longer := days_longer(needs.period, needs.baseline):
            yield Note(NoteKind.LONGER, (longer,))
    elif _compares_in_vain(needs):
        yield Note(NoteKind.NO_BASELINE)
    if needs.query.unit is not None and needs.unit is None:
        yield Note(NoteKind.NOT_BY_UNIT, (needs.query.unit.value,))
    if needs.asked_unit is not None and needs.unit is not None:
        yield Note(NoteKind.COARSER_UNIT, (needs.asked_unit.value, needs.unit.value))


def _notes(
    needs: Needs, results: Results, figures: Sequence[Figure], discretion: Discretion
) -> Iterator[Note]:
    if results.baseline_failed:
        yield Note(NoteKind.BASELINE_FAILED)
    yield from query_notes(needs)
    if results.insights.months_cut_at is not None:
        yield Note(NoteKind.MONTHS_CUT_AT, (results.insights.months_cut_at,))
    if _no_data(results):
        yield Note(NoteKind.NO_DATA)
    elif results.insights_before is not None and results.insights_before.stats is None:
        empty = _empty(results.insights_before)
        yield Note(NoteKind.BASELINE_NO_DATA if empty else NoteKind.BASELINE_NO_TOTALS)
    if results.insights.stats is None and results.insights.buckets:
        yield Note(NoteKind.NO_TOTALS)
    yield from _sums_disagree(needs, results)
    if _total_fell(needs, results, figures):
        yield Note(NoteKind.TOTAL_FELL)
    if needs.query.subcommand is Subcommand.FLOW:
        yield from listing.flow_not_found(needs, results, discretion)


def _sums_disagree(needs: Needs, results: Results) -> Iterator[Note]:
    """Where Flow XO's units do not add up to its own figures; said once."""
    sides = [(NoteKind.SUMS_DISAGREE, needs.period, needs.fetched_unit, results.insights)]
    if needs.baseline is not None and results.insights_before is not None:
        kind, unit = NoteKind.BASELINE_SUMS_DISAGREE, needs.baseline_unit
        sides.append((kind, needs.baseline, unit, results.insights_before))
    for kind, period, unit, insights in sides:
        if metric := unlike_sum(needs.figures, period, unit, insights):
            yield Note(kind, (metric.value, str(unit)))
            return


def unlike_sum(
    metrics: Iterable[Metric], period: Period, unit: Unit | None, insights: Insights
) -> Metric | None:
    """The first sum that Flow XO's units, which it was asked by, cannot add up to.

    A unit that reaches over an end of the period may count more than lies in it, and with units
    missing all may count less.
    """
    if insights.stats is None or unit is None or insights.months_cut_at is not None:
        return None
    inner = [one for one in insights.buckets if _holds(period, one)]
    complete = len(insights.buckets) == len(spans(period, unit))
    for metric in (one for one in metrics if one in SUMS):
        figure = insights.stats.values[metric]
        least = sum(bucket.values[metric] for bucket in inner)
        most = sum(bucket.values[metric] for bucket in insights.buckets)
        if least > figure or (complete and most < figure):
            return metric
    return None


def _holds(period: Period, bucket: Bucket) -> bool:
    return period.start <= bucket.start and bucket.end <= period.end


def _compares_in_vain(needs: Needs) -> bool:
    """Whether a comparison was typed for all time, which has nothing before it."""
    whole = needs.query.period
    all_time = whole is not None and whole.shape is Shape.ALL_TIME
    return all_time and needs.query.compare in (Compare.PREVIOUS, Compare.LAST_YEAR)


def _total_fell(needs: Needs, results: Results, figures: Sequence[Figure]) -> bool:
    """Whether users got fewer with time, within the period or since an earlier baseline."""
    if fell(results.insights.buckets):
        return True
    if needs.baseline is None or needs.baseline.end > needs.period.end:
        return False
    total = next((figure for figure in figures if figure.metric is Metric.TOTAL_USERS), None)
    if total is None or total.value is None or total.baseline is None:
        return False
    return total.value < total.baseline


def _chartless(chart: Chart | None, series: Sequence[Series]) -> Iterator[Note]:
    """Why there is no chart, where units without data are the reason."""
    whole = [point for one in series[:1] for point in one.points if point.covered is None]
    if chart is None and len(whole) > 1 and any(point.value is None for point in whole):
        yield Note(NoteKind.NO_CHART, (series[0].unit.value,))
