"""The Home tab: for now the help with its buttons; plain dicts, since the SDK drops what it
does not know. Publishes nothing.
"""

from __future__ import annotations

from bot.core.sentences import say, told
from bot.render.blocks import Block, context, header, rich_lines
from bot.render.help import help_buttons, help_lines
from bot.render.plan import Shown


def home_view(shown: Shown, notice: str = "") -> Block:
    """The view for views.publish; `notice` is what needs the reader first (a broken key)."""
    blocks: list[Block] = [header(told(say("home.title"), shown.language))]
    if notice:
        blocks.append(rich_lines([[(notice, "bold")]]))
    blocks.append(rich_lines(help_lines(None, shown)))
    buttons = help_buttons(None, shown.language)
    blocks += [buttons] if buttons else []
    blocks.append(context(told(say("home.private"), shown.language)))
    return {"type": "home", "blocks": blocks}
