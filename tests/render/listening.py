"""Holds what is heard of a message's `text` to the report that it was made of, line by line.

Knows the report and the words that must be heard of it, but not how they are put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction

from bot.core.metrics import Metric
from bot.core.periods import Period, Unit, zone_name
from bot.core.query import Subcommand
from bot.core.reports import Figure, ListKind, NoteKind, Report, Row, Standing, TopList
from bot.render.message import answer_message
from bot.render.plan import MessagePlan, Shown
from tests.render.block_shapes import units
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
    percent,
    row_of,
)

STRANGE = (NoteKind.READING, NoteKind.FLOW_NOT_FOUND)  # notes that quote
FLOW_LISTS = (Subcommand.FLOWS, Subcommand.FLOW)
TITLED = (Subcommand.REPORT, Subcommand.MESSAGES)
_PAGE = r"Rows 1–(\d+) of (\d+)\. .+"
_PLACE = re.compile(r"\(was (\d+)\w\w\)")
_FOOT = (
    r"No flow(?: but hidden ones)? ran|No message text|[\d\W]*\d (?:more was|more were|"
    r"message was|messages were) sent once.*|[\d\W]*\d other spelling.*|[\d\W]*\d hidden|"
    r"[\d\W]*\d (?:is|are) no longer in the list|No longer in the list: .*|Before: .*"
)


def listen(
    made: Report, shown: Shown, plan: MessagePlan | None = None, *, tame: bool = True
) -> None:
    """Hold what is heard to the report itself; names are whole words only where they are tame."""
    plan = plan or answer_message(made, shown)
    assert 0 < units(plan.text.split("\n")[0]) <= 120
    assert units(plan.text) <= 3_000
    listener = Listener(lines_of(plan.text))
    if made.no_data:
        _hears_nothing(made, listener)
        return
    first = listener.take()
    assert not tame or made.account is None or first.startswith(f"{made.account}: ")
    _hears_dates(made, listener.take())
    if made.query.subcommand not in FLOW_LISTS:
        for one in made.figures:
            _hears_figure(one, made, listener.take())
    drawn = made.chart is not None and made.chart.lines and len(made.chart.lines[0].points) > 1
    assert bool(listener.taken("(?:Line|Bar) chart: .+")) == bool(drawn)
    if made.query.subcommand is Subcommand.CHART and made.series:
        _hears_points(made, listener, plan)
    for top in made.lists:
        _hears_list(top, made, shown, listener, plan)
    _hears_context(made, listener.take(), tame=tame)
    replies = shown.public and shown.threaded
    assert bool(listener.taken(f'Reply "{shown.mention} .+"')) == replies
    assert listener.line == ""


def _edges(period: Period) -> tuple[datetime, datetime]:
    """The first and the last moment of a period on its own clock."""
    last = period.end.astimezone(period.zone) - timedelta(microseconds=1)
    return period.start.astimezone(period.zone), last


def hears_period(period: Period, words: str, year: int) -> None:
    """Hold the days and times that are named to a period's; `year` is meant where none is."""
    first, last = _edges(period)
    named = days(words, year)
    assert (named[0], named[-1]) == (first.date(), last.date()), words
    end = period.end.astimezone(period.zone)
    if not (first.hour == first.minute == end.hour == end.minute == 0):
        times = clocks(words)
        over = end.date() != last.date()
        assert times[-1][:5] == ("24:00" if over else f"{end:%H:%M}"), words
        assert times[0][:5] == f"{first:%H:%M}" or ", to " in words, words


def _hears_dates(made: Report, line: str) -> None:
    assert ("(so far)" in line) == made.so_far
    this, compared, before = line.partition(", compared with ")
    year = _edges(made.period)[1].year
    hears_period(made.period, this, year)
    assert bool(compared) == (made.baseline is not None)
    if made.baseline is not None:
        hears_period(made.baseline, before, year)
        longer = next((int(n.values[0]) for n in made.notes if n.kind is NoteKind.LONGER), 0)
        count = "one day" if abs(longer) == 1 else f"{abs(longer)} days"
        words = f"({count} {'longer' if longer > 0 else 'shorter'})"
        assert before.endswith(words) == bool(longer)


