"""The paths, and who may see the metrics."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from typing import Any

import pytest

from bot import logs
from bot.server.metrics import EventCounter, Metrics
from bot.server.routes import Routes
from bot.settings import Secret
from tests.server.asking import ask, hello


def routes(metrics_token: str | None = None, slack_app: Any = hello, **parts: bool) -> Routes:
    """Routes whose checks say what `parts` say."""
    found = {name: (lambda ok=ok: ok) for name, ok in parts.items()}
    return Routes(slack_app, found, Metrics(), Secret(metrics_token) if metrics_token else None)


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/healthz", 200),
        ("HEAD", "/healthz", 200),
        ("POST", "/healthz", 405),
        ("GET", "/readyz", 200),
        ("DELETE", "/readyz", 405),
        ("GET", "/metrics", 200),
        ("POST", "/metrics", 405),
        ("POST", "/slack/events", 200),
        ("GET", "/slack/events", 405),
        ("HEAD", "/slack/events", 405),
        ("PUT", "/slack/events", 405),
        ("POST", "/slack/events/", 404),
        ("POST", "/slack/install", 404),
        ("GET", "/", 404),
        ("GET", "/healthz/../metrics", 404),
        ("GET", "/healthz%2f", 404),
        ("GET", "/.env", 404),
    ],
)
def test_each_path_takes_its_own_requests(
    serve: Callable[..., int], method: str, path: str, expected: int
) -> None:
    """Four paths, their methods, and nothing else."""
    answer = ask(serve(routes()), path, method, b"x" if method in ("POST", "PUT") else None)
    assert answer.status == expected
    assert answer.headers.get("server", "") == ""
    if expected == 405:
        assert answer.headers["allow"] == ("POST" if "slack" in path else "GET, HEAD")
    if method == "HEAD":
        assert answer.text == ""


def test_in_socket_mode_no_request_reaches_slack_s_path(serve: Callable[..., int]) -> None:
    """What Slack would send comes over the socket; a stranger's copy meets nothing."""
    port = serve(routes(slack_app=None))
    assert ask(port, "/slack/events", "POST", b"payload=1").status == 404
    assert ask(port, "/healthz").status == 200


def test_readiness_names_the_part_that_fails(serve: Callable[..., int]) -> None:
    """And nothing else: no path, no address, no reason."""
    answer = ask(serve(routes(database=True, work=False)), "/readyz")
    assert answer.status == 503
    assert answer.text == '{"ready": false, "database": "ok", "work": "failing"}\n'
    answer = ask(serve(routes(database=True)), "/readyz")
    assert answer.text == '{"ready": true, "database": "ok"}\n'


@pytest.mark.parametrize(
    "header",
    [
        "Forwarded",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP",
        "X-Forwarded-Port",
        "X-Original-Forwarded-For",
        "CF-Connecting-IP",
        "True-Client-IP",
        "Fly-Client-IP",
        "X-Amzn-Trace-Id",
    ],
)
def test_metrics_without_a_token_are_never_for_a_forwarded_request(
    serve: Callable[..., int], header: str
) -> None:
    """A proxy on this machine asks from loopback for the whole world."""
    port = serve(routes())
    assert ask(port, "/metrics").status == 200
    answer = ask(port, "/metrics", "GET", None, **{header: "127.0.0.1"})
    assert answer.status == 403
    assert "flowxo_bot" not in answer.text


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", 200),
        ("localhost:3000", 200),
        ("127.0.0.1:3000", 200),
        ("[::1]:3000", 200),
        ("[::1]", 200),
        ("bot.example", 403),
        ("bot.example:443", 403),
        ("10.0.0.7:3000", 403),
    ],
)
def test_metrics_without_a_token_are_asked_for_by_a_local_name(
    serve: Callable[..., int], host: str, expected: int
) -> None:
    """A proxy that adds no header still says whom the request was for."""
    assert ask(serve(routes()), "/metrics", Host=host).status == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", "200"),
        ("127.8.8.8", "200"),
        ("::1", "200"),
        ("::ffff:127.0.0.1", "200"),
        ("::ffff:10.0.0.1", "403"),
        ("10.0.0.1", "403"),
        ("", "403"),
    ],
)
def test_metrics_without_a_token_are_for_this_machine(address: str, expected: str) -> None:
    """Also when the port listens on every address."""
    said: list[str] = []
    environ = {"PATH_INFO": "/metrics", "REQUEST_METHOD": "GET", "REMOTE_ADDR": address}
    routes()(environ, lambda status, _headers, *_: said.append(status[:3]))  # type: ignore[arg-type] # a listener of one answer
    assert said == [expected]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Bearer right", 200),
        ("bearer right", 200),
        ("Bearer wrong", 401),
        ("Bearer", 401),
        ("Basic right", 401),
        ("right", 401),
        ("Bearer rïght", 401),
        ("", 401),
    ],
)
def test_metrics_with_a_token_are_for_whoever_has_it(
    serve: Callable[..., int], given: str, expected: int
) -> None:
    """From anywhere, and from this machine too; nothing else about the request matters."""
    port = serve(routes("right"))
    answer = ask(port, "/metrics", Authorization=given, X_Forwarded_For="1.2.3.4", Host="a.b")
    assert answer.status == expected
    if expected == 401:
        assert answer.headers["www-authenticate"] == "Bearer"
        assert "right" not in answer.text


def test_requests_and_events_are_counted() -> None:
    """By known path and status, by constant name and level; a stranger's path makes no series."""
    made = routes()
    for path in ("/healthz", "/secret-1", "/secret-2"):
        environ = {"PATH_INFO": path, "REQUEST_METHOD": "GET"}
        made(environ, lambda *_: None)  # type: ignore[arg-type] # nobody listens
    written = io.StringIO()
    # What is not written is counted all the same.
    logs.configure("ERROR", "json", stream=written)
    counter = EventCounter(made.metrics)
    counter.attach()
    for name, message, level in (
        ("bot.slack.app", "question_answered", logging.INFO),
        ("bot.slack.app", "question_answered", logging.INFO),
        ("bot.slack.app", "Some text of 12 words", logging.INFO),
        ("urllib3", "retrying", logging.WARNING),
    ):
        logging.getLogger(name).log(level, message)
    counter.detach()
    logging.getLogger("bot.slack.app").info("question_answered")
    assert written.getvalue() == ""
    page = made.metrics.page().decode()
    assert 'flowxo_bot_http_requests_total{path="/healthz",status="200"} 1.0' in page
    assert 'flowxo_bot_http_requests_total{path="other",status="404"} 2.0' in page
    assert 'flowxo_bot_events_total{event="question_answered",level="info"} 2.0' in page
    assert "secret-1" not in page
    assert "words" not in page
    assert "retrying" not in page
    assert "flowxo_bot_info" in page
