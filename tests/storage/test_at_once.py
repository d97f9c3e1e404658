"""Two who change the same at once: one after the other, each told what it came to, kept once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from bot.storage import accounts, audit, channels, connecting, database, preferences, workspaces
from bot.storage.accounts import Account
from bot.storage.disconnecting import disconnect, prune, remove, restore
from bot.storage.preferences import DateOrder, Preferences
from bot.storage.workspaces import Connecting, Workspace
from tests.storage.connected import BY, NOW, connected, key_of, with_keys, writing
from tests.storage.overtaking import overtake

pytestmark = pytest.mark.both_engines

Deed = Callable[[Connection, Account], Any]


@pytest.fixture(autouse=True)
def _keys(engine: Engine) -> None:
    with_keys(engine)


def kept(engine: Engine) -> Counter[str]:
    """How many changes of each kind are kept."""
    with database.reading(engine) as connection:
        return Counter(one.action for one in audit.every(connection, "T"))


def used(connection: Connection, account: Account) -> object:
    """The account is a channel's."""
    return channels.change(connection, "T", "C", BY, account_id=account.account_id)


DEEDS: dict[str, Deed] = {
    "account_disconnected": lambda c, one: disconnect(c, "T", one.account_id, BY),
    "account_removed": lambda c, one: remove(c, "T", one.account_id, BY),
    "account_renamed": lambda c, one: accounts.rename(c, "T", one.account_id, "New", BY),
    "account_changed": lambda c, one: accounts.change(c, "T", one.account_id, BY, masking=False),
    "channel_changed": used,
    "key_replaced": lambda c, one: connecting.replace_key(
        c, "T", one.account_id, key_of("new"), BY
    ),
    "connecting_changed": lambda c, _: workspaces.restrict(
        c, "T", Workspace(Connecting.ADMINS), BY
    ),
    "preferences_changed": lambda c, _: preferences.keep(
        c, "T", "U1", Preferences(DateOrder.DAY_FIRST), BY
    ),
}


@pytest.mark.parametrize("action", DEEDS)
def test_what_two_do_at_once_is_done_and_kept_once(engine: Engine, action: str) -> None:
    """Whoever comes second finds it done."""
    account, do = connected(engine, "Acme"), DEEDS[action]
    found: list[object] = []

    def second() -> None:
        with writing(engine) as connection:
            found.append(do(connection, account))

    overtake(engine, lambda connection: do(connection, account), second)
    assert len(found) == 1
    assert kept(engine)[action] == 1


def test_an_account_is_restored_once(engine: Engine) -> None:
    """Whoever comes second is told that there is nothing to take back."""
    account, found = connected(engine, "Acme"), list[object]()
    with writing(engine) as connection:
        disconnect(connection, "T", account.account_id, BY)

    def second() -> None:
        with writing(engine) as connection:
            found.append(restore(connection, "T", account.account_id, BY))

    overtake(engine, lambda c: restore(c, "T", account.account_id, BY), second)
    assert found == [None]
    assert kept(engine)["account_restored"] == 1


def test_the_environment_s_account_comes_once(engine: Engine) -> None:
    """However many meet it first."""
    made: list[Account] = []

    def come(connection: Connection) -> None:
        made.append(connecting.from_environment(connection, "T", key_of("env"), None, NOW))

    def second() -> None:
        with writing(engine) as connection:
            come(connection)

    overtake(engine, come, second)
    assert len(set(made)) == 1
    assert kept(engine)["account_connected"] == 1


def test_a_restored_account_keeps_its_channels(engine: Engine) -> None:
    """Though housekeeping, which came at the same moment, found it to be thrown away."""
    account = connected(engine, "Acme")
    with writing(engine) as connection:
        used(connection, account)
        disconnect(connection, "T", account.account_id, BY)

    def second() -> None:
        with writing(engine) as connection:
            prune(connection, NOW.replace(year=2027))

    overtake(engine, lambda c: restore(c, "T", account.account_id, BY), second)
    with database.reading(engine) as connection:
        assert accounts.get(connection, "T", account.account_id) == account
        assert channels.get(connection, "T", "C").account_id == account.account_id


def test_different_changes_at_once_are_all_made(engine: Engine) -> None:
    """Really at once, many times: nothing waits for ever, nothing is lost."""
    account = connected(engine, "Acme")
    rounds = 15

    def turns(change: Callable[[Connection, int], Any], barrier: Barrier) -> None:
        for number in range(rounds):
            barrier.wait(20)
            with writing(engine) as connection:
                change(connection, number)

    acts: list[Callable[[Connection, int], Any]] = [
        lambda c, n: accounts.change(c, "T", account.account_id, BY, week_start=(n + 1) % 7),
        lambda c, n: accounts.rename(c, "T", account.account_id, f"Acme {n}", BY),
        lambda c, n: channels.change(c, "T", "C", BY, outsiders_may_ask=n % 2 == 0),
        lambda c, n: channels.change(c, "T", "C", BY, only_this_account=n % 2 == 0),
    ]
    barrier = Barrier(len(acts))
    threads = [Thread(target=turns, args=(act, barrier)) for act in acts]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    assert kept(engine) == {
        "account_connected": 1,
        "account_changed": rounds,
        "account_renamed": rounds,
        "channel_changed": 2 * rounds,
    }
    with database.reading(engine) as connection:
        after = accounts.get(connection, "T", account.account_id)
        assert after is not None
        assert (after.name, after.week_start) == (f"Acme {rounds - 1}", rounds % 7)
        assert channels.get(connection, "T", "C") == channels.Channel("C", None, True, True)
