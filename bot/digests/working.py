"""One delivery's way: made, said to be posted, posted once, and what came of it kept.

Must post nothing that the database does not say is being posted by us, now.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from cachetools import LRUCache
from sqlalchemy import Connection

from bot.calls import Fate, Sent
from bot.core.digest import Digest, digest_from_fields
from bot.core.schedule import LATE_AFTER
from bot.digests import outcomes
from bot.digests.ledger import Ledger
from bot.digests.orders import Make, Order
from bot.digests.outcomes import Outcome
from bot.digests.post import Page, Slack
from bot.digests.settling import Tried, deadline, give_up, settle
from bot.digests.watch import Watch
from bot.errors import ScheduleError, StorageError
from bot.render.plan import MessagePlan
from bot.storage import deliveries, sending
from bot.storage.claiming import Claim
from bot.storage.deliveries import Kind, State, Trouble
from bot.storage.sending import FINAL, End, Verdict
from bot.storage.subscriptions import State as Standing

_log = logging.getLogger(__name__)
# How long a delivery is one's own: ten times what Slack may take, and what Flow XO may.
LEASE = timedelta(seconds=120)
# Who has stood still for so long between saying and posting posts no more.
_STOOD_STILL_S = LEASE.total_seconds() / 2
_SEARCHES = 1_000


@dataclass(frozen=True, slots=True)
class Taken:
    """A claim, and when it was taken by the database's clock."""

    claim: Claim
    now: datetime


