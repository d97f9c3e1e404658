"""Forms that are sent in: what is wrong is said beside its field, the rest is a job's to save.

Each is acked within Slack's three seconds: nothing here asks Slack, Flow XO or the database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from slack_bolt import Ack, App

from bot.core import zones
from bot.core.account_names import key_of
from bot.core.own_words import is_own
from bot.core.phrases.new_names import must_be_possible
from bot.core.sentences import say, told
from bot.errors import ParseError
from bot.render import forms
from bot.render.forms import About, about, outsiders_view
from bot.render.inputs import Filled, filled
from bot.slack import client_channel, saving
from bot.slack.client_channel import Wanted, wanted_of
from bot.slack.desk import Desk
from bot.slack.jobs import hand_off, tell_busy
from bot.slack.place import Body, OddPayloadError, Place, Submission, from_submission

Fields = Mapping[str, Filled]
Save = Callable[[Desk, Place, About, Fields], None]


def register(app: App, desk: Desk) -> None:
    """Listen to every form that can be sent in."""

    @app.view(forms.PERSON)
    def person(ack: Ack, body: Body) -> None:
        _take(desk, ack, body, saving.save_person, _faults_of_person)

    @app.view(forms.ACCOUNT)
    def account(ack: Ack, body: Body) -> None:
        _take(desk, ack, body, saving.save_account, partial(_faults_of_account, desk.now()))

    @app.view(forms.CHANNEL)
    def channel(ack: Ack, body: Body) -> None:
        sent = from_submission(body)
        fields = filled(sent.view)
        wanted = wanted_of(fields)
        if wanted.lets_in and not _faults_of_channel(fields):
            name = fields.get("account", Filled((), ())).label
            ack(response_action="push", view=outsiders_view(_about(sent), wanted.carried(), name))
        else:
            _take(desk, ack, body, client_channel.save_channel, _faults_of_channel)

    @app.view(forms.OUTSIDERS)
    def outsiders(ack: Ack, body: Body) -> None:
        sent = from_submission(body)
        known = _about(sent)
        place = sent.place.inside(known.channel_id, known.language)
        wanted = Wanted.carried_by(known.wanted)

        def settle() -> None:
            client_channel.settle_channel(desk, place, known.account, wanted)

        if not hand_off(desk, place, settle):
            tell_busy(desk, place)
        ack(response_action="clear")


def _take(
    desk: Desk, ack: Ack, body: Body, save: Save, faults_of: Callable[[Fields], dict[str, str]]
) -> None:
    """Ack a form with what is wrong in it; else hand it on and let it close."""
    sent = from_submission(body)
    of, fields = _about(sent), filled(sent.view)
    place = sent.place.inside(of.channel_id, of.language)
    faults = faults_of(fields)
    if not faults and not hand_off(desk, place, lambda: save(desk, place, of, fields)):
        faults = dict.fromkeys(list(fields)[:1], say("busy"))
    if faults:
        errors = {block_id: told(fault, of.language) for block_id, fault in faults.items()}
        ack(response_action="errors", errors=errors)
    else:
        ack()


def _about(sent: Submission) -> About:
    known = about(sent.metadata)
    if known is None:
        raise OddPayloadError("a form says nothing of itself")
    return known


def _faults_of_person(fields: Fields) -> dict[str, str]:
    connecting, connectors = fields.get("connecting"), fields.get("connectors")
    if connecting and connecting.text == "named" and connectors and not connectors.value:
        return {"connectors": say("form.nobody_named")}
    return {}


def _faults_of_account(now: datetime, fields: Fields) -> dict[str, str]:
    faults = {}
    name, zone = fields.get("name"), fields.get("zone")
    if name and name.changed and (fault := _fault_of_name(name.text, now)):
        faults["name"] = fault
    if zone and zone.text and zone.changed and (fault := _fault_of_zone(zone.text)):
        faults["zone"] = fault
    return faults


def _fault_of_name(name: str, now: datetime) -> str | None:
    try:
        must_be_possible(name, ())
    except ParseError as error:
        return error.message
    if is_own(name, now):
        return say("name.unusable")
    return None if key_of(name) else say("name_unseen")


def _fault_of_zone(text: str) -> str | None:
    try:
        zone = zones.find(text)
    except ParseError as error:
        return say("both", first=error.message, second=error.hint)
    return None if saving.zone_key(zone) else say("form.zone_offset")


def _faults_of_channel(fields: Fields) -> dict[str, str]:
    account, client = fields.get("account"), fields.get("client")
    unset = account is not None and account.text == forms.UNSET
    # What is switched on already without an account may stay so, and be switched off.
    if unset and client and (client.added or (client.value and account and account.changed)):
        return {"client": say("form.need_account")}
    return {}
