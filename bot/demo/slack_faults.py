"""Faults that a test can order from the Slack server; each says what and for how many calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock


class FaultKind(StrEnum):
    """What goes wrong."""

    RATELIMITED = "ratelimited"
    STATUS = "status"
    DELAY = "delay"
    RESET = "reset"
    CLOSE = "close"
    CUT = "cut"
    SHORT = "short"
    HTML = "html"
    NO_OBJECT = "no_object"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; `applied`: Slack has done what was asked before it fails to say so.

    `seconds` is the delay; `retry_after` the header (None: it is left out); `error` is a name such
    as token_revoked.
    """

    kind: FaultKind
    seconds: float | None = None
    retry_after: str | None = None
    status: int = 200
    error: str = ""
    applied: bool = False


def ratelimited(retry_after: float | str | None = 1) -> Fault:
    """429, with Retry-After as it is given (a text may be no number), unless None."""
    said = f"{retry_after:g}" if isinstance(retry_after, int | float) else retry_after
    return Fault(FaultKind.RATELIMITED, retry_after=said, status=429)


def status(code: int = 503, *, applied: bool = False) -> Fault:
    """An HTTP status with a short body that is not JSON."""
    return Fault(FaultKind.STATUS, status=code, applied=applied)


def delay(seconds: float) -> Fault:
    """Done, but the answer comes late: past the client's time-out where it is long enough."""
    return Fault(FaultKind.DELAY, seconds=seconds, applied=True)


def reset(*, applied: bool = True) -> Fault:
    """The connection breaks without an answer, by default after Slack has done the thing."""
    return Fault(FaultKind.RESET, applied=applied)


def close(*, applied: bool = True) -> Fault:
    """The connection ends without an answer, as tidily as it can."""
    return Fault(FaultKind.CLOSE, applied=applied)


def cut() -> Fault:
    """Done, and of the JSON that says so the second half is missing."""
    return Fault(FaultKind.CUT, applied=True)


def short() -> Fault:
    """Done, and the connection ends in the middle of the answer."""
    return Fault(FaultKind.SHORT, applied=True)


def html(*, applied: bool = False) -> Fault:
    """200 with a page of HTML, as a proxy on the way would give."""
    return Fault(FaultKind.HTML, applied=applied)


def no_object(*, applied: bool = False) -> Fault:
    """200 with JSON that is no object."""
    return Fault(FaultKind.NO_OBJECT, applied=applied)


def error(name: str) -> Fault:
    """Slack's own error: token_revoked, account_inactive, user_not_found, fatal_error, …"""
    return Fault(FaultKind.ERROR, error=name)


@dataclass(slots=True)
class Faults:
    """The faults on order; `refuse_native`: a workspace that refuses charts and data tables.

    `response_refusal` is the status a refused answer over response_url gets.
    """

    refuse_native: bool = False
    response_refusal: int = 400
    _ordered: list[list[object]] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def add(self, method: str, fault: Fault, times: int | None = 1, *, after: int = 0) -> None:
        """Order a fault for a method's next calls (None: until cleared), `after` that go well.

        `method` is a Web API method, `response_url`, `upload`, or `*` for every Web API method.
        """
        with self._lock:
            self._ordered.append([method, fault, times, after])

    def clear(self) -> None:
        """Take back every order."""
        with self._lock:
            self._ordered.clear()
            self.refuse_native = False

    def take(self, method: str) -> Fault | None:
        """The fault of this call, if one is on order, used up by one."""
        with self._lock:
            for order in self._ordered:
                name, fault, times, after = order
                known = name == method or (name == "*" and "." in method)
                if not known or times == 0 or not isinstance(fault, Fault):
                    continue
                if isinstance(after, int) and after > 0:
                    order[3] = after - 1
                    continue
                if isinstance(times, int):
                    order[2] = times - 1
                return fault
        return None
