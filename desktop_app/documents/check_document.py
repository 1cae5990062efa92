"""The spot check of the log on paper, to write on and sign: cases by their numbers, and no citizen named."""

from dataclasses import dataclass

from desktop_app.application.check_use import ToldCheck, ToldUse
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.parts import Arrangement, CheckBox, Content, Said, WritingField
from desktop_app.documents.pdf_a import Description
from desktop_app.documents.set_paper import SetPaper, language_of_window
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.styles import BODY, CELL, CELL_STRONG, COLUMN_GAP, MM, PURPOSE, SMALL, TEXT_WIDTH, TITLE
from desktop_app.documents.tables import Column, TableRow, set_columns
from desktop_app.documents.text_strips import group_heading, paragraph
from desktop_app.documents.typesetting import Piece
from desktop_app.translation import _, long_date

_ROOM_FOR_ROWS = 40 * MM
_WIDTHS = tuple(width * MM for width in (44, 40, 46, 40))
_ROOM_TO_WRITE, _ROOM_TO_SIGN = 9 * MM, 16 * MM
_WRITING_LINES = 3


def print_uses(told: ToldCheck) -> bytes:
    """Return the paper as PDF/A-2a. What is told alike gives equal bytes."""
    return set_uses(told).as_pdf()


def set_uses(told: ToldCheck) -> SetPaper:
    """Return the paper, ready to be drawn."""
    structure = Structure()
    return SetPaper(
        strips=_story(told, structure.root),
        structure=structure,
        frame=_frame(told),
        description=Description(
            title=f"{_('Spot check of the log')} {told.on.isoformat()}",
            author=told.municipality.name,
            language=language_of_window(),
            dated_on=told.on,
        ),
        goes_on=_("continued"),
    )


@dataclass(frozen=True, slots=True)
class _Tick:
    """A word behind a box to tick with a pen."""

    word: str

    def set(self, width: float, parent: Element) -> CheckBox:
        """Set the word in what the box leaves."""
        return CheckBox.make(self.word, width, parent)


def _frame(told: ToldCheck) -> PageFrame:
    return PageFrame(
        sender=told.municipality.name,
        department=told.municipality.team,
        case=[Piece(_("Spot check of the log"))],
        version=long_date(told.on),
        document=[Piece(f"{_('Spot check of the log')} · "), Piece(_("Confidential – holds personal data"))],
        control=_("As it stood on {date}").format(date=long_date(told.on)),
        chips=[_("EXAMPLE DATA")] if told.municipality.fictional else [],
        page_number=_("Page {number} of {count}"),
        logo=told.municipality.logo,
    )


def _story(told: ToldCheck, root: Element) -> list[Strip]:
    why = _(
        "The uses were drawn from the log by chance; what deserves a look is drawn more often. Compare each with the"
        " work that was done that day, and ask whoever did it where it does not explain itself."
    )
    strips = paragraph(_("Spot check of the log"), TITLE, root.add("H1"))
    strips += paragraph(told.choice, PURPOSE, root.add("P"), space_before=1 * MM)
    strips += paragraph(why, BODY, root.add("P"), space_before=2 * MM)
    if told.uses:
        section = root.add("Sect")
        title = _("Uses to look at")
        heads = (_("When and who"), _("What"), _("Case and reason"), _("Found"))
        columns = [Column(head, width) for head, width in zip(heads, _WIDTHS, strict=True)]
        strips.append(group_heading(section, title, str(len(told.uses)), _ROOM_FOR_ROWS))
        strips += set_columns(section, title, columns, [_row(use) for use in told.uses])
    return [*strips, _signing(told, root)]


def _row(use: ToldUse) -> TableRow:
    found: list[Content] = (
        [Said(use.verdict, CELL)] if use.verdict else [_Tick(_("In order")), _Tick(_("To be looked into"))]
    )
    cells: list[list[Content]] = [
        [Said(use.when, CELL), Said(use.who, CELL_STRONG)],
        [Said(use.what, CELL), Said(_("Log entry {number}").format(number=use.number), SMALL)],
        [Said(use.case, CELL), Said(use.why, SMALL)],
        found,
    ]
    return TableRow(cells)


def _signing(told: ToldCheck, root: Element) -> Strip:
    section = root.add("Sect")
    drawing = Arrangement()
    down = drawing.put(Said(told.anchor, BODY).set(TEXT_WIDTH, section))
    for line in range(_WRITING_LINES):
        caption = _("What is done about what was found") if line == 0 else ""
        down = drawing.put(WritingField(caption, TEXT_WIDTH, _ROOM_TO_WRITE, section.add("P")), 0, down)
    width = (TEXT_WIDTH - COLUMN_GAP) / 2
    for column, caption in enumerate((_("Date and signature of who checked"), _("Date and signature of who leads"))):
        field = WritingField(caption, width, _ROOM_TO_SIGN, section.add("P"))
        bottom = drawing.put(field, column * (width + COLUMN_GAP), down)
    return Strip(height=bottom, draw=drawing, space_before=6 * MM)