def _hears_figure(one: Figure, made: Report, line: str) -> None:
    heard = figure(line)
    assert (heard.label, heard.value) == (LABELS[one.metric], one.value)
    if made.baseline is None:
        assert heard.rest == ""
    elif one.metric is Metric.TOTAL_USERS and None not in (one.value, one.baseline):
        assert heard.rest[0] in "+−"
        assert number(heard.rest) == (one.value or 0) - (one.baseline or 0)
    elif one.value and one.baseline == 0:
        assert heard.rest.partition(";")[0] == "new"
    else:
        was, change = parted(heard.rest.partition(";")[0])
        assert number(was) == one.baseline
        _hears_change(one, change)


def _hears_change(one: Figure, change: str) -> None:
    if one.value is None or one.baseline is None or one.value == one.baseline:
        assert change == (
            "no change" if one.value is not None and one.value == one.baseline else ""
        )
        return
    exact = Fraction(100 * (one.value - one.baseline), one.baseline or 1)
    if one.baseline < 30 or abs(exact) < Fraction(1, 20):
        assert change == ""
        return
    said, off = percent(change)
    # What is left is not nothing, however little it is.
    assert (said == -100) == (one.value == 0)
    off = Fraction(1, 10) if said == Fraction(-999, 10) else off
    assert change[0] == ("+" if exact > 0 else "−")
    assert abs(said - exact) <= off


def _left_out(listener: Listener, plan: MessagePlan, rows: int) -> int:
    """How many rows are said to be elsewhere; where a table has them, it must."""
    more = listener.taken(r"(\d+) more in (the table and the CSV|the CSV)")
    if more is None:
        return 0
    if more[2] != "the CSV":
        tables = [len(one["rows"]) - 1 for one in plan.blocks if one["type"] == "data_table"]
        assert rows in tables
    return int(more[1])


def _hears_points(made: Report, listener: Listener, plan: MessagePlan) -> None:
    """The units of the first page, as many as there is room for; the line after says of others."""
    total, told = len(made.series[0].points), 0
    while told < total and _is_point(made, told, listener.line):
        listener.take()
        told += 1
    ahead = Listener(listener.lines, listener.place + 1)
    paged = ahead.taken(_PAGE) or Listener(listener.lines, listener.place).taken(_PAGE)
    page = int(paged[1]) if paged else total
    left = _left_out(listener, plan, page)
    assert told + left == page
    assert bool(listener.taken(_PAGE)) == bool(paged)
    assert paged is None or int(paged[2]) == total


def _is_point(made: Report, index: int, line: str) -> bool:
    """Whether the line tells every series at one place: its time, its figures, those before."""
    point = made.series[0].points[index]
    start = point.start.astimezone(made.zone)
    label, between, rest = line.partition(": ")
    if not between or point.running != rest.endswith(" (so far)"):
        return False
    if made.series[0].unit is Unit.HOUR and clocks(label)[:1] != [f"{start:%H:%M}"]:
        return False
    named = days(label, start.year)
    if named and made.series[0].unit is not Unit.MONTH and named[0] != start.date():
        return False
    return numbers(rest.replace("(30 days)", "")) == list(_told(made, index))


def _told(made: Report, index: int) -> Iterator[int | None]:
    for one in made.series:
        yield one.points[index].value if index < len(one.points) else None
        for before in made.compared_series:
            if before.metric is one.metric and index < len(before.points):
                yield before.points[index].value


def _hears_list(
    top: TopList, made: Report, shown: Shown, listener: Listener, plan: MessagePlan
) -> None:
    titled = made.query.subcommand in TITLED
    assert bool(listener.taken(f"Top {top.kind}")) == titled
    private = not (shown.public and top.kind is ListKind.MESSAGES)
    rows = [one for one in top.rows if private or (one.most or one.count) > 1]
    told = 0
    while told < len(rows) and _is_row(rows[told], top, made, listener.line):
        listener.take()
        told += 1
    assert told + _left_out(listener, plan, len(rows)) == len(rows)
    foot = []
    while found := listener.taken(_FOOT):
        foot.append(found.group())
    once = max(len(top.rows) - len(rows), top.once) if len(rows) < len(top.rows) else 0
    _hears_foot(top, once, foot, told=private)
    before = [one.removeprefix("Before: ").split("; ") for one in foot if one.startswith("Before")]
    assert len(before) == bool(made.history)
    for words, standing in zip(*before, made.history, strict=True) if before else ():
        _hears_standing(standing, made, words)


