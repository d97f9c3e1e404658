"""Reading the environment: all faults at once, files, platforms, contradictions."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import ASK, RUN, SERVE, Secret, load, misspelt, platform, untouched
from tests.settings.faults import faults


def test_nothing_set_gives_the_defaults() -> None:
    """Everything has a default but tokens, and those are asked for only where they are needed."""
    settings = load({})
    assert settings.slack_bot_token is None
    assert settings.flowxo_api_key is None
    assert settings.flowxo_timezone is None
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.flowxo_api_url == "https://flowxo.com/api"
    assert settings.database_url.reveal() == "sqlite:///data/flowxo-bot.db"
    assert (settings.host, settings.port) == ("127.0.0.1", 3000)
    assert (settings.log_level, settings.log_format) == ("INFO", None)


def test_the_process_environment_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is handed over counts."""
    monkeypatch.setenv("PORT", "4000")
    assert load({}).port == 3000


def test_settings_are_frozen() -> None:
    """Nothing changes a setting after the start."""
    with pytest.raises(ValueError, match="frozen"):
        load({}).port = 1


def test_empty_and_blank_texts_count_as_unset() -> None:
    """A line NAME= in a file of settings sets nothing."""
    settings = load({"PORT": "", "FLOWXO_API_KEY": "  ", "HOST": "\t", "LOG_LEVEL": ""})
    assert settings == load({})


def test_whitespace_around_a_value_is_dropped() -> None:
    """A pasted line end is not part of a token."""
    settings = load({"SLACK_BOT_TOKEN": " xoxb-1-2\n", "PORT": " 8080 "})
    assert settings.slack_bot_token == Secret("xoxb-1-2")
    assert settings.port == 8080


def test_all_faults_are_told_at_once() -> None:
    """Whoever sets the bot up mends everything in one round."""
    found = faults(
        {
            "SLACK_BOT_TOKEN": "hello",
            "SLACK_CLIENT_ID": "1.2",
            "PORT": "http",
            "HOST": "http://here",
            "FLOWXO_TIMEZONE": "Europe/Berln",
            "FLOWXO_API_URL": "http://flowxo.com/api",
            "SLACK_API_URL": "slack",
            "LOG_LEVEL": "loud",
            "LOG_FORMAT": "xml",
            "DATABASE_URL": "mysql://u:p@h/d",
            "FLOWXO_API_KEY_FILE": "/nowhere/at/all",
        },
        need=RUN,
        serving=True,
    )
    assert sorted(fault.split()[0] for fault in found) == [
        "DATABASE_URL",
        "FLOWXO_API_KEY_FILE",
        "FLOWXO_API_URL",
        "FLOWXO_TIMEZONE",
        "HOST",
        "LOG_FORMAT",
        "LOG_LEVEL",
        "PORT",
        "SLACK_API_URL",
        "SLACK_APP_TOKEN",
        "SLACK_BOT_TOKEN",
        "SLACK_BOT_TOKEN",
    ]
    assert all(fault[-1] in ".?" for fault in found)


def test_any_setting_may_be_read_from_a_file(tmp_path: Path) -> None:
    """NAME_FILE names a file that holds the value, as container platforms mount them."""
    file = tmp_path / "key"
    file.write_text("﻿eyJkey\r\n")
    assert load({"FLOWXO_API_KEY_FILE": str(file)}).flowxo_api_key == Secret("eyJkey")


def test_a_value_and_its_file_contradict(tmp_path: Path) -> None:
    """Both set: nobody can know which was meant, and neither is shown."""
    file = tmp_path / "key"
    file.write_text("one")
    found = faults({"FLOWXO_API_KEY": "two", "FLOWXO_API_KEY_FILE": str(file)}, need=ASK)
    assert found == ("FLOWXO_API_KEY and FLOWXO_API_KEY_FILE are both set. Remove one of them.",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "No such file"),
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xff\xfe\x00", "not text"),
        (b"x" * 70_000, "too long"),
    ],
)
def test_a_file_that_gives_nothing_is_a_fault(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    """Missing, empty, binary or huge: told once, and not also as a missing setting."""
    file = tmp_path / "key"
    if content is not None:
        file.write_bytes(content)
    (found,) = faults({"FLOWXO_API_KEY_FILE": str(file)}, need=ASK)
    assert reason in found
    assert str(tmp_path) not in found


def test_a_file_s_name_with_a_zero_byte_is_a_fault() -> None:
    """What the system itself refuses to look for is a fault like any other."""
    (found,) = faults({"FLOWXO_API_KEY_FILE": "a\x00b"})
    assert "cannot be read" in found


@pytest.mark.parametrize(
    ("need", "environ", "names"),
    [
        (RUN, {}, ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]),
        (RUN, {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}, []),
        (RUN, {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "a1"}, []),
        (SERVE, {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}, ["SLACK_SIGNING"]),
        (ASK, {}, ["FLOWXO_API_KEY"]),
        (ASK, {"FLOWXO_API_KEY": "k"}, []),
    ],
)
def test_each_command_asks_for_what_it_needs(
    need: frozenset[str], environ: dict[str, str], names: list[str]
) -> None:
    """A token is required by the commands that use it, and the fault says where to find it."""
    if not names:
        load(environ, need=need)
        return
    found = faults(environ, need=need)
    assert len(found) == len(names)
    for fault, name in zip(found, names, strict=True):
        assert fault.startswith(name)
        assert "Find it here" in fault


