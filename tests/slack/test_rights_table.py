"""Every cell of the rights table, as a real request: who may do what with which account where.

What is expected is the table's; docs/rights.md holds the table itself. Each cell finds the channel
and the accounts as it set them, whatever the one before did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import product
from typing import NamedTuple

import pytest

from bot.core.rights import Act, Role, Setting, Visibility, may
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    GONE,
    GUEST,
    OTHER_BOT,
    OTHER_TEAM,
    SINGLE_GUEST,
    STRANGER,
    Message,
    User,
)
from bot.render.forms import About
from bot.storage import channels, database
from bot.storage.accounts import Account
from bot.storage.accounts import Visibility as Stored
from tests import databases
from tests.slack.agency import Agency
from tests.slack.conftest import Clock, connecting, labels_of, listening, settings_for
from tests.slack.source import FixedSource

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
OWNER, NEIGHBOUR = "U0OWNER001", "U0NEIGHB01"
PEOPLE = {
    Role.ADMIN: ADMIN,
    Role.OWNER: OWNER,
    Role.MEMBER: ASKER,
    Role.GUEST: GUEST,
    Role.SINGLE_GUEST: SINGLE_GUEST,
    Role.STRANGER: STRANGER,
    Role.COLLEAGUE: NEIGHBOUR,
    Role.BOT: OTHER_BOT,
    Role.GONE: GONE,
}
NAMES = {Visibility.WORKSPACE: "Open Ltd", Visibility.CHANNELS: "Closed Ltd"}
CELLS = list(product(Act, Role, Visibility, Setting))


class World:
    """The app, an account of each visibility, and a third one."""

    def __init__(self, agency: Agency) -> None:
        self.agency = agency
        self.slack = agency.running.slack
        for visibility, name in NAMES.items():
            agency.connect(name, owner=OWNER, visibility=Stored(visibility.value))
        agency.connect("Another Inc", owner="U0SOMEBODY")
        self.accounts = agency.accounts()
        self.forms = {one.number: self._form(one) for one in self.accounts.values()}

    def _form(self, account: Account) -> Mapping[str, object]:
        """The account's settings, opened by an admin."""
        self.agency.type(f"settings #{account.number}", user=ADMIN)
        assert self.slack.form is not None
        return self.slack.form

    def account(self, visibility: Visibility) -> Account:
        """The account of that visibility."""
        return self.accounts[NAMES[visibility]]

    def place(self, role: Role, visibility: Visibility, setting: Setting) -> str:
        """A channel that is that setting to the account, for that person."""
        own, other = self.account(visibility), self.accounts["Another Inc"]
        wanted: channels.Changes = {
            "account_id": {
                Setting.OWN: own.account_id,
                Setting.OWN_OPEN: own.account_id,
                Setting.CLOSED: other.account_id,
                Setting.CHANNEL_OPEN: other.account_id,
            }.get(setting),
            "only_this_account": setting is Setting.CLOSED,
            "outsiders_may_ask": setting in (Setting.OWN_OPEN, Setting.CHANNEL_OPEN),
        }
        direct = self.slack.workspace.direct_channel(PEOPLE[role]).channel_id
        channel_id = direct if setting is Setting.DIRECT else CHATBOTS
        # A channel can be given no account that an earlier cell has disconnected.
        self.agency.restore(own)
        self.agency.set(channel_id, **wanted)
        self.agency.change(own, week_start=0)
        for source in self.agency.sources.by_key.values():
            source.asked.clear()
        return channel_id


@pytest.fixture(scope="module", params=databases.KINDS["both_engines"])
def world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """One app for all cells."""
    place, clock = tmp_path_factory.mktemp("rights"), Clock(NOW)
    with databases.another(request.param, place, upgraded=True) as url, FakeSlack() as slack:
        slack.workspace.enterprise_id = "E0ACME0001"
        for user in (
            User(OWNER, "olga"),
            User(NEIGHBOUR, "nora", team_id=OTHER_TEAM, enterprise_id="E0ACME0001"),
        ):
            slack.workspace.users[user.user_id] = user
            slack.workspace.channels[CHATBOTS].members.add(user.user_id)
        engine = database.open_engine(url, threads=32)
        with listening(slack, settings_for(slack, url), engine, FixedSource(), clock) as running:
            yield World(connecting(running))
        engine.dispose()


class Turn(NamedTuple):
    """Somebody, somewhere, and the account that they are after."""

    world: World
    who: str
    account: Account
    channel_id: str

    def type(self, text: str) -> list[Message]:
        """What the bot says to a command."""
        return self.world.agency.type(text, user=self.who, channel=self.channel_id)


def asks(turn: Turn) -> list[Message]:
    """Ask for figures in private."""
    return turn.type(f"stats last week for #{turn.account.number}")


def shows(turn: Turn) -> list[Message]:
    """Ask for them in public, and say yes where that is asked back."""
    said = turn.type(f"stats last week for #{turn.account.number} public")
    if said and "Share Anyway" in labels_of(said[-1]):
        said += turn.world.agency.press(said[-1], "Share Anyway", user=turn.who)
    return said


def uses(turn: Turn) -> list[Message]:
    """Make it the channel's own."""
    return turn.type(f"use #{turn.account.number}")


