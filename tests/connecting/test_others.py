"""Ask an Owner, a key that is refused, Replace Key and Remind Them."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest

from bot.demo.flowxo_faults import status
from bot.demo.slack_faults import error
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    BOT_USER,
    CHATBOTS,
    COLLEAGUE,
    GONE,
    GUEST,
    SHARED,
    STRANGER,
    TEAM,
    Message,
)
from bot.storage import accounts, channels, database
from bot.storage.accounts import Visibility
from bot.storage.audit import By
from bot.storage.workspaces import Connecting
from tests.connecting.house import KEY, House, carried_by, form_texts, labels_of

pytestmark = pytest.mark.both_engines
NEW = "fx-the-new-key-of-the-account"


def asked(house: House, whom: str, user: str = ASKER) -> dict[str, str]:
    """Ask somebody, and the errors beside the form."""
    house.slack.press(house.last(user), "Ask an Owner", user=user)
    house.settle()
    sent = house.slack.submit({"person": whom}, user=user)
    assert sent.ok
    house.settle()
    return dict(sent.errors)


def with_key(house: House, message: Message, label: str, user: str, key: str, **typed: str) -> None:
    """Press that button and send the key in, by whichever way there is."""
    house.flowxo.key = key
    house.slack.press(message, label, user=user)
    if house.public:
        assert house.post(house.token(house.last(user)), key=key, **typed).status == 303
    else:
        house.settle()
        assert house.slack.submit({"key": key, **typed}, user=user).errors == {}
    house.settle()


def refused(house: House, user: str = ASKER, text: str = "stats last week") -> Message:
    """What somebody gets whose account's key is refused."""
    house.flowxo.key = NEW
    house.slack.command(text, user=user)
    return house.last(user)


def test_an_owner_is_asked_and_owns_the_account(either: House) -> None:
    """Who asked and what for; the account is theirs, the answer is the asker's."""
    either.slack.command("stats last week")
    assert asked(either, COLLEAGUE) == {}
    assert either.direct()[-1].text.startswith("I asked bo.")
    told = either.direct(COLLEAGUE)[-1]
    lines = told.text.split("\n")
    assert lines[0] == "ada asks you to connect a Flow XO account to this workspace."
    assert lines[2] == (
        "What they would like to know: stats week starting 2026-11-16 in Europe/Berlin"
    )
    assert labels_of(told) == ["Connect"]
    assert carried_by(told, "Connect")["asked_by"] == ASKER
    with_key(either, told, "Connect", COLLEAGUE, KEY, name="Acme")
    (saved,) = either.accounts()
    assert (saved.owner_user_id, saved.zone) == (COLLEAGUE, "America/New_York")
    assert "ada asked for it." in either.direct(COLLEAGUE)[-1].text
    assert "bo connected Acme, as you asked." in [one.text for one in either.direct()]
    answer = either.slack.messages[-1]
    assert "16–22 Nov 2026" in answer.text
    assert (answer.channel_id, answer.only_for) == (CHATBOTS, ASKER)


def test_a_question_in_a_thread_is_answered_there(house: House) -> None:
    """Whoever of its readers presses the button that everybody there sees."""
    house.slack.mention("stats last week")
    offered = house.last()
    assert offered.only_for is None
    house.slack.press(offered, "Connect", user=COLLEAGUE)
    assert house.post(house.token(house.last(COLLEAGUE)), name="Acme").status == 303
    answer = house.said()[-1]
    assert (answer.only_for, answer.thread_ts) == (None, offered.thread_ts)


@pytest.mark.parametrize(
    ("whom", "says"),
    [
        (ASKER, "That is you."),
        (GUEST, "Only a full member"),
        (STRANGER, "Only a full member"),
        (GONE, "Only a full member"),
        (BOT_USER, "Only a full member"),
        ("U0UNKNOWN1", "Only a full member"),
    ],
)
def test_only_who_may_connect_can_be_asked(house: House, whom: str, says: str) -> None:
    """Told beside the input, and nobody is written to."""
    house.slack.command("stats last week")
    assert says in asked(house, whom)["person"]
    assert len(house.slack.posted) == 0


def test_where_admins_alone_connect_an_admin_is_asked(house: House) -> None:
    """Who may not connect is offered no more than that; nobody gets the right by being asked."""
    house.restrict(Connecting.ADMINS)
    house.slack.command("stats last week")
    offered = house.last()
    assert labels_of(offered) == ["Ask an Owner"]
    assert "Only workspace admins can connect accounts here. Ask one of them." in offered.text
    assert "bo may not connect accounts here." in asked(house, COLLEAGUE)["person"]
    assert house.slack.submit({"person": ADMIN}).errors == {}
    told = house.direct(ADMIN)[-1]
    house.slack.press(told, "Connect", user=COLLEAGUE)
    assert "Only workspace admins can connect accounts here." in house.last(ADMIN).text
    with_key(house, told, "Connect", ADMIN, KEY, name="Acme")
    assert house.accounts()[0].owner_user_id == ADMIN


