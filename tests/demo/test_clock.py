"""The playground's clock: what people type of it, and what comes while time passes."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.demo.clock import MOST, ClockError, DemoClock, moment_of
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.playground import Playground, open_playground
from bot.demo.sample import sample
from bot.demo.screen_text import Look
from bot.demo.slack_faults import error, status
from bot.demo.slack_workspace import ASKER, CHATBOTS, DIRECT, GENERAL, Message
from bot.demo.terminal import Terminal
from bot.storage import deliveries
from bot.storage.deliveries import Delivery

BERLIN = ZoneInfo("Europe/Berlin")
# Thursday 26 November 2026, 15:45 in Berlin.
NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture(name="playground")
def _playground() -> Iterator[Playground]:
    begun = time.monotonic()
    clock = DemoClock(lambda: NOW + timedelta(seconds=time.monotonic() - begun))
    with open_playground(clock) as playground:
        yield playground


@pytest.fixture(name="terminal")
def _terminal(playground: Playground) -> Terminal:
    terminal = Terminal(Look(100), io.StringIO(), playground)
    playground.show = terminal.show
    return terminal


def typed(terminal: Terminal, *lines: str) -> str:
    """What is printed after these lines were typed."""
    assert isinstance(terminal.out, io.StringIO)
    before = len(terminal.out.getvalue())
    for line in lines:
        assert terminal.take(line)
    return terminal.out.getvalue()[before:]


def set_up(terminal: Terminal, words: str) -> None:
    """A digest, saved."""
    assert "Saved: Digest #" in typed(terminal, f"digest {words}", "1")


def local(playground: Playground) -> datetime:
    return playground.clock().astimezone(BERLIN)


def digests(playground: Playground, channel_id: str = CHATBOTS) -> list[Message]:
    """The digests that were posted."""
    return [one for one in playground.slack.posted
            if one.channel_id == channel_id and "metadata" in one.arguments]  # fmt: skip


def posted_at(message: Message) -> datetime:
    return datetime.fromtimestamp(float(message.ts), BERLIN)


def history(playground: Playground) -> list[Delivery]:
    """The deliveries of #1, the newest first."""
    team_id = playground.slack.workspace.users[ASKER].team_id
    with playground.passing.ledger.reading() as (connection, _):
        return list(deliveries.history(connection, team_id, 1))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("mon 08:59", "2026-11-30 08:59"),
        ("MONDAY 8:59", "2026-11-30 08:59"),
        ("monday at 08:59", "2026-11-30 08:59"),
        ("thu 15:46", "2026-11-26 15:46"),
        ("thu 15:45", "2026-12-03 15:45"),
        ("thursday 00:00", "2026-12-03 00:00"),
        ("16:00", "2026-11-26 16:00"),
        ("at 16:00", "2026-11-26 16:00"),
        ("9:00", "2026-11-27 09:00"),
        ("today 23:59", "2026-11-26 23:59"),
        ("tomorrow  9:00", "2026-11-27 09:00"),
        ("2026-12-01 08:59", "2026-12-01 08:59"),
        ("+90m", "2026-11-26 17:15"),
        ("+ 2 hours", "2026-11-26 17:45"),
        ("+1 day", "2026-11-27 15:45"),
        ("+60 days", "2027-01-25 15:45"),
    ],
)
def test_a_moment_is_the_next_one(words: str, expected: str) -> None:
    """By the clock of whoever types; what was today already is the next time."""
    moment = moment_of(words, DemoClock(lambda: NOW), BERLIN)
    assert f"{moment.astimezone(BERLIN):%Y-%m-%d %H:%M}" == expected


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("mon", '"mon" is no time'),
        ("mo 08:59", "no time"),
        ("monn 08:59", "no time"),
        ("mon 24:00", "no time"),
        ("mon 08:60", "no time"),
        ("mon 8", "no time"),
        ("9am", "no time"),
        ("2026-02-30 08:00", "no time"),
        ("30.11. 08:00", "no time"),
        ("at", "no time"),
        ("+2", "no time"),
        ("-2h", "no time"),
        ("+999999h", "no time"),
        ("x" * 500, "x…"),
        ("today 08:00", "that time is over"),
        ("2020-01-01 00:00", "that time is over"),
        ("0001-01-01 00:00", "that time is over"),
        ("+0m", "that time is over"),
        ("9999-12-31 23:59", "no further than 2027-01-25 15:45"),
        ("+99999d", "no further than"),
    ],
)
def test_what_is_no_moment_is_told(words: str, says: str) -> None:
    """Unreadable, over, or beyond the sample."""
    with pytest.raises(ClockError) as caught:
        moment_of(words, DemoClock(lambda: NOW), BERLIN)
    assert says in caught.value.message
    assert len(caught.value.message) < 120


