"""Schedules read back in words, in five languages, with their next runs."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.parse import Context, parse
from bot.core.phrases.saying_digests import say_runs, say_schedule, zone_words
from bot.core.schedule import Schedule, dues
from bot.core.sentences import told

BERLIN = ZoneInfo("Europe/Berlin")
CONTEXT = Context(datetime(2026, 11, 26, 15, 45, 12, tzinfo=UTC), BERLIN)


def schedule(text: str) -> Schedule:
    """The schedule that a text names on Thursday afternoon."""
    command = parse(f"digest {text}", CONTEXT).query.digest
    assert command is not None
    assert command.draft.schedule is not None
    return command.draft.schedule


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("weekly on monday at 9am", "every Monday at 09:00, Europe/Berlin"),
        ("every second friday at noon", "every second Friday at noon, Europe/Berlin"),
        ("last day of the month at 17:30",
         "on the last day of every month at 17:30, Europe/Berlin"),
        ("daily at 8 in new york", "every day at 08:00, America/New_York"),
        ("weekdays 8:15", "Monday to Friday at 08:15, Europe/Berlin"),
        ("first monday of the month", "on the first Monday of every month at 09:00, Europe/Berlin"),
        ("last sunday of the month", "on the last Sunday of every month at 09:00, Europe/Berlin"),
        ("every 2 weeks on tue and thu",
         "every 2 weeks on Tuesday and Thursday at 09:00, Europe/Berlin"),
        ("every 3 weeks on tue", "every 3 weeks on Tuesday at 09:00, Europe/Berlin"),
        ("mon, wed, fri at 7", "every Monday, Wednesday and Friday at 07:00, Europe/Berlin"),
        ("monthly on the 1st", "on the 1st of every month at 09:00, Europe/Berlin"),
        ("monthly on the 2nd", "on the 2nd of every month at 09:00, Europe/Berlin"),
        ("monthly on the 12th", "on the 12th of every month at 09:00, Europe/Berlin"),
        ("monthly on the 21st", "on the 21st of every month at 09:00, Europe/Berlin"),
        ("monthly on the 23rd", "on the 23rd of every month at 09:00, Europe/Berlin"),
        ("monthly on the 30th",
         "on the 30th of every month (in shorter ones on the last day) at 09:00, Europe/Berlin"),
        ("daily at 00:00 in utc+2", "every day at 00:00, UTC+02:00"),
    ],
)  # fmt: skip
def test_a_schedule_is_read_back(text: str, said: str) -> None:
    """With its time and its zone."""
    assert say_schedule(schedule(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("every second friday at noon", {
            "de": "jeden zweiten Freitag mittags um 12, Europe/Berlin",
            "es": "cada dos semanas, el viernes al mediodía, Europe/Berlin",
            "fr": "un vendredi sur deux à midi, Europe/Berlin",
            "pt": "a cada duas semanas: sexta-feira ao meio-dia, Europe/Berlin",
        }),
        ("mon, wed, fri at 7", {
            "de": "jeden Montag, Mittwoch und Freitag um 07:00 Uhr, Europe/Berlin",
            "es": "cada lunes, miércoles y viernes a las 07:00, Europe/Berlin",
            "fr": "chaque lundi, mercredi et vendredi à 07:00, Europe/Berlin",
            "pt": "cada segunda-feira, quarta-feira e sexta-feira às 07:00, Europe/Berlin",
        }),
        ("first saturday of the month", {
            "de": "am ersten Samstag jedes Monats um 09:00 Uhr, Europe/Berlin",
            "es": "el primer sábado de cada mes a las 09:00, Europe/Berlin",
            "fr": "le premier samedi de chaque mois à 09:00, Europe/Berlin",
            "pt": "no primeiro sábado de cada mês às 09:00, Europe/Berlin",
        }),
        ("first monday of the month", {"pt": "na primeira segunda-feira de cada mês às 09:00, "
                                             "Europe/Berlin"}),
        ("monthly on the 1st", {"fr": "le 1er de chaque mois à 09:00, Europe/Berlin"}),
        ("monthly on the 21st", {"fr": "le 21 de chaque mois à 09:00, Europe/Berlin"}),
    ],
)  # fmt: skip
def test_a_schedule_is_read_back_in_every_language(text: str, said: dict[str, str]) -> None:
    """As one says it there."""
    for code, words in said.items():
        assert told(say_schedule(schedule(text)), code) == words


def test_the_next_runs_are_told_by_the_clock_of_the_digest() -> None:
    """Also over a change of it."""
    one = schedule("weekly on sunday at 2:30")
    runs = dues(one, datetime(2026, 3, 16, tzinfo=UTC), 3)
    assert say_runs(runs, BERLIN) == (
        "Sun 22 Mar 2026, 02:30; Sun 29 Mar 2026, 03:30; Sun 5 Apr 2026, 02:30"
    )


def test_a_zone_that_is_an_offset_is_called_so() -> None:
    """In tzdata its sign is the other way round."""
    names = ("Etc/GMT+8", "Etc/GMT-14", "Etc/GMT", "Etc/GMT0", "Etc/UTC", "UTC", "America/Lima")
    assert [zone_words(ZoneInfo(name)) for name in names] == [
        "UTC-08:00", "UTC+14:00", "Etc/GMT", "UTC", "Etc/UTC", "UTC", "America/Lima",
    ]  # fmt: skip
