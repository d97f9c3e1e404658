"""A form in Slack that was sent in: taken within Slack's three seconds, done by a job of the pool.

What is done in time is told beside the input or closes the form; what takes longer shows that it
is being worked on, and then what came of it. Must log nothing that was typed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock

from slack_bolt import Ack

from bot import logs
from bot.core.phrases.translation import home_of
from bot.core.sentences import say, told
from bot.errors import BotError
from bot.render.blocks import Block
from bot.render.key_forms import note_form
from bot.slack import failures
from bot.slack.desk import Desk
from bot.slack.place import Body, Submission, from_submission
from bot.slack.saving_keys import FormError

_log = logging.getLogger(__name__)
# Slack waits three seconds for the ack, the way there and back among them.
WAIT_S = 2.0
# Slack must have shown what the ack says before it is told what comes after.
_SETTLE_S = 1.0


@dataclass(frozen=True, slots=True)
class FormKind:
    """What is done with one kind of form, and the form anew with a line above.

    `act` raises FormError where an input is wrong, another BotError where it can't be done.
    `again` is for what took too long to be told beside the input.
    """

    act: Callable[[Desk, Submission], None]
    again: Callable[[Desk, Submission, str], Block]


class _Outcome:
    """What came of it, handed from the job to the ack if that still waits for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known = Event()
        self._late = False
        self.error: BotError | None = None

    def wait(self, timeout_s: float) -> bool:
        """Whether it is known in time; if not, the job is to tell it."""
        if self._known.wait(timeout_s):
            return True
        with self._lock:
            self._late = not self._known.is_set()
            return not self._late

    def settle(self, error: BotError | None) -> bool:
        """Whether the ack tells it."""
        with self._lock:
            self.error = error
            self._known.set()
            return not self._late


def take(desk: Desk, ack: Ack, body: Body, kind: FormKind) -> None:
    """Have `kind` done, and ack with what came of it or that it goes on."""
    sent, outcome, fields = from_submission(body), _Outcome(), dict(logs.current())

    def job() -> None:
        with logs.bound(**fields):
            error = _attempt(desk, kind, sent)
            if not outcome.settle(error):
                time.sleep(_SETTLE_S)
                _tell_late(desk, kind, sent, error)

    if not desk.services.pool.submit(job):
        _log.warning("pool_full")
        outcome.settle(FormError(next(iter(sent.values), ""), say("busy")))
    in_time, language = outcome.wait(WAIT_S), _language(desk, sent)
    if not in_time:
        ack(response_action="update", view=note_form(say("key_form.working"), language))
    elif isinstance(outcome.error, FormError):
        ack(
            response_action="errors",
            errors={outcome.error.field: _whole(outcome.error, language)},
        )
    elif outcome.error is not None:
        line = _whole(outcome.error, language)
        ack(response_action="update", view=note_form(line, language))
    else:
        ack()


def _language(desk: Desk, sent: Submission) -> str:
    """That of whoever sent it in, as far as it is known: the ack waits for no call."""
    person = desk.people.known(sent.place.user_id)
    return home_of(person.locale if person is not None else None)


def _attempt(desk: Desk, kind: FormKind, sent: Submission) -> BotError | None:
    """Do it; why it could not be done, as its sender may know it."""
    try:
        kind.act(desk, sent)
    except FormError as error:
        return error
    except Exception as error:  # the edge: what Bolt's error handler is to listeners
        return failures.explain(error)
    return None


def _tell_late(desk: Desk, kind: FormKind, sent: Submission, error: BotError | None) -> None:
    language = _language(desk, sent)
    if isinstance(error, FormError):
        form = kind.again(desk, sent, _whole(error, language))
    else:
        line = say("key_form.saved") if error is None else _whole(error, language)
        form = note_form(line, language)
    changed = desk.replies.change_form(sent.view_id, form)
    if not changed.done:
        # Closed by then, most likely: what was saved is told in a message as well.
        _log.info("form_not_changed", extra={"reason": changed.reason})


def _whole(error: BotError, language: str) -> str:
    """All that there is to say of it, on one line."""
    return " ".join(told(line, language) for line in (error.message, error.hint) if line)
