"""The sentences of the help and of the Home tab; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
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
    "help.digest.said": (
        "Say with it whose figures (for Acme, for all), what it shows (only stats and top flows, "
        "without messages, top 7), beside what (vs last year), and where it goes (to me). It is "
        "read back before anything is saved; digest edit #7 changes it."
    ),
    "help.digest.done": "What can be done with one, by its number:",
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
    "help.dashboard.folded": "Messages counted together",
    "help.dashboard.folded.why": (
        ": texts that differ only in case, blanks or punctuation are one row here, and the answer "
        "says how many."
    ),
    "help.dashboard.hidden": "Hidden flows",
    "help.dashboard.hidden.why": (
        ": the flows that an account hides are in no top list, place or share here, and the "
        "answer says how many."
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
}
