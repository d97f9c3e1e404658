"""The answers to reach: each mockup, line by line and as a snapshot of its text and blocks."""

from __future__ import annotations

from bot.core.query import Query
from bot.core.reports import Report
from bot.core.sentences import say
from bot.core.subcommands import Subcommand
from bot.errors import KeyRefusedError, ParseError
from bot.render.blocks import Block
from bot.render.digest import digest_message
from bot.render.message import answer_message, error_message, help_message, working_message
from bot.render.plan import MessagePlan, Shown
from tests.render.made import WEEK, no_data, stats_november, top_flows
from tests.render.made_digests import DIGEST_OF_WEEK, POSTING, digest_week
from tests.render.snapshot import agree

STATS = """\
Acme Support: 5 messages sent in November, down from 141 (−96 %)
1–30 Nov 2021, compared with 1–31 Oct (one day longer)
New users: 1 (was 9)
Triggers: 4 (was 100, −96 %)
Messages received: 7 (was 99, −93 %)
Messages sent: 5 (was 141, −96 %)
Total users: 55 (+1)
Active users (30 days): 23 (was 22)
Line chart: messages sent per day, 2-day averages, November and October
Europe/Berlin · read 26 Nov 2026, 09:12 · the chart shows 2-day averages · \
"Active" always looks back 30 days, whatever the period"""

FLOWS = """\
Acme Support: Untitled Broadcast led with 93 of 128 flow starts (73 %)
1 Oct–30 Nov 2021, compared with 1 Aug–30 Sep
1. Untitled Broadcast: 93 (73 %), new. Looks like a broadcast: one start per recipient
2. Text Me: 19 (15 %), was 1st
3. Untitled Flow: 14 (11 %), was 3rd
4. Deep Linking with Multiple Argument Parsing (b64 url): 1, was 5th
4. Parse a Unix Timestamp: 1, new
No longer in the list: Welcome Back (was 2nd), Menu (was 4th)
All 5 flows that ran · Europe/Berlin · read 26 Nov 2026, 09:12 · \
Flow XO counts Triggers (104) apart; the two need not match"""

HELP = """\
Ask about your Flow XO chatbots in plain words. Only you will see the answer.
/flowxo stats last week
/flowxo top flows yesterday
/flowxo how many new users since monday?
/flowxo chart triggers last 30 days by day
Dates as you say them: today, last 30 days, 3–5 march, q3. \
Add "vs last year", "as csv" or "public".
Days begin at midnight in Europe/Berlin. In a thread, write @flowxo instead."""

UNKNOWN = """\
I don't have "conversions": Flow XO counts users, triggers and messages.
I read "weeek" as week, 16–22 Nov 2026. Try: /flowxo stats last week"""

REFUSED = """\
Flow XO has refused its API key. Your question was fine.
Tell whoever runs the bot: the key must be replaced."""

NO_DATA = """\
No figures for Acme Support, 1–30 Jun 2019.
Flow XO answered but has nothing for those days, which is not the same as zero.
Try: /flowxo stats last 30 days"""


DIGEST = """\
Acme Support, 18–24 Oct 2021: a busier week, 41 triggers, up from 30 (+37 %)
18–24 Oct 2021, compared with 11–17 Oct
New users: 3 (was 2)
Triggers: 41 (was 30, +37 %)
Messages received: 36 (was 31, +16 %)
Messages sent: 52 (was 44, +18 %)
Total users: 53 (+3)
Active users (30 days): 22 (was 21; 23 of the 30 days are the same)
Line chart: triggers per day, this week and the week before
Top flows
1. Text Me: 14 (was 1st)
2. Untitled Flow: 9 (was 3rd)
3. Parse a Unix Timestamp: 4 (new)
Top messages
1. "text me": 11 (was 1st)
2. "hi": 4 (new)
3. "text ne": 2 (new)
6 more were sent once
Europe/London · read Mon 09:00 · set up by Ada Lovelace · next: Mon 1 Nov, 09:00
Reply "@flowxo by day" in the thread to dig in"""


def labels(blocks: tuple[Block, ...]) -> list[str]:
    """What the buttons of a message say; the menu of an overflow is "More"."""
    row = [
        element for block in blocks if block["type"] == "actions" for element in block["elements"]
    ]
    return [one["text"]["text"] if one["type"] == "button" else "More" for one in row]


def private(report: Report) -> MessagePlan:
    """The answer as its asker alone sees it."""
    return answer_message(report, Shown(words="the words typed"))


