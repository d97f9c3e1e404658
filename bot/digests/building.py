"""Builds what posts digests, once, from the services; starts nothing."""

from __future__ import annotations

from dataclasses import dataclass

from bot.digest_answer import FIGURES_S
from bot.digests.clock import Clock, DatabaseClock
from bot.digests.dispatch import Dispatcher, Pace
from bot.digests.figures import Figures
from bot.digests.ledger import Ledger
from bot.digests.looking_ahead import LookingAhead
from bot.digests.making import Maker
from bot.digests.notices import Notices
from bot.digests.people import People
from bot.digests.post import POST_S, WebSlack
from bot.digests.scheduler import Scheduler
from bot.digests.surroundings import Surroundings
from bot.digests.teller import Errand, Teller
from bot.digests.watch import Watch
from bot.digests.working import Worker
from bot.settings import Settings
from bot.wiring import Services, slack_client

# Besides the workers: whoever plans, whoever tells people, and whoever asks how it stands.
_BESIDE = 3
# Keys and owners are looked after once a day; whether it is time for one is asked so often.
_LOOK_AHEAD_S = 600.0


@dataclass(frozen=True, slots=True)
class Digests:
    """What posts digests, what it wakes, and the transactions by its clock."""

    scheduler: Scheduler
    ledger: Ledger
    dispatcher: Dispatcher
    errands: tuple[Errand, ...]


def threads_for(settings: Settings) -> int:
    """How many threads of it use the database at a time."""
    return settings.digest_workers + _BESIDE


def build_digests(
    services: Services, watch: Watch, around: Surroundings, clock: Clock | None = None
) -> Digests:
    """Digests with real figures, posted to the real Slack, by the database's clock or `clock`."""
    settings = services.settings
    ledger = Ledger(services.engine, clock or DatabaseClock())
    client = slack_client(settings, POST_S)
    maker = Maker(services.accounts, ledger, Figures(FIGURES_S + 1.0), around)
    slack, people = WebSlack(lambda _: client), People(lambda _: client)
    worker = Worker(ledger, slack, maker, watch)
    pace = Pace(settings.digest_workers, float(settings.digest_spread_s))
    dispatcher = Dispatcher(ledger, worker, watch, pace)
    tick_s = float(settings.digest_tick_s)
    errands = (
        Errand("notices", Notices(ledger, slack, people).turn, tick_s),
        Errand("look_ahead", LookingAhead(ledger, services.accounts, people).turn, _LOOK_AHEAD_S),
    )
    scheduler = Scheduler(dispatcher, tick_s, Teller(errands))
    return Digests(scheduler, ledger, dispatcher, errands)