def test_a_message_that_does_not_reach_them_is_told(house: House) -> None:
    """Beside the input, by Slack's own word."""
    house.slack.command("stats last week")
    house.slack.faults.add("chat.postMessage", error("messages_tab_disabled"))
    assert asked(house, COLLEAGUE) == {
        "person": "I could not send bo a direct message: Slack says messages_tab_disabled."
    }


def test_a_refused_key_is_told_with_its_ways_out(either: House) -> None:
    """Its owner can replace it; others learn who can, and can have them reminded."""
    either.connect("Acme")
    either.clock.advance(hours=16, minutes=29)
    mine = refused(either)
    assert mine.text.split("\n") == [
        "I can't read Acme: Flow XO has refused its API key since Fri 27 Nov 2026, 08:14. "
        "Your question was fine.",
        "You can replace the key.",
    ]
    assert labels_of(mine) == ["Replace Key"]
    either.clock.advance(hours=2)
    theirs = refused(either, COLLEAGUE)
    assert "since Fri 27 Nov 2026, 02:14" in theirs.text
    assert "ada and workspace admins can replace the key." in theirs.text
    assert labels_of(theirs) == ["Remind Them"]
    assert labels_of(refused(either, ADMIN)) == ["Replace Key"]
    with_key(either, mine, "Replace Key", ASKER, NEW)
    (saved,) = either.accounts()
    assert (saved.failing_since, saved.last_error) == (None, None)
    assert either.changes()[0].action == "key_replaced"
    assert "Acme has a new key, and it works." in [one.text for one in either.direct()]
    assert "16–22 Nov 2026" in either.slack.messages[-1].text


def test_a_new_key_is_tried_before_the_old_one_goes(either: House) -> None:
    """Refused, the same, or another account's: the account keeps what it has."""
    either.connect("Globex", COLLEAGUE, "fx-the-key-of-globex")
    saved = either.connect("Acme")
    mine = refused(either, text="stats last week for Acme")
    for key, valid, says in (
        ("fx-wrong", NEW, "Flow XO refuses this key."),
        (KEY, KEY, "That is the key that Acme has now."),
        ("fx-the-key-of-globex", "fx-the-key-of-globex", "connected already, as Globex."),
    ):
        either.flowxo.key = valid
        either.slack.press(mine, "Replace Key")
        if either.public:
            shown = either.post(either.token(either.last()), key=key)
            assert shown.status == 422
            assert says in shown.text
        else:
            either.settle()
            assert "The account is Acme." in form_texts(either.slack.form)
            assert says in either.slack.submit({"key": key}).errors["key"]
        either.clock.advance(seconds=3)
    with database.reading(either.desk.services.engine) as connection:
        kept = accounts.key(connection, TEAM, saved.account_id)
    assert kept is not None
    assert kept.reveal() == KEY


def test_who_may_not_replace_a_key_cannot(either: House) -> None:
    """Whatever they press; nor who lost the right while the form was open."""
    either.connect("Acme")
    mine = refused(either)
    either.slack.press(mine, "Replace Key", user=COLLEAGUE)
    assert "Only the owner of that account and workspace admins" in either.last(COLLEAGUE).text
    either.slack.press(mine, "Replace Key", user=ADMIN)
    token = either.token(either.last(ADMIN)) if either.public else ""
    either.settle()
    either.slack.workspace.change_user(ADMIN, is_admin=False, is_owner=False)
    either.desk.people._known.clear()
    if token:
        for shown in (either.get(token), either.post(token, key=NEW, stamp="0" * 64)):
            assert (shown.status, "Acme" in shown.text) == (404, False)
    else:
        assert either.slack.submit({"key": NEW}, user=ADMIN).ok
        assert "Only the owner of that account" in form_texts(either.slack.form)
    assert [one.action for one in either.changes()] == ["account_connected"]


