"""A digest from real figures: of its due time's dates, and of no account but those shown there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from sqlalchemy import Engine

from bot.accounts import Accounts
from bot.core.digest import ALL, WhenEmpty, digest_from_fields, digest_to_fields
from bot.core.query import Compare
from bot.core.results import Insights
from bot.core.rights import Standing
from bot.core.sections import DEFAULT_SECTIONS, Section
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import ASKER
from bot.digests.figures import Figures
from bot.digests.ledger import Ledger
from bot.digests.making import Maker
from bot.errors import KeyRefusedError, UpstreamDownError
from bot.settings import Secret, Settings
from bot.storage import accounts as kept
from bot.storage import channels, deliveries, disconnecting, subscribing
from bot.storage.accounts import Account, Visibility
from bot.storage.subscriptions import Reason, Subscription
from tests.digests.house import DUE, HOUR, MINUTE, House, SetClock
from tests.slack.source import FixedClient, FixedSource
from tests.storage.connected import BY, connected, key_of, with_keys

pytestmark = pytest.mark.both_engines


@dataclass
class Around:
    """Who is called what, and which channels have outsiders in them."""

    names: dict[str, str] = field(default_factory=lambda: {"U1": "Ada <!channel>"})
    shared: set[str] = field(default_factory=set)
    people: dict[str, tuple[Standing, bool] | None] = field(default_factory=dict)

    def called(self, team_id: str, user_id: str) -> str:
        """A name, where there is one."""
        return self.names.get(user_id, "") if team_id == "T" else ""

    def standing(self, team_id: str, user_id: str) -> tuple[Standing, bool] | None:
        """A member, unless the test says otherwise."""
        return self.people.get(user_id, (Standing.MEMBER, False)) if team_id == "T" else None

    def has_outsiders(self, team_id: str, channel_id: str) -> bool:
        """Whether it is one of those."""
        return team_id != "T" or channel_id in self.shared

    def mention(self, team_id: str) -> str:
        """As everywhere."""
        return f"@flowxo-{team_id.lower()}"


@dataclass
class Agency:
    """Two accounts, each with figures of its own."""

    house: House
    sources: dict[str, FixedSource] = field(default_factory=dict)
    around: Around = field(default_factory=Around)
    accounts: list[Account] = field(default_factory=list)

    def set(self, index: int, **changes: Any) -> None:
        """Change an account."""
        with self.house.writing() as connection:
            kept.change(connection, "T", self.accounts[index].account_id, BY, **changes)

    def channel(self, channel_id: str, index: int, **changes: Any) -> None:
        """What a channel is for."""
        account_id = self.accounts[index].account_id
        with self.house.writing() as connection:
            channels.change(connection, "T", channel_id, BY, account_id=account_id, **changes)

    def subscribe(self, index: int | None = 0, **others: Any) -> Subscription:
        """To an account, or to all."""
        number: int | Literal["all"] = ALL if index is None else self.accounts[index].number
        return self.house.subscribe(account=number, **others)


@pytest.fixture
def agency(engine: Engine, slack: FakeSlack, settings: Settings) -> Iterator[Agency]:
    """The dispatcher with the real maker."""
    with_keys(engine)
    clock = SetClock(DUE)
    sources: dict[str, FixedSource] = {}
    none = settings.model_copy(update={"flowxo_api_key": None, "flowxo_timezone": None})

    def client(key: Secret) -> FixedClient:
        return FixedClient(sources.setdefault(key.reveal(), FixedSource()))

    accounts = Accounts(engine, none, lambda: clock.moment, client)
    around = Around()
    maker = Maker(accounts, Ledger(engine, clock), Figures(5.0), around)
    made = Agency(House(engine, slack, clock, maker), sources, around)
    made.accounts = [connected(engine, name) for name in ("Acme", "Bolt")]
    yield made
    assert made.house.dispatcher.close(20)
    accounts.close()


def asked(agency: Agency) -> int:
    """How many calls Flow XO got."""
    return sum(len(source.asked) for source in agency.sources.values())


def test_a_digest_tells_the_period_of_its_due_time(agency: Agency) -> None:
    """Also hours later; with its account's name, since there are several."""
    agency.subscribe()
    agency.house.run(2 * HOUR)
    (text,) = agency.house.texts
    assert "23–29 Nov 2026" in text
    assert "16–22 Nov" in text
    assert "Acme" in text
    assert "Bolt" not in text
    assert agency.house.states == ["sent"]
    assert agency.house.posted[0].blocks


def test_many_of_one_account_and_period_ask_once(agency: Agency) -> None:
    """Two hundred digests in two hundred channels: what one would ask."""
    agency.subscribe(target="C0")
    agency.house.run()
    once = asked(agency)
    for number in range(1, 51):
        agency.subscribe(target=f"C{number}")
    agency.house.run(MINUTE)
    assert len(agency.house.texts) == 51
    assert asked(agency) == once


