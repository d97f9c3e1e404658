"""People hear of their digests: one message a person and cause, told once, whatever happens."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.demo import slack_faults
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_workspace import ADMIN, ASKER, COLLEAGUE, GONE, Message
from bot.digests import notices as telling
from bot.digests.reporting import CAUSES
from bot.errors import AccountGoneError, KeyRefusedError, UpstreamDownError
from bot.slack.carrying import carried as request_in
from bot.storage import connecting, deliveries, health, news, subscribing
from bot.storage.accounts import Account
from bot.storage.audit import By
from bot.storage.connects import Purpose
from bot.storage.deliveries import State
from bot.storage.news import Cause
from bot.storage.notices import COLLECT, QUIET, Notice
from bot.storage.subscriptions import Reason
from bot.storage.tables import ACCOUNTS, NEWS, NOTICES, SUBSCRIPTIONS
from tests.digests.house import DAY, DUE, HOUR, MINUTE, SECOND, House, Maker
from tests.storage.connected import connected, key_of, with_keys

pytestmark = pytest.mark.both_engines


def labels(message: Message) -> list[str]:
    """What can be pressed."""
    return [button.label for button in buttons_of(message.blocks)]


def values(message: Message) -> list[str]:
    """What the buttons carry."""
    return [button.value for button in buttons_of(message.blocks)]


def to(house: House, user_id: str) -> str:
    """The direct messages with somebody."""
    return house.slack.workspace.direct_channel(user_id).channel_id


def kept(house: House) -> list[str]:
    """What became of each message."""
    with house.ledger.reading() as (connection, _):
        rows = connection.execute(select(NOTICES).order_by(NOTICES.c.made_at))
        return [f"{row.cause} {row.state}" for row in rows]


@pytest.fixture
def acme(house: House) -> Account:
    """An account of somebody's who has no digests."""
    with_keys(house.engine)
    return connected(house.engine, "Acme Support", "T", By(COLLEAGUE, "test", DUE - DAY))


def refuse(house: House, maker: Maker, account: Account) -> None:
    """From now on Flow XO refuses its key."""
    maker.error = KeyRefusedError("refused")
    with house.writing() as connection:
        health.failed(connection, "T", account.account_id, "KeyRefusedError", house.clock.moment)


def test_every_end_that_people_must_know_of_is_told() -> None:
    """All that failed, but where the whole workspace is gone: then there is nobody to tell."""
    told = {trouble for state, trouble in CAUSES if state is State.FAILED}
    ends = {
        "upstream", "key", "account", "unreached", "limited", "lost", "channel", "refused",
        "ours", "broken",
    }  # fmt: skip
    assert {str(each) for each in told} == ends
    assert set(QUIET) == set(Cause)


def test_a_refused_key_is_told_once_with_what_mends_it(
    house: House, maker: Maker, acme: Account
) -> None:
    """To the owner of the digests and to whoever owns the account, each in one message."""
    for number in range(2):
        house.subscribe(target=f"C{number}", owner=ASKER)
    house.subscribe(target="C7", owner=ASKER, next_run_at=DUE + DAY)
    refuse(house, maker, acme)
    house.run()
    assert house.tell(COLLECT - SECOND) == []
    told = {message.channel_id: message for message in house.tell(SECOND)}
    assert set(told) == {to(house, ASKER), to(house, COLLEAGUE)}
    owner, keeper = told[to(house, ASKER)], told[to(house, COLLEAGUE)]
    assert owner.text.splitlines() == [
        "2 of 3 digests wait for Acme Support's key: Flow XO has refused it since Mon 30 Nov 2026, "
        "10:00.",
        "#1, due Mon 30 Nov 2026, 09:00, UTC: if it is fixed by Thu 3 Dec 2026, 09:00, it goes out "
        "late",
        "#2, due Mon 30 Nov 2026, 09:00, UTC: if it is fixed by Thu 3 Dec 2026, 09:00, it goes out "
        "late",
        "bo and workspace admins can replace the key.",
    ]
    assert labels(owner) == []
    assert "You can replace the key." in keeper.text
    assert labels(keeper) == ["Replace Key"]
    request = request_in(values(keeper)[0], COLLEAGUE)
    assert (request.purpose, request.account_id) == (Purpose.REPLACE_KEY, acme.account_id)
    house.run(HOUR)
    assert house.tell(DAY) == []
    assert house.dispatcher.close(5)


