"""CSV, JSON and the terminal: everything that an answer about several accounts holds, exact."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

from bot.core.metrics import Metric
from bot.core.periods import Shape, Unit, of_days
from bot.core.query import Compare, Subcommand
from bot.render.plan import Shown
from bot.render.portfolio.csvfile import portfolio_to_csv
from bot.render.portfolio.json_object import portfolio_to_object
from bot.render.portfolio.text import portfolio_to_terminal
from tests.render.made import BERLIN
from tests.render.portfolios import AGENCY, FLOWS, NEWCOMER, Given, alike, november, portfolio


def rows(content: bytes) -> list[list[str]]:
    """The rows of a file."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def table(content: bytes, head: str) -> list[list[str]]:
    """The rows under the titles that begin so, to the next blank line."""
    found = rows(content)
    start = next(n for n, row in enumerate(found) if ",".join(row).startswith(head))
    end = next((n for n in range(start, len(found)) if not found[n]), len(found))
    return found[start + 1 : end]


def test_a_file_has_a_row_an_account_and_metric() -> None:
    """With its zone and dates; one that has none says why; then the totals of each metric."""
    name, content = portfolio_to_csv(portfolio(november(), AGENCY))
    assert name == "flowxo-stats-for-all-2021-11-01-to-2021-11-30.csv"
    about = rows(content)[:7]
    assert about[0] == ["Flow XO", "stats 2021-11"]
    assert ["Note", "3 of 5 accounts"] in about
    told = table(content, "Account,Zone,Start,End,Metric")
    assert len(told) == 6 + 6 + 1 + 1 + 6 + 6
    assert told[3] == [
        "Acme Support", "Europe/Berlin", "2021-11-01T00:00:00+01:00", "2021-12-01T00:00:00+01:00",
        "Messages sent", "5", "141", str(-136 / 141), "",
    ]  # fmt: skip
    assert told[12] == ["Cee", "Europe/Berlin", *[""] * 6, "Flow XO has refused its key"]
    assert told[13] == ["Dee Ltd", "Europe/Berlin", *[""] * 6, "no figures"]
    assert told[14][:3] == ["May GmbH", "Asia/Tokyo", "2021-11-01T00:00:00+09:00"]
    assert told[-3] == [
        "3 of 5 accounts", "", "", "", "Messages sent", "345", "421", str(-76 / 421), "",
    ]  # fmt: skip
    users = "users are not added up: one person may be counted in several accounts"
    assert told[-1] == [
        "3 of 5 accounts", "", "", "", "Active users (30 days)", "", "", "", users,
    ]  # fmt: skip


def test_a_file_has_both_sums_where_they_are_of_other_accounts() -> None:
    """That of all, and beside the baseline that of those that have both."""
    _, content = portfolio_to_csv(portfolio(november(), [*AGENCY[:2], NEWCOMER]))
    told = table(content, "Account,Zone,Start,End,Metric")
    sent = [row[5:] for row in told if row[0] == "All 3 accounts" and row[4] == "Messages sent"]
    assert sent == [
        ["317", "", "", ""],
        ["305", "341", str(-36 / 341), "of the 2 accounts that have both"],
    ]
    newcomer = next(row for row in told if row[0] == "Newcomer")
    assert newcomer[-1] == "no comparison: Flow XO has nothing for 1–31 Oct"


def test_places_of_a_later_time_are_there_in_a_file() -> None:
    """As in the file of a single account."""
    later = of_days(date(2021, 12, 1), date(2021, 12, 31), BERLIN, Shape.MONTH)
    query = november(Subcommand.FLOWS, compare=Compare.PERIOD, against=later)
    _, content = portfolio_to_csv(portfolio(query, AGENCY[:1]))
    assert ["Account", "Place", "Flow", "Count", "Share", "Place there"] in rows(content)
    flows = table(content, "Account,Place,Flow")
    assert [row[5] for row in flows[:-1]] == ["not in the list there", "1", "2"]


