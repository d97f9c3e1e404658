"""The table of settings: what is read, what is refused, and that the docs say the same."""

from __future__ import annotations

import copy
import pickle
import re
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import ASK, RUN, SERVE, Secret, load, misspelt, platform, rows, untouched

ROOT = Path(__file__).parent.parent
PASSWORD = "hunter2-and-more"


def faults(environ: dict[str, str], **needs: object) -> tuple[str, ...]:
    """What `load` says about `environ`."""
    with pytest.raises(SettingsError) as caught:
        load(environ, **needs)  # type: ignore[arg-type] # need and serving
    return caught.value.faults


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


@pytest.mark.parametrize("variable", [row.variable for row in rows()])
def test_no_fault_repeats_what_was_set(variable: str) -> None:
    """A secret in the wrong line is not printed for it."""
    if variable in ("FLOWXO_API_KEY", "METRICS_TOKEN", "SLACK_SIGNING_SECRET"):
        text = f"spaced {PASSWORD}"
    else:
        text = f"x://me:{PASSWORD}@h:{PASSWORD}/"
    try:
        load({variable: text, f"{variable}_FILE": ""})
    except SettingsError as error:
        told = repr((error, error.faults, error.hint, error.__cause__, error.__context__))
        assert PASSWORD not in told
    else:
        pytest.fail(f"{variable} took {text!r}")


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("SLACK_BOT_TOKEN", "xapp-1-2"),
        ("SLACK_BOT_TOKEN", "xoxp-1-2"),
        ("SLACK_BOT_TOKEN", "xoxb-1 2"),
        ("SLACK_BOT_TOKEN", '"xoxb-1"'),
        ("SLACK_BOT_TOKEN", "xoxb-1\x00"),
        ("SLACK_BOT_TOKEN", "xoxb-é"),
        ("SLACK_APP_TOKEN", "xoxb-1-2"),
        ("SLACK_SIGNING_SECRET", "xoxb-1-2"),
        ("FLOWXO_API_KEY", "xoxb-1-2"),
        ("FLOWXO_API_KEY", "Bearer eyJabc"),
        ("FLOWXO_API_KEY", "'eyJabc'"),
        ("FLOWXO_API_KEY", "eyJ\nX-Other: 1"),
        ("METRICS_TOKEN", "two words"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "3000.0"),
        ("PORT", "٣٠٠٠"),
        ("PORT", "9" * 5000),
        ("HOST", "256.1.1.1"),
        ("HOST", "a b"),
        ("FLOWXO_TIMEZONE", "../../etc/passwd"),
        ("FLOWXO_TIMEZONE", "Europe"),
        ("FLOWXO_TIMEZONE", "x" * 5000),
        ("FLOWXO_API_URL", "http://10.0.0.1/api"),
        ("FLOWXO_API_URL", "http://localhost.evil.example/api"),
        ("FLOWXO_API_URL", "http://127.0.0.1@evil.example/api"),
        ("FLOWXO_API_URL", "https://me:pw@flowxo.com/api"),
        ("FLOWXO_API_URL", "https://flowxo.com/api?x=1"),
        ("FLOWXO_API_URL", "https://[::1"),
        ("FLOWXO_API_URL", "https://h:port/"),
        ("FLOWXO_API_URL", "file:///etc/passwd"),
        ("SLACK_API_URL", "http://slack.com/api/"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "data/bot.db"),
        ("DATABASE_URL", "postgres://u:p@ss/word@host/db"),
        ("DATABASE_URL", "postgres://u:p#w@host/db"),
        ("DATABASE_URL", "postgres://host:port/db"),
        ("DATABASE_URL", "postgres:///db"),
        ("DATABASE_URL", "mysql://h/d"),
        ("LOG_LEVEL", "TRACE"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_bad_value_is_refused_by_its_name(variable: str, text: str) -> None:
    """Each setting knows what it cannot be."""
    (found,) = faults({variable: text})
    assert found.startswith(f"{variable} ")


@pytest.mark.parametrize(
    ("variable", "text", "value"),
    [
        ("SLACK_BOT_TOKEN", "xoxe.xoxb-1-ab", Secret("xoxe.xoxb-1-ab")),
        ("SLACK_APP_TOKEN", "xapp-1-A-2-b", Secret("xapp-1-A-2-b")),
        ("FLOWXO_TIMEZONE", "europe/berlin", "Europe/Berlin"),
        ("FLOWXO_TIMEZONE", "america/new york", "America/New_York"),
        ("FLOWXO_TIMEZONE", "UTC", "UTC"),
        ("FLOWXO_API_URL", "http://127.0.0.1:8080/api/", "http://127.0.0.1:8080/api"),
        ("FLOWXO_API_URL", "http://[::1]:8080/api", "http://[::1]:8080/api"),
        ("FLOWXO_API_URL", "http://localhost/api", "http://localhost/api"),
        ("SLACK_API_URL", "http://127.9.9.9:1/api", "http://127.9.9.9:1/api/"),
        ("HOST", "::1", "::1"),
        ("HOST", "[::]", "::"),
        ("HOST", "localhost", "localhost"),
        ("LOG_LEVEL", "debug", "DEBUG"),
        ("LOG_FORMAT", "JSON", "json"),
        ("PORT", "65535", 65535),
        ("DATABASE_URL", "sqlite:////srv/bot.db", Secret("sqlite:////srv/bot.db")),
        ("DATABASE_URL", "postgres://u:p@h/d", Secret("postgresql+psycopg://u:p@h/d")),
        ("DATABASE_URL", "postgresql://h/d", Secret("postgresql+psycopg://h/d")),
        ("DATABASE_URL", "postgresql+psycopg://h/d", Secret("postgresql+psycopg://h/d")),
        (
            "DATABASE_URL",
            "postgresql:///d?host=/run/pg",
            Secret("postgresql+psycopg:///d?host=/run/pg"),
        ),
    ],
)
def test_a_good_value_is_read(variable: str, text: str, value: object) -> None:
    """Each setting takes its usual spellings and gives one."""
    found = getattr(load({variable: text}), variable.lower())
    assert (found.key if variable == "FLOWXO_TIMEZONE" else found) == value


def test_a_near_zone_is_suggested() -> None:
    """A slip in a zone's name is answered with the name."""
    assert "Did you mean Europe/Berlin?" in faults({"FLOWXO_TIMEZONE": "Berln"})[0]
    assert "Did you mean" not in faults({"FLOWXO_TIMEZONE": "zzzzzz"})[0]


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
            "FLOWXO_APIKEY": "1",
            "SLACK_TOKEN": "2",
            "SLACK_BOT_TOKEN_FILE": "/x",
            "SLACK_CLIENT_SECRET": "3",
            "SLACK_WEBHOOK": "4",
            "HOME": "/root",
        }
    )
    assert told == (
        "FLOWXO_APIKEY is not a setting. Did you mean FLOWXO_API_KEY?",
        "SLACK_TOKEN is not a setting. Did you mean SLACK_BOT_TOKEN?",
    )


