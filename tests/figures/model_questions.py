"""Random questions with their meaning, and random readings of what the API leaves open.

Must import nothing of the bot.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from hypothesis import assume
from hypothesis import strategies as st

from tests.figures.model import Question
from tests.figures.model_clock import DAY, SECOND, exists, first_of, offsets_differ
from tests.figures.model_log import (
    ACTIVE,
    NEW,
    RECEIVED,
    SENT,
    TOTAL,
    TRIGGERS,
    Readings,
)
from tests.figures.model_periods import Days
from tests.figures.model_phrases import PHRASES, TYPED, Asking, Phrase

# Every kind of clock: none that changes, changes of half an hour, two and three hours, at midnight
# and before it, in Ramadan; both sides of the date line; a day left out (Apia, Fakaofo, 2011).
_ZONES = """
    UTC Europe/Berlin Europe/London Europe/Dublin Europe/Lisbon Europe/Moscow Europe/Istanbul
    Europe/Volgograd Atlantic/Azores America/New_York America/Los_Angeles America/St_Johns
    America/Santiago America/Sao_Paulo America/Havana America/Asuncion America/Nuuk
    America/Scoresbysund America/Caracas America/Mexico_City America/Phoenix Africa/Cairo
    Africa/Casablanca Africa/Lagos Africa/Juba Asia/Kathmandu Asia/Kolkata Asia/Beirut Asia/Gaza
    Asia/Tehran Asia/Jerusalem Asia/Pyongyang Asia/Tokyo Asia/Amman Australia/Lord_Howe
    Australia/Eucla Australia/Adelaide Pacific/Apia Pacific/Fakaofo Pacific/Kiritimati
    Pacific/Chatham Pacific/Marquesas Pacific/Norfolk Pacific/Auckland Pacific/Easter
    Antarctica/Troll Antarctica/Casey
"""
ZONES = tuple(_ZONES.split())
_LEFT_OUT = {"Pacific/Apia", "Pacific/Fakaofo"}
METRIC_WORDS = {
    NEW: "new users",
    TRIGGERS: "triggers",
    RECEIVED: "received",
    SENT: "sent",
    TOTAL: "total users",
    ACTIVE: "active users",
}
# Leap days, and both ends of the weeks 53.
_ODD_DAYS = (
    date(2016, 2, 29),
    date(2024, 2, 29),
    date(2028, 2, 29),
    date(2015, 12, 30),
    date(2020, 12, 31),
    date(2027, 1, 3),
    date(2024, 3, 31),
    date(2025, 12, 31),
)
_CLOCKS = (time(0, 0, 0), time(0, 0, 1), time(23, 59, 59), time(12), time(2, 30), time(15, 45, 12))
_SECOND_OF_DAY = 86_400
_COMPARISONS = {
    "": None,
    " vs previous": "previous",
    " vs last year": "last_year",
    " no comparison": "none",
    " vs ": "typed",
}


@lru_cache
def _changes(zone: str) -> tuple[date, ...]:
    """The local days on which, or just after which, the clock changes."""
    start, end = datetime(2015, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
    found = offsets_differ(start, end, ZoneInfo(zone))
    return tuple(at.astimezone(ZoneInfo(zone)).date() for at in found)


@st.composite
def _moments(draw: st.DrawFn, zone: str, near: date) -> datetime:
    """A time of asking: on or after the day `near`, about a leap day, or any."""
    days = st.one_of(
        st.integers(0, 1).map(lambda days: near + days * DAY),
        st.integers(0, 3).map(lambda days: near + days * DAY),
        st.integers(0, 40).map(lambda days: near + days * DAY),
        st.sampled_from(_ODD_DAYS),
        st.integers(0, 370).map(lambda days: date(2024, 2, 29) + days * DAY),
        st.dates(date(2015, 1, 1), date(2035, 12, 31)),
    )
    if zone in _LEFT_OUT:
        days = st.one_of(days, st.dates(date(2011, 12, 28), date(2012, 3, 31)))
    any_clock = st.integers(0, _SECOND_OF_DAY - 1).map(
        lambda second: time(second // 3600, second // 60 % 60, second % 60)
    )
    clock = draw(st.one_of(st.sampled_from(_CLOCKS), any_clock))
    wall = datetime.combine(draw(days), clock, ZoneInfo(zone))
    fraction = draw(st.sampled_from([0, 0, 400_000]))
    now = wall.replace(fold=draw(st.integers(0, 1)), microsecond=fraction).astimezone(UTC)
    assume(not _cuts_an_hour(now, ZoneInfo(zone)))
    return now


def _cuts_an_hour(now: datetime, zone: ZoneInfo) -> bool:
    """Whether the clock jumps this very second, not at a full hour: whether that hour is over
    then is nobody's question."""
    just_before = (now.replace(microsecond=0) - SECOND).astimezone(zone)
    jumps = just_before.utcoffset() != now.astimezone(zone).utcoffset()
    return jumps and (just_before + SECOND).minute != 0


