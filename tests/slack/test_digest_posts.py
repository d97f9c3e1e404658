"""A posted digest is pressed and replied to like any answer: same account, dates and rights."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.core.digest import ALL
from bot.core.sections import Section
from bot.demo import slack_faults
from bot.demo.slack_workspace import (
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    GENERAL,
    GUEST,
    SHARED,
    STRANGER,
    TEAM,
    Message,
)
from bot.slack.surroundings import Surroundings
from bot.storage import subscribing
from bot.storage.accounts import Account
from tests.slack.agency import Agency
from tests.slack.conftest import blocks_of, labels_of
from tests.slack.posting import Posting, posting

pytestmark = pytest.mark.both_engines

BUTTONS = ["Full Report", "Previous Week"]
DATES, DATES_BEFORE = "16–22 Nov 2026", "9–15 Nov 2026"


@pytest.fixture
def accounts(agency: Agency) -> list[Account]:
    """Two of them, so that answers say whose they are."""
    return [agency.connect(name, zone="Europe/Berlin") for name in ("Acme", "Bolt")]


@pytest.fixture
def posted(agency: Agency, accounts: list[Account]) -> Iterator[Posting]:
    """Digests of theirs."""
    assert accounts
    with posting(agency) as made:
        yield made


def reply(agency: Agency, digest: Message, text: str, user: str = COLLEAGUE) -> Message:
    """What the bot says to a reply in the digest's thread."""
    slack = agency.running.slack
    where = {"user": user, "channel": digest.channel_id, "thread_ts": digest.ts}
    if digest.channel_id.startswith("D"):
        said = agency.after(lambda: slack.direct_message(text, user=user, thread_ts=digest.ts))
    else:
        said = agency.after(lambda: slack.mention(text, **where))
    return said[-1]


def test_a_reply_refines_the_digest(
    agency: Agency, posted: Posting, accounts: list[Account]
) -> None:
    """About its account and its dates, days later, whoever replies and whatever is set since."""
    posted.subscribe(accounts[1].number)
    digest = posted.post()
    assert digest.text.startswith(f"Bolt, {DATES}: ")
    agency.set(CHATBOTS, account_id=accounts[0].account_id)
    agency.running.clock.advance(days=4)
    answer = reply(agency, digest, "by day")
    assert answer.thread_ts == digest.ts
    assert answer.text.startswith("Bolt: ")
    assert f"{DATES}, compared with 9–15 Nov" in answer.text
    assert "Mon 16 Nov: " in answer.text
    assert agency.asked() == ["Bolt"]
    assert DATES_BEFORE in reply(agency, digest, "and the week before?").text


def test_a_reply_refines_one_that_was_found(
    agency: Agency, posted: Posting, accounts: list[Account]
) -> None:
    """As it was posted, although its subscription is about another account by now."""
    mine = posted.subscribe(accounts[1].number)
    slack = agency.running.slack
    slack.faults.add("chat.postMessage", slack_faults.reset())
    digest = posted.post()
    assert posted.house.states == ["verify lost"]
    other = dict(mine.digest) | {"account": accounts[0].number}
    agency.write(lambda c: subscribing.edit(c, TEAM, mine.number, agency.by, digest=other))
    posted.house.run(timedelta(minutes=1))
    assert posted.house.states == ["sent"]
    answer = reply(agency, digest, "by day")
    assert answer.text.startswith("Bolt: ")
    assert DATES in answer.text


def test_one_person_replies_without_a_mention(
    agency: Agency, posted: Posting, accounts: list[Account]
) -> None:
    """In the thread of a digest that came to them alone."""
    posted.subscribe(accounts[0].number, target=ASKER)
    digest = posted.post()
    assert 'Reply "by day" in the thread to dig in' in digest.text
    assert labels_of(digest)[:2] == BUTTONS
    answer = reply(agency, digest, "by day", user=ASKER)
    assert (answer.channel_id, answer.thread_ts) == (digest.channel_id, digest.ts)
    assert "Mon 16 Nov: " in answer.text


def test_the_full_report_comes_into_the_thread(
    agency: Agency, posted: Posting, accounts: list[Account]
) -> None:
    """Of the digest's dates, for all to see, once a press; and the thread goes on from it."""
    posted.subscribe(accounts[0].number, sections=(Section.STATS,))
    digest = posted.post()
    assert "Top flows" not in digest.text
    (report,) = agency.press(digest, "Full Report", user=COLLEAGUE)
    assert (report.channel_id, report.thread_ts, report.only_for) == (CHATBOTS, digest.ts, None)
    assert "Acme: " in report.text
    assert f"{DATES}, compared with" in report.text
    assert "Top flows" in report.text
    assert "Top messages" in report.text
    assert agency.press(digest, "Full Report", user=COLLEAGUE) == []
    assert "Mon 16 Nov: " in reply(agency, digest, "by day").text


def test_the_week_before_and_the_menu(
    agency: Agency, posted: Posting, accounts: list[Account]
) -> None:
    """As under any public answer."""
    posted.subscribe(accounts[0].number)
    digest = posted.post()
    (before,) = agency.press(digest, "Previous Week")
    assert before.thread_ts == digest.ts
    assert DATES_BEFORE in before.text
    (compared,) = agency.press(digest, "Compare with Last Year")
    assert f"{DATES}, compared with 17–23 Nov 2025" in compared.text
    agency.press(digest, "CSV")
    assert agency.running.slack.files[-1].thread_ts == digest.ts
    (explained,) = agency.press(digest, "What Is This?")
    assert explained.only_for == ASKER


