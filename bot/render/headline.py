"""The first line: the one fact that a person repeats; says nothing that the figures do not."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.metrics import METRICS, Kind, Metric
from bot.core.periods import Period, Shape, Unit
from bot.core.query import Subcommand
from bot.core.reports import Figure, Gone, ListKind, Point, Report, Row, Series, TopList
from bot.core.sentences import say
from bot.render.blocks import top_line
from bot.render.comparing import beside, other_words
from bot.render.dates import MONTHS, clock, day_text, period_words
from bot.render.limits import LIMITS
from bot.render.numbers import change_percent, number, plural, share, signed
from bot.render.untrusted import clean, cut, size

# Names are cut harder until the whole line fits the notification.
_NAME_LIMITS = (60, 40, 24, 12)


def headline(report: Report, locale: str) -> str:
    """The first line, cut so that it fits a notification even when escaped."""

    def line(limit: int) -> str:
        fact = _fact(report, locale, limit)
        if report.account is None:
            return fact
        return say("head.account", account=cut(clean(report.account), limit), line=fact)

    return first_line(line)


def first_line(line: Callable[[int], str]) -> str:
    """The first of the lines that fits a notification, with its names cut harder and harder."""
    for limit in _NAME_LIMITS:
        if size(top_line(line(limit))) <= LIMITS["message.text.first_line"]:
            break
    return cut(line(limit), LIMITS["header.text"])


def when(report: Report) -> str:
    """The period inside a sentence."""
    asked = report.query.period or report.period
    words = period_words(asked, report.period, so_far=report.so_far)
    if not report.so_far and report.period.end < asked.end:
        # It is over, and told only as far as what it is compared with has come.
        return say("when.same_point", when=words)
    return words


def _fact(report: Report, locale: str, name_limit: int) -> str:
    figures = {figure.metric: figure for figure in report.figures}
    match report.query.subcommand:
        case Subcommand.FLOWS | Subcommand.FLOW:
            flows = next((one for one in report.lists if one.kind is ListKind.FLOWS), None)
            if flows is not None:
                single = report.query.subcommand is Subcommand.FLOW
                return (_one_flow if single else _leader)(report, flows, locale, name_limit)
        case Subcommand.CHART if report.series:
            return _series_fact(report, locale)
        case Subcommand.USERS if Metric.NEW_USERS in figures:
            return metric_fact(figures[Metric.NEW_USERS], report, locale)
    if report.headline is not None and report.headline in figures:
        return metric_fact(figures[report.headline], report, locale)
    return _plain_fact(figures, report, locale)


def counted(metric: Metric, value: int, locale: str) -> str:
    """5 messages sent, 1 new user, no triggers."""
    if value == 0:
        return say(f"noun.{metric}.none")
    return plural(f"noun.{metric}", value, locale)


def metric_fact(figure: Figure, report: Report, locale: str) -> str:
    """5 messages sent in November, down from 141 (−96 %)."""
    if figure.value is None:
        return say("head.missing", label=METRICS[figure.metric].label, when=when(report))
    fact = _sentence(
        say("head.metric", fact=counted(figure.metric, figure.value, locale), when=when(report))
    )
    return compared(fact, figure, report, locale)


def compared(fact: str, figure: Figure, report: Report, locale: str) -> str:
    """The fact about a figure that is there, beside the earlier one where there is one."""
    earlier = figure.baseline
    if earlier is None or figure.value is None:
        return fact
    there = other_words(report)
    if figure.value == earlier:
        return say(beside("head.same", later=bool(there)), fact=fact, when=there)
    if figure.metric is Metric.TOTAL_USERS:
        change = signed(figure.value - earlier, locale)
    else:
        change = change_percent(figure.value, earlier, locale)
    told, by = number(earlier, locale), f" ({change})" if change else ""
    if there:
        return say("head.there", fact=fact, other=told, when=there, by=by)
    key = "head.up" if figure.value > earlier else "head.down"
    return say(key, fact=fact, was=told, by=by)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plain_fact(figures: dict[Metric, Figure], report: Report, locale: str) -> str:
    received = figures.get(Metric.RECEIVED)
    sent = figures.get(Metric.SENT)
    if received and sent and received.value is not None and sent.value is not None:
        if received.value == sent.value == 0:
            return say("head.no_messages", when=when(report))
        count = number(sent.value, locale)
        fact = _sentence(counted(Metric.RECEIVED, received.value, locale))
        return say("head.messages", received=fact, sent=count, when=when(report))
    known = [f for f in report.figures if f.value is not None]
    if known:
        return metric_fact(known[0], report, locale)
    return _nothing(report)


def _nothing(report: Report) -> str:
    """No figure over the whole; there may be some by day."""
    parts = any(point.value is not None for series in report.series for point in series.points)
    return say("head.no_totals" if parts else "head.no_figures", when=when(report))


def _leader(report: Report, flows: TopList, locale: str, name_limit: int) -> str:
    first = [row for row in flows.rows if row.rank == 1]
    if not first:
        key = "head.hidden_alone" if flows.hidden else "head.no_flow"
        return say(key, when=when(report))
    starts = plural("head.starts", first[0].count, locale)
    leaders = max(len(first), flows.leaders)
    if leaders > 2 or leaders > len(first):
        return say("head.flows_tied", flows=leaders, starts=starts)
    if len(first) == 2:
        names = [row_name(row, name_limit // 2) for row in first]
        return say("head.two_led", first=names[0], second=names[1], starts=starts)
    name = row_name(first[0], name_limit)
    return say("head.led", name=name, starts=_of_starts(first[0], flows, locale))


def _of_starts(row: Row, flows: TopList, locale: str) -> str:
    if not flows.whole or row.share is None:
        return plural("head.starts", row.count, locale)
    part = share(row.share, locale)
    return say(
        "head.of_starts_seen" if flows.hidden else "head.of_starts",
        count=number(row.count, locale),
        total=plural("head.starts", flows.total, locale),
        share=f" ({part})" if part else "",
    )


def _one_flow(report: Report, flows: TopList, locale: str, name_limit: int) -> str:
    if not flows.rows:
        asked = cut(clean(report.query.flow or ""), name_limit)
        if not flows.whole:
            # A list that may be cut says nothing of what is not in it.
            rows = number(flows.total_rows, locale)
            return say("head.flow_unseen", name=asked, rows=rows, when=when(report))
        return say("head.flow_missing", name=asked, when=when(report))
    row = flows.rows[0]
    return say(
        "head.one_flow",
        name=row_name(row, name_limit),
        starts=_of_starts(row, flows, locale),
        when=when(report),
    )


def row_end(row: Row | Gone) -> str:
    """What tells a row from one with an equal name: the end of its id; else nothing."""
    return f" (…{clean(row.id_suffix)})" if row.id_suffix else ""


def row_name(row: Row | Gone, limit: int, kind: ListKind = ListKind.FLOWS) -> str:
    """The row's name, at most `limit` long, told apart from an equal one by its id's end."""
    name = clean(row.name) or say(f"list.{kind}.blank")
    end = row_end(row)
    return cut(name, max(1, limit - size(end))) + end


def _series_fact(report: Report, locale: str) -> str:
    if len(report.series) > 1:
        names = [METRICS[series.metric].noun for series in report.series]
        listed = say("words.and", first=", ".join(names[:-1]), last=names[-1])
        unit = say(f"unit.{report.series[0].unit}")
        return _sentence(say("head.several", names=listed, unit=unit, when=when(report)))
    series = report.series[0]
    figure = next((f for f in report.figures if f.metric is series.metric), None)
    if figure is None or figure.value is None:
        values = [point.value for point in series.points]
        if None in values or not values:
            return _nothing(report)
        summed = METRICS[series.metric].kind is Kind.SUM
        value = sum(one or 0 for one in values) if summed else values[-1]
        figure = Figure(series.metric, value, None)
    return metric_fact(figure, report, locale) + peak(series, report, locale)


def peak(series: Series, report: Report, locale: str) -> str:
    """Where a sum was largest: ", most on 3 Nov (80)"; empty where no unit stands out."""
    points = [point for point in series.points if point.value]
    if METRICS[series.metric].kind is not Kind.SUM or len(points) < 2:
        return ""
    top = max(points, key=lambda point: point.value or 0)
    if sum(point.value == top.value for point in points) > 1:
        return ""
    return say(
        "head.peak", at=_unit_words(top, series.unit, report), count=number(top.value, locale)
    )


def _unit_words(point: Point, unit: Unit, report: Report) -> str:
    if point.begun_late or (point.covered is not None and not point.running):
        part = Period(*point.counts, report.zone, Shape.STRETCH)
        return period_words(part, part, so_far=False)
    start = point.start.astimezone(report.zone)
    day = day_text(start.date(), year=False)
    match unit:
        case Unit.HOUR if report.period.days == 1:
            return say("peak.hour_alone", time=clock(start))
        case Unit.HOUR:
            return say("peak.hour", time=clock(start), day=day)
        case Unit.WEEK:
            return say("when.week", day=day)
        case Unit.MONTH:
            return say("when.in", unit=f"{MONTHS[start.month - 1]} {start.year}")
        case Unit.YEAR:
            return say("when.in", unit=start.year)
        case _:
            return say("when.day", day=day)
