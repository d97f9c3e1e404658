"""The pages of an answer with more units than one message holds: where each begins and its name.

All rows of a page have room in its native and in its rich form alike, so that a page is the same
in every workspace; the `text` tells as many as fit it. Knows no button and makes no message.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.core.metrics import METRICS
from bot.core.reports import Report
from bot.core.sentences import say
from bot.render.limits import LIMITS
from bot.render.plan import Shown
from bot.render.untrusted import clean, cut, size

POSTED: Final = 5  # messages that follow a public answer at most; beyond, the CSV has the rows
# Slack refuses a posted message whose texts, tables aside, come to some 12,000 characters: no page
# of its documentation says so, but a third of that is left for the head and the foot.
_CHARACTERS: Final = 8_000
_LEAST: Final = 2_000  # of them a page has for its rows, whatever stands under them
_ACCOUNT = 30


@dataclass(frozen=True, slots=True)
class Page:
    """The rows from `first` up to, but not including, `end`; both count from 0.

    `before` is where the page before begins, None where there is none.
    """

    first: int = 0
    end: int = 0
    total: int = 0
    before: int | None = None

    @property
    def whole(self) -> bool:
        """Whether it is the only one."""
        return self.first == 0 and self.end >= self.total

    @property
    def after(self) -> int | None:
        """Where the page after begins, None where there is none."""
        return self.end if self.end < self.total else None


WHOLE: Final = Page()


def pages_of(lines: Sequence[str], taken: int = 0) -> list[Page]:
    """The pages of so many lines, about as long each; a single one where one message holds all.

    `taken` is how many characters the lists take that stand under the first.
    """
    return pages_by([(1, size(line) + 1) for line in lines], taken)


def pages_by(sizes: Sequence[tuple[int, int]], taken: int = 0) -> list[Page]:
    """The pages of things that take so many rows of a table and so many characters each."""
    total, room = len(sizes), max(_LEAST, _CHARACTERS - taken)
    rows, characters = (sum(one[at] for one in sizes) for at in (0, 1))
    count = max(1, -(-rows // LIMITS["table.rows"]), -(-characters // room))
    step = max(1, -(-total // count))
    while step > 1 and not all(_fits(sizes[at : at + step], room) for at in range(0, total, step)):
        step -= 1
    return [
        Page(first, min(first + step, total), total, first - step if first else None)
        for first in range(0, total, step)
    ] or [WHOLE]


def _fits(sizes: Sequence[tuple[int, int]], room: int) -> bool:
    rows, characters = (sum(one[at] for one in sizes) for at in (0, 1))
    return rows <= LIMITS["table.rows"] and characters <= room


def page_at(lines: Sequence[str], start: int, taken: int = 0) -> Page:
    """The page that holds row `start`; the last one where there are fewer rows by now."""
    return page_with(pages_of(lines, taken), start)


def page_with(pages: Sequence[Page], start: int) -> Page:
    """The one of the pages, of which there is one at least, that holds row `start`."""
    return next((page for page in reversed(pages) if page.first <= start), pages[0])


def page_title(report: Report, page: Page) -> str:
    """Acme: Rows 201–400 of 400: messages received by day."""
    nouns = [METRICS[one.metric].noun for one in report.series]
    names = nouns[-1]
    if len(nouns) > 1:
        names = say("words.and", first=", ".join(nouns[:-1]), last=names)
    unit = say(f"unit.{report.series[0].unit}")
    line = say("page.title", rows=page_rows(page), names=names, unit=unit)
    if report.account is None:
        return line
    return say("head.account", account=cut(clean(report.account), _ACCOUNT), line=line)


def page_rows(page: Page, counted: str = "rows") -> str:
    """Rows 201–400 of 400; `counted` is what is counted: rows or accounts."""
    return say(f"page.{counted}", first=page.first + 1, last=page.end, total=page.total)


def page_foot(page: Page, shown: Shown, *, ends: bool = False, counted: str = "rows") -> str:
    """Which rows these are and where the others are; empty where that is plain to see.

    `ends`: no message follows this one, though it is not the last page.
    """
    rows = page_rows(page, counted)
    if page.after is None:
        return ""
    if not shown.public:
        return say("page.press", rows=rows)
    if ends or not shown.threaded:
        return say("page.csv", rows=rows)
    # In the thread the next page stands right below.
    return "" if page.first else say("page.thread", rows=rows)
