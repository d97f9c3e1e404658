"""Connecting by the page: from the words in Slack to the answer of the question that waited."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from html import escape

import pytest
from sqlalchemy import text

from bot.demo.flowxo_faults import Scripted, held, page, reset, status
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, COLLEAGUE, GUEST, TEAM
from bot.slack import keeping
from bot.slack.door import Door
from bot.storage import accounts, connects, database
from bot.storage.accounts import Visibility
from bot.storage.audit import By
from bot.storage.connects import Purpose, Request
from bot.storage.workspaces import Connecting
from tests.connecting.house import KEY, House, carried_by, labels_of
from tests.server.asking import Answer

pytestmark = pytest.mark.both_engines


def test_an_account_is_connected_by_the_page(house: House) -> None:
    """A private link, one call before anything is saved, one row, and a message about it."""
    token = house.link("connect Acme Support")
    shown = house.last()
    assert shown.only_for == ASKER
    assert labels_of(shown) == ["Open the Page"]
    assert token not in shown.text
    assert len(house.flowxo.requests) == 0
    assert house.post(token).status == 303
    assert len(house.flowxo.requests) == 1
    (saved,) = house.accounts()
    assert (saved.name, saved.number, saved.owner_user_id) == ("Acme Support", 1, ASKER)
    assert (saved.zone, saved.visibility) == ("Europe/Berlin", Visibility.WORKSPACE)
    (told,) = house.direct()
    assert told.text.split("\n") == [
        "Acme Support is connected, as #1. You own it here.",
        "Its days begin at midnight in Europe/Berlin, your own time zone in Slack.",
        "Every member of this workspace may ask about it.",
        "To change that: /flowxo settings #1",
    ]
    assert labels_of(told) == ["Undo"]
    (change,) = house.changes()
    assert (change.action, change.user_id, change.subject, change.origin) == (
        "account_connected", ASKER, "Acme Support", "connect page",
    )  # fmt: skip
    house.slack.command("stats last week", user=COLLEAGUE)
    assert "compared with" in house.last(COLLEAGUE).text


@pytest.mark.parametrize("way", ["command", "mention", "direct"])
def test_the_question_that_waited_is_answered_where_it_was_asked(house: House, way: str) -> None:
    """To its asker alone, in the thread, or in direct messages, with what was asked for."""
    words = "top flows last week top 3"
    match way:
        case "command":
            assert house.slack.command(words).ok
        case "mention":
            assert house.slack.mention(words).ok
        case _:
            assert house.slack.direct_message(words).ok
    offered = house.last()
    assert labels_of(offered) == ["Connect", "Ask an Owner"]
    assert offered.text.startswith("No Flow XO account is connected yet.")
    house.slack.press(offered, "Connect")
    linked = house.last()
    assert linked.only_for == ASKER or linked.channel_id[0] == "D"
    before = len(house.said())
    assert house.post(house.token(linked), name="Acme Support").status == 303
    *_, told, answer = house.said()
    assert len(house.said()) == before + 2
    assert told.text.startswith("Acme Support is connected")
    assert "16–22 Nov 2026" in answer.text
    assert "\n4. " not in answer.text
    assert answer.channel_id == offered.channel_id
    assert (answer.only_for, answer.thread_ts) == (offered.only_for, offered.thread_ts)


@pytest.mark.parametrize(
    ("typed", "name"), [("&lt;b&gt;x", "<b>x"), ("the key", "the key"), ("R&amp;D <3", "R&D <3")]
)
def test_a_name_in_quotes_is_the_account_s_whatever_it_is(
    either: House, typed: str, name: str
) -> None:
    """As Slack sends it, and as the form shows it and takes it back."""
    if either.public:
        token = either.link(f'connect "{typed}"')
        assert escape(name) in either.get(token).text
        assert either.post(token, name=name).status == 303
    else:
        assert either.slack.command(f'connect "{typed}"').ok
        either.settle()
        assert either.slack.submit({"key": KEY}).errors == {}
    either.settle()
    assert [one.name for one in either.accounts()] == [name]


@pytest.mark.parametrize("typed", ["", "-", "…", "   "])
def test_a_name_in_quotes_that_is_none_is_told(house: House, typed: str) -> None:
    """With what to type; no form is opened as if nothing had been said."""
    house.slack.command(f'connect "{typed}"')
    assert house.last().text.split("\n") == [
        "Give the account a name that people can say.",
        'Like this: connect "My Client".',
    ]
    assert labels_of(house.last()) == []


def test_a_list_of_no_accounts_offers_the_first(house: House) -> None:
    """As a question does; nothing waits."""
    house.slack.command("accounts")
    assert labels_of(house.last()) == ["Connect", "Ask an Owner"]
    assert "question" not in carried_by(house.last(), "Connect")


def test_a_question_keeps_its_account_and_how_it_is_shown(house: House) -> None:
    """The new account is meant, also where there are others by then; CSV is CSV."""
    house.slack.command("stats last week as csv")
    house.slack.press(house.last(), "Connect")
    waits = house.token(house.last())
    house.connect("Globex", COLLEAGUE, "fx-another-key-of-globex")
    house.flowxo.key = KEY
    assert house.post(waits, name="Acme Support").status == 303
    texts = [one.text for one in house.said()]
    (answer,) = [one for one in texts if one.startswith("Acme Support: ")]
    assert "16–22 Nov 2026" in answer
    assert [one.filename for one in house.slack.files] != []


def test_where_it_cannot_be_answered_it_comes_directly(house: House) -> None:
    """Whoever has left the channel meanwhile has not left the bot."""
    house.slack.command("stats last week")
    house.slack.press(house.last(), "Connect")
    token = house.token(house.last())
    house.slack.workspace.channels[CHATBOTS].members.discard(ASKER)
    assert house.post(token, name="Acme Support").status == 303
    told, answer = house.direct()
    assert told.text.startswith("Acme Support is connected")
    assert "16–22 Nov 2026" in answer.text
    assert "so it is here" in answer.text


@pytest.mark.parametrize(
    ("typed", "key", "cleaned"),
    [
        (KEY, KEY, False),
        (f"  {KEY}\r\n", KEY, True),
        (f'"{KEY}"', KEY, True),
        (f"“{KEY}”", KEY, True),
        (f"Bearer {KEY}", KEY, True),
        (f'Authorization: "Bearer {KEY}"', KEY, True),
        (f"\u200bbearer:\t'{KEY[:20]}\n {KEY[20:]}'\u200b", KEY, True),
        ("k" * 4_000, "k" * 4_000, False),
    ],
)
def test_a_key_is_cleaned_and_that_is_said(
    house: House, typed: str, key: str, cleaned: bool
) -> None:
    """Blanks, line ends, quotes and "Bearer" are no part of it."""
    house.flowxo.key = key
    assert house.post(house.link(), key=typed).status == 303
    assert ("I left out what stood around the key" in house.direct()[-1].text) is cleaned
    with database.reading(house.desk.services.engine) as connection:
        (saved,) = house.accounts()
        kept = accounts.key(connection, TEAM, saved.account_id)
    assert kept is not None
    assert kept.reveal() == key


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Paste the API key here."),
        (' "" \n', "Paste the API key here."),
        ("Bearer", "Paste the API key here."),
        ("fx-of-another-environment", "Flow XO refuses this key."),
        ("k" * 4_001, "too long to be a Flow XO API key"),
        ("xoxb-1234-abcd", "a token of Slack"),
        ("schlüssel", "a character in it that no key has"),
        ("key\x00", "a character in it that no key has"),
    ],
)
def test_what_is_no_key_is_told_and_nothing_is_saved(house: House, typed: str, says: str) -> None:
    """The link stays open for another try, and the page holds nothing of what was typed."""
    token = house.link()
    shown = house.post(token, key=typed)
    assert shown.status == 422
    assert says in shown.text
    assert 'id="key-fault"' in shown.text
    assert len(typed) < 5 or typed not in shown.text
    assert (house.accounts(), house.changes()) == ((), [])
    assert house.post(token).status == 303


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (status(503), "I can&#x27;t reach Flow XO just now"),
        (reset(), "I can&#x27;t reach Flow XO just now"),
        (status(429), "Flow XO asked me to wait"),
        (page(), "Something answered this key"),
    ],
)
@pytest.mark.usefixtures("tried_quickly")
def test_a_flow_xo_that_does_not_answer_is_no_verdict(
    house: House, fault: Scripted, says: str
) -> None:
    """Nothing is saved, and trying again is what helps."""
    token = house.link()
    house.flowxo.always(fault)
    shown = house.post(token)
    assert shown.status == 422
    assert says in shown.text
    assert "Nothing was saved" in shown.text
    assert house.accounts() == ()
    house.flowxo.always(None)
    assert house.post(token).status == 303


def test_a_key_that_is_connected_already_is_known(house: House) -> None:
    """By its account's name, to whoever may see it."""
    house.connect("Initech")
    token = house.link("connect Globex", COLLEAGUE)
    shown = house.post(token)
    assert shown.status == 422
    assert "connected already, as Initech" in shown.text
    (saved,) = house.accounts()
    by = By(ASKER, "test", house.clock())
    with database.transaction(house.desk.services.engine) as connection:
        only = Visibility.CHANNELS
        accounts.change(connection, TEAM, saved.account_id, by, visibility=only)
    shown = house.post(token)
    assert "for an account that you can" in shown.text
    assert "Initech" not in shown.text


