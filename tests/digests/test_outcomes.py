"""The failure table holds together: each answer has one row, and each row its consequence."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot import errors
from bot.calls import Fate, Sent
from bot.digests import outcomes
from bot.digests.outcomes import LEFT_OUT, OUTCOMES, Again, Asked, Outcome
from bot.storage.deliveries import STOPPING, State, Trouble
from bot.storage.sending import FINAL

PAGE = Path(__file__).parents[2] / "docs" / "digests.md"
NAMES = [name for name, value in vars(outcomes).items() if isinstance(value, Outcome)]


def test_every_row_is_in_the_table() -> None:
    """None is forgotten, none stands there twice."""
    assert len(OUTCOMES) == len(set(OUTCOMES)) == len(NAMES)


@pytest.mark.parametrize("asked", list(Asked))
def test_no_answer_has_two_rows(asked: Asked) -> None:
    """Of what was asked."""
    words = Counter(word for row in OUTCOMES if row.asked is asked for word in row.answers)
    assert set(words.values()) == {1}


@pytest.mark.parametrize("row", OUTCOMES, ids=[row.answer[:30] for row in OUTCOMES])
def test_every_row_makes_sense(row: Outcome) -> None:
    """What ends is not tried again; what is tried again has an end; a reason has its trouble."""
    assert (row.again is Again.NEVER) == (row.state in FINAL)
    assert (row.at_last in FINAL) or row.at_last is None
    if row.again not in (Again.NEVER, Again.GRACE):
        assert row.at_last is not None
    if row.state is not State.SENT:
        assert row.trouble is not None
    if row.stops is not None and row.asked is not Asked.LOOK_UP:
        assert row.trouble in STOPPING
        assert row.trouble.value == row.stops.value
    assert not (row.stops and row.counts)


def test_nothing_may_be_posted_twice_by_the_table() -> None:
    """After a post, only an answer that says that nothing was posted leads to another."""
    again = {row for row in OUTCOMES if row.asked is Asked.POST and row.state is State.PENDING}
    assert again == {outcomes.UNREACHED, outcomes.LIMITED}
    looked = {row for row in OUTCOMES if row.asked is Asked.LOOK_UP and row.state is State.PENDING}
    assert looked == {outcomes.NOT_FOUND}


@pytest.mark.parametrize("fate", list(Fate))
def test_every_fate_of_a_post_has_its_row(fate: Fate) -> None:
    """Also with a word that nobody knows."""
    wanted = {
        Fate.DONE: outcomes.POSTED,
        Fate.LOST: outcomes.LOST,
        Fate.LIMITED: outcomes.LIMITED,
        Fate.UNREACHED: outcomes.UNREACHED,
    }
    assert outcomes.of_post(Sent(fate, "a_new_word")) is wanted.get(fate, outcomes.REFUSED)


@pytest.mark.parametrize("fate", [Fate.LOST, Fate.UNREACHED, Fate.FAILED])
def test_a_search_without_a_proper_answer_is_made_again(fate: Fate) -> None:
    """Whatever the word."""
    assert outcomes.of_look_up(Sent(fate, "status_500")) is outcomes.LOOK_AGAIN


def test_every_error_of_ours_has_its_row() -> None:
    """The nearest in its family; what is no error of ours is a mistake."""
    wanted = {
        errors.KeyRefusedError("x"): outcomes.KEY,
        errors.UpstreamLateError("x"): outcomes.UPSTREAM,
        errors.UpstreamNonsenseError("x"): outcomes.UPSTREAM,
        errors.AccountGoneError("x"): outcomes.ACCOUNT,
        errors.RightsError("x"): outcomes.ACCOUNT,
        errors.SettingsError(("x",)): outcomes.ACCOUNT,
        errors.ScheduleError("x"): outcomes.BROKEN,
        errors.StorageError("x"): outcomes.OURS,
        ValueError(): outcomes.OURS,
    }
    for error, outcome in wanted.items():
        assert outcomes.of_error(error) is outcome


def test_every_trouble_is_told() -> None:
    """In a row of the table, or among the reasons for leaving one out."""
    told = {row.trouble for row in OUTCOMES if row.trouble} | set(LEFT_OUT)
    assert told == set(Trouble)


def failures() -> str:
    """The table as the page has it."""
    rows = [
        "| asked | answer | the delivery | again | at last | the subscription |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in OUTCOMES:
        words = ", ".join(f"`{word}`" for word in row.answers)
        answer = f"{row.answer} ({words})" if words else row.answer
        stops = f"disabled: {row.stops}" if row.stops else "counts" if row.counts else "–"
        state = f"{row.state}: {row.trouble}" if row.trouble else row.state
        cells = (row.asked, answer, state, row.again, row.at_last or "–", stops)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def left_out() -> str:
    """The other reasons, as the page has them."""
    return "\n".join(f"- `{trouble}`: {why}" for trouble, why in LEFT_OUT.items())


def test_the_page_has_the_table() -> None:
    """Row for row, and every state a delivery can be in."""
    told = PAGE.read_text(encoding="utf-8")
    assert failures() in told
    assert left_out() in told
    for state in State:
        assert f"\n| `{state}` |" in told
