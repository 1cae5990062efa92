"""Print the cover note of the declaration that is signed with the contract.

The declaration is the ministry's form and is never drawn here. The note says whose it is, which contract it goes with,
and how it was gone through.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import LogAction, Work
from desktop_app.application.printed_paper import PaperForm, PaperKind, PrintedPaper, noted
from desktop_app.application.printed_parties import identified_citizen, printed_municipality
from desktop_app.domain.case import Case
from desktop_app.domain.legal_texts import TextId
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import current_plan
from desktop_app.domain.plan_snapshot import PrintedCitizen, PrintedMunicipality, PrintedText
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationNote:
    """All the note says. `declaration` names the form as it was called that day, and when it is signed."""

    case_number: str
    municipality: PrintedMunicipality
    citizen: PrintedCitizen
    printed_on: date
    fictional: bool
    caseworker: str
    plan_number: int | None
    plan_signed_on: date | None
    signed_on: date | None
    interpreter_language: str | None
    declaration: PrintedText | None


def print_declaration_note(
    case_number: str,
    *,
    work: Work,
    printer: Callable[[DeclarationNote], bytes],
    law: PlanLaw,
    today: date,
    form: PaperForm = PaperForm.PDF,
) -> PrintedPaper:
    """Return the note for the plan now in force, or the latest one begun; that it was printed is logged.

    Raises:
        CaseNotFound: no case has this number.
    """
    with work(Act.PRINT) as unit:
        case = unit.cases.by_number(case_number)
        content = printer(note_of(case, unit.municipality(), law, today))
        unit.note(LogAction.PRINTED, case.id, document=PaperKind.DECLARATION_NOTE, **noted(form))
        unit.commit()
    return PrintedPaper(
        content=content, kind=PaperKind.DECLARATION_NOTE, case_number=case.case_number, dated_on=today, form=form
    )


def note_of(case: Case, municipality: Municipality, law: PlanLaw, today: date) -> DeclarationNote:
    """Return what the note says; the text is that of the day the declaration was signed, or of today."""
    plan = current_plan(case.plans)
    signed_on = plan.declaration_signed_on if plan else None
    text = law.texts.in_force(TextId.DECLARATION, case.target_group, signed_on or today)
    return DeclarationNote(
        case_number=case.case_number,
        municipality=printed_municipality(municipality),
        citizen=identified_citizen(case),
        printed_on=today,
        fictional=municipality.fictional,
        caseworker=case.responsible_caseworker or "",
        plan_number=plan.number if plan else None,
        plan_signed_on=plan.signed_on if plan else None,
        signed_on=signed_on,
        interpreter_language=case.citizen.interpreter_language,
        declaration=PrintedText(heading=text.heading, text=text.text, approved=text.is_approved) if text else None,
    )
