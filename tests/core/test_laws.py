"""Laws of the language: any text is read or refused, canonical words read back, periods abut."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core import dates
from bot.core.metrics import METRICS, Metric
from bot.core.parse import AccountName, Context, language_of, parse
from bot.core.periods import Unit
from bot.core.phrases.courtesy import courtesy
from bot.core.phrases.grammar import RULES
from bot.core.phrases.lexicon import PHRASES, SENSES
from bot.core.query import Query, cut_name, pin, to_text
from bot.core.subcommands import SUBCOMMANDS, Subcommand, SubcommandRow
from bot.errors import MOST_SUGGESTIONS, ParseError

ZONE_NAMES = (
    "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati",
    "America/Santiago", "Asia/Kathmandu",
)  # fmt: skip
ZONES = [ZoneInfo(name) for name in ZONE_NAMES]
MOMENTS = st.datetimes(
    min_value=datetime(2020, 1, 1),  # noqa: DTZ001 - made aware beside it
    max_value=datetime(2030, 12, 31),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)
ACCOUNTS = tuple(
    AccountName(number, name)
    for number, name in enumerate(
        ("Beta", "May GmbH", "May", "last week", "All", "7 days", "Acme Support", "Acme Sales"), 3
    )
)
CONTEXTS = st.builds(
    Context,
    now=MOMENTS,
    zone=st.sampled_from(ZONES),
    week_start=st.sampled_from((0, 6, 5)),
    locale=st.sampled_from((None, "en-US", "en-GB", "de-DE")),
    accounts=st.sampled_from(((), ACCOUNTS)),
)
WORDS = sorted(
    {*SENSES, *(" ".join(words) for found in PHRASES.values() for words, _, _ in found)}
    | {"0", "1", "3", "7", "12", "15", "31", "53", "2025", "2026", "2031", "99999", "12th", "q3"}
    | {"2026-11-03", "05/06/2026", "12.5.", "14:30", "9am", "2026-W12", "7d", "24h", '"', "'25"}
    | {"for", "for beta", "for all", "for #3", 'for "May GmbH"', "may gmbh", "acme", "#5", "para"}
    | {"berlin", "utc-8", "foo", "wek", "+", "#", "<@U1>", "&amp;", "\u202e", "🎉", "\x00", "eyj"}
)
SALADS = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
PERIODS = st.sampled_from([phrase for rule in RULES for phrase, _, _ in rule.examples]) | (
    st.sampled_from(
        ("since monday", "since 9am", "last 24 hours", "3-5 march", "monday to friday", "all time",
         "from 3 nov 14:00 to 18:00", "yesterday 9 to 17", "1 oct to 30 nov 2021", "q1-q3 2025",
         "2024 to 2025", "week 10 to 12", "last 28 days", "last 31 days", "last 30 days", "h1 2025",
         "last 90 minutes", "after october", "25 oct 2026 01:00 to 25 oct 2026 05:00"),
    )
)  # fmt: skip
MODIFIERS = st.lists(
    st.sampled_from(
        ("by day", "by hour", "by week", "by month", "vs previous", "vs last year", "vs october",
         "vs the week before", "no comparison", "in Europe/Berlin", "in utc-8", "in utc", "as csv",
         "in UTC+5:30", "public", "in kiritimati", "vs q3 2025", "vs last week", "for beta",
         "for all", "for #4", 'for "may gmbh"', "for acme support", "for beta by day", "for acme"),
    ),
    max_size=5,
    unique_by=lambda words: words.split()[0],
)  # fmt: skip
LEADS = st.sampled_from(
    ("", "stats", "users", "messages", "top 5 flows", "report", "chart triggers", "chart",
     'flow "Text Me"', "how many new users", "messages received", "chart sent, new users",
     'flow "He said ""hi"" – ok"', "top 50 messages"),
)  # fmt: skip


@given(text=SALADS | st.text(max_size=60), context=CONTEXTS)
@example(text="last last last", context=Context(datetime(9999, 12, 31, 23, tzinfo=UTC), ZONES[4]))
@example(text="last week", context=Context(datetime(1, 1, 1, tzinfo=UTC), ZONES[2]))
@example(text="against coming", context=Context(datetime(2020, 1, 1, tzinfo=UTC), ZONES[0]))
def test_law_any_text_is_read_or_refused(text: str, context: Context) -> None:
    """Nothing but ParseError; an error has at most three lines, and a button for what it offers."""
    error = _refused(text, context)
    if error is not None:
        assert 1 <= len(f"{error.message}\n{error.hint}".splitlines()) <= 3
        assert len(error.suggestions) <= MOST_SUGGESTIONS
    courtesy(text)
    assert language_of(text, context.locale) in ("en", "es", "de", "fr", "pt")
    line = dates.answer(text, context.now, context.zone, context.locale, as_object=False)
    assert "error" in line or "start" in line


def _refused(text: str, context: Context) -> ParseError | None:
    try:
        parse(text, context)
    except ParseError as error:
        return error
    return None


@given(lead=LEADS, period=PERIODS, modifiers=MODIFIERS, context=CONTEXTS)
def test_law_canonical_words_read_back(
    lead: str, period: str, modifiers: list[str], context: Context
) -> None:
    """With the same Context, the canonical words of a query are read as the same query."""
    try:
        query = parse(" ".join((lead, period, *modifiers)), context).query
    except ParseError:
        return
    _reads_back(query, context)
    pinned = pin(query, context.now)
    later = replace(context, now=context.now + timedelta(days=40, seconds=3))
    _reads_back(pinned, later)


def _reads_back(query: Query, context: Context) -> None:
    text = to_text(query)
    assert len(text) < 250
    assert parse(text, context).query == query


@given(period=PERIODS, change=MODIFIERS, other=PERIODS, context=CONTEXTS)
@example(
    period="today",
    change=["in Europe/Berlin"],
    other="same week last year",
    context=Context(datetime(2020, 1, 1, tzinfo=UTC), ZoneInfo("UTC")),
)
def test_law_a_refined_query_reads_back(
    period: str, change: list[str], other: str, context: Context
) -> None:
    """What a thread reply makes of a pinned query is a query that reads back as well."""
    try:
        shown = pin(parse(period, context).query, context.now)
        refined = parse(" ".join((*change, other)), replace(context, last=shown)).query
    except ParseError:
        return
    _reads_back(refined, context)


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year"])
@given(context=CONTEXTS, count=st.integers(1, 40))
def test_law_periods_abut(unit: str, context: Context, count: int) -> None:
    """N units ago ends where N − 1 units ago begins, and last N units is all of them."""
    last = parse(f"last {count} {unit}s", context).query.period
    ago = parse(f"{count} {unit}s ago", context).query.period
    nearer = parse(
        f"{count - 1} {unit}s ago" if count > 1 else f"this {unit}", context
    ).query.period
    now = parse("today" if unit == "day" else f"this {unit}", context).query.period
    assert last is not None
    assert ago is not None
    assert nearer is not None
    assert now is not None
    assert ago.end == nearer.start if unit != "day" or count > 1 else True
    assert (last.start, last.end) == (ago.start, now.start)


@given(context=CONTEXTS, period=PERIODS)
def test_law_no_period_begins_in_the_future(context: Context, period: str) -> None:
    """Every period that is read has begun, and ends after it begins."""
    try:
        read = parse(period, context).query.period
    except ParseError:
        return
    assert read is not None
    assert read.start < read.end
    assert read.start <= context.now


@pytest.mark.parametrize("metric", list(Metric))
@pytest.mark.parametrize("unit", [None, Unit.HOUR, Unit.MONTH])
def test_law_every_metric_reads_back(metric: Metric, unit: Unit | None) -> None:
    """A chart of any metric has canonical words."""
    context = Context(datetime(2026, 11, 26, tzinfo=UTC), ZONES[0])
    query = parse(f"chart {METRICS[metric].name} last week", context).query
    query = replace(query, unit=unit)
    assert query.metrics == (metric,)
    _reads_back(query, context)


@pytest.mark.parametrize("row", SUBCOMMANDS.values(), ids=lambda row: row.subcommand.value)
def test_every_example_of_the_table_works(row: SubcommandRow) -> None:
    """Each subcommand's examples are read as that subcommand or a question about it."""
    context = Context(datetime(2026, 11, 26, tzinfo=UTC), ZONES[0])
    for text in row.examples:
        query = parse(text, context).query
        _reads_back(query, context)