def test_a_key_that_is_the_account_s_name_is_none(either: House) -> None:
    """Everybody who asks reads it: it must be another one."""
    opaque = "0123-4567-89ab-cdef"
    either.connect(f"Acme {opaque}")
    mine = refused(either)
    either.flowxo.key = opaque
    either.slack.press(mine, "Replace Key")
    either.settle()
    said = "This key is the account's name, which others read. Make another one in Flow XO."
    if either.public:
        shown = either.post(either.token(either.last()), key=opaque)
        assert (shown.status, html.escape(said) in shown.text) == (422, True)
        assert opaque not in shown.text
    else:
        assert either.slack.submit({"key": opaque}).errors == {"key": said}
    assert [one.action for one in either.changes()] == ["account_connected"]


def test_an_account_that_is_gone_has_no_key_to_replace(house: House) -> None:
    """The link closes with it."""
    house.connect("Acme")
    told = house.direct()[-1]
    mine = refused(house)
    house.slack.press(mine, "Replace Key")
    token = house.token(house.last())
    assert house.get(token).status == 200
    house.slack.press(told, "Undo")
    house.settle()
    assert house.get(token).status == 404
    assert house.post(token, stamp="0" * 64, key=NEW).status == 404


def test_the_environment_s_key_is_known_before_anything_is_written(
    start: pytest.FixtureRequest,
) -> None:
    """Connected from Slack it would be one account twice."""
    house: House = start(FLOWXO_API_KEY=KEY)  # type: ignore[operator]
    shown = house.post(house.link("connect Twin"))
    assert shown.status == 422
    assert "connected already, as default" in shown.text
    assert house.accounts() == ()


def test_the_environment_s_key_is_its_operator_s(start: pytest.FixtureRequest) -> None:
    """Nothing in Slack replaces it: it says who does."""
    house: House = start(FLOWXO_API_KEY="fx-of-the-environment")  # type: ignore[operator]
    shown = refused(house, ADMIN)
    assert shown.text.split("\n") == [
        "Flow XO has refused its API key. Your question was fine.",
        "Whoever runs the bot sets FLOWXO_API_KEY to another key and restarts it.",
    ]
    assert labels_of(shown) == []
    house.slack.mention("stats last week", user=ADMIN)
    assert labels_of(house.last(ADMIN)) == []
    house.connect("Acme", key=KEY)
    mine = refused(house, text="stats last week for Acme")
    made: dict[str, Any] = house.slack.make_press(mine, "Replace Key", user=ADMIN)
    kept = {"purpose": "replace_key", "account_id": "default"}
    made["actions"][0]["value"] = json.dumps(kept)
    assert house.slack.send(house.slack.signed_interaction(made)).ok
    assert "sets FLOWXO_API_KEY to another key" in house.last(ADMIN).text


def test_an_outsider_who_may_ask_is_offered_nothing(house: House) -> None:
    """In a client channel they hear that the key is refused, and no name of a colleague."""
    saved = house.connect("Acme")
    by = By(ASKER, "test", house.clock())
    with database.transaction(house.desk.services.engine) as connection:
        channels.change(
            connection, TEAM, SHARED, by,
            account_id=saved.account_id, only_this_account=True, outsiders_may_ask=True,
        )  # fmt: skip
    house.flowxo.key = NEW
    house.slack.command("stats last week", user=STRANGER, channel=SHARED)
    shown = house.last(STRANGER)
    assert "Flow XO has refused its API key" in shown.text
    assert "ada" not in shown.text
    assert labels_of(shown) == []
    house.slack.command("connect", user=STRANGER, channel=SHARED)
    assert "Only full members" in house.last(STRANGER).text
    made: dict[str, Any] = house.slack.make_press(
        refused(house, COLLEAGUE), "Remind Them", user=STRANGER
    )
    made["channel"]["id"] = SHARED  # where they may ask
    assert house.slack.send(house.slack.signed_interaction(made)).ok
    assert "Only full members" in house.last(STRANGER).text
    assert len([one for one in house.direct() if "asks you" in one.text]) == 0


def test_an_account_that_is_not_seen_cannot_be_reminded_of(house: House) -> None:
    """A button from before its figures went to its own channels alone."""
    saved = house.connect("Acme")
    theirs = refused(house, COLLEAGUE)
    by = By(ASKER, "test", house.clock())
    with database.transaction(house.desk.services.engine) as connection:
        only = Visibility.CHANNELS
        accounts.change(connection, TEAM, saved.account_id, by, visibility=only)
    before = len(house.direct())
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    assert "shown in its own channels only" in house.last(COLLEAGUE).text
    assert len(house.direct()) == before


@pytest.mark.usefixtures("tried_quickly")
def test_flow_xo_that_is_down_offers_no_new_key(house: House) -> None:
    """Only a refusal says something of the key."""
    house.connect("Acme")
    house.flowxo.always(status(503))
    house.slack.command("stats last week")
    assert labels_of(house.last()) == []
