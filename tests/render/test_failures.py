"""Errors as messages: three lines, a command that works, a button for it."""

from __future__ import annotations

from bot.errors import MOST_SUGGESTIONS, BotError, BusyError, ParseError, SettingsError
from bot.render.actions import HELP
from bot.render.failures import WHAT_I_COUNT, error_lines, error_message
from bot.render.plan import Shown


def test_the_hint_gets_a_command_that_works() -> None:
    """With the command's real name; but a hint that names one already is left alone."""
    error = ParseError("No.", "Because.", ("stats last week",))
    assert error_lines(error, "/fx", "en") == ["No.", "Because. Try: /fx stats last week"]
    told = ParseError("No.", "Try /fx stats last week instead.", ("stats last week",))
    assert error_lines(told, "/fx", "en") == ["No.", "Try /fx stats last week instead."]
    bare = ParseError("No.", "", ("stats",))
    assert error_lines(bare, "/fx", "en") == ["No.", "Try: /fx stats"]
    several = ParseError("No.", "These work:", ("stats", "users"))
    assert error_lines(several, "/fx", "en") == ["No.", "These work: /fx stats, /fx users"]
    counts = ParseError("No.", "I read: May.", ("help counts",))
    assert error_lines(counts, "/fx", "en") == ["No.", "I read: May."]


def test_a_shell_gets_the_quotes_that_it_needs() -> None:
    """What is told can be pasted: no blank, sign or quote of it acts in a shell."""
    shell = "flowxo-bot ask"
    bare = ParseError("No.", "", ("how many new users?",))
    assert error_lines(bare, shell, "en") == ["No.", 'Try: flowxo-bot ask "how many new users?"']
    named = ParseError("No.", "", ('flow "Text Me" today',))
    assert error_lines(named, shell, "en") == [
        "No.",
        "Try: flowxo-bot ask 'flow \"Text Me\" today'",
    ]
    told = ParseError(
        "No.", "Try: flowxo-bot ask stats or: flowxo-bot ask stats today", ("stats", "stats today")
    )
    assert error_lines(told, shell, "en") == [
        "No.",
        'Try: flowxo-bot ask "stats" or: flowxo-bot ask "stats today"',
    ]


def test_never_more_than_three_lines() -> None:
    """Many faults are told on the lines there are."""
    faults = SettingsError(("one", "two", "three", "four"), "Do this.")
    assert error_lines(faults, "/fx", "en") == ["one", "two three four", "Do this."]
    assert error_lines(SettingsError(("one", "two", "three", "four")), "/fx", "en") == [
        "one",
        "two",
        "three four",
    ]


def test_an_error_without_a_word_is_told_anyway() -> None:
    """Nobody gets an empty message."""
    assert error_message(BotError(""), Shown()).text == (
        "Something went wrong on my side. Try again in a moment."
    )


def test_buttons() -> None:
    """One for each suggestion that an error may have; what can be counted has its own name."""
    error = ParseError("No.", "", ("a", "help counts", "b", "c", "d", "e"), ("word",))
    buttons = error_message(error, Shown()).blocks[1]["elements"]
    assert [one["text"]["text"] for one in buttons] == [
        "Run A",
        "Run B",
        "Run C",
        "Run D",
        "What I Can Count",
    ]
    assert (buttons[-1]["action_id"], buttons[-1]["value"]) == (HELP, WHAT_I_COUNT)
    every = ParseError("No.", "", tuple("abcdefg"))
    assert len(error_message(every, Shown()).blocks[1]["elements"]) == MOST_SUGGESTIONS == 5
    assert len(error_message(BusyError("Busy."), Shown()).blocks) == 1
