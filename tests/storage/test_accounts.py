"""Accounts: connected, found, renamed, changed; who stands in whose way."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from bot.core.account_names import LONGEST
from bot.errors import KeysError
from bot.settings import Secret
from bot.storage import accounts, channels, crypto, database, health
from bot.storage.accounts import DEFAULT_ID, Account, Outcome, Saved, Visibility
from bot.storage.audit import By, latest
from bot.storage.connecting import connect, from_environment, replace_key
from bot.storage.disconnecting import disconnect, remove, restore
from tests.storage.connected import BY, NOW, connected, key_of, with_keys, writing

pytestmark = pytest.mark.both_engines


@pytest.fixture(autouse=True)
def _keys(engine: Engine) -> None:
    with_keys(engine)


def get(engine: Engine, account_id: str, team_id: str = "T") -> Account | None:
    """The account as it is."""
    with database.reading(engine) as connection:
        return accounts.get(connection, team_id, account_id)


def changes(engine: Engine, team_id: str = "T") -> list[tuple[str, str, str]]:
    """What was changed, the newest first."""
    with database.reading(engine) as connection:
        found = latest(connection, team_id)
    return [(entry.action, entry.subject, entry.detail) for entry in found]


def test_a_connected_account_is_as_the_design_says(engine: Engine) -> None:
    """Owned by whoever connected it, for the whole workspace, masked, weeks from Monday, well."""
    account = connected(engine, "  May \t GmbH ")
    assert account == Account(
        account_id=account.account_id,
        number=1,
        name="May GmbH",
        zone=None,
        week_start=0,
        owner_user_id="U1",
        visibility=Visibility.WORKSPACE,
        masking=True,
        hidden=(),
        connected_at=NOW,
        last_ok_at=NOW,
        last_error=None,
        failing_since=None,
    )
    assert get(engine, account.account_id) == account
    assert changes(engine) == [("account_connected", "May GmbH", "")]


def test_no_number_is_given_twice(engine: Engine) -> None:
    """Not even that of an account that is gone for good: an old button still says it."""
    first, second = connected(engine, "Acme"), connected(engine, "Beta")
    with writing(engine) as connection:
        remove(connection, "T", second.account_id, BY)
    assert (first.number, second.number, connected(engine, "Gamma").number) == (1, 2, 3)


def test_what_is_known_at_once_is_kept_at_once(engine: Engine) -> None:
    """An owner who was asked for it, a zone, a hide list."""
    with writing(engine) as connection:
        account = connect(
            connection,
            "T",
            "Acme",
            key_of("Acme"),
            BY,
            zone="Europe/Berlin",
            owner_user_id="U2",
            visibility=Visibility.CHANNELS,
            week_start=6,
            masking=False,
            hidden=("Menu", "Hélp \0 ✓"),
        ).account
    assert (account.zone, account.owner_user_id, account.week_start) == ("Europe/Berlin", "U2", 6)
    assert (account.visibility, account.masking) == (Visibility.CHANNELS, False)
    assert account.hidden == ("Menu", "Hélp \0 ✓")


def test_the_key_comes_back_alone_and_to_nobody_else(engine: Engine) -> None:
    """No other function gives it; it is not in what an account shows."""
    account = connected(engine, "Acme")
    with database.reading(engine) as connection:
        assert accounts.key(connection, "T", account.account_id) == key_of("Acme")
        assert accounts.key(connection, "T2", account.account_id) is None
        assert accounts.key(connection, "T", "A0") is None
    assert key_of("Acme").reveal() not in repr(account)


@pytest.mark.parametrize(
    "name",
    ["acme gmbh", "ACME  GmbH", "AcmeGmbH", "Ａcme\u200b gmbh", " acme\n gmbh", "Ácme-GmbH!"],
)
def test_two_names_that_look_alike_are_one(engine: Engine, name: str) -> None:
    """In any case, spacing, marks and form of letters; the one that has it is told."""
    first = connected(engine, "Acme GmbH")
    with writing(engine) as connection:
        saved = connect(connection, "T", name, key_of("other"), BY)
        assert saved == Saved(Outcome.NAME_TAKEN, first)
        assert accounts.named(connection, "T", name) == first
        assert accounts.listed(connection, "T") == (first,)
    assert len(changes(engine)) == 1


def test_a_name_that_cannot_be_said_is_none(engine: Engine) -> None:
    """Whoever asks for it checks that before."""
    with pytest.raises(ValueError, match="can be said"), writing(engine) as connection:
        connect(connection, "T", " \u200b\n", key_of("x"), BY)


def test_a_key_that_is_connected_already_is_said(engine: Engine) -> None:
    """Under whichever name; in another workspace it is nobody's business."""
    first = connected(engine, "Acme")
    with writing(engine) as connection:
        again = connect(connection, "T", "Another", key_of("Acme"), BY)
        assert again == Saved(Outcome.KEY_KNOWN, first)
        both = connect(connection, "T", "Acme", key_of("Acme"), BY)
        assert both == Saved(Outcome.KEY_KNOWN, first)
        assert connect(connection, "T2", "Acme", key_of("Acme"), BY).outcome is Outcome.SAVED


