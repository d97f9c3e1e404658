"""Digests read back, listed, and what became of them: whole in both forms, inert, within limits."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.digest import ALL, Digest, WhenEmpty
from bot.core.query import Compare
from bot.core.schedule import Cadence, Schedule
from bot.core.sections import Section
from bot.core.sentences import say
from bot.demo.slack_acting import in_message
from bot.demo.slack_rules import check_message, check_view
from bot.errors import ScheduleError
from bot.render import digest_cards as ids
from bot.render.digest_cards import (
    Card,
    asking_buttons,
    next_run,
    number_in,
    preview_message,
    saved_message,
    saving,
    title,
    to_save,
    told_message,
)
from bot.render.digest_forms import digest_view, form_for, form_of, with_more
from bot.render.digest_history import Past, history_message
from bot.render.digest_list import DigestRow, list_message, picked
from bot.render.digest_times import with_days
from bot.render.plan import MessagePlan
from tests.render.snapshot import agree

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
WEEKLY = Digest(Schedule(Cadence.WEEKLY, time(9), BERLIN, (0,)), 1)
RICH = Digest(
    Schedule(Cadence.MONTHLY, time(12), BERLIN, day=31), ALL, (Section.STATS, Section.FLOWS),
    Compare.LAST_YEAR, 9, WhenEmpty.SKIP, "<!channel> *see* https://x.example " + "x" * 200,
)  # fmt: skip
HOSTILE = "<!channel> *bo* <@U0ADMIN001> https://x.example"
HERE = say("digest.to_here")


def inert(plan: MessagePlan) -> None:
    """Slack takes it, and nothing in it rings, opens or formats."""
    for blocks in (plan.blocks, plan.rich):
        sent = {"text": plan.text, "blocks": list(blocks), "parse": "none", "mrkdwn": False}
        assert check_message(sent) is None
        acting = in_message(sent)
        assert (acting.pings, acting.links, acting.formatting) == ((), (), ())


def test_a_digest_is_read_back() -> None:
    """When, to whom, about what; the next three runs with exact dates; nothing is stored yet."""
    card = Card(WEEKLY, "Acme Support", HERE)
    agree("digest-preview", preview_message(card, "digest weekly", "U1", NOW, "en", ["Mended."]))


def test_all_that_can_be_set_is_told_and_acts_nowhere() -> None:
    """A note is a stranger's to some; it is cut, since it stands in the digest."""
    card = Card(RICH, "", HERE, 7)
    plan = preview_message(card, "digest edit #7 daily", "U1", NOW, "en")
    lines = plan.text.split("\n")
    assert lines[0] == (
        "Digest #7 of all accounts, on the 31st of every month (in shorter ones on the last day) "
        "at noon, Europe/Berlin"
    )
    assert "Where Flow XO has nothing for those days, it does not come." in lines
    assert lines[-1] == "Nothing is changed yet."
    inert(plan)
    for language in ("en", "de", "es", "fr", "pt"):
        inert(preview_message(Card(RICH, HOSTILE, HERE), "digest", "U1", NOW, language))
        inert(saved_message(Card(WEEKLY, HOSTILE, HERE, 7), NOW, language, ["Note."]))
        inert(told_message("digest.told_new", HOSTILE, card, NOW, language))


def test_lists_alone_have_rows() -> None:
    """Figures and a chart have none to count."""
    plain = Digest(WEEKLY.schedule, 1, (Section.STATS, Section.CHART))
    text = preview_message(Card(plain, "", HERE), "digest", "U1", NOW, "en").text
    assert "rows" not in text
    assert title(Card(plain, "", HERE)) == "A digest every Monday at 09:00, Europe/Berlin"


def test_the_last_run_of_all_is_the_last() -> None:
    """Where the calendar ends."""
    end = datetime(9999, 12, 30, tzinfo=UTC)
    assert next_run(WEEKLY, end).startswith("It never comes again")


