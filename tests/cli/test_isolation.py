"""Every command that names a workspace or an account, with ids of another: nothing of it is shown
or changed.

The commands are those of the parser: one that is new is tried as well, or named here as none.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine

from bot.cli import arguments
from bot.demo.flowxo_server import FakeFlowXO
from bot.storage import database, workspaces
from tests.cli.conftest import Done
from tests.storage.connected import key_of, with_keys
from tests.storage.filled import Ids, fill

pytestmark = pytest.mark.both_engines

Typed = Callable[..., Done]
MINE, THEIRS = "T0MINE", "T0THEIRS"
# By the command and, where it has several, what it does: how it is typed of a workspace.
OF_A_WORKSPACE: dict[str, tuple[str, ...]] = {
    "audit": ("audit", "--team", "{team}"),
    "audit --csv": ("audit", "--csv", "--team", "{team}"),
    "workspace export": ("workspace", "export", "{team}"),
    "workspace erase": ("workspace", "erase", "{team}", "--yes"),
    "digest list": ("digest", "list", "--team", "{team}"),
    "digest list --json": ("digest", "list", "--json", "--team", "{team}"),
    "digest due": ("digest", "due", "--team", "{team}"),
    "digest due --json": ("digest", "due", "--json", "--team", "{team}"),
    "digest run": ("digest", "run", "1", "--team", "{team}"),
    "digest run --json": ("digest", "run", "1", "--json", "--team", "{team}"),
}
# These are of the whole installation, or of nothing that is stored.
OF_NONE = {
    "demo", "dates", "run", "serve", "scheduler", "check", "manifest", "db upgrade", "db check",
    "db restored", "keys new", "keys rotate",
}  # fmt: skip
# What is none of a workspace's ids, though it may look like one or stand in its rows.
NO_TEAMS: dict[str, Callable[[Ids], str]] = {
    "an account's id": lambda ids: ids.account_id,
    "an account's name": lambda ids: ids.name,
    "a channel's id": lambda ids: ids.channel_id,
    "a person's id": lambda ids: ids.user_id,
    "a number": lambda _: "1",
    "other letters": lambda ids: ids.team_id.lower(),
    "its beginning": lambda ids: ids.team_id[:-1],
    "blanks around it": lambda ids: f" {ids.team_id} ",
    "two at once": lambda ids: f"{MINE},{ids.team_id}",
    "a pattern": lambda _: "T0%",
    "a star": lambda _: "*",
    "nothing": lambda _: "",
    "SQL": lambda ids: f"{MINE}' OR team_id = '{ids.team_id}",
    "characters nobody sees": lambda ids: f"{ids.team_id}\u200b",
}


def commands() -> Iterator[tuple[str, set[str]]]:
    """Every command, with each of its actions, and what else it is given."""
    (group,) = (
        one for one in arguments.parser()._actions if isinstance(one, argparse._SubParsersAction)
    )
    for name, parser in group.choices.items():
        actions = [one for one in parser._actions if one.dest == "action"]
        given = {one.dest for one in parser._actions} - {"help", "action"}
        if actions and isinstance(actions[0], argparse._SubParsersAction):
            for choice, inner in actions[0].choices.items():
                yield f"{name} {choice}", {one.dest for one in inner._actions} - {"help"}
            continue
        for choice in actions[0].choices or () if actions else [""]:
            yield f"{name} {choice}".strip(), given


def test_every_command_has_its_case_or_is_said_to_need_none() -> None:
    """Whatever takes a workspace is tried with another's; `ask` takes an account in its words."""
    found = dict(commands())
    of_a_workspace = {name.partition(" --")[0] for name in OF_A_WORKSPACE}
    assert set(found) == of_a_workspace | OF_NONE | {"ask"}
    named = {"team", "workspace", "account", "number"}
    assert {name for name, given in found.items() if given & named} == of_a_workspace


@pytest.fixture
def two(engine: Engine, database_url: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Ids]:
    """Two workspaces with data in one database."""
    with_keys(engine)
    monkeypatch.setenv("DATABASE_URL", database_url)
    return {team: fill(engine, team) for team in (MINE, THEIRS)}


def stored(engine: Engine) -> dict[str, dict[str, workspaces.Rows]]:
    """All that is stored of each workspace."""
    with database.reading(engine) as connection:
        return {team: workspaces.export(connection, team) for team in (MINE, THEIRS)}


def shown(done: Done, ids: Ids, typed: str = "") -> list[str]:
    """What of a workspace's is told, and was not typed."""
    private = {
        ids.account_id, ids.gone_id, ids.name, ids.channel_id, ids.user_id, ids.planted,
        ids.token.reveal(), key_of(ids.name).reveal(),
    }  # fmt: skip
    return [one for one in private if one in f"{done.out}{done.err}".replace(typed or "\0", "")]


@pytest.mark.parametrize("name", OF_A_WORKSPACE)
def test_of_one_workspace_nothing_of_another_is_shown_or_changed(
    typed: Typed, engine: Engine, two: dict[str, Ids], name: str
) -> None:
    """Whichever of them is asked about; of that one something is, or the rest proved nothing."""
    for team, other in ((MINE, THEIRS), (THEIRS, MINE)):
        before = stored(engine)
        done = typed(*(word.format(team=team) for word in OF_A_WORKSPACE[name]))
        assert (done.code, done.err) == (0, "")
        assert shown(done, two[other]) == []
        assert other not in done.out
        after = stored(engine)
        assert after[other] == before[other]
        assert shown(done, two[team]) or after[team] != before[team]


@pytest.mark.parametrize("kind", NO_TEAMS)
@pytest.mark.parametrize("name", OF_A_WORKSPACE)
def test_what_is_no_workspace_s_id_finds_and_changes_nothing(
    typed: Typed, engine: Engine, two: dict[str, Ids], name: str, kind: str
) -> None:
    """It is refused, with the ids that there are and nothing that stands in their rows."""
    before, team = stored(engine), NO_TEAMS[kind](two[THEIRS])
    words = OF_A_WORKSPACE[name]
    done = typed(*(word.format(team=team) for word in words))
    assert done.code == 1
    assert done.out.startswith('{"error": ') if "--json" in words else not done.out
    assert [shown(done, ids, team) for ids in two.values()] == [[], []]
    assert stored(engine) == before


@pytest.mark.parametrize(
    "words", ["for #1", "for #2", "for {name}", 'for "{name}"', "for {account_id}", "for all"]
)
def test_a_question_in_the_terminal_knows_no_account_that_is_stored(
    typed: Typed,
    engine: Engine,
    two: dict[str, Ids],
    monkeypatch: pytest.MonkeyPatch,
    words: str,
) -> None:
    """It has the key of the environment alone: nobody is asked, nothing told, none changed."""
    ids, before = two[THEIRS], stored(engine)
    text = f"stats last week {words}".format(name=ids.name, account_id=ids.account_id)
    with FakeFlowXO() as flowxo:
        monkeypatch.setenv("FLOWXO_API_KEY", flowxo.key)
        monkeypatch.setenv("FLOWXO_API_URL", flowxo.url)
        done = typed("ask", text)
        assert flowxo.requests == []
    assert (done.code, done.out) == (1, "")
    typed_so = words.format(name=ids.name, account_id=ids.account_id).removeprefix("for ")
    assert [shown(done, one, typed_so.strip('"')) for one in two.values()] == [[], []]
    assert stored(engine) == before
