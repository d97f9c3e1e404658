"""Holds what is heard of an answer about several accounts to the portfolio that it was made of.

Knows the portfolio and the words that must be heard of it, but not how they are put together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction

from bot.core.metrics import SUMS, Metric
from bot.core.periods import Unit, zone_name
from bot.core.portfolio import AccountRow, Missing, Portfolio, Total
from bot.core.query import Subcommand
from bot.core.reports import Chart, ChartPoint, Figure, ListKind, Note, NoteKind, Row, TopList
from bot.render.plan import MessagePlan, Shown
from tests.render.block_shapes import units
from tests.render.hearing_dates import hears_period, is_later
from tests.render.hearing_lists import place_before
from tests.render.listening import hears_change, hears_dates, hears_nothing_earlier
from tests.render.reading import (
    HEARD,
    LABELS,
    Listener,
    clocks,
    days,
    figure,
    letters,
    lines_of,
    number,
    numbers,
    parted,
    row_of,
)

WHY = {
    Missing.REFUSED: "refused its key",
    Missing.BUSY: "asked me to wait",
    Missing.DOWN: "could not be reached",
    Missing.LATE: "did not answer in time",
    Missing.NONSENSE: "can't be trusted",
    Missing.NOT_BEGUN: "not begun yet",
    Missing.BROKEN: "wrong on my side",
}
BRIEF = {
    Metric.NEW_USERS: "new users",
    Metric.TRIGGERS: "triggers",
    Metric.RECEIVED: "received",
    Metric.SENT: "sent",
    Metric.TOTAL_USERS: "total users",
    Metric.ACTIVE_USERS: "30-day active",
}
_TITLED = (Subcommand.MESSAGES, Subcommand.REPORT)
_MORE = r"More accounts in (the table and the CSV|the CSV): (\d+)"
_ITEM = re.compile(r"(?P<noun>.+?) (?P<value>—|−?\d(?:[\d\W]*\d)?)(?: \((?P<rest>.*)\))?")
_PEAK = re.compile(r", most .+ \([\d\W]*\d\)$")
_BOTH = re.compile(r"(?P<count>\d+) accounts have both: (?P<value>[\d\W]*\d), (?P<rest>.*)")
_PAGE = r"Accounts 1–(\d+) of (\d+)\. .+"


def listen(made: Portfolio, shown: Shown, plan: MessagePlan) -> None:
    """Hold what is heard of the first message to the portfolio; names are tame."""
    assert 0 < units(plan.text.split("\n")[0]) <= 120
    assert units(plan.text) <= 3_000
    listener = Listener(lines_of(plan.text))
    _hears_whom(made, listener, plan)
    hears_dates(made.whole, listener.take())
    sums = any(total.value is not None for total in made.totals)
    if sums and not made.lists_alone:
        for total in made.totals:
            _hears_total(total, listener.take(), later=is_later(made.whole))
    drawn = bool(listener.taken("(?:Line|Bar) chart: .+"))
    assert drawn == any(block["type"] == "data_visualization" for block in plan.blocks)
    page = _page(made, listener)
    rows = made.rows[:page]
    if made.lists_alone:
        _hears_groups(rows, made, shown, listener, alone=True)
    else:
        _hears_rows(rows, listener)
    for kind in ListKind if made.whole.query.subcommand in _TITLED else ():
        having = [row for row in rows if any(top.kind is kind for top in _lists(row))]
        assert bool(listener.taken(f"Top {kind}")) == bool(having)
        _hears_groups(having, made, shown, listener, kind=kind)
    _hears_points(made, listener)
    _hears_notes(made, listener)
    assert bool(listener.taken(_PAGE)) == (page < len(made.rows))
    _hears_context(made, listener.take())
    assert bool(listener.taken(f'Reply "{shown.mention} .+"')) == (shown.public and shown.threaded)
    assert listener.line == ""
    if all(is_later(one) for one in (made.whole, *(row.data for row in made.rows if row.data))):
        hears_nothing_earlier(plan)


def _page(made: Portfolio, listener: Listener) -> int:
    """How many accounts this message is about."""
    found = [one for line in listener.lines if (one := re.fullmatch(_PAGE, line))]
    assert all(int(one[2]) == len(made.rows) for one in found)
    return int(found[0][1]) if found else len(made.rows)


def _lists(row: AccountRow) -> Sequence[TopList]:
    return row.data.lists if row.data is not None else ()


def _hears_whom(made: Portfolio, listener: Listener, plan: MessagePlan) -> None:
    """How many accounts the headline is about; where it is long it goes on in the next line."""
    shown = letters(plan.blocks[0]["text"]["text"])
    first = listener.take()
    while len(letters(first)) < len(shown):
        first += f" {listener.take()}"
    assert letters(first) == shown
    if not made.counted:
        assert first.startswith("No figures of any account")
    elif made.asked_for == 1:
        assert first.startswith(f"{made.rows[0].name}: ")
    elif made.counted == made.asked_for:
        assert first.startswith("All ")
        assert numbers(first.partition(" accounts: ")[0]) == [made.asked_for]
    else:
        assert numbers(first.partition(" accounts: ")[0]) == [made.counted, made.asked_for]


def _hears_total(total: Total, line: str, *, later: bool) -> None:
    heard = figure(line)
    assert (heard.label, heard.value) == (LABELS[total.metric], total.value)
    if total.metric not in SUMS or total.baseline is None:
        assert heard.rest == ""
        return
    rest = heard.rest
    if total.both < total.counted:
        both = _BOTH.fullmatch(rest)
        assert both, line
        assert int(both["count"]) == total.both
        assert number(both["value"]) == total.compared
        rest = both["rest"]
    _hears_beside(Figure(total.metric, total.compared, total.baseline), rest, later=later)


def _hears_beside(one: Figure, rest: str, *, later: bool) -> None:
    """What stands in brackets behind a figure that is compared."""
    change = ""
    if later:
        there, change = parted(rest, "against ")
        assert number(there.partition(" ")[0]) == one.baseline
        rest = change
    if one.metric is Metric.TOTAL_USERS and None not in (one.value, one.baseline):
        assert rest[0] in "+−"
        assert number(rest) == (one.value or 0) - (one.baseline or 0)
    elif later:
        hears_change(one, change)
    elif one.value and one.baseline == 0:
        assert rest == "new"
    else:
        was, change = parted(rest)
        assert number(was) == one.baseline
        hears_change(one, change)


def _hears_rows(rows: Sequence[AccountRow], listener: Listener) -> None:
    """A line an account, in order, as many as there is room for; then how many are elsewhere."""
    told = 0
    while told < len(rows) and not re.fullmatch(_MORE, listener.line):
        _hears_row(rows[told], listener.take())
        told += 1
    assert told + _left_out(listener) == len(rows)


def _left_out(listener: Listener) -> int:
    found = listener.taken(_MORE)
    return int(found[2]) if found else 0


def _hears_row(row: AccountRow, line: str) -> None:
    assert line.startswith(f"{row.name}: "), line
    told = line.removeprefix(f"{row.name}: ")
    if row.data is None:
        assert (WHY[row.missing] if row.missing else "no figures") in told
        return
    for one, item in zip(row.data.figures, _PEAK.sub("", told).split("; "), strict=True):
        heard = _ITEM.fullmatch(item)
        assert heard, item
        assert (heard["noun"], number(heard["value"])) == (BRIEF[one.metric], one.value)
        assert bool(heard["rest"]) == (one.baseline is not None)
        if one.baseline is not None:
            _hears_beside(one, heard["rest"], later=is_later(row.data))


def _hears_groups(
    rows: Sequence[AccountRow],
    made: Portfolio,
    shown: Shown,
    listener: Listener,
    *,
    kind: ListKind = ListKind.FLOWS,
    alone: bool = False,
) -> None:
    """Each account's list under its name, whole accounts as long as there is room."""
    told = 0
    while told < len(rows) and not re.fullmatch(_MORE, listener.line):
        row, told = rows[told], told + 1
        if alone and row.data is None:
            _hears_row(row, listener.take())
            continue
        (top,) = [one for one in _lists(row) if one.kind is kind]
        heading = listener.take()
        assert heading == row.name or heading.startswith(f"{row.name}: ")
        single = made.whole.query.subcommand is Subcommand.FLOW
        if top.rows and not single:
            assert heading.endswith(f", {top.hidden} hidden aside") == bool(top.hidden)
            heading = heading.removesuffix(f", {top.hidden} hidden aside")
        if top.rows and not single and top.total_rows > 1:
            told_of = numbers(heading.removeprefix(row.name))
            assert told_of[-1] == top.total_rows
            assert len(told_of) == 1 or told_of[0] == len(top.rows)
        hidden = top.hidden if single else 0
        later = row.data is not None and is_later(row.data)
        _hears_list(top, shown, listener, hidden, later=later)
    assert told + _left_out(listener) == len(rows)


