"""Answers about several accounts, line by line: who is counted, who is not, where the rest is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.metrics import Metric
from bot.core.periods import Shape, Unit, of_days
from bot.core.portfolio import Missing, Portfolio
from bot.core.query import Compare, Query, Subcommand
from bot.core.reports import ListKind
from bot.render.actions import MORE, MORE_ROWS, PREVIOUS, SHARE, carried, carried_rows
from bot.render.blocks import Block
from bot.render.plan import MessagePlan, Shown
from bot.render.portfolio.message import portfolio_continuation, portfolio_message
from bot.render.portfolio.story import tell
from bot.render.portfolio.tables import list_table
from tests.render.made import BERLIN, NOVEMBER
from tests.render.portfolios import (
    AGENCY,
    FLOWS,
    MESSAGES,
    NEW_YORK,
    NEWCOMER,
    Given,
    alike,
    november,
    portfolio,
)
from tests.render.snapshot import agree

PRIVATE = Shown(words="stats november for all")
PUBLIC = Shown(public=True, threaded=True, asker="U1")

STATS = """\
3 of 5 accounts: 345 messages sent in November, down from 421 (−18 %)
1–30 Nov 2021, compared with 1–31 Oct (one day longer)
New users: 341 (was 289, +18 %)
Triggers: 344 (was 380, −9.5 %)
Messages received: 347 (was 379, −8.4 %)
Messages sent: 345 (was 421, −18 %)
Total users: —
Active users (30 days): —
Bar chart: messages sent by account, November and October
Acme Support: new users 1 (was 9); triggers 4 (was 100, −96 %); received 7 (was 99, −93 %); \
sent 5 (was 141, −96 %); total users 55 (+1); 30-day active 23 (was 22)
Borg &amp; Sons: new users 300 (was 200, +50 %); triggers 300 (was 200, +50 %); \
received 300 (was 200, +50 %); sent 300 (was 200, +50 %); total users 900 (+200); \
30-day active 300 (was 200, +50 %)
Cee: Flow XO has refused its key
Dee Ltd: no figures
May GmbH: new users 40 (was 80, −50 %); triggers 40 (was 80, −50 %); received 40 (was 80, −50 %); \
sent 40 (was 80, −50 %); total users 81 (+1); 30-day active 40 (was 80, −50 %)
Dates in each account's own time zone: Europe/Berlin (4), Asia/Tokyo (1) · \
read 26 Nov 2026, 09:12 (Europe/Berlin) · "Active" always looks back 30 days, whatever the \
period · users are not added up: one person may be counted in several accounts"""

FLOWS_TEXT = """\
3 of 5 accounts: Flows ran in 2 of them in November
1–30 Nov 2021, compared with 1–31 Oct (one day longer)
Acme Support: the first 3 of 4 flows that ran
1. Text Me: 19 (51 %), new
2. Menu: 14 (38 %), was 1st
3. Help: 3 (8 %), was 2nd
Borg &amp; Sons: the only flow that ran
1. Text Me: 19 (100 %)
Cee: Flow XO has refused its key
Dee Ltd: no figures
May GmbH: no flow ran
Dates in each account's own time zone: Europe/Berlin (4), Asia/Tokyo (1) · \
read 26 Nov 2026, 09:12 (Europe/Berlin) · Flow XO counts Triggers (344) apart; \
the two need not match · each account's first 3 rows"""


def text(made: Portfolio, shown: Shown = PRIVATE) -> list[str]:
    """The lines of the answer."""
    return portfolio_message(made, shown).text.split("\n")


def buttons(plan: MessagePlan) -> dict[str, Block]:
    """Those of a message by action id; both forms have the same."""
    rows = [block for block in plan.blocks if block["type"] == "actions"]
    assert rows == [block for block in plan.rich if block["type"] == "actions"]
    return {one["action_id"]: one for block in rows for one in block["elements"]}


def tables(plan: MessagePlan) -> list[list[list[str]]]:
    """The native tables as texts."""
    found = [block for block in plan.blocks if block["type"] == "data_table"]
    return [[[cell["text"] for cell in row] for row in table["rows"]] for table in found]


def rich(plan: MessagePlan) -> str:
    """The rich form as text."""
    return "\n".join(
        "".join(piece["text"] for piece in element["elements"])
        for block in plan.rich
        if block["type"] == "rich_text"
        for element in block["elements"]
    )


