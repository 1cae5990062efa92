"""Write a plan: begin a version, save its content, discard one that was never handed out. Only drafts are changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile, PlanInWork, PlanPartlySigned, PlanStateRefused
from desktop_app.application.plan_records import (
    ChangedPlan,
    as_read,
    changed,
    copy_of,
    discard_draft,
    new_id,
    next_number,
    with_plan,
)
from desktop_app.application.ports import ReadModel, Work
from desktop_app.domain.case import Case
from desktop_app.domain.plan import (
    Activity,
    Assessment,
    Commitment,
    EducationOrder,
    Goal,
    Plan,
    PlanState,
    state_of,
    steps_at_their_goals,
)
from desktop_app.domain.plan_versions import basis_of_next, can_be_written, version_in_work
from desktop_app.domain.role import Act

Record = TypeVar("Record", Goal, Activity, Commitment)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContent:
    """What the editor holds: goals, activities and commitments in order, and what of the case stands on the paper.

    A record the version has already keeps its id; one with an unknown id is new.
    """

    goals: Sequence[Goal]
    activities: Sequence[Activity]
    coordinating_department: str | None
    responsible_caseworker: str | None
    assessment: Assessment
    education_order: EducationOrder | None
    commitments: Sequence[Commitment]


def begin_version(case_number: str, *, work: Work, read: ReadModel) -> ChangedPlan:
    """Begin the first version of a plan, empty, or a new one with the content of the newest.

    Raises:
        CaseNotFound: no case has this number.
        PlanInWork: a version is being written or waits for signatures.
    """
    with work(Act.WRITE_PLAN) as unit:
        case = unit.cases.by_number(case_number)
        in_work = version_in_work(case.plans)
        if in_work:
            raise PlanInWork(in_work.number)
        basis = basis_of_next(case.plans)
        number = next_number(case, read.history(case.id))
        plan = copy_of(basis, number) if basis else Plan(id=new_id(), number=number)
        unit.cases.save(with_plan(case, plan))
        unit.commit()
    return changed(work, case_number, plan.id)


def save_content(
    seen: Case, plan_id: str, content: PlanContent, *, work: Work, draft_id: str | None = None
) -> ChangedPlan:
    """Save what the editor holds; `seen` is the case as the editor read it.

    A step towards a goal that is not in the content stands alone from now on.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody changed the version, or what of the case the editor changed too.
        PlanStateRefused, PlanPartlySigned: the version is no draft, or somebody has signed it.
    """
    with work(Act.WRITE_PLAN) as unit:
        case, plan = as_read(unit, seen, plan_id)
        _refuse_closed(plan, case)
        goals = {goal.id: goal for goal in plan.goals}
        activities = {activity.id: activity for activity in plan.activities}
        commitments = {commitment.id: commitment for commitment in plan.commitments}
        written = replace(
            plan,
            assessment=content.assessment,
            education_order=content.education_order,
            goals=tuple(_keep_version(goal, goals.get(goal.id)) for goal in steps_at_their_goals(content.goals)),
            activities=tuple(_keep_version(one, activities.get(one.id)) for one in content.activities),
            commitments=tuple(_keep_version(one, commitments.get(one.id)) for one in content.commitments),
        )
        unit.cases.save(with_plan(_with_parties(case, seen, content), written))
        discard_draft(unit, draft_id)
        unit.commit()
    return changed(work, seen.case_number, plan_id)


def discard_version(seen: Case, plan_id: str, *, work: Work, draft_id: str | None = None) -> Changes:
    """Take away a draft nobody has signed; what it said stays in the history.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody changed the version.
        PlanStateRefused, PlanPartlySigned: the version is no draft, or somebody has signed it.
    """
    with work(Act.WRITE_PLAN) as unit:
        case, plan = as_read(unit, seen, plan_id)
        _refuse_closed(plan, case)
        unit.cases.save(replace(case, plans=tuple(other for other in case.plans if other.id != plan_id)))
        discard_draft(unit, draft_id)
        unit.commit()
    return Changes(cases=frozenset({case.id}))


def _refuse_closed(plan: Plan, case: Case) -> None:
    state = state_of(plan, case.plans)
    if state is not PlanState.DRAFT:
        raise PlanStateRefused(plan.number, state, PlanState.DRAFT)
    if not can_be_written(plan, case.plans):
        raise PlanPartlySigned(plan.number)


def _keep_version(record: Record, stored: Record | None) -> Record:
    return replace(record, version=stored.version if stored else 0)


def _with_parties(case: Case, seen: Case, content: PlanContent) -> Case:
    """Return the case with what the editor changed of it; what it left alone stays as it is stored now."""
    wanted = (content.coordinating_department, content.responsible_caseworker)
    before = (seen.coordinating_department, seen.responsible_caseworker)
    if wanted == before:
        return case
    if (case.coordinating_department, case.responsible_caseworker) != before:
        raise ChangedMeanwhile(case.id)
    return replace(case, coordinating_department=wanted[0], responsible_caseworker=wanted[1])
