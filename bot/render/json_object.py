"""The one object that `ask --json` prints: exact numbers, no rounding, the keys of design §8.

Keys may be added; those that are here stay.
"""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any

from bot.core.changes import fraction
from bot.core.periods import Period, zone_name
from bot.core.query import to_text
from bot.core.reports import Figure, NoteKind, Point, Report, Row, Series, TopList
from bot.core.sentences import say
from bot.errors import BotError
from bot.render.dates import range_text
from bot.render.headline import headline
from bot.render.notes import said
from bot.render.numbers import DEFAULT_LOCALE
from bot.render.plan import Shown
from bot.render.story import dates_line
from bot.render.untrusted import clean


def to_object(report: Report) -> dict[str, Any]:
    """The report as plain JSON values; instants are local with their offset."""
    return {
        "query": to_text(report.query),
        "zone": zone_name(report.zone),
        "period": period_object(report.period),
        "baseline": period_object(report.baseline) if report.baseline is not None else None,
        "figures": [figure_object(figure) for figure in report.figures],
        "series": [series_object(one, report.zone) for one in report.series],
        "lists": [list_object(one) for one in report.lists],
        "history": _history(report, report.history_of) if report.history_of is not None else [],
        "notes": _notes(report),
        "read_at": iso(report.read_at, report.zone),
        "so_far": report.so_far,
        "account": report.account,
    }


def error_object(error: BotError) -> dict[str, Any]:
    """The error, for standard output beside exit code 1 or 2."""
    return {"error": {"message": error.message, "hint": error.hint}}


def iso(at: datetime, zone: tzinfo) -> str:
    """ISO 8601 on the zone's clock, with the offset, to the second."""
    return at.astimezone(zone).isoformat(timespec="seconds")


def period_object(period: Period) -> dict[str, str]:
    """Its two ends on its own clock."""
    return {"start": iso(period.start, period.zone), "end": iso(period.end, period.zone)}


def change_of(value: int | None, earlier: int | None) -> float | None:
    """The change as a fraction of the earlier figure; None where that is 0 or a side is missing."""
    part = fraction(value, earlier)
    return None if part is None else float(part)


def figure_object(figure: Figure) -> dict[str, Any]:
    """A figure with its exact change."""
    return {
        "metric": figure.metric.value,
        "value": figure.value,
        "baseline": figure.baseline,
        "change": change_of(figure.value, figure.baseline),
    }


def series_object(series: Series, zone: tzinfo) -> dict[str, Any]:
    """A series with the local start of each unit, and what part of it is counted."""
    return {
        "metric": series.metric.value,
        "unit": series.unit.value,
        "points": [
            {"start": iso(point.start, zone), "value": point.value, "covered": _part(point, zone)}
            for point in series.points
        ],
    }


def _part(point: Point, zone: tzinfo) -> dict[str, str] | None:
    """What the value counts, where that is only a part of the unit."""
    if point.covered is None:
        return None
    start, end = point.covered
    return {"start": iso(start, zone), "end": iso(end, zone)}


def list_object(top: TopList) -> dict[str, Any]:
    """A top list; `total` and every share are of the `total_rows` that are not hidden.

    Where it is not `whole`, Flow XO may have cut it, and there may be more rows than those.
    """
    return {
        "kind": top.kind.value,
        "rows": [_row(row) for row in top.rows],
        "total_rows": top.total_rows,
        "total": top.total,
        "whole": top.whole,
        "hidden": top.hidden,
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "rank": row.rank,
        "name": row.name,
        "count": row.count,
        "share": float(row.share) if row.share is not None else None,
        "movement": row.movement,
        "id_suffix": row.id_suffix,
        "spellings": row.spellings,
        "broadcast": row.broadcast,
    }


def _history(report: Report, row: Row) -> list[dict[str, Any]]:
    whose = {"name": row.name, "id_suffix": row.id_suffix}
    return [
        {"period": period_object(one.period), "rank": one.place, "count": one.count} | whose
        for one in report.history
    ]


def _notes(report: Report) -> list[str]:
    """What the lines of an answer say beside its numbers, then what its context line does."""
    lines = []
    if report.no_data:
        first = say("none.figures", what=range_text(report.period))
        lines.append(f"{first} {say('none.not_zero')}")
    elif any(note.kind is NoteKind.FLOW_NOT_FOUND for note in report.notes):
        lines.append(headline(report, DEFAULT_LOCALE))
    if report.so_far or any(note.kind is NoteKind.LONGER for note in report.notes):
        lines.append(dates_line(report))
    return [text for line in [*lines, *said(report, Shown())] if (text := clean(line))]
