"""Signed slash commands over raw sockets, so that the client costs as little as can be."""

from __future__ import annotations

import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bench.upstreams import bot_environment, free_port
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.slack_server import FakeSlack

BUSY = b"busy"


@dataclass(frozen=True, slots=True)
class Ack:
    """One command's answer: seconds it took, the HTTP status, and whether it said "busy"."""

    took: float
    status: int
    busy: bool


def command(slack: FakeSlack, text: str) -> bytes:
    """The whole HTTP request of `/flowxo text`, as Slack would send it, with its own trigger_id."""
    signed = slack.signed_command(slack.make_command(text))
    headers = {"Host": "127.0.0.1", **signed.headers, "Content-Length": str(len(signed.body))}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{head}\r\n".encode() + signed.body


class _Sender:
    """One connection that sends its requests one after the other, without a thread of its own."""

    def __init__(self, port: int, requests: list[bytes]) -> None:
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.acks: list[Ack] = []
        self._left = requests[::-1]
        self._held = b""
        self._begun = 0.0

    def send(self) -> bool:
        """Send the next request; False when there is none left."""
        if not self._left:
            return False
        self._held = b""
        self._begun = time.perf_counter()
        self.connection.sendall(self._left.pop())
        return True

    def receive(self) -> bool:
        """Take what has come; whether the answer is whole."""
        self._held += self.connection.recv(65536)
        head, found, body = self._held.partition(b"\r\n\r\n")
        length = _length(head) if found else 1
        if len(body) < length:
            return False
        status = int(head.split(b" ", 2)[1])
        took = time.perf_counter() - self._begun
        self.acks.append(Ack(took, status, BUSY in body.lower()))
        return True


def _length(head: bytes) -> int:
    named = head.lower().partition(b"content-length:")[2]
    return int(named.split(b"\r\n")[0] or 0)


def send_at_once(port: int, batches: list[list[bytes]]) -> tuple[float, list[Ack]]:
    """Each batch over a connection of its own, all at once; the seconds until the last answer.

    One thread waits for all of them: the client shares the processors with the server.
    """
    senders = [_Sender(port, batch) for batch in batches]
    with selectors.DefaultSelector() as waiting:
        begun = time.perf_counter()
        for sender in senders:
            waiting.register(sender.connection, selectors.EVENT_READ, sender)
            sender.send()
        while waiting.get_map():
            for key, _ in waiting.select(30):
                sender = key.data
                if sender.receive() and not sender.send():
                    waiting.unregister(sender.connection)
                    sender.connection.close()
        took = time.perf_counter() - begun
    return took, [ack for sender in senders for ack in sender.acks]


def send(port: int, requests: list[bytes]) -> list[Ack]:
    """The requests one after the other over one connection."""
    return send_at_once(port, [requests])[1]


@contextmanager
def served(
    kind: str, slack: FakeSlack, flowxo: FakeFlowXO, folder: str
) -> Iterator[tuple[int, int]]:
    """A server process of `kind`; its port and its process id, once it takes connections."""
    port = free_port()
    environment = {
        **os.environ,
        **bot_environment(slack, flowxo, port),
        "DATABASE_URL": f"sqlite:///{folder}/{kind}-{port}.db",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.served", kind, str(port)], env=environment
    )
    try:
        for _ in range(600):
            if process.poll() is not None:
                raise SystemExit(f"the server {kind} ended with {process.returncode}")
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
