"""A key that somebody writes into a message: what to do about it, with the button that does it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text

from bot.core.sentences import say, told
from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, SHARED, STRANGER, TEAM, Message
from bot.slack import keeping
from bot.storage import channels, database
from bot.storage.audit import By
from bot.storage.workspaces import Connecting
from tests.connecting.house import House, carried_by, form_texts, labels_of

pytestmark = pytest.mark.both_engines
TYPED = "eyJhbGciOiJIUzI1NiJ9.eyJwbGFudGVkIjoxfQ.c2lnbmF0dXJl"
KEPT = "I have not read, kept or shown it."
CONNECT = [
    "That looks like an API key. Delete your message, replace the key in Flow XO, then press "
    "Connect.",
    KEPT,
]
OPERATOR = [
    "That looks like an API key. Delete your message, replace the key in Flow XO, then tell "
    "whoever runs the bot.",
    KEPT,
]


def answered(house: House, write: Callable[[str], object], user: str = ASKER) -> Message:
    """What the one who writes the key reads, and nobody else."""
    before = {one.ts for one in house.slack.posted}
    write(f"connect {TYPED}")
    found = house.last(user)
    others = [one for one in house.slack.posted if one.ts not in before and one is not found]
    assert [one for one in others if one.only_for != user] == []
    assert TYPED not in f"{found.text}{found.blocks}"
    return found


@pytest.mark.parametrize("surface", ["command", "mention", "direct_message"])
def test_who_may_connect_is_told_to_press_the_button(either: House, surface: str) -> None:
    """Wherever they wrote it; it opens the same way to the form as `connect` does."""
    found = answered(either, getattr(either.slack, surface))
    assert found.text.split("\n") == CONNECT
    assert labels_of(found) == ["Connect"]
    assert carried_by(found, "Connect") == {"purpose": "connect"}
    either.slack.press(found, "Connect")
    either.settle()
    if either.public:
        assert either.get(either.token(either.last())).status == 200
    else:
        assert "Flow XO API key" in form_texts(either.slack.form)


def test_in_a_channel_its_writer_alone_reads_it(house: House) -> None:
    """Others need not be told that there is a key to be found."""
    found = answered(house, house.slack.mention)
    assert (found.channel_id, found.only_for) == (CHATBOTS, ASKER)


def test_who_may_not_connect_is_told_whom_to_ask(house: House) -> None:
    """With why, and the button that asks somebody."""
    house.restrict(Connecting.ADMINS)
    found = answered(house, house.slack.command)
    assert found.text.split("\n") == [
        "That looks like an API key. Delete your message, then replace the key in Flow XO.",
        f"{KEPT} Only workspace admins can connect accounts here. Ask one of them.",
    ]
    assert labels_of(found) == ["Ask an Owner"]
    theirs = answered(house, lambda typed: house.slack.command(typed, user=ADMIN), ADMIN)
    assert labels_of(theirs) == ["Connect"]


def test_where_nothing_can_be_connected_nothing_is_offered(start: Callable[..., House]) -> None:
    """Whoever runs the bot can see to it."""
    house = start(ENCRYPTION_KEYS="", page=False)
    found = answered(house, house.slack.command)
    assert found.text.split("\n") == OPERATOR
    assert labels_of(found) == []


def test_an_outsider_is_offered_nothing(house: House) -> None:
    """Also where they may ask."""
    saved = house.connect("Acme")
    by = By(ASKER, "test", house.clock())
    with database.transaction(house.desk.services.engine) as connection:
        channels.change(
            connection, TEAM, SHARED, by,
            account_id=saved.account_id, only_this_account=True, outsiders_may_ask=True,
        )  # fmt: skip
    found = answered(
        house, lambda typed: house.slack.command(typed, user=STRANGER, channel=SHARED), STRANGER
    )
    assert found.text.split("\n") == OPERATOR
    assert labels_of(found) == []


def test_a_database_that_cannot_be_read_does_not_keep_it_from_being_said(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may connect nobody can say then."""
    house.slack.command("stats last week")
    house.settle()  # who asks is known from now on, and may ask for an hour
    monkeypatch.setattr(keeping, "PAUSE_S", 0.0)
    with database.transaction(house.desk.services.engine) as connection:
        connection.execute(text("ALTER TABLE workspaces RENAME TO elsewhere"))
    found = answered(house, house.slack.command)
    assert "Delete your message, then replace the key" in found.text
    assert "can't use my database right now" in found.text
    assert labels_of(found) == ["Ask an Owner"]


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "pt"])
def test_the_button_is_called_what_the_sentence_says(language: str) -> None:
    """In every language."""
    label = told(say("button.connect"), language)
    assert label in told(say("secret.connect"), language)


def test_it_is_said_in_the_language_of_the_words(house: House) -> None:
    """As every error is."""
    found = answered(house, lambda _: house.slack.command(f"verbinde das Konto {TYPED}"))
    assert found.text.startswith("Das sieht nach einem API-Schlüssel aus.")
    assert labels_of(found) == ["Verbinden"]