def test_a_time_that_a_clock_change_skips_comes_as_much_later() -> None:
    """02:30 on the night when clocks go from 2 to 3 is 03:30."""
    before = datetime(2027, 3, 27, 12, tzinfo=UTC)
    moment = moment_of("2027-03-28 02:30", DemoClock(lambda: before), BERLIN)
    assert f"{moment.astimezone(BERLIN):%H:%M}" == "03:30"


def test_the_clock_goes_on_and_never_back() -> None:
    """From where it was set; what is over already changes nothing."""
    real = [NOW]
    clock = DemoClock(lambda: real[0])
    clock.move_to(NOW + DAY)
    real[0] += MINUTE
    assert clock() == NOW + DAY + MINUTE
    clock.move_to(NOW)
    assert clock() == NOW + DAY + MINUTE
    assert clock.seconds() == clock().timestamp()


def test_the_days_before_are_the_same_however_many_are_ahead() -> None:
    """The figures of a day do not change when the clock is set."""
    short, long = sample(NOW), sample(NOW, ahead=MOST.days + 2)
    end = int((NOW + DAY).timestamp())
    assert short.figures(0, end) == long.figures(0, end)
    assert not long.empty(int((NOW + MOST).timestamp()), int((NOW + MOST + DAY).timestamp()))


def test_flow_xo_goes_by_the_clock() -> None:
    """What an omitted end means is later, once the clock is."""
    clock = DemoClock(lambda: NOW)
    with FakeFlowXO(clock=clock) as flowxo:
        clock.move_to(NOW + DAY)
        assert flowxo.now == NOW + DAY


def test_a_digest_is_seen_to_come(terminal: Terminal) -> None:
    """A minute before, nothing; then the week that is over, at nine, and the next is told."""
    set_up(terminal, "weekly on monday at 9am in Europe/Berlin")
    told = typed(terminal, ":clock mon 08:59")
    assert "It is Mon 30 Nov 2026, 08:59 here (Europe/Berlin)." in told
    assert "The next digest is due Mon 30 Nov 2026, 09:00." in told
    assert digests(terminal.playground) == []
    told = typed(terminal, ":clock run")
    (digest,) = digests(terminal.playground)
    assert digest.text.splitlines()[1] == "23–29 Nov 2026, compared with 16–22 Nov"
    assert "flowxo  #chatbots · 09:00" in told
    assert f"{local(terminal.playground):%Y-%m-%d %H:%M}" == "2026-11-30 09:00"
    (sent,) = history(terminal.playground)
    assert (sent.state, sent.late) == ("sent", False)
    assert sent.ts == digest.ts
    assert f"{posted_at(digest):%Y-%m-%d %H:%M}" == "2026-11-30 09:00"


def test_what_falls_due_on_the_way_comes_then_and_in_order(terminal: Terminal) -> None:
    """Three days are three digests, each on time; none was missed while the clock was set."""
    set_up(terminal, "daily at 8 in Europe/Berlin")
    typed(terminal, ":clock tomorrow 07:00", ":clock +3 days")
    ended = history(terminal.playground)
    assert [(one.state, one.late) for one in ended] == [("sent", False)] * 3
    posted = digests(terminal.playground)
    assert [f"{posted_at(one):%d %H:%M}" for one in posted] == ["27 08:00", "28 08:00", "29 08:00"]


def test_answers_go_by_the_clock(terminal: Terminal) -> None:
    """Yesterday is the day before the one that the clock shows, and it has figures."""
    typed(terminal, ":clock +40 days")
    told = typed(terminal, "stats yesterday")
    assert "4 Jan 2027, compared with 3 Jan" in told
    assert "New users: " in told
    assert "New users: 0 " not in told


