"""The form of a digest: what it shows, what is wrong beside its field, and what is saved of it."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from bot.core.digest import Digest, WhenEmpty, digest_from_fields
from bot.core.query import Compare
from bot.core.schedule import LAST, Cadence
from bot.core.sections import Section
from bot.demo.slack_faults import error
from bot.demo.slack_forms import Filled
from bot.demo.slack_workspace import (
    ADMIN,
    ARCHIVED,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    GENERAL,
    GUEST,
    SECRET,
)
from bot.slack import submitting
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of
from tests.slack.keeping_digests import (
    WEEKLY,
    faults,
    form,
    kept,
    lines,
    make,
    one,
    send,
    sending,
    told,
)

pytestmark = pytest.mark.both_engines


@pytest.fixture
def acme(agency: Agency) -> Agency:
    """A workspace with two accounts and a digest about one."""
    agency.connect("Acme", owner=ASKER, zone="Europe/Berlin")
    agency.connect("Globex", zone="America/New_York")
    make(agency, f"{WEEKLY} for acme")
    return agency


def digest(agency: Agency, number: int = 1) -> Digest:
    """What is set."""
    return digest_from_fields(one(agency, number).digest)


def edit(agency: Agency, filled: Filled, *, more: bool = False, **where: str) -> list[str]:
    """The lines that are said once its form is sent in."""
    agency.type("digest edit #1", **where)
    if more:
        show_more(agency, where.get("user", ASKER))
    return lines(send(agency, filled, where.get("user", ASKER)))


def show_more(agency: Agency, user: str = ASKER) -> None:
    """Press More Options."""
    slack = agency.running.slack
    agency.after(lambda: slack.press_modal(form(agency), "More Options", user=user))


def inputs(agency: Agency) -> dict[str, Any]:
    """The inputs of the open form, by their block_id."""
    blocks = form(agency)["blocks"]
    return {block["block_id"]: block["element"] for block in blocks if block["type"] == "input"}


def test_it_shows_what_is_set(acme: Agency) -> None:
    """Six inputs and the content; the rest under More Options."""
    assert acme.type("digest edit #1") == []
    shown = inputs(acme)
    assert list(shown) == [
        "target", "account", "days", "weekdays", "month_day", "at", "zone", "sections",
    ]  # fmt: skip
    assert shown["target"]["initial_conversation"] == CHATBOTS
    assert shown["account"]["initial_option"]["value"] == "1"
    assert [one["value"] for one in shown["account"]["options"]] == ["1", "all", "2"]
    assert shown["days"]["initial_option"]["value"] == "weekly"
    assert [one["value"] for one in shown["weekdays"]["initial_options"]] == ["0"]
    assert (shown["at"]["initial_time"], shown["zone"]["initial_value"]) == (
        "09:00", "Europe/Berlin",
    )  # fmt: skip
    assert len(shown["sections"]["initial_options"]) == 4
    show_more(acme)
    shown = inputs(acme)
    assert list(shown)[8:] == ["compare", "top", "when_empty", "note", "owner"]
    assert shown["top"]["initial_value"] == "5"
    assert shown["owner"]["initial_user"] == ASKER


def test_what_was_touched_is_saved_and_told(acme: Agency) -> None:
    """To whoever saved it, and in the channel."""
    acme.type("digest edit #1")
    said = send(acme, {"days": "daily", "at": "08:15", "sections": ["stats", "flows"]})
    assert lines(said) == [
        "Saved: Digest #1 of Acme, every day at 08:15, Europe/Berlin.",
        "It goes to this channel.",
        "Next: Fri 27 Nov 2026, 08:15.",
    ]
    assert told(said) == [
        "ada changed: Digest #1 of Acme, every day at 08:15, Europe/Berlin. "
        "Next: Fri 27 Nov 2026, 08:15."
    ]
    made = digest(acme)
    assert (made.schedule.cadence, made.schedule.at) == (Cadence.DAILY, time(8, 15))
    assert made.sections == (Section.STATS, Section.FLOWS)
    assert one(acme).version == 2


def test_the_rest_is_under_more_options(acme: Agency) -> None:
    """Comparison, list length, what becomes of it when empty, note."""
    filled = {"compare": "last_year", "top": "12", "when_empty": "skip", "note": "See *the* board"}
    edit(acme, filled, more=True)
    made = digest(acme)
    assert (made.compare, made.top) == (Compare.LAST_YEAR, 12)
    assert (made.when_empty, made.note) == (WhenEmpty.SKIP, "See *the* board")
    assert "See *the* board" in str(acme.type("digest edit #1 daily at 8")[0].blocks)


def test_nothing_touched_changes_nothing(acme: Agency) -> None:
    """And says so."""
    before = one(acme)
    assert edit(acme, {}) == ["Nothing was changed."]
    assert one(acme) == before


@pytest.mark.parametrize(
    ("filled", "beside", "says"),
    [
        ({"weekdays": []}, "weekdays", "needs a weekday"),
        ({"days": "monthly", "month_day": "nth_1", "weekdays": ["0", "1"]}, "weekdays",
         "one weekday"),
        ({"zone": "Nowhere"}, "zone", "I don't know the time zone"),
        ({"zone": "UTC+5:45"}, "zone", "Name a place"),
        ({"sections": []}, "sections", "needs something in it"),
        ({"target": ARCHIVED}, "target", "is archived"),
        ({"target": SECRET}, "target", "/invite @flowxo"),
        ({"at": "25:99"}, "at", "an hour and a minute"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(
    acme: Agency, filled: Filled, beside: str, says: str
) -> None:
    """Nothing is stored then."""
    acme.type("digest edit #1")
    found = faults(acme, filled)
    assert list(found) == [beside]
    assert says in found[beside]


@pytest.mark.parametrize(
    ("filled", "beside", "says"),
    [
        ({"top": "0"}, "top", "1 to 50"),
        ({"top": "5x"}, "top", "1 to 50"),
        ({"note": "xoxb-1234567890-1234567890-abcdefghijklmnop"}, "note", "looks like an API key"),
        ({"owner": GUEST}, "owner", "guest is no full member"),
    ],
)
def test_what_is_wrong_under_more_options_is_said_there(
    acme: Agency, filled: Filled, beside: str, says: str
) -> None:
    """A key is stored nowhere."""
    acme.type("digest edit #1")
    show_more(acme)
    found = faults(acme, filled)
    assert list(found) == [beside]
    assert says in found[beside]


def test_a_form_that_was_open_takes_nothing_back(acme: Agency) -> None:
    """Somebody else has changed the time and the account; this one changes the content alone."""
    acme.type("digest edit #1")
    shown = form(acme)
    (message,) = acme.type("digest edit #1 daily at 7:30 for globex", user=ADMIN)
    acme.press(message, "Save Changes", user=ADMIN)
    acme.running.slack.state.modals[shown["id"]] = dict(shown)
    acme.after(lambda: acme.running.slack.submit({"sections": ["chart"]}, view=shown))
    made = digest(acme)
    assert made.sections == (Section.CHART,)
    assert (made.schedule.cadence, made.schedule.at) == (Cadence.DAILY, time(7, 30))
    assert made.account == 2


@pytest.mark.parametrize(
    ("filled", "cadence", "parts"),
    [
        ({"days": "weekdays"}, Cadence.WEEKDAYS, {}),
        ({"weekdays": ["0", "1", "2", "3", "4"]}, Cadence.WEEKDAYS, {}),
        ({"weekdays": ["0", "1", "2", "3", "4", "5", "6"]}, Cadence.DAILY, {}),
        ({"weekdays": ["4", "1"]}, Cadence.WEEKLY, {"weekdays": (1, 4)}),
        ({"days": "weeks_2"}, Cadence.WEEKLY, {"every": 2, "anchor": date(2026, 11, 30)}),
        ({"days": "monthly", "month_day": "15"}, Cadence.MONTHLY, {"day": 15, "weekdays": ()}),
        ({"days": "monthly", "month_day": "last"}, Cadence.MONTHLY, {"day": LAST}),
        ({"days": "monthly", "month_day": "nth_last"}, Cadence.MONTHLY,
         {"nth": LAST, "weekdays": (0,)}),
        ({"zone": "tokyo"}, Cadence.WEEKLY, {"weekdays": (0,)}),
    ],
)  # fmt: skip
def test_every_kind_of_days_can_be_chosen(
    acme: Agency, filled: Filled, cadence: Cadence, parts: dict[str, object]
) -> None:
    """And is shown again as it was chosen."""
    edit(acme, filled)
    schedule = digest(acme).schedule
    assert schedule.cadence is cadence
    for name, value in parts.items():
        assert getattr(schedule, name) == value
    acme.type("digest edit #1")
    assert edit(acme, {}) == ["Nothing was changed."]


def test_weeks_that_count_stay_those(acme: Agency) -> None:
    """Of every second week another time changes no week; a rarer rhythm is in the menu as well."""
    (message,) = acme.type("digest edit #1 every 6 weeks on monday starting 7 december")
    acme.press(message, "Save Changes")
    anchor = digest(acme).schedule.anchor
    acme.type("digest edit #1")
    assert inputs(acme)["days"]["initial_option"]["value"] == "weeks_6"
    send(acme, {"at": "10:00", "month_day": "3"})
    assert (digest(acme).schedule.anchor, digest(acme).schedule.every) == (anchor, 6)


def test_another_account_brings_its_week(acme: Agency) -> None:
    """And must be one that may be shown there; all of them are a choice too."""
    acme.change(acme.accounts()["Globex"], week_start=6)
    edit(acme, {"account": "Globex"})
    assert (digest(acme).account, digest(acme).week_start) == (2, 6)
    edit(acme, {"account": "All accounts, a row for each"})
    assert digest(acme).account == "all"
    acme.type("digest edit #1")
    acme.hide(acme.accounts()["Acme"])
    assert list(faults(acme, {"account": "Acme"})) == ["account"]
    acme.disconnect(acme.accounts()["Acme"])
    assert "can't be asked about" in faults(acme, {"account": "Acme"})["account"]


def test_an_account_that_is_gone_stands_there_by_its_number(acme: Agency) -> None:
    """Another can be chosen; until then nothing else is saved."""
    acme.disconnect(acme.accounts()["Acme"])
    acme.type("digest edit #1")
    assert inputs(acme)["account"]["initial_option"]["text"]["text"] == "Account #1, as it is"
    assert list(faults(acme, {"at": "10:00"})) == ["account"]
    send(acme, {"account": "Globex"})
    assert digest(acme).account == 2


def test_where_there_is_one_account_nobody_is_asked_for_it(agency: Agency) -> None:
    """The form has no such input."""
    agency.connect("Acme")
    make(agency)
    agency.type("digest edit #1")
    assert "account" not in inputs(agency)


def test_another_channel_is_told_and_none_is_oneself(acme: Agency) -> None:
    """The old one hears nothing of it."""
    acme.type("digest edit #1")
    said = send(acme, {"target": GENERAL})
    assert told(said) == []
    assert told(said, GENERAL)[0].startswith("ada moved to this channel: Digest #1")
    assert one(acme).target == GENERAL
    edit(acme, {"target": None})
    assert one(acme).target == ASKER
    acme.type("digest edit #1")
    assert "initial_conversation" not in inputs(acme)["target"]


def test_it_is_handed_over_to_a_full_member(acme: Agency) -> None:
    """By its owner or an admin; then it is theirs."""
    acme.type("digest edit #1")
    show_more(acme)
    said = send(acme, {"owner": COLLEAGUE})
    theirs = acme.running.slack.workspace.direct_channel(COLLEAGUE).channel_id
    assert told(said, theirs) == [
        "ada handed over to you: Digest #1 of Acme, every Monday at 09:00, Europe/Berlin. "
        "Next: Mon 30 Nov 2026, 09:00."
    ]
    assert told(said) == []
    assert one(acme).owner_user_id == COLLEAGUE
    assert "Only bo" in lines(acme.type("digest edit #1"))[0]
    acme.type("digest edit #1", user=ADMIN)
    show_more(acme, ADMIN)
    acme.running.slack.faults.add("chat.postMessage", error("user_disabled"))
    send(acme, {"owner": ASKER}, ADMIN)
    assert one(acme).owner_user_id == ASKER
    found = [entry for entry in acme.changes() if entry.action == "digest_handed_over"]
    assert [entry.user_id for entry in found] == [ADMIN, ASKER]


def test_what_takes_long_is_told_in_the_form(acme: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows that it is worked on, then what is wrong, with all that it held."""
    monkeypatch.setattr(submitting, "WAIT_S", 0.0)
    monkeypatch.setattr(submitting, "_SETTLE_S", 0.2)
    acme.type("digest edit #1")
    view = form(acme)
    acme.running.slack.submit({"zone": "Nowhere"}, view=view)
    acme.running.settle()
    assert 'time zone "Nowhere"' in str(form(acme)["blocks"][0])
    assert form(acme)["callback_id"] == "digest_form"
    for verb in ("move", "copy"):
        acme.type(f"digest {verb} #1")
        said = {"target": ARCHIVED} if verb == "move" else {"target": [GENERAL]}
        acme.running.slack.submit(said, view=form(acme))
        acme.running.settle()
    assert [each.target for each in kept(acme)] == [CHATBOTS, GENERAL]


