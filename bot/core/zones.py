"""Zone names as people type them to tzinfo: IANA, its last part, cities, UTC offsets; no clock."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, timedelta, timezone, tzinfo
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.core import countries
from bot.core.sentences import say
from bot.errors import ParseError

# Cities that people name and IANA does not, by the zone whose clock they keep.
CITIES: dict[str, str] = {
    "america/new_york": "nueva_york nova_york nova_iorque new_york_city nyc atlanta boston "
    "charlotte cleveland miami orlando philadelphia pittsburgh tampa washington washington_dc "
    "baltimore",
    "america/chicago": "austin dallas houston memphis milwaukee minneapolis nashville new_orleans "
    "san_antonio st_louis",
    "america/los_angeles": "las_vegas portland sacramento san_diego san_francisco san_jose "
    "seattle silicon_valley la",
    "america/denver": "albuquerque salt_lake_city",
    "america/toronto": "ottawa montreal",
    "america/edmonton": "calgary",
    "america/sao_paulo": "brasilia rio rio_de_janeiro sao_paulo são_paulo",
    "america/argentina/buenos_aires": "buenos_aires",
    "america/bogota": "medellin",
    "america/mexico_city": "ciudad_de_mexico cidade_do_mexico cdmx guadalajara",
    "america/guayaquil": "quito",
    "america/santiago": "valparaiso",
    "europe/berlin": "berlim cologne dresden dusseldorf düsseldorf frankfurt hamburg köln leipzig "
    "munich münchen stuttgart",
    "europe/london": "londres birmingham bristol cardiff edinburgh glasgow leeds liverpool "
    "manchester",
    "europe/paris": "bordeaux lille lyon marseille nantes nice strasbourg toulouse",
    "europe/madrid": "barcelona bilbao malaga sevilla seville valencia",
    "europe/rome": "roma rom florence milan milano naples turin venice",
    "europe/zurich": "zurigo basel bern geneva genf geneve ginebra genebra lausanne zürich",
    "europe/amsterdam": "eindhoven rotterdam the_hague utrecht",
    "europe/brussels": "bruselas brussel bruxelles bruxelas antwerp ghent",
    "europe/vienna": "viena vienne graz salzburg wien",
    "europe/warsaw": "varsovia warschau varsovie gdansk krakow wroclaw",
    "europe/prague": "praga prag brno",
    "europe/lisbon": "lisboa lissabon lisbonne porto",
    "europe/stockholm": "estocolmo gothenburg malmo",
    "europe/kyiv": "kiev lviv odesa",
    "europe/istanbul": "ankara izmir",
    "europe/moscow": "moscu moskau moscou saint_petersburg st_petersburg",
    "asia/kolkata": "ahmedabad bangalore bengaluru chennai delhi hyderabad mumbai new_delhi pune",
    "asia/shanghai": "pekin peking pequim beijing guangzhou shenzhen",
    "asia/tokyo": "tokio toquio kyoto osaka",
    "asia/ho_chi_minh": "hanoi",
    "asia/dubai": "abu_dhabi",
    "asia/karachi": "islamabad lahore",
    "asia/jerusalem": "tel_aviv",
    "asia/riyadh": "jeddah",
    "australia/sydney": "canberra",
    "australia/brisbane": "gold_coast",
    "africa/johannesburg": "cape_town durban pretoria",
    "africa/lagos": "abuja",
    "pacific/auckland": "christchurch wellington",
}
_AREAS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe"}
    | {"Indian", "Pacific"}
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_OFFSET = re.compile(r"(?:utc|gmt|z)?_?([+-])_?(\d{1,2})(?::?([0-5]\d))?")


@cache
def _names() -> dict[str, str]:
    """Every accepted name in lower case, to its IANA key."""
    names: dict[str, str] = {}
    keys = sorted(available_timezones(), key=lambda key: (len(key), key))
    for key in keys:
        area, _, _ = key.partition("/")
        if area in _AREAS:
            names.setdefault(key.rpartition("/")[2].lower(), key)
    for key in keys:
        names[key.lower()] = key
    for key, cities in CITIES.items():
        for city in cities.split():
            names.setdefault(fold(city), names[key])
    for country, key in countries.CLOCKS.items():
        names.setdefault(country, key)
    return names


@cache
def beginnings() -> frozenset[str]:
    """The first word of every name, and the marks that an offset begins with."""
    words = {found[0] for name in _names() if (found := _FIRST_WORD.match(name))}
    return frozenset(words | {"utc", "gmt", "z", "zulu", "+", "-"})


def is_country(text: str) -> bool:
    """Whether `text` names a country or region, which is a clock only as "germany time"."""
    name = fold(text).removeprefix("the_")
    return name in countries.CLOCKS or name in countries.OTHERS


def names_country(text: str) -> bool:
    """Whether `text` names a country in any of our languages."""
    return is_country(text) or fold(text) in _local_countries()


@cache
def _local_countries() -> frozenset[str]:
    from babel import Locale  # only where something was not understood: it takes its time

    return frozenset(
        fold(name)
        for code in ("es", "de", "fr", "pt")
        for key, name in Locale(code).territories.items()
        if len(key) == 2
    )


def in_words(name: str) -> str:
    """How a zone's name is written after "in", so that it is read as a clock."""
    return f"{name} time" if is_country(name) else name


def fold(text: str) -> str:
    """A name in the one spelling that is looked up: small, without accents, `_` for blanks."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text.replace("−", "-"))
        text = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return "_".join(text.strip().lower().replace(",", " ").split())


def lookup(text: str) -> tzinfo | None:
    """The zone that `text` names, or None."""
    name = fold(text)
    if name in ("utc", "gmt", "z", "zulu"):
        return UTC
    if match := _OFFSET.fullmatch(name):
        sign, hours, minutes = match.groups()
        offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if offset > timedelta(hours=14):
            return None
        return timezone(-offset if sign == "-" else offset) if offset else UTC
    key = _names().get(name)
    return ZoneInfo(key) if key else None


def find(text: str) -> tzinfo:
    """The zone that `text` names; ParseError with the nearest names when there is none."""
    zone = lookup(text)
    if zone is not None:
        return zone
    shown = " ".join(text.split())[:60]
    near = nearest(text)
    hint = say("near_names", names=", ".join(near)) if near else say("zone_example")
    raise ParseError(say("zone_unknown", words=shown), hint, words=(shown,))


def nearest(text: str) -> tuple[str, ...]:
    """At most three IANA names that look like `text`, best first."""
    name = fold(text)[:60]
    alike = [known for known in _names() if abs(len(known) - len(name)) <= max(3, len(name) // 2)]
    close = get_close_matches(name, alike, n=6, cutoff=0.75)
    return tuple(dict.fromkeys(_names()[name] for name in close))[:3]
