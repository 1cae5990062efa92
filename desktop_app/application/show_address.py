"""Show where somebody with a protected address lives, to whoever has to change it; that is logged."""

from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.role import Act


def show_address(case_number: str, *, work: Work) -> None:
    """Note that a protected address was shown; one that is not protected is part of the case and not noted.

    Raises:
        CaseNotFound: no case has this number.
    """
    with work(Act.SHOW_IDENTITY) as unit:
        case = unit.cases.by_number(case_number)
        if case.citizen.protected_address:
            unit.note(LogAction.SHOWED_ADDRESS, case.id)
            unit.commit()
