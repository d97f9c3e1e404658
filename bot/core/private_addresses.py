"""Finds e-mail addresses, secrets of links and keys in the skeleton of a text (`privacy.py`).

Must not look at numbers that stand alone. No pattern repeats without end inside another repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from bot.core.private_words import Kind, Span

_AT_WORDS = r"(?:at|ät|arroba|arobase|chiocciola|собака)"
AT_SIGNS = rf"@|[\[({{]a[\])}}]|\b{_AT_WORDS}\b"

# What may stand before an @, taken as a whole run so that each sign is looked at once.
_LOCAL = r"[\w.+'%!#$&*^~-]++"
_MAILBOXES = r"(?:g(?:oogle)?mail|hotmail|outlook|yahoo|icloud|gmx|aol|protonmail|yandex|qq)"
# Names that are also everyday words tell an address only together with their ending.
_PROVIDERS = rf"(?:{_MAILBOXES}|web|live|msn|mail|proton|orange|libero|uol|bol|naver|163|126)"
_ENDING = r"(?:com?|net|org|de|fr|ru|it|br|es|pt)\b"
_DOT_WORD = r"(?:dot|punkt|punto|point|ponto|точка)"
_SPELLED_DOT = rf"(?: ?[\[({{] ?{_DOT_WORD} ?[\])}}] ?| {_DOT_WORD} )"
_SPELLED = rf"[\w-]++(?:(?:\.|{_SPELLED_DOT})[\w-]++)+"
# With blanks around the @ any place can be meant, so the end of the name has to be a common one.
_WIDE_DOT = r"(?: \. |\.)"
_WIDE = (
    rf"[^\W\d_][\w-]*+(?:{_WIDE_DOT}[\w-]++){{0,4}}{_WIDE_DOT}{_ENDING}"
    rf"(?:{_WIDE_DOT}[a-z]{{2}}\b)?"
)
_SPOKEN = (
    r"(?!(?:the|an?|this|that|my|our|your) )[^\W\d_][\w-]*+(?: dot [\w-]++){0,3} dot "
    rf"(?:{_ENDING}|(?:edu|gov|info|io|eu|uk|us|ca|au|in|nl|ch|at|be|ie|pl|se|mx|ar)\b)"
    r"(?: dot [a-z]{2}\b)?"
)
_MACHINE = r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9A-Za-z]|\.[0-9])"
# Before an "at" or a lonely @ these are no names, but begin to say where something is.
_NO_NAMES = {
    "i", "me", "you", "him", "her", "it", "us", "them", "am", "is", "are", "was", "were", "be",
    "been", "look", "looking", "meet", "see", "shop", "order", "buy", "stay", "live", "work", "up",
    "here", "there", "only", "available", "visit",
}  # fmt: skip
# Scripts without blanks between words: Latin letters among them are a word of their own.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_TOP = rf"(?:[a-z]{{2,}}(?=[{_UNSPACED}])|[^\W\d_][\w-]+)"
# A run that may be the part before the @, and what tells that it is, the surest first.
_ADDRESS = re.compile(
    r"(?:\"[^\"@\0]{1,64}\"(?=@)|[\w.+'%!#$&*^~-]++)"
    rf"(?P<rest>@++[\w-]++(?:\.++[\w-]++)*\.++{_TOP}"
    r"|@\[[0-9a-f.:]{3,45}\]"
    rf"|@{_MACHINE}"
    rf"| ?@ ?{_PROVIDERS}(?:[.,][\w-]++)+"
    rf"| ?@ ?{_MAILBOXES}\b(?:[ ,]{_ENDING}| ?[.,] ?com\b)?"
    rf"| ?[\[({{] ?(?:{_AT_WORDS}|@) ?[\])}}] ?{_SPELLED}"
    rf"|[\[({{]a[\])}}]{_SPELLED}"
    rf"| (?:arroba|arobase|chiocciola|собака) {_SPELLED}"
    rf"| at {_PROVIDERS}{_SPELLED_DOT}{_ENDING}"
    rf"|(?P<bare> at {_MAILBOXES}\.{_ENDING})"
    rf"|(?P<wide> ?@ {_WIDE}|@[^\W\d_][\w-]*+(?: \. [\w-]++){{0,3}} \. {_ENDING}"
    rf"| at {_SPOKEN}))?",
    re.IGNORECASE,
)
_SIGNS_OF_AT = re.compile(AT_SIGNS, re.IGNORECASE)
_LEADING = ".'%!#$&*^~-_"
_BEFORE_LATIN = re.compile(rf".*[{_UNSPACED}](?=[!-~])")


def find_addresses(text: str) -> Iterator[Span]:
    """Every e-mail address, also those spelled for people and next to certain."""
    if not _SIGNS_OF_AT.search(text):
        return
    for match in _ADDRESS.finditer(text):
        if match["rest"] is None:
            continue
        local = text[match.start() : match.start("rest")]
        before = _BEFORE_LATIN.match(local)
        kept = local[before.end() :] if before else local
        kept = kept.lstrip(_LEADING)
        # A word before "at" that could stand in any sentence is no name.
        worded = (match["bare"] and kept.isalpha()) or (
            match["wide"] and kept.casefold() in _NO_NAMES
        )
        if kept and not worded:
            yield Span(match.start("rest") - len(kept), match.end(), Kind.EMAIL)


_LINKS = (
    re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+.-]{1,15}://|www\.)[^ <>\"\0]++"),
    re.compile(r"(?<![\w@.-])(?:[\w-]++\.)+[^\W\d_]{2,}(?::[0-9]{1,5})?[/?#][^ <>\"\0]++"),
)
_WORDS = tuple(kind.value[:-1] for kind in Kind)
_ENDS_SENTENCE = ".,;:!?)'\"]}»”’*_~`"
_PARTS = re.compile(
    r"\A(?:[^/?#]*://)?(?P<authority>[^/?#]*)(?P<path>[^?#]*)"
    r"(?:\?(?P<query>[^#]*))?(?:\#(?P<fragment>.*))?",
    re.DOTALL,
)
# What a parameter is called that opens a door or names a person: exactly so, or at its end.
_PRIVATE_NAMES = {
    "pwd", "pass", "passwd", "passwort", "passcode", "code", "otp", "pin", "sig", "sign", "auth",
    "authorization", "sid", "state", "nonce", "hash", "hmac", "csrf", "ticket", "jwt", "invite",
    "invitation", "magic", "login", "user", "username", "userid", "uid", "mail", "tel", "mobile",
    "msisdn", "name", "firstname", "lastname", "fullname", "address", "iban", "card",
}  # fmt: skip
_PRIVATE_ENDINGS = (
    "token", "key", "secret", "password", "signature", "session", "sessionid", "sessid", "email",
    "phone", "credential",
)  # fmt: skip

# After one of these, a piece of a path that is no word opens what it names.
_OPENS_NEXT = _PRIVATE_NAMES | {
    "join", "joinchat", "reset", "verify", "confirm", "activate", "accept", "unsubscribe",
    "token", "session", "services", "discord.gg",
}  # fmt: skip


def find_links(text: str) -> Iterator[Span]:
    """The secrets in links, and each link's other parts as settled."""
    done = 0
    matches = [match for pattern in _LINKS for match in pattern.finditer(text)]
    for match in sorted(matches, key=re.Match[str].start):
        if match.start() < done:
            continue
        link = _without_end(match.group())
        done = match.start()
        for start, end in _secrets(link):
            yield Span(done, match.start() + start, None)
            yield Span(match.start() + start, match.start() + end, Kind.HIDDEN)
            done = match.start() + end
        yield Span(done, match.start() + len(link), None)
        done = match.start() + len(link)


