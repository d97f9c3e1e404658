"""Numbers, percents, places and changes in the reader's separators; exact, and formatted once.

Babel gives the separators; the words are English. Never rounds a count.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import (
    format_decimal,
    get_decimal_symbol,
    get_group_symbol,
)

from bot.core.changes import shown_fraction
from bot.core.sentences import say

DEFAULT_LOCALE = "en-GB"
MISSING = "—"
MINUS = "\u2212"
_BABEL_AT_MOST = 10**25  # beyond, Babel's decimals overflow


@lru_cache(maxsize=256)
def locale_of(name: str) -> Locale:
    """Babel's locale for Slack's name of it; British English where Babel knows none."""
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale.parse(DEFAULT_LOCALE, sep="-")


def number(value: int | None, locale: str) -> str:
    """All digits, in groups; "—" for a figure that is missing."""
    if value is None:
        return MISSING
    sign = MINUS if value < 0 else ""
    return sign + _grouped(abs(value), locale)


@lru_cache(maxsize=4096)  # an answer says the same figures in several places
def _grouped(value: int, locale: str) -> str:
    if value < _BABEL_AT_MOST:
        return str(format_decimal(value, locale=locale_of(locale)))
    return f"{value:,}".replace(",", get_group_symbol(locale_of(locale)))


def decimal(value: Fraction, locale: str) -> str:
    """An average with one decimal where it has a fraction."""
    if value.denominator == 1:
        return number(int(value), locale)
    tenths = round_half_up(abs(value) * 10)
    sign = MINUS if value < 0 and tenths else ""
    return sign + (_tenths(tenths, locale) if tenths % 10 else number(tenths // 10, locale))


def round_half_up(value: Fraction) -> int:
    """The nearest whole number of one that is not negative; a half goes up."""
    return int(value + Fraction(1, 2))


def _tenths(tenths: int, locale: str) -> str:
    whole, rest = divmod(tenths, 10)
    return f"{number(whole, locale)}{get_decimal_symbol(locale_of(locale))}{rest}"


def percent(change: Fraction, locale: str) -> str:
    """A signed change: whole percents from 10 %, one decimal below; empty where it rounds to 0."""
    size = abs(change) * 100
    tenths = round_half_up(size * 10)
    if tenths == 0:
        return ""
    text = _tenths(tenths, locale) if tenths < 100 else number(round_half_up(size), locale)
    if change > -1 and change < 0 and round_half_up(size) == 100:
        text = _tenths(min(tenths, 999), locale)  # what is left is not nothing
    return f"{MINUS if change < 0 else '+'}{text} %"


def share(part: Fraction, locale: str) -> str:
    """A share of the whole in whole percents; empty below half a percent, where it says nothing."""
    whole = round_half_up(part * 100) if part == 1 else min(round_half_up(part * 100), 99)
    return f"{number(whole, locale)} %" if whole and part * 100 >= 1 else ""


def signed(value: int, locale: str) -> str:
    """A difference with its sign: +1, −3."""
    return f"{MINUS if value < 0 else '+'}{number(abs(value), locale)}"


def change_percent(value: int | None, earlier: int | None, locale: str) -> str:
    """The signed percent, or nothing where the earlier figure is too small to take one of."""
    part = shown_fraction(value, earlier)
    return percent(part, locale) if part else ""


def change(value: int | None, earlier: int | None, locale: str, there: str = "") -> str:
    """What stands behind a figure: "was 31, +16 %", "was 1", "new", "was —".

    Beside a time that is no earlier one, `there` names it: "against 31 in November, +16 %".
    """
    if there:
        return _beside(value, earlier, locale, there)
    if value is None or earlier is None:
        return say("change.was", was=number(earlier, locale))
    if earlier == 0 and value > 0:
        return say("change.new")
    if value == earlier:
        return say("change.same", was=number(earlier, locale))
    if by := change_percent(value, earlier, locale):
        return say("change.was_by", was=number(earlier, locale), by=by)
    return say("change.was", was=number(earlier, locale))


def _beside(value: int | None, other: int | None, locale: str, there: str) -> str:
    told = number(other, locale)
    if value is not None and value == other:
        return say("change.there_same", other=told, when=there)
    if by := change_percent(value, other, locale):
        return say("change.there_by", other=told, when=there, by=by)
    return say("change.there", other=told, when=there)


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if 10 <= place % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def plural(key: str, count: int, locale: str, **values: object) -> str:
    """The sentence `key`.one or `key`.many, with `count` in the reader's separators."""
    return say(f"{key}.{'one' if count == 1 else 'many'}", count=number(count, locale), **values)
