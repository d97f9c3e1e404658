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
    digits = moved = False
    for _, senses, _, _, marker in tokens:
        if "number" in senses:
            moved = True
            digits = digits or "digits" in senses
        elif marker:
            moved = True
    if not moved:
        return tokens
    if digits:
        tokens = _days(tokens)
    i = 0
    while i < len(tokens):
        _, senses, _, _, marker = tokens[i]
        reorder = _ORDERS.get(marker) if marker else None
        if reorder is not None:
            reorder(tokens, i)
        elif "number" in senses:
            _counted_after(tokens, i)
        i += 1
    return tokens


def _days(tokens: list[Token]) -> list[Token]:
    """A day by its article or its noun (el 12, dia 12, le 12) as an ordinal; hours as times.

    Both are told by their digits.
    """
    found: list[Token] = []
    for i, token in enumerate(tokens):
        senses = token.senses
        if "digits" in senses:
            if _is_day_of_month(tokens, i):
                if found[-1].word in ("day", "days"):
                    found.pop()
                senses = {"ordinal": senses["digits"], "suffixed": True}
                token = token._replace(word=f"{token.word}th", senses=senses)
            elif found and _is_dated(tokens, i):
                found.pop()
        elif ("h" in senses or "unit" in senses) and _is_oclock(tokens, i):
            token = token._replace(word="o'clock", senses=SENSES["o'clock"])
        found.append(token)
    return found


