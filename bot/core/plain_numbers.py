"""Tells the numbers that are nobody's: days, times, amounts, versions, codes, lists, scores.

Must not decide what any other number is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from bot.core.private_words import BARRIER


def _days(part: str) -> str:
    """A day in any order of its parts, parted by the sign `part`."""
    day, month, year = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "[12][0-9]{3}"
    any_year = f"(?:{year}|[0-9]{{2}})" if part != " " else year
    return (
        f"{year}{part}{month}{part}{day}|{day}{part}{month}{part}{any_year}"
        f"|{month}{part}{day}{part}{year}"
    )


COMPACT_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_DAY = (
    rf"(?:{_days('-')}|{_days('/')}|{_days('[.]')}|{_days('[.] ')}|{_days(' ')}"
    rf"|{COMPACT_DAY.pattern})"
)
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
_MOMENT = rf"{_DAY}(?:[T ]{_CLOCK}(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)?"
_YEAR = r"(?:19|20)[0-9]{2}"
_DOTTED_CLOCK = r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]"
_MACHINE = r"(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
# What is nobody's, whatever its digits. The signs around it must not go on with the number.
_BEGINS = r"(?<![0-9A-Za-z+])(?<![0-9][./-])"
_ENDS = r"(?![0-9A-Za-z]|[./-][0-9])"
_PLAIN = re.compile(
    rf"{_BEGINS}(?:"
    rf"{_MOMENT}(?: ?[-/] ?{_MOMENT})?{_ENDS}"
    rf"|{_YEAR}(?: ?[-/ ] ?{_YEAR}){{1,9}}{_ENDS}(?! [0-9])"
    rf"|{_MACHINE}(?:-{_MACHINE})?(?![0-9A-Za-z]|\.[0-9])"
    rf"|{_DOTTED_CLOCK} ?- ?{_DOTTED_CLOCK}{_ENDS}"
    rf"|(?<![0-9],)(?:0|[1-9][0-9]{{0,2}})[.,][0-9]{{1,9}}{_ENDS}(?!,[0-9])"
    rf"|[1-9][0-9]{{3,8}}[.,][0-9]{{1,2}}{_ENDS}(?!,[0-9])"
    # A card's end, which a check number of three digits may follow.
    rf"|(?:0[1-9]|1[0-2])/[0-9]{{2}}(?= [0-9]{{3}}(?![ ./0-9-])|(?! ?[0-9])){_ENDS}"
    # The ratio of a circle, longer than other decimals that could be a telephone's.
    rf"|3[.,]141592653[0-9]*+{_ENDS}"
    # A code with a letter at its end, unless what stands before makes it a telephone's.
    rf"|(?<![0-9)] )(?<!\))[1-9][0-9]{{2}}-[0-9]{{4}}-[A-Za-z]{{1,2}}(?![0-9A-Za-z])"
    rf"|97[89]-[0-9]{{1,5}}-[0-9]{{1,7}}-[0-9]{{1,7}}-[0-9]{_ENDS}"
    rf")|(?<![0-9:]){_CLOCK}(?![0-9])|〒 ?[0-9]{{3}}-[0-9]{{4}}(?![0-9])"
)


def without_plain(text: str) -> str:
    """The text with a barrier in the place of each day, time, decimal and the like."""
    return _PLAIN.sub(lambda match: BARRIER * len(match.group()), text)


@dataclass(frozen=True, slots=True)
class Number:
    """Groups of digits, and the signs between them."""

    groups: tuple[str, ...]
    signs: tuple[str, ...]

    @property
    def digits(self) -> str:
        """All of them in a row."""
        return "".join(self.groups)

    @property
    def shape(self) -> str:
        """How many digits each group has: 334 for 212-555-0100; 9 stands for more too."""
        return "".join(str(min(len(group), 9)) for group in self.groups)

    @property
    def sign(self) -> str:
        """The one sign that parts all groups; nothing where they differ."""
        signs = {sign.strip() or " " for sign in self.signs}
        return signs.pop() if len(signs) == 1 else ""

    @property
    def padded(self) -> bool:
        """Whether a group begins with a zero, which no amount does."""
        return any(group[0] == "0" and len(group) > 1 for group in self.groups)


_STEP = 12  # of a list that counts; telephones in pairs may step too, by more
_SPELLED = 9  # digits one by one; fewer may be marks that somebody gives
_SIZES = 24  # between the smallest and the largest of a row of sizes
_PAIRED = frozenset(("2222", "12222"))
_IN_TWO = frozenset(("34", "44", "45", "55", "46", "56", "36", "37", "38", "27", "28"))
_POSTAL = frozenset(("54", "53"))


def _steps(number: Number) -> bool:
    """1 2 3 4 5, 10-20-30-40, 36 38 40 41: a list that counts, or grows a little."""
    if len(number.groups) < 3 or max(map(len, number.groups)) > 6:
        return False
    steps = [int(other) - int(one) for one, other in pairwise(number.groups)]
    evenly = len(set(steps)) == 1 and 0 < abs(steps[0]) <= _STEP
    return evenly or (min(steps) > 0 and sum(steps) <= _SIZES)


def _round(number: Number) -> bool:
    """1500-2500, 120 240 480: amounts."""
    return not number.padded and all(group[-1] == "0" for group in number.groups)


def _amount(number: Number) -> bool:
    """1 234 567, 12.345.678, 250.000.000, 100.000-200.000; but 612 345 678 is a telephone."""
    dashes = [place for place, sign in enumerate(number.signs, 1) if "-" in sign]
    parts = [number.groups[i:j] for i, j in pairwise([0, *dashes, len(number.groups)])]
    inside = {sign for sign in number.signs if "-" not in sign}
    if len(parts) > 2 or len(inside) != 1 or not inside <= {" ", "."}:
        return False
    grouped = all(part[0][0] != "0" and {3} >= {*map(len, part[1:])} for part in parts)
    round_ = all(part[-1] == "000" and len(part[0]) <= 3 for part in parts)
    return grouped and (round_ or (len(parts) == 1 and len(number.groups[0]) < 3))


def _day(number: Number) -> bool:
    """12-14 2026, as in Nov 12-14 2026."""
    *days, year = number.groups
    return bool(re.fullmatch(_YEAR, year)) and all(len(d) < 3 and int(d) <= 31 for d in days)


def _times(number: Number) -> bool:
    """0900-1700."""
    return all(
        len(group) == 4 and group[:2] <= "24" and group[2:] in ("00", "15", "30", "45")
        for group in number.groups
    )


def _version(number: Number) -> bool:
    """120.0.6099.110; but 1.212.555.0100 is a telephone."""
    if number.sign != "." or number.padded or number.shape == "1334":
        return False
    return 3 <= len(number.groups) <= 5 and "1" in number.shape


def _small(number: Number) -> bool:
    """Scores, sizes, lots: groups of one or two digits that nobody's telephone has."""
    shape = number.shape
    if max(map(len, number.groups)) > 2:
        return len(shape) > 4 and set(shape) == {"3"}
    if number.sign and set(shape) == {"1"}:
        return len(shape) < _SPELLED
    german = number.groups[0][0] == "0" and sum("/" in sign for sign in number.signs) == 1
    french = shape == "22222" and number.padded
    return not (german or (number.sign and (french or shape in _PAIRED)))


def _two(number: Number) -> bool:
    """Two groups: ZIP codes, a year and a running number, two numbers side by side."""
    if len(number.groups) != 2:
        return False
    one, other = number.groups
    if number.sign in ("-", "/") and re.fullmatch(_YEAR, one) and other[0] == "0":
        return True
    if number.sign == "-":
        return number.shape in _POSTAL and (one[0] != "0" or number.shape == "53")
    return one[0] != "0" and (number.sign == "." or number.shape not in _IN_TWO)


_PLAIN_GROUPS: tuple[Callable[[Number], bool], ...] = (
    _steps,
    _round,
    _amount,
    _day,
    _times,
    _version,
    _small,
    _two,
)


def is_plain(number: Number) -> bool:
    """Whether the groups are a list, an amount, a version, a code: nobody's as a whole."""
    return any(tells(number) for tells in _PLAIN_GROUPS)
