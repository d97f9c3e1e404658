"""A key that was typed is nowhere else: not in a log, a message, a view, a page, a file."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import logs
from bot.demo.slack_workspace import ASKER, COLLEAGUE, TEAM
from bot.storage import database, workspaces
from tests.connecting.house import House

pytestmark = pytest.mark.both_engines
# As no rule of masking would know it.
PLANTED = "fx-planted-7Qm2"
OTHER = "fx-planted-other-9Zk4"
WRONG = "fx-planted-wrong-3Tp8"


@pytest.fixture
def log() -> io.StringIO:
    """Every line as an operator who asks for all of them gets it."""
    stream = io.StringIO()
    logs.configure("DEBUG", "json", stream=stream)
    return stream


def told(house: House) -> str:
    """All that Slack was ever told, and all that it kept."""
    state = house.slack.state
    return json.dumps(
        [
            [(call.method, dict(call.arguments), dict(call.answer)) for call in state.calls],
            [dict(answer.arguments) for answer in state.responses],
            [one.blocks for one in state.workspace.messages],
            list(state.modals.values()),
            [ack.body for ack in house.slack.acks],
        ],
        ensure_ascii=False,
        default=str,
    )


def stored(house: House, tmp_path: Path) -> str:
    """All that the database holds: its rows, what is exported of them, and the files' bytes."""
    engine = house.desk.services.engine
    rows = []
    with database.reading(engine) as connection:
        for table in database_tables():
            found = connection.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608 - ours
            rows += [str(row) for row in found]
        rows.append(json.dumps(workspaces.export(connection, TEAM), default=str))
    files = [path.read_bytes() for path in tmp_path.glob("bot.db*")]
    assert files or engine.dialect.name == "postgresql"
    return "\n".join([*rows, *(content.decode("latin-1") for content in files)])


def database_tables() -> list[str]:
    """The names of all tables."""
    return [table.name for table in workspaces.tables()] + ["seen_requests", "vault"]


@pytest.mark.parametrize("page", [True, False], ids=["page", "form"])
def test_a_key_is_nowhere_but_encrypted(
    start: Callable[..., House], log: io.StringIO, tmp_path: Path, page: bool
) -> None:
    """Tried wrong, connected, refused, replaced, known, failing: all of it leaves no trace."""
    house = start(page=page, LOG_LEVEL="DEBUG")
    pages: list[str] = []
    links: list[str] = []

    def send(user: str, key: str, **typed: str) -> None:
        if page:
            links.append(house.token(house.last(user)))
            pages.extend([house.post(links[-1], key=key, **typed).text, house.get(links[-1]).text])
        else:
            house.settle()
            house.slack.submit({"key": key, **typed}, user=user)
        house.settle()

    house.flowxo.key = PLANTED
    for key in (WRONG, f'"Bearer {PLANTED}"'):
        house.slack.command("connect Acme")
        send(ASKER, key, name="Acme")
    house.slack.command("connect Globex", user=COLLEAGUE)
    send(COLLEAGUE, PLANTED, name="Globex")
    house.flowxo.key = OTHER
    house.slack.command("stats last week")
    house.slack.press(house.last(), "Replace Key")
    send(ASKER, WRONG)
    house.clock.advance(seconds=3)
    house.slack.command("stats last week")
    house.slack.press(house.last(), "Replace Key")
    send(ASKER, OTHER)
    house.desk.services.accounts._open_client = fails  # type: ignore[assignment]
    house.slack.command("connect Initech")
    send(ASKER, PLANTED, name="Initech")
    (saved,) = house.accounts()
    assert saved.name == "Acme"
    written = log.getvalue()
    assert '"account_connected"' in written
    assert '"key_replaced"' in written
    assert ('"connect_page_failed"' if page else '"listener_failed"') in written
    assert "RuntimeError: no client" in written
    everything = [written, told(house), stored(house, tmp_path), *pages, repr(house.desk)]
    for secret in (PLANTED, OTHER, WRONG):
        assert not [place[:80] for place in everything if secret in place]
    assert not [token for token in links if token in written or token in everything[2]]


def fails(_: object) -> None:
    """As nobody expected."""
    raise RuntimeError("no client")


def test_a_key_in_a_name_s_place_is_not_repeated(house: House, log: io.StringIO) -> None:
    """Who mixes the two inputs up shows the key to nobody."""
    key = "eyJhbGciOiJIUzI1NiJ9.eyJwbGFudGVkIjoxfQ.c2lnbmF0dXJl"
    house.slack.command("connect")
    shown = house.post(house.token(house.last()), name=key, key="Acme")
    assert shown.status == 422
    assert key not in told(house)
    assert key not in log.getvalue()
    assert logging.getLogger().level == logging.DEBUG