@pytest.mark.parametrize("same", ["key", "name"])
def test_of_several_at_once_one_is_first(engine: Engine, same: str) -> None:
    """Two people, or a form sent twice: one row, the others are told by whom."""
    together = threading.Barrier(8)
    found: list[Saved] = []

    def work(number: int) -> None:
        together.wait(30)
        name = f"Acme {number}" if same == "key" else "Acme"
        key = key_of("Acme" if same == "key" else f"{number}")
        with database.transaction(engine) as connection:
            found.append(connect(connection, "T", name, key, By(f"U{number}", "test", NOW)))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    others = Outcome.KEY_KNOWN if same == "key" else Outcome.NAME_TAKEN
    assert sorted(saved.outcome for saved in found) == sorted([Outcome.SAVED] + [others] * 7)
    assert len({saved.account.account_id for saved in found}) == 1
    assert len({saved.account.owner_user_id for saved in found}) == 1
    assert len(changes(engine)) == 1


@pytest.mark.parametrize("before", [True, False])
def test_without_keys_no_account_is_connected(engine: Engine, before: bool) -> None:
    """Nothing is half saved; nor where there never were any."""
    crypto.give_keys(engine, [])
    if not before:
        with writing(engine) as connection:
            connection.execute(text("DELETE FROM vault"))
    with (
        pytest.raises(KeysError, match="ENCRYPTION_KEYS is not set"),
        writing(engine) as connection,
    ):
        connect(connection, "T", "Acme", key_of("Acme"), BY)
    with database.reading(engine) as connection:
        assert accounts.listed(connection, "T") == ()


def test_a_thousand_accounts_are_listed_by_name(engine: Engine) -> None:
    """And each is found by its name."""
    with writing(engine) as connection:
        for number in range(1000):
            name = f"{'client' if number % 2 else 'Client'} {number:04}"
            assert connect(connection, "T", name, key_of(name), BY).outcome is Outcome.SAVED
        connect(connection, "T2", "Client 0000", key_of("x"), BY)
    with database.reading(engine) as connection:
        found = [account.name.casefold() for account in accounts.listed(connection, "T")]
        one = accounts.named(connection, "T", "CLIENT 0777")
    assert found == [f"client {number:04}" for number in range(1000)]
    assert one
    assert one.name == "client 0777"


def test_a_rename_is_seen_at_once_and_told(engine: Engine) -> None:
    """The old name is free again; the id stays."""
    account = connected(engine, "Acme")
    with writing(engine) as connection:
        saved = accounts.rename(connection, "T", account.account_id, "Acme 2", BY)
        assert saved
        assert (saved.outcome, saved.account.name) == (Outcome.SAVED, "Acme 2")
        assert accounts.named(connection, "T", "acme") is None
    assert changes(engine)[0] == ("account_renamed", "Acme", "Acme → Acme 2")
    connected(engine, "acme")


def test_a_rename_to_another_s_name_is_refused(engine: Engine) -> None:
    """The transaction goes on, as nothing had been asked; one's own in another case is fine."""
    acme, other = connected(engine, "Acme"), connected(engine, "Other")
    crypto.give_keys(engine, [])
    with writing(engine) as connection:
        from_environment(connection, "T", Secret("eyJ.env"), None, NOW)
        refused = accounts.rename(connection, "T", other.account_id, " ACME", BY)
        assert refused == Saved(Outcome.NAME_TAKEN, acme)
        own = accounts.rename(connection, "T", acme.account_id, "ACME", BY)
        assert own
        assert own.account.name == "ACME"
        assert accounts.rename(connection, "T", "A0", "New", BY) is None
    found = get(engine, other.account_id)
    assert found
    assert found.name == "Other"


