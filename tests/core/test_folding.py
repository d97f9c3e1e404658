"""Near-duplicates of messages: what is the same question, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.folding import fold


def _flag(region: str) -> str:
    """A black flag with the letters of a region behind it that make it another flag."""
    tags = "".join(chr(0xE0000 + ord(letter)) for letter in region)
    return f"\U0001f3f4{tags}\U000e007f"


SAME = (
    ("text me", "Text me", "TEXT ME!", "  text   me ", "te\u200bxt me", "text\u00a0me…"),
    ("don't", "dont", "Don\u2019t", "don't."),
    ("hello world", "Hello, world", "hello world!!!"),
    ("option 5", "Option 5.", "option 5?"),
    ("caf\u00e9", "CAFE\u0301", "Caf\u00e9"),
    ("123", "\uff11\uff12\uff13"),
    ("stra\u00dfe", "STRASSE"),
    ("\u30ac\u30fc\u30c9", "\uff76\uff9e\uff70\uff84\uff9e"),
    ("5 - 6", "5-6", "5 \u2013 6", "5\u22126"),
    ("(-5)", "-5", "\u00ab-5\u00bb"),
    ("\uff34ext me\uff01", "text me"),
    ("\u2764\ufe0f", "\u2764", "\u2764\ufe0e", "\u2764\u200d"),
    ("1\ufe0f\u20e3", "1\u20e3"),
    ("\U0001f469\u200d\u2695\ufe0f", "\U0001f469\u200d\u2695"),
    ("te\u200dxt\u034f me", "te\U000e0041xt\U000e0100\u3164 me", "text\u2800me", "text me"),
)  # fmt: skip
OTHERS = (
    ("3.5", "35", "3,5"),
    ("5", "-5", "#5", "50 %", "50"),
    ("1-2", "12", "1 2"),
    ("10\u00b2", "102", "\u2469"),
    ("\u00bd", "1/2", "1\u20442"),
    ("/start", "start"),
    ("text me", "textme"),
    ("cafe", "caf\u00e9"),
    ("?", "!", "\U0001f44d", ""),
    ("@bob", "bob"),
    ("\U0001f44d", "\U0001f44d\U0001f3fd", "\U0001f44d\U0001f3ff"),
    ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\U0001f469\U0001f467"),
    ("\u2764\ufe0f\u200d\U0001f525", "\u2764\U0001f525"),
    ("1\ufe0f\u20e3", "1"),
    (_flag("gbeng"), _flag("gbsct"), "\U0001f3f4"),
)


@pytest.mark.parametrize("texts", SAME)
def test_case_blanks_marks_and_the_invisible_make_no_difference(texts: tuple[str, ...]) -> None:
    """One key for all of them."""
    assert len({fold(text) for text in texts}) == 1


@pytest.mark.parametrize("texts", OTHERS)
def test_numbers_commands_and_letters_do(texts: tuple[str, ...]) -> None:
    """A key for each."""
    assert len({fold(text) for text in texts}) == len(texts)


@given(st.text(max_size=60))
@example("\U0001f469\u200d\u200d\U0001f469")
@example("\U0001f469\u200d!\u200d\U0001f469\U000e0041\u200d\U0001f469")
def test_law_folding_twice_changes_nothing(text: str) -> None:
    """A key is its own key, also of marks and blanks alone."""
    assert fold(fold(text)) == fold(text)
