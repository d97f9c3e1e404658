"""The catalogue of sentences: one table each, nothing said that is not in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from bot.core.sentences import TABLES, say

BOT = Path(__file__).parents[2] / "bot"


def said() -> Iterator[tuple[str, str, ast.Call]]:
    """Every `say("a key", …)` in the code: file, key, call."""
    for path in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"):
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                yield path.name, str(node.args[0].value), node


def places(text: str) -> set[str]:
    """The names of a sentence's places."""
    return {name.split(".")[0] for _, name, _, _ in Formatter().parse(text) if name}


def test_no_key_stands_in_two_tables() -> None:
    """One would hide the other."""
    keys = [key for table in TABLES for key in table.SENTENCES]
    assert len(keys) == len(set(keys))


def test_what_the_code_says_is_in_the_catalogue_with_its_places() -> None:
    """Every key that is written out exists, and the call fills every place of it."""
    sentences = {key: text for table in TABLES for key, text in table.SENTENCES.items()}
    calls = list(said())
    assert len(calls) > 100
    for file, key, call in calls:
        assert key in sentences, f"{file}: {key}"
        names = {keyword.arg for keyword in call.keywords}
        if None not in names:  # a call with ** is held by the tests of its own room
            assert places(sentences[key]) <= names, f"{file}: {key}"


def test_a_sentence_that_is_missing_is_a_mistake_of_ours() -> None:
    """It is told by its name, as is a place that nobody fills."""
    with pytest.raises(KeyError, match="no such sentence"):
        say("no such sentence")
    with pytest.raises(KeyError, match="command"):
        say("try")
