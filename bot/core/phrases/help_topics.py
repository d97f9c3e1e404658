"""Texts that ask for no figures: help and its topics, status, accounts and their settings."""

from __future__ import annotations

from bot.core.phrases import arguments, new_names
from bot.core.phrases.lexicon import PHRASES
from bot.core.phrases.naming import MARK
from bot.core.phrases.scan import Scan
from bot.core.phrases.tokens import words_of
from bot.core.query import SUBCOMMANDS, TOPICS, Query, Subcommand
from bot.core.sentences import phrase, say
from bot.core.subcommands import Takes
from bot.errors import ParseError


def _topics() -> dict[str, str]:
    topics: dict[str, str] = {}
    for row in SUBCOMMANDS.values():
        for name in (row.subcommand.value, *row.aliases):
            topics[" ".join(words_of(name))] = row.topic
    for topic, words in TOPICS.items():
        topics |= {" ".join(words_of(word)): topic for word in (topic, *words)}
    return topics


_TOPIC_OF = _topics()


def read_plain(s: Scan) -> tuple[Query, tuple[str, ...]] | None:
    """The query of a text that begins with such a subcommand, and what must be said of it.

    None where the text asks for figures, or says more than the subcommand takes.
    """
    if s.n == 0 or (
        not s.words[0].isalnum()
        and not any(word.isalnum() or "'" in word for word in s.words[: s.n])
    ):
        return (Query(Subcommand.HELP), ()) if _has_no_words(s) else None
    if "dashboard" in s.words and "why" in s.words:
        return Query(Subcommand.HELP, topic="dashboard"), ()
    i = _first_meaning(s)
    found = _subcommand(s, i)
    if found is None:
        greeted = i >= s.n and s.words[0] in _GREETINGS
        return (Query(Subcommand.HELP), ()) if greeted else None
    if any(word.startswith(MARK) for word in s.words):
        return None
    subcommand, size = found
    rest = [word for word in s.words[i + size : s.n] if word.isalnum() or "'" in word]
    if subcommand is Subcommand.HELP:
        return _help(rest), ()
    match SUBCOMMANDS[subcommand].takes:
        case Takes.ACCOUNT:
            return arguments.read(s, subcommand, i + size)
        case Takes.NAME:
            return new_names.read(s, i + size), ()
        case Takes.DIGEST:
            return Query(subcommand), ()
        case Takes.NOTHING if not rest:
            return Query(subcommand), ()
    return None


_GREETINGS = frozenset(["hi", "hello", "hey"])


def _has_no_words(s: Scan) -> bool:
    return s.n == 0 or all(word == "?" for word in s.words[: s.n])


def _first_meaning(s: Scan) -> int:
    """The index of the first word that is not filler."""
    i = 0
    while i < s.n:
        for words, kind, _ in PHRASES.get(s.words[i], ()):
            if kind == "filler" and tuple(s.words[i : i + len(words)]) == words:
                i += len(words)
                break
        else:
            return i
    return i


def _subcommand(s: Scan, i: int) -> tuple[Subcommand, int] | None:
    for words, kind, value in PHRASES.get(s.words[i], ()):
        if tuple(s.words[i : i + len(words)]) == words:
            return (value, len(words)) if kind == "subcommand" else None
    return None


_ABOUT = frozenset(("with", "about", "on", "for", "me", "the", "of", "during", "to", "in"))


def _help(rest: list[str]) -> Query:
    while rest and rest[0] in _ABOUT:
        rest = rest[1:]
    if not rest:
        return Query(Subcommand.HELP)
    topic = _TOPIC_OF.get(" ".join(rest))
    if topic is None and "dashboard" in rest:
        topic = "dashboard"
    if topic is None:
        shown = " ".join(rest)[:60]
        listed = ", ".join(TOPICS)
        raise ParseError(
            say("no_such_topic", words=shown),
            say("topics", topics=listed),
            (phrase("help"),),
            (shown,),
        )
    return Query(Subcommand.HELP, topic=topic)
