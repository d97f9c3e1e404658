"""Holds what is heard of a message's `text` to the report that it was made of, line by line.

Knows the report and the words that must be heard of it, but not how they are put together.
"""

from __future__ import annotations

import json
import re
from fractions import Fraction

from bot.core.metrics import Metric
from bot.core.periods import zone_name
from bot.core.query import Subcommand
from bot.core.reports import (
    Figure,
    NoteKind,
    Report,
)
from bot.render.message import answer_message
from bot.render.plan import MessagePlan, Shown
from tests.render.block_shapes import units
from tests.render.hearing_dates import edges, hears_period, is_later
from tests.render.hearing_lists import hears_extents, hears_list
from tests.render.hearing_units import hears_points
from tests.render.reading import (
    EARLIER,
    HEARD,
    LABELS,
    Listener,
    clocks,
    days,
    figure,
    letters,
    lines_of,
    number,
    parted,
    percent,
)

STRANGE = (NoteKind.READING, NoteKind.FLOW_NOT_FOUND)  # notes that quote
FLOW_LISTS = (Subcommand.FLOWS, Subcommand.FLOW)


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
    headline = letters(plan.blocks[0]["text"]["text"])
    while len(letters(first)) < len(headline) or not letters(listener.line):
        first += listener.take()  # What is too long for a notification goes on in the next line.
    assert letters(first) == headline
    hears_dates(made, listener.take())
    if made.query.subcommand not in FLOW_LISTS:
        for one in made.figures:
            _hears_figure(one, made, listener.take())
    drawn = made.chart is not None and made.chart.lines and len(made.chart.lines[0].points) > 1
    assert bool(listener.taken("(?:Line|Bar) chart: .+")) == bool(drawn)
    typed = made.query.subcommand is Subcommand.CHART or made.query.unit is not None
    if typed and made.series:
        hears_points(made, listener, plan)
    for top in made.lists:
        hears_list(top, made, shown, listener, plan)
    _hears_context(made, listener.take(), tame=tame)
    replies = shown.public and shown.threaded
    assert bool(listener.taken(f'Reply "{shown.mention} .+"')) == replies
    assert listener.line == ""
    if tame and is_later(made):
        hears_nothing_earlier(plan)


def hears_nothing_earlier(plan: MessagePlan) -> None:
    """No word of what was before, in the text and in every block; what never changes apart."""
    shown = json.dumps([one for one in plan.blocks if one["type"] != "actions"])
    for words in (*plan.text.split("\n"), shown):
        for same in ("Before: ", " before: ", "all time has nothing before it to compare with"):
            words = words.replace(same, "")
        words = re.sub(r"(?:message|more) (?:was|were) sent once", "", words)
        assert not EARLIER.search(words), words


def hears_dates(made: Report, line: str) -> None:
    """Hold the second line to both periods."""
    assert ("(so far)" in line) == made.so_far
    this, compared, before = line.partition(", compared with ")
    year = edges(made.period)[1].year
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
        grown = heard.rest
        if is_later(made):
            there, grown = parted(heard.rest, "against ")
            assert number(there.partition(" ")[0]) == one.baseline
        assert grown[0] in "+−"
        assert number(grown) == (one.value or 0) - (one.baseline or 0)
    elif is_later(made):
        there, change = parted(heard.rest.partition(";")[0], "against ")
        assert number(there.partition(" ")[0]) == one.baseline
        hears_change(one, change)
    elif one.value and one.baseline == 0:
        assert heard.rest.partition(";")[0] == "new"
    else:
        was, change = parted(heard.rest.partition(";")[0])
        assert number(was) == one.baseline
        hears_change(one, change)


def hears_change(one: Figure, change: str) -> None:
    """Hold what is said of a change to the two figures, as exactly as it is rounded."""
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


def _hears_context(made: Report, line: str, *, tame: bool) -> None:
    """Where and when it was read, and every note."""
    assert zone_name(made.zone) in line
    at = made.read_at.astimezone(made.zone)
    _, read, after = line.partition("read ")
    assert read
    assert (days(after[:20], at.year)[0], clocks(after)[0]) == (at.date(), f"{at:%H:%M}")
    if made.query.subcommand is not Subcommand.FLOW:
        hears_extents(made, line)
    if not tame and line.endswith("…"):
        return  # a stranger's words took the room
    for note in made.notes:
        words = HEARD[note.kind].format(*note.values) if note.values else HEARD[note.kind]
        if tame or note.kind not in STRANGE:
            assert "{" in words or words in line, note
        if note.kind is NoteKind.FLOW_BEFORE:
            later = is_later(made)
            verb, where = ("is", "list of") if later else ("was", "time before")
            assert re.search(rf"it {verb} {note.values[0]}\w\w in the {where}", line), note
    _hears_gaps(made, line)


def _hears_gaps(made: Report, line: str) -> None:
    """What the chart leaves out, and which of the two times has no data for it."""
    chart, other = made.chart, made.baseline
    if chart is None or not chart.lines:
        return
    unit = chart.unit.value
    counts = [(chart.left_out, rf"{unit}s? without data (?:is|are) left out of the chart")]
    dates = r"(.+?)"
    beside = rf"{unit}s? (?:is|are) left out of the chart: {dates} has no figures? to stand beside"
    before = rf"{unit}s? of {dates} (?:is|are) left out of the chart"
    counts += [(chart.left_out_beside, beside), (chart.left_out_before, before)]
    for index, (count, words) in enumerate(counts):
        found = re.search(rf"(one|\d+) {words}", line)
        told = count and (index == 0 or other is not None)
        assert bool(found) == bool(told), (count, words)
        if found:
            assert found[1] == ("one" if count == 1 else str(count))
        if found and index and other is not None:
            hears_period(other, found[2], edges(made.period)[1].year)


def _hears_nothing(made: Report, listener: Listener) -> None:
    """No figures, for which dates, and that nothing is not zero."""
    words = " ".join(listener.lines)
    whose = f"{made.account}, " if made.account else ""
    dates = words.removeprefix(f"No figures for {whose}").partition(". Flow XO")[0]
    hears_period(made.period, dates, edges(made.period)[1].year)
    assert "which is not the same as zero" in words
    assert "Try: /" in words
