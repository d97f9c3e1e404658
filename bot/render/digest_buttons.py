"""The buttons under a digest: which there are and what they carry.

Those of every public answer but Remove, which would take a digest from all for the sake of one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.core.query import Query
from bot.core.reports import Report
from bot.core.sentences import say
from bot.render.actions import (
    AGAIN,
    MORE,
    carry,
    more_options,
    option_value,
    previous_button,
    run_buttons,
    run_label,
    shown_text,
    text_for_all,
)
from bot.render.blocks import Block, actions, button, overflow
from bot.render.limits import LIMITS
from bot.render.plan import Posting, Shown
from bot.render.untrusted import size

FULL: Final = "digest_full"  # the value is the report's text

_ROWS = 10  # of a list in the full report, where the digest has fewer


def text_of(query: Query) -> Callable[[Query, datetime], str]:
    """What writes the text of a digest's question, and of those that follow from it."""
    return text_for_all if query.all_accounts else shown_text


def digest_buttons(report: Report, posting: Posting, shown: Shown) -> Block | None:
    """Full Report, Previous Week, More; none where some who read may not ask."""
    if posting.bare:
        return None
    write = text_of(report.query)
    text = write(report.query, report.read_at)
    elements = [] if report.no_data else [button(say("button.full"), FULL, _full(report))]
    elements += [one for one in (previous_button(report, write),) if one is not None]
    block_id = carry(text)
    if block_id:
        elements.append(overflow(MORE, _options(report, posting, shown)))
    fitting = [one for one in elements if size(one.get("value", "")) <= LIMITS["button.value"]]
    return actions(fitting, block_id) if fitting else None


def _full(report: Report) -> str:
    """The whole report of the same dates; of all accounts it is long enough as it is."""
    query = report.query
    if not query.all_accounts:
        query = replace(query, top=max(_ROWS, query.top or 0))
    return text_of(query)(query, report.read_at)


def _options(report: Report, posting: Posting, shown: Shown) -> list[tuple[str, str]]:
    options = more_options(report, shown, paged=False)
    if posting.number is not None:
        change = option_value(AGAIN, f"digest edit #{posting.number}")
        options.append((say("button.change_digest", number=posting.number), change))
    return options[: LIMITS["overflow.options"]]


def attempt(query: Query, posting: Posting) -> str:
    """A question about the same account that is likely to have an answer."""
    whose = f" for #{query.account}" if query.account is not None and posting.named else ""
    return f"{say('none.suggestion')}{whose}"


def run_row(query: Query, posting: Posting) -> Block | None:
    """Run Stats Last 30 Days; none where some who read may not ask."""
    if posting.bare:
        return None
    return run_buttons([attempt(query, posting)], [run_label(say("none.suggestion"))])
