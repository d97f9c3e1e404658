"""Questions of every kind: what they ask, what is refused and how, what a thread refines."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.parse import Context, Reading, parse
from bot.core.periods import Shape, Unit
from bot.core.phrases.spans import Kind, Span
from bot.core.query import Compare, Query, Subcommand, cut_name, pin, to_text
from bot.errors import ParseError

NOW = datetime(2026, 11, 26, 14, 45, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
CONTEXT = Context(NOW, BERLIN)
CORPUS = tomllib.loads((Path(__file__).parent.parent / "corpus" / "commands.toml").read_text())


def in_thread(*texts: str) -> list[Reading]:
    """The readings of a question and the replies to it, each pinned when it was shown."""
    readings: list[Reading] = []
    context = CONTEXT
    for text in texts:
        readings.append(parse(text, context))
        context = replace(context, last=pin(readings[-1].query, context.now))
        context = replace(context, now=context.now + timedelta(days=12))
    return readings


@pytest.mark.parametrize(("text", "canonical"), CORPUS["questions"].items())
def test_a_question_asks_for_its_query(text: str, canonical: str) -> None:
    """Each question of the corpus has the canonical words beside it, and they read back."""
    query = parse(text, CONTEXT).query
    assert to_text(query) == canonical
    assert parse(canonical, CONTEXT).query == query


@pytest.mark.parametrize(("text", "words"), CORPUS["refused"].items())
def test_a_question_is_refused_with_a_way_out(text: str, words: str) -> None:
    """The error names the words, is short, and every command that it offers is read."""
    with pytest.raises(ParseError) as caught:
        parse(text, CONTEXT)
    error = caught.value
    assert words in f"{error.message} {error.hint}"
    assert len(f"{error.message}\n{error.hint}".splitlines()) <= 3
    for suggestion in error.suggestions:
        parse(suggestion, CONTEXT)


def test_a_slip_is_accepted_and_said() -> None:
    """One reading is taken, and the note says how the word was read."""
    assert parse("last moth", CONTEXT).notes == ('I read "moth" as month.',)
    both = parse("stast last weeek", CONTEXT).notes
    assert both == ('I read "stast" as stats.', 'I read "weeek" as week.')


def test_two_ways_to_mend_a_slip_are_both_offered() -> None:
    """*last wek* may be a week or a Wednesday: neither is guessed."""
    with pytest.raises(ParseError) as caught:
        parse("stats last wek", CONTEXT)
    assert set(caught.value.suggestions) == {"stats last week", "stats last wed"}
    assert caught.value.words == ("wek",)


def test_a_slip_mended_to_a_short_word_is_only_offered() -> None:
    """A word of three letters may be chance."""
    with pytest.raises(ParseError) as caught:
        parse("stats last frj", CONTEXT)
    assert caught.value.suggestions == ("stats last fri",)


def test_the_error_of_the_mockup() -> None:
    """What is not counted, with the slip beside it said and the rest read."""
    with pytest.raises(ParseError) as caught:
        parse("conversions last weeek", CONTEXT)
    error = caught.value
    assert error.message == (
        'I don\'t have "conversions": Flow XO counts users, triggers and messages.'
    )
    assert error.hint == ('I read "weeek" as week, 16–22 Nov 2026. Try: /flowxo stats last week')
    assert error.suggestions == ("stats last week", "help counts")


def test_hints_name_the_real_command() -> None:
    """The slash command's own name stands before what is to be typed."""
    with pytest.raises(ParseError) as caught:
        parse("next week", replace(CONTEXT, command="/bots"))
    assert "/bots stats this week" in caught.value.hint


@pytest.mark.parametrize(
    "secret",
    [
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
        "stats eyJhbGciOi",
        "ｅｙＪhbGciOiJIUzI1NiIs",
        "eyJ\u200bhbGciOiJIUzI1NiIs",
        "xoxb-123",
        "xapp-1-A",
        "XOXP-1",
        "a1" * 20,
        'flow "' + "k3y" * 20 + '"',
        "stats last week " + "x9" * 400,
        "xoxb\u2011123-456",  # a dash that does not break
        "xo\u2063xb\u2011123-456",
        "xo<xb>-123456789",  # cut by Slack's forms
        "<xoxb|-123456-abcdef>",
        "`xo`xb-123-456",
        "*" + "a1" * 10 + "*" + "b2" * 10,
        "a1" * 10 + "&lt;" + "b2" * 10,
        "a1" * 10 + "\u0301" + "b2" * 10,  # with a combining mark inside
        "eyJ\u0301hbGciOiJIUzI1NiIs",
        "axoxb-123-456",
        'flow "Text" xoxp-1-2',
    ],
)
def test_a_secret_is_never_read_or_echoed(secret: str) -> None:
    """The error says what to do and holds nothing of the text."""
    with pytest.raises(ParseError) as caught:
        parse(secret, CONTEXT)
    error = caught.value
    assert error.message.startswith("That looks like an API key. Delete your message")
    assert error.words == ()
    assert not any(len(word) > 5 and word in error.message for word in secret.split())


