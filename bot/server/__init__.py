"""The bot as a process: `run`, `serve`, `scheduler` for the command line, `wsgi` for gunicorn."""

from __future__ import annotations

import atexit
import logging
import os
import sys
import threading
from collections.abc import Callable, Mapping
from wsgiref.types import WSGIApplication

from bot import logs
from bot.errors import BotError
from bot.server.process import STOP_S, assemble, run, slack_door
from bot.server.scheduling import run_scheduler
from bot.settings import SERVE, Settings, load, misspelt

__all__ = ["factory", "run", "run_scheduler", "set_up_logging", "wsgi"]

_log = logging.getLogger(__name__)
# gunicorn takes this code as "do not start another worker", which would fail the same way.
_GIVE_UP = 3


def set_up_logging(settings: Settings) -> None:
    """Log as the settings say, every configured secret masked."""
    held = [secret.reveal() for secret in settings.secrets()]
    # The path of an SQLite file is no secret, and whoever reads the log needs it.
    held = [text for text in held if not text.startswith("sqlite:")]
    logs.configure(settings.log_level, settings.log_format, secrets=held)


def wsgi() -> WSGIApplication:
    """The factory for a WSGI server, over HTTP alone: gunicorn "bot.server:wsgi()".

    Reads the environment (never `.env`). What keeps it from starting is logged in a sentence.
    """
    try:
        app, end = factory(os.environ)
    except BotError as error:
        sys.stderr.write(f"{error.message}\n{error.hint}\n")
        raise SystemExit(_GIVE_UP) from None
    _at_the_end(end)
    return app


def _at_the_end(end: Callable[[], None]) -> None:
    """Call `end` while threads can still hand work to other threads.

    By the time of `atexit` the interpreter refuses that, and what was taken could not be finished;
    `concurrent.futures` has the same need, and this is its way.
    """
    register = getattr(threading, "_register_atexit", atexit.register)
    register(end)


def factory(environ: Mapping[str, str]) -> tuple[WSGIApplication, Callable[[], None]]:
    """What `wsgi` serves, and what to call when the server has answered its last request.

    Raises SettingsError or StorageError where the bot cannot start.
    """
    settings = load(environ, need=SERVE, serving=True)
    set_up_logging(settings)
    for sentence in misspelt(environ):
        _log.warning("setting_unknown", extra={"hint": sentence})
    parts = assemble(settings)

    def end() -> None:
        _log.info("stopped", extra={"work_finished": parts.close(STOP_S)})

    return parts.routes(slack_door(parts.app)), end
