"""build_app: the one Bolt app, for HTTP and Socket Mode alike; everything is passed to it.

Bolt reads the environment by itself where it is let; here nothing of that has any effect.
"""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Callable

from slack_bolt import App, BoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.response import BoltResponse
from slack_sdk.oauth import InstallationStore

from bot import logs
from bot.slack import (
    actions,
    changed_people,
    channel_events,
    choosing,
    commands,
    connecting,
    conversation,
    digest_notices,
    failures,
    home,
    managing,
    reminding,
    submissions,
)
from bot.slack.desk import Desk, build_desk
from bot.slack.digests import listening as digests
from bot.slack.entrance import Entrance
from bot.slack.place import (
    Body,
    OddPayloadError,
    Place,
    from_command,
    from_message,
    from_press,
    from_submission,
)
from bot.wiring import Services

_log = logging.getLogger(__name__)
# Below ERROR Bolt's lines hold whole bodies; what is worth knowing of them we log ourselves.
_BOLT = logging.getLogger("bot.slack.bolt")
WORKING_AFTER_S = 2.0
_ROOMS = (
    commands,
    conversation,
    actions,
    choosing,
    managing,
    connecting,
    reminding,
    submissions,
    digest_notices,
    channel_events,
    digests,
    home,
    changed_people,
)


class OneWorkspaceApp(App):
    """A Bolt app that installs itself nowhere.

    With SLACK_CLIENT_ID and SLACK_CLIENT_SECRET in the environment Bolt would serve installation
    pages and keep tokens in files; `authorize` decides before that store is ever asked.
    """

    @property
    def oauth_flow(self) -> OAuthFlow | None:
        """None: there are no installation pages."""
        return None

    @property
    def installation_store(self) -> InstallationStore | None:
        """None: the token is the services'."""
        return None


def build_app(services: Services, *, working_after_s: float = WORKING_AFTER_S) -> App:
    """The app, listening; `working_after_s` is when a slow question is announced as such."""
    return listen(build_desk(services, working_after_s))


def listen(desk: Desk) -> App:
    """The app at a desk that is there already, as whoever else works at it needs."""
    services = desk.services
    _BOLT.setLevel(logging.ERROR)
    secret = services.settings.slack_signing_secret
    app = OneWorkspaceApp(
        name="flowxo-bot",
        logger=_BOLT,
        client=services.client,
        signing_secret="",
        authorize=_authorize(desk),
        process_before_response=True,
        # Bolt's own check raises on what is not a number, and logs bodies; ours stands there.
        request_verification_enabled=False,
        before_authorize=Entrance(secret.reveal() if secret else None),
        # Not given, it is read from the environment, and then an ssl_check of Slack's is refused.
        verification_token=secrets.token_hex(),
        ignoring_self_events_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
        raise_error_for_unhandled_request=True,
    )
    register(app, desk)
    return app


def register(app: App, desk: Desk) -> None:
    """Every listener, those that catch all last."""
    _register_edges(app, desk)
    for room in _ROOMS:
        room.register(app, desk)

    @app.event(re.compile(""))
    def ack_event() -> None:
        """Events that nobody asked for are acked, so that Slack does not send them again."""

    @app.action(re.compile(""))
    def ack_action(ack: Callable[[], object]) -> None:
        """Buttons that only open a link send a payload too."""
        ack()


def _register_edges(app: App, desk: Desk) -> None:
    @app.middleware
    def bind_request(body: Body, context: BoltContext, next: Callable[[], None]) -> None:
        # Threads are reused: what an earlier request bound must not stay.
        logs.clear()
        logs.bind(
            request_id=logs.new_reference(),
            kind=_kind(body),
            team_id=_name(context.team_id),
            channel_id=_name(context.channel_id),
            user_id=_name(context.user_id),
        )
        next()

    @app.error
    def tell_error(error: Exception, body: Body) -> BoltResponse:
        if isinstance(error, BoltUnhandledRequestError):
            _log.info("request_unhandled", extra={"kind": _kind(body)})
            return BoltResponse(status=200)
        place = _place(body)
        if place is None:
            failures.explain(error)
            return BoltResponse(status=200)
        if "command" in body:
            plan = failures.in_words(desk, place, error)
            said = {"text": plan.text, "blocks": list(plan.rich)} if plan else {}
            return BoltResponse(status=200, body={"response_type": "ephemeral", **said})
        desk.spare.submit(lambda: failures.tell(desk, place, error))
        return BoltResponse(status=200)


def _authorize(desk: Desk) -> Callable[..., AuthorizeResult]:
    """The one workspace's token for every request, without a call; who may ask is decided later."""
    token = desk.services.client.token

    def authorize(team_id: str | None) -> AuthorizeResult:
        known = desk.card.known
        return AuthorizeResult(
            enterprise_id=None,
            team_id=team_id,
            bot_token=token,
            bot_id=known.bot_id if known else None,
            bot_user_id=known.user_id if known else None,
        )

    return authorize


def _place(body: Body) -> Place | None:
    """Where the request came from; None where the payload does not tell."""
    try:
        if "command" in body:
            return from_command(body)
        if "actions" in body:
            return from_press(body).place
        if "view" in body:
            return from_submission(body).place
        return from_message(body)
    except OddPayloadError:
        return None


def _kind(body: Body) -> str:
    """What sort of request it is, as far as it says: a name, never a text."""
    if "command" in body:
        return "command"
    event = body.get("event")
    named = event.get("type") if isinstance(event, dict) else body.get("type")
    return _name(named) or "unknown"


def _name(value: object) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(r"\w{1,60}", value) else None
