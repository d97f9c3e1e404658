"""Builds what posts digests, once, from the services; starts nothing."""

from __future__ import annotations

from dataclasses import dataclass

from bot.digest_answer import FIGURES_S
from bot.digests.clock import DatabaseClock
from bot.digests.dispatch import Dispatcher, Pace
from bot.digests.figures import Figures
from bot.digests.ledger import Ledger
from bot.digests.making import Maker
from bot.digests.post import POST_S, WebSlack
from bot.digests.scheduler import Scheduler
from bot.digests.surroundings import Surroundings
from bot.digests.watch import Watch
from bot.digests.working import Worker
from bot.settings import Settings
from bot.wiring import Services, slack_client

# Besides the workers: whoever plans, and whoever asks how it stands.
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Digests:
    """What posts digests, and the transactions by its clock."""

    scheduler: Scheduler
    ledger: Ledger


def threads_for(settings: Settings) -> int:
    """How many threads of it use the database at a time."""
    return settings.digest_workers + _BESIDE


def build_digests(services: Services, watch: Watch, around: Surroundings) -> Digests:
    """Digests with real figures, posted to the real Slack, by the database's clock."""
    settings = services.settings
    ledger = Ledger(services.engine, DatabaseClock())
    client = slack_client(settings, POST_S)
    maker = Maker(services.accounts, ledger, Figures(FIGURES_S + 1.0), around)
    worker = Worker(ledger, WebSlack(lambda _: client), maker, watch)
    pace = Pace(settings.digest_workers, float(settings.digest_spread_s))
    dispatcher = Dispatcher(ledger, worker, watch, pace)
    return Digests(Scheduler(dispatcher, float(settings.digest_tick_s)), ledger)
