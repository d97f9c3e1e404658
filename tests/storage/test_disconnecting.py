"""Disconnecting: nobody finds the account, a day to take it back, then its key is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from bot.storage import accounts, audit, channels, database
from bot.storage.accounts import DEFAULT_ID, Outcome, Saved
from bot.storage.connecting import connect, from_environment
from bot.storage.disconnecting import RESTORABLE, disconnect, prune, remove, restore
from tests.storage.connected import BY, NOW, connected, key_of, with_keys, writing

pytestmark = pytest.mark.both_engines

SOON = replace(BY, at=NOW + timedelta(hours=23))


@pytest.fixture(autouse=True)
def _keys(engine: Engine) -> None:
    with_keys(engine)


def rows(engine: Engine) -> int:
    """How many accounts are on the disk."""
    with database.reading(engine) as connection:
        return int(connection.execute(text("SELECT count(*) FROM accounts")).scalar_one())


def test_a_disconnected_account_is_nobody_s(engine: Engine) -> None:
    """By id, by name, in the list, by its key; once, and whoever did it is told what it was."""
    account = connected(engine, "Acme")
    with writing(engine) as connection:
        assert disconnect(connection, "T", account.account_id, BY) == account
        assert accounts.get(connection, "T", account.account_id) is None
        assert accounts.named(connection, "T", "Acme") is None
        assert accounts.listed(connection, "T") == ()
        assert accounts.key(connection, "T", account.account_id) is None
        assert disconnect(connection, "T", account.account_id, BY) is None
        assert accounts.rename(connection, "T", account.account_id, "New", BY) is None
        assert accounts.change(connection, "T", account.account_id, BY, masking=False) is None
    with database.reading(engine) as connection:
        (last, _) = audit.latest(connection, "T")
    assert (last.action, last.subject) == ("account_disconnected", "Acme")


def test_it_can_be_taken_back_for_a_day(engine: Engine) -> None:
    """With its key, its settings and its channels."""
    account = connected(engine, "Acme")
    with writing(engine) as connection:
        channels.change(connection, "T", "C", BY, account_id=account.account_id)
        disconnect(connection, "T", account.account_id, BY)
        assert channels.get(connection, "T", "C").account_id == account.account_id
        assert restore(connection, "T", account.account_id, SOON) == Saved(Outcome.SAVED, account)
        assert accounts.key(connection, "T", account.account_id) == key_of("Acme")
        assert restore(connection, "T", account.account_id, SOON) is None


def test_after_a_day_it_is_too_late(engine: Engine) -> None:
    """And housekeeping takes it from the disk, in every workspace; what is connected stays."""
    gone = [connected(engine, "Acme", team_id) for team_id in ("T", "T2")]
    stays = connected(engine, "Stays")
    late = replace(BY, at=NOW + RESTORABLE)
    with writing(engine) as connection:
        channels.change(connection, "T", "C", BY, account_id=gone[0].account_id)
        for team_id, account in zip(("T", "T2"), gone, strict=True):
            disconnect(connection, team_id, account.account_id, BY)
        assert restore(connection, "T", gone[0].account_id, late) is None
        assert prune(connection, late.at - timedelta(seconds=1)) == 0
        assert prune(connection, late.at) == 2
        assert channels.get(connection, "T", "C").account_id is None
        assert accounts.listed(connection, "T") == (stays,)
    assert rows(engine) == 1


def test_a_client_s_channel_stays_closed_when_its_account_is_gone(engine: Engine) -> None:
    """No other account takes its place there."""
    account = connected(engine, "Acme")
    with writing(engine) as connection:
        channels.change(
            connection, "T", "C", BY, account_id=account.account_id, only_this_account=True
        )
        remove(connection, "T", account.account_id, BY)
        found = channels.get(connection, "T", "C")
    assert (found.account_id, found.only_this_account) == (None, True)


def test_what_was_given_to_another_meanwhile_is_not_taken_from_it(engine: Engine) -> None:
    """Its name or its key; nothing is restored, and who has it is told."""
    by_name, by_key = connected(engine, "Acme"), connected(engine, "Other")
    with writing(engine) as connection:
        for account in (by_name, by_key):
            disconnect(connection, "T", account.account_id, BY)
        name = connect(connection, "T", "ACME", key_of("new"), BY).account
        key = connect(connection, "T", "New", key_of("Other"), BY).account
        first = restore(connection, "T", by_name.account_id, SOON)
        second = restore(connection, "T", by_key.account_id, SOON)
        assert first == Saved(Outcome.NAME_TAKEN, name)
        assert second == Saved(Outcome.KEY_KNOWN, key)
        assert accounts.listed(connection, "T") == (name, key)


def test_undoing_a_connection_leaves_nothing(engine: Engine) -> None:
    """Neither the key nor the name; that it was there and who removed it is known."""
    account = connected(engine, "Acme")
    with writing(engine) as connection:
        assert remove(connection, "T", account.account_id, BY) == account
        assert remove(connection, "T", account.account_id, BY) is None
        assert restore(connection, "T", account.account_id, BY) is None
        assert [entry.action for entry in audit.latest(connection, "T")] == [
            "account_removed",
            "account_connected",
        ]
    assert rows(engine) == 0
    connected(engine, "Acme")


def test_the_environment_s_account_is_not_disconnected_from_slack(engine: Engine) -> None:
    """It would be there again with the next start."""
    with writing(engine) as connection:
        found = from_environment(connection, "T", key_of("env"), None, NOW)
        assert disconnect(connection, "T", DEFAULT_ID, BY) is None
        assert accounts.listed(connection, "T") == (found,)
