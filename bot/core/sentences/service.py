"""The sentences of the service: upstream, rights, busy, not yet, short replies; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # who may ask
    "rights.guest": (
        "I answer full members of this workspace only, and you are here as a guest. "
        "Ask a member to share the answer with you."
    ),
    "rights.stranger": (
        "I answer members of this workspace only, and you belong to another one. "
        "Ask a member to share the answer with you."
    ),
    "rights.workspace": "I am set up for another workspace, so I can't answer here.",
    "rights.nobody": "I answer people only, and Slack says that this account is not in use.",
    "rights.unknown": (
        "Slack can't tell me who you are right now, so I can't show figures. Try again in a minute."
    ),
    "rights.no_direct": "I send figures and files directly to members of this workspace only.",
    "rights.no_direct_hint": (
        "Ask in this channel, with a mention of me: then the answer and its file are posted here."
    ),
    "rights.remove": "Only the person who asked, and workspace admins, can remove this answer.",
    # ways out of an error
    "try": "Try: {command}",
    "error.unnamed": "Something went wrong on my side. Try again in a moment.",
    "button.count": "What I Can Count",
    "button.run": "Run {command}",
    # several accounts at once
    "all.one_metric": "For several accounts I draw one figure at a time: a line for each account.",
    "all.one_metric_hint": "Ask for one of them.",
    # while there is too much to do, or something broke
    "busy": "I have more questions than I can answer at once. Please try again in a moment.",
    "broken": "Something went wrong on my side, and your question was fine. Try again in a moment.",
    "broken_hint": ("If it happens again, tell whoever runs the bot this reference: {reference}."),
    "storage_trouble": "I can't use my database right now, so nothing was changed.",
    "storage_trouble_hint": "Tell whoever runs the bot; the log says what is wrong.",
    # showing an answer to the channel
    "share.members": "{count} people are in this channel.",
    "share.outsiders": "People from outside your workspace, or guests, can read this channel.",
    "share.unknown": "I can't see who can read this channel.",
    "share.unseen": "There may be guests among them: of so many I don't look at each.",
    "share.ask": "Share this answer with everyone in it?",
    "share.anyway": "Share Anyway",
    "reply.nowhere": "I could not answer in that channel; Slack says {reason}.",
    "share.others": "The accounts that this answer was about are not the same any more.",
    "share.others_hint": "Ask again: what you see then can be shared.",
    "share.invite": "To ask on in a thread here, add me to the channel: /invite {mention}",
    "share.closed": "Slack doesn't let me post in this channel; it says {reason}.",
    "share.refused": "Slack did not take the answer; it says {reason}.",
    "share.closed_hint": "Add me with /invite {mention}, then try again.",
    "share.alone_hint": "Asked in private, the answer is for you alone.",
    # what Slack does to any message
    "slack.limited": "Slack asks me to wait before I post again.",
    "slack.limited_hint": "Try again in a minute.",
    "slack.refused_hint": "Try again; if it happens again, tell whoever runs the bot.",
    "reply.lost": (
        "Slack didn't say whether my answer arrived. If it is not there, ask once more."
    ),
    "reply.elsewhere": (
        "Slack didn't take this answer where you asked (it says {reason}), so it is here."
    ),
    "thread.forgotten": "I can't look up what this thread is about right now.",
    "thread.forgotten_hint": "Ask the whole question, such as: stats last week by day",
    "share.lost": (
        "Slack didn't say whether the answer arrived. "
        "Look in the channel before you share it again."
    ),
    # files
    "csv.line": "Here is the CSV you asked for.",
    "csv.sent": "The CSV is in your direct messages with me.",
    "csv.lost": (
        "Slack didn't say whether the CSV arrived. Look there before you ask for it again."
    ),
    "csv.failed": "I couldn't put the CSV there: Slack says {reason}.",
    "csv.failed_hint": (
        "Whoever runs the bot can check that it may upload files (the scope files:write)."
    ),
    # buttons
    "copy.sent": "I sent you a copy; it is in your direct messages with me.",
    "copy.failed": "I couldn't send you a direct message: Slack says {reason}.",
    "remove.lost": "Slack didn't say whether that answer is gone. Press Remove again if it is not.",
    "remove.failed": "I couldn't remove that answer: Slack says {reason}.",
    "button.stale": "I can no longer read what this button asks for. Ask again in words, please.",
}