def many(count: int, **parts: object) -> list[Given]:
    """So many accounts, each a little larger than the one before."""
    return [
        Given(f"Client {n:02}", alike(100 + n), alike(90), **parts)  # type: ignore[arg-type]  # a test's shorthand
        for n in range(count)
    ]


def test_stats_read_so() -> None:
    """Who is counted, the totals, a line an account in the order of names, whatever came of it."""
    plan = portfolio_message(portfolio(november(), AGENCY), PRIVATE)
    assert plan.text == STATS
    agree("all-stats", plan)


def test_flows_read_so() -> None:
    """Each account's own first rows under its name; no two accounts' flows are one."""
    plan = portfolio_message(portfolio(november(Subcommand.FLOWS), AGENCY), PRIVATE)
    assert plan.text == FLOWS_TEXT
    agree("all-flows", plan)


def test_a_course_reads_so() -> None:
    """A line for each account, and its sum over the whole."""
    query = november(Subcommand.CHART, metrics=(Metric.RECEIVED,))
    plan = portfolio_message(portfolio(query, AGENCY), PRIVATE)
    agree("all-chart", plan)
    lines = plan.text.split("\n")
    assert lines[0] == "3 of 5 accounts: 347 messages received in November"
    assert lines[3] == (
        "Line chart: messages received per day, 2-day averages, a line for each account"
    )
    assert lines[4:6] == [
        "Acme Support: received 7",
        "Borg &amp; Sons: received 300",
    ]
    assert "May GmbH: received 40, most on 30 Nov (11)" in lines
    assert "1–2 Nov: Borg &amp; Sons 10, May GmbH 1, Acme Support 0" in lines
    assert "Dates in each account" in lines[-1]
    (chart,) = [block for block in plan.blocks if block["type"] == "data_visualization"]
    names = [series["name"] for series in chart["chart"]["series"]]
    assert names == ["Borg & Sons", "May GmbH", "Acme Support"]
    assert "29–30 Nov: Borg & Sons 10, May GmbH 6, Acme Support 3.5" in rich(plan)


def test_users_have_a_course_and_no_total() -> None:
    """What is not added up is told account by account."""
    query = november(Subcommand.CHART, metrics=(Metric.TOTAL_USERS,))
    made = portfolio(query, AGENCY)
    lines = text(made)
    assert lines[0] == "3 of 5 accounts: Total users by day in November"
    assert lines[2].startswith("Line chart: total users by day")
    assert lines[3] == "Acme Support: total users 55"
    assert tables(portfolio_message(made, PRIVATE))[0][1] == ["3 of 5 accounts", "—"]


def test_messages_and_reports_have_lists_under_their_titles() -> None:
    """After the figures; in public what was sent once is counted."""
    lines = text(portfolio(november(Subcommand.MESSAGES, top=4), AGENCY), PUBLIC)
    assert lines[2:4] == [
        "Messages received: 347 (was 379, −8.4 %)",
        "Messages sent: 345 (was 421, −18 %)",
    ]
    start = lines.index("Top messages")
    assert lines[start + 1 : start + 8] == [
        "Acme Support: all 4 message texts",
        '1. "hi": 9 (56 %), new',
        '2. "menu": 4 (25 %), was 1st',
        '3. "text me": 2 (13 %), was 2nd',
        "1 more was sent once",
        "Borg &amp; Sons: no message text",
        "May GmbH: all 4 message texts",
    ]
    assert lines[-1] == 'Reply "@flowxo vs last year"'
    both = portfolio_message(portfolio(november(Subcommand.REPORT), AGENCY), PRIVATE)
    assert "\nTop flows\nAcme Support: the first 3 of 4 flows that ran\n" in both.text
    assert "\nTop messages\nAcme Support: the first 3 of 4 message texts\n" in both.text
    figures, flows, messages = tables(both)
    assert figures[0][:3] == ["Account", "New users", "Triggers"]
    assert flows[0] == ["Account", "Place", "Flow", "Starts", "Share", "Before"]
    assert messages[0] == ["Account", "Place", "Message", "Times", "Share", "Before"]
    assert [row[:3] for row in flows[1:3]] == [
        ["Acme Support", "1.", "Text Me"],
        ["Acme Support", "2.", "Menu"],
    ]
    told = rich(both)
    assert "Top flows\nAcme Support: the first 3 of 4 flows that ran\n1. Text Me: 19" in told
    assert "Borg & Sons: no message text" in told


