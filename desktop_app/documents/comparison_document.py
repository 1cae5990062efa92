"""The differences between two versions of a plan on paper, in the language of the window.

What was removed is struck through and what was added underlined, and words say so too: neither lines nor letters are
told from each other by colour.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from desktop_app.application.compare_plans import ToldComparison, ToldField, ToldItem, ToldSection
from desktop_app.documents.page_flow import Continuation, Strip
from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.parts import Arrangement, TextPart
from desktop_app.documents.pdf_a import Description
from desktop_app.documents.set_paper import SetPaper, language_of_window
from desktop_app.documents.structure import Element, Line, Structure
from desktop_app.documents.styles import BODY, MM, NAME, PURPOSE, TEXT_WIDTH, TITLE, Weight
from desktop_app.documents.text_strips import group_heading, paragraph, subheading
from desktop_app.documents.typesetting import Piece, set_text
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.word_changes import WordChange
from desktop_app.translation import _, _p, long_date

_ROOM_FOR_ROWS = 30 * MM
"""A heading begins no lower than this over the foot: it does not stand alone."""

_LINES = {WordChange.ADDED: Line.UNDER, WordChange.REMOVED: Line.THROUGH, WordChange.KEPT: None}


def print_differences(told: ToldComparison, municipality: Municipality) -> bytes:
    """Return the differences as PDF/A-2a. Equal differences give equal bytes in one language."""
    return set_differences(told, municipality).as_pdf()


def set_differences(told: ToldComparison, municipality: Municipality) -> SetPaper:
    """Return the differences, ready to be drawn."""
    structure = Structure()
    title = _("Differences, case {number}, version {was} and {now}").format(
        number=told.case_number, was=told.numbers[0], now=told.numbers[1]
    )
    return SetPaper(
        strips=_story(told, structure.root),
        structure=structure,
        frame=_frame(told, municipality),
        description=Description(title=title, author=municipality.name, language=language_of_window(), dated_on=told.on),
        goes_on=_("continued"),
    )


def _frame(told: ToldComparison, municipality: Municipality) -> PageFrame:
    draft = _("DRAFT") if told.is_draft else None
    example = _("EXAMPLE DATA") if municipality.fictional else None
    return PageFrame(
        sender=municipality.name,
        department=municipality.team,
        case=[Piece(_("Case no. {number}").format(number=told.case_number))],
        version=long_date(told.on),
        document=[
            Piece(_("Differences between two versions")),
            Piece(" · "),
            Piece(told.citizen),
            Piece(" · "),
            Piece(_("Confidential – holds personal data")),
        ],
        control=_("Shows what was changed; it is not the plan itself"),
        chips=[word for word in (draft, example) if word],
        watermark=draft,
        page_number=_("Page {number} of {count}"),
        logo=municipality.logo,
    )


def _story(told: ToldComparison, root: Element) -> list[Strip]:
    strips = paragraph(_("Differences between two versions"), TITLE, root.add("H1"))
    strips += paragraph(told.citizen, NAME, root.add("P"), space_before=2)
    for label, version in ((_("Before"), told.was), (_("Now"), told.now)):
        text = [Piece(f"{label}: ", Weight.BOLD), Piece(version)]
        strips += paragraph(text, PURPOSE, root.add("P"), space_before=1 * MM)
    strips += paragraph(told.summary, BODY, root.add("P"), space_before=3 * MM)
    if told.sections:
        strips += _marked(_legend(), root.add("P"))
    return [*strips, *chain.from_iterable(_section(section, root) for section in told.sections)]


def _legend() -> list[Piece]:
    removed, added = _p("words of a plan", "removed"), _p("words of a plan", "added")
    return [
        Piece(_("Struck through:")),
        Piece(" "),
        Piece(removed, line=Line.THROUGH),
        Piece(" · "),
        Piece(_("Underlined:")),
        Piece(" "),
        Piece(added, line=Line.UNDER),
    ]


def _section(section: ToldSection, root: Element) -> list[Strip]:
    element = root.add("Sect")
    heading = group_heading(element, section.title, "", _ROOM_FOR_ROWS)
    strips: list[Strip] = []
    if section.remark:
        strips += paragraph(section.remark, BODY, element.add("P"), space_before=1 * MM)
    for item in section.items:
        strips += _item(item, element)
    goes_on = Continuation(section=section.title, is_ruled=False)
    return [heading, *(replace(strip, continuation=goes_on) for strip in strips)]


def _item(item: ToldItem, section: Element) -> list[Strip]:
    strips = [subheading(section, item.title)] if item.title else []
    return [*strips, *chain.from_iterable(_field(field, section) for field in item.fields)]


def _field(field: ToldField, section: Element) -> list[Strip]:
    label = [Piece(f"{field.label}: ", Weight.BOLD)] if field.label else []
    return _marked([*label, *(Piece(one.text, line=_LINES[one.change]) for one in field.words)], section.add("P"))


def _marked(text: Sequence[Piece], element: Element) -> list[Strip]:
    lines = set_text(text, BODY, TEXT_WIDTH)
    strips = []
    for number, line in enumerate(lines):
        drawing = Arrangement()
        height = drawing.put(TextPart([line], BODY, TEXT_WIDTH, element))
        strips.append(Strip(height=height, draw=drawing, space_before=0.0 if number else 1 * MM))
    return strips
