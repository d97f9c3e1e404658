"""Health, housekeeping, the connection of Socket Mode, and the wiring."""

from __future__ import annotations

import logging
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from slack_sdk import WebClient
from sqlalchemy import Engine

from bot import server
from bot.accounts import Accounts, Client
from bot.demo.slack_faults import error as slack_error
from bot.demo.slack_faults import status
from bot.demo.slack_server import FakeSlack
from bot.errors import BotError
from bot.server import housekeeping, process
from bot.server.health import checks
from bot.server.socket_mode import Socket
from bot.settings import Secret, Settings, load
from bot.slack.app import build_app
from bot.slack.work import WorkPool
from bot.storage import audit, connects, database, disconnecting, seen, threads, workspaces
from bot.wiring import Services, build
from tests.storage.connected import KEYS, connected, with_keys


@pytest.mark.both_engines
def test_services_that_work_are_ready(services: Services) -> None:
    """Database and pool, and the socket where there is one."""
    assert {name: check() for name, check in checks(services, pool_wait_s=60).items()} == {
        "database": True,
        "work": True,
    }
    assert not checks(services, socket=lambda: False)["socket"]()


def test_a_full_pool_is_not_ready(services: Services) -> None:
    """Nor is one whose threads hang: an empty job does not begin."""
    work = checks(services, pool_wait_s=0.01)["work"]
    go = threading.Event()
    for _ in range(2):
        services.pool.submit(lambda: go.wait(10) and None)  # type: ignore[arg-type] # its answer is nobody's
    assert not work()
    while services.pool.submit(go.set):
        pass
    assert not work()
    go.set()


def test_a_lost_database_is_not_ready(services: Services, tmp_path: Path) -> None:
    """The tables are asked for, not only the connection."""
    services.engine.dispose()
    for file in tmp_path.glob("bot.db*"):
        file.unlink()
    assert not checks(services)["database"]()


@pytest.mark.both_engines
def test_housekeeping_forgets_what_is_old(services: Services, now: datetime) -> None:
    """Of every kind, and what is young stays."""
    with database.transaction(services.engine) as connection:
        seen.first_time(connection, "old", now - timedelta(hours=1))
        seen.first_time(connection, "young", now)
        threads.remember(connection, "T", "C", "1", "stats", now - timedelta(days=31))
    housekeeping.prune(services)
    with database.transaction(services.engine) as connection:
        assert seen.prune(connection, now) == 0
        assert threads.prune(connection, now) == 0
        assert not seen.first_time(connection, "young", now)
    housekeeping.prune(services)


@pytest.mark.both_engines
def test_housekeeping_takes_what_is_over_from_the_disk(services: Services, now: datetime) -> None:
    """Keys of accounts that were disconnected a day ago, old forms, changes of last year."""
    by = audit.By("U1", "test", now - timedelta(days=401))
    account = connected(with_keys(services.engine), "Acme", by=by)
    with database.transaction(services.engine) as connection:
        request = connects.Request(connects.Purpose.CONNECT, "U1")
        connects.issue(connection, "T", request, by.at)
        disconnecting.disconnect(connection, "T", account.account_id, by)
        assert any(workspaces.export(connection, "T").values())
    housekeeping.prune(services)
    with database.reading(services.engine) as connection:
        # The numbers that were given are never given again.
        left = workspaces.export(connection, "T") | {"workspaces": []}
        assert not any(left.values())


def test_there_is_a_connection_for_every_thread_of_the_pool(environ: dict[str, str]) -> None:
    """No job waits for another's."""
    built = build(load(environ), pool=WorkPool(threads=5))
    opened = [built.engine.connect() for _ in range(7)]
    for connection in opened:
        connection.close()
    built.close()


