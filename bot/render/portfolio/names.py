"""What accounts are called in an answer: clean, short, and never two alike; and of which it tells.

Builds words only, and says nothing of figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.portfolio import Portfolio
from bot.core.sentences import say
from bot.render.labels import unique
from bot.render.numbers import number
from bot.render.untrusted import clean

NAME_LIMIT = 40  # characters of an account's name
_NAMED = 3  # accounts that are named where several have the same to say


def account_names(portfolio: Portfolio, limit: int = NAME_LIMIT) -> list[str]:
    """One name a row, in order."""
    return unique([clean(row.name) or say("list.flows.blank") for row in portfolio.rows], limit)


def counted_words(portfolio: Portfolio, locale: str) -> str:
    """All 14 accounts, 12 of 14 accounts; of a single one its name."""
    counted, count = portfolio.counted, portfolio.asked_for
    if count == 1:
        return account_names(portfolio)[0]
    if counted == count:
        return say("all.every", count=number(count, locale))
    return say("all.some", counted=number(counted, locale), count=number(count, locale))


def listed(names: Sequence[str], locale: str) -> str:
    """Acme, Borg, Cee and 4 more."""
    words = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    if more <= 0:
        return words
    return say("all.names_more", names=words, count=number(more, locale))
