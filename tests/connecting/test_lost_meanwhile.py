"""Rights that are lost while Flow XO tries the key: it is not saved, however long that takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.accounts import Accounts
from bot.core.periods import Period
from bot.demo.slack_workspace import ADMIN, ASKER, COLLEAGUE, TEAM
from bot.settings import Secret
from bot.storage import connects, database
from bot.storage.connects import Purpose, Request
from bot.storage.workspaces import Connecting
from tests.connecting.house import KEY, House

pytestmark = pytest.mark.both_engines

OTHER = "fx-live-another-0123456789"
Meanwhile = Callable[[Callable[[], None]], None]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Has something happen while a key is tried."""
    attempt, waiting = Accounts.attempt, list[Callable[[], None]]()

    def slowly(self: Accounts, key: Secret, period: Period, budget_s: float) -> None:
        attempt(self, key, period, budget_s)
        while waiting:
            waiting.pop()()

    monkeypatch.setattr(Accounts, "attempt", slowly)
    return waiting.append


@pytest.fixture(params=["page", "form"])
def either(request: pytest.FixtureRequest, start: Callable[..., House]) -> House:
    """With the page, and with the form in Slack."""
    return start(page=request.param == "page")


def lost(house: House, user: str, how: str) -> None:
    """They are no admin any more, a guest, gone, unknown to Slack; or only admins may connect."""
    people = house.slack.workspace
    if how == "restricted":
        house.restrict(Connecting.ADMINS)
    elif how == "unknown":
        del people.users[user]
    elif how == "demoted":
        people.change_user(user, is_admin=False, is_owner=False)
    else:
        people.change_user(user, is_admin=False, is_owner=False, **{how: True})


def sent(house: House, user: str) -> None:
    """Their form for a new account, filled in and sent."""
    if house.public:
        house.post(house.link("connect Newco", user), key=KEY)
    else:
        assert house.slack.command("connect Newco", user=user).ok
        house.settle()
        assert house.slack.submit({"key": KEY}, user=user).ok
    house.settle()


@pytest.mark.parametrize(
    "how", ["is_restricted", "is_ultra_restricted", "deleted", "restricted", "unknown"]
)
def test_an_account_is_connected_by_nobody_who_may_not_any_more(
    either: House, meanwhile: Meanwhile, how: str
) -> None:
    """Neither by the page nor by the form in Slack; nothing is kept of it."""
    meanwhile(lambda: lost(either, COLLEAGUE, how))
    sent(either, COLLEAGUE)
    assert either.accounts() == ()
    assert [one.action for one in either.changes()] == ["connecting_changed"] * (
        how == "restricted"
    )


def test_an_account_is_connected_by_who_still_may(either: House, meanwhile: Meanwhile) -> None:
    """What happens to others meanwhile is nothing to them."""
    meanwhile(lambda: lost(either, ADMIN, "deleted"))
    sent(either, COLLEAGUE)
    (account,) = either.accounts()
    assert (account.name, account.owner_user_id) == ("Newco", COLLEAGUE)


@pytest.mark.parametrize("how", ["demoted", "is_restricted", "deleted", "unknown", ""])
def test_a_key_is_replaced_by_no_admin_who_is_none_any_more(
    house: House, meanwhile: Meanwhile, how: str
) -> None:
    """Somebody else's, which they might replace when they sent the form in."""
    account = house.connect("Acme", user=ASKER)
    request = Request(Purpose.REPLACE_KEY, ADMIN, account_id=account.account_id)
    with database.transaction(house.desk.services.engine) as connection:
        token = connects.issue(connection, TEAM, request, house.clock()).reveal()
    house.flowxo.key = OTHER
    house.clock.advance(seconds=5)
    if how:
        meanwhile(lambda: lost(house, ADMIN, how))
    status = house.post(token, key=OTHER).status
    house.settle()
    kept = [one.user_id for one in house.changes() if one.action == "key_replaced"]
    assert kept == ([] if how else [ADMIN])
    assert (status == 303) is (not how)
    (after,) = house.accounts()
    assert replace(after, last_ok_at=None) == replace(account, last_ok_at=None)
