"""The model: a question's meaning and a log of events to everything that its answer must hold.

By the product's rules (design §2–§4), independent of the code that it judges: it must import
nothing of the bot.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from tests.figures.model_charts import Chart, chart
from tests.figures.model_figures import Expected, Facts
from tests.figures.model_lists import Listing, listing
from tests.figures.model_log import ACTIVE, NEW, RECEIVED, SENT, SUMS, TOTAL, TRIGGERS
from tests.figures.model_pairs import Pairs, pairs
from tests.figures.model_periods import Days, Meaning, Range, asked_for, baseline, moment_of, whole

_ALL = (NEW, TRIGGERS, RECEIVED, SENT, TOTAL, ACTIVE)
# What each question tells: its figures, those told unit by unit, its lists.
_TOLD: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "stats": (_ALL, SUMS, ()),
    "users": ((NEW, TOTAL, ACTIVE), (NEW,), ()),
    "messages": ((RECEIVED, SENT), (), (RECEIVED,)),
    "flows": ((TRIGGERS,), (), (TRIGGERS,)),
    "flow": ((TRIGGERS,), (), (TRIGGERS,)),
    "report": (_ALL, SUMS, (TRIGGERS, RECEIVED)),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question as typed, and what it means.

    `compare` is none, previous, last_year or typed (then `against` is set). `metrics` are those
    of a chart, `flow` the name asked for. `top` is how many rows are shown. `week_start` 0 is
    Monday, 6 Sunday. `zone` is where the dates are local: the account's, unless `says_zone`.
    """

    text: str
    now: datetime
    zone: str
    subcommand: str
    meaning: Meaning
    unit: str | None = None
    compare: str = "none"
    against: Days | None = None
    metrics: tuple[str, ...] = ()
    flow: str | None = None
    top: int = 10
    week_start: int = 0
    says_zone: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, the baseline's, and the change as an exact fraction of that."""

    value: int | None
    before: int | None
    change: Fraction | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What must be told. `compared` is None where the baseline has no series of its own.

    `rows` says that the units of the series are told one by one, `beside` which unit of what is
    compared stands beside each of them. `later` says that what is compared is no earlier time.
    """

    period: Range
    baseline: Range | None
    so_far: bool
    figures: dict[str, Figure]
    headline: str | None
    unit: str | None
    series: dict[str, list[Expected]]
    compared: dict[str, list[Expected]] | None = None
    lists: dict[str, Listing] = field(default_factory=dict)
    chart: Chart | None = None
    rows: bool = False
    beside: Pairs = field(default_factory=list)
    later: bool = False


def answer(question: Question, facts: Facts) -> Answer:
    """The one right answer to the question."""
    zone, now = facts.zone, question.now
    moment = moment_of(question.meaning, now, zone)
    full = whole(question.meaning, now, zone)
    period = asked_for(question.meaning, question.compare, question.against, now, zone)
    before = baseline(question.meaning, question.compare, question.against, now, zone)
    told, by_unit, kinds = _told(question)
    # Of a list of flows only the places before are told, no figures.
    compared = before if kinds != (TRIGGERS,) else None
    figures = {metric: _figure(facts, metric, period, compared) for metric in told}
    headline = _headline(figures)
    unit = facts.unit_of(period, question.unit) if by_unit else None
    series = facts.series(by_unit, period, unit, moment) if unit else {}
    other = _compared(facts, by_unit, period, compared, unit, moment)
    return Answer(
        period,
        before,
        so_far=full.start < moment < full.end,
        figures=figures,
        headline=headline,
        unit=unit,
        series=series,
        compared=other,
        chart=_chart(facts, question, headline, unit, series, other),
        rows=bool(series) and (question.subcommand == "chart" or question.unit is not None),
        beside=_beside(series, other, unit, facts),
        later=before is not None and not (before.start < period.start and before.end <= period.end),
        lists={
            kind: listing(
                kind,
                facts.within(period),
                facts.within(before) if before else None,
                facts.readings,
                question.top,
                question.flow,
            )
            for kind in kinds
        },
    )


def _chart(
    facts: Facts,
    question: Question,
    headline: str | None,
    unit: str | None,
    series: dict[str, list[Expected]],
    compared: dict[str, list[Expected]] | None,
) -> Chart | None:
    """Of several figures the headline's is drawn, else messages received."""
    if unit is None:
        return None
    drawn = set(series)
    if question.subcommand in ("stats", "report"):
        drawn = {headline or RECEIVED}
    own = {metric: points for metric, points in series.items() if metric in drawn}
    other = {metric: points for metric, points in (compared or {}).items() if metric in drawn}
    return chart(own, other, unit, facts.zone, facts.week_start)


def _beside(
    series: dict[str, list[Expected]],
    compared: dict[str, list[Expected]] | None,
    unit: str | None,
    facts: Facts,
) -> Pairs:
    if unit is None:
        return []
    own, other = (next(iter(side.values()), []) for side in (series, compared or {}))
    return pairs([one.stretch for one in own], [one.stretch for one in other], unit, facts.zone)


def _told(question: Question) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    if question.subcommand == "chart":
        return question.metrics, question.metrics, ()
    figures, by_unit, lists = _TOLD[question.subcommand]
    if question.subcommand == "messages" and question.unit:
        by_unit = figures
    return figures, by_unit, lists


def _figure(facts: Facts, metric: str, period: Range, before: Range | None) -> Figure:
    value = facts.figure(metric, period)
    earlier = facts.figure(metric, before) if before else None
    known = value is not None and earlier
    change = Fraction((value or 0) - (earlier or 0), earlier or 1) if known else None
    return Figure(value, earlier, change)


def _headline(figures: dict[str, Figure]) -> str | None:
    """The largest percent of an earlier figure of 30 and more, a difference of 10 and more."""
    worth = []
    for metric, found in figures.items():
        if metric in SUMS and found.change is not None and (found.before or 0) >= 30:
            size = abs((found.value or 0) - (found.before or 0))
            if size >= 10:
                worth.append((abs(found.change), size, metric))
    if not worth:
        return None
    # Where both are equal, the one that is told first.
    best = max(worth, key=lambda one: one[:2])
    return best[2]


def _compared(
    facts: Facts,
    metrics: tuple[str, ...],
    period: Range,
    before: Range | None,
    unit: str | None,
    moment: datetime,
) -> dict[str, list[Expected]] | None:
    """The baseline by the same unit, unless the two differ in length by more than a quarter."""
    if before is None or unit is None or not facts.fits(before, unit):
        return None
    shorter, longer = sorted((period.end - period.start, before.end - before.start))
    if (longer - shorter) * 4 > longer:
        return None
    return facts.series(metrics, before, unit, moment)