def test_two_people_with_one_key_at_once_make_one_account(house: House) -> None:
    """The other one is told whose it is."""
    links = [house.link("connect Acme", ASKER), house.link("connect Globex", COLLEAGUE)]
    stamps = [house.get(token).text.split('name="stamp" value="')[1][:64] for token in links]
    together = threading.Barrier(2)
    shown = []

    def send(token: str, stamp: str) -> None:
        together.wait(10)
        shown.append(house.post(token, stamp=stamp))

    threads = [threading.Thread(target=send, args=pair) for pair in zip(links, stamps, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.status for one in shown) == [303, 422]
    (saved,) = house.accounts()
    (refused,) = [one for one in shown if one.status == 422]
    assert f"connected already, as {saved.name}" in refused.text


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "a name that people can say"),
        ("!!!", "a name that people can say"),
        ("x" * 61, "at most 60 characters"),
        ("Acme\u202eeman", "characters that nobody can see"),
        ("Ac\x07me", "characters that nobody can see"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "looks like an API key, not like a name"),
        ("ACME  support", "is connected already, as #1"),
    ],
)
def test_a_name_that_can_be_none_is_told_beside_it(house: House, name: str, says: str) -> None:
    """Empty, too long, unsayable, unseen, a secret, taken."""
    house.connect("Acme Support")
    house.flowxo.key = "fx-the-key-of-another-account"
    house.slack.command("connect")
    token = house.token(house.last())
    shown = house.post(token, name=name, key=house.flowxo.key)
    assert shown.status == 422
    assert says in shown.text
    assert 'id="name-fault"' in shown.text
    assert len(house.accounts()) == 1
    assert house.post(token, name="Globex", key=house.flowxo.key).status == 303


