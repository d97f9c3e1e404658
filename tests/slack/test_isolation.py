"""Every listener with ids of another workspace: no figure, no change, no name of anybody's.

Each is given the payload that works, with one kind of id after the other replaced: the workspace,
the person, the account, the message, the channel. In the end it gets the payload as it is, which
must do something, or the rest would prove nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from slack_bolt import App
from sqlalchemy import Connection, update

from bot.core.digest import Digest, digest_to_fields
from bot.core.results import TopFlow
from bot.core.schedule import Cadence, Schedule
from bot.demo.slack_delivery import Ack
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    BOT_USER,
    CHATBOTS,
    COLLEAGUE,
    GENERAL,
    GONE,
    OTHER_TEAM,
    SHARED,
    STRANGER,
    TEAM,
)
from bot.errors import KeyRefusedError
from bot.render import digest_cards as ids
from bot.render import digest_forms as views
from bot.render.digest_notices import Line, Notice, digest_notice
from bot.slack import app as room
from bot.slack import channel_events
from bot.slack.desk import build_desk
from bot.slack.digests.listening import PRESSES
from bot.storage import (
    channels,
    database,
    deliveries,
    preferences,
    subscribing,
    subscriptions,
    threads,
    workspaces,
)
from bot.storage.audit import By
from bot.storage.deliveries import State
from bot.storage.preferences import Preferences
from bot.storage.subscriptions import Reason, Wanted
from bot.storage.tables import ACCOUNTS, DELIVERIES, WORKSPACES
from tests.digests.house import CADENCES
from tests.slack.agency import Agency
from tests.slack.posting import posting
from tests.storage.connected import KEYS

pytestmark = pytest.mark.both_engines

Payload = dict[str, Any]
MINE, THEIRS = 41, 71  # numbers of accounts that the other workspace has none of
OUR_DIGEST, THEIR_DIGEST = 43, 73  # and of digests
OURS, FOREIGN = "Acme Confidential", "Globex Confidential"
PLANTED = "Planted Flow"
THEIR_CHANNEL, THEIR_USER, THEIR_TS = "C0FOREIGN1", "U0FOREIGN1", "1795000000.000001"


@dataclass(frozen=True)
class Case:
    """What is sent to a listener; `name` is what it listens to."""

    name: str
    make: Callable[[Agency], Payload]


CASES: dict[str, Case] = {}
IDS: dict[str, str] = {}  # of accounts, made anew for each test


def case(name: str) -> Callable[[Callable[[Agency], Payload]], Callable[[Agency], Payload]]:
    """Keep a maker of payloads under the name of what listens."""

    def keep(make: Callable[[Agency], Payload]) -> Callable[[Agency], Payload]:
        CASES[make.__name__] = Case(name, make)
        return make

    return keep


def _command(text: str) -> Callable[[Agency], Payload]:
    def make(agency: Agency) -> Payload:
        return dict(agency.running.slack.make_command(text, user=ADMIN))

    return make


for words in (
    f"stats last week for #{MINE}", f"stats last week for #{MINE} public", "stats last week",
    f"use #{MINE}", "use none", f"settings #{MINE}", "settings channel", "settings",
    f"disconnect #{MINE}", "disconnect", "accounts", "status", "audit", "help", "connect Initech",
    f"digest weekly for #{MINE}", "digest list", f"digest edit #{OUR_DIGEST}",
    f"digest pause #{OUR_DIGEST}", f"digest run #{OUR_DIGEST}", f"digest history #{OUR_DIGEST}",
    f"digest move #{OUR_DIGEST} to me", f"digest copy #{OUR_DIGEST} to <#{GENERAL}>",
):  # fmt: skip
    CASES[f"command: {words}"] = Case("/", _command(words))


@case("app_mention")
def mention(agency: Agency) -> Payload:
    """A question to the channel."""
    return agency.running.slack.make_mention(f"stats last week for #{MINE}", user=ADMIN)


@case("app_mention")
def reply(agency: Agency) -> Payload:
    """One that refines what a thread showed."""
    slack = agency.running.slack
    (answer,) = agency.after(lambda: slack.mention(f"stats last week for #{MINE}", user=ADMIN))
    return slack.make_mention("by day", user=ADMIN, thread_ts=answer.thread_ts)


@case("message")
def direct_message(agency: Agency) -> Payload:
    """A question to the bot alone."""
    return agency.running.slack.make_direct_message(f"stats last week for #{MINE}", user=ADMIN)


@case("user_change")
def user_change(agency: Agency) -> Payload:
    """Somebody is another by now."""
    return agency.running.slack.make_user_change(COLLEAGUE)


@case("app_home_opened")
def home(agency: Agency) -> Payload:
    """The Home tab."""
    return agency.running.slack.make_home_opened(user=ADMIN)


def _pressed(
    agency: Agency, text: str, wanted: str, channel: str = CHATBOTS, then: str = ""
) -> Payload:
    """A press of what stands under the answer to a command."""
    slack = agency.running.slack
    message = agency.type(text, user=ADMIN, channel=channel)[-1]
    if then:
        message = agency.press(message, then, user=ADMIN)[-1]
    return slack.make_press(message, wanted, user=ADMIN)


@case("answer_share")
def share(agency: Agency) -> Payload:
    """What was seen in private is shown."""
    return _pressed(agency, f"top flows october for #{MINE}", "Share to Channel")


@case("answer_share_anyway")
def share_anyway(agency: Agency) -> Payload:
    """Once more, where outsiders are."""
    text = f"top flows october for #{MINE} public"
    return _pressed(agency, text, "Share Anyway", SHARED)


@case("answer_previous")
def previous(agency: Agency) -> Payload:
    """The month before."""
    return _pressed(agency, f"top flows october for #{MINE}", "Previous Month")


@case("answer_more")
def csv(agency: Agency) -> Payload:
    """A file."""
    return _pressed(agency, f"top flows october for #{MINE}", "CSV")


ROWS = f"chart received 1 jan 2025 to 31 dec 2025 by day for #{MINE}"


@case("answer_more_rows")
def more_rows(agency: Agency) -> Payload:
    """The next rows."""
    return _pressed(agency, ROWS, "More Rows")


@case("answer_previous_rows")
def previous_rows(agency: Agency) -> Payload:
    """And those before."""
    return _pressed(agency, ROWS, "Previous Rows", then="More Rows")


@case("answer_remove")
def remove(agency: Agency) -> Payload:
    """A public answer is taken back."""
    slack = agency.running.slack
    said = agency.after(lambda: slack.mention(f"top flows october for #{MINE}", user=ADMIN))
    return slack.make_press(said[0], "Remove", user=ADMIN)


@case("digest_full")
def full_report(agency: Agency) -> Payload:
    """What a posted digest was about, whole."""
    with posting(agency) as posted:
        posted.subscribe(MINE, owner=ADMIN)
        return agency.running.slack.make_press(posted.post(), "Full Report", user=ADMIN)


@case(r"run_\d+|run_menu")
def run(agency: Agency) -> Payload:
    """What a button carries is run as if it was typed."""
    return _pressed(agency, "accounts", "Use Here")


@case("help_topic")
def help_topic(agency: Agency) -> Payload:
    """Help on all commands."""
    return _pressed(agency, "help", "All Commands")


@case(r"^account_choose(?:_\d+)?$")
def choose(agency: Agency) -> Payload:
    """Which account is meant."""
    agency.connect("Another of ours")
    return _pressed(agency, "stats last week", OURS)


@case(r"^account_choose_to_use(?:_\d+)?$")
def choose_to_use(agency: Agency) -> Payload:
    """And from now on."""
    agency.connect("Another of ours")
    return _pressed(agency, "stats last week", f"Use {OURS} in This Channel")


@case("accounts_more")
def more_accounts(agency: Agency) -> Payload:
    """The next page."""
    agency.fill(12)
    return _pressed(agency, "accounts", "More Accounts")


@case("accounts_previous")
def previous_accounts(agency: Agency) -> Payload:
    """And the one before."""
    agency.fill(12)
    return _pressed(agency, "accounts", "Previous Accounts", then="More Accounts")


@case("account_disconnect")
def disconnect(agency: Agency) -> Payload:
    """Yes, take it out."""
    return _pressed(agency, f"disconnect #{MINE}", f"Disconnect {OURS}")


@case("account_keep")
def keep(agency: Agency) -> Payload:
    """No, keep it."""
    return _pressed(agency, f"disconnect #{MINE}", "Keep It")


@case("account_restore")
def restore(agency: Agency) -> Payload:
    """Take that back."""
    return _pressed(agency, f"disconnect #{MINE}", "Undo", then=f"Disconnect {OURS}")


@case("changes_csv")
def every_change(agency: Agency) -> Payload:
    """All changes as a file."""
    return _pressed(agency, "audit", "Send Me All as CSV")


def _form(agency: Agency, text: str) -> Mapping[str, Any]:
    agency.type(text, user=ADMIN)
    view = agency.running.slack.form
    assert view is not None
    return view


@case("settings_open_account")
def open_account(agency: Agency) -> Payload:
    """An account's settings from one's own."""
    view = _form(agency, "settings")
    return agency.running.slack.make_view_press(view, OURS, user=ADMIN)


@case("settings_open_channel")
def open_channel(agency: Agency) -> Payload:
    """The channel's."""
    view = _form(agency, "settings")
    return agency.running.slack.make_view_press(view, "Settings of This Channel", user=ADMIN)


