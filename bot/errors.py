"""The errors that people meet, each with what to say and what to do next; imports nothing of ours.

BotError
├── ParseError            the text of a question could not be read
│   ├── NoSuchAccountError    it names an account that is not among those that may be asked about
│   └── KeyTypedError         it looks like an API key, and was not read
├── ScheduleError         what a digest was set to makes no sense, or is stored broken
├── SettingsError         the environment does not add up; several faults told at once
├── RightsError           the asker may not do this
├── BusyError             our own pool is full
├── LimitError            there are as many of something as there may be
├── AccountGoneError      a digest's account is not connected any more
├── BeingSentError        a digest is being posted this moment, and must not change meanwhile
├── StorageError          our database is missing, full, read-only, locked or damaged
│   └── RevisionError         it is older or newer than the code, which does not change it by itself
├── KeysError             what is stored encrypted cannot be read or written with the keys there are
└── UpstreamError         Flow XO did not give figures
    ├── KeyRefusedError       401/403: only a person can mend it (permanent)
    ├── UpstreamBusyError     429 beyond the deadline
    ├── UpstreamDownError     no connection, 5xx, redirect
    │   └── UpstreamLateError     no answer in time
    └── UpstreamNonsenseError an answer that is not what the API page promises

No data is not an error: it is a Report that says so.
"""

from __future__ import annotations

# So many commands an error offers at most, each with a button of its own.
MOST_SUGGESTIONS = 5


class BotError(Exception):
    """A failure told to a person: `message` says what and why, `hint` what to type or do next.

    `suggestions` are complete commands, without the slash command's name, that work when sent:
    each becomes a "Run …" button, and there are at most MOST_SUGGESTIONS.
    `permanent` is true when trying again later cannot help.
    `language` is that of the words that were read, None where none were: the one to tell it in.
    `private`: it is for its asker alone, also where others read the answers.
    """

    permanent = False
    private = False
    language: str | None = None

    def __init__(self, message: str, hint: str = "", suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.suggestions = suggestions


class ParseError(BotError):
    """Raised by `core.parse.parse` for any text that it cannot read wholly and surely.

    `words` are the words it stumbled on, as typed (never a secret). `whose` are the numbers of the
    accounts that were named all the same, None for all of them.
    """

    permanent = True
    whose: tuple[int | None, ...] = ()

    def __init__(
        self,
        message: str,
        hint: str = "",
        suggestions: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message, hint, suggestions)
        self.words = words


class NoSuchAccountError(ParseError):
    """The words, or the thread, are about an account that the asker has not here."""


class KeyTypedError(ParseError):
    """Something in the text looks like an API key: the rest of it is not read either."""


class ScheduleError(BotError):
    """A digest that nobody could send: on a day that never comes, in a zone that nobody has."""

    permanent = True


class SettingsError(BotError):
    """Settings that are missing or contradict each other; `faults` lists every one."""

    permanent = True

    def __init__(self, faults: tuple[str, ...], hint: str = "") -> None:
        super().__init__("\n".join(faults), hint)
        self.faults = faults


class RightsError(BotError):
    """The asker may not see or do this."""

    permanent = True


class BusyError(BotError):
    """The work pool is full; the same question will work in a moment."""


class LimitError(BotError):
    """There are as many of something as there may be."""

    permanent = True


class AccountGoneError(BotError):
    """The account that a digest is about is not connected any more."""

    permanent = True


class BeingSentError(BotError):
    """A digest is being posted this moment: where it goes can be changed when that is over."""


class StorageError(BotError):
    """The database cannot be used as it is."""


class RevisionError(StorageError):
    """The database's revision is not the code's: upgrade it, or install the other version."""

    permanent = True


class KeysError(BotError):
    """ENCRYPTION_KEYS is missing, or none of its keys opens what is stored.

    No StorageError: the database is well, and nobody else need wait for it.
    """

    permanent = True


class UpstreamError(BotError):
    """Flow XO gave no figures."""


class KeyRefusedError(UpstreamError):
    """Flow XO refused the API key (401 or 403)."""

    permanent = True


class UpstreamBusyError(UpstreamError):
    """Flow XO asked us to wait for longer than the question's deadline."""


class UpstreamDownError(UpstreamError):
    """Flow XO could not be reached or failed in time."""


class UpstreamLateError(UpstreamDownError):
    """Flow XO did not answer within the time that the question had."""


class UpstreamNonsenseError(UpstreamError):
    """Flow XO answered something that cannot be trusted."""
