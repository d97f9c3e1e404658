"""Forms that are sent in: checked, saved by whoever may, told, and kept as changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.demo.slack_faults import error
from bot.demo.slack_forms import Filled
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    GONE,
    GUEST,
    STRANGER,
    TEAM,
    Message,
)
from bot.storage import database, preferences, workspaces
from bot.storage.accounts import Visibility
from bot.storage.preferences import DateOrder, Preferences
from bot.storage.workspaces import Connecting, Workspace
from tests.slack.agency import Agency

pytestmark = pytest.mark.both_engines


def form(agency: Agency, text: str = "settings", **where: str) -> Mapping[str, Any]:
    """A form, opened."""
    agency.type(text, **where)
    view = agency.running.slack.form
    assert view is not None
    return view


def send(
    agency: Agency, view: Mapping[str, Any], filled: Filled, user: str = ASKER
) -> list[Message]:
    """What the bot says once a form is sent in."""
    return agency.after(lambda: agency.running.slack.submit(filled, user=user, view=view))


def saved(agency: Agency, text: str, filled: Filled, **where: str) -> list[str]:
    """The lines that are said of what was saved, to whoever saved it alone."""
    (message,) = send(agency, form(agency, text, **where), filled, where.get("user", ASKER))
    assert message.only_for == where.get("user", ASKER)
    return message.text.split("\n")


def faults(agency: Agency, view: Mapping[str, Any], filled: Filled) -> dict[str, str]:
    """What the ack says beside which field; then nothing is said or changed."""
    slack, before = agency.running.slack, agency.stored()
    count = len(slack.messages)
    ack = slack.submit(filled, view=view)
    assert ack.ok
    agency.running.settle()
    assert (len(slack.messages), agency.stored()) == (count, before)
    found: dict[str, str] = json.loads(ack.body)["errors"]
    return found


def preferred(agency: Agency, user_id: str = ASKER) -> Preferences:
    """What a person has set."""
    with database.reading(agency.engine) as connection:
        return preferences.get(connection, TEAM, user_id)


def restricted(agency: Agency) -> Workspace:
    """Who may connect."""
    with database.reading(agency.engine) as connection:
        return workspaces.get(connection, TEAM)


# A person's.


def test_the_date_order_is_read_by_from_then_on(agency: Agency) -> None:
    """By the next question; handed back, Slack's locale decides again."""
    agency.connect("Acme")
    assert "5 Jun 2026" in agency.type("stats 05/06/2026")[0].text
    assert saved(agency, "settings", {"date_order": "month_first"}) == [
        "Saved.",
        "Dates in figures: As my Slack has it → Month first: 6 May",
    ]
    assert preferred(agency) == Preferences(DateOrder.MONTH_FIRST)
    assert "6 May 2026" in agency.type("stats 05/06/2026")[0].text
    assert "5 Jun 2026" in agency.type("stats 05/06/2026", user=ADMIN)[0].text
    saved(agency, "settings", {"date_order": "unset"})
    assert "5 Jun 2026" in agency.type("stats 05/06/2026")[0].text
    told = [(one.action, one.subject, one.detail) for one in agency.changes()]
    assert told == [
        ("preferences_changed", ASKER, "date order: month_first → None; language: None → None"),
        ("preferences_changed", ASKER, "date order: None → month_first; language: None → None"),
    ]


def test_day_first_holds_for_an_american_too(agency: Agency) -> None:
    """Whose Slack has the month first; a language alone changes no dates."""
    agency.connect("Acme")
    assert "6 May 2026" in agency.type("stats 05/06/2026", user=COLLEAGUE)[0].text
    saved(agency, "settings", {"language": "en"}, user=COLLEAGUE)
    assert "6 May 2026" in agency.type("stats 05/06/2026", user=COLLEAGUE)[0].text
    saved(agency, "settings", {"date_order": "day_first"}, user=COLLEAGUE)
    assert "5 Jun 2026" in agency.type("stats 05/06/2026", user=COLLEAGUE)[0].text


