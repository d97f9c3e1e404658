"""The sentences of answers about several accounts at once; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # whom it is about
    "all.every": "All {count} accounts",
    "all.some": "{counted} of {count} accounts",
    "all.names_more": "{names} and {count} more",
    "all.noted": "{names}: {note}",
    # headlines
    "all.flows_ran": "Flows ran in {count} of them {when}",
    "all.flow_ran": "{name} ran in {count} of them {when}",
    "all.flow_ran_perhaps": "{name} ran in {count} of them {when}, perhaps in more",
    "all.course": "{label} by {unit} {when}",
    "all.nothing": "No figures of any account {when}",
    # a total, and an account's line
    "all.both": "{count} accounts have both: {value}, {change}",
    "all.row": "{account}: {told}",
    "all.figure": "{noun} {value}",
    "all.figure_beside": "{noun} {value} ({change})",
    "all.no_data": "no figures",
    "all.flow_none": "no flow of this name ran",
    "all.flow_unseen": "not among the first {rows} flows; there may be more",
    # why an account has no figures
    "all.missing.refused": "Flow XO has refused its key",
    "all.missing.busy": "Flow XO asked me to wait",
    "all.missing.down": "Flow XO could not be reached, or failed",
    "all.missing.late": "did not answer in time",
    "all.missing.nonsense": "Flow XO's answer can't be trusted",
    "all.missing.not_begun": "there the dates have not begun yet",
    "all.missing.broken": "something went wrong on my side",
    # the table, the charts, the pages
    "all.table": "Figures by account",
    "all.table.account": "Account",
    "all.chart.title": "{label} by account",
    "all.chart.lines": "{chart}, a line for each account",
    "all.points_in_csv": "The CSV has every account's course",
    "page.accounts": "Accounts {first}–{last} of {total}",
    "more.accounts.table": "More accounts in the table and the CSV: {count}",
    "more.accounts.csv": "More accounts in the CSV: {count}",
    # the context line
    "all.zones": "Dates in each account's own time zone: {zones}",
    "all.zone": "{zone} ({count})",
    "all.zones_more": "{zones} and others",
    "all.read": "read {at} ({zone})",
    "all.running": "what is not over stops there at that moment",
    "all.users": "users are not added up: one person may be counted in several accounts",
    "all.first_rows": "each account's first {count} rows",
    "all.left_out": "the first {count} by name; any other can be asked for by its name",
    "all.whole_dates": "for several accounts figures are over the whole dates, not by {unit}",
    "all.largest": "the chart shows the {count} largest",
    "all.undrawn": "accounts left out of the chart, as smaller or with too many gaps: {count}",
    "all.no_line_beside": "the chart has no lines for {dates}",
    # files
    "all.have_both": "of the {count} accounts that have both",
}
