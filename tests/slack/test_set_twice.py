"""A key that was connected from Slack and stands in the environment too: one account, not two."""

from __future__ import annotations

import logging

import pytest

from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, COLLEAGUE
from bot.settings import Secret
from bot.storage import crypto
from bot.storage.accounts import Visibility
from tests.slack.agency import Agency

pytestmark = pytest.mark.both_engines
TWICE = "FLOWXO_API_KEY, in the bot's own settings, is also the key of Acme"


def names(agency: Agency, user: str = ASKER) -> list[str]:
    """The accounts that are listed, by the lines that name them."""
    (message,) = agency.type("accounts", user=user)
    return [one for one in ("Acme", "Globex", "default") if one in message.text]


@pytest.mark.parametrize("written", [False, True])
def test_it_is_asked_and_listed_once(agency: Agency, written: bool) -> None:
    """Whether or not the environment's account was written down before it was the same."""
    if written:
        agency.start(flowxo_api_key=Secret("eyJ.key.of.first"))
        assert agency.type("use default")[0].text.startswith("Questions here are about default")
    agency.connect("Acme", key="default")
    agency.with_default("Europe/Berlin")
    for _ in range(2):
        (answer,) = agency.type("stats last week")
        assert "16–22 Nov 2026" in answer.text
        assert names(agency) == ["Acme"]
        # With a change, what the environment holds is written down.
        assert "about Acme" in agency.type("use acme", channel=CHATBOTS)[0].text
    agency.connect("Globex")
    (both,) = agency.type("stats last week for all")
    assert "All 2 accounts" in both.text
    assert "default" not in both.text


def test_another_key_there_is_another_account(agency: Agency) -> None:
    """Both are listed; and so is the environment's once the other one is disconnected."""
    acme = agency.connect("Acme")
    agency.with_default()
    assert names(agency) == ["Acme", "default"]
    agency.disconnect(acme)
    twin = agency.connect("Globex", key="default", owner=ASKER)
    assert names(agency) == ["Globex"]
    agency.disconnect(twin)
    assert names(agency) == ["default"]


def test_it_is_said_to_whoever_may_know_of_the_account(agency: Agency) -> None:
    """By status; whoever runs the bot finds it in the log, once."""
    agency.connect("Acme", key="default", owner=ASKER, visibility=Visibility.CHANNELS)
    agency.connect("Globex")
    agency.with_default()
    assert TWICE in agency.type("status")[0].text
    assert TWICE in agency.type("status", user=ADMIN)[0].text
    hidden = agency.type("status", user=COLLEAGUE)[0].text
    assert "FLOWXO_API_KEY" not in hidden
    assert "Acme" not in hidden
    assert names(agency, COLLEAGUE) == ["Globex"]


def test_it_is_logged_once(agency: Agency, caplog: pytest.LogCaptureFixture) -> None:
    """For each workspace, by the account's number."""
    acme = agency.connect("Acme", key="default")
    with caplog.at_level(logging.WARNING, "bot.accounts"):
        agency.with_default()
        for _ in range(3):
            agency.type("stats last week")
    (record,) = [one for one in caplog.records if one.message == "key_set_twice"]
    assert record.__dict__["account"] == acme.number


def test_without_encryption_keys_nobody_can_say(agency: Agency) -> None:
    """What was connected can't be asked either; the environment's account is answered for."""
    agency.connect("Acme", key="default")
    agency.with_default()
    crypto.give_keys(agency.engine, [])
    assert names(agency) == ["Acme", "default"]
    (answer,) = agency.type("stats last week for default")
    assert "16–22 Nov 2026" in answer.text
