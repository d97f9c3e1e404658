"""Hands a listener's work to the pool: done once, within its log context, its errors told.

Must return at once: the ack waits for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from slack_bolt import Ack

from bot import logs
from bot.core.sentences import say
from bot.errors import BusyError
from bot.slack import failures
from bot.slack.desk import Desk
from bot.slack.place import Body, Place, Press, from_press

_log = logging.getLogger(__name__)


def hand_off(desk: Desk, place: Place, job: Callable[[], None]) -> bool:
    """Do `job` soon, unless the same request was seen; False when the pool is full."""
    fields = dict(logs.current())

    def run() -> None:
        with logs.bound(**fields):
            _attempt(desk, place, job)

    taken = desk.services.pool.submit(run)
    if not taken:
        _log.warning("pool_full")
    return taken


def take_press(desk: Desk, ack: Ack, body: Body, act: Callable[[Desk, Press], None]) -> None:
    """Ack a press and hand it on, once where it was pressed twice."""
    press = from_press(body)

    def job() -> None:
        if not desk.presses.first(press.twin):
            _log.info("press_doubled")
            return
        try:
            act(desk, press)
        except BaseException:
            desk.presses.forget(press.twin)
            raise

    if not hand_off(desk, press.place, job):
        tell_busy(desk, press.place)
    ack()


def tell_busy(desk: Desk, place: Place) -> None:
    """Say so where an ack cannot: in a lane of its own, since the pool is what is full."""
    desk.spare.submit(lambda: failures.tell(desk, place, BusyError(say("busy"))))


def _attempt(desk: Desk, place: Place, job: Callable[[], None]) -> None:
    if not desk.once.first(place.keys):
        _log.info("request_repeated")
        return
    try:
        job()
    except Exception as error:  # the edge: what Bolt's error handler is to listeners
        failures.tell(desk, place, error)
    finally:
        desk.once.finish(place.keys)
