"""The corpora of phrases: every line means its period; every example of a rule is right."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core.dates import read
from bot.core.parse import Context
from bot.core.periods import localise
from bot.core.phrases.grammar import RULES
from bot.errors import ParseError

CORPUS = Path(__file__).parent.parent / "corpus"
THURSDAY = Context(datetime(2026, 11, 26, 15, 45, 12, tzinfo=UTC), ZoneInfo("UTC"))


def moments(name: str) -> list[dict[str, Any]]:
    """The moments of a corpus file."""
    loaded: list[dict[str, Any]] = tomllib.loads((CORPUS / name).read_text())["moment"]
    return loaded


def context_of(moment: dict[str, Any]) -> Context:
    """The Context in which a moment's phrases are read."""
    zone = ZoneInfo(moment["zone"])
    now = localise(datetime.fromisoformat(moment["now"]), zone)
    return Context(now, zone, moment.get("week_start", 0), moment.get("locale"))


CASES = [
    pytest.param(
        context_of(moment), phrase, meaning, id=f"{moment['now']} {moment['zone']} {phrase}"
    )
    for moment in moments("phrases.en.toml")
    for phrase, meaning in moment["cases"].items()
]


@pytest.mark.parametrize(("context", "phrase", "meaning"), CASES)
def test_a_phrase_means_its_period(context: Context, phrase: str, meaning: str) -> None:
    """Each phrase of the corpus gives exactly the start and end beside it."""
    answer = read(phrase, context)
    for found, wanted in zip((answer["start"], answer["end"]), meaning.split(), strict=True):
        assert isinstance(found, str)
        at = datetime.fromisoformat(found)
        expected = datetime.fromisoformat(wanted)
        if expected.tzinfo is not None:
            assert found == wanted
        else:
            assert at.replace(tzinfo=None) == expected


@pytest.mark.parametrize("example", [e for rule in RULES for e in rule.examples])
def test_a_rule_reads_its_examples(example: tuple[str, str, str]) -> None:
    """The examples that a rule carries are read as it says."""
    phrase, first, last = example
    answer = read(phrase, THURSDAY)
    assert str(answer["start"])[:10] == first
    end = datetime.fromisoformat(str(answer["end"]))
    assert (end - timedelta(seconds=1)).date() == date.fromisoformat(last)


REFUSED = [
    pytest.param(context_of(moment), phrase, words, id=f"{moment['now']} {phrase}")
    for moment in moments("rejected.toml")
    for phrase, words in moment["cases"].items()
]


@pytest.mark.parametrize(("context", "phrase", "words"), REFUSED)
def test_a_phrase_is_refused_with_its_reason(context: Context, phrase: str, words: str) -> None:
    """Each phrase of the corpus is refused, and the reason holds the words beside it."""
    with pytest.raises(ParseError) as caught:
        read(phrase, context)
    assert words in caught.value.message
    assert len(f"{caught.value.message}\n{caught.value.hint}".splitlines()) <= 3
