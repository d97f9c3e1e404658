"""The one-time page under /connect/: GET shows and changes nothing, POST tries and saves a key.

Knows neither Slack nor a database: whoever opens the door does. A link that is not open, guessed,
used or too old, is told the same.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import parse_qs
from wsgiref.types import WSGIEnvironment

from bot.core.key_page import Form, Tried
from bot.core.new_keys import gives_away
from bot.core.sentences import say
from bot.errors import BotError
from bot.server.connect_page import HEADERS, form_page, note_page

_log = logging.getLogger(__name__)
PATH = "/connect/"
DONE = f"{PATH}done"
_KIND = "text/html; charset=utf-8"
_LONGEST_BODY = 16_000
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class Door(Protocol):
    """Who knows the links. Tokens are what stands after /connect/, always 43 signs."""

    def look(self, token: str) -> Form | None:
        """What the link is for, None where it is not open; changes nothing."""
        ...

    def submit(self, token: str, key: str, name: str) -> Tried | None:
        """Try the key and save it; None where the link is not open any more.

        `name` is "" where the form did not ask for one.
        """
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """A page and its status."""

    status: int
    body: bytes = b""
    headers: Sequence[tuple[str, str]] = HEADERS
    kind: str = _KIND


def answer(door: Door, path: str, method: str, environ: WSGIEnvironment) -> Answer:
    """Answer one request under PATH; `method` is GET, HEAD or POST."""
    try:
        return _answer(door, path, method, environ)
    except BotError as error:
        _log.error("connect_page_failed", extra={"reason": error.message})
    except Exception:  # the edge: a page of ours says so, without a word of what it was
        _log.exception("connect_page_failed")
    return _note(503, say("connect.page.trouble"), say("connect.page.trouble_hint"))


def _answer(door: Door, path: str, method: str, environ: WSGIEnvironment) -> Answer:
    if path == DONE:
        return _note(200, say("connect.page.done"), say("connect.page.done_hint"))
    token = path.removeprefix(PATH)
    form = door.look(token) if _TOKEN.fullmatch(token) else None
    if form is None:
        return _closed()
    if method != "POST":
        return Answer(200, form_page(form, _stamp(token)))
    fields = _fields(environ)
    if fields is None or not _sent_from_here(environ):
        return _note(400, say("connect.page.odd"), say("connect.page.odd_hint"))
    if not hmac.compare_digest(fields.get("stamp", "").encode(), _stamp(token).encode()):
        return _note(400, say("connect.page.odd"), say("connect.page.odd_hint"))
    name = "" if form.replaces else fields.get("name", "")
    key = fields.get("key", "")
    tried = door.submit(token, key, name)
    if tried is None:
        return _closed()
    if not tried.saved:
        return Answer(422, _again(form, token, tried, key, name))
    # A reload shows the last page again and sends no key.
    return Answer(303, headers=(*HEADERS, ("Location", DONE.removeprefix(PATH))))


def _again(form: Form, token: str, tried: Tried, key: str, name: str) -> bytes:
    """The form once more, without a name that was the key: the page shows none."""
    if gives_away(form.account, key):
        form = replace(form, account="")
    return form_page(form, _stamp(token), tried, "" if gives_away(name, key) else name)


def _closed() -> Answer:
    return _note(404, say("connect.page.closed"), say("connect.page.closed_hint"))


def _note(status: int, title: str, line: str) -> Answer:
    return Answer(status, note_page(title, line))


def _stamp(token: str) -> str:
    """Made of the link, which nobody else has; it goes into the form and must come back."""
    return hmac.new(token.encode(), b"connect form", hashlib.sha256).hexdigest()


def _sent_from_here(environ: WSGIEnvironment) -> bool:
    """Whether a browser says that another site sent the form; one that says nothing is old."""
    site = environ.get("HTTP_SEC_FETCH_SITE")
    return site is None or site == "same-origin"


def _fields(environ: WSGIEnvironment) -> dict[str, str] | None:
    """The form's fields, None where the body is none of ours."""
    kind = str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower()
    length = str(environ.get("CONTENT_LENGTH") or "0")
    if kind != "application/x-www-form-urlencoded" or not length.isdecimal():
        return None
    if int(length) > _LONGEST_BODY:
        return None
    body = environ["wsgi.input"].read(int(length))
    try:
        found = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=8)
    except ValueError:
        return None
    return {name: values[0] for name, values in found.items()}