@case("settings_person")
def person_form(agency: Agency) -> Payload:
    """One's own settings, sent in."""
    filled = {"language": "de", "connecting": "named", "connectors": [ASKER]}
    view = _form(agency, "settings")
    return agency.running.slack.make_submission(filled, view=view, user=ADMIN)


@case("settings_account")
def account_form(agency: Agency) -> Payload:
    """An account's, sent in."""
    view = _form(agency, f"settings #{MINE}")
    return agency.running.slack.make_submission({"name": "Mine"}, view=view, user=ADMIN)


@case("settings_channel")
def channel_form(agency: Agency) -> Payload:
    """A channel's, sent in."""
    view = _form(agency, "settings channel")
    filled = {"account": OURS, "client": ["only"]}
    return agency.running.slack.make_submission(filled, view=view, user=ADMIN)


@case("settings_outsiders")
def outsiders_form(agency: Agency) -> Payload:
    """Outsiders are let in."""
    slack = agency.running.slack
    view = _form(agency, "settings channel")
    filled = {"account": OURS, "client": ["outsiders"]}
    agency.after(lambda: slack.submit(filled, view=view, user=ADMIN))
    assert slack.form is not None
    return slack.make_submission({}, view=slack.form, user=ADMIN)


@case("key_form")
def key_form(agency: Agency) -> Payload:
    """A key, sent in."""
    view = _form(agency, "connect Initech")
    filled = {"name": "Initech", "key": "eyJ.key.of.Initech"}
    return agency.running.slack.make_submission(filled, view=view, user=ADMIN)


