"""Finds numbers of cards and bank accounts by their checksums; looks at nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.private_words import Kind, Span

_CARD = range(13, 20)
# How many digits the groups of a parted card have.
_COUNTS = (4, 5, 3, 1)
_SHAPES = re.compile(r"4{3}[1-4]|4{4}[1-3]?|465|464")


def card_groups(groups: Sequence[str], *, evenly: bool) -> Iterator[tuple[int, int]]:
    """Which groups of digits (first, beyond the last) are a card's.

    `evenly`: the same sign parts them all, so that they may be grouped in any way, or be single.
    """
    whole = "".join(groups) if evenly and len(groups) < _CARD.stop else ""
    longest = max(map(len, groups))
    if len(whole) in _CARD and (longest > 3 or longest == 1) and _adds(whole):
        yield 0, len(groups)
        return
    sizes = [len(group) for group in groups]
    low = 0
    while low < len(groups):
        count = _parted(groups, sizes, low)
        if count:
            yield low, low + count
        low += count or 1


def _parted(groups: Sequence[str], sizes: Sequence[int], low: int) -> int:
    """How many groups from `low` on are a card's; 0 where none are."""
    for count in _COUNTS:
        some = sizes[low : low + count]
        if len(some) < count or sum(some) not in _CARD:
            continue
        shape = "".join(str(min(size, 9)) for size in some)
        if (count == 1 or _SHAPES.fullmatch(shape)) and _adds("".join(groups[low : low + count])):
            return count
    return 0


def _adds(digits: str) -> bool:
    """The check of Luhn; no card begins with a zero."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return digits[0] != "0" and sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


# How long an IBAN is, by country, as its registry (ISO 13616) has it.
_COUNTRIES = {
    15: "NO", 16: "BE", 18: "DK FI FK FO GL NL SD", 19: "MK SI", 20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV", 22: "BG BH CR DE GB GE IE ME RS VA", 23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG", 25: "LY PT ST", 26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM", 28: "AL AZ BY CY DO GT HN HU LB NI PL SV", 29: "BR EG PS QA UA",
    30: "JO KW MU YE", 31: "MT SC", 32: "LC", 33: "RU",
}  # fmt: skip
_LENGTHS = {
    country: length for length, countries in _COUNTRIES.items() for country in countries.split()
}
_ACCOUNT = re.compile(
    r"(?<![0-9A-Za-z])(?P<country>[A-Za-z]{2})(?=(?P<rest>[0-9]{2}(?:[ -]?[0-9A-Za-z]){11,31}))"
)
_SIGN = re.compile(r"[0-9A-Za-z]")


def find_accounts(text: str) -> Iterator[Span]:
    """Every IBAN whose checksum is right."""
    done = 0
    for match in _ACCOUNT.finditer(text):
        length = _LENGTHS.get(match["country"].upper())
        signs = list(_SIGN.finditer(text, match.start(), match.end("rest")))[:length]
        if length is None or len(signs) < length or match.start() < done:
            continue
        end = signs[-1].end()
        parted = not text[end : end + 1].isalnum() or not text[end].isascii()
        if parted and _checks("".join(sign.group() for sign in signs)):
            yield Span(match.start(), end, Kind.IBAN)
            done = end


def _checks(account: str) -> bool:
    turned = account[4:] + account[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