def test_who_was_told_of_the_key_by_a_question_is_not_told_again(
    house: House, maker: Maker, acme: Account
) -> None:
    """And who is told here is told by no question."""
    house.subscribe(owner=ASKER)
    refuse(house, maker, acme)
    with house.writing() as connection:
        assert health.tell_once(connection, "T", acme.account_id, house.clock.moment)
    house.run()
    assert [message.channel_id for message in house.tell()] == [to(house, ASKER)]
    with house.writing() as connection:
        connection.execute(update(ACCOUNTS).values(told_at=None))
    subscribed = house.subscribe(owner=ASKER, target="C2", next_run_at=house.clock.moment)
    assert subscribed.number == 2
    house.run()
    assert to(house, COLLEAGUE) in {message.channel_id for message in house.tell(DAY)}
    with house.writing() as connection:
        now = house.clock.moment
        assert not health.tell_once(connection, "T", acme.account_id, now)


def test_the_key_of_the_environment_is_for_whoever_runs_the_bot(house: House, maker: Maker) -> None:
    """Nothing in Slack replaces it: no button, and admins hear of it, since nobody owns it."""
    with house.writing() as connection:
        secret = key_of("the environment")
        made = connecting.from_environment(connection, "T", secret, "UTC", DUE - DAY)
    house.subscribe(owner=ASKER, account=made.number)
    refuse(house, maker, made)
    house.run()
    told = [*house.tell(), *house.tell()]
    assert {one.channel_id for one in told} == {to(house, ASKER), to(house, ADMIN)}
    for message in told:
        assert message.text.endswith("Whoever runs the bot can set another key.")
        assert labels(message) == []


def test_where_the_account_s_owner_has_left_admins_can_replace_the_key(
    house: House, maker: Maker, acme: Account
) -> None:
    """They hear of it in the owner's place."""
    with house.writing() as connection:
        connection.execute(update(ACCOUNTS).values(owner_user_id=GONE))
    house.subscribe(owner=ASKER)
    refuse(house, maker, acme)
    house.run()
    told = {one.channel_id: one for one in (*house.tell(), *house.tell())}
    assert told[to(house, ASKER)].text.endswith("Workspace admins can replace the key.")
    assert labels(told[to(house, ADMIN)]) == ["Replace Key"]


def test_a_storm_is_one_message(house: House, maker: Maker, acme: Account) -> None:
    """However many fail of one cause: twenty are told one by one, the others counted."""
    for number in range(120):
        house.subscribe(target=f"C{number}", owner=ASKER)
    refuse(house, maker, acme)
    house.run()
    told = [message for message in house.tell() if message.channel_id == to(house, ASKER)]
    (message,) = told
    assert message.text.startswith("120 digests wait for Acme Support's key")
    assert "And 100 more." in message.text
    assert house.tell(HOUR) == []


def test_what_comes_while_it_is_quiet_is_told_then(
    house: House, maker: Maker, acme: Account
) -> None:
    """Nothing is lost, and nobody is told twice a day."""
    house.subscribe(owner=ASKER)
    house.subscribe(owner=ASKER, target="C2", next_run_at=DUE + HOUR)
    house.subscribe(owner=ASKER, target="C3", next_run_at=DUE + 2 * HOUR)
    refuse(house, maker, acme)
    house.run()
    assert len(house.tell()) == 2
    house.run(HOUR)
    house.run(HOUR)
    assert house.tell() == []
    (message,) = [one for one in house.tell(DAY) if one.channel_id == to(house, ASKER)]
    assert [line[:2] for line in message.text.splitlines()[1:3]] == ["#2", "#3"]
    assert message.text.startswith("2 of 3 digests wait")


