"""What was seen is what is shared: pressed later and elsewhere, each account is asked the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.needs import Needs
from bot.core.parse import Context, parse
from bot.core.query import Query
from bot.core.together import needs_in
from bot.errors import ParseError
from bot.render.actions import previous_query, text_for_all
from tests.corpora import cases
from tests.render.made import BERLIN

NOW = datetime(2026, 11, 26, 15, 45, 12, tzinfo=BERLIN)
LATER = NOW + timedelta(hours=7)
ZONES = [
    ZoneInfo("Europe/Berlin"),
    ZoneInfo("Asia/Tokyo"),
    ZoneInfo("America/New_York"),
    ZoneInfo("Pacific/Kiritimati"),
    ZoneInfo("Pacific/Honolulu"),
]


def questions(corpus: str) -> list[Query]:
    """Every phrase of a corpus that is a question on that day, and that of the time before it."""
    found: list[Query] = []
    for case in cases(corpus):
        try:
            query = parse(case.phrase, Context(NOW, BERLIN)).query
        except ParseError:
            continue
        if query.period is not None:
            found += [one for one in (query, previous_query(query)) if one is not None]
    return found


def asked(needs: Needs | None) -> object:
    """The moments that an account is asked for."""
    if needs is None:
        return None
    both = [needs.period, *([needs.baseline] if needs.baseline is not None else [])]
    return [(period.start, period.end) for period in both]


@pytest.mark.parametrize("corpus", ["core.en.toml", "comparisons.toml"])
def test_what_was_seen_is_what_is_shared(corpus: str) -> None:
    """Whatever was asked, wherever its reader and its accounts are."""
    queries = questions(corpus)
    assert len(queries) > 200
    for query in queries:
        text = text_for_all(query, NOW)
        for reader in ZONES[1:3]:
            again = parse(text, Context(LATER, reader)).query
            for zone in ZONES:
                seen, shared = needs_in(query, zone, NOW), needs_in(again, zone, LATER)
                assert asked(seen) == asked(shared), (text, reader, zone)
