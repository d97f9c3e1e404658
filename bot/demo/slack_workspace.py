"""A Slack workspace in memory: team, users, channels, messages; sends and checks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.demo.slack_acting import Acting
from bot.demo.slack_findings import Json

TEAM, OTHER_TEAM = "T0ACME0001", "T0OTHER001"
APP, BOT, BOT_USER = "A0FLOWXO01", "B0FLOWXO01", "U0FLOWXO01"
ASKER, COLLEAGUE, ADMIN = "U0ASKER001", "U0COLLEAG1", "U0ADMIN001"
GUEST, SINGLE_GUEST, STRANGER = "U0GUEST001", "U0GUEST002", "U0STRANG01"
OTHER_BOT, GONE, NOWHERE = "U0OTHERB01", "U0GONE0001", "U0NOWHERE1"
CHATBOTS, GENERAL, ARCHIVED, SHARED = "C0CHATBOTS", "C0GENERAL1", "C0ARCHIVE1", "C0SHARED01"
PRIVATE, SECRET = "G0PRIVATE1", "G0SECRET01"  # names of channels
DIRECT, OTHERS_DIRECT = "D0ASKER001", "D0OTHERS01"
NAMED_MENTION = f"<@{BOT_USER}>"


class ChannelKind(StrEnum):
    """What sort of conversation it is."""

    PUBLIC = "public"
    PRIVATE = "private"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class User:
    """A person or a bot; `tz` and `locale` None where Slack gives none."""

    user_id: str
    name: str
    tz: str | None = "Europe/Berlin"
    locale: str | None = "en-GB"
    team_id: str = TEAM
    is_admin: bool = False
    is_owner: bool = False
    is_bot: bool = False
    deleted: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    enterprise_id: str | None = None

    def to_dict(self, *, with_locale: bool) -> dict[str, object]:
        """The user object as users.info gives it."""
        body: dict[str, object] = {
            "id": self.user_id, "team_id": self.team_id, "name": self.name,
            "real_name": self.name.title(), "deleted": self.deleted, "is_bot": self.is_bot,
            "profile": {"display_name": self.name, "real_name": self.name.title()},
            "is_app_user": False, "updated": 1,
        }  # fmt: skip
        if self.deleted:
            return body
        body |= {
            "is_admin": self.is_admin, "is_owner": self.is_owner, "is_primary_owner": False,
            "is_restricted": self.is_restricted, "is_ultra_restricted": self.is_ultra_restricted,
        }  # fmt: skip
        if self.is_stranger:
            body["is_stranger"] = True
        if self.enterprise_id is not None:
            teams = {"enterprise_id": self.enterprise_id, "teams": [self.team_id]}
            body["enterprise_user"] = {"id": self.user_id, **teams}
        if self.tz is not None:
            body |= {"tz": self.tz, "tz_label": self.tz, "tz_offset": 3600}
        if with_locale and self.locale is not None:
            body["locale"] = self.locale
        return body


@dataclass(slots=True)
class Channel:
    """A conversation; `posting_error` is a posting policy, such as restricted_action."""

    channel_id: str
    name: str
    kind: ChannelKind = ChannelKind.PUBLIC
    members: set[str] = field(default_factory=set)
    is_archived: bool = False
    is_ext_shared: bool = False
    posting_error: str | None = None

    @property
    def bot_is_in(self) -> bool:
        """Whether our bot is a member."""
        return BOT_USER in self.members

    @property
    def command_name(self) -> str:
        """`channel_name` as a slash command's payload carries it."""
        match self.kind:
            case ChannelKind.PUBLIC:
                return self.name
            case ChannelKind.PRIVATE:
                return "privategroup"
            case ChannelKind.DIRECT:
                return "directmessage"

    def to_dict(self, *, with_count: bool) -> dict[str, object]:
        """The channel object as conversations.info gives it."""
        direct = self.kind is ChannelKind.DIRECT
        body: dict[str, object] = {
            "id": self.channel_id, "is_im": direct, "is_mpim": False,
            "is_archived": self.is_archived, "is_ext_shared": self.is_ext_shared,
            "is_private": self.kind is ChannelKind.PRIVATE, "is_member": self.bot_is_in,
            "is_channel": self.kind is ChannelKind.PUBLIC,
            "is_group": self.kind is ChannelKind.PRIVATE,
        }  # fmt: skip
        if direct:
            body["user"] = next(iter(sorted(self.members - {BOT_USER})), BOT_USER)
        else:
            body["name"] = self.name
        if with_count:
            body["num_members"] = len(self.members)
        return body


