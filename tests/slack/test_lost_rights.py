"""What was allowed when an answer came and is not when it is used; and who would read along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from sqlalchemy import Connection

from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    OTHER_TEAM,
    STRANGER,
    TEAM,
    Message,
)
from bot.errors import StorageError
from bot.slack.changing import change
from bot.slack.circles import Circles
from bot.slack.desk import build_desk
from bot.slack.keeping import Keeper
from bot.slack.place import Manner, Place
from bot.storage import database
from bot.storage.tables import ACCOUNTS
from tests.slack.agency import Agency

pytestmark = pytest.mark.both_engines

T = TypeVar("T")


def mention(agency: Agency, text: str, user: str = ASKER) -> list[Message]:
    """What the bot says to a mention in the clients' channel."""
    return agency.after(lambda: agency.running.slack.mention(text, user=user))


@pytest.mark.parametrize("chosen", ["CSV", "Previous Week", "Compare with Last Year"])
def test_a_public_answer_gives_nothing_more_to_a_channel_that_may_see_it_no_longer(
    agency: Agency, chosen: str
) -> None:
    """Whatever is pressed beneath it, and whoever presses."""
    secret, other = agency.connect("Acme Secret", owner=ASKER), agency.connect("Globex")
    agency.hide(secret)
    agency.set(CHATBOTS, account_id=secret.account_id)
    (answer,) = mention(agency, "stats last week")
    assert answer.only_for is None
    agency.set(CHATBOTS, account_id=other.account_id)
    for user in (ASKER, ADMIN):
        agency.sources.of("Acme Secret").asked.clear()
        (refusal,) = agency.press(answer, chosen, user=user)
        assert refusal.only_for == user
        assert "shown in its own channels only" in refusal.text
        assert agency.sources.of("Acme Secret").asked == []
    assert agency.running.slack.files == []


@pytest.mark.parametrize(
    "asked", ["stats last week for globex", "stats last week for all", "stats last week for globe"]
)
def test_where_outsiders_may_ask_no_other_account_is_shown(agency: Agency, asked: str) -> None:
    """Neither its figures nor its name; in private whoever may ask is answered."""
    acme = agency.connect("Acme")
    agency.connect("Globex")
    agency.set(CHATBOTS, account_id=acme.account_id, outsiders_may_ask=True)
    for one in mention(agency, asked):
        assert one.only_for == ASKER or "Globex" not in one.text
    assert agency.sources.of("Globex").asked == []
    assert agency.type("stats last week for globex")[-1].text.startswith("Globex: ")
    own = mention(agency, "stats last week", user=STRANGER)
    assert own[-1].text.startswith("Acme: ")


@pytest.mark.parametrize("zone", ["US/Pacific-New", "Mars/Olympus", "../etc"])
def test_an_account_whose_zone_is_known_no_longer_is_read_and_mended(
    agency: Agency, zone: str
) -> None:
    """By the asker's clock, until its form is sent in with another."""
    acme = agency.connect("Acme")
    agency.set(CHATBOTS, account_id=acme.account_id)
    with database.transaction(agency.engine) as connection:
        connection.execute(ACCOUNTS.update().values(zone=zone))
    for text in ("stats last week", "stats last week for acme", "status", "help", "use acme"):
        said = agency.type(text)[-1].text
        assert "went wrong" not in said
    assert "16–22 Nov 2026" in agency.type("stats last week")[-1].text
    agency.type("settings acme", user=ADMIN)
    assert agency.running.slack.form is not None
    agency.after(lambda: agency.running.slack.submit({"zone": "Europe/Paris"}, user=ADMIN))
    assert agency.accounts()["Acme"].zone == "Europe/Paris"


def test_a_state_that_needs_no_name_is_told_to_its_asker_alone_too(agency: Agency) -> None:
    """Where the channel may not see the account."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.hide(acme)
    (told,) = mention(agency, "status")
    assert told.only_for == ASKER


class Switched(Keeper):
    """A database that can go away."""

    gone = False

    def read(self, work: Callable[[Connection], T], event: str) -> T:
        """What is there, while it is."""
        if self.gone:
            raise StorageError("gone")
        return super().read(work, event)


def test_what_was_changed_is_not_remembered_as_it_was(agency: Agency) -> None:
    """A database that goes away right after a channel was closed does not open it again."""
    services = agency.running.services
    database_ = Switched(services.engine)
    desk = replace(build_desk(services, 60.0), circles=Circles(services.accounts, database_))
    place = Place(TEAM, ASKER, Manner.PRIVATE, ("a command",), CHATBOTS)
    known = desk.circles.of(place)
    database_.gone = True
    assert desk.circles.of(place) == known
    desk.circles.forget(OTHER_TEAM)
    assert desk.circles.of(place) == known
    change(desk, place, "test", lambda *_: None)
    with pytest.raises(StorageError):
        desk.circles.of(place)
