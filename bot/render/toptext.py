"""The top-level `text` of a message: all that a notification or a screen reader gets.

First line at most 120 characters, 3,000 in all; where rows must go, it says how many and where
they are. Every line passes the door of `blocks.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.sentences import say
from bot.render.blocks import NOTHING, top_line
from bot.render.limits import LIMITS
from bot.render.untrusted import size

_LINE = 700  # no single line, however many notes it carries, may crowd out the others


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that may be shortened from their end; `where` (table or csv) has what was left out.

    Lines in a tuple of their own stay together, and count as one.
    """

    title: str
    lines: Sequence[str | tuple[str, ...]]
    foot: tuple[str, ...]
    where: str


def top_text(
    first: str, head: Sequence[str], sections: Sequence[Section], tail: Sequence[str]
) -> str:
    """The whole text: the first line, the head, the sections as far as they fit, the tail."""
    opening = [*_opening(first), *_lines(head)]
    closing = _lines(tail)
    bodies = [_Body.of(section) for section in sections]
    room = LIMITS["message.text"] - _length(opening) - _length(closing)
    keep = _most_that_fit(bodies, room)
    lines = [*opening, *(line for body in bodies for line in body.kept(keep)), *closing]
    return _within("\n".join(lines))


def _opening(first: str) -> list[str]:
    """The first line; what a notification has no room for goes on in the next, between words."""
    limit = LIMITS["message.text.first_line"]
    words = first.split(" ")
    fit = bisect_right(range(len(words)), limit, key=lambda n: size(_joined(words[: n + 1])))
    if fit in (0, len(words)):
        return [top_line(first, limit) or NOTHING]
    return [_joined(words[:fit]) or NOTHING, *_lines([" ".join(words[fit:])])]


def _joined(words: Sequence[str]) -> str:
    return top_line(" ".join(words), _LINE)


def _lines(lines: Sequence[str]) -> list[str]:
    return [top_line(line, _LINE) for line in lines if line]


def weight(text: str) -> int:
    """What a text takes of the 3,000: its length, or more where its bytes would reach 4,000."""
    most, most_bytes = LIMITS["message.text"], LIMITS["message.text.bytes"]
    return max(size(text), -(-len(text.encode()) * most // most_bytes))


def _length(lines: Sequence[str]) -> int:
    return sum(weight(line) + 1 for line in lines)


@dataclass(frozen=True, slots=True)
class _Body:
    title: list[str]
    groups: list[list[str]]
    foot: list[str]
    where: str

    @classmethod
    def of(cls, section: Section) -> _Body:
        title = [section.title] if section.title else []
        groups = (_lines([one] if isinstance(one, str) else one) for one in section.lines)
        kept = [group for group in groups if group]
        return cls(_lines(title), kept, _lines(section.foot), section.where)

    def kept(self, rows: int) -> list[str]:
        left = len(self.groups) - rows
        more = [say(f"more.{self.where}", count=left)] if left > 0 else []
        lines = [line for group in self.groups[:rows] for line in group]
        return [*self.title, *lines, *more, *self.foot]


def _most_that_fit(bodies: Sequence[_Body], room: int) -> int:
    low, high = 0, max((len(body.groups) for body in bodies), default=0)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(_length(body.kept(middle)) for body in bodies) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _within(text: str) -> str:
    """The last resort: whole lines only, as many as there is room for."""
    limit = LIMITS["message.text"]
    if weight(text) <= limit:
        return text
    kept: list[str] = []
    for line in text.split("\n"):
        if _length(kept) + weight(line) + 1 > limit:
            break
        kept.append(line)
    return "\n".join(kept)
