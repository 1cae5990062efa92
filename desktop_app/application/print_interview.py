"""Print the sheet of the first interview (modtagesamtale): what is known filled in, or the empty form."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop_app.application.ports import LogAction, UnitOfWork, Work
from desktop_app.application.printed_paper import PaperForm, PaperKind, PrintedPaper, noted
from desktop_app.application.printed_parties import printed_citizen, printed_municipality
from desktop_app.domain.case import Case
from desktop_app.domain.plan_snapshot import PrintedCitizen, PrintedMunicipality
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewSheet:
    """All the sheet says; without a citizen it is the empty form. `family` are those of the household by name."""

    municipality: PrintedMunicipality
    printed_on: date
    fictional: bool
    case_number: str = ""
    citizen: PrintedCitizen | None = None
    phone: str = ""
    caseworker: str = ""
    takeover_on: date | None = None
    family: tuple[str, ...] = ()


def print_interview(
    case_number: str,
    *,
    work: Work,
    printer: Callable[[InterviewSheet], bytes],
    today: date,
    form: PaperForm = PaperForm.PDF,
) -> PrintedPaper:
    """Return the sheet with what is known of a case, or the empty form for no case; that it was printed is logged.

    Raises:
        CaseNotFound: no case has this number.
    """
    with work(Act.PRINT) as unit:
        if case_number:
            case = unit.cases.by_number(case_number)
            content = printer(_filled_in(case, unit, today))
            unit.note(LogAction.PRINTED, case.id, document=PaperKind.INTERVIEW, **noted(form))
        else:
            content = printer(_empty(unit, today))
            unit.note(LogAction.PRINTED, document=PaperKind.INTERVIEW, **noted(form))
        unit.commit()
    return PrintedPaper(content=content, kind=PaperKind.INTERVIEW, case_number=case_number, dated_on=today, form=form)


def _empty(unit: UnitOfWork, today: date) -> InterviewSheet:
    municipality = unit.municipality()
    return InterviewSheet(
        municipality=printed_municipality(municipality), printed_on=today, fictional=municipality.fictional
    )


def _filled_in(case: Case, unit: UnitOfWork, today: date) -> InterviewSheet:
    municipality = unit.municipality()
    return InterviewSheet(
        municipality=printed_municipality(municipality),
        printed_on=today,
        fictional=municipality.fictional,
        case_number=case.case_number,
        citizen=printed_citizen(case),
        phone=case.citizen.phone or "",
        caseworker=case.responsible_caseworker or "",
        takeover_on=case.takeover_on,
        family=_family(case, unit),
    )


def _family(case: Case, unit: UnitOfWork) -> tuple[str, ...]:
    if case.household is None:
        return ()
    others = sorted(unit.cases.in_household(case.household.id) - {case.case_number})
    return tuple(unit.cases.by_number(number).citizen.full_name for number in others)
