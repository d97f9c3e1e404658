"""Top lists in words and as native tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

from bot.core.grid import spans
from bot.core.metrics import Metric
from bot.core.periods import Period, Shape, Unit
from bot.core.reports import Gone, Row, Standing, TopList
from bot.core.results import Bucket
from bot.core.series import build_series
from bot.core.subcommands import Subcommand
from bot.render.lists import ListWords, list_words
from bot.render.plan import Shown
from bot.render.story import tell
from bot.render.tables import characters, list_table, series_table
from tests.render.made import (
    FLOW_ROWS,
    NOVEMBER,
    OCTOBER,
    WEEK,
    WEEK_BEFORE,
    days,
    flows,
    messages,
    report,
    series,
)

PUBLIC = Shown(public=True)
TWINS = (Row(1, "Menu", 9, id_suffix="4579"), Row(2, "menu", 3, id_suffix="4580"))
MESSAGES = messages(("text me", 11), ("hi", 4), ("my card is 4111", 1), ("where is anna", 1))


def words(top: TopList, shown: Shown, subcommand: Subcommand) -> ListWords:
    """The list of a report in words."""
    return list_words(report(subcommand, lists=(top,)), shown)[0]


def test_messages_are_quoted_in_private() -> None:
    """Whoever asked sees what was written."""
    told = words(MESSAGES, Shown(), Subcommand.MESSAGES)
    assert told.title == "Top messages"
    assert [row.line for row in told.rows] == [
        '1. "text me": 11',
        '2. "hi": 4',
        '3. "my card is 4111": 1',
        '4. "where is anna": 1',
    ]


def test_messages_sent_once_are_only_counted_in_public() -> None:
    """What one person wrote may name them."""
    told = words(MESSAGES, PUBLIC, Subcommand.MESSAGES)
    assert [row.line for row in told.rows] == ['1. "text me": 11', '2. "hi": 4']
    assert told.foot == ("2 more were sent once",)
    only = words(messages(("a", 1), ("b", 1)), PUBLIC, Subcommand.MESSAGES)
    assert (only.rows, only.foot) == ((), ("2 messages were sent once each",))


def test_of_a_list_that_may_be_cut_there_may_be_more_that_were_sent_once() -> None:
    """How many is not known then, only how many at least."""
    cut = replace(MESSAGES, whole=False)
    assert words(cut, PUBLIC, Subcommand.MESSAGES).foot == ("At least 2 more were sent once",)
    only = words(messages(("a", 1), whole=False), PUBLIC, Subcommand.MESSAGES)
    assert only.foot == ("At least 1 message was sent once",)


def test_flows_that_ran_once_are_named_in_public() -> None:
    """A flow's name is its owner's, not a stranger's."""
    assert len(words(flows(), PUBLIC, Subcommand.FLOWS).rows) == 5


def test_an_empty_list_and_a_blank_text_are_said() -> None:
    """No title stands over nothing, and no stranger wrote the words for a blank."""
    for subcommand, feet in ((Subcommand.MESSAGES, ("No message text",)), (Subcommand.FLOWS, ())):
        assert words(messages(), Shown(), subcommand).foot == feet
    assert words(flows(()), Shown(), Subcommand.REPORT).foot == ("No flow ran",)
    hidden = words(flows((), hidden=2), Shown(), Subcommand.REPORT)
    assert hidden.foot == ("No flow but hidden ones ran", "2 hidden")
    blank = messages(("\u200b", 2), gone=(Gone("", 1),))
    told = words(blank, PUBLIC, Subcommand.MESSAGES)
    assert [row.line for row in told.rows] == ["1. (blank): 2"]
    assert words(blank, Shown(), Subcommand.MESSAGES).foot == (
        "No longer in the list: (blank) (was 1st)",
    )
    table = list_table(blank, Shown(), 20_000)
    assert table is not None
    assert table["rows"][1][1]["text"] == "(blank)"


def test_what_left_the_list() -> None:
    """Named, except messages in public: how often those came is not known."""
    gone = (Gone("old", 2), Gone("older", 4))
    private = words(replace(MESSAGES, gone=gone), Shown(), Subcommand.MESSAGES)
    assert private.foot == ('No longer in the list: "old" (was 2nd), "older" (was 4th)',)
    public = words(replace(MESSAGES, gone=gone), PUBLIC, Subcommand.MESSAGES)
    assert public.foot == ("2 more were sent once", "2 are no longer in the list")
    named = words(flows(gone=(Gone("\u200b", 1),)), Shown(), Subcommand.FLOWS)
    assert named.foot == ("No longer in the list: (no name) (was 1st)",)


