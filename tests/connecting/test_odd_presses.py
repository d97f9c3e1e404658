"""Presses and forms as nobody of ours makes them: refused or told, never acted on."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest
from sqlalchemy import text

from bot.demo.flowxo_faults import held
from bot.demo.slack_faults import delay, error
from bot.demo.slack_workspace import ASKER, COLLEAGUE, OTHER_TEAM, STRANGER, TEAM
from bot.render import connecting as buttons
from bot.settings import Secret
from bot.slack import keeping, submitting
from bot.slack.work import WorkPool
from bot.storage import connecting, database, disconnecting
from bot.storage.audit import By
from tests.connecting.house import KEY, House, carried_by, form_texts, labels_of

pytestmark = pytest.mark.both_engines
KINDS = (buttons.CONNECT, buttons.ASK, buttons.REPLACE, buttons.REMIND, buttons.UNDO)


def pressed(house: House, action_id: str, value: str, **changes: Any) -> None:
    """Press a button of the last message with another id and value; fields of the body changed."""
    message = house.last()
    made: dict[str, Any] = house.slack.make_press(message, labels_of(message)[0])
    made["actions"][0] |= {"action_id": action_id, "value": value}
    for name, change in changes.items():
        made[name] = {**made[name], "id": change}
    assert house.slack.send(house.slack.signed_interaction(made)).ok
    house.settle()


@pytest.mark.parametrize("action_id", KINDS)
@pytest.mark.parametrize(
    "value",
    ["", "x", "[]", "{}", "-1", "٣", "999", "0", '{"purpose": "replace_key", "account_id": "A0"}'],
)
def test_a_value_that_is_none_does_nothing(house: House, action_id: str, value: str) -> None:
    """Its presser reads a sentence."""
    house.slack.command("stats last week")
    before = len(house.said())
    pressed(house, action_id, value)
    assert len(house.said()) == before + 1 or house.slack.form is not None
    assert house.accounts() == ()
    assert [call.error for call in house.slack.calls if call.error] == []


@pytest.mark.parametrize("action_id", KINDS)
@pytest.mark.parametrize(
    "changes", [{"team": OTHER_TEAM}, {"user": STRANGER}, {"user": "U0NOBODY1"}]
)
def test_nobody_of_elsewhere_presses(house: House, action_id: str, changes: dict[str, str]) -> None:
    """Whatever the button says: no link, no form, no message to a colleague, no change."""
    saved = house.connect("Acme")
    house.flowxo.key = "fx-another"
    house.slack.command("stats last week", user=COLLEAGUE)
    house.settle()
    house.slack.command("stats last week")
    kept = json.dumps({"purpose": "replace_key", "account_id": saved.account_id})
    direct = len(house.direct())
    value = "1" if action_id == buttons.UNDO else kept
    pressed(house, action_id, value, **changes)
    assert house.slack.form is None
    assert len(house.direct()) == direct
    assert house.accounts() != ()
    links = [one for one in house.slack.messages if "Open the Page" in labels_of(one)]
    assert len(links) == 1  # the one by which it was connected


def test_another_workspace_s_account_is_none_here(house: House) -> None:
    """Not by its id in a button, nor in a link."""
    engine = house.desk.services.engine
    by = By("U9", "test", house.clock())
    with database.transaction(engine) as connection:
        theirs = connecting.connect(
            connection, OTHER_TEAM, "Theirs", Secret("fx-of-another-workspace"), by
        ).account
    house.connect("Acme")
    house.flowxo.key = "fx-another"
    house.slack.command("stats last week")
    kept = json.dumps({"purpose": "replace_key", "account_id": theirs.account_id})
    for action_id in (buttons.REPLACE, buttons.REMIND):
        pressed(house, action_id, kept)
        assert "can't be asked about here any more" in house.last().text
        house.clock.advance(seconds=3)
        house.slack.command("stats last week")
    assert [one.name for one in house.accounts(OTHER_TEAM)] == ["Theirs"]


def test_an_account_that_goes_while_its_key_is_tried_gets_none(house: House) -> None:
    """It says that it is gone."""
    saved = house.connect("Acme")
    house.flowxo.key = "fx-another"
    house.slack.command("stats last week")
    house.slack.press(house.last(), "Replace Key")
    token, go = house.token(house.last()), threading.Event()
    house.flowxo.clear()
    house.flowxo.script(held(go))
    shown: list[str] = []
    sender = threading.Thread(target=lambda: shown.append(house.post(token, key="fx-another").text))
    sender.start()
    while not house.flowxo.requests:
        threading.Event().wait(0.01)
    with database.transaction(house.desk.services.engine) as connection:
        by = By(ASKER, "test", house.clock())
        disconnecting.remove(connection, TEAM, saved.account_id, by)
    go.set()
    sender.join()
    assert "can&#x27;t be asked about here any more" in shown[0]
    assert house.accounts() == ()


def test_what_was_saved_stays_where_slack_takes_no_message(house: House) -> None:
    """Neither the page nor the answer of the waiting question wait for it."""
    house.slack.command("stats last week")
    house.slack.press(house.last(), "Connect")
    token = house.token(house.last())
    house.slack.faults.add("chat.postMessage", error("messages_tab_disabled"))
    assert house.post(token, name="Acme").status == 303
    assert "16–22 Nov 2026" in house.last().text
    assert len(house.accounts()) == 1


def test_a_full_pool_leaves_the_waiting_question_and_says_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To its asker; the account is connected."""
    house.slack.command("stats last week")
    house.slack.press(house.last(), "Connect")
    token = house.token(house.last())
    pool = house.desk.services.pool
    assert isinstance(pool, WorkPool)
    monkeypatch.setattr(pool, "_most_taken", 0)
    assert house.post(token, name="Acme").status == 303
    house.slack.wait_until(
        lambda: [one for one in house.slack.messages if "more questions than I can" in one.text]
    )


