"""The page as the process serves it: over HTTP and in Socket Mode, and only with an address."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.demo.slack_faults import status
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import ASKER, TEAM
from bot.settings import load
from bot.storage import connects, database
from bot.storage.connects import Purpose, Request
from tests.server.asking import ask
from tests.server.test_process import run_until, wait_for


@pytest.mark.parametrize("socket_mode", [False, True], ids=["http", "socket"])
@pytest.mark.parametrize("public", [True, False], ids=["address", "none"])
def test_the_page_is_served_where_there_is_an_address(
    slack: FakeSlack, environ: dict[str, str], socket_mode: bool, public: bool
) -> None:
    """A link that is open shows its form, in both ways of reaching Slack; else nothing is there."""
    slack.faults.add("apps.connections.open", status(503), None)
    more = {"PUBLIC_URL": "https://bot.example.com"} if public else {}
    settings = load({**environ, **more, "SLACK_APP_TOKEN": slack.app_token})

    def act() -> list[object]:
        engine = database.open_engine(settings.database_url)
        request = Request(Purpose.CONNECT, ASKER, name="Acme Support")
        with database.transaction(engine) as connection:
            token = connects.issue(connection, TEAM, request, datetime.now(UTC)).reveal()
        engine.dispose()
        wait_for(lambda: ask(settings.port, "/healthz").status == 200)
        shown = ask(settings.port, f"/connect/{token}")
        guess = ask(settings.port, f"/connect/{'A' * 43}")
        return [shown.status, "Connect Acme Support" in shown.text, guess.status]

    drained, said = run_until(settings, act, socket_mode=socket_mode)
    assert drained
    assert said == [[200, True, 404] if public else [404, False, 404]]
