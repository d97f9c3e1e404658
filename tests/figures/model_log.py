"""What happened on a made-up chatbot, and how its Flow XO settles what the API page leaves open.

Facts for the upstream and the model alike; counts nothing. Must import nothing of the bot.
"""

from __future__ import annotations

from dataclasses import dataclass

NEW, TRIGGERS, RECEIVED, SENT = "new_users", "triggers", "received_messages", "sent_messages"
TOTAL, ACTIVE = "total_users", "active_users"
SUMS = (NEW, TRIGGERS, RECEIVED, SENT)


@dataclass(frozen=True, slots=True)
class Event:
    """`count` of one kind at one whole second since 1970.

    A trigger is of the flow `what`, called `name` then; a message received asks `what`, spelt
    `name`. Whoever is `user` wrote or got the message, which is what makes a user active.
    """

    at: int
    kind: str
    count: int
    user: int = 0
    what: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Readings:
    """Each open question of the API, settled one way.

    `end_inclusive`: what happened at the very instant of `end` counts. `clips`: the first bucket
    leaves out what happened before `start`; else it reaches back to its own beginning, and
    `first_stamp_is_start` says that it is nevertheless stamped with `start`. `local_stamps`:
    `_timestamp` is local time marked Z. `gaps`: buckets in which nothing happened are absent.
    `empty_stats`: `stats` of a range in which nothing happened are zeros, else an empty list.
    `shuffled`: the seed by which rows come out of order, or None. `most_rows` caps the top lists.
    `day_id` and `hour_id` are strftime formats of `_id`.
    """

    end_inclusive: bool = False
    clips: bool = True
    first_stamp_is_start: bool = False
    local_stamps: bool = False
    gaps: bool = True
    empty_stats: bool = False
    shuffled: int | None = None
    most_rows: int | None = None
    day_id: str = "%Y-%m-%d"
    hour_id: str = "%Y-%m-%dT%H"