def test_stats_reads_as_the_mockup() -> None:
    """The six figures, each on its line, beside a baseline that says it is a day longer."""
    plan = private(stats_november())
    assert plan.text == STATS
    assert labels(plan.blocks) == ["Share to Channel", "Previous Month", "More"]
    agree("stats", plan)


def test_stats_chart_is_native_and_has_two_series() -> None:
    """November is drawn beside October, under November's labels."""
    chart = private(stats_november()).blocks[3]
    assert chart["title"] == "Messages sent per day, 2-day averages"
    assert [one["name"] for one in chart["chart"]["series"]] == ["November", "October"]
    assert chart["chart"]["axis_config"]["categories"][0] == "1–2 Nov"


def test_top_flows_reads_as_the_mockup() -> None:
    """Ranks that tie, shares of the whole list, places before, and what left the list."""
    plan = private(top_flows())
    assert plan.text == FLOWS
    assert labels(plan.blocks) == ["Share to Channel", "Previous 2 Months", "More"]
    agree("flows", plan)


def test_a_public_answer_can_be_refined_and_removed() -> None:
    """In public nothing is left to share; the asker may remove it, a reply may refine it."""
    shown = Shown(public=True, threaded=True, asker="U1")
    plan = answer_message(stats_november(account=None), shown)
    assert plan.text.startswith("5 messages sent in November, down from 141 (−96 %)\n")
    assert plan.text.endswith('\nReply "@flowxo by day"')
    assert labels(plan.blocks) == ["Previous Month", "Remove", "More"]
    agree("stats-public", plan)


def test_digest_reads_as_the_mockup() -> None:
    """All four sections in their order, and who set it up as plain text."""
    plan = digest_message(digest_week(), DIGEST_OF_WEEK, POSTING)
    assert plan.text == DIGEST
    assert labels(plan.blocks) == ["Full Report", "Previous Week", "More"]
    chart = next(one for one in plan.blocks if one["type"] == "data_visualization")
    assert [one["name"] for one in chart["chart"]["series"]] == ["This week", "The week before"]
    agree("digest-public", plan)


def test_help_reads_as_the_mockup() -> None:
    """Four examples that can be pasted, and buttons that run them."""
    plan = help_message(None, Shown(zone="Europe/Berlin"))
    assert plan.text == HELP
    assert labels(plan.blocks) == ["Last 7 Days", "Top Flows", "All Commands"]
    agree("help", plan)


def test_all_commands_is_a_snapshot() -> None:
    """The long help is read as a whole when a command changes."""
    agree("help-commands", help_message("commands", Shown()))


def test_unknown_word_reads_as_the_mockup() -> None:
    """Which word, what was read, a command that works, and buttons."""
    error = ParseError(
        'I don\'t have "conversions": Flow XO counts users, triggers and messages.',
        'I read "weeek" as week, 16–22 Nov 2026.',
        ("stats last week", "help counts"),
        ("conversions",),
    )
    plan = error_message(error, Shown())
    assert plan.text == UNKNOWN
    assert labels(plan.blocks) == ["Run Stats Last Week", "What I Can Count"]
    agree("unknown-word", plan)


def test_key_refused_reads_as_the_mockup() -> None:
    """What happened, whose fault it is not, and who can mend it."""
    error = KeyRefusedError(say("upstream.refused"), say("upstream.refused.hint"))
    plan = error_message(error, Shown())
    assert plan.text == REFUSED
    assert labels(plan.blocks) == []
    agree("key-refused", plan)


def test_no_data_reads_as_the_mockup() -> None:
    """Nothing is not zero, and there is a way on."""
    plan = private(no_data())
    assert plan.text == NO_DATA
    assert labels(plan.blocks) == ["Run Stats Last 30 Days"]
    agree("no-data", plan)


def test_no_data_is_one_line_where_it_fits() -> None:
    """Without an account's name the first line says it all."""
    assert private(no_data(account=None)).text.split("\n")[0] == (
        "No figures for 1–30 Jun 2019. Flow XO answered but has nothing for those days, "
        "which is not the same as zero."
    )


def test_working_names_the_dates() -> None:
    """Who waits sees which dates are being asked for."""
    assert working_message(Query(Subcommand.STATS, WEEK)).text == ("Working on it: 16–22 Nov 2026…")
    assert working_message(None).text == "Working on it…"
