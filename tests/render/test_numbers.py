"""Numbers, percents and changes, in any reader's separators."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.numbers import (
    change,
    decimal,
    locale_of,
    number,
    ordinal,
    percent,
    plural,
    share,
    signed,
)

EN = "en-GB"


@pytest.mark.parametrize(
    ("value", "locale", "expected"),
    [
        (0, EN, "0"),
        (99_999, EN, "99,999"),
        (1_234_567, "en-US", "1,234,567"),
        (1_234_567, "de-DE", "1.234.567"),
        (1_234_567, "fr-FR", "1\u202f234\u202f567"),
        (12345, "es-ES", "12.345"),
        (1_234_567, "hi-IN", "12,34,567"),
        (-5, "de-DE", "−5"),
        (10**30, "de-DE", "1" + ".000" * 10),
        (-(10**30), EN, "−1" + ",000" * 10),
        (None, EN, "—"),
        (1000, "no such locale", "1,000"),
        (1000, "", "1,000"),
        (1000, "../../etc/passwd", "1,000"),
    ],
)
def test_number(value: int | None, locale: str, expected: str) -> None:
    """All digits, however many, in groups; an unknown locale reads as British English."""
    assert number(value, locale) == expected


def test_locale_is_any_string() -> None:
    """Whatever Slack calls a locale, there is one to format with."""
    assert str(locale_of("pt-BR")) == "pt_BR"
    assert str(locale_of("\x00")) == "en_GB"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(3), "3"),
        (Fraction(7, 2), "3.5"),
        (Fraction(-7, 2), "−3.5"),
        (Fraction(1, 100), "0"),
        (Fraction(-1, 100), "0"),
        (Fraction(199, 100), "2"),
    ],
)
def test_decimal(value: Fraction, expected: str) -> None:
    """An average has one decimal at most."""
    assert decimal(value, EN) == expected


@pytest.mark.parametrize(
    ("change_of", "locale", "expected"),
    [
        (Fraction(5, 31), EN, "+16 %"),
        (Fraction(-136, 141), EN, "−96 %"),
        (Fraction(1, 10), EN, "+10 %"),
        (Fraction(9_949, 100_000), EN, "+9.9 %"),
        (Fraction(9_951, 100_000), EN, "+10 %"),
        (Fraction(1, 24), EN, "+4.2 %"),
        (Fraction(1, 24), "de-DE", "+4,2 %"),
        (Fraction(-1, 50), EN, "−2.0 %"),
        (Fraction(-1), EN, "−100 %"),
        (Fraction(-997, 1000), EN, "−99.7 %"),
        (Fraction(-99_999, 100_000), EN, "−99.9 %"),
        (Fraction(1, 5_000), EN, ""),
        (Fraction(125, 1000), EN, "+13 %"),
        (Fraction(12345), "de-DE", "+1.234.500 %"),
    ],
)
def test_percent(change_of: Fraction, locale: str, expected: str) -> None:
    """Whole percents from 10 %, one decimal below."""
    assert percent(change_of, locale) == expected


@pytest.mark.parametrize(
    ("value", "earlier", "expected"),
    [
        (36, 31, "was 31, +16 %"),
        (3, 1, "was 1"),
        (29, 29, "was 29, no change"),
        (0, 29, "was 29"),
        (0, 30, "was 30, −100 %"),
        (31, 30, "was 30, +3.3 %"),
        (5, 0, "new"),
        (0, 0, "was 0, no change"),
        (5, None, "was —"),
        (None, 5, "was 5"),
        (None, None, "was —"),
        (10**18, 10**18 - 1, "was 999,999,999,999,999,999"),
    ],
)
def test_change(value: int | None, earlier: int | None, expected: str) -> None:
    """A percent only where the earlier figure is at least 30; "new" from nothing."""
    assert change(value, earlier, EN) == expected


@pytest.mark.parametrize(
    ("value", "other", "expected"),
    [
        (36, 31, "against 31 in November, +16 %"),
        (3, 1, "against 1 in November"),
        (29, 29, "against 29 in November, no change"),
        (5, 0, "against 0 in November"),
        (5, None, "against — in November"),
        (None, None, "against — in November"),
        (None, 5, "against 5 in November"),
    ],
)
def test_change_beside_a_time_that_is_no_earlier_one(
    value: int | None, other: int | None, expected: str
) -> None:
    """Nothing was, and nothing is new: the other time is named instead."""
    assert change(value, other, EN, "in November") == expected


@given(st.none() | st.integers(), st.none() | st.integers(), st.text(max_size=12))
def test_change_law(value: int | None, earlier: int | None, locale: str) -> None:
    """Any two figures in any locale give words."""
    assert change(value, earlier, locale)


def test_share() -> None:
    """Whole percents; below one it says nothing, and all but everything is not 100 %."""
    assert share(Fraction(1_999, 2_000), EN) == "99 %"
    parts = (Fraction(93, 128), Fraction(1, 128), Fraction(0), Fraction(1, 100), Fraction(1))
    assert [share(part, EN) for part in parts] == ["73 %", "", "", "1 %", "100 %"]


def test_signed_and_ordinal_and_plural() -> None:
    """The small words around numbers."""
    assert [signed(value, EN) for value in (1, 0, -1200)] == ["+1", "+0", "−1,200"]
    places = (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 113)
    assert " ".join(map(ordinal, places)) == (
        "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th 113th"
    )
    assert plural("list.once", 1, EN) == "1 more was sent once"
    assert plural("list.once", 1200, EN) == "1,200 more were sent once"
