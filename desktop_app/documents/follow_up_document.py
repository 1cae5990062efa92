"""The minutes of a follow-up on paper, in Danish: how the goals stand, what was agreed, when it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.application.print_follow_up import FollowUpMinutes, PrintedCorrection, ToldGoal
from desktop_app.documents.danish_words import MISSING, full_date, goal_kind, long_date, sentence_start
from desktop_app.documents.page_flow import Continuation, Strip
from desktop_app.documents.paper import paper_frame, ruled_facts, set_paper, titled
from desktop_app.documents.parts import Arrangement, CheckBox, Content, Ring, Said, Text
from desktop_app.documents.plan_opening import TITLE_OF_PLAN
from desktop_app.documents.plan_parties import cpr_of
from desktop_app.documents.plan_section import Section, set_sections
from desktop_app.documents.progress_mark import ProgressMark
from desktop_app.documents.set_paper import SetPaper
from desktop_app.documents.structure import Element, Structure
from desktop_app.documents.styles import APPOINTMENT, CELL, COLUMN_GAP, MM, TEXT_WIDTH
from desktop_app.documents.tables import Column, LabelledValue, TableRow, set_columns, set_values
from desktop_app.documents.typesetting import Piece
from desktop_app.domain.follow_up import FollowUpForm, Topic

TITLE_OF_MINUTES = "Referat af opfølgning"
TITLE_OF_ATTEMPT = "Notat om forsøg på opfølgning"

_FORMS = {
    FollowUpForm.MEETING: "fremmøde",
    FollowUpForm.PHONE: "telefon",
    FollowUpForm.VIDEO: "video",
    FollowUpForm.LETTER: "brev",
}
_TOPICS = {
    Topic.CHANGES: "Ændringer i situation og behov",
    Topic.CONTRACT_KEPT: "Om kontrakten bliver holdt,",
    Topic.OUTCOME: "Resultatet set i forhold til målene",
    Topic.NEW_CONTENT: "Om indhold eller mål skal ændres,",
}
_COLUMNS = (
    Column("Nr.", 11 * MM),
    Column("Mål", 84 * MM),
    Column("Område", 37 * MM),
    Column("Status", 38 * MM),
)
_NEEDED = 32 * MM
_BOXES_IN_A_ROW = 2


def print_minutes(minutes: FollowUpMinutes) -> bytes:
    """Return the minutes as PDF/A-2a. Equal minutes give equal bytes."""
    return set_minutes(minutes).as_pdf()


def set_minutes(minutes: FollowUpMinutes) -> SetPaper:
    """Return the minutes, ready to be drawn."""
    structure = Structure()
    title = TITLE_OF_MINUTES if minutes.number else TITLE_OF_ATTEMPT
    strips = titled(title, minutes.citizen, structure.root)
    strips += _opening(minutes, structure.root)
    strips += set_sections(_sections(minutes), structure)
    frame = paper_frame(
        title,
        minutes.citizen,
        minutes.municipality,
        case_number=minutes.case_number,
        version=f"{_which(minutes)} · {long_date(minutes.held_on)}",
        printed_on=minutes.printed_on,
        fictional=minutes.fictional,
    )
    name = f"{title}, sagsnr. {minutes.case_number}, {minutes.held_on.isoformat()}"
    return set_paper(
        strips, structure, frame, title=name, author=minutes.municipality.name, dated_on=minutes.printed_on
    )


def _which(minutes: FollowUpMinutes) -> str:
    return f"Opfølgning nr. {minutes.number}" if minutes.number else "Forsøg på opfølgning"


def _opening(minutes: FollowUpMinutes, root: Element) -> list[Strip]:
    rows = [LabelledValue(label, [Said(text)]) for label, text in _facts(minutes)]
    return ruled_facts(root, rows)


def _facts(minutes: FollowUpMinutes) -> Iterator[tuple[str, Text]]:
    yield "CPR-nummer", cpr_of(minutes.citizen)
    held = f"{sentence_start(full_date(minutes.held_on))}, {_FORMS[minutes.form]}."
    if minutes.number is None:
        held += " Samtalen blev ikke til noget og tæller ikke som en opfølgning."
    if minutes.due_on:
        held += f" Fristen {'er' if minutes.number is None else 'var'} den {long_date(minutes.due_on)}."
    yield "Samtalen", held
    if minutes.participants.strip():
        yield "Til stede" if minutes.number else "Deltagere", minutes.participants.strip()
    if minutes.interpreter.strip():
        yield "Tolk", minutes.interpreter.strip()
    elif minutes.is_finished_here and minutes.number and minutes.form is not FollowUpForm.LETTER:
        yield "Tolk", "Uden tolk"
    if minutes.plan_number and minutes.plan_signed_on:
        signed = f"underskrevet den {long_date(minutes.plan_signed_on)}"
        yield "Gælder", f"{TITLE_OF_PLAN}, version {minutes.plan_number}, {signed}"


def _sections(minutes: FollowUpMinutes) -> Iterator[Section | None]:
    yield Section(title="Hvor langt er vi?", fill=_Goals(minutes.goals), needs=_NEEDED) if minutes.goals else None
    yield Section(title="Det talte vi om", fill=_Talk(minutes), needs=_NEEDED) if _says_something(minutes) else None
    if minutes.agreed.strip():
        yield Section(title="Det aftalte vi", fill=_Values((("Aftale", minutes.agreed.strip()),)), needs=_NEEDED)
    yield Section(title="Næste samtale", fill=_Next(minutes), needs=_NEEDED)
    if minutes.corrections:
        rows = tuple((_correction(one), one.text.strip()) for one in minutes.corrections)
        yield Section(title="Rettelser til notatet", fill=_Values(rows), needs=_NEEDED)


def _says_something(minutes: FollowUpMinutes) -> bool:
    return bool(minutes.note.strip() or minutes.topics or minutes.repatriation_guided is not None)


def _correction(correction: PrintedCorrection) -> str:
    day = long_date(correction.on)
    return f"{day}, {correction.by}" if correction.by else day


@dataclass(frozen=True, slots=True)
class _Values:
    rows: tuple[tuple[str, str], ...]

    def __call__(self, section: Element, name: str) -> list[Strip]:
        return set_values(section, name, [LabelledValue(label, [Said(text)]) for label, text in self.rows])


@dataclass(frozen=True, slots=True)
class _Goals:
    goals: tuple[ToldGoal, ...]

    def __call__(self, section: Element, name: str) -> list[Strip]:
        return set_columns(section, name, _COLUMNS, [_row(goal) for goal in self.goals])


def _row(goal: ToldGoal) -> TableRow:
    number: list[Content] = [Ring(goal.number)] if goal.number else [Said("Mål", CELL)]
    text = Said(goal.text.strip() or MISSING, CELL)
    return TableRow([number, [text], [Said(goal_kind(goal.kind), CELL)], [ProgressMark(goal.progress)]])


@dataclass(frozen=True, slots=True)
class _Talk:
    minutes: FollowUpMinutes

    def __call__(self, section: Element, name: str) -> list[Strip]:
        note = self.minutes.note.strip()
        strips = _Values((("Notat", note),))(section, name) if note else []
        boxes = list(_boxes(self.minutes))
        width = (TEXT_WIDTH - COLUMN_GAP) / _BOXES_IN_A_ROW
        for first in range(0, len(boxes), _BOXES_IN_A_ROW):
            drawing = Arrangement()
            height = 0.0
            for place, (sentence, is_ticked) in enumerate(boxes[first : first + _BOXES_IN_A_ROW]):
                box = CheckBox.make(sentence, width, section, is_ticked=is_ticked)
                height = max(height, drawing.put(box, place * (width + COLUMN_GAP)))
            air = (3 * MM if note else 1.5 * MM) if first == 0 else 1.5 * MM
            strips.append(
                Strip(
                    height=height,
                    draw=drawing,
                    space_before=air,
                    keeps_next=first + _BOXES_IN_A_ROW < len(boxes),
                    continuation=Continuation(section=name, is_ruled=False),
                )
            )
        return strips


def _boxes(minutes: FollowUpMinutes) -> Iterator[tuple[str, bool]]:
    """Yield a sentence for each box; its words tell what the tick tells."""
    for topic, words in _TOPICS.items():
        if topic in minutes.topics:
            yield f"{words} er drøftet.", True
        elif minutes.is_finished_here and minutes.number:
            yield f"{words} er ikke drøftet.", False
    if minutes.repatriation_guided is not None:
        guided = minutes.repatriation_guided
        yield "Der er vejledt om repatriering." if guided else "Der er ikke vejledt om repatriering.", guided


@dataclass(frozen=True, slots=True)
class _Next:
    minutes: FollowUpMinutes

    def __call__(self, section: Element, name: str) -> list[Strip]:
        return set_values(section, name, list(self._facts()))

    def _facts(self) -> Iterator[LabelledValue]:
        minutes = self.minutes
        if minutes.next_on:
            yield LabelledValue("Dato", [Said(sentence_start(full_date(minutes.next_on)), APPOINTMENT)])
        else:
            yield LabelledValue("Dato", [Said("Datoen aftales senere")])
        if minutes.next_due_on:
            whose = "kommunens egen standard" if minutes.next_is_local else "loven"
            yield LabelledValue("Frist", [Said(f"Senest den {long_date(minutes.next_due_on)} efter {whose}")])
        yield LabelledValue("Referent", [Said(_written(minutes))])


def _written(minutes: FollowUpMinutes) -> list[Piece]:
    author = [Piece(minutes.written_by), Piece(". ")] if minutes.written_by else []
    return [*author, Piece(_lock(minutes))]


def _lock(minutes: FollowUpMinutes) -> str:
    if minutes.locked_on is None:
        return "Notatet er overført fra en fil og kan ikke ændres."
    if minutes.is_locked:
        return f"Notatet blev låst den {long_date(minutes.locked_on)}."
    return f"Notatet kan ændres til den {long_date(minutes.locked_on)}."
