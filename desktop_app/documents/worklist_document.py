"""The worklist on paper for a meeting of the team: groups, a box to tick for each task, in the language of the window.

It holds names and case numbers and nothing else of anybody: no number of CPR, no address.
"""

from dataclasses import dataclass

from desktop_app.application.copy_worklist_out import ListedGroup, ListedTask, ListedTasks
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.parts import CHECK_BOX, Content, Said
from desktop_app.documents.pdf_a import Description
from desktop_app.documents.pen import Pen
from desktop_app.documents.set_paper import SetPaper, language_of_window
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.styles import CELL, CELL_STRONG, MM, PURPOSE, TITLE
from desktop_app.documents.tables import Column, TableRow, set_columns
from desktop_app.documents.text_strips import group_heading, paragraph
from desktop_app.documents.typesetting import Piece
from desktop_app.domain.municipality import Municipality
from desktop_app.translation import _, _n, _p, full_date, long_date, short_date

_ROOM_FOR_ROWS = 40 * MM
"""A heading begins no lower than this over the foot: it does not stand alone."""

_BOX_DEPTH = 0.9
_WIDTHS = tuple(width * MM for width in (14, 48, 44, 24, 22, 18))


def print_worklist(listed: ListedTasks, municipality: Municipality) -> bytes:
    """Return the list as PDF/A-2a. Equal lists give equal bytes in one language."""
    return set_worklist(listed, municipality).as_pdf()


def set_worklist(listed: ListedTasks, municipality: Municipality) -> SetPaper:
    """Return the list, ready to be drawn."""
    structure = Structure()
    return SetPaper(
        strips=_story(listed, municipality, structure.root),
        structure=structure,
        frame=_frame(listed, municipality),
        description=Description(
            title=f"{_('Worklist')} {listed.on.isoformat()}",
            author=municipality.name,
            language=language_of_window(),
            dated_on=listed.on,
        ),
        goes_on=_("continued"),
    )


@dataclass(frozen=True, slots=True)
class _TickBox:
    """An empty box to tick with a pen, drawn, because no font here has it."""

    height: float = CELL.leading
    ascent: float = CELL.size

    def set(self, _width: float, _parent: Element) -> "_TickBox":
        """Return the box; there is nothing in it to be read."""
        return self

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it on the base line of the row."""
        with pen.artifact():
            pen.box(x + 0.4, top - self.ascent - _BOX_DEPTH, (CHECK_BOX, CHECK_BOX), _BOX_DEPTH)

    def split(self) -> "list[_TickBox]":
        """Return the box, whole."""
        return [self]


def _frame(listed: ListedTasks, municipality: Municipality) -> PageFrame:
    return PageFrame(
        sender=municipality.name,
        department=municipality.team,
        case=[Piece(_("Worklist"))],
        version=long_date(listed.on),
        document=[Piece(f"{_('Worklist')} · "), Piece(_("Confidential – holds personal data"))],
        control=_("Shred the paper after use"),
        chips=[_("EXAMPLE DATA")] if municipality.fictional else [],
        page_number=_("Page {number} of {count}"),
        logo=municipality.logo,
    )


def _story(listed: ListedTasks, municipality: Municipality, root: Element) -> list[Strip]:
    count = len(listed.tasks)
    tasks = _n("{n} task", "{n} tasks", count).format(n=count)
    heading = _("{team}, {date}").format(team=municipality.team, date=full_date(listed.on))
    strips = paragraph(_("Worklist"), TITLE, root.add("H1"))
    strips += paragraph(heading, PURPOSE, root.add("P"), space_before=1 * MM)
    strips += paragraph(f"{tasks} · {listed.choice}", CELL, root.add("P"), space_before=1 * MM)
    if not count:
        strips += paragraph(_("There are no tasks on the list."), PURPOSE, root.add("P"), space_before=8 * MM)
    for group in listed.groups:
        strips += _group(group, root)
    return strips


def _group(group: ListedGroup, root: Element) -> list[Strip]:
    section = root.add("Sect")
    heads = (_p("box on paper", "Done"), _("Task"), _("Citizen"), _("Case no."), _("At the latest"), _("Responsible"))
    columns = [Column(head, width) for head, width in zip(heads, _WIDTHS, strict=True)]
    heading = group_heading(section, group.title, str(len(group.tasks)), _ROOM_FOR_ROWS)
    return [heading, *set_columns(section, group.title, columns, [_row(task) for task in group.tasks])]


def _row(task: ListedTask) -> TableRow:
    cells: list[list[Content]] = [
        [_TickBox()],
        [Said(task.task, CELL)],
        [Said(task.citizen, CELL_STRONG)],
        [Said(task.case_number, CELL)],
        [Said(short_date(task.due_on), CELL)],
        [Said(task.caseworker, CELL)],
    ]
    return TableRow(cells)
