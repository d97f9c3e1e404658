"""The tour finds fault: an answer that is not what it should be makes it exit 1."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.demo.playground import Playground, open_playground
from bot.demo.screen_text import Look
from bot.demo.slack_state import SCOPES
from bot.demo.slack_workspace import ASKER, BOT_USER, CHATBOTS, Message
from bot.demo.tour import STEPS, Step, Tour, take_tour


@pytest.fixture(name="playground")
def _playground() -> Iterator[Playground]:
    with open_playground() as playground:
        yield playground


def taken(playground: Playground, *steps: Step) -> tuple[int, str]:
    """The exit code of a tour of these steps, and what it told."""
    told: list[str] = []
    code = take_tour(playground, told.append, told.append, Look(80), steps)
    return code, "\n".join(told)


def test_there_are_ten_questions_a_thread_an_error_and_a_share() -> None:
    """The tour is what it says it is."""
    typed = [step.typed for step in STEPS]
    assert len(typed) == 13
    assert [text.split()[0] for text in typed[8:]] == [
        "dm", "@flowxo", "reply", "/flowxo", "[Share",
    ]  # fmt: skip


def test_every_check_finds_an_empty_answer(playground: Playground) -> None:
    """No step takes an answer that says nothing, in the wrong place."""
    tour = Tour(playground, date(2026, 11, 26))
    tour.answers["@flowxo stats last week"] = Message(CHATBOTS, "1.1", BOT_USER, thread_ts="1.0")
    for step in STEPS:
        for only_for in (None, ASKER):
            nothing = Message(CHATBOTS, "1.2", BOT_USER, "x\n" * 4, only_for=only_for)
            assert list(step.check(tour, nothing)), step.typed


def test_a_wrong_answer_fails_the_tour(playground: Playground) -> None:
    """An answer about other dates is found, and so is one that does not come."""
    wrong = Step("x", lambda tour: tour.playground.command("stats yesterday"), STEPS[1].check)
    silent = Step("y", lambda tour: tour.playground.mention("thanks"), STEPS[1].check)
    code, told = taken(playground, wrong, silent)
    assert code == 1
    assert "the second line does not name" in told
    assert "New users should be" in told
    assert "no answer came" in told
    assert "0 of 2 steps" in told


def test_a_share_without_a_first_answer_fails(playground: Playground) -> None:
    """There is nothing to share where the first step gave nothing."""
    code, told = taken(playground, STEPS[-1])
    assert (code, "no answer came" in told) == (1, True)


@pytest.mark.parametrize(
    ("today", "month", "quarter"),
    [
        (date(2026, 11, 26), (date(2026, 10, 1), date(2026, 11, 1)), date(2026, 7, 1)),
        (date(2026, 1, 1), (date(2025, 12, 1), date(2026, 1, 1)), date(2025, 10, 1)),
        (date(2026, 3, 31), (date(2026, 2, 1), date(2026, 3, 1)), date(2025, 10, 1)),
        (date(2026, 6, 30), (date(2026, 5, 1), date(2026, 6, 1)), date(2026, 1, 1)),
    ],
)
def test_the_calendar_is_reckoned_right(
    playground: Playground, today: date, month: tuple[date, date], quarter: date
) -> None:
    """Last month and last quarter are whole, also at the turn of the year."""
    tour = Tour(playground, today)
    assert tour.month_before() == month
    assert tour.quarter_before()[0] == quarter
    assert tour.monday(0).weekday() == 0
    assert (tour.monday(0) - tour.monday(2)).days == 14


def test_the_workspace_grants_what_the_manifest_asks() -> None:
    """The fake grants the manifest's scopes and no other."""
    manifest = Path(__file__).parents[2] / "manifest.yml"
    scopes = yaml.safe_load(manifest.read_text(encoding="utf-8"))["oauth_config"]["scopes"]
    assert set(SCOPES) == set(scopes["bot"]) | set(scopes.get("bot_optional", []))
