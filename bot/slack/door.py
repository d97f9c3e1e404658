"""Who knows the links to the page on which a key is typed: what each is for, and what it saves.

A link of another workspace is none here, nor one by which its user may do nothing any more. Looking
changes nothing.
"""

from __future__ import annotations

from bot.core.key_page import Form, Tried
from bot.core.rights import Act
from bot.errors import BotError, StorageError
from bot.render.key_forms import NAME
from bot.settings import Secret
from bot.slack import connectors, saved, saving_keys
from bot.slack.desk import Desk
from bot.slack.place import Manner, Place
from bot.storage import connects
from bot.storage.connects import Found, Purpose, State

_ORIGIN = "connect page"


class Door:
    """The links of our workspace; for any number of threads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def look(self, token: str) -> Form | None:
        """What the link is for, None where it is not open."""
        found = self._open(token)
        if found is None:
            return None
        us, request = self._desk.card.get(), found.request
        if request.purpose is Purpose.CONNECT:
            return Form(request.name or "", us.team)
        name = self._replaceable(found)
        return Form(name, us.team, replaces=True) if name is not None else None

    def submit(self, token: str, key: str, name: str) -> Tried | None:
        """Try the key and save it; None where the link is not open any more."""
        found = self._open(token)
        if found is None:
            return None
        secret, desk = Secret(token), self._desk
        filled = saving_keys.Filled(
            found.request, key, name, _ORIGIN,
            lambda connection: connects.use(connection, secret, desk.now()) is not None,
        )  # fmt: skip
        try:
            kept = saving_keys.save(desk, found.team_id, filled)
        except saving_keys.FormError as error:
            return Tried(saved=False, fault=_whole(error), names=error.field == NAME)
        except saving_keys.ClosedError:
            return None
        except StorageError:
            raise
        except BotError as error:
            return Tried(saved=False, fault=_whole(error))
        saved.follow(desk, found.team_id, found.request, kept)
        return Tried(saved=True)

    def _replaceable(self, found: Found) -> str | None:
        """The account's name, where its key is still the link's user's to replace."""
        place = Place(found.team_id, found.request.user_id, Manner.DIRECT, ())
        try:
            asker = self._desk.admit(place, afresh=True)
            account = connectors.account_of(asker, found.request)
            asker.must(Act.CHANGE, account)
        except StorageError:
            raise
        except BotError:
            return None
        return account.name

    def _open(self, token: str) -> Found | None:
        found = self._desk.keeper.read(
            lambda connection: connects.look(connection, Secret(token), self._desk.now()),
            "form_not_read",
        )
        ours = found is not None and found.team_id == self._desk.card.get().team_id
        return found if found and ours and found.state is State.OPEN else None


def _whole(error: BotError) -> str:
    return " ".join(line for line in (error.message, error.hint) if line)
