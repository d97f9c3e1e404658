"""How the bot starts, runs and stops, over HTTP and in Socket Mode."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.demo.slack_faults import status
from bot.demo.slack_server import FakeSlack
from bot.errors import BotError
from bot.server import factory, process, wsgi
from bot.server.listening import bind
from bot.settings import Settings, load
from bot.slack.work import WorkPool
from tests.server.asking import ask
from tests.server.socket_server import SocketServer


def run_until(
    settings: Settings, act: Callable[[], object], *, socket_mode: bool = False, **others: Any
) -> tuple[bool, list[object]]:
    """Run the bot here, `act` once it answers, then SIGTERM; what `run` and `act` said."""
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
    drained = process.run(settings, socket_mode=socket_mode, **others)
    worker.join(10)
    for one in said:
        if isinstance(one, BaseException):
            raise one
    return drained, said


def wait_ready(port: int) -> None:
    """Until the process answers."""

    def answers() -> bool:
        try:
            return ask(port, "/healthz").status == 200
        except OSError:
            return False

    wait_for(answers)


def wait_for(happened: Callable[[], bool]) -> None:
    """Until it has; 20 seconds are more than it ever takes."""
    for _ in range(400):
        if happened():
            return
        threading.Event().wait(0.05)
    raise TimeoutError("it did not happen")


def test_a_run_over_http(slack: FakeSlack, environ: dict[str, str]) -> None:
    """Ready, forged requests refused, a real one acked, and a clean end on SIGTERM."""
    settings = load(environ)
    slack.app_url = f"http://127.0.0.1:{settings.port}/slack/events"

    def act() -> dict[str, object]:
        signed = slack.signed_command(slack.make_command("help"))
        forged = {**signed.headers, "X-Slack-Signature": "v0=" + "0" * 64}
        old = {**signed.headers, "X-Slack-Request-Timestamp": "1500000000"}
        path = "/slack/events"
        return {
            "ready": ask(settings.port, "/readyz").status,
            "forged": ask(settings.port, path, "POST", signed.body, **forged).status,
            "old": ask(settings.port, path, "POST", signed.body, **old).status,
            "unsigned": ask(
                settings.port, path, "POST", signed.body,
                Content_Type="application/x-www-form-urlencoded",
            ).status,
            "large": ask(
                settings.port, path, "POST", b"a=" + b"x" * 1_000_000,
                Content_Type="application/x-www-form-urlencoded",
            ).status,
            "real": slack.command("help").status,
            "metrics": "flowxo_bot_ready 1.0" in ask(settings.port, "/metrics").text,
        }  # fmt: skip

    drained, said = run_until(settings, act)
    assert drained
    assert said == [
        {
            "ready": 200,
            "forged": 401,
            "old": 401,
            "unsigned": 401,
            "large": 413,
            "real": 200,
            "metrics": True,
        }
    ]
    assert slack.called("auth.test")


def test_a_run_in_socket_mode_serves_health_alone(
    slack: FakeSlack, environ: dict[str, str]
) -> None:
    """The port has health and metrics, Slack's path is not there; the socket decides readiness."""
    slack.faults.add("apps.connections.open", status(503), None)
    settings = load({**environ, "SLACK_APP_TOKEN": slack.app_token})

    def act() -> list[object]:
        ready = ask(settings.port, "/readyz")
        return [
            ready.status,
            '"socket": "failing"' in ready.text,
            ask(settings.port, "/slack/events", "POST", b"a=b").status,
        ]

    drained, said = run_until(settings, act, socket_mode=True)
    assert drained
    assert said == [[503, True, 404]]


