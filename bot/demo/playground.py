"""Runs the real app between a fake Slack and a fake Flow XO, all in this process, on loopback.

Reads no environment and needs no credentials; knows nothing of terminals.
"""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Condition

from bot.demo.clock import MOST, DemoClock
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.passing import Followed, Passing
from bot.demo.sample import sample
from bot.demo.slack_delivery import Ack
from bot.demo.slack_payloads import Button, buttons_of, escaped
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_state import State, Upload
from bot.demo.slack_workspace import ASKER, DIRECT, Message
from bot.digests.building import build_digests, threads_for
from bot.server.listening import Listener, bind
from bot.server.process import slack_door
from bot.server.routes import SLACK_PATH
from bot.settings import SERVE, Settings, load
from bot.slack.app import build_app
from bot.slack.surroundings import Surroundings
from bot.slack.work import WorkPool
from bot.wiring import Pool, build

_SETTLE_S = 40.0
_STEP_S = 0.05
_THREADS = 4
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_CHANNEL = re.compile(r"(?<!\S)#([a-z][a-z0-9_-]*)")


class CountingPool:
    """A pool that also knows when all the work it was given is done."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._under_way = 0
        self._changed = Condition()

    @property
    def threads(self) -> int:
        """How many jobs run at once."""
        return self._pool.threads

    def submit(self, fn: Callable[[], None]) -> bool:
        """Hand the work on."""
        self._count(1)

        def run() -> None:
            try:
                fn()
            finally:
                self._count(-1)

        taken = self._pool.submit(run)
        if not taken:
            self._count(-1)
        return taken

    def drain(self, timeout_s: float) -> bool:
        """Take nothing new and wait for what is under way."""
        return self._pool.drain(timeout_s)

    def idle(self, timeout_s: float) -> bool:
        """Whether nothing is under way, after waiting for that long at most."""
        with self._changed:
            return self._changed.wait_for(lambda: self._under_way == 0, timeout_s)

    def _count(self, by: int) -> None:
        with self._changed:
            self._under_way += by
            self._changed.notify_all()


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of one act: how it was acked, and what is new or changed to see."""

    ack: Ack | None
    messages: tuple[Message, ...]


