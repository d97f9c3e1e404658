"""Texts that ask for no figures: help and its topics, status, and what a later version brings."""

from __future__ import annotations

from bot.core.phrases.lexicon import PHRASES
from bot.core.phrases.scan import Scan
from bot.core.phrases.tokens import words_of
from bot.core.query import SUBCOMMANDS, TOPICS, Query, Subcommand
from bot.core.sentences import phrase, say
from bot.errors import ParseError


def _topics() -> dict[str, str]:
    topics: dict[str, str] = {}
    for row in SUBCOMMANDS.values():
        for name in (row.subcommand.value, *row.aliases):
            topics[" ".join(words_of(name))] = row.topic if row.works else row.subcommand.value
    for topic, words in TOPICS.items():
        topics |= {" ".join(words_of(word)): topic for word in (topic, *words)}
    return topics


_TOPIC_OF = _topics()
_WAITING = frozenset(row.subcommand.value for row in SUBCOMMANDS.values() if not row.works)


def read_plain(s: Scan) -> Query | None:
    """Help, status, or a waiting subcommand; None where the text asks for figures."""
    if s.n == 0 or (
        not s.words[0].isalnum()
        and not any(word.isalnum() or "'" in word for word in s.words[: s.n])
    ):
        return _no_words(s)
    if "dashboard" in s.words and "why" in s.words:
        return Query(Subcommand.HELP, topic="dashboard")
    i = _first_meaning(s)
    found = _subcommand(s, i)
    if found is None:
        return Query(Subcommand.HELP) if i >= s.n and s.words[0] in _GREETINGS else None
    subcommand, size = found
    row = SUBCOMMANDS[subcommand]
    if not row.works:
        return Query(subcommand)
    rest = [word for word in s.words[i + size : s.n] if word.isalnum() or "'" in word]
    if subcommand is Subcommand.HELP:
        return _help(rest)
    if subcommand is Subcommand.STATUS and not rest:
        return Query(subcommand)
    return None


_GREETINGS = frozenset(["hi", "hello", "hey"])


def _no_words(s: Scan) -> Query | None:
    if s.n == 0 or all(word == "?" for word in s.words[: s.n]):
        return Query(Subcommand.HELP)
    return None


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
    if topic in _WAITING:
        return Query(Subcommand(topic))
    return Query(Subcommand.HELP, topic=topic)
