"""What somebody is told of their digests in a direct message: what failed, until when it is of use,
and the buttons that mend it. Knows no storage: what it tells is handed in as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from bot.core.periods import zone_name
from bot.core.phrases.saying import weekday_moment
from bot.core.sentences import say, told
from bot.render.blocks import Block, actions, button, channel_names, rich_lines
from bot.render.connecting import replace_button
from bot.render.digest_cards import EDIT, MOVE, RESUME
from bot.render.notice import carry
from bot.render.numbers import plural
from bot.render.plan import MessagePlan
from bot.render.toptext import top_text
from bot.render.untrusted import clean, cut

SEND_AGAIN: Final = "digest_send_again"
ARRIVED: Final = "digest_arrived"
TAKE_OVER: Final = "digest_take_over"

# Digests that are told one by one, and those of them that have buttons of their own.
LISTED, PRESSED = 20, 5
_NAME = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A digest that a notice is about.

    `due_at` and `zone` are None where what is stored of it cannot be read. `until` is how long it
    is of use. `stopped`: nothing goes out until something is done. `delivery_id` is what may be
    sent again.
    """

    number: int
    target: str
    due_at: datetime | None = None
    zone: tzinfo | None = None
    until: datetime | None = None
    stopped: bool = False
    delivery_id: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told: `cause` names the sentences; `lines` are of `total` digests of the reader's.

    `why` is Slack's word for it, `closing` who can mend it, `replace` what Replace Key carries,
    `left` who has left, by id and by name.
    """

    cause: str
    lines: Sequence[Line]
    total: int
    now: datetime
    clock: tzinfo
    language: str
    mention: str
    account: str = ""
    since: datetime | None = None
    why: str = ""
    closing: str | None = None
    replace: str | None = None
    left: tuple[str, str] = ("", "")


def digest_notice(notice: Notice) -> MessagePlan:
    """The message."""
    language = notice.language
    head, listed = told(_head(notice), language), notice.lines[:LISTED]
    items = [told(_item(notice, line), language) for line in listed]
    more = len(notice.lines) - len(listed)
    last = [say("notice.more", count=more)] if more else []
    last = [told(line, language) for line in (*last, *_closing(notice))]
    blocks: list[Block] = [rich_lines([[(head, "bold")]])]
    for at, (line, item) in enumerate(zip(listed, items, strict=True)):
        blocks.append(_placed(line, item))
        if at < PRESSED or notice.cause == "unknown":
            blocks += _own_buttons(notice, line)
    blocks += [rich_lines([[line] for line in last])] if last else []
    blocks += _shared_buttons(notice)
    return MessagePlan(top_text(head, [*items, *last], [], []), tuple(blocks), tuple(blocks))


def _head(notice: Notice) -> str:
    """What happened, to how many of how many."""
    count = len({line.number for line in notice.lines})
    since = weekday_moment(notice.since, notice.clock) if notice.since else ""
    why: object = notice.why
    if notice.cause == "channel":
        known = notice.why in ("is_archived", "not_in_channel", "channel_not_found")
        why = say(f"notice.why.{notice.why if known else 'other'}")
    share = "some" if count < notice.total else "one" if count == 1 else "all"
    which = say(f"notice.which.{share}", count=count, total=notice.total)
    return plural(
        f"notice.{notice.cause}",
        count,
        "en",
        which=which,
        account=cut(clean(notice.account), _NAME),
        since=since,
        why=why,
        person=cut(clean(notice.left[1]), _NAME),
    )


_WAITING = ("key", "channel", "refused", "account")
_MENDED = ("key_mended", "channel_mended")
_NEXT = ("owner_left", "handed_over")


def _item(notice: Notice, line: Line) -> str:
    """Which digest, when it was due, and until when that is of use."""
    if line.due_at is None or line.zone is None:
        return say("notice.item.gone", number=line.number)
    due, until = weekday_moment(line.due_at, line.zone), ""
    if line.until is not None:
        until = weekday_moment(line.until, line.zone)
    useful = line.until is not None and line.until > notice.now
    kind = ""
    if notice.cause == "key_soon":
        kind = ".soon"
    elif notice.cause in _WAITING and line.stopped:
        kind = ".fix" if useful else ".past"
    elif notice.cause in _MENDED:
        kind = ".next" if line.due_at > notice.now else ".late" if useful else ".over"
    elif notice.cause in _NEXT:
        kind = ".next"
    elif notice.cause == "left_out":
        kind = ".left"
    zone = zone_name(line.zone)
    return say(f"notice.item{kind}", number=line.number, due=due, zone=zone, until=until)


def _closing(notice: Notice) -> Iterator[str]:
    if notice.closing:
        yield notice.closing
    person = all(line.target.startswith(("U", "W")) for line in notice.lines)
    if notice.cause == "channel" and person:
        yield say("notice.channel.person")
    elif notice.cause == "channel":
        yield say("notice.channel.do", mention=notice.mention)
    elif notice.cause in _DOING:
        yield say(f"notice.{notice.cause}.do")


_DOING = (
    "account", "upstream", "slack", "ours", "refused", "broken", "unknown", "left_out",
    "owner_left",
)  # fmt: skip


def _placed(line: Line, item: str) -> Block:
    """The item, with its channel as Slack names it to whoever may see it."""
    if line.target.startswith(("C", "G")):
        return channel_names([line.target], f" · {item}")
    return rich_lines([[item]])


def _own_buttons(notice: Notice, line: Line) -> list[Block]:
    """What mends this one; where there are several it says which."""
    buttons = []
    for key, action_id in _MENDING.get(notice.cause, ()):
        of_delivery = action_id in (SEND_AGAIN, ARRIVED)
        value = line.delivery_id if of_delivery else str(line.number)
        if value is None or (action_id == RESUME and not line.stopped):
            continue
        label = say(key)
        if len(notice.lines) > 1:
            label = say("button.of_digest", label=label, number=line.number)
        value = carry(value, notice.language)
        buttons.append(button(told(label, notice.language), action_id, value))
    return [actions(buttons)] if buttons else []


_AGAIN = ("button.send_again", SEND_AGAIN)
_MOVE = ("button.choose_channel", MOVE)
_MENDING = {
    "unknown": (_AGAIN, ("button.arrived", ARRIVED)),
    "upstream": (_AGAIN,),
    "slack": (_AGAIN,),
    "ours": (_AGAIN,),
    "channel": (_MOVE,),
    "refused": (_MOVE, ("button.resume", RESUME)),
    "account": (("button.edit", EDIT),),
}


def _shared_buttons(notice: Notice) -> list[Block]:
    """What mends all of them at once."""
    language = notice.language
    if notice.replace is not None:
        return [actions([replace_button(notice.replace, language, None)])]
    if notice.cause == "owner_left":
        value = carry(notice.left[0], language)
        take = button(told(say("button.take_over"), language), TAKE_OVER, value, style="primary")
        return [actions([take])]
    return []
