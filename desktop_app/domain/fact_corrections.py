"""Correcting a date a clock starts at: what may be recorded, and which deadlines it moves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop_app.domain.case import Case, CorrectedFact
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.errors import DomainError
from desktop_app.domain.rulebook import Rulebook

REASON_LENGTH = 2000


class CorrectionFault(StrEnum):
    """Why a correction is not recorded."""

    UNCHANGED = "unchanged"
    IN_FUTURE = "in_future"
    NO_REASON = "no_reason"
    REASON_TOO_LONG = "reason_too_long"


class CorrectionRefused(DomainError):
    """A correction is not recorded as it is."""

    def __init__(self, faults: list[CorrectionFault]) -> None:
        super().__init__(*faults)
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A duty that stands otherwise after a correction: before and after."""

    duty: DutyId
    before: Deadline
    after: Deadline


def fact_of(case: Case, fact: CorrectedFact) -> date | None:
    """Return the date recorded for a fact."""
    return {
        CorrectedFact.TAKEOVER: case.takeover_on,
        CorrectedFact.ALLOCATION: case.allocation_decided_on,
        CorrectedFact.REGISTRATION: case.cpr_registered_on,
        CorrectedFact.PERMIT: case.permit_granted_on,
    }[fact]


def with_fact(case: Case, fact: CorrectedFact, on: date | None) -> Case:
    """Return the case with another date for a fact; None where it was recorded and is not known after all."""
    match fact:
        case CorrectedFact.TAKEOVER:
            return replace(case, takeover_on=on)
        case CorrectedFact.ALLOCATION:
            return replace(case, allocation_decided_on=on)
        case CorrectedFact.REGISTRATION:
            return replace(case, cpr_registered_on=on)
        case _:
            return replace(case, permit_granted_on=on)


def faults_in_correction(
    case: Case, fact: CorrectedFact, on: date | None, reason: str, today: date
) -> list[CorrectionFault]:
    """Return why a correction cannot be recorded; an empty list when it can.

    A takeover may be planned, so only it can lie in the future.
    """
    return list(_faults(case, fact, on, reason, today))


def _faults(case: Case, fact: CorrectedFact, on: date | None, reason: str, today: date) -> Iterator[CorrectionFault]:
    if on == fact_of(case, fact):
        yield CorrectionFault.UNCHANGED
    if on and on > today and fact is not CorrectedFact.TAKEOVER:
        yield CorrectionFault.IN_FUTURE
    if not reason.strip():
        yield CorrectionFault.NO_REASON
    elif len(reason) > REASON_LENGTH:
        yield CorrectionFault.REASON_TOO_LONG


def is_taken_over_early(case: Case) -> bool:
    """Tell whether the takeover lies before the decision on allocation, as by agreement with the citizen (§ 4, stk. 2).

    A correction may say so, since it also says why.
    """
    taken_over, allocated = case.takeover_on, case.allocation_decided_on
    return taken_over is not None and allocated is not None and taken_over < allocated


def moved_deadlines(before: Case, after: Case, rulebook: Rulebook, today: date) -> list[MovedDeadline]:
    """Return the duties that stand otherwise in `after` than in `before`, in the order of the rulebook."""
    then = deadlines_for(facts_of(before), rulebook, today)
    now = deadlines_for(facts_of(after), rulebook, today)
    return [
        MovedDeadline(one.duty, one, other)
        for one, other in zip(then, now, strict=True)
        if _stand(one) != _stand(other)
    ]


def _stand(deadline: Deadline) -> tuple[object, ...]:
    return (
        deadline.status,
        deadline.due_on,
        deadline.fulfilled_on,
        deadline.days_late,
        deadline.reason,
        deadline.suspended_until,
    )
