"""A post whose answer was lost is looked for, and never simply made again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.demo import slack_faults
from bot.demo.slack_faults import Fault
from bot.digests.settling import LOOKED_FOR
from bot.storage import deliveries, subscribing
from bot.storage.deliveries import State, Trouble
from bot.storage.subscriptions import Reason
from tests.digests.house import DAY, DUE, HOUR, MINUTE, SECOND, House, Maker

pytestmark = pytest.mark.both_engines

POST, HISTORY = "chat.postMessage", "conversations.history"
LOST = {
    "close": slack_faults.close(),
    "reset": slack_faults.reset(),
    "hang": slack_faults.delay(30),
    "500": slack_faults.status(500, applied=True),
    "503": slack_faults.status(503, applied=True),
    "html": slack_faults.html(applied=True),
    "cut": slack_faults.cut(),
    "short": slack_faults.short(),
    "no object": slack_faults.no_object(applied=True),
}
NEVER_CAME = {
    "reset": slack_faults.reset(applied=False),
    "500": slack_faults.status(500),
    "internal_error": slack_faults.error("internal_error"),
    "fatal_error": slack_faults.error("fatal_error"),
    "request_timeout": slack_faults.error("request_timeout"),
    "service_unavailable": slack_faults.error("service_unavailable"),
}


def lost(house: House, fault: Fault | None = None) -> None:
    """One that was posted, and nobody knows it."""
    house.slack.faults.add(POST, fault or slack_faults.reset())
    house.run()
    assert house.states == ["verify lost"]


@pytest.mark.parametrize("how", LOST)
def test_what_came_is_found_and_posted_once(house: House, how: str) -> None:
    """However the answer was lost: from a minute after the post on, and not before."""
    quick = house.another(timeout_s=1)
    house.subscribe()
    house.slack.faults.add(POST, LOST[how])
    quick.run()
    assert house.states == ["verify lost"]
    quick.run(59 * SECOND)
    assert house.slack.called(HISTORY) == []
    quick.run(SECOND)
    assert house.states == ["sent"]
    assert set(house.posts_by_delivery().values()) == {1}
    (post,), (kept,) = house.posted, house.deliveries
    assert (kept.channel_id, kept.ts) == (post.channel_id, post.ts)
    assert quick.dispatcher.close(5)


@pytest.mark.parametrize("how", NEVER_CAME)
def test_what_never_came_is_posted_when_it_is_known(house: House, how: str) -> None:
    """A minute later, once."""
    house.subscribe()
    lost(house, NEVER_CAME[how])
    assert house.texts == []
    house.run(MINUTE)
    house.run(10 * SECOND)
    assert house.states == ["sent"]
    assert set(house.posts_by_delivery().values()) == {1}


def busy(house: House, count: int) -> None:
    """Other messages come in the channel."""
    for number in range(count):
        house.slack.state.add_message("C1", {"text": f"{number}"}, via="person", user_id="U1")


def test_it_is_found_on_the_third_page(house: House) -> None:
    """However busy the channel was meanwhile."""
    house.subscribe()
    lost(house)
    busy(house, 450)
    house.run(MINUTE)
    assert len(house.slack.called(HISTORY)) == 3
    assert house.states == ["sent"]


def test_a_search_that_slack_holds_up_goes_on_where_it_was(house: House) -> None:
    """One page a minute is all that some apps may read."""
    house.subscribe()
    lost(house)
    busy(house, 450)
    for _ in range(2):
        house.slack.faults.add(HISTORY, slack_faults.ratelimited(60), after=1)
        house.run(MINUTE + 3 * SECOND)
        assert house.states == ["verify lost"]
    house.run(MINUTE + 3 * SECOND)
    assert house.states == ["sent"]
    errors = [call.error for call in house.slack.called(HISTORY)]
    assert errors == ["", "ratelimited", "", "ratelimited", ""]


def test_a_search_ends_where_all_is_older(house: House) -> None:
    """A channel's whole past is not read."""
    house.open_channel("C1")
    clock = house.slack.state.clock
    house.slack.state.clock = lambda: clock() - 86_400
    busy(house, 1_000)
    house.slack.state.clock = clock
    house.subscribe()
    lost(house, slack_faults.reset(applied=False))
    house.run(MINUTE)
    assert len(house.slack.called(HISTORY)) == 1
    house.run(10 * SECOND)
    assert house.states == ["sent"]


def test_a_search_without_an_end_is_given_up(house: House) -> None:
    """Ten thousand messages within the minute: nobody knows."""
    house.subscribe()
    lost(house)
    busy(house, 10_001)
    house.run(MINUTE)
    assert house.states == ["unknown lost"]
    assert house.deliveries[0].error == "too_many_pages"


@pytest.mark.parametrize("word", ["missing_scope", "not_in_channel", "channel_not_found"])
def test_where_nobody_may_look_it_is_unknown(house: House, word: str) -> None:
    """It is not posted again by itself; a person decides."""
    house.subscribe("daily")
    lost(house)
    house.slack.faults.add(HISTORY, slack_faults.error(word))
    house.run(MINUTE)
    assert house.states == ["unknown lost"]
    assert house.deliveries[0].error == word
    assert house.watch.states == {"unknown": 1}
    house.run(MINUTE)
    assert len(house.texts) == 1
    with house.writing() as connection:
        known_by = house.deliveries[0].delivery_id
        assert deliveries.send_again(connection, "T", known_by, house.clock.moment)
    house.run(MINUTE)
    assert house.states == ["sent"]
    assert len(house.texts) == 2
    house.run(DAY)
    assert house.states == ["sent", "sent"]


