"""The command line itself: help, usage, exit codes, and that every failure is a sentence."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bot.cli import manifest
from bot.cli.arguments import parser
from bot.cli.environment import environment
from bot.errors import BotError, SettingsError
from tests.cli.conftest import ROOT, Done

Typed = Callable[..., Done]


def test_no_arguments_give_the_help(typed: Typed) -> None:
    """All commands."""
    done = typed()
    assert done.code == 0
    for name in ("run", "serve", "ask", "dates", "check", "manifest", "demo", "db", "digest"):
        assert f"    {name}" in done.out


def test_help_is_fine(typed: Typed) -> None:
    """Of the whole and of each command."""
    assert typed("--help").code == 0
    assert "--now ISO" in typed("ask", "--help").out


def test_the_version_is_the_package_s(typed: Typed) -> None:
    """One line."""
    assert typed("--version").out == "flowxo-bot 0.1.0\n"


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("--nonsense",),
        ("ask",),
        ("db",),
        ("db", "drop"),
        ("manifest", "extra"),
        ("run", "--port", "1"),
        ("dates", "--tz"),
        ("digest",),
        ("digest", "post"),
        ("digest", "list", "7"),
        ("digest", "run", "7", "8"),
    ],
)
def test_wrong_usage_is_a_sentence_and_code_2(typed: Typed, words: tuple[str, ...]) -> None:
    """What is wrong, and how to see what there is."""
    done = typed(*words)
    assert done.code == 2
    assert done.out == ""
    assert "--help" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("words", [("ask",), ("digest", "list", "extra"), ("digest", "run")])
def test_wrong_usage_in_json_is_an_object(typed: Typed, words: tuple[str, ...]) -> None:
    """On standard output, so that a program that reads it need not look elsewhere."""
    done = typed(*words, "--json")
    assert done.code == 2
    assert set(json.loads(done.out)["error"]) == {"message", "hint"}
    assert done.err == ""


def test_run_with_nothing_set_says_how_to_begin(typed: Typed) -> None:
    """Three ways, not a list of faults."""
    done = typed("run")
    assert done.code == 2
    for word in ("three ways", "flowxo-bot demo", "SLACK_APP_TOKEN", "Several workspaces"):
        assert word in done.err
    assert "is not set" not in done.err


def test_run_with_half_of_it_lists_the_faults(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them, each on its line."""
    monkeypatch.setenv("FLOWXO_API_KEY", "eyJhunter2")
    monkeypatch.setenv("PORT", "hunter2")
    done = typed("run")
    assert done.code == 2
    assert "SLACK_BOT_TOKEN is not set" in done.err
    assert "SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is not set" in done.err
    assert "PORT must be" in done.err
    assert "hunter2" not in done.err


