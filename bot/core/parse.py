"""Text to Query: raises nothing but ParseError on any text, and drops no word in silence.

Interface only for now; the language room fills it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from bot.core.query import Query


@dataclass(frozen=True, slots=True)
class Context:
    """What a text is read against.

    `now` is aware. `zone` is the default zone (the account's, else the asker's, else UTC).
    `week_start` 0 is Monday. `locale` is Slack's ("en-US": month first), None when unknown.
    `last` is the query that a thread showed: the text then refines it, unless it is whole.
    `command` is the slash command's real name, for hints.
    """

    now: datetime
    zone: tzinfo
    week_start: int = 0
    locale: str | None = None
    last: Query | None = None
    command: str = "/flowxo"


@dataclass(frozen=True, slots=True)
class Reading:
    """A query, and what must be said about how the text was read.

    `notes` are sentences ("I read "moth" as month."). `alternatives` are canonical texts of
    other readings (05/06/2026), each becomes a "Run …" button.
    """

    query: Query
    notes: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    refined: bool = field(default=False)
