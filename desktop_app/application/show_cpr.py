"""Show a citizen's whole CPR number; screens mask it until somebody asks, and asking is logged."""

from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.role import Act


def show_cpr(case_number: str, *, work: Work) -> str | None:
    """Return the ten digits, None when the citizen has no number yet.

    Raises:
        CaseNotFound: no case has this number.
    """
    with work(Act.SHOW_IDENTITY) as unit:
        case = unit.cases.by_number(case_number)
        unit.note(LogAction.SHOWED_CPR, case.id)
        unit.commit()
    return case.citizen.cpr
