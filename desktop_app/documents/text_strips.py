"""Strips of running text: headings of sections and paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.documents.page_flow import Drawing, Strip
from desktop_app.documents.parts import CHIP_SIZE, Arrangement, PlanPartMark, Rule, Text, TextPart
from desktop_app.documents.pen import Pen
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import (
    MARGIN,
    MM,
    REMARK,
    SECTION,
    SECTION_RULE,
    SUBHEADING,
    TEXT_WIDTH,
    Style,
    Weight,
)
from desktop_app.documents.typesetting import Piece, set_line, set_text

KEPT_WHOLE = 6
"""A paragraph of so many lines is not broken over pages."""

_NUMBER_WIDTH = 8 * MM
_NUMBER_GAP = 3.5 * MM
_PART_COLUMN = 161 * MM
_RULE_TO_HEADING = 2.2 * MM
_UNDER_HEADING = 1 * MM
_ABOVE_SECTION = 5 * MM


@dataclass(frozen=True, slots=True)
class _SectionHeading:
    number: int
    title: str
    heading: Element
    remark: str | None
    remark_element: Element | None

    def __call__(self, pen: Pen, top: float) -> None:
        baseline = top - _RULE_TO_HEADING - SECTION.size
        with pen.artifact():
            pen.rule(MARGIN, top, MARGIN + TEXT_WIDTH, top, SECTION_RULE)
        with pen.tagged(self.heading):
            number = set_line(str(self.number), SECTION)
            pen.write(number.with_space(), MARGIN, baseline)
            pen.write(set_line(self.title, SECTION), MARGIN + max(_NUMBER_WIDTH, number.width + _NUMBER_GAP), baseline)
        if self.remark and self.remark_element:
            line = set_line(self.remark, REMARK)
            with pen.tagged(self.remark_element):
                pen.write(line, MARGIN + TEXT_WIDTH - line.width, baseline)


@dataclass(frozen=True, slots=True)
class _MarkedHeading:
    heading: Drawing
    mark: PlanPartMark

    def __call__(self, pen: Pen, top: float) -> None:
        self.heading(pen, top)
        baseline = top - _RULE_TO_HEADING - SECTION.size
        self.mark.draw(pen, MARGIN + _PART_COLUMN, baseline + self.mark.ascent)


def section_heading(section: Element, number: int, title: str, remark: str | None, needs: float) -> Strip:
    """Return the heading of a numbered section under its rule, a remark at the right; `needs` as in `Strip`."""
    heading = section.add("H2")
    drawing = _SectionHeading(number, title, heading, remark, section.add("P") if remark else None)
    return Strip(
        height=_RULE_TO_HEADING + SECTION.leading + _UNDER_HEADING,
        draw=drawing,
        space_before=_ABOVE_SECTION,
        needs=needs,
        keeps_next=True,
    )


def with_part_mark(heading: Strip, section: Element, *, in_contract: bool) -> Strip:
    """Return the heading of a section with the mark of the contract part or the plan part at its right."""
    mark = PlanPartMark("K" if in_contract else "P", in_contract).set(CHIP_SIZE[0], section)
    return replace(heading, draw=_MarkedHeading(heading.draw, mark))


def group_heading(section: Element, title: str, remark: str, needs: float) -> Strip:
    """Return the heading of a group without a number under its rule, a remark after it; `needs` as in `Strip`."""
    words = TextPart(
        set_text([Piece(f"{title} "), Piece(remark, Weight.REGULAR)], SECTION, TEXT_WIDTH),
        SECTION,
        TEXT_WIDTH,
        section.add("H2"),
    )
    drawing = Arrangement()
    drawing.put(Rule(TEXT_WIDTH, SECTION_RULE))
    height = drawing.put(words, down=_RULE_TO_HEADING) + _UNDER_HEADING
    return Strip(height=height, draw=drawing, space_before=_ABOVE_SECTION, needs=needs, keeps_next=True)


def subheading(section: Element, words: str, role: str = "H3") -> Strip:
    """Return a heading within a section; on a paper without sections it is one of the second level."""
    part = TextPart(set_text(words, SUBHEADING, TEXT_WIDTH), SUBHEADING, TEXT_WIDTH, section.add(role))
    drawing = Arrangement()
    height = drawing.put(part) + 1.5 * MM
    return Strip(height=height, draw=drawing, space_before=4 * MM, keeps_next=True)


def paragraph(text: Text, style: Style, element: Element, *, space_before: float = 0.0) -> list[Strip]:
    """Return a paragraph across the page: whole when short, line by line when long."""
    lines = set_text(text, style, TEXT_WIDTH)
    part = TextPart(lines, style, TEXT_WIDTH, element)
    pieces: Sequence[TextPart] = [part] if len(lines) <= KEPT_WHOLE else part.split()
    strips = []
    for number, piece in enumerate(pieces):
        drawing = Arrangement()
        height = drawing.put(piece)
        strips.append(Strip(height=height, draw=drawing, space_before=0.0 if number else space_before))
    return strips