@case("connect_open")
def connect(agency: Agency) -> Payload:
    """The form for a key, from a button."""
    slack = agency.running.slack
    (message,) = agency.after(lambda: slack.mention("connect Initech", user=ADMIN))
    return slack.make_press(message, "Connect", user=ADMIN)


@case("connect_undo")
def connect_undo(agency: Agency) -> Payload:
    """What was connected is taken out again."""
    slack = agency.running.slack
    slack.send(slack.signed_interaction(key_form(agency)))
    agency.running.settle()
    return slack.make_press(slack.messages[-1], "Undo", user=ADMIN)


@case("connect_ask")
def ask_owner(agency: Agency) -> Payload:
    """Somebody else is to connect one."""
    payload = connect(agency)
    payload["actions"][0]["action_id"] = "connect_ask"
    return payload


@case("ask_form")
def ask_form(agency: Agency) -> Payload:
    """Who that is, sent in."""
    slack = agency.running.slack
    agency.after(lambda: send(agency, ask_owner(agency)))
    return slack.make_submission({"person": ASKER}, view=slack.form, user=ADMIN)


def _refused(agency: Agency, action_id: str) -> Payload:
    agency.sources.of(OURS).error = KeyRefusedError("refused")
    payload = _pressed(agency, f"stats last week for #{MINE}", "Replace Key")
    payload["actions"][0]["action_id"] = action_id
    return payload


@case("key_replace")
def replace_key(agency: Agency) -> Payload:
    """The form for another key of an account."""
    return _refused(agency, "key_replace")


@case("key_remind")
def remind(agency: Agency) -> Payload:
    """The account's owner is told."""
    return _refused(agency, "key_remind")


