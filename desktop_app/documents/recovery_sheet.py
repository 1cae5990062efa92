"""The recovery key (nødnøgle) on one page for the team's box: large groups, what they are for, where the page belongs.

The groups are numbered, because the program names the group that was mistyped.
"""

from dataclasses import dataclass
from datetime import date

from desktop_app.documents.danish_words import long_date
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.parts import Arrangement, Rule, Said, WritingField
from desktop_app.documents.pdf_a import Description
from desktop_app.documents.set_paper import LANGUAGE, SetPaper
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.styles import (
    BODY,
    BOX_RULE,
    COLUMN_GAP,
    LABEL,
    MM,
    PURPOSE,
    SMALL,
    TEXT_WIDTH,
    TITLE,
    Style,
    Weight,
)
from desktop_app.documents.text_strips import paragraph, subheading
from desktop_app.documents.typesetting import Piece
from desktop_app.domain.logo import Logo

TITLE_OF_SHEET = "Nødnøgle til Én Plan"

_PURPOSE = "Nødnøglen åbner sagerne, hvis adgangskoden er glemt. Uden den og uden en adgangskode kan ingen redde dem."
_HOW = (
    "Start Én Plan, og vælg »Glemt adgangskoden? Brug nødnøglen« på skærmen, der beder om adgangskoden.",
    "Skriv de otte grupper i rækkefølge. Store og små bogstaver er ens. Nøglen har hverken I, L, O eller U.",
    "Vælg en ny adgangskode, og læg papiret tilbage i boksen.",
)
_WHERE = (
    "Læg papiret i teamets boks eller et andet aflåst sted. Den, der har både papiret og filen med sagerne, kan læse"
    " alle sager. Gem ikke nøglen på en computer, og tag ikke billeder af den. Er papiret blevet væk, så lav straks en"
    " ny nødnøgle under Indstillinger, Sikkerhed; så gælder den gamle ikke mere."
)
_GROUP = Style(25, 32, Weight.BOLD)
_COLUMNS = 4
_COLUMN_WIDTH = (TEXT_WIDTH - (_COLUMNS - 1) * COLUMN_GAP) / _COLUMNS
_ROOM_TO_WRITE = 9 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What the page says. `recovery_key` is the key as it was shown, its groups parted by hyphens."""

    recovery_key: str
    municipality: str
    team: str
    user: str
    store: str
    computer: str
    dated_on: date
    logo: Logo | None = None


def print_recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Return the page as PDF/A-2a. Equal sheets give equal bytes."""
    return set_recovery_sheet(sheet).as_pdf()


def set_recovery_sheet(sheet: RecoverySheet) -> SetPaper:
    """Return the page, ready to be drawn."""
    structure = Structure()
    description = Description(
        title=TITLE_OF_SHEET, author=sheet.municipality, language=LANGUAGE, dated_on=sheet.dated_on
    )
    strips = _story(sheet, structure.root)
    return SetPaper(strips=strips, structure=structure, frame=_frame(sheet), description=description)


def _frame(sheet: RecoverySheet) -> PageFrame:
    return PageFrame(
        sender=sheet.municipality,
        department=sheet.team,
        case=[Piece("Nødnøgle")],
        version=long_date(sheet.dated_on),
        document=[Piece(f"{TITLE_OF_SHEET} · Fortroligt – opbevares aflåst")],
        control="Gælder, indtil der laves en ny nødnøgle",
        logo=sheet.logo,
    )


def _story(sheet: RecoverySheet, root: Element) -> list[Strip]:
    strips = paragraph(TITLE_OF_SHEET, TITLE, root.add("H1"))
    strips += paragraph(_PURPOSE, PURPOSE, root.add("P"), space_before=3 * MM)
    strips.append(_key(sheet.recovery_key.split("-"), root))
    strips.append(subheading(root, "Sådan bruges den", "H2"))
    for number, sentence in enumerate(_HOW, start=1):
        strips.append(_numbered(number, sentence, root))
    strips.append(subheading(root, "Her skal den ligge", "H2"))
    strips += paragraph(_WHERE, BODY, root.add("P"))
    strips.append(subheading(root, "Det åbner den", "H2"))
    for label, value in (
        ("Kommune og team", f"{sheet.municipality}, {sheet.team}"),
        ("Filen med sagerne", sheet.store),
        ("Lavet", f"den {long_date(sheet.dated_on)} af {sheet.user} på computeren {sheet.computer}"),
    ):
        strips.append(_fact(label, value, root))
    strips.append(_deposit(root))
    return strips


def _key(groups: list[str], root: Element) -> Strip:
    drawing = Arrangement()
    box = root.add("Div")
    down = drawing.put(Rule(TEXT_WIDTH, BOX_RULE)) + 4 * MM
    for start in range(0, len(groups), _COLUMNS):
        lowest = down
        for column, group in enumerate(groups[start : start + _COLUMNS]):
            x = column * (_COLUMN_WIDTH + COLUMN_GAP)
            under = drawing.put(Said(f"Gruppe {start + column + 1}", SMALL).set(_COLUMN_WIDTH, box), x, down)
            lowest = max(lowest, drawing.put(Said(group, _GROUP, most=1).set(_COLUMN_WIDTH, box), x, under))
        down = lowest + 4 * MM
    down = drawing.put(Rule(TEXT_WIDTH, BOX_RULE), down=down)
    return Strip(height=down + 1 * MM, draw=drawing, space_before=7 * MM)


def _numbered(number: int, sentence: str, root: Element) -> Strip:
    indent = 6 * MM
    drawing = Arrangement()
    item = root.listing().add("LI")
    drawing.put(Said(f"{number}.", BODY).set(indent, item.add("Lbl")))
    height = drawing.put(Said(sentence, BODY).set(TEXT_WIDTH - indent, item.add("LBody")), indent)
    return Strip(height=height, draw=drawing)


def _fact(label: str, value: str, root: Element) -> Strip:
    width = 40 * MM
    drawing = Arrangement()
    pair = root.add("Div")
    left = drawing.put(Said(label, LABEL).set(width, pair), down=BODY.size - LABEL.size)
    right = drawing.put(Said(value, BODY, most=3).set(TEXT_WIDTH - width, pair), width)
    return Strip(height=max(left, right), draw=drawing)


def _deposit(root: Element) -> Strip:
    """Return lines to write on: when the paper was put in the box, and by whom."""
    width = (TEXT_WIDTH - COLUMN_GAP) / 2
    drawing = Arrangement()
    drawing.put(WritingField("Lagt i boksen den", width, _ROOM_TO_WRITE, root.add("P")))
    height = drawing.put(WritingField("Af", width, _ROOM_TO_WRITE, root.add("P")), width + COLUMN_GAP)
    return Strip(height=height, draw=drawing, space_before=6 * MM)
