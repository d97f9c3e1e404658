"""Context, what a text is read against, and Reading, what it was read as; reads nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.core.accounts import AccountName
from bot.core.query import Query


@dataclass(frozen=True, slots=True)
class Context:
    """What a text is read against.

    `now` is aware. `zone` is the default zone (the account's, else the asker's, else UTC).
    `week_start` 0 is Monday. `locale` is Slack's ("en-US": month first), None when unknown.
    `last` is the query that a thread showed: the text then refines it, unless it is whole.
    `month_first` is how 05/06/2026 is read, None: as the locale has it.
    `command` is the slash command's real name, for hints. `accounts` are those that the asker may
    name here; none of them where a single one is connected.
    """

    now: datetime
    zone: tzinfo
    week_start: int = 0
    locale: str | None = None
    last: Query | None = None
    command: str = "/flowxo"
    accounts: tuple[AccountName, ...] = ()
    month_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A query, and what must be said about how the text was read.

    `notes` are sentences ("I read "moth" as month."). `alternatives` are canonical texts of
    other readings (05/06/2026), each becomes a "Run …" button. `refined` says that a thread's
    last query was changed, `whole` that the text alone says both what and when. `language` is
    the one that the text was read in.
    """

    query: Query
    notes: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    refined: bool = False
    whole: bool = True
    language: str = "en"


def months_first(locale: str | None) -> bool:
    """Whether 05/06 is the sixth of May: only American English writes the month first."""
    return locale is not None and locale.replace("_", "-").lower() == "en-us"
