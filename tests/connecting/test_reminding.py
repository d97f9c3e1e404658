"""Remind Them where no owner can be told: an admin whom the presser chooses is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from bot.demo.slack_faults import delay, error
from bot.demo.slack_workspace import ADMIN, ASKER, COLLEAGUE, GUEST, SHARED, STRANGER, TEAM
from bot.slack import keepers, submitting
from bot.storage import accounts, channels, database
from bot.storage.accounts import Visibility
from bot.storage.audit import By
from bot.storage.tables import ACCOUNTS
from tests.connecting.house import KEY, House, carried_by, form_texts, labels_of
from tests.connecting.test_others import NEW, refused, with_key

pytestmark = pytest.mark.both_engines


def without_owner(house: House, how: str) -> None:
    """Acme, whose owner can't be told."""
    house.connect("Acme")
    if how == "gone":
        house.slack.workspace.change_user(ASKER, deleted=True)
    elif how == "a guest by now":
        house.slack.workspace.change_user(ASKER, is_restricted=True)
    else:
        with database.transaction(house.desk.services.engine) as connection:
            connection.execute(update(ACCOUNTS).values(owner_user_id=None))
    house.desk.people._known.clear()


def chosen(house: House, message: Any, whom: str, user: str = COLLEAGUE) -> dict[str, str]:
    """Press Remind Them and choose somebody; the errors beside the input."""
    house.slack.press(message, "Remind Them", user=user)
    house.settle()
    assert "Which workspace admin?" in form_texts(house.slack.form)
    sent = house.slack.submit({"person": whom}, user=user)
    assert sent.ok
    house.settle()
    return dict(sent.errors)


@pytest.mark.parametrize("how", ["gone", "a guest by now", "none"])
def test_where_no_owner_can_be_told_an_admin_is_chosen(house: House, how: str) -> None:
    """With the button that mends it; whoever asked has the answer then."""
    without_owner(house, how)
    theirs = refused(house, COLLEAGUE)
    assert theirs.text.split("\n")[1] == "Workspace admins can replace the key."
    before = len(house.direct())
    assert chosen(house, theirs, ADMIN) == {}
    assert house.direct(COLLEAGUE)[-1].text == "I told cleo."
    told = house.direct(ADMIN)[-1]
    assert told.text == (
        "bo asks you to replace the API key of Acme: Flow XO has refused it since "
        "Thu 26 Nov 2026, 15:45."
    )
    assert len(house.direct()) == before
    assert carried_by(told, "Replace Key")["asked_by"] == COLLEAGUE
    with_key(house, told, "Replace Key", ADMIN, NEW)
    answer = house.slack.messages[-1]
    assert "16–22 Nov 2026" in answer.text
    assert answer.only_for == COLLEAGUE


@pytest.mark.parametrize("lost", ["a guest by now", "not for all any more"])
def test_who_may_not_ask_any_more_is_not_told_of_a_new_key(house: House, lost: str) -> None:
    """Whoever asked for it: what the account is called by now is not theirs to know."""
    without_owner(house, "none")
    theirs = refused(house, COLLEAGUE)
    assert chosen(house, theirs, ADMIN) == {}
    before = house.direct(COLLEAGUE)
    by = By(ADMIN, "test", house.clock())
    (account,) = house.accounts()
    with database.transaction(house.desk.services.engine) as connection:
        accounts.rename(connection, TEAM, account.account_id, "Project Zeus", by)
        if lost == "not for all any more":
            only = Visibility.CHANNELS
            accounts.change(connection, TEAM, account.account_id, by, visibility=only)
    if lost == "a guest by now":
        house.slack.workspace.change_user(COLLEAGUE, is_restricted=True)
    with_key(house, house.direct(ADMIN)[-1], "Replace Key", ADMIN, NEW)
    assert house.changes()[0].action == "key_replaced"
    said = [one for one in house.direct(COLLEAGUE) if one not in before]
    assert "Zeus" not in "".join(one.text for one in said)


def test_an_admin_too_is_told_once_a_day(house: House) -> None:
    """Whoever chooses whom: the next one hears that somebody was."""
    without_owner(house, "none")
    theirs = refused(house, COLLEAGUE)
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    house.settle()
    form = house.slack.form
    house.clock.advance(seconds=3)
    assert chosen(house, theirs, ADMIN) == {}
    house.clock.advance(hours=1)
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    assert house.last(COLLEAGUE).text == (
        "A workspace admin was told on Thu 26 Nov 2026, 09:45; one is told once a day at most."
    )
    again = refused(house, COLLEAGUE)
    assert "One of them was told on Thu 26 Nov 2026, 09:45." in again.text
    # The form that was open meanwhile tells nobody either.
    assert house.slack.submit({"person": ADMIN}, view=form, user=COLLEAGUE).errors == {}
    assert "A workspace admin was told on" in house.direct(COLLEAGUE)[-1].text
    assert len(house.direct(ADMIN)) == 1
    house.clock.advance(hours=23)
    assert chosen(house, theirs, ADMIN) == {}
    assert len(house.direct(ADMIN)) == 2


@pytest.mark.parametrize(
    ("whom", "says"),
    [
        (COLLEAGUE, "That is you."),
        (GUEST, "can't have that key replaced."),
        (STRANGER, "can't have that key replaced."),
        ("U0UNKNOWN1", "U0UNKNOWN1 can't have that key replaced."),
        (ASKER, "ada can't have that key replaced. Choose a workspace admin."),
    ],
)
def test_only_who_may_mend_it_can_be_chosen(house: House, whom: str, says: str) -> None:
    """By the table of rights; nobody is written to."""
    without_owner(house, "none")
    theirs = refused(house, COLLEAGUE)
    before = [len(house.direct(user)) for user in (ASKER, ADMIN, COLLEAGUE)]
    assert says in chosen(house, theirs, whom)["person"]
    assert [len(house.direct(user)) for user in (ASKER, ADMIN, COLLEAGUE)] == before


