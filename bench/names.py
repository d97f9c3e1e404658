"""What do the names of many accounts cost a question that names none, one or a wrong one?

The same phrases of the corpora are read with no account and with a thousand, in turn.
"""

from __future__ import annotations

import statistics
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from bench.table import Row, paired, seconds
from bot.core.accounts import Directory
from bot.core.parse import AccountName, Context, parse
from bot.core.phrases.naming import leads
from bot.errors import ParseError
from tests.corpora import cases

TITLE = "Names of accounts"
_NOW = datetime(2026, 11, 26, 15, 45, 12, tzinfo=UTC)
_THOUSAND = tuple(AccountName(number, f"Client {number} GmbH") for number in range(1, 1001))
# As long as names may be, of words as short as can be.
_LONG = tuple(AccountName(number, f"{'a b ' * 14}{number}") for number in range(1, 1001))
_NAMED = (
    "stats last week for #700",
    'stats last week for "client 700 gmbh"',
    "stats last week for client 700",
    "stats last week for all",
    "stats last week for zorblax",
    "stats last week for clint 700",
    "client 700 gmbh stats last week",
    "for client " * 29,
)


def _read(text: str, context: Context) -> bool:
    try:
        parse(text, context)
    except ParseError:
        return False
    return True


def _ratio(text: str, context: Context, runs: int) -> float:
    """With a thousand accounts / with none."""
    named = replace(context, accounts=_THOUSAND)
    _, _, ratio = paired(
        lambda: seconds(partial(_read, text, named)),
        lambda: seconds(partial(_read, text, context)),
        runs,
    )
    return ratio


def _best_ms(text: str, context: Context, runs: int) -> float:
    return min(seconds(partial(_read, text, context)) for _ in range(runs)) * 1e3


def measure(*, short: bool) -> list[Row]:
    """Ratios of phrases that name nothing; milliseconds of those that do, and of the index."""
    every, runs = (60, 3) if short else (3, 31)
    found = [one for name in ("core.en.toml", "more.en.toml") for one in cases(name)]
    plain = [one for one in found if not one.refused and leads("en").isdisjoint(one.phrase.split())]
    ratio = statistics.median(_ratio(one.phrase, one.context, runs) for one in plain[::every])
    built = min(seconds(partial(Directory, accounts)) for accounts in [_THOUSAND] * 3) * 1e3
    slowest = min(seconds(partial(Directory, accounts)) for accounts in [_LONG] * 3) * 1e3
    rows = [
        Row("1,000 accounts / none, nothing named", f"{ratio:.2f} ×", "≤ 1.05 ×", ratio <= 1.05),
        Row("index of 1,000 names, once", f"{built:.1f} ms"),
        Row("index of 1,000 names of 58 letters", f"{slowest:.1f} ms"),
    ]
    context = Context(_NOW, UTC, accounts=_THOUSAND)
    for text in _NAMED:
        rows.append(Row(text[:40], f"{_best_ms(text, context, runs):.2f} ms"))
    return rows
