"""The cover note of the declaration on paper, in Danish; the declaration itself is the ministry's form."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.application.print_declaration_note import DeclarationNote
from desktop_app.documents.danish_words import language, long_date
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.paper import paper_frame, ruled_facts, set_paper, titled
from desktop_app.documents.parts import Arrangement, CheckBox, Said, Text, WritingField
from desktop_app.documents.plan_opening import TITLE_OF_PLAN
from desktop_app.documents.plan_parties import cpr_of, listed
from desktop_app.documents.plan_section import Section, set_sections
from desktop_app.documents.plan_texts import UNAPPROVED
from desktop_app.documents.set_paper import SetPaper
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.styles import COLUMN_GAP, KEY_FACT, MM, TEXT_WIDTH
from desktop_app.documents.tables import LabelledValue, set_values

TITLE_OF_NOTE = "Følgeseddel til erklæring"

_NO_TEXT = "Brug ministeriets egen blanket. Den er ikke gengivet her."
_ROOM_TO_SIGN = 18 * MM
_ROOM_FOR_DATE = 18 * MM
_BETWEEN_BOXES = 2 * MM


def print_note(note: DeclarationNote) -> bytes:
    """Return the note as PDF/A-2a. Equal notes give equal bytes."""
    return set_note(note).as_pdf()


def set_note(note: DeclarationNote) -> SetPaper:
    """Return the note, ready to be drawn."""
    structure = Structure()
    strips = titled(TITLE_OF_NOTE, note.citizen, structure.root)
    strips += ruled_facts(structure.root, [LabelledValue(label, [Said(text)]) for label, text in _facts(note)])
    remark = None if note.declaration is None or note.declaration.approved else UNAPPROVED
    sections = (
        Section(title="Erklæringen", fill=_Declaration(note, remark), remark=remark),
        Section(title="Gennemgået og udleveret", fill=_Boxes(note)),
        Section(title="For kommunen", fill=_Signature()),
    )
    strips += set_sections(sections, structure)
    frame = paper_frame(
        TITLE_OF_NOTE,
        note.citizen,
        note.municipality,
        case_number=note.case_number,
        version=_plan(note),
        printed_on=note.printed_on,
        fictional=note.fictional,
    )
    name = f"{TITLE_OF_NOTE}, sagsnr. {note.case_number}"
    return set_paper(strips, structure, frame, title=name, author=note.municipality.name, dated_on=note.printed_on)


def _plan(note: DeclarationNote) -> str:
    if note.plan_number is None:
        return "Kontrakten er ikke begyndt"
    return f"Hører til {TITLE_OF_PLAN.lower()}, version {note.plan_number}"


def _facts(note: DeclarationNote) -> Iterator[tuple[str, Text]]:
    yield "CPR-nummer", cpr_of(note.citizen)
    if note.plan_number is None:
        yield "Kontrakt", "Der er ikke begyndt en kontrakt på sagen endnu."
    elif note.plan_signed_on:
        yield "Kontrakt", f"{TITLE_OF_PLAN}, version {note.plan_number}, af {long_date(note.plan_signed_on)}"
    else:
        yield "Kontrakt", f"{TITLE_OF_PLAN}, version {note.plan_number}, ikke underskrevet endnu"
    yield "Sagsbehandler", listed(note.caseworker, note.municipality.team)


@dataclass(frozen=True, slots=True)
class _Declaration:
    note: DeclarationNote
    remark: str | None

    def __call__(self, section: Element, name: str) -> list[Strip]:
        text = self.note.declaration
        rows = []
        if text:
            rows.append(LabelledValue("Hvilken", [Said(text.heading, KEY_FACT), Said(text.text.strip())], self.remark))
        rows.append(LabelledValue("Blanketten", [Said(_NO_TEXT)]))
        signed_on = self.note.signed_on
        rows.append(LabelledValue("Underskrevet", [Said(_day(long_date(signed_on) if signed_on else None))]))
        return set_values(section, name, rows)


def _day(signed: str | None) -> str:
    return f"Den {signed}" if signed else "Datoen er ikke registreret. Skriv den her: ____________________"


@dataclass(frozen=True, slots=True)
class _Boxes:
    note: DeclarationNote

    def __call__(self, section: Element, name: str) -> list[Strip]:
        del name
        strips = []
        for sentence in self._sentences():
            drawing = Arrangement()
            height = drawing.put(CheckBox.make(sentence, TEXT_WIDTH, section))
            strips.append(Strip(height=height, draw=drawing, space_before=_BETWEEN_BOXES))
        return strips

    def _sentences(self) -> Iterator[str]:
        yield "Den underskrevne erklæring er vedlagt (bilag 1)."
        spoken = self.note.interpreter_language
        if spoken:
            yield f"Borgeren har fået erklæringen læst op på {language(spoken)} med tolk og har forstået den."
        else:
            yield "Borgeren har læst erklæringen og har forstået den."
        yield "Borgeren har fået en kopi af erklæringen."
        yield "Borgeren ønsker ikke at underskrive. Begrundelsen står på sagen."


@dataclass(frozen=True, slots=True)
class _Signature:
    def __call__(self, section: Element, name: str) -> list[Strip]:
        del name
        drawing = Arrangement()
        width = (TEXT_WIDTH - 2 * COLUMN_GAP) / 3
        wide = 2 * width + COLUMN_GAP
        drawing.put(WritingField("Dato", width, _ROOM_FOR_DATE, section.add("P")))
        field = WritingField("Navn og underskrift", wide, _ROOM_TO_SIGN, section.add("P"))
        height = drawing.put(field, width + COLUMN_GAP)
        return [Strip(height=height, draw=drawing)]
