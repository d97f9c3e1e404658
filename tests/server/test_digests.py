"""Digests in a process: posted by `run` and `scheduler`, counted, and ended well."""

from __future__ import annotations

import os
import re
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.digest import Digest, digest_to_fields
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.slack_faults import delay
from bot.demo.slack_faults import error as slack_error
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import CHATBOTS, TEAM
from bot.digests.building import build_digests
from bot.errors import BotError
from bot.server import process
from bot.server.digest_metrics import DigestMetrics, OpenDigests
from bot.server.listening import bind
from bot.server.metrics import Metrics
from bot.server.scheduling import run_scheduler
from bot.settings import Settings, load
from bot.slack.surroundings import Surroundings
from bot.storage import database, subscribing, subscriptions
from bot.storage.audit import By
from bot.storage.deliveries import State
from bot.storage.opening import open_ready
from bot.storage.subscriptions import Reason, Wanted
from bot.storage.subscriptions import State as Standing
from bot.wiring import Services
from tests.digests.house import CADENCES
from tests.server.asking import ask
from tests.server.test_process import run_until, wait_ready
from tests.storage.subscribed import everything

pytestmark = pytest.mark.both_engines


@pytest.fixture
def flowxo() -> Iterator[FakeFlowXO]:
    """A Flow XO that answers."""
    with FakeFlowXO() as fake:
        yield fake


@pytest.fixture
def ready(environ: dict[str, str], flowxo: FakeFlowXO) -> Settings:
    """Settings that point at the fakes, and the database with a digest that is due."""
    settings = load(
        {
            **environ, "FLOWXO_API_KEY": flowxo.key, "FLOWXO_API_URL": flowxo.url,
            "METRICS_PORT": environ["PORT"], "DIGEST_TICK_S": "1",
        }
    )  # fmt: skip
    engine = open_ready(settings.database_url, (), threads=1, by_itself=True)
    now = datetime.now(UTC)
    digest = digest_to_fields(Digest(CADENCES["daily"], 0))
    with database.transaction(engine) as connection:
        by = By("U1", "test", now)
        wanted = Wanted(CHATBOTS, digest, now - timedelta(seconds=1))
        subscriptions.create(connection, TEAM, wanted, by)
    engine.dispose()
    return settings


def kept(settings: Settings) -> list[State]:
    """What became of each delivery."""
    engine = database.open_engine(settings.database_url)
    found = [each.state for each in everything(engine)]
    engine.dispose()
    return found


def test_run_posts_what_is_due(slack: FakeSlack, ready: Settings) -> None:
    """With real figures; it is ready, and whoever watches can count it."""

    def act() -> tuple[str, str]:
        slack.wait_until(lambda: slack.posted)
        page = ""
        for _ in range(100):
            page = ask(ready.port, "/metrics").text
            if 'digests_total{late="no",state="sent"} 1.0' in page:
                break
            threading.Event().wait(0.05)
        return ask(ready.port, "/readyz").text, page

    drained, (told,) = run_until(ready, act, posting=True)
    assert drained
    assert isinstance(told, tuple)
    health, page = told
    assert health == '{"ready": true, "database": "ok", "work": "ok", "digests": "ok"}\n'
    for line in (
        "flowxo_bot_digests_due_total 1.0",
        'flowxo_bot_digests_total{late="no",state="sent"} 1.0',
        "flowxo_bot_digest_lateness_seconds_count 1.0",
        'flowxo_bot_digests_open{state="claimed"} 0.0',
        'flowxo_bot_digests_oldest_seconds{state="claimed"} 0.0',
    ):
        assert line in page
    assert re.search(r"flowxo_bot_seconds_since_tick \d", page)
    (post,) = slack.posted
    assert post.blocks
    assert kept(ready) == [State.SENT]


def test_serve_posts_none(slack: FakeSlack, ready: Settings) -> None:
    """The HTTP side alone: nothing is planned."""
    drained, said = run_until(ready, lambda: ask(ready.port, "/readyz").text)
    assert drained
    assert "digests" not in str(said[0])
    assert slack.posted == []
    assert kept(ready) == []


