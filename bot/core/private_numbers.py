"""Finds telephone, card, account and other people's numbers in the skeleton of a text.

A number is judged by how its digits are grouped; days, times, amounts, versions and lists are left
alone. Must not look at words, but for currencies and the few that announce an identity number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.core.private_words import BARRIER, Kind, Span

LONG = 7  # digits in a row from which a number is taken for somebody's
_MOST_OF_PHONE = 15  # E.164
_CARD = range(13, 20)


def _days(part: str) -> str:
    """A day in any order of its parts, parted by the sign `part`."""
    day, month, year = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "[12][0-9]{3}"
    any_year = f"(?:{year}|[0-9]{{2}})" if part != " " else year
    return (
        f"{year}{part}{month}{part}{day}|{day}{part}{month}{part}{any_year}"
        f"|{month}{part}{day}{part}{year}"
    )


_DAY = (
    rf"(?:{_days('-')}|{_days('/')}|{_days('[.]')}|{_days('[.] ')}|{_days(' ')}"
    r"|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))"
)
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
_MOMENT = rf"{_DAY}(?:[T ]{_CLOCK}(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)?"
_YEAR = r"(?:19|20)[0-9]{2}"
_DOTTED_CLOCK = r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]"
# What is nobody's, whatever its digits. The sign before and after must not go on with the number.
_NOBODYS = re.compile(
    r"(?<![0-9A-Za-z.,/+-])(?:"
    rf"{_MOMENT}(?: ?[-/] ?{_MOMENT})?(?![0-9A-Za-z]|[./-][0-9])"
    rf"|{_YEAR}(?: ?[-/ ] ?{_YEAR}){{1,9}}(?![0-9A-Za-z]|[ ./-][0-9])"
    rf"|{_DOTTED_CLOCK} ?- ?{_DOTTED_CLOCK}(?![0-9A-Za-z]|[./-][0-9])"
    r"|(?:0|[1-9][0-9]{0,2})[.,][0-9]{1,9}(?![0-9A-Za-z]|[.,/-][0-9])"
    r"|[1-9][0-9]{3,8}[.,][0-9]{1,2}(?![0-9A-Za-z]|[.,/-][0-9])"
    r"|97[89]-[0-9]{1,5}-[0-9]{1,7}-[0-9]{1,7}-[0-9](?![0-9-])"
    rf")|(?<![0-9:]){_CLOCK}(?![0-9])|〒 ?[0-9]{{3}}-[0-9]{{4}}(?![0-9])"
)
_NUMBER = re.compile(
    r"(?:(?<![0-9])\+ ?|\(\+ ?)?\(?[0-9]++(?:(?:\)? ?[-/] ?|[ .]| ?\(|\)[. ]?)[0-9]++)*+"
)
_GROUP = re.compile(r"[0-9]+")
_SIGNS = r"[$€£¥₹₽₺₩₪฿₫₴₦₱]"
_CODES = (
    r"usd|eur|gbp|jpy|inr|idr|vnd|brl|mxn|cop|clp|ars|pln|czk|huf|sek|nok|dkk|chf|try|rub|uah|"
    r"krw|cny|thb|php|myr|ngn|kes|zar|aed|sar|egp|aud|cad|nzd|sgd|hkd"
)
_CURRENCY_BEFORE = re.compile(rf"(?:{_SIGNS}|(?<![a-z])(?:{_CODES}|rs\.?|rp\.?|fr\.?)) ?$", re.I)
_CURRENCY_AFTER = re.compile(
    rf" ?(?:{_SIGNS}|[円元원]|(?:{_CODES}|kr|zł|zl|kč|kc|ft|lei|tl|đ|руб|грн|euros?|dollars?)"
    r"(?![a-z]))",
    re.IGNORECASE,
)
_IDENTITY_BEFORE = re.compile(r"\b(?:dni|cpf|rut|run|rg|ci|cc|cuit|c[eé]dula)\b\D{0,6}$", re.I)
_LETTER_BEFORE = re.compile(r"[A-Za-z][-_/.#]?$")
_BEFORE = 16  # signs that are looked at before a number, and after it

# How many digits its groups have, by shape: "334" is 212-555-0100.
_IDENTITIES = frozenset(("324", "3332", "2331", "1331", "64", "84", "444", "23342", "1222332"))
_PAIRED_PHONES = frozenset(("2222", "12222"))
_TWO_GROUPS = frozenset(("34", "44", "45", "55", "46", "56", "36", "37", "38", "27", "28"))
_SEVEN_DIGITS = frozenset(("34", "322"))
_POSTAL_CODES = frozenset(("54", "53"))
_CARD_SHAPES = re.compile(r"4{3}[1-4]|4{4}[1-3]?|465|464")


@dataclass(frozen=True, slots=True)
class _Number:
    """Groups of digits and the signs between them; `lead` is + or 00 before a country's code."""

    groups: tuple[str, ...]
    signs: tuple[str, ...]
    lead: bool

    @property
    def digits(self) -> str:
        return "".join(self.groups)

    @property
    def shape(self) -> str:
        return "".join(str(min(len(group), 9)) for group in self.groups)

    @property
    def evenly(self) -> bool:
        return len(set(self.signs)) <= 1


