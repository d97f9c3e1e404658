"""Draft to Query: defaults set, a thread's last query refined; reads no words.

A question is whole when it says what and when; what it leaves out, a thread's last query gives.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from bot.core.metrics import METRICS, SUMS, Metric
from bot.core.periods import Period, Shape, Unit, localise
from bot.core.phrases.complaints import contradiction, takes_no_more
from bot.core.phrases.draft import Draft
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import place, units_back
from bot.core.query import SUBCOMMANDS, Compare, Query, Subcommand, pin, quoted
from bot.core.sentences import phrase, say
from bot.core.subcommands import Takes
from bot.errors import ParseError

LISTS = (Subcommand.FLOWS, Subcommand.MESSAGES, Subcommand.REPORT)
_UNDIVIDED = (Subcommand.FLOWS, Subcommand.FLOW)
_USER_METRICS = frozenset((Metric.NEW_USERS, Metric.TOTAL_USERS, Metric.ACTIVE_USERS))


def what(draft: Draft) -> tuple[Subcommand | None, tuple[Metric, ...]]:
    """The subcommand and metrics that the words ask for; None where they say neither."""
    if not (draft.subcommands or draft.metrics or draft.best) and draft.flow is None:
        return None, ()
    subcommands = list(dict.fromkeys(draft.subcommands))
    if draft.which_flow:
        subcommands = [Subcommand.FLOWS]
    metrics = tuple(dict.fromkeys(draft.metrics))
    if draft.flow is not None or Subcommand.FLOW in subcommands:
        return _flow(draft, subcommands, metrics), ()
    charted = Subcommand.CHART in subcommands or draft.best
    if draft.best and not (metrics or subcommands):
        metrics = (Metric.RECEIVED,)
    if charted or metrics:
        return _figures(draft, subcommands, metrics, charted)
    if len(subcommands) > 1:
        first, second, *_ = subcommands
        if not draft.listed and Subcommand.STATS in subcommands and len(subcommands) == 2:
            return (second if first is Subcommand.STATS else first), ()
        raise _two_commands(draft, first.value, second.value)
    return (subcommands[0] if subcommands else None), ()


def _two_commands(draft: Draft, *asked: str) -> ParseError:
    """Two things of which one can be answered at a time, each with the dates that were said."""
    words = draft.periods[0][1] if draft.periods else phrase("last 7 days")
    undated = [row.subcommand for row in SUBCOMMANDS.values() if not row.dated]
    ways = (
        phrase(name)
        if name in undated
        else phrase("{lead} {words}", lead=phrase(name), words=words)
        for name in asked
    )
    return contradiction("two_subcommands", phrase(asked[0]), phrase(asked[1]), *ways)


def _flow(draft: Draft, subcommands: list[Subcommand], metrics: tuple[Metric, ...]) -> Subcommand:
    if draft.flow is None:
        raise ParseError(
            say("flow_needs_name"), say("flow_hint"), (phrase("top flows last 7 days"),)
        )
    # French has one word for a flow and for flows.
    several = Subcommand.FLOWS if draft.flow is not None else Subcommand.FLOW
    others = [s for s in subcommands if s not in (Subcommand.FLOW, Subcommand.STATS, several)]
    if others or (metrics and metrics != (Metric.TRIGGERS,)):
        second = phrase(others[0].value if others else METRICS[metrics[0]].name)
        alone = phrase("flow {name}", name=quoted(draft.flow))
        raise contradiction("two_subcommands", phrase("flow"), second, alone)
    return Subcommand.FLOW


def _figures(
    draft: Draft, subcommands: list[Subcommand], metrics: tuple[Metric, ...], charted: bool
) -> tuple[Subcommand, tuple[Metric, ...]]:
    """What a chart or a bare metric asks for."""
    others = [s for s in subcommands if s not in (Subcommand.CHART, Subcommand.STATS)]
    if draft.listed and Subcommand.STATS in subcommands:
        second = "chart" if charted else METRICS[metrics[0]].name
        raise _two_commands(draft, "stats", second)
    if Subcommand.FLOWS in others or (draft.tops and metrics == (Metric.SENT,)):
        raise ParseError(say("no_series"), "", (phrase("chart triggers last 30 days"),))
    if Subcommand.MESSAGES in others and metrics == (Metric.RECEIVED,) and not charted:
        return Subcommand.MESSAGES, ()
    if any(s not in (Subcommand.USERS, Subcommand.MESSAGES) for s in others):
        first = phrase("chart" if charted else METRICS[metrics[0]].name)
        second = phrase(others[0].value)
        alone = phrase("{lead} last 7 days", lead=second)
        raise contradiction("two_subcommands", first, second, alone)
    asked = list(metrics)
    if Subcommand.USERS in others and not _USER_METRICS & set(asked):
        asked.append(Metric.NEW_USERS)
    if Subcommand.MESSAGES in others and not {Metric.RECEIVED, Metric.SENT} & set(asked):
        asked += [Metric.RECEIVED, Metric.SENT]
    if not charted and not draft.units and set(asked) <= _USER_METRICS:
        return Subcommand.USERS, ()
    return Subcommand.CHART, tuple(asked) or SUMS


def whole_query(s: Scan, draft: Draft) -> Query:
    """The Query of a text that stands alone."""
    subcommand, metrics = what(draft)
    if subcommand is None:
        if draft.tops:
            raise ParseError(say("top_of_what"), "", _top_examples(draft))
        if asks_nothing(draft):
            raise ParseError(say("no_question"), "", (phrase("stats last 7 days"), phrase("help")))
        subcommand = Subcommand.STATS
    if not SUBCOMMANDS[subcommand].dated:
        return _undated(subcommand, draft)
    _check_fit(subcommand, draft)
    compare, against, _ = draft.compares[0] if draft.compares else (Compare.AUTO, None, "")
    query = Query(
        subcommand,
        draft.periods[0][0] if draft.periods else default_for(s, subcommand),
        draft.units[0] if draft.units else None,
        compare,
        against,
        draft.tops[0] if draft.tops else None,
        metrics,
        draft.flow,
        draft.zones[0][0] if draft.zones else None,
        draft.as_csv,
        draft.public,
        draft.as_of,
    )
    return _of_accounts(query, draft) if draft.accounts else query


def _of_accounts(query: Query, draft: Draft) -> Query:
    """`query` about the account that the text says, or about all."""
    number = draft.accounts[0][0]
    return replace(query, account=number, all_accounts=number is None)


def asks_nothing(draft: Draft) -> bool:
    """Whether a text holds no subcommand, figure, date, grouping or comparison.

    How an answer is to be shown ("here", "as csv") is no question: "are you here?" is talk.
    """
    marks = (draft.subcommands, draft.metrics, draft.periods, draft.units, draft.compares)
    return not any(marks)


def says_nothing(draft: Draft) -> bool:
    """Whether a text holds only manners; in a thread, "here" and "public" are no more than that."""
    shown = (draft.tops, draft.zones, draft.as_csv, draft.as_of, draft.accounts)
    return asks_nothing(draft) and not any(shown)


def _undated(subcommand: Subcommand, draft: Draft) -> Query:
    """What has no dates and takes no modifiers; some of it takes an account."""
    takes = SUBCOMMANDS[subcommand].takes
    if takes is Takes.DIGEST:
        return Query(subcommand)
    of_account = takes is Takes.ACCOUNT and draft.accounts and draft.accounts[0][0] is not None
    rest = replace(draft, subcommands=[], accounts=[] if of_account else draft.accounts)
    if draft.public or not says_nothing(rest):
        raise takes_no_more(subcommand)
    return Query(subcommand, account=draft.accounts[0][0] if of_account else None)


def _top_examples(draft: Draft) -> tuple[str, ...]:
    words = draft.periods[0][1] if draft.periods else phrase("last 7 days")
    return tuple(
        phrase(f"top {{top}} {name} {{words}}", top=draft.tops[0], words=words)
        for name in ("flows", "messages")
    )


def default_for(s: Scan, subcommand: Subcommand) -> Period:
    """The period of a question without dates: last 7 days; of a report, the last whole week."""
    if subcommand is Subcommand.REPORT:
        return place(units_back(s, Unit.WEEK, 1), s)
    return place(units_back(s, Unit.DAY, 7, 7), s)


def _check_fit(subcommand: Subcommand, draft: Draft) -> None:
    """ParseError for a modifier that the subcommand does not take."""
    if draft.tops and subcommand not in LISTS:
        raise ParseError(say("top_of_what"), "", _top_examples(draft))
    if draft.units and subcommand in _UNDIVIDED:
        by = phrase(f"by {draft.units[0]}")
        example = phrase("chart triggers last 30 days {words}", words=by)
        raise ParseError(say("no_series"), "", (example,))


def _with_modifiers(query: Query, draft: Draft) -> Query:
    """`query` with the modifiers that the text says; ParseError where one does not fit."""
    _check_fit(query.subcommand, draft)
    if draft.tops:
        query = replace(query, top=draft.tops[0])
    if draft.units:
        query = replace(query, unit=draft.units[0])
    if draft.compares:
        compare, against, _ = draft.compares[0]
        query = replace(query, compare=compare, against=against)
    if draft.zones:
        query = replace(query, zone=draft.zones[0][0])
    if draft.accounts:
        query = _of_accounts(query, draft)
    return replace(
        query, as_csv=draft.as_csv, public=draft.public, as_of=draft.as_of or query.as_of
    )


def refine(s: Scan, draft: Draft, last: Query, zone: tzinfo) -> Query:
    """The thread's last query, changed by what the text says; its own dates stay."""
    subcommand, metrics = what(draft)
    if says_nothing(draft):
        raise ParseError(say("no_question"), "", (phrase("stats last 7 days"), phrase("help")))
    if subcommand is not None and not SUBCOMMANDS[subcommand].dated:
        return _undated(subcommand, draft)
    query = replace(last, as_csv=False, public=False)
    if subcommand is not None and (subcommand is not last.subcommand or metrics):
        query = replace(query, subcommand=subcommand, metrics=metrics, flow=draft.flow)
        if subcommand not in LISTS:
            query = replace(query, top=None)
        if subcommand in _UNDIVIDED:
            query = replace(query, unit=None)
    if draft.flow is not None:
        query = replace(query, flow=draft.flow)
    if draft.periods:
        period = pin(Query(Subcommand.STATS, draft.periods[0][0]), s.now).period
        query = replace(query, period=period, as_of=None)
        if query.compare is Compare.PERIOD:
            query = replace(query, compare=Compare.AUTO, against=None)
    elif query.period is not None and zone != query.period.zone:
        against = rezoned(query.against, zone) if query.against else None
        query = replace(query, period=rezoned(query.period, zone), against=against)
    if draft.tops and query.subcommand is Subcommand.FLOW:
        query = replace(query, subcommand=Subcommand.FLOWS, flow=None)
    return _with_modifiers(query, draft)


def kept(query: Query, last: Query) -> Query:
    """A whole question in a thread: in its zone and about its account, unless others are named."""
    if query.zone is None:
        query = replace(query, zone=last.zone)
    if query.account is None and not query.all_accounts:
        query = replace(query, account=last.account, all_accounts=last.all_accounts)
    return query


def rezoned(period: Period, zone: tzinfo) -> Period:
    """The same dates on another zone's clock; what ends at a moment still ends there."""
    if period.shape is Shape.ELAPSED:
        return replace(period, zone=zone)
    start = _same_wall(period.local_start, zone)
    ends_at_moment = period.shape in (Shape.SINCE, Shape.ALL_TIME)
    end = period.end if ends_at_moment else _same_wall(period.local_end, zone)
    if end <= start:
        end = start + timedelta(seconds=1)
    return replace(period, start=start, end=end, zone=zone)


def _same_wall(local: datetime, zone: tzinfo) -> datetime:
    return localise(local.replace(tzinfo=None), zone)


def is_whole(draft: Draft) -> bool:
    """Whether a text says both what and when, so that it starts afresh in a thread."""
    return bool((draft.subcommands or draft.metrics) and draft.periods)
