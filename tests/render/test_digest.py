"""Digests' messages: their sections, what they say of themselves, and Slack's limits for any."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import answer
from bot.core.baselines import previous
from bot.core.digest import ALL, Digest, query_for
from bot.core.metrics import Metric
from bot.core.parse import AccountName, Context, parse
from bot.core.periods import Period, Shape
from bot.core.portfolio import Missing, Portfolio
from bot.core.query import Compare, Query, Subcommand
from bot.core.reports import Figure, ListKind, Note, NoteKind, Report
from bot.core.schedule import Cadence, Schedule
from bot.core.sections import Section, ordered
from bot.render.blocks import Block
from bot.render.digest import digest_message
from bot.render.digest_all import digest_of_all
from bot.render.digest_buttons import FULL
from bot.render.plan import MessagePlan, Posting
from tests.render.made import days, flows
from tests.render.made_digests import (
    DIGEST_OF_WEEK,
    DUE,
    FIGURES,
    FLOW_ROWS,
    LAST_WEEK,
    LONDON,
    POSTING,
    digest_week,
)
from tests.render.portfolios import Given, alike, portfolio, portfolios
from tests.render.random_reports import names, reports
from tests.render.test_hostile import HARMLESS, TEXTS, Strangers, is_text_only, named
from tests.render.test_limits import fits
from tests.render.test_schema import EACH, is_valid

OF_ALL = replace(DIGEST_OF_WEEK, account=ALL)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def buttons(plan: MessagePlan) -> list[Block]:
    """The first row of buttons; none where there is none."""
    rows = [block["elements"] for block in plan.blocks if block["type"] == "actions"]
    return list(rows[0]) if rows else []


def told(digest: Digest = DIGEST_OF_WEEK, posting: Posting = POSTING, **parts: Any) -> list[str]:
    """The lines of the text of the mockup's digest, with parts of it exchanged."""
    return digest_message(digest_week(**parts), digest, posting).text.split("\n")


# What marks each section, in the text and in the native blocks.
MARKS = {
    Section.STATS: ("New users: ", "rich_text"),
    Section.CHART: ("Line chart: ", "data_visualization"),
    Section.FLOWS: ("Top flows", "data_table"),
    Section.MESSAGES: ("Top messages", "data_table"),
}
CHOICES = [
    ordered(section for section, chosen in zip(Section, flags, strict=True) if chosen)
    for flags in product((True, False), repeat=4)
    if any(flags)
]


