"""Asks a port of this machine, for tests; knows nothing of what answers."""

from __future__ import annotations

import http.client
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment


class Answer:
    """What came back over HTTP."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.text = response.read().decode()


def ask(
    port: int,
    path: str,
    method: str = "GET",
    body: bytes | Iterable[bytes] | None = None,
    **headers: str,
) -> Answer:
    """One request over a connection of its own; underscores in header names are dashes."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named, encode_chunked=body is not None)
        return Answer(connection.getresponse())
    finally:
        connection.close()


def hello(_: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """An application that is glad of every request."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]