@pytest.mark.parametrize("name", ["acme support!", "Acme-Support", "(ácme) support"])
def test_a_rename_to_what_a_question_takes_for_another_s_name_is_refused(
    engine: Engine, name: str
) -> None:
    """Its figures would be asked for under the other's name; nor does a restored one take it."""
    acme, other = connected(engine, "Acme Support"), connected(engine, "Other")
    with writing(engine) as connection:
        refused = accounts.rename(connection, "T", other.account_id, name, BY)
        assert refused == Saved(Outcome.NAME_TAKEN, acme)
        disconnect(connection, "T", acme.account_id, BY)
        assert accounts.rename(connection, "T", other.account_id, name, BY)
        back = restore(connection, "T", acme.account_id, BY)
    assert back
    assert (back.outcome, back.account.name) == (Outcome.NAME_TAKEN, name)


def test_a_rename_to_a_key_is_refused(engine: Engine) -> None:
    """One of the workspace's, also as a word of it; without keys nothing can be told."""
    acme = connected(engine, "Acme")
    with writing(engine) as connection:
        connect(connection, "T", "Beta", Secret("zx81-Quokka"), BY)
        for name in ("zx81-Quokka", "our zx81-Quokka", '"zx81-Quokka"', "zx81-\tQuokka"):
            refused = accounts.rename(connection, "T", acme.account_id, name, BY)
            assert refused == Saved(Outcome.NAME_IS_KEY, acme), name
        for name in ("zx81", "Quokka", "!"):
            assert accounts.rename(connection, "T", acme.account_id, name, BY)
    crypto.give_keys(engine, [])
    with writing(engine) as connection:
        renamed = accounts.rename(connection, "T", acme.account_id, "our zx81-Quokka", BY)
    assert renamed
    assert renamed.outcome is Outcome.SAVED


