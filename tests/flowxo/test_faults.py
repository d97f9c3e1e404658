"""Whatever Flow XO or the way to it does wrong ends in the right error, soon."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from bot.core.periods import Period, Unit
from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_faults import Scripted
from bot.demo.flowxo_server import FakeFlowXO
from bot.errors import (
    KeyRefusedError,
    UpstreamBusyError,
    UpstreamDownError,
    UpstreamError,
    UpstreamLateError,
    UpstreamNonsenseError,
)
from bot.flowxo.client import FlowXOClient
from bot.flowxo.transport import retry_after

SOON_S = 0.4
FIGURES = '"active_users":1,"total_users":1,"new_users":1,"triggers":1,"sent_messages":1'


def stats(received: str) -> Scripted:
    """An answer whose one count is written like this."""
    return faults.text(f'{{"stats":[{{{FIGURES},"received_messages":{received}}}],"metrics":[]}}')


PERMANENT: list[tuple[Scripted, type[UpstreamError]]] = [
    (faults.status(401), KeyRefusedError),
    (faults.status(403), KeyRefusedError),
    (faults.status(400), UpstreamNonsenseError),
    (faults.status(404), UpstreamNonsenseError),
    (faults.status(402), UpstreamNonsenseError),
    (faults.status(204), UpstreamNonsenseError),
    (faults.status(206), UpstreamNonsenseError),
    (faults.status(429, retry_after="3600"), UpstreamBusyError),
    (faults.status(503, retry_after="3600"), UpstreamBusyError),
    (faults.status(429, retry_after="99999999999999999999"), UpstreamBusyError),
    (faults.redirect("http://127.0.0.1:9/api/insights"), UpstreamDownError),
    (faults.redirect("/api/insights", 307), UpstreamDownError),
    (faults.redirect("http://127.0.0.1:9/", 301, endless=True), UpstreamDownError),
    (faults.status(304), UpstreamDownError),
    (faults.page(), UpstreamNonsenseError),
    (faults.text("[]", content_type="text/plain"), UpstreamNonsenseError),
    (faults.text("[]", content_type=""), UpstreamNonsenseError),
    (faults.text(""), UpstreamNonsenseError),
    (faults.text("null"), UpstreamNonsenseError),
    (faults.text("[" * 100_000), UpstreamNonsenseError),
    (faults.text(b"\xef\xbb\xbf{}"), UpstreamNonsenseError),
    (faults.text('{"stats": [], "stats": [], "metrics": []}'), UpstreamNonsenseError),
    (stats("NaN"), UpstreamNonsenseError),
    (stats("-1"), UpstreamNonsenseError),
    (stats("true"), UpstreamNonsenseError),
    (stats("1.0"), UpstreamNonsenseError),
    (stats("9" * 5000), UpstreamNonsenseError),
    (faults.gzip_bomb(16), UpstreamNonsenseError),
    (faults.endless(), UpstreamNonsenseError),
    (Scripted(body=b"\x1f\x8bno", headers={"Content-Encoding": "gzip"}), UpstreamNonsenseError),
    (Scripted(body=b"x", headers={"Content-Encoding": "br"}), UpstreamNonsenseError),
    (Scripted(body=b"x", headers={"Content-Encoding": "gzip, gzip"}), UpstreamNonsenseError),
]
PASSING: list[tuple[Scripted, type[UpstreamError]]] = [
    (faults.status(500), UpstreamDownError),
    (faults.status(502), UpstreamDownError),
    (faults.page(503), UpstreamDownError),
    (faults.status(408), UpstreamDownError),
    (faults.reset(), UpstreamDownError),
    (faults.cut_short(), UpstreamDownError),
    (faults.status(429), UpstreamBusyError),
    (faults.status(429, retry_after="0"), UpstreamBusyError),
    (faults.status(429, retry_after="soon"), UpstreamBusyError),
    (faults.status(429, retry_after="-5"), UpstreamBusyError),
    (faults.status(429, retry_after="²"), UpstreamBusyError),
    (faults.status(503, retry_after="0"), UpstreamBusyError),
]
ENDLESS = [
    faults.drip_body(),
    faults.drip_header(),
    faults.drip_continue(),
    faults.gzip_void(),
    faults.slow(30.0),
]


@pytest.mark.parametrize(("fault", "error"), PERMANENT)
def test_what_a_second_try_cannot_mend_is_told_at_once(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period, fault: Scripted, error: type
) -> None:
    """One request, the right error, and the next question is fine."""
    flowxo.script(fault)
    with pytest.raises(error):
        client.question().insights(autumn)
    assert len(flowxo.requests) == 1
    assert client.question().insights(autumn).stats is not None


@pytest.mark.parametrize(("fault", "error"), PASSING)
def test_what_may_pass_is_tried_again(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period, fault: Scripted, error: type
) -> None:
    """Once is not noticed; for ever is told by the deadline."""
    flowxo.script(fault)
    assert client.question().insights(autumn).stats is not None
    assert len(flowxo.requests) == 2
    flowxo.always(fault)
    with pytest.raises(error):
        client.question(SOON_S).top_flows(autumn)


@pytest.mark.parametrize("fault", ENDLESS)
def test_an_answer_without_an_end_is_left_at_the_deadline(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period, fault: Scripted
) -> None:
    """The caller is released, whatever drips, and the next question is fine."""
    flowxo.always(fault)
    released = Event()
    errors: list[Exception] = []

    def ask() -> None:
        try:
            client.question(SOON_S).insights(autumn, Unit.MONTH)
        except UpstreamError as error:
            errors.append(error)
        released.set()

    Thread(target=ask, daemon=True).start()
    assert released.wait(30)
    assert [type(error) for error in errors] == [UpstreamLateError]
    flowxo.always(None)
    assert client.question().insights(autumn).stats is not None


def test_each_list_is_held_to_the_same(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period
) -> None:
    """Messages and flows are read as strictly as figures."""
    flowxo.always(faults.value([{"_id": 5, "count": 1}]))
    with pytest.raises(UpstreamNonsenseError):
        client.question().top_messages(autumn)
    with pytest.raises(UpstreamNonsenseError):
        client.question().top_flows(autumn)


def test_buckets_of_other_days_are_nonsense(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period
) -> None:
    """Right in form, but nobody asked for them."""
    bucket = f'{{"_id":"2019-10","_timestamp":"2019-10-01T00:00:00.000Z",{FIGURES}'
    flowxo.script(faults.text(f'{{"stats":[],"metrics":[{bucket},"received_messages":1}}]}}'))
    with pytest.raises(UpstreamNonsenseError) as nonsense:
        client.question().insights(autumn, Unit.MONTH)
    assert "dates" in nonsense.value.message


def test_a_wait_that_fits_is_waited_out(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period
) -> None:
    """Retry-After in seconds and as a date, within the deadline."""
    shortly = format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True)
    flowxo.script(faults.status(429, retry_after="1"), faults.status(503, retry_after=shortly))
    assert client.question().insights(autumn).stats is not None
    assert len(flowxo.requests) == 3


def test_what_went_wrong_before_says_more_than_that_time_ran_out(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period
) -> None:
    """An error, then silence until the deadline: it is the error that is told."""
    flowxo.script(faults.status(502), faults.drip_body())
    with pytest.raises(UpstreamDownError) as down:
        client.question(2.0).insights(autumn)
    assert "502" in down.value.message


def test_busy_says_when_to_ask_again(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period
) -> None:
    """What Flow XO said, in words."""
    flowxo.script(faults.status(429, retry_after="180"))
    with pytest.raises(UpstreamBusyError) as busy:
        client.question().insights(autumn)
    assert busy.value.hint == "Ask again in 3 minutes."


def test_a_question_has_one_deadline_for_all_its_calls(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period
) -> None:
    """What the first call used up the second does not have."""
    source = client.question(SOON_S)
    flowxo.script(faults.drip_body())
    with pytest.raises(UpstreamDownError):
        source.insights(autumn)
    for call in (source.top_flows, source.top_messages):
        with pytest.raises(UpstreamDownError):
            call(autumn)


def test_no_server_at_all_is_down(autumn: Period) -> None:
    """Nobody listens there."""
    client = FlowXOClient("http://127.0.0.1:9/api", "key")
    with pytest.raises(UpstreamDownError) as down:
        client.question(SOON_S).insights(autumn)
    assert "reach" in down.value.message
    client.close()


@contextmanager
def untrusted() -> Iterator[tuple[str, list[str]]]:
    """A server behind a certificate that nobody vouches for; what it was asked."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(str(self.headers))

        def log_message(self, *_: object) -> None:
            """Nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A handshake that ends is what is tried here."""

    server = Server(("127.0.0.1", 0), Handler)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(Path(__file__).with_name("untrusted.pem"))
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_address[1]}/api", seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_certificate_that_nobody_vouches_for_gets_no_key(autumn: Period) -> None:
    """The handshake ends before anything is sent."""
    with untrusted() as (url, seen):
        client = FlowXOClient(url, "key-that-stays-here")
        with pytest.raises(UpstreamDownError) as down:
            client.question().insights(autumn)
        client.close()
    assert "certificate" in down.value.message
    assert seen == []


def test_plain_http_where_tls_was_meant_is_down(flowxo: FakeFlowXO, autumn: Period) -> None:
    """Not a word about certificates: there is none."""
    client = FlowXOClient(flowxo.url.replace("http:", "https:"), flowxo.key)
    with pytest.raises(UpstreamDownError) as down:
        client.question(SOON_S).insights(autumn)
    assert "certificate" not in down.value.message
    client.close()


@pytest.mark.parametrize(
    ("header", "wait_s"),
    [
        (None, None),
        ("", None),
        ("0", 0.0),
        ("007", 7.0),
        (" 30 ", 30.0),
        ("1" * 40, 1e9),
        ("0" * 40 + "5", 5.0),
        ("1.5", None),
        ("-1", None),
        ("soon", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("Thu, 01 Jan 1970 00:00:00 -0000", 0.0),
        ("Fri, 99 Foo 9999 99:99:99 GMT", None),
    ],
)
def test_retry_after_is_read_or_left(header: str | None, wait_s: float | None) -> None:
    """Seconds or a date; anything else is as if it were not there."""
    assert retry_after(header) == wait_s