def _hears_list(
    top: TopList, shown: Shown, listener: Listener, hidden: int, *, later: bool
) -> None:
    public = shown.public and top.kind is ListKind.MESSAGES
    visible = [row for row in top.rows if not public or (row.most or row.count) > 1]
    for row in visible:
        _hears_list_row(row, top, listener.take(), later=later)
    folded = sum(row.spellings - 1 for row in top.rows if row in visible)
    once = max(len(top.rows) - len(visible), top.once) if len(visible) < len(top.rows) else 0
    counts = [count for count in (once, folded, hidden) if count]
    if counts and top.rows:
        foot = listener.take()
        assert numbers(foot)[: len(counts)] == counts
        assert ("At least" in foot) == bool(once and not top.whole)


def _hears_list_row(row: Row, top: TopList, line: str, *, later: bool) -> None:
    heard = row_of(line)
    assert heard, line
    assert (heard.rank, heard.value) == (row.rank, row.count)
    assert letters(row.name) in letters(heard.label)
    part = int((row.share or 0) * 100 + Fraction(1, 2))
    part = part if row.share == 1 else min(part, 99)
    assert heard.share == (part if row.share and row.share * 100 >= 1 else None)
    before = place_before(row, top, later=later)
    assert heard.rest.startswith(before)
    assert bool(heard.rest) == bool(before)


