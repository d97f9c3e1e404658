"""The sentences by which people hear of their digests in direct messages; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # what happened, of one and of several
    "notice.key.one": ("{which} waits for {account}'s key: Flow XO has refused it since {since}."),
    "notice.key.many": ("{which} wait for {account}'s key: Flow XO has refused it since {since}."),
    "notice.key_soon.one": (
        "Flow XO has refused {account}'s key since {since}, and {which} needs it soon."
    ),
    "notice.key_soon.many": (
        "Flow XO has refused {account}'s key since {since}, and {which} need it soon."
    ),
    "notice.account.one": (
        "{which} has no account to tell of: it is gone, or may not be shown there."
    ),
    "notice.account.many": (
        "{which} have no account to tell of: it is gone, or may not be shown there."
    ),
    "notice.upstream.one": (
        "{which} did not go out: Flow XO gave no figures until it was too late."
    ),
    "notice.upstream.many": (
        "{which} did not go out: Flow XO gave no figures until it was too late."
    ),
    "notice.slack.one": ("{which} did not go out: Slack took none until it was too late."),
    "notice.slack.many": ("{which} did not go out: Slack took none until it was too late."),
    "notice.ours.one": ("{which} did not go out: something went wrong on my side."),
    "notice.ours.many": ("{which} did not go out: something went wrong on my side."),
    "notice.channel.one": "{which} has nowhere to go: {why}",
    "notice.channel.many": "{which} have nowhere to go: {why}",
    "notice.refused.one": "{which} did not go out: Slack says {why}.",
    "notice.refused.many": "{which} did not go out: Slack says {why}.",
    "notice.broken.one": ("{which} is stopped: what I keep of it can't be read."),
    "notice.broken.many": ("{which} are stopped: what I keep of them can't be read."),
    "notice.unknown.one": (
        "I can't tell whether {which} arrived: Slack did not answer, and I could not look it up."
    ),
    "notice.unknown.many": (
        "I can't tell whether {which} arrived: Slack did not answer, and I could not look it up."
    ),
    "notice.left_out.one": ("Of {which} I left out what came due while I could not post it."),
    "notice.left_out.many": ("Of {which} I left out what came due while I could not post it."),
    "notice.key_mended.one": ("Flow XO takes {account}'s key again: {which} goes on."),
    "notice.key_mended.many": ("Flow XO takes {account}'s key again: {which} go on."),
    "notice.channel_mended.one": ("I can post there again: {which} goes on."),
    "notice.channel_mended.many": ("I can post there again: {which} go on."),
    "notice.owner_left.one": (
        "{person} has left, and {count} digest that is theirs goes on without an owner."
    ),
    "notice.owner_left.many": (
        "{person} has left, and {count} digests that are theirs go on without an owner."
    ),
    "notice.handed_over.one": (
        "{person} has left: {count} digest that was theirs is yours now, since the account is."
    ),
    "notice.handed_over.many": (
        "{person} has left: {count} digests that were theirs are yours now, since the account is."
    ),
    "notice.which.one": "1 digest",
    "notice.which.all": "{count} digests",
    "notice.which.some": "{count} of {total} digests",
    # which, and until when it is of use
    "notice.item": "#{number}, due {due}, {zone}",
    "notice.item.next": "#{number}, next {due}, {zone}",
    "notice.item.fix": (
        "#{number}, due {due}, {zone}: if it is fixed by {until}, it goes out late"
    ),
    "notice.item.soon": (
        "#{number}, next {due}, {zone}: if it is fixed later, by {until}, it goes out late"
    ),
    "notice.item.past": (
        "#{number}, due {due}, {zone}: too long ago to go out; the next one goes, once it is fixed"
    ),
    "notice.item.late": "#{number}: the one due {due}, {zone}, goes out late",
    "notice.item.over": "#{number}, due {due}, {zone}: too long ago to go out; the next one goes",
    "notice.item.left": "#{number}, the last of them due {due}, {zone}",
    "notice.item.gone": "#{number}",
    "notice.more": "And {count} more.",
    # what can be done
    "notice.ask_operator": "Whoever runs the bot can set another key.",
    "notice.account.do": "Edit them to tell of another account, or have it connected again.",
    "notice.upstream.do": "Send Again posts them for the same dates, once Flow XO answers.",
    "notice.slack.do": "Send Again posts them for the same dates.",
    "notice.ours.do": (
        "Whoever runs the bot finds why in its log. Send Again tries it for the same dates."
    ),
    "notice.channel.do": (
        "Once I am in the channel (/invite {mention}) and it is not archived they go on by "
        "themselves. Or choose another channel."
    ),
    "notice.channel.person": (
        "Once they take direct messages from me again, resume them. Or choose a channel."
    ),
    "notice.refused.do": (
        "The third time in a row I stop a digest. Let me post there, then resume it; or choose "
        "another channel."
    ),
    "notice.broken.do": "Delete them and set them up anew.",
    "notice.unknown.do": (
        "Please look. Send Again posts it once more; It Arrived keeps it as sent. Until you say "
        "so I do neither."
    ),
    "notice.left_out.do": "The history of each says which. What is still of use goes out late.",
    "notice.owner_left.do": "Take Over makes them yours: failures are told to you then.",
    # why a channel is closed to us
    "notice.why.is_archived": "the channel is archived.",
    "notice.why.not_in_channel": "I am not in the channel.",
    "notice.why.channel_not_found": "the channel is gone, or I was taken out of it.",
    "notice.why.other": "Slack lets me post there no more.",
    # who depends on an account
    "two_lines": "{first}\n{second}",
    "refused.digests.one": (
        "{count} digest needs it (next: {when}). If it is fixed within {span} of that, it goes out "
        "late."
    ),
    "refused.digests.many": (
        "{count} digests need it (next: {when}). If it is fixed within {span} of that, they go out "
        "late."
    ),
    "span.12h": "12 hours",
    "span.3d": "3 days",
    "span.7d": "7 days",
    "disconnect.digests.one": (
        "{count} digest tells of it, {numbers}: it stops when it is due, and its owner is told. "
        "Connected again within a day, it goes on."
    ),
    "disconnect.digests.many": (
        "{count} digests tell of it, {numbers}: they stop when they are due, and their owners are "
        "told. Connected again within a day, they go on."
    ),
    "disconnect.digests.named": "{numbers} and {count} more",
    "disconnect.digests.all.one": "{count} digest of all accounts goes on without it.",
    "disconnect.digests.all.many": "{count} digests of all accounts go on without it.",
    # how digests do: status, and the Home tab
    "status.here.one": "{count} digest comes here, next on {when}.",
    "status.here.many": "{count} digests come here, the next on {when}.",
    "status.mine.one": "{count} digest is yours, next on {when}.",
    "status.mine.many": "{count} digests are yours, the next on {when}.",
    "status.stopped.one": "{count} of them is stopped until it is mended.",
    "status.stopped.many": "{count} of them are stopped until they are mended.",
    "status.overdue": (
        "Digests are not posted: one has been due since {since}. Please tell whoever runs the bot."
    ),
    "status.on_time": "Digests are posted on time: none is overdue.",
    "home.stopped.one": "{count} digest needs you",
    "home.stopped.many": "{count} digests need you",
    "home.digests": "Your digests",
    "home.digest.next": "#{number}, next {when}",
    "home.digest.paused": "#{number}, paused",
    "home.digest.last": "last {when}: {state}",
    "home.digest.both": "{first} · {second}",
    "home.last.sent": "sent",
    "home.last.failed": "not sent",
    "home.last.skipped": "left out",
    "home.last.unknown": "nobody knows whether it arrived",
    "home.last.open": "on its way",
    "stopped.key": "#{number} waits for its account's key: Flow XO refuses it",
    "stopped.channel": "#{number} has nowhere to go: the channel is closed to me",
    "stopped.refused": "#{number} is stopped: Slack refused it three times in a row",
    "stopped.account": "#{number} has no account to tell of",
    "stopped.broken": "#{number} is stopped: what I keep of it can't be read",
    "stopped.workspace": "#{number} is stopped: Slack refused my token",
    # buttons
    "button.send_again": "Send Again",
    "button.arrived": "It Arrived",
    "button.choose_channel": "Choose Channel",
    "button.resume": "Resume",
    "button.edit": "Edit",
    "button.take_over": "Take Over",
    "button.of_digest": "{label} #{number}",
    # what a press came to
    "notice.sent_again": "Digest #{number}, due {due}, goes out once more now.",
    "notice.kept_as_sent": "Digest #{number}, due {due}, is kept as sent.",
    "notice.decided": "Somebody has decided that already: digest #{number}, due {due}, is {state}.",
    "notice.state.open": "on its way",
    "notice.state.sent": "kept as sent",
    "notice.state.failed": "not sent",
    "notice.state.skipped": "left out",
    "notice.state.unknown": "still unknown",
    "notice.no_such": "That digest is gone.",
    "notice.may_not": "Only the owner of that digest and workspace admins can do that.",
    "notice.here_still": "They are still here, as far as Slack says: their digests stay theirs.",
    "notice.taken_over.one": "{count} digest is yours now.",
    "notice.taken_over.many": "{count} digests are yours now.",
    "notice.taken_over.none": "Nothing is left to take over: somebody has done it.",
}