@pytest.mark.parametrize("text", ["a" * 60, "stats " * 200, "1234567890" * 5, '"' * 10_000])
def test_long_texts_get_a_clear_error(text: str) -> None:
    """Length alone is no secret; it is told, fast."""
    with pytest.raises(ParseError) as caught:
        parse(text, CONTEXT)
    assert "API key" not in caught.value.message


def test_the_longest_words_of_a_button_are_read() -> None:
    """Two periods by their times, a zone and the moment of asking are no long text."""
    text = (
        "chart new users, triggers, received, sent 2026-11-03T14:00:00 to 2026-11-03T18:00:00 "
        "by hour vs 2026-11-02T14:00:00 to 2026-11-02T18:00:00 in America/Argentina/Buenos_Aires "
        "as csv public as of 2026-11-26T11:45:12"
    )
    assert to_text(parse(text, CONTEXT).query) == text
    with pytest.raises(ParseError, match="at most 60 words"):
        parse(f"{text} {'2026-11-03T14:00:00 ' * 3}", CONTEXT)


def test_both_readings_of_a_date_are_told() -> None:
    """05/06/2026 says which reading was taken, and the other is a command."""
    reading = parse("stats 05/06/2026 vs previous", CONTEXT)
    assert reading.notes == ('I read "05/06/2026" with the day first.',)
    assert reading.alternatives == ("stats 2026-05-06 vs previous",)
    american = parse("05/06/2026", replace(CONTEXT, locale="en_us"))
    assert american.notes == ('I read "05/06/2026" with the month first.',)
    assert american.alternatives == ("stats 2026-06-05",)
    assert parse("since 05/06/2026", CONTEXT).alternatives == ("stats since 2026-05-06",)
    assert parse("25/06/2026", CONTEXT).alternatives == ()
    assert parse("05/05/2026", CONTEXT).alternatives == ()
    assert parse("05/12/2025", CONTEXT).alternatives == ("stats 2025-05-12",)
    assert parse("1/12/2025 - 5/12/2025", CONTEXT).alternatives == (
        "stats 2025-01-12 to 2025-05-12",
    )
    assert parse("11/12/2025 - 25/1/2026", CONTEXT).alternatives == (
        "stats 2025-11-12 to 2026-01-25",
    )
    assert parse("since 03/12/2025", CONTEXT).alternatives == ("stats since 2025-03-12",)
    assert parse("since 01/12/2025", replace(CONTEXT, locale="en-US")).alternatives


