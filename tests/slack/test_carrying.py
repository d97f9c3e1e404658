"""What a button keeps: whole, without a secret, and never more public than it was asked."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.parse import Context, parse
from bot.errors import BotError
from bot.render.limits import LIMITS
from bot.render.untrusted import size
from bot.slack.carrying import carried, carry, place_of, waiting
from bot.slack.desk import build_desk
from bot.slack.place import Manner, Place
from bot.storage.connects import Purpose, Request
from tests.slack.conftest import Running

texts = st.none() | st.text(min_size=1, max_size=60)
requests = st.builds(
    Request,
    purpose=st.sampled_from(Purpose),
    user_id=st.just("U1"),
    asked_by=texts,
    channel_id=texts,
    thread_ts=texts,
    account_id=texts,
    name=texts,
    question=texts,
)


@given(requests)
def test_what_is_carried_comes_back_law(request: Request) -> None:
    """For whoever presses, in what a button holds."""
    text = carry(request)
    assert size(text) <= LIMITS["button.value"]
    assert carried(text, "U1") == request
    assert carried(text, "U2") == replace(request, user_id="U2")


def test_a_question_that_is_too_long_is_left_out() -> None:
    """The account is connected all the same."""
    request = Request(Purpose.CONNECT, "U1", channel_id="C1", question="x" * 2_000)
    assert carried(carry(request), "U1") == replace(request, question=None)


ODD = ["[]", "3", "{}", '{"purpose": []}', '{"purpose": "connect", "name": []}']


@given(st.text() | st.sampled_from(ODD))
def test_anything_else_is_nothing_law(text: str) -> None:
    """And nobody trips over it."""
    with pytest.raises(BotError, match="this button"):
        carried(text, "U1")


PLACES = [
    (Place("T", "U1", Manner.PRIVATE, (), "C1"), Manner.PRIVATE, None),
    (Place("T", "U1", Manner.PRIVATE, (), "C1", thread_ts="1.1"), Manner.PRIVATE, None),
    (Place("T", "U1", Manner.THREAD, (), "C1", thread_ts="1.1"), Manner.THREAD, "1.1"),
    (Place("T", "U1", Manner.DIRECT, (), "D1", thread_ts="1.1"), Manner.DIRECT, "1.1"),
    (Place("T", "U1", Manner.PRIVATE, (), "D1"), Manner.DIRECT, None),
    (Place("T", "U1", Manner.DIRECT, ()), Manner.DIRECT, None),
]


@pytest.mark.parametrize(("place", "manner", "thread_ts"), PLACES)
def test_a_question_is_answered_to_whom_it_was_asked(
    running: Running, place: Place, manner: Manner, thread_ts: str | None
) -> None:
    """In a thread for all only where all of it was for all."""
    desk = build_desk(running.services, 2.0)
    query = parse("stats last week", Context(desk.now(), ZoneInfo("Europe/Berlin"))).query
    request = waiting(desk, place, query, Request(Purpose.CONNECT, "U2", asked_by="U1"))
    found = place_of(request, "T", "en")
    assert (found.manner, found.thread_ts) == (manner, thread_ts)
    assert (found.channel_id, found.user_id) == (place.channel_id, "U1")
