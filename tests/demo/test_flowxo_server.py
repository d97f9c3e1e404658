"""The fake Flow XO follows the API page, and fails in every way it is told to."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import product
from threading import Event, Thread
from typing import Any

import pytest
import requests
from urllib3.exceptions import HTTPError

from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_answers import Answers, BadParameterError, Habits
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.page_example import EXAMPLE
from bot.demo.sample import sample

# The API page's own requests and answers, word for word.
PAGE_ASKED = {"offset": "0", "start": "2021-10-01", "end": "2021-11-30", "unit": "month"}
PAGE_STATS = {
    "_id": None,
    "active_users": 23,
    "total_users": 55,
    "new_users": 10,
    "triggers": 104,
    "received_messages": 106,
    "sent_messages": 146,
}
PAGE_METRICS = [
    {
        "_id": "2021-10",
        "_timestamp": "2021-10-01T00:00:00.000Z",
        "active_users": 22,
        "total_users": 54,
        "new_users": 9,
        "triggers": 100,
        "received_messages": 99,
        "sent_messages": 141,
    },
    {
        "_id": "2021-11",
        "_timestamp": "2021-11-01T00:00:00.000Z",
        "active_users": 23,
        "total_users": 55,
        "new_users": 1,
        "triggers": 4,
        "received_messages": 7,
        "sent_messages": 5,
    },
]
PAGE_MESSAGES = [
    {"_id": "text me", "count": 18},
    {"_id": "hi", "count": 4},
    {"_id": "text ne", "count": 2},
    {"_id": "/start", "count": 1},
    {"_id": "convert a timestamp", "count": 1},
]
PAGE_FLOWS = [
    {"_id": {"id": "616f1b6a1680ec001b9a4579", "name": "Untitled Broadcast"}, "count": 93},
    {"_id": {"id": "5e4078ccbf034a59fd0b611d", "name": "Text Me"}, "count": 19},
    {"_id": {"id": "615119f48188d75b1dd62763", "name": "Untitled Flow"}, "count": 14},
    {
        "_id": {
            "id": "6104229e5fd0b00021b5e807",
            "name": "Deep Linking with Multiple Argument Parsing (b64 url)",
        },
        "count": 1,
    },
    {"_id": {"id": "5e2e18a38575b0006eb996c5", "name": "Parse a Unix Timestamp"}, "count": 1},
]


@pytest.fixture(name="flowxo")
def _flowxo() -> Iterator[FakeFlowXO]:
    with FakeFlowXO(EXAMPLE) as flowxo:
        yield flowxo


@pytest.fixture(name="session")
def _session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        yield session


class Caller:
    """Asks with the right key."""

    def __init__(self, flowxo: FakeFlowXO, session: requests.Session) -> None:
        self.flowxo = flowxo
        self.session = session

    def get(self, path: str, **params: str) -> requests.Response:
        """The answer of a GET."""
        headers = {"Authorization": f"Bearer {self.flowxo.key}"}
        url = self.flowxo.url + path
        return self.session.get(
            url, params=params, headers=headers, timeout=10, allow_redirects=False
        )

    def json(self, path: str, **params: str) -> Any:
        """Its value."""
        answer = self.get(path, **params)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
        return answer.json()


@pytest.fixture(name="caller")
def _caller(flowxo: FakeFlowXO, session: requests.Session) -> Caller:
    return Caller(flowxo, session)


def test_the_page_s_requests_get_the_page_s_answers(caller: Caller) -> None:
    """Word for word, order and all."""
    assert caller.json("/insights", **PAGE_ASKED) == {
        "stats": [PAGE_STATS],
        "metrics": PAGE_METRICS,
    }
    dates = {"start": "2021-10-01", "end": "2021-11-30"}
    assert caller.json("/insights/top_messages", **dates) == PAGE_MESSAGES
    assert caller.json("/insights/top_flows", **dates, limit="5") == PAGE_FLOWS


def test_the_page_s_figures_hold_however_the_open_questions_turn_out() -> None:
    """With offset 0 and whole months they make no difference."""
    now = datetime(2026, 11, 26, tzinfo=UTC)
    for inclusive, local, whole, stamped in product((True, False), repeat=4):
        habits = Habits(inclusive, local, whole, stamped)
        answer = Answers(EXAMPLE, habits, now).insights(PAGE_ASKED)
        assert answer == {"stats": [PAGE_STATS], "metrics": PAGE_METRICS}


def test_every_parameter_may_be_left_out(caller: Caller) -> None:
    """From the beginning to now, in UTC."""
    answer = caller.json("/insights")
    assert answer["stats"][0]["total_users"] == 55
    assert answer["metrics"][0]["_id"] == "2021-08"
    assert len(caller.json("/insights/top_messages")) == 6


def test_a_limit_is_a_limit_and_the_cap_too(caller: Caller) -> None:
    """The cap is unknown, so a test may set one."""
    assert len(caller.json("/insights/top_flows", limit="3")) == 3
    caller.flowxo.habits = Habits(most_rows=2)
    assert len(caller.json("/insights/top_flows", limit="200")) == 2
    caller.flowxo.habits = Habits(usual_rows=1)
    assert len(caller.json("/insights/top_flows")) == 1


def test_nothing_in_a_range_is_empty_unless_told_otherwise(caller: Caller) -> None:
    """Empty lists; or zeros, where that is how it turns out."""
    asked = {"start": "2019-06-01", "end": "2019-06-30", "unit": "day"}
    assert caller.json("/insights", **asked) == {"stats": [], "metrics": []}
    caller.flowxo.habits = Habits(empty_stats=True)
    answer = caller.json("/insights", **asked)
    assert answer["stats"][0]["triggers"] == 0
    assert len(answer["metrics"]) == 30
    caller.flowxo.habits = Habits(empty_stats=True, empty_buckets=False)
    assert caller.json("/insights", **asked)["metrics"] == []
    same = {"start": "2019-06-01", "end": "2019-06-01"}
    caller.flowxo.habits = Habits(empty_stats=True, end_inclusive=False)
    assert caller.json("/insights", **same)["metrics"] == []


@pytest.mark.parametrize(
    ("path", "name", "text"),
    [
        ("/insights", "start", "yesterday"),
        ("/insights", "end", "2021-13-01"),
        ("/insights", "start", "2031-01-01"),
        ("/insights", "start", "0001-01-01T00:00:00+23:59"),
        ("/insights", "start", "1066-10-14"),
        ("/insights", "offset", "one"),
        ("/insights", "offset", "+60"),
        ("/insights", "offset", "1000"),
        ("/insights", "unit", "week"),
        ("/insights", "unit", "Day"),
        ("/insights", "chatbot", "5"),
        ("/insights/top_flows", "limit", "0"),
        ("/insights/top_flows", "limit", "-1"),
        ("/insights/top_messages", "limit", "many"),
    ],
)
def test_a_bad_parameter_is_turned_down(caller: Caller, path: str, name: str, text: str) -> None:
    """400, so that a client's mistake is seen."""
    assert caller.get(path, **{name: text}).status_code == 400


