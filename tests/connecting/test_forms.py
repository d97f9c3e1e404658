"""Connecting without a page: keys typed into a form in Slack, with Slack's three seconds."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.demo.flowxo_faults import Scripted, held, status
from bot.demo.slack_faults import delay, error
from bot.demo.slack_forms import NotSentError
from bot.demo.slack_workspace import ADMIN, ASKER, COLLEAGUE, OTHER_TEAM
from bot.slack import submitting
from bot.storage.workspaces import Connecting
from tests.connecting.house import KEY, House, form_texts, labels_of

pytestmark = pytest.mark.both_engines


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits for Flow XO for a moment only, so that a test need not."""
    monkeypatch.setattr(submitting, "WAIT_S", 0.2)
    monkeypatch.setattr(submitting, "_SETTLE_S", 0.2)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Opened at the end, whatever happened."""
    made = threading.Event()
    yield made
    made.set()


def opened(house: House, text: str = "connect Acme Support", user: str = ASKER) -> dict[str, Any]:
    """The form that opens when somebody types that."""
    assert house.slack.command(text, user=user).ok
    house.settle()
    form = house.slack.form
    assert form is not None
    return dict(form)


def test_an_account_is_connected_by_a_form(pageless: House) -> None:
    """It opens at once, closes when the key is saved, and says the rest in a message."""
    form = opened(pageless)
    assert pageless.said() == []
    assert json.loads(form["private_metadata"]) == {"purpose": "connect", "name": "Acme Support"}
    sent = pageless.slack.submit({"key": f" {KEY}\n"})
    assert sent.ok
    assert sent.errors == {}
    assert pageless.slack.form is None
    told = pageless.direct()[-1]
    assert told.text.startswith("Acme Support is connected, as #1.")
    assert "I left out what stood around the key" in told.text
    assert labels_of(told) == ["Undo"]
    assert [one.name for one in pageless.accounts()] == ["Acme Support"]
    assert pageless.changes()[0].origin == "form in Slack"


def test_the_question_that_waited_is_answered(pageless: House) -> None:
    """Once the form that the button opened is sent in."""
    pageless.slack.mention("stats last week")
    offered = pageless.last()
    pageless.slack.press(offered, "Connect")
    pageless.settle()
    assert pageless.slack.submit({"name": "Acme", "key": KEY}).ok
    *_, told, answer = pageless.said()
    assert told.text.startswith("Acme is connected")
    assert "16–22 Nov 2026" in answer.text
    assert answer.thread_ts == offered.thread_ts


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({"name": "last\u202eweek", "key": KEY}, "name", "characters that nobody can see"),
        ({"name": "!!!", "key": KEY}, "name", "a name that people can say"),
        ({"name": KEY, "key": KEY}, "name", "looks like an API key, not like a name"),
        ({"name": f"My {KEY}", "key": KEY}, "name", "looks like an API key, not like a name"),
        ({"name": "Acme", "key": "xoxb-1-2"}, "key", "a token of Slack"),
        ({"name": "Acme", "key": '""'}, "key", "Paste the API key here."),
        ({"name": "Acme", "key": "fx-wrong"}, "key", "Flow XO refuses this key."),
    ],
)
def test_what_is_wrong_is_told_beside_its_input(
    pageless: House, typed: dict[str, str], field: str, says: str
) -> None:
    """The form stays open, and nothing is saved."""
    opened(pageless, "connect")
    sent = pageless.slack.submit(typed)
    assert sent.ok
    assert list(sent.errors) == [field]
    assert says in sent.errors[field]
    assert pageless.slack.form is not None
    assert pageless.accounts() == ()
    assert pageless.slack.submit({"name": "Acme", "key": KEY}).errors == {}
    assert len(pageless.accounts()) == 1


def test_slack_asks_for_both_and_for_no_more_than_fits(pageless: House) -> None:
    """What Slack itself holds against a form never reaches the bot."""
    opened(pageless, "connect")
    for typed in ({"name": "Acme"}, {"key": KEY}, {"name": "x" * 61, "key": KEY}):
        with pytest.raises(NotSentError):
            pageless.slack.submit(typed)
    with pytest.raises(NotSentError):
        pageless.slack.submit({"name": "Acme", "key": "k" * 3_001})


def test_a_key_that_is_known_is_said_beside_it(pageless: House) -> None:
    """As on the page."""
    pageless.connect("Acme")
    opened(pageless, "connect Globex", COLLEAGUE)
    sent = pageless.slack.submit({"key": KEY}, user=COLLEAGUE)
    assert sent.errors == {"key": "This key is connected already, as Acme."}


def test_in_the_sender_s_language(pageless: House) -> None:
    """Which Slack tells: the form, what is wrong, what was saved."""
    pageless.slack.workspace.change_user(ASKER, locale="de-DE")
    assert "Konto verbinden" in form_texts(opened(pageless))
    sent = pageless.slack.submit({"key": "fx-wrong"})
    assert sent.errors["key"].startswith("Flow XO lehnt diesen Schlüssel ab.")
    pageless.slack.submit({"key": KEY})
    assert pageless.direct()[-1].text.startswith("Acme Support ist verbunden")


@pytest.mark.usefixtures("hurried")
def test_a_slow_flow_xo_is_waited_for_in_the_form(pageless: House, gate: threading.Event) -> None:
    """Slack is acked in time; then the form says that it is done."""
    opened(pageless)
    pageless.flowxo.script(held(gate))
    sent = pageless.slack.submit({"key": KEY})
    assert sent.ok
    assert sent.took_s < 3
    assert "One moment, please." in form_texts(pageless.slack.form)
    assert pageless.accounts() == ()
    gate.set()
    pageless.settle()
    assert "That is done." in form_texts(pageless.slack.form)
    assert len(pageless.accounts()) == 1


@pytest.mark.usefixtures("hurried")
def test_a_slow_refusal_shows_the_form_again(pageless: House, gate: threading.Event) -> None:
    """With what is wrong above it, what was typed as the name, and no key."""
    opened(pageless, "connect")
    pageless.flowxo.script(Scripted(status=401, body=b"{}", until=gate))
    assert pageless.slack.submit({"name": "Acme", "key": "fx-a-wrong-key"}).ok
    gate.set()
    pageless.settle()
    form = form_texts(pageless.slack.form)
    assert "Flow XO refuses this key." in form
    assert '"initial_value": "Acme"' in form
    assert "fx-a-wrong-key" not in form
    assert pageless.slack.submit({"key": KEY}).ok
    assert [one.name for one in pageless.accounts()] == ["Acme"]


@pytest.mark.usefixtures("hurried")
def test_a_slow_refusal_shows_no_name_that_is_a_key(
    pageless: House,
) -> None:
    """Nor what was typed into both inputs."""
    opened(pageless, "connect")
    pageless.slack.faults.add("users.info", delay(1.0))
    sent = pageless.slack.submit({"name": KEY, "key": KEY})
    assert sent.errors == {}
    pageless.settle()
    form = form_texts(pageless.slack.form)
    assert "That looks like an API key" in form
    assert KEY not in form


@pytest.mark.usefixtures("hurried")
def test_a_form_that_was_closed_meanwhile_is_saved_all_the_same(
    pageless: House, gate: threading.Event
) -> None:
    """The message tells it."""
    opened(pageless)
    pageless.flowxo.script(held(gate))
    pageless.slack.submit({"key": KEY})
    pageless.slack.close_form()
    gate.set()
    assert pageless.direct()[-1].text.startswith("Acme Support is connected")
    assert pageless.slack.called("views.update")[-1].error == "not_found"


@pytest.mark.parametrize("way", ["mention", "direct"])
def test_words_that_can_open_no_form_get_a_button(pageless: House, way: str) -> None:
    """For their writer alone; pressing it opens the form, with the name that was said."""
    if way == "mention":
        pageless.slack.mention("connect Acme Support")
    else:
        pageless.slack.direct_message("connect Acme Support")
    shown = pageless.last()
    assert shown.only_for == (ASKER if way == "mention" else None)
    assert shown.text == "Press the button, then type the API key of Acme Support."
    assert labels_of(shown) == ["Connect"]
    pageless.slack.press(shown, "Connect")
    pageless.settle()
    assert '"initial_value": "Acme Support"' in form_texts(pageless.slack.form)


def test_a_form_that_opens_too_late_is_a_button(pageless: House) -> None:
    """Three seconds are over before the bot knew who asks; the next press is in time."""
    pageless.slack.faults.add("users.info", delay(0.3))
    fields = pageless.slack.make_command("connect Acme")
    pageless.slack.advance(4)
    assert pageless.slack.send_command(fields).ok
    shown = pageless.last()
    assert pageless.slack.form is None
    assert labels_of(shown) == ["Connect"]
    made = pageless.slack.make_press(shown, "Connect")
    pageless.slack.advance(4)
    pageless.slack.send(pageless.slack.signed_interaction(made))
    assert "Press the button again." in pageless.last().text
    pageless.slack.press(shown, "Connect")
    pageless.settle()
    assert pageless.slack.form is not None


def test_a_form_that_slack_refuses_is_told(pageless: House) -> None:
    """By Slack's own word."""
    pageless.slack.mention("connect Acme")
    pageless.slack.faults.add("views.open", error("internal_error"))
    pageless.slack.press(pageless.last(), "Connect")
    assert "Slack did not open the form; it says internal_error." in pageless.last().text


