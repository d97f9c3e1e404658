"""Names of accounts: shown on one line, and the same where nobody could tell them apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account_names import LONGEST, clean, key_of


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Acme", "Acme"),
        ("  May\t GmbH\n", "May GmbH"),
        ("A\x00c\x1bme", "Acme"),
        ("\u202eemcA\u202c", "emcA"),
        ("a\u200b\u2066b", "ab"),
        ("Café 北京 🎉", "Café 北京 🎉"),
        ("x" * 79 + " yy", "x" * 79),
        ("\u2028", ""),
    ],
)
def test_a_name_is_one_line_of_what_can_be_seen(typed: str, shown: str) -> None:
    """No control characters, nothing that turns the direction of writing, at most 80 characters."""
    assert clean(typed) == shown


@pytest.mark.parametrize(
    "names",
    [
        ("Acme GmbH", "ACME  gmbh", "AcmeGmbH"),
        ("Straße", "STRASSE", "strasse"),
        ("Café", "Cafe\u0301", "CAFÉ"),
        ("Ａｃｍｅ", "Acme"),
        ("ﬁtness", "Fitness"),
    ],
)
def test_names_that_look_alike_are_one(names: tuple[str, ...]) -> None:
    """Case, spaces and forms of letters tell nobody apart."""
    assert len({key_of(name) for name in names}) == 1


def test_names_that_differ_are_two() -> None:
    """An accent is a difference."""
    assert len({key_of(name) for name in ("Acme", "Acmé", "Acme 2", "Acne")}) == 4


@given(st.text())
def test_law_cleaning_twice_is_cleaning_once(name: str) -> None:
    """And what is cleaned is called the same."""
    assert clean(clean(name)) == clean(name)
    assert key_of(clean(name)) == key_of(name)
    assert len(clean(name)) <= LONGEST