@pytest.mark.parametrize(
    ("texts", "canonical"),
    [
        (("stats october", "and the month before?"), "stats 2026-09 in Europe/Berlin"),
        (("stats october", "the month after"), "stats 2026-11 in Europe/Berlin"),
        (("stats october", "by week"), "stats 2026-10 by week in Europe/Berlin"),
        (("top flows october", "top 20"), "flows 2026-10 top 20 in Europe/Berlin"),
        (("stats october", "as csv"), "stats 2026-10 in Europe/Berlin as csv"),
        (("stats october", "as csv", "by day"), "stats 2026-10 by day in Europe/Berlin"),
        (("stats october", "vs last year"), "stats 2026-10 vs last year in Europe/Berlin"),
        (("stats october", "top flows"), "flows 2026-10 in Europe/Berlin"),
        (("stats october", "new users"), "users 2026-10 in Europe/Berlin"),
        (("top 5 flows october", "users"), "users 2026-10 in Europe/Berlin"),
        (("chart sent october by day", "flows"), "flows 2026-10 in Europe/Berlin"),
        (("stats october", "the previous 2 months"), "stats 2026-08 to 2026-09 in Europe/Berlin"),
        (("stats october", "the year before"), "stats 2025-10 in Europe/Berlin"),
        (("stats 2025", "the year before"), "stats 2024 in Europe/Berlin"),
        (("stats october", "same month last year"), "stats 2025-10 in Europe/Berlin"),
        (("stats october", "the day before"), "stats 2026-09-30 in Europe/Berlin"),
        (("stats october", "the 3 days before"), "stats 2026-09-28 to 2026-09-30 in Europe/Berlin"),
        (("last 7 days", "the week before"), "stats 2026-11-12 to 2026-11-18 in Europe/Berlin"),
        (("last 7 days", "the one before that"), "stats 2026-11-12 to 2026-11-18 in Europe/Berlin"),
        (("last week", "the following week"), "stats week starting 2026-11-23 in Europe/Berlin"),
        (("last weekend", "the weekend before"), "stats weekend of 2026-11-14 in Europe/Berlin"),
        (("monday", "the monday before"), "stats monday 2026-11-16 in Europe/Berlin"),
        (("monday 9 nov", "the friday after"), "stats monday 2026-11-13 in Europe/Berlin"),
        (("stats october", "in tokyo"), "stats 2026-10 in Asia/Tokyo"),
        (("stats october vs september", "in tokyo"), "stats 2026-10 vs 2026-09 in Asia/Tokyo"),
        (("stats october vs july", "and september?"), "stats 2026-09 in Europe/Berlin"),
        (("stats october", "stats yesterday"), "stats 2026-12-07 in Europe/Berlin"),
        (("stats october in tokyo", "stats yesterday"), "stats 2026-12-07 in Asia/Tokyo"),
        (("stats october in tokyo", "yesterday"), "stats 2026-12-07 in Asia/Tokyo"),
        (("stats october", "users last week in utc"), "users week starting 2026-11-30 in UTC"),
        (('flow "A" october', 'flow "B"'), 'flow "B" 2026-10 in Europe/Berlin'),
        (('flow "A" october', "top 20"), "flows 2026-10 top 20 in Europe/Berlin"),
        (("last 24 hours", "previous"),
         "stats 2026-11-24T15:45:12 to 2026-11-25T15:45:12 in Europe/Berlin"),
        (("last 24 hours", "in utc"), "stats last 24 hours in UTC as of 2026-11-26T14:45:12"),
        (("this week", "by day"),
         "stats week starting 2026-11-23 by day in Europe/Berlin as of 2026-11-26T15:45:12"),
        (("since monday", "in tokyo"),
         "stats since 2026-11-23 in Asia/Tokyo as of 2026-11-26T23:45:12"),
        (("29 mar 2026 02:30 to 03:00 in utc", "in berlin"),
         "stats 2026-03-29T03:30:00 to 2026-03-29T03:30:01 in Europe/Berlin"),
        (("stats october", "the month after that"), "stats 2026-11 in Europe/Berlin"),
        (("stats october", "05/06/2026"), "stats 2026-06-05 in Europe/Berlin"),
        (("stats october", "help"), "help"),
        (("stats october", "status"), "status"),
        (("stats october", "digest"), "digest"),
        (("help", "last week"), "stats week starting 2026-11-30"),
    ],
)  # fmt: skip
def test_a_reply_refines_what_was_shown(texts: tuple[str, ...], canonical: str) -> None:
    """A reply changes only what it says, from the dates that were shown, 12 days later too."""
    if canonical.endswith("monday 2026-11-13 in Europe/Berlin"):
        canonical = canonical.replace("monday", "friday")
    assert to_text(in_thread(*texts)[-1].query) == canonical


@pytest.mark.parametrize(
    ("first", "reply", "words"),
    [
        ("all time", "previous", "nothing before"),
        ("this week", "the week after the next one", "after"),
        ("stats october", "next year", "has not happened yet"),
        ("stats october", "thanks a lot", "no question"),
        ("stats october", "than before", "than"),
        ("stats october", "and?", "no question"),
        ("top flows october", "by day", "over time"),
        ("stats october", "top 20", "list length"),
        ("stats october", "status by day", "stands alone"),
        ("stats october", "the 5000 years before", "too far"),
        ("stats october", "the 60 years before", "too far"),
        ("stats october", "the 3 hours before", "before"),
        ("this month", "the weekend after", "has not happened yet"),
    ],
)
def test_a_reply_that_cannot_be_read(first: str, reply: str, words: str) -> None:
    """A reply is refused with a reason as a question is."""
    last = pin(parse(first, CONTEXT).query, NOW)
    with pytest.raises(ParseError, match=words):
        parse(reply, replace(CONTEXT, last=last))


def test_a_reading_says_whether_it_refined() -> None:
    """A whole question in a thread starts afresh; less than that refines."""
    _, refined, afresh = in_thread("stats october", "by day", "users last week")
    assert refined.refined
    assert not afresh.refined


def test_shapes_say_what_was_named() -> None:
    """The shape and count decide what "previous" means."""
    shapes = {
        "last 2 months": (Shape.MONTH, 2),
        "1 oct to 30 nov 2021": (Shape.MONTH, 2),
        "3 nov to 9 nov": (Shape.STRETCH, 1),
        "last 7 days": (Shape.STRETCH, 1),
        "yesterday": (Shape.DAY, 1),
        "monday": (Shape.WEEKDAY, 1),
        "last weekend": (Shape.WEEKEND, 1),
        "h1": (Shape.QUARTER, 2),
        "q1 to q3": (Shape.QUARTER, 3),
        "2024 to 2025": (Shape.YEAR, 2),
        "week 10 to 12": (Shape.WEEK, 3),
        "since monday": (Shape.SINCE, 1),
        "last 24 hours": (Shape.ELAPSED, 1),
        "all time": (Shape.ALL_TIME, 1),
        "3 nov 00:00 to 24:00": (Shape.DAY, 1),
    }
    for text, wanted in shapes.items():
        period = parse(text, CONTEXT).query.period
        assert period is not None
        assert (text, period.shape, period.count) == (text, *wanted)


