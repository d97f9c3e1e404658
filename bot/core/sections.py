"""The SECTIONS table, what a digest can hold: the parser, the modal and the message read it.

Data only, and the order in which sections stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.core.subcommands import Subcommand


class Section(StrEnum):
    """A part of a digest."""

    STATS = "stats"
    CHART = "chart"
    FLOWS = "flows"
    MESSAGES = "messages"


class Need(StrEnum):
    """What a question has to fetch for a section, beside the figures that the headline tells."""

    FIGURES = "figures"
    SERIES = "series"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One row of SECTIONS.

    `title` is the key of the sentence that names it in the modal, `subcommand` what asks for the
    same by itself, so that its words name the section too.
    """

    section: Section
    title: str
    subcommand: Subcommand
    needs: Need


# In the order in which a digest shows them.
SECTIONS: dict[Section, SectionRow] = {
    row.section: row
    for row in (
        SectionRow(Section.STATS, "section.stats", Subcommand.STATS, Need.FIGURES),
        SectionRow(Section.CHART, "section.chart", Subcommand.CHART, Need.SERIES),
        SectionRow(Section.FLOWS, "section.flows", Subcommand.FLOWS, Need.LIST),
        SectionRow(Section.MESSAGES, "section.messages", Subcommand.MESSAGES, Need.LIST),
    )
}
DEFAULT_SECTIONS: tuple[Section, ...] = tuple(SECTIONS)


def ordered(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections in the order of the table, each once."""
    chosen = set(sections)
    return tuple(section for section in SECTIONS if section in chosen)