OPAQUE = "0123456789abcdef0123456789abcdef"
_JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (OPAQUE, OPAQUE),
        (OPAQUE, f"Acme {OPAQUE.upper()}"),
        (f"Bearer {OPAQUE}", f"{OPAQUE[:16]} {OPAQUE[16:]}"),
        ("fx-wrong", _JWT),
        (_JWT, f"Acme {_JWT}"),
        ("short", "Short"),
    ],
)
def test_a_key_is_no_account_s_name(house: House, key: str, name: str) -> None:
    """Whatever it looks like; and the page that comes back holds nothing of it."""
    house.flowxo.key = OPAQUE
    token = house.link("connect")
    shown = house.post(token, key=key, name=name)
    assert shown.status == 422
    assert "looks like an API key, not like a name" in shown.text
    assert name not in shown.text
    assert (house.accounts(), house.changes(), len(house.flowxo.requests)) == ((), [], 0)
    assert house.post(token, key=OPAQUE, name="Short 0123456789").status == 303


def test_a_key_that_was_written_as_a_name_is_none_either(house: House) -> None:
    """It came with the link: it is gone from the page once it is sent in as the key."""
    house.slack.command(f"connect {OPAQUE}")
    assert house.last().text.startswith("That looks like an API key, not like a name.")
    assert OPAQUE not in f"{house.last().text}{house.last().blocks}"
    short = house.flowxo.key = "0123-4567-89ab-cdef"
    token = house.link(f"connect {short}")
    shown = house.post(token, key=short)
    assert shown.status == 422
    assert short not in shown.text
    assert house.post(token, key=short, name="Acme").status == 303
    assert [one.name for one in house.accounts()] == ["Acme"]


