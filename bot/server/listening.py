"""Listens on the port with waitress, bounded against slow and heavy clients, and stops cleanly.

Must know nothing of what is served.
"""

from __future__ import annotations

import errno
import logging
import socket
import time
from threading import Event, Thread
from wsgiref.types import WSGIApplication

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import create_server

from bot.core.sentences import say
from bot.errors import BotError

_log = logging.getLogger(__name__)
# A request is acked in under a millisecond and its work done elsewhere: more threads than these
# only take the interpreter from each other (`bench/ack.py`).
THREADS = 8
# A backstop a little above the limit of the guard in front of Bolt, which gives the reason.
BODY_LIMIT = 1_010_000
HEADER_LIMIT = 16_384
CONNECTIONS = 500
REQUEST_S = 15.0
IDLE_S = 30


class Parser(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """Answers 400 where waitress's own would raise, log a trace, and hang up."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head of a request."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # a length of thousands of digits
            raise ParsingError("Content-Length is invalid") from error


class Channel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """One connection; a request that drips in for longer than the server allows is dropped."""

    parser_class = Parser
    begun_at: float | None = None

    def received(self, data: bytes) -> bool:
        """Take what has arrived."""
        taken = bool(super().received(data))
        now = time.monotonic()
        if self.request is None:
            self.begun_at = None
        elif self.begun_at is None:
            self.begun_at = now
        elif now - self.begun_at > self.server.request_s:
            self.will_close = True
        return taken


def bind(host: str, port: int) -> socket.socket:
    """Take the port, before anything else is touched; BotError says why it cannot be had."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        opened = socket.socket(family, kind, proto)
    except OSError as error:
        raise BotError(say("host_unknown"), say("host_unknown_hint")) from error
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        # A second process must fail here and now, not when the first connection comes.
        opened.listen(1024)
    except OSError as error:
        opened.close()
        key = {errno.EADDRINUSE: "port_in_use", errno.EACCES: "port_refused"}.get(
            error.errno or 0, "host_unknown"
        )
        raise BotError(say(key, port=port), say(f"{key}_hint")) from error
    return opened


class Listener:
    """Serves an application on a bound socket from a thread of its own."""

    def __init__(
        self,
        app: WSGIApplication,
        bound: socket.socket,
        threads: int = THREADS,
        *,
        request_s: float = REQUEST_S,
    ) -> None:
        self._server = create_server(
            app,
            sockets=[bound],
            threads=threads,
            ident=None,
            max_request_body_size=BODY_LIMIT,
            max_request_header_size=HEADER_LIMIT,
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE_S,
            cleanup_interval=5,
            asyncore_use_poll=True,
            expose_tracebacks=False,
            # The headers stay, so that /metrics sees that a request was forwarded; nothing is
            # ever believed for their sake.
            clear_untrusted_proxy_headers=False,
        )
        self._server.channel_class = Channel
        self._server.request_s = request_s
        self._ended = Event()
        self._thread = Thread(target=self._loop, name="http", daemon=True)

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self._server.effective_port)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self, timeout_s: float) -> None:
        """Take no more connections, let requests under way be answered, then close them all."""
        # What touches the sockets runs in the server's own thread, which owns them.
        self._server.trigger.pull_trigger(self._close_door)
        deadline = time.monotonic() + timeout_s
        while self._busy() and time.monotonic() < deadline:
            time.sleep(0.02)
        self._ended.set()
        self._server.pull_trigger()
        self._thread.join(5)
        self._server.task_dispatcher.shutdown(timeout=1)
        # A thread that still works will pull the trigger once more: by then its file number could
        # be another file's, so the trigger is closed only when nobody is left to pull it.
        left = set(self._server.task_dispatcher.threads)
        for one in list(self._server._map.values()):
            if one is not self._server.trigger or not left:
                one.close()

    def _loop(self) -> None:
        """What waitress's own `run` does, until it is to end."""
        while not self._ended.is_set():
            wasyncore.loop(1.0, use_poll=True, map=self._server._map, count=1)

    def _close_door(self) -> None:
        self._server.accepting = False
        wasyncore.dispatcher.close(self._server)

    def _busy(self) -> bool:
        channels = list(self._server.active_channels.values())
        return any(channel.requests or channel.total_outbufs_len for channel in channels)
