"""What a question found, of one account or of several, as messages and as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from bot.core.portfolio import Portfolio
from bot.core.query import Query
from bot.core.reports import Report
from bot.render.csvfile import to_csv
from bot.render.message import answer_message, continuation
from bot.render.plan import MessagePlan, Shown
from bot.render.portfolio.csvfile import portfolio_to_csv
from bot.render.portfolio.message import portfolio_continuation, portfolio_message

Found: TypeAlias = Report | Portfolio


def message_of(found: Found, shown: Shown, start: int = 0) -> MessagePlan:
    """The answer, or its page that begins with the row `start`."""
    if isinstance(found, Report):
        return answer_message(found, shown, start)
    return portfolio_message(found, shown, start)


def rest_of(found: Found, shown: Shown) -> Iterator[MessagePlan]:
    """What the answer has no room for, for its thread."""
    if isinstance(found, Report):
        return iter(continuation(found, shown))
    return portfolio_continuation(found, shown)


def query_of(found: Found) -> Query:
    """What was asked."""
    return found.query if isinstance(found, Report) else found.whole.query


def file_of(found: Found, *, public: bool) -> tuple[str, bytes]:
    """The name and the content of its CSV file."""
    if isinstance(found, Report):
        return to_csv(found, public=public)
    return portfolio_to_csv(found, public=public)
