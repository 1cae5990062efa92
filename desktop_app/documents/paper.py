"""What every paper beside the plan has in common: the citizen's name at the top, its frame, what its file says."""

from collections.abc import Sequence
from datetime import date

from desktop_app.documents.danish_words import long_date
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.parts import Arrangement, Rule
from desktop_app.documents.pdf_a import Description
from desktop_app.documents.plan_document import KLE_NUMBER
from desktop_app.documents.plan_opening import name_in_both_scripts
from desktop_app.documents.set_paper import LANGUAGE, SetPaper
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.styles import HAIRLINE, MM, NAME, TEXT_WIDTH, TITLE
from desktop_app.documents.tables import LabelledValue, set_values
from desktop_app.documents.text_strips import paragraph
from desktop_app.documents.typesetting import Piece
from desktop_app.domain.plan_snapshot import PrintedCitizen, PrintedMunicipality

CONFIDENTIAL = "Fortroligt – indeholder personoplysninger"
EXAMPLE_DATA = "EKSEMPELDATA"


def titled(title: str, citizen: PrintedCitizen, root: Element) -> list[Strip]:
    """Return the title of a paper and the citizen's name under it, in both scripts."""
    strips = paragraph(title, TITLE, root.add("H1"))
    return strips + paragraph(name_in_both_scripts(citizen), NAME, root.add("P"), space_before=2)


def ruled_facts(root: Element, rows: Sequence[LabelledValue]) -> list[Strip]:
    """Return the facts under the name, below a rule."""
    drawing = Arrangement()
    drawing.put(Rule(TEXT_WIDTH, HAIRLINE))
    return [Strip(height=0.0, draw=drawing, space_before=2.5 * MM, keeps_next=True), *set_values(root, "", rows)]


def paper_frame(
    title: str,
    citizen: PrintedCitizen,
    municipality: PrintedMunicipality,
    *,
    case_number: str,
    version: str,
    printed_on: date,
    fictional: bool,
) -> PageFrame:
    """Return the frame of a paper of the case."""
    return PageFrame(
        sender=municipality.name,
        department=municipality.team,
        case=[Piece("Sagsnr. "), Piece(case_number), Piece(f" · KLE {KLE_NUMBER}")],
        version=version,
        document=[Piece(f"{title} · "), Piece(citizen.name), Piece(f" · {CONFIDENTIAL}")],
        control=f"Udskrevet den {long_date(printed_on)}",
        chips=[EXAMPLE_DATA] if fictional else [],
        logo=municipality.logo,
    )


def set_paper(
    strips: Sequence[Strip], structure: Structure, frame: PageFrame, *, title: str, author: str, dated_on: date
) -> SetPaper:
    """Return a Danish paper of these strips."""
    description = Description(title=title, author=author, language=LANGUAGE, dated_on=dated_on)
    return SetPaper(strips=strips, structure=structure, frame=frame, description=description)
