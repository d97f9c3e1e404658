"""What is stored encrypted: by which key, readable with which, and shown by none."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError

from bot.errors import KeysError
from bot.settings import Secret, load
from bot.storage import crypto, database
from bot.storage.crypto import Keys, new_key
from bot.storage.tables import VAULT
from bot.storage.vault import encrypted_columns

pytestmark = pytest.mark.both_engines

FIRST, SECOND, THIRD = (Secret(new_key()) for _ in range(3))
HELD = Secret("eyJ-what-is-held-é")


def put(engine: Engine, secret: Secret, name: str = "x") -> None:
    """Store a secret."""
    with database.transaction(engine) as connection:
        database.insert_or_replace(connection, VAULT, {"name": name, "secret": secret})


def got(engine: Engine, name: str = "x") -> Secret:
    """The secret, decrypted."""
    with database.reading(engine) as connection:
        found: Secret = connection.execute(
            select(VAULT.c.secret).where(VAULT.c.name == name)
        ).scalar_one()
        return found


def stored(engine: Engine) -> str:
    """What lies in the database."""
    with database.reading(engine) as connection:
        return str(connection.execute(text("SELECT secret FROM vault")).scalar_one())


def test_a_made_key_is_one_that_the_settings_take() -> None:
    """Also several with commas and spaces, and a comma too many at the end."""
    keys = [new_key() for _ in range(200)]
    found = load({"ENCRYPTION_KEYS": ", ".join(keys) + ","}).encryption_keys
    assert [key.reveal() for key in found] == keys


def test_the_first_encrypts_and_all_decrypt(engine: Engine) -> None:
    """So that a new one can be put in front."""
    crypto.give_keys(engine, [FIRST])
    put(engine, HELD)
    crypto.give_keys(engine, [SECOND, FIRST])
    assert got(engine) == HELD
    put(engine, HELD)
    crypto.give_keys(engine, [SECOND])
    assert got(engine) == HELD


def test_nothing_of_it_can_be_read_in_the_database(engine: Engine) -> None:
    """Neither it nor the key; the same is never stored twice alike."""
    crypto.give_keys(engine, [FIRST])
    put(engine, HELD)
    once = stored(engine)
    put(engine, HELD)
    assert "eyJ" not in once
    assert FIRST.reveal()[:8] not in once
    assert stored(engine) != once


@pytest.mark.parametrize("keys", [[THIRD], [SECOND, THIRD]])
def test_no_other_key_opens_it(engine: Engine, keys: list[Secret]) -> None:
    """That is said, with what to do, and the database is not blamed."""
    crypto.give_keys(engine, [FIRST])
    put(engine, HELD)
    crypto.give_keys(engine, keys)
    with pytest.raises(KeysError, match="opens what is stored") as caught:
        got(engine)
    assert "ENCRYPTION_KEYS" in caught.value.hint


@pytest.mark.parametrize("value", ["", "x", "00000000.", "é" * 40, "00000000.gAAAAABé", "\ud7ff"])
def test_what_was_spoilt_is_said(engine: Engine, value: str) -> None:
    """By hand, or by a disk."""
    crypto.give_keys(engine, [FIRST])
    with database.transaction(engine) as connection:
        connection.execute(text("INSERT INTO vault VALUES ('x', :value)"), {"value": value})
    with pytest.raises(KeysError, match="opens what is stored"):
        got(engine)
    with pytest.raises(KeysError, match="opens what is stored"):
        Keys([FIRST]).renew(value)


def test_a_changed_letter_is_noticed(engine: Engine) -> None:
    """Nobody can put another value in its place without the key."""
    crypto.give_keys(engine, [FIRST])
    put(engine, HELD)
    value = stored(engine)
    changed = value[:40] + ("A" if value[40] != "A" else "B") + value[41:]
    with pytest.raises(KeysError):
        Keys([FIRST]).decrypt(changed)


def test_without_keys_nothing_is_stored_or_read(engine: Engine) -> None:
    """Whoever tries is told which setting is missing and how to make one."""
    crypto.give_keys(engine, [FIRST])
    put(engine, HELD)
    crypto.give_keys(engine, [])
    for attempt in (lambda: put(engine, HELD, "y"), lambda: got(engine)):
        with pytest.raises(KeysError, match="ENCRYPTION_KEYS is not set") as caught:
            attempt()
        assert "flowxo-bot keys new" in caught.value.hint


def test_engines_do_not_share_keys(database_url: str, engine: Engine) -> None:
    """Each has its own."""
    other = database.open_engine(database_url)
    crypto.give_keys(engine, [FIRST])
    assert crypto.has_keys(engine.dialect)
    assert not crypto.has_keys(other.dialect)
    other.dispose()


def test_no_secret_shows_itself_on_its_way(engine: Engine, tmp_path: Path) -> None:
    """In an error of the statement that was to store it; nor does the ring of keys."""
    crypto.give_keys(engine, [FIRST])
    put(engine, HELD)
    twice = VAULT.insert().values(name="x", secret=HELD)
    with pytest.raises(IntegrityError) as caught, engine.begin() as connection:
        connection.execute(twice)
    told = f"{caught.value!r} {caught.value} {crypto.keys_of(engine.dialect)!r}"
    assert HELD.reveal() not in told
    assert FIRST.reveal() not in told
    assert HELD.reveal().encode() not in b"".join(
        file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()
    )


def test_the_columns_that_are_encrypted_are_known() -> None:
    """What a rotation goes through and an export leaves out."""
    assert {(table.name, column.name) for table, column in encrypted_columns()} == {
        ("accounts", "api_key"),
        ("vault", "secret"),
    }