def test_one_that_is_run_comes_at_once_and_a_paused_one_not(terminal: Terminal) -> None:
    """Run by hand it is posted before the prompt is back; paused, time passes without it."""
    set_up(terminal, "daily at 8")
    typed(terminal, "digest run #1")
    assert len(digests(terminal.playground)) == 1
    typed(terminal, "digest pause #1")
    told = typed(terminal, ":clock +3 days")
    assert "No digest is due." in told
    assert "No digest is due." in typed(terminal, ":clock run")
    assert len(digests(terminal.playground)) == 1
    typed(terminal, "digest resume #1", ":clock run")
    assert len(digests(terminal.playground)) == 2


def test_one_that_was_moved_comes_where_it_goes(terminal: Terminal) -> None:
    """A channel is named as in Slack, whose list makes an id of it."""
    set_up(terminal, "daily at 8")
    assert "It goes to #general." in typed(terminal, "digest move #1 to #general")
    told = typed(terminal, ":clock run")
    assert "flowxo  #general · 08:00" in told
    assert len(digests(terminal.playground, GENERAL)) == 1
    assert digests(terminal.playground) == []


def test_to_oneself_it_comes_in_direct_messages(terminal: Terminal) -> None:
    """And is drawn there."""
    set_up(terminal, "daily at 8 to me")
    assert "flowxo  direct message · 08:00" in typed(terminal, ":clock run")
    assert len(digests(terminal.playground, DIRECT)) == 1


def test_after_a_failure_its_owner_is_told(terminal: Terminal) -> None:
    """Time passes on until there is something to see: the notice, a minute later."""
    set_up(terminal, "daily at 8")
    terminal.playground.slack.faults.add("chat.postMessage", error("is_archived"))
    told = typed(terminal, ":clock run")
    assert "direct message" in told
    assert digests(terminal.playground) == []
    assert history(terminal.playground)[0].state == "failed"


def test_a_lost_answer_is_looked_up_as_time_passes(terminal: Terminal) -> None:
    """It was posted; nobody sees it twice."""
    set_up(terminal, "daily at 8")
    terminal.playground.slack.faults.add("chat.postMessage", status(500, applied=True))
    typed(terminal, ":clock run", ":clock +10m")
    assert len(digests(terminal.playground)) == 1
    assert history(terminal.playground)[0].state == "sent"


def test_nothing_is_due_beyond_the_sample(terminal: Terminal) -> None:
    """That is told, and the clock stays."""
    set_up(terminal, "monthly on the 1st at 8")
    typed(terminal, ":clock +59 days")
    before = terminal.playground.clock()
    assert "as far as the sample's figures go" in typed(terminal, ":clock run", ":clock run")
    assert terminal.playground.clock() - before < DAY * 2


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (":clock nonsense", '"nonsense" is no time that the clock can be set to.'),
        (":clock 2020-01-01 08:00", "The clock goes forward alone"),
        (":clock +61 days", "no further than"),
        (":clok", "There is no :clok here; :clock is what there is."),
        (":", "There is no : here"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(
    terminal: Terminal, line: str, says: str
) -> None:
    """The bot is not asked."""
    before, asked = terminal.playground.clock(), len(terminal.playground.slack.calls)
    assert says in " ".join(typed(terminal, line).split())
    assert terminal.playground.clock() - before < MINUTE
    assert len(terminal.playground.slack.calls) == asked


def test_while_somebody_types_a_digest_comes_above_it(terminal: Terminal) -> None:
    """The line is cleared and typed again below; buttons that are there keep their numbers."""
    set_up(terminal, "daily at 8")
    playground = terminal.playground
    due = playground.passing.next_due()
    assert due is not None
    playground.wait()
    assert digests(playground) == []
    playground.clock.move_to(due)
    terminal.prompted = True
    buttons = list(terminal.presses)
    assert isinstance(terminal.out, io.StringIO)
    before = len(terminal.out.getvalue())
    playground.wait()
    told = terminal.out.getvalue()[before:]
    assert told.startswith("\r\x1b[K")
    assert told.endswith("> ")
    assert len(digests(playground)) == 1
    assert terminal.presses[: len(buttons)] == buttons
    assert len(terminal.presses) > len(buttons)


def test_what_is_listed_can_be_typed(terminal: Terminal) -> None:
    """Under ? stand the words of the clock."""
    told = typed(terminal, "?")
    for words in (":clock mon 08:59", ":clock run", "digest daily at 8"):
        assert words in told
