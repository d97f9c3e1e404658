"""What the listeners share beyond the services: who we are, who people are, how to reach them.

Built once by `build_app`; holds no question and no answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.periods import zone_name
from bot.core.rights import Standing
from bot.core.sentences import say
from bot.errors import RightsError
from bot.render.plan import Shown
from bot.slack.asker import Asker
from bot.slack.circles import Circles
from bot.slack.identity import IdentityCard
from bot.slack.keeping import Keeper, Unwritten
from bot.slack.once import Once, Presses
from bot.slack.place import DEFAULT_COMMAND, Manner, Place
from bot.slack.respond import Replies
from bot.slack.rights import People
from bot.slack.tastes import Tastes
from bot.slack.work import WorkPool
from bot.wiring import Services

DEFAULT_NAME = "flowxo"
# What a question may last, Flow XO's part of it.
QUESTION_S = 10.0
_SPARE_THREADS, _SPARE_WAITING = 2, 200


@dataclass(slots=True)
class CommandName:
    """What the slash command is called: the latest that came. Buttons and messages do not tell."""

    name: str = DEFAULT_COMMAND


@dataclass(frozen=True, slots=True)
class Desk:
    """`spare` tells people that the pool is full; `working_after_s` is how long a question may
    take before its asker hears that it is being worked on.
    """

    services: Services
    card: IdentityCard
    people: People
    circles: Circles
    tastes: Tastes
    replies: Replies
    keeper: Keeper
    unwritten: Unwritten
    once: Once
    presses: Presses
    called: CommandName
    spare: WorkPool
    working_after_s: float

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return self.services.clock()

    def admit(self, place: Place, *, afresh: bool = False) -> Asker:
        """Who asks there; RightsError where nobody may, or this person may not.

        `afresh` asks Slack once more who it is: for whoever changes something.
        """
        if place.team_id != self.card.get().team_id:
            raise RightsError(say("rights.workspace"))
        person = self.people.admit(place.user_id, afresh=afresh)
        direct = place.channel_id is None or place.is_direct
        asker = Asker(person, self.circles.of(place), direct, self.tastes.of(place))
        if person.outsider and not asker.visible:
            guest = person.standing in (Standing.GUEST, Standing.SINGLE_GUEST)
            raise RightsError(say("rights.guest" if guest else "rights.stranger"))
        return asker

    @property
    def mention(self) -> str:
        """How the bot is mentioned, for people to read."""
        known = self.card.known
        return f"@{known.name if known else DEFAULT_NAME}"

    def command(self, place: Place) -> str:
        """What people type before a question there; a slash command cannot be typed in a thread."""
        if place.manner is Manner.THREAD:
            return self.mention
        return place.command or self.called.name

    def shown(self, place: Place, asker: Asker | None = None) -> Shown:
        """How an answer is shown at that place."""
        person = asker.person if asker else None
        in_thread = place.manner is Manner.THREAD
        chosen: dict[str, Any] = {"locale": person.locale} if person and person.locale else {}
        return Shown(
            command=self.command(place),
            mention=self.mention,
            public=in_thread,
            threaded=in_thread,
            direct=place.manner is Manner.DIRECT or place.is_direct,
            asker=place.user_id if in_thread else None,
            zone=zone_name(asker.zone(asker.default())) if asker else None,
            language=self.tastes.known(place).language or place.language,
            outsider=asker is not None and asker.outsider,
            **chosen,
        )


def build_desk(services: Services, working_after_s: float) -> Desk:
    """The desk of one app."""
    card = IdentityCard(services.client, services.clock)
    keeper = Keeper(services.engine)
    return Desk(
        services,
        card,
        People(services.client, card, services.clock),
        Circles(services.accounts, keeper),
        Tastes(keeper),
        Replies(services.client, services.clock),
        keeper,
        Unwritten(),
        Once(keeper, services.clock),
        Presses(services.clock),
        CommandName(),
        WorkPool(_SPARE_THREADS, _SPARE_WAITING),
        working_after_s,
    )