def changes(turn: Turn) -> list[Message]:
    """Send its settings in, by a form that a keeper opened."""
    slack, world = turn.world.slack, turn.world
    carried = About(turn.channel_id, "en", turn.account.number).carried()
    view = {**world.forms[turn.account.number], "private_metadata": carried}
    return world.agency.after(lambda: slack.submit({"week_start": "5"}, user=turn.who, view=view))


def disconnects(turn: Turn) -> list[Message]:
    """Press the button of the question that an admin was asked there."""
    (question,) = turn.world.agency.type(
        f"disconnect #{turn.account.number}", user=ADMIN, channel=turn.channel_id
    )
    return turn.world.agency.press(question, labels_of(question)[0], user=turn.who)


def answered(turn: Turn, said: list[Message]) -> bool:
    """Whether the asker alone was given its figures."""
    figures = [one for one in said if "16–22 Nov 2026" in one.text]
    assert {one.only_for for one in figures} <= {turn.who}
    assert bool(figures) == (turn.world.agency.asked() == [turn.account.name])
    return bool(figures)


def shown(turn: Turn, said: list[Message]) -> bool:
    """Whether the channel was shown its figures; nobody else is shown any of it."""
    figures = [one for one in said if "16–22 Nov 2026, compared" in one.text]
    assert {(one.only_for, one.channel_id) for one in figures} <= {(None, turn.channel_id)}
    assert bool(figures) == (turn.world.agency.asked() == [turn.account.name])
    return bool(figures)


def used(turn: Turn, said: list[Message]) -> bool:
    """Whether it is the channel's own account, by word and in deed."""
    done = said[0].text.startswith("Questions here are about")
    own = turn.world.agency.channel(turn.channel_id).account_id
    assert turn.world.agency.asked() == []
    assert not done or own == turn.account.account_id
    return done


def changed(turn: Turn, _: list[Message]) -> bool:
    """Whether its settings are others now."""
    assert turn.world.agency.asked() == []
    return turn.world.agency.accounts()[turn.account.name].week_start == 5


def disconnected(turn: Turn, _: list[Message]) -> bool:
    """Whether it is gone."""
    return turn.account.name not in turn.world.agency.accounts()


DEEDS = {
    Act.ASK: (asks, answered),
    Act.SHOW: (shows, shown),
    Act.USE: (uses, used),
    Act.CHANGE: (changes, changed),
    Act.DISCONNECT: (disconnects, disconnected),
}


@pytest.mark.parametrize(
    ("act", "role", "visibility", "setting"),
    CELLS,
    ids=lambda one: one.name.lower(),
)
def test_a_cell_of_the_table(
    world: World, act: Act, role: Role, visibility: Visibility, setting: Setting
) -> None:
    """Done where the table says so; refused it changes nothing and gives no name away."""
    account = world.account(visibility)
    turn = Turn(world, PEOPLE[role], account, world.place(role, visibility, setting))
    before = world.agency.stored()
    do, done = DEEDS[act]
    said = do(turn)
    allowed = may(act, role, visibility, setting)
    if act is Act.USE and setting is Setting.CHANNEL_OPEN:
        # What a client may there is the keepers' of its account to end: of these, the admin.
        allowed &= role is Role.ADMIN
    assert done(turn, said) is allowed
    # Whoever is nobody gets no direct message, where that is the only way.
    assert said or role in (Role.BOT, Role.GONE)
    if allowed:
        return
    assert world.agency.stored() == before
    direct = world.slack.workspace.direct_channel(turn.who).channel_id
    assert all(turn.who == one.only_for or one.channel_id == direct for one in said)
    if not any(may(known, role, visibility, setting) for known in (Act.ASK, Act.CHANGE)):
        assert account.name not in "".join(str((one.text, one.blocks)) for one in said)


@pytest.mark.parametrize("setting", [one for one in Setting if one is not Setting.DIRECT])
@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize("role", Role)
def test_a_mention_shows_the_channel_what_the_table_lets_be_shown(
    world: World, role: Role, visibility: Visibility, setting: Setting
) -> None:
    """Its answer is everybody's, so that it takes the right to show, not only to ask."""
    account, who = world.account(visibility), PEOPLE[role]
    channel_id = world.place(role, visibility, setting)
    text = f"stats last week for #{account.number}"
    said = world.agency.after(lambda: world.slack.mention(text, user=who, channel=channel_id))
    figures = [one for one in said if "16–22 Nov 2026, compared" in one.text]
    allowed = may(Act.SHOW, role, visibility, setting)
    assert bool(figures) is allowed
    assert {one.only_for for one in figures} <= {None}
    direct = world.slack.workspace.direct_channel(who).channel_id
    if not allowed:
        assert world.agency.asked() == []
        others = [one for one in said if one.only_for != who and one.channel_id != direct]
        assert account.name not in "".join(str((one.text, one.blocks)) for one in others)


def test_no_cell_is_left_out() -> None:
    """Every act has a deed, and every role a person."""
    assert set(DEEDS) == set(Act)
    assert set(PEOPLE) == set(Role)
    assert len(CELLS) == 5 * 9 * 2 * 6
