"""Which language a text is read in: the locale's, English, or the one that its words tell."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.dates import read
from bot.core.parse import Context, language_of, parse
from bot.core.phrases.complaints import UnknownWordsError
from bot.core.phrases.languages.everyday import EVERYDAY
from bot.core.phrases.lexicon import ENGLISH
from bot.core.phrases.mending import Reader, read_in_languages
from bot.core.phrases.scan import Scan
from bot.core.phrases.tokens import Split
from bot.core.phrases.translation import languages
from bot.core.phrases.vocabulary import CODES, of
from bot.core.query import to_text
from bot.core.sentences import told
from bot.errors import ParseError
from tests.corpora import FOLDER

NOW = datetime(2026, 11, 26, 15, 45, 12, tzinfo=UTC)


def context(locale: str | None = None) -> Context:
    """Thursday afternoon, with a locale."""
    return Context(NOW, ZoneInfo("UTC"), locale=locale)


@pytest.mark.parametrize(
    ("text", "locale", "language"),
    [
        ("stats last week", None, "en"),
        ("stats last week", "de-DE", "en"),
        ("estadísticas de la semana pasada", None, "es"),
        ("estadisticas de la semana pasada", "en-US", "es"),
        ("Statistik letzte Woche", None, "de"),
        ("statistiques de la semaine dernière", None, "fr"),
        ("estatísticas da semana passada", None, "pt"),
        ("stats letzte Woche", None, "de"),
        ("top 5 flows en octubre", None, "es"),
        ("chart triggers semaine dernière par jour", None, "fr"),
    ],
)
def test_a_question_is_read_in_its_language(text: str, locale: str | None, language: str) -> None:
    """English and local words may be mixed; the language is that of the words that tell one."""
    assert parse(text, context(locale)).language == language


def test_the_locale_breaks_a_tie() -> None:
    """Mar is march, but tuesday to a French reader who wrote no other word."""
    assert str(read("mar", context())["start"])[:10] == "2026-03-01"
    assert str(read("mar", context("es-ES"))["start"])[:10] == "2026-03-01"
    assert str(read("mar 24", context("fr-FR"))["start"])[:10] == "2026-11-24"


def reader(readings: dict[str, str]) -> Reader[str]:
    """One that reads a text in some languages, and knows its words in no other."""

    def read_in(_: Split, language: str) -> str:
        if language in readings:
            return readings[language]
        raise UnknownWordsError("unknown")

    return Reader(read_in, str, lambda found, _: found)


def test_two_languages_that_read_different_things_are_told() -> None:
    """Nothing is guessed where two languages fit as well."""
    text = "hasta 5"
    assert [one.code for one in languages(("hasta", "5"), "en") if one.known] == ["es"]
    assert read_in_languages(text, None, reader({"es": "a"})) == "a"
    both = "sem 5"  # one word in three languages
    assert read_in_languages(both, None, reader({"es": "a", "fr": "a", "pt": "a"})) == "a"
    with pytest.raises(ParseError, match="different languages"):
        read_in_languages(both, None, reader({"es": "a", "fr": "b", "pt": "a"}))
    assert read_in_languages(both, "fr-FR", reader({"es": "a", "fr": "b", "pt": "a"})) == "b"


def test_nothing_was_typed_where_no_words_are_meant() -> None:
    """The words from a place to the same place are none."""
    assert Scan("last week", NOW, UTC).said(1, 1) == ""


LOCAL = tomllib.loads((FOLDER / "commands.local.toml").read_text("utf-8"))
QUESTIONS = [
    pytest.param(code, text, canonical, id=f"{code} {text}")
    for code, questions in LOCAL.items()
    if code != "refused"
    for text, canonical in questions.items()
]
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(("code", "text", "canonical"), QUESTIONS)
def test_a_question_asks_for_its_query_in_any_language(
    code: str, text: str, canonical: str
) -> None:
    """With the locale of its language, with another, and with none."""
    for locale in (None, "en-US", f"{code}-{code.upper()}"):
        assert to_text(parse(text, Context(NOW, BERLIN, locale=locale)).query) == canonical


@pytest.mark.parametrize(("text", "words"), LOCAL["refused"].items())
def test_a_question_is_refused_in_its_language(text: str, words: str) -> None:
    """The reason is in the language typed, and what it offers instead is read."""
    with pytest.raises(ParseError) as caught:
        parse(text, Context(NOW, BERLIN))
    error = caught.value
    language = error.language or language_of(text)
    assert words in told(error.message, language)
    lines = f"{told(error.message, language)}\n{told(error.hint, language)}".splitlines()
    assert len(lines) <= 3
    for suggestion in error.suggestions:
        parse(told(suggestion, language), Context(NOW, BERLIN))


def test_common_words_are_none_of_ours() -> None:
    """What means something is read, and is in no list of words that mean nothing here."""
    ours = ENGLISH.union(*(of(code).own for code in CODES))
    listed = [word for words in EVERYDAY.values() for word in words.split(", ")]
    assert not ours.intersection(listed)
    assert len(listed) == len(set(listed))
