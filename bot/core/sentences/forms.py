"""The sentences of settings: a person's, an account's, a channel's; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "form.save": "Save",
    "form.cancel": "Cancel",
    "form.open": "Open Settings",
    "form.press": "Press the button to open the settings.",
    # what became of a form
    "form.saved": "Saved.",
    "form.unchanged": "Nothing was changed.",
    "form.nothing_saved": "Nothing was saved.",
    "form.changed": "{field}: {before} → {after}",
    # a person's
    "form.person": "Settings",
    "form.date_order": "Dates in figures",
    "form.date_order_hint": "How 05/06/2026 is read when you ask.",
    "form.as_slack": "As my Slack has it",
    "form.day_first": "Day first: 5 June",
    "form.month_first": "Month first: 6 May",
    "form.language": "Language",
    "form.language_hint": "Of help, errors and settings; the figures' words are English for now.",
    "form.as_typed": "The one that I write in",
    "form.connecting": "Who may connect accounts",
    "form.connecting.everyone": "Every member of this workspace",
    "form.connecting.admins": "Workspace admins alone",
    "form.connecting.named": "The people named below, and admins",
    "form.connectors": "People who may connect",
    "form.connectors_hint": "They count only while people are named above.",
    "form.nobody_named": "Name at least one person, or choose another line above.",
    "form.no_member": "{name} is no full member of this workspace, so can't connect accounts.",
    "form.connecting_saved": "Who may connect accounts is set anew.",
    "form.open_account": "Settings of an account",
    "form.open_channel": "Settings of This Channel",
    # an account's
    "form.account": "Account Settings",
    "form.name": "Name",
    "form.name_taken": "Another account is called {name} already.",
    "form.zone": "Time zone",
    "form.zone_hint": (
        "Where its days begin: a city or a name such as Europe/Berlin. Empty: each asker's own."
    ),
    "form.zone_fixed": (
        "Its days begin by {zone}: that is set by FLOWXO_TIMEZONE where the bot runs."
    ),
    "form.zone_offset": (
        "Name a place, such as Europe/Berlin: an offset doesn't know when clocks change."
    ),
    "form.own_clock": "each asker's own",
    "form.week": "Weeks start on",
    "form.visibility": "Where it may be asked about",
    "form.visibility.workspace": "Everywhere, by every member of this workspace",
    "form.visibility.channels": "Only in channels whose own account it is",
    "form.visibility_hint": (
        "Its owner and workspace admins may ask everywhere but in a client's channel of another."
    ),
    "form.masking": "Top messages",
    "form.masked": "Mask e-mail addresses, numbers and the like",
    "form.masking_hint": (
        "Strangers typed them: without this, whoever may ask reads what they wrote of themselves."
    ),
    "form.masking_on": "Personal data in top messages is masked from now on.",
    "form.masking_off": "Top messages are shown as they were typed from now on.",
    "form.hidden": "Hidden flows",
    "form.hidden_hint": (
        "Helpers that only crowd the lists: they are left out, and how many is said."
    ),
    "form.now_hidden": "Hidden in lists: {names}",
    "form.now_shown": "Shown again: {names}",
    "form.flows_wait": "Looking up the flows of the last 30 days …",
    "form.flows_failed": (
        "Flow XO doesn't say right now which flows ran; what is hidden already stands here."
    ),
    "form.flows_left": "Flows that ran and have no room in this menu: {count}.",
    "form.flows_none": "No flow ran in the last 30 days, so there is none to hide.",
    # a channel's
    "form.channel": "This Channel",
    "form.channel_account": "Its account",
    "form.channel_account_hint": "The one that questions here are about where they name none.",
    "form.no_account": "None",
    "form.many": "There are more accounts than a menu holds: choose it with {command} first.",
    "form.client": "A client's channel",
    "form.client_hint": (
        "Outsiders are guests and people from other companies who are in this channel."
    ),
    "form.only": "Only this account may be asked about here",
    "form.outsiders": "Outsiders may ask here, about this account",
    "form.need_account": "Choose an account first: without one there is nothing to ask about.",
    "form.other_account": (
        "This channel got another account after the form was opened, so nothing was saved."
    ),
    "form.other_account_hint": "Open the settings of the channel again to see what it is for now.",
    "form.let_in": "Let Outsiders Ask?",
    "form.let_in.go": "Let Them Ask",
    "form.let_in.what": (
        "Guests and people from other companies who are in this channel will see every figure"
        " of {account} that they ask for, the most frequent messages too, and can show "
        "answers to the channel."
    ),
    "form.let_in.who": (
        "That goes for whoever is in this channel, and for whoever comes into it later; "
        "nowhere else, and about no other account."
    ),
    "form.let_in.until": (
        "It ends when the switch is turned off, when the channel gets another account, or "
        "when the account is disconnected."
    ),
    "form.only_now": "It is the only account that may be asked about here.",
    "form.nobody_now": "Nobody may ask here about any other account either.",
    "form.outsiders_now": "Guests and people from other companies may ask here about {account}.",
    "form.no_channel": "That is for channels, and this is none.",
    "form.no_channel_hint": "Say it in the channel that is meant.",
    # rights
    "rights.admins": "Only workspace admins can do that.",
}