def test_a_bad_parameter_has_a_name() -> None:
    """The error says which."""
    with pytest.raises(BadParameterError, match="unit"):
        Answers(EXAMPLE, Habits(), datetime.now(UTC)).insights({"unit": "week"})


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer wrong", "Basic eyJ", "schlüssel"])
def test_only_the_right_key_is_let_in(
    flowxo: FakeFlowXO, session: requests.Session, header: str | None
) -> None:
    """401 otherwise, and nothing of it is kept."""
    headers = {} if header is None else {"Authorization": header.encode()}
    answer = session.get(f"{flowxo.url}/insights", headers=headers, timeout=10)
    assert answer.status_code == 401
    assert "wrong" not in str(flowxo.requests)


def test_other_places_and_verbs_are_refused(caller: Caller) -> None:
    """404 and 405."""
    assert caller.get("/bots").status_code == 404
    assert caller.get("/insights/").status_code == 404
    headers = {"Authorization": f"Bearer {caller.flowxo.key}"}
    post = caller.session.post(f"{caller.flowxo.url}/insights", headers=headers, timeout=10)
    assert post.status_code == 405
    bare = caller.flowxo.url.removesuffix("/api") + "/insights"
    assert caller.session.get(bare, headers=headers, timeout=10).status_code == 404


def test_requests_are_recorded_without_the_key(caller: Caller) -> None:
    """Path, parameters and offset."""
    caller.get("/insights", offset="-480", unit="day")
    caller.get("/insights/top_flows", limit="5")
    first, second = caller.flowxo.requests
    assert (first.verb, first.path, first.offset) == ("GET", "/insights", -480)
    assert (second.path, second.params, second.offset) == ("/insights/top_flows", {"limit": "5"}, 0)
    assert caller.flowxo.key not in str(caller.flowxo.requests)