def test_all_accounts_are_a_row_each(agency: Agency) -> None:
    """Of those that may be shown there."""
    agency.set(1, visibility=Visibility.CHANNELS, owner_user_id="U0ASKER001")
    agency.subscribe(None)
    agency.subscribe(None, target="U0ASKER001")
    agency.house.run()
    there, directly = sorted(agency.house.posted, key=lambda post: post.channel_id)
    assert "Acme" in there.text
    assert "Bolt" not in there.text
    assert "Bolt" in directly.text


def fetched(agency: Agency) -> list[str]:
    """Which calls Flow XO got, each with how often."""
    found = Counter(name for source in agency.sources.values() for name in source.calls)
    return sorted(f"{count} {name}" for name, count in found.items())


@pytest.mark.parametrize("index", [0, None])
@pytest.mark.parametrize(
    ("sections", "calls"),
    [
        ((Section.STATS,), ["2 insights"]),
        ((Section.STATS, Section.CHART), ["2 insights"]),
        ((Section.FLOWS,), ["2 flows", "2 insights"]),
        ((Section.MESSAGES,), ["2 insights", "2 messages"]),
        (DEFAULT_SECTIONS, ["2 flows", "2 insights", "2 messages"]),
    ],
)
def test_flow_xo_is_asked_for_what_is_shown(
    agency: Agency, sections: tuple[Section, ...], calls: list[str], index: int | None
) -> None:
    """Of one account, and of all of them once each."""
    agency.set(1, visibility=Visibility.CHANNELS)
    agency.subscribe(index, sections=sections)
    agency.house.run()
    assert agency.house.states == ["sent"]
    assert fetched(agency) == calls


def test_it_says_of_itself_what_is_so(agency: Agency) -> None:
    """Who set it up, and when it comes next; of one that is paused, nothing."""
    agency.subscribe()
    agency.house.run(2 * HOUR)
    (text,) = agency.house.texts
    assert "late: planned for Mon 09:00" in text
    assert "set up by Ada &lt;" in text
    assert "next: Mon 7 Dec, 09:00" in text
    assert 'Reply "@flowxo-t by day"' in text
    with agency.house.writing() as connection:
        subscribing.pause(connection, "T", 1, agency.house.by())
        deliveries.run_now(connection, "T", 1, "C1", agency.house.clock.moment)
    agency.house.run(MINUTE)
    assert "next: " not in agency.house.texts[-1]
    assert "late: " not in agency.house.texts[-1]


@pytest.mark.parametrize("asking", [False, True])
def test_buttons_are_for_who_may_ask(agency: Agency, asking: bool) -> None:
    """In a channel with outsiders that is whoever was let in."""
    agency.around.shared.add("C1")
    agency.channel("C1", 0, outsiders_may_ask=asking)
    agency.subscribe()
    agency.house.run()
    (post,) = agency.house.posted
    assert ("actions" in [block["type"] for block in post.blocks]) == asking


def test_one_account_alone_is_not_named(agency: Agency) -> None:
    """Nobody would take it for another."""
    with agency.house.writing() as connection:
        disconnecting.disconnect(connection, "T", agency.accounts[1].account_id, BY)
    agency.subscribe()
    agency.house.run()
    assert agency.house.texts[0].startswith("23–29 Nov 2026: ")


def _sources(agency: Agency) -> list[FixedSource]:
    """Those of the accounts, before anything was asked."""
    return [agency.sources.setdefault(key_of(n).reveal(), FixedSource()) for n in ("Acme", "Bolt")]


def test_all_accounts_wait_for_flow_xo_where_none_answers(agency: Agency) -> None:
    """What passes is waited for; one that answers is worth a message, and so is what stays."""
    first, second = _sources(agency)
    first.error = second.error = UpstreamDownError("down")
    agency.subscribe(None)
    agency.house.run()
    assert agency.house.states == ["pending upstream"]
    first.error = None
    agency.house.run(MINUTE)
    assert agency.house.states == ["sent"]
    assert "Bolt: Flow XO could not be reached" in agency.house.texts[0]
    first.error = second.error = KeyRefusedError("refused")
    agency.subscribe(None, target="C2", compare=Compare.LAST_YEAR)
    agency.house.clock.moment += HOUR  # what was asked for is kept no more
    agency.house.run()
    assert agency.house.states == ["sent", "sent"]


def test_an_account_that_is_gone_disables_what_is_about_it(agency: Agency) -> None:
    """Nothing is posted."""
    agency.subscribe()
    with agency.house.writing() as connection:
        disconnecting.disconnect(connection, "T", agency.accounts[0].account_id, BY)
    agency.house.run()
    assert agency.house.states == ["failed account"]
    assert agency.house.subscription().reason is Reason.ACCOUNT
    for account in agency.accounts[1:]:
        with agency.house.writing() as connection:
            disconnecting.disconnect(connection, "T", account.account_id, BY)
    agency.subscribe(None, target="C2")
    agency.house.run(MINUTE)
    assert agency.house.texts == []


