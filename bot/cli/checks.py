"""What `flowxo-bot check` tries: database, Slack, its scopes, Socket Mode and Flow XO.

Must change nothing, anywhere, and show no secret.
"""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.calls import BROKEN
from bot.cli import manifest
from bot.cli.account import Finding, try_flowxo
from bot.core.sentences import say
from bot.errors import BotError
from bot.server.tokens import is_refusal, reason_of
from bot.settings import Settings
from bot.storage import connecting, crypto, database, faults, upgrades, vault, workspaces

_TIMEOUT_S = 8


def findings(settings: Settings) -> Iterator[Finding]:
    """Each part as soon as it was tried; the settings themselves are right when this begins."""
    yield Finding("Settings", True, say("check_settings"))
    yield _database(settings)
    yield from _slack(settings)
    yield _socket(settings)
    yield try_flowxo(settings)
    yield from _twice(settings)


def _database(settings: Settings) -> Finding:
    try:
        found, local, place = _standing(settings)
    except BotError as error:
        return Finding("Database", False, f"{error.message} {error.hint}")
    revision = found.revision or "no revision"
    sentence = say(
        f"database_{found.standing}", place=place, revision=revision, newest=found.newest
    )
    current = found.standing is upgrades.Standing.CURRENT
    by_itself = local and found.standing is not upgrades.Standing.NEWER
    return Finding("Database", current or by_itself, sentence)


def _standing(settings: Settings) -> tuple[upgrades.State, bool, str]:
    """How the database stands, whether it is a file of this machine, and what to call it."""
    engine = database.open_engine(settings.database_url)
    try:
        found = upgrades.state(engine)
        if found.standing is upgrades.Standing.CURRENT:
            crypto.give_keys(engine, settings.encryption_keys)
            vault.verify(engine)
            with database.transaction(engine):
                pass  # the write lock is taken and given back: a read-only file shows itself
        return found, engine.dialect.name == "sqlite", faults.place(engine)
    finally:
        engine.dispose()


def _twice(settings: Settings) -> Iterator[Finding]:
    """Where the environment's key was connected from Slack as well."""
    key, engine = settings.flowxo_api_key, database.open_engine(settings.database_url)
    try:
        if key is None or upgrades.state(engine).standing is not upgrades.Standing.CURRENT:
            return
        crypto.give_keys(engine, settings.encryption_keys)
        with database.reading(engine) as connection:
            for team_id in workspaces.teams(connection):
                account = connecting.holder(connection, team_id, key)
                if account is not None:
                    said = say("check_twice", account=account.name, team_id=team_id)
                    yield Finding("Account", True, said)
    except BotError:
        return  # what is wrong with the database or its keys was said by its own part
    finally:
        engine.dispose()


def _client(settings: Settings) -> WebClient:
    return WebClient(base_url=settings.slack_api_url, timeout=_TIMEOUT_S, retry_handlers=[])


def _slack(settings: Settings) -> Iterator[Finding]:
    if settings.slack_bot_token is None:
        yield Finding("Slack", False, say("check_unset", variable="SLACK_BOT_TOKEN"))
        return
    try:
        answer = _client(settings).auth_test(token=settings.slack_bot_token.reveal())
    except SlackApiError as error:
        key = "check_token_refused" if is_refusal(error) else "check_slack_unreached"
        yield Finding("Slack", False, say(key, reason=reason_of(error)))
        return
    except BROKEN as error:
        yield Finding("Slack", False, say("check_slack_unreached", reason=type(error).__name__))
        return
    names = {"user": answer.get("user") or "?", "team": answer.get("team") or "?"}
    yield Finding("Slack", True, say("check_slack", **names))
    yield _scopes(answer)


def _scopes(answer: SlackResponse) -> Finding:
    headers = {str(name).lower(): value for name, value in answer.headers.items()}
    given = headers.get("x-oauth-scopes", "")
    text = ",".join(given) if isinstance(given, list) else str(given)
    granted = {scope.strip() for scope in text.split(",") if scope.strip()}
    if not granted:
        return Finding("Scopes", True, say("check_scopes_untold"))
    needed, optional = manifest.scopes(manifest.text())
    missing, without = sorted(needed - granted), sorted(optional - granted)
    if missing:
        return Finding("Scopes", False, say("check_scopes_missing", scopes=", ".join(missing)))
    if without:
        return Finding("Scopes", True, say("check_scopes_optional", scopes=", ".join(without)))
    return Finding("Scopes", True, say("check_scopes"))


def _socket(settings: Settings) -> Finding:
    if settings.slack_app_token is None and settings.slack_signing_secret is None:
        return Finding("Socket", False, say("check_no_door"))
    if settings.slack_app_token is None:
        return Finding("Socket", True, say("check_no_socket", port=settings.port))
    try:
        _client(settings).apps_connections_open(app_token=settings.slack_app_token.reveal())
    except SlackApiError as error:
        reason = reason_of(error)
        if not is_refusal(error):
            return Finding("Socket", False, say("check_slack_unreached", reason=reason))
        sentence = f"{say('app_token_refused', reason=reason)} {say('app_token_refused_hint')}"
        return Finding("Socket", False, sentence)
    except BROKEN as error:
        return Finding("Socket", False, say("check_slack_unreached", reason=type(error).__name__))
    return Finding("Socket", True, say("check_socket"))
