"""The small HTTP server of the fakes: keep-alive, resets, large bodies, a clean end."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Callable

import pytest

from bot.demo.loopback import Answered, Asked, Loopback


def echo(asked: Asked) -> Answered:
    """What came in goes back; /break breaks the connection."""
    if asked.path == "/break":
        return Answered(reset=True)
    return Answered(201, asked.verb.encode() + asked.query.encode() + asked.body, {"X-Own": "1"})


def test_a_connection_serves_many_requests() -> None:
    """Requests follow each other on one connection, with query, body and own headers."""
    with Loopback(echo) as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"))
        for verb, body in (("GET", None), ("POST", b"body")):
            connection.request(verb, "/x?a=1", body)
            response = connection.getresponse()
            assert response.status == 201
            assert response.getheader("X-Own") == "1"
            assert response.read() == f"{verb}a=1".encode() + (body or b"")
        connection.close()


def test_a_reset_gives_no_answer() -> None:
    """A broken connection reads as one."""
    with Loopback(echo) as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"))
        connection.request("GET", "/break")
        with pytest.raises((OSError, http.client.HTTPException)):
            connection.getresponse()
        connection.close()


def test_an_endless_body_is_refused() -> None:
    """A body announced as larger than 64 MiB is not read."""
    with Loopback(echo) as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"))
        connection.putrequest("POST", "/")
        connection.putheader("Content-Length", str(64 * 1024 * 1024 + 1))
        connection.endheaders()
        assert connection.getresponse().status == 413
        connection.close()


def test_leaving_ends_open_connections() -> None:
    """A client that holds its connection open does not keep the server."""
    with Loopback(echo) as server:
        port = int(server.url.rsplit(":", 1)[1])
        held = socket.create_connection(("127.0.0.1", port))
        held.sendall(b"GET /x HTTP/1.1\r\nHost: x\r\n\r\n")
        assert held.recv(12).startswith(b"HTTP/1.1 201")
    with held:
        while held.recv(1024):
            pass


def test_a_client_that_goes_away_is_no_news(capfd: pytest.CaptureFixture[str]) -> None:
    """A request cut off in the middle leaves no trace on the screen."""
    with Loopback(echo) as server:
        port = int(server.url.rsplit(":", 1)[1])
        with socket.create_connection(("127.0.0.1", port)) as gone:
            gone.sendall(b"POST /x HTTP/1.1\r\nContent-Length: wrong\r\n\r\n")
            gone.recv(1)
    assert capfd.readouterr().err == ""


def test_an_answer_may_be_written_piece_by_piece() -> None:
    """From the status line on; the connection ends with it."""

    def play(send: Callable[[bytes], None]) -> None:
        for piece in (b"HTTP/1.1 200 OK\r\n", b"\r\n", b"a", b"b"):
            send(piece)

    with Loopback(lambda _: Answered(play=play)) as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"))
        connection.request("GET", "/")
        assert connection.getresponse().read() == b"ab"
        connection.close()