def test_one_flow_is_told_where_it_ran() -> None:
    """And where it did not, or may be further down than Flow XO tells."""
    query = november(Subcommand.FLOW, flow="Help")
    long = tuple((f"Flow {n}", 300 - n) for n in range(200))
    lines = text(portfolio(query, [*AGENCY[:2], Given("Long", alike(1), flows=long)]))
    assert lines[0] == 'All 3 accounts: "Help" ran in 1 of them in November, perhaps in more'
    assert lines[2:6] == [
        "Acme Support",
        "3. Help: 3 (8 %), was 2nd",
        "Borg &amp; Sons: no flow of this name ran",
        "Long: not among the first 200 flows; there may be more",
    ]
    assert text(portfolio(query, AGENCY[:2]))[0] == (
        'All 2 accounts: "Help" ran in 1 of them in November'
    )


def test_the_table_has_a_row_an_account_under_the_total() -> None:
    """A figure sorts by itself and shows what it is compared with; of users there is no total."""
    plan = portfolio_message(portfolio(november(), AGENCY), PRIVATE)
    (table,) = tables(plan)
    assert table[0][-2:] == ["Total users", "Active users (30 days)"]
    assert table[1][0] == "3 of 5 accounts"
    assert table[1][4:] == ["345 (was 421, −18 %)", "—", "—"]
    assert table[2][:2] == ["Acme Support", "1 (was 9)"]
    assert table[4] == ["Cee", *["—"] * 6]
    # Beside the table stands only what it has no place for.
    beside = str(plan.blocks)
    assert "Flow XO has refused its key" in beside
    assert "new users 300" not in beside


def test_where_only_some_can_be_compared_both_sums_are_told() -> None:
    """Never one beside the other as if they were of the same accounts."""
    plan = portfolio_message(portfolio(november(), [*AGENCY[:2], NEWCOMER]), PRIVATE)
    lines = plan.text.split("\n")
    assert lines[0] == "All 3 accounts: 319 messages received and 317 sent in November"
    assert lines[2] == "New users: 313 (2 accounts have both: 301, was 209, +44 %)"
    assert "Newcomer: no comparison: Flow XO has nothing for 1–31 Oct" in lines
    assert any(line.startswith("Newcomer: new users 12; triggers 12;") for line in lines)
    assert "Bar chart: messages received by account" in lines
    alone = text(portfolio(november(), [NEWCOMER, replace(NEWCOMER, name="Other")]))
    assert alone[2] == "New users: 24"
    assert "Newcomer, Other: no comparison: Flow XO has nothing for 1–31 Oct" in alone


def test_what_holds_for_many_is_said_once() -> None:
    """Three are named, the others counted."""
    lines = text(portfolio(november(), many(5, baseline_failed=True)))
    assert (
        "Client 00, Client 01, Client 02 and 2 more: no comparison: "
        "Flow XO did not answer for the other dates"
    ) in lines


@pytest.mark.parametrize("missing", [*Missing])
def test_every_reason_has_its_words(missing: Missing) -> None:
    """No figures at all: the first line says so, each row why."""
    made = portfolio(november(), [Given("A", missing=missing), Given("B")])
    lines = text(made)
    assert lines[0] == "No figures of any account in November"
    assert lines[2].startswith("A: ")
    assert lines[3] == "B: no figures"
    plan = portfolio_message(made, PRIVATE)
    assert tables(plan) == []
    assert lines[2] in rich(plan)
    # Nothing is said of figures that nobody sees.
    assert "Active" not in lines[-1]


def test_a_single_account_is_told_by_its_name() -> None:
    """There is nobody to count, and nothing to chart it beside."""
    plan = portfolio_message(portfolio(november(), AGENCY[:1]), PRIVATE)
    lines = plan.text.split("\n")
    assert lines[0] == "Acme Support: 5 messages sent in November, down from 141 (−96 %)"
    assert not any("chart" in line for line in lines)
    assert [row[0] for row in tables(plan)[0]] == ["Account", "Acme Support"]


def test_too_many_accounts_are_said() -> None:
    """How many are shown, and how to come by the others."""
    lines = text(portfolio(november(), many(50), asked_for=1_000))
    assert lines[0].startswith("50 of 1,000 accounts: ")
    assert "the first 50 by name; any other can be asked for by its name" in lines[-1]


