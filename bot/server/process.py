"""Runs the bot in one process from start to a clean stop; the order of both is decided here."""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from types import FrameType
from wsgiref.types import WSGIApplication

from apscheduler.schedulers.background import BackgroundScheduler
from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk.errors import SlackApiError

from bot.calls import BROKEN
from bot.digests.building import Digests, build_digests, threads_for
from bot.errors import StorageError
from bot.server import health, housekeeping
from bot.server.digest_metrics import DigestMetrics, OpenDigests
from bot.server.listening import THREADS, Listener, bind
from bot.server.metrics import EventCounter, Metrics
from bot.server.routes import SLACK_PATH, Routes
from bot.server.socket_mode import Socket
from bot.server.tokens import is_refusal, reason_of
from bot.settings import Settings
from bot.slack.app import WORKING_AFTER_S, listen
from bot.slack.desk import build_desk
from bot.slack.door import Door
from bot.slack.guard import Guard
from bot.slack.surroundings import Surroundings
from bot.slack.work import WorkPool
from bot.storage import subscribing
from bot.storage.audit import OPERATOR, By
from bot.storage.database import transaction
from bot.storage.subscriptions import Reason
from bot.wiring import Pool, Services, build

_log = logging.getLogger(__name__)
# What is under way gets this long to end; platforms kill after 30 seconds.
STOP_S = 25.0
_HEALTH_THREADS = 4


@dataclass(frozen=True, slots=True)
class Parts:
    """What a running bot consists of, in either way of reaching Slack."""

    services: Services
    app: App
    metrics: Metrics
    counter: EventCounter
    housekeeping: BackgroundScheduler
    door: Door | None = None
    digests: Digests | None = None

    def routes(self, slack: WSGIApplication | None, socket: health.Check | None = None) -> Routes:
        """The HTTP side of it; in Socket Mode the page for keys is served there as well."""
        alive = self.digests.scheduler.alive if self.digests else None
        checks = health.checks(self.services, socket, alive)
        token = self.services.settings.metrics_token
        return Routes(slack, checks, self.metrics, token, self.door)

    def close(self, timeout_s: float) -> bool:
        """Finish the work that was taken; False where it takes longer than `timeout_s`."""
        deadline = time.monotonic() + timeout_s
        posted = self.digests is None or self.digests.scheduler.stop(timeout_s)
        drained = self.services.pool.drain(max(0.1, deadline - time.monotonic())) and posted
        self.housekeeping.shutdown(wait=False)
        self.counter.detach()
        if drained:
            self.services.close()
        return drained


def assemble(settings: Settings, pool: Pool | None = None, *, posting: bool = False) -> Parts:
    """Everything but the door: database upgraded, listeners registered, housekeeping begun.

    `posting`: digests are posted by this process, too.
    """
    metrics = Metrics()
    counter = EventCounter(metrics)
    more = threads_for(settings) if posting else 0
    services = build(settings, pool=pool or WorkPool(), more_threads=more)
    counter.attach()
    digests = begin_digests(services, metrics) if posting else None
    if digests is not None:
        services = replace(services, wake=digests.scheduler.wake)
    desk = build_desk(services, WORKING_AFTER_S)
    door = Door(desk) if settings.public_url is not None else None
    kept = housekeeping.start(services)
    return Parts(services, listen(desk), metrics, counter, kept, door, digests)


def begin_digests(services: Services, metrics: Metrics) -> Digests:
    """Post what is due, from now on."""
    watch = DigestMetrics(metrics.registry)
    digests = build_digests(services, watch, Surroundings(services))
    metrics.registry.register(OpenDigests(digests))
    digests.scheduler.start()
    return digests


def slack_door(app: App) -> WSGIApplication:
    """Bolt over HTTP, behind the guard that refuses what Bolt would trip over."""
    return Guard(SlackRequestHandler(app, path=SLACK_PATH))