@case("remind_form")
def remind_form(agency: Agency) -> Payload:
    """An admin is told of an account that nobody owns any more, sent in."""
    slack = agency.running.slack
    slack.workspace.change_user(COLLEAGUE, is_admin=True)
    agency.write(
        lambda c: c.execute(
            update(ACCOUNTS).where(ACCOUNTS.c.team_id == TEAM).values(owner_user_id=None)
        )
    )
    agency.after(lambda: send(agency, remind(agency)))
    return slack.make_submission({"person": COLLEAGUE}, view=slack.form, user=ADMIN)


def _due(agency: Agency, team_id: str, target: str, owner: str) -> tuple[int, str]:
    """A digest of a workspace, and the id of a delivery of which nobody knows whether it came."""
    now = agency.running.clock()
    wanted = Wanted(target, digest_to_fields(Digest(CADENCES["weekly"], MINE)), now)

    def work(connection: Connection) -> tuple[int, str]:
        one = subscriptions.create(connection, team_id, wanted, By(owner, "test", now))
        made = deliveries.run_now(connection, team_id, one.number, target, now) or ""
        mine = DELIVERIES.c.delivery_id == made
        unknown = {"state": State.UNKNOWN, "done_at": now}
        connection.execute(update(DELIVERIES).where(mine).values(**unknown))
        return one.number, made

    found: tuple[int, str] = agency.write(work)
    return found


def _told(agency: Agency, cause: str, label: str) -> Payload:
    """A press of what stands under a notice."""
    slack, now = agency.running.slack, agency.running.clock()
    number, known_by = _due(agency, TEAM, CHATBOTS, GONE if cause == "owner_left" else ADMIN)
    _, IDS["delivery"] = _due(agency, OTHER_TEAM, THEIR_CHANNEL, THEIR_USER)
    line = Line(number, CHATBOTS, now, UTC, now, delivery_id=known_by)
    plan = digest_notice(Notice(cause, [line], 1, now, UTC, "en", "@flowxo", left=(GONE, "gone")))
    client = agency.running.services.client
    client.chat_postMessage(channel=ADMIN, text=plan.text, blocks=plan.blocks, parse="none")
    return slack.make_press(slack.messages[-1], label, user=ADMIN)


@case("digest_send_again")
def send_again(agency: Agency) -> Payload:
    """A digest once more."""
    return _told(agency, "unknown", "Send Again")


@case("digest_arrived")
def arrived(agency: Agency) -> Payload:
    """It came."""
    return _told(agency, "unknown", "It Arrived")


@case("digest_take_over")
def take_over(agency: Agency) -> Payload:
    """The digests of somebody who has left."""
    return _told(agency, "owner_left", "Take Over")


def _of_a_channel(kind: str) -> Callable[[Agency], Payload]:
    """What becomes of a channel where a digest goes, and of one of theirs of the same id."""

    def make(agency: Agency) -> Payload:
        slack = agency.running.slack
        opens = "unarchive" in kind or "joined" in kind
        for team_id in (TEAM, OTHER_TEAM):
            number, _ = _due(agency, team_id, CHATBOTS, ADMIN)
            if opens:
                agency.write(
                    lambda c, team=team_id, number=number: subscribing.disable(
                        c, team, number, Reason.CHANNEL, agency.by
                    )
                )
        slack.workspace.channels[CHATBOTS].is_archived = not opens
        return slack.make_channel_event(kind, CHATBOTS, user=BOT_USER)

    return make


for name in (channel_events.JOINED, *channel_events.OPENED, *channel_events.CLOSED):
    CASES[f"event: {name}"] = Case(name, _of_a_channel(name))


def _digest(agency: Agency, wanted: str, text: str = "digest list", then: str = "") -> Payload:
    """A press of what stands under what is told of digests; `then` names its action_id."""
    payload = _pressed(agency, text, wanted)
    if then:
        payload["actions"][0]["action_id"] = then
    return payload


for action_id in PRESSES:
    CASES[f"press: {action_id}"] = Case(
        action_id,
        lambda agency, action_id=action_id: _digest(agency, "Test", then=action_id),  # type: ignore[misc]  # its default is what is meant
    )
del CASES[f"press: {ids.UNDO}"]


@case(ids.UNDO)
def digest_undo(agency: Agency) -> Payload:
    """What was deleted comes back."""
    (message,) = agency.type(f"digest delete #{OUR_DIGEST}", user=ADMIN)
    (gone,) = agency.press(message, f"Delete #{OUR_DIGEST}", user=ADMIN)
    return agency.running.slack.make_press(gone, "Undo", user=ADMIN)


