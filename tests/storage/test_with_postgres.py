"""scripts/with-postgres.sh: a PostgreSQL for one command, and nothing left of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import databases

SCRIPT = Path(__file__).parents[2] / "scripts" / "with-postgres.sh"


def run(command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """The script around a line of the shell."""
    return subprocess.run(  # noqa: S603 - our own
        [SCRIPT, "sh", "-c", command],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_postgresql_it_says_what_to_type(tmp_path: Path) -> None:
    """And fails: nobody takes what was not run for green."""
    for tool in ("sh", "ls", "sort", "dirname", "readlink"):
        (tmp_path / tool).symlink_to(shutil.which(tool) or tool)
    done = run("echo ran", PATH=str(tmp_path), POSTGRES_HOME=str(tmp_path / "nowhere"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "scripts/install-postgres.sh" in done.stderr


@pytest.mark.parametrize(
    "code", [pytest.param(code, marks=databases.NEEDS_SERVER) for code in (0, 7)]
)
def test_the_command_s_code_is_its_own_and_nothing_is_left(code: int) -> None:
    """Neither the directory nor the server; whatever the command came to."""
    done = run(f'echo "$TEST_DATABASE_URL"; exit {code}', TMPDIR="/tmp")  # noqa: S108 - the server's user must get there
    assert done.returncode == code
    place = done.stdout.partition("host=")[2].partition("&")[0]
    assert place.startswith("/tmp/flowxo-postgres.")  # noqa: S108 - the same
    assert not Path(place).exists()
