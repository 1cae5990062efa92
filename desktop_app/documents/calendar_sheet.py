"""The citizen's next dates on paper, in Danish and in large type, to hang up at home."""

from dataclasses import replace

from desktop_app.application.print_calendar_sheet import CalendarSheet, SheetDate, SheetDateKind
from desktop_app.documents.danish_words import long_date
from desktop_app.documents.day_box import DAY_BOX, DayBox
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.paper import EXAMPLE_DATA, set_paper, titled
from desktop_app.documents.parts import Arrangement, Icon, Rule, Said, TextPart
from desktop_app.documents.set_paper import SetPaper
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.styles import HAIRLINE, MM, PURPOSE, TEXT_WIDTH, Style, Weight
from desktop_app.documents.text_strips import paragraph
from desktop_app.documents.typesetting import Piece, set_text

TITLE_OF_SHEET = "Dine næste datoer"

_PROMISE = "En aftale i din plan"
_LABELS = {
    SheetDateKind.TALK: "Vi mødes",
    SheetDateKind.CONTRACT_TALK: "Vi mødes",
    SheetDateKind.OTHER_TALK: "Vi mødes",
    SheetDateKind.TALK_AT_THE_LATEST: "Senest denne dag",
    SheetDateKind.ACTIVITY: "Begynder denne dag",
    SheetDateKind.OWN_PROMISE: "Det gør du, senest denne dag",
    SheetDateKind.MUNICIPALITY_PROMISE: "Det gør kommunen, senest denne dag",
    SheetDateKind.OTHERS_PROMISE: "Det gør andre, senest denne dag",
    SheetDateKind.GOAL: "Dit mål, senest denne dag",
}
_TITLES = {
    SheetDateKind.TALK: "Samtale om din plan",
    SheetDateKind.CONTRACT_TALK: "Samtale om din kontrakt",
    SheetDateKind.OTHER_TALK: "Samtale med kommunen",
    SheetDateKind.TALK_AT_THE_LATEST: "Samtale om din plan",
    SheetDateKind.ACTIVITY: "En aktivitet i din plan",
    SheetDateKind.OWN_PROMISE: _PROMISE,
    SheetDateKind.MUNICIPALITY_PROMISE: _PROMISE,
    SheetDateKind.OTHERS_PROMISE: _PROMISE,
    SheetDateKind.GOAL: "Et mål i din plan",
}
_ICONS = {
    SheetDateKind.ACTIVITY: "assignment",
    SheetDateKind.OWN_PROMISE: "person",
    SheetDateKind.MUNICIPALITY_PROMISE: "business",
    SheetDateKind.OTHERS_PROMISE: "persons",
    SheetDateKind.GOAL: "flag",
}
_TALK = "forum"
_TALKS = frozenset({SheetDateKind.TALK, SheetDateKind.CONTRACT_TALK, SheetDateKind.OTHER_TALK})
_LABEL = Style(11, 15)
_WHAT = Style(16, 21, Weight.BOLD)
_WHERE = Style(12.5, 17)
_ASKED = Style(_WHERE.size, _WHERE.leading, Weight.BOLD)
_PHONE = Style(17, 23, Weight.BOLD)
_ICON = 9 * MM
_SMALL_ICON = 6.5 * MM
_INDENT = DAY_BOX + 7 * MM
_WORDS = _INDENT + 12 * MM
_BETWEEN = 3.6 * MM
_PHONE_WIDTH = 50 * MM


def print_sheet(sheet: CalendarSheet) -> bytes:
    """Return the sheet as PDF/A-2a. Equal sheets give equal bytes."""
    return set_sheet(sheet).as_pdf()


