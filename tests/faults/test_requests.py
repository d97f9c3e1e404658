"""Forged, replayed and repeated requests before two replicas on one database: one effect each.

Counted are what Slack was told, the changes that are kept and the threads that are remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest
import requests
from sqlalchemy import Engine, func, select

from bot.demo.slack_payloads import FORM, Signed, form_body, signed
from bot.demo.slack_server import FakeSlack
from bot.settings import Settings
from bot.storage import database
from bot.storage.tables import THREADS
from tests.faults.rounds import report, sized
from tests.slack.agency import Agency
from tests.slack.conftest import Clock, connecting, listening, settings_for
from tests.slack.source import FixedSource

pytestmark = pytest.mark.both_engines

_AT_ONCE = 8


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A fresh Slack."""
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def settings(slack: FakeSlack, database_url: str) -> Settings:
    """The settings of both replicas."""
    return settings_for(slack, database_url)


class Replicas:
    """Two replicas of the bot on one database, either of which may be sent a request."""

    def __init__(self, agency: Agency) -> None:
        self.agency, self.slack = agency, agency.running.slack
        self.urls = [self.slack.app_url]
        agency.running.start(services=agency.running.services, working_after_s=60.0)
        self.urls.append(self.slack.app_url)

    def send(self, requests_: Iterable[Signed]) -> list[int]:
        """Each to a replica in turn, several at once; their statuses."""

        def one(numbered: tuple[int, Signed]) -> int:
            number, request = numbered
            url = self.urls[number % len(self.urls)]
            return requests.post(url, request.body, headers=request.headers, timeout=30).status_code

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            found = list(pool.map(one, enumerate(requests_)))
        self.agency.running.settle()
        return found

    def effects(self) -> tuple[int, int, int]:
        """How many messages, changes and remembered threads there are."""
        with database.reading(self.agency.engine) as connection:
            threads = connection.execute(select(func.count()).select_from(THREADS)).scalar_one()
        return len(self.slack.messages), len(self.agency.changes()), threads

    def command(self, text: str) -> Signed:
        """A slash command, signed now."""
        return self.signed(form_body(self.slack.make_command(text)), FORM)

    def mention(self, text: str) -> Signed:
        """A mention, signed now."""
        return self.slack.signed_event(self.slack.make_mention(text))

    def signed(self, body: bytes, kind: str, age_s: int = 0) -> Signed:
        """A body with Slack's signature of so many seconds ago."""
        stamp = int(self.slack.state.clock()) - age_s
        return signed(self.slack.signing_secret, body, kind, stamp)


@pytest.fixture
def replicas(
    slack: FakeSlack, settings: Settings, engine: Engine, now: datetime, source: FixedSource
) -> Iterator[Replicas]:
    """Both, with an account connected."""
    with listening(slack, settings, engine, source, Clock(now)) as running:
        agency = connecting(running)
        agency.connect("Acme")
        yield Replicas(agency)


@pytest.fixture
def source() -> FixedSource:
    """Figures that never change."""
    return FixedSource()


def test_replays(replicas: Replicas) -> None:
    """A command that changes something and a question, each sent again and again: one effect."""
    times = sized(100)
    asked = [replicas.command("use acme")] * times + [replicas.mention("stats last week")] * times
    assert set(replicas.send(asked)) == {200}
    assert replicas.effects() == (2, 1, 1)
    report(f"replays: {2 * times} of 2 requests to 2 replicas: 2 answers, 1 change, 1 thread")


def test_slack_s_own_retries(replicas: Replicas) -> None:
    """The same event up to three times more; where the first never came, a retry is the event."""
    rounds = sized(40)
    sent: list[Signed] = []
    for number in range(rounds):
        event = replicas.mention("stats last week")
        tries = [event, *(_retry(event, again) for again in (1, 2, 3))]
        sent += tries[1:] if number % 2 else tries
    assert set(replicas.send(sent)) == {200}
    # Threads that the database was too busy for are written with each replica's next.
    assert set(replicas.send([replicas.mention("stats last week") for _ in range(2)])) == {200}
    rounds += 2
    assert replicas.effects() == (rounds, 0, rounds)
    report(f"retries: {rounds} events in {len(sent)} requests, half without their first: "
           f"{rounds} answers, 0 lost, 0 twice")  # fmt: skip


def _retry(request: Signed, number: int) -> Signed:
    headers = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": "http_timeout"}
    return replace(request, headers={**request.headers, **headers})


Forger = Callable[[Replicas, bytes], Signed]


def _without(name: str) -> Forger:
    def forge(replicas: Replicas, body: bytes) -> Signed:
        found = replicas.signed(body, FORM)
        return replace(found, headers={k: v for k, v in found.headers.items() if k != name})

    return forge


def _with(name: str, value: str) -> Forger:
    def forge(replicas: Replicas, body: bytes) -> Signed:
        found = replicas.signed(body, FORM)
        return replace(found, headers={**found.headers, name: value})

    return forge


def _by_another(replicas: Replicas, body: bytes) -> Signed:
    return signed("0" * 32, body, FORM, int(replicas.slack.state.clock()))


def _changed(replicas: Replicas, body: bytes) -> Signed:
    return replace(replicas.signed(body, FORM), body=body.replace(b"acme", b"globex"))


_SIGNATURE, _STAMP = "X-Slack-Signature", "X-Slack-Request-Timestamp"
FORGED: dict[str, tuple[int, Forger]] = {
    "another secret": (401, _by_another),
    "no signature": (401, _without(_SIGNATURE)),
    "no time": (401, _without(_STAMP)),
    "empty signature": (401, _with(_SIGNATURE, "")),
    "made-up signature": (401, _with(_SIGNATURE, "v0=" + "a" * 64)),
    "older than five minutes": (401, lambda r, body: r.signed(body, FORM, 301)),
    "from the future": (401, lambda r, body: r.signed(body, FORM, -400)),
    "a time that is none": (401, _with(_STAMP, "yesterday")),
    "another body": (401, _changed),
    "ten megabytes": (413, lambda r, body: r.signed(body + b"&x=" + b"a" * 10_000_000, FORM)),
}


def test_forged(replicas: Replicas) -> None:
    """Refused, told nothing, and nothing comes of them, however often."""
    times = sized(100)
    refused: dict[str, set[int]] = {}
    for name, (_, forge) in FORGED.items():
        many = 2 if name == "ten megabytes" else times
        body = form_body(replicas.slack.make_command("use acme"))
        refused[name] = set(replicas.send([forge(replicas, body)] * many))
    assert refused == {name: {status} for name, (status, _) in FORGED.items()}
    assert replicas.effects() == (0, 0, 0)
    report(f"forged: {len(FORGED)} kinds, {times} times each: refused, 0 effects")