def _hears_standing(standing: Standing, made: Report, words: str) -> None:
    """Of one flow in an earlier time: its count and place there, and which dates those were."""
    ending = ") " if standing.place else "run " if standing.whole else "list "
    told, _, dates = words.partition(ending)
    hears_period(standing.period, dates, _edges(made.period)[1].year)
    if standing.place:
        assert numbers(told) == [standing.count, standing.place]
    else:
        assert told == ("did not " if standing.whole else "not in the ")


def _is_row(one: Row, top: TopList, made: Report, line: str) -> bool:
    """Whether the line tells the row: its place, name, count, share and place before."""
    heard = row_of(line)
    if heard is None or (heard.rank, heard.value) != (one.rank, one.count):
        return False
    if made.query.subcommand is not Subcommand.REPORT:
        part = int((one.share or 0) * 100 + Fraction(1, 2))
        part = part if one.share == 1 else min(part, 99)
        assert heard.share == (part if one.share and one.share * 100 >= 1 else None)
    if one.movement == "new":
        before = "new"
    elif one.was is not None:
        before = f"was {one.was}"
    else:
        short = top.baseline_depth and not top.baseline_whole
        before = f"not in the first {top.baseline_depth}" if short else ""
    assert heard.rest.startswith(before)
    assert bool(heard.rest) == bool(before)
    name = heard.label.removeprefix('"').removesuffix('"')
    if one.id_suffix:
        name, _, end = name.rpartition(" (…")
        assert letters(one.id_suffix) == letters(end)
    if not name.endswith("…"):
        return not letters(one.name) or letters(name) == letters(one.name)
    assert units(name) > 40
    return letters(one.name).startswith(letters(name))


def _hears_foot(top: TopList, once: int, foot: list[str], *, told: bool) -> None:
    folded = sum(one.spellings - 1 for one in top.rows)
    told_of = {"sent once": once, "other spelling": folded, "hidden": top.hidden}
    every = max(len(top.gone), top.gone_total)
    told_of["no longer in"] = 0 if told or not top.gone else every
    for words, count in told_of.items():
        lines = [one for one in foot if words in one and not one.startswith("No longer")]
        assert [numbers(one)[0] for one in lines] == ([count] if count else [])
    gone = [one for one in foot if one.startswith("No longer in the list: ")]
    assert bool(gone) == bool(told and top.gone)
    for line in gone:
        if line.endswith("…"):
            continue  # names that take all the room
        places = [int(one) for one in _PLACE.findall(line)]
        assert places == [place for _, place in top.gone]
        more = every - len(top.gone)
        assert line.endswith(f" and {more} more" if more else ")")


def _hears_context(made: Report, line: str, *, tame: bool) -> None:
    """Where and when it was read, and every note."""
    assert zone_name(made.zone) in line
    at = made.read_at.astimezone(made.zone)
    _, read, after = line.partition("read ")
    assert read
    assert (days(after[:20], at.year)[0], clocks(after)[0]) == (at.date(), f"{at:%H:%M}")
    if made.query.subcommand in TITLED[1:] + FLOW_LISTS[:1]:
        extents = [top.total_rows for top in made.lists if top.rows and top.total_rows > 1]
        assert set(extents) <= set(numbers(line))
    if not tame and line.endswith("…"):
        return  # a stranger's words took the room
    for note in made.notes:
        words = HEARD[note.kind].format(*note.values) if note.values else HEARD[note.kind]
        if tame or note.kind not in STRANGE:
            assert "{" in words or words in line, note


def _hears_nothing(made: Report, listener: Listener) -> None:
    """No figures, for which dates, and that nothing is not zero."""
    words = " ".join(listener.lines)
    whose = f"{made.account}, " if made.account else ""
    dates = words.removeprefix(f"No figures for {whose}").partition(". Flow XO")[0]
    hears_period(made.period, dates, _edges(made.period)[1].year)
    assert "which is not the same as zero" in words
    assert "Try: /" in words