@case(ids.SAVE)
def digest_save(agency: Agency) -> Payload:
    """What was read back is saved."""
    return _digest(agency, "Save Digest", f"digest daily at 8 for #{MINE}")


@case(ids.SAVE)
def digest_save_changes(agency: Agency) -> Payload:
    """What was read back is changed."""
    text = f"digest edit #{OUR_DIGEST} daily at 8 for #{MINE}"
    return _digest(agency, "Save Changes", text)


@case(ids.EDIT)
def digest_edit_unsaved(agency: Agency) -> Payload:
    """The form of what is not saved yet."""
    return _digest(agency, "Edit", f"digest daily at 8 for #{MINE}")


@case(ids.LIST)
def digest_list(agency: Agency) -> Payload:
    """The list, from its beginning."""
    payload = _digest(agency, "Test", then=ids.LIST)
    payload["actions"][0]["value"] = "0|en"
    return payload


@case(ids.MENU)
def digest_menu(agency: Agency) -> Payload:
    """One of the entries of its menu."""
    return _digest(agency, "History")


@case(rf"^{ids.ASK}_\d+$")
def digest_ask(agency: Agency) -> Payload:
    """Which account it is about."""
    agency.connect("Another of ours")
    return _digest(agency, OURS, "digest daily at 8")


def _digest_form(agency: Agency, verb: str) -> Mapping[str, Any]:
    return _form(agency, f"digest {verb} #{OUR_DIGEST}")


@case(views.DIGEST_FORM)
def digest_form(agency: Agency) -> Payload:
    """Its form, sent in."""
    view = _digest_form(agency, "edit")
    return agency.running.slack.make_submission({"at": "10:00"}, view=view, user=ADMIN)


@case(views.MORE_OPTIONS)
def digest_more_options(agency: Agency) -> Payload:
    """The rest of it."""
    view = _digest_form(agency, "edit")
    return agency.running.slack.make_view_press(view, "More Options", user=ADMIN)


@case(views.MOVE_FORM)
def digest_move_form(agency: Agency) -> Payload:
    """Where it moves, sent in."""
    view = _digest_form(agency, "move")
    return agency.running.slack.make_submission({"target": GENERAL}, view=view, user=ADMIN)


@case(views.COPY_FORM)
def digest_copy_form(agency: Agency) -> Payload:
    """Where it is copied to, sent in."""
    view = _digest_form(agency, "copy")
    return agency.running.slack.make_submission({"target": [GENERAL]}, view=view, user=ADMIN)


class Recorder(App):
    """A Bolt app that notes what it is given listeners for."""

    def __init__(self) -> None:
        super().__init__(token="xoxb-x", signing_secret="x", token_verification_enabled=False)
        self.noted: set[str] = set()

    def _note(self, constraint: object) -> None:
        text = constraint.pattern if isinstance(constraint, re.Pattern) else str(constraint)
        self.noted |= {str(text)} if text else set()  # what catches all acks, and no more

    def action(self, *args: Any, **options: Any) -> Callable[..., Any]:
        """Note it."""
        self._note(args[0])
        return super().action(*args, **options)

    def command(self, *args: Any, **options: Any) -> Callable[..., Any]:
        """Note it."""
        self._note(args[0])
        return super().command(*args, **options)

    def event(self, *args: Any, **options: Any) -> Callable[..., Any]:
        """Note it."""
        self._note(args[0])
        return super().event(*args, **options)

    def options(self, *args: Any, **options: Any) -> Callable[..., Any]:
        """Note it."""
        self._note(args[0])
        return super().options(*args, **options)

    def shortcut(self, *args: Any, **options: Any) -> Callable[..., Any]:
        """Note it."""
        self._note(args[0])
        return super().shortcut(*args, **options)

    def view(self, *args: Any, **options: Any) -> Callable[..., Any]:
        """Note it."""
        self._note(args[0])
        return super().view(*args, **options)


