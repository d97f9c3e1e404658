"""`flowxo-bot check`: each part by name, what is wrong with it, and 1 when anything is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.demo.loopback import Answered, Asked, Loopback
from bot.demo.slack_faults import error, status
from bot.demo.slack_server import FakeSlack
from bot.storage import database
from tests.cli.conftest import Done
from tests.storage.connected import KEYS, connected, key_of, with_keys

Typed = Callable[..., Done]
KEY = "eyJkey.for.check"
FIGURES = {
    "active_users": 23,
    "total_users": 55,
    "new_users": 1,
    "triggers": 4,
    "received_messages": 1234,
    "sent_messages": 5,
}


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A Slack that answers, with a socket's address to give."""
    with FakeSlack() as fake:
        fake.state.socket_url = "ws://127.0.0.1:9/link"
        yield fake


@pytest.fixture
def flowxo() -> Iterator[list[dict[str, int]]]:
    """What a Flow XO of one figure answers; empty it for no data."""
    stats = [dict(FIGURES)]

    def answer(asked: Asked) -> Answered:
        if (
            asked.headers.get("Authorization", asked.headers.get("authorization"))
            != f"Bearer {KEY}"
        ):
            return Answered(401, b"{}")
        return Answered(body=json.dumps({"stats": stats, "metrics": []}).encode())

    with Loopback(answer) as server:
        stats_url.append(server.url)
        yield stats
        stats_url.clear()


stats_url: list[str] = []


@pytest.fixture
def setting(
    slack: FakeSlack,
    flowxo: list[dict[str, int]],
    elsewhere: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[str, str], None]:
    """Everything set and right; change one with it ("" takes it away)."""
    assert flowxo
    for name, value in {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "FLOWXO_API_KEY": KEY,
        "FLOWXO_API_URL": f"{stats_url[0]}/api",
        "DATABASE_URL": f"sqlite:///{elsewhere}/x.db",
    }.items():
        monkeypatch.setenv(name, value)
    return monkeypatch.setenv


def line(done: Done, part: str) -> str:
    """What was said about a part."""
    (found,) = [line for line in done.out.splitlines() if line.startswith(f"{part} ")]
    return found


@pytest.mark.usefixtures("setting")
def test_all_is_well(typed: Typed, elsewhere: Path) -> None:
    """Every part ok, code 0, nothing changed and no secret shown."""
    done = typed("check")
    assert done.code == 0, done.out
    assert all(" ok " in said for said in done.out.splitlines())
    parts = ("Settings", "Database", "Slack", "Scopes", "Socket", "Flow XO")
    assert [said[:9].strip() for said in done.out.splitlines()] == list(parts)
    assert "1,234" in line(done, "Flow XO")
    assert list(elsewhere.iterdir()) == []
    assert KEY not in done.out
    assert "xoxb" not in done.out


def test_a_misspelt_setting_is_told(typed: Typed, setting: Callable[[str, str], None]) -> None:
    """By the nearest name."""
    setting("FLOWXO_TIMZONE", "Europe/Berlin")
    assert "Did you mean FLOWXO_TIMEZONE?" in typed("check").err


@pytest.mark.parametrize(
    ("name", "value", "part", "word"),
    [
        ("FLOWXO_API_KEY", "", "Flow XO", "FLOWXO_API_KEY is not set"),
        ("FLOWXO_API_KEY", "wrong", "Flow XO", "key"),
        ("FLOWXO_API_URL", "http://127.0.0.1:9/api", "Flow XO", "Flow XO"),
        ("SLACK_BOT_TOKEN", "", "Slack", "SLACK_BOT_TOKEN is not set"),
        ("SLACK_BOT_TOKEN", "xoxb-wrong", "Slack", "invalid_auth"),
        ("SLACK_API_URL", "http://127.0.0.1:9/api/", "Slack", "cannot be reached"),
        ("SLACK_APP_TOKEN", "xapp-wrong", "Socket", "invalid_auth"),
        ("DATABASE_URL", "sqlite:////nowhere/at/all.db", "Database", "not there"),
        ("DATABASE_URL", "postgres://u:hunter2@127.0.0.1:9/d", "Database", "cannot be reached"),
    ],
)
@pytest.mark.usefixtures("tried_quickly")
def test_what_is_wrong_is_said_by_its_part(
    typed: Typed, setting: Callable[[str, str], None], name: str, value: str, part: str, word: str
) -> None:
    """The other parts are tried all the same; code 1."""
    setting(name, value)
    done = typed("check")
    assert done.code == 1
    assert " failing " in line(done, part)
    assert word in line(done, part)
    assert "hunter2" not in done.out
    assert line(done, "Settings")


