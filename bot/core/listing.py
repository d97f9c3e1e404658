"""The lists of a report, and of one flow its standing in the periods before; words nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.needs import Needs
from bot.core.query import Subcommand
from bot.core.reports import ListKind, Note, NoteKind, Standing, TopList
from bot.core.results import Results
from bot.core.toplists import (
    Discretion,
    Entry,
    build_list,
    flow_entries,
    hidden_keys,
    is_whole,
    joined,
    message_entries,
    named,
    nearest,
    ranked,
)


def lists(needs: Needs, results: Results, discretion: Discretion) -> Iterator[TopList]:
    """The lists that were asked for, with what the account keeps to itself left out."""
    for kind in needs.lists:
        if kind is ListKind.FLOWS:
            entries = flow_entries(results.flows or ())
            before = results.flows_before
            earlier = None if before is None else flow_entries(before)
            only = _only(needs, entries)
            # Who asks for a flow by its name sees it, hidden or not.
            hide = hidden_keys([*entries, *(earlier or ())], discretion.hide) - (
                only or frozenset()
            )
            yield build_list(kind, entries, earlier, needs.top, only, hide)
        else:
            mask, before_that = discretion.mask, results.messages_before
            yield build_list(
                kind,
                message_entries(results.messages or (), mask),
                None if before_that is None else message_entries(before_that, mask),
                needs.top,
            )


def _only(needs: Needs, entries: Sequence[Entry]) -> frozenset[str] | None:
    """The flow that is asked for; None when it is the whole list."""
    if needs.query.subcommand is not Subcommand.FLOW:
        return None
    return named(needs.query.flow or "", entries)


def history(needs: Needs, results: Results, discretion: Discretion) -> Iterator[Standing]:
    """Where the flow that is asked for stood in the periods before, the latest first."""
    entries = flow_entries(results.flows or ())
    asked = _only(needs, entries) or ()
    # Of several with this name it is the one that stands first.
    key = next((entry.key for _, entry in ranked(joined(entries)) if entry.key in asked), None)
    if key is None:
        return
    for period, rows in zip(needs.earlier, results.flows_earlier, strict=False):
        if rows is None:
            continue
        every = flow_entries(rows)
        hide = hidden_keys(every, discretion.hide) - {key}
        seen = [one for one in joined(every) if one.key not in hide]
        held = [one for one in ranked(seen) if one[1].key == key]
        place, count = (held[0][0], held[0][1].count) if held else (None, None)
        yield Standing(period, place, count, whole=is_whole(len(rows)))


def flow_not_found(needs: Needs, results: Results, discretion: Discretion) -> Iterator[Note]:
    """Of a name that no flow has: the place it had before, and names that are like it."""
    name = needs.query.flow or ""
    entries, before = (flow_entries(rows or ()) for rows in (results.flows, results.flows_before))
    if named(name, entries):
        return
    gone = named(name, joined(before))
    # As in the lists: hidden flows are not there, but for the one that is asked for.
    hide = hidden_keys([*entries, *before], discretion.hide) - gone
    seen = [one for one in joined(before) if one.key not in hide]
    if places := [place for place, entry in ranked(seen) if entry.key in gone]:
        yield Note(NoteKind.FLOW_BEFORE, (places[0],))
    alike = [one for one in entries if one.key not in hide]
    alike += [one for one in seen if one.key not in gone]
    yield Note(NoteKind.FLOW_NOT_FOUND, nearest(name, alike))
