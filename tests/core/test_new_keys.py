"""What a pasted text becomes as a key: the key alone, or a sentence that does not repeat it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.new_keys import LONGEST, Pasted, read
from bot.errors import BotError

KEY = "eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2ln-_"
around = st.lists(
    st.sampled_from([" ", "\n", "\r\n", "\t", "\u00a0", "\u200b", '"', "'", "“", "”", "`", "«"]),
    max_size=4,
).map("".join)
before = st.sampled_from(["", "Bearer ", "bearer: ", "Authorization: Bearer ", "BEARER\n"])


@given(around, before, around, around)
def test_whatever_stands_around_a_key_is_left_out_law(
    first: str, word: str, second: str, last: str
) -> None:
    """In any order, and it is known whether there was anything."""
    text = f"{first}{word}{second}{KEY}{last}"
    assert read(text) == Pasted(KEY, cleaned=text != KEY)


@given(st.text(max_size=80))
def test_any_text_is_a_key_or_a_sentence_law(text: str) -> None:
    """A key can be sent in a header; a sentence repeats nothing of what was pasted."""
    said, key = "", ""
    try:
        key = read(text).key
    except BotError as error:
        said = f"{error.message} {error.hint}"
    assert bool(said) is not bool(key)
    assert len(text) < 12 or text not in said
    assert key.isascii()
    assert all(c.isprintable() and c != " " for c in key)


@pytest.mark.parametrize(
    "text", ["k" * (LONGEST + 1), "xoxb-1-2", "XAPP-1-2", "ключ", "", "Bearer"]
)
def test_what_can_be_no_key_is_refused(text: str) -> None:
    """Too long, Slack's, of other letters, nothing."""
    with pytest.raises(BotError):
        read(text)


def test_a_key_that_begins_like_the_word_is_one() -> None:
    """Only the word itself is left out."""
    assert read("bearers-key").key == "bearers-key"
