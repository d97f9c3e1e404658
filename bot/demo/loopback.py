"""A small HTTP/1.1 server on a free port of 127.0.0.1, for the fakes; knows nothing of any API."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from types import TracebackType
from typing import Any, ClassVar
from urllib.parse import urlsplit

_LARGEST_BODY = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in."""

    verb: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answered:
    """What to send back; `reset` breaks the connection without a word.

    `play` writes the whole answer itself, from the status line on, and the connection ends with it.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json; charset=utf-8"
    reset: bool = False
    play: Callable[[Callable[[bytes], None]], None] | None = None


class _Server(ThreadingHTTPServer):
    """Keeps its open connections, so that closing ends them all and no thread stays behind."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 128

    def __init__(self, answer: Callable[[Asked], Answered]) -> None:
        self.answer = answer
        self.open: set[socket.socket] = set()
        self.lock = Lock()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, then serve it in a thread of its own."""
        with self.lock:
            self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection, then close it."""
        with self.lock:
            self.open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""

    def end_connections(self) -> None:
        """Wake every thread that waits for a client's next request."""
        with self.lock:
            for connection in self.open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm: ClassVar[bool] = True
    wbufsize = -1
    server: _Server

    def _serve(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if length > _LARGEST_BODY:
            self.close_connection = True
            self.send_error(413)
            return
        split = urlsplit(self.path)
        body = self.rfile.read(length)
        asked = Asked(self.command, split.path, split.query, dict(self.headers), body)
        answered = self.server.answer(asked)
        if answered.reset:
            self._break()
            return
        if answered.play:
            self.close_connection = True
            answered.play(self._send_now)
            return
        self.send_response(answered.status)
        self.send_header("Content-Type", answered.content_type)
        self.send_header("Content-Length", str(len(answered.body)))
        for name, value in answered.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answered.body)

    do_GET = do_POST = _serve  # noqa: N815  # names that http.server looks for

    def _send_now(self, piece: bytes) -> None:
        self.wfile.write(piece)
        self.wfile.flush()

    def _break(self) -> None:
        """Close with a reset: the client reads no answer and no tidy end."""
        self.close_connection = True
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.rfile.close()
        self.wfile.close()
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # as inherited
        """Nothing is logged: tests and the playground look at the records."""


class Loopback:
    """A context manager around the server; `url` is its address without a path."""

    def __init__(self, answer: Callable[[Asked], Answered]) -> None:
        self._server = _Server(answer)
        port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{port}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Loopback:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.end_connections()
        self._server.server_close()
        self._thread.join()
