"""Laws of the language on the corpora: what may change nothing, and what must never pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.core.dates import read
from bot.core.parse import Context, parse
from bot.core.periods import Period, Shape, localise
from bot.core.phrases.languages.everyday import EVERYDAY
from bot.core.phrases.lexicon import ENGLISH
from bot.core.phrases.vocabulary import of
from bot.core.query import to_text
from bot.core.sentences import told
from bot.errors import ParseError
from tests.corpora import LANGUAGES, Case, cases

CASES = [
    case
    for name in (
        *(f"{kind}.{code}.toml" for kind in ("core", "more") for code in LANGUAGES),
        "comparisons.toml",
        "beyond.toml",
        "blind.toml",
        "settled.toml",
    )
    for case in cases(name)
]
READ = [case for case in CASES if not case.refused]
PLAIN = [case for case in READ if case.compare is None and case.unit is None]
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe")
SPACES = st.sampled_from((" ", "  ", "\u00a0", "\t", " \u200b"))
UNKNOWN = st.sampled_from(
    ("zorblax", "qwxyz", "blorp", "фыва", "未来", "xqz9", "once", "EST", "CET", "pst", "beer",
     *EVERYDAY["en"].split(", "))
)  # fmt: skip
MANNERS = {
    "case": (str.upper, str.title, str.swapcase, str.lower),
}


def answer_of(phrase: str, context: Context) -> dict[str, object] | None:
    """What a phrase means, without the notes on how it was read; None where it is refused."""
    try:
        found = read(phrase, context)
    except ParseError:
        return None
    return {key: value for key, value in found.items() if key != "notes"}


@given(st.sampled_from(READ), st.sampled_from(MANNERS["case"]))
def test_law_capitals_change_nothing(case: Case, change: object) -> None:
    """Capital, small or mixed: the same."""
    assert callable(change)
    changed = change(case.phrase)
    # Some letters have no small or capital form of one letter; their words are others then.
    assume(len(changed) == len(case.phrase) and changed.lower() == case.phrase.lower())
    assert answer_of(changed, case.context) == answer_of(case.phrase, case.context)


@given(st.sampled_from(READ), SPACES)
def test_law_spaces_change_nothing(case: Case, space: str) -> None:
    """One blank or several, of whatever kind, also around."""
    changed = f"{space}{space.join(case.phrase.split(' '))}{space}"
    assert answer_of(changed, case.context) == answer_of(case.phrase, case.context)


@given(
    st.sampled_from([case for case in PLAIN if case.phrase[:1].isalpha()]),
    st.permutations(("", "by day", "no comparison", "as csv", "public")),
)
def test_law_the_order_of_modifiers_changes_nothing(case: Case, order: list[str]) -> None:
    """A period among its modifiers is the same wherever it stands."""
    texts = [" ".join(word or case.phrase for word in order), f"{case.phrase} by day no comparison"]
    try:
        first, second = (parse(text, case.context).query for text in texts)
    except ParseError:
        # A modifier that swallows the beginning of the phrase may be refused, never misread.
        return
    assert replace(first, as_csv=False, public=False) == second


@given(st.sampled_from(READ), UNKNOWN, st.integers(0, 12))
def test_law_an_unknown_word_is_never_dropped(case: Case, word: str, place: int) -> None:
    """A word from no table, or a common one, is never left out; there is no answer without it."""
    english = all(one in ENGLISH for one in case.phrase.lower().split() if one.isalpha())
    assume(english or not any(word.lower() in of(code).own for code in LANGUAGES[1:]))
    words = case.phrase.split(" ")
    words.insert(min(place, len(words)), word)
    try:
        read(" ".join(words), case.context)
    except ParseError:
        return
    raise AssertionError(" ".join(words))


@given(st.sampled_from([case for case in PLAIN if "T" not in case.start + case.end]), st.data())
def test_law_a_period_shifts_with_its_zone(case: Case, data: st.DataObject) -> None:
    """Whole days by one zone's clock are the same days by another's, asked at the same time."""
    zone = ZoneInfo(data.draw(st.sampled_from(ZONES)))
    wall = case.context.now.astimezone(case.context.zone).replace(tzinfo=None)
    there = answer_of(case.phrase, replace(case.context, now=localise(wall, zone), zone=zone))
    here = answer_of(case.phrase, case.context)
    assert here is not None
    if there is not None:  # a day that the other zone skipped is refused
        assert [str(there[k])[:19] for k in ("start", "end")] == [
            str(here[k])[:19] for k in ("start", "end")
        ]


@given(
    st.integers(1, 60),
    st.sampled_from(ZONES),
    st.integers(1_577_836_800, 1_893_456_000),
    st.timedeltas(timedelta(0), timedelta(days=400)),
)
def test_law_later_is_never_earlier(count: int, zone: str, second: int, later: timedelta) -> None:
    """Asked later, the last N days begin later or at the same time."""
    now = datetime.fromtimestamp(second, UTC)
    context = Context(now, ZoneInfo(zone))
    sooner = parse(f"last {count} days", context).query.period
    afterwards = parse(f"last {count} days", replace(context, now=now + later)).query.period
    assert sooner is not None
    assert afterwards is not None
    assert sooner.start <= afterwards.start


def on_its_grid(period: Period) -> bool:
    """Whether a period of calendar units begins and ends where such units do."""
    start, end = period.local_start, period.local_end
    match period.shape:
        case Shape.MONTH:
            return (start.day, end.day) == (1, 1)
        case Shape.QUARTER:
            return (start.day, start.month % 3, end.month % 3) == (1, 1, 1)
        case Shape.YEAR:
            return (start.month, start.day, end.month, end.day) == (1, 1, 1, 1)
        case Shape.WEEK:
            return (period.last_day - period.first_day).days % 7 == 6
        case Shape.WEEKEND:
            return start.weekday() == 5
        case Shape.DAY | Shape.WEEKDAY:
            return period.first_day == period.last_day
    return True


@given(st.sampled_from(READ), st.sampled_from(ZONES))
def test_law_periods_begin_before_they_end_and_before_now(case: Case, zone: str) -> None:
    """They lie on the grid of their unit and have begun; those that end at now are exempt."""
    context = replace(case.context, zone=ZoneInfo(zone))
    try:
        period = parse(case.phrase, context).query.period
    except ParseError:
        return
    assert period is not None
    assert period.start < period.end
    assert period.start <= context.now
    if period.shape not in (Shape.SINCE, Shape.ELAPSED, Shape.ALL_TIME) and period.whole_days:
        assert on_its_grid(period), (period, period.shape)


def _mutated(draw: st.DrawFn) -> str:
    """A phrase of the corpora with words lost, doubled, swapped, or of another phrase."""
    words = draw(st.sampled_from(CASES)).phrase.split(" ")
    others = draw(st.sampled_from(CASES)).phrase.split(" ")
    for _ in range(draw(st.integers(1, 4))):
        i = draw(st.integers(0, max(len(words) - 1, 0)))
        match draw(st.sampled_from(("lose", "double", "swap", "mix", "digit", "cut"))):
            case "lose":
                del words[i : i + 1]
            case "double":
                words[i:i] = words[i : i + 1]
            case "swap":
                words[i : i + 2] = words[i : i + 2][::-1]
            case "mix":
                words.insert(i, draw(st.sampled_from(others)))
            case "digit":
                words.insert(i, str(draw(st.integers(-5, 100_000))))
            case _:
                words[i : i + 1] = [words[i][: len(words[i]) // 2]] if words else []
    return " ".join(words)


@given(st.composite(_mutated)(), st.sampled_from(CASES), st.sampled_from((None, "en-US", "fr-FR")))
@example("last last last", CASES[0], None)
def test_law_what_is_read_reads_back(text: str, case: Case, locale: str | None) -> None:
    """Whatever people make of a phrase is refused in three lines, or means what it reads back."""
    context = replace(case.context, locale=locale)
    try:
        query = parse(text, context).query
    except ParseError as error:
        for language in LANGUAGES:
            lines = f"{told(error.message, language)}\n{told(error.hint, language)}".splitlines()
            assert 1 <= len(lines) <= 3
        return
    assert parse(to_text(query), context).query == query
    if query.period is not None:
        assert query.period.start < query.period.end
        assert query.period.start <= context.now
