"""`flowxo-bot keys`: a new key, and the change to it."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from bot.settings import Secret, load
from bot.storage import accounts, crypto, database
from tests.cli.conftest import Done
from tests.storage.connected import connected, key_of, with_keys

Typed = Callable[..., Done]
# Fixed, since names of tests are made of them.
OLD, NEW, OTHER = (urlsafe_b64encode(bytes([n]) * 32).decode() for n in (97, 98, 99))


def test_a_new_key_is_one_that_can_be_set(typed: Typed) -> None:
    """One line and nothing else, without any setting; another each time."""
    found = {typed("keys", "new").out for _ in range(3)}
    assert len(found) == 3
    for line in found:
        assert [key.reveal() for key in load({"ENCRYPTION_KEYS": line}).encryption_keys] == [
            line.strip()
        ]


@pytest.mark.both_engines
def test_a_rotation_says_what_it_did(
    typed: Typed, engine: Engine, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And shows no key; a second one has nothing to do."""
    with_keys(engine, Secret(OLD))
    account = connected(engine, "Acme")
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("ENCRYPTION_KEYS", f"{NEW},{OLD}")
    done = typed("keys", "rotate")
    assert (done.code, done.err) == (0, "")
    assert "2 of 2 secrets were encrypted anew" in done.out
    assert OLD not in done.out
    assert NEW not in done.out
    assert "0 of 2 secrets" in typed("keys", "rotate").out
    crypto.give_keys(engine, [Secret(NEW)])
    with database.reading(engine) as connection:
        assert accounts.key(connection, "T", account.account_id) == key_of("Acme")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "ENCRYPTION_KEYS is not set"),
        ("hunter2", "it is none"),
        (f"{OLD},{OLD}", "the same key twice"),
        (f"{OLD},{NEW[:-1]}", "number 2 of the 2 is none"),
        (OTHER, "No key in ENCRYPTION_KEYS opens"),
    ],
)
def test_what_cannot_be_rotated_is_a_sentence_and_code_2(
    typed: Typed,
    engine: Engine,
    database_url: str,
    monkeypatch: pytest.MonkeyPatch,
    value: str,
    said: str,
) -> None:
    """Which key is wrong, and what to do; none is shown."""
    with_keys(engine, Secret(OLD))
    connected(engine, "Acme")
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("ENCRYPTION_KEYS", value)
    done = typed("keys", "rotate")
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err
    for secret in (OLD, NEW[:-1], "hunter2"):
        assert secret not in done.err


def test_a_database_that_is_not_there_is_not_made(
    typed: Typed, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nothing to rotate in it."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("ENCRYPTION_KEYS", OLD)
    done = typed("keys", "rotate")
    assert done.code == 2
    assert "is not upgraded yet" in done.err
