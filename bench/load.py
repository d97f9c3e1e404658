"""Signed slash commands over raw sockets, so that the client costs as little as can be."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from bot.demo.flowxo_server import FakeFlowXO

from bench.upstreams import bot_environment, free_port
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


def _receive(connection: socket.socket) -> tuple[int, bytes]:
    """Status and body of one answer with a Content-Length."""
    held = b""
    while b"\r\n\r\n" not in held:
        held += connection.recv(65536)
    head, _, body = held.partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next((int(x.split(b":")[1]) for x in lines if x.startswith(b"content-length")), 0)
    while len(body) < length:
        body += connection.recv(65536)
    return int(lines[0].split()[1]), body


def send(port: int, requests: list[bytes]) -> list[Ack]:
    """The requests one after the other over one connection."""
    acks = []
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for request in requests:
            begun = time.perf_counter()
            connection.sendall(request)
            status, body = _receive(connection)
            acks.append(Ack(time.perf_counter() - begun, status, BUSY in body.lower()))
    return acks


def send_at_once(port: int, batches: list[list[bytes]]) -> tuple[float, list[Ack]]:
    """Each batch over a connection of its own, all at once; the seconds until the last answer."""
    with ThreadPoolExecutor(len(batches)) as pool:
        begun = time.perf_counter()
        found = list(pool.map(lambda batch: send(port, batch), batches))
        took = time.perf_counter() - begun
    return took, [ack for acks in found for ack in acks]


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
        process.wait(60)
