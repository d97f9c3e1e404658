"""Docs say what is true: they are held to the tables, the Makefile and the version."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.digest_command import Action, DigestCommand
from bot.core.metrics import METRICS, MetricRow
from bot.core.parse import AccountName, Context, parse
from bot.core.phrases.saying_digests import say_schedule
from bot.core.query import SUBCOMMANDS
from bot.core.sections import SECTIONS
from bot.core.subcommands import SubcommandRow
from bot.flowxo import cache
from bot.storage import (
    audit,
    checks,
    connects,
    deliveries,
    disconnecting,
    seen,
    subscribing,
    threads,
)
from bot.storage.tables import METADATA
from tests import rights_page
from tests.phrases_page import PAGE
from tests.phrases_page import page as page_of_phrases

ROOT = Path(__file__).parents[1]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)


@pytest.mark.parametrize("row", SUBCOMMANDS.values(), ids=lambda row: row.subcommand.value)
def test_every_subcommand_is_in_the_docs(row: SubcommandRow) -> None:
    """Names, summary and examples of each subcommand stand in docs/commands.md."""
    for said in (row.subcommand.value, row.summary, *row.aliases, *row.examples):
        assert said in COMMANDS


@pytest.mark.parametrize("row", METRICS.values(), ids=lambda row: row.name)
def test_every_metric_is_in_the_docs(row: MetricRow) -> None:
    """Label, meaning and every alias of each metric stand in docs/commands.md."""
    for said in (row.label, row.meaning, row.name, *row.aliases):
        assert said in COMMANDS


def _told(start: str, end: str) -> list[str]:
    """Everything in code style between two marks of docs/commands.md."""
    return re.findall(r"`([^`]+)`", COMMANDS.split(start)[1].split(end)[0])


@pytest.mark.parametrize(
    "phrase",
    _told("Examples that work", "What can be said of digests")
    + _told("## Periods", "## Modifiers")
    + [f"messages {modifier}" for modifier in _told("## Modifiers", "## Accounts")],
)
def test_every_phrase_in_the_docs_works(phrase: str) -> None:
    """What the docs show can be typed; a modifier behind a subcommand."""
    parse(phrase, Context(NOW, UTC))


@pytest.mark.parametrize("words", _told("## Accounts", "## In a thread"))
def test_every_name_in_the_docs_is_one(words: str) -> None:
    """How the docs name accounts can be typed where such accounts are connected."""
    names = ("Acme Support", "May GmbH", "last week")
    accounts = tuple(AccountName(number, name) for number, name in enumerate(names, 1))
    text = f"messages {words}" if words.split()[0] in ("for", "by") else words
    query = parse(
        text, Context(NOW, UTC, accounts=accounts[: 0 if text.startswith("connect") else 3])
    ).query
    said = query.account or query.all_accounts or query.no_account or query.name
    assert said or text == "messages for may"


DIGESTS = (ROOT / "docs" / "digests.md").read_text(encoding="utf-8")


def _digest(text: str) -> DigestCommand:
    """What is asked of digests, on Thursday in Berlin, where two accounts are connected."""
    accounts = (AccountName(1, "Acme"), AccountName(3, "Beta"))
    command = parse(text, Context(NOW, ZoneInfo("Europe/Berlin"), accounts=accounts)).query.digest
    assert command is not None
    return command


@pytest.mark.parametrize(
    ("text", "said"),
    re.findall(
        r"^\| `([^`]+)` \| (.+) \|$",
        DIGESTS.split("## Saying when")[1].split("The same in")[0],
        re.MULTILINE,
    ),
)
def test_every_schedule_in_the_docs_is_read_back_so(text: str, said: str) -> None:
    """What stands beside it is what the bot says."""
    schedule = _digest(text).draft.schedule
    assert schedule is not None
    assert say_schedule(schedule) == said


def test_the_docs_tell_what_digests_show() -> None:
    """Each section by the word that asks for it, in the order in which they stand."""
    rows = re.findall(
        r"^\| `(\w+)` \|", DIGESTS.split("## What it shows")[1].split("\n- ")[0], re.M
    )
    assert rows == [section.value for section in SECTIONS]


def _of_digests(start: str, end: str) -> list[str]:
    """Everything in code style between two marks of docs/digests.md."""
    return re.findall(r"`([^`]+)`", DIGESTS.split(start)[1].split(end)[0])


@pytest.mark.parametrize(
    "text",
    [
        *(" ".join(text.split()) for text in _of_digests("The same in", "## What else")[:4]),
        *(f"digest weekly {text}" for text in _of_digests("| does |", "## What can")),
        *_of_digests("## What can", "## What it reports"),
    ],
)
def test_everything_that_the_docs_say_of_digests_is_read(text: str) -> None:
    """As a command that is more than the word digest."""
    command = _digest(text)
    assert command.action is not Action.NEW or command.draft.schedule is not None


def test_the_page_of_phrases_is_what_the_rules_say() -> None:
    """`make phrases` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == page_of_phrases()


