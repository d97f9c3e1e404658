"""WSGI middleware in front of Bolt: refuses, with its reason, what Bolt would trip over.

Checks form only (size, kind, shape); who sent it is checked behind it, by `entrance.py`. Must log
and answer nothing of what a body says.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl
from wsgiref.types import InputStream, StartResponse, WSGIApplication, WSGIEnvironment

from slack_bolt.request import BoltRequest

BODY_LIMIT: Final = 1_000_000
PATH: Final = "/slack/events"
_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
# Slack's deepest payloads have some 20 levels; Python's own limit is about 1,000 calls.
_DEPTH = 100
_FIELDS = 200
_REASONS = {
    200: "OK",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    411: "Length Required",
    413: "Content Too Large",
    415: "Unsupported Media Type",
}
# What Bolt's reading of a body raises when a field has another type than Slack gives it.
TRIPS = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)


class _RefusedError(Exception):
    """A request that goes no further."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Guard:
    """Wraps `app`, Bolt's WSGI handler, which then reads a body that is whole, short and sound."""

    app: WSGIApplication
    path: str = PATH

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Hand the request on, or answer it here."""
        try:
            body = self._check(environ)
        except _RefusedError as refused:
            return _answer(refused.status, refused.reason, start_response)
        if body is None:
            return _answer(200, "", start_response)
        environ["wsgi.input"] = io.BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
        return self.app(environ, start_response)

    def _check(self, environ: WSGIEnvironment) -> bytes | None:
        """The body to hand on; None where Slack only tries our certificate."""
        if environ.get("PATH_INFO", "") != self.path:
            raise _RefusedError(404, "There is nothing here.")
        if environ.get("REQUEST_METHOD") != "POST":
            raise _RefusedError(405, "Only POST is answered here.")
        kind = _kind(environ)
        body = _read(environ)
        try:
            text = body.decode()
        except UnicodeDecodeError:
            raise _RefusedError(400, "The body is not UTF-8.") from None
        if kind == _FORM:
            fields = _form(text)
            if fields.get("ssl_check") == "1":
                return None
        else:
            _command_of_strings(_object(text, "The body"))
        # Bolt compares the type letter by letter, and takes what it does not know for a form.
        environ["CONTENT_TYPE"] = kind
        try:
            BoltRequest(body=text, headers={"content-type": kind})
        except TRIPS:
            raise _RefusedError(400, "The body is not one of Slack's.") from None
        return body


def _kind(environ: WSGIEnvironment) -> str:
    if str(environ.get("HTTP_CONTENT_ENCODING", "identity")).strip().lower() != "identity":
        raise _RefusedError(415, "The body must not be compressed.")
    kind = str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower()
    if kind not in (_FORM, _JSON):
        raise _RefusedError(415, "The body must be a form or JSON.")
    return kind


def _read(environ: WSGIEnvironment) -> bytes:
    """All of the body; never more than one byte over the limit."""
    source: InputStream = environ["wsgi.input"]
    said = str(environ.get("CONTENT_LENGTH") or "").strip()
    chunked = "chunked" in str(environ.get("HTTP_TRANSFER_ENCODING", "")).lower()
    if said:
        if not (said.isascii() and said.isdigit()):
            raise _RefusedError(400, "Content-Length is not a number.")
        length = int(said[:12])
        if length > BODY_LIMIT:
            raise _RefusedError(413, "The body is too long.")
        body = _take(source, length)
        if len(body) < length:
            raise _RefusedError(400, "The body is shorter than announced.")
        return body
    if not (chunked or environ.get("wsgi.input_terminated")):
        raise _RefusedError(411, "The body has no length.")
    body = _take(source, BODY_LIMIT + 1)
    if len(body) > BODY_LIMIT:
        raise _RefusedError(413, "The body is too long.")
    return body


def _take(source: InputStream, length: int) -> bytes:
    """At most `length` bytes: a stream may give less than it is asked for."""
    parts, left = [], length
    while left > 0:
        part = source.read(left)
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _form(text: str) -> dict[str, str]:
    """The fields of a form, each once, in UTF-8."""
    if text.lstrip().startswith("{"):
        raise _RefusedError(400, "The body is JSON, but says that it is a form.")
    try:
        pairs = parse_qsl(
            text,
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=_FIELDS,
        )
    except ValueError:
        raise _RefusedError(400, "The body is not a form.") from None
    fields = dict(pairs)
    if not fields:
        raise _RefusedError(400, "The body is empty.")
    if len(fields) < len(pairs):
        raise _RefusedError(400, "A field of the form comes twice.")
    if "payload" in fields:
        _object(fields["payload"], "The payload")
    return fields


def _object(text: str, what: str) -> dict[str, object]:
    """The JSON object that `text` holds."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise _RefusedError(400, f"{what} is not JSON.") from None
    if not isinstance(value, dict):
        raise _RefusedError(400, f"{what} is not a JSON object.")
    if text.count("[") + text.count("{") > _DEPTH and _too_deep(value):
        raise _RefusedError(400, f"{what} is nested too deeply.")
    return value


def _too_deep(value: object) -> bool:
    """Whether there are more than _DEPTH levels, without a call for each."""
    level = [value]
    for _ in range(_DEPTH):
        inner: list[object] = []
        for one in level:
            if isinstance(one, dict):
                inner.extend(one.values())
            elif isinstance(one, list):
                inner.extend(one)
        if not inner:
            return False
        level = inner
    return True


def _command_of_strings(body: dict[str, object]) -> None:
    """Slack sends commands as forms; one that comes as JSON must at least look like that form."""
    if "command" in body and not all(isinstance(value, str) for value in body.values()):
        raise _RefusedError(400, "A command consists of texts.")


def _answer(status: int, reason: str, start_response: StartResponse) -> Iterable[bytes]:
    body = f"{reason}\n".encode() if reason else b""
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if status == 405:
        headers.append(("Allow", "POST"))
    start_response(f"{status} {_REASONS[status]}", headers)
    return [body]
