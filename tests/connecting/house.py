"""The bot with its page, between a fake Slack and a fake Flow XO, all over real HTTP."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any
from urllib.parse import urlencode

from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import ASKER, TEAM, Message
from bot.server.listening import Listener, bind
from bot.server.metrics import Metrics
from bot.server.process import slack_door
from bot.server.routes import Routes
from bot.settings import load
from bot.slack.app import listen
from bot.slack.desk import Desk, build_desk
from bot.slack.door import Door
from bot.slack.work import WorkPool
from bot.storage import audit, crypto, database, workspaces
from bot.storage.accounts import Account, listed
from bot.storage.audit import By, Entry
from bot.storage.workspaces import Connecting, Workspace
from bot.wiring import build
from tests.server.asking import Answer
from tests.slack.conftest import Clock

KEY = "fx-live-0123456789-plain-and-secret"


@dataclass
class House:
    """The bot as it runs; `public` is where its page is, "" where it has none."""

    slack: FakeSlack
    flowxo: FakeFlowXO
    clock: Clock
    desk: Desk
    port: int
    public: str

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        pool = self.desk.services.pool
        assert isinstance(pool, WorkPool)
        for _ in range(2000):
            if not pool._taken:
                return
            Event().wait(0.005)
        raise TimeoutError("work goes on")

    def said(self, user: str = ASKER) -> list[Message]:
        """What the bot said where this person reads it, oldest first, once all is done."""
        self.settle()
        mine = self.slack.workspace.direct_channel(user).channel_id
        return [
            one
            for one in self.slack.messages
            if not one.deleted
            and (one.only_for == user or one.channel_id in (mine, *_seen_by_all(one)))
        ]

    def last(self, user: str = ASKER) -> Message:
        """The latest of that."""
        return self.said(user)[-1]

    def direct(self, user: str = ASKER) -> list[Message]:
        """The direct messages to a person."""
        self.settle()
        mine = self.slack.workspace.direct_channel(user).channel_id
        return [one for one in self.slack.messages if one.channel_id == mine and not one.deleted]

    def accounts(self, team_id: str = TEAM) -> tuple[Account, ...]:
        """What is connected."""
        with database.reading(self.desk.services.engine) as connection:
            return listed(connection, team_id)

    def changes(self) -> list[Entry]:
        """The audit log, newest first."""
        with database.reading(self.desk.services.engine) as connection:
            return list(audit.latest(connection, TEAM, 100))

    def restrict(self, connecting: Connecting, *people: str) -> None:
        """Let only these connect."""
        by = By("U0ADMIN001", "test", self.clock())
        with database.transaction(self.desk.services.engine) as connection:
            workspaces.restrict(connection, TEAM, Workspace(connecting, people), by)

    def token(self, message: Message) -> str:
        """What stands after /connect/ in a message's link."""
        urls = [
            str(button.element["url"])
            for button in buttons_of(message.blocks)
            if "url" in button.element
        ]
        (url,) = urls
        assert url.startswith(f"{self.public}/connect/")
        return url.rsplit("/", 1)[1]

    def get(self, token: str, method: str = "GET") -> Answer:
        """Open a link."""
        return self._ask(token, method, None, {})

    def post(self, token: str, *, stamp: str | None = None, **typed: str) -> Answer:
        """Send the page's form as a browser does."""
        if stamp is None:
            found = re.search(r'name="stamp" value="(\w+)"', self.get(token).text)
            stamp = found[1] if found else ""
        body = urlencode({"stamp": stamp, "key": KEY, **typed}).encode()
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "same-origin",
        }
        return self._ask(token, "POST", body, headers)

    def _ask(
        self, token: str, method: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, f"/connect/{token}", body, dict(headers))
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def link(self, text: str = "connect Acme Support", user: str = ASKER) -> str:
        """Type that, and take the link that comes."""
        assert self.slack.command(text, user=user).ok
        return self.token(self.last(user))

    def connect(self, name: str = "Acme Support", user: str = ASKER, key: str = KEY) -> Account:
        """Connect an account by whichever way there is."""
        self.flowxo.key = key
        if self.public:
            assert self.post(self.link(f'connect "{name}"', user), key=key).status == 303
        else:
            assert self.slack.command(f'connect "{name}"', user=user).ok
            self.settle()
            assert self.slack.submit({"key": key}, user=user).ok
        self.settle()
        return next(one for one in self.accounts() if one.name == name)


def _seen_by_all(message: Message) -> tuple[str, ...]:
    """Its channel, where everybody there sees it."""
    shown = message.only_for is None and message.channel_id.startswith("C")
    return (message.channel_id,) if shown else ()


def labels_of(message: Message) -> list[str]:
    """What can be pressed in a message."""
    return [button.label for button in buttons_of(message.blocks)]


def carried_by(message: Message, label: str) -> dict[str, Any]:
    """What a button of ours carries."""
    (value,) = [one.value for one in buttons_of(message.blocks) if one.label == label]
    found: dict[str, Any] = json.loads(value)
    return found


def form_texts(view: Mapping[str, object] | None) -> str:
    """All that a form says, as JSON."""
    assert view is not None
    return json.dumps(view, ensure_ascii=False)


@contextmanager
def houses(database_url: str, clock: Clock) -> Iterator[Callable[..., House]]:
    """Starts the bot with a page or without, with settings of a test's own; stops it at the end."""
    stops: list[Callable[[], object]] = []

    def begin(*, page: bool = True, **environ: str) -> House:
        slack, flowxo = FakeSlack(), FakeFlowXO(now=clock.moment, key=KEY)
        slack.__enter__()
        flowxo.__enter__()
        bound = bind("127.0.0.1", 0)
        port = bound.getsockname()[1]
        public = f"http://127.0.0.1:{port}" if page else ""
        settings = load(
            {
                "SLACK_BOT_TOKEN": slack.bot_token,
                "SLACK_SIGNING_SECRET": slack.signing_secret,
                "SLACK_API_URL": slack.api_url,
                "FLOWXO_API_URL": flowxo.url,
                "DATABASE_URL": database_url,
                "ENCRYPTION_KEYS": crypto.new_key(),
                "PUBLIC_URL": public,
                **environ,
            }
        )
        engine = database.open_engine(database_url)
        database.upgrade(engine)  # as an operator does for PostgreSQL
        engine.dispose()
        services = build(settings, pool=WorkPool(), clock=clock)
        desk = build_desk(services, 60.0)
        routes = Routes(slack_door(listen(desk)), {}, Metrics(), None, Door(desk) if page else None)
        listener = Listener(routes, bound, 8)
        listener.start()
        slack.app_url = f"http://127.0.0.1:{port}/slack/events"

        def stop() -> None:
            listener.stop(5)
            services.pool.drain(20)
            services.close()
            flowxo.__exit__(None, None, None)
            slack.__exit__(None, None, None)

        stops.append(stop)
        return House(slack, flowxo, clock, desk, port, public)

    try:
        yield begin
    finally:
        for stop in stops:
            stop()
