"""`settings`: the form that it opens, for whom, and what is offered in it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.core.results import TopFlow
from bot.demo.slack_acting import in_blocks
from bot.demo.slack_faults import error, html
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GUEST,
    SHARED,
    TEAM,
)
from bot.errors import UpstreamDownError
from bot.render.forms import About
from bot.storage import workspaces
from bot.storage.accounts import Visibility
from bot.storage.workspaces import Connecting, Workspace
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of

pytestmark = pytest.mark.both_engines


def opened(agency: Agency, text: str = "settings", **where: str) -> dict[str, Any]:
    """The form that a command opens; nothing is said beside it."""
    assert agency.type(text, **where) == []
    view = agency.running.slack.form
    assert view is not None
    return dict(view)


def fields(view: dict[str, Any]) -> list[str]:
    """The inputs of a form."""
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


def element(view: dict[str, Any], block_id: str) -> dict[str, Any]:
    """The element of an input."""
    found = next(one for one in view["blocks"] if one.get("block_id") == block_id)
    return dict(found["element"])


def chosen(view: dict[str, Any], block_id: str) -> str:
    """What a menu shows first."""
    return str(element(view, block_id)["initial_option"]["text"]["text"])


def words(view: dict[str, Any]) -> str:
    """All that stands in it."""
    return json.dumps(view["blocks"], ensure_ascii=False)


def test_a_member_sets_their_own_dates_and_language(agency: Agency) -> None:
    """And nothing else."""
    agency.connect("Acme")
    view = opened(agency)
    assert fields(view) == ["date_order", "language"]
    assert chosen(view, "date_order") == "As my Slack has it"
    assert chosen(view, "language") == "The one that I write in"
    assert buttons_of(view["blocks"]) == []


def test_an_owner_finds_the_way_to_their_accounts(agency: Agency) -> None:
    """To those that are theirs to set, and to the channel's."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=COLLEAGUE)
    view = opened(agency)
    assert [one.label for one in buttons_of(view["blocks"])] == [
        "Acme",
        "Settings of This Channel",
    ]
    slack = agency.running.slack
    forms = []
    for label in ("Acme", "Settings of This Channel"):
        assert agency.after(lambda label=label: slack.press_modal(view, label)) == []  # type: ignore[misc]  # bound early
        forms.append(slack.form or {})
        assert len(slack.state.stack) == 2
        slack.state.stack.pop()
    assert [one["callback_id"] for one in forms] == ["settings_account", "settings_channel"]
    assert [json.loads(str(one["private_metadata"]))["channel_id"] for one in forms] == [
        CHATBOTS
    ] * 2


def test_an_admin_sets_who_may_connect(agency: Agency) -> None:
    """As it is set now."""
    by = agency.by
    named = Workspace(Connecting.NAMED, (COLLEAGUE,))
    agency.write(lambda c: workspaces.restrict(c, TEAM, named, by))
    view = opened(agency, user=ADMIN)
    assert fields(view) == ["date_order", "language", "connecting", "connectors"]
    assert chosen(view, "connecting") == "The people named below, and admins"
    assert element(view, "connectors")["initial_users"] == [COLLEAGUE]


def test_more_accounts_than_a_menu_holds_are_not_in_it(agency: Agency) -> None:
    """Each has its own form by its name."""
    agency.fill(101)
    view = opened(agency, user=ADMIN)
    assert [one.label for one in buttons_of(view["blocks"])] == ["Settings of This Channel"]
    assert element(opened(agency, "settings client 0100", user=ADMIN), "name")["initial_value"] == (
        "Client 0100"
    )


def test_an_account_s_form_shows_what_is_set(agency: Agency) -> None:
    """Each field as it is."""
    agency.connect(
        "Acme", owner=ASKER, zone="Europe/Berlin", week_start=6, masking=False,
        visibility=Visibility.CHANNELS, hidden=("Menu",),
    )  # fmt: skip
    view = opened(agency, "settings acme")
    assert fields(view) == ["name", "zone", "week_start", "visibility", "masking", "hidden"]
    assert element(view, "name")["initial_value"] == "Acme"
    assert element(view, "zone")["initial_value"] == "Europe/Berlin"
    assert chosen(view, "week_start") == "Sunday"
    assert chosen(view, "visibility") == "Only in channels whose own account it is"
    assert "initial_options" not in element(view, "masking")
    assert [one["value"] for one in element(view, "hidden")["initial_options"]] == ["Menu"]


