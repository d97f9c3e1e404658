"""The one catalogue of sentences that people read: the tables, `say` and `told`; no logic else.

Sentences are made in English and remember what they were made of, so that whoever shows one can
tell it in the language of its reader. Answers are English for now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.sentences import (
    accounts,
    answers,
    asking,
    connecting,
    digest_forms,
    digests,
    explaining,
    forms,
    keys,
    managing,
    notes,
    notices,
    operating,
    playground,
    posted,
    service,
    subscribing,
    subscriptions,
    together,
    upstream,
)
from bot.core.sentences.languages import table_of

TABLES = (
    accounts,
    answers,
    asking,
    connecting,
    digest_forms,
    digests,
    explaining,
    forms,
    keys,
    managing,
    notes,
    notices,
    operating,
    playground,
    posted,
    service,
    subscribing,
    subscriptions,
    together,
    upstream,
)
# The tables that there are in every language: what is said to people about their own words.
TRANSLATED = (
    accounts, asking, digest_forms, digests, explaining, forms, keys, managing, notices, service,
    subscribing, subscriptions, upstream,
)  # fmt: skip
_SENTENCES: dict[str, str] = {
    key: text for table in TABLES for key, text in table.SENTENCES.items()
}


class Sentence(str):
    """An English text that can be told in another language: its key and what fills its places."""

    __slots__ = ("key", "values")

    key: str
    values: Mapping[str, object]


def say(key: str, **values: object) -> str:
    """The sentence `key` with its places filled; KeyError names what is missing, key or place."""
    return _made(key, _SENTENCES[key].format(**values), values)


def phrase(text: str, **values: object) -> str:
    """An English text that the code's own tables hold (an example, a name), by itself its key."""
    return _made(text, text.format(**values) if values else text, values)


def _made(key: str, text: str, values: Mapping[str, object]) -> Sentence:
    sentence = Sentence(text)
    sentence.key = key
    sentence.values = values
    return sentence


def joined(texts: Sequence[str], key: str) -> str:
    """Texts joined by a sentence with the places `first` and `second`; one alone is itself."""
    whole = texts[0] if texts else ""
    for text in texts[1:]:
        whole = say(key, first=whole, second=text)
    return whole


def told(text: str, language: str) -> str:
    """`text` in a language (en, es, de, fr, pt); what is no Sentence, or untold, stays as it is."""
    if language == "en" or not isinstance(text, Sentence):
        return text
    values = {
        name: told(value, language) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    pattern = table_of(language).get(text.key) or _SENTENCES.get(text.key, text.key)
    return pattern.format(**values) if values else pattern
