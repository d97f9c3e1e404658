"""Laws of what is said of digests: any words are read or refused, and every command has words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.core.digest_command import (
    ALL,
    DEFAULT_AT,
    Action,
    DigestCommand,
    DigestDraft,
    Target,
    WhenEmpty,
    Where,
)
from bot.core.digest_text import digest_text, schedule_text
from bot.core.parse import AccountName, Context, parse
from bot.core.periods import Unit, floor
from bot.core.phrases.languages import en_digests
from bot.core.phrases.saying_digests import say_runs, say_schedule
from bot.core.phrases.vocabulary import CODES, of_digests
from bot.core.query import Compare, Query, Subcommand, to_text
from bot.core.schedule import LAST, Cadence, Schedule, dues
from bot.core.sections import DEFAULT_SECTIONS, Section, ordered
from bot.core.sentences import told
from bot.errors import ParseError

ZONES = [
    ZoneInfo(name)
    for name in ("UTC", "Europe/Berlin", "America/New_York", "Etc/GMT-5", "Pacific/Kiritimati")
]
ACCOUNTS = (AccountName(1, "Acme"), AccountName(3, "May GmbH"), AccountName(4, "Weekly"))
CONTEXTS = st.builds(
    Context,
    now=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
    week_start=st.sampled_from((0, 6, 5)),
    locale=st.sampled_from((None, "en-US", "de-DE", "pt-BR")),
    accounts=st.sampled_from(((), ACCOUNTS)),
)
WORDS = sorted(
    {phrase for row in en_digests.ROWS for phrase in row[2].split(", ")}
    | {word for code in CODES for word in of_digests(code).own - {"\x00"}}
)
COMMON = (
    "digest", "weekly", "daily", "monthly", "every", "monday", "fri", "second", "last", "first",
    "of the month", "day", "week", "2", "15", "15th", "9", "9am", "17:30", "24:00", "noon", "at",
    "on", "in", "for", "to", "and", ",", "Berlin", "utc+2", "#7", "#0", "for all", "for acme",
    "for #3", "stats", "top flows", "messages", "chart", "only", "with", "without", "top 5",
    "vs last year", "no comparison", "skip when empty", "here", "to me", "<#C1|x>", "<@U1|y>",
    "#general", "starting", "2026-12-01", "february", "31", "foo", "digest", "pause", "edit",
    "list", "h", "-", "am", "every other", "other", "abo", "suscripción", "abonnement",
)  # fmt: skip
SALADS = st.lists(st.sampled_from(COMMON) | st.sampled_from(WORDS), max_size=9).map(" ".join)


@given(text=SALADS, led=st.booleans(), context=CONTEXTS)
def test_law_any_words_about_digests_are_read_or_refused(
    text: str, led: bool, context: Context
) -> None:
    """Nothing but ParseError, in three lines at most; what is read has words that mean the same."""
    read = _read(f"digest {text}" if led else text, context)
    if isinstance(read, Query):
        assert parse(to_text(read), context).query == read
    else:
        assert 1 <= len(f"{read.message}\n{read.hint}".splitlines()) <= 3


def _read(text: str, context: Context) -> Query | ParseError:
    try:
        return parse(text, context).query
    except ParseError as error:
        return error


@st.composite
def schedules(draw: st.DrawFn, at: time, zone: ZoneInfo, week_start: int) -> Schedule:
    """A schedule of any kind, as words can name it where weeks begin on that day."""
    make = partial(Schedule, at=at, zone=zone)
    match draw(st.sampled_from(("plain", "weekly", "weeks", "day", "nth"))):
        case "plain":
            return make(draw(st.sampled_from((Cadence.DAILY, Cadence.WEEKDAYS))))
        case "day":
            return make(Cadence.MONTHLY, day=draw(st.integers(1, 31) | st.just(LAST)))
        case "nth":
            weekday = draw(st.integers(0, 6))
            nth = draw(st.integers(1, 4) | st.just(LAST))
            return make(Cadence.MONTHLY, weekdays=(weekday,), nth=nth)
        case "weekly":
            days = draw(WEEKDAYS.filter(lambda days: days not in ((0, 1, 2, 3, 4), EVERY_DAY)))
            return make(Cadence.WEEKLY, weekdays=days)
    anchor = floor(draw(st.dates(date(2020, 1, 1), date(2030, 1, 1))), Unit.WEEK, week_start)
    every = draw(st.integers(2, 52))
    return make(Cadence.WEEKLY, weekdays=draw(WEEKDAYS), every=every, anchor=anchor)


EVERY_DAY = tuple(range(7))
WEEKDAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
SECTIONS = st.sets(st.sampled_from(list(Section)), max_size=3).map(ordered)
TARGETS = st.builds(
    Target, st.just(Where.CHANNEL), st.from_regex("[CG][A-Z0-9]{3,9}", fullmatch=True)
)
PLACES = TARGETS | st.sampled_from((Target(Where.HERE), Target(Where.ME)))
MAYBE_AT = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))


@st.composite
def commands(draw: st.DrawFn, context: Context) -> DigestCommand:
    """Any command that words can name in a context."""
    action = draw(st.sampled_from(Action))
    numbers = st.none() | st.integers(1, 10**7)
    number = None if action in (Action.NEW, Action.LIST) else draw(numbers)
    if action in (Action.MOVE, Action.COPY):
        most = 4 if action is Action.COPY else 1
        places = draw(st.lists(PLACES, max_size=most, unique=True))
        return DigestCommand(action, number, DigestDraft(targets=tuple(places)))
    if action not in (Action.NEW, Action.EDIT):
        return DigestCommand(action, number)
    return DigestCommand(action, number, draw(drafts(context, new=action is Action.NEW)))


@st.composite
def drafts(draw: st.DrawFn, context: Context, *, new: bool) -> DigestDraft:
    """What can be said of a digest, new or not."""
    at, zone, asked = draw(MAYBE_AT), draw(st.none() | st.sampled_from(ZONES)), context.zone
    assert isinstance(asked, ZoneInfo)
    schedule = None
    if draw(st.booleans()) or (new and (at or zone)):
        schedule = draw(schedules(at or DEFAULT_AT, zone or asked, context.week_start))
    accounts: st.SearchStrategy[Any] = st.none()
    if context.accounts:
        accounts |= st.sampled_from((1, 3, 4, ALL))
    draft = DigestDraft(
        schedule, at, zone, draw(accounts), draw(SECTIONS), draw(SECTIONS), draw(SECTIONS),
        draw(st.sampled_from((None, Compare.PREVIOUS, Compare.LAST_YEAR, Compare.NONE))),
        draw(st.none() | st.integers(1, 50)),
        draw(st.sampled_from((None, *WhenEmpty))),
        tuple(draw(st.lists(PLACES, max_size=1))),
    )  # fmt: skip
    return draft if draft.sectioned() else replace(draft, dropped=())


@given(st.data(), CONTEXTS)
def test_law_every_command_has_words_that_mean_it(data: st.DataObject, context: Context) -> None:
    """With the same Context its canonical words are read as the same command."""
    command = data.draw(commands(context))
    text = digest_text(command)
    assert parse(text, context).query == Query(Subcommand.DIGEST, digest=command), text


@given(st.data(), CONTEXTS)
def test_law_every_schedule_is_told_in_every_language(
    data: st.DataObject, context: Context
) -> None:
    """Whole, with its next runs, each in its own words; and its canonical words mean it."""
    at = data.draw(st.builds(time, st.integers(0, 23), st.integers(0, 59)))
    zone = data.draw(st.sampled_from(ZONES))
    schedule = data.draw(schedules(at, zone, context.week_start))
    query = parse(f"digest {schedule_text(schedule)}", context).query
    assert query.digest is not None
    assert query.digest.draft.schedule == schedule
    runs = dues(schedule, context.now, 3)
    for said in (say_schedule(schedule), say_runs(runs, zone)):
        all_told = {code: told(said, code) for code in ("en", *CODES)}
        assert len(set(all_told.values())) >= 4
        assert not [text for text in all_told.values() if "{" in text or not text]


def test_sections_that_are_all_dropped_are_none() -> None:
    """Whoever makes a digest of such a draft is told so."""
    assert DigestDraft(dropped=DEFAULT_SECTIONS).sectioned() == ()