def run(
    settings: Settings,
    *,
    socket_mode: bool,
    posting: bool = False,
    pool: Pool | None = None,
    stop_s: float = STOP_S,
) -> bool:
    """Serve until SIGTERM or SIGINT; whether all work was finished.

    `posting`: digests are posted, too. In Socket Mode the port answers for health and metrics
    alone. Raises BotError where the port, the database or Slack's door is closed.
    """
    with stop_signals() as stop:
        bound = bind(settings.host, settings.port)
        try:
            parts = assemble(settings, pool, posting=posting)
        except BaseException:
            bound.close()
            raise
        socket = _socket(parts.app, settings) if socket_mode else None
        routes = parts.routes(
            None if socket else slack_door(parts.app), socket.alive if socket else None
        )
        listener = Listener(routes, bound, _HEALTH_THREADS if socket else THREADS)
        listener.start()
        mode = "socket" if socket else "http"
        _log.info("started", extra={"host": settings.host, "port": listener.port, "mode": mode})
        parts.services.pool.submit(lambda: greet(parts.services))
        try:
            while not told(stop, 1.0):
                if socket:
                    socket.tend()
        finally:
            drained = _stop(parts, listener, socket, stop_s)
        return drained


def _stop(parts: Parts, listener: Listener, socket: Socket | None, stop_s: float) -> bool:
    """First nothing new, then what is under way, then the database."""
    deadline = time.monotonic() + stop_s
    _log.info("stopping")
    if socket and not socket.close():
        _log.warning("socket_not_closed")  # its threads end with the process
    listener.stop(min(5.0, stop_s))
    drained = parts.close(deadline - time.monotonic())
    (_log.info if drained else _log.warning)("stopped", extra={"work_finished": drained})
    return drained


def _socket(app: App, settings: Settings) -> Socket:
    token = settings.slack_app_token
    return Socket(app, token.reveal() if token else "")


def greet(services: Services) -> None:
    """Ask Slack once who we are, so that a wrong token shows at the start and not on Monday."""
    try:
        answer = services.client.auth_test()
    except SlackApiError as error:
        if is_refusal(error):
            _log.error("slack_token_refused", extra={"reason": reason_of(error)})
        else:
            _log.warning("slack_not_reached", extra={"reason": reason_of(error)})
    except BROKEN as error:
        _log.warning("slack_not_reached", extra={"reason": type(error).__name__})
    else:
        team_id = answer.get("team_id")
        _log.info("slack_reached", extra={"team_id": team_id})
        if isinstance(team_id, str) and team_id:
            _begin(services, team_id)


def _begin(services: Services, team_id: str) -> None:
    """Write down the account of the environment; questions find it also where that fails.

    Slack takes our token: digests that were suspended because it did not go on.
    """
    try:
        with transaction(services.engine) as connection:
            services.accounts.begin(connection, team_id)
            by = By(OPERATOR, "start", services.clock())
            subscribing.mend(connection, team_id, Reason.WORKSPACE, by)
    except StorageError as error:
        _log.error("account_not_written", extra={"reason": error.message})


@contextmanager
def stop_signals() -> Iterator[SimpleQueue[int]]:
    """Where SIGTERM and SIGINT are put; a second Ctrl-C does not wait any longer.

    A queue of this kind may be filled while it is waited at, by the same thread; an event's lock
    would be waited for by the very thread that holds it. Afterwards SIGTERM is ignored: the
    process is about to end, and a second one must not turn a clean end into another.
    """
    stop: SimpleQueue[int] = SimpleQueue()

    def on_signal(number: int, _: FrameType | None) -> None:
        stop.put(number)
        if number == signal.SIGINT:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {kind: signal.signal(kind, on_signal) for kind in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, before[signal.SIGINT])


def told(stop: SimpleQueue[int], wait_s: float) -> bool:
    try:
        stop.get(timeout=wait_s)
    except Empty:
        return False
    return True