@st.composite
def questions(draw: st.DrawFn, subcommand: str) -> Question:
    """A question as text, asked somewhere at some time."""
    zone = draw(st.sampled_from(ZONES))
    odd = draw(st.sampled_from(_changes(zone) or _ODD_DAYS))
    now = draw(_moments(zone, odd))
    today = now.astimezone(ZoneInfo(zone)).date()
    week_start = draw(st.sampled_from([0, 0, 6]))
    longest = draw(st.sampled_from([3, 31, 62, 140, 400, 1500]))
    asking = Asking(draw, today, odd, ZoneInfo(zone), week_start, longest)
    said, compare, against = _comparison(asking)
    words, meaning = _period(asking, subcommand, typed=against is not None)
    for days in (meaning, against):
        if isinstance(days, Days):  # nobody means a day that the zone left out
            assume(exists(days.first, asking.zone) and exists(days.last, asking.zone))
    if against and isinstance(meaning, Days) and _dates(against) == _dates(meaning):
        said, compare, against = " no comparison", "none", None
    asked, metrics, flow = _subject(draw, subcommand)
    unit = None
    if subcommand not in ("flows", "flow"):
        unit = draw(st.sampled_from([None, "hour", "day", "week", "month"]))
    top, says_zone = _top(draw, subcommand), draw(st.booleans())
    text = f"{asked} {words}{f' by {unit}' if unit else ''}{said}"
    text += f" top {top}" if top else ""
    text += f" in {zone}" if says_zone else ""
    return Question(
        text, now, zone, subcommand, meaning, unit,
        compare=compare or ("none" if subcommand == "chart" else "previous"),
        against=against, metrics=metrics, flow=flow,
        top=top or (5 if subcommand == "report" else 10),
        week_start=week_start, says_zone=says_zone,
    )  # fmt: skip


def _dates(days: Days) -> tuple[date, date]:
    return days.first, days.last


def _period(asking: Asking, subcommand: str, *, typed: bool) -> Phrase:
    """Date words, or none: the last 7 days then, of a report the last whole week."""
    if typed or asking.number(0, 15):
        return asking.draw(st.sampled_from(PHRASES))(asking)
    if subcommand != "report":
        return "", Days(asking.today - 7 * DAY, asking.today - DAY)
    monday = first_of(asking.today, "week", asking.week_start) - 7 * DAY
    return "", Days(monday, monday + 6 * DAY, "week")


def _subject(draw: st.DrawFn, subcommand: str) -> tuple[str, tuple[str, ...], str | None]:
    """What is asked for, in words; the metrics of a chart; the flow."""
    if subcommand == "chart":
        lists = st.lists(st.sampled_from(list(METRIC_WORDS)), min_size=1, unique=True)
        metrics = tuple(draw(lists))
        return "chart " + ", ".join(METRIC_WORDS[metric] for metric in metrics), metrics, None
    if subcommand == "flow":
        flow = draw(st.sampled_from(["Flow a", "flow B", "Flow f", "Flow f renamed", "Flow zz"]))
        return f'flow "{flow}"', (), flow
    return subcommand, (), None


def _top(draw: st.DrawFn, subcommand: str) -> int | None:
    if subcommand not in ("messages", "flows", "report") or draw(st.booleans()):
        return None
    return draw(st.integers(1, 50))


def _comparison(asking: Asking) -> tuple[str, str | None, Days | None]:
    """What is typed to compare with; None means what the subcommand does by itself."""
    said = asking.draw(st.sampled_from(list(_COMPARISONS)))
    if _COMPARISONS[said] != "typed":
        return said, _COMPARISONS[said], None
    earlier = replace(asking, today=asking.today - 3 * DAY, longest=90)
    words, against = asking.draw(st.sampled_from(TYPED))(earlier)
    assert isinstance(against, Days)
    return said + words, "typed", against


@st.composite
def readings(draw: st.DrawFn) -> Readings:
    """Every combination of the open questions that an upstream may hold at once."""
    gaps, clips = draw(st.booleans()), draw(st.booleans())
    return Readings(
        end_inclusive=draw(st.booleans()),
        clips=clips,
        first_stamp_is_start=draw(st.booleans()),
        local_stamps=draw(st.booleans()),
        gaps=gaps,
        # Buckets of zeros that reach back before a range without any stats contradict themselves.
        empty_stats=draw(st.booleans()) if gaps or clips else True,
        shuffled=draw(st.sampled_from([None, 1, 2, 3])),
        most_rows=draw(st.sampled_from([None, None, 10, 25, 12])),
        day_id=draw(st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%Y-%m-%dT00:00"])),
        hour_id=draw(st.sampled_from(["%Y-%m-%dT%H", "%Y-%m-%d %H:00", "%Y%m%d%H"])),
    )
