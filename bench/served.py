"""A server process to measure: `python -m bench.served KIND PORT`, until SIGTERM.

"ours" is the bot as it is; "empty" the same with every job replaced by nothing; "stock" a Bolt app
whose one command acks and does nothing; "stock32" the same with 32 threads, which suit it
better. All stand behind waitress.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from wsgiref.types import WSGIApplication

from slack_bolt import Ack, App
from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot import logs
from bot.server.listening import THREADS, Listener, bind
from bot.server.process import slack_door
from bot.settings import load
from bot.slack.app import build_app
from bot.slack.work import WorkPool
from bot.wiring import build


class EmptyJobs(WorkPool):
    """The real pool, handed the real jobs, of which it runs none."""

    def submit(self, fn: Callable[[], None]) -> bool:
        """Hand over an empty job in the place of `fn`."""
        del fn
        return super().submit(_nothing)


def _nothing() -> None:
    return None


def _stock() -> WSGIApplication:
    app = App(
        token=os.environ["SLACK_BOT_TOKEN"],
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        token_verification_enabled=False,
        request_verification_enabled=True,
    )
    app.client.base_url = os.environ["SLACK_API_URL"]

    @app.command("/flowxo")
    def flowxo(ack: Ack) -> None:
        ack()

    return SlackRequestHandler(app, path="/slack/events")


def main(kind: str, port: int) -> None:
    """Serve on `port` until SIGTERM."""
    stop: list[int] = []
    logs.configure("ERROR", "json", secrets=())
    signal.signal(signal.SIGTERM, lambda number, _: stop.append(number))
    pool = EmptyJobs() if kind == "empty" else WorkPool()
    if kind in ("stock", "stock32"):
        door = _stock()
    else:
        door = slack_door(build_app(build(load(os.environ), pool=pool)))
    threads = 32 if kind == "stock32" else THREADS
    listener = Listener(door, bind("127.0.0.1", port), threads)
    listener.start()
    while not stop:  # an event without a time-out may miss a signal that comes just before
        time.sleep(0.1)
    listener.stop(1.0)
    pool.drain(60.0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