@pytest.mark.parametrize("sections", CHOICES)
def test_only_chosen_sections_are_shown_in_their_order(sections: tuple[Section, ...]) -> None:
    """Every choice of them, in the text, with native blocks and without."""
    plan = digest_message(digest_week(), replace(DIGEST_OF_WEEK, sections=sections), POSTING)
    lines = plan.text.split("\n")
    shown = {one: [n for n, line in enumerate(lines) if line.startswith(MARKS[one][0])]
             for one in Section}  # fmt: skip
    assert [one for one in Section if shown[one]] == list(sections)
    places = [shown[one][0] for one in sections]
    assert places == sorted(places)
    rich = json.dumps(plan.rich, ensure_ascii=False)
    assert [one for one in Section if MARKS[one][0] in rich] == list(sections)
    types = [block["type"] for block in plan.blocks]
    assert types.count("data_visualization") == (Section.CHART in sections)
    assert types.count("data_table") == len({Section.FLOWS, Section.MESSAGES} & set(sections))
    assert lines[0].startswith("Acme Support, 18–24 Oct 2021: ")


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({}, "a busier week, 41 triggers, up from 30 (+37 %)"),
        # Where anything went the other way it was no busier week.
        ({"sent": (40, 44)}, "41 triggers, up from 30 (+37 %)"),
        ({"sent": (44, 44)}, "a busier week, 41 triggers, up from 30 (+37 %)"),
        ({"sent": (None, 44)}, "a busier week, 41 triggers, up from 30 (+37 %)"),
        (
            {"triggers": (30, 41), "received": (31, 36), "sent": (44, 52)},
            "a quieter week, 30 triggers, down from 41 (−27 %)",
        ),
        # New users are no business by themselves.
        ({"headline": Metric.NEW_USERS, "new_users": (60, 40)}, "60 new users, up from 40 (+50 %)"),
        ({"headline": None}, "36 messages received and 52 sent"),
        ({"headline": None, "received": (0, 1), "sent": (0, 1)}, "no messages"),
        ({"headline": None, "sent": (None, 1)}, "3 new users, up from 2"),
        ({"headline": None, "figures": (Figure(Metric.SENT, None, 1),)}, "no totals"),
        ({"headline": Metric.SENT, "figures": ()}, "no totals"),
        ({"headline": Metric.TRIGGERS, "baseline": None, "alone": True}, "41 triggers"),
    ],
)
def test_the_first_line_says_what_is_true(parts: dict[str, Any], words: str) -> None:
    """Busier or quieter only where nothing speaks against it."""
    given = dict(parts)
    alone = given.pop("alone", False)
    changed = {Metric(f"{name}_messages" if name in ("sent", "received") else name): pair
               for name, pair in parts.items() if isinstance(pair, tuple) and len(pair) == 2
               and name != "figures"}  # fmt: skip
    figures = tuple(
        Figure(one.metric, *changed.get(one.metric, (one.value, None if alone else one.baseline)))
        for one in FIGURES
    )
    kept = {key: value for key, value in given.items() if key in ("headline", "baseline")}
    made = digest_week(figures=parts.get("figures", figures), **kept)
    line = digest_message(made, DIGEST_OF_WEEK, POSTING).text.split("\n")[0]
    assert line == f"Acme Support, 18–24 Oct 2021: {words}"


def test_a_single_account_is_not_named() -> None:
    """Then the dates come first; a long name is cut so that the figures stay in the first line."""
    assert told(account=None)[0] == (
        "18–24 Oct 2021: a busier week, 41 triggers, up from 30 (+37 %)"
    )
    first = told(account="The Support Desk of the Northern Region " * 3)[0]
    assert first.startswith("The Support")
    assert first.endswith("…, 18–24 Oct 2021: a busier week, 41 triggers, up from 30 (+37 %)")


def _asked(first: date, last: date, shape: Shape, count: int = 1) -> Period:
    return days(first, last, shape, count, LONDON)