@pytest.mark.parametrize("why", ["a guest", "a stranger", "rights"])
def test_a_press_is_checked_when_it_is_pressed(
    agency: Agency, posted: Posting, accounts: list[Account], why: str
) -> None:
    """Nothing is shown, whoever could see the digest when it came."""
    posted.subscribe(accounts[0].number)
    digest = posted.post()
    agency.sources.of("Acme").asked.clear()
    if why == "rights":
        agency.hide(accounts[0])
    user = {"a guest": GUEST, "a stranger": STRANGER, "rights": COLLEAGUE}[why]
    for label in BUTTONS:
        (refused,) = agency.press(digest, label, user=user)
        assert refused.only_for == (None if why == "rights" else user)
        assert "Acme" not in refused.text
        assert DATES not in refused.text
    assert agency.asked() == []


def test_all_accounts_have_a_full_report_too(agency: Agency, posted: Posting) -> None:
    """A row each, and a reply that asks all of them."""
    posted.subscribe(ALL)
    digest = posted.post()
    assert digest.text.startswith(f"All 2 accounts, {DATES}: ")
    (report,) = agency.press(digest, "Full Report")
    for text in (digest.text, report.text):
        assert "Acme: " in text
        assert "Bolt: " in text
    (before,) = agency.press(digest, "Previous Week")
    assert DATES_BEFORE in before.text
    answer = reply(agency, digest, "vs last year")
    assert "9–15 Nov 2026, compared with 10–16 Nov 2025" in answer.text
    assert "Bolt: " in answer.text


def test_who_set_it_up_is_named_and_not_called(
    agency: Agency, posted: Posting, accounts: list[Account]
) -> None:
    """By the name that they chose, as text."""
    slack = agency.running.slack
    slack.workspace.change_user(ASKER, name="<!here> ada")
    posted.subscribe(accounts[0].number, note="Ask <@U0ADMIN001> or *me*")
    digest = posted.post()
    assert "set up by &lt;!here&gt; ada" in digest.text
    assert (digest.pings, digest.acting.formatting) == ((), ())
    assert "Note: Ask" in digest.text
    posted.subscribe(accounts[0].number, owner="U0NOTFOUND")
    assert "set up by" not in posted.post(timedelta(minutes=1)).text


CHANNELS = {
    "members alone": (CHATBOTS, False, BUTTONS),
    "a guest": (GENERAL, False, []),
    "a guest who may ask": (GENERAL, True, BUTTONS),
    "another company": (SHARED, False, []),
    "another company that may ask": (SHARED, True, BUTTONS),
}


@pytest.mark.parametrize("where", CHANNELS)
def test_no_buttons_where_some_may_not_ask(
    agency: Agency, posted: Posting, accounts: list[Account], where: str
) -> None:
    """And no line that invites to reply."""
    channel_id, open_to_all, labels = CHANNELS[where]
    agency.running.slack.workspace.channels[GENERAL].members.add("U0FLOWXO01")
    account = accounts[0]
    agency.set(channel_id, account_id=account.account_id, outsiders_may_ask=open_to_all)
    posted.subscribe(account.number, target=channel_id)
    digest = posted.post()
    assert labels_of(digest)[:2] == labels
    assert ("Reply" in digest.text) == bool(labels)
    assert ('"actions"' in blocks_of(digest)) == bool(labels)


def test_who_reads_along_is_asked_once_a_day(
    agency: Agency, posted: Posting, accounts: list[Account]
) -> None:
    """What Slack does not say counts as outsiders, and is asked again the next time."""
    slack = agency.running.slack
    slack.faults.add("conversations.info", slack_faults.error("internal_error"))
    for bare in (True, False, False):
        posted.subscribe(accounts[0].number)
        assert (labels_of(posted.post(timedelta(minutes=1))) == []) == bare
    assert len(slack.called("conversations.info")) == 2


def test_another_workspace_is_told_nothing_of_people(agency: Agency) -> None:
    """Our token is of one; of any other nobody is named, and outsiders read along."""
    around = Surroundings(agency.running.services)
    assert around.called("T0OTHER001", ASKER) == ""
    assert around.has_outsiders("T0OTHER001", CHATBOTS)
    assert around.mention("T0OTHER001") == "@flowxo"
    assert (around.called(TEAM, ASKER), around.mention(TEAM)) == ("ada", "@flowxo")
    agency.running.slack.faults.add("auth.test", slack_faults.error("internal_error"))
    assert Surroundings(agency.running.services).called(TEAM, ASKER) == ""


def test_a_person_is_looked_up_whenever_one_goes_to_them(agency: Agency, posted: Posting) -> None:
    """Who became a guest since gets no figures, whatever was remembered of them."""
    account = agency.accounts()["Acme"] if "Acme" in agency.accounts() else agency.connect("Acme")
    slack = agency.running.slack
    posted.subscribe(account.number, target=ASKER)
    assert "41" in posted.post().text
    count = len(slack.posted)
    slack.workspace.change_user(ASKER, is_restricted=True)
    posted.subscribe(account.number, target=ASKER)
    posted.house.run(timedelta(minutes=1))
    assert len(slack.posted) == count
    assert "failed account" in posted.house.states
