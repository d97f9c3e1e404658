"""Countries and regions by name: Flow XO counts by none of them; data only.

A country whose people share one clock names it ("germany time"); the others are only recognised.
Names are written as `bot.core.zones` folds them.
"""

from __future__ import annotations

# Countries of one clock, by the zone that keeps it.
CLOCKS: dict[str, str] = {
    "germany": "Europe/Berlin",
    "deutschland": "Europe/Berlin",
    "austria": "Europe/Vienna",
    "switzerland": "Europe/Zurich",
    "france": "Europe/Paris",
    "italy": "Europe/Rome",
    "netherlands": "Europe/Amsterdam",
    "holland": "Europe/Amsterdam",
    "belgium": "Europe/Brussels",
    "uk": "Europe/London",
    "united_kingdom": "Europe/London",
    "great_britain": "Europe/London",
    "britain": "Europe/London",
    "gb": "Europe/London",
    "england": "Europe/London",
    "scotland": "Europe/London",
    "wales": "Europe/London",
    "ireland": "Europe/Dublin",
    "eire": "Eire",
    "poland": "Poland",
    "czechia": "Europe/Prague",
    "czech_republic": "Europe/Prague",
    "slovakia": "Europe/Bratislava",
    "hungary": "Europe/Budapest",
    "romania": "Europe/Bucharest",
    "bulgaria": "Europe/Sofia",
    "greece": "Europe/Athens",
    "croatia": "Europe/Zagreb",
    "serbia": "Europe/Belgrade",
    "slovenia": "Europe/Ljubljana",
    "sweden": "Europe/Stockholm",
    "norway": "Europe/Oslo",
    "denmark": "Europe/Copenhagen",
    "finland": "Europe/Helsinki",
    "iceland": "Iceland",
    "estonia": "Europe/Tallinn",
    "latvia": "Europe/Riga",
    "lithuania": "Europe/Vilnius",
    "ukraine": "Europe/Kyiv",
    "turkey": "Turkey",
    "israel": "Israel",
    "egypt": "Egypt",
    "libya": "Libya",
    "iran": "Iran",
    "india": "Asia/Kolkata",
    "pakistan": "Asia/Karachi",
    "bangladesh": "Asia/Dhaka",
    "nepal": "Asia/Kathmandu",
    "china": "Asia/Shanghai",
    "prc": "PRC",
    "roc": "ROC",
    "rok": "ROK",
    "taiwan": "Asia/Taipei",
    "japan": "Japan",
    "south_korea": "Asia/Seoul",
    "korea": "Asia/Seoul",
    "vietnam": "Asia/Ho_Chi_Minh",
    "thailand": "Asia/Bangkok",
    "malaysia": "Asia/Kuala_Lumpur",
    "philippines": "Asia/Manila",
    "saudi_arabia": "Asia/Riyadh",
    "uae": "Asia/Dubai",
    "united_arab_emirates": "Asia/Dubai",
    "nigeria": "Africa/Lagos",
    "kenya": "Africa/Nairobi",
    "ghana": "Africa/Accra",
    "morocco": "Africa/Casablanca",
    "algeria": "Africa/Algiers",
    "tunisia": "Africa/Tunis",
    "south_africa": "Africa/Johannesburg",
    "colombia": "America/Bogota",
    "peru": "America/Lima",
    "venezuela": "America/Caracas",
    "bolivia": "America/La_Paz",
    "argentina": "America/Argentina/Buenos_Aires",
    "uruguay": "America/Montevideo",
    "paraguay": "America/Asuncion",
    "cuba": "Cuba",
    "costa_rica": "America/Costa_Rica",
    "navajo": "Navajo",
}

# Countries of several clocks, and regions.
_OTHERS = (
    "us usa u.s. u.s.a. united_states states canada mexico brazil brasil australia russia spain "
    "portugal indonesia kazakhstan mongolia chile ecuador new_zealand nz europe eu asia africa "
    "america north_america south_america latin_america latam emea apac dach benelux scandinavia "
    "middle_east california texas florida bavaria catalonia quebec ontario"
)
OTHERS: frozenset[str] = frozenset(_OTHERS.split())
