"""How long until the bot is ready, how much memory it holds idle, and how dear the imports are?"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from bench.table import Row, paired
from bench.upstreams import bot_environment, free_port, upstreams

TITLE = "Start"


def _run(*arguments: str) -> float:
    """Seconds for one whole process with nothing on its standard input."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begun


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024


def _ready(environment: dict[str, str], port: int) -> tuple[float, float]:
    """Seconds from the command to a ready answer, and megabytes a second later."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            env={**environment, "DATABASE_URL": f"sqlite:///{folder}/bench.db"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while True:
                try:
                    url = f"http://127.0.0.1:{port}/readyz"
                    with urllib.request.urlopen(url, timeout=1):
                        break
                except (urllib.error.URLError, OSError):
                    if process.poll() is not None or time.perf_counter() - begun > 30:
                        raise SystemExit("the bot did not become ready") from None
                    time.sleep(0.01)
            took = time.perf_counter() - begun
            time.sleep(1)
            return took, _resident_mb(process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def measure(*, short: bool) -> list[Row]:
    """Ready time, idle memory, and the two fast commands against a bare `import slack_bolt`."""
    runs = 1 if short else 7
    with upstreams() as (slack, flowxo):
        port = free_port()
        environment = {**os.environ, **bot_environment(slack, flowxo, port)}
        starts = [_ready(environment, port) for _ in range(runs)]
    ready = statistics.median(took for took, _ in starts)
    resident = statistics.median(memory for _, memory in starts)

    def bolt() -> float:
        return _run("-c", "import slack_bolt")

    _, _, dates = paired(lambda: _run("-m", "bot", "dates"), bolt, runs)
    _, _, ask = paired(lambda: _run("-c", "import bot.cli, bot.cli.asking"), bolt, runs)
    return [
        Row("`run` to ready", f"{ready:.2f} s", "≤ 2 s", ready <= 2),
        Row("resident when idle", f"{resident:.0f} MB", "≤ 150 MB", resident <= 150),
        Row("`dates` / import slack_bolt", f"{dates:.2f} ×", "≤ 2.5 ×", dates <= 2.5),
        Row("imports of `ask` / import slack_bolt", f"{ask:.2f} ×", "≤ 2.5 ×", ask <= 2.5),
    ]
