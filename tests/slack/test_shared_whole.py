"""An answer about all accounts is shared as it was seen, with these accounts and no others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, COLLEAGUE, SHARED, Message
from bot.storage.accounts import Visibility
from tests.slack.agency import Agency

pytestmark = pytest.mark.both_engines

OTHERS = [
    "The accounts that this answer was about are not the same any more.",
    "Ask again: what you see then can be shared.",
]


def connected(agency: Agency) -> None:
    """A third account; of those before nothing changes."""
    agency.connect("Initech", owner=ADMIN)


def gone(agency: Agency) -> None:
    """One is not there any more."""
    agency.disconnect(agency.accounts()["Globex"])


def replaced(agency: Agency) -> None:
    """As many as before, but another one."""
    gone(agency)
    connected(agency)


def hidden(agency: Agency) -> None:
    """One is for its own channels alone, and not seen here by who asked."""
    agency.hide(agency.accounts()["Globex"])


def asked(agency: Agency, text: str, channel: str = CHATBOTS) -> Message:
    """What a member who keeps none of the accounts is answered."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=ASKER)
    (message,) = agency.type(text, channel=channel, user=COLLEAGUE)
    assert message.only_for == COLLEAGUE
    return message


@pytest.mark.parametrize("happens", [connected, gone, replaced, hidden])
def test_where_the_accounts_are_others_nothing_is_shared(
    agency: Agency, happens: Callable[[Agency], None]
) -> None:
    """Neither one that was never seen, nor a part of what was."""
    message = asked(agency, "stats last week for all")
    assert "Globex" in message.text
    happens(agency)
    (told,) = agency.press(message, "Share to Channel", user=COLLEAGUE)
    assert (told.only_for, told.text.split("\n")) == (COLLEAGUE, OTHERS)


@pytest.mark.parametrize("happens", [connected, gone, replaced, hidden])
def test_a_confirmation_is_of_the_accounts_that_there_were(
    agency: Agency, happens: Callable[[Agency], None]
) -> None:
    """In a channel where outsiders read, from the typed question on."""
    confirmation = asked(agency, "stats last week for all public", SHARED)
    happens(agency)
    (told,) = agency.press(confirmation, "Share Anyway", user=COLLEAGUE)
    assert (told.only_for, told.text.split("\n")) == (COLLEAGUE, OTHERS)


def test_what_became_of_them_otherwise_is_no_other_account(agency: Agency) -> None:
    """One that was renamed or is changed is the same; both ways to share go on."""
    message = asked(agency, "stats last week for all", SHARED)
    agency.change(agency.accounts()["Globex"], visibility=Visibility.WORKSPACE, week_start=6)
    (confirmation,) = agency.press(message, "Share to Channel", user=COLLEAGUE)
    (shared,) = agency.press(confirmation, "Share Anyway", user=COLLEAGUE)
    assert (shared.only_for, shared.channel_id) == (None, SHARED)
    assert "Acme" in shared.text
    assert "Globex" in shared.text


def test_a_button_that_does_not_say_which_accounts_shares_nothing(agency: Agency) -> None:
    """One of an older version, whose answer may have been about others."""
    message = asked(agency, "stats last week for all")
    (button,) = agency.buttons(message, "Share to Channel")
    assert button.value.count("|") == 1
    text = button.value.partition("|")[2]
    old = replace(button, element={**button.element, "value": text})
    (told,) = agency.press(message, old, COLLEAGUE)
    assert told.text.split("\n") == OTHERS
