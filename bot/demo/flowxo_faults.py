"""Answers that Flow XO should never give, and slow ones, to be put in the place of the true ones.

Each is a Scripted for FakeFlowXO.script; none of them knows what was asked.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event

JSON_TYPE = "application/json; charset=utf-8"
Send = Callable[[bytes], None]
# Writes a whole answer; the event is set when the server goes down.
Play = Callable[[Send, Event], None]

_MIB = 1024 * 1024
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"


@dataclass(frozen=True, slots=True)
class Scripted:
    """One scripted answer.

    `true`: what would have been answered anyway, after `delay_s` and `until`. `play` replaces
    everything, `reset` breaks the connection.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = JSON_TYPE
    delay_s: float = 0.0
    until: Event | None = None
    true: bool = False
    reset: bool = False
    play: Play | None = None


def text(body: str | bytes, *, content_type: str = JSON_TYPE) -> Scripted:
    """200 with exactly this body."""
    raw = body if isinstance(body, bytes) else body.encode()
    return Scripted(body=raw, content_type=content_type)


def value(answer: object) -> Scripted:
    """200 with this value as JSON; NaN and Infinity as Python writes them."""
    return text(json.dumps(answer))


def status(code: int, *, retry_after: str | None = None) -> Scripted:
    """An HTTP status with a short JSON body, and Retry-After where it is given."""
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Scripted(status=code, body=b'{"error": "no"}', headers=headers)


def page(code: int = 200) -> Scripted:
    """A page of HTML, as a proxy on the way would give."""
    body = b"<!doctype html><title>Please log in</title>"
    return Scripted(status=code, body=body, content_type="text/html; charset=utf-8")


def redirect(to: str, code: int = 302, *, endless: bool = False) -> Scripted:
    """A redirect; `endless`: with a body that does not end."""
    if not endless:
        return Scripted(status=code, headers={"Location": to})
    head = f"HTTP/1.1 {code} Found\r\nLocation: {to}\r\nContent-Type: text/html\r\n\r\n"

    def play(send: Send, stop: Event) -> None:
        send(head.encode())
        while not stop.is_set():
            send(b"x" * 65536)

    return Scripted(play=play)


def reset() -> Scripted:
    """The connection breaks without an answer."""
    return Scripted(reset=True)


def cut_short(promised: int = 1000) -> Scripted:
    """Less than Content-Length promises, then the connection ends."""

    def play(send: Send, _: Event) -> None:
        send(_head(f"Content-Length: {promised}") + b'{"stats": [')

    return Scripted(play=play)


def slow(delay_s: float) -> Scripted:
    """The true answer, late."""
    return Scripted(true=True, delay_s=delay_s)


def held(until: Event) -> Scripted:
    """The true answer, once the event is set."""
    return Scripted(true=True, until=until)


def drip_body(every_s: float = 0.05) -> Scripted:
    """One byte of the body at a time, without an end."""

    def play(send: Send, stop: Event) -> None:
        send(_head("Content-Length: 100000"))
        while not stop.wait(every_s):
            send(b" ")

    return Scripted(play=play)


def drip_header(every_s: float = 0.05) -> Scripted:
    """One byte of the headers at a time, without an end."""

    def play(send: Send, stop: Event) -> None:
        send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not stop.wait(every_s):
            send(b"x")

    return Scripted(play=play)


def head(lines: str) -> Scripted:
    """These header lines before an empty JSON body."""

    def play(send: Send, _: Event) -> None:
        send(_head(f"{lines}Content-Length: 2") + b"{}")

    return Scripted(play=play)


def drip_continue(every_s: float = 0.05) -> Scripted:
    """ "100 Continue" again and again, and never a real answer."""

    def play(send: Send, stop: Event) -> None:
        while not stop.wait(every_s):
            send(b"HTTP/1.1 100 Continue\r\n\r\n")

    return Scripted(play=play)


def endless() -> Scripted:
    """Chunks without an end, as fast as they are taken."""

    def play(send: Send, stop: Event) -> None:
        send(_head("Transfer-Encoding: chunked"))
        chunk = b"10000\r\n" + b" " * 65536 + b"\r\n"
        while not stop.is_set():
            send(chunk)

    return Scripted(play=play)


def gzip_bomb(mib: int = 1024) -> Scripted:
    """About a thousandth of `mib` MiB on the way, all of it when unpacked."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(b" " * _MIB) + packer.flush(zlib.Z_FULL_FLUSH)
    body = _GZIP_HEAD + block * mib + packer.flush()
    return Scripted(body=body, headers={"Content-Encoding": "gzip"})


def gzip_void() -> Scripted:
    """A stream of gzip that goes on for ever and never unpacks to anything."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    nothing = packer.flush(zlib.Z_FULL_FLUSH) * 4096

    def play(send: Send, stop: Event) -> None:
        send(_head("Content-Encoding: gzip") + _GZIP_HEAD)
        while not stop.is_set():
            send(nothing)

    return Scripted(play=play)


def _head(header: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {JSON_TYPE}\r\n{header}\r\n\r\n".encode()
