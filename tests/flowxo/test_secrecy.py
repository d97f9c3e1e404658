"""The key goes to Flow XO's three analytics paths and appears nowhere else."""

from __future__ import annotations

import logging
from traceback import TracebackException

import pytest
import requests

from bot.core.periods import Period, Unit
from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_faults import Scripted
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.page_example import EXAMPLE
from bot.errors import UpstreamError
from bot.flowxo.client import FlowXOClient
from bot.flowxo.connections import PATHS, AccountSession, Line, OffLimitsError, using
from bot.flowxo.deadline import Deadline
from bot.flowxo.transport import Transport
from bot.settings import Secret

KEY = "eyJ-a-key-that-must-stay-hidden-0123456789"
NOWHERE = "http://127.0.0.1:9/api"
FAULTS = [
    faults.status(401),
    faults.status(404),
    faults.status(500),
    faults.status(429),
    faults.redirect("http://127.0.0.1:9/elsewhere"),
    faults.page(),
    faults.reset(),
    faults.cut_short(),
    faults.drip_header(),
    faults.drip_body(),
    faults.text("[NaN]"),
    Scripted(body=b"no gzip", headers={"Content-Encoding": "gzip"}),
    faults.text("{}", content_type="application/json\r\nX-Bad: \xff"),
]


def all_of(error: BaseException) -> str:
    """Everything that a report of an error could hold: chains, frames and their locals."""
    told = TracebackException.from_exception(error, capture_locals=True)
    return "".join(told.format()) + repr(error) + repr(error.args) + repr(vars(error))


@pytest.mark.parametrize("fault", FAULTS)
def test_no_error_and_no_log_holds_the_key(
    autumn: Period, fault: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even in the locals of a frame, nor at DEBUG, whichever way it fails."""
    caplog.set_level(logging.DEBUG)
    with FakeFlowXO(EXAMPLE, key=KEY) as flowxo:
        flowxo.always(fault)
        client = FlowXOClient(flowxo.url, KEY)
        question = client.question(0.3)
        with pytest.raises(UpstreamError) as failed:
            question.insights(autumn, Unit.MONTH)
        client.close()
        assert failed.value.__cause__ is None
        assert failed.value.__context__ is None
        # The test's own frame is left out: it holds the key by name.
        told = all_of(failed.value.with_traceback(failed.value.__traceback__.tb_next))  # type: ignore[union-attr]  # it was raised
        assert KEY not in told
        assert all(KEY not in str(vars(record)) for record in caplog.records)
        assert KEY not in caplog.text
        assert KEY not in str(flowxo.requests)


def test_a_right_answer_leaves_no_trace_either(
    autumn: Period, caplog: pytest.LogCaptureFixture
) -> None:
    """The library below logs each request at DEBUG, without its headers."""
    caplog.set_level(logging.DEBUG)
    with FakeFlowXO(EXAMPLE, key=KEY) as flowxo:
        client = FlowXOClient(flowxo.url, KEY)
        assert client.question().insights(autumn).stats is not None
        client.close()
        events = [record.getMessage() for record in caplog.records]
    assert "flowxo_answered" in events
    assert all(KEY not in str(vars(record)) for record in caplog.records)


def test_nothing_shows_the_key_when_it_is_printed() -> None:
    """Neither the client nor anything that it is made of."""
    client = FlowXOClient(NOWHERE, KEY)
    session = AccountSession(NOWHERE, Secret(KEY), 1)
    transport = Transport(session)
    for thing in (client, client.question(), session, session.auth, session.gate, transport):
        assert KEY not in repr(thing) + str(thing)
        assert KEY not in str(getattr(thing, "__dict__", ""))
    assert repr(client) == "<FlowXOClient 127.0.0.1>"


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("POST", f"{NOWHERE}/insights"),
        ("PUT", f"{NOWHERE}/insights"),
        ("DELETE", f"{NOWHERE}/insights"),
        ("HEAD", f"{NOWHERE}/insights"),
        ("GET", NOWHERE),
        ("GET", f"{NOWHERE}/bots"),
        ("GET", f"{NOWHERE}/insights/"),
        ("GET", f"{NOWHERE}/insights/top_flows/1"),
        ("GET", f"{NOWHERE}/users/subaccounts"),
        ("GET", f"{NOWHERE}/insights/../bots"),
        ("GET", "http://127.0.0.1:10/api/insights"),
        ("GET", "https://127.0.0.1:9/api/insights"),
        ("GET", "http://127.0.0.1:9@localhost/api/insights"),
    ],
)
def test_the_session_refuses_anything_else_before_a_socket_is_opened(method: str, url: str) -> None:
    """No server listens there: a connection would be another error."""
    session = AccountSession(NOWHERE, Secret(KEY), 1)
    with using(Line(Deadline.after(5.0))), pytest.raises(OffLimitsError) as refused:
        session.request(method, url, timeout=1)
    assert KEY not in str(refused.value)


def test_a_body_is_refused_too() -> None:
    """A GET that carries something is not a read."""
    session = AccountSession(NOWHERE, Secret(KEY), 1)
    with pytest.raises(OffLimitsError):
        session.get(f"{NOWHERE}/insights", data={"a": "b"}, timeout=1)


@pytest.mark.parametrize("path", ["", "/", "/bots", "/insights/", "insights", "/../insights"])
def test_the_transport_refuses_other_paths(path: str) -> None:
    """Three there are, and no more."""
    transport = Transport(AccountSession(NOWHERE, Secret(KEY), 1))
    with pytest.raises(OffLimitsError):
        transport.get(path, {}, Line(Deadline.after(5.0)))
    assert path not in PATHS


def test_a_mistake_of_ours_is_not_taken_for_an_outage() -> None:
    """A request without a line, or out of the session's bounds, is a fault to mend."""
    session = AccountSession(NOWHERE, Secret(KEY), 1)
    with pytest.raises(OffLimitsError):
        session.get(f"{NOWHERE}/insights", timeout=1)
    session.gate = AccountSession("http://127.0.0.1:10", Secret(KEY), 1).gate
    session.mount("http://", session.gate)
    with pytest.raises(OffLimitsError):
        Transport(session).get("/insights", {}, Line(Deadline.after(5.0)))


def test_no_cookie_is_kept() -> None:
    """Flow XO has nothing to remember us by."""
    with FakeFlowXO(EXAMPLE) as flowxo:
        session = AccountSession(flowxo.url, Secret(flowxo.key), 1)
        flowxo.script(Scripted(body=b"[]", headers={"Set-Cookie": "a=b"}))
        with using(Line(Deadline.after(5.0))):
            answer = session.get(f"{flowxo.url}/insights", timeout=5)
        assert isinstance(answer, requests.Response)
        assert list(session.cookies) == []
        session.close()