def test_help_errors_and_forms_are_told_in_the_language_that_was_set(agency: Agency) -> None:
    """Whatever was typed, also after a restart; the answer to a greeting too."""
    agency.connect("Acme", owner=COLLEAGUE)
    assert saved(agency, "settings", {"language": "de"})[0] == "Gespeichert."
    for _ in range(2):
        assert agency.type("help")[0].text.startswith("Frag in einfachen Worten")
        assert "zählt Nutzer" in agency.type("conversions last week")[0].text
        assert "nur der Eigentümer" in agency.type("settings acme")[0].text
        assert form(agency)["title"]["text"] == "Einstellungen"
        (greeted,) = agency.after(lambda: agency.running.slack.direct_message("hola"))
        assert greeted.text.startswith("Frag in einfachen Worten")
        agency.start()
    agency.after(agency.running.slack.open_home)
    assert "Deine Zahlen" in json.dumps(agency.running.slack.homes[ASKER], ensure_ascii=False)
    assert agency.type("help", user=ADMIN)[0].text.startswith("Ask about your")


def test_a_language_of_another_version_is_none(agency: Agency) -> None:
    """It costs nobody an answer."""
    agency.connect("Acme")
    by = agency.by
    agency.write(lambda c: preferences.keep(c, TEAM, ASKER, Preferences(language="tlh"), by))
    assert agency.type("help")[0].text.startswith("Ask about your")


def test_nothing_touched_changes_nothing(agency: Agency) -> None:
    """And says so."""
    agency.connect("Acme", owner=ASKER)
    for text in ("settings", "settings acme"):
        assert saved(agency, text, {}) == ["Nothing was changed."]
    assert agency.changes() == []


@pytest.mark.parametrize(
    ("filled", "wanted"),
    [
        ({"connecting": "admins"}, Workspace(Connecting.ADMINS)),
        (
            {"connecting": "named", "connectors": [ASKER, COLLEAGUE]},
            Workspace(Connecting.NAMED, (ASKER, COLLEAGUE)),
        ),
        ({"connectors": [ASKER]}, Workspace(Connecting.EVERYONE, (ASKER,))),
    ],
)
def test_an_admin_says_who_may_connect(agency: Agency, filled: Filled, wanted: Workspace) -> None:
    """It is kept, and kept as a change."""
    assert saved(agency, "settings", filled, user=ADMIN) == [
        "Saved.",
        "Who may connect accounts is set anew.",
    ]
    assert restricted(agency) == wanted
    assert [one.action for one in agency.changes()] == ["connecting_changed"]


def test_named_people_must_be_named(agency: Agency) -> None:
    """Else nobody could connect, and that is not what it says."""
    assert faults(agency, form(agency, user=ADMIN), {"connecting": "named"}) == {
        "connectors": "Name at least one person, or choose another line above."
    }


@pytest.mark.parametrize("user_id", [GUEST, STRANGER, GONE, "U0NOBODY01"])
def test_who_is_no_full_member_cannot_be_named(agency: Agency, user_id: str) -> None:
    """Guests, strangers, people of another workspace, nobody at all."""
    filled = {"connecting": "named", "connectors": [ASKER, user_id], "language": "de"}
    lines = saved(agency, "settings", filled, user=ADMIN)
    assert "no full member of this workspace" in lines[0]
    assert lines[1] == "Nothing was saved."
    assert (restricted(agency), preferred(agency, ADMIN)) == (Workspace(), Preferences())


def test_an_admin_who_is_none_any_more_changes_nothing(agency: Agency) -> None:
    """Though the form was opened as one, and the day's memory says so."""
    view = form(agency, user=ADMIN)
    agency.running.slack.workspace.change_user(ADMIN, is_admin=False, is_owner=False)
    (message,) = send(agency, view, {"connecting": "admins", "language": "de"}, ADMIN)
    assert message.text == "Only workspace admins can do that."
    assert (restricted(agency), preferred(agency, ADMIN)) == (Workspace(), Preferences())


def test_a_member_cannot_send_an_admin_s_form(agency: Agency) -> None:
    """Whatever they send."""
    view = form(agency, user=ADMIN)
    (message,) = send(agency, view, {"connecting": "admins"}, COLLEAGUE)
    assert message.text == "Only workspace admins can do that."
    assert restricted(agency) == Workspace()


# An account's.