def test_the_hide_list_offers_what_ran_lately(agency: Agency) -> None:
    """It is asked for while the form is open already, and once; what is hidden stands first."""
    agency.connect("Acme", owner=ASKER, hidden=("Menu",))
    view = opened(agency, "settings acme")
    offered = [one["value"] for one in element(view, "hidden")["options"]]
    assert offered == ["Menu", "Text Me", "Untitled Flow"]
    (period,) = agency.sources.of("Acme").asked
    assert (str(period.first_day), str(period.last_day)) == ("2026-10-27", "2026-11-25")
    methods = [call.method for call in agency.running.slack.calls]
    assert methods[-2:] == ["views.open", "views.update"]


def test_a_menu_holds_a_hundred_flows(agency: Agency) -> None:
    """Those that are hidden are always among them; names too long for one are not."""
    agency.connect("Acme", owner=ASKER, hidden=("Menu",))
    flows = [TopFlow(str(n), f"Flow {n}", 200 - n) for n in range(120)]
    flows += [TopFlow("x", "", 1), TopFlow("y", "y" * 151, 1), TopFlow("z", "Flow 1", 1)]
    agency.sources.of("Acme").flows = tuple(flows[::-1])
    view = opened(agency, "settings acme")
    offered = [one["value"] for one in element(view, "hidden")["options"]]
    assert len(offered) == len(set(offered)) == 100
    assert offered[0] == "Menu"
    assert not {"", "y" * 151} & set(offered)
    assert "Flows that ran and have no room in this menu: 23." in words(view)


def test_where_flow_xo_does_not_say_the_form_says_so(agency: Agency) -> None:
    """Everything else can be set."""
    agency.connect("Acme", owner=ASKER)
    agency.sources.of("Acme").error = UpstreamDownError("down")
    view = opened(agency, "settings acme")
    assert "hidden" not in fields(view)
    assert "doesn't say right now" in words(view)


def test_where_no_flow_ran_there_is_none_to_hide(agency: Agency) -> None:
    """It is said."""
    agency.connect("Acme", owner=ASKER)
    agency.sources.of("Acme").flows = ()
    assert "No flow ran" in words(opened(agency, "settings acme"))


def test_the_environment_s_zone_is_not_a_form_s_to_set(agency: Agency) -> None:
    """It would be what it was at the next start."""
    agency.connect("Acme")
    agency.with_default()
    view = opened(agency, "settings default", user=ADMIN)
    assert "zone" in fields(view)
    agency.with_default(zone="Asia/Tokyo")
    view = opened(agency, "settings default", user=ADMIN)
    assert "zone" not in fields(view)
    assert "Asia/Tokyo: that is set by FLOWXO_TIMEZONE" in words(view)


