"""One question from Query to Report: fetches what it needs, at once where it can, and builds it.

Words nothing and knows no surface. Every UpstreamError passes through.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.core.building import build
from bot.core.needs import Needs, needs_of
from bot.core.privacy import mask
from bot.core.query import Query
from bot.core.reports import ListKind, Report
from bot.core.results import Insights, Results, Source, TopFlow, TopMessage
from bot.core.toplists import DEPTH, Discretion
from bot.errors import KeyRefusedError, UpstreamError

_AT_ONCE = 4  # Flow XO's own limit is unknown: few parallel calls a question.

# Personal data in message texts is masked unless the account's owner turns that off.
MASKED = Discretion(mask=mask)

T = TypeVar("T")


def answer(
    query: Query,
    source: Source,
    now: datetime,
    *,
    account: str | None = None,
    notes: tuple[str, ...] = (),
    week_start: int = 0,
    discretion: Discretion = MASKED,
) -> Report:
    """The answer to `query`, which has a period, read at `now` (aware).

    `account` is set where there are several. `notes` are sentences about how the question was
    read. `week_start` 0 is Monday, 6 Sunday. ValueError for a query without a period.
    """
    needs = needs_of(query, now, week_start)
    return report_of(needs, source, now, account=account, notes=notes, discretion=discretion)


def report_of(
    needs: Needs,
    source: Source,
    now: datetime,
    *,
    account: str | None = None,
    notes: tuple[str, ...] = (),
    discretion: Discretion = MASKED,
) -> Report:
    """The answer to a question whose needs are known, of which it fetches no more."""
    results = _fetch(needs, source)
    return build(needs, results, now, account=account, said=notes, discretion=discretion)


def _fetch(needs: Needs, source: Source) -> Results:
    """Every call that the question needs, at most four under way at a time."""
    period, before = needs.period, needs.baseline
    pool = ThreadPoolExecutor(max_workers=_AT_ONCE, thread_name_prefix="fetch")

    def start(call: Callable[[], T]) -> Future[T]:
        return pool.submit(copy_context().run, call)

    try:
        insights = start(lambda: source.insights(period, needs.fetched_unit))
        flows = messages = flows_before = messages_before = insights_before = None
        if before is not None and needs.compares_figures:
            insights_before = start(lambda: source.insights(before, needs.baseline_unit))
        if ListKind.FLOWS in needs.lists:
            flows = start(lambda: source.top_flows(period, DEPTH))
        if ListKind.MESSAGES in needs.lists:
            messages = start(lambda: source.top_messages(period, DEPTH))
        if before is not None and flows is not None:
            flows_before = start(lambda: source.top_flows(before, DEPTH))
        if before is not None and messages is not None:
            messages_before = start(lambda: source.top_messages(before, DEPTH))
        earlier = [
            flows_before if one == before else start(partial(source.top_flows, one, DEPTH))
            for one in needs.earlier
        ]
        found = Results(insights=insights.result(), flows=_came(flows), messages=_came(messages))
        return _compared(
            found, insights_before, flows_before, messages_before, tuple(map(_spared, earlier))
        )
    finally:
        # What one failed call makes useless is not waited for; it ends at the question's deadline.
        pool.shutdown(wait=False, cancel_futures=True)


def _compared(
    found: Results,
    insights: Future[Insights] | None,
    flows: Future[tuple[TopFlow, ...]] | None,
    messages: Future[tuple[TopMessage, ...]] | None,
    earlier: tuple[tuple[TopFlow, ...] | None, ...],
) -> Results:
    """`found` with what it is compared with; where that did not come, without a comparison."""
    try:
        return replace(
            found,
            insights_before=_came(insights),
            flows_before=_came(flows),
            messages_before=_came(messages),
            flows_earlier=earlier,
        )
    except KeyRefusedError:
        raise
    except UpstreamError:
        return replace(found, flows_earlier=earlier, baseline_failed=True)


def _came(future: Future[T] | None) -> T | None:
    return future.result() if future is not None else None


def _spared(future: Future[T] | None) -> T | None:
    """What an answer can do without, where Flow XO did not give it."""
    try:
        return _came(future)
    except UpstreamError:
        return None
