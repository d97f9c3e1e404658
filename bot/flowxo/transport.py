"""One GET, one answer: bounded in time and size, and with every failure as a value.

Must neither try again nor understand what it reads; no exception of a library leaves it, since
those hold the request's headers, and the key is one of them.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock

import requests
from requests.exceptions import ContentDecodingError, SSLError
from urllib3.exceptions import DecodeError
from urllib3.exceptions import SSLError as TlsError

from bot.flowxo.connections import AccountSession, Line, OffLimitsError, using
from bot.flowxo.failures import Failure, Kind, Reason

LARGEST_BODY = 8 * 1024 * 1024
_PIECE = 64 * 1024
_CONNECT_S = 3.0
_LEAST_S = 0.001
# After this a router on the way may have forgotten the connection, and a request over it would
# wait for nothing.
_IDLE_S = 60.0
_PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
# Nobody waits for longer; more digits than these are no number of seconds.
_MOST_DIGITS = 9
_FOREVER_S = 1e9


@dataclass(frozen=True, slots=True)
class Body:
    """The whole body of an answer with status 200 and JSON's media type."""

    content: bytes


class Transport:
    """Asks the three paths of one account.

    A connection that lay idle for longer than `idle_s` is not used again.
    """

    def __init__(self, session: AccountSession, *, idle_s: float = _IDLE_S) -> None:
        self._session = session
        self._idle_s = idle_s
        self._lock = Lock()
        self._used_at = time.monotonic()

    def get(self, path: str, params: Mapping[str, str], line: Line) -> Body | Failure:
        """The answer, or why there is none; OffLimitsError for any other path."""
        address = self._session.addresses.get(path)
        if address is None:
            raise OffLimitsError("only the analytics of Flow XO may be asked")
        self._forget_idle()
        with using(line):
            try:
                outcome = self._ask(address, params, line)
            except OffLimitsError:
                raise
            except Exception as error:  # whatever it is, the key is in its frames
                return _failure(error, line)
        # To the reader a line that was cut is an answer that ended: even a whole one may not be.
        return Failure(Kind.SLOW, "cut", hurried=True) if line.is_cut else outcome

    def close(self) -> None:
        """Close every idle connection."""
        self._session.close()

    def _forget_idle(self) -> None:
        with self._lock:
            now = time.monotonic()
            idle_s, self._used_at = now - self._used_at, now
        if idle_s > self._idle_s:
            self._session.gate.drop_idle()

    def _ask(self, address: str, params: Mapping[str, str], line: Line) -> Body | Failure:
        left_s = max(_LEAST_S, line.deadline.left_s)
        response = self._session.get(
            address,
            params=params,
            stream=True,
            allow_redirects=False,
            timeout=(min(_CONNECT_S, left_s), left_s),
        )
        try:
            return _refusal(response) or _unreadable(response) or _read(response, line)
        finally:
            response.close()


def _read(response: requests.Response, line: Line) -> Body | Failure:
    """The body, in small pieces: each look at the clock and at the size comes before the next."""
    body = bytearray()
    while not line.deadline.over:
        piece = response.raw.read1(_PIECE, decode_content=True)
        if not piece:
            line.release()
            response.raw.release_conn()
            return Body(bytes(body))
        body += piece
        if len(body) > LARGEST_BODY or not line.deadline.room.take(len(piece)):
            return Failure(Kind.NONSENSE, "over 8 MiB", reason=Reason.LARGE)
    return Failure(Kind.SLOW, "body", hurried=True)


def _refusal(response: requests.Response) -> Failure | None:
    """What the status says, unless it is 200."""
    status = response.status_code
    wait_s = retry_after(response.headers.get("Retry-After"))
    match status:
        case 200:
            return None
        case 401 | 403:
            return Failure(Kind.REFUSED, "status", status)
        case 429:
            return Failure(Kind.BUSY, "status", status, wait_s=wait_s)
        case 503 if wait_s is not None:
            return Failure(Kind.BUSY, "status", status, wait_s=wait_s)
        case _ if 300 <= status < 400:
            return Failure(Kind.REDIRECTED, "status", status)
        case _ if status >= 500 or status == 408:
            return Failure(Kind.FAILED, "status", status)
        case _:
            return Failure(Kind.TURNED_DOWN, "status", status)


def _unreadable(response: requests.Response) -> Failure | None:
    """Whether the headers promise anything but JSON that we can unpack."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not (
        kind.startswith("application/") and kind.endswith("+json")
    ):
        reason = Reason.PAGE if "html" in kind else Reason.JSON
        return Failure(Kind.NONSENSE, "content type", reason=reason)
    if response.headers.get("Content-Encoding", "").strip().lower() not in _PACKINGS:
        return Failure(Kind.NONSENSE, "content encoding", reason=Reason.PACKING)
    return None


def _failure(error: Exception, line: Line) -> Failure:
    """The failure that an exception stands for; of the exception only its name is kept."""
    name = type(error).__name__
    if line.deadline.over or line.is_cut:
        return Failure(Kind.SLOW, name, hurried=True)
    if isinstance(error, SSLError | TlsError) and "CERTIFICATE_VERIFY_FAILED" in str(error):
        return Failure(Kind.CERTIFICATE, name)
    if isinstance(error, DecodeError | ContentDecodingError):
        return Failure(Kind.NONSENSE, name, reason=Reason.PACKING)
    return Failure(Kind.UNREACHED, name)


def retry_after(header: str | None) -> float | None:
    """Seconds to wait as a Retry-After header says, in seconds or as a date; None if unreadable."""
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        digits = text.lstrip("0") or "0"
        return float(digits) if len(digits) <= _MOST_DIGITS else _FOREVER_S
    try:
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError, TypeError):
        return None