def test_every_configured_secret_is_masked_in_the_log(
    environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each of several encryption keys among them."""
    settings = load({**environ, "ENCRYPTION_KEYS": ",".join(key.reveal() for key in KEYS)})
    server.set_up_logging(settings)
    held = [secret.reveal() for secret in settings.secrets()]
    for secret in held:
        logging.getLogger("bot").info("planted", extra={"note": f"<{secret}>"})
    written = capsys.readouterr().err
    assert "planted" in written
    shown = [secret for secret in held if secret in written]
    assert shown == [environ["DATABASE_URL"]]  # a file's path, which whoever reads the log needs


def test_housekeeping_survives_a_broken_database(
    services: Services, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It says so and tries again in an hour."""
    services.engine.dispose()
    for file in tmp_path.glob("bot.db*"):
        file.unlink()
    housekeeping.prune(services)
    assert "prune_failed" in caplog.messages


def test_housekeeping_runs_by_itself(services: Services, now: datetime) -> None:
    """Once at the start, then by the hour."""
    with database.transaction(services.engine) as connection:
        seen.first_time(connection, "old", now - timedelta(hours=1))
    scheduler = housekeeping.start(services)
    try:
        (job,) = scheduler.get_jobs()
        assert job.trigger.interval == timedelta(hours=1)
    finally:
        scheduler.shutdown(wait=True)


def socket_to(slack: FakeSlack, services: Services, **waits: float) -> Socket:
    """A Socket Mode connection that was not opened yet."""
    return Socket(build_app(services), slack.app_token, **waits)


def test_a_refused_app_token_ends_the_start(slack: FakeSlack, services: Services) -> None:
    """Only a person can mend it: no second try."""
    slack.faults.add("apps.connections.open", slack_error("invalid_auth"), None)
    tended = socket_to(slack, services, pause_s=0.0)

    def tend_until_refused() -> None:
        while True:  # a Slack that could not be asked is tried again; only its refusal is not
            tended.tend()

    with pytest.raises(BotError, match="SLACK_APP_TOKEN") as caught:
        tend_until_refused()
    assert "invalid_auth" in caught.value.message
    assert not tended.alive()
    tended.close()


def test_a_slack_that_is_down_is_tried_again_and_given_up_in_the_end(
    slack: FakeSlack, services: Services
) -> None:
    """With pauses that grow; after two minutes without a connection the process ends."""
    slack.faults.add("apps.connections.open", status(503), None)
    tended = socket_to(slack, services, pause_s=1000.0)
    tended.tend()
    tended.tend()
    assert len(slack.called("apps.connections.open")) == 1
    tended.close()
    eager = socket_to(slack, services, pause_s=0.0)
    eager.tend()
    eager.tend()
    assert len(slack.called("apps.connections.open")) == 3
    eager.close()
    done_for = socket_to(slack, services, lost_s=-1.0)
    with pytest.raises(BotError, match="no connection to Slack"):
        done_for.tend()
    done_for.close()


def test_slack_s_answer_to_the_token_is_logged(
    services: Services, slack: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """A refused token is an error that somebody must see; a Slack that is down is a warning."""
    caplog.set_level(logging.INFO)
    process.greet(services)
    slack.faults.add("auth.test", slack_error("invalid_auth"))
    process.greet(services)
    slack.faults.add("auth.test", status(503))
    process.greet(services)
    kinds = [(r.message, r.levelname) for r in caplog.records if r.name == process.__name__]
    assert kinds == [
        ("slack_reached", "INFO"),
        ("slack_token_refused", "ERROR"),
        ("slack_not_reached", "WARNING"),
    ]


def test_without_a_key_there_is_no_source(environ: dict[str, str], engine: Engine) -> None:
    """Whoever asks is told who can mend it; the bot runs."""
    del environ["FLOWXO_API_KEY"]
    built = build(load(environ), pool=WorkPool())
    with database.reading(engine) as connection:
        assert built.accounts.circle(connection, "T", None).accounts == ()
    assert engine.url == built.engine.url
    built.close()


def test_services_by_hand_close_nothing(settings: Settings, engine: Engine, now: datetime) -> None:
    """Tests and the playground put Services together themselves."""

    def no_client(_: Secret) -> Client:
        raise NotImplementedError

    accounts = Accounts(engine, settings, lambda: now, no_client)
    Services(settings, engine, accounts, WebClient(), lambda: now, WorkPool()).close()


def test_the_clock_is_aware(environ: dict[str, str]) -> None:
    """Everything runs by UTC."""
    built = build(load(environ), pool=WorkPool())
    assert built.clock().utcoffset() == timedelta(0)
    built.close()