def _is_day_of_month(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    if not i or not 1 <= token.senses.get("digits", 0) <= 31 or len(token.word) > 2:
        return False
    lead, following = tokens[i - 1], tokens[i + 1] if i + 1 < len(tokens) else None
    by_noun = lead.word in ("day", "days") and not _counts(tokens[:i], -2)
    if not (by_noun or lead.marker == "the~"):
        return False
    if following is None:
        return True
    if following.start == token.end and following.word in _NUMBER_MARKS:
        return False
    return not any(
        sense in following.senses for sense in ("unit", "h", "oclock", "am", "pm", "last")
    )


def _is_dated(tokens: list[Token], i: int) -> bool:
    """Whether the day's noun stands before a date in figures: no dia 12/05."""
    mark = tokens[i + 1] if i + 1 < len(tokens) else None
    return (
        tokens[i - 1].word in ("day", "days")
        and "digits" in tokens[i].senses
        and mark is not None
        and mark.start == tokens[i].end
        and mark.word in _NUMBER_MARKS
        and not _counts(tokens[:i], -2)
    )


def _is_oclock(tokens: list[Token], i: int) -> bool:
    """Whether "h" or "hours" at token i ends a time of day: à 9h, hier 18h, desde as 9 horas."""
    if i < 1 or not ("h" in tokens[i].senses or tokens[i].senses.get("unit", ("", 0))[0] == "hour"):
        return False
    if not 0 <= tokens[i - 1].senses.get("digits", -1) <= 24 or len(tokens[i - 1].word) > 2:
        return False
    before = tokens[i - 2].senses if i > 1 else NOTHING
    after = tokens[i + 1].senses if i + 1 < len(tokens) else NOTHING
    if "digits" in after and "h" in tokens[i].senses and len(tokens[i + 1].word) == 2:
        return False  # its minutes follow
    if any(sense in after for sense in ("am", "pm", "daypart")):
        return True
    if "since" in before:
        return tokens[i - 1].senses["digits"] in _HOURS_OF_DAY
    return any(sense in before for sense in _BEFORE_TIMES) or (i == 1 and "to" in after)


_BEFORE_TIMES = (
    "at",
    "after",
    "before",
    "to",
    "from",
    "between",
    "and",
    "ranging",
    "dayname",
    "weekday",
    "month",
)


def _head(tokens: list[Token], i: int) -> int:
    """Where the noun that token i follows begins: semana, 2 semanas, lunes; else i."""
    noun = tokens[i - 1].senses if i else NOTHING
    if not any(sense in noun for sense in _NOUNS) or (i > 1 and "by" in tokens[i - 2].senses):
        return i
    counted = i > 1 and "unit" in noun and "number" in tokens[i - 2].senses
    if counted and not (i > 2 and _holds_its_number(tokens[i - 3], tokens[i - 2])):
        return i - 2
    return i - 1


_NOUNS = ("unit", "weekday", "weekend", "month", "period", "halfyear")


def _before_noun(tokens: list[Token], i: int) -> None:
    """Semana pasada: last week; where no noun stands before it, the word's other meaning stands."""
    head = _head(tokens, i)
    if head < i:
        word = tokens[i].marker.removeprefix("~")
        tokens.insert(head, tokens.pop(i)._replace(marker="", word=word, senses=SENSES[word]))


def _including(tokens: list[Token], i: int) -> None:
    """Hoy incluido, com hoje incluído: including today."""
    if i and "dayname" in tokens[i - 1].senses:
        if i > 1 and "including" in tokens[i - 2].senses:
            del tokens[i]
            return
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
    """9 y media: 9:30; 9 heures et quart: 9:15; of so many hours (2 horas y media) it is a half."""
    at = i - 1
    named = at > 0 and ("oclock" in tokens[at].senses or "unit" in tokens[at].senses)
    at -= named
    spelled = at >= 0 and 0 < tokens[at].senses.get("number", 0) < 25
    if not spelled or (named and "unit" in tokens[i - 1].senses):
        return
    mark = tokens[i]
    minutes = "15" if mark.marker == "~quarter" else "30"
    tokens[at] = tokens[at]._replace(
        word=str(tokens[at].senses["number"]), senses=unlisted(str(tokens[at].senses["number"]))
    )
    tokens[at + 1 : i + 1] = [
        mark._replace(marker="", word=":", senses=SENSES[":"]),
        mark._replace(marker="", word=minutes, senses=unlisted(minutes)),
    ]


def _counted_after(tokens: list[Token], i: int) -> None:
    """7 derniers jours, los 10 primeros días: last 7 days, first 10 days."""
    if i + 2 >= len(tokens) or (i and _holds_its_number(tokens[i - 1], tokens[i])):
        return
    which, noun = tokens[i + 1], tokens[i + 2]
    if "unit" in noun.senses and ("last" in which.senses or which.senses.get("ordinal") == 1):
        tokens[i : i + 2] = [which._replace(marker=""), tokens[i]]


def _holds_its_number(token: Token, number: Token) -> bool:
    """Whether the number belongs to the word before it: top 7, -3, q3."""
    if "top" in token.senses:
        return True
    return token.end == number.start and any(sense in token.senses for sense in _LETTERS)


_LETTERS = ("dash", "q", "h", "w", "semester")


def _at(tokens: list[Token], i: int) -> None:
    """Las 9, das 9: at 9; before anything else the article is no more than that."""
    j = i + 2 if i + 1 < len(tokens) and "the" in tokens[i + 1].senses else i + 1
    hour = tokens[j].senses.get("number", -1) if j < len(tokens) else -1
    counted = j + 1 < len(tokens) and "unit" in tokens[j + 1].senses
    if not 0 <= hour <= 24 or counted:
        del tokens[i]


def _half_to(tokens: list[Token], i: int) -> None:
    """Halb zehn: 9:30."""
    hour = tokens[i + 1].senses.get("number", 0) if i + 1 < len(tokens) else 0
    counted = i + 2 < len(tokens) and "unit" in tokens[i + 2].senses
    if 1 <= hour <= 12 and not counted:
        before = str((hour - 1) or 12)
        tokens[i + 1 : i + 2] = [
            tokens[i]._replace(marker="", word=":", senses=SENSES[":"]),
            tokens[i + 1]._replace(word="30", senses=unlisted("30")),
        ]
        tokens[i] = tokens[i]._replace(marker="", word=before, senses=unlisted(before))


_ORDERS = {
    "~last": _before_noun,
    "~previous": _before_noun,
    "~this": _before_noun,
    "~next": _before_noun,
    "~including": _including,
    "at~": _at,
    "half~": _half_to,
    "~full": _before_noun,
    "~half": _half_past,
    "~quarter": _half_past,
    "ago~": _ago,
    "beforelast~": _before_last,
}
