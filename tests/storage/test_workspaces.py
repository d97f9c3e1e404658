"""All that is stored of a workspace: told whole, and erased whole."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import Engine

from bot.settings import Secret
from bot.storage import connecting, crypto, database, seen, workspaces
from bot.storage.tables import METADATA
from tests.storage.connected import NOW, key_of, with_keys, writing
from tests.storage.filled import Ids, fill

pytestmark = pytest.mark.both_engines

# What belongs to no workspace, and why it may stay where one is erased.
NOBODYS = {
    "seen_requests": "ids of requests, for 15 minutes; those that name a workspace are its own",
    "vault": "the bot's own secret",
}
MINE, THEIRS = "T-MINE", "T-THEIRS"


@pytest.fixture
def ids(engine: Engine) -> Ids:
    """Two workspaces with data; what is in the other one."""
    with_keys(engine)
    fill(engine, MINE)
    return fill(engine, THEIRS)


def test_no_table_is_forgotten() -> None:
    """Each says whose its rows are, or stands among those that are nobody's."""
    told = {table.name for table in workspaces.tables()}
    assert told | set(NOBODYS) == set(METADATA.tables)
    assert not told & set(NOBODYS)


def test_an_export_tells_all_and_no_secret(engine: Engine, ids: Ids) -> None:
    """As JSON can tell it; that a key is stored is told, the key is not, and needs none itself."""
    crypto.give_keys(engine, [])
    with database.reading(engine) as connection:
        found = workspaces.export(connection, THEIRS)
    assert all(found.values())
    text = json.dumps(found)
    assert MINE not in text
    assert [row["api_key"] for row in found["accounts"]] == ["[secret]"] * 2
    assert found["accounts"][0]["connected_at"] == NOW.isoformat()
    assert found["workspaces"] == [
        {
            "team_id": THEIRS, "connecting": "named", "connectors": [ids.planted], "numbered": 2,
            "digests_numbered": 2,
        }
    ]  # fmt: skip
    for secret in (key_of(ids.name).reveal(), ids.token.reveal(), "gAAAA"):
        assert secret not in text


def test_a_workspace_of_which_messages_were_seen_is_known_by_these(engine: Engine) -> None:
    """They are told and erased, and nobody else's: neither of a longer id nor of none."""
    with writing(engine) as connection:
        for key in ("message:T1:C1:1.0", "message:T1:C1:2.0", "message:T12:C1:1.0", "trigger:T1"):
            assert seen.first_time(connection, key, NOW, owner="P1")
        assert workspaces.teams(connection) == ("T1", "T12")
        found = workspaces.export(connection, "T1")
        told = found.pop("seen_requests")
        assert [row["key"] for row in told] == ["message:T1:C1:1.0", "message:T1:C1:2.0"]
        assert told[0]["seen_at"] == NOW.isoformat()
        assert not any(found.values())
        assert workspaces.erase(connection, "T1")["seen_requests"] == 2
        assert workspaces.teams(connection) == ("T12",)


def test_an_account_without_a_key_of_its_own_tells_none(engine: Engine) -> None:
    """As that of the environment."""
    with writing(engine) as connection:
        connecting.from_environment(connection, MINE, Secret("eyJ.env"), None, NOW)
        found = workspaces.export(connection, MINE)
    assert [row["api_key"] for row in found["accounts"]] == [None]


@pytest.mark.usefixtures("ids")
def test_an_erasure_leaves_nothing_and_touches_nobody_else(engine: Engine) -> None:
    """Without any key; each table's rows are counted."""
    crypto.give_keys(engine, [])
    with writing(engine) as connection:
        before = workspaces.export(connection, MINE)
        rows = {name: len(found) for name, found in workspaces.export(connection, THEIRS).items()}
        assert seen.first_time(connection, f"message:{THEIRS}2:C1:1.0", NOW)
        assert workspaces.erase(connection, THEIRS) == rows
        assert not seen.first_time(connection, f"message:{THEIRS}2:C1:1.0", NOW)
        assert not any(workspaces.export(connection, THEIRS).values())
        assert workspaces.export(connection, MINE) == before
        assert not any(workspaces.erase(connection, THEIRS).values())