STRETCHES = [
    (LAST_WEEK, "a busier week", ("This week", "The week before"), "Previous Week"),
    (
        _asked(date(2021, 10, 11), date(2021, 10, 24), Shape.WEEK, 2),
        "2 busier weeks", ("These 2 weeks", "The 2 weeks before"), "Previous 2 Weeks",
    ),
    (
        _asked(date(2021, 10, 24), date(2021, 10, 24), Shape.DAY),
        "a busier day", ("This day", "The day before"), "Previous Day",
    ),
    (
        _asked(date(2021, 10, 22), date(2021, 10, 24), Shape.STRETCH),
        "3 busier days", ("These 3 days", "The 3 days before"), "Previous 3 Days",
    ),
    (
        _asked(date(2021, 9, 1), date(2021, 9, 30), Shape.MONTH),
        "a busier month", ("September", "August"), "Previous Month",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("period", "busier", "names", "label"), STRETCHES)
def test_each_period_has_its_words(
    period: Period, busier: str, names: tuple[str, str], label: str
) -> None:
    """In the first line, in the chart, on the button, and in what a reply may say."""
    query = replace(digest_week().query, period=period)
    made = digest_week(query=query, period=period, baseline=previous(period))
    plan = digest_message(made, DIGEST_OF_WEEK, POSTING)
    assert f": {busier}, 41 triggers" in plan.text.split("\n")[0]
    assert buttons(plan)[1]["text"]["text"] == label
    chart = next(one for one in plan.blocks if one["type"] == "data_visualization")
    assert tuple(one["name"] for one in chart["chart"]["series"]) == names
    smaller = "by hour" if period.days == 1 else "by day"
    assert plan.text.endswith(f'Reply "@flowxo {smaller}" in the thread to dig in')


def test_beside_last_year_the_chart_says_so() -> None:
    """And the menu offers no comparison that is there already."""
    query = replace(digest_week().query, compare=Compare.LAST_YEAR)
    plan = digest_message(digest_week(query=query), DIGEST_OF_WEEK, POSTING)
    assert "triggers per day, this week and a year earlier" in plan.text
    assert "Compare with Last Year" not in json.dumps(plan.blocks)


def test_nothing_later_is_called_before() -> None:
    """A report beside later dates is none of a digest's, and names them all the same."""
    later = days(date(2021, 10, 25), date(2021, 10, 31), Shape.WEEK, zone=LONDON)
    lines = told(baseline=later)
    assert "busier" not in lines[0]
    assert not [line for line in lines if "before" in line]


@pytest.mark.parametrize(
    ("posting", "read_at", "words"),
    [
        ({}, DUE, "Europe/London · read Mon 09:00 · set up by"),
        ({}, DUE + HOUR, "Europe/London · read Mon 10:00 · set up by"),
        (
            {"late": True}, DUE + 2 * HOUR,
            "Europe/London · read Mon 11:00 · late: planned for Mon 09:00 · set up by",
        ),
        (
            {"late": True}, DUE + DAY,
            "Europe/London · read Tue 26 Oct, 09:00 · late: planned for Mon 25 Oct, 09:00 · set",
        ),
        ({"trial": True}, DUE, "a test: only you see this · Europe/London · read Mon 09:00"),
        ({"owner": ""}, DUE, "read Mon 09:00 · next: Mon 1 Nov, 09:00"),
        ({"owner": "A" * 80}, DUE, f"set up by {'A' * 59}… · next"),
        ({"next_run_at": None}, DUE, "set up by Ada Lovelace"),
        (
            {"next_run_at": datetime(2022, 1, 3, 9, tzinfo=UTC)}, DUE,
            "next: Mon 3 Jan 2022, 09:00",
        ),
    ],
)  # fmt: skip
def test_it_says_of_itself_when_and_by_whom(
    posting: dict[str, Any], read_at: datetime, words: str
) -> None:
    """On the digest's own clock, with the date where it is not the due day's."""
    lines = told(posting=replace(POSTING, **posting), read_at=read_at)
    assert words in lines[-2]
    assert ("set up by" in lines[-2]) == (posting.get("owner") != "")
    assert ("next: " in lines[-2]) == (posting.get("next_run_at", DUE) is not None)


def test_a_zone_that_is_an_offset_is_told_as_one() -> None:
    """Its name in the database of zones has the sign turned."""
    assert told(zone=ZoneInfo("Etc/GMT-2"))[-2].startswith("UTC+02:00 · read Mon 10:00")
    assert told(zone=UTC)[-2].startswith("UTC · read Mon 08:00")


def test_what_is_odd_with_the_figures_is_said() -> None:
    """What holds of all such answers is not."""
    lines = told(notes=(Note(NoteKind.BASELINE_FAILED),), baseline=None)
    assert "Flow XO" in lines[-2]
    assert "Active" not in lines[-2]


def test_hidden_flows_are_counted() -> None:
    """Nothing else of a digest says how many there are."""
    lists = (flows(FLOW_ROWS, hidden=3),)
    assert told(lists=lists).count("3 hidden") == 1
    alone = told(lists=(flows((), hidden=3),))
    assert "No flow but hidden ones ran" in alone
    assert alone.count("3 hidden") == 1


def test_what_left_a_list_and_shares_wait_for_the_full_report() -> None:
    """A digest is read on a phone."""
    plan = digest_message(digest_week(), DIGEST_OF_WEEK, POSTING)
    for form in (plan.text, json.dumps(plan.blocks), json.dumps(plan.rich)):
        assert "No longer in the list" not in form
        assert "52" not in form.replace("52 (was 44", "").replace('"52"', "")
    full = buttons(plan)[0]
    assert (full["action_id"], full["text"]["text"]) == (FULL, "Full Report")
    assert "top 10" in full["value"]
    longer = digest_week(query=replace(digest_week().query, top=20))
    assert "top 20" in buttons(digest_message(longer, DIGEST_OF_WEEK, POSTING))[0]["value"]


@pytest.mark.parametrize("number", [None, 7])
def test_the_menu_leads_to_the_digest(number: int | None) -> None:
    """Where it is saved, whoever reads it can say what is to become of it."""
    plan = digest_message(digest_week(), DIGEST_OF_WEEK, replace(POSTING, number=number))
    options = {one["text"]["text"]: one["value"] for one in buttons(plan)[2]["options"]}
    assert ("Change Digest #7" in options) == (number is not None)
    if number is not None:
        words = options["Change Digest #7"].partition("|")[2]
        assert parse(words, Context(DUE, LONDON)).query.subcommand is Subcommand.DIGEST


@pytest.mark.parametrize("made", ["figures", "no data", "all"])
def test_a_bare_one_has_nothing_to_press(made: str) -> None:
    """And invites to nothing."""
    bare = replace(POSTING, bare=True)
    plan = {
        "figures": lambda: digest_message(digest_week(), DIGEST_OF_WEEK, bare),
        "no data": lambda: digest_message(digest_week(no_data=True), DIGEST_OF_WEEK, bare),
        "all": lambda: digest_of_all(agency(), OF_ALL, bare),
    }[made]()
    for blocks in (plan.blocks, plan.rich):
        assert "actions" not in [block["type"] for block in blocks]
    assert "Reply" not in plan.text
    assert "Try: " not in plan.text


NO_DATA = """\
No figures for Acme Support, 18–24 Oct 2021.
Flow XO answered but has nothing for those days, which is not the same as zero.
Try: /flowxo stats last 30 days for #1
Note: The campaign is over.
Europe/London · read Mon 09:00 · set up by Ada Lovelace · next: Mon 1 Nov, 09:00"""


def test_no_data_is_said_and_is_not_zero() -> None:
    """With a way on, and nothing to be had whole."""
    digest = replace(DIGEST_OF_WEEK, note="The campaign is over.")
    plan = digest_message(digest_week(no_data=True), digest, POSTING)
    assert plan.text == NO_DATA
    rows = [block["elements"] for block in plan.blocks if block["type"] == "actions"]
    labels = [one["text"]["text"] for row in rows for one in row if one["type"] == "button"]
    assert labels == ["Previous Week", "Run Stats Last 30 Days"]
    assert rows[1][0]["value"] == "stats last 30 days for #1"
    alone = told(posting=replace(POSTING, named=False), no_data=True, account=None)
    assert alone[0] == "No figures for 18–24 Oct 2021."
    assert alone[2] == "Try: /flowxo stats last 30 days"


def agency(**others: Any) -> Portfolio:
    """Four accounts: two with figures, one whose key is refused, one without any."""
    rows = {"flows": (("Text Me", 14), ("Menu", 9)), "messages": (("hi", 5), ("once", 1))}
    given = [
        Given("Acme", alike(70), alike(40), **rows),  # type: ignore[arg-type]  # by name
        Given("Bolt", alike(30), alike(20), **rows),  # type: ignore[arg-type]  # by name
        Given("Cee", missing=Missing.REFUSED),
        Given("Dee"),
    ]
    return portfolio(query_for(OF_ALL, DUE), given, DUE, **others)


@pytest.mark.parametrize("sections", CHOICES)
def test_all_accounts_have_a_row_each(sections: tuple[Section, ...]) -> None:
    """Whatever is chosen; of those without figures the row says why."""
    digest = replace(OF_ALL, sections=sections, note="Look at Bolt.")
    plan = digest_of_all(agency(), digest, POSTING)
    lines = plan.text.split("\n")
    assert lines[0].startswith("2 of 4 accounts, 18–24 Oct 2021: 100 new users, up from 60")
    assert lines[1] == "18–24 Oct 2021, compared with 11–17 Oct"
    for begun in ("Acme: ", "Bolt: ", "Cee: Flow XO has refused its key", "Dee: no figures"):
        assert [line for line in lines if line.startswith(begun)]
    assert ("New users: 100" in plan.text) == (Section.STATS in sections)
    assert ("Bar chart: " in plan.text) == (Section.CHART in sections)
    assert "Note: Look at Bolt." in lines
    assert "set up by Ada Lovelace · next: Mon 1 Nov, 09:00" in lines[-2]
    assert lines[-1] == 'Reply "@flowxo vs last year" in the thread to dig in'
    assert [one["action_id"] for one in buttons(plan)] == [
        FULL, "answer_previous", "answer_more",
    ]  # fmt: skip
    assert buttons(plan)[0]["value"].endswith("top 5 in Europe/London for all")


def test_all_accounts_beside_last_year() -> None:
    """A reply may ask for the week before."""
    query = query_for(replace(OF_ALL, compare=Compare.LAST_YEAR), DUE)
    plan = digest_of_all(portfolio(query, [Given("Acme", alike(70))], DUE), OF_ALL, POSTING)
    assert plan.text.endswith('Reply "@flowxo vs previous" in the thread to dig in')


def test_no_account_has_figures() -> None:
    """The first line says so, and there is nothing to be had whole."""
    accounts = [Given("Cee", missing=Missing.REFUSED), Given("Dee")]
    plan = digest_of_all(portfolio(query_for(OF_ALL, DUE), accounts, DUE), OF_ALL, POSTING)
    assert plan.text.startswith("18–24 Oct 2021: no figures of any account\n")
    assert FULL not in [one["action_id"] for one in buttons(plan)]


def test_accounts_beyond_one_message_are_in_the_csv() -> None:
    """A digest is one post: nothing follows it by itself."""
    accounts = [Given(f"{'Client ' * 5}{n}", alike(70), alike(40)) for n in range(50)]
    made = portfolio(query_for(OF_ALL, DUE), accounts, DUE)
    plan = digest_of_all(made, OF_ALL, POSTING)
    assert "The CSV has all" in plan.text
    assert "follow in the thread" not in plan.text


chosen = st.sets(st.sampled_from([*Section]), min_size=1).map(ordered)
digests = st.builds(
    lambda sections, note: replace(DIGEST_OF_WEEK, sections=sections, note=note[:300]),
    chosen,
    st.just("") | names,
)
moments = st.datetimes(datetime(2021, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
postings = st.builds(
    Posting,
    number=st.none() | st.integers(1, 10**7),
    due_at=moments,
    owner=names,
    next_run_at=st.none() | moments,
    late=st.booleans(),
    bare=st.booleans(),
    named=st.booleans(),
    mention=st.sampled_from(("@flowxo", "")),
    trial=st.booleans(),
)


@settings(max_examples=EACH)
@given(reports(), digests, postings)
def test_any_digest_is_valid_law(made: Report, digest: Digest, posting: Posting) -> None:
    """Of any report: Slack takes it in each of its forms, and nothing in it acts."""
    query = replace(made.query, subcommand=Subcommand.REPORT)
    plan = digest_message(replace(made, query=query), digest, posting)
    fits(plan)
    is_valid(plan)


@settings(max_examples=EACH)
@given(portfolios(), digests, postings)
def test_any_digest_of_all_is_valid_law(made: Portfolio, digest: Digest, posting: Posting) -> None:
    """Of however many accounts."""
    plan = digest_of_all(made, replace(digest, account=ALL), posting)
    fits(plan)
    is_valid(plan)


@settings(max_examples=EACH)
@given(reports(), digests)
def test_digests_quote_no_single_message_law(made: Report, digest: Digest) -> None:
    """What was sent once may be anything, so a channel never reads it."""
    query = replace(made.query, subcommand=Subcommand.REPORT)
    plan = digest_message(replace(made, query=query), digest, POSTING)
    for block in plan.blocks:
        if block["type"] == "data_table" and block["rows"][0][1]["text"] == "Message":
            assert all(row[2]["value"] > 1 for row in block["rows"][1:])


@cache
def hostile(text: str) -> tuple[MessagePlan, ...]:
    """Digests in which every name, and the note, is that text."""
    return tuple(_hostile(text))


def _hostile(text: str) -> Iterator[MessagePlan]:
    digest = replace(DIGEST_OF_WEEK, note=text[:300])
    posting = replace(POSTING, owner=text)
    made = answer(query_for(digest, DUE), Strangers(text), DUE, account=text)
    yield digest_message(made, digest, posting)
    yield digest_message(replace(made, no_data=True), digest, posting)
    rows = {"flows": ((text, 9), ("Other", 2)), "messages": ((text, 5), ("once", 1))}
    accounts = [
        Given(text, alike(70), alike(40), **rows),  # type: ignore[arg-type]  # by name
        Given(f"{text} 2", missing=Missing.REFUSED),
    ]
    everyone = replace(digest, account=ALL)
    yield digest_of_all(portfolio(query_for(everyone, DUE), accounts, DUE), everyone, posting)


@pytest.mark.parametrize("text", TEXTS, ids=named)
def test_hostile_texts_stay_texts(text: str) -> None:
    """As names of accounts, flows, messages and owners, and in a note: nothing acts."""
    for plan, model in zip(hostile(text), hostile(HARMLESS), strict=True):
        is_text_only(plan)
        kinds = [block["type"] for block in plan.blocks]
        # A note of nothing that can be seen is none.
        assert len(model.blocks) - 1 <= len(kinds) <= len(model.blocks)


SCHEDULES = [
    Schedule(Cadence.DAILY, time(0), ZoneInfo("America/Santiago")),
    Schedule(Cadence.WEEKDAYS, time(9), ZoneInfo("Etc/GMT-2")),
    Schedule(Cadence.WEEKLY, time(9), LONDON, weekdays=(0,)),
    Schedule(Cadence.MONTHLY, time(9), ZoneInfo("Asia/Kolkata"), day=31),
]


@pytest.mark.parametrize("schedule", SCHEDULES, ids=lambda one: one.cadence)
@pytest.mark.parametrize("account", [1, ALL])
def test_what_buttons_carry_is_read_back(schedule: Schedule, account: Any) -> None:
    """The digest's own dates, account and comparison, weeks later and by any clock."""
    digest = Digest(schedule, account)
    query = query_for(digest, DUE)
    made = digest_week(query=query, period=query.period, zone=schedule.zone)
    full, previous, more = buttons(digest_message(made, digest, POSTING))
    context = Context(DUE + 20 * DAY, ZoneInfo("Asia/Tokyo"), accounts=(AccountName(1, "Acme"),))
    for text in (full["value"], previous["value"]):
        read = parse(text, context).query
        same = (Subcommand.REPORT, digest.compare, query.account, query.all_accounts)
        assert (read.subcommand, read.compare, read.account, read.all_accounts) == same
    assert parse(full["value"], context).query.period == query.period
    assert more["action_id"] == "answer_more"
    before = parse(previous["value"], context).query.period
    assert before is not None
    assert query.period is not None
    assert before.end == query.period.start


def test_a_question_too_long_for_a_menu_has_none() -> None:
    """Slack would refuse the whole message."""
    query = replace(digest_week().query, flow="x" * 250)
    plan = digest_message(digest_week(query=query), DIGEST_OF_WEEK, POSTING)
    assert [one["action_id"] for one in buttons(plan)] == [FULL, "answer_previous"]
    is_valid(plan)


def test_all_time_has_nothing_before_it() -> None:
    """No digest asks for it; a report about it has no button for what is not there."""
    ever = Period(DUE - 900 * DAY, DUE, LONDON, Shape.ALL_TIME)
    query = Query(Subcommand.REPORT, ever, account=1)
    plan = digest_message(
        digest_week(query=query, period=ever, baseline=None), DIGEST_OF_WEEK, POSTING
    )
    assert [one["action_id"] for one in buttons(plan)] == [FULL, "answer_more"]


def test_lists_are_called_as_their_sections() -> None:
    """The sections of lists have the names of the lists."""
    assert {kind.value for kind in ListKind} == {Section.FLOWS.value, Section.MESSAGES.value}
