"""`status`: one account is asked, of several it is told what is known; with version and storage."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, COLLEAGUE, GUEST, SHARED
from bot.errors import KeyRefusedError
from bot.storage.accounts import Visibility
from tests.slack.agency import Agency

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.both_engines


def lines(agency: Agency, **where: str) -> list[str]:
    """What it says."""
    (message,) = agency.type("status", **where)
    assert message.only_for == where.get("user", ASKER)
    return message.text.split("\n")


def test_of_several_accounts_the_state_of_each_is_told(agency: Agency) -> None:
    """Without asking Flow XO, by name, and only of those that one may ask about."""
    agency.connect("Globex")
    agency.connect("Acme")
    agency.connect("Secret", owner=ADMIN, visibility=Visibility.CHANNELS)
    agency.sources.of("Globex").error = KeyRefusedError("refused")
    agency.type("stats last week for globex")
    agency.sources.of("Globex").asked.clear()
    count, acme, globex, *_ = lines(agency)
    assert count == "2 accounts are connected that you may ask about here."
    assert acme == "Acme: Its key works: Flow XO last answered 26 Nov 2026, 15:45."
    assert globex.startswith("Globex: Failing since 26 Nov 2026")
    assert globex.endswith(": Flow XO refuses its API key.")
    assert agency.asked() == []
    assert "Secret: " in "\n".join(lines(agency, user=ADMIN))


def test_version_storage_and_what_is_kept_stand_under_it(agency: Agency, engine_kind: str) -> None:
    """On either engine."""
    agency.connect("Acme")
    agency.connect("Globex")
    version, kept = lines(agency)[-2:]
    name = {"sqlite": "SQLite", "postgres": "PostgreSQL"}[engine_kind]
    assert version.endswith(f", with {name} for storage.")
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    periods = re.findall(r"\| (\d+ (?:days|minutes)) \|$", page, re.MULTILINE)
    assert len(periods) == 4
    assert all(period in kept for period in (*periods, "for 1 day"))


def test_many_are_not_all_told(agency: Agency) -> None:
    """But where they are listed."""
    agency.fill(25)
    said = lines(agency)
    assert len(said) == 1 + 20 + 1 + 2
    assert said[-3] == "There are more: /flowxo accounts lists them all."


def test_a_mention_s_answer_on_several_is_the_asker_s_alone(agency: Agency) -> None:
    """Others there may not know of all of them; on a single one it is the channel's."""
    agency.connect("Acme")
    slack = agency.running.slack
    (message,) = agency.after(lambda: slack.mention("status"))
    assert message.only_for is None
    agency.connect("Secret", owner=ASKER, visibility=Visibility.CHANNELS)
    (message,) = agency.after(lambda: slack.mention("status"))
    assert message.only_for == ASKER
    assert "Secret" in message.text
    (message,) = agency.after(lambda: slack.mention("status", user=COLLEAGUE))
    assert message.only_for is None
    assert "Secret" not in message.text


def test_a_single_one_that_may_be_asked_about_is_asked(agency: Agency) -> None:
    """For a client that is theirs; the others are not counted."""
    acme = agency.connect("Acme", zone="Asia/Tokyo")
    agency.connect("Globex")
    agency.set(SHARED, account_id=acme.account_id, outsiders_may_ask=True)
    said = lines(agency, user=GUEST, channel=SHARED)
    assert said[:2] == [
        "Flow XO answers, and its API key works.",
        "Days begin at midnight in Asia/Tokyo.",
    ]
    assert agency.asked() == ["Acme"]


def test_without_an_account_it_says_so(agency: Agency) -> None:
    """With all the rest."""
    said = lines(agency)
    assert said[0] == "No Flow XO account is connected yet."
    assert said[-2].startswith("Version ")
    agency.connect("Secret", owner=ADMIN, visibility=Visibility.CHANNELS)
    assert "its own channels only" in lines(agency, channel=CHATBOTS)[0]
