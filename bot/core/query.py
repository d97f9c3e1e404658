"""Query, what a question asks for; the SUBCOMMANDS table; and `to_text`, its canonical words.

The law, tested: with the same Context, `parse(to_text(query), context).query == query`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from bot.core.metrics import Metric
from bot.core.periods import Period, Unit


class Subcommand(StrEnum):
    """What is asked for; the value is the canonical first word."""

    STATS = "stats"
    USERS = "users"
    MESSAGES = "messages"
    FLOWS = "flows"
    FLOW = "flow"
    CHART = "chart"
    REPORT = "report"
    HELP = "help"
    STATUS = "status"
    DIGEST = "digest"
    CONNECT = "connect"
    ACCOUNTS = "accounts"
    USE = "use"
    DISCONNECT = "disconnect"
    AUDIT = "audit"
    SETTINGS = "settings"


class Compare(StrEnum):
    """What a question is compared with; AUTO is what the subcommand does by default."""

    AUTO = "auto"
    PREVIOUS = "previous"
    LAST_YEAR = "last_year"
    PERIOD = "period"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Query:
    """One question, with absolute dates.

    `period` is the calendar meaning of the words (this week: the whole week, also its future
    part); it is None only for subcommands that need no dates. What is fetched is
    `period.cut(as_of or now)`. `as_of` pins the moment at which a period that is not over was
    shown (a button, a thread), so that what was seen is what is refined. `against` is the typed
    period when `compare` is PERIOD. `zone` is set only when the text named one. `metrics` is for
    `chart`, in the order asked. `flow` is the name asked for, at most 80 characters, "…" at its
    end when it was cut there. `unit` is hour, day, week or month, or None for the default.
    """

    subcommand: Subcommand
    period: Period | None = None
    unit: Unit | None = None
    compare: Compare = Compare.AUTO
    against: Period | None = None
    top: int | None = None
    metrics: tuple[Metric, ...] = ()
    flow: str | None = None
    zone: tzinfo | None = None
    as_csv: bool = False
    public: bool = False
    as_of: datetime | None = None
    topic: str | None = None