def test_a_name_of_an_account_that_is_not_seen_is_refused_too(house: House) -> None:
    """In words that hold for other names as well: nobody learns that there is such an account."""
    saved = house.connect("Acme Support")
    by = By(ASKER, "test", house.clock())
    with database.transaction(house.desk.services.engine) as connection:
        only = Visibility.CHANNELS
        accounts.change(connection, TEAM, saved.account_id, by, visibility=only)
    house.flowxo.key = "fx-the-key-of-another-account"
    token = house.link("connect Acme Support", COLLEAGUE)
    shown = house.post(token, key=house.flowxo.key)
    assert "That name can&#x27;t be used here. Choose another one." in shown.text
    assert house.post(token, key=house.flowxo.key, name="last week").text.count("be used here") == 1
    # However it is written: a question would take one for the other.
    assert house.post(token, key=house.flowxo.key, name="acme-support!").status == 422
    assert house.post(token, key=house.flowxo.key, name="Acme 2").status == 303


def test_a_name_that_means_something_else_too_is_said(house: House) -> None:
    """Before, where it was typed in Slack, and with what was saved."""
    name = "#3 GmbH"
    house.slack.command(f'connect "{name}"')
    shown = house.last()
    assert f'"{name}" means something else too' in shown.text
    assert house.post(house.token(shown)).status == 303
    assert f'"{name}" means something else too' in house.direct()[-1].text
    assert house.accounts()[0].name == name


@pytest.mark.parametrize("name", ["last week", "stats", "all", "#3", "none", "help"])
def test_a_word_of_ours_is_no_name(house: House, name: str) -> None:
    """Neither typed in Slack, where no form opens for it, nor on the page; others with it are."""
    house.slack.command(f'connect "{name}"')
    assert house.last().text == "That name can't be used here. Choose another one."
    assert labels_of(house.last()) == []
    token = house.link("connect")
    shown = house.post(token, name=name)
    assert shown.status == 422
    assert "That name can&#x27;t be used here." in shown.text
    assert house.post(token, name=f"{name} GmbH").status == 303
    assert house.accounts()[0].name == f"{name} GmbH"


def test_a_link_works_once(house: House) -> None:
    """A preview looks first, and as often as it likes; the second key finds it closed."""
    token = house.link()
    for method in ("HEAD", "GET", "GET"):
        assert house.get(token, method).status == 200
    stamp = house.get(token).text.split('name="stamp" value="')[1][:64]
    assert house.post(token, stamp=stamp).status == 303
    again = house.post(token, stamp=stamp, key="fx-another")
    assert again.status == 404
    assert "work any more" in again.text
    assert house.get(token).status == 404
    assert len(house.accounts()) == 1


