"""What must be said beside the figures of several accounts: once for all, or of some of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.metrics import METRICS, Kind
from bot.core.periods import zone_name
from bot.core.portfolio import AccountRow, Portfolio
from bot.core.query import Subcommand
from bot.core.reports import NoteKind
from bot.core.sentences import say
from bot.render.dates import baseline_text, moment_text
from bot.render.notes import SEPARATOR, note_text, said
from bot.render.numbers import number
from bot.render.plan import Shown
from bot.render.portfolio.charts import barred
from bot.render.portfolio.names import listed

_ZONES = 3  # that are named
# What is true of the question is said once, of all.
_OF_THE_QUESTION = frozenset({NoteKind.NO_BASELINE, NoteKind.NOT_BY_UNIT, NoteKind.COARSER_UNIT})


def row_notes(portfolio: Portfolio, names: Sequence[str], locale: str) -> list[str]:
    """Acme and Borg: no comparison: Flow XO has nothing for 9–15 Nov."""
    whose: dict[str, list[str]] = {}
    for name, row in zip(names, portfolio.rows, strict=True):
        for text in own_notes(row):
            whose.setdefault(text, []).append(name)
    return [
        say("all.noted", names=listed(found, locale), note=text) for text, found in whose.items()
    ]


def own_notes(row: AccountRow) -> list[str]:
    """What must be said of one account alone, a sentence each."""
    report = row.data
    if report is None:
        return []
    own = (note for note in report.notes if note.kind not in _OF_THE_QUESTION)
    return [text for note in own if (text := note_text(note, report))]


def why_missing(row: AccountRow) -> str:
    """Why an account has no figures; empty where it has."""
    if row.missing is not None:
        return say(f"all.missing.{row.missing}")
    return say("all.no_data") if row.data is None else ""


def context_line(portfolio: Portfolio, shown: Shown, *, drawn: bool) -> str:
    """Europe/Berlin · read 26 Nov 2026, 09:12 · notes."""
    parts = [*_read_parts(portfolio), *all_notes(portfolio, shown, drawn=drawn)]
    return SEPARATOR.join(parts)


def all_notes(portfolio: Portfolio, shown: Shown, *, drawn: bool) -> list[str]:
    """Everything that is said once for all, one sentence each; `drawn`: also of a chart."""
    return [
        *_extent(portfolio, shown.locale),
        *_of_the_question(portfolio, shown),
        *(_of_the_chart(portfolio, shown.locale) if drawn else ()),
    ]


def _read_parts(portfolio: Portfolio) -> Iterator[str]:
    whole, zones = portfolio.whole, portfolio.zones
    at, own = moment_text(whole.read_at, whole.zone), zone_name(whole.zone)
    if len(zones) == 1:
        yield own
        yield say("context.read", at=at)
        return
    named = [say("all.zone", zone=zone, count=count) for zone, count in zones.items()]
    listed_zones = ", ".join(named[:_ZONES])
    if len(named) > _ZONES:
        listed_zones = say("all.zones_more", zones=listed_zones)
    yield say("all.zones", zones=listed_zones)
    yield say("all.read", at=at, zone=own)
    if whole.so_far:
        yield say("all.running")


def _extent(portfolio: Portfolio, locale: str) -> Iterator[str]:
    if portfolio.left_out:
        yield say("all.left_out", count=number(len(portfolio.rows), locale))


def _of_the_question(portfolio: Portfolio, shown: Shown) -> Iterator[str]:
    """As of a single account; what cannot be cut by a unit is another thing here."""
    whole = portfolio.whole
    other = NoteKind.NOT_BY_UNIT if not portfolio.lists_alone else None
    cut_short = [note for note in whole.notes if note.kind is other]
    kept = tuple(note for note in whole.notes if note not in cut_short)
    yield from said(replace(whole, notes=kept, no_data=not portfolio.counted), shown)
    for note in cut_short:
        yield say("all.whole_dates", unit=say(f"unit.{note.values[0]}"))
    if rows := _first_rows(portfolio):
        yield say("all.first_rows", count=rows)
    users = any(METRICS[total.metric].kind is Kind.SNAPSHOT for total in portfolio.totals)
    if users and portfolio.counted:
        yield say("all.users")


def _first_rows(portfolio: Portfolio) -> int:
    """How many rows an account has of a list at most, where that is not all of some list."""
    data = [row.data for row in portfolio.rows if row.data is not None]
    lists = [one for report in data for one in report.lists]
    single = portfolio.whole.query.subcommand is Subcommand.FLOW
    if single or all(len(one.rows) >= one.total_rows for one in lists):
        return 0
    return max(len(one.rows) for one in lists)


def _of_the_chart(portfolio: Portfolio, locale: str) -> Iterator[str]:
    whole = portfolio.whole
    if whole.query.subcommand is not Subcommand.CHART:
        bars, known = len(barred(portfolio)), max(one.counted for one in portfolio.totals)
        if bars < known:
            yield say("all.largest", count=number(bars, locale))
        return
    undrawn = sum(row.data is not None for row in portfolio.rows) - len(portfolio.charted)
    if undrawn:
        yield say("all.undrawn", count=number(undrawn, locale))
    if whole.baseline is not None:
        dates = baseline_text(whole.baseline, whole.period)
        yield say("all.no_line_beside", dates=dates)