def _hears_points(made: Portfolio, listener: Listener) -> None:
    """A line a point with a figure of every account drawn, and how many are in the CSV."""
    chart = made.whole.chart
    points = len(chart.lines[0].points) if chart is not None else 0
    told = 0
    while told < points and not listener.line.endswith(" more in the CSV"):
        assert chart is not None
        label, _, values = listener.take().partition(": ")
        _hears_days(chart.lines[0].points[told], chart, made, label)
        if len(chart.lines) == 1:
            assert letters(values) == letters(_tenths(chart.lines[0].points[told].value))
        for place, line in zip(made.charted, chart.lines, strict=True):
            words = f"{made.rows[place].name} {_tenths(line.points[told].value)}"
            assert len(chart.lines) == 1 or f"{letters(words)} " in f"{_apart(values)} "
        told += 1
    more = listener.taken(r"(\d+) more in the CSV")
    assert told + (int(more[1]) if more else 0) == points


def _apart(values: str) -> str:
    return " ".join(letters(one) for one in values.split(", "))


def _tenths(value: Fraction) -> str:
    """An average in thousands and tenths, as it is written in English."""
    tenths = int(abs(value) * 10 + Fraction(1, 2)) if value.denominator > 1 else int(value) * 10
    return f"{tenths // 10:,}" + (f".{tenths % 10}" if tenths % 10 else "")


def _hears_days(point: ChartPoint, chart: Chart, made: Portfolio, label: str) -> None:
    """Of points by days, which days they are."""
    if chart.unit is not Unit.DAY or chart.group_unit is not None:
        return
    first = point.start.astimezone(made.whole.zone).date()
    last = (point.end - timedelta(microseconds=1)).astimezone(made.whole.zone).date()
    named = days(label, first.year)
    assert named[0] == first
    assert named[-1] == (last if chart.group > 1 and len(named) > 1 else first)


_ONCE = (NoteKind.NO_BASELINE, NoteKind.NOT_BY_UNIT, NoteKind.COARSER_UNIT)
_NOTED = re.compile(r"(?P<names>.+?)(?: and (?P<more>\d+) more)?: (?P<note>.+)")


def _hears_notes(made: Portfolio, listener: Listener) -> None:
    """What must be said of some accounts, once for all of whom it is true; three are named."""
    told = [
        (note.kind, row)
        for row in made.rows
        for note in (row.data.notes if row.data is not None else ())
        if _is_told(note)
    ]
    heard: Counter[NoteKind] = Counter()
    while heard.total() < len(told):
        said = _NOTED.fullmatch(listener.take())
        assert said
        names = said["names"].split(", ")
        first = [one for one in told if one[1].name == names[0]]
        kind, row = [one for one in first if _says(one[0], said["note"])][0]  # noqa: RUF015 - one there must be
        assert set(names) <= {one.name for other, one in told if other is kind}
        assert said["more"] is None or len(names) == 3
        if kind is NoteKind.BASELINE_NO_DATA and row.data and row.data.baseline:
            hears_period(row.data.baseline, said["note"].partition("nothing for ")[2], _year(row))
        heard[kind] += len(names) + int(said["more"] or 0)
    assert heard == Counter(kind for kind, _ in told)


def _year(row: AccountRow) -> int:
    assert row.data is not None
    return row.data.period.last_day.year


def _is_told(note: Note) -> bool:
    """Whether there are words of it beside those of an account's line."""
    nearest = note.kind is not NoteKind.FLOW_NOT_FOUND or note.values
    return bool(HEARD[note.kind] and nearest and note.kind not in _ONCE)


def _says(kind: NoteKind, words: str) -> bool:
    if kind is NoteKind.FLOW_NOT_FOUND:
        return "a name like it" in words
    return HEARD[kind].partition("{")[0] in words


def _hears_context(made: Portfolio, line: str) -> None:
    whole = made.whole
    for name in list(made.zones)[:3]:
        assert name in line
    assert zone_name(whole.zone) in line
    at = whole.read_at.astimezone(whole.zone)
    _, read, after = line.partition("read ")
    assert read
    assert (days(after[:20], at.year)[0], clocks(after)[0]) == (at.date(), f"{at:%H:%M}")
    users = any(total.metric not in SUMS for total in made.totals) and made.counted
    assert ("users are not added up" in line) == bool(users)
    assert (f"first {len(made.rows)} by name" in line) == bool(made.left_out)