def test_a_channel_s_form_shows_what_is_set(agency: Agency) -> None:
    """Its account among those that may be chosen, and both switches."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=ASKER)
    agency.connect("Initech", owner=COLLEAGUE)
    view = opened(agency, "settings channel")
    assert fields(view) == ["account", "client"]
    assert chosen(view, "account") == "None"
    labels = [one["text"]["text"] for one in element(view, "account")["options"]]
    assert labels == ["None", "Acme", "Globex"]
    agency.set(CHATBOTS, account_id=acme.account_id, outsiders_may_ask=True)
    view = opened(agency, "settings channel")
    assert chosen(view, "account") == "Acme"
    assert [one["value"] for one in element(view, "client")["initial_options"]] == ["outsiders"]


def test_a_channel_whose_account_is_another_s_shows_it(agency: Agency) -> None:
    """Whoever has an account of their own may put it there, as `use` would."""
    agency.connect("Acme", owner=ASKER)
    globex = agency.connect("Globex", owner=COLLEAGUE)
    agency.set(CHATBOTS, account_id=globex.account_id)
    view = opened(agency, "settings channel")
    assert chosen(view, "account") == "Globex"
    agency.set(CHATBOTS, account_id=globex.account_id, only_this_account=True)
    (message,) = agency.type("settings channel")
    assert "Only the owner" in message.text


def test_of_more_accounts_than_a_menu_holds_the_channel_s_own_is_shown(agency: Agency) -> None:
    """And how another is chosen."""
    agency.fill(100)
    account = agency.accounts()["Client 0007"]
    agency.set(CHATBOTS, account_id=account.account_id)
    view = opened(agency, "settings channel", user=ADMIN)
    labels = [one["text"]["text"] for one in element(view, "account")["options"]]
    assert labels == ["None", "Client 0007"]
    assert "choose it with /flowxo use first" in words(view)


@pytest.mark.parametrize("text", ["settings acme", "settings channel"])
def test_who_may_change_nothing_gets_no_form(agency: Agency, text: str) -> None:
    """But the reason."""
    agency.connect("Acme", owner=COLLEAGUE)
    (message,) = agency.type(text)
    assert (message.only_for, agency.running.slack.form) == (ASKER, None)
    assert "Only the owner" in message.text


def test_direct_messages_are_no_client_s_channel(agency: Agency) -> None:
    """It is said where to say it."""
    agency.connect("Acme", owner=ASKER)
    slack = agency.running.slack
    (message,) = agency.after(lambda: slack.command("settings channel", channel=DIRECT))
    assert "this is none" in message.text


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("settings", "settings_person"),
        ("settings acme", "settings_account"),
        ("settings channel", "settings_channel"),
    ],
)
def test_a_mention_brings_a_button_that_opens_it(agency: Agency, text: str, form: str) -> None:
    """Only a command or a press opens a modal."""
    agency.connect("Acme", owner=ASKER)
    slack = agency.running.slack
    (message,) = agency.after(lambda: slack.mention(text))
    assert message.only_for == ASKER
    assert labels_of(message) == ["Open Settings"]
    assert agency.press(message, "Open Settings") == []
    assert slack.form is not None
    assert slack.form["callback_id"] == form


@pytest.mark.parametrize("fault", [error("trigger_expired"), html()])
def test_a_form_that_slack_did_not_open_has_a_button(agency: Agency, fault: Any) -> None:
    """Too late, or no answer: pressed, it is tried again."""
    agency.connect("Acme", owner=ASKER)
    agency.running.slack.faults.add("views.open", fault)
    (message,) = agency.type("Einstellungen acme")
    assert labels_of(message) == ["Einstellungen öffnen"]
    assert agency.press(message, "Einstellungen öffnen") == []
    assert agency.running.slack.form is not None
    assert agency.running.slack.form["title"]["text"] == "Kontoeinstellungen"  # type: ignore[index]  # JSON


def test_a_form_that_slack_does_not_change_stays(agency: Agency) -> None:
    """The hide list is only what is hidden then."""
    agency.connect("Acme", owner=ASKER, hidden=("Menu",))
    agency.running.slack.faults.add("views.update", error("hash_conflict"))
    view = opened(agency, "settings acme")
    assert [one["value"] for one in element(view, "hidden")["options"]] == ["Menu"]


def test_a_guest_sets_what_is_theirs_where_they_may_ask(agency: Agency) -> None:
    """Elsewhere there is nothing for them."""
    acme = agency.connect("Acme")
    agency.set(SHARED, account_id=acme.account_id, outsiders_may_ask=True)
    view = opened(agency, user=GUEST, channel=SHARED)
    assert fields(view) == ["date_order", "language"]
    (message,) = agency.type("settings", user=GUEST)
    assert "guest" in message.text


@pytest.mark.parametrize("language", ["English", "Español", "Deutsch", "Français", "Português"])
@pytest.mark.parametrize("text", ["settings", "settings acme", "settings channel"])
def test_every_form_is_one_that_slack_takes_in_every_language(
    agency: Agency, language: str, text: str
) -> None:
    """Titles are not cut, and names of accounts and flows do nothing."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("<!channel> *x* :tada:", owner=ASKER, hidden=("<!here> _x_",))
    slack = agency.running.slack
    view = opened(agency)
    code = {"Português": "pt", "Español": "es"}.get(language, language[:2].lower())
    agency.after(lambda: slack.submit({"language": code}, view=view))
    view = opened(agency, text)
    for key in ("title", "submit", "close"):
        assert "…" not in view[key]["text"]
    acting = in_blocks(view["blocks"])
    assert (acting.pings, acting.links, acting.formatting) == ((), (), ())
    texts = [one["text"]["text"] for block in view["blocks"] for one in options_of(block)]
    assert not [one for one in texts if one.endswith("…")]


def options_of(block: dict[str, Any]) -> list[dict[str, Any]]:
    """The options of a block's element."""
    return list(block.get("element", {}).get("options", []))


@pytest.mark.parametrize("value", ["", "x", "-1", "7", "1234567890"])
def test_a_choice_that_is_none_of_ours_opens_nothing(agency: Agency, value: str) -> None:
    """Nor does one in a form that says nothing of itself."""
    agency.connect("Acme", owner=ASKER)
    view = opened(agency)
    slack = agency.running.slack
    payload = slack.make_view_press(view, "Acme")
    payload["actions"] = [
        {"type": "static_select", "action_id": "settings_open_account", "block_id": "x",
         "selected_option": {"value": value}}
    ]  # fmt: skip
    (message,) = agency.after(lambda: slack.send(slack.signed_interaction(payload)))
    assert message.channel_id == DIRECT
    assert slack.form == view
    for metadata in ("", "[]", "{}", '{"wanted":1}', '{"wanted":[],"x":1}'):
        payload = slack.make_view_press({**view, "private_metadata": metadata}, "Acme")
        (message,) = agency.after(
            lambda payload=payload: slack.send(slack.signed_interaction(payload))  # type: ignore[misc]  # bound early
        )
        assert "can no longer read" in message.text
    assert About().carried().startswith('{"channel_id": null')
