"""Changes that come at once: each is judged on what is so when it is made, and none is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from threading import Barrier, Thread
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection

from bot.core.sentences import say
from bot.demo.slack_forms import Filled
from bot.demo.slack_workspace import ADMIN, ASKER, COLLEAGUE, SHARED, TEAM, Message
from bot.errors import ClashError
from bot.slack.keeping import Keeper
from bot.storage import accounts, channels, database, disconnecting, workspaces
from bot.storage.channels import Channel
from bot.storage.workspaces import Connecting, Workspace
from tests.slack.agency import Agency
from tests.storage.overtaking import overtake

pytestmark = pytest.mark.both_engines

T = TypeVar("T")
Between = Callable[[Callable[[], None]], None]
OPEN: channels.Changes = {"only_this_account": False, "outsiders_may_ask": False}
CLIENT: channels.Changes = {"only_this_account": True, "outsiders_may_ask": True}
# The same as it is ticked.
TICKED = {"client": ["only", "outsiders"]}


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Between:
    """Has something done by somebody else just before the next change begins."""
    write, waiting = Keeper.write, list[Callable[[], None]]()

    def meanwhile(self: Keeper, work: Callable[[Connection], T], event: str) -> T:
        while event == "change_not_made" and waiting:
            waiting.pop()()
        return write(self, work, event)

    monkeypatch.setattr(Keeper, "write", meanwhile)
    return waiting.append


def at_once(agency: Agency, *acts: Callable[[], Any]) -> None:
    """All of them, each in a thread of its own, and what came of them."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> None:
        barrier.wait(20)
        act()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for one in threads:
        one.start()
    for one in threads:
        one.join(20)
    agency.running.settle()
    # What is pressed again within a second is the same press.
    agency.running.clock.advance(seconds=30)


def form(agency: Agency, text: str, user: str, **where: str) -> Mapping[str, Any]:
    """A form, opened."""
    agency.type(text, user=user, **where)
    view = agency.running.slack.form
    assert view is not None
    return view


def send(agency: Agency, view: Mapping[str, Any], filled: Filled, user: str) -> list[Message]:
    """What the bot says once it is sent in."""
    return agency.after(lambda: agency.running.slack.submit(filled, user=user, view=view))


def confirmation(agency: Agency) -> Mapping[str, Any]:
    """The form that asks Acme's owner once more whether outsiders are to be let in."""
    send(agency, form(agency, "settings channel", ASKER, channel=SHARED), TICKED, ASKER)
    view = agency.running.slack.form
    assert view is not None
    assert view["callback_id"] == "settings_outsiders"
    return view


def test_outsiders_are_let_in_to_no_account_that_came_in_between(
    agency: Agency, between: Between
) -> None:
    """Whose keeper is another: the right was to the one before."""
    acme, globex = agency.connect("Acme", owner=ASKER), agency.connect("Globex", owner=COLLEAGUE)
    agency.set(SHARED, account_id=acme.account_id)
    view = confirmation(agency)
    between(lambda: agency.set(SHARED, account_id=globex.account_id))
    (refused,) = send(agency, view, {}, ASKER)
    assert "got another account" in refused.text
    assert agency.channel(SHARED) == Channel(SHARED, globex.account_id)
    assert agency.changes() == []


@pytest.mark.parametrize(
    ("text", "why"),
    [("use globex", "can't be asked about here any more"), ("use none", "Only the owner")],
)
def test_a_channel_that_became_a_client_s_in_between_is_not_taken(
    agency: Agency, between: Between, text: str, why: str
) -> None:
    """By a member who keeps neither account."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=ASKER)
    agency.set(SHARED, account_id=acme.account_id)
    between(lambda: agency.set(SHARED, **CLIENT))
    (refused,) = agency.type(text, user=COLLEAGUE, channel=SHARED)
    assert why in refused.text
    assert agency.channel(SHARED) == Channel(SHARED, acme.account_id, True, True)
    assert agency.changes() == []


def test_an_account_that_was_hidden_in_between_is_not_used(
    agency: Agency, between: Between
) -> None:
    """Nor named: it is nobody's to know of any more."""
    globex = agency.connect("Globex", owner=ASKER)
    between(lambda: agency.hide(globex))
    (refused,) = agency.type("use globex", user=COLLEAGUE, channel=SHARED)
    assert "can't be asked about here any more" in refused.text
    assert agency.channel(SHARED) == Channel(SHARED)


def test_a_client_channel_and_another_account_at_once(agency: Agency) -> None:
    """Whichever comes first, the other is refused: what is for a client is about its own account.

    Both really at once, many times.
    """
    acme, globex = agency.connect("Acme", owner=ASKER), agency.connect("Globex", owner=COLLEAGUE)
    slack, met = agency.running.slack, set()
    for _ in range(20):
        agency.set(SHARED, **OPEN)
        agency.set(SHARED, account_id=acme.account_id)
        agreed = partial(slack.submit, {}, user=ASKER, view=confirmation(agency))
        at_once(
            agency,
            agreed,
            lambda: slack.command("use globex", user=COLLEAGUE, channel=SHARED),
        )
        met.add(agency.channel(SHARED))
    assert met <= {Channel(SHARED, acme.account_id, True, True), Channel(SHARED, globex.account_id)}
    for entry in agency.changes():
        # Nobody but its keeper ended what the client may.
        assert entry.user_id == ASKER or "True → False" not in entry.detail


