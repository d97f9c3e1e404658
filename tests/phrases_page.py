"""docs/phrases.md, made of the rules' own examples: `python -m tests.phrases_page` writes it."""
# ruff: noqa: E501 - the rows of a table in Markdown are one line each

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core.dates import read
from bot.core.parse import Context
from bot.core.periods import Period
from bot.core.phrases import comparing, saying
from bot.core.phrases.grammar import JOINED, RULES
from bot.core.phrases.languages.en import FEASTS
from bot.core.phrases.rules import Rule
from tests.corpora import cases

PAGE = Path(__file__).parents[1] / "docs" / "phrases.md"
NOW = datetime(2026, 11, 26, 15, 45, 12, tzinfo=UTC)
THURSDAY = Context(NOW, ZoneInfo("UTC"))
# The families in the order of the page, by the module that holds their rules.
FAMILIES = {
    "relative": "From today",
    "weekdays": "Weekdays and weekends",
    "named": "Units of the calendar",
    "halves": "Half-years",
    "weeks": "Weeks by number or by a day",
    "day_of_month": "Days",
    "parts": "Parts of a month, quarter or year",
    "feasts": "Days with names",
}
LANGUAGES = {"es": "Spanish", "de": "German", "fr": "French", "pt": "Portuguese"}
HEAD = """# What dates you can say

Made of the examples that the rules in `bot/core/phrases/` carry: `make phrases` writes this page, and
a test holds it to them. Everything here is asked on Thursday 26 November 2026 at 15:45:12 UTC.

The words may be capital or small, in any order with "by day", "vs last year", "top 10" and the like,
with "please", "show me" and a question mark around them. A slip of one letter in a longer word is
mended and said. What is in no table is never dropped: the answer is then which words were not
understood, and a command that works.
"""
QUESTIONS = """
## Questions

| asked | answered |
| --- | --- |
| is it going up? are new users growing? did we get more messages last week? | the period beside the one before |
| best day last month, busiest hour yesterday, which week was the best? | a chart by that unit; its first line names the highest, of messages received where no figure is said |
| worst day, quietest hour | refused: the first line of a chart names the highest only, the chart itself shows all |
| who wrote? which users? | refused: Flow XO counts users and gives no names |
| which flow ran most? the 5 most used flows | the list of flows |
| what do people write? | the list of messages |
| how are we doing? how did last week go? | stats |

## Refused

What has not happened yet (next week, tomorrow, 2031); a part of a day without hours (yesterday
morning); a moment (2 hours ago); a number left to be guessed (last few days, last weeks); two periods
without vs between; what repeats (mondays); days that the calendar has not (31 feb).
"""


def _said(answer: dict[str, object]) -> str:
    start, end = (datetime.fromisoformat(str(answer[k])) for k in ("start", "end"))
    return saying.dates(Period(start.astimezone(UTC), end.astimezone(UTC), THURSDAY.zone))


def _line(phrase: str) -> str:
    return f"| {phrase} | {_said(read(phrase, THURSDAY))} |"


def _families() -> Iterator[str]:
    by_family: dict[str, list[Rule]] = {}
    for rule in RULES:
        by_family.setdefault(rule.read.__module__.rpartition(".")[2], []).append(rule)
    for family, title in FAMILIES.items():
        yield f"\n## {title}\n\n| say | get |\n| --- | --- |"
        for rule in by_family[family]:
            yield from (_line(phrase) for phrase, _, _ in rule.examples)
        if family == "feasts":
            yield f"\nThe days that have names: {', '.join(FEASTS)}."


def _joined() -> Iterator[str]:
    for title, examples in JOINED.items():
        yield f"\n## {title}\n\n| say | get |\n| --- | --- |"
        yield from (_line(phrase) for phrase, _, _ in examples)
    yield "\n## Comparisons\n\n| say | get | compared with |\n| --- | --- | --- |"
    for phrase, _, _ in comparing.EXAMPLES:
        answer = read(phrase, THURSDAY)
        against = answer["compare"]
        assert isinstance(against, dict)
        yield f"| {phrase} | {_said(answer)} | {_said(against)} |"


def _other_languages() -> Iterator[str]:
    for code, name in LANGUAGES.items():
        yield f"\n## The same in {name}\n\n| say | get |\n| --- | --- |"
        for case in cases(f"core.{code}.toml"):
            yield f"| {case.phrase} | {_said(read(case.phrase, case.context))} |"


def page() -> str:
    """The whole page."""
    parts = (*_families(), *_joined())
    return "\n".join([HEAD.rstrip(), *parts, QUESTIONS.rstrip(), *_other_languages()]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