def test_two_renames_to_one_name_at_once(engine: Engine) -> None:
    """One has it, the other is told; nobody sees an error of the database."""
    ids = [connected(engine, f"Acme {number}").account_id for number in range(6)]
    together = threading.Barrier(6)
    found: list[Outcome] = []

    def work(account_id: str) -> None:
        together.wait(30)
        with database.transaction(engine) as connection:
            saved = accounts.rename(connection, "T", account_id, "The One", BY)
            assert saved
            found.append(saved.outcome)

    threads = [threading.Thread(target=work, args=(account_id,)) for account_id in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted([Outcome.SAVED] + [Outcome.NAME_TAKEN] * 5)


def test_a_change_touches_what_it_names_and_is_told(engine: Engine) -> None:
    """What stays the same is no change."""
    account = connected(engine, "Acme")
    with writing(engine) as connection:
        after = accounts.change(
            connection, "T", account.account_id, BY,
            zone="Asia/Tokyo", week_start=6, masking=True, hidden=("Menu", "Help"),
        )  # fmt: skip
        assert after
        same = accounts.change(connection, "T", account.account_id, BY, zone="Asia/Tokyo")
        assert same == after
        assert accounts.change(connection, "T", "A0", BY, masking=False) is None
    assert (after.zone, after.week_start, after.hidden) == ("Asia/Tokyo", 6, ("Menu", "Help"))
    assert (after.name, after.visibility, after.masking) == ("Acme", Visibility.WORKSPACE, True)
    assert changes(engine)[0] == (
        "account_changed",
        "Acme",
        "zone: None → Asia/Tokyo; week_start: 0 → 6; hidden:  → Menu, Help",
    )
    assert len(changes(engine)) == 2


def test_another_key_makes_a_broken_account_well(engine: Engine) -> None:
    """It keeps its id, name and channels; the old key is gone."""
    account = connected(engine, "Acme")
    fresh = Secret("eyJ.fresh")
    with writing(engine) as connection:
        channels.change(connection, "T", "C", BY, account_id=account.account_id)
        health.failed(connection, "T", account.account_id, "KeyRefusedError", NOW)
        saved = replace_key(connection, "T", account.account_id, fresh, BY)
        assert saved
        assert saved.outcome is Outcome.SAVED
        assert saved.account == account
        assert accounts.key(connection, "T", account.account_id) == fresh
        assert channels.of_account(connection, "T", account.account_id) == ("C",)
        assert connect(connection, "T", "Old", key_of("Acme"), BY).outcome is Outcome.SAVED
    assert ("key_replaced", "Acme", "") in changes(engine)


def test_another_account_s_key_replaces_none(engine: Engine) -> None:
    """Nor does the same one again; who has it is told."""
    acme, other = connected(engine, "Acme"), connected(engine, "Other")
    with writing(engine) as connection:
        for key, holder in ((key_of("Other"), other), (key_of("Acme"), acme)):
            saved = replace_key(connection, "T", acme.account_id, key, BY)
            assert saved == Saved(Outcome.KEY_KNOWN, holder)
        assert replace_key(connection, "T", "A0", key_of("new"), BY) is None
        assert accounts.key(connection, "T", acme.account_id) == key_of("Acme")


def test_the_environment_s_account_needs_no_keys(engine: Engine) -> None:
    """It is called "default" and stores no key; its zone is the environment's where that is set."""
    crypto.give_keys(engine, [])
    with writing(engine) as connection:
        first = from_environment(connection, "T", Secret("eyJ.env"), None, NOW)
        assert (first.account_id, first.name, first.owner_user_id) == (DEFAULT_ID, "default", None)
        accounts.change(connection, "T", DEFAULT_ID, BY, zone="Asia/Tokyo", hidden=("Menu",))
        again = from_environment(connection, "T", Secret("eyJ.env"), None, NOW)
        assert (again.zone, again.hidden) == ("Asia/Tokyo", ("Menu",))
        set_there = from_environment(connection, "T", Secret("eyJ.env"), "Europe/Berlin", NOW)
        assert set_there.zone == "Europe/Berlin"
        assert accounts.key(connection, "T", DEFAULT_ID) is None
        assert replace_key(connection, "T", DEFAULT_ID, Secret("eyJ.new"), BY) is None
        stored = connection.execute(text("SELECT api_key, fingerprint FROM accounts")).all()
        assert [tuple(row) for row in stored] == [(None, None)]
    told = [(entry[0], entry[1]) for entry in changes(engine)]
    assert told == [("account_changed", "default"), ("account_connected", "default")]


def test_the_environment_s_key_is_known_again(engine: Engine) -> None:
    """Whoever connects it from Slack is told that it is there; and the other way round."""
    with writing(engine) as connection:
        default = from_environment(connection, "T", key_of("env"), None, NOW)
        again = connect(connection, "T", "Acme", key_of("env"), BY)
        assert again == Saved(Outcome.KEY_KNOWN, default)
        other = from_environment(connection, "T", key_of("env 2"), None, NOW)
        assert other == default
        assert connect(connection, "T", "Acme", key_of("env"), BY).outcome is Outcome.SAVED
        third = from_environment(connection, "T", key_of("env"), "Europe/Berlin", NOW)
        assert third.zone == "Europe/Berlin"


def test_a_name_that_was_given_away_is_left_to_its_account(engine: Engine) -> None:
    """The environment's account gets another, and keeps it."""
    connected(engine, "Default")
    with writing(engine) as connection:
        found = from_environment(connection, "T", Secret("eyJ.env"), None, NOW)
        assert found.name.startswith("default ")
        assert from_environment(connection, "T", Secret("eyJ.env"), None, NOW) == found


def test_health_is_since_when_and_what(engine: Engine) -> None:
    """The first failure dates it, the last one names it, a success ends it."""
    account_id = connected(engine, "Acme").account_id
    later = [NOW + timedelta(hours=hour) for hour in range(4)]
    with writing(engine) as connection:
        assert health.failed(connection, "T", account_id, "UpstreamDownError", later[1])
        assert health.failed(connection, "T", account_id, "KeyRefusedError", later[2])
        found = accounts.get(connection, "T", account_id)
        assert found
        assert (found.last_ok_at, found.last_error) == (NOW, "KeyRefusedError")
        assert found.failing_since == later[1]
        assert health.succeeded(connection, "T", account_id, later[3])
        found = accounts.get(connection, "T", account_id)
        assert found
        assert (found.last_ok_at, found.last_error, found.failing_since) == (later[3], None, None)
        assert not health.failed(connection, "T", "A0", "KeyRefusedError", NOW)


def test_a_key_that_works_is_noted_now_and_then(engine: Engine) -> None:
    """Not every question writes."""
    account_id = connected(engine, "Acme").account_id
    with writing(engine) as connection:
        assert not health.succeeded(connection, "T", account_id, NOW + timedelta(minutes=4))
        assert health.succeeded(connection, "T", account_id, NOW + timedelta(minutes=5))
        assert not health.succeeded(connection, "T", account_id, NOW + timedelta(minutes=6))


def test_a_name_is_cut_at_its_longest(engine: Engine) -> None:
    """A form that lets more through is not stored whole."""
    assert len(connected(engine, "x" * 500).name) == LONGEST