def row(number: int, name: str = "Acme") -> DigestRow:
    """A digest of its reader's."""
    return DigestRow(
        number, title(Card(WEEKLY, name, "", number)),
        (say("digest.comes_next", at="Mon 30 Nov 2026, 09:00"),),
        (ids.EDIT, ids.PAUSE, ids.TEST),
        (ids.RUN_NOW, ids.MOVE, ids.COPY, ids.HISTORY, ids.DELETE),
    )  # fmt: skip


def test_digests_are_listed() -> None:
    """Each with what its reader may do; those of others with less."""
    others = DigestRow(9, "Digest #9", (say("digest.owned", owner="bo"),), (ids.TEST, ids.HISTORY))
    plan = list_message(say("digest.list.here", count=2), [row(7), others], "en", total=2)
    agree("digest-list", plan)


def test_twenty_of_them_are_one_message() -> None:
    """And the way to the next."""
    rows = [row(number, HOSTILE) for number in range(1, 21)]
    plan = list_message(say("digest.list.mine", count=30), rows, "de", total=30)
    inert(plan)
    more = plan.blocks[-1]["elements"][0]
    assert (more["action_id"], more["value"]) == (ids.LIST, "20|de")
    bare = list_message(say("digest.list.which"), [DigestRow(1, "#1", (), ())], "en")
    assert len(bare.blocks) == 2


def test_what_became_of_one_is_told() -> None:
    """By the digest's clock, late or not, with why."""
    due = datetime(2026, 11, 23, 8, tzinfo=UTC)
    week = timedelta(days=7)
    past = [
        Past(due, "scheduled", "sent", True, due + timedelta(minutes=22)),
        Past(due - week, "scheduled", "failed", False, due, "channel", "is_archived"),
        Past(due - 2 * week, "run_now", "sent", False, due),
        Past(due - 3 * week, "scheduled", "unknown", False, None, "lost"),
        Past(due - 4 * week, "scheduled", "skipped", False, due, "too_late", HOSTILE),
    ]
    named = [title(Card(WEEKLY, "Acme Support", "", 7)), HERE]
    plan = history_message(named, past, BERLIN, "en")
    inert(plan)
    agree("digest-history", history_message(named, past[:4], BERLIN, "en"))
    assert history_message(named, [], BERLIN, "en").text.endswith("It has not come yet.")


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "pt"])
@pytest.mark.parametrize("digest", [WEEKLY, RICH])
def test_its_form_is_one_that_slack_takes(digest: Digest, language: str) -> None:
    """In every language, short and whole; it carries what it was made of."""
    form = form_for(digest, "C1", "C1", language, 7, "U1")
    for one in (form, with_more(form)):
        view = digest_view(one, [], ["Something is wrong."])
        assert check_view(view) is None
        assert form_of(view["private_metadata"]) == (one, digest)
    new = digest_view(with_more(form_for(digest, "U1", None, language, None, "")), [])
    assert check_view(new) is None


def test_no_other_rhythm_is_taken_from_a_form() -> None:
    """What its menu does not offer is refused."""
    for often in ("hourly", "weeks_x", "weeks_", "weeks_1000", "fort_2"):
        with pytest.raises(ScheduleError):
            with_days(WEEKLY.schedule, often, (0,), "1", NOW, 0)


def test_buttons_carry_what_is_read_again() -> None:
    """Whoever may press Save, words with bars in them, numbers; nothing else is taken for one."""
    assert to_save(saving("U1", "digest | weekly", "de")) == ("U1", "digest | weekly", "de")
    assert (number_in("7"), number_in("x"), number_in(""), number_in("1" * 9)) == (
        7, None, None, None,
    )  # fmt: skip
    assert picked("digest_run|7") == ("digest_run", "7")
    few = asking_buttons([("Acme", "digest for #1"), ("Beta", "digest for #2")], "en")
    assert [one["action_id"] for one in few] == ["digest_ask_0", "digest_ask_1"]
    many = [(f"Client {n}", f"digest for #{n}") for n in range(1, 101)]
    (menu,) = asking_buttons(many, "en")
    assert len(menu["options"]) == 100
    assert asking_buttons([*many, ("One", "digest for #0")], "en") == []
    assert asking_buttons([(name, text + "x" * 140) for name, text in many], "en") == []