def find_numbers(text: str) -> Iterator[Span]:
    """Every number that may be somebody's: cards first, then telephones, then any long one."""
    text = _NOBODYS.sub(lambda match: BARRIER * len(match.group()), text)
    for match in _NUMBER.finditer(text):
        if sum(map(str.isdigit, match.group())) >= LONG:
            yield from _judged(text, match)


def _judged(text: str, match: re.Match[str]) -> Iterator[Span]:
    start, end = match.span()
    groups = list(_GROUP.finditer(text, start, end))
    before = text[max(0, start - _BEFORE) : groups[0].start()]
    lead = "+" in match.group()
    if not lead and _is_price(groups, before, text[end : end + _BEFORE]):
        return
    first = 0
    for low, high in [] if lead or groups[0].group()[0] == "0" else _cards(groups, text):
        yield from _parted(groups[first:low], text, start, before)
        yield Span(groups[low].start(), groups[high - 1].end(), Kind.CARD)
        first = high
    if first == 0:
        yield from _parted(groups, text, start, before, lead=lead)
    else:
        yield from _parted(groups[first:], text, groups[first - 1].end(), "")


def _parted(
    groups: Sequence[re.Match[str]], text: str, start: int, before: str, *, lead: bool = False
) -> Iterator[Span]:
    """The groups as one number, or else each that is long by itself."""
    if not groups:
        return
    signs = tuple(text[one.end() : other.start()] for one, other in pairwise(groups))
    number = _Number(tuple(group.group() for group in groups), signs, lead)
    kind = _kind(number, before)
    if kind is not None:
        opened = text.rfind("(", start, groups[0].start())
        closed = opened >= 0 and ")" in "".join(signs)
        # The + is part of it, and so is a bracket that closes within it.
        plus = text.rfind("+", start, groups[0].start())
        inside = [place for place in (plus, opened if closed else -1) if place >= 0]
        yield Span(min([groups[0].start(), *inside]), groups[-1].end(), kind)
        return
    for group in groups:
        single = _single(group.group())
        if single is not None and len(groups) > 1:
            yield Span(group.start(), group.end(), single)


def _is_price(groups: Sequence[re.Match[str]], before: str, after: str) -> bool:
    amount = groups[0].group()[0] != "0" and len(groups) <= 6
    return amount and bool(_CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after))


def _cards(groups: Sequence[re.Match[str]], text: str) -> Iterator[tuple[int, int]]:
    """Which groups (first, beyond the last) are a card's: shaped like one, and adding up."""
    whole = "".join(group.group() for group in groups) if len(groups) <= _CARD.stop else ""
    longest = max(len(group.group()) for group in groups)
    signs = {text[one.end() : other.start()] for one, other in pairwise(groups)}
    if len(whole) in _CARD and len(signs) <= 1 and (longest >= 4 or longest == 1) and _adds(whole):
        yield 0, len(groups)
        return
    low = 0
    while low < len(groups):
        high = next((n for n in (4, 5, 3, 1) if _is_card(groups[low : low + n], n)), 0)
        if high:
            yield low, low + high
        low += high or 1


def _is_card(groups: Sequence[re.Match[str]], count: int) -> bool:
    digits = "".join(group.group() for group in groups)
    if len(groups) != count or len(digits) not in _CARD:
        return False
    shape = "".join(str(min(len(group.group()), 9)) for group in groups)
    return (count == 1 or bool(_CARD_SHAPES.fullmatch(shape))) and _adds(digits)


def _adds(digits: str) -> bool:
    """The check of Luhn."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return digits[0] != "0" and sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0
