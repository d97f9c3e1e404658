"""The story of an answer in lines, in the order of design §5; every surface prints the same one.

Builds words only: no block, no escaping, no cutting to a surface's limits.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.metrics import METRICS, Metric
from bot.core.periods import Period
from bot.core.query import Compare, Subcommand
from bot.core.reports import Figure, NoteKind, Report
from bot.core.sentences import say
from bot.render.charts import chart_words
from bot.render.comparing import beside, other_words
from bot.render.dates import baseline_text, range_text
from bot.render.headline import headline
from bot.render.lists import ListWords, list_words
from bot.render.notes import context_line
from bot.render.numbers import change, number, plural, signed
from bot.render.plan import Shown
from bot.render.units import UnitRow, told_by_unit, unit_rows

_ACTIVE_DAYS = 30


@dataclass(frozen=True, slots=True)
class FigureWords:
    """New users: 1 (was 9): `label`, `value`, and `rest` with its blank and brackets."""

    label: str
    value: str
    rest: str

    @property
    def line(self) -> str:
        """The whole line."""
        return f"{self.label}: {self.value}{self.rest}"


@dataclass(frozen=True, slots=True)
class Story:
    """An answer in words. `points` are its units, of a chart and where a unit was typed."""

    headline: str
    dates: str
    figures: tuple[FigureWords, ...]
    chart: str
    points: tuple[str, ...]
    lists: tuple[ListWords, ...]
    context: str
    reply: str


def tell(report: Report, shown: Shown) -> Story:
    """The story of a report that has data."""
    return Story(
        headline=headline(report, shown.locale),
        dates=dates_line(report),
        figures=tuple(figure_words(report, shown.locale)),
        chart=chart_words(report),
        points=tuple(_points(report, shown.locale)),
        lists=tuple(list_words(report, shown)),
        context=context_line(report, shown),
        reply=_reply(report, shown),
    )


def dates_line(report: Report) -> str:
    """1–30 Nov 2021, compared with 1–31 Oct (one day longer)."""
    dates = range_text(report.period)
    if report.so_far:
        dates = say("dates.so_far", dates=dates)
    if report.baseline is None:
        return dates
    before = baseline_text(report.baseline, report.period)
    return say("dates.compared", dates=dates, baseline=before) + _longer(report)


def _longer(report: Report) -> str:
    days = next((int(n.values[0]) for n in report.notes if n.kind is NoteKind.LONGER), 0)
    if not days:
        return ""
    key = "dates.longer" if days > 0 else "dates.shorter"
    words = say(f"{key}.one" if abs(days) == 1 else f"{key}.many", count=abs(days))
    return f" ({words})"


def figure_words(report: Report, locale: str) -> list[FigureWords]:
    """The figures of the answer; a list of flows has none, its triggers stand in the context."""
    if report.query.subcommand in (Subcommand.FLOWS, Subcommand.FLOW):
        return []
    return [_figure(figure, report, locale) for figure in report.figures]


def _figure(figure: Figure, report: Report, locale: str) -> FigureWords:
    label = METRICS[figure.metric].label
    value = number(figure.value, locale)
    if report.baseline is None:
        return FigureWords(label, value, "")
    words = changed(figure, locale, other_words(report))
    both = figure.value is not None and figure.baseline
    if (
        figure.metric is Metric.ACTIVE_USERS
        and both
        and (same := _same_days(report.period, report.baseline))
    ):
        words += plural("change.same_days", same, locale, all=_ACTIVE_DAYS)
    return FigureWords(label, value, f" ({words})")


def changed(figure: Figure, locale: str, there: str = "") -> str:
    """What stands behind a figure that is compared: was 31, +16 %; of all users +3.

    `there` names the time compared with where it is no earlier one.
    """
    if figure.metric is Metric.TOTAL_USERS and None not in (figure.value, figure.baseline):
        by = signed((figure.value or 0) - (figure.baseline or 0), locale)
        if not there:
            return by
        other = number(figure.baseline, locale)
        return say("change.there_by", other=other, when=there, by=by)
    return change(figure.value, figure.baseline, locale, there)


def _same_days(period: Period, baseline: Period) -> int:
    """How many of the 30 days before both ends are the same days."""
    return max(0, _ACTIVE_DAYS - abs((period.last_day - baseline.last_day).days))


def _points(report: Report, locale: str) -> list[str]:
    if not told_by_unit(report):
        return []
    return [_point(row, report, locale) for row in unit_rows(report)]


def _point(row: UnitRow, report: Report, locale: str) -> str:
    """Mon 16 Nov: messages sent 1 (before: 9), triggers 5."""
    earlier = beside("point.earlier", later=report.compares_with_later)
    others = {
        one.metric: say(earlier, value=number(value, locale))
        for one, value in zip(report.compared_series, row.beside, strict=True)
    }
    values = [
        (f"{METRICS[one.metric].noun} " if len(report.series) > 1 else "")
        + number(value, locale)
        + others.get(one.metric, "")
        for one, value in zip(report.series, row.values, strict=True)
    ]
    running = say("point.running") if row.running else ""
    return f"{row.label}: {', '.join(values)}{running}"


def _reply(report: Report, shown: Shown) -> str:
    if not (shown.public and shown.threaded):
        return ""
    lists = report.query.subcommand in (Subcommand.FLOWS, Subcommand.FLOW)
    by_day = report.query.unit is not None and report.query.unit.value == "day"
    words = "vs last year" if lists or by_day else "by day"
    if words != "by day" and report.query.compare is Compare.LAST_YEAR:
        words = "vs previous"
    return say("reply", mention=shown.mention, words=words)
