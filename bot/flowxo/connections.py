"""The pooled session of one account: where it may go, and connections that can be cut.

It sends GET to the three analytics paths of one address and to nothing else; anything else is
refused before a socket is opened. It follows no redirect and reads no environment.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from http.client import HTTPException, HTTPResponse
from http.cookiejar import DefaultCookiePolicy
from io import BufferedReader
from threading import BoundedSemaphore, Lock
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError

from bot.flowxo.deadline import Deadline
from bot.settings import Secret

INSIGHTS = "/insights"
TOP_MESSAGES = "/insights/top_messages"
TOP_FLOWS = "/insights/top_flows"
PATHS = (INSIGHTS, TOP_MESSAGES, TOP_FLOWS)

# Nothing can hurry a name server, so that many threads an account may stand before one.
MOST_CONNECTING = 2
_HEAD_BYTES = 64 * 1024
_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
    "User-Agent": "flowxo-slack-bot",
}


class OffLimitsError(RuntimeError):
    """A mistake in our own code: a request that may not be sent."""


class Line:
    """The line over which one call is made; another thread may cut it.

    Cutting is what ends an answer whose headers drip: no time-out of any client bounds those.
    """

    def __init__(self, deadline: Deadline) -> None:
        self.deadline = deadline
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._cut = False

    def hold(self, connected: object) -> None:
        """From here on the call is made over this socket."""
        with self._lock:
            if isinstance(connected, socket.socket):
                self._socket = connected
            if self._cut:
                self._shut()

    def release(self) -> None:
        """The call is over; the socket may now serve another."""
        with self._lock:
            self._socket = None

    def cut(self) -> None:
        """End the call: whoever reads from the socket, or will, finds it closed."""
        with self._lock:
            self._cut = True
            self._shut()

    @property
    def is_cut(self) -> bool:
        """Whether what was read may end where nothing should."""
        return self._cut

    def _shut(self) -> None:
        if self._socket is None:
            return
        try:
            # Not the method of a TLS socket: that one is not safe beside a reader.
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        except OSError:
            return  # it was closed already


_line: ContextVar[Line | None] = ContextVar("line", default=None)


@contextmanager
def using(line: Line) -> Iterator[None]:
    """What this thread calls meanwhile goes over `line`."""
    token = _line.set(line)
    try:
        yield
    finally:
        line.release()
        _line.reset(token)


class _ShortHead:
    """What a response's head is read from: as the file below, and no more than a head needs."""

    def __init__(self, file: BufferedReader) -> None:
        self.file = file
        self._left = _HEAD_BYTES

    def readline(self, limit: int = -1) -> bytes:
        """One line; HTTPException once the head is longer than any server's."""
        line = self.file.readline(limit)
        self._left -= len(line)
        if self._left < 0:
            raise HTTPException("head too long")
        return line

    def close(self) -> None:
        """Close the file below."""
        self.file.close()


class _Response(HTTPResponse):
    """The library bounds each header line and their number, which together are megabytes."""

    def begin(self) -> None:
        file = self.fp
        self.fp = _ShortHead(file)  # type: ignore[assignment]  # the head is read by lines alone
        super().begin()
        if self.fp is not None:
            self.fp = file


class _Plain(HTTPConnection):
    """A connection that tells the line in use about its socket."""

    response_class = _Response
    doors: BoundedSemaphore

    def connect(self) -> None:
        line = _line.get()
        if line is None:
            raise OffLimitsError("a call needs a line")
        if not self.doors.acquire(timeout=line.deadline.left_s):
            raise ConnectTimeoutError(self, "others are still waiting to connect")
        try:
            super().connect()
        finally:
            self.doors.release()
        line.hold(self.sock)

    def request(self, *args: Any, **named: Any) -> None:
        line = _line.get()
        if line is not None and self.sock is not None:
            line.hold(self.sock)
        super().request(*args, **named)


class _Tls(_Plain, HTTPSConnection):
    """The same over TLS."""


def _pools() -> Mapping[str, type[HTTPConnectionPool]]:
    """The kinds of connection pool for one account, with doors of their own."""
    doors = BoundedSemaphore(MOST_CONNECTING)
    plain = type("_AccountPlain", (_Plain,), {"doors": doors})
    tls = type("_AccountTls", (_Tls,), {"doors": doors})
    return {
        "http": type("_PlainPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("_TlsPool", (HTTPSConnectionPool,), {"ConnectionCls": tls}),
    }


class _Gate(HTTPAdapter):
    """Lets out what may be asked, retries nothing by itself."""

    def __init__(self, addresses: frozenset[str], at_once: int) -> None:
        self._addresses = addresses
        super().__init__(pool_connections=1, pool_maxsize=at_once, max_retries=0)

    def init_poolmanager(self, *args: Any, **named: Any) -> None:
        super().init_poolmanager(*args, **named)
        self.poolmanager.pool_classes_by_scheme = dict(_pools())

    def send(
        self, request: requests.PreparedRequest, *args: Any, **named: Any
    ) -> requests.Response:
        """Refuse anything but GET to one of the addresses; nothing was opened by then."""
        address = (request.url or "").partition("?")[0]
        if request.method != "GET" or request.body or address not in self._addresses:
            raise OffLimitsError("only the analytics of Flow XO may be asked, with GET")
        return super().send(request, *args, **named)

    def drop_idle(self) -> None:
        """Close the connections that nobody uses."""
        self.poolmanager.clear()


class _Bearer(AuthBase):
    """Writes the key into the one header, as late as can be."""

    def __init__(self, key: Secret) -> None:
        self._key = key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._key.reveal()}"
        return request


class AccountSession(requests.Session):
    """A session that sends the key to `api_url` and nowhere else.

    ValueError when that is no address.
    """

    def __init__(self, api_url: str, key: Secret, at_once: int) -> None:
        super().__init__()
        self.addresses = {path: _normal(api_url.rstrip("/") + path) for path in PATHS}
        # From the environment would come proxies, and .netrc would replace the key.
        self.trust_env = False
        self.headers.clear()
        self.headers.update(_HEADERS)
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self.auth = _Bearer(key)
        self.gate = _Gate(frozenset(self.addresses.values()), at_once)
        self.adapters.clear()
        for scheme in ("https://", "http://"):
            self.mount(scheme, self.gate)

    def get_redirect_target(self, resp: requests.Response) -> str | None:  # noqa: ARG002  # as inherited
        """Never: a session that sees one reads the whole answer first, however large it is."""
        return None


def _normal(address: str) -> str:
    """The address as requests writes it."""
    prepared = requests.Request("GET", address).prepare().url
    return prepared or address