def test_untouched_means_that_someone_is_just_beginning() -> None:
    """A port and a log level are no beginning; a token is, also by its file."""
    assert untouched({"PORT": "80", "LOG_LEVEL": "DEBUG", "FLOWXO_API_KEY": " "})
    assert not untouched({"FLOWXO_API_KEY_FILE": "/x"})
    assert not untouched({"SLACK_CLIENT_ID": "1"})


def test_a_secret_shows_itself_only_on_request() -> None:
    """Printing, formatting, copying or storing a secret by accident gives nothing away."""
    secret = Secret(PASSWORD)
    assert PASSWORD not in f"{secret} {secret!r} {secret!s:>40} {[secret]}"
    assert secret.reveal() == PASSWORD
    assert secret == Secret(PASSWORD)
    assert hash(secret) == hash(Secret(PASSWORD))
    assert secret != Secret("other")
    assert secret != PASSWORD
    for store in (pickle.dumps, copy.copy):
        with pytest.raises(TypeError, match="not written"):
            store(secret)


def test_the_settings_object_shows_no_secret() -> None:
    """Nor does the whole table when somebody logs it."""
    environ = {
        "SLACK_BOT_TOKEN": f"xoxb-{PASSWORD}",
        "SLACK_SIGNING_SECRET": PASSWORD,
        "FLOWXO_API_KEY": PASSWORD,
        "METRICS_TOKEN": PASSWORD,
        "DATABASE_URL": f"postgres://u:{PASSWORD}@h/d",
    }
    settings = load(environ)
    assert PASSWORD not in f"{settings!r} {settings} {settings.model_dump()}"


def test_the_example_file_names_every_setting_and_no_other() -> None:
    """`.env.example` is the table, each line commented out, with its default."""
    text = (ROOT / ".env.example").read_text()
    found = re.findall(r"^#?([A-Z_]+)=(.*)$", text, re.MULTILINE)
    assert [name for name, _ in found] == [row.variable for row in rows()]
    for (name, value), row in zip(found, rows(), strict=True):
        plain = row.default if " " not in row.default else ""
        assert value == ("" if row.secret and name != "DATABASE_URL" else plain)
        assert row.help in text


def test_the_page_of_settings_says_what_the_table_says() -> None:
    """docs/settings.md has each variable in the table's order, with default and help."""
    text = (ROOT / "docs" / "settings.md").read_text()
    found = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \| (.*?) \|$", text, re.MULTILINE)
    assert [name for name, _, _ in found] == [row.variable for row in rows()]
    for (_, default, help_text), row in zip(found, rows(), strict=True):
        assert default.replace("`", "") == (row.default or "–")
        assert help_text.startswith(row.help)
        assert not row.find or row.find in help_text
