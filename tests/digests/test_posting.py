"""What each answer of Slack and Flow XO makes of a delivery and of its subscription."""

from __future__ import annotations

from datetime import timedelta

import pytest
from slack_sdk import WebClient

from bot.demo import slack_faults
from bot.demo.slack_faults import Fault
from bot.digests import outcomes
from bot.digests.dispatch import Dispatcher
from bot.digests.ledger import Ledger
from bot.digests.outcomes import OUTCOMES, Asked
from bot.digests.post import WebSlack
from bot.digests.settling import MOST_TRIES
from bot.digests.working import Worker
from bot.errors import (
    AccountGoneError,
    KeyRefusedError,
    RightsError,
    StorageError,
    UpstreamBusyError,
    UpstreamDownError,
    UpstreamLateError,
    UpstreamNonsenseError,
)
from bot.render.plan import MessagePlan
from bot.storage import deliveries, subscribing
from bot.storage.deliveries import Kind, State, Trouble
from bot.storage.subscriptions import Reason
from bot.storage.subscriptions import State as Standing
from tests.digests.house import DAY, DUE, HOUR, MINUTE, SECOND, House, Maker

pytestmark = pytest.mark.both_engines

POST = "chat.postMessage"
WORDS = [
    (word, outcome)
    for outcome in OUTCOMES
    if outcome.asked is Asked.POST and outcome.state is State.FAILED
    for word in (outcome.answers or ("some_new_word",))
    if word != "msg_too_long"
]


def order(house: House, fault: Fault, times: int | None = 1) -> None:
    """Let Slack fail a post."""
    house.slack.faults.add(POST, fault, times)


def test_a_post_is_kept_with_its_place(house: House) -> None:
    """What was posted can be found again, and says which delivery it is."""
    house.subscribe()
    house.run()
    (post,), (kept,) = house.posted, house.deliveries
    assert (kept.channel_id, kept.ts, kept.attempt) == (post.channel_id, post.ts, 1)
    assert house.posts_by_delivery() == {kept.delivery_id: 1}
    assert "delivery_id" not in post.text
    assert post.arguments["parse"] == "none"


def test_a_person_gets_it_directly(house: House) -> None:
    """By their own id; where that went is kept."""
    house.subscribe(target="U0ASKER001")
    house.run()
    (kept,) = house.deliveries
    assert (kept.state, kept.channel_id) == (State.SENT, "D0ASKER001")


@pytest.mark.parametrize(("word", "outcome"), WORDS, ids=[word for word, _ in WORDS])
def test_each_word_of_slack_s_has_its_consequence(
    house: House, word: str, outcome: outcomes.Outcome
) -> None:
    """As the table says: failed, and disabled at once, or at the third in a row; nothing posted."""
    house.subscribe("daily")
    for number in range(5):
        order(house, slack_faults.error(word), 3)
        house.run(DAY if number else timedelta())
        house.slack.faults.clear()
    assert house.texts == []
    calls = len(house.slack.called(POST))
    first = house.deliveries[0]
    assert (first.state, first.trouble, first.error) == (State.FAILED, outcome.trouble, word)
    found = house.subscription()
    assert found.state is Standing.DISABLED
    tries = 1 if word not in outcomes.MALFORMED.answers[:3] else 2  # blocks, then text
    if outcome.stops:
        assert (found.reason, calls) == (outcome.stops, 1)
    else:
        assert (found.reason, calls) == (Reason.REFUSED, 3 * tries)
    assert {each.state for each in house.deliveries} == {State.FAILED}


def test_one_that_is_taken_in_between_begins_the_count_anew(house: House) -> None:
    """Three in a row, not three at all."""
    house.subscribe("daily")
    for number in range(6):
        if number != 2:
            order(house, slack_faults.error("restricted_action"))
        house.run(DAY if number else timedelta())
    assert house.subscription().state is Standing.DISABLED
    assert house.states == ["failed refused"] * 2 + ["sent"] + ["failed refused"] * 3