@pytest.mark.parametrize("why", ["another's channel", "its channels only"])
def test_no_channel_is_shown_another_client_s_figures(agency: Agency, why: str) -> None:
    """Whatever was allowed when it was subscribed to."""
    agency.subscribe()
    if why == "another's channel":
        agency.channel("C1", 1, only_this_account=True)
    else:
        agency.set(0, visibility=Visibility.CHANNELS, owner_user_id="U9")
    agency.house.run()
    assert agency.house.texts == []
    assert asked(agency) == 0
    assert agency.house.states == ["failed account"]


@pytest.mark.parametrize("outsiders", [False, True])
def test_a_channel_is_shown_its_own_account(agency: Agency, outsiders: bool) -> None:
    """Also one that is for its channels alone."""
    agency.set(0, visibility=Visibility.CHANNELS, owner_user_id="U9")
    agency.channel("C1", 0, outsiders_may_ask=outsiders)
    agency.subscribe()
    agency.house.run()
    assert agency.house.states == ["sent"]


@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.MEMBER])
@pytest.mark.parametrize("index", [0, None])
def test_who_is_no_member_any_more_gets_no_figures(
    agency: Agency, index: int | None, standing: Standing
) -> None:
    """By direct message; also who was an admin, or owns the account."""
    agency.set(0, owner_user_id=ASKER)
    agency.subscribe(index, target=ASKER)
    agency.around.people[ASKER] = (standing, True)
    agency.house.run()
    assert (agency.house.texts, asked(agency)) == ([], 0)
    assert agency.house.states == ["failed account"]


@pytest.mark.parametrize(
    ("owner", "admin", "seen"), [("U9", False, False), ("U9", True, True), (ASKER, False, True)]
)
def test_a_member_is_shown_what_they_may_ask_about(
    agency: Agency, owner: str, admin: bool, seen: bool
) -> None:
    """Of one that is for its channels alone: its owner and admins; nobody else, also among all."""
    agency.set(0, visibility=Visibility.CHANNELS, owner_user_id=owner)
    agency.around.people[ASKER] = (Standing.MEMBER, admin)
    agency.subscribe(None, target=ASKER)
    agency.house.run()
    (text,) = agency.house.texts
    assert ("Acme" in text, "Bolt" in text) == (seen, True)
    agency.subscribe(0, target=ASKER)
    agency.house.run(MINUTE)
    assert len(agency.house.texts) == 1 + seen


def test_a_person_whom_slack_does_not_know_now_waits(agency: Agency) -> None:
    """It is posted once Slack says who they are."""
    agency.around.people[ASKER] = None
    agency.subscribe(target=ASKER)
    agency.house.run()
    assert agency.house.states == ["pending upstream"]
    agency.around.people.clear()
    agency.house.run(MINUTE)
    assert agency.house.states == ["sent"]


def test_a_refused_key_is_noted_and_one_that_works_as_well(agency: Agency) -> None:
    """Other failures pass by themselves."""
    agency.subscribe()
    agency.house.run()
    account = agency.accounts[0]
    source = next(iter(agency.sources.values()))
    agency.subscribe(target="C2", next_run_at=DUE)
    source.error = UpstreamDownError("down")
    agency.house.clock.moment = DUE + HOUR  # what was asked for is kept no more

    def failing() -> str | None:
        with agency.house.writing() as connection:
            found = kept.get(connection, "T", account.account_id)
        assert found
        return found.last_error

    # Another period: nothing of it is kept.
    digest = digest_from_fields(agency.house.subscription(2).digest)
    weekly = {**digest_to_fields(digest), "week_start": 6}
    for error, noted in (
        (UpstreamDownError("down"), None), (KeyRefusedError("no"), "KeyRefusedError"),
    ):  # fmt: skip
        source.error = error
        with agency.house.writing() as connection:
            subscribing.edit(connection, "T", 2, agency.house.by(), digest=weekly)
        agency.house.run(MINUTE)
        assert failing() == noted
    assert agency.house.subscription(2).reason is Reason.KEY
    source.error = None
    with agency.house.writing() as connection:
        subscribing.mend(connection, "T", Reason.KEY, agency.house.by())
    agency.house.run(MINUTE)
    assert failing() is None
    assert len(agency.house.texts) == 2


def test_nothing_is_said_or_skipped_as_it_was_wanted(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Flow XO has nothing for the period."""
    monkeypatch.setattr(FixedSource, "insights", lambda *_: Insights(None, ()))
    monkeypatch.setattr(FixedSource, "top_flows", lambda *_: ())
    monkeypatch.setattr(FixedSource, "top_messages", lambda *_: ())
    for index in (0, None):
        agency.subscribe(index, when_empty=WhenEmpty.SKIP)
        agency.subscribe(index, target="C2", when_empty=WhenEmpty.SAY)
    agency.house.run()
    agency.house.run(MINUTE)
    assert sorted(agency.house.states) == ["sent"] * 2 + ["skipped empty"] * 2
    assert all("no figures" in text.lower() for text in agency.house.texts)