def test_equal_names_are_told_apart() -> None:
    """Also where they are equal only as far as there is room for them."""
    same = "An agency's client with a very long name, "
    made = portfolio(november(), [Given(same + end, alike(7)) for end in ("north", "south")])
    plan = portfolio_message(made, PRIVATE)
    names = [row[0] for row in tables(plan)[0][2:]]
    assert len(set(names)) == 2
    (chart,) = [block for block in plan.blocks if block["type"] == "data_visualization"]
    assert len(set(chart["chart"]["axis_config"]["categories"])) == 2


def test_zones_are_named_the_most_common_first() -> None:
    """Three of them; a single one as in any other answer."""
    zones = [NEW_YORK, *(one.zone for one in AGENCY)]
    names = ("Europe/London", "Europe/Paris")
    zones += [ZoneInfo(name) for name in names]
    made = portfolio(
        november(), [Given(f"{n}", alike(1), zone=zone) for n, zone in enumerate(zones)]
    )
    assert text(made)[-1].startswith(
        "Dates in each account's own time zone: Europe/Berlin (4), America/New_York (1), "
        "Asia/Tokyo (1) and others · read 26 Nov 2026, 09:12 (Europe/Berlin)"
    )
    assert text(portfolio(november(), AGENCY[:2]))[-1].startswith("Europe/Berlin · read 26 Nov")


def test_what_is_not_over_stops_by_every_clock() -> None:
    """And that is said where the clocks differ."""
    now = NOVEMBER.end - timedelta(days=3)
    lines = text(portfolio(november(), AGENCY, now))
    assert "(so far)" in lines[1]
    assert "what is not over stops there at that moment" in lines[-1]
    assert "stops" not in text(portfolio(november(), AGENCY[:2], now))[-1]


def test_what_cannot_be_cut_by_a_unit_is_said() -> None:
    """Of figures, and of flows in the words of any answer."""
    assert (
        "for several accounts figures are over the whole dates, not by day"
        in text(portfolio(november(unit=Unit.DAY), AGENCY))[-1]
    )
    flows = text(portfolio(november(Subcommand.FLOWS, unit=Unit.DAY), AGENCY))[-1]
    assert "Flow XO counts flows over the whole dates only, not by day" in flows


def test_a_chart_says_what_it_leaves_out() -> None:
    """Bars beyond twenty, lines beyond twelve, and the time compared with."""
    assert "the chart shows the 20 largest" in text(portfolio(november(), many(21)))[-1]
    assert "largest" not in text(portfolio(november(), many(20)))[-1]
    query = november(Subcommand.CHART, metrics=(Metric.SENT,), compare=Compare.PREVIOUS)
    last = text(portfolio(query, many(14)))[-1]
    assert "accounts left out of the chart, as smaller or with too many gaps: 2" in last
    assert "the chart has no lines for 1–31 Oct" in last
    few = november(Subcommand.CHART, metrics=(Metric.SENT,))
    assert "left out" not in text(portfolio(few, many(2)))[-1]


LATER = of_days(date(2021, 12, 1), date(2021, 12, 31), BERLIN, Shape.MONTH)


def beside_december(subcommand: Subcommand = Subcommand.STATS, **parts: object) -> Query:
    """November beside the month after it."""
    return november(subcommand, compare=Compare.PERIOD, against=LATER, **parts)


def test_a_later_time_was_nothing_before() -> None:
    """It is called by its name, in the headline, the totals, the lines and the table."""
    made = portfolio(beside_december(), [*AGENCY[:2], Given("Cee", alike(5), alike(0))])
    plan = portfolio_message(made, PRIVATE)
    first, _, new, *_ = lines = plan.text.split("\n")
    assert first.endswith("306 new users in November, against 209 in December (+46 %)")
    assert new == "New users: 306 (against 209 in December, +46 %)"
    (cee,) = [line for line in lines if line.startswith("Cee")]
    assert "sent 5 (against 0 in December); total users 5 (against 0 in December, +5)" in cee
    (table,) = tables(plan)
    assert table[1][1] == "306 (against 209 in December, +46 %)"
    assert table[-1][1] == "5 (against 0 in December)"


def test_a_gap_is_of_the_accounts_and_not_of_the_time_compared_with() -> None:
    """The days that one account lacks are left out of every line; what is compared has no line."""
    query = beside_december(Subcommand.CHART, metrics=(Metric.SENT,))
    given = [Given("A", alike(60)), Given("B", alike(30), alike(9), gaps=frozenset({4, 5}))]
    last = text(portfolio(query, given))[-1]
    assert "2 days without data are left out of the chart" in last
    assert "stand beside" not in last
    assert "the chart has no lines for 1–31 Dec" in last


