"""Who may send in a key, and whether the bot could keep it: asked before anything else is.

Checks, and checks again where something is sent in; opens nothing and saves nothing.
"""

from __future__ import annotations

from sqlalchemy import Connection

from bot.core.rights import Act, Standing, may_connect
from bot.core.sentences import say
from bot.errors import BotError, KeysError, RightsError
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.rights import Person
from bot.storage import workspaces
from bot.storage.accounts import DEFAULT_ID, Account
from bot.storage.connects import Purpose, Request
from bot.storage.workspaces import Connecting, Workspace


def must(desk: Desk, asker: Asker, request: Request) -> None:
    """Raise why `asker` can't do now what `request` is about: RightsError, KeysError, BotError."""
    if request.purpose is Purpose.REPLACE_KEY:
        asker.must(Act.CHANGE, account_of(asker, request))
    else:
        refusal = why_not(asker.person, workspace_of(desk))
        if refusal is not None:
            raise RightsError(refusal)
    if not can_keep(desk):
        raise KeysError(say("keys_unset"), say("keys_unset_hint"))


def account_of(asker: Asker, request: Request) -> Account:
    """The account whose key is to be replaced; BotError where that is not to be done here."""
    found = meant(asker, request)
    if found.account_id == DEFAULT_ID:
        raise BotError(say("upstream.refused"), say("refused.operator"))
    return found


def meant(asker: Asker, request: Request) -> Account:
    """The account that `request` names, the environment's too; BotError where there is none."""
    accounts = asker.circle.accounts
    found = next((one for one in accounts if one.account_id == request.account_id), None)
    if found is None:
        raise BotError(say("account.gone"), say("account.gone_hint"))
    return found


def why_not(person: Person, workspace: Workspace) -> str | None:
    """Why a person may not connect accounts; None where they may."""
    everyone = workspace.connecting is Connecting.EVERYONE
    named = workspace.connecting is Connecting.NAMED and person.user_id in workspace.connectors
    if may_connect(person.standing, admin=person.admin, chosen=everyone or named):
        return None
    if person.standing is not Standing.MEMBER:
        return say("connect.members")
    chosen = workspace.connecting is Connecting.NAMED
    return say("connect.chosen") if chosen else say("connect.admins")


def workspace_of(desk: Desk) -> Workspace:
    """What is set for our workspace; StorageError where nobody can say."""
    team_id = desk.card.get().team_id
    return desk.keeper.read(
        lambda connection: workspaces.get(connection, team_id), "workspace_not_read"
    )


def must_still(connection: Connection, team_id: str, person: Person) -> None:
    """RightsError where what is set for the workspace forbids it by now."""
    refusal = why_not(person, workspaces.get(connection, team_id))
    if refusal is not None:
        raise RightsError(refusal)


def can_keep(desk: Desk) -> bool:
    """Whether there are ENCRYPTION_KEYS, without which no key is stored."""
    return bool(desk.services.settings.encryption_keys)