@pytest.mark.parametrize("command", ["run", "serve", "check", "ask"])
def test_bot_token_with_client_id_is_refused(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """By every command that reads settings."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "abc")
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    done = typed(command, *(("stats",) if command == "ask" else ()))
    assert done.code == 2
    assert "remove SLACK_CLIENT_ID" in done.err


@pytest.mark.parametrize("command", ["run", "serve"])
def test_sqlite_on_a_platform_that_wipes_it_is_refused(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """The platform is named."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "abc")
    monkeypatch.setenv("DYNO", "web.1")
    done = typed(command)
    assert done.code == 2
    assert "DYNO" in done.err


def test_dotenv_is_read_under_the_environment(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is set wins; a dollar sign is a dollar sign."""
    (elsewhere / ".env").write_text("﻿PORT=4000\nHOST=::1\nMETRICS_TOKEN=a${PORT}$b\n")
    monkeypatch.setenv("PORT", "5000")
    found = environment()
    assert found["PORT"] == "5000"
    assert found["HOST"] == "::1"
    assert found["METRICS_TOKEN"] == "a${PORT}$b"


@pytest.mark.parametrize("content", [b"SLACK_BOT_TOKEN=\xff\xfe", b"SLACK_BOT_TOKEN=xoxb-\0x\n"])
def test_a_dotenv_that_is_no_text_is_a_fault(elsewhere: Path, content: bytes) -> None:
    """Told like any fault of settings."""
    (elsewhere / ".env").write_bytes(content)
    with pytest.raises(SettingsError, match="UTF-8"):
        environment()


def test_db_makes_and_checks_the_database(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, elsewhere: Path
) -> None:
    """`check` changes nothing; `upgrade` makes it; then `check` is content."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{elsewhere}/x.db")
    done = typed("db", "check")
    assert (done.code, done.out) == (1, "")
    assert "x.db has no tables of the bot's yet" in done.err
    assert not (elsewhere / "x.db").exists()
    assert "up to date" in typed("db", "upgrade").out
    assert typed("db", "check").code == 0


def test_a_database_that_was_restored_says_what_is_left_out(typed: Typed) -> None:
    """What its backup had open is not posted; one that is not upgraded yet is refused."""
    assert typed("db", "restored").code == 2
    typed("db", "upgrade")
    done = typed("db", "restored")
    assert (done.code, done.err) == (0, "")
    assert "0 deliveries that were open, and 0 due times" in done.out


@pytest.mark.both_engines
def test_a_database_that_is_there_is_not_called_absent(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    """One that was made for the bot and holds nothing yet."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    done = typed("db", "check")
    assert (done.code, done.out) == (1, "")
    assert "has no tables of the bot's yet" in done.err
    assert "flowxo-bot db upgrade" in done.err
    assert typed("db", "upgrade").code == 0
    assert typed("db", "check").code == 0


def test_db_on_a_broken_place_is_a_sentence(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, elsewhere: Path
) -> None:
    """Code 1: the settings were read, the place fails."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{elsewhere}/no/x.db")
    done = typed("db", "upgrade")
    assert done.code == 1
    assert "is not there" in done.err


def test_the_manifest_is_the_repository_s(typed: Typed) -> None:
    """As it stands."""
    assert typed("manifest").out == (ROOT / "manifest.yml").read_text().rstrip() + "\n"


def test_the_manifest_for_socket_mode_has_no_addresses(typed: Typed) -> None:
    """Socket Mode on, no address left, everything else as it was."""
    plain, sockets = (yaml.safe_load(typed("manifest", *o).out) for o in ((), ("--socket",)))
    assert "http" not in yaml.safe_dump(sockets)
    assert sockets["settings"].pop("socket_mode_enabled") is True
    assert plain["settings"].pop("socket_mode_enabled") is False

    def without_addresses(thing: object) -> object:
        if isinstance(thing, dict):
            drop = ("url", "request_url", "message_menu_options_url")
            return {k: without_addresses(v) for k, v in thing.items() if k not in drop}
        return [without_addresses(one) for one in thing] if isinstance(thing, list) else thing

    assert sockets == without_addresses(plain)


def test_the_scopes_are_read_from_the_manifest() -> None:
    """As a YAML reader would, which is not installed with the bot."""
    whole = manifest.text()
    told = yaml.safe_load(whole)["oauth_config"]["scopes"]
    needed, optional = manifest.scopes(whole)
    assert optional == set(told.get("bot_optional", []))
    assert needed == set(told["bot"]) - optional
    assert needed


def test_the_manifest_lies_in_the_package_when_installed(tmp_path: Path) -> None:
    """A wheel carries it inside."""
    (tmp_path / "manifest.yml").write_text("inside: true\n")
    assert manifest.text(tmp_path) == "inside: true\n"


def broken(kind: type[BaseException]) -> Callable[..., int]:
    """A command that fails in a way that nobody thought of."""

    def fail(*_: object) -> int:
        raise kind("xoxb-inside-the-error")

    return fail


def test_what_nobody_thought_of_is_a_sentence_with_a_reference(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person gets the reference, the log the kind and the place; nobody a trace or a secret."""
    monkeypatch.setattr(manifest, "manifest", broken(RuntimeError))
    done = typed("manifest")
    assert done.code == 1
    assert done.out == ""
    assert "Traceback" not in done.err
    assert "xoxb" not in done.err
    line, sentence = done.err.splitlines()
    assert "RuntimeError" in line
    reference = sentence.split("reference ")[1].split(")")[0]
    assert reference in line


def test_debug_tells_the_trace(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    """To whoever asks for it, masked."""
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setattr(manifest, "manifest", broken(RuntimeError))
    done = typed("manifest")
    assert "Traceback" in done.err
    assert "xoxb" not in done.err


@pytest.mark.parametrize(("kind", "code"), [(KeyboardInterrupt, 1), (BotError, 1)])
def test_an_end_is_clean(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException], code: int
) -> None:
    """Ctrl-C says nothing; a known failure says its sentence."""
    monkeypatch.setattr(manifest, "manifest", broken(kind))
    done = typed("manifest")
    assert done.code == code
    assert "Traceback" not in done.err


@pytest.mark.parametrize("words", [["dates"], ["ask", "help"]])
def test_questions_start_fast(words: list[str]) -> None:
    """They import neither Bolt nor storage nor the scheduler."""
    heavy = {"slack_bolt", "slack_sdk", "sqlalchemy", "alembic", "apscheduler", "bot.storage"}
    code = (
        f"import sys; from bot.cli import main; main({words});sys.stderr.write(str([*sys.modules]))"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        input=b"",
        capture_output=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=True,
    )
    imported = set(ast.literal_eval(done.stderr.decode()))
    assert "bot.core.parse" in imported
    assert heavy & imported == set()


def test_python_m_bot_is_the_same_program(in_a_shell: Typed) -> None:
    """Operators type it so."""
    done = in_a_shell("--version")
    assert (done.code, done.out) == (0, "flowxo-bot 0.1.0\n")


def test_every_command_has_help() -> None:
    """So that the list explains itself."""
    (commands,) = [a for a in parser()._actions if a.dest == "command"]
    assert all(choice.help for choice in commands._choices_actions)  # type: ignore[attr-defined] # argparse's own