def _without_end(link: str) -> str:
    """The link without the sentence's own signs at its end."""
    bare = link.rstrip(_ENDS_SENTENCE)
    return link[: len(bare) + 1] if bare.endswith(_WORDS) else bare


def _secrets(link: str) -> Iterator[tuple[int, int]]:
    """Where in a link its secrets are, in order."""
    for parts in _PARTS.finditer(link):
        user, at, _ = parts["authority"].rpartition("@")
        if at and not user.startswith(Kind.HIDDEN):
            yield parts.start("authority"), parts.start("authority") + len(user)
        yield from _in_pieces(parts["path"], parts.start("path"), parts["authority"])
        if parts["query"]:
            yield from _in_parameters(parts["query"], parts.start("query"))
        if parts["fragment"]:
            inside = _in_parameters if "=" in parts["fragment"] else _in_pieces
            yield from inside(parts["fragment"], parts.start("fragment"))


def _in_pieces(path: str, offset: int, after: str = "") -> Iterator[tuple[int, int]]:
    for piece in re.finditer(r"[^/]+", path):
        opens = after.casefold() in _OPENS_NEXT and _is_no_word(piece.group())
        after = piece.group()
        if opens or looks_secret(after):
            yield offset + piece.start(), offset + piece.end()


def _is_no_word(piece: str) -> bool:
    """Whether it is written as no word and no number is: aBc, a1."""
    return (
        len(piece) >= 8 and re.search(r"[a-z][A-Z]|[A-Za-z][0-9]|[0-9][A-Za-z]", piece) is not None
    )


