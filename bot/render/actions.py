"""Buttons: their action ids, what they carry, and which of them an answer offers.

The listeners in `bot/slack` read the same constants and codec. A button carries the canonical,
pinned text of its query, so that what was seen is what it acts on; it never carries a secret.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.core.baselines import comparison, last_year, previous, unit_words
from bot.core.periods import Period, Shape
from bot.core.query import Compare, Query, pin, to_text
from bot.core.reports import Report
from bot.core.sentences import say, told
from bot.core.together import by_dates
from bot.render.blocks import Block, actions, button, confirm, overflow
from bot.render.dates import WEEKDAYS
from bot.render.limits import LIMITS
from bot.render.pages import WHOLE, Page
from bot.render.plan import Shown
from bot.render.untrusted import clean, size

SHARE: Final = "answer_share"
PREVIOUS: Final = "answer_previous"
MORE: Final = "answer_more"
REMOVE: Final = "answer_remove"
MORE_ROWS: Final = "answer_more_rows"
PREVIOUS_ROWS: Final = "answer_previous_rows"
RUN: Final = "run"  # run_0, run_1: the value is the text to run
HELP: Final = "help_topic"  # the value is the topic

# The options of MORE; AGAIN carries the words typed: "again|last week".
CSV: Final = "csv"
LAST_YEAR: Final = "last_year"
AGAIN: Final = "again"
WHAT: Final = "what"
COPY: Final = "copy"
BEFORE: Final = "previous"  # what PREVIOUS does, where its place is taken

_CARRIES: Final = "q:"
_SEEN = re.compile(r"([0-9a-f]{16})\|")
_DIGITS = 6  # of a row's number
_WESTERNMOST = timedelta(hours=26)  # from the first clock to show a date to the last


def carry(text: str) -> str | None:
    """The block_id of an actions block whose More menu is about the query `text`.

    None where it is too long for Slack: such a menu must not be offered.
    """
    block_id = _CARRIES + text
    return block_id if size(block_id) <= LIMITS["block_id"] else None


def carried(block_id: str) -> str | None:
    """The query's text that `carry` put there; None for any other block_id."""
    return block_id[len(_CARRIES) :] if block_id.startswith(_CARRIES) else None


def option_value(action: str, argument: str = "") -> str:
    """The value of a More option, at most 150 characters: look before you offer it."""
    return f"{action}|{argument}" if argument else action


def chosen(value: str) -> tuple[str, str]:
    """The action and the argument of a More option's value."""
    action, _, argument = value.partition("|")
    return action, argument


def rows_value(start: int, text: str, words: str = "") -> str:
    """What a button for the rows from `start` on carries: its query, and the words for AGAIN."""
    words = clean(words)
    value = f"{start}|{words}|{text}"
    kept = "|" not in words and size(value) <= LIMITS["button.value"]
    return value if kept else f"{start}||{text}"


def carried_rows(value: str) -> tuple[int, str, str] | None:
    """The start, the query's text and the words that `rows_value` put there; None for another."""
    start, _, rest = value.partition("|")
    words, bar, text = rest.partition("|")
    known = bar and start.isascii() and start.isdecimal() and len(start) <= _DIGITS
    return (int(start), text, words) if known else None


def share_value(seen: str, text: str) -> str:
    """What a button that shares the query `text` carries: which accounts were seen, if many."""
    return f"{seen}|{text}" if seen else text


def carried_share(value: str) -> tuple[str, str]:
    """The accounts that were seen, "" for none, and the query's text, as `share_value` put them."""
    found = _SEEN.match(value)
    return (found[1], value[found.end() :]) if found else ("", value)


def shown_text(query: Query, now: datetime) -> str:
    """The canonical pinned text of what was shown, without how it was shown."""
    return to_text(pin(replace(query, public=False, as_csv=False), now))


def text_for_all(query: Query, now: datetime) -> str:
    """The same for several accounts: without a zone where each reads the dates by its own clock.

    The moment is pinned, with its offset, wherever it may be within the dates of some zone.
    """
    period = query.period
    if period is None or not by_dates(query):
        return shown_text(query, now)
    moment = query.as_of or now.replace(microsecond=0)
    pinned = pin(replace(query, public=False, as_csv=False), now)
    text = to_text(replace(pinned, zone=None, as_of=None))
    touches = query.as_of is not None or any(
        one.end + _WESTERNMOST >= moment for one in (period, query.against) if one is not None
    )
    return f"{text} as of {moment.isoformat()}" if touches else text


def previous_query(query: Query) -> Query | None:
    """The same question about the stretch before; None where there is none."""
    before = previous(query.period) if query.period else None
    if before is None:
        return None
    # A typed baseline belongs to the period that it was typed with.
    typed = query.compare is Compare.PERIOD
    compare = Compare.AUTO if typed else query.compare
    return replace(query, period=before, compare=compare, against=None, as_of=None)


def last_year_query(query: Query) -> Query:
    """The same question compared with the year before."""
    return replace(query, compare=Compare.LAST_YEAR, against=None)