def test_two_replicas_tell_once(house: House, maker: Maker, acme: Account) -> None:
    """Whichever comes first; the other finds nothing left."""
    house.subscribe(owner=ASKER)
    refuse(house, maker, acme)
    other = house.another()
    house.run()
    house.clock.advance(MINUTE)
    for each in (house, other, house, other):
        each.notices.turn()
    assert len(house.posted) == 2
    assert other.dispatcher.close(5)


def test_what_is_mended_before_is_not_told(house: House, maker: Maker, acme: Account) -> None:
    """Nor that it was mended."""
    house.subscribe(owner=ASKER)
    refuse(house, maker, acme)
    house.run()
    with house.writing() as connection:
        assert subscribing.mend(connection, "T", Reason.KEY, house.by(COLLEAGUE)) == (1,)
    assert house.tell() == []
    assert house.tell(DAY) == []


def test_what_is_mended_after_it_was_gathered_is_not_told_either(
    house: House, maker: Maker, acme: Account
) -> None:
    """It is read anew when it is told; and it keeps nothing from being told later."""
    house.subscribe(owner=ASKER)
    refuse(house, maker, acme)
    house.run()
    house.slack.faults.add("users.info", slack_faults.error("internal_error"), times=2)
    assert house.tell() == []  # who they are, Slack did not say
    with house.writing() as connection:
        subscribing.mend(connection, "T", Reason.KEY, house.by(COLLEAGUE))
    assert house.tell(HOUR) == []
    assert kept(house) == ["key skipped", "key skipped"]
    house.run()
    assert len(house.tell()) == 2


def test_a_key_that_was_replaced_sends_what_is_still_useful_and_says_so(
    house: House, maker: Maker, acme: Account
) -> None:
    """To whose digests they are; who replaced it was answered."""
    for cadence, target in (("weekly", "C1"), ("daily", "C2")):
        house.subscribe(cadence, target=target, owner=ASKER)
    house.subscribe(target="C3", owner=COLLEAGUE)
    refuse(house, maker, acme)
    house.run()
    assert len(house.tell()) == 2
    maker.error = None
    house.clock.advance(DAY - 2 * MINUTE)
    with house.writing() as connection:
        connecting.replace_key(
            connection, "T", acme.account_id, key_of("another"), house.by(COLLEAGUE)
        )
    house.run()
    assert house.states == ["sent", "failed key", "sent"]
    told = {one.channel_id: one for one in house.tell()}
    assert told[to(house, ASKER)].text.splitlines() == [
        "Flow XO takes Acme Support's key again: 2 digests go on.",
        "#1: the one due Mon 30 Nov 2026, 09:00, UTC, goes out late",
        "#2, due Mon 30 Nov 2026, 09:00, UTC: too long ago to go out; the next one goes",
    ]
    assert set(told) == {to(house, ASKER)}


def test_a_channel_that_is_closed_is_told_and_that_it_is_open_again(house: House) -> None:
    """With another channel to choose; what is still useful goes out late by itself."""
    house.subscribe(owner=ASKER)
    channel = house.slack.workspace.channels["C1"]
    channel.is_archived = True
    house.run()
    (message,) = house.tell()
    assert message.channel_id == to(house, ASKER)
    assert message.text.splitlines() == [
        "1 digest has nowhere to go: the channel is archived.",
        "#1, due Mon 30 Nov 2026, 09:00, UTC: if it is fixed by Thu 3 Dec 2026, 09:00, it goes out "
        "late",
        "Once I am in the channel (/invite @flowxo) and it is not archived they go on by "
        "themselves. Or choose another channel.",
    ]
    assert (labels(message), values(message)) == (["Choose Channel"], ["1|en"])
    channel.is_archived = False
    house.clock.advance(HOUR)
    with house.writing() as connection:
        subscribing.mend(connection, "T", Reason.CHANNEL, house.by(ADMIN), target="C1")
    house.run()
    assert house.states == ["sent"]
    (again,) = house.tell()
    assert again.text.splitlines() == [
        "I can post there again: 1 digest goes on.",
        "#1: the one due Mon 30 Nov 2026, 09:00, UTC, goes out late",
    ]
    # What comes then is another matter, and told at once.
    house.subscribe("daily", owner=ASKER, next_run_at=house.clock.moment)
    channel.is_archived = True
    house.run()
    assert [one.text.splitlines()[0] for one in house.tell()] == [
        "1 of 2 digests has nowhere to go: the channel is archived."
    ]


