"""Finds telephone, card, account and other people's numbers in the skeleton of a text.

A number is judged by how its digits are grouped; days, times, amounts, versions and lists are left
alone. Must not look at words, but for currencies and the few that announce an identity number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.core.plain_numbers import COMPACT_DAY, Number, is_plain, without_plain
from bot.core.private_accounts import card_groups
from bot.core.private_words import Kind, Span

LONG = 7  # digits in a row from which a number is taken for somebody's
_MOST_OF_PHONE = 15  # E.164
_MOST_OF_HOME = 13  # with the code of an area, and perhaps a country's without its +


# Digits, single signs or brackets between them, perhaps a + or a bracket in front; what has more
# groups is a list, and read in pieces.
_NUMBER = re.compile(r"(?:\(?\+ ?)?\(?[0-9]++(?:(?:\)? ?[-/] ?|[ .]| ?\(|\)[. ]?)[0-9]++){0,30}")
_GROUP = re.compile(r"[0-9]+")
_SIGN = "[$€£¥₹₽₺₩₪฿₫₴₦₱]"
# In small letters only those that are no word: "try 5551234567" names no Turkish lira.
_CODE = (
    r"(?:(?i:usd|eur|gbp|inr|idr|vnd|rub|uah|brl|mxn|pln|czk|huf|sek|nok|dkk|chf|jpy|krw|cny|thb|"
    r"ngn|aed|zar)|ARS|CLP|PHP|MYR|KES|SAR|EGP|AUD|CAD|NZD|SGD|HKD)"
)
_AFTER = r"(?i:kr|zł|zl|kč|kc|ft|lei|tl|đ|руб|грн|euros?|dollars?)"
_CURRENCY_BEFORE = re.compile(rf"(?:{_SIGN}|(?<![A-Za-z])(?:{_CODE}|(?i:rs\.?|rp\.?|fr\.?))) ?$")
_CURRENCY_AFTER = re.compile(rf" ?(?:{_SIGN}|[円元원]|(?:{_CODE}|COP|{_AFTER})(?![^\W\d_]))")
_IDENTITY_BEFORE = re.compile(
    r"\b(?:dni|cpf|cnpj|rut|rg|cuit|cuil|nif|nie|pesel|ssn|bsn|c[eé]dula)\b[^0-9]{0,6}$",
    re.IGNORECASE,
)
_LETTER_BEFORE = re.compile(r"[A-Za-z][-_/.#]?$")
# What announces a ware's number; "part" and "item" are everyday words without their "no.".
_WARE_BEFORE = re.compile(
    r"\b(?:sku|mpn|(?:part|item|model|article|artikel)[ -]?(?:no|nr|number|nummer))\b[ :#.]{0,3}$",
    re.IGNORECASE,
)
_NEAR = 16  # signs that are looked at before and after a number

# Shapes: how many digits each group has, so that 212-555-0100 is "334".
_IDENTITIES = frozenset(
    ("324", "3332", "2331", "1331", "64", "84", "71", "81", "444", "23342", "1222332")
)
_OF_SEVEN = frozenset(("34", "322"))


def find_numbers(text: str) -> Iterator[Span]:
    """Every number that may be somebody's: cards, telephones, identity numbers, any long one."""
    text = without_plain(text)
    for match in _NUMBER.finditer(text):
        groups = list(_GROUP.finditer(match.group()))
        if sum(group.end() - group.start() for group in groups) >= LONG:
            before = text[max(0, match.start() - _NEAR) : match.start()]
            after = text[match.end() : match.end() + _NEAR]
            for start, end, kind in _judged(match.group(), groups, before, after):
                yield Span(match.start() + start, match.start() + end, kind)


