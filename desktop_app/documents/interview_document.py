"""The sheet of the first interview on paper, in Danish: nine short sections with room to write by hand.

What is known stands there already. Each question can be answered with "not discussed" or "does not wish to say", so
that an empty field means something.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.application.print_interview import InterviewSheet
from desktop_app.documents.danish_words import country, enumerated, language, long_date, sentence_start
from desktop_app.documents.page_flow import Continuation, Strip
from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.paper import CONFIDENTIAL, EXAMPLE_DATA, set_paper
from desktop_app.documents.parts import Arrangement, CheckBox, Rule, Said, Text
from desktop_app.documents.plan_document import KLE_NUMBER
from desktop_app.documents.plan_opening import name_in_both_scripts
from desktop_app.documents.plan_parties import address_of, cpr_of, listed
from desktop_app.documents.plan_section import Section, set_sections
from desktop_app.documents.set_paper import SetPaper
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.styles import COLUMN_GAP, HAIRLINE, LABEL, MM, NAME, SMALL, TEXT_WIDTH, TITLE
from desktop_app.documents.tables import LabelledValue, set_values
from desktop_app.documents.text_strips import paragraph
from desktop_app.documents.typesetting import Piece

TITLE_OF_SHEET = "Samtaleark til modtagesamtalen"
TITLE_OF_FORM = "Modtagesamtale, tomt skema"

_TO_WRITE = "_" * 44
_LINE = 8.5 * MM
_OPEN = ("Ikke drøftet", "Ønsker ikke at oplyse")
_SENSITIVE = "Følsomme oplysninger – skriv kun det nødvendige"
_ABOVE = 3 * MM
_NEEDED = 45 * MM


@dataclass(frozen=True, slots=True)
class _Question:
    """A question with so many lines to write on, and sentences to tick, side by side."""

    words: str
    hint: str = ""
    lines: int = 2
    boxes: tuple[str, ...] = _OPEN


_TALK = (
    _Question("Dato, klokkeslæt og sted", lines=1, boxes=()),
    _Question("Til stede", lines=1, boxes=()),
    _Question("Tolk", "Navn eller tolkenummer og bureau", 1, ("Fremmøde", "Video", "Telefon")),
    _Question("", lines=0, boxes=("Tolken er gjort bekendt med sin tavshedspligt",)),
)
_FAMILY = (
    _Question("Hvem bor du sammen med?", "Navne og alder, også børn"),
    _Question("Hvordan går det med børnene?", "Dagtilbud, skole og fritid"),
    _Question("Har du familie andre steder?", lines=1),
)
_HOUSING = (_Question("Hvordan bor du, og hvad har du brug for?", "Midlertidig eller fast bolig"),)
_EDUCATION = (
    _Question("Hvilken skole og uddannelse har du?", "Land, fag, hvor mange år og om den er afsluttet"),
    _Question("Har du papirer på uddannelsen?", "Kan sendes til vurdering", 1),
)
_WORK = (
    _Question("Hvad har du arbejdet med?", "Stilling, branche og hvor længe"),
    _Question("Hvad er du god til, også uden for arbejdet?"),
    _Question("Hvad vil du gerne arbejde med i Danmark?", "Også på kort sigt, mens du lærer dansk"),
)
_LANGUAGES = (
    _Question("Hvilke sprog taler, læser og skriver du?", "Også hvilket alfabet"),
    _Question("Kan du noget dansk eller engelsk?", "Og kan du bruge telefon og computer?", 1),
)
_HEALTH = (
    _Question("Er der noget i dit helbred, vi skal tage hensyn til?"),
    _Question("", lines=0, boxes=("Vurdering af helbred tilbudt", "Borgeren har sagt ja", "Borgeren har sagt nej")),
    _Question("", lines=0, boxes=("Borgeren har givet samtykke til, at oplysninger om helbred deles",)),
)
_WISHES = (
    _Question("Hvad vil du gerne nå?", "Arbejde, uddannelse, dansk, familie og hverdag", 3),
    _Question("Det har vi aftalt", "Hvad, hvem og hvornår", 3, ()),
    _Question("Dato, navn og underskrift på den, der har skrevet", lines=1, boxes=()),
)


def print_interview_sheet(sheet: InterviewSheet) -> bytes:
    """Return the sheet as PDF/A-2a. Equal sheets give equal bytes."""
    return set_interview_sheet(sheet).as_pdf()


def set_interview_sheet(sheet: InterviewSheet) -> SetPaper:
    """Return the sheet, ready to be drawn."""
    structure = Structure()
    title = TITLE_OF_SHEET if sheet.citizen else TITLE_OF_FORM
    strips = paragraph(title, TITLE, structure.root.add("H1"))
    if sheet.citizen:
        strips += paragraph(name_in_both_scripts(sheet.citizen), NAME, structure.root.add("P"), space_before=2)
    strips += set_sections(_sections(sheet), structure)
    number = f", sagsnr. {sheet.case_number}" if sheet.case_number else ""
    return set_paper(
        strips,
        structure,
        _frame(sheet, title),
        title=f"{title}{number}",
        author=sheet.municipality.name,
        dated_on=sheet.printed_on,
    )


def _frame(sheet: InterviewSheet, title: str) -> PageFrame:
    name = [Piece(sheet.citizen.name), Piece(" · ")] if sheet.citizen else []
    number = [Piece("Sagsnr. "), Piece(sheet.case_number or "____________")]
    return PageFrame(
        sender=sheet.municipality.name,
        department=sheet.municipality.team,
        case=[*number, Piece(f" · KLE {KLE_NUMBER}")],
        version="Modtagesamtale",
        document=[Piece(f"{title} · "), *name, Piece(CONFIDENTIAL)],
        control=f"Udskrevet den {long_date(sheet.printed_on)}",
        chips=[EXAMPLE_DATA] if sheet.fictional else [],
        logo=sheet.municipality.logo,
    )


def _sections(sheet: InterviewSheet) -> Iterator[Section]:
    yield _section("Samtalen", (), _TALK)
    yield _section("Person", tuple(_person(sheet)), ())
    family: tuple[tuple[str, Text], ...] = (("Husstanden", _family(sheet)),) if sheet.family else ()
    yield _section("Familie og børn", family, _FAMILY)
    yield _section("Bolig", (), _HOUSING)
    yield _section("Uddannelse", (), _EDUCATION)
    yield _section("Arbejde og erfaring", (), _WORK)
    yield _section("Sprog", tuple(_spoken(sheet)), _LANGUAGES)
    yield _section("Helbred og trivsel", (), _HEALTH, _SENSITIVE)
    yield _section("Ønsker, mål og aftaler", (), _WISHES)


def _section(
    title: str, known: tuple[tuple[str, Text], ...], questions: Sequence[_Question], remark: str | None = None
) -> Section:
    return Section(title=title, fill=_Form(known, questions), needs=_NEEDED, remark=remark)


def _person(sheet: InterviewSheet) -> Iterator[tuple[str, Text]]:
    citizen = sheet.citizen
    yield "Navn", name_in_both_scripts(citizen) if citizen else _TO_WRITE
    yield "CPR-nummer eller født", cpr_of(citizen) if citizen and (citizen.cpr or citizen.birth_date) else _TO_WRITE
    yield "Statsborgerskab", country(citizen.nationality) if citizen and citizen.nationality else _TO_WRITE
    has_address = citizen and (citizen.protected_address or citizen.address or citizen.city)
    yield "Adresse", address_of(citizen) if citizen and has_address else _TO_WRITE
    yield "Telefon", sheet.phone.strip() or _TO_WRITE
    yield "Kommunens ansvar fra", long_date(sheet.takeover_on) if sheet.takeover_on else _TO_WRITE
    yield "Sagsbehandler", sheet.caseworker.strip() or _TO_WRITE


def _family(sheet: InterviewSheet) -> list[Piece]:
    return listed(*sheet.family)


def _spoken(sheet: InterviewSheet) -> Iterator[tuple[str, Text]]:
    citizen = sheet.citizen
    if citizen and citizen.interpreter_language:
        yield "Tolkes til", sentence_start(language(citizen.interpreter_language))
    if citizen and citizen.languages:
        yield "Taler", sentence_start(enumerated([language(tag) for tag in citizen.languages]))


@dataclass(frozen=True, slots=True)
class _Form:
    known: tuple[tuple[str, Text], ...]
    questions: Sequence[_Question]

    def __call__(self, section: Element, name: str) -> list[Strip]:
        rows = [LabelledValue(label, [Said(text)]) for label, text in self.known]
        strips = set_values(section, name, rows) if rows else []
        continuation = Continuation(section=name, is_ruled=False)
        return strips + [_question(one, section, continuation) for one in self.questions]


def _question(question: _Question, section: Element, continuation: Continuation) -> Strip:
    drawing = Arrangement()
    down = 0.0
    if question.words:
        down = drawing.put(Said(question.words, LABEL).set(TEXT_WIDTH, section))
    if question.hint:
        down = drawing.put(Said(question.hint, SMALL).set(TEXT_WIDTH, section), 0, down)
    for _line in range(question.lines):
        down += _LINE
        drawing.put(Rule(TEXT_WIDTH, HAIRLINE), 0, down)
    if question.boxes:
        count = len(question.boxes)
        width = (TEXT_WIDTH - (count - 1) * COLUMN_GAP) / max(count, 2) if count > 1 else TEXT_WIDTH
        top = down + (1.5 * MM if question.lines else 0.0)
        for place, sentence in enumerate(question.boxes):
            box = CheckBox.make(sentence, width, section)
            down = max(down, drawing.put(box, place * (width + COLUMN_GAP), top))
    return Strip(height=down, draw=drawing, space_before=_ABOVE, continuation=continuation)
