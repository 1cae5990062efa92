"""Indsigt on paper: everything the store holds about a citizen, in the language of the window."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from desktop_app.application.give_access import AccessItem, AccessRow, AccessSection, AccessUse, ToldAccess
from desktop_app.documents.page_flow import Continuation, Strip
from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.paper import titled
from desktop_app.documents.parts import Content, Said
from desktop_app.documents.pdf_a import Description
from desktop_app.documents.set_paper import SetPaper, language_of_window
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.styles import BODY, CELL, MM, SMALL
from desktop_app.documents.tables import Column, LabelledValue, TableRow, set_columns, set_values
from desktop_app.documents.text_strips import group_heading, paragraph, subheading
from desktop_app.documents.typesetting import Piece
from desktop_app.translation import _, _p, long_date

_ROOM_FOR_ROWS = 30 * MM
"""A heading begins no lower than this over the foot: it does not stand alone."""

_DAY, _PURPOSE, _TIMES = 42 * MM, 108 * MM, 20 * MM


def print_access(told: ToldAccess) -> bytes:
    """Return the paper as PDF/A-2a. What is told alike gives equal bytes."""
    return set_access(told).as_pdf()


def set_access(told: ToldAccess) -> SetPaper:
    """Return the paper, ready to be drawn."""
    structure = Structure()
    root = structure.root
    strips = titled(_("Access to your data"), told.citizen, root)
    strips += paragraph(told.intro, BODY, root.add("P"), space_before=3 * MM)
    strips += chain.from_iterable(_section(section, root) for section in told.sections)
    strips += _uses(told, root)
    title = _("Access, case {number}").format(number=told.case_number)
    description = Description(
        title=title, author=told.municipality.name, language=language_of_window(), dated_on=told.on
    )
    return SetPaper(
        strips=strips,
        structure=structure,
        frame=_frame(told),
        description=description,
        goes_on=_("continued"),
    )


def _frame(told: ToldAccess) -> PageFrame:
    return PageFrame(
        sender=told.municipality.name,
        department=told.municipality.team,
        case=[Piece(_("Case no. {number}").format(number=told.case_number))],
        version=long_date(told.on),
        document=[
            Piece(_("Access to your data")),
            Piece(" · "),
            Piece(told.citizen.name),
            Piece(" · "),
            Piece(_("Confidential – holds personal data")),
        ],
        control=_("As it stood on {date}").format(date=long_date(told.on)),
        chips=[_("EXAMPLE DATA")] if told.municipality.fictional else [],
        page_number=_("Page {number} of {count}"),
        logo=told.municipality.logo,
    )


def _section(section: AccessSection, root: Element) -> list[Strip]:
    element = root.add("Sect")
    strips = [group_heading(element, section.title, "", _ROOM_FOR_ROWS)]
    if section.text:
        strips += _going_on(paragraph(section.text, BODY, element.add("P"), space_before=1 * MM), section.title)
    for item in section.items:
        strips += _item(item, element, section.title)
    return strips


def _item(item: AccessItem, section: Element, name: str) -> list[Strip]:
    rows = [LabelledValue(row.label, _contents(row)) for row in item.rows]
    heading = _going_on([subheading(section, item.title)], name)
    return [*heading, *set_values(section, name, rows)]


def _contents(row: AccessRow) -> list[Content]:
    return [Said(row.text), *(Said(was, SMALL) for was in row.earlier)]


def _uses(told: ToldAccess, root: Element) -> list[Strip]:
    title = _("What the data was used for")
    element = root.add("Sect")
    strips = [group_heading(element, title, "", _ROOM_FOR_ROWS)]
    strips += _going_on(paragraph(told.uses_intro, BODY, element.add("P"), space_before=1 * MM), title)
    if not told.uses:
        return strips + _going_on(paragraph(_("Nothing yet."), BODY, element.add("P"), space_before=1 * MM), title)
    columns = (
        Column(_("Date"), _DAY),
        Column(_p("of access", "For what"), _PURPOSE),
        Column(_p("of access", "Times"), _TIMES),
    )
    return strips + set_columns(element, title, columns, [_row(use) for use in told.uses])


def _row(use: AccessUse) -> TableRow:
    return TableRow([[Said(text, CELL)] for text in (use.day, use.purpose, str(use.times))])


def _going_on(strips: Sequence[Strip], name: str) -> list[Strip]:
    goes_on = Continuation(section=name, is_ruled=False)
    return [replace(strip, continuation=goes_on) for strip in strips]
