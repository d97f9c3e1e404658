"""Before digests are due: keys are tried on the last weekday, and owners who left are found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.accounts import Accounts
from bot.demo import slack_faults
from bot.demo.slack_workspace import ADMIN, ASKER, COLLEAGUE, GONE
from bot.digests.looking_ahead import LookingAhead
from bot.errors import KeyRefusedError, UpstreamDownError
from bot.settings import load
from bot.storage import accounts, audit, subscribing
from bot.storage.accounts import Account
from bot.storage.audit import By
from bot.storage.subscriptions import State
from tests.digests.house import DAY, DUE, HOUR, House, Maker
from tests.digests.test_notices import labels, to
from tests.slack.source import FixedClient, FixedSource
from tests.storage.connected import connected, with_keys

pytestmark = pytest.mark.both_engines
# The Friday before DUE, at nine by the clock of New York.
FRIDAY = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)


@pytest.fixture
def source() -> FixedSource:
    """What Flow XO says to whoever asks."""
    return FixedSource()


@pytest.fixture
def acme(house: House) -> Account:
    """An account of New York, connected long ago, whose digest is due on Monday."""
    with_keys(house.engine)
    found = connected(house.engine, "Acme", "T", By(COLLEAGUE, "test", DUE - 30 * DAY))
    with house.writing() as connection:
        by = By(COLLEAGUE, "test", DUE - 30 * DAY)
        accounts.change(connection, "T", found.account_id, by, zone="America/New_York")
    house.subscribe(owner=ASKER)
    return found


@pytest.fixture
def begin(house: House, source: FixedSource) -> Callable[[], LookingAhead]:
    """One more process that looks ahead."""

    def made() -> LookingAhead:
        client = FixedClient(source)
        held = Accounts(house.engine, load({}), lambda: house.clock.moment, lambda _: client)
        return LookingAhead(house.ledger, held, house.people)

    return made


def asked(source: FixedSource) -> int:
    """How often Flow XO was asked."""
    return len(source.asked)


def test_a_key_is_tried_once_on_the_last_weekday_before(
    house: House, begin: Callable[[], LookingAhead], source: FixedSource, acme: Account
) -> None:
    """From nine on, by the account's clock; by one of all who look."""
    assert acme.number == 1
    mine, other = begin(), begin()
    for moment in (FRIDAY - DAY, FRIDAY - HOUR):
        house.clock.moment = moment
        assert mine.turn() == 0
    house.clock.moment = FRIDAY
    for each in (mine, other, mine):
        each.turn()
    assert asked(source) == 1
    for moment in (FRIDAY + HOUR, FRIDAY + DAY, DUE - HOUR):
        house.clock.moment = moment
        other.turn()
    assert asked(source) == 1
    assert house.tell() == []


def test_who_was_not_there_on_friday_looks_on_saturday(
    house: House, begin: Callable[[], LookingAhead], source: FixedSource, acme: Account
) -> None:
    """Better late."""
    assert acme.number == 1
    house.clock.moment = FRIDAY + DAY
    begin().turn()
    assert asked(source) == 1


def test_a_key_that_worked_today_is_not_tried(
    house: House, begin: Callable[[], LookingAhead], source: FixedSource
) -> None:
    """A question asked it, or a digest did."""
    with_keys(house.engine)
    connected(house.engine, "Acme", "T", By(COLLEAGUE, "test", FRIDAY - HOUR))
    house.subscribe(owner=ASKER)
    house.clock.moment = FRIDAY
    begin().turn()
    assert asked(source) == 0


def test_only_what_a_digest_needs_soon_is_tried(
    house: House, begin: Callable[[], LookingAhead], source: FixedSource, acme: Account
) -> None:
    """Not of one that is paused, nor next week's, nor an account that has none."""
    connected(house.engine, "Globex", "T", By(COLLEAGUE, "test", DUE - 30 * DAY))
    house.subscribe(target="C2", account=2, next_run_at=DUE + 7 * DAY)
    with house.writing() as connection:
        subscribing.pause(connection, "T", 1, By(ASKER, "test", FRIDAY - HOUR))
    house.clock.moment = FRIDAY
    assert begin().turn() == 0
    # All of them are needed where one is about all.
    house.subscribe(target="C3", account="all")
    begin().turn()
    assert asked(source) == 2
    assert acme.number == 1


