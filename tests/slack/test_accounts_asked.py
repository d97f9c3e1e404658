"""Questions about several accounts: which one is meant, who may ask where, and what is shown."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine

from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    GENERAL,
    GUEST,
    SHARED,
    STRANGER,
    TEAM,
    Message,
)
from bot.errors import KeyRefusedError
from bot.settings import Secret
from bot.storage import accounts, channels, database
from bot.storage.accounts import DEFAULT_ID, Account, Visibility
from bot.storage.audit import By
from tests.slack.conftest import Clock, Running, remembered
from tests.storage.connected import connected, with_keys, writing

pytestmark = pytest.mark.both_engines


@pytest.fixture
def by(clock: Clock) -> By:
    """A colleague, who owns what is connected here."""
    return By("U0COLLEAG1", "test", clock())


@pytest.fixture
def two(running: Running, engine: Engine, by: By) -> tuple[Account, Account]:
    """Two accounts beside the environment's."""
    with_keys(engine)
    acme = connected(engine, "Acme Support", TEAM, by)
    beta = connected(engine, "Beta", TEAM, by)
    assert running.services.engine is engine
    return acme, beta


def ask(running: Running, text: str, **parts: Any) -> Message:
    """The answer to a command, whether or not it was announced."""
    count = len(answers(running))
    assert running.slack.command(text, **parts).ok
    running.slack.wait_until(lambda: len(answers(running)) > count)
    return answers(running)[-1]


def answers(running: Running) -> list[Message]:
    """What was said but that something is worked on."""
    return [one for one in running.slack.messages if not one.text.startswith("Working on")]


def start_thread(running: Running, text: str, user: str = ASKER) -> Message:
    """The public answer to a mention, once its thread is remembered."""
    before = len(running.slack.messages)
    running.slack.mention(text, user=user)
    first = running.slack.wait_for_messages(before + 1)[before]
    running.settle()
    assert remembered(running) != []
    return first


def set_channel(engine: Engine, by: By, channel_id: str = CHATBOTS, **changes: Any) -> None:
    """What is set for a channel."""
    with writing(engine) as connection:
        assert channels.change(connection, TEAM, channel_id, by, **changes)


def change(engine: Engine, account: Account, by: By, **changes: Any) -> None:
    """What is set for an account."""
    with writing(engine) as connection:
        assert accounts.change(connection, TEAM, account.account_id, by, **changes)


def test_a_single_account_is_not_named(running: Running) -> None:
    """There is nothing that it could be taken for."""
    assert ask(running, "stats last week").text.startswith("41 ")


@pytest.mark.usefixtures("two")
def test_which_of_several_is_asked(running: Running) -> None:
    """No figure of any is guessed."""
    message = ask(running, "stats last week")
    assert "Which one do you mean?" in message.text
    assert running.source.asked == []


@pytest.mark.parametrize("words", ["for acme", "for #1", "for Acme Support", 'for "acme support"'])
@pytest.mark.usefixtures("two")
def test_an_account_that_is_named_is_named_in_the_answer(running: Running, words: str) -> None:
    """First of all."""
    assert ask(running, f"stats last week {words}").text.startswith("Acme Support: 41 ")


def test_the_channel_s_own_account_is_meant(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account]
) -> None:
    """There, and by whoever asks; in another channel it is nobody's."""
    set_channel(engine, by, account_id=two[1].account_id)
    assert ask(running, "stats last week").text.startswith("Beta: ")
    assert ask(running, "stats last week for acme").text.startswith("Acme Support: ")
    assert "Which one" in ask(running, "stats last week", channel=GENERAL).text


def test_dates_are_read_by_the_account_s_own_clock(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account]
) -> None:
    """Whatever the asker's, and whichever account was expected."""
    change(engine, two[0], by, zone="Pacific/Kiritimati")
    assert "Pacific/Kiritimati" in ask(running, "stats yesterday for acme").text
    assert "Europe/Berlin" in ask(running, "stats yesterday for beta").text
    assert "Asia/Tokyo" in ask(running, "stats yesterday for acme in tokyo").text


