"""What a digest's message says in words that no other answer has: of its period, of itself.

Builds words only: no block, no escaping, no cutting to a surface's limits.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from bot.core.baselines import unit_words
from bot.core.metrics import Metric
from bot.core.periods import Period, Shape, zone_name
from bot.core.phrases.saying_digests import zone_words
from bot.core.query import Compare
from bot.core.reports import Figure, Report
from bot.core.sentences import say
from bot.render.charts import PeriodNames
from bot.render.dates import range_text, weekday_text
from bot.render.headline import compared, counted, first_line
from bot.render.notes import SEPARATOR
from bot.render.numbers import number
from bot.render.plan import Posting
from bot.render.untrusted import clean, cut

_OWNER = 60  # characters of a name
# What a chatbot has to do with; how many are new to it is another matter.
_BUSINESS = (Metric.TRIGGERS, Metric.RECEIVED, Metric.SENT)
# These are called by their names: October.
_NAMED = frozenset({Shape.MONTH, Shape.QUARTER, Shape.YEAR})


def digest_headline(report: Report, whose: str | None, locale: str) -> str:
    """Acme Support, 18–24 Oct 2021: a busier week, 41 triggers, up from 30 (+37 %)."""
    fact, dates = _fact(report, locale), range_text(report.period)

    def line(limit: int) -> str:
        if whose is None:
            return say("head.account", account=dates, line=fact)
        return say("digest.head", account=cut(clean(whose), limit), dates=dates, fact=fact)

    return first_line(line)


def _fact(report: Report, locale: str) -> str:
    figures = {figure.metric: figure for figure in report.figures}
    known = [figure for figure in report.figures if figure.value is not None]
    if report.headline in figures and figures[report.headline] in known:
        return _moved(figures[report.headline], figures, report, locale)
    messages = [figures.get(metric) for metric in (Metric.RECEIVED, Metric.SENT)]
    received, sent = (one.value if one is not None else None for one in messages)
    if received is not None and sent is not None:
        if received == sent == 0:
            return say("digest.no_messages")
        told = counted(Metric.RECEIVED, received, locale)
        return say("digest.messages", received=told, sent=number(sent, locale))
    return _beside(known[0], report, locale) if known else say("digest.no_totals")


def _beside(figure: Figure, report: Report, locale: str) -> str:
    return compared(counted(figure.metric, figure.value or 0, locale), figure, report, locale)


def _moved(leading: Figure, figures: dict[Metric, Figure], report: Report, locale: str) -> str:
    """The leading figure, and that it was a busier week where nothing speaks against it."""
    fact = _beside(leading, report, locale)
    moves = {_move(figures[metric]) for metric in _BUSINESS if metric in figures} - {0}
    if leading.metric not in _BUSINESS or len(moves) != 1 or report.compares_with_later:
        return fact
    unit, count = unit_words(report.query.period or report.period)
    key = f"digest.{'busier' if moves == {1} else 'quieter'}.{'one' if count == 1 else 'many'}"
    return say(key, unit=say(f"unit.{unit}"), count=count, fact=fact)


def _move(figure: Figure) -> int:
    """1 for more than before, -1 for less, 0 for as much or where that is not known."""
    if figure.value is None or figure.baseline is None:
        return 0
    return (figure.value > figure.baseline) - (figure.value < figure.baseline)


def period_names(report: Report) -> PeriodNames | None:
    """This week and the week before; None where the dates have better names, or none."""
    period = report.query.period or report.period
    if period.shape in _NAMED or report.compares_with_later:
        return None
    unit, count = unit_words(period)
    many = "one" if count == 1 else "many"
    filled = {"unit": say(f"unit.{unit}"), "count": count}
    this = say(f"digest.this.{many}", **filled)
    if report.query.compare is Compare.LAST_YEAR:
        return this, say("chart.before.last_year")
    return this, say(f"digest.before.{many}", **filled)


def context_words(posting: Posting, zone: tzinfo, read_at: datetime, notes: Iterable[str]) -> str:
    """Europe/London · read Mon 09:00 · notes · set up by Ada · next: Mon 1 Nov, 09:00."""
    due_on = posting.due_at.astimezone(zone).date()
    parts = [say("digest.trial")] if posting.trial else []
    parts.append(zone_words(zone) if isinstance(zone, ZoneInfo) else zone_name(zone))
    parts.append(say("context.read", at=weekday_text(read_at, zone, due_on)))
    if posting.late:
        read_on = read_at.astimezone(zone).date()
        parts.append(say("digest.late", at=weekday_text(posting.due_at, zone, read_on)))
    parts += notes
    if owner := clean(posting.owner):
        parts.append(say("digest.owner", owner=cut(owner, _OWNER)))
    if posting.next_run_at is not None:
        at = weekday_text(posting.next_run_at, zone, due_on)
        parts.append(say("digest.next", at=at))
    return SEPARATOR.join(parts)


def note_line(note: str) -> str:
    """What whoever set it up wants to have said; empty where that is nothing."""
    return say("digest.note", note=clean(note)) if clean(note) else ""


def reply_words(posting: Posting, report: Report, *, by_unit: bool = True) -> str:
    """Reply "@flowxo by day" in the thread to dig in; nothing where nobody may.

    `by_unit`: the answer can be had by a smaller one.
    """
    if posting.bare:
        return ""
    words = _smaller(report.query.period or report.period)
    if not by_unit:
        words = "vs previous" if report.query.compare is Compare.LAST_YEAR else "vs last year"
    return say("digest.reply", words=f"{posting.mention} {words}".strip())


def _smaller(period: Period) -> str:
    return "by hour" if period.days == 1 else "by day"
