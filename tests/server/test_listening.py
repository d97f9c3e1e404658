"""The port: heavy, slow and broken clients, and a clean end."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from bot.errors import BotError
from bot.server import listening
from bot.server.listening import Listener, bind
from tests.server.asking import Answer, ask, hello


def test_a_body_over_the_limit_is_413(serve: Callable[..., int]) -> None:
    """By its announced length at once, in pieces as soon as it is too much."""
    port = serve(hello)
    big = listening.BODY_LIMIT + 1
    assert ask(port, "/slack/events", "POST", None, Content_Length=str(big)).status == 413
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(
            b"POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        piece = b"x" * 65_536
        for _ in range(big // len(piece) + 1):  # more would meet a closed door
            client.sendall(b"10000\r\n" + piece + b"\r\n")
        assert client.recv(12) == b"HTTP/1.1 413"


def test_endless_headers_are_refused(serve: Callable[..., int]) -> None:
    """They are not kept in memory."""
    assert ask(serve(hello), "/healthz", X_Long="y" * 20_000).status == 431


def test_a_length_of_thousands_of_digits_is_400(
    serve: Callable[..., int], caplog: pytest.LogCaptureFixture
) -> None:
    """It is longer than Python reads; a stranger must not fill the log with traces."""
    assert ask(serve(hello), "/", "POST", None, Content_Length="1" + "0" * 5000).status == 400
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.parametrize("nonsense", [b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"GET / HTTP/9\r\n"])
def test_what_is_no_http_harms_nothing(serve: Callable[..., int], nonsense: bytes) -> None:
    """The next request is answered."""
    port = serve(hello)
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(nonsense + b"\r\n\r\n")
        client.shutdown(socket.SHUT_WR)
        client.recv(1000)
    assert ask(port, "/").text == "hello"


def test_a_request_that_drips_is_dropped(serve: Callable[..., int]) -> None:
    """One byte at a time for longer than it may take; others are answered meanwhile."""
    port = serve(hello, request_s=-1.0)
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.settimeout(10)
        client.sendall(b"GET / HT")
        assert ask(port, "/").text == "hello"
        client.sendall(b"T")
        with suppress(ConnectionResetError):
            assert client.recv(1) == b""
    assert ask(port, "/").text == "hello"


def test_many_slow_clients_hold_no_thread(serve: Callable[..., int]) -> None:
    """A hundred connections that say little, and one thread: the next request is answered."""
    port = serve(hello, threads=1)
    clients = [socket.create_connection(("127.0.0.1", port)) for _ in range(100)]
    for client in clients:
        client.sendall(b"POST /slack/events HTTP/1.1\r\nContent-Length: 10\r\n\r\n1")
    assert ask(port, "/").text == "hello"
    for client in clients:
        client.close()


def test_a_failing_application_shows_no_trace(serve: Callable[..., int]) -> None:
    """500 and nothing of why."""

    def broken(_: WSGIEnvironment, __: StartResponse) -> Iterable[bytes]:
        raise RuntimeError("xoxb-inside")

    answer = ask(serve(broken), "/")
    assert answer.status == 500
    assert "xoxb" not in answer.text
    assert "Traceback" not in answer.text


def test_stopping_answers_what_is_under_way_and_takes_nothing_new() -> None:
    """The request that came in before is answered after."""
    arrived, go = threading.Event(), threading.Event()

    def slow(_: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        arrived.set()
        go.wait(10)
        return hello(_, start_response)

    listener = Listener(slow, bind("127.0.0.1", 0), 2)
    listener.start()
    port = listener.port
    answers: list[Answer] = []
    asking = threading.Thread(target=lambda: answers.append(ask(port, "/")))
    asking.start()
    assert arrived.wait(10)
    stopping = threading.Thread(target=lambda: listener.stop(10))
    stopping.start()
    refused = False
    while not refused:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            refused = True
    assert stopping.is_alive()
    go.set()
    asking.join(10)
    stopping.join(10)
    assert [answer.text for answer in answers] == ["hello"]


def test_a_port_that_is_taken_is_said() -> None:
    """With its number, and what to do."""
    with bind("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BotError, match=f"Port {port} is in use") as caught:
            bind("127.0.0.1", port)
    assert "PORT" in caught.value.hint


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_an_address_that_is_not_ours_is_said(host: str) -> None:
    """The setting is named."""
    with pytest.raises(BotError, match="HOST"):
        bind(host, 0)
