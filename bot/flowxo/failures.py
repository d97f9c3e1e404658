"""What can go wrong with a call, as plain values, and the errors that people then read.

Failures travel between threads in place of exceptions: a library's exception drags along the
request with its headers, and the key is in there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from bot.core.sentences import say
from bot.errors import (
    KeyRefusedError,
    UpstreamBusyError,
    UpstreamDownError,
    UpstreamError,
    UpstreamLateError,
    UpstreamNonsenseError,
)


class Kind(StrEnum):
    """Each kind of failure is told in its own words."""

    REFUSED = "refused"  # the key
    BUSY = "busy"  # Flow XO asks us to wait
    CROWDED = "crowded"  # our own questions stand in each other's way
    UNREACHED = "unreached"  # no connection, or one that broke
    SLOW = "slow"  # no answer by the deadline
    FAILED = "failed"  # an error on Flow XO's side
    CERTIFICATE = "certificate"
    REDIRECTED = "redirected"
    TURNED_DOWN = "turned_down"  # any other refusal
    NONSENSE = "nonsense"


class Reason(StrEnum):
    """Why an answer cannot be trusted."""

    PAGE = "page"
    JSON = "json"
    LARGE = "large"
    PACKING = "packing"
    SHAPE = "shape"
    COUNT = "count"
    TWICE = "twice"
    DATES = "dates"


# Failures of these kinds may be gone in a moment.
_PASSING = frozenset({Kind.BUSY, Kind.UNREACHED, Kind.FAILED})
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3_600, 86_400


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed call; `detail` is for the log and never holds anything that Flow XO sent.

    `wait_s` is how long Flow XO asks us to wait. `hurried` marks what another caller, with more
    time left, would have tried again.
    """

    kind: Kind
    detail: str = ""
    status: int | None = None
    reason: Reason | None = None
    wait_s: float | None = None
    hurried: bool = False

    @property
    def passing(self) -> bool:
        """Whether it makes sense to try again at once."""
        return self.kind in _PASSING


class NonsenseFoundError(Exception):
    """Raised while an answer is read; becomes a Failure before it leaves this room."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail

    def failure(self) -> Failure:
        """The same as a value."""
        return Failure(Kind.NONSENSE, self.detail, reason=self.reason)


def error_of(failure: Failure, budget_s: float) -> UpstreamError:
    """The error for a person; `budget_s` is how long the question was allowed to take."""
    match failure.kind:
        case Kind.REFUSED:
            return KeyRefusedError(say("upstream.refused"), say("upstream.refused.hint"))
        case Kind.BUSY | Kind.CROWDED:
            hint = say("upstream.busy.hint", when=_when(failure.wait_s))
            return UpstreamBusyError(say(f"upstream.{failure.kind}"), hint)
        case Kind.UNREACHED:
            return UpstreamDownError(say("upstream.unreached"), say("upstream.again.hint"))
        case Kind.SLOW:
            return UpstreamLateError(_slow(budget_s), say("upstream.slow.hint"))
        case Kind.FAILED:
            message = say("upstream.failed", status=failure.status)
            return UpstreamDownError(message, say("upstream.again.hint"))
        case Kind.CERTIFICATE:
            hint = say("upstream.certificate.hint")
            return UpstreamDownError(say("upstream.certificate"), hint)
        case Kind.REDIRECTED:
            hint = say("upstream.address.hint")
            return UpstreamDownError(say("upstream.redirected"), hint)
        case Kind.TURNED_DOWN:
            message = say("upstream.turned_down", status=failure.status)
            return UpstreamNonsenseError(message, say("upstream.address.hint"))
        case Kind.NONSENSE:
            reason = say(f"upstream.nonsense.{failure.reason}")
            message = say("upstream.nonsense", reason=reason)
            return UpstreamNonsenseError(message, say("upstream.nonsense.hint"))
        case _:
            assert_never(failure.kind)


def _slow(budget_s: float) -> str:
    seconds = max(1, round(budget_s))
    return say("upstream.slow.one") if seconds == 1 else say("upstream.slow", seconds=seconds)


def _when(wait_s: float | None) -> str:
    """ "in 45 seconds", "in 3 minutes": rounded up, so that it is not too early."""
    if wait_s is None or wait_s <= 1:
        return say("upstream.when.moment")
    if wait_s <= 90:
        return say("upstream.when.second", count=math.ceil(wait_s))
    if wait_s <= 90 * _MINUTE_S:
        return say("upstream.when.minute", count=math.ceil(wait_s / _MINUTE_S))
    if wait_s <= 2 * _DAY_S:
        return say("upstream.when.hour", count=math.ceil(wait_s / _HOUR_S))
    if wait_s <= 30 * _DAY_S:
        return say("upstream.when.day", count=math.ceil(wait_s / _DAY_S))
    return say("upstream.when.later")
