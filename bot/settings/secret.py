"""Secret, a text that never shows itself by accident; must not be logged through `reveal`."""

from __future__ import annotations

import hmac
from typing import NoReturn

SHOWN = "[secret]"


class Secret:
    """A token, key or password: `str`, `repr` and formatting give "[secret]".

    Only `reveal` gives the text. It compares in constant time and refuses to be pickled.
    """

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        self.__text = text

    def reveal(self) -> str:
        """The text itself, for the one call that sends it."""
        return self.__text

    def __str__(self) -> str:
        return SHOWN

    def __repr__(self) -> str:
        return f"Secret({SHOWN!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self.__text.encode(), other.__text.encode())

    def __hash__(self) -> int:
        return hash((Secret, self.__text))

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret is not written anywhere")