def test_a_form_that_is_sent_in_twice_at_once_saves_once(house: House) -> None:
    """Whoever comes second is told that the link is used, or that the key is known."""
    token = house.link()
    stamp = house.get(token).text.split('name="stamp" value="')[1][:64]
    together, found = threading.Barrier(4), []

    def send() -> None:
        together.wait(10)
        found.append(house.post(token, stamp=stamp).status)

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found)[0] == 303
    assert set(found) <= {303, 404, 422}
    assert found.count(303) == 1
    assert len(house.accounts()) == 1
    assert len(house.direct()) == 1


def test_a_link_lasts_ten_minutes(house: House) -> None:
    """To the second."""
    token = house.link()
    house.clock.advance(minutes=9, seconds=59)
    assert house.get(token).status == 200
    house.clock.advance(seconds=1)
    assert house.get(token).status == 404
    assert house.post(token).status == 404
    assert house.accounts() == ()


def test_a_guess_and_another_workspace_s_link_open_nothing(house: House) -> None:
    """Neither says for whom it was."""
    with database.transaction(house.desk.services.engine) as connection:
        request = Request(Purpose.CONNECT, ASKER, name="Of Others")
        theirs = connects.issue(connection, "T0OTHER001", request, house.clock())
    assert Door(house.desk).submit(theirs.reveal(), KEY, "Acme") is None
    for token in (theirs.reveal(), "A" * 43, "../" * 9):
        shown = house.get(token)
        assert shown.status == 404
        assert "Of Others" not in shown.text
        assert house.post(token, stamp="0" * 64).status == 404
    assert house.accounts() == ()
    assert house.accounts("T0OTHER001") == ()


def test_rights_that_were_lost_meanwhile_are_lost(house: House) -> None:
    """They are asked once more when the key comes: restricted, or a guest by now."""
    token = house.link()
    house.restrict(Connecting.ADMINS)
    shown = house.post(token)
    assert shown.status == 422
    assert "Only workspace admins can connect accounts here." in shown.text
    house.restrict(Connecting.NAMED, ASKER)
    house.slack.workspace.change_user(ASKER, is_restricted=True)
    house.clock.advance(minutes=5)
    assert "full members" in house.post(token).text
    assert house.accounts() == ()


def test_a_right_that_is_lost_while_the_key_is_tried_is_lost(house: House) -> None:
    """What is set for the workspace is read again where the account is saved."""
    token = house.link()
    go = threading.Event()
    house.flowxo.script(held(go))
    sender = threading.Thread(target=lambda: shown.append(house.post(token)))
    shown: list[Answer] = []
    sender.start()
    while not house.flowxo.requests:
        threading.Event().wait(0.01)
    house.restrict(Connecting.ADMINS)
    go.set()
    sender.join()
    assert "Only workspace admins" in shown[0].text
    assert house.accounts() == ()


@pytest.mark.parametrize(
    ("connecting", "people", "user", "says"),
    [
        (Connecting.ADMINS, (), ASKER, "Only workspace admins can connect accounts here."),
        (Connecting.NAMED, (COLLEAGUE,), ASKER, "Only workspace admins, and people whom they"),
        (Connecting.EVERYONE, (), GUEST, "as a guest"),
    ],
)
def test_who_may_not_connect_hears_why(
    house: House, connecting: Connecting, people: tuple[str, ...], user: str, says: str
) -> None:
    """Before anything is asked, and no link is made."""
    house.restrict(connecting, *people)
    house.slack.workspace.channels[CHATBOTS].members.add(GUEST)
    house.slack.command("connect Acme", user=user)
    shown = house.last(user)
    assert says in shown.text
    assert labels_of(shown) == []


