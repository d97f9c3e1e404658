"""The catalogue in every language: whole, with the same places, and its examples work."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

import pytest

from bot.core.digest_command import Action
from bot.core.metrics import METRICS
from bot.core.parse import Context, parse
from bot.core.periods import Unit
from bot.core.phrases.complaints import _INSTEAD, _WHOLE
from bot.core.phrases.digests.complaints import INSTEAD as INSTEAD_OF_DIGESTS
from bot.core.phrases.digests.complaints import USUAL
from bot.core.phrases.modifiers import GROUPINGS
from bot.core.query import Query
from bot.core.sentences import TRANSLATED, joined, phrase, say, told
from bot.core.sentences.languages import _PARTS, CODES, table_of
from bot.core.subcommands import SUBCOMMANDS
from bot.errors import ParseError
from bot.render.help import _BUTTONS, EXAMPLES, help_lines
from bot.render.plan import Shown

BOT = Path(__file__).parents[2] / "bot"
NOW = datetime(2026, 11, 26, 15, 45, 12, tzinfo=UTC)
LOCALES = {"es": "es-ES", "de": "de-DE", "fr": "fr-FR", "pt": "pt-BR"}
# Sentences that are the same word in that language, looked at one by one.
SAME = {
    "es": set[str](),
    "de": {"{words} in {zone}"},
    "fr": {
        "stats", "messages", "received", "minutes", "stats {words}",
        "stats {words} vs {other}", "top {top} messages {words}", "[period] [top N]",
        "help.dates.first",
    },
    "pt": {"status"},
}  # fmt: skip
VALUES = {
    "en": {"words": "october", "other": "september"},
    "es": {"words": "octubre", "other": "septiembre"},
    "de": {"words": "Oktober", "other": "September"},
    "fr": {"words": "octobre", "other": "septembre"},
    "pt": {"words": "outubro", "other": "setembro"},
}
MAKING = (Action.NEW, Action.EDIT)
ALIKE = {"zone": "Europe/Berlin", "top": "7", "name": '"Text Me"', "lead": "stats"}


def places(text: str) -> set[str]:
    """The names of a sentence's places."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def has_words(text: str) -> bool:
    """Whether a sentence is more than its places and marks."""
    return any(c.isalpha() for literal, *_ in Formatter().parse(text) for c in literal)


def literal_phrases() -> Iterator[str]:
    """Every text that the code hands to `phrase` as it stands."""
    for path in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "phrase":
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


def texts() -> dict[str, str]:
    """The texts of our own tables, each its own key."""
    found: list[str] = [*EXAMPLES, *_BUTTONS, *_WHOLE.values(), *literal_phrases()]
    for row in SUBCOMMANDS.values():
        found += [row.subcommand, row.arguments, row.summary, *row.examples]
    for metric in METRICS.values():
        found += [metric.name, metric.noun, metric.label, metric.meaning]
    found += [text for instead in _INSTEAD.values() for text in instead]
    found += [USUAL, *(text for instead in INSTEAD_OF_DIGESTS.values() for text in instead)]
    found += [f"digest {action}" for action in Action if action not in MAKING]
    found += [f"by {unit}" for unit in GROUPINGS]
    found += [unit.value for unit in GROUPINGS]
    found += [f"{unit}s" for unit in Unit]
    found += [f"this {unit} vs {{words}}" for unit in Unit if unit not in ("minute", "hour")]
    found += [f"top {{top}} {name} {{words}}" for name in ("flows", "messages")]
    return {text: text for text in found}


def said() -> dict[str, str]:
    """The sentences of the tables that every language has."""
    return {key: text for table in TRANSLATED for key, text in table.SENTENCES.items()}


def english() -> dict[str, str]:
    """Everything that every language must say."""
    return {key: text for key, text in (said() | texts()).items() if has_words(text)}


@pytest.mark.parametrize("code", CODES)
def test_a_language_says_everything(code: str) -> None:
    """No sentence is missing, none stands there for nothing, none is still English."""
    table, wanted = table_of(code), english()
    assert wanted.keys() - table.keys() == set()
    assert table.keys() - wanted.keys() - said().keys() == set()
    same = {key for key, text in wanted.items() if table[key] == text}
    assert same <= SAME[code]


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_the_same_places(code: str) -> None:
    """Every place is filled, every line and list is kept."""
    table = table_of(code)
    for key, text in english().items():
        assert places(table[key]) == places(text), key
        assert table[key].count("\n") == text.count("\n"), key
        assert table[key].count("|") == text.count("|"), key


@pytest.mark.parametrize("code", CODES)
def test_its_parts_share_no_key(code: str) -> None:
    """One would hide the other."""
    parts = [import_module(f"bot.core.sentences.languages.{code}_{part}").SENTENCES
             for part in _PARTS]  # fmt: skip
    assert sum(map(len, parts)) == len(table_of(code))


def query(text: str, locale: str | None) -> Query:
    """What a text asks on Thursday afternoon."""
    return parse(text, Context(NOW, ZoneInfo("UTC"), locale=locale)).query


def filled(text: str, code: str) -> str:
    """A text with something in its places that the parser reads in the language."""
    return text.format(**{name: (VALUES[code] | ALIKE)[name] for name in places(text)})


def is_command(text: str) -> bool:
    """Whether an English text is a whole question by itself."""
    unnamed = places(text) - VALUES["en"].keys() - ALIKE.keys()
    if unnamed or text.endswith("30 days {words}") or text == "stats last week {words}":
        return False
    try:
        return query(filled(text, "en"), None) is not None
    except ParseError:
        return False


@pytest.mark.parametrize("code", CODES)
def test_an_example_asks_what_the_english_one_asks(code: str) -> None:
    """Whatever a hint or the help offers is read, as the same question, with any locale."""
    commands = [text for text in texts() if has_words(text) and is_command(text)]
    assert len(commands) > 50
    for text in commands:
        wanted = query(filled(text, "en"), None)
        local = filled(table_of(code)[text], code)
        assert query(local, None) == wanted, local
        assert query(local, LOCALES[code]) == wanted, local


def test_a_sentence_is_told_with_all_that_is_in_it() -> None:
    """What fills a place is told in the same language; words that people typed stay theirs."""
    whole = say("both", first=say("no_dates"), second=say("unknown_words", words='"foo"'))
    assert told(whole, "de") == 'Ich sehe darin keine Zeitangabe. Ich kenne "foo" nicht.'
    assert told(whole, "en") == whole == 'I see no dates in it. I don\'t know "foo".'
    assert told("typed", "de") == "typed"
    assert told(phrase("no such text"), "de") == "no such text"
    assert joined([], "both") == ""
    assert joined(["a"], "both") == "a"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("topic", [None, "dates", "counts", "commands", "stats", "threads"])
def test_help_is_told_in_a_language(code: str, topic: str | None) -> None:
    """Its lines are others than the English ones, and as many."""

    def lines(language: str) -> list[str]:
        found = help_lines(topic, Shown(language=language, zone="Europe/Berlin"))
        return ["".join(p if isinstance(p, str) else p[0] for p in line) for line in found]

    here, there = lines(code), lines("en")
    assert here[0] != there[0]
    assert len(here) == len(there) - (topic == "stats")  # the synonyms are English ones
