"""Saves what forms were told: rights are looked at once more, afresh, before anything is written.

Only what was touched in a form is changed: one that was open for long takes nothing back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.core import zones
from bot.core.periods import zone_name
from bot.core.rights import Act, Standing
from bot.core.sentences import say
from bot.errors import BotError, RightsError
from bot.render import forms
from bot.render.choice import names_line
from bot.render.forms import About
from bot.render.inputs import Filled
from bot.render.notice import notice
from bot.slack.asker import Asker
from bot.slack.changing import change
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage import accounts, preferences, workspaces
from bot.storage.accounts import Account, Outcome, Visibility
from bot.storage.audit import By
from bot.storage.preferences import DateOrder, Preferences
from bot.storage.workspaces import Connecting, Workspace

Fields = Mapping[str, Filled]


def zone_key(zone: tzinfo) -> str | None:
    """How a zone is stored: by its name; None for an offset, which knows no clock changes."""
    if isinstance(zone, ZoneInfo):
        return zone.key
    return "UTC" if zone_name(zone) == "UTC" else None


def save_person(desk: Desk, place: Place, _: About, fields: Fields) -> None:
    """A person's date order and language; for admins, who may connect."""
    asker = desk.admit(place, afresh=True)
    restricts = any(fields[one].changed for one in ("connecting", "connectors") if one in fields)
    if restricts:
        _must_restrict(desk, asker, fields)

    def work(connection: Connection, by: By) -> tuple[Preferences, Preferences]:
        before = preferences.get(connection, place.team_id, place.user_id)
        after = _preferred(before, fields)
        preferences.keep(connection, place.team_id, place.user_id, after, by)
        if restricts:
            wanted = _restricted(workspaces.get(connection, place.team_id), fields)
            workspaces.restrict(connection, place.team_id, wanted, by)
        return before, after

    before, after = change(desk, place, "settings", work)
    desk.tastes.of(place)
    place = replace(place, language=after.language or place.language)
    lines = []
    if before.date_order != after.date_order:
        lines.append(_changed("date_order", _order(before), _order(after)))
    if before.language != after.language:
        lines.append(_changed("language", _language(before), _language(after)))
    lines += [say("form.connecting_saved")] if restricts else []
    _tell(desk, place, lines)


def _must_restrict(desk: Desk, asker: Asker, fields: Fields) -> None:
    """RightsError for who is no admin; BotError for naming somebody who is no full member."""
    if not asker.admin:
        raise RightsError(say("rights.admins"))
    for user_id in fields["connectors"].added if "connectors" in fields else ():
        person = desk.people.find(user_id)
        if person is None or person.standing is not Standing.MEMBER:
            name = desk.people.called(user_id)
            raise BotError(say("form.no_member", name=name), say("form.nothing_saved"))


def _preferred(before: Preferences, fields: Fields) -> Preferences:
    order, language = fields.get("date_order"), fields.get("language")
    after = before
    if order and order.changed:
        chosen = None if order.text == forms.UNSET else DateOrder(order.text)
        after = replace(after, date_order=chosen)
    if language and language.changed:
        after = replace(after, language=None if language.text == forms.UNSET else language.text)
    return after


def _restricted(before: Workspace, fields: Fields) -> Workspace:
    who, named = fields.get("connecting"), fields.get("connectors")
    connecting = Connecting(who.text) if who and who.changed else before.connecting
    return Workspace(connecting, _with(before.connectors, named))


def _with(before: tuple[str, ...], field: Filled | None) -> tuple[str, ...]:
    """What is chosen now: what was, without what was taken out, and what was put in."""
    if field is None:
        return before
    kept = [one for one in before if one not in field.removed]
    return tuple(dict.fromkeys((*kept, *field.added)))


def _order(wanted: Preferences) -> str:
    return say(f"form.{wanted.date_order}") if wanted.date_order else say("form.as_slack")


def _language(wanted: Preferences) -> str:
    names = {code: name for name, code in forms.LANGUAGES}
    return names[wanted.language] if wanted.language else say("form.as_typed")


def save_account(desk: Desk, place: Place, of: About, fields: Fields) -> None:
    """What of an account was touched in its form."""
    asker = desk.admit(place, afresh=True)
    account = asker.numbered(-1 if of.account is None else of.account)
    asker.must(Act.CHANGE, account)

    def work(connection: Connection, by: By) -> tuple[Account, Account]:
        key = (connection, place.team_id, account.account_id)
        before = accounts.get(*key)
        if before is None:
            raise BotError(say("account.gone"), say("account.gone_hint"))
        name = fields.get("name")
        if name and name.changed:
            saved = accounts.rename(*key, name.text, by)
            if saved and saved.outcome is Outcome.NAME_TAKEN:
                seen = asker.knows(saved.account)
                taken = say("form.name_taken", name=name.text) if seen else say("name.unusable")
                raise BotError(taken, say("form.nothing_saved"))
            if saved and saved.outcome is Outcome.NAME_IS_KEY:
                raise BotError(say("name_is_key"), say("form.nothing_saved"))
        after = accounts.change(*key, by, **_asked_of(before, fields))
        return before, after or before

    before, after = change(desk, place, "settings", work)
    _tell(desk, asker.at(place), list(_differences(before, after)))


def _asked_of(before: Account, fields: Fields) -> accounts.Changes:
    changes: accounts.Changes = {}
    touched = {name: field for name, field in fields.items() if field.changed}
    if "zone" in touched:
        text = touched["zone"].text
        changes["zone"] = zone_key(zones.find(text)) if text else None
    if "week_start" in touched:
        changes["week_start"] = int(touched["week_start"].text)
    if "visibility" in touched:
        changes["visibility"] = Visibility(touched["visibility"].text)
    if "masking" in touched:
        changes["masking"] = forms.MASKED in touched["masking"].value
    if "hidden" in touched:
        changes["hidden"] = _with(before.hidden, touched["hidden"])
    return changes


def _differences(before: Account, after: Account) -> Iterator[str]:
    """What became of an account, a line each."""
    if before.name != after.name:
        yield _changed("name", before.name, after.name)
    if before.zone != after.zone:
        yield _changed("zone", *(one.zone or say("form.own_clock") for one in (before, after)))
    if before.week_start != after.week_start:
        yield _changed("week", *(say(f"weekday.{one.week_start}") for one in (before, after)))
    if before.visibility is not after.visibility:
        told = (say(f"form.visibility.{one.visibility}") for one in (before, after))
        yield _changed("visibility", *told)
    if before.masking != after.masking:
        yield say("form.masking_on") if after.masking else say("form.masking_off")
    hidden = [one for one in after.hidden if one not in before.hidden]
    shown = [one for one in before.hidden if one not in after.hidden]
    if hidden:
        yield say("form.now_hidden", names=names_line(hidden))
    if shown:
        yield say("form.now_shown", names=names_line(shown))


def _changed(field: str, before: str, after: str) -> str:
    return say("form.changed", field=say(f"form.{field}"), before=before, after=after)


def _tell(desk: Desk, place: Place, lines: list[str]) -> None:
    """Say what was saved to whoever saved it, and to nobody else."""
    said = [say("form.saved"), *lines] if lines else [say("form.unchanged")]
    desk.replies.whisper(place, notice(said, place.language))
