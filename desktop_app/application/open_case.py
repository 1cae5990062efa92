"""Open a case to read it; that somebody did is logged (the log of use the Data Protection Agency asks for)."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from desktop_app.application.folding import folded
from desktop_app.application.ports import HistoryLine, LogAction, ReadModel, Work
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.gaps import Gap, gaps_of
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCase:
    """A case as its page shows it."""

    case: Case
    deadlines: tuple[Deadline, ...]
    past: tuple[Deadline, ...]
    gaps: tuple[Gap, ...]
    history: tuple[HistoryLine, ...]


def open_case(
    case_number: str, *, work: Work, read: ReadModel, rulebook: Rulebook, today: date, searched_for: str = ""
) -> OpenedCase:
    """Return a case with everything its page shows; what it was `searched_for` is logged as a digest.

    Raises:
        CaseNotFound: no case has this number.
    """
    with work() as unit:
        case = unit.cases.by_number(case_number)
        if searched_for:
            unit.note(LogAction.SEARCHED, case.id, criterion=sha256(folded(searched_for).encode()).hexdigest())
        unit.note(LogAction.OPENED_CASE, case.id)
        unit.commit()
    facts = facts_of(case)
    return OpenedCase(
        case=case,
        deadlines=tuple(in_order(deadlines_for(facts, rulebook, today))),
        past=tuple(past_deadlines_for(facts, rulebook, today)),
        gaps=tuple(gaps_of(case)),
        history=tuple(read.history(case.id)),
    )
