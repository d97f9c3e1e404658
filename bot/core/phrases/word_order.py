"""Word order, the translated words of a text put where English has them.

Semana pasada, 7 derniers jours, vor 3 Tagen; days by their article and hours by their "h".
"""

from __future__ import annotations

from typing import NamedTuple

from bot.core.phrases.lexicon import NOTHING, SENSES, Senses, unlisted

_HOURS_OF_DAY = range(6, 24)
_NUMBER_MARKS = frozenset("/.-:")


class Token(NamedTuple):
    """A word of the grammar, what it can mean, and where it stands in the text."""

    word: str
    senses: Senses
    start: int
    end: int
    marker: str = ""


def is_day_word(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[-1].word in ("day", "days") and not _counts(tokens, -2)


def _counts(tokens: list[Token], i: int) -> bool:
    """Whether token i is a number or "last": what follows it is counted."""
    if len(tokens) < -i:
        return False
    senses = tokens[i].senses
    return "number" in senses or "last" in senses


def ordered(tokens: list[Token]) -> list[Token]:
    """The tokens in English order."""
    tokens = _days(tokens)
    i = 0
    while i < len(tokens):
        reorder = _ORDERS.get(tokens[i].marker)
        if reorder is not None:
            reorder(tokens, i)
        elif "number" in tokens[i].senses:
            _counted_after(tokens, i)
        i += 1
    return tokens


def _days(tokens: list[Token]) -> list[Token]:
    """A day by its article or its noun (el 12, dia 12, le 12) as an ordinal; hours as times."""
    found: list[Token] = []
    for i, token in enumerate(tokens):
        if _is_day_of_month(tokens, i):
            if found[-1].word in ("day", "days"):
                found.pop()
            senses = {"ordinal": token.senses["digits"], "suffixed": True}
            token = token._replace(word=f"{token.word}th", senses=senses)
        elif _is_oclock(tokens, i):
            token = token._replace(word="o'clock", senses=SENSES["o'clock"])
        found.append(token)
    return found


def _is_day_of_month(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    if not i or not 1 <= token.senses.get("digits", 0) <= 31 or len(token.word) > 2:
        return False
    lead, following = tokens[i - 1], tokens[i + 1] if i + 1 < len(tokens) else None
    led = lead.word in ("day", "days") or (lead.word == "the" and lead.end - lead.start == 2)
    if not led or (lead.word != "the" and _counts(tokens[:i], -2)):
        return False
    if following is None:
        return True
    if following.start == token.end and following.word in _NUMBER_MARKS:
        return False
    return not any(
        sense in following.senses for sense in ("unit", "h", "oclock", "am", "pm", "last")
    )


def _is_oclock(tokens: list[Token], i: int) -> bool:
    """Whether "h" or "hours" at token i ends a time of day: à 9h, hier 18h, desde as 9 horas."""
    if i < 1 or not ("h" in tokens[i].senses or tokens[i].senses.get("unit", ("", 0))[0] == "hour"):
        return False
    hour = tokens[i - 1].senses.get("digits", -1)
    if hour not in _HOURS_OF_DAY or len(tokens[i - 1].word) > 2:
        return False
    if (
        i + 1 < len(tokens)
        and "digits" in tokens[i + 1].senses
        and tokens[i + 1].start == tokens[i].end
    ):
        return False
    before = tokens[i - 2].senses if i > 1 else NOTHING
    leads = (
        "since",
        "at",
        "to",
        "from",
        "between",
        "and",
        "ranging",
        "dayname",
        "weekday",
        "month",
    )
    after = tokens[i + 1].senses if i + 1 < len(tokens) else NOTHING
    return any(sense in before for sense in leads) or (i == 1 and "to" in after)


def _head(tokens: list[Token], i: int) -> int:
    """Where the noun that token i follows begins: semana, 2 semanas, lunes; else i."""
    noun = tokens[i - 1].senses if i else NOTHING
    if not any(sense in noun for sense in _NOUNS) or (i > 1 and "by" in tokens[i - 2].senses):
        return i
    counted = i > 1 and "unit" in noun and "number" in tokens[i - 2].senses
    if counted and not (i > 2 and "top" in tokens[i - 3].senses):
        return i - 2
    return i - 1


_NOUNS = ("unit", "weekday", "weekend", "month", "period", "halfyear")


def _before_noun(tokens: list[Token], i: int) -> None:
    """Semana pasada: last week."""
    head = _head(tokens, i)
    tokens.insert(head, tokens.pop(i)._replace(marker=""))


def _including(tokens: list[Token], i: int) -> None:
    """Hoy incluido: including today."""
    if i and "dayname" in tokens[i - 1].senses:
        tokens.insert(
            i - 1, tokens.pop(i)._replace(marker="", word="including", senses=SENSES["including"])
        )


def _ago(tokens: list[Token], i: int) -> None:
    """Hace 3 días: 3 days ago; where no count follows, the word's other meaning stands."""
    j = i + 1
    if j + 1 < len(tokens) and "number" in tokens[j].senses and "unit" in tokens[j + 1].senses:
        ago = tokens.pop(i)._replace(marker="", word="ago", senses=SENSES["ago"])
        if j + 1 < len(tokens) and "ago" in tokens[j + 1].senses:
            return
        tokens.insert(j + 1, ago)


def _before_last(tokens: list[Token], i: int) -> None:
    """Vorletzte Woche: week before last."""
    if i + 1 < len(tokens) and any(sense in tokens[i + 1].senses for sense in _NOUNS):
        token = tokens.pop(i)._replace(marker="")
        before = token._replace(word="before", senses=SENSES["before"])
        tokens[i + 1 : i + 1] = [before, token._replace(word="last", senses=SENSES["last"])]


def _half_past(tokens: list[Token], i: int) -> None:
    """9 y media: 9:30."""
    at = i - 1
    if at > 0 and ("oclock" in tokens[at].senses or "unit" in tokens[at].senses):
        at -= 1
    if at >= 0 and "digits" in tokens[at].senses:
        mark = tokens[i]
        tokens[at + 1 : i + 1] = [
            mark._replace(marker="", word=":", senses=SENSES[":"]),
            mark._replace(marker="", word="30", senses=unlisted("30")),
        ]


def _counted_after(tokens: list[Token], i: int) -> None:
    """7 derniers jours, los 10 primeros días: last 7 days, first 10 days."""
    if i + 2 >= len(tokens) or (i and "top" in tokens[i - 1].senses):
        return
    which, noun = tokens[i + 1], tokens[i + 2]
    if "unit" in noun.senses and ("last" in which.senses or which.senses.get("ordinal") == 1):
        if which.senses.get("suffixed"):
            return
        tokens[i : i + 2] = [which._replace(marker=""), tokens[i]]


_ORDERS = {
    "~last": _before_noun,
    "~previous": _before_noun,
    "~this": _before_noun,
    "~next": _before_noun,
    "~including": _including,
    "~half": _half_past,
    "ago~": _ago,
    "beforelast~": _before_last,
}
