"""What of a digest's form was touched, as a change of whatever the digest is by then.

Says beside which input something is wrong; asks neither Slack nor the database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core import zones
from bot.core.digest import ALL, MOST_ROWS, Digest, WhenEmpty
from bot.core.digest_making import settled
from bot.core.phrases.prepare import looks_like_a_key
from bot.core.query import Compare
from bot.core.schedule import Schedule
from bot.core.sections import Section, ordered
from bot.core.sentences import say
from bot.errors import ParseError, ScheduleError
from bot.render import digest_forms as views
from bot.render.digest_times import with_days
from bot.render.inputs import Filled
from bot.slack.saving import zone_key
from bot.slack.saving_keys import FormError

Fields = Mapping[str, Filled]
_TIMES = (views.DAYS, views.WEEKDAYS, views.MONTH_DAY)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent in, when, and the week of the account that was chosen in it.

    `week_start` is None where the account was not touched.
    """

    fields: Fields
    now: datetime
    week_start: int | None = None

    def touched(self, name: str) -> Filled | None:
        """The input, where somebody has touched it."""
        field = self.fields.get(name)
        return field if field is not None and field.changed else None

    def applied(self, digest: Digest) -> Digest:
        """The digest with what was touched; FormError where that cannot be."""
        week_start = digest.week_start if self.week_start is None else self.week_start
        digest = replace(
            digest,
            account=self._account(digest),
            sections=self._sections(digest),
            schedule=settled(self._schedule(digest.schedule, week_start), week_start),
            week_start=week_start,
        )
        if (compare := self.touched(views.COMPARE)) is not None:
            digest = replace(digest, compare=Compare(compare.text))
        if (when_empty := self.touched(views.WHEN_EMPTY)) is not None:
            digest = replace(digest, when_empty=WhenEmpty(when_empty.text))
        if (top := self.touched(views.TOP)) is not None:
            digest = replace(digest, top=_rows(top.text))
        if (note := self.touched(views.NOTE)) is not None:
            digest = replace(digest, note=_note(note.text))
        return digest

    def _account(self, digest: Digest) -> int | Literal["all"]:
        account = self.touched(views.ACCOUNT)
        if account is None:
            return digest.account
        return ALL if account.text == ALL else int(account.text)

    def _sections(self, digest: Digest) -> tuple[Section, ...]:
        field = self.touched(views.SECTIONS_INPUT)
        if field is None:
            return digest.sections
        kept = {one for one in digest.sections if one.value not in field.removed}
        sections = ordered({*kept, *(Section(one) for one in field.added)})
        if not sections:
            raise FormError(views.SECTIONS_INPUT, say("digest.no_section"))
        return sections

    def _schedule(self, before: Schedule, week_start: int) -> Schedule:
        schedule = before
        if (at := self.touched(views.AT)) is not None:
            schedule = replace(schedule, at=_time(at.text))
        if (zone := self.touched(views.ZONE)) is not None:
            schedule = replace(schedule, zone=_zone(zone.text))
        if not any(self.touched(name) for name in _TIMES):
            return schedule
        often, weekdays, month_day = (self.fields[name] for name in _TIMES)
        days = tuple(sorted(int(one) for one in weekdays.value))
        try:
            return with_days(schedule, often.text, days, month_day.text, self.now, week_start)
        except ScheduleError as error:
            raise FormError(views.WEEKDAYS, error.message) from error


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise FormError(views.AT, say("schedule.to_the_minute")) from None


def _zone(text: str) -> ZoneInfo:
    try:
        key = zone_key(zones.find(text))
    except ParseError as error:
        raise FormError(views.ZONE, error.message, error.hint) from error
    if key is None:
        raise FormError(views.ZONE, say("form.zone_offset"))
    return ZoneInfo(key)


def _rows(text: str) -> int:
    rows = int(text) if text.isascii() and text.isdecimal() else 0
    if not 1 <= rows <= MOST_ROWS:
        raise FormError(views.TOP, say("top_range", words=text))
    return rows


def _note(text: str) -> str:
    if looks_like_a_key(text):
        raise FormError(views.NOTE, say("secret"), say("secret_hint"))
    return text
