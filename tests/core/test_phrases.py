"""The corpora of phrases: every line means what stands beside it; every rule's example is right."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.dates import read
from bot.core.parse import Context
from bot.core.phrases import comparing
from bot.core.phrases.grammar import JOINED, RULES
from bot.errors import ParseError
from tests.corpora import LANGUAGES, Case, cases, context_of, means, moments

THURSDAY = Context(datetime(2026, 11, 26, 15, 45, 12, tzinfo=UTC), ZoneInfo("UTC"))
FILES = (
    *(f"{kind}.{language}.toml" for kind in ("core", "more") for language in LANGUAGES),
    "comparisons.toml",
    "nonsense.toml",
    "settled.toml",
    "beyond.toml",
    "blind.toml",
)
CASES = [pytest.param(case, id=f"{name} {case.id}") for name in FILES for case in cases(name)]


@pytest.mark.parametrize("case", CASES)
def test_a_phrase_means_its_period(case: Case) -> None:
    """Each phrase of the corpora means exactly what stands beside it, or is refused."""
    if case.refused:
        with pytest.raises(ParseError):
            read(case.phrase, case.context)
    else:
        answer = read(case.phrase, case.context)
        assert means(answer, case), answer


def test_the_corpora_are_as_large_as_they_claim() -> None:
    """700 English phrases, 250 in each other language, 150 comparisons, 150 refusals."""
    count = {name: sum(1 for _ in cases(name)) for name in FILES}
    assert count["core.en.toml"] + count["more.en.toml"] >= 700
    for language in LANGUAGES[1:]:
        assert count[f"core.{language}.toml"] + count[f"more.{language}.toml"] >= 250
    assert count["comparisons.toml"] >= 150
    assert count["nonsense.toml"] >= 150


EXAMPLES = [e for rule in RULES for e in rule.examples]
EXAMPLES += [e for examples in JOINED.values() for e in examples]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_rule_reads_its_examples(example: tuple[str, str, str]) -> None:
    """The examples that a rule carries are read as it says."""
    phrase, first, last = example
    answer = read(phrase, THURSDAY)
    assert str(answer["start"])[:10] == first
    end = datetime.fromisoformat(str(answer["end"]))
    assert (end - timedelta(seconds=1)).date() == date.fromisoformat(last)


@pytest.mark.parametrize("example", comparing.EXAMPLES)
def test_a_comparison_reads_its_examples(example: tuple[str, str, str]) -> None:
    """The compared days are those that the example says."""
    phrase, first, last = example
    against = read(phrase, THURSDAY)["compare"]
    assert isinstance(against, dict)
    assert against["start"][:10] == first
    end = datetime.fromisoformat(against["end"])
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
