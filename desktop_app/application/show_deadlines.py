"""List how every duty stands on a day, each with its explanation."""

from datetime import date

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.ports import LogAction, ReadModel, Work
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.role import Act
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import in_order


def show_deadlines(
    *,
    work: Work,
    read: ReadModel,
    rulebook: Rulebook,
    today: date,
    case_number: str | None = None,
    history: bool = False,
) -> list[Deadline]:
    """Return the deadlines of every case, or of one, as the worklist sorts them; the listing is logged.

    With `history` the past occurrences of repeating duties are there too.

    Raises:
        CaseNotFound: no case has the number asked for.
    """
    with work(Act.SEE_DEADLINES) as unit:
        case_id = unit.cases.numbers().get(case_number, "") if case_number is not None else ""
        if case_number is not None and not case_id:
            raise CaseNotFound(case_number)
        unit.note(LogAction.LISTED, case_id)
        unit.commit()
    facts = [one for one in read.facts() if case_number in {None, one.case_number}]
    found = [deadline for one in facts for deadline in deadlines_for(one, rulebook, today)]
    if history:
        found += [deadline for one in facts for deadline in past_deadlines_for(one, rulebook, today)]
    return in_order(found)
