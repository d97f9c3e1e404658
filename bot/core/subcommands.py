"""The SUBCOMMANDS table: names, synonyms, what each gives and its examples; data only.

It drives the parser, the help, docs/commands.md and tests; `bot.core.query` passes it on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


class Takes(StrEnum):
    """What may stand beside a subcommand."""

    QUESTION = "question"  # a period and every modifier
    ACCOUNT = "account"  # one connected account
    NAME = "name"  # a new account's name
    NOTHING = "nothing"
    DIGEST = "digest"  # when digests come, or what is to become of them


@dataclass(frozen=True, slots=True)
class SubcommandRow:
    """One row of SUBCOMMANDS.

    `arguments` is how the rest is written, `summary` what one gets, `examples` whole commands
    that work when sent. `topic` is the help topic that tells about it.
    """

    subcommand: Subcommand
    aliases: tuple[str, ...]
    arguments: str
    summary: str
    examples: tuple[str, ...]
    topic: str
    takes: Takes = Takes.QUESTION

    @property
    def dated(self) -> bool:
        """Whether it is asked over a period."""
        return self.takes is Takes.QUESTION


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split(", "))


# In the order in which help shows them.
SUBCOMMANDS: dict[Subcommand, SubcommandRow] = {
    row.subcommand: row
    for row in (
        SubcommandRow(
            Subcommand.STATS,
            _listed(
                "stat, statistics, numbers, figures, kpis, kpi, overview, performance, "
                "insights, analytics, how are we doing, how did we do, how are things, how is "
                "it going, how's it going"
            ),
            "[period]",
            "the six figures, each beside the period before, and a chart",
            ("stats last 7 days", "stats october vs last year"),
            "stats",
        ),
        SubcommandRow(
            Subcommand.USERS,
            ("user", "audience"),
            "[period]",
            "new, total and active users, and a chart of new users",
            ("users last month", "how many new users last week?"),
            "users",
        ),
        SubcommandRow(
            Subcommand.MESSAGES,
            _listed(
                "message, msgs, msg, questions, question, keywords, keyword, top messages, "
                "top message, top questions, top keywords, most common messages, most common "
                "questions, most frequent messages, most asked questions, popular messages, "
                "popular questions, what do people write, what did people write, what people "
                "write, what do people ask, what did people ask, what people ask, what do "
                "users write, what did users write, what do users ask, what did users ask, "
                "what are people asking, what are people writing, what are users asking"
            ),
            "[period] [top N]",
            "messages received and sent, and what people wrote most",
            ("messages last week", "top 20 messages since monday"),
            "messages",
        ),
        SubcommandRow(
            Subcommand.FLOWS,
            _listed(
                "workflows, workflow, top flows, top workflows, most used flows, most popular "
                "flows, popular flows, most triggered flows, busiest flows, best flows, flows "
                "run most, flows ran most, which flow ran most, which flows ran most, which "
                "flow was used most"
            ),
            "[period] [top N]",
            "the flows that started most",
            ("top flows yesterday", "top 5 flows in october"),
            "flows",
        ),
        SubcommandRow(
            Subcommand.FLOW,
            (),
            '"name" [period]',
            "one flow: how often it started, and its place",
            ('flow "Text Me" last month',),
            "flow",
        ),
        SubcommandRow(
            Subcommand.CHART,
            _listed("charts, plot, graph, graphs, trend, trends, metrics, timeline, history"),
            "<what> [period] [by hour, day, week or month]",
            "a chart over time of one or more figures",
            ("chart new users last 30 days by week", "messages received since monday by day"),
            "chart",
        ),
        SubcommandRow(
            Subcommand.REPORT,
            ("reports", "summary", "recap"),
            "[period]",
            "figures, chart and both top lists in one; the last whole week when no dates are said",
            ("report last week",),
            "report",
        ),
        SubcommandRow(
            Subcommand.STATUS,
            ("health",),
            "",
            "whether the Flow XO key works, and the version",
            ("status",),
            "status",
            Takes.NOTHING,
        ),
        SubcommandRow(
            Subcommand.HELP,
            ("commands", "usage", "examples", "manual"),
            "[topic]",
            "this help, or more about one thing",
            ("help", "help dates"),
            "help",
            Takes.NOTHING,
        ),
        SubcommandRow(
            Subcommand.DIGEST,
            _listed(
                "digests, subscribe, subscription, subscriptions, schedule, scheduled, "
                "recurring, unsubscribe, stop"
            ),
            "[when]",
            "a report in a channel at set times",
            ("digest weekly on monday at 9am in Europe/Berlin", "digest daily at 8", "digest list"),
            "digest",
            Takes.DIGEST,
        ),
        SubcommandRow(
            Subcommand.CONNECT,
            ("setup", "set up", "login", "log in"),
            "[name]",
            "one more Flow XO account, under a name",
            ("connect", "connect Acme Support"),
            "connect",
            Takes.NAME,
        ),
        SubcommandRow(
            Subcommand.ACCOUNTS,
            ("account", "clients", "client"),
            "",
            "the connected accounts that you may ask about",
            ("accounts",),
            "accounts",
            Takes.NOTHING,
        ),
        SubcommandRow(
            Subcommand.USE,
            ("switch", "switch to"),
            "<account>",
            "choose the account that this channel asks about",
            ("use", "use none"),
            "use",
            Takes.ACCOUNT,
        ),
        SubcommandRow(
            Subcommand.DISCONNECT,
            ("logout", "log out"),
            "<account>",
            "take an account out, with its key",
            ("disconnect",),
            "disconnect",
            Takes.ACCOUNT,
        ),
        SubcommandRow(
            Subcommand.AUDIT,
            ("audit log",),
            "",
            "who changed what, for admins",
            ("audit",),
            "audit",
            Takes.NOTHING,
        ),
        SubcommandRow(
            Subcommand.SETTINGS,
            ("setting", "preferences", "preference", "timezone", "time zone", "options"),
            "[account]",
            "your date order and language, or the settings of an account",
            ("settings",),
            "settings",
            Takes.ACCOUNT,
        ),
    )
}

# Help topics beside the subcommands' own, with the words that name them.
TOPICS: dict[str, tuple[str, ...]] = {
    "dates": ("date", "period", "periods", "phrases", "phrase", "time", "times", "when"),
    "comparing": ("compare", "comparison", "comparisons", "vs", "baseline"),
    "counts": ("count", "counted", "what can you count", "what i can count", "metrics", "metric"),
    "dashboard": ("figures", "difference", "differences", "different", "wrong", "mismatch"),
    "sharing": ("share", "csv", "public", "export", "private", "privacy"),
    "threads": ("thread", "reply", "replies", "mention", "mentions"),
    "commands": ("all", "all commands", "everything"),
}
