"""A scripted tour: ten questions, one thread, one error, one share; each step is checked.

The figures that answers must show are counted once more, straight from the fake Flow XO, and the
dates once more from the calendar: nothing of the bot's own reckoning is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.sentences import say
from bot.demo.playground import Playground, Turn
from bot.demo.screen_text import Look, shown
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_workspace import ASKER, DIRECT, Message
from bot.demo.tour_figures import count

_ZONE = ZoneInfo("Europe/Berlin")
_LABELS = {
    "new_users": "New users", "triggers": "Triggers", "received_messages": "Messages received",
    "sent_messages": "Messages sent", "total_users": "Total users",
    "active_users": "Active users (30 days)",
}  # fmt: skip
_LONGEST_ERROR = 3
_SHARE = "Share to Channel"


@dataclass(slots=True)
class Tour:
    """The playground, the day, and the answers so far by the words that were typed."""

    playground: Playground
    today: date
    answers: dict[str, Message] = field(default_factory=dict)

    def monday(self, weeks_ago: int) -> date:
        """The Monday of the week so many weeks ago."""
        return self.today - timedelta(days=self.today.weekday() + 7 * weeks_ago)

    def month_before(self) -> tuple[date, date]:
        """Last month's first day and the day after its last."""
        end = self.today.replace(day=1)
        return (end - timedelta(days=1)).replace(day=1), end

    def quarter_before(self) -> tuple[date, date]:
        """Last quarter's first day and the day after its last."""
        end = self.today.replace(month=(self.today.month - 1) // 3 * 3 + 1, day=1)
        start = (end - timedelta(days=1)).replace(day=1)
        return (start - timedelta(days=45)).replace(day=1), end


Check = Callable[[Tour, Message], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Step:
    """What is typed, how it is done, and what is wrong with the answer, if anything."""

    typed: str
    act: Callable[[Tour], Turn | None]
    check: Check


def _lines(message: Message) -> list[str]:
    return shown(message.text).split("\n")


def _kinds(message: Message) -> list[object]:
    return [block.get("type") for block in message.blocks]


def _dated(message: Message, last: date) -> Iterator[str]:
    """The second line ends the period on that day."""
    lines = _lines(message)
    day = re.compile(rf"\b{last.day} {last:%b}[a-z]* {last.year}\b")
    if len(lines) < 2 or not day.search(lines[1]):
        yield f"the second line does not name {last.day} {last:%b %Y}"


def _figures(tour: Tour, message: Message, start: date, end: date, *wanted: str) -> Iterator[str]:
    """Each wanted figure stands there as Flow XO has it."""
    true = count(tour.playground.flowxo, _at(start), _at(end))
    text = shown(message.text)
    for name in wanted or _LABELS:
        if not re.search(rf"{re.escape(_LABELS[name])}: {true[name]:,}(?!\d|,\d)", text):
            yield f"{_LABELS[name]} should be {true[name]:,}"


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=_ZONE)


def _private(message: Message) -> Iterator[str]:
    if message.only_for != ASKER:
        yield "everyone can see it"


def _public(message: Message) -> Iterator[str]:
    if message.only_for is not None:
        yield "only one person can see it"


def _with(message: Message, kind: str) -> Iterator[str]:
    if kind not in _kinds(message):
        yield f"there is no {kind}"


def _stats(tour: Tour, message: Message) -> Iterator[str]:
    yield from _private(message)
    yield from _dated(message, tour.today - timedelta(days=1))
    yield from _figures(tour, message, tour.today - timedelta(days=7), tour.today)
    yield from _with(message, "data_visualization")


def _last_week(tour: Tour, message: Message) -> Iterator[str]:
    start, end = tour.monday(1), tour.monday(0)
    yield from _private(message)
    yield from _dated(message, end - timedelta(days=1))
    yield from _figures(tour, message, start, end, "new_users")


def _yesterday(tour: Tour, message: Message) -> Iterator[str]:
    yesterday = tour.today - timedelta(days=1)
    yield from _private(message)
    yield from _dated(message, yesterday)
    yield from _figures(tour, message, yesterday, tour.today, "new_users")
    before = count(tour.playground.flowxo, _at(yesterday - timedelta(days=1)), _at(yesterday))
    if f"was {before['new_users']:,}" not in shown(message.text):
        yield f"the day before had {before['new_users']:,} new users"


def _flows(tour: Tour, message: Message) -> Iterator[str]:
    yield from _private(message)
    yield from _dated(message, tour.today - timedelta(days=1))
    yield from _with(message, "data_table")
    if not any(line.startswith("1. ") for line in _lines(message)):
        yield "no flow stands first"


def _messages(tour: Tour, message: Message) -> Iterator[str]:
    start, end = tour.month_before()
    yield from _private(message)
    yield from _dated(message, end - timedelta(days=1))
    yield from _figures(tour, message, start, end, "received_messages", "sent_messages")
    yield from _with(message, "data_table")


def _by_hour(tour: Tour, message: Message) -> Iterator[str]:
    yield from _private(message)
    yield from _dated(message, tour.today - timedelta(days=1))
    yield from _with(message, "data_visualization")


def _quarter(tour: Tour, message: Message) -> Iterator[str]:
    start, end = tour.quarter_before()
    yield from _private(message)
    yield from _dated(message, end - timedelta(days=1))
    yield from _figures(tour, message, start, end)
    yield from _with(message, "data_visualization")


def _elapsed(_: Tour, message: Message) -> Iterator[str]:
    yield from _private(message)
    if "Messages received" not in message.text:
        yield "no messages are counted"


def _direct(tour: Tour, message: Message) -> Iterator[str]:
    start, end = tour.month_before()
    if message.channel_id != DIRECT:
        yield "it is not in the direct messages"
    yield from _dated(message, end - timedelta(days=1))
    yield from _figures(tour, message, start, end, "new_users", "total_users")


def _mentioned(tour: Tour, message: Message) -> Iterator[str]:
    start, end = tour.monday(1), tour.monday(0)
    yield from _public(message)
    yield from _dated(message, end - timedelta(days=1))
    yield from _figures(tour, message, start, end)
    if message.thread_ts is None:
        yield "it is not in the question's thread"


def _week_before(tour: Tour, message: Message) -> Iterator[str]:
    start, end = tour.monday(2), tour.monday(1)
    yield from _public(message)
    yield from _dated(message, end - timedelta(days=1))
    yield from _figures(tour, message, start, end)
    if message.thread_ts != tour.answers["@flowxo stats last week"].thread_ts:
        yield "it is not in the same thread"


def _error(_: Tour, message: Message) -> Iterator[str]:
    yield from _private(message)
    if len(_lines(message)) > _LONGEST_ERROR:
        yield "it is longer than three lines"
    if "conversions" not in message.text:
        yield "it does not name the word"
    if not any(button.label.startswith("Run ") for button in buttons_of(message.blocks)):
        yield "there is no button with a command that works"


def _shared(tour: Tour, message: Message) -> Iterator[str]:
    yield from _public(message)
    yield from _dated(message, tour.today - timedelta(days=1))
    yield from _figures(tour, message, tour.today - timedelta(days=7), tour.today)


def _share(tour: Tour) -> Turn | None:
    """Press Share under the first answer."""
    answer = tour.answers.get("/flowxo stats last 7 days")
    buttons = buttons_of(answer.blocks) if answer else []
    for button in buttons:
        if answer is not None and button.label == _SHARE:
            return tour.playground.press(answer, button)
    return None


def _asked(text: str, check: Check) -> Step:
    return Step(f"/flowxo {text}", lambda tour: tour.playground.command(text), check)


STEPS = (
    _asked("stats last 7 days", _stats),
    _asked("how many new users last week?", _last_week),
    _asked("new users yesterday vs the day before", _yesterday),
    _asked("top flows yesterday", _flows),
    _asked("messages last month", _messages),
    _asked("chart triggers yesterday by hour", _by_hour),
    _asked("stats last quarter vs last year", _quarter),
    _asked("messages last 24 hours", _elapsed),
    Step("dm users last month", lambda t: t.playground.direct("users last month"), _direct),
    Step(
        "@flowxo stats last week",
        lambda tour: tour.playground.mention("stats last week"),
        _mentioned,
    ),
    Step(
        "reply and the week before?",
        lambda tour: tour.playground.reply("and the week before?"),
        _week_before,
    ),
    _asked("conversions last weeek", _error),
    Step(f"[{_SHARE}] under the first answer", _share, _shared),
)


def take_tour(
    playground: Playground,
    begin: Callable[[str], None],
    tell: Callable[[str], None],
    look: Look,
    steps: Sequence[Step] = STEPS,
) -> int:
    """Take every step; 0 where each gave what it should, else 1.

    `begin` is told what is typed, `tell` everything else.
    """
    tell(look.bold(say("tour_begins")) + "\n")
    tour = Tour(playground, _today(playground))
    good = 0
    for step in steps:
        begin(step.typed)
        tour.today = _today(playground)
        problems = _problems(tour, step)
        good += not problems
        for problem in problems:
            tell(look.warn(say("tour_bad", problem=problem)))
        if not problems:
            tell(look.dim(say("tour_good")))
        tell("")
    tell(look.bold(say("tour_ends", good=good, all=len(steps))))
    return 0 if good == len(steps) else 1


def _today(playground: Playground) -> date:
    return playground.clock().astimezone(_ZONE).date()


def _problems(tour: Tour, step: Step) -> list[str]:
    """What is wrong with one step's answer; nothing may ring or open in any of them."""
    turn = step.act(tour)
    answers = [message for message in turn.messages if message.from_bot] if turn else []
    if turn is None or turn.ack is None or not turn.ack.ok or not answers:
        return ["no answer came"]
    answer = answers[-1]
    tour.answers[step.typed] = answer
    acting = ["something in it would ring or open"] if answer.pings or answer.links else []
    return [*step.check(tour, answer), *acting]