NAMES = st.text(st.sampled_from("ab<>@#!|&;ltgmp\"‹›https:/. '“"), min_size=1, max_size=90)


@given(NAMES.map(cut_name).filter(str.strip))
@example("<!channel> Welcome")
@example("<https://a.example|A> & &lt;b&gt;")
def test_law_a_flow_of_any_name_reads_back(name: str) -> None:
    """Also where its name looks like Slack's own marks, or like their escapes."""
    context = Context(datetime(2026, 11, 26, 15, 45, tzinfo=UTC), UTC)
    week = parse("last week", context).query.period
    query = Query(Subcommand.FLOW, week, flow=name)
    assert parse(to_text(query), context).query == query


def test_a_name_is_read_as_slack_sends_it() -> None:
    """A link by what it is called, anything else in quotes to the letter."""
    context = Context(datetime(2026, 11, 26, 15, 45, tzinfo=UTC), UTC)
    for sent, name in (
        ('flow "<!channel> Welcome"', "<!channel> Welcome"),
        ('flow "&lt;!channel&gt; Welcome"', "<!channel> Welcome"),
        ('flow "see <https://a.example|a.example>"', "see a.example"),
        ('flow "see <https://a.example>"', "see https://a.example"),
    ):
        assert parse(sent, context).query.flow == name