def test_weeks_and_texts_are_as_the_account_has_set_them(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account]
) -> None:
    """Hidden flows are left out by name."""
    change(engine, two[0], by, hidden=("untitled flow",))
    shown = ask(running, "top flows last week for acme").text
    assert "Untitled Flow" not in shown
    assert "1 hidden" in shown
    assert "Untitled Flow" in ask(running, "top flows last week for beta").text


def test_a_button_is_about_the_account_that_was_seen(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account]
) -> None:
    """Whatever the channel's account and the names are by then."""
    message = ask(running, "stats last week for acme")
    set_channel(engine, by, account_id=two[1].account_id)
    with writing(engine) as connection:
        accounts.rename(connection, TEAM, two[0].account_id, "Zeta", by)
    count = len(answers(running))
    running.slack.press(message, "Previous Week")
    running.slack.wait_until(lambda: len(answers(running)) > count)
    assert answers(running)[-1].text.startswith("Zeta: ")


def test_a_thread_keeps_its_account(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account]
) -> None:
    """Whoever replies, and whatever the channel's own is by then."""
    first = start_thread(running, "stats last week for beta")
    set_channel(engine, by, account_id=two[0].account_id)
    running.slack.mention("by day", thread_ts=first.thread_ts, user=ADMIN)
    assert running.slack.wait_for_messages(2)[-1].text.startswith("Beta: ")


@pytest.mark.usefixtures("two")
def test_all_accounts_are_rows_of_one_answer(running: Running) -> None:
    """The environment's among them; sums are added, users are not."""
    text = ask(running, "stats last week for all").text
    for name in ("Acme Support", "Beta", "default"):
        assert name in text
    assert "123" in text


@pytest.mark.usefixtures("two")
def test_a_thread_about_all_accounts_stays_about_all(running: Running) -> None:
    """Refined by whoever replies, each by its own clock."""
    first = start_thread(running, "stats last week for all")
    running.slack.mention("and the week before?", thread_ts=first.thread_ts, user=ADMIN)
    running.slack.wait_until(lambda: len(answers(running)) == 2)
    text = answers(running)[-1].text
    assert "9–15 Nov" in text
    assert "Acme Support" in text


@pytest.mark.usefixtures("two")
def test_all_accounts_are_shown_to_a_channel_once_that_was_confirmed(running: Running) -> None:
    """With the same rows, and the file that was asked for."""
    asked = ask(running, "stats last week for all public as csv", channel=SHARED)
    running.slack.press(asked, "Share Anyway")
    running.slack.wait_until(lambda: any(one.files for one in running.slack.messages))
    assert any("Beta" in one.text and one.only_for is None for one in answers(running))


def test_what_is_for_its_channels_alone_is_seen_there_alone(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account]
) -> None:
    """Elsewhere it is not even known; its owner and admins ask in private anywhere."""
    acme = two[0]
    change(engine, acme, by, visibility=Visibility.CHANNELS)
    hidden = ask(running, "stats last week for acme")
    assert "Acme Support" not in hidden.text
    assert "Acme Support" not in ask(running, "stats last week for all").text
    assert ask(running, "stats last week for #1").text.count("41 ") == 0
    set_channel(engine, by, account_id=acme.account_id)
    assert ask(running, "stats last week").text.startswith("Acme Support: ")
    for keeper in (by.user_id, ADMIN):
        shown = ask(running, "stats last week for acme", channel=GENERAL, user=keeper)
        assert shown.text.startswith("Acme Support: ")
        told = ask(running, "stats last week for acme public", channel=GENERAL, user=keeper)
        assert "its own channels only" in told.text
        assert told.only_for == keeper


