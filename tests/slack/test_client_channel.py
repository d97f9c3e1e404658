"""A client's channel: only its account, and outsiders let in by whoever may, after a warning."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.demo.slack_forms import Filled
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GUEST,
    SHARED,
    STRANGER,
    Message,
)
from bot.render.forms import About
from bot.storage.accounts import Visibility
from bot.storage.channels import Channel
from tests.slack.agency import Agency

pytestmark = pytest.mark.both_engines


def form(agency: Agency, user: str = ASKER, channel: str = SHARED) -> Mapping[str, Any]:
    """The channel's form."""
    agency.type("settings channel", user=user, channel=channel)
    view = agency.running.slack.form
    assert view is not None
    return view


def send(
    agency: Agency, view: Mapping[str, Any], filled: Filled, user: str = ASKER
) -> list[Message]:
    """What the bot says once it is sent in."""
    return agency.after(lambda: agency.running.slack.submit(filled, user=user, view=view))


def agreed(
    agency: Agency, view: Mapping[str, Any], filled: Filled, user: str = ASKER
) -> list[Message]:
    """The same where it asks once more, and the answer is yes."""
    assert send(agency, view, filled, user) == []
    return send(agency, asked(agency), {}, user)


def asked(agency: Agency) -> Mapping[str, Any]:
    """The form that asks once more."""
    view = agency.running.slack.form
    assert view is not None
    assert view["callback_id"] == "settings_outsiders"
    return view


def test_a_channel_is_made_a_client_s(agency: Agency) -> None:
    """Its account, and no other; told, and kept as a change."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=ASKER)
    (message,) = send(agency, form(agency), {"account": "Acme", "client": ["only"]})
    assert message.only_for == ASKER
    assert message.text.split("\n") == [
        "Saved.",
        "Questions here are about Acme.",
        "It is the only account that may be asked about here.",
    ]
    assert agency.channel(SHARED) == Channel(SHARED, acme.account_id, True, False)
    (entry,) = agency.changes()
    assert entry.detail == "account: none → Acme; only this account: False → True"
    assert entry.origin == f"settings in {SHARED}"
    (refused,) = agency.type("stats last week for globex", channel=SHARED)
    assert "one account alone" in refused.text


def test_outsiders_are_let_in_after_a_warning(agency: Agency) -> None:
    """It says what that means; until it is confirmed nothing is changed."""
    acme = agency.connect("Acme", owner=ASKER)
    view = form(agency)
    assert send(agency, view, {"account": "Acme", "client": ["outsiders"]}) == []
    confirm = asked(agency)
    shown = json.dumps(confirm["blocks"])
    assert "Guests and people from other companies" in shown
    assert "will see every figure of Acme that they ask for" in shown
    assert "comes into it later" in shown
    assert confirm["submit"]["text"] == "Let Them Ask"
    assert agency.channel(SHARED).account_id is None
    (message,) = send(agency, confirm, {})
    assert "may ask here about Acme" in message.text
    assert agency.running.slack.form is None
    assert agency.channel(SHARED) == Channel(SHARED, acme.account_id, False, True)
    for user in (GUEST, STRANGER):
        (answer,) = agency.type("stats last week", user=user, channel=SHARED)
        assert "16–22 Nov 2026" in answer.text


def test_what_is_not_confirmed_is_not_done(agency: Agency) -> None:
    """The form is simply closed."""
    agency.connect("Acme", owner=ASKER)
    send(agency, form(agency), {"account": "Acme", "client": ["outsiders", "only"]})
    assert agency.channel(SHARED) == Channel(SHARED)
    assert agency.changes() == []


def test_another_account_for_a_client_s_channel_is_asked_about_anew(agency: Agency) -> None:
    """The switch was for Acme: for Globex it is a new decision."""
    acme = agency.connect("Acme", owner=ASKER)
    globex = agency.connect("Globex", owner=ASKER)
    agency.set(SHARED, account_id=acme.account_id, outsiders_may_ask=True)
    send(agency, form(agency), {"account": "Globex"})
    assert agency.channel(SHARED).account_id == acme.account_id
    send(agency, asked(agency), {})
    assert agency.channel(SHARED) == Channel(SHARED, globex.account_id, False, True)
    send(agency, form(agency), {"account": "Acme", "client": []})
    assert agency.channel(SHARED) == Channel(SHARED, acme.account_id, False, False)


def test_switches_are_turned_off_again(agency: Agency) -> None:
    """One by one, without a question; the rest stays as it is."""
    acme = agency.connect("Acme", owner=ASKER)
    both = {"only_this_account": True, "outsiders_may_ask": True}
    agency.set(SHARED, account_id=acme.account_id, **both)
    send(agency, form(agency), {"client": ["only"]})
    assert agency.channel(SHARED) == Channel(SHARED, acme.account_id, True, False)
    send(agency, form(agency), {"client": []})
    assert agency.channel(SHARED) == Channel(SHARED, acme.account_id, False, False)
    (message,) = send(agency, form(agency), {})
    assert message.text.split("\n")[0] == "Nothing was changed."


def test_a_form_that_was_open_for_long_opens_nothing_again(agency: Agency) -> None:
    """Outsiders were shut out meanwhile; another switch of an old form does not let them in."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.set(SHARED, account_id=acme.account_id, outsiders_may_ask=True)
    old = form(agency)
    agency.set(SHARED, outsiders_may_ask=False)
    send(agency, old, {"client": ["outsiders", "only"]})
    assert agency.channel(SHARED) == Channel(SHARED, acme.account_id, True, False)


