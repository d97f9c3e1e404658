"""Finds telephone, card, account and other people's numbers in the skeleton of a text.

A number is judged by how its digits are grouped; days, times, amounts, versions and lists are left
alone. Must not look at words, but for currencies and the few that announce an identity number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.core.private_accounts import card_groups
from bot.core.private_words import BARRIER, Kind, Span

LONG = 7  # digits in a row from which a number is taken for somebody's
_MOST_OF_PHONE = 15  # E.164
_MOST_OF_HOME = 13  # with the code of an area, and perhaps a country's without its +


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
# What is nobody's, whatever its digits. The signs around it must not go on with the number.
_BEGINS = r"(?<![0-9A-Za-z+])(?<![0-9][./-])"
_ENDS = r"(?![0-9A-Za-z]|[./-][0-9])"
_NOBODYS = re.compile(
    rf"{_BEGINS}(?:"
    rf"{_MOMENT}(?: ?[-/] ?{_MOMENT})?{_ENDS}"
    rf"|{_YEAR}(?: ?[-/ ] ?{_YEAR}){{1,9}}{_ENDS}(?! [0-9])"
    rf"|{_DOTTED_CLOCK} ?- ?{_DOTTED_CLOCK}{_ENDS}"
    rf"|(?<![0-9],)(?:0|[1-9][0-9]{{0,2}})[.,][0-9]{{1,9}}{_ENDS}(?!,[0-9])"
    rf"|[1-9][0-9]{{3,8}}[.,][0-9]{{1,2}}{_ENDS}(?!,[0-9])"
    # A card's end, which a check number of three digits may follow.
    rf"|(?:0[1-9]|1[0-2])/[0-9]{{2}}(?= [0-9]{{3}}(?![ ./0-9-])|(?! ?[0-9])){_ENDS}"
    rf"|97[89]-[0-9]{{1,5}}-[0-9]{{1,7}}-[0-9]{{1,7}}-[0-9]{_ENDS}"
    rf")|(?<![0-9:]){_CLOCK}(?![0-9])|〒 ?[0-9]{{3}}-[0-9]{{4}}(?![0-9])"
)
# Digits, single signs or brackets between them, perhaps a + or a bracket in front; what has more
# groups is a list, and read in pieces.
_NUMBER = re.compile(r"(?:\(?\+ ?)?\(?[0-9]++(?:(?:\)? ?[-/] ?|[ .]| ?\(|\)[. ]?)[0-9]++){0,30}+")
_GROUP = re.compile(r"[0-9]+")
_SIGNS = r"[$€£¥₹₽₺₩₪฿₫₴₦₱]"
_CODES = (
    r"usd|eur|gbp|jpy|inr|idr|vnd|brl|mxn|cop|clp|ars|pln|czk|huf|sek|nok|dkk|chf|try|rub|uah|"
    r"krw|cny|thb|php|myr|ngn|kes|zar|aed|sar|egp|aud|cad|nzd|sgd|hkd"
)
_CURRENCY_BEFORE = re.compile(rf"(?:{_SIGNS}|(?<![a-z])(?:{_CODES}|rs\.?|rp\.?|fr\.?)) ?$", re.I)
_CURRENCY_AFTER = re.compile(
    rf" ?(?:{_SIGNS}|[円元원]|(?:{_CODES}|kr|zł|zl|kč|kc|ft|lei|tl|đ|руб|грн|euros?|dollars?)\b)",
    re.IGNORECASE,
)
_IDENTITY_BEFORE = re.compile(r"\b(?:dni|cpf|rut|run|rg|ci|cc|cuit|c[eé]dula)\b[^0-9]{0,6}$", re.I)
_LETTER_BEFORE = re.compile(r"[A-Za-z][-_/.#]?$")
_NEAR = 16  # signs that are looked at before and after a number

# Shapes: how many digits each group has, so that 212-555-0100 is "334".
_IDENTITIES = frozenset(
    ("324", "3332", "2331", "1331", "64", "84", "71", "81", "444", "23342", "1222332")
)
_PAIRED = frozenset(("2222", "12222"))
_IN_TWO = frozenset(("34", "44", "45", "55", "46", "56", "36", "37", "38", "27", "28"))
_OF_SEVEN = frozenset(("34", "322"))
_POSTAL = frozenset(("54", "53"))


@dataclass(frozen=True, slots=True)
class _Number:
    """Groups of digits, and the signs between them."""

    groups: tuple[str, ...]
    signs: tuple[str, ...]

    @property
    def digits(self) -> str:
        return "".join(self.groups)

    @property
    def shape(self) -> str:
        return "".join(str(min(len(group), 9)) for group in self.groups)

    @property
    def sign(self) -> str:
        """The one sign that parts all groups; nothing where they differ."""
        return self.signs[0].strip() or " " if len(set(self.signs)) == 1 else ""

    @property
    def padded(self) -> bool:
        """Whether a group begins with a zero, which no amount does."""
        return any(group[0] == "0" and len(group) > 1 for group in self.groups)


def find_numbers(text: str) -> Iterator[Span]:
    """Every number that may be somebody's: cards, telephones, identity numbers, any long one."""
    text = _NOBODYS.sub(lambda match: BARRIER * len(match.group()), text)
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
        if not _ROUND.fullmatch(number.digits):
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


def _number(text: str, groups: Sequence[re.Match[str]]) -> _Number:
    signs = tuple(text[one.end() : other.start()] for one, other in pairwise(groups))
    return _Number(tuple(group.group() for group in groups), signs)


def _opening(text: str, number: _Number) -> int:
    """Where the number begins: at a bracket only if that is closed within it."""
    return 1 if text[0] == "(" and ")" not in "".join(number.signs) else 0


