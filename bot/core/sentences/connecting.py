"""The sentences of the page on which a key is typed; data only, and English alone for now."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "connect.page.title": "Connect {account}",
    "connect.page.title_unnamed": "Connect a Flow XO account",
    "connect.page.replace_title": "Replace the key of {account}",
    "connect.page.for": "In the Slack workspace {workspace}, for the Flow XO bot.",
    "connect.page.name": "Name",
    "connect.page.name_hint": "As people will ask for it: stats for Acme.",
    "connect.page.key": "Flow XO API key",
    "connect.page.key_hint": (
        "In Flow XO: Settings, then API & Webhooks. Only the owner of the Flow XO account sees it."
    ),
    "connect.page.go": "Try and Save",
    "connect.page.promise": (
        "The key is tried with one question about figures, kept encrypted and never shown again. "
        "The bot only ever reads figures with it. This page works once and for ten minutes."
    ),
    "connect.page.done": "Connected",
    "connect.page.done_hint": (
        "You can close this page. Slack has a message for you about what was saved."
    ),
    "connect.page.closed": "This link doesn't work any more",
    "connect.page.closed_hint": (
        "A link to connect an account works once and for ten minutes. "
        "For a new one, type /flowxo connect in Slack, or press the button there again."
    ),
    "connect.page.odd": "That did not come from this page",
    "connect.page.odd_hint": "Nothing was saved. Go back, reload the page and try again.",
    "connect.page.trouble": "Something went wrong on our side",
    "connect.page.trouble_hint": "Nothing was saved. Try again in a minute.",
}
