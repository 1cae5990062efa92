"""The versions of a plan as the use cases read and write them: found, compared with what was read, put back."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile, PlanNotFound
from desktop_app.application.ports import HistoryLine, UnitOfWork, Work
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Goal, Plan
from desktop_app.domain.role import Act

PLANS = "plans"
_CLOSED_BY = ("ready_on", "signed_by_citizen_on", "signed_by_municipality_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPlan:
    """A version after it was changed, with its case: what the screen goes on from; and what is to be shown anew."""

    case: Case
    plan: Plan
    changes: Changes


def plan_of(case: Case, plan_id: str) -> Plan:
    """Return a version of a case by its id.

    Raises:
        PlanNotFound: the case does not have it.
    """
    for plan in case.plans:
        if plan.id == plan_id:
            return plan
    raise PlanNotFound(case.case_number)


def as_read(unit: UnitOfWork, seen: Case, plan_id: str) -> tuple[Case, Plan]:
    """Return case and version as they are stored, the version being as it was when `seen` was read.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody changed the version or took it away.
    """
    stored = unit.cases.by_number(seen.case_number)
    plan = next((plan for plan in stored.plans if plan.id == plan_id), None)
    if plan is None or plan != plan_of(seen, plan_id):
        raise ChangedMeanwhile(plan_id)
    return stored, plan


def with_plan(case: Case, plan: Plan) -> Case:
    """Return the case with a version in the place of the one with its id, or beside the others."""
    if any(other.id == plan.id for other in case.plans):
        return replace(case, plans=tuple(plan if other.id == plan.id else other for other in case.plans))
    return replace(case, plans=(*case.plans, plan))


def changed(work: Work, case_number: str, plan_id: str) -> ChangedPlan:
    """Return a version after the commit, with the numbers a next change is to be based on."""
    with work(Act.WRITE_PLAN) as unit:
        case = unit.cases.by_number(case_number)
    return ChangedPlan(case=case, plan=plan_of(case, plan_id), changes=Changes(cases=frozenset({case.id})))


def discard_draft(unit: UnitOfWork, draft_id: str | None) -> None:
    """Let go, with the commit, what was typed and is saved now."""
    if draft_id is not None:
        unit.drafts.discard(draft_id)


def next_number(case: Case, history: Iterable[HistoryLine]) -> int:
    """Return the number of a new version.

    A number that was ever on a paper to be signed is never given to another version, even if that version is gone.
    """
    numbers: dict[str, int] = {}
    closed: set[str] = set()
    for line in history:
        if line.kind == PLANS:
            for values in (line.before, line.after):
                number = values.get("number")
                if isinstance(number, int):
                    numbers[line.record] = number
                if any(values.get(field) for field in _CLOSED_BY):
                    closed.add(line.record)
    taken = {plan.number for plan in case.plans} | {numbers[record] for record in closed & numbers.keys()}
    return max(taken, default=0) + 1


def copy_of(plan: Plan, number: int) -> Plan:
    """Return a new version with the content of another: everything in its order, nothing of its signing."""
    ids = {goal.id: new_id() for goal in plan.goals}
    return Plan(
        id=new_id(),
        number=number,
        assessment=plan.assessment,
        education_order=plan.education_order,
        goals=with_other_ids((replace(goal, version=0) for goal in plan.goals), ids),
        activities=tuple(replace(activity, id=new_id(), version=0) for activity in plan.activities),
        commitments=tuple(replace(commitment, id=new_id(), version=0) for commitment in plan.commitments),
    )


def with_other_ids(goals: Iterable[Goal], ids: Mapping[str, str]) -> tuple[Goal, ...]:
    """Return goals under other ids, each step still a part of the same goal."""
    return tuple(
        replace(goal, id=ids[goal.id], part_of=goal.part_of and ids.get(goal.part_of, goal.part_of)) for goal in goals
    )


def new_id() -> str:
    """Return the id of a new record."""
    return str(uuid.uuid4())
