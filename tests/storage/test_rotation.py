"""Rotation: all is encrypted with the first key afterwards, and nothing else has changed."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from bot.errors import KeysError
from bot.settings import Secret
from bot.storage import accounts, connecting, crypto, database, vault
from bot.storage.rotation import Rotated, rotate
from bot.storage.tables import ACCOUNTS
from tests.storage.connected import BY, KEYS, connected, key_of, with_keys

pytestmark = pytest.mark.both_engines

OLD, NEW = KEYS


@pytest.fixture
def seven(engine: Engine) -> list[str]:
    """Seven accounts that the old key encrypted, the engine ready to rotate; their ids."""
    with_keys(engine, OLD)
    ids = [connected(engine, f"Acme {number}").account_id for number in range(7)]
    crypto.give_keys(engine, [NEW, OLD])
    return ids


def keys_in(engine: Engine, ids: list[str]) -> list[Secret | None]:
    """The accounts' API keys."""
    with database.reading(engine) as connection:
        return [accounts.key(connection, "T", account_id) for account_id in ids]


@pytest.mark.parametrize("batch", [1, 3, 7, 250])
def test_afterwards_the_old_key_is_needless(engine: Engine, seven: list[str], batch: int) -> None:
    """Whatever the batches; the vault is among it, and fingerprints stay."""
    with database.reading(engine) as connection:
        before = vault.fingerprint(connection, "T", key_of("x"))
    assert rotate(engine, batch=batch, pause_s=0) == Rotated(stored=8, renewed=8)
    crypto.give_keys(engine, [NEW])
    vault.verify(engine)
    assert keys_in(engine, seven) == [key_of(f"Acme {number}") for number in range(7)]
    with database.reading(engine) as connection:
        assert vault.fingerprint(connection, "T", key_of("x")) == before


def test_a_second_time_there_is_nothing_to_do(engine: Engine, seven: list[str]) -> None:
    """And accounts whose key is in the environment have nothing to encrypt."""
    with database.transaction(engine) as connection:
        connecting.from_environment(connection, "T2", Secret("eyJ"), None, BY.at)
    rotate(engine)
    assert rotate(engine) == Rotated(stored=len(seven) + 1, renewed=0)


def test_what_is_changed_meanwhile_stays_changed(
    engine: Engine, seven: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The account's key is replaced between being read and being written."""
    fresh = Secret("eyJ.fresh")
    renew = crypto.Keys.renew
    replaced: list[str] = []

    def in_between(keys: crypto.Keys, stored: str) -> str:
        if not replaced:
            replaced.append(stored)
            with database.transaction(engine) as connection:
                assert connecting.replace_key(connection, "T", seven[3], fresh, BY)
        return renew(keys, stored)

    monkeypatch.setattr(crypto.Keys, "renew", in_between)
    rotate(engine)
    crypto.give_keys(engine, [NEW])
    found = keys_in(engine, seven)
    assert found[3] == fresh
    assert found[2] == key_of("Acme 2")


def test_what_no_key_opens_ends_it(engine: Engine, seven: list[str]) -> None:
    """What was encrypted anew before stays so; with the missing key it goes on from there."""
    ids = sorted(seven)
    with database.transaction(engine) as connection:
        connection.execute(
            text("UPDATE accounts SET api_key = 'aaaaaaaa.gAAAA' WHERE account_id = :id"),
            {"id": ids[5]},
        )
    with pytest.raises(KeysError, match="opens what is stored"):
        rotate(engine, batch=2)
    with database.transaction(engine) as connection:
        for account_id in ids[5:6]:
            accounts.forget(connection, "T", ACCOUNTS.c.account_id == account_id)
    assert rotate(engine, batch=2) == Rotated(stored=7, renewed=3)


def test_without_keys_there_is_no_rotation(engine: Engine) -> None:
    """It says which setting is missing."""
    with pytest.raises(KeysError, match="ENCRYPTION_KEYS is not set"):
        rotate(engine)
