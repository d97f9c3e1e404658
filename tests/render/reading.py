"""Listens to a message's `text` as a screen reader does, and notes what it heard.

Takes numbers, days and names back out of the words; shares no code with what wrote them, and
decides nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from bot.core.metrics import Metric
from bot.core.reports import NoteKind

LABELS = {
    Metric.NEW_USERS: "New users",
    Metric.TRIGGERS: "Triggers",
    Metric.RECEIVED: "Messages received",
    Metric.SENT: "Messages sent",
    Metric.TOTAL_USERS: "Total users",
    Metric.ACTIVE_USERS: "Active users (30 days)",
}
# What is heard of each note; nothing of those that another line tells.
HEARD = {
    NoteKind.SO_FAR: "",
    NoteKind.LONGER: "",
    NoteKind.NO_DATA: "",
    NoteKind.READING: "{0}",
    NoteKind.ZONE_UNKNOWN: "I don't know your time zone",
    NoteKind.COARSER_UNIT: "too long to show by {0}",
    NoteKind.MONTHS_CUT_AT: "months cut at {0}",
    NoteKind.BASELINE_NO_DATA: "no comparison: Flow XO has nothing for",
    NoteKind.TOTAL_FELL: "total users only ever grow",
    NoteKind.NO_BASELINE: "nothing before it to compare with",
    NoteKind.BASELINE_FAILED: "did not answer for the other dates",
    NoteKind.SUMS_DISAGREE: "do not add up to its total of {0}",
    NoteKind.BASELINE_SUMS_DISAGREE: "for the other dates Flow XO's figures by {1} do not add up",
    NoteKind.BASELINE_NO_TOTALS: "no totals for the other dates",
    NoteKind.FLOW_NOT_FOUND: '"{0}"',
    NoteKind.FLOW_BEFORE: "",  # it is told of the dates compared with, and heard apart
    NoteKind.NO_TOTALS: "no totals for these dates",
    NoteKind.NO_CHART: "no chart: too few {0}s have data",
    NoteKind.NOT_BY_UNIT: "not by {0}",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TIME = re.compile(r"(?<!UTC[+−])\b(?:\d\d:\d\d)(?::\d\d)?")
_NO_DAY = re.compile(r"UTC[+−]\d\d:\d\d|\d\d:\d\d(?::\d\d)?|\([^)]*\)")
_DAY = re.compile(rf"(?<!\d)(\d\d?)(?: ({'|'.join(MONTHS)}))?(?: (\d{{4}}))?(?!\d)")
# Letters that nobody sees, and the look-alikes of signs that would format.
_UNHEARD = frozenset("\u115f\u1160\u3164\uffa0ˍˋ")


def lines_of(text: str) -> list[str]:
    """The lines as they are read aloud: with `&`, `<` and `>` for their entities."""
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return text.split("\n")


def letters(name: str) -> str:
    """What is spoken of a name: its letters and digits."""
    return "".join(one for one in name if one.isalnum() and one not in _UNHEARD)


def number(words: str) -> int | None:
    """The whole number in any separators; None for a dash, which says that there is none."""
    if words.strip() == "—":
        return None
    value = int("".join(str(unicodedata.digit(one)) for one in words if one.isdigit()))
    return -value if "−" in words else value


def percent(words: str) -> tuple[Fraction, Fraction]:
    """A signed percent, and how far from the truth its rounding may be."""
    decimal = re.search(r"\d[^\d\s]\d %", words)
    value = number(words.replace("%", "")) or 0
    if decimal:
        return Fraction(value, 10), Fraction(1, 20)
    return Fraction(value), Fraction(1, 2)


def days(words: str, year: int) -> list[date]:
    """Every day that is named; month and year may stand at a later one, or `year` is meant."""
    found = []
    month = 0
    for day, name, said in reversed(_DAY.findall(_NO_DAY.sub("", words))):
        month = MONTHS.index(name) + 1 if name else month
        year = int(said) if said else year
        found.append(date(year, month, int(day)))
    return found[::-1]


def clocks(words: str) -> list[str]:
    """Every time of day that is named."""
    return _TIME.findall(words)


# Words for an earlier time, which what begins no earlier must never be called by.
EARLIER = re.compile(
    r"\bwas\b|\bbefore\b|\bno longer\b|\b(?:up|down) from\b|\bearlier\b"
    r"|(?:[,(] ?|\"|^)new(?![\w ])",
    re.IGNORECASE | re.MULTILINE,
)

_CELL = re.compile(r"—|\d(?:[\d.\u00a0\u202f'’٬]|,(?=\d))*")


def numbers(words: str) -> list[int | None]:
    """Every whole number or dash, in order; thousands may be parted in any way."""
    return [number(found) for found in _CELL.findall(words)]


_FIGURE = re.compile(r"(?P<label>[^:]+): (?P<value>—|−?[\d\W]*\d)(?: \((?P<rest>.*)\))?")
_ROW = re.compile(
    r"(?P<rank>\d+)\. (?P<name>.*): (?P<count>\d[\d\W]*?)(?: \((?P<share>\d+) %\)?)?"
    r"(?:,? \(?(?P<before>new|was \d+\w\w|not in the first \d+ before"
    r"|\d+\w\w there|not in the list there|not in the first \d+ there)\)?)?"
    r"(?P<broadcast>\. Looks like a broadcast: one start per recipient)?"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """One line of a figure or a row, taken apart."""

    label: str
    value: int | None
    rest: str
    rank: int = 0
    share: int | None = None
    broadcast: bool = False


def figure(line: str) -> Heard:
    """New users: 1 (was 9)."""
    found = _FIGURE.fullmatch(line)
    assert found, line
    return Heard(found["label"], number(found["value"]), found["rest"] or "")


def row_of(line: str) -> Heard | None:
    """1. Untitled Broadcast: 93 (73 %), new; None where the line is none."""
    found = _ROW.fullmatch(line)
    if not found:
        return None
    share = int(found["share"]) if found["share"] else None
    before = found["before"] or ""
    likely = found["broadcast"] is not None
    return Heard(found["name"], number(found["count"]), before, int(found["rank"]), share, likely)


def parted(rest: str, first: str = "was ") -> tuple[str, str]:
    """The other figure, in which a comma may part thousands, and the change, if one is told."""
    assert rest.startswith(first)
    rest = rest.removeprefix(first)
    words, _, change = rest.rpartition(", ")
    known = change == "no change" or change[:1] in ("+", "−")
    return (words, change) if known else (rest, "")


def is_in_words(text: str) -> None:
    """No arrow, no emoji, no sign that is drawn and not spoken."""
    for one in text:
        spoken = unicodedata.category(one)[0] in "LNZP" or one in "\n+−"
        assert spoken, unicodedata.name(one, hex(ord(one)))


@dataclass(slots=True)
class Listener:
    """Goes through the lines of a text, one after the other."""

    lines: list[str]
    place: int = field(default=0)

    @property
    def line(self) -> str:
        """The line that comes next; empty at the end."""
        return self.lines[self.place] if self.place < len(self.lines) else ""

    def take(self) -> str:
        """The next line, which there must be."""
        assert self.place < len(self.lines), "the text ends too early"
        self.place += 1
        return self.lines[self.place - 1]

    def taken(self, pattern: str) -> re.Match[str] | None:
        """The next line where it is of that kind, else None and it stays."""
        found = re.fullmatch(pattern, self.line)
        self.place += bool(found)
        return found