def test_every_field_of_an_account_is_saved(agency: Agency) -> None:
    """Told with what it was before, and kept with it."""
    account = agency.connect("Acme", owner=ASKER, zone="Europe/Berlin", hidden=("Menu",))
    filled = {
        "name": "Acme Support", "zone": "tokyo", "week_start": "6", "visibility": "channels",
        "masking": [], "hidden": ["Text Me"],
    }  # fmt: skip
    assert saved(agency, "settings acme", filled) == [
        "Saved.",
        "Name: Acme → Acme Support",
        "Time zone: Europe/Berlin → Asia/Tokyo",
        "Weeks start on: Monday → Sunday",
        "Where it may be asked about: Everywhere, by every member of this workspace → "
        "Only in channels whose own account it is",
        "Top messages are shown as they were typed from now on.",
        "Hidden in lists: Text Me",
        "Shown again: Menu",
    ]
    now = agency.accounts()["Acme Support"]
    assert now.account_id == account.account_id
    assert (now.zone, now.week_start, now.visibility) == ("Asia/Tokyo", 6, Visibility.CHANNELS)
    assert (now.masking, now.hidden) == (False, ("Text Me",))
    assert [(one.action, one.detail, one.origin) for one in agency.changes()] == [
        (
            "account_changed",
            "zone: Europe/Berlin → Asia/Tokyo; week_start: 0 → 6; "
            "visibility: workspace → channels; masking: True → False; hidden: Menu → Text Me",
            f"settings in {CHATBOTS}",
        ),
        ("account_renamed", "Acme → Acme Support", f"settings in {CHATBOTS}"),
    ]


def test_the_settings_of_an_account_take_effect(agency: Agency) -> None:
    """In the next answer: the zone, the week, what is hidden, what is masked."""
    agency.connect("Acme", owner=ASKER)
    assert "Text Me" in agency.type("top flows october")[0].text
    saved(
        agency, "settings acme",
        {"zone": "Asia/Tokyo", "week_start": "6", "hidden": ["Text Me"]},
    )  # fmt: skip
    week = agency.type("stats last week")[0].text
    assert "15–21 Nov 2026" in week
    assert "Asia/Tokyo" in week
    flows = agency.type("top flows october")[0].text
    assert "Text Me" not in flows
    assert "1 hidden" in flows