def set_sheet(sheet: CalendarSheet) -> SetPaper:
    """Return the sheet, ready to be drawn."""
    structure = Structure()
    strips = titled(TITLE_OF_SHEET, sheet.citizen, structure.root)
    if not sheet.dates:
        text = "Der er ikke aftalt nogen datoer endnu."
        strips += paragraph(text, PURPOSE, structure.root.add("P"), space_before=6 * MM)
    for number, one in enumerate(sheet.dates):
        row = _row(one, sheet, structure.root, is_first=number == 0)
        strips.append(replace(row, keeps_next=number == len(sheet.dates) - 1))
    strips.append(_closing(sheet, structure.root))
    frame = PageFrame(
        sender=sheet.municipality.name,
        department=sheet.municipality.team,
        case=[Piece("Sagsnr. "), Piece(sheet.case_number)],
        version=f"Udskrevet den {long_date(sheet.printed_on)}",
        document=[Piece(f"{TITLE_OF_SHEET} · Hæng arket op derhjemme")],
        control="Arket er ikke en del af kontrakten",
        chips=[EXAMPLE_DATA] if sheet.fictional else [],
        logo=sheet.municipality.logo,
    )
    name = f"{TITLE_OF_SHEET}, sagsnr. {sheet.case_number}"
    return set_paper(strips, structure, frame, title=name, author=sheet.municipality.name, dated_on=sheet.printed_on)


def _row(one: SheetDate, sheet: CalendarSheet, root: Element, *, is_first: bool) -> Strip:
    section = root.add("Sect")
    drawing = Arrangement()
    drawing.put(DayBox(one.on, section.add("H2")))
    width = TEXT_WIDTH - _WORDS
    drawing.put(Icon(_ICONS.get(one.kind, _TALK), _ICON), _INDENT, 5 * MM)
    down = drawing.put(Said(_LABELS[one.kind], _LABEL).set(width, section), _WORDS)
    title = one.text.strip() or _TITLES[one.kind]
    down = drawing.put(Said(title, _WHAT, most=3).set(width, section), _WORDS, down)
    if where := _where(one, sheet):
        if one.kind is SheetDateKind.ACTIVITY:
            drawing.put(Icon("location", _SMALL_ICON), _INDENT + (_ICON - _SMALL_ICON) / 2, down + 1.2 * MM)
        down = drawing.put(Said(where, _WHERE, most=2).set(width, section), _WORDS, down + 1.5 * MM)
    height = max(down, DAY_BOX) + _BETWEEN
    drawing.put(Rule(TEXT_WIDTH, HAIRLINE), 0, height)
    return Strip(height=height, draw=drawing, space_before=4 * MM if is_first else _BETWEEN)


def _where(one: SheetDate, sheet: CalendarSheet) -> str | list[Piece]:
    """Return with whom or where it is."""
    if one.kind in _TALKS:
        who = sheet.caseworker.strip() or sheet.municipality.team.strip()
        return [Piece("Med "), Piece(who), *([Piece(" og tolk")] if sheet.has_interpreter else [])]
    if one.kind is SheetDateKind.TALK_AT_THE_LATEST:
        return "Du får besked om dag og tid."
    return one.provider.strip()


def _closing(sheet: CalendarSheet, root: Element) -> Strip:
    """Return what to do when one cannot come; the number in large type where there is one."""
    section = root.add("Sect")
    drawing = Arrangement()
    phone = (sheet.municipality.phone or "").strip()
    who = sheet.caseworker.strip() or sheet.municipality.team.strip()
    heading = section.add("H2")
    indent = height = 0.0
    if phone:
        indent = 12 * MM + _PHONE_WIDTH + 4 * MM
        drawing.put(Icon("smartphone", _ICON))
        height = drawing.put(Said(phone, _PHONE, most=2).set(_PHONE_WIDTH, section), 12 * MM, 1 * MM)
    width = TEXT_WIDTH - indent
    lines = set_text("Kan du ikke komme?", _ASKED, width)
    down = drawing.put(TextPart(lines, _ASKED, width, heading), indent)
    verb = "Ring til " if phone else "Sig det til "
    words = Said([Piece(verb), Piece(who), Piece(" samme dag, helst om morgenen.")], _WHERE, most=3)
    down = drawing.put(words.set(width, section), indent, down)
    return Strip(height=max(height, down), draw=drawing, space_before=_BETWEEN + 1 * MM)
