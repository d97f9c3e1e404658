"""Every failure is told in words: what, why, what to do next."""

from __future__ import annotations

import pytest

from bot.core.sentences import upstream
from bot.errors import UpstreamError
from bot.flowxo.failures import Failure, Kind, Reason, error_of


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("reason", Reason)
def test_every_kind_has_its_words(kind: Kind, reason: Reason) -> None:
    """A message and a hint, with no place left unfilled."""
    error = error_of(Failure(kind, "Detail", 503, reason, 12.0), 10.0)
    assert isinstance(error, UpstreamError)
    for words in (error.message, error.hint):
        assert words.endswith(".")
        assert "{" not in words
        assert "Detail" not in words


@pytest.mark.parametrize(
    ("wait_s", "when"),
    [
        (None, "in a moment"),
        (0.0, "in a moment"),
        (1.2, "in 2 seconds"),
        (45.0, "in 45 seconds"),
        (91.0, "in 2 minutes"),
        (3_600.0, "in 60 minutes"),
        (5_401.0, "in 2 hours"),
        (86_400.0, "in 24 hours"),
        (200_000.0, "in 3 days"),
        (1e9, "another day"),
    ],
)
def test_when_to_ask_again_is_rounded_up(wait_s: float | None, when: str) -> None:
    """Too early would be refused once more."""
    error = error_of(Failure(Kind.BUSY, wait_s=wait_s), 10.0)
    assert error.hint == f"Ask again {when}."


@pytest.mark.parametrize(
    ("budget_s", "words"), [(10.0, "10 seconds"), (2.4, "2 seconds"), (0.3, "a second")]
)
def test_slow_says_how_long_was_waited(budget_s: float, words: str) -> None:
    """In whole seconds."""
    assert f"within {words}" in error_of(Failure(Kind.SLOW), budget_s).message


def test_every_sentence_about_flow_xo_is_used() -> None:
    """The catalogue holds nothing that nobody says."""
    kinds = {f"upstream.{kind}" for kind in Kind} | {f"upstream.nonsense.{r}" for r in Reason}
    whens = {key for key in upstream.SENTENCES if key.startswith("upstream.when.")}
    hints = {key for key in upstream.SENTENCES if key.endswith(".hint")}
    rest = {"upstream.slow.one", "upstream.unusable_key"}
    assert set(upstream.SENTENCES) == kinds | whens | hints | rest
