"""Charts of several accounts: bars side by side, or a course with a line each; and their words.

Never more than Slack holds, never a null.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bot.core.metrics import METRICS, Metric
from bot.core.portfolio import Portfolio
from bot.core.query import Subcommand
from bot.core.sentences import say
from bot.render.blocks import Block
from bot.render.charts import (
    chart_title,
    chart_words,
    drawing,
    inside,
    is_drawn,
    kind_of,
    period_names,
    plotted_labels,
    plotted_words,
)
from bot.render.labels import unique
from bot.render.limits import LIMITS
from bot.render.portfolio.names import account_names


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as a block and in words; `points` are its values, a line of text each point.

    Of bars there are none: they stand in each account's line.
    """

    block: Block
    words: str
    points: tuple[str, ...] = ()


def picture(portfolio: Portfolio, locale: str) -> Picture | None:
    """The chart of the answer; None where there is nothing to see side by side."""
    if portfolio.whole.query.subcommand is Subcommand.CHART:
        return _course(portfolio, locale)
    return _bars(portfolio)


def barred(portfolio: Portfolio) -> list[int]:
    """The rows that have a bar, the largest first: whoever wants a name finds it in the table."""
    metric = _barred_metric(portfolio)
    if portfolio.lists_alone:
        return []
    values = {place: row.figure(metric)[0] for place, row in enumerate(portfolio.rows)}
    known = {place: value for place, value in values.items() if value is not None}
    largest = sorted(known, key=lambda place: -known[place])
    return largest[: LIMITS["chart.points"]] if len(largest) > 1 else []


def _barred_metric(portfolio: Portfolio) -> Metric:
    """The headline's, else what the subcommand is about."""
    if portfolio.whole.query.subcommand is Subcommand.USERS:
        return Metric.NEW_USERS
    return portfolio.whole.headline or Metric.RECEIVED


def _bars(portfolio: Portfolio) -> Picture | None:
    places = barred(portfolio)
    if not places:
        return None
    metric, whole = _barred_metric(portfolio), portfolio.whole
    names = account_names(portfolio)
    labels = unique([names[place] for place in places], LIMITS["chart.label"])
    pairs = [portfolio.rows[place].figure(metric) for place in places]
    own = [Fraction(value or 0) for value, _ in pairs]
    title = say("all.chart.title", label=METRICS[metric].label)
    words = say("chart.bar", title=inside(title))
    series = [(say(f"chart.metric.{metric}"), own)]
    if whole.baseline is not None and all(before is not None for _, before in pairs):
        this, earlier = period_names(whole, whole.baseline)
        series = [(this, own), (earlier, [Fraction(before or 0) for _, before in pairs])]
        words += ", " + say("words.and", first=inside(this), last=inside(earlier))
    series = list(
        zip(
            unique([name for name, _ in series], LIMITS["chart.series.name"]),
            [values for _, values in series],
            strict=True,
        )
    )
    return Picture(drawing("bar", title, labels, series), words)


def _course(portfolio: Portfolio, locale: str) -> Picture | None:
    whole, chart = portfolio.whole, portfolio.whole.chart
    if chart is None or not is_drawn(chart):
        return None
    every = account_names(portfolio)
    names = unique([every[place] for place in portfolio.charted], LIMITS["chart.series.name"])
    labels = plotted_labels(whole)
    lines = [
        (name, [p.value for p in line.points])
        for name, line in zip(names, chart.lines, strict=True)
    ]
    words = say("all.chart.lines", chart=chart_words(whole))
    points = plotted_words(chart, names, labels, locale)
    return Picture(drawing(kind_of(chart), chart_title(chart), labels, lines), words, tuple(points))