def _rest(text: str, groups: Sequence[re.Match[str]], before: str) -> Iterator[Span]:
    """The groups as one number; or else each that is long by itself."""
    if not groups:
        return
    number = _number(text, groups)
    kind = _kind(number, before) if len(groups) > 1 else None
    if kind is not None:
        start = groups[0].start()
        yield Span(_opening(text, number) if start == 1 else start, groups[-1].end(), kind)
        return
    slash = next((place for place, sign in enumerate(number.signs, 1) if "/" in sign), 0)
    if slash:
        yield from _rest(text, groups[:slash], before)
        yield from _rest(text, groups[slash:], "")
        return
    for group in groups:
        single = _single(group.group())
        if single is not None:
            yield Span(group.start(), group.end(), single)


_ROUND = re.compile(r"[1-9][0-9]{0,2}0{6}")
_COMPACT_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_UNBROKEN_PHONE = range(9, 14)


def _single(digits: str) -> Kind | None:
    """What digits in a row are; amounts in millions and days are nobody's."""
    if len(digits) < LONG or _ROUND.fullmatch(digits) or _COMPACT_DAY.fullmatch(digits):
        return None
    if digits[0] == "0" and len(digits) in _UNBROKEN_PHONE and digits.strip("0"):
        return Kind.PHONE
    return Kind.NUMBER


def _kind(number: _Number, before: str) -> Kind | None:
    """What several groups are together; None where that is nobody's."""
    count = len(number.digits)
    if count < LONG:
        return None
    if _IDENTITY_BEFORE.search(before):
        return Kind.NUMBER
    if any(is_nobodys(number) for is_nobodys in _NOBODYS_GROUPS):
        return None
    if number.shape in _IDENTITIES:
        return Kind.NUMBER
    padded = number.digits[0] == "0"
    if not padded and (
        "/" in "".join(number.signs)
        or (count <= _MOST_OF_HOME and _LETTER_BEFORE.search(before))
        or (count == LONG and number.shape not in _OF_SEVEN)
    ):
        return None
    if count > _MOST_OF_PHONE:
        return Kind.NUMBER if max(map(len, number.groups)) > 3 else None
    return Kind.PHONE if padded or count <= _MOST_OF_HOME else Kind.NUMBER


def _steps(number: _Number) -> bool:
    """1 2 3 4 5, 10-20-30-40: a list that counts."""
    if len(number.groups) < 3 or max(map(len, number.groups)) > 6:
        return False
    steps = {int(other) - int(one) for one, other in pairwise(number.groups)}
    return len(steps) == 1 and 0 < abs(steps.pop()) <= _STEP


def _round(number: _Number) -> bool:
    """1500-2500, 120 240 480: amounts."""
    return not number.padded and all(group[-1] == "0" for group in number.groups)


def _amount(number: _Number) -> bool:
    """1 234 567, 12.345.678, and 250.000.000; but 612 345 678 is a telephone."""
    first, rest = number.groups[0], number.groups[1:]
    grouped = number.sign in (" ", ".") and all(len(group) == 3 for group in rest)
    return grouped and first[0] != "0" and (len(first) < 3 or rest[-1] == "000")


def _times(number: _Number) -> bool:
    """0900-1700."""
    return all(
        len(group) == 4 and group[:2] <= "24" and group[2:] in ("00", "15", "30", "45")
        for group in number.groups
    )


def _version(number: _Number) -> bool:
    """120.0.6099.110, and an address like 192.168.100.200; but 1.212.555.0100 is a telephone."""
    if number.sign != "." or number.padded or number.shape == "1334":
        return False
    machine = len(number.groups) == 4 and all(
        len(group) <= 3 and int(group) <= 255 for group in number.groups
    )
    return machine or (3 <= len(number.groups) <= 5 and "1" in number.shape)


def _small(number: _Number) -> bool:
    """Scores, sizes, lots: groups of one or two digits that nobody's telephone has."""
    if max(map(len, number.groups)) > 2:
        return len(number.groups) > 4 and set(number.shape) == {"3"}
    if number.sign and set(number.shape) == {"1"}:
        return len(number.groups) < _SPELLED
    french = number.shape == "22222" and number.padded
    if not number.sign or not (french or number.shape in _PAIRED):
        return True
    values = [int(group) for group in number.groups]
    return values == sorted(set(values)) and values[-1] - values[0] <= _SIZES


def _two(number: _Number) -> bool:
    """Two groups: ZIP codes, a year and a running number, two numbers side by side."""
    if len(number.groups) != 2:
        return False
    one, other = number.groups
    if number.sign in ("-", "/") and re.fullmatch(_YEAR, one) and other[0] == "0":
        return True
    if number.sign == "-":
        return number.shape in _POSTAL and (one[0] != "0" or number.shape == "53")
    return one[0] != "0" and (number.sign == "." or number.shape not in _IN_TWO)


_STEP = 12  # of a list that counts; telephones in pairs may step too, by more
_SPELLED = 9  # digits one by one; fewer may be marks that somebody gives
_SIZES = 24  # between the smallest and the largest of a row of sizes
_NOBODYS_GROUPS: tuple[Callable[[_Number], bool], ...] = (
    _steps,
    _round,
    _amount,
    _times,
    _version,
    _small,
    _two,
)


def _is_price(number: _Number, before: str, after: str) -> bool:
    """Whether a currency stands beside what may be an amount."""
    amount = number.digits[0] != "0" and len(number.digits) < _MOST_OF_HOME
    grouped = all(len(group) <= 3 for group in number.groups[1:]) or number.sign == "-"
    beside = _CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after)
    return amount and grouped and bool(beside)