def test_places_of_a_later_time_are_there() -> None:
    """In the lines of lists, and in the title of the tables' column."""
    plan = portfolio_message(portfolio(beside_december(Subcommand.FLOWS), AGENCY), PRIVATE)
    assert "2. Menu: 14 (38 %), 1st there" in plan.text
    assert "1. Text Me: 19 (51 %), not in the list there" in plan.text
    (table,) = tables(plan)
    assert table[0][-1] == "There"
    assert [row[-1] for row in table[1:]] == ["not listed", "1st", "2nd", "—"]


def test_some_figures_of_a_later_time_are_told_apart() -> None:
    """The totals of those that have both, by the same words."""
    made = portfolio(beside_december(), [*AGENCY[:2], NEWCOMER])
    assert "New users: 313 (2 accounts have both: 301, against 209 in December, +44 %)" in text(
        made
    )
    assert made.compares_with_later


def test_a_course_without_points_has_no_chart() -> None:
    """The sums stand alone."""
    gaps = frozenset(range(29))
    query = november(Subcommand.CHART, metrics=(Metric.SENT,))
    plan = portfolio_message(portfolio(query, [Given("A", alike(9), gaps=gaps)]), PRIVATE)
    assert "data_visualization" not in [block["type"] for block in plan.blocks]
    assert "A: sent 9" in plan.text


def test_a_long_course_is_in_the_csv() -> None:
    """In the rich form, which has the accounts' lines too."""
    query = november(Subcommand.CHART, metrics=(Metric.SENT,))
    names = [replace(one, name=f"{one.name} with a long name") for one in many(12)]
    plan = portfolio_message(portfolio(query, names), PRIVATE)
    assert "The CSV has every account's course" in rich(plan)
    assert "more in the CSV" in plan.text


def test_hidden_flows_are_said() -> None:
    """Beside how many there are; of one flow, on a line of its own."""
    hiding = [Given("A", alike(1), flows=FLOWS, hide=frozenset({"menu", "help"}))]
    listed = text(portfolio(november(Subcommand.FLOWS), hiding))
    assert "A: all 2 flows that ran, 2 hidden aside" in listed
    assert "2 hidden" not in listed
    single = november(Subcommand.FLOW, flow="Text Me")
    assert "2 hidden" in text(portfolio(single, hiding))


def test_what_stands_at_a_lists_foot_is_said() -> None:
    """As in any list, on one line of the account."""
    broadcast = (("Broadcast", 9), *FLOWS)
    plan = portfolio_message(
        portfolio(november(Subcommand.FLOWS), [Given("A", alike(1), flows=broadcast)]), PRIVATE
    )
    assert "A: Broadcast looks like a broadcast: one start per recipient" in str(plan.blocks)
    folded = (("hi", 9), ("Hi!", 4), *MESSAGES[1:])
    made = portfolio(november(Subcommand.MESSAGES), [Given("A", alike(1), messages=folded)])
    foot = "1 other spelling (case, blanks, marks) is counted with these"
    assert foot in text(made)
    assert f"A: {foot}" in str(portfolio_message(made, PRIVATE).blocks)


def test_buttons_are_those_of_any_answer() -> None:
    """They carry the dates without a zone, since each account has its own."""
    plan = portfolio_message(portfolio(november(), AGENCY), PRIVATE)
    found = buttons(plan)
    assert list(found) == [SHARE, PREVIOUS, MORE]
    assert found[SHARE]["value"] == "stats 2021-11"
    assert found[PREVIOUS]["value"] == "stats 2021-10"
    assert [option["text"]["text"] for option in found[MORE]["options"]] == [
        "CSV", "Compare with Last Year", "Ask Again for Now", "What Is This?", "Send Me a Copy",
    ]  # fmt: skip
    (row,) = [block for block in plan.blocks if block["type"] == "actions"]
    assert carried(row["block_id"]) == "stats 2021-11"


def test_users_are_charted_by_the_new_ones() -> None:
    """Which are the only sum among them."""
    plan = portfolio_message(portfolio(november(Subcommand.USERS), AGENCY), PRIVATE)
    lines = plan.text.split("\n")
    assert lines[0] == "3 of 5 accounts: 341 new users in November, up from 289 (+18 %)"
    assert "Bar chart: new users by account, November and October" in lines


