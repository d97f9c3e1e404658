"""The form of a digest: opened for whoever may change it, and saved as far as it was touched.

One that is not saved yet has the same form; nothing is stored before it is sent in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.accounts import AccountName
from bot.core.digest import Digest
from bot.core.digest_making import is_person
from bot.core.rights import Act, Standing
from bot.core.sentences import say
from bot.errors import BotError
from bot.render import digest_forms as views
from bot.render.blocks import Block, actions
from bot.render.digest_cards import EDIT, buttons_of
from bot.render.digest_forms import DigestForm, digest_view, form_for, form_of, with_more
from bot.render.inputs import Filled, filled
from bot.render.notice import notice
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.digests import found, rooms, saved, wishes
from bot.slack.digests.filling import Sent
from bot.slack.digests.wishes import Wish
from bot.slack.modals import open_modal
from bot.slack.place import Place, Press, Submission
from bot.slack.questions import read_digest
from bot.slack.saving_keys import FormError
from bot.storage.accounts import Account


def edit(desk: Desk, place: Place, number: int) -> None:
    """Open the form of a digest; where there is nothing to open one with, a button does it."""
    asker = desk.admit(place)
    mine = found.mine(desk, place, asker, number)
    digest = found.set_in(mine)
    form = form_for(
        digest, mine.target, place.channel_id, place.language, number, mine.owner_user_id
    )
    if open_modal(desk, place, digest_view(form, _accounts(asker))) is None:
        row = actions(buttons_of(number, (EDIT,), place.language))
        desk.replies.whisper(place, notice([say("digest.form.press")], place.language, row))


def edit_unsaved(desk: Desk, place: Place, text: str) -> None:
    """Open the form of a digest that was read back, and is not saved."""
    asker = desk.admit(place)
    wish = wishes.new(desk, read_digest(desk, place, asker, text))
    form = form_for(wish.digest, wish.target, place.channel_id, place.language, None, "")
    if open_modal(desk, place, digest_view(form, _accounts(asker))) is None:
        raise BotError(say("digest.form.closed"))


def show_more(desk: Desk, press: Press) -> None:
    """Show the rest of the form that was pressed in; what was typed there stays."""
    known = form_of(press.metadata)
    if known is None or not press.view_id:
        raise BotError(say("button.stale"))
    form, _ = known
    place = press.place.inside(form.channel_id, form.language)
    asker = found.insider(desk.admit(place))
    if form.number is not None:
        found.mine(desk, place, asker, form.number)
    view = digest_view(with_more(form), _accounts(asker))
    desk.replies.change_form(press.view_id, view)


def take_in(desk: Desk, sent: Submission) -> None:
    """Save what a form changes; FormError beside the input that is wrong."""
    form, digest, place = _opened(sent)
    asker = found.insider(desk.admit(place, afresh=True))
    place = asker.at(place)
    fields = filled(sent.view)
    if form.number is None:
        wish = _wish(desk, place, form, digest, Sent(fields, desk.now()))
        plan = saved.create(desk, place, wish)
    else:
        mine = found.mine(desk, place, asker, form.number)
        now_set = found.set_in(mine)
        wish = _wish(
            desk, place, replace(form, target=mine.target), now_set, Sent(fields, desk.now())
        )
        owner = _owner(desk, fields)
        plan = saved.change(desk, place, mine, wish, owner)
    desk.replies.whisper(place, plan)


def again(desk: Desk, sent: Submission, line: str) -> Block:
    """The form anew, with what is wrong above it."""
    form, _, place = _opened(sent)
    return digest_view(form, _accounts(desk.admit(place)), [line])


def _opened(sent: Submission) -> tuple[DigestForm, Digest, Place]:
    known = form_of(sent.metadata)
    if known is None:
        raise BotError(say("button.stale"))
    form, digest = known
    return form, digest, sent.place.inside(form.channel_id, form.language)


def _wish(desk: Desk, place: Place, form: DigestForm, digest: Digest, sent: Sent) -> Wish:
    """What the form makes of a digest, and who may have that where it goes."""
    target, new = form.target, form.number is None
    field = sent.touched(views.TARGET)
    if field is not None:
        target = field.text or place.user_id
    if new and is_person(target):
        target = place.user_id
    moved = new or field is not None
    room = _look(desk, place, target) if moved and not is_person(target) else None
    there = wishes.asker_at(desk, place, target, afresh=True)
    account = _account(there, digest, sent)
    chosen = sent.touched(views.ACCOUNT) is not None
    if chosen or moved:
        try:
            wishes.must_show(there, account)
        except BotError as error:
            raise FormError(
                views.ACCOUNT if chosen else views.TARGET, error.message, error.hint
            ) from error
    if chosen and account is not None:
        sent = replace(sent, week_start=account.week_start)
    changed = sent.applied(digest)
    return Wish(changed, target, there, account, room, alter=sent.applied)


def _look(desk: Desk, place: Place, target: str) -> rooms.Room:
    try:
        return rooms.look(desk, place, target)
    except BotError as error:
        raise FormError(views.TARGET, error.message, error.hint) from error


def _account(there: Asker, digest: Digest, sent: Sent) -> Account | None:
    field = sent.touched(views.ACCOUNT)
    try:
        if field is None:
            return wishes.account_of(there, digest)
        return wishes.account_of(there, field.text if field.text == "all" else int(field.text))
    except (BotError, ValueError) as error:
        message = error.message if isinstance(error, BotError) else say("account.gone")
        raise FormError(views.ACCOUNT, message) from error


def _owner(desk: Desk, fields: Mapping[str, Filled]) -> str | None:
    """Who is to own it, where that was touched; FormError for who is no full member."""
    field = fields.get(views.OWNER)
    if field is None or not field.changed:
        return None
    person = desk.people.find(field.text, afresh=True)
    if person is None or person.standing is not Standing.MEMBER:
        name = desk.people.called(field.text)
        raise FormError(views.OWNER, say("digest.form.no_member", name=name))
    return field.text


def _accounts(asker: Asker) -> list[AccountName]:
    """Those that a digest can be about, as far as the person may know."""
    listed = [one for one in asker.known if asker.may(Act.ASK, one)]
    return [AccountName(one.number, one.name) for one in listed]
