"""Bolt middleware that every request passes first: the signature, then what Bolt misread.

Stands where Bolt's own check stands and does the same, but answers 401 where that one raises, and
never logs a body. Must not be reached by anything unsigned, nor act on what it says.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from urllib.parse import parse_qsl

from slack_bolt.kwargs_injection import build_required_kwargs
from slack_bolt.middleware import Middleware
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

_log = logging.getLogger(__name__)
_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


class Entrance(Middleware):
    """Lets signed requests in; `signing_secret` is None where nothing comes over HTTP."""

    def __init__(self, signing_secret: str | None) -> None:
        self._verifier = SignatureVerifier(signing_secret) if signing_secret else None

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - the signature is Bolt's
        next: Callable[[], BoltResponse],
    ) -> BoltResponse:
        """Pass the request on, or answer 401. Socket Mode has its own proof of who sent it."""
        if req.mode == "http":
            if not self._signed(req):
                _log.warning("signature_refused")
                return BoltResponse(status=401, body={"error": "invalid request"})
            _read_again(req)
        if not _readable(req):
            _log.warning("payload_odd", extra={"reason": "not readable"})
            # Over a socket only 200 is an ack, and Slack would send the same again.
            return BoltResponse(status=400 if req.mode == "http" else 200)
        return next()

    def _signed(self, req: BoltRequest) -> bool:
        timestamp = (req.headers.get("x-slack-request-timestamp") or [""])[0]
        signature = (req.headers.get("x-slack-signature") or [""])[0]
        # The verifier raises on a timestamp that is no number, and on a signature beyond ASCII.
        if not _TIMESTAMP.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
            return False
        return self._verifier is not None and self._verifier.is_valid(
            req.raw_body, timestamp, signature
        )


def _readable(req: BoltRequest) -> bool:
    """Whether Bolt can make its arguments of the body, as it does for each listener.

    It makes them for its error handler as well: what trips one trips both, and answers 500.
    """
    try:
        build_required_kwargs(logger=_log, required_arg_names=[], request=req, response=None)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return False
    return True


def _read_again(req: BoltRequest) -> None:
    """Give back the body of a command in which the word "payload" occurs.

    Bolt takes any form that holds these letters for an interaction, finds no such field, and goes
    on with an empty body: `/flowxo messages "payload"` would be nobody's and get no answer.
    """
    if req.body or "payload" not in req.raw_body or req.raw_body.startswith("{"):
        return
    fields = dict(parse_qsl(req.raw_body, keep_blank_values=True))
    # A body that is a dict already is taken as it is; only Socket Mode has such.
    read = BoltRequest(body=fields, mode="socket_mode")
    req.body = read.body
    req.context.update(read.context)
