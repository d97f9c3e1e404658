"""Opens the form for a key to one person: our page by a link of its own, else a form in Slack.

Rights and storage come first; what is typed there is read elsewhere.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.calls import Sent
from bot.core.own_words import is_own
from bot.core.phrases.translation import home_of
from bot.core.sentences import say
from bot.errors import BotError
from bot.render.blocks import Block
from bot.render.connecting import CONNECT, REPLACE, lines_message, offer, page_button
from bot.render.key_forms import connect_form, replace_form
from bot.slack.asker import Asker
from bot.slack.carrying import carry
from bot.slack.connectors import account_of, must
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.slack.questions import Question
from bot.storage import connects
from bot.storage.connects import Purpose, Request

_log = logging.getLogger(__name__)
# The form was asked for in time, and Slack says that it was not: pressing once more helps.
_LATE = frozenset({"trigger_expired", "trigger_exchanged"})
PATH = "/connect/"


def begin(desk: Desk, question: Question) -> None:
    """What `connect` and `connect Acme` do."""
    name = question.query.name
    if name is not None and is_own(name, desk.now()):
        raise BotError(say("name.unusable"))
    request = Request(Purpose.CONNECT, question.place.user_id, name=name)
    open_form(desk, question.place, question.asker, request, question.notes)


def open_form(
    desk: Desk, place: Place, asker: Asker, request: Request, lines: Sequence[str] = ()
) -> None:
    """Let `asker` type the key that `request` is about; `lines` are said beside it.

    BotError where they may not, or it could not be kept.
    """
    must(desk, asker, request)
    if desk.services.settings.public_url is not None:
        _send_link(desk, place, asker, request, lines)
    elif place.trigger_id is None:
        _send_button(desk, place, asker, request, lines)
    else:
        sent = desk.replies.open_form(place.trigger_id, form_of(asker, request, lines))
        if not sent.done and place.command is not None:
            _send_button(desk, place, asker, request, lines)
        elif not sent.done:
            raise not_opened(sent)


def form_of(asker: Asker, request: Request, lines: Sequence[str] = ()) -> Block:
    """The form in Slack."""
    language, kept = home_of(asker.person.locale), carry(request)
    if request.purpose is Purpose.REPLACE_KEY:
        return replace_form(kept, language, account_of(asker, request).name, lines)
    return connect_form(kept, language, name=request.name or "", lines=lines)


def not_opened(sent: Sent) -> BotError:
    """Why Slack did not open a form."""
    _log.warning("form_not_opened", extra={"fate": sent.fate, "reason": sent.reason})
    if sent.reason in _LATE:
        return BotError(say("connect.too_late"))
    return BotError(say("connect.not_opened", reason=sent.reason))


def _send_link(
    desk: Desk, place: Place, asker: Asker, request: Request, lines: Sequence[str]
) -> None:
    """A private message with a link that works once; where it fails nobody else has it."""
    token = desk.keeper.write(
        lambda connection: connects.issue(connection, place.team_id, request, desk.now()),
        "form_not_issued",
    )
    url = f"{desk.services.settings.public_url}{PATH}{token.reveal()}"
    said = [_first("connect.link", asker, request), say("connect.link_once"), *lines]
    button = page_button(url, place.language)
    desk.replies.whisper(place, lines_message(said, place.language, [button]))


def _send_button(
    desk: Desk, place: Place, asker: Asker, request: Request, lines: Sequence[str]
) -> None:
    """A private message with a button that opens the form: what was typed gave no way to."""
    action_id = REPLACE if request.purpose is Purpose.REPLACE_KEY else CONNECT
    button = offer(action_id, carry(request), place.language)
    said = [_first("connect.press", asker, request), *lines]
    desk.replies.whisper(place, lines_message(said, place.language, [button]))


def _first(key: str, asker: Asker, request: Request) -> str:
    """The sentence `key`, with the account's name where it has one."""
    name = request.name
    if request.purpose is Purpose.REPLACE_KEY:
        name = account_of(asker, request).name
    return say(key, account=name) if name else say(f"{key}_unnamed")