def test_a_dead_token_suspends_the_whole_workspace(house: House) -> None:
    """One post finds it out; what was due with it is left out; another workspace's go on."""
    for number in range(12):
        house.subscribe(target=f"C{number}")
    order(house, slack_faults.error("token_revoked"))
    house.pace = type(house.pace)(workers=1, spread_s=0.0)
    house.another().run()
    house.subscribe(team_id="T2")
    house.run(SECOND)
    assert house.texts == ["T2 #1 2026-11-30 09:00"]
    mine = [each for each in house.deliveries if each.team_id == "T"]
    assert {each.state for each in mine} == {State.FAILED, State.SKIPPED}
    assert {each.trouble for each in mine} == {Trouble.WORKSPACE, Trouble.DISABLED}
    assert len(house.slack.called(POST)) == 2
    for number in range(1, 13):
        assert house.subscription(number).reason is Reason.WORKSPACE
    with house.writing() as connection:
        subscribing.mend(connection, "T", Reason.WORKSPACE, house.by())
    house.run(HOUR)
    assert len(house.texts) == 13
    assert all("late" in text for text in house.texts[1:])


def test_a_bot_that_is_invited_back_says_what_it_missed(house: House) -> None:
    """Late, once, while it is useful; then as ever."""
    house.subscribe("weekly")
    house.slack.workspace.channels["C1"].is_archived = True
    house.run()
    assert house.subscription().reason is Reason.CHANNEL
    house.slack.workspace.channels["C1"].is_archived = False
    house.run(DAY)
    assert house.texts == []
    with house.writing() as connection:
        subscribing.mend(connection, "T", Reason.CHANNEL, house.by(), target="C1")
    house.run(MINUTE)
    assert house.texts == ["T #1 2026-11-30 09:00 late"]
    assert house.states == ["sent"]
    house.run(6 * DAY)
    assert len(house.texts) == 2


def test_what_was_mended_too_late_is_left_out(house: House) -> None:
    """It failed, and stays so; the next comes at its time."""
    house.subscribe("weekly")
    order(house, slack_faults.error("is_archived"))
    house.run()
    house.clock.advance(3 * DAY + SECOND)
    with house.writing() as connection:
        subscribing.mend(connection, "T", Reason.CHANNEL, house.by())
    house.run()
    assert house.states == ["failed channel"]
    house.run(4 * DAY)
    assert house.states == ["failed channel", "sent"]


def test_blocks_that_are_refused_are_sent_without_once(house: House, maker: Maker) -> None:
    """And the workspace is remembered; what was refused is in the delivery's history."""
    chart = {"type": "data_visualization"}
    line = {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "hello"}]}
        ],
    }
    maker.of = lambda _: MessagePlan("hello", (chart,), (line,))
    house.slack.faults.refuse_native = True
    house.subscribe("daily")
    house.run()
    house.run(DAY)
    assert [call.error for call in house.slack.called(POST)] == ["invalid_blocks", "", ""]
    assert house.states == ["sent", "sent"]
    assert [each.error for each in house.deliveries] == ["invalid_blocks", None]
    assert [post.blocks for post in house.posted] == [[line], [line]]


@pytest.mark.parametrize("said", [1, 30, 3600, None, "soon"])
def test_slack_s_wish_to_wait_is_a_row_that_waits(house: House, said: float | str | None) -> None:
    """Of the place, and nothing is posted before; a wish that cannot be read is 30 seconds."""
    order(house, slack_faults.ratelimited(said))
    house.subscribe()
    house.subscribe()
    house.subscribe(target="C2")
    house.run()
    assert len(house.texts) == 1  # that of C2, or the first of C1
    waits_s = 30.0 if said in (None, "soon") else float(str(said))
    waiting = [each for each in house.deliveries if each.state is State.PENDING]
    assert {each.trouble for each in waiting} <= {Trouble.LIMITED, None}
    assert min(each.not_before for each in waiting) >= DUE + timedelta(seconds=min(waits_s, 1))
    limited = next(each for each in house.deliveries if each.trouble is Trouble.LIMITED)
    assert 0 <= (limited.not_before - DUE).total_seconds() - waits_s <= 2
    for _ in range(3):
        house.run(timedelta(seconds=waits_s + 3))
    assert house.states == ["sent"] * 3


