"""The guard in front of Bolt: what it refuses, with which status, and what it lets through."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt.request import BoltRequest

from bot.slack.guard import BODY_LIMIT, Guard

FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@dataclass
class Behind:
    """What stands behind the guard: reads the body as Bolt's handler does."""

    bodies: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        self.bodies.append(environ["wsgi.input"].read(length).decode())
        self.kinds.append(environ["CONTENT_TYPE"])
        start_response("200 OK", [])
        return [b"behind"]


class Slow(io.BytesIO):
    """A stream that gives a few bytes at a time."""

    def read(self, size: int | None = -1) -> bytes:
        """At most seven bytes."""
        return super().read(min(7, size if size and size > 0 else 7))


def knock(
    body: bytes,
    kind: str | None = FORM,
    *,
    behind: Behind | None = None,
    source: io.BytesIO | None = None,
    **environ: Any,
) -> int:
    """The status that a request gets."""
    given_environ: WSGIEnvironment = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/slack/events",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": source or io.BytesIO(body),
        **environ,
    }
    if kind is not None:
        given_environ["CONTENT_TYPE"] = kind
    if given_environ["CONTENT_LENGTH"] is None:
        del given_environ["CONTENT_LENGTH"]
    told: list[str] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> object:
        told.append(status)
        names = [name.lower() for name, _ in headers]
        assert len(names) == len(set(names))
        return None

    b"".join(Guard(behind or Behind())(given_environ, start_response))  # type: ignore[arg-type] # a test's
    return int(told[0][:3])


def command(**fields: str) -> bytes:
    """A slash command's form."""
    return urlencode({"command": "/flowxo", "team_id": "T1", "text": "stats", **fields}).encode()


def test_a_command_an_interaction_and_an_event_pass_with_their_bytes() -> None:
    """The body arrives as it was sent, or the signature would not fit."""
    behind = Behind()
    press = urlencode({"payload": json.dumps({"type": "block_actions", "x": "é"})}).encode()
    event = json.dumps({"type": "event_callback", "event": {"type": "x"}}).encode()
    for body, kind in ((command(), FORM), (press, FORM), (event, JSON)):
        assert knock(body, kind, behind=behind) == 200
        assert behind.bodies[-1] == body.decode()


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "Application/JSON", JSON])
def test_the_kind_is_told_to_bolt_in_the_letters_it_knows(kind: str) -> None:
    """Bolt compares it letter by letter, and takes what it does not know for a form."""
    behind = Behind()
    assert knock(b' {"type": "event_callback"}', kind, behind=behind) == 200
    assert behind.kinds == [JSON]


def test_only_post_and_only_slack_s_path_pass() -> None:
    """Everything else is not there, or not so."""
    assert knock(command(), PATH_INFO="/slack/install") == 404
    assert knock(command(), PATH_INFO="/slack/events/") == 404
    assert knock(command(), REQUEST_METHOD="GET") == 405
    assert knock(command(), REQUEST_METHOD="PUT") == 405


@pytest.mark.parametrize("kind", [None, "", "text/plain", "multipart/form-data; boundary=x"])
def test_other_kinds_of_body_are_415(kind: str | None) -> None:
    """Slack sends forms and JSON, nothing else."""
    assert knock(command(), kind) == 415


def test_a_compressed_body_is_415() -> None:
    """It could unpack to anything."""
    assert knock(command(), HTTP_CONTENT_ENCODING="gzip") == 415
    assert knock(command(), HTTP_CONTENT_ENCODING="identity") == 200


def test_a_body_over_one_megabyte_is_413_and_not_read() -> None:
    """One at the limit passes."""
    source = io.BytesIO(b"x")
    assert knock(b"", CONTENT_LENGTH=str(BODY_LIMIT + 1), source=source) == 413
    assert source.tell() == 0
    assert knock(b"", CONTENT_LENGTH="9" * 5000) == 413
    just = b"text=" + b"x" * (BODY_LIMIT - 5)
    assert knock(just) == 200