class Worker:
    """Does what is claimed, in any thread; never raises."""

    def __init__(self, ledger: Ledger, slack: Slack, make: Make, watch: Watch) -> None:
        self._ledger = ledger
        self._slack = slack
        self._make = make
        self._watch = watch
        self._lock = Lock()
        # How far searches came that Slack asked to wait with.
        self._pages: LRUCache[str, Page] = LRUCache(_SEARCHES)

    def deliver(self, taken: Taken) -> None:
        """Make and post what was claimed."""
        self._guarded(taken.claim, lambda: self._deliver(taken))

    def look_up(self, taken: Taken) -> None:
        """Look for a post whose answer was lost."""
        self._guarded(taken.claim, lambda: self._look_up(taken))

    def _guarded(self, claim: Claim, work: Callable[[], None]) -> None:
        try:
            work()
        except StorageError as error:
            # The lease ends, and whoever comes then sees what is kept.
            _log.warning("digest_left", extra={**_ids(claim), "reason": error.message})
        except Exception:
            _log.exception("digest_left", extra=_ids(claim))

    def _deliver(self, taken: Taken) -> None:
        claim, mine = taken.claim, taken.claim.delivery
        late = mine.kind is Kind.SCHEDULED and taken.now - mine.due_at > LATE_AFTER
        try:
            digest = digest_from_fields(claim.subscription.digest)
        except ScheduleError as error:
            self._end(claim, None, Tried(outcomes.BROKEN, error.message))
            return
        until = deadline(mine, digest)
        if until is not None and taken.now > until:
            self._give_up(claim)
            return
        plan: MessagePlan | None = None
        if _is_wanted(claim):
            made = self._made(Order(claim.subscription, digest, mine, taken.now, late))
            if isinstance(made, Tried):
                self._end(claim, digest, made)
                return
            plan = made
        said_at = time.monotonic()
        verdict = self._ledger.surely(
            lambda connection, now: sending.intend(connection, claim, now, LEASE, late=late)
        )
        if verdict is Verdict.LEFT_OUT:
            self._watch.ended(State.SKIPPED, taken.now - mine.due_at, late=False)
        if verdict is Verdict.POST and plan is not None:
            self._post(taken, digest, plan, said_at, late=late)

    def _made(self, order: Order) -> MessagePlan | Tried:
        """The message, or why there is none."""
        try:
            return self._make(order) or Tried(outcomes.EMPTY)
        except Exception as error:
            outcome = outcomes.of_error(error)
            if outcome is outcomes.OURS:
                _log.exception("digest_unmade", extra={"delivery_id": order.delivery.delivery_id})
            return Tried(outcome, type(error).__name__)

    def _post(
        self, taken: Taken, digest: Digest, plan: MessagePlan, said_at: float, *, late: bool
    ) -> None:
        claim, mine = taken.claim, taken.claim.delivery
        if time.monotonic() - said_at > _STOOD_STILL_S:
            _log.warning("digest_stood_still", extra=_ids(claim))
            self._end(claim, digest, Tried(outcomes.UNREACHED, "stood still"))
            return
        posted = self._slack.post(mine.team_id, mine.target, plan, mine.delivery_id)
        sent, outcome = posted.sent, outcomes.of_post(posted.sent)
        error = posted.refused if sent.done else sent.reason
        tried = Tried(outcome, error, sent.pause_s, sent.channel_id, sent.ts)
        self._end(claim, digest, tried, late=late)

    def _look_up(self, taken: Taken) -> None:
        claim, mine = taken.claim, taken.claim.delivery
        with self._lock:
            page = self._pages.pop(mine.delivery_id, None)
        with self._ledger.reading() as (connection, _):
            channel = _channel(connection, claim)
        shown: str | None = None
        if channel is None:
            sent = Sent(Fate.FAILED, "no_channel")
        else:
            ago = taken.now - (mine.sending_at or taken.now)
            searched = self._slack.search(mine.team_id, channel, mine.delivery_id, ago, page)
            sent, shown = searched.sent, searched.shown
            if sent.fate is Fate.LIMITED and searched.page is not None:
                with self._lock:
                    self._pages[mine.delivery_id] = searched.page
        outcome: Outcome = outcomes.of_look_up(sent)
        error = None if sent.done else sent.reason
        tried = Tried(outcome, error, sent.pause_s, sent.channel_id, sent.ts, shown)
        self._end(claim, _read(claim), tried, late=mine.late)

    def _give_up(self, claim: Claim) -> None:
        """There was no time for it: to be tried again, or ever."""
        mine = claim.delivery
        state = State.SKIPPED if mine.trouble is None else State.FAILED
        end = End(state, mine.trouble or Trouble.TOO_LATE, mine.error)
        self._keep(claim, lambda c, now: give_up(c, claim, end, now))

    def _end(
        self, claim: Claim, digest: Digest | None, tried: Tried, *, late: bool = False
    ) -> None:
        self._keep(claim, lambda c, now: settle(c, claim, digest, tried, now), late=late)

    def _keep(
        self,
        claim: Claim,
        write: Callable[[Connection, datetime], End | None],
        *,
        late: bool = False,
    ) -> None:
        """Keep what came of it, and tell whoever watches."""
        end, now = self._ledger.surely(lambda connection, now: (write(connection, now), now))
        if end is None:
            _log.warning("digest_not_ours", extra=_ids(claim))
            return
        told = {"trouble": end.trouble, "error": end.error, "attempt": claim.delivery.attempt}
        level = logging.INFO if end.state in (State.SENT, State.SKIPPED) else logging.WARNING
        _log.log(level, f"digest_{end.state}", extra={**_ids(claim), **told})
        if end.state in FINAL:
            self._watch.ended(end.state, now - claim.delivery.due_at, late=late)


def _is_wanted(claim: Claim) -> bool:
    """Whether there is any use in making it; what is true when it is posted is asked then."""
    mine, whose = claim.delivery, claim.subscription
    by_hand = mine.kind is not Kind.SCHEDULED
    return mine.target == whose.target and (by_hand or whose.state is Standing.ACTIVE)


def _channel(connection: Connection, claim: Claim) -> str | None:
    """Where a lost post would be: of a person, where an earlier one went."""
    mine = claim.delivery
    if not mine.target.startswith(("U", "W")):
        return mine.target
    return deliveries.channel_of(connection, mine.team_id, mine.number, mine.target)


def _read(claim: Claim) -> Digest | None:
    try:
        return digest_from_fields(claim.subscription.digest)
    except ScheduleError:
        return None


def _ids(claim: Claim) -> dict[str, object]:
    mine = claim.delivery
    ids = {"delivery_id": mine.delivery_id, "team_id": mine.team_id, "number": mine.number}
    return {**ids, "channel_id": mine.target}
