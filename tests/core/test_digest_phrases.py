"""What is said of digests: the corpus in five languages, and how errors are told."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.core.digest_command import Action, DigestDraft, Where
from bot.core.parse import AccountName, Context, language_of, parse
from bot.core.query import Query, Subcommand, to_text
from bot.core.sentences import told
from bot.errors import NoSuchAccountError, ParseError
from tests.corpora import FOLDER, LANGUAGES

BERLIN = ZoneInfo("Europe/Berlin")
ACCOUNTS = (AccountName(1, "Acme"), AccountName(2, "Beta Shop"), AccountName(3, "May"))
CONTEXT = Context(datetime(2026, 11, 26, 15, 45, 12, tzinfo=UTC), BERLIN, accounts=ACCOUNTS)
CORPUS = tomllib.loads((FOLDER / "digests.toml").read_text("utf-8"))
SAID = [
    pytest.param(code, text, canonical, id=text)
    for code in LANGUAGES
    for text, canonical in CORPUS[code].items()
]


@pytest.mark.parametrize(("code", "text", "canonical"), SAID)
def test_words_mean_their_command(code: str, text: str, canonical: str) -> None:
    """With the locale of their language, with another and with none; and their command itself."""
    for locale in (None, "en-US", f"{code}-{code.upper()}"):
        context = replace(CONTEXT, locale=locale)
        query = parse(text, context).query
        assert query.subcommand is Subcommand.DIGEST
        assert to_text(query) == canonical
        assert parse(canonical, context).query == query


@pytest.mark.parametrize(("text", "words"), CORPUS["refused"].items())
def test_words_are_refused_with_their_reason(text: str, words: str) -> None:
    """In the language typed, in three lines at most; what is offered instead is read."""
    with pytest.raises(ParseError) as caught:
        parse(text, CONTEXT)
    error = caught.value
    language = error.language or language_of(text)
    assert told(error.message, language) == words
    assert len(f"{words}\n{told(error.hint, language)}".splitlines()) <= 3
    assert error.suggestions
    for suggestion in error.suggestions:
        parse(told(suggestion, language), CONTEXT)


def test_the_corpus_is_as_large_as_it_claims() -> None:
    """150 phrases over the languages, 20 and more in each, and 40 refused ones."""
    counts = {code: len(CORPUS[code]) for code in (*LANGUAGES, "refused")}
    assert sum(counts[code] for code in LANGUAGES) >= 150
    assert min(counts[code] for code in LANGUAGES) >= 40
    assert counts["refused"] >= 40


def refusal(text: str, context: Context = CONTEXT) -> ParseError:
    """Why a text is refused."""
    with pytest.raises(ParseError) as caught:
        parse(text, context)
    return caught.value


def test_a_word_that_fits_nowhere_is_told_with_what_was_read() -> None:
    """And what works: the same without it."""
    error = refusal("digest weekly on friday zorblax at 9")
    assert error.message == 'I don\'t know "zorblax".'
    assert error.hint == (
        "I read: every Friday at 09:00, Europe/Berlin. "
        "Try: /flowxo digest weekly on friday at 09:00"
    )
    assert error.words == ("zorblax",)
    error = refusal("Abo zorblax freitags um 9")
    assert told(error.hint, "de") == (
        "Ich lese: jeden Freitag um 09:00 Uhr, Europe/Berlin. "
        "Versuch es so: /flowxo Abo freitags um 9"
    )
    # Nothing was read, or what was read cannot be: something that works all the same.
    assert refusal("digest zorblax monday daily").suggestions == ("digest weekly on monday at 9am",)
    assert refusal("Abo zorblax für #1 in <#C1|x>").suggestions == (
        "digest weekly on monday at 9am",
    )


def test_slips_are_mended_and_said() -> None:
    """Of our words about digests too, in any language; two that can be meant are offered."""
    for text, canonical, note in (
        ("digest weekly on mondya", "digest weekly on monday", 'I read "mondya" as monday.'),
        ("digest paus #7", "digest pause #7", 'I read "paus" as pause.'),
        ("Abo pausiren #3", "digest pause #3", 'I read "pausiren" as pausieren.'),
        ("suscripción semanl", "digest weekly on monday", 'I read "semanl" as semanal.'),
    ):
        reading = parse(text, CONTEXT)
        assert (to_text(reading.query), reading.notes) == (canonical, (note,))
    reading = parse("digest weekly for acem", CONTEXT)
    assert to_text(reading.query) == "digest weekly on monday for #1"
    assert reading.notes == ('I read "acem" as Acme.',)
    # An account's name is no slip of ours.
    named = replace(CONTEXT, accounts=(AccountName(1, "Paus Shop"),))
    assert 'don\'t know "paus"' in refusal("digest paus", named).message


def test_the_word_digest_is_not_always_about_digests() -> None:
    """What is a question without it stays one; help is help."""
    for text, canonical in (
        ("connect Digest Ltd", 'connect "Digest Ltd"'),
        ("setup Digest Ltd", 'connect "Digest Ltd"'),
        ("help digest", "help digest"),
        ("digest help", "help digest"),
        ("Abo Hilfe", "help digest"),
    ):
        assert to_text(parse(text, CONTEXT).query) == canonical
    account = replace(CONTEXT, accounts=(AccountName(4, "Digest"), AccountName(5, "Stop")))
    assert to_text(parse("use digest", account).query) == "use #4"
    assert parse('stats last week for "Digest"', account).query.account == 4
    assert "one thing at a time" in refusal("top messages stop").message
    assert "don't know" in refusal("zorblax digest").message
    assert refusal("only the chart digest").message == 'I don\'t know "only".'
    assert parse("", CONTEXT).query == Query(Subcommand.HELP)


def test_an_unknown_account_is_told_as_in_questions() -> None:
    """Where several are meant, each is offered."""
    error = refusal("digest weekly for Nobody")
    assert isinstance(error, NoSuchAccountError)
    assert "accounts" in error.suggestions
    alone = replace(CONTEXT, accounts=())
    assert "no more than one account" in refusal("digest weekly for acme", alone).message
    assert parse("digest weekly", alone).query.digest is not None
    error = refusal("digest weekly zorblax for acme")
    assert error.whose == (1,)


def test_a_schedule_is_on_the_clock_of_its_asker_unless_another_is_named() -> None:
    """A zone that was named is kept apart, so that another account's clock can be put in."""
    query = parse("digest daily at 8", CONTEXT).query
    assert query.digest is not None
    assert query.digest.draft.schedule is not None
    assert query.digest.draft.schedule.zone == BERLIN
    assert query.digest.draft.zone is None
    utc = parse("digest daily at 8", replace(CONTEXT, zone=UTC)).query
    assert utc.digest is not None
    assert utc.digest.draft.schedule is not None
    assert utc.digest.draft.schedule.zone == ZoneInfo("UTC")


