"""`flowxo-bot audit` and `flowxo-bot workspace`: what is stored, told, handed over and erased."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from bot.storage import crypto, database, workspaces
from tests.cli.conftest import ROOT, Done
from tests.storage.connected import key_of, with_keys
from tests.storage.filled import Ids, fill

pytestmark = pytest.mark.both_engines

Typed = Callable[..., Done]
MINE, THEIRS = "T0MINE", "T0THEIRS"


@pytest.fixture
def two(engine: Engine, database_url: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Ids]:
    """Two workspaces with data, and no ENCRYPTION_KEYS in the environment."""
    with_keys(engine)
    monkeypatch.setenv("DATABASE_URL", database_url)
    return {team: fill(engine, team) for team in (MINE, THEIRS)}


def stored(engine: Engine, team: str) -> dict[str, workspaces.Rows]:
    """All that is stored of a workspace."""
    with database.reading(engine) as connection:
        return workspaces.export(connection, team)


@pytest.mark.usefixtures("two")
def test_changes_are_listed_the_newest_first(typed: Typed) -> None:
    """A line each: when, where, who, what and from where."""
    done = typed("audit", "--team", MINE)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert len(lines) == 10
    newest = lines[0].split()
    assert newest[:5] == ["2026-11-26T14:45:00Z", MINE, "U1", "digest_deleted", "#2:"]
    assert [line.split()[3] for line in lines[1:4]] == ["digest_saved"] * 2 + ["connecting_changed"]
    assert f"everyone → named planted {MINE}" in lines[3]
    assert all(line.endswith("(test)") for line in lines)
    assert THEIRS not in done.out


@pytest.mark.usefixtures("two")
def test_without_a_workspace_all_are_listed(typed: Typed) -> None:
    """Each line says which."""
    done = typed("audit")
    assert {line.split()[1] for line in done.out.splitlines()} == {MINE, THEIRS}


@pytest.mark.usefixtures("two")
def test_changes_as_csv(typed: Typed) -> None:
    """One file, the head first."""
    done = typed("audit", "--csv", "--team", THEIRS)
    head, *rows = csv.reader(io.StringIO(done.out.removeprefix("\ufeff")))
    assert head == ["At", "Workspace", "User", "Action", "Subject", "Detail", "From"]
    assert {row[1] for row in rows} == {THEIRS}
    assert len(rows) == 10


@pytest.mark.usefixtures("engine")
def test_where_nothing_was_changed_it_is_said(
    typed: Typed, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty database has nothing of any workspace."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert typed("audit").out == "Nothing was changed that is kept.\n"
    assert "It holds nothing of any workspace yet." in typed("audit", "--team", MINE).err


@pytest.mark.parametrize(
    "words",
    [
        ("audit", "--team", "T0NOBODY"),
        ("workspace", "export", "T0NOBODY"),
        ("workspace", "erase", "T0NOBODY", "--yes"),
        ("workspace", "erase", MINE.lower(), "--yes"),
    ],
)
def test_a_workspace_of_which_nothing_is_stored_is_named(
    typed: Typed, engine: Engine, two: dict[str, Ids], words: tuple[str, ...]
) -> None:
    """With those of which something is; nothing of theirs is shown or changed."""
    before = [stored(engine, team) for team in two]
    done = typed(*words)
    assert (done.code, done.out) == (1, "")
    assert f"{MINE}, {THEIRS}" in done.err
    assert [stored(engine, team) for team in two] == before


def test_an_export_is_all_of_one_workspace(typed: Typed, two: dict[str, Ids]) -> None:
    """As JSON, without a secret and without anything of another."""
    done = typed("workspace", "export", MINE)
    assert done.code == 0
    found = json.loads(done.out)
    assert found["workspace"] == MINE
    assert set(found["tables"]) == {table.name for table in workspaces.tables()} | {"seen_requests"}
    assert all(found["tables"].values())
    assert THEIRS not in done.out
    assert key_of(two[MINE].name).reveal() not in done.out
    assert "[secret]" in done.out


@pytest.mark.usefixtures("two")
def test_an_erasure_is_of_one_workspace(typed: Typed, engine: Engine) -> None:
    """And of all of it; the other is as it was."""
    before = stored(engine, MINE)
    done = typed("workspace", "erase", THEIRS, "--yes")
    assert (done.code, done.err) == (0, "")
    assert f"rows of {THEIRS} were erased" in done.out
    assert not any(stored(engine, THEIRS).values())
    assert stored(engine, MINE) == before


@pytest.mark.usefixtures("two")
def test_without_a_terminal_and_without_yes_nothing_is_erased(
    in_a_shell: Typed, engine: Engine, database_url: str
) -> None:
    """A script has to say that it means it."""
    done = in_a_shell(
        "workspace", "erase", THEIRS, stdin=THEIRS.encode(), environ={"DATABASE_URL": database_url}
    )
    assert done.code == 2
    assert "--yes" in done.err
    assert all(stored(engine, THEIRS).values())


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("typed_in", "code", "left"), [(THEIRS, 0, False), (MINE, 1, True), ("y", 1, True)]
)
def test_at_a_terminal_the_workspace_is_typed_once_more(
    engine: Engine, database_url: str, typed_in: str, code: int, left: bool
) -> None:
    """Anything else stops it."""
    ours, theirs = os.openpty()
    os.write(ours, f"{typed_in}\n".encode())
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", "workspace", "erase", THEIRS],
        stdin=theirs,
        capture_output=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DATABASE_URL": database_url},
        timeout=60,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == code
    assert f"Type {THEIRS} to go on" in done.stderr.decode()
    assert any(stored(engine, THEIRS).values()) is left
    assert all(stored(engine, MINE).values())


@pytest.mark.usefixtures("two")
def test_no_key_is_needed(typed: Typed, engine: Engine) -> None:
    """Where ENCRYPTION_KEYS is lost, what is stored can still be handed over and erased."""
    crypto.give_keys(engine, [])
    assert typed("workspace", "export", MINE).code == 0
    assert typed("workspace", "erase", MINE, "--yes").code == 0


def test_a_database_that_is_not_there_is_not_made(
    typed: Typed, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nothing to tell of."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    done = typed("audit")
    assert done.code == 2
    assert "is not upgraded yet" in done.err