@pytest.mark.parametrize(
    ("filled", "field", "fault"),
    [
        ({"zone": "Atlantis/Main"}, "zone", 'I don\'t know the time zone "Atlantis/Main".'),
        ({"zone": "Europe/Berln"}, "zone", "Did you mean Europe/Berlin"),
        ({"zone": "UTC-8"}, "zone", "an offset doesn't know when clocks change"),
        ({"name": "x" * 61}, "name", "at most 60 characters"),
        ({"name": "eyJhbGciOiJIUzI1NiJ9"}, "name", "looks like an API key, not like a name"),
        ({"name": "0123456789abcdef0123456789abcdef"}, "name", "looks like an API key"),
        ({"name": "last week"}, "name", "can't be used here"),
        ({"name": "#3"}, "name", "can't be used here"),
        ({"name": "a\u202eb"}, "name", "characters that nobody can see"),
        ({"name": "\u200b"}, "name", "characters that nobody can see"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    agency: Agency, filled: Filled, field: str, fault: str
) -> None:
    """And the form stays open with all that was typed."""
    agency.connect("Acme", owner=ASKER)
    view = form(agency, "settings acme")
    found = faults(agency, view, {"week_start": "6", **filled})
    assert list(found) == [field]
    assert fault in found[field]
    assert agency.running.slack.form == view


def test_faults_are_told_in_the_form_s_language(agency: Agency) -> None:
    """As the rest of it is."""
    agency.connect("Acme", owner=ASKER)
    found = faults(agency, form(agency, "Einstellungen acme"), {"zone": "Atlantis"})
    assert "Zeitzone" in found["zone"]


@pytest.mark.parametrize("zone", ["utc", "", "berlin", "Asia/Calcutta"])
def test_a_zone_may_be_typed_as_it_is_said(agency: Agency, zone: str) -> None:
    """A city, an old name, nothing at all for each asker's own."""
    agency.connect("Acme", owner=ASKER, zone="America/New_York")
    saved(agency, "settings acme", {"zone": zone})
    known = {"utc": "UTC", "": None, "berlin": "Europe/Berlin", "Asia/Calcutta": "Asia/Calcutta"}
    assert agency.accounts()["Acme"].zone == known[zone]


def test_a_name_that_another_has_saves_nothing(agency: Agency) -> None:
    """Not even the rest of the form."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=COLLEAGUE)
    assert saved(agency, "settings acme", {"name": "GLOBEX", "week_start": "6"}) == [
        "Another account is called GLOBEX already.",
        "Nothing was saved.",
    ]
    assert agency.accounts()["Acme"].week_start == 0
    assert agency.changes() == []


@pytest.mark.parametrize("name", ["acme support!", "Acme-Support", "ácme support"])
def test_a_name_that_a_question_takes_for_another_s_saves_nothing(
    agency: Agency, name: str
) -> None:
    """What `connect` refuses is refused to a rename as well."""
    agency.connect("Acme Support", owner=ASKER)
    agency.connect("Globex", owner=ASKER)
    assert saved(agency, "settings globex", {"name": name}) == [
        f"Another account is called {name} already.",
        "Nothing was saved.",
    ]
    assert set(agency.accounts()) == {"Acme Support", "Globex"}


@pytest.mark.parametrize(
    "name",
    ["x zx81-Quokka", "zx81-Quokka", "the (zx81-Quokka)!", "zx81- Quokka"],
)
def test_a_key_of_the_workspace_is_no_name(agency: Agency, name: str) -> None:
    """Not a word of it either, whatever the key looks like; nothing repeats it."""
    agency.connect("Acme", owner=ASKER)
    other = agency.connect("Globex", owner=COLLEAGUE, secret="zx81-Quokka")
    agency.disconnect(other)
    said = saved(agency, "settings acme", {"name": name})
    assert said[0].startswith("That looks like an API key")
    assert "Quokka" not in "".join(said)
    assert set(agency.accounts()) == {"Acme"}
    assert agency.changes() == []


def test_a_name_that_an_unseen_account_has_is_refused_without_a_word_of_it(agency: Agency) -> None:
    """Whoever renames does not learn which other accounts there are."""
    agency.connect("Globex", owner=ADMIN, visibility=Visibility.CHANNELS)
    agency.connect("Acme", owner=ASKER)
    said = saved(agency, "settings acme", {"name": "GLOBEX"})
    assert said == ["That name can't be used here. Choose another one.", "Nothing was saved."]


def test_of_two_forms_the_second_takes_nothing_back(agency: Agency) -> None:
    """Only what was touched in it is changed, and names hidden meanwhile stay hidden."""
    agency.connect("Acme", owner=ASKER, zone="Europe/Berlin")
    first, second = form(agency, "settings acme"), form(agency, "settings acme", user=ADMIN)
    send(agency, first, {"zone": "Asia/Tokyo", "hidden": ["Text Me"]})
    send(agency, second, {"name": "Acme Ltd", "hidden": ["Untitled Flow"]}, ADMIN)
    account = agency.accounts()["Acme Ltd"]
    assert account.zone == "Asia/Tokyo"
    assert set(account.hidden) == {"Text Me", "Untitled Flow"}


def test_a_form_sent_twice_saves_once(agency: Agency) -> None:
    """The same request, again."""
    agency.connect("Acme", owner=ASKER)
    slack = agency.running.slack
    payload = slack.make_submission({"week_start": "6"}, view=form(agency, "settings acme"))
    signed = slack.signed_interaction(payload)
    said = agency.after(lambda: slack.send(signed)) + agency.after(lambda: slack.send(signed))
    assert len(said) == 1
    assert len(agency.changes()) == 1


@pytest.mark.parametrize("how", ["owner", "guest", "gone", "unknown", "disconnected", "hidden"])
def test_a_form_that_is_sent_in_after_rights_were_lost_changes_nothing(
    agency: Agency, how: str
) -> None:
    """And says so, whatever the reason."""
    account = agency.connect("Acme", owner=ASKER)
    agency.connect("Globex")
    view = form(agency, "settings acme")
    workspace = agency.running.slack.workspace
    match how:
        case "owner":
            agency.change(account, owner_user_id=ADMIN)
        case "guest":
            workspace.change_user(ASKER, is_restricted=True)
        case "gone":
            workspace.change_user(ASKER, deleted=True)
        case "unknown":
            agency.running.slack.faults.add("users.info", error("user_not_found"), None)
        case "disconnected":
            agency.disconnect(account)
        case "hidden":
            agency.change(account, owner_user_id=ADMIN)
            agency.hide(account)
    before = agency.stored()
    (message,) = send(agency, view, {"week_start": "6"})
    reasons = ("Only the owner", "guest", "not in use", "who you are", "can't be asked about")
    assert any(reason in message.text for reason in reasons)
    assert agency.stored() == before


def test_a_full_pool_says_so_in_the_form(agency: Agency) -> None:
    """It can be sent in again."""
    agency.connect("Acme", owner=ASKER)
    view = form(agency, "settings acme")
    agency.full()
    found = faults(agency, view, {"week_start": "6"})
    assert "more questions than I can answer" in found["name"]
