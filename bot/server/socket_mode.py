"""Holds the connection of Socket Mode and knows whether it lives; touches no payload."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from socket import SHUT_RDWR
from threading import Lock, Thread
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode.base_handler import BaseSocketModeHandler
from slack_bolt.adapter.socket_mode.internals import run_bolt_app, send_response
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.calls import BROKEN, pause_of
from bot.core.sentences import say
from bot.errors import BotError
from bot.server.tokens import is_refusal, reason_of
from bot.slack.guard import TRIPS

_log = logging.getLogger(__name__)
LOST_S = 120.0
FIRST_PAUSE_S = 1.0
_LONGEST_PAUSE_S = 20.0
PING_S = 5.0
# Pings without an answer after which a connection that seems open is a dead one.
_MOST_UNANSWERED = 3
_CLOSE_S = 3.0


class _Client(SocketModeClient):
    """slack_sdk's client, which asks for its address once and does not sleep when it is refused.

    Its own way is to sleep for as long as Slack says, wherever it stands: in our main thread too.
    """

    def issue_new_wss_url(self) -> str:
        """The address of a new connection; SlackApiError also where Slack asks to wait."""
        url = self.web_client.apps_connections_open(app_token=self.app_token).get("url")
        if not isinstance(url, str):
            raise ValueError("no address")
        return url

    def run_message_listeners(self, message: dict[str, Any], raw_message: str) -> None:
        """Hand an envelope on; one that slack_sdk cannot hold is acked, or it would come again."""
        held, envelope_id = message.get("payload", {}), message.get("envelope_id")
        if isinstance(held, (dict, str)) or not isinstance(envelope_id, str):
            super().run_message_listeners(message, raw_message)
            return
        _log.warning("payload_odd", extra={"reason": type(held).__name__})
        self.send_socket_mode_response(SocketModeResponse(envelope_id))

    def close(self) -> None:
        """Take nothing more; wakes the threads that would wait for seconds for what comes next."""
        self.closed = True
        self.auto_reconnect_enabled = False
        if self.current_app_monitor.is_alive():
            # It would ping what is no more.
            self.current_app_monitor.shutdown()  # type: ignore[no-untyped-call]  # it has no types
        self.enqueue_message("")
        reading = self.current_session.sock if self.current_session is not None else None
        if reading is not None:
            with suppress(OSError):  # the other end was quicker
                reading.shutdown(SHUT_RDWR)
        super().close()


class _Handler(BaseSocketModeHandler):
    """Hands what comes over the socket to Bolt, as slack_bolt's own handler does."""

    def __init__(self, app: App, client: SocketModeClient) -> None:
        self.app = app
        self.client = client
        client.socket_mode_request_listeners.append(self.handle)

    def handle(self, client: BaseSocketModeClient, req: SocketModeRequest) -> None:
        """Answer one envelope."""
        begun = time.time()
        try:
            answer = run_bolt_app(self.app, req)
        except TRIPS as error:  # what Bolt stumbles over before it is any listener's
            _log.warning("payload_odd", extra={"reason": type(error).__name__})
            answer = BoltResponse(status=200)
        send_response(client, req, answer, begun)


class Socket:
    """One Socket Mode connection, tried again until it stands; slack_sdk keeps it up after that."""

    def __init__(
        self,
        app: App,
        app_token: str,
        *,
        lost_s: float = LOST_S,
        pause_s: float = FIRST_PAUSE_S,
        ping_s: float = PING_S,
    ) -> None:
        self._client = _Client(
            app_token,
            logger=app.logger,
            web_client=app.client,
            proxy=app.client.proxy,
            ping_interval=ping_s,
        )
        self._handler = _Handler(app, self._client)
        self._ever = False
        self._next_try_at = 0.0
        self._first_pause_s = self._pause_s = pause_s
        self._lost_s = lost_s
        self._ping_s = ping_s
        self._alive_at = time.monotonic()
        self._seen = ("", 0.0)  # the session that was looked at last, and when it was first
        self._renewing = Lock()

    def tend(self) -> None:
        """Connect where it never did, renew what is dead; call it about once a second.

        Raises BotError where Slack refuses the token, or after two minutes without a connection.
        """
        now = time.monotonic()
        if self.alive():
            self._alive_at = now
            self._pause_s = self._first_pause_s
            return
        if not self._ever and now >= self._next_try_at:
            self._connect()
        elif self._ever and now >= self._next_try_at:
            self._renew()
        if not self.alive() and now - self._alive_at > self._lost_s:
            minutes = round(self._lost_s / 60)
            raise BotError(say("socket_lost", minutes=minutes), say("socket_lost_hint"))

    def alive(self) -> bool:
        """Whether the connection stands and has answered a ping of late."""
        session = self._client.current_session
        if session is None or not self._client.is_connected():
            return False
        if self._seen[0] != session.session_id:
            self._seen = (session.session_id, time.time())
        # A new one that never answers is as dead as one that ceased to.
        answered_at = session.last_ping_pong_time or self._seen[1]
        return time.time() - answered_at < _MOST_UNANSWERED * self._ping_s

    def close(self) -> bool:
        """Take nothing more; what a listener has begun is finished.

        False where slack_sdk did not end within three seconds: its threads can wait for each other.
        """
        closing = Thread(target=self._client.close, name="socket-close", daemon=True)
        closing.start()
        closing.join(_CLOSE_S)
        return not closing.is_alive()

    def _connect(self) -> None:
        try:
            self._client.connect()
        except SlackApiError as error:
            reason = reason_of(error)
            if is_refusal(error):
                raise BotError(
                    say("app_token_refused", reason=reason), say("app_token_refused_hint")
                ) from error
            self._wait(reason, pause_of(error))
        except BROKEN as error:
            self._wait(type(error).__name__)
        else:
            self._ever = True
            _log.info("socket_opened")

    def _renew(self) -> None:
        """Replace a connection whose other end has gone without a word, aside of this thread."""
        if not self._renewing.acquire(blocking=False):
            return
        self._wait("dead")

        def renew() -> None:
            try:
                self._client.disconnect()
                self._client.connect_to_new_endpoint()
            except BROKEN as error:
                _log.warning("socket_not_renewed", extra={"reason": type(error).__name__})
            finally:
                self._renewing.release()

        Thread(target=renew, name="socket-renew", daemon=True).start()

    def _wait(self, reason: str, at_least_s: float = 0.0) -> None:
        pause_s = max(self._pause_s, at_least_s)
        _log.warning("socket_not_connected", extra={"reason": reason, "pause_s": pause_s})
        self._next_try_at = time.monotonic() + pause_s
        self._pause_s = min(self._pause_s * 2, _LONGEST_PAUSE_S)