@pytest.mark.parametrize(
    ("ticked", "step"),
    [
        (["only"], "form"),
        (["outsiders"], "form"),
        (["outsiders"], "confirmation"),
        (["only", "outsiders"], "confirmation"),
    ],
)
def test_a_form_opens_no_account_that_it_did_not_show(
    agency: Agency, ticked: list[str], step: str
) -> None:
    """The channel got another while it was open: nothing of it is saved, and that is said."""
    acme, globex = agency.connect("Acme", owner=ASKER), agency.connect("Globex", owner=COLLEAGUE)
    agency.set(SHARED, account_id=acme.account_id)
    view, filled = form(agency, ADMIN), {"client": ticked}
    if step == "confirmation":
        send(agency, view, filled, ADMIN)
        view, filled = asked(agency), {}
    agency.type("use globex", user=COLLEAGUE, channel=SHARED)
    said = send(agency, view, filled, ADMIN) or send(agency, asked(agency), {}, ADMIN)
    assert ["got another account after the form was opened" in one.text for one in said] == [True]
    assert agency.channel(SHARED) == Channel(SHARED, globex.account_id)
    (answer,) = agency.type("stats last week", user=STRANGER, channel=SHARED)
    assert "another one" in answer.text


@pytest.mark.parametrize("chosen", ["Acme", "Globex", "None"])
def test_a_form_that_showed_another_account_sets_none(agency: Agency, chosen: str) -> None:
    """Whichever was chosen in it; where nothing was touched, it says what the channel is for."""
    for name in ("Acme", "Globex", "Initech"):
        agency.connect(name, owner=ASKER)
    agency.set(SHARED, account_id=agency.accounts()["Initech"].account_id)
    view = form(agency)
    agency.type("use globex", channel=SHARED)
    before = agency.stored()
    (refused,) = send(agency, view, {"account": chosen})
    assert "got another account" in refused.text
    (unchanged,) = send(agency, view, {})
    assert unchanged.text.split("\n") == [
        "Nothing was changed.",
        "Questions here are about Globex.",
    ]
    assert agency.stored() == before


def test_a_form_is_not_taken_for_an_account_that_was_gone_when_it_was_opened(
    agency: Agency,
) -> None:
    """It showed none: what it lets in is not let in to the one that came back."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=ASKER)
    agency.set(SHARED, account_id=acme.account_id)
    agency.disconnect(acme)
    view = form(agency, ADMIN)
    agency.restore(acme)
    (refused,) = send(agency, view, {"account": "Globex"}, ADMIN)
    assert "got another account" in refused.text
    assert agency.channel(SHARED) == Channel(SHARED, acme.account_id)


def test_the_confirmation_names_the_account_as_it_is_called(agency: Agency) -> None:
    """The one that was chosen, signs and all: Slack escapes them in what it sends back."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("R&D <Lab>", owner=ASKER)
    view = form(agency)
    escaped = json.loads(json.dumps(view).replace("R&D <Lab>", "R&amp;D &lt;Lab&gt;"))
    chosen = {"account": "R&amp;D &lt;Lab&gt;", "client": ["outsiders"]}
    send(agency, escaped, chosen)
    assert "every figure of R&D <Lab> that" in json.dumps(asked(agency)["blocks"])


def test_without_an_account_there_is_nothing_to_let_in_to(agency: Agency) -> None:
    """It is said beside the switches."""
    agency.connect("Acme", owner=ASKER)
    slack = agency.running.slack
    for ticked in (["outsiders"], ["only"]):
        ack = slack.submit({"client": ticked}, view=form(agency))
        assert "Choose an account first" in json.loads(ack.body)["errors"]["client"]
    agency.running.settle()
    assert agency.changes() == []