def test_thirty_days_that_are_a_month_stay_thirty_days() -> None:
    """The canonical words keep a count of days apart from a calendar month of the same days."""
    context = replace(CONTEXT, now=datetime(2026, 12, 1, 12, tzinfo=UTC))
    days = parse("last 30 days", context).query
    assert to_text(days) == "stats 30 days from 2026-11-01"
    assert parse(to_text(days), context).query == days
    assert parse("1-30 nov", context).query != days


def test_a_span_without_a_rule_has_no_days() -> None:
    """A span that no rule placed is in no year."""
    with pytest.raises(ValueError, match="2026"):
        Span(Kind.YEARLY).at(2026)


def test_pin_names_the_zone_and_the_moment() -> None:
    """A period that is not over keeps the moment it was seen; one that is over needs none."""
    running = pin(parse("this week", CONTEXT).query, NOW)
    assert running.as_of == NOW
    assert running.zone is BERLIN
    assert pin(running, NOW + timedelta(days=1)) == running
    assert pin(parse("last week", CONTEXT).query, NOW).as_of is None
    assert pin(parse("last week vs this week", CONTEXT).query, NOW).as_of == NOW
    assert pin(Query(Subcommand.HELP), NOW) == Query(Subcommand.HELP)


def test_pin_tells_a_moved_stretch_by_its_dates() -> None:
    """A stretch back from another moment than now has no words but its dates."""
    since = parse("since 1 nov", CONTEXT).query
    assert since.period is not None
    month_later = datetime(2026, 12, 20, tzinfo=UTC)
    ended = replace(since.period, end=datetime(2026, 11, 30, 23, tzinfo=UTC))
    moved = pin(replace(since, period=ended), month_later)
    assert to_text(moved) == "stats 2026-11 in Europe/Berlin"
    ended = replace(since.period, end=datetime(2026, 11, 1, 23, tzinfo=UTC))
    moved = pin(replace(since, period=ended), month_later)
    assert to_text(moved) == "stats 2026-11-01 in Europe/Berlin"


def test_an_ambiguous_instant_carries_its_offset() -> None:
    """The second two o'clock of the night the clocks go back is told from the first."""
    text = "2026-10-25T02:30:00+01:00 to 2026-10-25T05:00:00"
    query = parse(text, CONTEXT).query
    assert to_text(query) == f"stats {text}"
    assert parse(to_text(query), CONTEXT).query == query


def test_long_flow_names_are_cut() -> None:
    """A name stays short enough for a button's value, quotes counted twice."""
    assert cut_name("a" * 64) == "a" * 64
    assert cut_name("a" * 65) == "a" * 63 + "…"
    assert len(cut_name('"' * 100)) == 32
    assert cut_name("  two\nlines ") == "two lines"
    name = "long name " * 20
    query = parse(f'flow "{name}" yesterday', CONTEXT).query
    assert query.flow is not None
    assert query.flow.endswith("…")
    assert parse(to_text(query), CONTEXT).query == query


def test_a_zone_equal_to_the_asker_s_is_the_asker_s() -> None:
    """UTC has several objects; the context's own is used, so that queries compare."""
    context = replace(CONTEXT, zone=ZoneInfo("UTC"))
    assert parse("yesterday in utc", context).query.zone is context.zone
    assert parse("yesterday in UTC-8", CONTEXT).query.zone == timezone(timedelta(hours=-8))


def test_modifiers_reach_the_query() -> None:
    """Grouping, comparison, length and destination are kept as said."""
    query = parse("top 7 messages last week by day vs previous public", CONTEXT).query
    assert query.unit is Unit.DAY
    assert query.compare is Compare.PREVIOUS
    assert query.top == 7
    assert query.public


def test_the_calendar_s_end_is_refused() -> None:
    """Moments at the edge of the calendar are refused, never a crash."""
    for now in (datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 30, tzinfo=UTC)):
        context = replace(CONTEXT, now=now)
        for text in ("last 3 years", "this year", "today", "monday", "12 may", "last hour"):
            try:
                parse(text, context)
            except ParseError:
                continue
    with pytest.raises(ParseError, match="calendar"):
        parse("today", replace(CONTEXT, now=datetime(9999, 12, 31, 23, 30, tzinfo=UTC)))
