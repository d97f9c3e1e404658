"""A PostgreSQL server of a test's own, that it may stop and start; from Debian's binaries."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cluster:
    """A server on a socket in a directory; it waits for the disk, as a real one does."""

    place: Path
    binaries: Path

    @property
    def url(self) -> str:
        """The address of its database."""
        return f"postgresql+psycopg:///postgres?host={self.place}&user=flowxo"

    def control(self, *action: str) -> None:
        """pg_ctl, as a user that PostgreSQL does not refuse."""
        options = f"-k '{self.place}' -h '' -c max_connections=100"
        log = ("-l", str(self.place / "server.log"), "-o", options)
        self.run("pg_ctl", "-D", str(self.place / "data"), "-w", "-s", "-t", "60", *log, *action)

    def run(self, program: str, *arguments: str) -> None:
        """One of its programs."""
        command = [str(self.binaries / program), *arguments]
        if os.geteuid() == 0:
            command = ["/usr/sbin/runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, cwd=self.place, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - ours


def binaries() -> Path | None:
    """Where the server's programs are, None where they are not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def cluster(programs: Path) -> Iterator[Cluster]:
    """A server that runs, until the block ends."""
    place = Path(tempfile.mkdtemp(prefix="flowxo-faults."))
    made = Cluster(place, programs)
    if os.geteuid() == 0:
        shutil.chown(place, "postgres")
    try:
        made.run(
            "initdb", "-D", str(place / "data"), "-U", "flowxo", "-A", "trust", "-E", "UTF8",
            "--locale=C",
        )  # fmt: skip
        made.control("start")
        yield made
    finally:
        made.control("stop", "-m", "immediate")
        shutil.rmtree(place)