def test_an_account_that_is_taken_out_takes_its_switches_with_it(agency: Agency) -> None:
    """They were about it."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.set(SHARED, account_id=acme.account_id, outsiders_may_ask=True)
    ack = agency.running.slack.submit({"account": "None"}, view=form(agency))
    assert "Choose an account first" in ack.body
    (message,) = send(agency, form(agency), {"account": "None", "client": []})
    assert message.text.split("\n") == ["Saved.", "No account is set here."]
    assert agency.channel(SHARED) == Channel(SHARED)


def test_a_client_s_channel_whose_account_is_gone_stays_shut(agency: Agency) -> None:
    """Until an admin gives it another, or opens it."""
    gone = agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=ASKER)
    agency.set(SHARED, account_id=gone.account_id, only_this_account=True)
    agency.disconnect(gone)
    (refused,) = agency.type("settings channel", channel=SHARED)
    assert "Only the owner" in refused.text
    view = form(agency, ADMIN)
    (message,) = send(agency, view, {}, ADMIN)
    assert message.text.split("\n") == [
        "Nothing was changed.",
        "No account is set here.",
        "Nobody may ask here about any other account either.",
    ]
    send(agency, view, {"client": []}, ADMIN)
    assert not agency.channel(SHARED).only_this_account


@pytest.mark.parametrize("step", ["form", "confirmation"])
@pytest.mark.parametrize("user", [COLLEAGUE, GUEST, STRANGER])
def test_nobody_else_can_send_it(agency: Agency, user: str, step: str) -> None:
    """Neither the form nor its confirmation, whatever was open before."""
    agency.connect("Acme", owner=ASKER)
    view = form(agency)
    if step == "confirmation":
        send(agency, view, {"account": "Acme", "client": ["outsiders"]})
        view = asked(agency)
    before = agency.stored()
    (message,) = send(agency, view, {"account": "Acme"} if step == "form" else {}, user)
    assert any(one in message.text for one in ("Only the owner", "guest", "another one"))
    assert agency.stored() == before


def test_an_owner_of_one_account_cannot_take_another_s_client_channel(agency: Agency) -> None:
    """Not by an old form either."""
    agency.connect("Acme", owner=ASKER)
    globex = agency.connect("Globex", owner=COLLEAGUE)
    view = form(agency)
    agency.set(SHARED, account_id=globex.account_id, only_this_account=True)
    (message,) = send(agency, view, {"account": "Acme"})
    assert "Only the owner" in message.text
    agency.set(SHARED, account_id=globex.account_id, only_this_account=False)
    view = form(agency)
    (message,) = send(agency, view, {"client": ["only"]})
    assert "Only the owner" in message.text
    assert agency.channel(SHARED) == Channel(SHARED, globex.account_id)


def test_an_account_that_is_not_theirs_cannot_be_put_there(agency: Agency) -> None:
    """By a form that names its number, known to them or not."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=COLLEAGUE)
    agency.connect("Secret", owner=COLLEAGUE, visibility=Visibility.CHANNELS)
    view = form(agency)
    slack = agency.running.slack
    for number, said in (("2", "Only the owner"), ("3", "can't be asked"), ("x", "can't be asked")):
        payload = slack.make_submission({"account": "Acme"}, view=view)
        values: Any = payload["view"]
        values["state"]["values"]["account"]["value"]["selected_option"] = {"value": number}
        signed = slack.signed_interaction(payload)
        (message,) = agency.after(lambda signed=signed: slack.send(signed))  # type: ignore[misc]  # bound early
        assert said in message.text
        assert "Secret" not in message.text
    assert agency.channel(SHARED) == Channel(SHARED)


@pytest.mark.parametrize("channel_id", [None, DIRECT, "x", "<!channel>"])
def test_a_form_of_no_channel_saves_nothing(agency: Agency, channel_id: str | None) -> None:
    """Direct messages are none, and what is no id is none."""
    agency.connect("Acme", owner=ASKER)
    carried = About(channel_id, "en").carried()
    view = {**form(agency, channel=CHATBOTS), "private_metadata": carried}
    (message,) = send(agency, view, {"account": "Acme", "client": ["only"]})
    assert "this is none" in message.text
    assert agency.changes() == []


@pytest.mark.parametrize("metadata", ["", "[]", '{"channel_id":"C1"}', '{"wanted":[]}x'])
def test_a_form_that_says_nothing_of_itself_is_acked_and_dropped(
    agency: Agency, metadata: str
) -> None:
    """Slack would say that the app failed, and the person could do nothing about it."""
    agency.connect("Acme", owner=ASKER)
    slack = agency.running.slack
    view = form(agency)
    send(agency, view, {"account": "Acme", "client": ["outsiders"]})
    for one in (view, asked(agency)):
        payload = slack.make_submission({}, view={**one, "private_metadata": metadata})
        assert agency.after(lambda p=payload: slack.send(slack.signed_interaction(p))) == []  # type: ignore[misc]  # bound early
    assert agency.changes() == []


def test_a_full_pool_is_told(agency: Agency) -> None:
    """A confirmation has no field to say it beside."""
    agency.connect("Acme", owner=ASKER)
    send(agency, form(agency), {"account": "Acme", "client": ["outsiders"]})
    view = asked(agency)
    agency.full()
    slack = agency.running.slack
    count = len(slack.messages)
    assert slack.submit({}, view=view).ok
    slack.wait_for_messages(count + 1)
    assert "more questions than I can answer" in slack.messages[-1].text
    assert agency.changes() == []
