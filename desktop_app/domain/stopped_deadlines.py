"""What keeps deadlines from being computed: what they wait for, of which each thing is named once.

What is merely to come is no gap: a takeover whose day lies ahead, or an assessment that is not overdue itself.
"""

from collections.abc import Iterator, Mapping

from desktop_app.domain.case import Case
from desktop_app.domain.deadline import Deadline, Fact, Reason, Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.plan import Plan

Deadlines = Mapping[DutyId, Deadline]
"""How each duty stands in a case."""

_AWAITED = {
    Fact.CONTRACT: (DutyId.CONTRACT_SIGNED, GapKind.NO_CONTRACT),
    Fact.READINESS: (DutyId.READINESS_ASSESSED, GapKind.NO_READINESS),
    Fact.PROGRAMME: (DutyId.PROGRAMME_STARTED, GapKind.NO_PROGRAMME_START),
}
"""The facts that are duties themselves: no other deadline need wait for one before it is overdue."""

_NO_DAY: Mapping[Reason | None, GapKind] = {
    Reason.FACT_MISSING: GapKind.NO_CLOCK_FOR_TAKEOVER,
    Reason.DECIDED_ON_THE_FIRST: GapKind.DECIDED_ON_THE_FIRST,
}


def what_stops(case: Case, deadlines: Deadlines) -> Iterator[Gap]:
    """Yield what deadlines of a case wait for and should not have to."""
    if case.takeover_on is None:
        yield from _takeover(deadlines[DutyId.TAKEOVER_EXPECTED])
        return
    plan, contract = plan_in_hand(case), deadlines[DutyId.CONTRACT_SIGNED]
    if plan and is_untouched(plan) and plan.ready_on is None and contract.status is Status.OVERDUE:
        yield Gap(GapKind.DRAFT_NOT_SIGNED, on=contract.due_on)
    waiting = [deadline for deadline in deadlines.values() if deadline.status is Status.WAITING]
    missing = {deadline.missing for deadline in waiting}
    for fact, (duty, kind) in _AWAITED.items():
        if fact not in missing or deadlines[duty].status is not Status.OVERDUE:
            continue
        if plan is None or fact is not Fact.CONTRACT:  # what keeps a plan from being a contract is said of the plan
            yield Gap(kind, on=deadlines[duty].due_on)
    if any(deadline.reason is Reason.LEAVE_END_UNKNOWN for deadline in waiting):
        yield from (
            Gap(GapKind.LEAVE_WITHOUT_END, on=leave.period.first, record=leave.id)
            for leave in case.parental_leave
            if leave.period.last is None and leave.child_born_on
        )


def plan_in_hand(case: Case) -> Plan | None:
    """Return the version that is being worked on: the latest not annulled, unless it was concluded."""
    plans = (plan for plan in case.plans if not plan.annulment)
    latest = max(plans, key=lambda plan: plan.number, default=None)
    return latest if latest and latest.signed_on is None else None


def is_untouched(plan: Plan) -> bool:
    """Tell whether neither of the parties has signed a version."""
    return plan.signed_by_citizen_on is None and plan.signed_by_municipality_on is None


def _takeover(expected: Deadline) -> Iterator[Gap]:
    """Yield why nothing can be computed in a case that was not taken over, unless its day is still to come."""
    if expected.reason in _NO_DAY:
        yield Gap(_NO_DAY[expected.reason], on=expected.reason_on)
    elif expected.status in {Status.WAITING, Status.OVERDUE}:
        yield Gap(GapKind.NO_TAKEOVER, on=expected.due_on)