def _in_parameters(query: str, offset: int) -> Iterator[tuple[int, int]]:
    for parameter in re.finditer(r"[^&;]+", query):
        name, equals, value = parameter.group().partition("=")
        start = offset + parameter.start()
        if not equals:
            yield from _in_pieces(name, start)
        elif value and not value.startswith(Kind.HIDDEN) and _tells(name, value):
            yield start + len(name) + 1, offset + parameter.end()


def _tells(name: str, value: str) -> bool:
    plain = re.sub(r"[\W_]", "", name).casefold()
    return plain in _PRIVATE_NAMES or plain.endswith(_PRIVATE_ENDINGS) or looks_secret(value)


_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.")
_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_SEVERAL = re.compile(r"[-_.~+:,;%=()!*]+")
_PARTED = 9  # digits in groups: a day has eight
_LETTERS = 40  # so many without a break are no word of any language


def looks_secret(piece: str) -> bool:
    """Whether a piece of a link is a token, a person's number or an address, not words."""
    if "%" in piece:
        piece = unquote(piece)
    if _UUID.search(piece) or _MAIL.search(piece):
        return True
    words = [word for word in _SEVERAL.split(piece) if word]
    joined = "".join(words)
    parted = joined.isdigit() and len(joined) >= _PARTED
    return parted or any(map(_is_random, words)) or _is_mixed(joined)


def _is_random(word: str) -> bool:
    if re.search(r"[0-9]{7}", word):
        return not _DAY.fullmatch(word)
    if len(word) >= _LETTERS and word.isascii():
        return True
    both = any(map(str.isdigit, word)) and any(map(str.isalpha, word))
    return (both and len(word) >= 16) or _is_mixed(word)


def _is_mixed(word: str) -> bool:
    """Whether small letters, capitals and digits change places more often than every other sign."""
    if len(word) < 8:
        return False
    kinds = [(sign.isdigit(), sign.isupper()) for sign in word]
    changes = sum(one != other for one, other in pairwise(kinds))
    return changes * 2 > len(word)


_TOKENS = re.compile(
    r"(?<![\w.+=-])(?:eyJ[\w-]{8,}+(?:\.[\w-]*+){0,4}|xox[a-z]-[\w-]{8,}+"
    rf"|{_UUID.pattern}(?![\w-])|(?P<long>[A-Za-z0-9_+=-]{{40,}}+))",
    re.ASCII,
)


def find_tokens(text: str) -> Iterator[Span]:
    """Keys and tokens that stand alone; of the nameless, those of 40 signs and more."""
    for match in _TOKENS.finditer(text):
        long = match["long"]
        letters_too = long and re.search("[0-9]", long) and re.search("[A-Za-z]", long)
        if long is None or (letters_too and looks_secret(long)):
            yield Span(*match.span(), Kind.HIDDEN)