@pytest.fixture
def world(agency: Agency) -> Agency:
    """Two workspaces in one database, each with an account and what goes with it."""
    agency.start(encryption_keys=KEYS[:1])
    for team, number in ((TEAM, MINE - 1), (OTHER_TEAM, THEIRS - 1)):
        agency.write(lambda c, team=team: workspaces.next_number(c, team))
        agency.write(
            lambda c, team=team, number=number: c.execute(
                update(WORKSPACES)
                .where(WORKSPACES.c.team_id == team)
                .values(numbered=number, digests_numbered=number + 2)
            )
        )
    agency.connect(OURS, owner=ADMIN, zone="Europe/Berlin")
    theirs = agency.connect(FOREIGN, owner=THEIR_USER, team_id=OTHER_TEAM, hidden=(PLANTED,))
    assert (agency.accounts()[OURS].number, theirs.number) == (MINE, THEIRS)
    IDS["theirs"] = theirs.account_id
    agency.sources.of(FOREIGN).flows = (TopFlow("x", PLANTED, 1),)
    by, now = agency.by, agency.running.clock()
    for channel_id in (THEIR_CHANNEL, CHATBOTS):
        with database.transaction(agency.engine) as connection:
            own: channels.Changes = {"account_id": theirs.account_id, "outsiders_may_ask": True}
            channels.change(connection, OTHER_TEAM, channel_id, by, **own)
            text = f'flow "{PLANTED}" 2026-10'
            threads.remember(connection, OTHER_TEAM, channel_id, THEIR_TS, text, now)
    agency.write(lambda c: preferences.keep(c, OTHER_TEAM, ADMIN, Preferences(language="fr"), by))
    for team, number, channel_id, by in (
        (TEAM, MINE, CHATBOTS, replace(agency.by, user_id=ADMIN)),
        (OTHER_TEAM, THEIRS, THEIR_CHANNEL, agency.by),
    ):
        schedule = Schedule(Cadence.WEEKLY, time(9), ZoneInfo("Europe/Berlin"), weekdays=(0,))
        kept = digest_to_fields(Digest(schedule, number, note=PLANTED if team != TEAM else ""))
        with database.transaction(agency.engine) as connection:
            subscriptions.create(connection, team, Wanted(channel_id, kept, now), by)
    return agency


def test_every_listener_has_its_case(world: Agency) -> None:
    """One that is new is tried as well."""
    recorder = Recorder()
    room.register(recorder, build_desk(world.running.services, 2.0))
    assert {one.name for one in CASES.values()} == recorder.noted


def replaced(value: Any, swap: Callable[[str], str], *, blocks: bool = True) -> Any:
    """A payload with every text in it swapped, those of what is only shown too, or not."""
    if isinstance(value, str):
        return swap(value)
    if isinstance(value, list):
        return [replaced(item, swap, blocks=blocks) for item in value]
    if not isinstance(value, Mapping):
        return value
    return {
        key: item if key == "blocks" and not blocks else replaced(item, swap, blocks=blocks)
        for key, item in value.items()
    }


def _number(text: str) -> str:
    """Wherever the account's number or id stands: in words, in what buttons and forms carry."""
    text = re.sub(r"\bA[0-9a-f]{16}\b", IDS["theirs"], text)
    text = re.sub(rf"(?<=#){MINE}\b", str(THEIRS), text)
    text = re.sub(rf"(?<=#){OUR_DIGEST}\b", str(THEIR_DIGEST), text)
    text = re.sub(rf'(?<="number": ){OUR_DIGEST}\b', str(THEIR_DIGEST), text)
    text = re.sub(rf"^((?:digest_\w+\|)?){OUR_DIGEST}(?=\|)", rf"\g<1>{THEIR_DIGEST}", text)
    text = re.sub(rf'(?<="account": ){MINE}\b', str(THEIRS), text)
    text = re.sub(rf'(?<="=){MINE}\b', str(THEIRS), text)
    text = re.sub(r"\b[0-9a-f]{24}\b", lambda found: IDS.get("delivery", found[0]), text)
    # The one that `connect` made is the next one.
    return re.sub(rf"^(?:{MINE}|{MINE + 1})(?=\||$)", str(THEIRS), text)


def _all_three(text: str) -> str:
    text = text.replace(TEAM, OTHER_TEAM).replace(ADMIN, THEIR_USER)
    return text.replace(CHATBOTS, THEIR_CHANNEL)