def previous_label(period: Period) -> str:
    """Previous Month, Previous 2 Months, Previous 7 Days, Previous Monday, Previous 24 Hours."""
    if period.shape is Shape.WEEKDAY and period.count == 1:
        return say("button.previous", unit=WEEKDAYS[period.first_day.weekday()])
    unit, count = unit_words(period)
    name = say(f"unit.title.{unit}")
    return say("button.previous", unit=name if count == 1 else f"{count} {name}s")


def answer_buttons(
    report: Report,
    shown: Shown,
    page: Page = WHOLE,
    text_of: Callable[[Query, datetime], str] = shown_text,
) -> Block | None:
    """The row under an answer, or under a page of its rows: only what works is offered.

    `text_of` writes what a button carries.
    """
    text = text_of(report.query, report.read_at)
    elements: list[Block] = []
    if not shown.public and not shown.direct and not page.first:
        value = share_value(shown.seen, text)
        elements.append(button(say("button.share"), SHARE, value))
    paged = not shown.public and not page.whole
    if paged:
        elements += _rows_buttons(text, shown, page)
    elif not page.first and (before := previous_button(report, text_of)):
        elements.append(before)
    if shown.public and shown.asker:
        elements.append(_remove_button(shown.asker, page))
    block_id = carry(text)
    # What follows a public answer stands under its menu already.
    if block_id and not (shown.public and page.first):
        elements.append(overflow(MORE, more_options(report, shown, paged=paged)))
    fitting = [e for e in elements if size(e.get("value", "")) <= LIMITS["button.value"]]
    return actions(fitting, block_id) if fitting else None


def _rows_buttons(text: str, shown: Shown, page: Page) -> list[Block]:
    """Previous Rows and More Rows, in private: they change the message that they stand in."""
    words = shown.words or ""
    starts = [
        (say("button.previous_rows"), PREVIOUS_ROWS, page.before),
        (say("button.more_rows"), MORE_ROWS, page.after),
    ]
    return [
        button(label, action_id, rows_value(start, text, words))
        for label, action_id, start in starts
        if start is not None
    ]


def previous_button(report: Report, text_of: Callable[[Query, datetime], str]) -> Block | None:
    """Previous Week; None where nothing is before."""
    before = previous_query(report.query)
    if before is None or report.query.period is None:
        return None
    label = previous_label(report.query.period)
    return button(label, PREVIOUS, text_of(before, report.read_at))


def _remove_button(asker: str, page: Page) -> Block:
    title, text = say("button.remove.title"), say("button.remove.text")
    if page.first:
        title, text = say("button.remove.page_title"), say("button.remove.page_text")
    elif not page.whole:
        text = say("button.remove.rows_text")
    ask = confirm(title, text, say("button.remove"), say("button.remove.keep"))
    return button(say("button.remove"), REMOVE, asker, confirm=ask)


def more_options(report: Report, shown: Shown, *, paged: bool) -> list[tuple[str, str]]:
    """What More offers, each with its value; `paged`: what is before has no button of its own."""
    query = report.query
    # What is private is sent directly, which is for members.
    sends = shown.public or not shown.outsider
    options = [(say("button.csv"), option_value(CSV))] if sends else []
    compared = comparison(query) is Compare.LAST_YEAR
    if query.period is not None and not compared and last_year(query.period) is not None:
        options.append((say("button.last_year"), option_value(LAST_YEAR)))
    words = clean(shown.words or "")
    again = option_value(AGAIN, words)
    if words and size(again) <= LIMITS["option.value"]:
        options.append((say("button.again"), again))
    options.append((say("button.what"), option_value(WHAT)))
    if not shown.public and not shown.direct and sends:
        options.append((say("button.copy"), option_value(COPY)))
    # More Rows has its place in the row; here there may be room for it.
    room = len(options) < LIMITS["overflow.options"]
    if paged and room and query.period is not None and previous_query(query) is not None:
        options.append((previous_label(query.period), option_value(BEFORE)))
    return options


def run_label(text: str, language: str = "en") -> str:
    """Run Stats Last Week: the command in title case where English, quoted names as they are."""
    if language != "en":
        return told(say("button.run", command=clean(text)), language)
    words, quoted = [], False
    for word in clean(text).split(" "):
        quoted ^= word.startswith('"')
        words.append(word if quoted else word[:1].upper() + word[1:])
        quoted ^= word.endswith('"') and len(word) > 1
    return told(say("button.run", command=" ".join(words)), language)


def run_buttons(
    texts: Sequence[str],
    labels: Sequence[str] = (),
    *,
    topic: str | None = None,
    about: str = "",
    language: str = "en",
) -> Block | None:
    """One Run button for each text (labelled by itself or by `labels`), then one of help.

    `topic` is the help button's topic, `about` its label.
    """
    elements = [
        button(
            labels[index] if index < len(labels) else run_label(text, language),
            f"{RUN}_{index}",
            text,
        )
        for index, text in enumerate(texts)
        if text and size(text) <= LIMITS["button.value"]
    ]
    if topic is not None:
        elements.append(button(about, HELP, topic))
    return actions(elements[: LIMITS["actions.elements"]]) if elements else None