def when_running(settings: Settings, act: Callable[[], object]) -> list[object]:
    """Run the scheduler here, `act` once it answers, then SIGTERM; what both said."""
    said: list[object] = []

    def work() -> None:
        try:
            wait_ready(settings.port)
            said.append(act())
        except BaseException as failure:
            said.append(failure)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    worker = threading.Thread(target=work)
    worker.start()
    ended = run_scheduler(settings)
    worker.join(10)
    return [ended, *said]


def test_the_scheduler_posts_and_answers_nobody(slack: FakeSlack, ready: Settings) -> None:
    """Health and metrics on a port of its own; Slack's path is not there."""

    def act() -> list[int]:
        slack.wait_until(lambda: slack.posted)
        paths = ("/readyz", "/healthz", "/metrics", "/slack/events")
        return [ask(ready.port, path).status for path in paths]

    assert when_running(ready, act) == [True, [200, 200, 200, 404]]
    assert kept(ready) == [State.SENT]


def test_the_scheduler_needs_no_port(slack: FakeSlack, ready: Settings) -> None:
    """Then it posts, and nobody can ask it anything."""
    settings = ready.model_copy(update={"metrics_port": None})

    def work() -> None:
        slack.wait_until(lambda: slack.posted)
        os.kill(os.getpid(), signal.SIGTERM)

    worker = threading.Thread(target=work)
    worker.start()
    assert run_scheduler(settings)
    worker.join(10)


def test_a_scheduler_that_cannot_start_leaves_the_port(ready: Settings) -> None:
    """It says why."""
    nowhere = load({"SLACK_BOT_TOKEN": "xoxb-x-y", "DATABASE_URL": "sqlite:////nowhere/x/bot.db",
                    "METRICS_PORT": str(ready.port)})  # fmt: skip
    with pytest.raises(BotError, match="is not there"):
        run_scheduler(nowhere)
    bind("127.0.0.1", ready.port).close()


def test_a_stop_in_the_middle_of_a_post_waits_for_it(slack: FakeSlack, ready: Settings) -> None:
    """It is kept as sent, and nobody has to look it up."""
    slack.faults.add("chat.postMessage", delay(1.0))
    assert when_running(ready, lambda: slack.wait_for_messages(1) and None) == [True, None]
    assert kept(ready) == [State.SENT]
    assert slack.called("conversations.history") == []


def test_a_token_that_slack_takes_again_resumes_what_it_suspended(
    services: Services, slack: FakeSlack
) -> None:
    """At the start with the new one."""
    now = services.clock()
    by = By("U1", "test", now)
    with database.transaction(services.engine) as connection:
        for team_id in (TEAM, "T2"):
            subscriptions.create(connection, team_id, Wanted("C1", {}, now), by)
            subscribing.suspend(connection, team_id, by)
    slack.faults.add("auth.test", slack_error("token_revoked"))
    process.greet(services)
    states = []
    for _ in range(2):
        with database.reading(services.engine) as connection:
            found = [subscriptions.sure(connection, team_id, 1) for team_id in (TEAM, "T2")]
        states.append([each.state for each in found])
        process.greet(services)
    assert states == [[Standing.DISABLED] * 2, [Standing.ACTIVE, Standing.DISABLED]]
    assert found[1].reason is Reason.WORKSPACE


def test_without_a_database_the_rest_is_still_told(services: Services) -> None:
    """How long it is since the last tick, above all."""
    metrics = Metrics()
    digests = build_digests(services, DigestMetrics(metrics.registry), Surroundings(services))
    metrics.registry.register(OpenDigests(digests))
    assert b"flowxo_bot_digests_open" in metrics.page()
    with services.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE deliveries")
    page = metrics.page()
    assert b"flowxo_bot_seconds_since_tick" in page
    assert b"flowxo_bot_digests_open" not in page
