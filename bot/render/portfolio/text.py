"""A Portfolio in a terminal: the same story, no colours; names can steer nothing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.portfolio import Portfolio
from bot.render.plan import Shown
from bot.render.portfolio.story import PortfolioStory, tell
from bot.render.untrusted import clean


def portfolio_to_terminal(portfolio: Portfolio, shown: Shown | None = None) -> str:
    """The whole answer, without a line break at its end."""
    story = tell(portfolio, shown or Shown(command="flowxo-bot ask", direct=True))
    parts = [
        [story.headline, story.dates],
        [words.line for words in story.figures],
        [account.line for account in story.accounts if account.line],
        *_lists(story),
        story.picture.points if story.picture is not None else (),
        [*story.notes, story.context],
    ]
    return "\n\n".join("\n".join(map(clean, part)) for part in parts if part)


def _lists(story: PortfolioStory) -> Iterable[tuple[str, ...]]:
    for account in story.accounts:
        for group in account.lists:
            title = (group.words.title,) if group.words.title else ()
            yield (*title, *group.lines)