def test_places_before() -> None:
    """New only where the earlier list is surely everything."""
    rows = (Row(1, "A", 9), Row(2, "B", 3, None, "new"), Row(3, "C", 1, None, 2, 5))
    deep = flows(rows, baseline_depth=50, baseline_whole=False)
    told = words(deep, Shown(), Subcommand.FLOWS)
    assert [row.rest for row in told.rows] == [
        ", not in the first 50 before",
        ", new",
        ", was 5th",
    ]
    alone = words(flows(rows[:1], baseline_depth=None), Shown(), Subcommand.FLOWS)
    assert alone.rows[0].rest == ""


def test_a_report_tells_of_its_rows_what_its_tables_show() -> None:
    """The share and the place before in one bracket, and what looks like a broadcast."""
    told = words(flows(), Shown(), Subcommand.REPORT)
    assert [row.line for row in told.rows[:2]] == [
        "1. Untitled Broadcast: 93 (73 %, new). Looks like a broadcast: one start per recipient",
        "2. Text Me: 19 (15 %, was 1st)",
    ]
    assert told.rows[4].line == "4. Parse a Unix Timestamp: 1 (new)"
    assert told.title == "Top flows"
    cut = words(flows((Row(1, "A", 9, None, 0, 1),), whole=False), Shown(), Subcommand.REPORT)
    assert cut.rows[0].line == "1. A: 9 (was 1st)"
    alone = words(messages(("hi", 2)), Shown(), Subcommand.REPORT)
    assert alone.rows[0].line == '1. "hi": 2'


def test_beside_a_time_that_is_no_earlier_one_nothing_was() -> None:
    """Places are told as they are there, and who is only there did not leave."""
    rows = (Row(1, "A", 9), Row(2, "B", 3, None, "new"), Row(3, "C", 1, None, 2, 5))
    deep = flows(
        rows, baseline_depth=50, baseline_whole=False, gone=(Gone("D", 2, "4f01"), Gone("E", 4))
    )
    gone = messages(("hi", 4), gone=(Gone("old", 2),), gone_total=3)
    made = report(Subcommand.REPORT, period=OCTOBER, baseline=NOVEMBER, lists=(deep, gone))
    listed, private = list_words(made, Shown())
    assert [row.rest for row in listed.rows] == [
        " (not in the first 50 there)",
        " (not in the list there)",
        " (5th there)",
    ]
    assert listed.foot == ("Only in the list there: D (…4f01) (2nd), E (4th)",)
    assert private.foot == ('Only in the list there: "old" (2nd) and 2 more',)
    _, public = list_words(made, PUBLIC)
    assert public.foot == ("3 are only in the list there",)
    table = list_table(deep, Shown(), 20_000, later=True)
    assert table is not None
    assert [[row[0]["text"], row[-1]["text"]] for row in table["rows"]] == [
        ["Place", "There"],
        ["1.", "not in the first 50 there"],
        ["2.", "not listed"],
        ["3.", "5th"],
    ]


def test_table_sorts_by_number_and_shows_words() -> None:
    """The name heads its row; places, counts and shares are numbers in every cell."""
    table = list_table(flows(), Shown(locale="de-DE"), 20_000)
    assert table is not None
    assert [cell["text"] for cell in table["rows"][0]] == [
        "Place",
        "Flow",
        "Starts",
        "Share",
        "Before",
    ]
    assert table["row_header_column_index"] == 1
    assert table["rows"][1] == [
        {"type": "raw_number", "value": 1, "text": "1."},
        {"type": "raw_text", "text": "Untitled Broadcast"},
        {"type": "raw_number", "value": 93, "text": "93"},
        {"type": "raw_number", "value": 72.66, "text": "73 %"},
        {"type": "raw_text", "text": "new"},
    ]
    assert table["rows"][5][3]["text"] == "<1 %"


def test_table_has_only_the_columns_it_can_fill() -> None:
    """No share without a whole list, no place before without an earlier one."""
    table = list_table(MESSAGES, Shown(), 20_000)
    assert table is not None
    assert [cell["text"] for cell in table["rows"][0]] == ["Place", "Message", "Times"]
    mixed = flows((Row(1, "A", 2, Fraction(1)), Row(2, "B", 0, Fraction(0)), Row(3, "C", 0)))
    table = list_table(mixed, Shown(), 20_000)
    assert table is not None
    assert [row[3]["text"] for row in table["rows"][1:]] == ["100 %", "—", "—"]
    assert [row[4]["text"] if len(row) > 4 else "" for row in table["rows"][1:]] == [""] * 3


