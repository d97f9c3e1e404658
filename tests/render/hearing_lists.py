"""What is heard of a top list: its rows, what stands at its foot, and how much of it is shown."""

from __future__ import annotations

import re
from fractions import Fraction

from bot.core.periods import zone_name
from bot.core.query import Subcommand
from bot.core.reports import ListKind, Report, Row, Standing, TopList
from bot.render.plan import MessagePlan, Shown
from tests.render.block_shapes import units
from tests.render.hearing_dates import edges, hears_period, is_later
from tests.render.hearing_units import left_out
from tests.render.reading import Listener, letters, number, numbers, row_of

TITLED = (Subcommand.REPORT, Subcommand.MESSAGES)
_PLACE = re.compile(r"\((?:was )?(\d+)\w\w\)")
_FOOT = (
    r"No flow(?: but hidden ones)? ran|No message text|(?:At least )?[\d\W]*\d (?:more was|"
    r"more were|message was|messages were) sent once.*|[\d\W]*\d other spelling.*|"
    r"[\d\W]*\d hidden|[\d\W]*\d (?:is|are) no longer in the list|"
    r"[\d\W]*\d (?:is|are) only in the list there|No longer in the list: .*|"
    r"Only in the list there: .*|(?:.* b|B)efore: .*"
)


def hears_list(
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
    assert told + left_out(listener, plan, len(rows)) == len(rows)
    foot = []
    while found := listener.taken(_FOOT):
        foot.append(found.group())
    once = max(len(top.rows) - len(rows), top.once) if len(rows) < len(top.rows) else 0
    # Where rows of a list are told, its extent in the context line says how many are hidden.
    listed = top.rows and made.query.subcommand is not Subcommand.FLOW
    hidden = 0 if listed else top.hidden
    _hears_foot(top, (once, hidden), foot, told=private, later=is_later(made))
    before = [one.split("; ") for one in foot if "efore: " in one]
    assert len(before) == bool(made.history)
    for periods in before:
        whose, _, periods[0] = periods[0].partition("efore: ")
        first = top.rows[0] if len(top.rows) > 1 else None
        # One that was renamed needs no end of its id beside its namesake of today.
        end = f" (…{first.id_suffix})" if first and first.id_suffix else ""
        assert whose == (f"{first.name}{end} b" if first else "B")
    for words, standing in zip(*before, made.history, strict=True) if before else ():
        _hears_standing(standing, made, words)


def _hears_standing(standing: Standing, made: Report, words: str) -> None:
    """Of one flow in an earlier time: its count and place there, and which dates those were."""
    ending = ") " if standing.place else "run " if standing.whole else "list "
    told, _, dates = words.partition(ending)
    hears_period(standing.period, dates, edges(made.period)[1].year)
    if standing.place:
        assert numbers(told) == [standing.count, standing.place]
    else:
        assert told == ("did not " if standing.whole else "not in the ")


def _is_row(one: Row, top: TopList, made: Report, line: str) -> bool:
    """Whether the line tells the row: its place, name, count, share and place before."""
    heard = row_of(line)
    if heard is None or (heard.rank, heard.value) != (one.rank, one.count):
        return False
    part = int((one.share or 0) * 100 + Fraction(1, 2))
    part = part if one.share == 1 else min(part, 99)
    assert heard.share == (part if one.share and one.share * 100 >= 1 else None)
    assert heard.broadcast == one.broadcast
    before = place_before(one, top, later=is_later(made))
    assert heard.rest.startswith(before)
    assert bool(heard.rest) == bool(before)
    name = heard.label.removeprefix('"').removesuffix('"')
    if one.id_suffix:
        name, _, end = name.rpartition(" (…")
        assert letters(one.id_suffix) == letters(end)
    if not name.endswith("…") or letters(name) == letters(one.name):
        return not letters(one.name) or letters(name) == letters(one.name)
    assert units(name) > 40
    return letters(one.name).startswith(letters(name))


def place_before(one: Row, top: TopList, *, later: bool) -> str:
    """How what is told of the row's place in the other list begins."""
    if one.movement == "new":
        return "not in the list there" if later else "new"
    if one.was is not None:
        return f"{one.was}" if later else f"was {one.was}"
    short = top.baseline_depth and not top.baseline_whole
    return f"not in the first {top.baseline_depth}" if short else ""


def _hears_foot(
    top: TopList, counted: tuple[int, int], foot: list[str], *, told: bool, later: bool
) -> None:
    once, hidden = counted
    folded = sum(one.spellings - 1 for one in top.rows)
    told_of = {"sent once": once, "other spelling": folded, "hidden": hidden}
    every = max(len(top.gone), top.gone_total)
    told_of["only in" if later else "no longer in"] = 0 if told or not top.gone else every
    sure = [not one.startswith("At least ") for one in foot if "sent once" in one]
    assert all(one == top.whole for one in sure)
    for words, count in told_of.items():
        lines = [
            one
            for one in foot
            if words in one and not one.startswith(("No long", "Only in", "No flow"))
        ]
        assert [numbers(one)[0] for one in lines] == ([count] if count else [])
    start = "Only in the list there: " if later else "No longer in the list: "
    gone = [one for one in foot if one.startswith(start)]
    assert bool(gone) == bool(told and top.gone)
    for line in gone:
        if line.endswith("…"):
            continue  # names that take all the room
        places = [int(one) for one in _PLACE.findall(line)]
        assert places == [one.was for one in top.gone]
        more = every - len(top.gone)
        assert line.endswith(f" and {more} more" if more else ")")


def hears_extents(made: Report, line: str) -> None:
    """How much of each list is shown, and whether that is all there is."""
    words = re.compile(
        r"(?:(The only)|All (\d[\d\W]*?)|The first (\d+) of (the )?(\d[\d\W]*?)|(\d[\d\W]*?)) "
        r"(?:flow|message text)s?(?: that (?:ran|Flow XO gave)|(, there may be more))?"
        r"(?:, (\d[\d\W]*?) hidden aside)?(?: · |$)"
    )
    found = [one.groups() for one in words.finditer(line.partition(zone_name(made.zone))[0])]
    listed = [top for top in made.lists if top.rows]
    assert len(found) == len(listed)
    for (only, every, first, given, of, some, more, aside), top in zip(found, listed, strict=True):
        rows, total = len(top.rows), 1 if only else number(every or of or some or "")
        assert total == top.total_rows
        assert bool(given or more) != top.whole
        assert number(aside or "0") == top.hidden
        assert int(first) == rows if first else rows >= top.total_rows