def test_a_file_has_every_list_and_unit() -> None:
    """The account in front; in public what was sent once is counted."""
    made = portfolio(november(Subcommand.REPORT, top=4), AGENCY)
    _, content = portfolio_to_csv(made)
    flows = table(content, "Account,Place,Flow")
    assert [row[:4] for row in flows[:2]] == [
        ["Acme Support", "1", "Text Me", "19"],
        ["Acme Support", "2", "Menu", "14"],
    ]
    assert [row[0] for row in flows] == ["Acme Support"] * 5 + ["Borg & Sons"] * 2
    assert flows[4][1:] == ["", "(All 4 flows that ran)", "", "", ""]
    messages = table(content, "Account,Place,Message")
    assert messages[3][:4] == ["Acme Support", "4", "once", "1"]
    _, public = portfolio_to_csv(made, public=True)
    assert table(public, "Account,Place,Message")[3][:4] == [
        "Acme Support", "", "(messages sent once)", "1",
    ]  # fmt: skip
    hiding = [Given("A", alike(1), flows=FLOWS, hide=frozenset({"menu"}))]
    one = portfolio(november(Subcommand.FLOW, flow="Text Me"), hiding)
    listed = table(portfolio_to_csv(one)[1], "Account,Place,Flow")
    assert [row[:4] for row in listed] == [["A", "1", "Text Me", "19"], ["A", "", "(1 hidden)", ""]]
    chart = november(Subcommand.CHART, metrics=(Metric.SENT,), unit=Unit.DAY)
    units = table(portfolio_to_csv(portfolio(chart, AGENCY))[1], "Account,Start,End,Messages sent")
    assert len(units) == 3 * 30
    assert units[59:61] == [
        ["Borg & Sons", "2021-11-30T00:00:00+01:00", "2021-12-01T00:00:00+01:00", "10"],
        ["May GmbH", "2021-11-01T00:00:00+09:00", "2021-11-02T00:00:00+09:00", "1"],
    ]


def test_lists_that_nobody_has_are_no_table() -> None:
    """Nor are units where none were asked for."""
    _, content = portfolio_to_csv(portfolio(november(Subcommand.FLOWS), [Given("A", alike(1))]))
    assert [row for row in rows(content) if row[:2] == ["Account", "Place"]] == []


def test_the_object_has_the_totals_and_each_account() -> None:
    """Exact, with how many each total is of."""
    told = portfolio_to_object(portfolio(november(), [*AGENCY, NEWCOMER], asked_for=60))
    assert json.loads(json.dumps(told)) == told
    assert (told["query"], told["zone"]) == ("stats 2021-11", "Europe/Berlin")
    assert told["account"] is None
    assert (told["asked_for"], told["counted"]) == (60, 4)
    sent = next(one for one in told["figures"] if one["metric"] == "sent_messages")
    assert sent == {
        "metric": "sent_messages",
        "value": 357,
        "baseline": None,
        "change": None,
        "accounts": 4,
        "compared": 3,
        "compared_value": 345,
        "compared_baseline": 421,
    }
    acme, _, cee, dee, may, newcomer = told["accounts"]
    assert acme["figures"][3] == {
        "metric": "sent_messages", "value": 5, "baseline": 141, "change": -136 / 141
    }  # fmt: skip
    assert (cee["missing"], cee["period"], cee["baseline"]) == ("refused", None, None)
    assert cee["notes"] == ["Flow XO has refused its key"]
    assert (dee["missing"], dee["no_data"], dee["notes"]) == (None, True, ["no figures"])
    assert may["period"]["start"] == "2021-11-01T00:00:00+09:00"
    assert newcomer["notes"] == ["no comparison: Flow XO has nothing for 1–31 Oct"]
    assert "users are not added up: one person may be counted in several accounts" in told["notes"]


def test_the_object_has_lists_and_series_by_account() -> None:
    """None of them merged; without a comparison there is no baseline."""
    report = portfolio_to_object(
        portfolio(november(Subcommand.REPORT, compare=Compare.NONE), AGENCY)
    )
    assert report["baseline"] is None
    assert (report["lists"], report["series"]) == ([], [])
    flows, messages = report["accounts"][0]["lists"]
    assert [row["name"] for row in flows["rows"]] == ["Text Me", "Menu", "Help"]
    assert messages["kind"] == "messages"
    chart = portfolio_to_object(
        portfolio(november(Subcommand.CHART, metrics=(Metric.SENT,)), AGENCY)
    )
    (series,) = chart["accounts"][4]["series"]
    first = {"start": "2021-11-01T00:00:00+09:00", "value": 1, "covered": None}
    assert series["points"][0] == first


def test_the_terminal_tells_the_whole_story() -> None:
    """Figures, then lists under the accounts' names, then what must be said."""
    printed = portfolio_to_terminal(portfolio(november(Subcommand.REPORT), AGENCY))
    parts = [part.split("\n") for part in printed.split("\n\n")]
    assert parts[0][0].startswith("3 of 5 accounts: 345 messages sent in November")
    assert parts[1][3] == "Messages sent: 345 (was 421, −18 %)"
    assert [line.split(":")[0] for line in parts[2]] == [one.name for one in AGENCY]
    assert parts[3][:2] == ["Top flows", "Acme Support: the first 3 of 4 flows that ran"]
    assert parts[-1][-1].startswith("Dates in each account's own time zone")
    flows = portfolio_to_terminal(portfolio(november(Subcommand.FLOWS), AGENCY))
    assert "\n\nAcme Support: the first 3 of 4 flows that ran\n1. Text Me: 19" in flows
    chart = november(Subcommand.CHART, metrics=(Metric.SENT,))
    course = portfolio_to_terminal(portfolio(chart, AGENCY), Shown(locale="de-DE"))
    assert "\n\n1–2 Nov: Borg & Sons 10, May GmbH 1, Acme Support 0\n" in course
