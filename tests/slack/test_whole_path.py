"""From a signed request through the wired services to Flow XO over HTTP, and back into Slack."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.demo.flowxo_faults import Scripted
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.page_example import EXAMPLE
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import Message
from bot.settings import load
from bot.slack.work import WorkPool
from bot.wiring import build
from tests.slack.conftest import Running

MOMENT = datetime(2026, 11, 26, 8, 12, tzinfo=UTC)

pytestmark = pytest.mark.both_engines


@pytest.fixture
def flowxo() -> Iterator[FakeFlowXO]:
    """Flow XO, with the figures of its own API page."""
    with FakeFlowXO(EXAMPLE, now=MOMENT) as fake:
        yield fake


@pytest.fixture
def wired(running: Running, slack: FakeSlack, flowxo: FakeFlowXO) -> Iterator[Running]:
    """The app on services that were built from settings, as `run` builds them."""
    settings = load(
        {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "FLOWXO_API_KEY": flowxo.key,
            "FLOWXO_API_URL": flowxo.url,
            "FLOWXO_TIMEZONE": "Europe/Berlin",
            "DATABASE_URL": str(running.services.settings.database_url.reveal()),
        }
    )
    services = build(settings, pool=WorkPool(), clock=lambda: MOMENT)
    running.start(services=services, working_after_s=60.0)
    yield running
    running.idle()
    services.close()


def answer(wired: Running, text: str) -> Message:
    """The first message that a command brings."""
    assert wired.slack.command(text).ok
    return wired.slack.wait_for_messages()[0]


def test_the_mockup_s_november(wired: Running) -> None:
    """The figures of Flow XO's own page, in the lines of the mockup."""
    lines = answer(wired, "stats november 2021").text.split("\n")
    assert lines[0] == "5 messages sent in November, down from 141 (−96 %)"
    assert lines[1] == "1–30 Nov 2021, compared with 1–31 Oct (one day longer)"
    assert lines[2:8] == [
        "New users: 1 (was 9)",
        "Triggers: 4 (was 100, −96 %)",
        "Messages received: 7 (was 99, −93 %)",
        "Messages sent: 5 (was 141, −96 %)",
        "Total users: 55 (+1)",
        "Active users (30 days): 23 (was 22)",
    ]


def test_the_mockup_s_top_flows(wired: Running) -> None:
    """The lists of the same page."""
    message = answer(wired, "top flows 1 oct to 30 nov 2021")
    assert "Untitled Broadcast led with 93 of 128 flow starts (73 %)" in message.text
    assert "1 Oct–30 Nov 2021, compared with 1 Aug–30 Sep" in message.text
    assert "Text Me: 19 (15 %), was 1st" in message.text
    types = [block["type"] for block in message.blocks]
    assert "data_table" in types


def test_no_data_is_not_zero(wired: Running) -> None:
    """And says so, with what to ask instead."""
    message = answer(wired, "stats june 2019")
    assert "not the same as zero" in message.text


@pytest.mark.parametrize(
    ("scripted", "word"),
    [
        (Scripted(status=401, body=b'{"error": "no"}'), "key"),
        (Scripted(status=503, body=b"down"), "Flow XO"),
        (Scripted(body=b"<html>hello</html>", content_type="text/html"), "Flow XO"),
        (Scripted(reset=True), "Flow XO"),
    ],
)
@pytest.mark.usefixtures("tried_quickly")
def test_an_upstream_that_fails_is_told_shortly_and_without_the_key(
    wired: Running, flowxo: FakeFlowXO, scripted: Scripted, word: str
) -> None:
    """Three lines at most; the key is in none of them."""
    flowxo.always(scripted)
    message = answer(wired, "stats november 2021")
    assert word in message.text
    assert len(message.text.split("\n")) <= 3
    assert flowxo.key not in message.text + json.dumps(message.blocks)


def test_without_a_key_the_setting_is_named(running: Running, slack: FakeSlack) -> None:
    """The question was fine."""
    settings = running.services.settings.model_copy(update={"flowxo_api_key": None})
    services = build(settings, pool=WorkPool(), clock=lambda: MOMENT)
    running.start(services=services)
    assert slack.command("stats last week").ok
    (message,) = slack.wait_for_messages()
    assert "FLOWXO_API_KEY" in message.text
    running.idle()
    services.close()