def test_a_body_of_no_length_is_read_up_to_the_limit() -> None:
    """Chunked bodies have an end of their own; without one there is nothing to read."""
    chunked: dict[str, Any] = {"CONTENT_LENGTH": None, "HTTP_TRANSFER_ENCODING": "chunked"}
    assert knock(command(), **chunked) == 200
    assert knock(b"text=" + b"x" * BODY_LIMIT, **chunked) == 413
    ended: dict[str, Any] = {"CONTENT_LENGTH": None, "wsgi.input_terminated": True}
    assert knock(command(), **ended) == 200
    assert knock(command(), CONTENT_LENGTH=None) == 411
    assert knock(command(), CONTENT_LENGTH="") == 411


@pytest.mark.parametrize("length", ["-1", "1e3", "abc", "+5", "0x10", "٣", "1 1"])
def test_a_length_that_is_no_number_is_400(length: str) -> None:
    """It is never handed to int()."""
    assert knock(command(), CONTENT_LENGTH=length) == 400


def test_a_body_that_stops_short_is_400() -> None:
    """Half a body is none."""
    assert knock(command(), CONTENT_LENGTH="500") == 400


def test_a_body_that_comes_in_pieces_is_put_together() -> None:
    """A stream may give less than it is asked for."""
    behind = Behind()
    assert knock(command(), behind=behind, source=Slow(command())) == 200
    assert behind.bodies == [command().decode()]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b'"stats"',
        b"5",
        b"null",
        b'{"a": 1} trailing',
        b"NaN",
        b"[" * 100_000,
        b'{"a":' * 500 + b"1" + b"}" * 500,
        b'{"x": ' + b"9" * 5000 + b"}",
        b'{"authorizations": 5}',
        b'{"authorizations": {"team_id": "T1"}}',
        b'{"authorizations": [null]}',
        b'{"team": 5}',
        b'{"channel": 5}',
        b'{"user": true}',
        b'{"is_ext_shared_channel": true, "type": "event_callback", "event": null}',
        b'{"response_urls": 5}',
        b'{"command": "/flowxo", "text": {"a": 1}}',
        b'{"command": "/flowxo", "text": null}',
    ],
)
def test_json_that_is_none_of_slack_s_is_400(body: bytes) -> None:
    """Bolt itself would answer each of these with a trace."""
    assert knock(body, JSON) == 400


def test_a_command_in_json_passes_when_it_looks_like_the_form() -> None:
    """Slack sends commands as forms; Bolt reads both."""
    fields = {"command": "/flowxo", "text": "stats", "team_id": "T1", "user_id": "U1"}
    assert knock(json.dumps(fields).encode(), JSON) == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"stats",
        b"a=1&&b=2",
        b"text=%ff",
        b"text=a&text=b",
        b"payload=%7B%7D&payload=%7B%7D",
        b"payload=hello",
        b"payload=",
        b"payload=%5B%5D",
        b"payload=" + b"%5B" * 5000,
        b'{"type": "event_callback"}',
        b' {"type": "a=b"}',
        b"&".join(b"f%d=1" % number for number in range(300)),
    ],
)
def test_a_form_that_is_none_of_slack_s_is_400(body: bytes) -> None:
    """An interaction's payload is one JSON object, and every field comes once."""
    assert knock(body, FORM) == 400


def test_an_ssl_check_is_answered_here() -> None:
    """Slack tries the certificate: 200, and nobody behind hears of it."""
    behind = Behind()
    assert knock(b"ssl_check=1&token=x", behind=behind) == 200
    assert knock(b"ssl_check=1", behind=behind) == 200
    assert behind.bodies == []
    assert knock(b"ssl_check=0&token=x", behind=behind) == 200
    assert len(behind.bodies) == 1


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["team", "user", "channel", "event", "authorizations", "view", "actions", "item",
                 "enterprise", "message", "command", "type", "id", "response_urls", "payload",
                 "is_ext_shared_channel", "team_id", "container", "assistant_thread"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)  # fmt: skip


@given(values)
def test_what_passes_is_read_by_bolt_without_an_error(value: object) -> None:
    """A law: any JSON is either refused here, or Bolt can build its request of it."""
    body = json.dumps(value)
    for sent, kind in ((body, JSON), (urlencode({"payload": body}), FORM)):
        status = knock(sent.encode(), kind)
        assert status in (200, 400)
        if status == 200:
            BoltRequest(body=sent, headers={"content-type": kind})
