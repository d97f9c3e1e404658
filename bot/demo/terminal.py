"""The playground's prompt: reads what is typed, acts it out in Slack, prints what comes back."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TextIO

from bot.core.sentences import say
from bot.demo.playground import Playground, Turn, open_playground
from bot.demo.screen import draw_blocks, draw_message
from bot.demo.screen_text import Look, tidy, wrapped
from bot.demo.slack_payloads import Button, buttons_of
from bot.demo.slack_workspace import ASKER, DIRECT, Message
from bot.demo.tour import take_tour

_PROMPT = "> "
_MENTION = "@flowxo"
_WIDEST, _NARROWEST = 100, 40
_YEAR_DIGITS = 4  # "2025" is a period, no button
_QUIT = frozenset({"quit", "exit", "bye"})
_WORDS = (
    ("stats last 7 days", "anything you type goes to the bot as /flowxo …"),
    ("@flowxo top flows yesterday", "mention it in #chatbots: everyone sees the answer"),
    ("reply by day", "answer in the thread of the last such answer"),
    ("dm messages this month", "write to the bot alone"),
    ("2", "press the button with that number"),
    ("home", "open the bot's Home tab"),
    ("help", "the bot's own help"),
    ("?", "this list"),
    ("quit", "leave (Ctrl-D does it too)"),
)


@dataclass(slots=True)
class Terminal:
    """A screen and the buttons on it that can be pressed by number."""

    look: Look
    out: TextIO
    playground: Playground
    ask: Callable[[str], str] | None = None
    presses: list[Callable[[], Turn | None]] = field(default_factory=list)
    fresh: bool = True

    def say(self, *lines: str) -> None:
        """Print lines."""
        for line in lines:
            self.out.write(f"{line}\n")
        self.out.flush()

    def show(self, message: Message) -> None:
        """Print a message, and number its buttons on from those of this turn."""
        if message.deleted:
            self.say(self.look.dim("(a message was removed)"), "")
            return
        if self.fresh and message.blocks:
            self.presses, self.fresh = [], False
        zone = self.playground.slack.workspace.users[ASKER].tz or "UTC"
        lines = draw_message(
            message,
            self.look,
            who="flowxo" if message.from_bot else "Slack",
            where="direct message" if message.channel_id == DIRECT else "#chatbots",
            zone=zone,
            first_number=len(self.presses) + 1,
            files=self.playground.files_of(message),
        )
        for button in buttons_of(message.blocks):
            self.presses.append(self._press(message, button))
        self.say(*lines, "")

    def _press(self, message: Message, button: Button) -> Callable[[], Turn | None]:
        def press() -> Turn | None:
            if self._confirmed(button):
                return self.playground.press(message, button)
            return None

        return press

    def _confirmed(self, button: Button) -> bool:
        """Ask what Slack asks before some buttons act; without somebody to ask it is yes."""
        asked = button.element.get("confirm")
        if not isinstance(asked, dict):
            return True
        texts = {name: tidy(str(part.get("text"))) for name, part in asked.items()}
        yes, no = texts.get("confirm", "Yes"), texts.get("deny", "No")
        question = say("demo_slack_asks", title=texts["title"], text=texts["text"], yes=yes, no=no)
        self.say(*wrapped(question, self.look.width))
        if self.ask is None or self.ask("> ").strip().lower() in {"y", "yes"}:
            return True
        self.say(self.look.dim(say("demo_not_pressed")), "")
        return False

    def begin(self, typed: str) -> None:
        """Print what is typed; the buttons that follow are numbered from 1."""
        self.fresh = True
        self.say(self.look.accent(f"{_PROMPT}{typed}"))

    def take(self, line: str) -> bool:
        """Act on one line; False to leave."""
        text = line.strip()
        word, _, rest = text.partition(" ")
        self.fresh = True
        if text in _QUIT:
            return False
        if text == "?":
            self.explain()
        elif text.isdecimal() and len(text) < _YEAR_DIGITS:
            self._press_number(int(text))
        elif word == _MENTION:
            self._told(self.playground.mention(rest))
        elif word == "reply":
            self._told(self.playground.reply(rest))
        elif word == "dm":
            self._told(self.playground.direct(rest))
        elif text == "home":
            self._home()
        elif text:
            self._told(self.playground.command(rest if word == "/flowxo" else text))
        return True

    def _told(self, turn: Turn | None) -> None:
        """Say so where nothing came of it."""
        if turn is None:
            self.say(self.look.warn(say("demo_no_thread")), "")
        elif turn.ack is not None and not turn.ack.ok and not turn.messages:
            self.say(self.look.warn(say("demo_not_acked", status=turn.ack.status)), "")
        elif not turn.messages:
            self.say(self.look.dim(say("demo_nothing")), "")

    def _press_number(self, number: int) -> None:
        if 1 <= number <= len(self.presses):
            turn = self.presses[number - 1]()
            if turn is not None:
                self._told(turn)
        elif self.presses:
            self.say(self.look.warn(say("demo_no_button", count=len(self.presses))), "")
        else:
            self.say(self.look.warn(say("demo_no_buttons")), "")

    def _home(self) -> None:
        """Print the Home tab."""
        turn, buttons = self.playground.home()
        view = self.playground.slack.homes.get(ASKER)
        if view is None:
            self._told(turn)
            return
        blocks = view["blocks"]
        inner = self.look.narrower(2)
        drawn = draw_blocks(blocks if isinstance(blocks, list) else [], inner)
        head = f"{self.look.bold('flowxo')}  {self.look.dim('Home tab')}"
        self.say(head, *(self.look.dim("┃ ") + line for line in drawn), "")
        self.presses = [self._press_home(button) for button in buttons]

    def _press_home(self, button: Button) -> Callable[[], Turn | None]:
        return lambda: self.playground.press_home(button)

    def welcome(self) -> None:
        """Say where one is and what to type first."""
        self.say(self.look.bold(say("demo_title")))
        self.say(*wrapped(say("demo_welcome"), self.look.width), "")
        self.explain()

    def explain(self) -> None:
        """List what can be typed."""
        longest = max(len(typed) for typed, _ in _WORDS)
        for typed, means in _WORDS:
            if self.look.width < longest + 40:
                self.say(f"  {self.look.accent(typed)}", f"      {means}")
            else:
                self.say(f"  {self.look.accent(typed.ljust(longest))}  {means}")
        self.say("")


def look_of(out: TextIO) -> Look:
    """The terminal's width (COLUMNS wins) and whether it wants colours (NO_COLOR: no)."""
    columns = shutil.get_terminal_size((80, 24)).columns
    colour = out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Look(max(_NARROWEST, min(_WIDEST, columns)), colour)


def typed_lines(source: TextIO, terminal: Terminal) -> Iterator[str]:
    """What is typed, line by line; from a pipe each line is printed first, as if typed."""
    if not source.isatty():
        for line in source:
            terminal.begin(line.strip())
            yield line
        return
    with suppress(ImportError):
        import readline  # noqa: F401  # gives input() its history and its arrow keys
    while True:
        try:
            yield input(_PROMPT)
        except EOFError:
            terminal.say("")
            return


def main(once: bool) -> int:
    """The prompt, or with `once` the scripted tour; the exit code."""
    out = sys.stdout
    for stream in (sys.stdin, out):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # bytes of another encoding are no reason to end
    try:
        with open_playground() as playground:
            asker = input if sys.stdin.isatty() else None
            terminal = Terminal(look_of(out), out, playground, asker)
            playground.show = terminal.show
            if once:
                return take_tour(playground, terminal.begin, terminal.say, terminal.look)
            terminal.welcome()
            for line in typed_lines(sys.stdin, terminal):
                if not terminal.take(line):
                    break
            terminal.say(say("demo_bye"))
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends already: another one is too late
        out.write("\n")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    return 0
