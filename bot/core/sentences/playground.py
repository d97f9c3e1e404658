"""The sentences of the playground around the bot's own answers; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "demo_title": "The Flow XO bot, in a Slack of its own",
    "demo_welcome": (
        "You are in #chatbots of a made-up workspace, with two years of a sample chatbot's "
        "figures. Nothing leaves this machine, and no key is needed. Type a question."
    ),
    "demo_bye": "Bye.",
    "demo_no_thread": (
        "There is no public answer to reply to yet. "
        "Try: @flowxo stats last week, then: reply by day"
    ),
    "demo_not_acked": "The bot did not take that (status {status}).",
    "demo_nothing": "(the bot had nothing to say to that)",
    "demo_no_button": "There is no such button: the ones above go from 1 to {count}.",
    "demo_no_buttons": "There are no buttons yet. Ask something first, such as: stats last 7 days",
    "demo_slack_asks": "Slack asks: {title} {text} ({yes}: y, {no}: n)",
    "demo_not_pressed": "(not pressed)",
    "demo_clock": "It is {at} here ({zone}).",
    "demo_clock_next": "The next digest is due {at}.",
    "demo_clock_nothing": (
        "No digest is due. Set one up, such as: digest weekly on monday at 9am; or resume one."
    ),
    "demo_clock_beyond": "Nothing is due as far as the sample's figures go, {last}.",
    "demo_clock_unread": '"{typed}" is no time that the clock can be set to.',
    "demo_clock_back": "The clock goes forward alone: that time is over.",
    "demo_clock_far": "The sample's figures go no further than {last}.",
    "demo_clock_hint": (
        "Type a day and a time, such as :clock mon 08:59, :clock tomorrow 9:00 or "
        ":clock 2026-12-01 08:59; a time alone, :clock 08:59; or how much later, :clock +2h. "
        ":clock run goes on to the next digest."
    ),
    "demo_colon_unknown": "There is no {typed} here; :clock is what there is.",
    "tour_begins": (
        "A tour: ten questions, one thread, one error, one share. The figures are a sample's."
    ),
    "tour_good": "as it should be",
    "tour_bad": "not as it should be: {problem}",
    "tour_ends": "{good} of {all} steps gave what they should.",
}
