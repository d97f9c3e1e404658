"""The English words of digests: what a phrase is, which of its kind, and how people say it.

Data only. Phrases are parted by commas; the first of a row is the one that the other languages
are told in.
"""

from __future__ import annotations

ROWS: tuple[tuple[str, str, str], ...] = (
    # What is to be done; behind the word digest, or before it.
    ("action", "new", "new, create, add, make, set up, start"),
    ("action", "list", "list, list all, show, show all, overview, all"),
    ("action", "edit", "edit, change, update, modify, adjust"),
    ("action", "pause", "pause, suspend, hold, snooze, mute, disable"),
    ("action", "resume", "resume, unpause, continue, restart, reactivate, enable"),
    ("action", "test", "test, preview, try"),
    ("action", "run", "run, run now, send now, post now, trigger now, now"),
    ("action", "move", "move"),
    ("action", "delete", "delete, remove, drop"),
    ("action", "history", "history, log, past runs"),
    ("action", "copy", "copy, duplicate, clone"),
    # Ending them: of one it is deleting, of no one in particular the list of them.
    ("ending", "", "unsubscribe, stop, cancel"),
    ("several", "", "digests, subscriptions"),
    # How often.
    ("days", "0 1 2 3 4", "weekdays, weekday, workdays, workday, working days, working day, "
     "business days, business day"),
    ("days", "5 6", "weekends, weekend"),
    ("fortnight", "", "fortnightly"),
    ("month_day", "-1", "month end, month's end, end of the month, end of month, "
     "end of each month, "
     "end of every month"),
    ("month_day", "1", "start of the month, beginning of the month, start of each month, "
     "beginning of each month, start of every month, beginning of every month"),
    # How often it cannot be; the key of the sentence that says so.
    ("refused", "digest.biweekly", "biweekly, bi-weekly"),
    ("refused", "digest.by_what", "hourly, yearly, annually, annual, quarterly, bimonthly, "
     "semimonthly, twice, thrice, twice a day, twice a week, twice a month, once a year, "
     "every quarter, every year, every hour, every minute"),
    ("once", "", "once"),
    # What is in it, beside the words of figures, charts and lists.
    ("only", "", "only, just, nothing but"),
    ("without", "", "without, no, except, excluding, but no, minus"),
    ("everything", "", "everything, all sections, full report, full digest"),
    # Of days for which Flow XO has nothing.
    ("empty", "skip", "skip when empty, skip if empty, skip it when empty, skip it if empty, "
     "skip empty, skip empty ones, when empty skip, if empty skip, not when empty, unless empty, "
     "skip when there is nothing, skip if there is nothing, skip when there is no data, "
     "skip if there is no data, only when there is data, only if there is data, "
     "only when there is something"),
    ("empty", "say", "say when empty, say if empty, say so when empty, say so if empty, "
     "even when empty, even if empty, also when empty, also if empty"),
    # Where it goes.
    ("target", "here", "here, to here, in here, this channel, to this channel, in this channel, "
     "into this channel"),
    ("target", "me", "to me, me, for me, to myself, send me, to my dm, to my dms, in my dms, "
     "by dm, as a dm, dm me, by direct message, as a direct message, in a direct message"),
    # Manners.
    ("filler", "", "something, a digest, send, post, deliver, get, subscribe to, sign up, "
     "automatic, automatically, regular, regularly, repeat, repeating, i want, comes"),
)  # fmt: skip
