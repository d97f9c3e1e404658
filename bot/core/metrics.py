"""The METRICS table: what Flow XO counts, how it adds up, and the words people use for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Metric(StrEnum):
    """A figure, named as the API names its field."""

    NEW_USERS = "new_users"
    TRIGGERS = "triggers"
    RECEIVED = "received_messages"
    SENT = "sent_messages"
    TOTAL_USERS = "total_users"
    ACTIVE_USERS = "active_users"


class Kind(StrEnum):
    """How a metric behaves over time: sums may be added, snapshots never."""

    SUM = "sum"
    SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One row of METRICS.

    `label` heads a figure, `noun` stands inside a sentence, `name` is the canonical word that
    `to_text` prints and `parse` reads, `aliases` are the other words read as this metric.
    """

    metric: Metric
    kind: Kind
    label: str
    noun: str
    name: str
    aliases: tuple[str, ...]
    meaning: str


# Source: flowxo-analytics-api (Flow XO's page) and support articles 165, 169, 292, read 2026-11.
# In the order in which answers show them.
METRICS: dict[Metric, MetricRow] = {
    row.metric: row
    for row in (
        MetricRow(
            Metric.NEW_USERS,
            Kind.SUM,
            "New users",
            "new users",
            "new users",
            ("new user", "new", "signups", "signup", "sign-ups", "newcomers", "newcomer"),
            "bot users whose first contact with a chatbot fell in the period",
        ),
        MetricRow(
            Metric.TRIGGERS,
            Kind.SUM,
            "Triggers",
            "triggers",
            "triggers",
            ("trigger", "interactions", "interaction", "runs", "run", "activations", "activation"),
            "successful triggers of a flow; broadcasts count once a recipient",
        ),
        MetricRow(
            Metric.RECEIVED,
            Kind.SUM,
            "Messages received",
            "messages received",
            "received",
            (
                "messages received",
                "received messages",
                "incoming",
                "incoming messages",
                "inbound",
                "inbound messages",
                "message received",
                "received message",
                "receive",
                "messages did people send",
                "messages did people write",
                "messages did users send",
                "messages people sent",
                "messages from people",
                "messages from users",
            ),
            "messages that people wrote to the chatbots",
        ),
        MetricRow(
            Metric.SENT,
            Kind.SUM,
            "Messages sent",
            "messages sent",
            "sent",
            (
                "messages sent",
                "sent messages",
                "outgoing",
                "outgoing messages",
                "outbound",
                "outbound messages",
                "replies",
                "message sent",
                "sent message",
                "send",
            ),
            "messages that the chatbots wrote",
        ),
        MetricRow(
            Metric.TOTAL_USERS,
            Kind.SNAPSHOT,
            "Total users",
            "total users",
            "total users",
            ("total user", "total", "all users"),
            "everyone who ever wrote to a chatbot, at the end of the period",
        ),
        MetricRow(
            Metric.ACTIVE_USERS,
            Kind.SNAPSHOT,
            "Active users (30 days)",
            "active users (30 days)",
            "active users",
            ("active user", "active", "mau", "monthly active users"),
            "bot users seen in the 30 days before the end of the period, whatever its length",
        ),
    )
}

SUMS = tuple(m for m, row in METRICS.items() if row.kind is Kind.SUM)
SNAPSHOTS = tuple(m for m, row in METRICS.items() if row.kind is Kind.SNAPSHOT)
