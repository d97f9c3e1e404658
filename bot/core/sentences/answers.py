"""The sentences of answers: headlines, dates, changes, lists, notes, buttons; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # words
    "words.and": "{first} and {last}",
    "words.quoted": '"{text}"',
    "try": "Try: {command}",
    "unit.minute": "minute",
    "unit.hour": "hour",
    "unit.day": "day",
    "unit.week": "week",
    "unit.month": "month",
    "unit.quarter": "quarter",
    "unit.year": "year",
    "unit.title.minute": "Minute",
    "unit.title.hour": "Hour",
    "unit.title.day": "Day",
    "unit.title.week": "Week",
    "unit.title.month": "Month",
    "unit.title.quarter": "Quarter",
    "unit.title.year": "Year",
    "unit.title.weekend": "Weekend",
    "length.hours.one": "hour",
    "length.hours.many": "{count} hours",
    "length.minutes.one": "minute",
    "length.minutes.many": "{count} minutes",
    # counted things, inside a sentence
    "noun.new_users.none": "no new users",
    "noun.new_users.one": "{count} new user",
    "noun.new_users.many": "{count} new users",
    "noun.triggers.none": "no triggers",
    "noun.triggers.one": "{count} trigger",
    "noun.triggers.many": "{count} triggers",
    "noun.received_messages.none": "no messages received",
    "noun.received_messages.one": "{count} message received",
    "noun.received_messages.many": "{count} messages received",
    "noun.sent_messages.none": "no messages sent",
    "noun.sent_messages.one": "{count} message sent",
    "noun.sent_messages.many": "{count} messages sent",
    "noun.total_users.none": "no users in all",
    "noun.total_users.one": "{count} user in all",
    "noun.total_users.many": "{count} users in all",
    "noun.active_users.none": "no active users (30 days)",
    "noun.active_users.one": "{count} active user (30 days)",
    "noun.active_users.many": "{count} active users (30 days)",
    # when, inside a sentence
    "when.so_far": "{when} so far",
    "when.all_time": "since the beginning",
    "when.since": "since {day}",
    "when.elapsed": "in the {length} to {end}",
    "when.in": "in {unit}",
    "when.day": "on {day}",
    "when.week": "in the week of {day}",
    "when.weekend": "on the weekend of {day}",
    "when.stretch": "from {first} to {last}",
    "when.times": "on {range}",
    # the second line
    "dates.until": "{days}, to {time}",
    "dates.so_far": "{dates} (so far)",
    "dates.compared": "{dates}, compared with {baseline}",
    "dates.longer.one": "one day longer",
    "dates.longer.many": "{count} days longer",
    "dates.shorter.one": "one day shorter",
    "dates.shorter.many": "{count} days shorter",
    # headlines
    "head.account": "{account}: {line}",
    "head.metric": "{fact} {when}",
    "head.up": "{fact}, up from {was}{by}",
    "head.down": "{fact}, down from {was}{by}",
    "head.same": "{fact}, the same as before",
    "head.missing": "{label}: no figure {when}",
    "head.messages": "{received} and {sent} sent {when}",
    "head.no_messages": "No messages {when}",
    "head.no_figures": "No figures {when}",
    "head.no_flow": "No flow ran {when}",
    "head.led": "{name} led with {starts}",
    "head.two_led": "{first} and {second} led with {count} flow starts each",
    "head.flows_tied": "{flows} flows share the lead with {count} starts each",
    "head.starts.one": "{count} flow start",
    "head.starts.many": "{count} flow starts",
    "head.of_starts": "{count} of {total}{share}",
    "head.one_flow": "{name}: {starts} {when}",
    "head.flow_missing": "No flow named {name} ran {when}",
    "head.several": "{names} by {unit} {when}",
    "head.peak": ", most {at} ({count})",
    "peak.hour": "at {time} on {day}",
    # changes
    "change.was": "was {was}",
    "change.was_by": "was {was}, {by}",
    "change.same": "was {was}, no change",
    "change.new": "new",
    "change.same_days": "; {count} of the {all} days are the same",
    # lists
    "list.flows.title": "Top flows",
    "list.messages.title": "Top messages",
    "list.blank": "(no name)",
    "list.new": "new",
    "list.was": "was {place}",
    "list.not_in_first": "not in the first {depth} before",
    "list.gone": "No longer in the list: {names}",
    "list.gone_one": "{name} (was {place})",
    "list.gone_counted.one": "{count} is no longer in the list",
    "list.gone_counted.many": "{count} are no longer in the list",
    "list.once.one": "{count} more was sent once",
    "list.once.many": "{count} more were sent once",
    "list.all_once.one": "{count} message was sent once",
    "list.all_once.many": "{count} messages were sent once each",
    "list.sent_once": "(messages sent once)",
    "list.flows.all.one": "The only flow that ran",
    "list.flows.all.many": "All {count} flows that ran",
    "list.flows.first": "The first {rows} of {total} flows that ran",
    "list.flows.given": "The first {rows} of the {total} flows that Flow XO gave",
    "list.messages.all.one": "The only message text",
    "list.messages.all.many": "All {count} message texts",
    "list.messages.first": "The first {rows} of {total} message texts",
    "list.messages.given": "The first {rows} of the {total} message texts that Flow XO gave",
    "more.table": "{count} more in the table and the CSV",
    "more.csv": "{count} more in the CSV",
    # tables
    "table.place": "Place",
    "table.flows": "Flow",
    "table.flows.count": "Starts",
    "table.messages": "Message",
    "table.messages.count": "Times",
    "table.share": "Share",
    "table.before": "Before",
    "table.under_one": "under 1 %",
    "table.series": "Figures by {unit}",
    "table.earlier": ", before",
    "table.unit.hour": "Hour",
    "table.unit.day": "Day",
    "table.unit.week": "Week",
    "table.unit.month": "Month",
    "table.unit.quarter": "Quarter",
    "table.unit.year": "Year",
    # charts
    "chart.metric.new_users": "New users",
    "chart.metric.triggers": "Triggers",
    "chart.metric.received_messages": "Messages received",
    "chart.metric.sent_messages": "Messages sent",
    "chart.metric.total_users": "Total users",
    "chart.metric.active_users": "Active (30 days)",
    "chart.metric_before": "{name} before",
    "chart.this": "This period",
    "chart.before": "The period before",
    "chart.each_before": "each beside the period before",
    "chart.several": "Several figures",
    "chart.per": "{label} per {unit}",
    "chart.at": "{label} by {unit}",
    "chart.group.sum": "{count}-{unit} averages",
    "chart.group.snapshot": "last of every {count} {unit}s",
    "chart.group.mixed": "{count}-{unit} points",
    "chart.by_unit.sum": "averages by {unit}",
    "chart.by_unit.snapshot": "last of each {unit}",
    "chart.by_unit.mixed": "points by {unit}",
    "chart.line": "Line chart: {title}",
    "chart.bar": "Bar chart: {title}",
    "point.running": " (so far)",
    "point.part": "{label} (part)",
    "point.earlier": " (before: {value})",
    # the context line
    "context.read": "read {at}",
    "note.active": '"Active" always looks back 30 days, whatever the period',
    "note.triggers": "Flow XO counts Triggers apart; the two need not match",
    "note.triggers_counted": "Flow XO counts Triggers ({count}) apart; the two need not match",
    "note.chart": "the chart shows {words}",
    "note.left_out.one": "one {unit} without data is left out of the chart",
    "note.left_out.many": "{count} {unit}s without data are left out of the chart",
    "note.running_left_out": "the {unit} that is not over is left out of the chart",
    "note.part_left_out": (
        "any {unit} of which the dates hold only a part is left out of the chart"
    ),
    "note.too_few_before": (
        "the chart leaves the comparison out: too much of the time before has no data"
    ),
    "note.too_unlike": "the chart leaves the comparison out: the two differ too much in length",
    "note.coarser_unit": "shown by {used}: too long to show by {asked}",
    "note.months_cut_at": "months cut at {offset}",
    "note.no_comparison": "no comparison: Flow XO has nothing for the time before",
    "note.baseline_no_data": "no comparison: Flow XO has nothing for {dates}",
    "note.total_fell": "total users only ever grow, so a fall points to the key or the data",
    "note.no_baseline": "all time has nothing before it to compare with",
    "note.zone_unknown": '{zone}, as I don\'t know your time zone; add "in Europe/Berlin"',
    "note.nearest": "flows with a name like it: {names}",
    # no data
    "none.figures": "No figures for {what}.",
    "none.account": "{account}, {dates}",
    "none.not_zero": (
        "Flow XO answered but has nothing for those days, which is not the same as zero."
    ),
    "none.suggestion": "stats last 30 days",
    # while working
    "working": "Working on it…",
    "working.dates": "Working on it: {dates}…",
    # the last line of a public answer
    "reply": 'Reply "{mention} {words}"',
    # buttons
    "button.share": "Share to Channel",
    "button.previous": "Previous {unit}",
    "button.remove": "Remove",
    "button.remove.title": "Remove this answer?",
    "button.remove.text": "It goes for everyone in the channel. Asking again brings it back.",
    "button.remove.keep": "Keep",
    "button.csv": "CSV",
    "button.last_year": "Compare with Last Year",
    "button.again": "Ask Again for Now",
    "button.what": "What Is This?",
    "button.copy": "Send Me a Copy",
    "button.run": "Run {command}",
    "button.count": "What I Can Count",
    # help
    "help.first": "Ask about your Flow XO chatbots in plain words.",
    "help.private": "Only you will see the answer.",
    "help.dates": (
        "Dates as you say them: today, last 30 days, 3–5 march, q3. "
        'Add "vs last year", "as csv" or "public".'
    ),
    "help.zone": "Days begin at midnight in {zone}.",
    "help.thread": "In a thread, write {mention} instead.",
    "help.last_7_days": "Last 7 Days",
    "help.top_flows": "Top Flows",
    "help.all_commands": "All Commands",
    "help.no_topic": 'I have no help on "{topic}". Here is the short one.',
    "help.later": "That comes with a later version. What works today:",
    "help.commands": (
        "All commands. A period is any dates you would say; without one it is the last 7 days."
    ),
    "help.modifiers": (
        "Add, in any order: by hour, by day, by week, by month, vs previous, vs last year, "
        "vs october, no comparison, top 20, in Europe/Berlin, as csv, public."
    ),
    "help.topics": (
        "More with help dates, help dashboard, help counts, help comparing, help sharing, "
        "help threads."
    ),
    "help.comparing": (
        "Most answers stand beside the period before: a month beside the month before, "
        "7 days beside the 7 days before.\n"
        "A period that is not over is compared only as far as it has come, and marked so far.\n"
        "Add vs last year, vs october or no comparison.\n"
        "A percent is shown only where the earlier figure is at least 30."
    ),
    "help.sharing": (
        "Only you see the answer to a command, until you press Share to Channel or add public.\n"
        "Add as csv, or press CSV under More, for every figure in a file.\n"
        "In public, messages that were sent once are counted, not quoted."
    ),
    "help.threads": (
        "Reply in the thread of a public answer with {mention} by day, {mention} vs last year or "
        "{mention} as csv.\n"
        "The reply is about the dates that were shown. Commands cannot run in threads."
    ),
    "help.aliases": "Also: {names}.",
    "help.counts": "What Flow XO counts, and so what I can show:",
    "help.not_counted": (
        "Not counted by Flow XO: retention, revenue, sessions, countries, platforms, "
        "one chatbot on its own."
    ),
    "help.dashboard": "Why does the dashboard say something else? Mostly for one of five reasons:",
    "help.your_zone": "the zone named under each answer",
    "help.dashboard.zone": "Time zone",
    "help.dashboard.zone.why": (
        ": days here begin at midnight in {zone}; the dashboard takes your browser's zone."
    ),
    "help.dashboard.running": "The running day",
    "help.dashboard.running.why": (
        ": it still grows. An answer says when it was read, and compares only as far as that."
    ),
    "help.dashboard.active": "Active users",
    "help.dashboard.active.why": (
        ": they always look back 30 days from the end of the period, however short it is."
    ),
    "help.dashboard.chatbots": "Several chatbots",
    "help.dashboard.chatbots.why": (
        ": a person counts once in each chatbot, and every figure is of the whole account."
    ),
    "help.dashboard.triggers": "Triggers and flow starts",
    "help.dashboard.triggers.why": (
        ": Flow XO counts the two apart. A broadcast counts once for each recipient."
    ),
    "help.dates.first": "Dates as you say them, after any command:",
    "help.dates.1": "Days|today, yesterday, last friday, 12 may, 2026-05-12",
    "help.dates.2": "Whole units before this one|last 7 days, last week, last 3 months",
    "help.dates.3": "So far|this week, this month, since monday, since 3 nov",
    "help.dates.4": "Units|october, oct 2021, q3, q3 2025, 2025, week 12",
    "help.dates.5": "From and to|3–5 march, 1 oct to 30 nov, monday to friday",
    "help.dates.6": "By the clock|last 24 hours, last 90 minutes",
    "home.title": "Your Flow XO figures",
    "home.private": "Answers to the buttons come as a direct message; only you see them.",
    # errors
    "error.unnamed": "Something went wrong on my side. Try again in a moment.",
}
