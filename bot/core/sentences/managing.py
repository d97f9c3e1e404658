"""The sentences about handling accounts, from which one to how it stands; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # which account
    "account.which_typed": 'Add its name to the question: "for Acme".',
    "account.menu": "Choose an account",
    "account.menu_use": "Use in this channel from now on",
    "account.use_here": "Use {account} in This Channel",
    "account.use_direct": "Use {account} Here",
    # use
    "use.done": "Questions here are about {account} from now on.",
    "use.before": "Until now they were about {account}.",
    "use.opens": "Every member can ask for its figures here now.",
    "use.freed": "This is no client channel any more: people from outside can't ask here.",
    "use.already": "Questions here are about {account} already.",
    "use.none": "No account is set here any more.",
    "use.none_hint": "Where there are several, a question has to name one.",
    "use.none_already": "No account is set here.",
    "use.now": "Questions here are about {account}.",
    "use.choose": "Choose the one that they are to be about:",
    "use.typed": "There are more than a menu holds: type its name behind the command.",
    "use.nowhere": "There is no channel here that could have an account.",
    "use.nowhere_hint": "Say it in the channel, or in a direct message to me.",
    # accounts
    "accounts.count.one": "One account is connected that you may ask about here.",
    "accounts.count.many": "{count} accounts are connected that you may ask about here.",
    "accounts.page": "These are {first}–{last}.",
    "accounts.zone": "days by {zone}",
    "accounts.zone_own": "days by each asker's own clock",
    "accounts.owner": "owner: {owner}",
    "accounts.no_owner": "its key is in the bot's own settings",
    "accounts.only_channels": "only in its own channels",
    "accounts.here": "this channel's account",
    "accounts.channels.one": "the account of one channel",
    "accounts.channels.many": "the account of {count} channels",
    "accounts.button.use": "Use Here",
    "accounts.button.settings": "Settings",
    "accounts.button.disconnect": "Disconnect",
    "accounts.more": "More Accounts",
    "accounts.previous": "Previous Accounts",
    "accounts.find": "By its name each is at hand at once, such as: {command}",
    "accounts.example": "settings Acme",
    # how a key does
    "health.fine": "Its key works: Flow XO last answered {at}.",
    "health.unknown": "Its key has not been used yet.",
    "health.failing": "Failing since {at}: {why}.",
    "health.refused": "Flow XO refuses its API key",
    "health.other": "Flow XO gives no figures",
    # disconnecting
    "disconnect.ask": "Disconnect {account}?",
    "disconnect.what": (
        "Questions about it are refused at once. Its key is deleted after a day; until then "
        "you can take that back."
    ),
    "disconnect.channels.one": "One channel asks about it, and has no account then:",
    "disconnect.channels.many": "{count} channels ask about it, and have no account then:",
    "disconnect.more": "and {count} more",
    "disconnect.go": "Disconnect {account}",
    "disconnect.stay": "Keep It",
    "disconnect.kept": "{account} stays connected.",
    "disconnect.done": "{account} is disconnected.",
    "disconnect.until": "You can take that back until {at}; then its key is deleted.",
    "disconnect.undo": "Undo",
    "disconnect.restored": "{account} is connected again.",
    "disconnect.too_late": "That can't be taken back any more: its key is deleted.",
    "disconnect.too_late_hint": "Connect the account anew.",
    "disconnect.name_taken": "Another account is called {account} by now: rename that one first.",
    "disconnect.key_known": (
        "The key of {account} was connected anew in the meantime, so nothing was changed."
    ),
    "disconnect.choose": (
        "Which account do you want to disconnect? I ask once more before it is done."
    ),
    "disconnect.environment": (
        "The key of this account is in the bot's own settings, not in my database."
    ),
    "disconnect.environment_hint": (
        "Whoever runs the bot takes FLOWXO_API_KEY out of them and starts it again."
    ),
    # who changed what
    "audit.none": "Nothing was changed in the last {days} days.",
    "audit.latest": (
        "The latest changes ({count}), the newest first; they are kept for {days} days."
    ),
    "audit.line": "{at} · {who}: {what}",
    "audit.operator": "whoever runs the bot",
    "audit.csv": "Send Me All as CSV",
    "audit.account_connected": "connected {subject}",
    "audit.account_renamed": "renamed {subject}",
    "audit.account_changed": "changed {subject}",
    "audit.account_disconnected": "disconnected {subject}",
    "audit.account_restored": "connected {subject} again",
    "audit.account_removed": "deleted {subject} with its key",
    "audit.key_replaced": "replaced the key of {subject}",
    "audit.channel_changed": "changed what the channel {subject} is for",
    "audit.connecting_changed": "changed who may connect accounts",
    "audit.preferences_changed": "changed their own settings",
    "audit.digest_saved": "set up digest {subject}",
    "audit.digest_changed": "changed digest {subject}",
    "audit.digest_moved": "moved digest {subject}",
    "audit.digest_handed_over": "handed digest {subject} over",
    "audit.digest_paused": "paused digest {subject}",
    "audit.digest_resumed": "resumed digest {subject}",
    "audit.digest_disabled": "disabled digest {subject}",
    "audit.digest_deleted": "deleted digest {subject}",
    "audit.digest_restored": "restored digest {subject}",
    "audit.digest_sent_again": "had digest {subject} sent again",
    "audit.digest_arrived": "said that digest {subject} arrived",
    # status
    "status.fine": "Flow XO answers, and its API key works.",
    "status.zone": "Days begin at midnight in {zone}.",
    "status.zone_own": "Days begin at midnight in {zone}, your own time zone in Slack.",
    "status.zone_unknown": (
        "Days begin at midnight in UTC, since Slack doesn't know your time zone."
    ),
    "status.version": "Version {version}, with {storage} for storage.",
    "status.kept": (
        "Kept: accounts, keys (encrypted), digests and settings until they are disconnected, "
        "deleted or erased, who changed what for {changes} days, what became of each digest for "
        "{deliveries} days, what threads are about for {threads} days, opened forms for keys for "
        "{forms} day, ids of requests for {requests} minutes. Neither figures nor messages are."
    ),
    "status.account": "{account}: {health}",
    "status.more": "There are more: {command} lists them all.",
}