def test_a_workspace_that_is_limited_in_two_places_waits_as_a_whole(house: House) -> None:
    """Until the wish of the second is over; other workspaces go on."""
    order(house, slack_faults.ratelimited(600), 2)
    house.pace = type(house.pace)(workers=1, spread_s=0.0)
    for number in range(5):
        house.subscribe(target=f"C{number}")
    house.subscribe(team_id="T2", target="C9", next_run_at=DUE + MINUTE)
    one = house.another()
    one.run()
    assert len(house.slack.called(POST)) == 2
    one.run(2 * MINUTE)
    assert house.texts == ["T2 #1 2026-11-30 09:01"]
    one.run(10 * MINUTE)
    assert len(house.texts) == 6
    assert one.dispatcher.close(5)


def test_an_hour_without_slack_is_waited_out(house: House, maker: Maker) -> None:
    """Nothing reached it, so nothing is looked up; it goes out when it is back."""
    nowhere = WebClient("xoxb-x", base_url="http://127.0.0.1:9/api/", retry_handlers=[])
    ledger = Ledger(house.engine, house.clock)
    worker = Worker(ledger, WebSlack(lambda _: nowhere), maker, house.watch)
    away = Dispatcher(ledger, worker, house.watch, house.pace)
    house.subscribe()
    tries = 0
    while house.clock.moment < DUE + HOUR:
        again_in = away.turn()
        assert again_in is not None
        assert again_in <= 600
        tries += 1
        house.clock.advance(timedelta(seconds=again_in))
    assert 8 <= tries <= 20
    assert house.states == ["pending unreached"]
    assert away.close(5)
    house.run(10 * MINUTE)
    assert house.texts == ["T #1 2026-11-30 09:00 late"]


PASSING = [
    UpstreamDownError("down"),
    UpstreamLateError("late"),
    UpstreamBusyError("busy"),
    UpstreamNonsenseError("odd"),
]


@pytest.mark.parametrize("error", PASSING, ids=lambda error: type(error).__name__)
def test_flow_xo_s_passing_faults_are_waited_out(
    house: House, maker: Maker, error: Exception
) -> None:
    """With longer and longer pauses; once it answers, the digest goes out."""
    maker.error = error
    house.subscribe()
    house.run()
    (kept,) = house.deliveries
    assert (kept.state, kept.trouble, kept.error) == (
        State.PENDING, Trouble.UPSTREAM, type(error).__name__,
    )  # fmt: skip
    assert 3 <= (kept.not_before - DUE).total_seconds() <= 5
    house.run(5 * SECOND)
    assert 7 <= (house.deliveries[0].not_before - house.clock.moment).total_seconds() <= 10
    maker.error = None
    house.run(MINUTE)
    assert house.states == ["sent"]
    assert house.deliveries[0].attempt == 3


@pytest.mark.parametrize(
    ("cadence", "useful"), [("daily", 12 * HOUR), ("weekly", 3 * DAY), ("monthly", 7 * DAY)]
)
def test_what_stays_away_ends_in_a_failure_when_it_is_of_no_use_any_more(
    house: House, maker: Maker, cadence: str, useful: timedelta
) -> None:
    """With the reason of the last try, and the subscription goes on."""
    maker.error = UpstreamDownError("down")
    house.subscribe(cadence)
    house.run()
    house.run(useful - HOUR)
    assert house.states == ["pending upstream"]
    house.run(HOUR - MINUTE)
    house.run(MINUTE)
    assert house.states == ["failed upstream"]
    assert house.subscription().state is Standing.ACTIVE
    assert house.texts == []


