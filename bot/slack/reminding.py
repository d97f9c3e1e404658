"""Listeners by which somebody else is asked: for an account's key, or to mend one that is refused.

Whoever is asked is told by whom and what for, in a direct message with the button that does it.
That a key is refused its owner is told; where there is none, an admin whom the presser chooses.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from slack_bolt import Ack, App

from bot.calls import Sent
from bot.core.phrases.saying import weekday_moment
from bot.core.phrases.translation import home_of
from bot.core.rights import Act, Standing
from bot.core.sentences import say
from bot.errors import BotError, RightsError
from bot.render import connecting as buttons
from bot.render.blocks import Block
from bot.render.connecting import lines_message, offer
from bot.render.key_forms import ASK_FORM, PERSON, REMIND_FORM, ask_form, remind_form
from bot.slack import connectors, keepers
from bot.slack.asker import Asker
from bot.slack.carrying import carried, carry
from bot.slack.desk import Desk
from bot.slack.jobs import take_press
from bot.slack.opening import not_opened
from bot.slack.place import Body, Press, Submission
from bot.slack.rights import Person
from bot.slack.saving_keys import FormError
from bot.slack.submitting import FormKind, take
from bot.storage.accounts import DEFAULT_ID, Account
from bot.storage.connects import Request

_log = logging.getLogger(__name__)


def register(app: App, desk: Desk) -> None:
    """Listen to Ask an Owner, to Remind Them, and to the forms of both."""

    @app.action(buttons.ASK)
    def ask_owner(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _choose)

    @app.view(ASK_FORM)
    def chosen(ack: Ack, body: Body) -> None:
        take(desk, ack, body, FormKind(_ask, _ask_again))

    @app.action(buttons.REMIND)
    def remind(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _remind)

    @app.view(REMIND_FORM)
    def admin_chosen(ack: Ack, body: Body) -> None:
        take(desk, ack, body, FormKind(_remind_admin, _remind_again))


def _choose(desk: Desk, press: Press) -> None:
    """The form for whom to ask; whoever may see figures here may ask for an account."""
    place = press.place
    asker = _insider(desk.admit(place))
    form = ask_form(carry(carried(press.value, place.user_id)), home_of(asker.person.locale))
    _open(desk, press, form)


def _open(desk: Desk, press: Press, form: Block) -> None:
    sent = desk.replies.open_form(press.place.trigger_id or "", form)
    if not sent.done:
        raise not_opened(sent)


def _ask(desk: Desk, sent: Submission) -> None:
    """Send the one who was chosen their own way to the form."""
    place = sent.place
    asker = _insider(desk.admit(place))
    request = carried(sent.metadata, place.user_id)
    person = _somebody(desk, sent)
    if person is None or person.standing is not Standing.MEMBER:
        raise FormError(PERSON, say("ask.nobody"))
    if connectors.why_not(person, connectors.workspace_of(desk)) is not None:
        raise FormError(PERSON, say("ask.may_not", person=person.name))
    language = home_of(person.locale)
    lines = [say("ask.told", person=asker.person.name), say("ask.told_hint")]
    lines += [say("ask.waiting", question=request.question)] if request.question else []
    kept = carry(replace(request, asked_by=place.user_id))
    plan = lines_message(lines, language, [offer(buttons.CONNECT, kept, language)])
    posted = desk.replies.post(place.team_id, person.user_id, None, plan)
    if not posted.done:
        raise FormError(PERSON, _not_told(person, posted))
    _log.info("owner_asked")
    _confirm(desk, asker, say("ask.sent", person=person.name))


def _ask_again(desk: Desk, sent: Submission, fault: str) -> Block:
    person = desk.admit(sent.place).person
    return ask_form(sent.metadata, home_of(person.locale), [fault])


def _somebody(desk: Desk, sent: Submission) -> Person | None:
    """Whoever was chosen, where Slack knows them; FormError for whoever chose."""
    user_id = sent.values.get(PERSON, "")
    if user_id == sent.place.user_id:
        raise FormError(PERSON, say("ask.self"))
    return desk.people.find(user_id)


def _confirm(desk: Desk, asker: Asker, line: str) -> None:
    """What became of a form that was sent in: it has closed by itself."""
    plan = lines_message([line], home_of(asker.person.locale))
    desk.replies.post(desk.card.get().team_id, asker.person.user_id, None, plan)


def _remind(desk: Desk, press: Press) -> None:
    """Tell the owner of an account that its key is refused, or ask which admin is to be told."""
    place = press.place
    asker, request = _insider(desk.admit(place)), carried(press.value, place.user_id)
    account = connectors.meant(asker, request)
    asker.must(Act.ASK, account)
    line = _needless(desk, asker, account)
    if line is None:
        owner = keepers.owner_of(desk, account)
        if owner is None:
            form = remind_form(carry(request), home_of(asker.person.locale), account.name)
            _open(desk, press, form)
            return
        line = _told(desk, asker, owner, account, request, BotError)
    desk.replies.whisper(place, lines_message([line], place.language))


def _remind_admin(desk: Desk, sent: Submission) -> None:
    """Tell the admin who was chosen."""
    asker, account, request = _reminding(desk, sent)
    person = _somebody(desk, sent)
    if person is None or not keepers.may_mend(person, account):
        name = person.name if person is not None else sent.values.get(PERSON, "")
        raise FormError(PERSON, say("remind.may_not", person=name))
    line = _needless(desk, asker, account)
    if line is None:
        line = _told(desk, asker, person, account, request, partial(FormError, PERSON))
    _confirm(desk, asker, line)


def _remind_again(desk: Desk, sent: Submission, fault: str) -> Block:
    asker, account, _ = _reminding(desk, sent)
    return remind_form(sent.metadata, home_of(asker.person.locale), account.name, [fault])


def _reminding(desk: Desk, sent: Submission) -> tuple[Asker, Account, Request]:
    """Who sends it in, where they pressed, and about which account."""
    request = carried(sent.metadata, sent.place.user_id)
    place = sent.place.inside(request.channel_id, sent.place.language)
    asker = _insider(desk.admit(place))
    account = connectors.meant(asker, request)
    asker.must(Act.ASK, account)
    return asker, account, request


def _needless(desk: Desk, asker: Asker, account: Account) -> str | None:
    """Why nobody need be told now, where nobody need be."""
    if account.failing_since is None:
        return say("remind.works")
    return _already(desk, asker, account) if keepers.told_today(desk, account) else None


def _already(desk: Desk, asker: Asker, account: Account) -> str:
    when = weekday_moment(account.told_at or desk.now(), asker.zone(None))
    owner = keepers.owner_of(desk, account)
    if owner is None:
        return say("remind.already_one", when=when)
    return say("remind.already", person=owner.name, when=when)


def _told(
    desk: Desk, asker: Asker, person: Person, account: Account, request: Request,
    failed: Callable[[str], BotError],
) -> str:  # fmt: skip
    """Tell a person; what became of it, or what `failed` makes of that it did not reach them."""
    by, since = asker.person, keepers.since(desk, account, person)
    line = say("remind.told", person=by.name, account=account.name, since=since)
    if account.account_id == DEFAULT_ID:
        line = say("remind.told_operator", person=by.name, since=since)
    # Whoever asks waits for it.
    kept = replace(request, asked_by=by.user_id)
    posted = keepers.tell(desk, person, [account], lambda _: line, kept)
    if posted is None:
        return _already(desk, asker, account)
    if not posted.done:
        raise failed(_not_told(person, posted))
    return say("remind.sent", person=person.name)


def _insider(asker: Asker) -> Asker:
    """RightsError for guests and people of other companies: nobody here is theirs to ask."""
    if asker.outsider:
        raise RightsError(say("connect.members"))
    return asker


def _not_told(person: Person, sent: Sent) -> str:
    """That a direct message did not reach them."""
    _log.warning("person_not_told", extra={"fate": sent.fate, "reason": sent.reason})
    return say("ask.failed", person=person.name, reason=sent.reason)
