"""Names of accounts: shown on one line, and the same where nobody could tell them apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account_names import LONGEST, clean, key_of
from bot.core.accounts import AccountName
from bot.core.phrases.new_names import must_be_possible
from bot.errors import ParseError


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
        ("Café", "Cafe\u0301", "CAFÉ", "cafe"),
        ("Acme Support", "acme support!", "Acme-Support", "(Acme) support."),
        ("Ａｃｍｅ", "Acme"),
        ("ﬁtness", "Fitness"),
    ],
)
def test_names_that_look_alike_are_one(names: tuple[str, ...]) -> None:
    """Case, spaces, accents, punctuation and forms of letters tell nobody apart."""
    assert len({key_of(name) for name in names}) == 1


def test_names_that_differ_are_two() -> None:
    """A letter, a digit, or a sign that is meant."""
    names = ("Acme", "Acme 2", "Acne", "Acme*", "Acme%", "Acme 🙂", "Acme&", "#Acme", "Acme €")
    assert len({key_of(name) for name in names}) == len(names)


@pytest.mark.parametrize("typed", ["acme support!", "Acme-Support", "ácmesupport", "ACME SUPPORT"])
def test_what_is_the_same_is_taken_where_it_is_typed(typed: str) -> None:
    """As `connect` reads it."""
    account = AccountName(1, "Acme Support")
    with pytest.raises(ParseError, match="connected already"):
        must_be_possible(typed, (account,))
    assert key_of(typed) == key_of(account.name)


@given(st.text())
def test_law_cleaning_twice_is_cleaning_once(name: str) -> None:
    """And what is cleaned is called the same."""
    assert clean(clean(name)) == clean(name)
    assert key_of(clean(name)) == key_of(name)
    assert len(clean(name)) <= LONGEST