def test_what_is_being_posted_is_left_alone(acme: Agency) -> None:
    """The form says so, and can be sent in once more."""
    acme.type("digest edit #1")
    acme.type("digest run #1")
    sending(acme)
    before = one(acme)
    acme.running.slack.submit({"at": "10:00"}, view=form(acme))
    acme.running.settle()
    assert one(acme) == before
    assert "being posted this very moment" in str(form(acme)["blocks"])


def test_rights_are_looked_at_when_it_is_sent_in(acme: Agency) -> None:
    """An admin of this morning may be none by now; a digest may be deleted."""
    acme.type("digest edit #1", user=ADMIN)
    acme.running.slack.workspace.change_user(ADMIN, is_admin=False, is_owner=False)
    acme.running.slack.submit({"at": "10:00"}, user=ADMIN, view=form(acme))
    acme.running.settle()
    assert digest(acme).schedule.at == time(9)
    assert "workspace admins can do that" in str(form(acme)["blocks"])


def test_edit_under_what_is_not_saved_opens_the_form_of_that(acme: Agency) -> None:
    """Nothing is stored until it is sent in; then it is a digest like any other."""
    (message,) = acme.type("digest every friday at 10 for globex")
    assert acme.press(message, "Edit") == []
    assert len(kept(acme)) == 1
    assert form(acme)["submit"]["text"] == "Save Digest"
    assert inputs(acme)["account"]["initial_option"]["value"] == "2"
    show_more(acme)
    assert "owner" not in inputs(acme)
    said = send(acme, {"at": "11:00", "note": "Hello"})
    assert lines(said)[0].startswith("Saved: Digest #2 of Globex, every Friday at 11:00")
    assert digest(acme, 2).note == "Hello"
    (again,) = acme.type("digest every friday at 11 for globex to me")
    acme.press(again, "Edit")
    send(acme, {})
    assert one(acme, 3).target == ASKER


