"""The paths that the bot answers over HTTP; everything else is 404 and reaches nothing.

Must never show a trace, a version or a setting to a stranger.
"""

from __future__ import annotations

import hmac
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from bot.server import connect
from bot.server.health import Check
from bot.server.metrics import CONTENT_TYPE, Metrics
from bot.settings import Secret, is_loopback

SLACK_PATH = "/slack/events"
_REASONS = {
    200: "OK",
    303: "See Other",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    422: "Unprocessable Content",
    503: "Service Unavailable",
}
# A header that begins like this says that somebody else asked and a proxy handed it on.
_FORWARDED = (
    "HTTP_FORWARDED",
    "HTTP_VIA",
    "HTTP_X_FORWARDED",
    "HTTP_X_ORIGINAL_",
    "HTTP_X_REAL_IP",
    "HTTP_X_CLIENT_IP",
    "HTTP_X_CLUSTER_CLIENT_IP",
    "HTTP_TRUE_CLIENT_IP",
    "HTTP_CF_",
    "HTTP_CDN_LOOP",
    "HTTP_FLY_",
    "HTTP_FASTLY_",
    "HTTP_X_AMZN_",
    "HTTP_X_AZURE_",
    "HTTP_X_CLOUD_TRACE_CONTEXT",
    "HTTP_X_ENVOY_",
)
_READ = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of our own."""

    status: int
    body: bytes
    kind: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Routes:
    """The WSGI application.

    `slack` is None where Slack reaches the bot by Socket Mode, `door` where no key is typed here.
    """

    slack: WSGIApplication | None
    checks: Mapping[str, Check]
    metrics: Metrics
    metrics_token: Secret | None = None
    door: connect.Door | None = None

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, counted and timed."""
        path = str(environ.get("PATH_INFO", ""))
        method = str(environ.get("REQUEST_METHOD", ""))
        begun = time.monotonic()
        label = path if path in (SLACK_PATH, "/healthz", "/readyz", "/metrics") else "other"
        if self.door is not None and path.startswith(connect.PATH):
            label = connect.PATH  # the rest of it opens the form

        def counting(status: str, headers: list[tuple[str, str]], *rest: object) -> object:
            self.metrics.requests.labels(label, status[:3]).inc()
            return start_response(status, headers, *rest)  # type: ignore[arg-type] # as it came

        try:
            if path == SLACK_PATH and self.slack is not None:
                if method == "POST":
                    return self.slack(environ, counting)  # type: ignore[arg-type] # the same
                page = _not_allowed("POST")
            else:
                page = self._own(path, method, environ)
            return _send(page, method, counting)  # type: ignore[arg-type] # the same
        finally:
            self.metrics.seconds.labels(label).observe(time.monotonic() - begun)

    def _own(self, path: str, method: str, environ: WSGIEnvironment) -> Page:
        if self.door is not None and path.startswith(connect.PATH):
            if method not in (*_READ, "POST"):
                return _not_allowed(", ".join((*_READ, "POST")))
            made = connect.answer(self.door, path, method, environ)
            return Page(made.status, made.body, made.kind, tuple(made.headers))
        if path not in ("/healthz", "/readyz", "/metrics"):
            return Page(404, b"There is nothing here.\n")
        if method not in _READ:
            return _not_allowed(", ".join(_READ))
        if path == "/healthz":
            return Page(200, b'{"status": "alive"}\n', "application/json")
        if path == "/readyz":
            return self._ready()
        return _refusal(environ, self.metrics_token) or Page(200, self.metrics.page(), CONTENT_TYPE)

    def _ready(self) -> Page:
        found = {name: check() for name, check in self.checks.items()}
        ready = all(found.values())
        self.metrics.ready.set(ready)
        body = {"ready": ready, **{name: "ok" if ok else "failing" for name, ok in found.items()}}
        return Page(200 if ready else 503, json.dumps(body).encode() + b"\n", "application/json")


def _refusal(environ: WSGIEnvironment, token: Secret | None) -> Page | None:
    """Why this request may not see the metrics, or None where it may."""
    if token is not None:
        kind, _, given = str(environ.get("HTTP_AUTHORIZATION", "")).partition(" ")
        right = hmac.compare_digest(given.strip().encode(), token.reveal().encode())
        if right and kind.lower() == "bearer":
            return None
        return Page(
            401,
            b"The metrics need the bearer token that METRICS_TOKEN holds.\n",
            headers=(("WWW-Authenticate", "Bearer"),),
        )
    name = str(environ.get("HTTP_HOST", "localhost")).rpartition(":")
    named = name[0] if name[0] and name[2].isdigit() else str(environ.get("HTTP_HOST", "localhost"))
    near = is_loopback(str(environ.get("REMOTE_ADDR", ""))) and is_loopback(named)
    if near and not any(name.startswith(_FORWARDED) for name in environ):
        return None
    return Page(403, b"The metrics are for this machine alone unless METRICS_TOKEN is set.\n")


def _not_allowed(methods: str) -> Page:
    return Page(405, b"This address takes no such request.\n", headers=(("Allow", methods),))


def _send(page: Page, method: str, start_response: StartResponse) -> Iterable[bytes]:
    start_response(
        f"{page.status} {_REASONS[page.status]}",
        [
            ("Content-Type", page.kind),
            ("Content-Length", str(len(page.body))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            *page.headers,
        ],
    )
    return [b"" if method == "HEAD" else page.body]