def test_the_page_of_rights_is_what_the_table_says() -> None:
    """`make rights` writes it anew."""
    assert rights_page.PAGE.read_text(encoding="utf-8") == rights_page.page()


KEPT = {
    "until a day after it is disconnected": timedelta(days=1) == disconnecting.RESTORABLE,
    "| 400 days |": timedelta(days=400) == audit.KEPT == deliveries.KEPT,
    "until a day after it is deleted": timedelta(days=1) == subscribing.RESTORABLE,
    "| 30 days |": timedelta(days=30) == threads.KEPT,
    "| a day after their end |": timedelta(days=1) == connects.KEPT,
    "| two weeks |": timedelta(weeks=2) == checks.KEPT,
    "| 15 minutes |": timedelta(minutes=15) == seen.KEPT,
    "for 15 seconds": cache.KEEP_S == 15,
}
# What each table holds, as the page calls it; `vault` is the bot's own and names nobody.
TABLES = {
    "accounts": "an account's name",
    "audit_log": "who changed what",
    "channels": "which account a channel asks about",
    "checks": "which keys and owners of digests were looked after",
    "connect_tokens": "one-time forms for a key",
    "deliveries": "each delivery of a digest",
    "news": "who was told of a digest of theirs",
    "notices": "who was told of a digest of theirs",
    "preferences": "a person's date order and language",
    "seen_requests": "requests that were seen",
    "subscriptions": "who wants which digest where",
    "threads": "the question of each answered thread",
    "vault": "a fingerprint by which it is known again",
    "workspaces": "who may connect accounts",
}


def test_the_page_of_privacy_names_all_that_is_kept_and_for_how_long() -> None:
    """Every table, and every time that the code keeps something."""
    told = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    assert set(TABLES) == set(METADATA.tables)
    for said, true in (*KEPT.items(), *((words, True) for words in TABLES.values())):
        assert said in told, said
        assert true, said


def test_the_version_is_that_of_the_changelog() -> None:
    """pyproject.toml and the newest release in CHANGELOG.md agree."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d[^\]]*)\]", changelog, re.MULTILINE)
    assert newest is not None
    assert newest[1] == project["version"]


def test_the_readme_is_short_and_its_targets_exist() -> None:
    """Under 150 lines, and every `make …` it names is a target of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert len(README.splitlines()) < 150
    named = set(re.findall(r"make ([a-z-]+)", README))
    assert {"demo", "test"} <= named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_links_between_the_docs_lead_somewhere() -> None:
    """Every relative link of every page names a file that is there."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_dependency_has_its_reason() -> None:
    """docs/decisions/0001 gives a line to each run-time dependency."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text(encoding="utf-8")
    for needed in project["dependencies"] + project["optional-dependencies"]["web"]:
        name = re.split(r"[>=<\[]", needed)[0]
        assert name in told, name
