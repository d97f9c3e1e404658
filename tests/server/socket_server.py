"""The other end of Socket Mode's WebSocket, for tests: sends envelopes, keeps the acks."""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import struct
from contextlib import suppress
from threading import Condition, Thread
from types import TracebackType
from typing import Any

_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10


class SocketServer:
    """Listens on a free port of 127.0.0.1 for connections of Socket Mode; the newest is `send`'s.

    An old one stays open until its client closes it, as Slack's do while a new one is made.
    """

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = Thread(target=self._accept, daemon=True)
        self._changed = Condition()
        self._client: socket.socket | None = None
        self.acks: list[dict[str, Any]] = []
        self.connections = 0
        self.mute = False  # pings are not answered

    @property
    def url(self) -> str:
        """What apps.connections.open answers with."""
        return f"ws://127.0.0.1:{self._listening.getsockname()[1]}/link/?ticket=one-time"

    def __enter__(self) -> SocketServer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.drop()
        self._thread.join(5)

    def drop(self) -> None:
        """Break the connection."""
        if self._client is not None:
            with suppress(OSError):
                self._client.shutdown(socket.SHUT_RDWR)

    def send(
        self, kind: str, payload: dict[str, Any], *, timeout_s: float = 10, **fields: Any
    ) -> dict[str, Any]:
        """Send an envelope, with more fields where told, and wait for its ack."""
        envelope_id = f"envelope-{len(self.acks)}"
        envelope = {
            "envelope_id": envelope_id,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": True,
            **fields,
        }
        assert self._client is not None
        self._client.sendall(_frame(_TEXT, json.dumps(envelope).encode()))

        def found() -> list[dict[str, Any]]:
            return [ack for ack in self.acks if ack["envelope_id"] == envelope_id]

        with self._changed:
            if not self._changed.wait_for(found, timeout_s):
                raise TimeoutError("the envelope was not acked")
            return found()[0]

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            Thread(target=self._keep, args=(client,), daemon=True).start()

    def _keep(self, client: socket.socket) -> None:
        with suppress(OSError, EOFError):
            self._serve(client)
        client.close()

    def _serve(self, client: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            request += client.recv(4096) or _end()
        key = request.split(b"Sec-WebSocket-Key:")[1].split(b"\r\n")[0].strip().decode()
        digest = hashlib.sha1((key + _GUID).encode(), usedforsecurity=False).digest()
        accept = base64.b64encode(digest).decode()
        client.sendall(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + f"Sec-WebSocket-Accept: {accept}\r\n\r\n".encode()
        )
        self._client = client
        self.connections += 1
        while True:
            kind, content = _read(client)
            if kind == _PING and not self.mute:
                client.sendall(_frame(_PONG, content))
            elif kind == _TEXT:
                with self._changed:
                    self.acks.append(json.loads(content))
                    self._changed.notify_all()
            elif kind == _CLOSE:
                return


def _frame(kind: int, content: bytes) -> bytes:
    length = len(content)
    if length < 126:
        return struct.pack("!BB", 0x80 | kind, length) + content
    return struct.pack("!BBH", 0x80 | kind, 126, length) + content


def _read(client: socket.socket) -> tuple[int, bytes]:
    first, second = _take(client, 2)
    length = second & 0x7F
    if length == 126:
        (length,) = struct.unpack("!H", _take(client, 2))
    mask = _take(client, 4) if second & 0x80 else bytes(4)
    content = _take(client, length)
    return first & 0x0F, bytes(byte ^ mask[i % 4] for i, byte in enumerate(content))


def _take(client: socket.socket, count: int) -> bytes:
    taken = b""
    while len(taken) < count:
        taken += client.recv(count - len(taken)) or _end()
    return taken


def _end() -> bytes:
    raise EOFError("the other end has gone")
