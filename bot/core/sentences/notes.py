"""Sentences of what is said beside an answer's figures: its context line and its notes."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # the context line
    "context.read": "read {at}",
    "note.active": '"Active" always looks back 30 days, whatever the period',
    "note.triggers": "Flow XO counts Triggers apart; the two need not match",
    "note.triggers_counted": "Flow XO counts Triggers ({count}) apart; the two need not match",
    "note.chart": "the chart shows {words}",
    "note.left_out.one": "one {unit} without data is left out of the chart",
    "note.left_out.many": "{count} {unit}s without data are left out of the chart",
    "note.left_out_beside.one": (
        "one {unit} is left out of the chart: {dates} has no figure to stand beside it"
    ),
    "note.left_out_beside.many": (
        "{count} {unit}s are left out of the chart: {dates} has no figures to stand beside them"
    ),
    "note.left_out_before.one": "one {unit} of {dates} is left out of the chart",
    "note.left_out_before.many": "{count} {unit}s of {dates} are left out of the chart",
    "note.running_left_out": "the {unit} that is not over is left out of the chart",
    "note.part_left_out": (
        "any {unit} of which the dates hold only a part is left out of the chart"
    ),
    "note.too_few_before": ("the chart leaves the comparison out: too much of {dates} has no data"),
    "note.too_unlike": "no comparison by {unit}: the two differ too much in length",
    "note.coarser_unit": "shown by {used}: too long to show by {asked}",
    "note.months_cut_at": "months cut at {offset}",
    "note.no_comparison": "no comparison: Flow XO has nothing for the other dates",
    "note.baseline_no_data": "no comparison: Flow XO has nothing for {dates}",
    "note.not_by_unit": "Flow XO counts flows over the whole dates only, not by {unit}",
    "note.total_fell": "total users only ever grow, so a fall points to the key or the data",
    "note.no_baseline": "all time has nothing before it to compare with",
    "note.zone_unknown": '{zone}, as I don\'t know your time zone; add "in Europe/Berlin"',
    "note.flow_before": "it was {place} in the time before",
    "note.flow_before.there": "it is {place} in the list of {dates}",
    "note.baseline_failed": "no comparison: Flow XO did not answer for the other dates",
    "note.sums_disagree": (
        "Flow XO's figures by {unit} do not add up to its total of {metric}; the total is shown"
    ),
    "note.baseline_sums_disagree": (
        "for the other dates Flow XO's figures by {unit} do not add up to its total of {metric}; "
        "the total is shown"
    ),
    "note.baseline_no_totals": "Flow XO gave no totals for the other dates",
    "note.no_totals": "Flow XO gave no totals for these dates",
    "note.no_chart": "no chart: too few {unit}s have data",
    "note.nearest": "flows with a name like it: {names}",
}
