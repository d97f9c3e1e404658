"""The table of settings: name, variable, type, default, secret or not, and help; reads nothing.

`.env.example` and docs/settings.md are compared with it by a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.settings import values
from bot.settings.secret import Secret

DEFAULT_DATABASE = "sqlite:///data/flowxo-bot.db"


def _setting(default: object, help_text: str, *, find: str = "", shown: str = "") -> Any:
    return Field(
        default=default,
        description=help_text,
        json_schema_extra={"find": find, "shown": shown},
    )


class Settings(BaseModel):
    """Every setting that works today, read once at start; build it with `load`.

    `flowxo_timezone` is None where it is not set (then the asker's zone, else UTC, applies).
    `log_format` is None where the terminal decides. `database_url` may hold a password.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        hide_input_in_errors=True,
        validate_default=False,
    )

    slack_bot_token: Annotated[Secret | None, BeforeValidator(values.bot_token)] = _setting(
        None,
        "The bot's token in your workspace; it begins with xoxb-.",
        find="Your Slack app's page, OAuth & Permissions, Bot User OAuth Token.",
    )
    slack_signing_secret: Annotated[Secret | None, BeforeValidator(values.signing_secret)] = (
        _setting(
            None,
            "Proves that a request comes from Slack; needed where Slack reaches the bot over HTTP.",
            find="Your Slack app's page, Basic Information, App Credentials.",
        )
    )
    slack_app_token: Annotated[Secret | None, BeforeValidator(values.app_token)] = _setting(
        None,
        "Turns Socket Mode on, which needs no address of your own; it begins with xapp-.",
        find="Your Slack app's page, Basic Information, App-Level Tokens, connections:write.",
    )
    slack_api_url: Annotated[str, BeforeValidator(values.slack_url)] = _setting(
        "https://slack.com/api/", "Slack's Web API; change it only for tests."
    )
    public_url: Annotated[str | None, BeforeValidator(values.public_url)] = _setting(
        None,
        "The https address that leads to PORT; accounts' keys are then typed on a page there, "
        "else in Slack.",
        find="The address of your proxy or platform, such as https://bot.example.com.",
    )
    flowxo_api_key: Annotated[Secret | None, BeforeValidator(values.api_key)] = _setting(
        None,
        "The Flow XO account's API key, which its owner can see.",
        find="Flow XO, Settings, API & Webhooks (only the account's owner sees it).",
    )
    flowxo_timezone: Annotated[ZoneInfo | None, BeforeValidator(values.zone)] = _setting(
        None, "The account's time zone, such as Europe/Berlin; without it, the asker's own."
    )
    flowxo_api_url: Annotated[str, BeforeValidator(values.flowxo_url)] = _setting(
        "https://flowxo.com/api", "Flow XO's API; change it only for tests."
    )
    database_url: Annotated[Secret, BeforeValidator(values.database_url)] = _setting(
        Secret(DEFAULT_DATABASE),
        "Where all that must last is kept: sqlite:///path or postgresql://…",
        shown=DEFAULT_DATABASE,
    )
    encryption_keys: Annotated[tuple[Secret, ...], BeforeValidator(values.encryption_keys)] = (
        _setting(
            (),
            "Encrypts the keys of accounts that are connected from Slack; several with commas: "
            "the first encrypts, all decrypt.",
            find="Type flowxo-bot keys new, and keep a copy apart from the database.",
        )
    )
    port: Annotated[int, BeforeValidator(values.port)] = _setting(
        3000, "The port for Slack's requests, health and metrics."
    )
    host: Annotated[str, BeforeValidator(values.host)] = _setting(
        "127.0.0.1",
        "The address to listen on.",
        shown="127.0.0.1; 0.0.0.0 on a platform that is recognised",
    )
    metrics_token: Annotated[Secret | None, BeforeValidator(values.plain_secret)] = _setting(
        None,
        "The bearer token that /metrics asks for; without it, /metrics is for this machine alone.",
    )
    metrics_port: Annotated[int | None, BeforeValidator(values.port)] = _setting(
        None, "The port for health and metrics of flowxo-bot scheduler; without it, it has none."
    )
    digest_tick_s: Annotated[int, BeforeValidator(values.tick_s)] = _setting(
        30, "How many seconds may pass until it is looked again for digests that are due."
    )
    digest_workers: Annotated[int, BeforeValidator(values.workers)] = _setting(
        8, "How many digests a process works on at a time."
    )
    digest_spread_s: Annotated[int, BeforeValidator(values.spread_s)] = _setting(
        120,
        "Over how many seconds digests are spread where over 60 are due in one minute; 0: none.",
    )
    log_level: Annotated[str, BeforeValidator(values.log_level)] = _setting(
        "INFO", "DEBUG, INFO, WARNING or ERROR."
    )
    log_format: Annotated[str | None, BeforeValidator(values.log_format)] = _setting(
        None, "console or json.", shown="console on a terminal, else json"
    )

    def secrets(self) -> Iterator[Secret]:
        """Every secret that is set, for whoever masks them."""
        for _, value in self:
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Secret):
                    yield one


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table as people read it; `default` is "" where there is none."""

    variable: str
    name: str
    default: str
    secret: bool
    help: str
    find: str


def rows() -> Iterator[Row]:
    """The table, in its order."""
    for name, field in Settings.model_fields.items():
        extra = field.json_schema_extra
        texts = extra if isinstance(extra, dict) else {}
        default = "" if field.default in (None, ()) else str(field.default)
        yield Row(
            variable=name.upper(),
            name=name,
            default=str(texts.get("shown")) or default,
            secret="Secret" in str(field.annotation),
            help=field.description or "",
            find=str(texts.get("find")),
        )