def test_a_database_that_is_held_is_said_in_the_form(
    pageless: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was changed, and it can be sent in once more."""
    monkeypatch.setattr(keeping, "PAUSE_S", 0.0)
    pageless.slack.command("connect Acme")
    pageless.settle()
    form = pageless.slack.form
    engine = pageless.desk.services.engine
    with database.transaction(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE accounts, workspaces IN EXCLUSIVE MODE"))
        assert pageless.slack.submit({"key": KEY}).ok
        pageless.settle()
        assert "can't use my database right now" in form_texts(pageless.slack.form)
    assert pageless.accounts() == ()
    assert pageless.slack.submit({"key": KEY}, view=form).ok
    assert len(pageless.accounts()) == 1


def test_a_slow_choice_of_whom_to_ask_is_shown_in_the_form(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a slow key is: the form anew, with what is wrong above it."""
    monkeypatch.setattr(submitting, "WAIT_S", 0.1)
    monkeypatch.setattr(submitting, "_SETTLE_S", 0.1)
    house.slack.command("stats last week")
    house.slack.press(house.last(), "Ask an Owner")
    house.settle()
    house.slack.faults.add("users.info", delay(0.4))
    assert house.slack.submit({"person": STRANGER}).ok
    assert "One moment" in form_texts(house.slack.form)
    house.settle()
    form = form_texts(house.slack.form)
    assert "Only a full member of this workspace" in form
    assert house.slack.submit({"person": COLLEAGUE}).ok
    assert carried_by(house.direct(COLLEAGUE)[-1], "Connect")["asked_by"] == ASKER


def test_a_form_for_whom_to_ask_that_slack_refuses_is_told(house: House) -> None:
    """By Slack's own word."""
    house.slack.command("stats last week")
    house.slack.faults.add("views.open", error("internal_error"))
    house.slack.press(house.last(), "Ask an Owner")
    assert "Slack did not open the form" in house.last().text
