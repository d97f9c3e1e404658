"""An outcome becomes the end of a try: the delivery's next state, and its subscription's.

Decides by the failure table and the time alone; asks nobody.
"""

from __future__ import annotations

import logging
import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.digest import Digest, query_for
from bot.core.schedule import useful_for
from bot.digests.outcomes import OURS, Again, Asked, Outcome
from bot.digests.plan import BY
from bot.digests.reporting import report_end
from bot.render.digest_buttons import text_of
from bot.storage import sending, subscribing, threads
from bot.storage.audit import OPERATOR, By
from bot.storage.claiming import Claim
from bot.storage.deliveries import Delivery, Kind, State, Trouble
from bot.storage.sending import End
from bot.storage.subscriptions import Reason

_log = logging.getLogger(__name__)
# From so long after a post on it is looked for; where Slack is away, for so long at least.
GRACE, LOOKED_FOR = timedelta(seconds=60), timedelta(minutes=30)
# How long a wish to wait is taken to last where it cannot be read.
UNSAID_S = 30.0
FIRST_S, LONGEST_S = 5.0, 600.0
# So often is tried what may be our own mistake, and what has no time of its own to end.
MOST_OURS, MOST_TRIES = 3, 10
# So many failures in a row disable a subscription.
IN_ROW = 3


@dataclass(frozen=True, slots=True)
class Tried:
    """A try and what it came to: `error` is the word for it, `pause_s` what Slack asked for.

    `shown` is what a post that was found says that it shows.
    """

    outcome: Outcome
    error: str | None = None
    pause_s: float | None = None
    channel_id: str | None = None
    ts: str | None = None
    shown: str | None = None


def settle(
    connection: Connection, claim: Claim, digest: Digest | None, tried: Tried, now: datetime
) -> End | None:
    """Keep what a try came to; None where the delivery is somebody else's by now."""
    end = end_of(claim.delivery, digest, tried, now)
    if not sending.end(connection, claim, end, now):
        return None
    mine, by = claim.delivery, By(OPERATOR, BY, now)
    report_end(connection, claim.subscription, mine, end, now)
    if end.state is State.SENT:
        _remember(connection, mine, _shown(mine, digest, tried, now), end, now)
    stops = tried.outcome.stops
    if end.trouble is Trouble.LIMITED and end.not_before is not None:
        elsewhere = sending.is_limited_elsewhere(connection, mine.team_id, mine.target, now)
        target = None if elsewhere else mine.target
        sending.make_wait(connection, mine.team_id, end.not_before, target=target)
    elif stops is Reason.WORKSPACE:
        stopped = subscribing.suspend(connection, mine.team_id, by)
        _log.error("digests_suspended", extra={"team_id": mine.team_id, "count": len(stopped)})
    elif stops is not None:
        _disable(connection, mine, stops, by)
    elif end.state is State.FAILED and tried.outcome.counts:
        if sending.count_failure(connection, mine.team_id, mine.number) >= IN_ROW:
            _disable(connection, mine, Reason.REFUSED, by)
    elif end.state is State.SENT and claim.subscription.failed_in_row:
        sending.forget_failures(connection, mine.team_id, mine.number)
    return end


def give_up(connection: Connection, claim: Claim, end: End, now: datetime) -> End | None:
    """Keep that there was no time for it; None where it is somebody else's by now."""
    if not sending.end(connection, claim, end, now):
        return None
    report_end(connection, claim.subscription, claim.delivery, end, now)
    return end


def end_of(mine: Delivery, digest: Digest | None, tried: Tried, now: datetime) -> End:
    """The delivery's next state, and when it is tried again, if it is."""
    outcome = tried.outcome
    end = End(
        outcome.state, outcome.trouble, tried.error, None, tried.channel_id, tried.ts,
        tried=outcome.asked is Asked.FIGURES,
    )  # fmt: skip
    if outcome.again is Again.NEVER:
        return end
    at = now + _pause(mine, tried, now)
    if outcome.at_last is not None and _is_over(mine, digest, outcome, at):
        return End(outcome.at_last, outcome.trouble, tried.error)
    return End(end.state, end.trouble, end.error, at, tried=end.tried)


def deadline(mine: Delivery, digest: Digest | None) -> datetime | None:
    """Until when a delivery is worth posting; None where a person wants it at any time."""
    if digest is None or mine.kind is Kind.SEND_AGAIN:
        return None
    return mine.due_at + useful_for(digest.schedule)


def _is_over(mine: Delivery, digest: Digest | None, outcome: Outcome, at: datetime) -> bool:
    """Whether a try then would be one too many, or too late."""
    until = deadline(mine, digest)
    if outcome.state is State.VERIFY and outcome.asked is Asked.LOOK_UP:
        looked_for = (mine.sending_at or at) + LOOKED_FOR
        return at > max(looked_for, until or looked_for)
    if outcome is OURS and mine.attempt + 1 >= MOST_OURS:
        return True
    return mine.attempt >= MOST_TRIES if until is None else at > until


def _pause(mine: Delivery, tried: Tried, now: datetime) -> timedelta:
    match tried.outcome.again:
        case Again.AS_SAID:
            said = UNSAID_S if tried.pause_s is None else tried.pause_s
            return timedelta(seconds=said + random.uniform(0, min(2.0, 0.1 * said)))
        case Again.BACK_OFF:
            longest = min(LONGEST_S, FIRST_S * 2 ** min(mine.attempt, 10))
            return timedelta(seconds=longest * random.uniform(0.75, 1.0))
        case Again.LATER:
            since = now - (mine.sending_at or now)
            return min(timedelta(seconds=LONGEST_S), max(GRACE, since / 4))
    return GRACE


def _remember(
    connection: Connection, mine: Delivery, text: str | None, end: End, now: datetime
) -> None:
    """What a reply in the post's thread refines: that it was sent and this are kept together."""
    if text is not None and end.channel_id is not None and end.ts is not None:
        threads.remember(connection, mine.team_id, end.channel_id, end.ts, text, now)


def _shown(mine: Delivery, digest: Digest | None, tried: Tried, now: datetime) -> str | None:
    """The question that the post answers; of one that was found, as it says so itself.

    Since it was posted the subscription may have been changed.
    """
    if tried.outcome.asked is Asked.LOOK_UP or digest is None:
        return tried.shown
    query = query_for(digest, mine.due_at)
    return text_of(query)(query, now)


def _disable(connection: Connection, mine: Delivery, reason: Reason, by: By) -> None:
    if subscribing.disable(connection, mine.team_id, mine.number, reason, by):
        extra = {"team_id": mine.team_id, "number": mine.number, "reason": reason}
        _log.warning("digest_disabled", extra=extra)