def test_a_clock_that_no_zone_keeps_must_be_named() -> None:
    """Half an hour beside UTC is a city's; where nobody says which, there is no schedule."""
    odd = replace(CONTEXT, zone=timezone(timedelta(hours=5, minutes=30)))
    assert "name a city" in refusal("digest daily", odd).message
    assert refusal("digest daily zorblax", odd).suggestions == ("digest list",)
    (offered,) = refusal("digest daily", odd).suggestions
    assert parse(offered, odd).query.digest is not None
    assert parse("digest daily in kolkata", odd).query.digest is not None
    east = parse("digest daily", replace(CONTEXT, zone=timezone(timedelta(hours=-8)))).query
    assert east.digest is not None
    assert east.digest.draft.schedule is not None
    assert east.digest.draft.schedule.zone == ZoneInfo("Etc/GMT+8")


def test_every_other_week_counts_from_the_next_run() -> None:
    """This week's where it is still to come, also by a week that begins on Sunday."""
    for now, week_start, first in (
        ("2026-11-26T07:59", 0, "2026-11-26"),
        ("2026-11-26T08:00", 0, "2026-12-03"),
        ("2026-11-26T08:00", 6, "2026-12-03"),
    ):
        at = datetime.fromisoformat(now).replace(tzinfo=UTC)
        context = replace(CONTEXT, now=at, week_start=week_start)
        text = to_text(parse("digest every 2 weeks on thursday", context).query)
        assert text == f"digest every 2 weeks on thursday starting {first}"
    end = replace(CONTEXT, now=datetime(9999, 12, 30, 12, tzinfo=UTC))
    assert "9999-12" in to_text(parse("digest every 2 weeks on friday", end).query)


def test_places_are_slacks_own() -> None:
    """A channel by its id, in the order typed; what only looks like our mark stands for none."""
    query = parse("digest copy #4 to <#C1|a>, <#C2> and <#C1|a>", CONTEXT).query
    assert query.digest is not None
    assert [one.channel_id for one in query.digest.draft.targets] == ["C1", "C2"]
    assert {one.where for one in query.digest.draft.targets} == {Where.CHANNEL}
    assert "don't know" in refusal("digest weekly to \ue001").message
    assert to_text(parse("digest weekly \ue001 to <#C1|a>", CONTEXT).query).endswith("to <#C1>")
    assert "look at the channel" in refusal("stats last week in <#C1|a>").message


def test_what_was_said_changes_what_there_was() -> None:
    """Days keep the time that was set, a time keeps the days; sections come and go."""
    before = parse("digest weekdays at 7:30 in London", CONTEXT).query.digest
    assert before is not None
    schedule = before.draft.schedule
    assert schedule is not None
    for text, after in (
        ("digest edit #4 at 10", "digest weekdays at 10:00 in London"),
        ("digest edit #4 every friday", "digest friday at 7:30 in London"),
        ("digest edit #4 daily at 8 in tokyo", "digest daily at 8 in tokyo"),
        ("digest edit #4 in tokyo", "digest weekdays at 7:30 in tokyo"),
        ("digest edit #4 top 3", "digest weekdays at 7:30 in london"),
    ):
        command, wanted = parse(text, CONTEXT).query.digest, parse(after, CONTEXT).query.digest
        assert command is not None
        assert wanted is not None
        assert command.action is Action.EDIT
        assert command.draft.scheduled(schedule) == wanted.draft.schedule
    assert DigestDraft().sectioned() == ("stats", "chart", "flows", "messages")
    for text, sections in (
        ("digest edit #4 without chart", ("stats",)),
        ("digest edit #4 with messages", ("stats", "chart", "messages")),
        ("digest edit #4 only flows", ("flows",)),
    ):
        command = parse(text, CONTEXT).query.digest
        assert command is not None
        stats, chart, *_ = DigestDraft().sectioned()
        assert command.draft.sectioned((stats, chart)) == sections