def test_an_admin_who_is_not_reached_can_be_told_at_once(house: House) -> None:
    """What did not arrive is told beside the input, and counts for nothing."""
    without_owner(house, "none")
    theirs = refused(house, COLLEAGUE)
    house.slack.faults.add("chat.postMessage", error("messages_tab_disabled"))
    assert chosen(house, theirs, ADMIN) == {
        "person": "I could not send cleo a direct message: Slack says messages_tab_disabled."
    }
    assert house.slack.submit({"person": ADMIN}, user=COLLEAGUE).errors == {}
    assert house.direct(COLLEAGUE)[-1].text == "I told cleo."


def test_a_form_from_before_the_key_worked_tells_nobody(house: House) -> None:
    """It says that the key is taken again."""
    without_owner(house, "none")
    theirs = refused(house, COLLEAGUE)
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    house.settle()
    house.flowxo.key = KEY
    house.slack.command("stats last week", user=COLLEAGUE)
    house.settle()
    assert house.slack.submit({"person": ADMIN}, user=COLLEAGUE).errors == {}
    assert house.direct(COLLEAGUE)[-1].text.startswith("Flow XO takes that key again.")
    assert house.direct(ADMIN) == []


def test_a_slow_choice_of_an_admin_is_shown_in_the_form(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form anew, with what is wrong above it, and it can be sent in once more."""
    monkeypatch.setattr(submitting, "WAIT_S", 0.1)
    monkeypatch.setattr(submitting, "_SETTLE_S", 0.1)
    without_owner(house, "none")
    house.slack.press(refused(house, COLLEAGUE), "Remind Them", user=COLLEAGUE)
    house.settle()
    house.slack.faults.add("users.info", delay(0.4))
    assert house.slack.submit({"person": STRANGER}, user=COLLEAGUE).ok
    assert "One moment" in form_texts(house.slack.form)
    house.settle()
    form = form_texts(house.slack.form)
    assert "can't have that key replaced." in form
    assert "The account is Acme." in form
    assert house.slack.submit({"person": ADMIN}, user=COLLEAGUE).errors == {}
    house.settle()
    assert len(house.direct(ADMIN)) == 1


def test_of_two_who_remind_at_once_one_does(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one had looked before that was written down."""
    without_owner(house, "none")
    theirs = refused(house, COLLEAGUE)
    assert chosen(house, theirs, ADMIN) == {}
    monkeypatch.setattr(keepers, "told_today", lambda *_: None)
    house.clock.advance(seconds=3)
    assert chosen(house, theirs, ADMIN) == {}
    assert "A workspace admin was told on" in house.direct(COLLEAGUE)[-1].text
    assert len(house.direct(ADMIN)) == 1


def test_a_form_is_judged_where_it_was_opened(house: House) -> None:
    """Where the account is its channel's it may be asked about, and no more once it is not."""
    without_owner(house, "none")
    (account,) = house.accounts()
    by, engine = By(ADMIN, "test", house.clock()), house.desk.services.engine
    with database.transaction(engine) as connection:
        only = Visibility.CHANNELS
        accounts.change(connection, TEAM, account.account_id, by, visibility=only)
        channels.change(connection, TEAM, SHARED, by, account_id=account.account_id)
    house.flowxo.key = NEW
    house.slack.command("stats last week", user=COLLEAGUE, channel=SHARED)
    theirs = house.last(COLLEAGUE)
    assert chosen(house, theirs, GUEST)["person"]
    form = house.slack.form
    with database.transaction(engine) as connection:
        channels.change(connection, TEAM, SHARED, by, account_id=None)
    assert house.slack.submit({"person": ADMIN}, view=form, user=COLLEAGUE).ok
    assert "shown in its own channels only" in form_texts(house.slack.form)
    assert house.direct(ADMIN) == []
    with database.transaction(engine) as connection:
        channels.change(connection, TEAM, SHARED, by, account_id=account.account_id)
    assert house.slack.submit({"person": ADMIN}, view=form, user=COLLEAGUE).errors == {}
    assert len(house.direct(ADMIN)) == 1


def test_of_the_environment_s_key_an_admin_hears_what_its_operator_does(
    start: Callable[..., House],
) -> None:
    """Once a day, without a button: nothing in Slack mends it."""
    house = start(FLOWXO_API_KEY="fx-of-the-environment")
    theirs = refused(house, COLLEAGUE)
    assert labels_of(theirs) == ["Remind Them"]
    assert "Whoever runs the bot sets FLOWXO_API_KEY" in theirs.text
    assert chosen(house, theirs, ADMIN) == {}
    (told,) = house.direct(ADMIN)
    assert told.text.split("\n") == [
        "bo asks you to see to the bot's own API key: Flow XO has refused it since "
        "Thu 26 Nov 2026, 15:45.",
        "Whoever runs the bot sets FLOWXO_API_KEY to another key and restarts it.",
    ]
    assert labels_of(told) == []
    house.clock.advance(hours=1)
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    assert "A workspace admin was told on" in house.last(COLLEAGUE).text
    house.flowxo.key = "fx-of-the-environment"
    house.slack.command("stats last week", user=COLLEAGUE)
    house.settle()
    house.clock.advance(seconds=3)
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    assert "Flow XO takes that key again." in house.last(COLLEAGUE).text
