"""The forms of digests as modals: what one is, where it moves, where it is copied to.

Shows what it is handed and judges nobody's rights; the listeners read the same names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from bot.core.accounts import AccountName
from bot.core.digest import (
    ALL,
    COMPARISONS,
    LONGEST_NOTE,
    Digest,
    WhenEmpty,
    digest_from_fields,
    digest_to_fields,
)
from bot.core.digest_making import is_person
from bot.core.schedule import LAST, Cadence, Schedule
from bot.core.sections import SECTIONS
from bot.core.sentences import say, told
from bot.errors import ScheduleError
from bot.render import inputs
from bot.render.blocks import Block, actions, button, rich_lines
from bot.render.digest_times import MONTH_DAYS, OFTEN, often_of, words_of
from bot.render.inputs import Field
from bot.render.limits import LIMITS

DIGEST_FORM: Final = "digest_form"
MOVE_FORM: Final = "digest_move_form"
COPY_FORM: Final = "digest_copy_form"
MORE_OPTIONS: Final = "digest_more_options"

# The inputs, by their block_id.
TARGET: Final = "target"
ACCOUNT: Final = "account"
DAYS: Final = "days"
WEEKDAYS: Final = "weekdays"
MONTH_DAY: Final = "month_day"
AT: Final = "at"
ZONE: Final = "zone"
SECTIONS_INPUT: Final = "sections"
COMPARE: Final = "compare"
TOP: Final = "top"
WHEN_EMPTY: Final = "when_empty"
NOTE: Final = "note"
OWNER: Final = "owner"
_ZONE, _TOP = 64, 2


@dataclass(frozen=True, slots=True)
class DigestForm:
    """What a form is about, as it was when it was opened; it comes back when it is sent in.

    `number` is None for a digest that is not saved yet, `owner` "" then. `digest` is as
    `digest_to_fields` keeps it. `more` says that the rest is shown too.
    """

    channel_id: str | None
    language: str
    number: int | None
    digest: Mapping[str, object]
    target: str
    owner: str = ""
    more: bool = False

    def carried(self) -> str:
        """As a form's private_metadata."""
        return json.dumps(asdict(self), ensure_ascii=False)


def form_of(metadata: str) -> tuple[DigestForm, Digest] | None:
    """What `carried` wrote; None for anything else."""
    try:
        read: dict[str, Any] = json.loads(metadata)
        form = DigestForm(**read)
        return form, digest_from_fields(form.digest)
    except (ValueError, TypeError, ScheduleError):
        return None


def digest_view(
    form: DigestForm, accounts: Sequence[AccountName], lines: Sequence[str] = ()
) -> Block:
    """The digest in inputs; `accounts` are those to choose from, `lines` what to know first."""
    digest, language = digest_from_fields(form.digest), form.language
    blocks = [
        *_above(lines, language),
        _target(form),
        *_account(digest, accounts, language),
        *_times(digest.schedule, language),
        _sections(digest, language),
    ]
    if form.more:
        blocks += _more(digest, form, language)
    else:
        label = told(say("digest.form.more"), language)
        blocks.append(actions([button(label, MORE_OPTIONS, "more")]))
    title = (
        say("digest.form.new")
        if form.number is None
        else say("digest.form.edit", number=form.number)
    )
    go = say("digest.button.save") if form.number is None else None
    return inputs.modal(DIGEST_FORM, title, blocks, form.carried(), language, go=go)


def with_more(form: DigestForm) -> DigestForm:
    """The same form with the rest shown too."""
    return replace(form, more=True)


def _above(lines: Sequence[str], language: str) -> list[Block]:
    return [rich_lines([[(told(line, language), "bold")] for line in lines])] if lines else []


def _target(form: DigestForm) -> Block:
    hint = say("digest.form.target_hint")
    if is_person(form.target):
        return inputs.channel(Field(TARGET, say("digest.form.target"), hint), "", form.language)
    return inputs.channel(
        Field(TARGET, say("digest.form.target"), hint), form.target, form.language
    )


def _account(digest: Digest, accounts: Sequence[AccountName], language: str) -> list[Block]:
    """The account, where there are several: those that a menu holds, and the digest's own."""
    own = str(digest.account)
    choices = [(one.name, str(one.number)) for one in accounts]
    if len(choices) > 1:
        choices.insert(0, (say("digest.form.all"), ALL))
    if own not in [value for _, value in choices]:
        choices.insert(0, (say("digest.form.account_kept", number=own), own))
    if len(choices) < 2:
        return []
    choices = [one for one in choices if one[1] == own] + [one for one in choices if one[1] != own]
    field = Field(ACCOUNT, say("digest.form.account"))
    return [inputs.one_of(field, choices[: LIMITS["select.options"]], own, language)]