def test_what_nobody_can_look_up_is_shown_with_buttons_for_each(house: House) -> None:
    """All of one due minute in one message."""
    house.slack.state.scopes = tuple(
        one for one in house.slack.state.scopes if not one.endswith(":history")
    )
    for target in ("C1", "C2"):
        house.subscribe(target=target, owner=ASKER)
    house.slack.faults.add("chat.postMessage", slack_faults.reset(), times=2)
    house.run()
    house.run(2 * MINUTE)
    assert house.states == ["unknown lost", "unknown lost"]
    (message,) = house.tell()
    first, *items, do = message.text.splitlines()
    assert first.startswith("I can't tell whether 2 digests arrived")
    assert items[-2:] == [f"#{n}, due Mon 30 Nov 2026, 09:00, UTC" for n in (1, 2)]
    assert do.startswith("Please look.")
    each = [f"{label} #{n}" for n in (1, 2) for label in ("Send Again", "It Arrived")]
    assert labels(message) == each
    ids = [one.delivery_id for one in house.deliveries for _ in range(2)]
    assert values(message) == [f"{one}|en" for one in ids]
    with house.writing() as connection:
        now = house.clock.moment
        assert deliveries.send_again(connection, "T", ids[0], now)
        assert deliveries.arrived(connection, "T", ids[2], now)
        assert not deliveries.send_again(connection, "T", ids[2], now)
    house.run()
    assert [one.state for one in house.deliveries] == [State.SENT, State.SENT]
    assert len([one for one in house.posted if one.channel_id == "C1"]) == 2


def test_an_outage_that_lasted_too_long_is_told(house: House, maker: Maker) -> None:
    """With a button that sends it after all."""
    house.subscribe("daily", owner=ASKER)
    maker.error = UpstreamDownError("down")
    for _ in range(80):
        house.run(10 * MINUTE)
    assert house.states[0] == "failed upstream"
    (message,) = house.tell()
    assert message.text.startswith(
        "1 digest did not go out: Flow XO gave no figures until it was too late."
    )
    assert labels(message) == ["Send Again"]
    maker.error = None
    with house.writing() as connection:
        known_by = values(message)[0].removesuffix("|en")
        assert deliveries.send_again(connection, "T", known_by, house.clock.moment)
    house.run()
    assert house.states[0] == "sent"


def test_what_was_left_out_while_nobody_ran_is_told(house: House) -> None:
    """The newest that is of use is posted late; of what came before its owner hears."""
    house.subscribe("daily", owner=ASKER)
    house.run(4 * DAY)
    assert house.states == [*["skipped missed"] * 4, "sent"]
    (message,) = house.tell()
    assert message.text.splitlines()[:2] == [
        "Of 1 digest I left out what came due while I could not post it.",
        "#1, the last of them due Thu 3 Dec 2026, 09:00, UTC",
    ]


def test_what_cannot_be_read_is_told(house: House) -> None:
    """By its number, since nothing else of it is known."""
    house.subscribe(owner=ASKER)
    with house.writing() as connection:
        broken = without_zone(house)
        connection.execute(update(SUBSCRIPTIONS).values(digest=broken))
    house.run()
    (message,) = house.tell()
    assert message.text.splitlines()[:2] == [
        "1 digest is stopped: what I keep of it can't be read.",
        "#1",
    ]


def without_zone(house: House) -> dict[str, object]:
    """What is stored of the first digest, without its zone."""
    digest = json.loads(json.dumps(dict(house.subscription().digest)))
    del digest["schedule"]["zone"]
    return dict(digest)


