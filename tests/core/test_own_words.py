"""Which names are words of ours by themselves, and which only hold some."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.own_words import is_own


@pytest.mark.parametrize(
    "name",
    ["#3", "# 12", "all", "ALL", "for all", "alle", "todos", "none", "help", "Hilfe", "stats",
     "last week", "letzte Woche", "for May", "May", "2025", "accounts", "  Top   Messages "],
)  # fmt: skip
def test_what_says_something_by_itself_is_ours(name: str, now: datetime) -> None:
    """A number, all and none, a date, a command; in each language, however it is written."""
    assert is_own(name, now)


@pytest.mark.parametrize(
    "name",
    ["Acme", "May GmbH", "Last Week Ltd", "All Stars", "Allianz", "Munday", "Userss", "#", "#3b",
     "Berlin", "Support", "3", "Help Desk Co"],
)  # fmt: skip
def test_what_only_holds_a_word_of_ours_is_a_name(name: str, now: datetime) -> None:
    """Nor is what is a slip away from one."""
    assert not is_own(name, now)