def test_bot_token_and_client_id_contradict() -> None:
    """One workspace or several; both at once is refused and says what to remove."""
    (found,) = faults({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_CLIENT_ID": "1.2"})
    assert "remove SLACK_CLIENT_ID" in found
    assert load({"SLACK_CLIENT_ID": "1.2"}).slack_bot_token is None


@pytest.mark.parametrize(
    "marker", ["DYNO", "RENDER", "FLY_APP_NAME", "K_SERVICE", "RAILWAY_ENVIRONMENT"]
)
def test_a_platform_that_wipes_its_disk_gets_no_sqlite(marker: str) -> None:
    """There `run` and `serve` name the platform; commands that end soon do not care."""
    environ = {marker: "web.1"}
    assert platform(environ) == marker
    (found,) = faults(environ, serving=True)
    assert found.startswith("DATABASE_URL")
    assert marker in found
    assert load(environ).host == "0.0.0.0"  # noqa: S104 - a platform's router reaches us
    assert load({**environ, "HOST": "127.0.0.1"}).host == "127.0.0.1"
    assert load({**environ, "DATABASE_URL": "postgres://h/d"}, serving=True).port == 3000


def test_misspelt_names_are_told_by_the_nearest() -> None:
    """A variable that looks like ours and is none is worth a word; others are not our business."""
    told = misspelt(
        {
            "ENCRYPTION_KEY": "0",
            "FLOWXO_APIKEY": "1",
            "SLACK_TOKEN": "2",
            "SLACK_BOT_TOKEN_FILE": "/x",
            "SLACK_CLIENT_SECRET": "3",
            "SLACK_WEBHOOK": "4",
            "HOME": "/root",
        }
    )
    assert told == (
        "ENCRYPTION_KEY is not a setting. Did you mean ENCRYPTION_KEYS?",
        "FLOWXO_APIKEY is not a setting. Did you mean FLOWXO_API_KEY?",
        "SLACK_TOKEN is not a setting. Did you mean SLACK_BOT_TOKEN?",
    )


def test_untouched_means_that_someone_is_just_beginning() -> None:
    """A port and a log level are no beginning; a token is, also by its file."""
    assert untouched({"PORT": "80", "LOG_LEVEL": "DEBUG", "FLOWXO_API_KEY": " "})
    assert not untouched({"FLOWXO_API_KEY_FILE": "/x"})
    assert not untouched({"SLACK_CLIENT_ID": "1"})
    assert not untouched({"FLOWXO_API_KEYS": "k"})


def test_a_slip_in_a_name_is_told_beside_what_is_missing() -> None:
    """It is most likely why it is missing."""
    told = faults({"SLACK_BOT_TOKN": "xoxb-1", "SLACK_SIGNING_SECRET": "a"}, need=RUN)
    assert told[0].startswith("SLACK_BOT_TOKEN is not set.")
    assert told[-1] == "SLACK_BOT_TOKN is not a setting. Did you mean SLACK_BOT_TOKEN?"


def test_a_client_id_without_a_token_is_told_at_once() -> None:
    """Not only once the token is there and contradicts it."""
    told = faults({"SLACK_CLIENT_ID": "1.2", "SLACK_SIGNING_SECRET": "a"}, need=RUN)
    assert told[0].startswith("SLACK_CLIENT_ID is for several workspaces")
    assert load({"SLACK_CLIENT_ID": "1.2"}).port == 3000
