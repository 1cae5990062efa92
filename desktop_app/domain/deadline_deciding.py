"""Deciding about a deadline: what may be recorded, and about which deadlines of a case."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadline import OPEN, Deadline, Status
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.decided_deadlines import computed_date
from desktop_app.domain.duties import DutyId
from desktop_app.domain.errors import DomainError
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Rulebook

REASON_LENGTH = 2000


class DecisionFault(StrEnum):
    """Why a decision is not recorded."""

    NO_REASON = "no_reason"
    REASON_TOO_LONG = "reason_too_long"
    NO_DATE = "no_date"
    SAME_DATE = "same_date"
    MEETING_IN_PAST = "meeting_in_past"
    NO_CAUSE = "no_cause"
    NO_WORDS = "no_words"


class DecisionRefused(DomainError):
    """A decision is not recorded as it is."""

    def __init__(self, faults: list[DecisionFault]) -> None:
        super().__init__(*faults)
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What somebody wants to decide about the deadline the law puts on `computed_on`."""

    duty: DutyId
    kind: DecisionKind
    computed_on: date
    on: date | None = None
    cause: DelayCause | None = None
    reason: str = ""


def faults_in_decision(deciding: Deciding, today: date) -> list[DecisionFault]:
    """Return why it cannot be recorded; an empty list when it can."""
    return list(_faults(deciding, today))


def deadline_decided_on(case: Case, deciding: Deciding, rulebook: Rulebook, today: date) -> Deadline | None:
    """Return the deadline of the case a decision is about, past ones of repeating duties included.

    None where the law no longer leads to that date, or where there is nothing of this kind to decide about it.
    """
    facts = facts_of(case)
    found = (*deadlines_for(facts, rulebook, today), *past_deadlines_for(facts, rulebook, today))
    same = (one for one in found if one.duty is deciding.duty and computed_date(one) == deciding.computed_on)
    return next((one for one in same if deciding.kind in kinds_for(one)), None)


def kinds_for(deadline: Deadline) -> tuple[DecisionKind, ...]:
    """Return what can be decided about a deadline: a late one has a cause, an open one can be planned and changed."""
    kinds: tuple[DecisionKind, ...] = ()
    if computed_date(deadline) is None:
        return kinds
    if deadline.status in {Status.OVERDUE, Status.DONE_LATE}:
        kinds = (DecisionKind.LATE_BECAUSE,)
    if deadline.status in OPEN:
        kinds = (*kinds, DecisionKind.MEETING, DecisionKind.OTHER_DATE, DecisionKind.NOT_RELEVANT)
    return kinds


def _faults(deciding: Deciding, today: date) -> Iterator[DecisionFault]:
    yield from _LOOKS[deciding.kind](deciding, today)
    if len(deciding.reason.strip()) > REASON_LENGTH:
        yield DecisionFault.REASON_TOO_LONG


def _in_not_relevant(deciding: Deciding, _today: date) -> Iterator[DecisionFault]:
    if not deciding.reason.strip():
        yield DecisionFault.NO_REASON


def _in_other_date(deciding: Deciding, today: date) -> Iterator[DecisionFault]:
    if deciding.on is None:
        yield DecisionFault.NO_DATE
    elif deciding.on == deciding.computed_on:
        yield DecisionFault.SAME_DATE
    yield from _in_not_relevant(deciding, today)


def _in_cause(deciding: Deciding, _today: date) -> Iterator[DecisionFault]:
    if deciding.cause is None:
        yield DecisionFault.NO_CAUSE
    elif deciding.cause is DelayCause.OTHER and not deciding.reason.strip():
        yield DecisionFault.NO_WORDS


def _in_meeting(deciding: Deciding, today: date) -> Iterator[DecisionFault]:
    if deciding.on is None:
        yield DecisionFault.NO_DATE
    elif deciding.on < today:
        yield DecisionFault.MEETING_IN_PAST


_LOOKS: Mapping[DecisionKind, Callable[[Deciding, date], Iterator[DecisionFault]]] = {
    DecisionKind.NOT_RELEVANT: _in_not_relevant,
    DecisionKind.OTHER_DATE: _in_other_date,
    DecisionKind.LATE_BECAUSE: _in_cause,
    DecisionKind.MEETING: _in_meeting,
}
