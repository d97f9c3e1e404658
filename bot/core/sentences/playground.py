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
    "tour_begins": (
        "A tour: ten questions, one thread, one error, one share. The figures are a sample's."
    ),
    "tour_good": "as it should be",
    "tour_bad": "not as it should be: {problem}",
    "tour_ends": "{good} of {all} steps gave what they should.",
}