# With these whoever asks is none of us.
NOBODY: dict[str, Callable[[str], str]] = {
    "workspace": lambda text: text.replace(TEAM, OTHER_TEAM),
    "a stranger": lambda text: text.replace(ADMIN, STRANGER),
    "a person whom Slack does not know": lambda text: text.replace(ADMIN, THEIR_USER),
    "all of them": _all_three,
}
# With these somebody of ours asks: about their account, their message, in their channel.
SOMEBODY: dict[str, Callable[[str], str]] = {
    "message": lambda text: re.sub(r"^\d{10}\.\d{6}$", THEIR_TS, text),
    "channel": lambda text: text.replace(CHATBOTS, THEIR_CHANNEL),
}


class Watch:
    """What can be seen, what is stored and who was asked, before and after something is sent."""

    def __init__(self, agency: Agency) -> None:
        self.agency = agency
        self.slack = agency.running.slack
        self.shown = self._shown()
        self.forms = len(self.slack.state.modals)
        self.stored = {team: self._stored(team) for team in (TEAM, OTHER_TEAM)}
        for source in agency.sources.by_key.values():
            source.asked.clear()

    def _shown(self) -> list[str]:
        """All that anybody sees by the bot's doing, piece by piece."""
        slack = self.slack
        found = [
            json.dumps([m.ts, m.edits, m.deleted, m.channel_id, m.only_for, m.text, m.blocks])
            for m in slack.messages
        ]
        found += [json.dumps(view, default=str) for view in slack.state.modals.values()]
        found += [json.dumps(view, default=str) for view in slack.homes.values()]
        return found + [repr(file.content) for file in slack.files]

    @property
    def new(self) -> str:
        """What is seen now and was not before."""
        return "\n".join(one for one in self._shown() if one not in self.shown)

    @property
    def touched(self) -> bool:
        """Whether something was changed or taken away that was there, or a form was opened."""
        gone = [one for one in self.shown if one not in self._shown()]
        return bool(gone) or self.forms != len(self.slack.state.modals)

    def changed(self, team: str) -> bool:
        """Whether what is stored of a workspace is another thing now."""
        return self._stored(team) != self.stored[team]

    def _stored(self, team: str) -> object:
        """All but the ids of requests, which are kept for whatever comes with their name on it."""
        found = self.agency.stored(team, every=True)
        return {name: rows for name, rows in found.items() if name != "seen_requests"}


def send(agency: Agency, payload: Payload) -> Ack:
    """Send what was made, as a request that is none of those before."""
    slack = agency.running.slack
    if "event" in payload:
        ts = slack.workspace.next_ts(slack.state.now())
        own = payload["event"].get("ts") != THEIR_TS
        event = payload["event"] | ({"ts": ts, "event_ts": ts} if own else {})
        payload = payload | {"event": event, "event_id": slack.state.new_id("Ev")}
        return slack.send(slack.signed_event(payload))
    payload = payload | {"trigger_id": slack.state.issue_trigger()}
    if "command" in payload:
        return slack.send(slack.signed_command(payload))
    return slack.send(slack.signed_interaction(payload))


def sent(agency: Agency, payload: Payload) -> Watch:
    """What became of it; whatever it was, nothing of theirs."""
    watch = Watch(agency)
    assert send(agency, payload).status == 200
    agency.running.settle()
    assert FOREIGN not in agency.asked()
    assert not watch.changed(OTHER_TEAM)
    assert not [word for word in (FOREIGN, PLANTED) if word in watch.new]
    return watch


@pytest.mark.parametrize("name", CASES)
def test_ids_of_another_workspace_find_show_and_change_nothing(world: Agency, name: str) -> None:
    """Nothing of theirs, whoever asks; and nothing of ours for who is none of us."""
    payload = CASES[name].make(world)
    for swap in NOBODY.values():
        # What becomes of a channel is Slack's own word, whoever did it.
        if (replaced_by := replaced(payload, swap)) == payload:
            continue
        watch = sent(world, replaced_by)
        assert world.asked() == []
        assert not watch.changed(TEAM)
        assert not watch.touched
        assert OURS not in watch.new
    theirs = replaced(payload, _number, blocks=False)
    # Removing an answer of one's own is the same whatever it is about.
    if theirs != payload and name != "remove":
        watch = sent(world, theirs)
        assert world.asked() == []
        assert not watch.changed(TEAM)
        assert OURS not in watch.new
    watch = sent(world, payload)
    # What is forgotten of somebody shows once they ask something.
    assert watch.new or watch.changed(TEAM) or name == "user_change"
    for swap in SOMEBODY.values():
        sent(world, replaced(payload, swap))
