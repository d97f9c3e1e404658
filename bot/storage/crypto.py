"""Encrypts what is stored with the keys in ENCRYPTION_KEYS: the first encrypts, all decrypt.

Must never show a key or what it encrypts, also not in an error.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Dialect
from sqlalchemy.engine import Engine

from bot.core.sentences import say
from bot.errors import KeysError
from bot.settings import Secret

# A column's type is told the dialect alone, of which each engine has its own.
_PLACE = "flowxo_bot_keys"
ID_LENGTH = 8


class Keys:
    """The keys that there are. What they encrypt says which of them did, by its id and a dot.

    So it can be asked, without decrypting, what none of them opens and what the first did not
    encrypt.
    """

    def __init__(self, keys: Sequence[Secret]) -> None:
        texts = [key.reveal().encode("ascii") for key in keys]
        self._fernet = MultiFernet([Fernet(text) for text in texts])
        self.ids = tuple(_id(text) for text in texts)

    def encrypt(self, secret: Secret) -> str:
        """With the first key."""
        return self._named(self._fernet.encrypt(secret.reveal().encode("utf-8")))

    def decrypt(self, stored: str) -> Secret:
        """KeysError where no key opens it, or where it was changed."""
        try:
            return Secret(self._fernet.decrypt(_token(stored)).decode("utf-8"))
        except InvalidToken:
            raise _error("keys_open_nothing") from None

    def renew(self, stored: str) -> str:
        """The same encrypted with the first key; KeysError likewise."""
        try:
            return self._named(self._fernet.rotate(_token(stored)))
        except InvalidToken:
            raise _error("keys_open_nothing") from None

    def _named(self, token: bytes) -> str:
        return f"{self.ids[0]}.{token.decode('ascii')}"


def new_key() -> str:
    """A fresh key, as ENCRYPTION_KEYS takes it."""
    return Fernet.generate_key().decode("ascii")


def give_keys(engine: Engine, keys: Sequence[Secret]) -> None:
    """Let `engine` encrypt and decrypt with `keys`; with none of them it can do neither."""
    setattr(engine.dialect, _PLACE, Keys(keys) if keys else None)


def has_keys(dialect: Dialect) -> bool:
    """Whether anything can be stored encrypted."""
    return getattr(dialect, _PLACE, None) is not None


def keys_of(dialect: Dialect) -> Keys:
    """The keys that an engine was given; KeysError where it was given none."""
    keys = getattr(dialect, _PLACE, None)
    if not isinstance(keys, Keys):
        raise _error("keys_unset")
    return keys


def _token(stored: str) -> bytes:
    return stored[ID_LENGTH + 1 :].encode("ascii", "replace")


def _id(key: bytes) -> str:
    return hashlib.sha256(b"flowxo-bot key id " + key).hexdigest()[:ID_LENGTH]


def _error(key: str) -> KeysError:
    return KeysError(say(key), say(f"{key}_hint"))