def _times(schedule: Schedule, language: str) -> list[Block]:
    often = often_of(schedule)
    rows = [(say(key, count=every), value) for value, (key, every) in OFTEN.items()]
    if often not in OFTEN:
        rows.append((say("digest.often.weeks", count=schedule.every), often))
    days = [(say(f"weekday.{day}"), str(day)) for day in range(7)]
    chosen = [str(day) for day in schedule.weekdays]
    month_days = [(words_of(value), value) for value in MONTH_DAYS]
    zone = Field(ZONE, say("digest.form.zone"), say("digest.form.zone_hint"))
    return [
        inputs.one_of(Field(DAYS, say("digest.form.days")), rows, often, language),
        inputs.some_of(
            Field(WEEKDAYS, say("digest.form.weekdays"), say("digest.form.weekdays_hint")),
            days, chosen, language,
        ),
        inputs.one_of(
            Field(MONTH_DAY, say("digest.form.month_day"), say("digest.form.month_day_hint")),
            month_days, month_day_of(schedule), language,
        ),
        inputs.time_of_day(Field(AT, say("digest.form.at")), f"{schedule.at:%H:%M}", language),
        inputs.typed_in(zone, schedule.zone.key, language, longest=_ZONE, must=True),
    ]  # fmt: skip


def month_day_of(schedule: Schedule) -> str:
    """The value of the day of the month; the first where it is not monthly."""
    if schedule.cadence is not Cadence.MONTHLY:
        return "1"
    if schedule.nth is not None:
        return f"nth_{'last' if schedule.nth == LAST else schedule.nth}"
    return "last" if schedule.day == LAST else str(schedule.day)


def _sections(digest: Digest, language: str) -> Block:
    choices = [(say(row.title), section.value) for section, row in SECTIONS.items()]
    field = Field(SECTIONS_INPUT, say("digest.form.sections"))
    return inputs.switches(field, choices, [one.value for one in digest.sections], language)


def _more(digest: Digest, form: DigestForm, language: str) -> list[Block]:
    compared = [(say(f"digest.form.compare.{one}"), one.value) for one in COMPARISONS]
    empty = [(say(f"digest.form.empty.{one}"), one.value) for one in WhenEmpty]
    top = Field(TOP, say("digest.form.top"), say("digest.form.top_hint"))
    note = Field(NOTE, say("digest.form.note"), say("digest.form.note_hint"))
    blocks = [
        inputs.one_of(
            Field(COMPARE, say("digest.form.compare")), compared, digest.compare.value, language
        ),
        inputs.typed_in(top, str(digest.top), language, longest=_TOP, must=True),
        inputs.one_of(
            Field(WHEN_EMPTY, say("digest.form.empty")), empty, digest.when_empty.value, language
        ),
        inputs.typed_in(note, digest.note, language, longest=LONGEST_NOTE, must=False),
    ]
    if form.owner:
        owner = Field(OWNER, say("digest.form.owner"), say("digest.form.owner_hint"))
        blocks.append(inputs.person(owner, form.owner, language))
    return blocks


@dataclass(frozen=True, slots=True)
class WayForm:
    """Which digest moves, or is copied, and where that was asked."""

    channel_id: str | None
    language: str
    number: int

    def carried(self) -> str:
        """As a form's private_metadata."""
        return json.dumps(asdict(self))


def way_of(metadata: str) -> WayForm | None:
    """What `carried` wrote; None for anything else."""
    try:
        form = WayForm(**json.loads(metadata))
    except (ValueError, TypeError):
        return None
    return form if isinstance(form.number, int) else None


def move_view(form: WayForm, said: Sequence[str], lines: Sequence[str] = ()) -> Block:
    """Where a digest is to go from now on; `said` is which it is."""
    field = Field(TARGET, say("digest.form.target"), say("digest.form.target_hint"))
    blocks = [
        *_above(lines, form.language),
        _said(said, form),
        inputs.channel(field, "", form.language),
    ]
    title, go = say("digest.form.move", number=form.number), say("digest.form.move_go")
    return inputs.modal(MOVE_FORM, title, blocks, form.carried(), form.language, go=go)


def copy_view(form: WayForm, said: Sequence[str], lines: Sequence[str] = ()) -> Block:
    """Where one like it is to go as well."""
    field = Field(TARGET, say("digest.form.targets"), say("digest.form.targets_hint"))
    blocks = [
        *_above(lines, form.language),
        _said(said, form),
        inputs.channels(field, form.language),
    ]
    title, go = say("digest.form.copy", number=form.number), say("digest.form.copy_go")
    return inputs.modal(COPY_FORM, title, blocks, form.carried(), form.language, go=go)


def _said(said: Sequence[str], form: WayForm) -> Block:
    return rich_lines([[told(line, form.language)] for line in said])


def form_for(
    digest: Digest,
    target: str,
    channel_id: str | None,
    language: str,
    number: int | None,
    owner: str,
) -> DigestForm:
    """The form of a digest as it is."""
    return DigestForm(channel_id, language, number, digest_to_fields(digest), target, owner)
