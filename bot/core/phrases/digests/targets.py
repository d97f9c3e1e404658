"""Where a digest is to go: channels and people as Slack writes them, here, to me."""

from __future__ import annotations

from bot.core.digest_command import Target, Where
from bot.core.phrases.digests.found import Found
from bot.core.phrases.digests.words import PLACE, Place, known
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal

_LEADS = frozenset(("to", "in", "at", "for", "preposition"))


def read(s: Scan, i: int, found: Found, places: tuple[Place, ...]) -> int:
    """Read a place at word i; the index after it, or 0. Refusal for one that cannot be known."""
    j = i
    while not _LEADS.isdisjoint(s.senses[j]) or s.words[j] in ("into", "the"):
        j += 1
    if s.words[j + 1] == PLACE and "after" in s.senses[j]:  # nach
        j += 1
    if s.words[j] == PLACE:
        return _place(s, j, found, places)
    if s.words[j] == "#" and s.joined(j + 1) and s.words[j + 1][:1].isalpha():
        raise Refusal("digest.channel_by_name", words=s.said(j, j + 2))
    one = known(s, i, "target")
    if one is None:
        return 0
    found.targets.append((Target(Where(one.value)), s.said(i, one.end)))
    return one.end


def _place(s: Scan, j: int, found: Found, places: tuple[Place, ...]) -> int:
    at = s.words[:j].count(PLACE)
    if at >= len(places):
        return 0
    kind, place_id, name = places[at]
    said = f"{kind}{name or place_id}"
    if kind != "#":
        raise Refusal("digest.person", words=said)
    found.targets.append((Target(Where.CHANNEL, place_id), said))
    return j + 1