def test_other_readings_have_their_button() -> None:
    """Whatever else the words could have meant."""
    shown = Shown(alternatives=("stats 2026-05-06",))
    plan = portfolio_message(portfolio(november(), AGENCY), shown)
    assert buttons(plan)["run_0"]["value"] == "stats 2026-05-06"


def test_what_the_text_has_no_room_for_is_elsewhere() -> None:
    """Whole accounts are left to the table, and how many is said."""
    lines = text(portfolio(november(), many(40)))
    told = sum(line.startswith("Client ") for line in lines)
    assert f"More accounts in the table and the CSV: {40 - told}" in lines
    flows = text(portfolio(november(Subcommand.FLOWS, top=10), many(9, flows=FLOWS * 3)))
    headings = [line for line in flows if line.startswith("Client ")]
    assert f"More accounts in the table and the CSV: {9 - len(headings)}" in flows


def turned(made: Portfolio) -> list[MessagePlan]:
    """Every page in private, turned over by its own button."""
    plans, start = [portfolio_message(made, PRIVATE)], 0
    while MORE_ROWS in buttons(plans[-1]):
        carried_on = carried_rows(buttons(plans[-1])[MORE_ROWS]["value"])
        assert carried_on is not None
        assert carried_on[0] > start
        start = carried_on[0]
        plans.append(portfolio_message(made, PRIVATE, start))
    return plans


def test_pages_have_every_account_once() -> None:
    """In private by More Rows, in public in the thread: the same pages."""
    flows = tuple((f"A flow with quite a long name {n}", 99 - n) for n in range(50))
    made = portfolio(november(Subcommand.FLOWS, top=50), many(50, flows=flows))
    plans = turned(made)
    seen = [row[0] for plan in plans for (table,) in [tables(plan)] for row in table[1:]]
    assert list(dict.fromkeys(seen)) == [f"Client {n:02}" for n in range(50)]
    assert len(seen) == 50 * 50
    second = plans[1].text.split("\n")
    assert second[0].startswith("Accounts ")
    assert second[1] == plans[0].text.split("\n")[1]
    assert "More Rows shows the next ones; the CSV has all" in second[-2]
    posted = list(portfolio_continuation(made, PUBLIC))
    assert len(posted) == 5
    assert [tables(one) for one in posted] == [tables(one) for one in plans[1:6]]
    assert "The CSV has all" in posted[-1].text
    assert "follow in the thread" in portfolio_message(made, PUBLIC).text


def test_one_message_has_all_where_it_can() -> None:
    """Fifty accounts with figures of usual size are two pages; fourteen are one."""
    assert len(turned(portfolio(november(), many(14)))) == 1
    assert list(portfolio_continuation(portfolio(november(), many(14)), PUBLIC)) == []
    first, second = turned(portfolio(november(), many(50)))
    assert [len(tables(one)[0]) for one in (first, second)] == [1 + 1 + 25, 1 + 25]
    assert ["New users: " in str(one.blocks) for one in (first, second)] == [True, False]
    assert "data_visualization" in [block["type"] for block in first.blocks]
    assert "data_visualization" not in [block["type"] for block in second.blocks]


def test_figures_without_bounds_have_room_too() -> None:
    """Fewer accounts stand on a page then."""
    endless = [
        replace(one, name=f"{n} " + "界" * 80, values=alike(10**26), before=alike(10**25))
        for n, one in enumerate(many(50))
    ]
    plans = turned(portfolio(november(), endless))
    assert len(plans) > 2
    assert sum(len(tables(plan)[0]) - 1 for plan in plans) == 1 + 50


def test_names_give_way_in_lists() -> None:
    """Down to ten characters; where there is no room at all there are lines."""
    flows = tuple(("界" * 150 + f"{n}", 9) for n in range(40))
    made = portfolio(november(Subcommand.FLOWS, top=40), [replace(AGENCY[0], flows=flows)])
    accounts = tell(made, PRIVATE).accounts
    longest = []
    for budget in (20_000, 4_000, 2_000):
        table = list_table(accounts, ListKind.FLOWS, PRIVATE, budget)
        assert table is not None
        longest.append(max(len(row[2]["text"]) for row in table["rows"]))
    assert longest == sorted(longest, reverse=True)
    assert list_table(accounts, ListKind.FLOWS, PRIVATE, 500) is None
    assert list_table(accounts, ListKind.MESSAGES, PRIVATE, 500) is None