@dataclass(slots=True)
class Playground:
    """One person in #chatbots, the bot, and what she sees; `show` is called as things appear.

    `clock` is what everything in it goes by, `passing` lets time pass there.
    """

    slack: FakeSlack
    flowxo: FakeFlowXO
    pool: CountingPool
    clock: DemoClock
    passing: Passing
    show: Callable[[Message], None] = lambda _: None
    _seen: dict[str, tuple[int, bool]] = field(default_factory=dict)

    def command(self, text: str) -> Turn:
        """Type /flowxo in the channel."""
        return self._settle(lambda: self.slack.command(self._sent(text)))

    def mention(self, text: str, thread_ts: str | None = None) -> Turn:
        """Write @flowxo in the channel, or in one of its threads."""
        return self._settle(lambda: self.slack.mention(self._sent(text), thread_ts=thread_ts))

    def direct(self, text: str, thread_ts: str | None = None) -> Turn:
        """Write to the bot alone."""
        sent = self._sent(text)
        return self._settle(lambda: self.slack.direct_message(sent, thread_ts=thread_ts))

    def reply(self, text: str) -> Turn | None:
        """Answer in the thread of the bot's latest answer that has one; None where there is none.

        In the channel the bot is mentioned, in direct messages it need not be.
        """
        latest = self.latest_public()
        if latest is None:
            return None
        thread_ts = latest.thread_ts or latest.ts
        if latest.channel_id == DIRECT:
            return self.direct(text, thread_ts)
        return self.mention(text, thread_ts)

    def press(self, message: Message, button: Button) -> Turn:
        """Press a button of a message."""
        return self._settle(lambda: self.slack.press(message, button))

    def latest_public(self) -> Message | None:
        """The bot's latest answer that can be replied to."""
        for message in reversed(self.slack.messages):
            if message.only_for is None and not message.deleted and not message.files:
                return message
        return None

    def home(self) -> tuple[Turn, list[Button]]:
        """Open the Home tab, and what can be pressed there."""
        turn = self._settle(self.slack.open_home)
        return turn, buttons_of(self.slack.homes.get(ASKER, {}).get("blocks"))

    def press_home(self, button: Button) -> Turn:
        """Press a button of the Home tab."""
        return self._settle(lambda: self.slack.press_home(button))

    def files_of(self, message: Message) -> list[Upload]:
        """The files that were shared with a message."""
        return [upload for upload in self.slack.files if upload.file_id in message.files]

    def wait(self) -> None:
        """Do what is due by now, and show it; nothing where something else is being done."""
        if self.passing.lock.acquire(blocking=False):
            try:
                self.passing.turn()
                self.look()
            finally:
                self.passing.lock.release()

    def look(self) -> int:
        """Show what is new; how much that is."""
        found = list(self._news())
        for message in found:
            self.show(message)
        return len(found)

    def _settle(self, act: Callable[[], Ack]) -> Turn:
        """Act, then wait until the app has finished; show what appears meanwhile."""
        with self.passing.lock:
            ack = act()
            new: dict[str, Message] = {}
            deadline = time.monotonic() + _SETTLE_S
            while True:
                done = self.pool.idle(_STEP_S)
                if done:
                    self.passing.turn()
                for message in self._news():
                    new[message.ts] = message
                    self.show(message)
                if done or time.monotonic() > deadline:
                    return Turn(ack, tuple(new.values()))

    def _sent(self, text: str) -> str:
        """What is typed as Slack sends it: a channel's name, chosen from its list, is its id."""
        ids = {one.name: one.channel_id for one in self.slack.workspace.channels.values()}
        return _CHANNEL.sub(
            lambda found: f"<#{ids[found[1]]}|{found[1]}>" if found[1] in ids else found[0],
            escaped(text),
        )

    def _news(self) -> Iterator[Message]:
        """Messages of the app, or of Slack itself, that look different from when last seen."""
        for message in list(self.slack.workspace.messages):
            theirs = message.via != "person" and message.only_for in (None, ASKER)
            now = (message.edits, message.deleted)
            if theirs and self._reads(message) and self._seen.get(message.ts) != now:
                known = message.ts in self._seen
                self._seen[message.ts] = now
                if known or not message.deleted:
                    yield message

    def _reads(self, message: Message) -> bool:
        channel = self.slack.workspace.channels.get(message.channel_id)
        return channel is not None and ASKER in channel.members


def settings_for(slack: FakeSlack, flowxo: FakeFlowXO, folder: str) -> Settings:
    """Settings for the playground, from nothing but the fakes."""
    return load(
        {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "FLOWXO_API_KEY": flowxo.key,
            "FLOWXO_API_URL": flowxo.url,
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'playground.db'}",
            "DIGEST_WORKERS": str(_THREADS),
        },
        need=SERVE,
    )


@contextmanager
def open_playground(clock: DemoClock | None = None) -> Iterator[Playground]:
    """The whole thing, up and running; taken down again at the end."""
    clock = clock or DemoClock()
    data = sample(clock(), ahead=MOST.days + 2)
    with (
        _undisturbed(),
        TemporaryDirectory(prefix="flowxo-bot-") as folder,
        FakeFlowXO(data, clock=clock) as flowxo,
        FakeSlack(State(clock=clock.seconds)) as slack,
    ):
        pool = CountingPool(WorkPool())
        settings = settings_for(slack, flowxo, folder)
        services = build(settings, pool=pool, clock=clock, more_threads=threads_for(settings))
        followed = Followed()
        digests = build_digests(services, followed, Surroundings(services), clock)
        listener = Listener(slack_door(build_app(services)), bind("127.0.0.1", 0), _THREADS)
        listener.start()
        slack.app_url = f"http://127.0.0.1:{listener.port}{SLACK_PATH}"
        try:
            yield Playground(slack, flowxo, pool, clock, Passing(clock, digests, followed))
        finally:
            listener.stop(1.0)
            digests.dispatcher.close(2.0)
            pool.drain(2.0)
            services.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No proxy between two ends of the loopback, and no log line in the middle of the screen."""
    names = [name for name in os.environ if name.upper() in _PROXIES]
    held = {name: os.environ.pop(name) for name in names}
    silence = logging.NullHandler()
    logging.getLogger().addHandler(silence)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(silence)
        os.environ.update(held)