def test_a_run_over_the_socket(slack: FakeSlack, environ: dict[str, str]) -> None:
    """Ready once the connection stands; a command is acked; a broken connection is made anew."""
    with SocketServer() as server:
        slack.state.socket_url = server.url
        settings = load({**environ, "SLACK_APP_TOKEN": slack.app_token})

        def act() -> list[object]:
            wait_for(lambda: ask(settings.port, "/readyz").status == 200)
            ack = server.send("slash_commands", slack.make_command("help"))
            odd = server.send("slash_commands", {"command": "/flowxo", "text": 3})
            return [ask(settings.port, "/readyz").text, "envelope_id" in ack, "envelope_id" in odd]

        drained, said = run_until(settings, act, socket_mode=True)
        slack.wait_until(lambda: slack.responses or slack.ephemerals)
    assert drained
    ready = '{"ready": true, "database": "ok", "work": "ok", "socket": "ok"}\n'
    assert said == [[ready, True, True]]
    assert server.connections == 1


def test_sigterm_lets_work_end(environ: dict[str, str]) -> None:
    """What was taken before the signal is finished after it."""
    pool = WorkPool()
    begun = threading.Event()
    done: list[str] = []

    def job() -> None:
        begun.set()
        threading.Event().wait(0.5)
        done.append("finished")

    def act() -> bool:
        return pool.submit(job) and begun.wait(10)

    drained, said = run_until(load(environ), act, pool=pool)
    assert (drained, said, done) == (True, [True], ["finished"])
    assert not pool.submit(lambda: None)


def test_work_that_never_ends_does_not_hold_the_process(environ: dict[str, str]) -> None:
    """After the last second the process ends all the same, and says that something was left."""
    pool = WorkPool()
    go = threading.Event()

    def hang() -> None:
        go.wait(30)

    drained, _ = run_until(load(environ), lambda: pool.submit(hang), pool=pool, stop_s=0.2)
    assert not drained
    go.set()


def test_a_second_process_on_the_port_touches_nothing(
    environ: dict[str, str], tmp_path: Path
) -> None:
    """The port is taken before the database is opened: the second one changes nothing."""
    settings = load(environ)
    with bind("127.0.0.1", settings.port), pytest.raises(BotError, match="in use"):
        process.run(settings, socket_mode=False)
    assert list(tmp_path.glob("bot.db*")) == []


def test_a_database_that_cannot_be_used_frees_the_port(
    environ: dict[str, str], tmp_path: Path
) -> None:
    """The start fails with its sentence and leaves nothing behind."""
    settings = load({**environ, "DATABASE_URL": f"sqlite:///{tmp_path}/missing/bot.db"})
    with pytest.raises(BotError, match="is not there"):
        process.run(settings, socket_mode=False)
    bind("127.0.0.1", settings.port).close()


def test_the_factory_serves_and_reads_no_dotenv(
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    serve: Callable[..., int],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """`bot.server:wsgi()` is what gunicorn loads: over HTTP, by the environment alone."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("PORT=nonsense\n")
    app, end = factory({**environ, "FLOWXO_API_KY": "x"})
    port = serve(app)
    assert ask(port, "/readyz").status == 200
    assert ask(port, "/slack/events", "POST", b"a=b").status in (401, 415)
    end()
    events = [record.message for record in caplog.records]
    assert "setting_unknown" in events
    assert events[-1] == "stopped"


def test_what_was_taken_is_finished_where_another_server_ends() -> None:
    """Under gunicorn the interpreter ends; until then threads can hand work to other threads."""
    script = (
        "import threading\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from bot import server\n"
        "from bot.slack.work import WorkPool\n"
        "def work():\n"
        "    ending.wait()\n"
        "    with ThreadPoolExecutor() as others:\n"
        "        print(others.submit(lambda: 'finished').result(), flush=True)\n"
        "def end():\n"
        "    ending.set()\n"
        "    pool.drain(30)\n"
        "ending, pool = threading.Event(), WorkPool()\n"
        "pool.submit(work)\n"
        "server._at_the_end(end)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "finished\n", done.stderr


def test_the_factory_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In sentences, and with the code that tells gunicorn not to try again."""
    monkeypatch.delenv("SLACK_BOT_TOKEN", raising=False)
    monkeypatch.delenv("SLACK_SIGNING_SECRET", raising=False)
    with pytest.raises(SystemExit) as caught:
        wsgi()
    assert caught.value.code == 3
    told = capsys.readouterr().err
    assert "SLACK_BOT_TOKEN is not set" in told
    assert "Traceback" not in told
