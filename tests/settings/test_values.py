"""What each setting can be, and that no fault repeats what was set."""

from __future__ import annotations

import copy
import pickle

import pytest

from bot.errors import SettingsError
from bot.settings import Secret, load, rows
from tests.settings.faults import faults

PASSWORD = "hunter2-and-more"
FIRST = "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE="
SECOND = "YmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmI="


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
        ("ENCRYPTION_KEYS", "hunter2"),
        ("ENCRYPTION_KEYS", FIRST[:-1]),
        ("ENCRYPTION_KEYS", FIRST[:-2] + "B="),
        ("ENCRYPTION_KEYS", "+" + FIRST[1:]),
        ("ENCRYPTION_KEYS", f"'{FIRST}'"),
        ("ENCRYPTION_KEYS", f"{FIRST} {SECOND}"),
        ("ENCRYPTION_KEYS", f"{FIRST},,{SECOND}"),
        ("ENCRYPTION_KEYS", f"{FIRST},{FIRST}"),
        ("ENCRYPTION_KEYS", ","),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "3000.0"),
        ("PORT", "٣٠٠٠"),
        ("PORT", "9" * 5000),
        ("PORT", "0000099999"),
        ("HOST", "256.1.1.1"),
        ("HOST", "a b"),
        ("FLOWXO_TIMEZONE", "../../etc/passwd"),
        ("FLOWXO_TIMEZONE", "Europe"),
        ("FLOWXO_TIMEZONE", "right/Europe/Berlin"),
        ("FLOWXO_TIMEZONE", "localtime"),
        ("FLOWXO_TIMEZONE", "Factory"),
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
        ("PUBLIC_URL", "bot.example.com"),
        ("PUBLIC_URL", "http://bot.example.com"),
        ("PUBLIC_URL", "https://bot.example.com/?a=b"),
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
        ("ENCRYPTION_KEYS", FIRST, (Secret(FIRST),)),
        ("ENCRYPTION_KEYS", f" {FIRST} ,\n{SECOND},", (Secret(FIRST), Secret(SECOND))),
        ("FLOWXO_TIMEZONE", "europe/berlin", "Europe/Berlin"),
        ("FLOWXO_TIMEZONE", "america/new york", "America/New_York"),
        ("FLOWXO_TIMEZONE", "UTC", "UTC"),
        ("FLOWXO_API_URL", "http://127.0.0.1:8080/api/", "http://127.0.0.1:8080/api"),
        ("FLOWXO_API_URL", "http://[::1]:8080/api", "http://[::1]:8080/api"),
        ("FLOWXO_API_URL", "http://localhost/api", "http://localhost/api"),
        ("SLACK_API_URL", "http://127.9.9.9:1/api", "http://127.9.9.9:1/api/"),
        ("PUBLIC_URL", "https://bot.example.com/", "https://bot.example.com"),
        ("PUBLIC_URL", "http://127.0.0.1:3000", "http://127.0.0.1:3000"),
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
        "ENCRYPTION_KEYS": f"{FIRST},{SECOND}",
        "DATABASE_URL": f"postgres://u:{PASSWORD}@h/d",
    }
    settings = load(environ)
    shown = f"{settings!r} {settings} {settings.model_dump()}"
    assert not [secret for secret in (PASSWORD, FIRST, SECOND) if secret in shown]


def test_every_secret_is_known_to_whoever_masks_them() -> None:
    """Each of several keys too, and the database's address."""
    settings = load(
        {
            "SLACK_BOT_TOKEN": "xoxb-1",
            "FLOWXO_API_KEY": PASSWORD,
            "ENCRYPTION_KEYS": f"{FIRST},{SECOND}",
            "PORT": "80",
        }
    )
    found = [secret.reveal() for secret in settings.secrets()]
    assert found == ["xoxb-1", PASSWORD, "sqlite:///data/flowxo-bot.db", FIRST, SECOND]


def test_a_wrong_encryption_key_is_told_by_its_place() -> None:
    """With how to make one."""
    (found,) = faults({"ENCRYPTION_KEYS": f"{FIRST},{SECOND[:-1]}"})
    assert "number 2 of the 2 is none" in found
    assert "flowxo-bot keys new" in found
