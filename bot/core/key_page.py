"""What the page on which a key is typed and whoever knows its links tell each other; data only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """What an open link is for: the account's name ("" where it has none yet), a workspace, and
    whether a key is replaced.
    """

    account: str
    workspace: str
    replaces: bool = False

    @property
    def asks_name(self) -> bool:
        """Whether the account's name is typed there too."""
        return not (self.account or self.replaces)


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a key: saved, or why not; `fault` is for people, "" when it was saved.

    `names` says that the fault is the name's, not the key's.
    """

    saved: bool
    fault: str = ""
    names: bool = False