def test_an_account_that_is_gone_is_told(house: House, maker: Maker) -> None:
    """With the way to another."""
    house.subscribe(owner=ASKER)
    maker.error = AccountGoneError("gone")
    house.run()
    (message,) = house.tell()
    assert "no account to tell of" in message.text
    assert labels(message) == ["Edit"]


def test_a_refusal_of_slack_s_is_told_and_then_that_it_stopped(house: House) -> None:
    """Resume is offered once there is something to resume."""
    house.subscribe("daily", owner=ASKER)
    channel = house.slack.workspace.channels["C1"]
    channel.posting_error = "restricted_action"
    house.run()
    (message,) = house.tell()
    assert "Slack says restricted_action." in message.text
    assert labels(message) == ["Choose Channel"]
    for _ in range(2):
        house.run(DAY)
    (again,) = house.tell()
    assert set(labels(again)) >= {"Choose Channel #1", "Resume #1"}


def test_our_own_mistake_is_told_as_such(house: House, maker: Maker) -> None:
    """Nobody has to guess."""
    house.subscribe(owner=ASKER)
    maker.error = ZeroDivisionError("ours")
    for _ in range(5):
        house.run(15 * MINUTE)
    (message,) = house.tell()
    assert "something went wrong on my side" in message.text


def test_who_has_left_is_not_told_but_the_admins_are(house: House) -> None:
    """Those of the workspace, as Slack lists them."""
    house.subscribe(owner=GONE)
    house.slack.workspace.channels["C1"].is_archived = True
    house.run()
    told = [*house.tell(), *house.tell()]
    assert [message.channel_id for message in told] == [to(house, ADMIN)]
    assert kept(house) == ["channel skipped", "channel sent"]


