"""Who may do what with a digest: members see, its owner and admins change, guests nothing."""

from __future__ import annotations

import pytest

from bot.demo.slack_payloads import Button, buttons_of
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    GUEST,
    SHARED,
    SINGLE_GUEST,
    STRANGER,
    Message,
)
from bot.render import digest_cards as ids
from bot.slack.digests.listening import PRESSES
from tests.slack.agency import Agency
from tests.slack.keeping_digests import form, lines, make, one, posts

pytestmark = pytest.mark.both_engines
SEEING = {ids.HISTORY, ids.TEST, ids.COPY, ids.KEEP}
OUTSIDE = (GUEST, SINGLE_GUEST, STRANGER)


@pytest.fixture
def world(agency: Agency) -> Agency:
    """A channel with everybody in it, where outsiders may ask, and a digest of the asker's."""
    acme = agency.connect("Acme", zone="Europe/Berlin")
    agency.set(SHARED, account_id=acme.account_id, outsiders_may_ask=True)
    make(agency, channel=SHARED)
    return agency


def button(agency: Agency, action_id: str) -> tuple[Message, Button]:
    """A button for a digest, as it stands in a message to its owner."""
    (message,) = agency.type("digest list", channel=SHARED)
    found = buttons_of(message.blocks)[0]
    element = {**found.element, "action_id": action_id, "value": "1|en"}
    return message, Button(found.label, action_id, found.block_id, element)


@pytest.mark.parametrize("action_id", sorted(PRESSES))
@pytest.mark.parametrize("who", [COLLEAGUE, *OUTSIDE])
def test_every_press_is_refused_to_whom_it_is_not_for(
    world: Agency, action_id: str, who: str
) -> None:
    """Nothing is stored; a member who sees it is told whose it is, others that there is none."""
    message, pressed = button(world, action_id)
    before, modals = world.stored(every=True), len(world.running.slack.state.modals)
    world.press(message, pressed, user=who)
    if action_id == ids.COPY and who == COLLEAGUE:
        assert form(world)["callback_id"] == "digest_copy_form"
    else:
        assert len(world.running.slack.state.modals) == modals
    after = world.stored(every=True)
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after["subscriptions"] == before["subscriptions"]
    assert after["deliveries"] == before["deliveries"]
    assert after["audit_log"] == before["audit_log"]


@pytest.mark.parametrize("who", [ASKER, ADMIN])
def test_its_owner_and_admins_may_all(world: Agency, who: str) -> None:
    """Each press does something."""
    message, first = button(world, ids.PAUSE)
    for action_id in (ids.PAUSE, ids.RESUME, ids.RUN_NOW, ids.DELETE_SURE, ids.UNDO):
        element = {**first.element, "action_id": action_id}
        pressed = Button(first.label, action_id, first.block_id, element)
        before = world.stored(every=True)
        assert world.press(message, pressed, user=who)
        assert world.stored(every=True) != before, action_id
        world.running.clock.advance(seconds=3)
    assert len(posts(world)) == 1


@pytest.mark.parametrize("who", [COLLEAGUE, *OUTSIDE])
def test_what_is_typed_is_refused_too(world: Agency, who: str) -> None:
    """A member learns whose it is, an outsider that digests are none of theirs."""
    said = lines(world.type("digest pause #1", user=who, channel=SHARED))[0]
    if who == COLLEAGUE:
        assert said == "Only ada, whose digest #1 is, and workspace admins can do that."
    else:
        assert said == "Digests are for full members of this workspace."
    for text in ("digest daily at 8", "digest list", "digest history #1", "digest pause"):
        answer = lines(world.type(text, user=who, channel=SHARED))[0]
        refused = answer == "Digests are for full members of this workspace."
        assert refused is (who != COLLEAGUE)
    assert one(world).state == "active"


def test_who_is_no_admin_any_more_may_no_more(world: Agency) -> None:
    """What was known of them this morning is asked once more."""
    message, pressed = button(world, ids.PAUSE)
    world.running.slack.workspace.change_user(ADMIN, is_admin=False, is_owner=False)
    assert "workspace admins can do that" in lines(world.press(message, pressed, user=ADMIN))[0]
    assert one(world).state == "active"


def test_an_owner_who_is_a_guest_by_now_changes_nothing(world: Agency) -> None:
    """What was theirs is an admin's to change."""
    message, pressed = button(world, ids.PAUSE)
    world.running.slack.workspace.change_user(ASKER, is_restricted=True)
    world.press(message, pressed)
    assert one(world).state == "active"


def test_an_account_that_may_not_be_known_is_told_by_its_number(world: Agency) -> None:
    """To whoever sees the digest all the same."""
    world.connect("Globex", owner=ASKER)
    secret = world.connect("Secret", owner=ASKER)
    made = make(world, f"digest daily at 8 for #{secret.number}", channel=CHATBOTS)
    assert "Secret" in world.type(f"digest history #{made.number}")[0].text
    world.hide(secret)
    said = world.type(f"digest history #{made.number}", user=COLLEAGUE)[0].text
    assert "Secret" not in said
    assert f"of #{secret.number}," in said
    world.disconnect(secret)
    assert f"of #{secret.number}," in world.type("digest list")[0].text
