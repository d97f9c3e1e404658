"""Laws of accounts in questions: none is out of reach, none changes what other words mean."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.core.accounts import Directory, one_line
from bot.core.parse import AccountName, Context, parse
from bot.core.phrases.prepare import MOST_WORDS, looks_like_a_key
from bot.core.phrases.tokens import split
from bot.core.query import Query, Subcommand, quoted, to_text
from bot.errors import MOST_SUGGESTIONS, ParseError
from tests.core.test_accounts import SETS, context_of
from tests.core.test_language_laws import CASES
from tests.corpora import Case

NOW = datetime(2026, 11, 26, 15, 45, 12, tzinfo=UTC)
CONTEXT = Context(NOW, ZoneInfo("UTC"))
HOSTILE = context_of(SETS[1]).accounts
# What names are made of: letters of several scripts, marks, emoji, and words that mean something.
_PIECES = (
    *"abcxyzäöüßéñŁøİабвعربيםלע中日한ｆ①½", *" \"'“”„‘’–—-.,:;!?&<>#@*_~`|/\\()+=$%",
    "last week", "may", "all", "stats", "7 days", "for", "acme", "Acme", "GmbH", "flow", "#1",
    "🎉", "👩‍🍳", "vs", "today", "use", "none", "por", "für", "&amp;", "&lt;b&gt;",
)  # fmt: skip
NAMES = (
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12).map("".join) | st.text(max_size=60)
).map(lambda name: " ".join(name.split())[:60].strip())
ACCOUNTS = st.lists(NAMES.filter(bool), min_size=1, max_size=8).map(
    lambda names: tuple(AccountName(number, name) for number, name in enumerate(names, 1))
)


def is_seen(name: str) -> bool:
    """Whether a name can be connected: nothing in it that nobody sees, but what joins emoji."""
    unseen = ("Cc", "Cf", "Cn", "Co", "Cs")
    return not any(unicodedata.category(c) in unseen and c not in "\u200c\u200d" for c in name)


def can_be_typed(text: str) -> bool:
    """Whether a text is short enough to be read, and nothing in it looks like a key."""
    return len(split(text).words) <= MOST_WORDS and not looks_like_a_key(text)


@given(accounts=ACCOUNTS, data=st.data())
def test_law_every_account_is_reached_by_its_number(
    accounts: tuple[AccountName, ...], data: st.DataObject
) -> None:
    """Whatever it and the others are called: buttons and threads carry the number."""
    context = replace(CONTEXT, accounts=accounts)
    one = data.draw(st.sampled_from(accounts))
    for text in (f"stats last week for #{one.number}", f"for #{one.number} users", "use #1"):
        query = parse(text, context).query
        assert query.account == (1 if text == "use #1" else one.number)
        assert parse(to_text(query), context).query == query


@given(accounts=ACCOUNTS, data=st.data())
@example((AccountName(1, "last week"), AccountName(2, "All")), None)
@example((AccountName(1, 'Say ""'), AccountName(2, '"')), None)
@example((AccountName(1, "May"), AccountName(2, "&lt;b&gt;")), None)
def test_law_every_account_is_reached_by_its_quoted_name(
    accounts: tuple[AccountName, ...], data: st.DataObject | None
) -> None:
    """Where no other is written so; also where it means something else without quotes."""
    context = replace(CONTEXT, accounts=accounts)
    written = Counter(one_line(one.name) for one in accounts)
    for one in [data.draw(st.sampled_from(accounts))] if data else accounts:
        name = one_line(one.name)
        assume(name and is_seen(one.name) and written[name] == 1)
        for text in (f"stats last week for {quoted(name)}", f"settings for {quoted(name)}"):
            assume(can_be_typed(text))
            assert parse(text, context).query.account == one.number


@given(accounts=ACCOUNTS, text=st.lists(NAMES, max_size=4).map(" for ".join))
@example((AccountName(1, "Acme"),), "x for acme for acme for acme for acme")
def test_law_any_text_with_accounts_is_read_or_refused(
    accounts: tuple[AccountName, ...], text: str
) -> None:
    """Nothing but ParseError; what is read reads back, and what is offered is read."""
    context = replace(CONTEXT, accounts=accounts)
    for whole in (f"stats {text}", f"use {text}", f"connect {text}", text):
        query, error = read(whole, context)
        if query is not None:
            assert parse(to_text(query), context).query == query
        if error is not None:
            assert 1 <= len(f"{error.message}\n{error.hint}".splitlines()) <= 3
            assert len(error.suggestions) <= MOST_SUGGESTIONS
            assert None not in [read(command, context)[0] for command in error.suggestions]


def read(text: str, context: Context) -> tuple[Query | None, ParseError | None]:
    """The query of a text, or why it is refused."""
    try:
        return parse(text, context).query, None
    except ParseError as error:
        return None, error


@given(st.sampled_from(CASES), st.sampled_from(("", "stats for ", "users by day for ")))
def test_law_accounts_change_no_phrase(case: Case, lead: str) -> None:
    """What is read without accounts is read so with any; a month that is a name may be asked."""
    text = f"{lead}{case.phrase}"
    try:
        alone = parse(text, case.context)
    except ParseError:
        return
    query, error = read(text, replace(case.context, accounts=HOSTILE))
    asked = error is not None and "is a date, and the name of an account" in error.message
    # A slip that is the word of a name is none.
    assert query == alone.query or asked or alone.notes


@given(name=NAMES.filter(bool))
@example('"')
@example('"flow" x "y"')
@example("“X”")
@example("a new account called")
def test_law_a_new_name_reads_back(name: str) -> None:
    """What connect reads has canonical words that connect the same name."""
    text = f"connect {quoted(name)}"
    assume(is_seen(name) and can_be_typed(text))
    query, _ = read(text, CONTEXT)
    if query is None:  # more words of it than anyone types
        return
    assert query in (Query(Subcommand.CONNECT, name=name), Query(Subcommand.CONNECT))
    assert parse(to_text(query), CONTEXT).query == query


@given(accounts=ACCOUNTS, typed=NAMES)
def test_law_what_is_found_fits(accounts: tuple[AccountName, ...], typed: str) -> None:
    """A directory never finds an account twice, and finds every whole name."""
    directory = Directory(accounts)
    words = "".join(typed.split()).casefold()
    found = directory.found(words)
    for several in (found.accounts if found else (), directory.slips(words)):
        assert len({one.number for one in several}) == len(several)
    assert set(directory.nearest(words)) <= set(accounts)
    for one in accounts:
        assert one in directory.named(one.name)