@pytest.mark.parametrize(
    ("error", "trouble", "reason"),
    [
        (KeyRefusedError("no"), Trouble.KEY, Reason.KEY),
        (AccountGoneError("gone"), Trouble.ACCOUNT, Reason.ACCOUNT),
        (RightsError("not here"), Trouble.ACCOUNT, Reason.ACCOUNT),
    ],
)
def test_what_only_a_person_can_mend_disables_it(
    house: House, maker: Maker, error: Exception, trouble: Trouble, reason: Reason
) -> None:
    """At the first try; mended within the time it goes out late, without anybody's doing."""
    maker.error = error
    house.subscribe()
    house.run()
    house.run(MINUTE)
    assert house.states == [f"failed {trouble}"]
    assert len(maker.orders) == 1
    assert house.subscription().reason is reason
    maker.error = None
    house.clock.advance(HOUR)
    with house.writing() as connection:
        subscribing.mend(connection, "T", reason, house.by(), account_number=1)
    house.run()
    assert house.texts == ["T #1 2026-11-30 09:00 late"]


@pytest.mark.parametrize("error", [ZeroDivisionError(), StorageError("away")])
def test_a_mistake_of_ours_is_tried_three_times(
    house: House, maker: Maker, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """Then it has failed; after the third such digest in a row it is disabled."""
    maker.error = error
    house.subscribe("daily")
    for day in range(4):
        house.run(DAY - 10 * MINUTE if day else timedelta())
        for _ in range(5):
            house.run(2 * MINUTE)
    assert house.states == ["failed ours"] * 3
    assert len(maker.orders) == 9
    assert house.subscription().reason is Reason.REFUSED
    assert type(error).__name__ in caplog.text


def test_an_empty_one_is_skipped_where_that_is_wanted(house: House, maker: Maker) -> None:
    """Nothing is posted, and it is kept why."""
    maker.of = lambda _: None
    house.subscribe()
    house.run()
    assert house.states == ["skipped empty"]
    assert house.subscription().state is Standing.ACTIVE


def test_what_never_had_its_time_is_left_out(house: House) -> None:
    """It was planned, and nobody came to post it while that was useful."""
    house.subscribe("daily")
    house.run()
    house.force(state=State.PENDING, done_at=None)
    house.run(12 * HOUR + SECOND)
    assert house.states == ["skipped too_late"]


def test_what_is_sent_again_by_a_person_has_no_time_limit(house: House) -> None:
    """Only so many tries."""
    house.subscribe("daily")
    house.run()
    (kept,) = house.deliveries
    house.force(state=State.UNKNOWN)
    house.clock.advance(2 * DAY)
    with house.writing() as connection:
        deliveries.send_again(connection, "T", kept.delivery_id, house.clock.moment)
    order(house, slack_faults.ratelimited(1), None)
    for _ in range(2 * MOST_TRIES):
        house.run(10 * SECOND)
    found = house.deliveries[0]
    assert (found.kind, found.state, found.trouble) == (
        Kind.SEND_AGAIN, State.FAILED, Trouble.LIMITED,
    )  # fmt: skip
    assert found.attempt == MOST_TRIES + 1


def test_run_now_goes_out_at_once_beside_the_schedule_s_own(house: House) -> None:
    """Never spread, never late; also where the schedule is paused."""
    house.subscribe(next_run_at=DUE + HOUR)
    with house.writing() as connection:
        subscribing.pause(connection, "T", 1, house.by())
        deliveries.run_now(connection, "T", 1, "C1", house.clock.moment)
    house.run()
    assert house.texts == ["T #1 2026-11-30 09:00"]
    assert house.deliveries[0].kind is Kind.RUN_NOW
