"""Accounts named in questions: whose figures are asked, what is refused, and what is offered."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core.parse import AccountName, Context, parse
from bot.core.query import Query, Subcommand, pin, to_text
from bot.core.sentences import told
from bot.errors import MOST_SUGGESTIONS, NoSuchAccountError, ParseError
from tests.corpora import FOLDER, LANGUAGES

NOW = datetime(2026, 11, 26, 14, 45, 12, tzinfo=UTC)
SETS: list[dict[str, Any]] = tomllib.loads((FOLDER / "accounts.toml").read_text("utf-8"))["set"]


def context_of(one: dict[str, Any]) -> Context:
    """The Context of one set of accounts, numbered from 1."""
    names = one.get("accounts") or [*(f"Client {i}" for i in range(1, 1000)), "Acme"]
    accounts = tuple(AccountName(number, name) for number, name in enumerate(names, 1))
    return Context(NOW, ZoneInfo("Europe/Berlin"), accounts=accounts)


CONTEXTS = [context_of(one) for one in SETS]
AGENCY = CONTEXTS[0]
ALONE = replace(AGENCY, accounts=())


def cases(kind: str) -> list[Any]:
    """The lines of that kind in every set, each with its Context."""
    return [
        pytest.param(context, text, wanted, id=f"{one['about'][:12]}: {text[:60]!a}")
        for one, context in zip(SETS, CONTEXTS, strict=True)
        for text, wanted in one[kind].items()
    ]


def refusal(text: str, context: Context) -> ParseError:
    """Why a text is refused."""
    with pytest.raises(ParseError) as caught:
        parse(text, context)
    return caught.value


def offers(error: ParseError) -> list[str]:
    """The commands that an error offers, as they are told."""
    return [told(text, error.language or "en") for text in error.suggestions]


@pytest.mark.parametrize(("context", "text", "canonical"), cases("questions"))
def test_a_question_is_about_its_account(context: Context, text: str, canonical: str) -> None:
    """Each question has the canonical words beside it, with the account's number."""
    query = parse(text, context).query
    assert to_text(query) == canonical
    assert parse(canonical, context).query == query


@pytest.mark.parametrize(("context", "text", "wanted"), cases("refused"))
def test_a_name_that_is_unsure_is_refused_with_a_way_out(
    context: Context, text: str, wanted: dict[str, Any]
) -> None:
    """The error is short, offers these commands in this order, and each of them is read."""
    error = refusal(text, context)
    assert wanted["says"] in f"{error.message} {error.hint}"
    for language in LANGUAGES:
        lines = f"{told(error.message, language)}\n{told(error.hint, language)}".splitlines()
        assert 1 <= len(lines) <= 3
    assert offers(error) == wanted["offers"]
    for command in offers(error):
        parse(command, context)


def test_the_corpus_is_as_large_as_it_claims() -> None:
    """150 phrases and more, in five languages, and a set of a thousand accounts."""
    assert sum(len(one[kind]) for one in SETS for kind in ("questions", "refused")) >= 150
    assert max(len(context.accounts) for context in CONTEXTS) == 1000


@pytest.mark.parametrize("text", ["stats for acme", "stats for all", "für alle", "stats for #3"])
def test_with_one_account_there_is_none_to_choose(text: str) -> None:
    """The words are told as they were typed; no name is offered as a command."""
    error = refusal(text, ALONE)
    assert error.message.endswith("no more than one account is connected here.")
    assert offers(error) in (["stats last 7 days"], ["Statistik letzte 7 Tage"])


def test_no_name_of_another_is_ever_offered() -> None:
    """Of two contexts with other accounts neither tells the names of the other's."""
    others = replace(AGENCY, accounts=(AccountName(1, "Globex"), AccountName(2, "Initech")))
    for _, text, _ in (case.values for case in cases("refused")):
        try:
            parse(text, others)
        except ParseError as error:
            said = f"{error.message} {error.hint} {error.suggestions}"
            for one in AGENCY.accounts:
                assert one.name in text or one.name not in said.replace(text, "")


@pytest.mark.parametrize(
    "text",
    [
        "use acme", "use zacme", "flows for acm", "stats acme last week",
        "stats acme and beta last week", "stats for may", "for may",
    ],
)  # fmt: skip
def test_of_many_names_no_more_are_offered_than_have_buttons(text: str) -> None:
    """With what stands beside them, such as the date without a name, or all of them."""
    names = [f"{name} {number}" for name in ("Acme", "Beta") for number in range(1, 10)]
    names += [f"May{mark}" for mark in "!?.#&%+"]
    accounts = tuple(AccountName(number, name) for number, name in enumerate(names, 1))
    error = refusal(text, replace(AGENCY, accounts=accounts))
    assert len(offers(error)) == MOST_SUGGESTIONS
    assert len(set(offers(error))) == MOST_SUGGESTIONS


def test_a_name_in_quotes_is_offered_in_the_same_quotes() -> None:
    """Not in two pairs of them."""
    accounts = (AccountName(1, "Acme (old)"), AccountName(2, "Globex"))
    error = refusal('use "Acme (odl)"', replace(AGENCY, accounts=accounts))
    assert error.suggestions == ('use "Acme (old)"', "accounts")