@pytest.mark.parametrize(
    ("connecting", "people", "user"),
    [
        (Connecting.ADMINS, (), ADMIN),
        (Connecting.NAMED, (COLLEAGUE,), COLLEAGUE),
        (Connecting.NAMED, (COLLEAGUE,), ADMIN),
    ],
)
def test_who_may_connect_is_let(
    house: House, connecting: Connecting, people: tuple[str, ...], user: str
) -> None:
    """Admins always, and whom they named."""
    house.restrict(connecting, *people)
    assert house.connect("Acme", user).owner_user_id == user


def test_without_encryption_keys_it_says_who_sets_them(start: Callable[..., House]) -> None:
    """Before anything is asked; and where no account is connected nothing is offered."""
    house = start(ENCRYPTION_KEYS="")
    house.slack.command("connect Acme")
    shown = house.last()
    assert "ENCRYPTION_KEYS is not set" in shown.text
    assert "Whoever runs the bot" in shown.text
    assert labels_of(shown) == []
    house.slack.command("stats last week")
    shown = house.last()
    assert "No Flow XO account is connected yet." in shown.text
    assert labels_of(shown) == []


def test_a_database_that_is_held_saves_nothing_and_says_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page has a sentence, the link stays open, and it works once the lock is gone."""
    monkeypatch.setattr(keeping, "PAUSE_S", 0.0)
    token = house.link()
    engine = house.desk.services.engine
    with database.transaction(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE accounts, connect_tokens IN EXCLUSIVE MODE"))
        shown = house.post(token)
        assert shown.status == 503
        assert "Nothing was saved" in shown.text
        assert "database" not in shown.text
    assert house.accounts() == ()
    assert house.post(token).status == 303


def test_a_database_that_cannot_be_read_is_said_in_slack(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a link nor a right is guessed at."""
    monkeypatch.setattr(keeping, "PAUSE_S", 0.0)
    house.slack.command("stats last week")
    offered = house.last()
    with database.transaction(house.desk.services.engine) as connection:
        connection.execute(text("ALTER TABLE workspaces RENAME TO elsewhere"))
    house.slack.command("connect Acme")
    assert "can't use my database right now" in house.last().text
    house.slack.command("stats last week")
    assert labels_of(house.last()) == ["Ask an Owner"]
    house.slack.press(offered, "Connect")
    assert "can't use my database right now" in house.last().text


def test_someone_whose_zone_nobody_knows_gets_none(house: House) -> None:
    """Days are then read by each asker's own."""
    house.slack.workspace.change_user(COLLEAGUE, tz=None)
    assert house.connect("Acme", COLLEAGUE).zone is None
    assert "in the time zone of whoever asks" in house.direct(COLLEAGUE)[-1].text


def test_undo_takes_it_out_with_its_key(house: House) -> None:
    """At once, with a change in the log; the message says so and can't be pressed again."""
    house.connect("Acme Support")
    told = house.direct()[-1]
    house.slack.press(told, "Undo")
    house.settle()
    assert house.accounts() == ()
    assert house.direct()[-1].text == "Acme Support was taken out again, and its key is deleted."
    assert labels_of(house.direct()[-1]) == []
    assert house.changes()[0].action == "account_removed"
    house.slack.command("stats last week")
    assert "No Flow XO account is connected yet." in house.last().text
    assert house.connect("Acme Support").number == 2


def test_undo_is_its_owner_s_and_admins_for_a_day(house: House) -> None:
    """Nobody else's; later there is another way."""
    house.connect("Acme Support")
    told = house.direct()[-1]
    house.slack.press(told, "Undo", user=COLLEAGUE)
    assert "Only the owner of that account" in house.last().text
    house.clock.advance(hours=24, seconds=1)
    house.slack.press(told, "Undo")
    assert "more than a day ago" in house.last().text
    assert "disconnect #1" in house.last().text
    assert len(house.accounts()) == 1
    house.clock.moment -= timedelta(hours=2)
    (undo,) = buttons_of(told.blocks)
    house.slack.press(told, undo, user=ADMIN)
    house.settle()
    assert house.accounts() == ()
    house.slack.press(told, undo)
    assert "can't be asked about here any more" in house.last().text