def test_scripts_are_used_up_in_order_and_by_path(caller: Caller) -> None:
    """Then what always holds, then the truth."""
    flowxo = caller.flowxo
    flowxo.script(faults.status(500), faults.status(429, retry_after="7"))
    flowxo.script(faults.status(404), path="/insights/top_flows")
    flowxo.always(faults.page())
    found = [caller.get("/insights"), caller.get("/insights"), caller.get("/insights/top_flows")]
    assert [answer.status_code for answer in found] == [500, 429, 404]
    assert found[1].headers["Retry-After"] == "7"
    assert caller.get("/insights").headers["Content-Type"].startswith("text/html")
    flowxo.always(None)
    assert caller.json("/insights")["stats"]
    flowxo.script(faults.status(500))
    flowxo.clear()
    assert caller.get("/insights").status_code == 200
    assert len(flowxo.requests) == 1


def test_slowness_is_counted(caller: Caller) -> None:
    """For all answers, or for one."""
    caller.flowxo.delay_s = 0.01
    caller.flowxo.script(faults.slow(0.01))
    assert caller.json("/insights")["stats"]
    assert caller.flowxo.busy_s > 0
    caller.flowxo.clear()
    assert caller.flowxo.busy_s == 0


def test_an_answer_can_be_held_until_an_event(caller: Caller) -> None:
    """And comes out true; a server that goes down holds nobody."""
    free = Event()
    caller.flowxo.script(faults.held(free))
    answers: list[int] = []
    asking = Thread(target=lambda: answers.append(caller.get("/insights").status_code))
    asking.start()
    while not caller.flowxo.requests:
        asking.join(0.001)
    assert answers == []
    free.set()
    asking.join()
    assert answers == [200]


@pytest.mark.parametrize(
    "fault",
    [
        faults.drip_body(0.01),
        faults.drip_header(0.01),
        faults.drip_continue(0.01),
        faults.endless(),
        faults.gzip_void(),
        faults.redirect("/x", endless=True),
        faults.slow(600.0),
        faults.held(Event()),
    ],
)
def test_going_down_ends_whatever_has_no_end(
    session: requests.Session, fault: faults.Scripted
) -> None:
    """No test waits for a fault that goes on for ever."""
    ended, flowing = Event(), Event()

    def ask(url: str) -> None:
        broken = (requests.RequestException, HTTPError)
        with suppress(*broken), session.get(url, timeout=60, stream=True) as got:
            while got.raw.read1(65536):
                flowing.set()
        ended.set()

    with FakeFlowXO(EXAMPLE) as flowxo:
        flowxo.always(fault)
        Thread(target=ask, args=(f"{flowxo.url}/insights",), daemon=True).start()
        while not flowxo.requests:
            ended.wait(0.001)
        flowing.wait(0.05)  # most never flow; the others are then in the middle of it
    assert ended.wait(30)


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (faults.redirect("http://127.0.0.1:9/x"), 302),
        (faults.value({"a": float("nan")}), 200),
        (faults.text("[]", content_type="text/csv"), 200),
        (faults.page(503), 503),
    ],
)
def test_scripted_answers_are_sent_as_they_are(
    caller: Caller, fault: faults.Scripted, status: int
) -> None:
    """Status, type, headers and body."""
    caller.flowxo.script(fault)
    answer = caller.get("/insights")
    assert answer.status_code == status
    assert answer.content == fault.body
    assert answer.headers["Content-Type"] == fault.content_type
    assert answer.headers.get("Location") == fault.headers.get("Location")


@pytest.mark.parametrize("fault", [faults.reset(), faults.cut_short()])
def test_connections_can_be_broken(caller: Caller, fault: faults.Scripted) -> None:
    """Without a word, or in the middle of one."""
    caller.flowxo.script(fault)
    with pytest.raises(requests.RequestException):
        caller.get("/insights")


def test_a_gzip_bomb_is_what_it_says() -> None:
    """A thousandth on the way."""
    bomb = faults.gzip_bomb(8)
    opened = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(bomb.body)
    assert len(opened) == 8 * 1024 * 1024
    assert len(bomb.body) < len(opened) / 500
    assert gzip.decompress(gzip.compress(opened[:10])) == b" " * 10


def test_without_data_it_is_the_sample_chatbot() -> None:
    """Two years up to the day it is made."""
    now = datetime(2026, 11, 26, tzinfo=UTC)
    with FakeFlowXO(now=now) as flowxo:
        assert flowxo.data is sample(now)
    with FakeFlowXO() as flowxo:
        assert flowxo.now.tzinfo is UTC