def test_how_a_name_is_asked_with_is_told_as_it_is_typed() -> None:
    """Not as Slack escapes it."""
    (note,) = parse('connect "<b>x"', AGENCY).notes
    assert 'for "<b>x"' in note


def test_a_slip_in_a_name_is_said() -> None:
    """As one in any other word is."""
    assert parse("stats for bata", AGENCY).notes == ('I read "bata" as Beta.',)
    assert parse("use nordlihct", AGENCY).notes == ('I read "nordlihct" as Nordlicht AG.',)
    both = parse("stats for bata last moth", AGENCY).notes
    assert both == ('I read "moth" as month.', 'I read "bata" as Beta.')


def test_a_name_is_no_slip_of_ours() -> None:
    """Acme is not "came", nor Moth a month, where accounts are called so."""
    context = replace(AGENCY, accounts=(AccountName(1, "Moth"), AccountName(2, "Stast")))
    assert offers(refusal("moth stats", context)) == ["stats for Moth"]
    assert offers(refusal("stast last week", context)) == ["last week for Stast"]


@pytest.mark.parametrize(
    ("texts", "canonical"),
    [
        (("stats october for beta", "by day"), "stats 2026-10 by day in Europe/Berlin for #3"),
        (("stats october for beta", "for may gmbh"), "stats 2026-10 in Europe/Berlin for #4"),
        (("stats october for beta", "for all"), "stats 2026-10 in Europe/Berlin for all"),
        (("stats october for all", "by week"), "stats 2026-10 by week in Europe/Berlin for all"),
        (("stats october for all", "and for beta?"), "stats 2026-10 in Europe/Berlin for #3"),
        (("stats october for beta", "users last week"),
         "users week starting 2026-11-30 in Europe/Berlin for #3"),
        (("stats october for beta", "users last week for #4"),
         "users week starting 2026-11-30 in Europe/Berlin for #4"),
        (("stats october for beta", "users last week for all"),
         "users week starting 2026-11-30 in Europe/Berlin for all"),
        (("stats october for beta", "and the month before?"),
         "stats 2026-09 in Europe/Berlin for #3"),
        (("stats october for beta", "settings"), "settings"),
        (("stats october for beta", "use acme sales"), "use #2"),
        (("stats october", "for beta"), "stats 2026-10 in Europe/Berlin for #3"),
    ],
)  # fmt: skip
def test_a_thread_keeps_its_account(texts: tuple[str, ...], canonical: str) -> None:
    """Unless another is named: refined or asked afresh, 12 days later too."""
    context, reading = AGENCY, None
    for text in texts:
        reading = parse(text, context)
        shown = pin(reading.query, context.now)
        context = replace(context, last=shown, now=context.now + timedelta(days=12))
    assert reading is not None
    assert to_text(reading.query) == canonical


def test_a_thread_about_an_account_that_is_not_here_is_refused() -> None:
    """Whoever replies: its number alone gives nothing; another account may be named."""
    october = parse("stats october", AGENCY).query
    for last in (replace(october, account=99), replace(october, all_accounts=True)):
        here = AGENCY if last.account else ALONE
        for reply in ("by day", "users last week"):
            with pytest.raises(NoSuchAccountError, match="none that you can ask about here"):
                parse(reply, replace(here, last=pin(last, NOW)))
    last = replace(october, account=99)
    assert parse("for beta", replace(AGENCY, last=last)).query.account == 3


def test_a_thread_s_refusals_are_about_its_account() -> None:
    """What is offered instead asks about the account of the thread."""
    for account, words in ((3, "for Beta"), (None, "for all")):
        last = parse(f"stats october for {'all' if account is None else '#3'}", AGENCY).query
        error = refusal("conversions last week", replace(AGENCY, last=last))
        assert offers(error) == [f"stats last week {words}", "help counts"]
    last = parse("stats october", AGENCY).query
    error = refusal("conversions last week", replace(AGENCY, last=last))
    assert offers(error) == ["stats last week", "help counts"]


def test_both_readings_of_a_date_are_about_the_account() -> None:
    """The other reading of 05/06/2026 keeps it."""
    assert parse("stats 05/06/2026 for beta", AGENCY).alternatives == ("stats 2026-05-06 for #3",)


def test_a_new_name_that_means_something_else_is_told() -> None:
    """It can then be reached in quotes or by its number alone."""
    for name in ("last week", "May", "stats", "all", "none", "#5", "today", "Beta last week"):
        context = replace(AGENCY, accounts=AGENCY.accounts[:2])
        reading = parse(f"connect {name}", context)
        assert reading.query == Query(Subcommand.CONNECT, name=name)
        told_so = reading.notes and reading.notes[0].startswith(f'"{name}" means something else')
        assert bool(told_so) is (name != "Beta last week")
    assert parse("connect New Shop", AGENCY).notes == ()
    assert parse("connect Acme", AGENCY).notes == ()


def test_a_name_is_told_in_the_language_typed() -> None:
    """The words of the hint, and what leads to a name in the commands."""
    error = refusal("Beta Zahlen gestern", AGENCY)
    assert told(error.hint, error.language or "en").endswith(
        'Ein Konto nennst du hinter "für". Versuch es so: /flowxo Zahlen gestern für Beta'
    )
