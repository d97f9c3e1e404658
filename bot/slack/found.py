"""What a question found, as messages and as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from bot.core.query import Query
from bot.core.reports import Report
from bot.render.csvfile import to_csv
from bot.render.message import answer_message, continuation
from bot.render.plan import MessagePlan, Shown

Found: TypeAlias = Report


def message_of(found: Found, shown: Shown, start: int = 0) -> MessagePlan:
    """The answer, or its page that begins with the row `start`."""
    return answer_message(found, shown, start)


def rest_of(found: Found, shown: Shown) -> Iterator[MessagePlan]:
    """What the answer has no room for, for its thread."""
    return iter(continuation(found, shown))


def query_of(found: Found) -> Query:
    """What was asked."""
    return found.query


def file_of(found: Found, *, public: bool) -> tuple[str, bytes]:
    """The name and the content of its CSV file."""
    return to_csv(found, public=public)
