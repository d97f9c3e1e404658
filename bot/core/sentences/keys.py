"""The sentences about connecting an account, its key, and whoever can mend it; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # what was typed into a form
    "key.empty": "Paste the API key here.",
    "key.too_long": "That is too long to be a Flow XO API key.",
    "key.of_slack": (
        "That is a token of Slack's. The key is in Flow XO, under Settings, API & Webhooks."
    ),
    "key.refused": (
        "Flow XO refuses this key. Copy it again from Settings, API & Webhooks. Nothing was saved."
    ),
    "key.busy": (
        "Flow XO asked me to wait, so I could not try the key. Nothing was saved: try again in a "
        "minute."
    ),
    "key.unreached": (
        "I can't reach Flow XO just now, so I could not try the key. Nothing was saved: try again "
        "in a minute."
    ),
    "key.nonsense": (
        "Something answered this key that I can't trust to be Flow XO. Nothing was saved: try "
        "again in a few minutes."
    ),
    "key.known": "This key is connected already, as {account}.",
    "key.known_unseen": "This key is connected already, for an account that you can't see here.",
    "key.same": "That is the key that {account} has now. Nothing was changed.",
    "key.is_name": (
        "This key is the account's name, which others read. Make another one in Flow XO."
    ),
    "key.cleaned": "I left out what stood around the key: blanks, quotes or the word Bearer.",
    "name.empty": "Give the account a name that people can say.",
    "name.unusable": "That name can't be used here. Choose another one.",
    "name.taken": "Another account has that name. Choose another one.",
    # who may
    "connect.members": "Only full members of this workspace can connect accounts.",
    "connect.admins": "Only workspace admins can connect accounts here.",
    "connect.chosen": (
        "Only workspace admins, and people whom they chose, can connect accounts here."
    ),
    # no account yet
    "connect.offer": "Connect one with its API key, or ask whoever has it.",
    "connect.offer_ask": "{reason} Ask one of them.",
    "secret.connect": (
        "That looks like an API key. Delete your message, replace the key in Flow XO, then "
        "press Connect."
    ),
    "secret.ask": (
        "That looks like an API key. Delete your message, then replace the key in Flow XO."
    ),
    # the way to a form
    "connect.link": "On this page you type the API key of {account}.",
    "connect.link_unnamed": "On this page you type the account's API key.",
    "connect.link_once": "Only you see this link. It works once, for ten minutes.",
    "connect.press": "Press the button, then type the API key of {account}.",
    "connect.press_unnamed": "Press the button, then type the account's API key.",
    "connect.too_late": (
        "Slack gives me three seconds to open a form, and it took longer. Press the button again."
    ),
    "connect.not_opened": "Slack did not open the form; it says {reason}.",
    "button.page": "Open the Page",
    "button.connect": "Connect",
    "button.ask_owner": "Ask an Owner",
    "button.replace_key": "Replace Key",
    "button.replace_key_of": "Replace Key of {account}",
    "button.remind": "Remind Them",
    "button.undo": "Undo",
    # the forms in Slack
    "key_form.connect": "Connect an Account",
    "key_form.replace": "Replace a Key",
    "key_form.ask": "Ask an Owner",
    "key_form.remind": "Remind an Admin",
    "key_form.note": "Your Account",
    "key_form.save": "Try and Save",
    "key_form.send": "Ask",
    "key_form.remind_send": "Remind",
    "key_form.cancel": "Cancel",
    "key_form.close": "Close",
    "key_form.promise": (
        "I try the key with one question about figures, keep it encrypted and never show it "
        "again. I only ever read figures with it."
    ),
    "key_form.of": "The account is {account}.",
    "key_form.name": "Name",
    "key_form.name_hint": 'As people will ask for it: "stats for Acme".',
    "key_form.key": "Flow XO API key",
    "key_form.key_hint": (
        "In Flow XO: Settings, then API & Webhooks. Only the owner of the Flow XO account sees it."
    ),
    "key_form.person": "Who has the API key?",
    "key_form.person_hint": (
        "I send them a private form. You never see the key, and they own the account here."
    ),
    "key_form.admin": "Which workspace admin?",
    "key_form.admin_hint": "I tell them in a direct message that Flow XO refuses the key.",
    "key_form.working": "One moment, please.",
    "key_form.saved": "That is done. I sent you a message about it.",
    # what was saved
    "saved.connected": "{account} is connected, as #{number}. You own it here.",
    "saved.replaced": "{account} has a new key, and it works.",
    "saved.zone": "Its days begin at midnight in {zone}, your own time zone in Slack.",
    "saved.zone_unknown": "Its days begin at midnight in the time zone of whoever asks.",
    "saved.everyone": "Every member of this workspace may ask about it.",
    "saved.settings": "To change that: {command}",
    "saved.asked_for": "{person} asked for it.",
    "saved.told": "{person} connected {account}, as you asked.",
    "saved.told_replaced": "{person} gave {account} a new key.",
    "undo.title": "Undo this?",
    "undo.text": "{account} is taken out again, and its key is deleted.",
    "undo.keep": "Keep It",
    "undo.done": "{account} was taken out again, and its key is deleted.",
    "undo.late": "That was more than a day ago, so it can't be undone with this button.",
    "undo.late_hint": "To take the account out: {command}",
    # asking somebody else
    "ask.self": "That is you. Choose somebody else.",
    "ask.nobody": "Only a full member of this workspace can connect an account.",
    "ask.may_not": "{person} may not connect accounts here. Choose a workspace admin.",
    "ask.sent": "I asked {person}. You will hear from me once the account is connected.",
    "ask.failed": "I could not send {person} a direct message: Slack says {reason}.",
    "ask.told": "{person} asks you to connect a Flow XO account to this workspace.",
    "ask.told_hint": (
        "You type its API key in a form of your own, which nobody else sees, and own the account "
        "here."
    ),
    "ask.waiting": "What they would like to know: {question}",
    # a key that is refused
    "refused.since": (
        "I can't read {account}: Flow XO has refused its API key since {since}. "
        "Your question was fine."
    ),
    "refused.owner": "{person} and workspace admins can replace the key.",
    "refused.admins": "Workspace admins can replace the key.",
    "refused.yours": "You can replace the key.",
    "refused.told": "{person} was told on {when}.",
    "refused.told_one": "One of them was told on {when}.",
    "refused.operator": "Whoever runs the bot sets FLOWXO_API_KEY to another key and restarts it.",
    "refused.owner_told": "Flow XO has refused the API key of {account} since {since}.",
    "refused.until": "Nobody can read those figures until there is another key.",
    "remind.sent": "I told {person}.",
    "remind.already": "{person} was told on {when}, and is told once a day at most.",
    "remind.already_one": "A workspace admin was told on {when}; one is told once a day at most.",
    "remind.may_not": "{person} can't have that key replaced. Choose a workspace admin.",
    "remind.works": "Flow XO takes that key again. Ask once more.",
    "remind.told": (
        "{person} asks you to replace the API key of {account}: Flow XO has refused it since "
        "{since}."
    ),
    "remind.told_operator": (
        "{person} asks you to see to the bot's own API key: Flow XO has refused it since {since}."
    ),
    "moment.day": "{weekday} {day}, {time}",
    "weekday.short.0": "Mon",
    "weekday.short.1": "Tue",
    "weekday.short.2": "Wed",
    "weekday.short.3": "Thu",
    "weekday.short.4": "Fri",
    "weekday.short.5": "Sat",
    "weekday.short.6": "Sun",
}