@dataclass(slots=True)
class Message:
    """A message as it stands now; `only_for` names the one person who sees an ephemeral one.

    `via` says how it came: a method's name, `response_url`, `ack`, `slack` (Slack's own words)
    or `person`. `edits` counts updates. `acting` is what would ring or open in its latest state.
    """

    channel_id: str
    ts: str
    user_id: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    only_for: str | None = None
    via: str = "person"
    arguments: Json = field(default_factory=dict)
    edits: int = 0
    deleted: bool = False
    files: tuple[str, ...] = ()
    acting: Acting = field(default_factory=Acting)

    @property
    def pings(self) -> tuple[str, ...]:
        """Mentions that would ring somebody."""
        return self.acting.pings

    @property
    def links(self) -> tuple[str, ...]:
        """Links that would open something."""
        return self.acting.links

    @property
    def from_bot(self) -> bool:
        """Whether our bot wrote it."""
        return self.user_id == BOT_USER

    def to_dict(self) -> dict[str, object]:
        """The message object as Slack puts it into answers and payloads."""
        body: dict[str, object] = {
            "type": "message", "ts": self.ts, "user": self.user_id, "text": self.text,
            "team": TEAM,
        }  # fmt: skip
        if self.from_bot:
            body |= {"bot_id": BOT, "app_id": APP}
        if self.blocks:
            body["blocks"] = list(self.blocks)
        if self.thread_ts is not None:
            body["thread_ts"] = self.thread_ts
        if self.edits:
            body["edited"] = {"user": self.user_id, "ts": self.ts}
        return body


@dataclass(slots=True)
class Workspace:
    """Everything a team has; `last_ts` keeps message timestamps unique and rising.

    `enterprise_id` is the organisation that the team is one of several of, if it is.
    """

    users: dict[str, User]
    channels: dict[str, Channel]
    messages: list[Message] = field(default_factory=list)
    domain: str = "acme"
    name: str = "Acme Support"
    enterprise_id: str | None = None
    last_ts: int = 0

    def next_ts(self, now_s: float) -> str:
        """A message timestamp, unique in this workspace."""
        self.last_ts = max(self.last_ts + 1, int(now_s * 1_000_000))
        return f"{self.last_ts // 1_000_000}.{self.last_ts % 1_000_000:06d}"

    def find(self, channel_id: str, ts: str) -> Message | None:
        """The message with that timestamp, deleted ones left out."""
        for message in self.messages:
            if message.channel_id == channel_id and message.ts == ts and not message.deleted:
                return message
        return None

    def seen_by(self, user_id: str, channel_id: str) -> Iterator[Message]:
        """What a person sees in a channel, oldest first."""
        for message in self.messages:
            visible = message.only_for in (None, user_id) and not message.deleted
            if visible and message.channel_id == channel_id:
                yield message

    def direct_channel(self, user_id: str) -> Channel:
        """The direct messages of our bot with a person, opened where they are not yet."""
        for channel in self.channels.values():
            if channel.kind is ChannelKind.DIRECT and channel.members == {user_id, BOT_USER}:
                return channel
        channel_id = f"D{user_id[1:]}"
        opened = Channel(channel_id, "", ChannelKind.DIRECT, {user_id, BOT_USER})
        self.channels[channel_id] = opened
        return opened

    def change_user(self, user_id: str, **changes: object) -> None:
        """Replace fields of a user."""
        self.users[user_id] = replace(self.users[user_id], **changes)  # type: ignore[arg-type]  # fields by name


def acme() -> Workspace:
    """A workspace with one of everything that matters to the bot."""
    people = [
        User(ASKER, "ada"), User(COLLEAGUE, "bo", tz="America/New_York", locale="en-US"),
        User(ADMIN, "cleo", is_admin=True, is_owner=True),
        User(GUEST, "guest", is_restricted=True),
        User(SINGLE_GUEST, "visitor", is_restricted=True, is_ultra_restricted=True),
        User(STRANGER, "partner", team_id=OTHER_TEAM, is_stranger=True),
        User(OTHER_BOT, "otherbot", is_bot=True), User(BOT_USER, "flowxo", is_bot=True),
        User(GONE, "gone", deleted=True), User(NOWHERE, "nomad", tz=None, locale=None),
    ]  # fmt: skip
    everyone = {user.user_id for user in people if not user.is_bot and not user.deleted}
    staff = everyone - {GUEST, SINGLE_GUEST, STRANGER}
    kinds = ChannelKind
    channels = [
        Channel(CHATBOTS, "chatbots", kinds.PUBLIC, staff | {BOT_USER, OTHER_BOT}),
        Channel(GENERAL, "general", kinds.PUBLIC, staff | {GUEST}),
        Channel(SHARED, "with-partner", kinds.PUBLIC, everyone | {BOT_USER}, is_ext_shared=True),
        Channel(ARCHIVED, "old-times", kinds.PUBLIC, staff | {BOT_USER}, is_archived=True),
        Channel(PRIVATE, "owners", kinds.PRIVATE, {ASKER, ADMIN, BOT_USER}),
        Channel(SECRET, "board", kinds.PRIVATE, {ASKER, ADMIN}),
        Channel(DIRECT, "", kinds.DIRECT, {ASKER, BOT_USER}),
        Channel(OTHERS_DIRECT, "", kinds.DIRECT, {ASKER, ADMIN}),
    ]
    return Workspace(
        {user.user_id: user for user in people},
        {channel.channel_id: channel for channel in channels},
    )
