"""What people are told of their digests: within Slack's limits, whatever the cause and language."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.sentences.languages import CODES
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_rules import check_message
from bot.render.digest_notices import LISTED, PRESSED, Line, Notice, digest_notice
from bot.render.my_digests import MyDigest, my_digests
from bot.render.plan import MessagePlan
from bot.storage.news import Cause
from bot.storage.notices import QUIET

DUE = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
NOW = DUE + timedelta(hours=1)
BERLIN = ZoneInfo("Europe/Berlin")
PAGE = (Path(__file__).parents[2] / "docs" / "digests.md").read_text(encoding="utf-8")
MINUTES = {"ten minutes": 10, "an hour": 60, "a day": 24 * 60}


def notice(cause: str, count: int = 1, language: str = "en", **given: object) -> Notice:
    """A notice of so many digests that are stopped."""
    lines = [
        Line(n, "C0CHATBOTS", DUE, BERLIN, DUE + timedelta(days=3), True, f"{n:024x}")
        for n in range(1, count + 1)
    ]
    made = Notice(
        cause, lines, 1000, NOW, BERLIN, language, "@flowxo", "Acme", DUE, "is_archived",
        replace="{}" if cause in ("key", "key_soon") else None, left=("U0GONE0001", "Bo"),
    )  # fmt: skip
    return replace(made, **given)  # type: ignore[arg-type]  # fields by name


def labels(plan: MessagePlan) -> list[str]:
    """What can be pressed."""
    return [button.label for button in buttons_of(json.loads(json.dumps(plan.blocks)))]


@pytest.mark.parametrize("language", ["en", *CODES])
@pytest.mark.parametrize("cause", list(Cause))
def test_every_notice_is_taken_by_slack(cause: Cause, language: str) -> None:
    """Of one and of very many, with names that are far too long."""
    for count in (1, 3, 1000):
        made = notice(cause.value, count, language, account="Acme " * 500, left=("U", "Bo " * 500))
        plan = digest_notice(made)
        assert len(plan.text) <= 3000
        assert len(plan.text.split("\n")[0]) <= 120
        assert not re.search(r"\{\w+\}", plan.text)
        arguments = {"channel": "D1", "text": plan.text, "blocks": json.dumps(plan.blocks)}
        assert check_message(arguments) is None
        for line in made.lines[: min(count, LISTED)]:
            assert f"#{line.number}" in json.dumps(plan.blocks)


def test_few_have_buttons_of_their_own_but_what_is_unknown_always() -> None:
    """The others can be found by the commands."""
    assert len(labels(digest_notice(notice("channel", 50)))) == PRESSED
    assert len(labels(digest_notice(notice("unknown", 50)))) == 2 * LISTED


def test_the_page_says_of_each_cause_how_often_and_which_buttons() -> None:
    """Row by row, in the order of the code."""
    rows = [
        [cell.strip() for cell in row.strip("|").split("|")]
        for row in PAGE.split("| cause |")[1].split("\n\n")[0].splitlines()[2:]
    ]
    assert len(rows) == len(Cause)
    for cause, (_, _, quiet, buttons) in zip(Cause, rows, strict=True):
        assert QUIET[cause] == timedelta(minutes=MINUTES[quiet]), cause
        named = [] if buttons == "–" else buttons.split(", ")
        assert labels(digest_notice(notice(cause.value))) == named, cause


def test_a_person_s_direct_messages_are_no_channel() -> None:
    """Nobody can invite the bot there."""
    made = notice("channel")
    person = [replace(line, target="U0ASKER001") for line in made.lines]
    text = digest_notice(replace(made, lines=person, why="cannot_dm_bot")).text
    assert "Once they take direct messages from me again, resume them." in text
    assert "Slack lets me post there no more." in text


@pytest.mark.parametrize(
    ("cause", "given", "said"),
    [
        ("key", {"until": NOW - timedelta(hours=1)}, "too long ago to go out; the next one goes,"),
        ("key", {"stopped": False}, "#1, due Mon 30 Nov 2026, 10:00, Europe/Berlin\n"),
        ("key_mended", {"until": NOW}, "too long ago to go out; the next one goes"),
        ("key_mended", {"due_at": NOW + timedelta(days=7)}, "#1, next Mon 7 Dec 2026, 11:00"),
        ("broken", {"due_at": None}, "#1\n"),
        ("unknown", {"delivery_id": None}, "#1, due"),
    ],
)
def test_each_says_what_becomes_of_it(cause: str, given: dict[str, object], said: str) -> None:
    """By its own clock."""
    made = notice(cause)
    lines = [replace(line, **given) for line in made.lines]  # type: ignore[arg-type]  # by name
    text = f"{digest_notice(replace(made, lines=lines)).text}\n"
    assert said in text


@pytest.mark.parametrize("language", ["en", *CODES])
def test_the_digests_of_the_home_tab_are_told_in_the_reader_s_language(language: str) -> None:
    """In whatever state they are."""
    reasons = ("key", "channel", "refused", "account", "broken", "workspace")
    found = [
        MyDigest(n, "C0CHATBOTS", "disabled", reason, None, BERLIN, None, None)
        for n, reason in enumerate(reasons, 1)
    ]
    states = ("sent", "failed", "skipped", "unknown", "claimed")
    found += [
        MyDigest(n, "U0ASKER001", "active", None, NOW, BERLIN, DUE, state)
        for n, state in enumerate(states, 10)
    ]
    found += [MyDigest(20, "C0CHATBOTS", "paused", None, None, None, DUE, "sent")]
    found += [MyDigest(21, "C0CHATBOTS", "active", None, NOW, BERLIN, None, None)]
    blocks = my_digests(found, language)
    shown = json.dumps(blocks, ensure_ascii=False)
    assert not re.search(r"\{\w+\}", shown)
    assert all(f"#{one.number}" in shown for one in found)
    assert len(buttons_of(json.loads(shown))) == 3
    assert my_digests([], language) == []
    if language != "en":
        assert "next" not in shown