def test_without_the_scope_it_is_unknown(house: House) -> None:
    """As Slack itself says it."""
    house.slack.state.scopes = ("chat:write", "chat:write.public")
    house.subscribe()
    lost(house)
    house.run(MINUTE)
    assert house.states == ["unknown lost"]


def test_direct_messages_are_looked_through_where_they_are_known(house: House) -> None:
    """The first to a person cannot be found: nobody knows where it went."""
    house.subscribe("daily", target="U0ASKER001")
    lost(house)
    house.run(MINUTE)
    assert house.states == ["unknown lost"]
    assert house.deliveries[0].error == "no_channel"
    house.run(DAY)
    house.slack.faults.add(POST, slack_faults.reset())
    house.run(DAY - MINUTE)
    house.run(MINUTE)
    assert house.states == ["unknown lost", "sent", "sent"]
    assert len(house.texts) == 3


def test_a_search_that_gets_no_answer_is_made_while_the_digest_is_useful(house: House) -> None:
    """Slack is away: less and less often. Then it is unknown; nothing was posted meanwhile."""
    house.subscribe("daily")
    lost(house)
    house.slack.faults.add(HISTORY, slack_faults.status(500), None)
    while house.states == ["verify lost"]:
        house.run(MINUTE)
    assert house.states == ["unknown lost"]
    assert 11.8 * HOUR <= house.clock.moment - DUE <= 12 * HOUR
    assert 70 < len(house.slack.called(HISTORY)) < 100
    assert len(house.texts) == 1


def test_a_search_for_what_a_person_sent_again_ends_after_half_an_hour(house: House) -> None:
    """They wait for it."""
    house.subscribe("daily")
    house.run()
    house.force(state=State.UNKNOWN)
    house.clock.advance(DAY - MINUTE)
    known_by = house.deliveries[0].delivery_id
    with house.writing() as connection:
        deliveries.send_again(connection, "T", known_by, house.clock.moment)
    house.slack.faults.add(POST, slack_faults.reset(applied=False))
    house.slack.faults.add(HISTORY, slack_faults.status(500), None)
    begun = house.clock.moment + MINUTE
    while house.deliveries[0].done_at is None:
        house.run(MINUTE)
    assert house.deliveries[0].state is State.UNKNOWN
    assert LOOKED_FOR - 8 * MINUTE < house.clock.moment - begun <= LOOKED_FOR


def test_a_wish_to_wait_that_is_too_long_ends_it_as_well(house: House) -> None:
    """A day is more than it is useful."""
    house.subscribe("daily")
    lost(house)
    house.slack.faults.add(HISTORY, slack_faults.ratelimited(86_400))
    house.run(MINUTE)
    assert house.states == ["unknown lost"]


def test_a_dead_token_ends_the_search_and_the_workspace(house: House) -> None:
    """What may have been posted is unknown."""
    house.subscribe()
    lost(house)
    house.slack.faults.add(HISTORY, slack_faults.error("account_inactive"))
    house.run(MINUTE)
    assert house.states == ["unknown lost"]
    assert house.subscription().reason is Reason.WORKSPACE


def test_an_odd_answer_to_a_search_costs_no_other_digest(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged; once its lease is over it is looked for again."""
    house.subscribe()
    lost(house)
    house.subscribe(target="C2", next_run_at=DUE)

    def odd(*_: object, **__: object) -> object:
        raise ZeroDivisionError

    slack = house.dispatcher._worker._slack
    monkeypatch.setattr(slack, "search", odd)
    house.run(MINUTE)
    assert house.states == ["verify lost", "sent"]
    assert "ZeroDivisionError" in caplog.text
    monkeypatch.undo()
    house.run(2 * MINUTE)
    assert house.states == ["sent", "sent"]


def test_what_was_moved_meanwhile_goes_to_the_new_place_alone(house: House) -> None:
    """It never came where it was; it is not posted there."""
    house.subscribe()
    lost(house, slack_faults.reset(applied=False))
    house.open_channel("C2")
    with house.writing() as connection:
        subscribing.move(connection, "T", 1, "C2", house.by())
    house.run(MINUTE)
    house.run(10 * SECOND)
    assert [post.channel_id for post in house.posted] == ["C2"]
    assert sorted(house.states) == ["sent", "skipped moved"]


def test_a_lost_answer_after_the_time_is_over_is_a_failure(house: House, maker: Maker) -> None:
    """It never came, and is of no use any more."""
    house.subscribe("daily")
    house.run(-SECOND)
    house.slack.faults.add(POST, slack_faults.reset(applied=False))
    house.run(12 * 60 * MINUTE)
    assert house.states == ["verify lost"]
    house.run(2 * MINUTE)
    assert house.states == ["failed lost"]
    (kept,) = house.deliveries
    assert (kept.state, kept.trouble) == (State.FAILED, Trouble.LOST)
    assert kept.done_at == DUE - SECOND + timedelta(hours=12) + 2 * MINUTE
    assert len(maker.orders) == 1
