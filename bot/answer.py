"""One question from Query to Report: fetches what it needs, at once where it can, and builds it.

Words nothing and knows no surface. Every UpstreamError passes through.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from datetime import datetime
from typing import TypeVar

from bot.core.building import Results, build
from bot.core.needs import Needs, needs_of
from bot.core.query import Query
from bot.core.reports import ListKind, Report
from bot.core.results import Source
from bot.core.toplists import DEPTH

_AT_ONCE = 4  # Flow XO's own limit is unknown: few parallel calls a question.

T = TypeVar("T")


def answer(
    query: Query,
    source: Source,
    now: datetime,
    *,
    account: str | None = None,
    notes: tuple[str, ...] = (),
    week_start: int = 0,
) -> Report:
    """The answer to `query`, which has a period, read at `now` (aware).

    `account` is set where there are several. `notes` are sentences about how the question was
    read. `week_start` 0 is Monday, 6 Sunday. ValueError for a query without a period.
    """
    needs = needs_of(query, now, week_start)
    return build(needs, _fetch(needs, source), now, account=account, said=notes)


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
        return Results(
            insights=insights.result(),
            insights_before=_came(insights_before),
            flows=_came(flows),
            flows_before=_came(flows_before),
            messages=_came(messages),
            messages_before=_came(messages_before),
        )
    finally:
        # What one failed call makes useless is not waited for; it ends at the question's deadline.
        pool.shutdown(wait=False, cancel_futures=True)


def _came(future: Future[T] | None) -> T | None:
    return future.result() if future is not None else None