def test_where_no_form_can_be_opened_a_button_does_it(acme: Agency) -> None:
    """A mention brings nothing to open one with, and Slack may refuse."""
    slack = acme.running.slack
    (message,) = acme.after(lambda: slack.mention("digest edit #1"))
    assert "Press the button to open the form." in message.text
    assert acme.press(message, "Edit") == []
    assert form(acme)["title"]["text"] == "Digest #1"
    (message,) = acme.type("digest weekly for acme to me")
    slack.faults.add("views.open", error("internal_error"))
    assert "Press Edit once more" in lines(acme.press(message, "Edit"))[0]


@pytest.mark.parametrize("metadata", ["", "[]", "{}", '{"number": 1}'])
def test_a_form_that_says_nothing_of_itself_changes_nothing(acme: Agency, metadata: str) -> None:
    """Neither sent in nor pressed in."""
    acme.type("digest edit #1")
    view, before = {**form(acme), "private_metadata": metadata}, one(acme)
    acme.running.slack.submit({"at": "10:00"}, view=view)
    acme.running.slack.press_modal(view, "More Options")
    acme.running.settle()
    assert one(acme) == before


def test_words_change_what_they_say_and_nothing_else(acme: Agency) -> None:
    """Read back with the next runs; also where it goes."""
    (message,) = acme.type(f"digest edit #1 daily at 8 without chart to <#{GENERAL}>")
    assert message.text.split("\n") == [
        "Digest #1 of Acme, every day at 08:00, Europe/Berlin",
        "It goes to #general.",
        "It shows: Figures, Top flows, Top messages.",
        "Its lists have up to 5 rows.",
        "Compared with the time before.",
        "It comes next:",
        "Fri 27 Nov 2026, 08:00, about 26 Nov 2026",
        "Sat 28 Nov 2026, 08:00, about 27 Nov 2026",
        "Sun 29 Nov 2026, 08:00, about 28 Nov 2026",
        "I am no member of that channel: invite @flowxo there, so that replies reach me.",
        "Nothing is changed yet.",
    ]
    assert labels_of(message) == ["Save Changes", "Edit"]
    assert digest(acme).schedule.cadence is Cadence.WEEKLY
    edit(acme, {"top": "9"}, more=True)
    acme.press(message, "Save Changes")
    made = digest(acme)
    assert (made.schedule.cadence, made.top, one(acme).target) == (Cadence.DAILY, 9, GENERAL)
    assert Section.CHART not in made.sections
    (message,) = acme.type("digest edit #1 for globex to me")
    acme.press(message, "Save Changes")
    assert (digest(acme).account, one(acme).target) == (2, ASKER)
