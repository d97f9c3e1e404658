"""Zone names as people type them."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.core.zones import CITIES, find, in_words, is_country, lookup, nearest
from bot.errors import ParseError


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("BERLIN", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("America/Argentina/Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("lord howe", "Australia/Lord_Howe"),
        ("san francisco", "America/Los_Angeles"),
        ("mumbai", "Asia/Kolkata"),
        ("kiritimati", "Pacific/Kiritimati"),
        ("Etc/GMT+1", "Etc/GMT+1"),
        ("us/eastern", "US/Eastern"),
        ("louisville", "America/Louisville"),
    ],
)
def test_a_name_is_its_zone(text: str, key: str) -> None:
    """The IANA name in any case, its last part, and cities."""
    assert find(text) == ZoneInfo(key)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("UTC-8", -480), ("utc+5:30", 330), ("GMT+1", 60), ("UTC−3", -180), ("+02:00", 120),
        ("utc +1", 60), ("UTC+0530", 330), ("UTC+14", 840), ("UTC-12:00", -720),
    ],
)  # fmt: skip
def test_an_offset_is_a_fixed_zone(text: str, minutes: int) -> None:
    """Offsets from UTC, east positive."""
    assert find(text) == timezone(timedelta(minutes=minutes))


@pytest.mark.parametrize("text", ["utc", "UTC", "gmt", "Z", "UTC+0", "utc-00:00"])
def test_utc_is_utc(text: str) -> None:
    """Every way to say UTC is the same zone."""
    assert find(text) is UTC


@pytest.mark.parametrize(
    "text", ["", "atlantis", "UTC+15", "UTC+99:99", "UTC+5:99", "europe/", "../etc/passwd", "\x00"]
)
def test_what_is_no_zone_is_refused(text: str) -> None:
    """Unknown names and offsets that no clock keeps; never a file's path."""
    assert lookup(text) is None
    with pytest.raises(ParseError):
        find(text)


def test_near_names_are_offered() -> None:
    """An error names what looks like it."""
    with pytest.raises(ParseError, match="Europe/Berln") as caught:
        find("Europe/Berln")
    assert "Europe/Berlin" in caught.value.hint
    assert nearest("Europe/Berln")[0] == "Europe/Berlin"
    assert nearest("qqqqqq") == ()


def test_every_city_has_a_zone() -> None:
    """The table names only zones that exist."""
    for key, cities in CITIES.items():
        for city in cities.split():
            zone = find(city)
            assert isinstance(zone, ZoneInfo), (key, city)


@pytest.mark.parametrize("name", ["germany", "Japan", "the UK", "United States", "europe"])
def test_a_country_is_known_as_one(name: str) -> None:
    """Flow XO counts by no country, so its name alone is no clock."""
    assert is_country(name)


def test_a_country_of_one_clock_may_name_it() -> None:
    """As "germany time"; written so where the zone itself has such a name."""
    assert str(find("germany")) == "Europe/Berlin"
    assert in_words("Japan") == "Japan time"
    assert in_words("Europe/Berlin") == "Europe/Berlin"
    assert not is_country("Berlin")
