"""The failure table as data: what each answer of Slack and Flow XO makes of a delivery.

The dispatcher acts by it, docs/digests.md prints it, and the tests walk it; sends nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.calls import Fate, Sent
from bot.errors import (
    AccountGoneError,
    KeyRefusedError,
    RightsError,
    ScheduleError,
    SettingsError,
    UpstreamError,
)
from bot.storage.deliveries import State, Trouble
from bot.storage.subscriptions import Reason


class Asked(StrEnum):
    """What was asked for when the answer came."""

    FIGURES = "the figures"
    POST = "the post"
    LOOK_UP = "whether a lost post came"


class Again(StrEnum):
    """When it is tried once more."""

    NEVER = "–"
    BACK_OFF = "after 5 s, 10 s, … at most 10 min"
    AS_SAID = "when Slack says, else after 30 s"
    GRACE = "looked up 60 s after the post"
    LATER = "after a minute, then less and less often"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row: an answer, and what becomes of the delivery and of its subscription.

    `answers` are Slack's words, or the names of our errors. `at_last` is the state where no time
    is left to try again. `stops` is why the subscription is disabled; one that `counts` disables
    it where it is the third in a row.
    """

    asked: Asked
    answer: str
    answers: tuple[str, ...]
    state: State
    trouble: Trouble | None = None
    again: Again = Again.NEVER
    at_last: State | None = None
    stops: Reason | None = None
    counts: bool = False


_WORKSPACE_GONE = (
    "account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed",
    "team_access_not_granted", "app_access_restricted", "missing_scope",
)  # fmt: skip

POSTED = Outcome(Asked.POST, "posted", ("ok",), State.SENT)
UNREACHED = Outcome(
    Asked.POST, "no connection: Slack never heard of it", (), State.PENDING, Trouble.UNREACHED,
    Again.BACK_OFF, State.FAILED,
)  # fmt: skip
LIMITED = Outcome(
    Asked.POST, "Slack asks to wait (429)", ("ratelimited", "rate_limited"), State.PENDING,
    Trouble.LIMITED, Again.AS_SAID, State.FAILED,
)  # fmt: skip
LOST = Outcome(
    Asked.POST, "time-out, reset, 5xx, an answer that cannot be read: it may have been posted",
    ("internal_error", "fatal_error", "request_timeout", "service_unavailable"), State.VERIFY,
    Trouble.LOST, Again.GRACE,
)  # fmt: skip
CLOSED = Outcome(
    Asked.POST, "the channel is closed to us",
    ("is_archived", "channel_not_found", "not_in_channel", "messages_tab_disabled",
     "user_disabled", "cannot_dm_bot", "no_permission"),
    State.FAILED, Trouble.CHANNEL, stops=Reason.CHANNEL,
)  # fmt: skip
FORBIDDEN = Outcome(
    Asked.POST, "the channel or the workspace restricts who may post",
    ("restricted_action", "restricted_action_read_only_channel",
     "restricted_action_thread_only_channel", "restricted_action_non_threadable_channel",
     "restricted_action_thread_locked", "ekm_access_denied", "message_limit_exceeded",
     "org_login_required"),
    State.FAILED, Trouble.REFUSED, counts=True,
)  # fmt: skip
GONE = Outcome(
    Asked.POST, "our token, or a right that we need, is gone in this workspace", _WORKSPACE_GONE,
    State.FAILED, Trouble.WORKSPACE, stops=Reason.WORKSPACE,
)  # fmt: skip
MALFORMED = Outcome(
    Asked.POST, "the message is refused with blocks, without and as text: our mistake",
    ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long", "no_text",
     "metadata_too_large", "invalid_metadata_format", "invalid_arguments"),
    State.FAILED, Trouble.REFUSED, counts=True,
)  # fmt: skip
REFUSED = Outcome(
    Asked.POST, "any other word", (), State.FAILED, Trouble.REFUSED, counts=True,
)  # fmt: skip

