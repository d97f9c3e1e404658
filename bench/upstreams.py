"""The two upstreams of a benchmark: the demo's fakes, and an environment that points at them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.slack_server import FakeSlack


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def upstreams() -> Iterator[tuple[FakeSlack, FakeFlowXO]]:
    """Both fakes, served over HTTP until the block ends."""
    with FakeFlowXO() as flowxo, FakeSlack() as slack:
        yield slack, flowxo


def bot_environment(slack: FakeSlack, flowxo: FakeFlowXO, port: int) -> dict[str, str]:
    """The settings with which `flowxo-bot run` talks to the fakes and serves HTTP on `port`."""
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "FLOWXO_API_KEY": flowxo.key,
        "FLOWXO_API_URL": flowxo.url,
        "FLOWXO_TIMEZONE": "Europe/Berlin",
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "LOG_LEVEL": "ERROR",
    }
