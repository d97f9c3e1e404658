"""One call to Slack and what became of it, as a value; decides nothing about what to send next.

A write is never repeated where Slack may have done it; 429 means that it has not, so that alone is
waited for, within a bound.
"""

from __future__ import annotations

import logging
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from enum import StrEnum
from http.client import HTTPException
from urllib.error import HTTPError, URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient

_log = logging.getLogger(__name__)
# A person waits; a thread of the pool waits with them.
_PATIENCE_S = 10.0
_WAITS = 3
_UNSAID_S = 2.0

TOO_LONG = "msg_too_long"
_BLOCKS = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "block_mismatch", TOO_LONG}
)
_CLOSED = frozenset(
    {
        "channel_not_found",
        "not_in_channel",
        "no_permission",
        "user_not_in_channel",
        "is_archived",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel",
        "restricted_action_thread_locked",
        "messages_tab_disabled",
    }
)
_LIMITED = frozenset({"ratelimited", "rate_limited"})
# Slack may have done what was asked before it said these.
_LOST = frozenset({"internal_error", "fatal_error", "request_timeout", "service_unavailable"})
# What a call without a proper answer raises: the library trips over JSON that is no object, and
# over a charset that nobody knows.
BROKEN = (SlackClientError, HTTPException, OSError, ValueError, AttributeError, LookupError)
# These never reached Slack.
_NOT_LEFT = (ConnectionRefusedError, socket.gaierror, ssl.SSLCertVerificationError)


class Fate(StrEnum):
    """What became of a call."""

    DONE = "done"
    REFUSED = "refused"  # the blocks; another form of the same may be taken
    CLOSED = "closed"  # we may not write there
    LIMITED = "limited"  # Slack asks for more patience than we have
    LOST = "lost"  # it may have been done
    UNREACHED = "unreached"  # Slack never heard of it
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Sent:
    """A call's fate; `reason` is Slack's word for it, `channel_id` and `ts` what was posted.

    `pause_s` is how long Slack asks to wait, None where it does not say so in a readable way.
    """

    fate: Fate
    reason: str = ""
    channel_id: str | None = None
    ts: str | None = None
    pause_s: float | None = None

    @property
    def done(self) -> bool:
        """Whether Slack said so."""
        return self.fate is Fate.DONE


def patiently(call: Callable[[], Sent]) -> Sent:
    """The fate of `call`, called again after a 429 while the waiting stays within ten seconds."""
    waited = 0.0
    for _ in range(_WAITS):
        sent = call()
        pause_s = _UNSAID_S if sent.pause_s is None else sent.pause_s
        waited += pause_s
        if sent.fate is not Fate.LIMITED or waited > _PATIENCE_S:
            return sent
        _log.warning("slack_limited", extra={"pause_s": pause_s})
        time.sleep(pause_s)
    return call()


def answered(call: Callable[[], SlackResponse]) -> SlackResponse | Sent:
    """What Slack answers to a Web API call; its fate where that is no proper answer."""
    try:
        return call()
    except SlackApiError as error:
        return _refusal(error)
    except BROKEN as error:
        return _broken(error)


def web(call: Callable[[], SlackResponse]) -> Sent:
    """The fate of a Web API call."""
    answer = answered(call)
    if isinstance(answer, Sent):
        return answer
    channel, ts = answer.get("channel"), answer.get("ts")
    return Sent(
        Fate.DONE,
        channel_id=channel if isinstance(channel, str) else None,
        ts=ts if isinstance(ts, str) else None,
    )


def respond(client: WebClient, url: str, body: Mapping[str, object]) -> Sent:
    """The fate of an answer over a response_url, sent the way `client` sends.

    Any status but 200 and 429 counts as a refusal: Slack documents none for a URL that expired.
    """
    webhook = WebhookClient(
        url, timeout=client.timeout, ssl=client.ssl, proxy=client.proxy, retry_handlers=[]
    )
    try:
        answer = webhook.send_dict(dict(body))
    except BROKEN as error:
        return _broken(error)
    if answer.status_code == 200:
        return Sent(Fate.DONE)
    if answer.status_code == 429:
        return Sent(Fate.LIMITED, "ratelimited", pause_s=_pause(answer.headers))
    return Sent(Fate.REFUSED, f"status_{answer.status_code}")


def reason_of(error: SlackApiError) -> str:
    """Slack's word for why not; what is no answer of Slack's is told as such, in three words."""
    response = error.response
    data = response.data if isinstance(response, SlackResponse) else response
    if not isinstance(data, Mapping):
        return "no answer object"
    return str(data.get("error") or "unknown")


def pause_of(error: SlackApiError) -> float:
    """How long Slack asks to wait before the same call; 0 where it asks for nothing."""
    response = error.response
    if not isinstance(response, SlackResponse) or response.status_code != 429:
        return 0.0
    said = _pause(response.headers)
    return _UNSAID_S if said is None else said


def _refusal(error: SlackApiError) -> Sent:
    response = error.response
    reason = reason_of(error)
    status = response.status_code if isinstance(response, SlackResponse) else 200
    if status == 429 or reason in _LIMITED:
        headers = response.headers if isinstance(response, SlackResponse) else {}
        return Sent(Fate.LIMITED, "ratelimited", pause_s=_pause(headers))
    # What is no JSON comes as an "error" of many words, with the page in it.
    if status >= 500 or not reason.replace("_", "").isalnum():
        return Sent(Fate.LOST, f"status_{status}")
    if reason in _LOST:
        return Sent(Fate.LOST, reason)
    if reason in _BLOCKS:
        _log.warning("blocks_refused", extra={"reason": reason, "errors": _pointers(response)})
        return Sent(Fate.REFUSED, reason)
    return Sent(Fate.CLOSED if reason in _CLOSED else Fate.FAILED, reason)


def _broken(error: Exception) -> Sent:
    """A call without an answer: lost, unless it cannot have left. Uploads raise statuses, too."""
    if isinstance(error, HTTPError):
        if error.code == 429:
            return Sent(Fate.LIMITED, "ratelimited", pause_s=_pause(error.headers))
        return Sent(Fate.LOST, f"status_{error.code}")
    cause = error.reason if isinstance(error, URLError) else error
    fate = Fate.UNREACHED if isinstance(cause, _NOT_LEFT) else Fate.LOST
    return Sent(fate, type(cause).__name__)


def _pointers(response: Mapping[str, object] | SlackResponse) -> list[str]:
    """Where in the blocks Slack stumbled: paths, not texts."""
    errors = response.get("errors")
    return [str(one)[-120:] for one in errors[:5]] if isinstance(errors, list) else []


def _pause(headers: Mapping[str, str] | Message) -> float | None:
    """Retry-After in seconds; None where it cannot be read."""
    named = {name.lower(): value for name, value in headers.items()}
    said = str(named.get("retry-after", "")).strip()
    return float(said) if said.isascii() and said.isdigit() and len(said) < 7 else None
