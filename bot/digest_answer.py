"""The message of a digest: fetches what its sections show, no more, and renders it.

Decides nobody's rights and posts nothing. Every UpstreamError passes through.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.answer import report_of
from bot.answer_all import Account as Asked
from bot.answer_all import answer_all
from bot.core.digest import ALL, Digest, WhenEmpty, narrowed, needs_for, query_for
from bot.core.portfolio import Missing, Portfolio
from bot.core.sentences import say
from bot.errors import UpstreamDownError
from bot.render.digest import digest_message
from bot.render.digest_all import digest_of_all
from bot.render.plan import MessagePlan
from bot.render.plan import Posting as Posting

# All that Flow XO is waited for, for one digest.
FIGURES_S = 15.0
_AT_ONCE = 4  # requests of a call
# What passes by itself: an account that is away for good leaves the others their digest.
_PASSING = frozenset({Missing.BUSY, Missing.DOWN, Missing.LATE, Missing.NONSENSE})


def answer_digest(
    digest: Digest,
    posting: Posting,
    asked: Sequence[Asked],
    now: datetime,
    *,
    budget_s: float = FIGURES_S,
) -> MessagePlan | None:
    """The message of a digest read at `now`; None for one that is skipped where it is empty.

    `asked` is the digest's account, or for ALL those that may be shown where it goes, of which
    there is one at least.
    """
    if digest.account == ALL:
        return _of_all(digest, posting, asked, now, budget_s)
    (one,) = asked
    report = report_of(
        needs_for(digest, posting.due_at, now),
        one.source_for(budget_s, _AT_ONCE),
        now,
        account=one.name if posting.named else None,
        discretion=one.discretion,
    )
    if report.no_data and digest.when_empty is WhenEmpty.SKIP:
        return None
    return digest_message(report, digest, posting)


def _of_all(
    digest: Digest, posting: Posting, asked: Sequence[Asked], now: datetime, budget_s: float
) -> MessagePlan | None:
    """The roll-up; UpstreamDownError where no account answered and that will pass."""
    query, narrow = query_for(digest, posting.due_at), partial(narrowed, digest)
    found = answer_all(query, asked, now, budget_s=budget_s, narrow=narrow)
    reasons = {row.missing for row in found.rows}
    if not found.counted and reasons & _PASSING:
        raise UpstreamDownError(say("upstream.unreached"), say("upstream.again.hint"))
    if _is_empty(found) and digest.when_empty is WhenEmpty.SKIP:
        return None
    return digest_of_all(found, digest, posting)


def _is_empty(found: Portfolio) -> bool:
    """Whether all answered, and had nothing."""
    return not any(row.missing or row.data for row in found.rows)
