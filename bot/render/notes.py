"""The context line: zone, time of reading, and what must be said beside the figures."""

from __future__ import annotations

from bot.core.metrics import METRICS, Metric
from bot.core.periods import zone_name
from bot.core.query import Subcommand
from bot.core.reports import Chart, ListKind, Note, NoteKind, Report, TopList
from bot.core.sentences import say
from bot.render.charts import roll_up_words
from bot.render.dates import baseline_text, moment_text
from bot.render.numbers import number, ordinal, plural
from bot.render.plan import Shown
from bot.render.untrusted import clean, cut

SEPARATOR = " · "
_NAME = 60
# What is said of an answer without figures: how the words were read, and names like the one asked.
_WITHOUT_DATA = frozenset({NoteKind.READING, NoteKind.FLOW_NOT_FOUND, NoteKind.FLOW_BEFORE})


def context_line(report: Report, shown: Shown) -> str:
    """Europe/Berlin · read 26 Nov 2026, 09:12 · notes."""
    return SEPARATOR.join([*_list_parts(report, shown), *_read_parts(report), *said(report, shown)])


def said(report: Report, shown: Shown, *, charted: bool = True) -> list[str]:
    """Everything that must be said beside the figures, one sentence each; `charted`: of a chart."""
    parts = of_the_figures(report, charted=charted)
    if report.no_data:
        return parts
    if _shows_active(report):
        parts.append(say("note.active"))
    if report.query.subcommand is Subcommand.FLOWS:
        parts.append(_triggers_part(report, shown.locale))
    return parts


def of_the_figures(report: Report, *, charted: bool = True) -> list[str]:
    """What is wrong or odd with just these figures: what holds of all such answers is left out."""
    notes = [one for one in report.notes if not report.no_data or one.kind in _WITHOUT_DATA]
    parts = [text for note in notes if (text := note_text(note, report))]
    if report.chart is not None and charted and not report.no_data:
        parts += _chart_parts(report.chart, report)
    return parts


def _read_parts(report: Report) -> list[str]:
    read = say("context.read", at=moment_text(report.read_at, report.zone))
    unknown = any(note.kind is NoteKind.ZONE_UNKNOWN for note in report.notes)
    zone = zone_name(report.zone)
    return [say("note.zone_unknown", zone=zone) if unknown else zone, read]


def note_text(note: Note, report: Report) -> str:
    """The note's sentence; empty where another line of the answer says it already."""
    values = note.values
    match note.kind:
        case NoteKind.SO_FAR | NoteKind.LONGER | NoteKind.NO_DATA | NoteKind.ZONE_UNKNOWN:
            return ""
        case NoteKind.READING:
            return str(values[0]) if values else ""
        case NoteKind.COARSER_UNIT:
            asked, used = (say(f"unit.{value}") for value in values)
            return say("note.coarser_unit", asked=asked, used=used)
        case NoteKind.MONTHS_CUT_AT:
            return say("note.months_cut_at", offset=values[0])
        case NoteKind.BASELINE_NO_DATA:
            if report.baseline is None:
                return say("note.no_comparison")
            dates = baseline_text(report.baseline, report.period)
            return say("note.baseline_no_data", dates=dates)
        case NoteKind.FLOW_NOT_FOUND:
            names = [say("words.quoted", text=cut(clean(str(value)), _NAME)) for value in values]
            return say("note.nearest", names=", ".join(names)) if names else ""
        case NoteKind.FLOW_BEFORE:
            return _flow_before(ordinal(int(values[0])), report)
        case NoteKind.NOT_BY_UNIT | NoteKind.NO_CHART:
            return say(f"note.{note.kind}", unit=say(f"unit.{values[0]}"))
        case NoteKind.SUMS_DISAGREE | NoteKind.BASELINE_SUMS_DISAGREE:
            metric = METRICS[Metric(str(values[0]))].noun
            return say(f"note.{note.kind}", metric=metric, unit=say(f"unit.{values[1]}"))
        case (
            NoteKind.TOTAL_FELL
            | NoteKind.NO_BASELINE
            | NoteKind.NO_TOTALS
            | NoteKind.BASELINE_NO_TOTALS
            | NoteKind.BASELINE_FAILED
        ):
            return say(f"note.{note.kind}")


def _flow_before(place: str, report: Report) -> str:
    if report.baseline is None or not report.compares_with_later:
        return say("note.flow_before", place=place)
    dates = baseline_text(report.baseline, report.period)
    return say("note.flow_before.there", place=place, dates=dates)


def _chart_parts(chart: Chart, report: Report) -> list[str]:
    unit = say(f"unit.{chart.unit}")
    parts = []
    if words := roll_up_words(chart):
        parts.append(say("note.chart", words=words))
    parts += _left_out("left_out", chart.left_out, unit)
    if report.baseline is not None:
        # Whose data is missing is said, lest the period be blamed for the other one's gaps.
        dates = baseline_text(report.baseline, report.period)
        parts += _left_out("left_out_beside", chart.left_out_beside, unit, dates)
        parts += _left_out("left_out_before", chart.left_out_before, unit, dates)
    if chart.running_left_out:
        parts.append(say("note.running_left_out", unit=unit))
    if chart.part_left_out:
        parts.append(say("note.part_left_out", unit=unit))
    if chart.too_unlike:
        parts.append(say("note.too_unlike", unit=unit))
    if chart.too_few_before and report.baseline is not None:
        dates = baseline_text(report.baseline, report.period)
        parts.append(say("note.too_few_before", dates=dates))
    return parts


def _left_out(kind: str, count: int, unit: str, dates: str = "") -> list[str]:
    key = f"note.{kind}.{'one' if count == 1 else 'many'}"
    return [say(key, count=count, unit=unit, dates=dates)] if count else []


def _shows_active(report: Report) -> bool:
    shown = {figure.metric for figure in report.figures} | {one.metric for one in report.series}
    return Metric.ACTIVE_USERS in shown


def _triggers_part(report: Report, locale: str) -> str:
    triggers = next((f.value for f in report.figures if f.metric is Metric.TRIGGERS), None)
    if triggers is None:
        return say("note.triggers")
    return say("note.triggers_counted", count=number(triggers, locale))


def _list_parts(report: Report, shown: Shown) -> list[str]:
    if report.query.subcommand is Subcommand.FLOW:
        return []  # Its one row is no list.
    return [list_extent(one, shown.locale) for one in report.lists if one.rows]


def list_extent(top: TopList, locale: str) -> str:
    """All 5 flows that ran, 2 hidden aside; the first 10 of 23; 10 flows, there may be more."""
    extent = _extent(top, locale)
    if not top.hidden:
        return extent
    return say("list.hidden_aside", extent=extent, count=number(top.hidden, locale))


def _extent(top: TopList, locale: str) -> str:
    rows = len(top.rows)
    kind = "flows" if top.kind is ListKind.FLOWS else "messages"
    if not top.whole and rows >= top.total_rows:
        return say(f"list.{kind}.perhaps", total=number(top.total_rows, locale))
    if not top.whole:
        return say(f"list.{kind}.given", rows=rows, total=number(top.total_rows, locale))
    if rows >= top.total_rows:
        return plural(f"list.{kind}.all", top.total_rows, locale)
    return say(f"list.{kind}.first", rows=rows, total=number(top.total_rows, locale))
