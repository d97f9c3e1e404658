"""The Home tab: for now the help with its buttons; plain dicts, since the SDK drops what it
does not know. Publishes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.sentences import say, told
from bot.render.blocks import Block, context, header, rich_lines
from bot.render.help import help_buttons, help_lines
from bot.render.my_digests import MyDigest, my_digests
from bot.render.plan import Shown


def home_view(shown: Shown, notice: str = "", digests: Sequence[MyDigest] = ()) -> Block:
    """The view for views.publish; `notice` is what needs the reader first (a broken key), and some
    of `digests`, which are theirs, may need them too.
    """
    blocks: list[Block] = [header(told(say("home.title"), shown.language))]
    if notice:
        blocks.append(rich_lines([[(told(notice, shown.language), "bold")]]))
    blocks += my_digests(digests, shown.language)
    blocks.append(rich_lines(help_lines(None, shown)))
    buttons = help_buttons(None, shown.language)
    blocks += [buttons] if buttons else []
    blocks.append(context(told(say("home.private"), shown.language)))
    return {"type": "home", "blocks": blocks}
