"""The Web API methods about people, channels, messages: what Slack answers to each call.

Files and views have a module of their own; HTTP and faults are the server's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.demo.slack_findings import Json
from bot.demo.slack_rules import Refusal, check_ephemeral, check_message, check_update, parsed
from bot.demo.slack_state import State
from bot.demo.slack_workspace import (
    APP,
    BOT,
    BOT_USER,
    TEAM,
    Channel,
    ChannelKind,
    Message,
    User,
)

Answer = Mapping[str, object]
Run = Callable[[State, Json], "Answer | Refusal"]


@dataclass(frozen=True, slots=True)
class Method:
    """A Web API method: the scope it always needs ("" for none), and what it does."""

    scope: str
    run: Run
    app_token: bool = False


def refuse_scope(state: State, *needed: str) -> Refusal | None:
    """missing_scope unless one of the needed scopes is granted."""
    return None if set(needed) & set(state.scopes) else Refusal("missing_scope", needed)


def _auth_test(state: State, _: Json) -> Answer:
    return {
        "url": f"https://{state.workspace.domain}.slack.com/", "team": state.workspace.name,
        "user": "flowxo", "team_id": TEAM, "user_id": BOT_USER, "bot_id": BOT, "app_id": APP,
        "is_enterprise_install": False, "enterprise_id": state.workspace.enterprise_id,
    }  # fmt: skip


def _connections_open(state: State, _: Json) -> Answer | Refusal:
    return {"url": state.socket_url} if state.socket_url else Refusal("internal_error")


def _user(state: State, user_id: object) -> User | None:
    return state.workspace.users.get(str(user_id))


def _users_info(state: State, arguments: Json) -> Answer | Refusal:
    user = _user(state, arguments.get("user"))
    if user is None:
        return Refusal("user_not_found")
    with_locale = arguments.get("include_locale") in {True, "1", "true"}
    return {"user": user.to_dict(with_locale=with_locale)}


def _users_list(state: State, arguments: Json) -> Answer:
    users, start = list(state.workspace.users.values()), int(str(arguments.get("cursor") or 0))
    end = start + int(str(arguments.get("limit") or 0) or len(users))
    more = str(end) if end < len(users) else ""
    members = [user.to_dict(with_locale=False) for user in users[start:end]]
    return {"members": members, "response_metadata": {"next_cursor": more}}


_READ = {
    ChannelKind.PUBLIC: "channels:read",
    ChannelKind.PRIVATE: "groups:read",
    ChannelKind.DIRECT: "im:read",
}


def _readable(state: State, arguments: Json) -> Channel | Refusal:
    """The channel that a read method asks about, where the bot may see it."""
    channel = state.workspace.channels.get(str(arguments.get("channel")))
    if channel is None:
        return Refusal("channel_not_found")
    scope = refuse_scope(state, _READ[channel.kind])
    if scope is not None:
        return scope
    hidden = channel.kind is not ChannelKind.PUBLIC and not channel.bot_is_in
    return Refusal("channel_not_found") if hidden else channel


def _conversations_info(state: State, arguments: Json) -> Answer | Refusal:
    channel = _readable(state, arguments)
    if isinstance(channel, Refusal):
        return channel
    with_count = arguments.get("include_num_members") in {True, "1", "true"}
    return {"channel": channel.to_dict(with_count=with_count)}


def _conversations_members(state: State, arguments: Json) -> Answer | Refusal:
    channel = _readable(state, arguments)
    if isinstance(channel, Refusal):
        return channel
    try:
        limit, start = int(str(arguments.get("limit", 100))), int(str(arguments.get("cursor") or 0))
    except ValueError:
        return Refusal("invalid_cursor")
    if not 0 < limit <= 1000:
        return Refusal("invalid_limit")
    members = sorted(channel.members)
    after = str(start + limit) if start + limit < len(members) else ""
    page = members[start : start + limit]
    return {"members": page, "response_metadata": {"next_cursor": after}}


def _conversations_open(state: State, arguments: Json) -> Answer | Refusal:
    wanted = str(arguments.get("users") or "")
    user = _user(state, wanted)
    if user is None:
        return Refusal("users_list_not_supplied" if not wanted else "user_not_found")
    if user.deleted or user.is_bot:
        return Refusal("user_disabled" if user.deleted else "cannot_dm_bot")
    return {"channel": {"id": state.workspace.direct_channel(user.user_id).channel_id}}


def open_channel(state: State, wanted: object, *, must_be_in: bool) -> Channel | Refusal:
    """Where to post: a channel's id, or a person's for the direct messages with our bot."""
    user = _user(state, wanted)
    if user is not None:
        if user.is_bot or user.deleted:
            return Refusal("channel_not_found")
        return state.workspace.direct_channel(user.user_id)
    channel = state.workspace.channels.get(str(wanted))
    if channel is None:
        return Refusal("channel_not_found")
    if not channel.bot_is_in:
        if channel.kind is not ChannelKind.PUBLIC:
            return Refusal("channel_not_found")
        if must_be_in or refuse_scope(state, "chat:write.public") is not None:
            return Refusal("not_in_channel")
    if channel.is_archived:
        return Refusal("is_archived")
    return Refusal(channel.posting_error) if channel.posting_error else channel


def _post_message(state: State, arguments: Json) -> Answer | Refusal:
    channel = open_channel(state, arguments.get("channel"), must_be_in=False)
    if isinstance(channel, Refusal):
        return channel
    refusal = check_message(arguments, native=not state.faults.refuse_native)
    if refusal is not None:
        return refusal
    message = state.add_message(channel.channel_id, arguments, via="chat.postMessage")
    return {"channel": channel.channel_id, "ts": message.ts, "message": message.to_dict()}


def _post_ephemeral(state: State, arguments: Json) -> Answer | Refusal:
    channel = open_channel(state, arguments.get("channel"), must_be_in=True)
    if isinstance(channel, Refusal):
        return channel
    user_id = str(arguments.get("user") or "")
    if user_id not in channel.members:
        return Refusal("user_not_in_channel")
    refusal = check_ephemeral(arguments, native=not state.faults.refuse_native)
    if refusal is not None:
        return refusal
    message = state.add_message(
        channel.channel_id, arguments, via="chat.postEphemeral", only_for=user_id
    )
    return {"message_ts": message.ts}


def _own_message(state: State, arguments: Json, not_ours: str) -> Message | Refusal:
    channel_id = str(arguments.get("channel"))
    if channel_id not in state.workspace.channels:
        return Refusal("channel_not_found")
    message = state.workspace.find(channel_id, str(arguments.get("ts")))
    if message is None or message.only_for is not None:
        return Refusal("message_not_found")
    if state.workspace.channels[channel_id].is_archived:
        return Refusal("is_archived")
    return message if message.from_bot else Refusal(not_ours)


def _update(state: State, arguments: Json) -> Answer | Refusal:
    message = _own_message(state, arguments, "cant_update_message")
    if isinstance(message, Refusal):
        return message
    native = not state.faults.refuse_native
    refusal = check_update(arguments, message.blocks, native=native)
    if refusal is not None:
        return refusal
    content = dict(arguments)
    content.setdefault("text", message.text if parsed(arguments.get("blocks")) else "")
    state.write(message, content)
    message.edits += 1
    return {
        "channel": message.channel_id, "ts": message.ts, "text": message.text,
        "message": message.to_dict(),
    }  # fmt: skip


def _delete(state: State, arguments: Json) -> Answer | Refusal:
    message = _own_message(state, arguments, "cant_delete_message")
    if isinstance(message, Refusal):
        return message
    message.deleted = True
    return {"channel": message.channel_id, "ts": message.ts}


def is_hash(view: Json, given: object) -> bool:
    """Whether a hash that was sent is that of the view as it stands; none sent is fine."""
    return given in (None, "") or view.get("hash") == given


CALLS: dict[str, Method] = {
    "auth.test": Method("", _auth_test),
    "apps.connections.open": Method("", _connections_open, app_token=True),
    "users.info": Method("users:read", _users_info),
    "users.list": Method("users:read", _users_list),
    "conversations.info": Method("", _conversations_info),
    "conversations.members": Method("", _conversations_members),
    "conversations.open": Method("im:write", _conversations_open),
    "chat.postMessage": Method("chat:write", _post_message),
    "chat.postEphemeral": Method("chat:write", _post_ephemeral),
    "chat.update": Method("chat:write", _update),
    "chat.delete": Method("chat:write", _delete),
}