def test_where_there_is_no_admin_it_is_logged(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """And not tried for ever."""
    house.slack.workspace.change_user(ADMIN, is_admin=False, is_owner=False)
    house.subscribe(owner=GONE)
    house.slack.workspace.channels["C1"].is_archived = True
    house.run()
    for _ in range(3):
        assert house.tell() == []
    assert [record.message for record in caplog.records].count("nobody_to_tell") == 1


def test_while_slack_does_not_say_who_the_admins_are_it_waits(house: House) -> None:
    """They are told once it does."""
    house.subscribe(owner=GONE)
    house.slack.workspace.channels["C1"].is_archived = True
    house.run()
    house.tell()
    house.slack.faults.add("users.list", slack_faults.status(503))
    assert house.tell() == []
    assert len(house.tell()) == 1


def closed(house: House) -> None:
    """A digest whose channel is closed, so that there is something to tell."""
    house.subscribe(owner=ASKER)
    house.slack.workspace.channels["C1"].is_archived = True
    house.run()


@pytest.mark.parametrize("applied", [True, False])
def test_a_lost_answer_never_tells_twice(house: House, *, applied: bool) -> None:
    """It is looked for where earlier messages went; only what is not there is sent again."""
    closed(house)
    house.tell()
    assert house.subscribe("daily", owner=ASKER, target="C2").number == 2
    house.slack.workspace.channels["C2"].is_archived = True
    house.run()
    house.slack.faults.add("chat.postMessage", slack_faults.reset(applied=applied))
    house.tell()
    for _ in range(5):
        house.tell()
    mine = [one for one in house.posted if one.channel_id == to(house, ASKER)]
    assert len(mine) == 2
    assert kept(house) == ["channel sent", "channel sent"]


def test_a_lost_answer_that_nobody_can_look_up_is_left(house: House) -> None:
    """Somebody may not have been told; nobody was told twice, and it is in the log."""
    closed(house)
    house.slack.faults.add("chat.postMessage", slack_faults.status(500, applied=True))
    assert len(house.tell()) == 1
    for _ in range(5):
        assert house.tell() == []
    assert kept(house) == ["channel unknown"]


def test_a_search_that_fails_ends_too(house: House) -> None:
    """After half an hour it is given up."""
    closed(house)
    house.tell()
    house.subscribe("daily", owner=ASKER, target="C2")
    house.slack.workspace.channels["C2"].is_archived = True
    house.run()
    house.slack.faults.add("chat.postMessage", slack_faults.reset())
    house.slack.faults.add("conversations.history", slack_faults.status(503), times=60)
    for _ in range(40):
        house.tell()
    assert kept(house)[-1] == "channel unknown"


class KilledError(BaseException):
    """The process is gone."""


@pytest.mark.parametrize("after", [False, True])
def test_whoever_dies_in_the_middle_tells_once(
    house: House, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    """Before the post it is told by the next; after it, it is looked for first."""
    closed(house)
    house.tell()
    house.subscribe("daily", owner=ASKER, target="C2")
    house.slack.workspace.channels["C2"].is_archived = True
    house.run()

    def die(*_: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(telling.Notices, "_ended" if after else "_post", die)
        with pytest.raises(KilledError):
            house.tell()
    other = house.another()
    for _ in range(5):
        house.clock.advance(MINUTE)
        other.notices.turn()
    assert len([one for one in house.posted if one.channel_id == to(house, ASKER)]) == 2
    assert kept(house) == ["channel sent", "channel sent"]
    assert other.dispatcher.close(5)


def test_slack_s_wish_to_wait_is_heard(house: House) -> None:
    """And nobody of that workspace is written to meanwhile."""
    for number, user_id in enumerate((ASKER, COLLEAGUE)):
        house.subscribe(target=f"C{number}", owner=user_id)
        house.slack.workspace.channels[f"C{number}"].is_archived = True
    house.run()
    house.slack.faults.add("chat.postMessage", slack_faults.ratelimited(300))
    assert house.tell() == []
    assert house.tell(4 * MINUTE) == []
    assert len(house.tell(MINUTE + SECOND)) == 2


def test_who_cannot_be_reached_is_given_up_after_a_day(house: House) -> None:
    """Or at once, where Slack says that they take nothing of ours."""
    closed(house)
    refused = slack_faults.error("users_info_is_down")
    house.slack.faults.add("users.info", refused, times=200)
    for _ in range(60):
        house.tell(30 * MINUTE)
    assert kept(house) == ["channel failed"]
    assert house.posted == []


def test_who_takes_no_messages_is_not_written_to_again(house: House) -> None:
    """It is kept as failed, and logged."""
    closed(house)
    house.slack.faults.add("chat.postMessage", slack_faults.error("cannot_dm_bot"))
    assert house.tell() == []
    assert house.tell(HOUR) == []
    assert kept(house) == ["channel failed"]


def test_two_channels_are_two_messages_a_second_apart(house: House) -> None:
    """To one person Slack takes one message a second."""
    for target in ("C1", "C2"):
        house.subscribe(target=target, owner=ASKER)
        house.slack.workspace.channels[target].is_archived = True
    house.run()
    assert len(house.tell()) == 1
    assert house.tell(timedelta()) == []
    assert len(house.tell(SECOND)) == 1


def test_one_message_that_cannot_be_made_keeps_none_from_theirs(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is logged and left."""
    for number, user_id in enumerate((ASKER, COLLEAGUE)):
        house.subscribe(target=f"C{number}", owner=user_id)
        house.slack.workspace.channels[f"C{number}"].is_archived = True
    house.run()
    make = telling.Notices._tell

    def some(self: telling.Notices, mine: Notice) -> None:
        if mine.user_id == ASKER:
            raise ZeroDivisionError
        make(self, mine)

    with monkeypatch.context() as patch:
        patch.setattr(telling.Notices, "_tell", some)
        assert [one.channel_id for one in house.tell()] == [to(house, COLLEAGUE)]
    assert len(house.tell(3 * MINUTE)) == 1


def test_what_was_told_is_forgotten_with_the_deliveries(house: House) -> None:
    """After 400 days."""
    closed(house)
    house.tell()
    with house.writing() as connection:
        assert news.prune(connection, house.clock.moment + 399 * DAY) == 0
        assert news.prune(connection, house.clock.moment + 401 * DAY) == 2
        assert connection.execute(select(NEWS)).all() == []