def test_what_two_hide_at_once_is_hidden(agency: Agency) -> None:
    """The list of one is put into that of the other."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.change(acme, hidden=("Menu",))
    view = form(agency, "settings acme", ASKER)
    shown = next(one for one in view["blocks"] if one.get("block_id") == "hidden")
    flow = next(
        one["value"] for one in shown["element"]["options"] if one["value"] not in ("Menu", "New")
    )
    overtake(
        agency.engine,
        lambda c: accounts.change(
            c, TEAM, acme.account_id, agency.by, hidden=("Menu", "New"), week_start=6
        ),
        lambda: send(agency, view, {"hidden": ["Menu", flow]}, ASKER),
    )
    after = agency.accounts()["Acme"]
    assert (set(after.hidden), after.week_start) == ({"Menu", "New", flow}, 6)


def test_who_may_connect_is_what_two_admins_say_of_it(agency: Agency) -> None:
    """One restricts it while the other adds a name: both hold."""
    named = Workspace(Connecting.NAMED, ("U0FIRST001",))
    agency.write(lambda c: workspaces.restrict(c, TEAM, named, agency.by))
    view = form(agency, "settings", ADMIN)
    overtake(
        agency.engine,
        lambda c: workspaces.restrict(
            c, TEAM, Workspace(Connecting.ADMINS, named.connectors), agency.by
        ),
        lambda: send(agency, view, {"connectors": ["U0FIRST001", ASKER]}, ADMIN),
    )
    with database.reading(agency.engine) as connection:
        found = workspaces.get(connection, TEAM)
    assert found == Workspace(Connecting.ADMINS, ("U0FIRST001", ASKER))


@pytest.mark.parametrize("label", ["Disconnect Acme", "Undo"])
def test_of_two_who_press_the_same_one_is_told_that_it_is_gone(agency: Agency, label: str) -> None:
    """Disconnecting, and taking that back: done once, and kept once."""
    acme = agency.connect("Acme", owner=ASKER)
    asked = [agency.type("disconnect acme", user=user)[0] for user in (ASKER, ADMIN)]
    if label == "Undo":
        agency.press(asked[0], "Disconnect Acme")
        asked = [next(one for one in agency.running.slack.messages if one.ts == asked[0].ts)] * 2
    before = len(agency.changes())
    slack = agency.running.slack
    at_once(
        agency,
        *(
            partial(slack.press, message, label, user=user)
            for message, user in zip(asked, (ASKER, ADMIN), strict=True)
        ),
    )
    assert len(agency.changes()) == before + 1
    assert (acme.name in agency.accounts()) is (label == "Undo")


@pytest.mark.parametrize("first", ["undo", "use"])
def test_an_account_that_goes_while_a_channel_takes_it(agency: Agency, first: str) -> None:
    """Whichever comes first, no channel keeps it, and nobody else is held up for it."""
    acme = agency.connect("Acme", owner=ASKER)
    said: list[Message] = []

    def use(connection: Connection) -> object:
        to = (connection, TEAM, SHARED, agency.by)
        return channels.change(*to, account_id=acme.account_id)

    def undo(connection: Connection) -> object:
        return disconnecting.remove(connection, TEAM, acme.account_id, agency.by)

    if first == "undo":
        overtake(agency.engine, undo, lambda: said.extend(_used(agency)))
        assert said
        assert not any("from now on" in one.text or "database" in one.text for one in said)
    else:
        overtake(agency.engine, use, lambda: agency.write(undo))
    assert (agency.accounts(), agency.channel(SHARED)) == ({}, Channel(SHARED))
    globex = agency.connect("Globex", owner=ASKER)
    (done,) = agency.type("use globex", channel=SHARED)
    assert done.text.startswith("Questions here are about Globex")
    assert agency.channel(SHARED).account_id == globex.account_id


def _used(agency: Agency) -> list[Message]:
    return agency.type("use acme", channel=SHARED)


def test_a_clash_is_told_and_holds_nobody_up(agency: Agency, between: Between) -> None:
    """As what it is: the database is well, and whoever runs the bot need not hear of it."""
    agency.connect("Acme", owner=ASKER)

    def clash() -> None:
        raise ClashError(say("clash"), say("clash_hint"))

    between(clash)
    (told,) = agency.type("use acme", channel=SHARED)
    assert told.text.split("\n")[0].endswith("so nothing was changed.")
    assert "Tell whoever runs the bot" not in told.text
    (done,) = agency.type("use acme", channel=SHARED)
    assert done.text.startswith("Questions here are about Acme")
