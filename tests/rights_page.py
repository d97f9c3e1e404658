"""docs/rights.md, made of the rights table; `python -m tests.rights_page` rewrites it."""
# ruff: noqa: E501 - lines of Markdown, as the other pages have them

from __future__ import annotations

from pathlib import Path

from bot.core.rights import Act, Role, Setting, Visibility, may

PAGE = Path(__file__).parents[1] / "docs" / "rights.md"
HEAD = """\
# Who may do what

Made of the table in `bot/core/rights.py` by `make rights`; a test holds the two together, and another tries every
cell of it as a real request. What the table does not allow is refused, with the reason, and the refusal names no
account that the person may not know of.

- Who somebody is, is Slack's to say (`users.info`): whoever asks is looked up again after ten minutes, and at once when
  Slack tells that something of them has changed (`user_change`). Before anything is changed Slack is asked once more.
  While it does not say, the answer is no; only who was a member within the last day may
  still ask.
- Who else is in a channel, before an answer is shared there, is remembered for a day, and forgotten when Slack tells of
  a change.
- An account's **owner** is who connected it. Whoever is no full member of the workspace is neither its owner nor an
  admin, whatever they were before.
- An account is a **workspace account**, or a **channel account**: for the channels alone whose own account it is.
- A **client channel** is for its account alone, or lets outsiders (guests, people of other companies or of other
  workspaces of the enterprise) ask about that account there, or both. Its account's owner and workspace admins make
  it one in `settings channel`. What outsiders may do they may do there and nowhere else: no answer, copy or file goes
  to their direct messages.
- A client channel gets another account only from whoever keeps the one that it is for.
- What is private stays private: answers to commands are the asker's alone until somebody who may *show* them does.
  One about all accounts is shown with the accounts that were seen in it, or not at all.
- Rights are looked at again at every press of a button, every form that is sent in and every reply in a thread.
- Workspace admins may also say who may connect accounts, and see who changed what (`audit`).

A dash means no; "workspace accounts", of these only.
"""
PLACES = {
    Setting.DIRECT: "direct messages",
    Setting.CHANNEL: "a channel of none, or of another",
    Setting.CHANNEL_OPEN: "another's channel, open to outsiders",
    Setting.OWN: "its channel",
    Setting.OWN_OPEN: "its channel, open to outsiders",
    Setting.CLOSED: "a channel of another alone",
}
KINDS = {Visibility.WORKSPACE: "workspace accounts", Visibility.CHANNELS: "channel accounts"}
_BOTH, _NEVER = "yes", "–"


def page() -> str:
    """The page as it should be."""
    parts = [HEAD]
    for act in Act:
        rows = [
            f"\n## To {act}\n",
            _line(["", *PLACES.values()]),
            _line(["---"] * (len(PLACES) + 1)),
        ]
        rows += [_line([role, *(_cell(act, role, place) for place in PLACES)]) for role in Role]
        parts += rows
    return "\n".join(parts) + "\n"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(act: Act, role: Role, place: Setting) -> str:
    """Yes, no, or which accounts it is so for."""
    found = [visible for visible in Visibility if may(act, role, visible, place)]
    if len(found) == len(Visibility):
        return _BOTH
    return KINDS[found[0]] if found else _NEVER


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
