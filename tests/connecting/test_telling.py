"""Whoever owns an account hears that its key is refused: when it begins, and once a day."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from sqlalchemy import text

from bot.demo import slack_faults
from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, COLLEAGUE, SHARED, STRANGER, TEAM
from bot.slack import asking, jobs, keeping
from bot.slack.desk import Desk, build_desk
from bot.slack.place import Manner, Place
from bot.slack.work import WorkPool
from bot.storage import channels, database
from bot.storage.audit import By
from bot.wiring import build
from tests.connecting.house import KEY, House, carried_by, labels_of
from tests.connecting.test_others import NEW, refused, with_key

pytestmark = pytest.mark.both_engines
TOLD = (
    "Flow XO has refused the API key of Acme since Thu 26 Nov 2026, 15:45.\n"
    "Nobody can read those figures until there is another key."
)


def told(house: House, user: str = ASKER) -> list[str]:
    """What somebody was told of refused keys, oldest first."""
    return [one.text for one in house.direct(user) if one.text.startswith("Flow XO has refused")]


def works(house: House) -> None:
    """The key is taken again."""
    house.flowxo.key = KEY
    house.slack.command("stats last week", user=COLLEAGUE)
    house.settle()


def test_the_owner_hears_of_it_when_it_begins(either: House) -> None:
    """From whoever's question it is, with the button that mends it; the question is answered then.

    Who asked hears when the owner was told; a second question tells nobody.
    """
    either.connect("Acme")
    theirs = refused(either, COLLEAGUE)
    assert theirs.text.split("\n")[1] == (
        "ada and workspace admins can replace the key. ada was told on Thu 26 Nov 2026, 09:45."
    )
    refused(either, COLLEAGUE)
    refused(either, ADMIN)
    refused(either)
    assert told(either) == [TOLD]
    (message,) = [one for one in either.direct() if one.text == TOLD]
    assert labels_of(message) == ["Replace Key"]
    with_key(either, message, "Replace Key", ASKER, NEW)
    assert "Acme has a new key, and it works." in [one.text for one in either.direct()]
    assert "ada gave Acme a new key." in [one.text for one in either.direct(COLLEAGUE)]
    answer = either.slack.messages[-1]
    assert "16–22 Nov 2026" in answer.text
    assert answer.only_for == COLLEAGUE


def test_nothing_of_it_is_said_in_a_channel(house: House) -> None:
    """There is the answer to the question, and no more."""
    house.connect("Acme")
    house.flowxo.key = NEW
    house.slack.mention("stats last week", user=COLLEAGUE)
    house.settle()
    assert told(house) == [TOLD]
    (answer,) = [one for one in house.slack.posted if one.channel_id == CHATBOTS]
    assert answer.text.startswith("I can't read Acme")


def test_an_owner_who_asks_reads_it_in_the_answer(house: House) -> None:
    """With the same button; that counts as told."""
    house.connect("Acme")
    assert labels_of(refused(house)) == ["Replace Key"]
    assert "ada was told on Thu 26 Nov 2026, 09:45." in refused(house, COLLEAGUE).text
    assert told(house) == []


def test_a_key_that_comes_and_goes_is_told_once_a_day(house: House) -> None:
    """And one that stays refused is told once; after that others can have its owner reminded."""
    house.connect("Acme")
    refused(house, COLLEAGUE)
    works(house)
    house.clock.advance(hours=23)
    lines = refused(house, COLLEAGUE, "stats october").text.split("\n")
    assert lines[1] == "ada and workspace admins can replace the key."  # of that nobody was told
    assert len(told(house)) == 1
    house.clock.advance(hours=2)
    refused(house, COLLEAGUE, "stats october")
    assert len(told(house)) == 2
    house.clock.advance(hours=48)
    refused(house, COLLEAGUE, "stats october")
    assert len(told(house)) == 2


@pytest.mark.parametrize("applied", [False, True], ids=["never came", "came"])
def test_an_answer_of_slack_s_that_was_lost_tells_nobody_twice(house: House, applied: bool) -> None:
    """The message may have come."""
    house.connect("Acme")
    house.slack.faults.add("chat.postMessage", slack_faults.status(503, applied=applied))
    refused(house, COLLEAGUE)
    refused(house, COLLEAGUE)
    assert len(told(house)) == int(applied)


def test_what_slack_refused_is_told_with_the_next_question(house: House) -> None:
    """And by whoever reminds the owner before that."""
    house.connect("Acme")
    house.slack.faults.add("chat.postMessage", slack_faults.error("messages_tab_disabled"))
    theirs = refused(house, COLLEAGUE)
    assert theirs.text.split("\n")[1] == "ada and workspace admins can replace the key."
    house.slack.faults.add("chat.postMessage", slack_faults.error("messages_tab_disabled"))
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    assert "could not send ada a direct message" in house.last(COLLEAGUE).text
    refused(house, COLLEAGUE)
    assert told(house) == [TOLD]


def test_the_owner_is_reminded_once_a_day(house: House) -> None:
    """By a message that says who asks; the next one who asks hears when that was."""
    house.connect("Acme")
    theirs = refused(house, COLLEAGUE)
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    assert house.last(COLLEAGUE).text == (
        "ada was told on Thu 26 Nov 2026, 09:45, and is told once a day at most."
    )
    house.clock.advance(hours=24)
    for _ in range(2):
        house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
        assert house.last(COLLEAGUE).text == "I told ada."
        house.clock.advance(seconds=1)  # a double press within two seconds is one
    reminded = house.direct()[-1]
    assert reminded.text == (
        "bo asks you to replace the API key of Acme: Flow XO has refused it since "
        "Thu 26 Nov 2026, 15:45."
    )
    house.clock.advance(hours=1)
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    assert "ada was told on Fri 27 Nov 2026, 09:45, and" in house.last(COLLEAGUE).text
    assert "ada was told on Fri 27 Nov 2026, 09:45." in refused(house, COLLEAGUE).text
    assert len([one for one in house.direct() if "asks you to replace" in one.text]) == 1
    with_key(house, reminded, "Replace Key", ASKER, NEW)
    assert house.slack.messages[-1].only_for == COLLEAGUE
    house.clock.advance(seconds=3)
    house.slack.press(theirs, "Remind Them", user=COLLEAGUE)
    assert "Flow XO takes that key again." in house.last(COLLEAGUE).text


def test_an_outsider_s_question_waits_for_nothing(house: House) -> None:
    """The owner hears of the key; the button knows nothing of who asked, who is not written to."""
    saved = house.connect("Acme")
    by = By(ASKER, "test", house.clock())
    with database.transaction(house.desk.services.engine) as connection:
        channels.change(
            connection, TEAM, SHARED, by,
            account_id=saved.account_id, only_this_account=True, outsiders_may_ask=True,
        )  # fmt: skip
    house.flowxo.key = NEW
    house.slack.command("stats last week", user=STRANGER, channel=SHARED)
    assert told(house) == [TOLD]
    kept = carried_by(house.direct()[-1], "Replace Key")
    assert kept == {"purpose": "replace_key", "account_id": saved.account_id}


def test_of_all_accounts_each_owner_has_one_message(house: House) -> None:
    """With a line and a button for each of theirs that is refused, up to five; the rest later."""
    for number in range(7):
        house.connect(f"Client {number}", key=f"fx-the-key-of-{number}")
    house.connect("Globex", COLLEAGUE, "fx-the-key-of-globex")
    house.connect("Fine", ADMIN, NEW)
    house.slack.command("stats last week for all", user=ADMIN)
    house.settle()
    (mine,) = [one for one in house.direct() if one.text.startswith("Flow XO has refused")]
    lines = mine.text.split("\n")
    refusals = [f"Flow XO has refused the API key of Client {number} since " for number in range(5)]
    assert [line.split("Thu")[0] for line in lines] == [*refusals, TOLD.split("\n")[1]]
    assert labels_of(mine) == [f"Replace Key of Client {number}" for number in range(5)]
    (theirs,) = told(house, COLLEAGUE)
    assert "the API key of Globex since" in theirs
    assert told(house, ADMIN) == []
    failing = {one.name: one.failing_since is not None for one in house.accounts()}
    assert failing.pop("Fine") is False
    assert all(failing.values())
    refused(house, ADMIN, text="stats last week for all")
    assert labels_of(house.direct()[-1]) == ["Replace Key of Client 5", "Replace Key of Client 6"]
    refused(house, ADMIN, text="stats last week for all")
    assert len(told(house)) == 2


def test_status_tells_too(house: House) -> None:
    """It asks Flow XO, as a question does."""
    house.connect("Acme")
    house.flowxo.key = NEW
    house.slack.command("status", user=COLLEAGUE)
    assert told(house) == [TOLD]
    works(house)
    assert house.accounts()[0].failing_since is None


def test_the_environment_s_account_has_nobody_to_tell(start: Callable[..., House]) -> None:
    """Nobody owns it."""
    house = start(FLOWXO_API_KEY="fx-of-the-environment")
    refused(house, COLLEAGUE)
    refused(house)
    assert [len(told(house, user)) for user in (ASKER, COLLEAGUE, ADMIN)] == [0, 0, 0]


def test_of_several_replicas_one_tells(house: House) -> None:
    """All of them meet it at once."""
    house.connect("Acme")
    house.flowxo.key = NEW
    together = Barrier(4)
    place = Place(TEAM, COLLEAGUE, Manner.PRIVATE, (), CHATBOTS)

    def work(desk: Desk) -> None:
        asker = desk.admit(place)
        assert asker.visible[0].failing_since is None
        together.wait(20)
        jobs.hand_off(desk, place, lambda: asking.ask(desk, place, "stats last week"))
        assert desk.services.pool.drain(20)

    replicas = [
        build(house.desk.services.settings, pool=WorkPool(), clock=house.clock) for _ in range(4)
    ]
    threads = [Thread(target=work, args=(build_desk(one, 60.0),)) for one in replicas]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in replicas:
        one.close()
    assert told(house) == [TOLD]
    answers = [one for one in house.said(COLLEAGUE) if one.text.startswith("I can't read Acme")]
    assert len(answers) == 4


def test_a_database_that_is_held_keeps_nobody_from_the_answer(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether somebody was told nobody can say, so nobody is until it can be said."""
    monkeypatch.setattr(keeping, "PAUSE_S", 0.0)
    house.connect("Acme")
    engine = house.desk.services.engine
    with database.transaction(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE accounts IN EXCLUSIVE MODE"))
        assert labels_of(refused(house, COLLEAGUE)) == ["Remind Them"]
    assert told(house) == []
    refused(house, COLLEAGUE)
    assert told(house) == [TOLD]