def test_a_refused_key_is_told_before_it_is_needed(
    house: House, begin: Callable[[], LookingAhead], source: FixedSource, acme: Account
) -> None:
    """To whose digest it is, and to whoever can mend it; and again when it really failed."""
    source.error = KeyRefusedError("refused")
    house.clock.moment = FRIDAY
    begin().turn()
    told = {one.channel_id: one for one in house.tell()}
    assert set(told) == {to(house, ASKER), to(house, COLLEAGUE)}
    assert told[to(house, ASKER)].text.splitlines() == [
        "Flow XO has refused Acme's key since Fri 27 Nov 2026, 15:00, and 1 digest needs it soon.",
        "#1, next Mon 30 Nov 2026, 09:00, UTC: if it is fixed later, by Thu 3 Dec 2026, 09:00, it "
        "goes out late",
        "bo and workspace admins can replace the key.",
    ]
    assert labels(told[to(house, COLLEAGUE)]) == ["Replace Key"]
    assert house.tell(DAY) == []
    house.clock.moment = DUE
    assert isinstance(house.make, Maker)
    house.make.error = source.error
    house.run()
    assert to(house, ASKER) in {one.channel_id for one in house.tell()}
    assert acme.failing_since is None


def test_that_flow_xo_is_down_says_nothing_of_a_key(
    house: House, begin: Callable[[], LookingAhead], source: FixedSource, acme: Account
) -> None:
    """Nobody is told."""
    source.error = UpstreamDownError("down")
    house.clock.moment = FRIDAY
    begin().turn()
    assert asked(source) == 1
    assert house.tell() == []
    assert acme.number == 1


def test_a_zone_that_is_known_no_longer_is_utc(
    house: House, begin: Callable[[], LookingAhead], source: FixedSource, acme: Account
) -> None:
    """One odd row keeps no key from being tried."""
    with house.writing() as connection:
        by = By(COLLEAGUE, "test", FRIDAY)
        accounts.change(connection, "T", acme.account_id, by, zone="Atlantis/Centre")
    house.clock.moment = FRIDAY
    begin().turn()
    assert asked(source) == 1


def changes(house: House) -> list[str]:
    """What was changed by itself."""
    with house.ledger.reading() as (connection, _):
        return [one.action for one in audit.latest(connection, "T") if one.origin == "owner left"]


def test_the_digests_of_who_left_go_to_the_owner_of_their_account(
    house: House, begin: Callable[[], LookingAhead], acme: Account
) -> None:
    """Who hears of it, once; the digest goes on."""
    with house.writing() as connection:
        subscribing.hand_over(connection, "T", 1, GONE, By(ADMIN, "test", FRIDAY))
    house.clock.moment = DUE - 2 * HOUR
    begin().turn()
    begin().turn()
    (message,) = house.tell()
    assert message.channel_id == to(house, COLLEAGUE)
    assert message.text.splitlines() == [
        "gone has left: 1 digest that was theirs is yours now, since the account is.",
        "#1, next Mon 30 Nov 2026, 09:00, UTC",
    ]
    assert changes(house) == ["digest_handed_over"]
    assert house.subscription().owner_user_id == COLLEAGUE
    assert house.subscription().state is State.ACTIVE
    house.clock.moment = DUE
    house.run()
    assert house.states == ["sent"]
    assert acme.number == 1


def test_where_nobody_owns_the_account_admins_may_take_over(
    house: House, begin: Callable[[], LookingAhead], acme: Account
) -> None:
    """One message for all of theirs; until then the digest goes on as it was."""
    with house.writing() as connection:
        accounts.change(
            connection, "T", acme.account_id, By(ADMIN, "test", FRIDAY), owner_user_id=GONE
        )
        subscribing.hand_over(connection, "T", 1, GONE, By(ADMIN, "test", FRIDAY))
    house.subscribe(target="C2", account="all", owner=GONE, next_run_at=DUE + 3 * DAY)
    house.clock.moment = DUE - 2 * HOUR
    begin().turn()
    (message,) = house.tell()
    assert message.channel_id == to(house, ADMIN)
    assert message.text.splitlines()[0] == (
        "gone has left, and 2 digests that are theirs go on without an owner."
    )
    assert labels(message) == ["Take Over"]
    house.clock.moment = DUE
    house.run()
    assert house.states == ["sent"]


def test_who_is_still_here_keeps_theirs(house: House, begin: Callable[[], LookingAhead]) -> None:
    """Slack is asked once a day and owner; where it does not say, nothing is changed."""
    house.subscribe(owner=ASKER)
    house.subscribe(owner="U0NOBODY01", target="C2")
    house.slack.workspace.users["U0NOBODY01"] = replace(
        house.slack.workspace.users[ASKER], user_id="U0NOBODY01", is_bot=False
    )
    house.clock.moment = DUE - HOUR

    house.slack.faults.add("users.info", slack_faults.status(503))
    for _ in range(3):
        begin().turn()
    assert len(house.slack.called("users.info")) == 2
    assert house.tell() == []
    assert changes(house) == []
