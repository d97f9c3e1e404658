"""A start with wrong or missing keys is refused before anything is written; fingerprints."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, select, text

from bot.errors import KeysError, RevisionError
from bot.settings import Secret
from bot.storage import accounts, crypto, database, upgrades, vault
from bot.storage.audit import By
from bot.storage.connecting import connect
from bot.storage.crypto import new_key
from bot.storage.opening import open_ready
from bot.storage.tables import ACCOUNTS, VAULT
from bot.storage.upgrades import Standing
from tests.storage.schemas import fill, go_to, later

pytestmark = pytest.mark.both_engines

OLD, NEW, WRONG = (Secret(new_key()) for _ in range(3))
KEY = Secret("eyJ-of-acme")
BY = By("U1", "test", datetime(2026, 11, 26, 14, 45, tzinfo=UTC))


def started(url: str, *keys: Secret) -> Engine:
    """A process that starts."""
    return open_ready(Secret(url), keys, threads=1, by_itself=True)


def refused(url: str, *keys: Secret) -> KeysError:
    """What one is told that may not start."""
    with pytest.raises(KeysError) as caught:
        started(url, *keys)
    return caught.value


def account(url: str, *keys: Secret) -> str:
    """Start, and connect one; its id."""
    engine = started(url, *keys)
    with database.transaction(engine) as connection:
        saved = connect(connection, "T", "Acme", KEY, BY)
    engine.dispose()
    return saved.account.account_id


def everything(url: str) -> list[object]:
    """All that is stored, as it is stored."""
    engine = database.open_engine(url)
    with database.reading(engine) as connection:
        found: list[object] = [
            tuple(row)
            for name in ("vault", "accounts", "audit_log", "alembic_version")
            for row in connection.execute(text(f"SELECT * FROM {name}"))  # noqa: S608 - ours
        ]
    engine.dispose()
    return found


def test_a_single_workspace_needs_no_keys(database_url: str) -> None:
    """And nothing is stored that would need one."""
    engine = started(database_url)
    with database.transaction(engine) as connection:
        assert connection.execute(select(VAULT.c.name)).all() == []
    engine.dispose()
    started(database_url).dispose()


def test_the_first_start_with_keys_makes_the_vault_once(database_url: str) -> None:
    """A second one leaves it as it is."""
    for _ in range(2):
        started(database_url, OLD).dispose()
    before = everything(database_url)
    started(database_url, NEW, OLD).dispose()
    assert everything(database_url) == before


@pytest.mark.parametrize(
    ("keys", "said"), [((), "ENCRYPTION_KEYS is not set"), ((WRONG,), "No key in ENCRYPTION_KEYS")]
)
def test_what_does_not_open_what_is_stored_does_not_start(
    database_url: str, keys: Sequence[Secret], said: str
) -> None:
    """It says what to do, shows no password, and writes nothing."""
    account(database_url, OLD)
    before = everything(database_url)
    error = refused(database_url, *keys)
    assert said in error.message
    assert "what it was before" in error.hint
    assert everything(database_url) == before
    started(database_url, OLD).dispose()


def test_it_is_refused_before_an_upgrade(database_url: str) -> None:
    """An older schema stays as it was."""
    account(database_url, OLD)
    engine = database.open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    refused(database_url, WRONG)
    assert upgrades.state(engine).revision == "0001"
    engine.dispose()


def test_an_older_schema_without_encrypted_columns_starts(database_url: str) -> None:
    """There is nothing to open yet."""
    engine = database.open_engine(database_url)
    go_to(engine, "0001")
    fill(engine, "0001")
    engine.dispose()
    started(database_url, OLD).dispose()


def test_a_newer_database_is_refused_as_such(database_url: str, tmp_path: Path) -> None:
    """Whatever the keys are."""
    engine = database.open_engine(database_url)
    upgrades.upgrade(engine, later(tmp_path))
    engine.dispose()
    with pytest.raises(RevisionError, match="newer"):
        started(database_url, WRONG)


def test_one_value_that_an_old_key_encrypted_is_enough(database_url: str) -> None:
    """A process that was never restarted has stored it after the rotation; nothing is lost."""
    account(database_url, NEW)
    late = started(database_url, OLD, NEW)
    with database.transaction(late) as connection:
        connect(connection, "T2", "Late", KEY, BY)
    late.dispose()
    assert "No key" in refused(database_url, NEW).message
    started(database_url, NEW, OLD).dispose()


def test_a_vault_alone_stands_in_nobody_s_way(database_url: str) -> None:
    """With no account left, the keys may be lost, changed or left out."""
    account_id = account(database_url, OLD)
    engine = started(database_url, OLD)
    with database.transaction(engine) as connection:
        connection.execute(delete(ACCOUNTS))
    engine.dispose()
    assert account_id
    started(database_url).dispose()
    assert account(database_url, NEW)
    started(database_url, NEW).dispose()
    refused(database_url, OLD)


def test_an_id_is_not_taken_for_a_key(database_url: str) -> None:
    """A vault that says the right id and holds something else does not open."""
    account(database_url, OLD)
    engine = database.open_engine(database_url)
    ids = crypto.Keys([OLD]).ids
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE vault SET secret = '{ids[0]}.gAAAA'"))  # noqa: S608 - ours
    engine.dispose()
    assert "opens what is stored" in refused(database_url, OLD).message


def test_a_fingerprint_knows_a_key_again(database_url: str) -> None:
    """In its workspace alone, and not by the key itself: each database has a secret of its own."""
    engine = started(database_url, OLD)
    with database.reading(engine) as connection:
        first = vault.fingerprint(connection, "T", KEY)
        assert first == vault.fingerprint(connection, "T", Secret(KEY.reveal()))
        assert first != vault.fingerprint(connection, "T2", KEY)
        assert first != vault.fingerprint(connection, "T", Secret("eyJ-of-another"))
    with database.transaction(engine) as connection:
        connection.execute(delete(VAULT))
    vault.establish(engine)
    with database.reading(engine) as connection:
        assert first != vault.fingerprint(connection, "T", KEY)
    engine.dispose()


def test_first_starts_at_once_make_one_vault(database_url: str) -> None:
    """Eight processes, which each find none: all go on with the same."""
    started(database_url).dispose()
    together = threading.Barrier(8)
    found: list[str] = []

    def start() -> None:
        engine = database.open_engine(database_url)
        crypto.give_keys(engine, [OLD])
        together.wait(30)
        vault.establish(engine)
        with database.reading(engine) as connection:
            found.append(vault.fingerprint(connection, "T", KEY))
        engine.dispose()

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_started_engine_has_the_keys(database_url: str) -> None:
    """Whoever connects an account needs no more."""
    account_id = account(database_url, OLD)
    engine = started(database_url, OLD)
    with database.reading(engine) as connection:
        assert accounts.key(connection, "T", account_id) == KEY
    assert upgrades.state(engine).standing is Standing.CURRENT
    engine.dispose()