def test_no_table_without_rows_or_room() -> None:
    """Slack wants one row at least; a table that cannot fit is left out."""
    assert list_table(messages(), Shown(), 20_000) is None
    assert list_table(messages(("a", 1)), PUBLIC, 20_000) is None
    assert list_table(flows(), Shown(), 50) is None


def test_names_give_way_where_two_hundred_rows_are_long() -> None:
    """Every row stays; its name is cut until all fit."""
    rows = tuple(Row(n + 1, "n" * 200, 1, Fraction(1, 200)) for n in range(200))
    table = list_table(flows(rows), Shown(), 20_000)
    assert table is not None
    assert len(table["rows"]) == 201
    assert characters(table) <= 20_000
    assert table["rows"][1][1]["text"].endswith("…")


def test_series_table() -> None:
    """The asked unit, gaps as a dash, the earlier series beside it."""
    made = report(
        Subcommand.CHART,
        period=WEEK,
        series=(series(Metric.SENT, WEEK, [1, None, 3]),),
        compared_series=(series(Metric.SENT, WEEK_BEFORE, [7, 8]),),
    )
    table = series_table(made, Shown(), 20_000)
    assert table is not None
    assert table["caption"] == "Figures by day"
    texts = [[cell["text"] for cell in row] for row in table["rows"]]
    assert texts == [
        ["Day", "Messages sent", "Before"],
        ["Mon 16 Nov", "1", "7"],
        ["Tue 17 Nov", "—", "8"],
        ["Wed 18 Nov", "3", "—"],
    ]
    assert series_table(made, Shown(), 20) is None
    later = series_table(replace(made, period=WEEK_BEFORE, baseline=WEEK), Shown(), 20_000)
    assert later is not None
    assert later["rows"][0][2]["text"] == "There"


def test_series_table_marks_what_runs_and_pairs_wholes_with_wholes() -> None:
    """A week of which the dates hold a piece stands beside no whole one."""
    moment = datetime(2026, 11, 26, 8, 12, tzinfo=UTC)
    month = days(date(2026, 11, 1), date(2026, 11, 30), Shape.MONTH).cut(moment)
    before = days(date(2026, 10, 1), date(2026, 10, 26), Shape.MONTH)
    pair = [
        build_series(one, Unit.WEEK, daily(one), (Metric.SENT,), moment) for one in (month, before)
    ]
    made = report(
        Subcommand.CHART,
        period=month,
        baseline=before,
        series=pair[0],
        compared_series=pair[1],
    )
    table = series_table(made, Shown(), 20_000)
    assert table is not None
    assert [[cell["text"] for cell in row] for row in table["rows"][1:]] == [
        ["1 Nov (part)", "1", "—"],
        ["2–8 Nov", "7", "7"],
        ["9–15 Nov", "7", "7"],
        ["16–22 Nov", "7", "7"],
        ["23–26 Nov (so far)", "4", "—"],
    ]
    assert tell(made, Shown()).points[1::3] == (
        "2–8 Nov: 7 (before: 7)",
        "23–26 Nov: 4 (before: —) (so far)",
    )


def daily(period: Period) -> list[Bucket]:
    """A bucket of ones for every day."""
    found = spans(period, Unit.DAY)
    return [Bucket(span.start, span.end, dict.fromkeys(Metric, 1)) for span in found]


def test_series_too_long_for_a_table_are_left_to_the_csv() -> None:
    """Two hundred rows are what Slack holds; one row is no table."""
    for count in (0, 1, 201):
        one = series(Metric.SENT, WEEK, [1] * count, unit=Unit.DAY)
        assert series_table(report(series=(one,)), Shown(), 20_000) is None
    assert series_table(report(), Shown(), 20_000) is None


def test_what_is_beyond_the_rows_is_told() -> None:
    """Hidden flows, those that left beside the first five, and one flow's earlier standing."""
    gone = tuple(Gone(f"Flow {n}", n) for n in range(1, 6))
    top = flows(FLOW_ROWS[:1], hidden=3, gone=gone, gone_total=9)
    made = report(Subcommand.FLOW, lists=(top,))
    period = made.period
    history = (
        Standing(period, 3, 31, whole=True),
        Standing(period, None, None, whole=True),
        Standing(period, None, None, whole=False),
    )
    (words,) = list_words(replace(made, history=history), Shown())
    assert "3 hidden" in words.foot
    assert any(line.endswith("and 4 more") for line in words.foot)
    assert words.foot[-1].startswith("Before: 31 (3rd) ")
    twins = replace(made, history=history, lists=(flows(TWINS),))
    assert list_words(twins, Shown())[0].foot[-1].startswith("Menu (…4579) before: 31 (3rd) ")
    assert "did not run" in words.foot[-1]
    assert "not in the list" in words.foot[-1]
