"""Zone names as people type them to tzinfo: IANA, its last part, cities, UTC offsets; no clock."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.core.sentences import say
from bot.errors import ParseError

# Cities that people name and IANA does not, by the zone whose clock they keep.
CITIES: dict[str, str] = {
    "america/new_york": "atlanta baltimore boston charlotte cleveland miami orlando philadelphia "
    "pittsburgh tampa washington washington_dc nyc",
    "america/chicago": "austin dallas houston memphis milwaukee minneapolis nashville new_orleans "
    "san_antonio st_louis",
    "america/los_angeles": "las_vegas portland sacramento san_diego san_francisco san_jose "
    "seattle silicon_valley la",
    "america/denver": "albuquerque salt_lake_city",
    "america/toronto": "ottawa quebec montreal",
    "america/edmonton": "calgary",
    "america/sao_paulo": "brasilia rio rio_de_janeiro sao_paulo são_paulo",
    "america/argentina/buenos_aires": "buenos_aires",
    "america/bogota": "medellin",
    "america/mexico_city": "guadalajara",
    "america/guayaquil": "quito",
    "america/santiago": "valparaiso",
    "europe/berlin": "cologne dresden dusseldorf düsseldorf frankfurt germany hamburg köln leipzig "
    "munich münchen stuttgart",
    "europe/london": "birmingham bristol cardiff edinburgh england glasgow leeds liverpool "
    "manchester scotland uk wales",
    "europe/paris": "bordeaux france lille lyon marseille nantes nice strasbourg toulouse",
    "europe/madrid": "barcelona bilbao malaga sevilla seville spain valencia",
    "europe/rome": "florence italy milan milano naples turin venice",
    "europe/zurich": "basel bern geneva lausanne switzerland zürich",
    "europe/amsterdam": "eindhoven netherlands rotterdam the_hague utrecht",
    "europe/brussels": "antwerp belgium ghent",
    "europe/vienna": "austria graz salzburg wien",
    "europe/warsaw": "gdansk krakow poland wroclaw",
    "europe/prague": "brno",
    "europe/lisbon": "porto",
    "europe/stockholm": "gothenburg malmo sweden",
    "europe/kyiv": "kiev lviv odesa",
    "europe/istanbul": "ankara izmir",
    "europe/moscow": "saint_petersburg st_petersburg",
    "asia/kolkata": "ahmedabad bangalore bengaluru chennai delhi hyderabad india mumbai new_delhi "
    "pune",
    "asia/shanghai": "beijing china guangzhou shenzhen",
    "asia/tokyo": "japan kyoto osaka",
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
            names.setdefault(city, names[key])
    return names


def _fold(text: str) -> str:
    return "_".join(text.strip().lower().replace("−", "-").replace(",", " ").split())


def lookup(text: str) -> tzinfo | None:
    """The zone that `text` names, or None."""
    name = _fold(text)
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
    hint = say("zone_near", names=", ".join(near)) if near else say("zone_example")
    raise ParseError(say("zone_unknown", words=shown), hint, words=(shown,))


def nearest(text: str) -> tuple[str, ...]:
    """At most three IANA names that look like `text`, best first."""
    close = get_close_matches(_fold(text)[:60], _names().keys(), n=6, cutoff=0.75)
    return tuple(dict.fromkeys(_names()[name] for name in close))[:3]