def test_rights_that_were_lost_while_it_was_open_are_lost(pageless: House) -> None:
    """The form says why, and saves nothing."""
    opened(pageless)
    pageless.restrict(Connecting.ADMINS)
    assert pageless.slack.submit({"key": KEY}).ok
    assert "Only workspace admins can connect accounts here." in form_texts(pageless.slack.form)
    assert pageless.accounts() == ()


def test_a_form_opened_twice_and_sent_in_twice_saves_once(pageless: House) -> None:
    """On two devices: the second key is known."""
    first = opened(pageless)
    opened(pageless)
    assert pageless.slack.submit({"key": KEY}).errors == {}
    again = pageless.slack.submit({"name": "Acme 2", "key": KEY}, view=first)
    assert again.errors == {"key": "This key is connected already, as Acme Support."}
    assert len(pageless.accounts()) == 1


def test_a_full_pool_is_said_in_the_form(pageless: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """In time, beside an input."""
    opened(pageless)
    monkeypatch.setattr(pageless.desk.services.pool, "_most_taken", 0)
    sent = pageless.slack.submit({"key": KEY})
    assert sent.ok
    assert "more questions than I can answer" in sent.errors["name"]


def test_trouble_of_ours_is_a_reference_in_the_form(
    pageless: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody reads a trace."""
    opened(pageless)
    monkeypatch.setattr(pageless.desk.services.accounts, "_open_client", None)
    assert pageless.slack.submit({"key": KEY}).ok
    form = form_texts(pageless.slack.form)
    assert "reference" in form
    assert "Traceback" not in form


@pytest.mark.parametrize(
    "change",
    [
        lambda made: made["view"].update(private_metadata="{}"),
        lambda made: made["view"].update(private_metadata="x"),
        lambda made: made["view"].update(private_metadata='{"purpose": "connect", "name": 3}'),
        lambda made: made["view"].update(
            private_metadata='{"purpose": "replace_key", "account_id": "A0123456789abcdef"}'
        ),
        lambda made: made["view"].update(private_metadata='{"purpose": "replace_key"}'),
        lambda made: made["team"].update(id=OTHER_TEAM),
        lambda made: made["user"].update(id="U0UNKNOWN1"),
        lambda made: made["view"].update(id="../etc"),
        lambda made: made["view"].update(state=[]),
    ],
    ids=["empty", "text", "number", "account", "none", "team", "user", "view", "state"],
)
def test_a_form_that_is_not_ours_saves_nothing(
    pageless: House, change: Callable[[dict[str, Any]], None]
) -> None:
    """Whatever its fields say; it is acked all the same."""
    opened(pageless)
    made: dict[str, Any] = pageless.slack.make_submission({"key": KEY})
    change(made)
    ack = pageless.slack.send(pageless.slack.signed_interaction(made))
    assert ack.ok
    pageless.settle()
    assert pageless.accounts() == ()


def test_admins_of_a_restricted_workspace_use_the_form_too(pageless: House) -> None:
    """As everybody else does."""
    pageless.restrict(Connecting.ADMINS)
    assert pageless.connect("Acme", ADMIN).owner_user_id == ADMIN


def test_flow_xo_that_is_down_is_told_in_the_form(pageless: House) -> None:
    """It is tried again for some seconds; then nothing was saved, and the form waits."""
    opened(pageless)
    pageless.flowxo.always(status(503))
    assert pageless.slack.submit({"key": KEY}).ok
    pageless.settle()
    assert "Nothing was saved" in form_texts(pageless.slack.form)
