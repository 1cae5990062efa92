"""The numbered sections of the plan and of the papers beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from desktop_app.documents.page_flow import Strip
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.text_strips import section_heading, with_part_mark


class Filling(Protocol):
    """Sets the content of a section."""

    def __call__(self, section: Element, name: str) -> list[Strip]:
        """Return the strips under the heading; `name` is number and title, for where the section goes on."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section before it has its number; `needs` is the height that must be left on the page for it to begin there.

    `in_contract` marks a section that belongs to one part of the plan as a whole: the contract, or the plan around it.
    """

    title: str
    fill: Filling
    needs: float = 0.0
    remark: str | None = None
    in_contract: bool | None = None


def set_section(section: Section, number: int, structure: Structure) -> list[Strip]:
    """Return a section under its number and title."""
    element = structure.root.add("Sect")
    heading = section_heading(element, number, section.title, section.remark, section.needs)
    if section.in_contract is not None:
        heading = with_part_mark(heading, element, in_contract=section.in_contract)
    return [heading, *section.fill(element, f"{number} {section.title}")]


def set_sections(sections: Iterable[Section | None], structure: Structure) -> list[Strip]:
    """Return the sections there are, numbered from 1."""
    strips: list[Strip] = []
    for number, section in enumerate(filter(None, sections), start=1):
        strips += set_section(section, number, structure)
    return strips