def test_all_accounts_by_mention_are_those_that_everyone_there_may_see(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account]
) -> None:
    """Whoever may see more asks in private."""
    change(engine, two[0], by, visibility=Visibility.CHANNELS)
    assert "Acme Support" in ask(running, "stats last week for all", user=ADMIN).text
    shown = start_thread(running, "stats last week for all", user=ADMIN)
    assert "Beta" in shown.text
    assert "Acme" not in f"{shown.text}{shown.blocks}"


def test_a_client_channel_is_for_its_account_alone(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account]
) -> None:
    """Nobody sees another one's figures there, its keepers neither."""
    set_channel(engine, by, account_id=two[1].account_id, only_this_account=True)
    for user in (ASKER, ADMIN, by.user_id):
        assert ask(running, "stats last week", user=user).text.startswith("Beta: ")
        told = ask(running, "stats last week for acme", user=user)
        assert "41" not in told.text
        assert "Acme Support" not in told.text


@pytest.mark.parametrize("outsider", [GUEST, STRANGER])
def test_outsiders_ask_where_they_were_let_in(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account], outsider: str
) -> None:
    """About that account; elsewhere, and in direct messages, they are refused as ever."""
    refused = ask(running, "stats last week", user=outsider)
    assert "members" in refused.text
    set_channel(engine, by, account_id=two[1].account_id, outsiders_may_ask=True)
    assert ask(running, "stats last week", user=outsider).text.startswith("Beta: ")
    for words in ("for acme", "for #1", "for all"):
        told = ask(running, f"stats last week {words}", user=outsider)
        assert "Acme" not in told.text
        assert "default" not in told.text
    assert "members" in ask(running, "stats last week", user=outsider, channel=GENERAL).text


def test_an_outsider_learns_nothing_from_a_thread(
    running: Running, engine: Engine, by: By, two: tuple[Account, Account]
) -> None:
    """A reply to another account's answer is no question about their own."""
    set_channel(engine, by, account_id=two[1].account_id)
    first = start_thread(running, "stats last week for acme")
    assert first.text.startswith("Acme Support: ")
    set_channel(engine, by, outsiders_may_ask=True)
    running.slack.mention("by day", thread_ts=first.thread_ts, user=GUEST)
    told = running.slack.wait_for_messages(2)[-1]
    assert "can't be asked about here" in told.text
    assert "Acme" not in told.text


def test_a_client_s_channel_without_its_account_answers_nobody(
    running: Running, engine: Engine, by: By
) -> None:
    """Another client's figures must not take the place of what is gone."""
    set_channel(engine, by, account_id=None, only_this_account=True)
    assert "one account alone" in ask(running, "stats last week").text
    assert running.source.asked == []


def test_how_an_account_does_is_kept(running: Running, engine: Engine) -> None:
    """Since when its key is refused, and that it works again; the environment's from then on."""

    def kept() -> Account | None:
        running.settle()
        with database.reading(engine) as connection:
            return accounts.get(connection, TEAM, DEFAULT_ID)

    ask(running, "stats last week")
    assert kept() is None  # nobody has written it down
    running.source.error = KeyRefusedError("Flow XO refused the key.")
    ask(running, "stats last month")
    found = kept()
    assert found is not None
    assert (found.last_error, found.failing_since) == ("KeyRefusedError", running.clock())
    running.source.error = None
    running.clock.advance(hours=1)
    ask(running, "stats last month")
    found = kept()
    assert found is not None
    assert (found.last_error, found.failing_since) == (None, None)
    assert found.last_ok_at == running.clock()


def test_keys_reach_no_log(
    running: Running, engine: Engine, by: By, caplog: pytest.LogCaptureFixture
) -> None:
    """Nor a message."""
    caplog.set_level("DEBUG")
    with_keys(engine)
    connected(engine, "Acme", TEAM, by)
    ask(running, "stats last week for acme")
    secret = Secret("eyJ.key.of.Acme").reveal()
    assert secret not in caplog.text
    assert all(secret not in str(message) for message in running.slack.messages)