def _judged(text: str, groups: Sequence[re.Match[str]], before: str, after: str) -> Iterator[Span]:
    number = _number(text, groups)
    front = text[: groups[0].start()]
    abroad = number.digits.startswith("00") and len(number.digits) >= _UNBROKEN_PHONE.start
    if "+" in front or (abroad and number.digits.strip("0")):
        if len(groups) > 1 or not _ROUND.fullmatch(number.digits):
            kind = Kind.PHONE if len(number.digits) <= _MOST_OF_PHONE + 2 else Kind.NUMBER
            yield Span(_opening(text, number), groups[-1].end(), kind)
        return
    if _is_price(number, before, after):
        return
    first = 0
    for low, high in card_groups(number.groups, evenly=bool(number.sign)):
        yield from _rest(text, groups[first:low], "" if first else before)
        yield Span(groups[low].start(), groups[high - 1].end(), Kind.CARD)
        first = high
    yield from _rest(text, groups[first:], "" if first else before)


def _number(text: str, groups: Sequence[re.Match[str]]) -> Number:
    signs = tuple(_sign(text, one, other) for one, other in pairwise(groups))
    return Number(tuple(group.group() for group in groups), signs)


def _opening(text: str, number: Number) -> int:
    """Where the number begins: at a bracket only if that is closed within it."""
    return 1 if text[0] == "(" and ")" not in "".join(number.signs) else 0


def _rest(text: str, groups: Sequence[re.Match[str]], before: str) -> Iterator[Span]:
    """The groups as one number; or what slashes part as numbers; or each that is long itself."""
    if not groups:
        return
    whole = _span(text, groups, before)
    if whole is not None:
        yield whole
        return
    breaks = [n for n in range(1, len(groups)) if "/" in _sign(text, groups[n - 1], groups[n])]
    for low, high in pairwise([0, *breaks, len(groups)]):
        part = _span(text, groups[low:high], before if not low else "") if breaks else None
        if part is not None:
            yield part
            continue
        for group in groups[low:high]:
            single = _single(group.group())
            if single is not None:
                yield Span(group.start(), group.end(), single)


def _span(text: str, groups: Sequence[re.Match[str]], before: str) -> Span | None:
    number = _number(text, groups)
    kind = _kind(number, before) if len(groups) > 1 else None
    if kind is None:
        return None
    start = groups[0].start()
    return Span(_opening(text, number) if start == 1 else start, groups[-1].end(), kind)


def _sign(text: str, one: re.Match[str], other: re.Match[str]) -> str:
    return text[one.end() : other.start()]


_ROUND = re.compile(r"[1-9][0-9]{0,2}0{6,12}")
_UNBROKEN_PHONE = range(9, 14)
_MOST_OF_AMOUNT = 9
_MOST_OF_GROUPED = 12


def _single(digits: str) -> Kind | None:
    """What digits in a row are; amounts in millions and days are nobody's."""
    if len(digits) < LONG or _ROUND.fullmatch(digits) or COMPACT_DAY.fullmatch(digits):
        return None
    if digits[0] == "0" and len(digits) in _UNBROKEN_PHONE and digits.strip("0"):
        return Kind.PHONE
    return Kind.NUMBER


def _kind(number: Number, before: str) -> Kind | None:
    """What several groups are together; None where that is nobody's."""
    count = len(number.digits)
    if count < LONG:
        return None
    if _IDENTITY_BEFORE.search(before):
        return Kind.NUMBER
    if is_plain(number):
        return None
    if number.shape in _IDENTITIES:
        return Kind.NUMBER
    padded = number.digits[0] == "0"
    if not padded and (
        "/" in "".join(number.signs)
        or (count <= _MOST_OF_HOME and _LETTER_BEFORE.search(before))
        or (count == LONG and number.shape not in _OF_SEVEN)
        or _WARE_BEFORE.search(before)
    ):
        return None
    if count > _MOST_OF_PHONE:
        return Kind.NUMBER if max(map(len, number.groups)) > 3 else None
    return Kind.PHONE if padded or count <= _MOST_OF_HOME else Kind.NUMBER


def _is_price(number: Number, before: str, after: str) -> bool:
    """Whether a currency stands beside what may be an amount."""
    longest = _MOST_OF_AMOUNT if len(number.groups) == 1 else _MOST_OF_GROUPED
    amount = number.digits[0] != "0" and len(number.digits) <= longest
    grouped = all(len(group) <= 3 for group in number.groups[1:]) or number.sign == "-"
    beside = _CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after)
    return amount and grouped and bool(beside)