def test_http_needs_the_signing_secret(typed: Typed, setting: Callable[[str, str], None]) -> None:
    """Without either way for Slack to reach the bot nothing comes in."""
    setting("SLACK_APP_TOKEN", "")
    done = typed("check")
    assert done.code == 1
    assert "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set" in line(done, "Socket")
    setting("SLACK_SIGNING_SECRET", "abc")
    done = typed("check")
    assert done.code == 0
    assert "port 3000" in line(done, "Socket")


@pytest.mark.usefixtures("setting")
def test_scopes_are_held_against_the_manifest(typed: Typed, slack: FakeSlack) -> None:
    """A missing one fails by name, an optional one is mentioned, an unknown answer is no fault."""
    everything = set(slack.state.scopes)
    slack.state.scopes = tuple(everything - {"files:write"})
    done = typed("check")
    assert done.code == 0
    assert "files:write" in line(done, "Scopes")
    slack.state.scopes = tuple(everything - {"users:read", "im:history"})
    done = typed("check")
    assert done.code == 1
    assert "im:history, users:read" in line(done, "Scopes")
    slack.state.scopes = ()
    assert "did not say" in line(typed("check"), "Scopes")


@pytest.mark.usefixtures("setting")
def test_a_slack_that_is_not_well_is_not_a_wrong_token(typed: Typed, slack: FakeSlack) -> None:
    """503 and a fatal error pass; the token is not to be changed for them."""
    for fault in (status(503), error("fatal_error")):
        slack.faults.add("auth.test", fault)
        slack.faults.add("apps.connections.open", fault)
        done = typed("check")
        assert done.code == 1
        assert "cannot be reached" in line(done, "Slack")
        assert "cannot be reached" in line(done, "Socket")


@pytest.mark.usefixtures("setting")
def test_no_data_is_no_failure(typed: Typed, flowxo: list[dict[str, int]]) -> None:
    """The key works; yesterday was quiet."""
    flowxo.clear()
    done = typed("check")
    assert done.code == 0
    assert "nothing for yesterday" in line(done, "Flow XO")


@pytest.mark.usefixtures("setting")
def test_a_database_in_use_is_up_to_date(typed: Typed, elsewhere: Path) -> None:
    """Once the bot has run."""
    engine = database.open_engine(f"sqlite:///{elsewhere}/x.db")
    database.upgrade(engine)
    engine.dispose()
    assert "up to date" in line(typed("check"), "Database")


def test_keys_that_do_not_fit_are_told(
    typed: Typed, setting: Callable[[str, str], None], elsewhere: Path
) -> None:
    """Before anybody restarts the bot with them; with the right ones all is well."""
    engine = database.open_engine(f"sqlite:///{elsewhere}/x.db")
    database.upgrade(engine)
    connected(with_keys(engine), "Acme")
    engine.dispose()
    assert "ENCRYPTION_KEYS is not set" in line(typed("check"), "Database")
    setting("ENCRYPTION_KEYS", KEYS[1].reveal())
    assert "No key in ENCRYPTION_KEYS" in line(typed("check"), "Database")
    setting("ENCRYPTION_KEYS", KEYS[0].reveal())
    assert "up to date" in line(typed("check"), "Database")


def test_a_key_that_was_connected_too_is_told(
    typed: Typed, setting: Callable[[str, str], None], elsewhere: Path
) -> None:
    """By the account's name and its workspace; nothing is wrong with it."""
    engine = database.open_engine(f"sqlite:///{elsewhere}/x.db")
    database.upgrade(engine)
    connected(with_keys(engine), "Acme")
    engine.dispose()
    setting("ENCRYPTION_KEYS", KEYS[0].reveal())
    assert not [line for line in typed("check").out.splitlines() if line.startswith("Account ")]
    setting("FLOWXO_API_KEY", key_of("Acme").reveal())
    said = line(typed("check"), "Account")
    assert "FLOWXO_API_KEY is also the key of Acme in the workspace T" in said
    setting("ENCRYPTION_KEYS", KEYS[1].reveal())
    assert not [line for line in typed("check").out.splitlines() if line.startswith("Account ")]


def test_status_asks_flow_xo(typed: Typed, setting: Callable[[str, str], None]) -> None:
    """`ask status` is the same question, in words and as an object."""
    assert "The key works" in typed("ask", "status").out
    found = json.loads(typed("ask", "--json", "status").out)
    assert "The key works" in found["notes"][0]
    assert found["figures"] == []
    setting("FLOWXO_API_KEY", "")
    assert "not set" in typed("ask", "status").out
