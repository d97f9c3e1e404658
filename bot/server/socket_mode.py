"""Holds the connection of Socket Mode and knows whether it lives; touches no payload."""

from __future__ import annotations

import logging
import time
from urllib.error import URLError

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.sentences import say
from bot.errors import BotError
from bot.server.tokens import is_refusal, reason_of

_log = logging.getLogger(__name__)
LOST_S = 120.0
FIRST_PAUSE_S = 1.0
_LONGEST_PAUSE_S = 20.0
_PING_S = 10.0


class Socket:
    """One Socket Mode connection, tried again until it stands; slack_sdk keeps it up after that."""

    def __init__(
        self, app: App, app_token: str, *, lost_s: float = LOST_S, pause_s: float = FIRST_PAUSE_S
    ) -> None:
        self._handler = SocketModeHandler(app, app_token, ping_interval=_PING_S)
        self._ever = False
        self._next_try_at = 0.0
        self._pause_s = pause_s
        self._lost_s = lost_s
        self._alive_at = time.monotonic()

    def tend(self) -> None:
        """Connect where it never did; call it about once a second.

        Raises BotError where Slack refuses the token, or after two minutes without a connection.
        """
        now = time.monotonic()
        if self.alive():
            self._alive_at = now
            return
        if not self._ever and now >= self._next_try_at:
            self._connect()
        if not self.alive() and now - self._alive_at > self._lost_s:
            minutes = round(self._lost_s / 60)
            raise BotError(say("socket_lost", minutes=minutes), say("socket_lost_hint"))

    def alive(self) -> bool:
        """Whether the connection stands and has answered a ping of late."""
        session = self._handler.client.current_session
        if session is None or not self._handler.client.is_connected():
            return False
        answered_at = session.last_ping_pong_time
        return answered_at is None or time.time() - answered_at < 4 * _PING_S

    def close(self) -> None:
        """Take nothing more; what a listener has begun is finished."""
        self._handler.client.close()

    def _connect(self) -> None:
        try:
            self._handler.client.connect()
        except SlackApiError as error:
            reason = reason_of(error)
            if is_refusal(error):
                raise BotError(
                    say("app_token_refused", reason=reason), say("app_token_refused_hint")
                ) from error
            self._wait(reason)
        except (SlackClientError, URLError, OSError, ValueError) as error:
            self._wait(type(error).__name__)
        else:
            # From here on slack_sdk watches the connection and makes new ones.
            self._ever = True
            _log.info("socket_opened")

    def _wait(self, reason: str) -> None:
        _log.warning("socket_not_connected", extra={"reason": reason, "pause_s": self._pause_s})
        self._next_try_at = time.monotonic() + self._pause_s
        self._pause_s = min(self._pause_s * 2, _LONGEST_PAUSE_S)