FOUND = Outcome(Asked.LOOK_UP, "the post is there", ("found",), State.SENT)
NOT_FOUND = Outcome(
    Asked.LOOK_UP, "it is not, and all that could hold it was read", ("not_found",),
    State.PENDING, Trouble.LOST, Again.BACK_OFF, State.FAILED,
)  # fmt: skip
LOOK_LATER = Outcome(
    Asked.LOOK_UP, "Slack asks to wait (429)", ("ratelimited", "rate_limited"), State.VERIFY,
    Trouble.LOST, Again.AS_SAID, State.UNKNOWN,
)  # fmt: skip
LOOK_AGAIN = Outcome(
    Asked.LOOK_UP, "no proper answer", (), State.VERIFY, Trouble.LOST, Again.LATER,
    State.UNKNOWN,
)  # fmt: skip
UNSEEN = Outcome(
    Asked.LOOK_UP, "we may not read there, or there is too much to read",
    ("missing_scope", "not_in_channel", "channel_not_found", "is_archived", "no_permission",
     "no_channel", "too_many_pages"),
    State.UNKNOWN, Trouble.LOST,
)  # fmt: skip
GONE_UNSEEN = Outcome(
    Asked.LOOK_UP, "our token is gone in this workspace",
    tuple(word for word in _WORKSPACE_GONE if word not in UNSEEN.answers),
    State.UNKNOWN, Trouble.LOST, stops=Reason.WORKSPACE,
)  # fmt: skip

KEY = Outcome(
    Asked.FIGURES, "Flow XO refuses the account's key", (KeyRefusedError.__name__,),
    State.FAILED, Trouble.KEY, stops=Reason.KEY,
)  # fmt: skip
ACCOUNT = Outcome(
    Asked.FIGURES, "the account is gone, or may not be shown there",
    (AccountGoneError.__name__, SettingsError.__name__, RightsError.__name__),
    State.FAILED, Trouble.ACCOUNT, stops=Reason.ACCOUNT,
)  # fmt: skip
UPSTREAM = Outcome(
    Asked.FIGURES, "Flow XO is down, late, busy, or answers nonsense", (UpstreamError.__name__,),
    State.PENDING, Trouble.UPSTREAM, Again.BACK_OFF, State.FAILED,
)  # fmt: skip
BROKEN = Outcome(
    Asked.FIGURES, "what is stored of the digest cannot be read", (ScheduleError.__name__,),
    State.FAILED, Trouble.BROKEN, stops=Reason.BROKEN,
)  # fmt: skip
EMPTY = Outcome(
    Asked.FIGURES, "Flow XO has nothing, and the digest is to be skipped then", ("no figures",),
    State.SKIPPED, Trouble.EMPTY,
)  # fmt: skip
OURS = Outcome(
    Asked.FIGURES, "anything else: our mistake, or our database", ("Exception",), State.PENDING,
    Trouble.OURS, Again.BACK_OFF, State.FAILED, counts=True,
)  # fmt: skip

OUTCOMES = (
    KEY, ACCOUNT, UPSTREAM, BROKEN, EMPTY, OURS,
    POSTED, UNREACHED, LIMITED, LOST, CLOSED, FORBIDDEN, GONE, MALFORMED, REFUSED,
    FOUND, NOT_FOUND, LOOK_LATER, LOOK_AGAIN, UNSEEN, GONE_UNSEEN,
)  # fmt: skip

# Why a delivery is left out without any of these.
LEFT_OUT = {
    Trouble.MISSED: "a newer one of the same subscription was due already",
    Trouble.TOO_LATE: "it was due too long ago to be useful",
    Trouble.PAUSED: "somebody paused the subscription",
    Trouble.DISABLED: "the subscription was disabled meanwhile",
    Trouble.DELETED: "somebody deleted the subscription",
    Trouble.EDITED: "somebody changed the schedule before it was planned",
    Trouble.MOVED: "somebody moved the subscription: it goes to the new place instead",
    Trouble.BROKEN: "what is stored of the digest cannot be read",
    Trouble.RESTORED: "a backup was put back, and it may have been posted since that was made",
}


def of_post(sent: Sent) -> Outcome:
    """What became of a post."""
    match sent.fate:
        case Fate.DONE:
            return POSTED
        case Fate.LOST:
            return LOST
        case Fate.LIMITED:
            return LIMITED
        case Fate.UNREACHED:
            return UNREACHED
    return _BY_WORD[Asked.POST].get(sent.reason, REFUSED)


def of_look_up(sent: Sent) -> Outcome:
    """What became of looking for a post; `found` and `not_found` are reasons, too."""
    if sent.fate is Fate.LIMITED:
        return LOOK_LATER
    return _BY_WORD[Asked.LOOK_UP].get(sent.reason, LOOK_AGAIN)


def of_error(error: Exception) -> Outcome:
    """What becomes of a digest that could not be made."""
    names = (kind.__name__ for kind in type(error).__mro__)
    known = _BY_WORD[Asked.FIGURES]
    return next(known[name] for name in names if name in known)


def _by_word(asked: Asked) -> Iterator[tuple[str, Outcome]]:
    for outcome in OUTCOMES:
        if outcome.asked is asked:
            yield from ((word, outcome) for word in outcome.answers)


_BY_WORD = {asked: dict(_by_word(asked)) for asked in Asked}
