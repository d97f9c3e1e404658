"""Listeners by which somebody else is asked: for an account's key, or to mend one that is refused.

Whoever is asked is told by whom and what for, in a direct message with the button that does it.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC

from slack_bolt import Ack, App

from bot.calls import Sent
from bot.core.phrases.saying import weekday_moment
from bot.core.phrases.translation import home_of
from bot.core.rights import Standing
from bot.core.sentences import say
from bot.errors import BotError, RightsError
from bot.render import connecting as buttons
from bot.render.blocks import Block
from bot.render.connecting import lines_message, offer
from bot.render.key_forms import ASK_FORM, PERSON, ask_form
from bot.slack import connectors
from bot.slack.asker import Asker
from bot.slack.carrying import carried, carry
from bot.slack.desk import Desk
from bot.slack.jobs import take_press
from bot.slack.offers import told_last
from bot.slack.opening import not_opened
from bot.slack.place import Body, Press, Submission
from bot.slack.rights import Person
from bot.slack.saving_keys import FormError
from bot.slack.submitting import FormKind, take
from bot.storage import health
from bot.storage.accounts import Account
from bot.storage.connects import Purpose, Request

_log = logging.getLogger(__name__)


def register(app: App, desk: Desk) -> None:
    """Listen to Ask an Owner, to its form, and to Remind Them."""

    @app.action(buttons.ASK)
    def ask_owner(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _choose)

    @app.view(ASK_FORM)
    def chosen(ack: Ack, body: Body) -> None:
        take(desk, ack, body, FormKind(_ask, _again))

    @app.action(buttons.REMIND)
    def remind(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _remind)


def _choose(desk: Desk, press: Press) -> None:
    """The form for whom to ask; whoever may see figures here may ask for an account."""
    place = press.place
    asker = _insider(desk.admit(place))
    request = carried(press.value, place.user_id)
    if request is None or place.trigger_id is None:
        raise BotError(say("button.stale"))
    form = ask_form(carry(request), home_of(asker.person.locale))
    sent = desk.replies.open_form(place.trigger_id, form)
    if not sent.done:
        raise not_opened(sent)


def _ask(desk: Desk, sent: Submission) -> None:
    """Send the one who was chosen their own way to the form."""
    place = sent.place
    asker = _insider(desk.admit(place))
    request = carried(sent.metadata, place.user_id)
    if request is None:
        raise BotError(say("button.stale"))
    person = _chosen(desk, sent)
    language = home_of(person.locale)
    lines = [say("ask.told", person=asker.person.name), say("ask.told_hint")]
    if request.question:
        lines.append(say("ask.waiting", question=request.question))
    kept = carry(_asked_by(request, place.user_id))
    plan = lines_message(lines, language, [offer(buttons.CONNECT, kept, language)])
    posted = desk.replies.post(place.team_id, person.user_id, None, plan)
    if not posted.done:
        raise FormError(PERSON, _not_told(person, posted))
    _log.info("owner_asked")
    line = say("ask.sent", person=person.name)
    language = home_of(asker.person.locale)
    desk.replies.post(place.team_id, place.user_id, None, lines_message([line], language))


def _again(desk: Desk, sent: Submission, fault: str) -> Block:
    person = desk.admit(sent.place).person
    return ask_form(sent.metadata, home_of(person.locale), [fault])


def _chosen(desk: Desk, sent: Submission) -> Person:
    """The person who is to be asked; FormError where they can't connect an account here."""
    user_id = sent.values.get(PERSON, "")
    if user_id == sent.place.user_id:
        raise FormError(PERSON, say("ask.self"))
    person = desk.people.find(user_id)
    if person is None or person.standing is not Standing.MEMBER:
        raise FormError(PERSON, say("ask.nobody"))
    if connectors.why_not(person, connectors.workspace_of(desk)) is not None:
        raise FormError(PERSON, say("ask.may_not", person=person.name))
    return person


def _remind(desk: Desk, press: Press) -> None:
    """Tell the owner of an account that its key is refused, once a day whoever asks for it."""
    place = press.place
    asker = desk.admit(place)
    request = carried(press.value, place.user_id)
    if request is None or request.purpose is not Purpose.REPLACE_KEY:
        raise BotError(say("button.stale"))
    account = next(
        (one for one in _insider(asker).visible if one.account_id == request.account_id), None
    )
    if account is None or account.owner_user_id is None:
        raise BotError(say("account.gone"), say("account.gone_hint"))
    line = _reminded(desk, asker, account, request)
    desk.replies.whisper(place, lines_message([line], place.language))


def _reminded(desk: Desk, asker: Asker, account: Account, request: Request) -> str:
    """What became of it."""
    if account.failing_since is None:
        return say("remind.works")
    owner = desk.people.find(account.owner_user_id or "")
    if owner is None or owner.standing is not Standing.MEMBER:
        name = owner.name if owner is not None else account.owner_user_id
        return say("remind.gone", person=name)
    team_id, account_id = desk.card.get().team_id, account.account_id
    first = desk.keeper.write(
        lambda connection: health.tell_owner(connection, team_id, account_id, desk.now()),
        "owner_not_told",
    )
    if not first:
        when = told_last(account) or desk.now()
        clock = weekday_moment(when, asker.zone(None))
        return say("remind.already", person=owner.name, when=clock)
    posted = _tell(desk, team_id, asker.person, owner, account, request)
    if not posted.done:
        desk.keeper.write(
            lambda connection: health.not_told(connection, team_id, account_id), "owner_not_told"
        )
        raise BotError(_not_told(owner, posted))
    return say("remind.sent", person=owner.name)


def _tell(
    desk: Desk, team_id: str, by: Person, owner: Person, account: Account, request: Request
) -> Sent:
    """The message to the owner, with the button that mends it."""
    language = home_of(owner.locale)
    since = account.failing_since or desk.now()
    clock = weekday_moment(since, owner.zone or UTC)
    line = say("remind.told", person=by.name, account=account.name, since=clock)
    kept = carry(_asked_by(request, by.user_id))
    plan = lines_message([line], language, [offer(buttons.REPLACE, kept, language)])
    return desk.replies.post(team_id, owner.user_id, None, plan)


def _asked_by(request: Request, user_id: str) -> Request:
    """The same, for somebody else: whoever asks waits for it."""
    return replace(request, asked_by=user_id)


def _insider(asker: Asker) -> Asker:
    """RightsError for guests and people of other companies: nobody here is theirs to ask."""
    if asker.outsider:
        raise RightsError(say("connect.members"))
    return asker


def _not_told(person: Person, sent: Sent) -> str:
    """That a direct message did not reach them."""
    _log.warning("person_not_told", extra={"fate": sent.fate, "reason": sent.reason})
    return say("ask.failed", person=person.name, reason=sent.reason)
