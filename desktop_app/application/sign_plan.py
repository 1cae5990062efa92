"""Register that a plan was signed on paper. What it said that day is frozen in the same transaction, for good."""

from datetime import date

from desktop_app.application.errors import PlanIncomplete, PlanStateRefused, SigningRefused
from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.application.plan_records import ChangedPlan, as_read, changed, discard_draft, new_id, with_plan
from desktop_app.application.ports import FrozenPlan, Work
from desktop_app.domain.case import Case
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.plan import Plan, PlanState, state_of
from desktop_app.domain.role import Act
from desktop_app.domain.signing import Signing, problems_of, with_signing


def sign_plan(
    seen: Case,
    plan_id: str,
    signing: Signing,
    *,
    work: Work,
    law: PlanLaw,
    today: date,
    draft_id: str | None = None,
) -> ChangedPlan:
    """Register the signatures of a version that waits for them; `seen` is the case as the form read it.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody changed the version.
        PlanStateRefused: the version is not made ready.
        PlanIncomplete: it has no employment or education goal (§ 19, stk. 4), so it cannot be concluded.
        SigningRefused: a date or the reason is missing, or a date lies in the future.
    """
    with work(Act.SIGN_PLAN) as unit:
        case, plan = as_read(unit, seen, plan_id)
        state = state_of(plan, case.plans)
        if state is not PlanState.READY:
            raise PlanStateRefused(plan.number, state, PlanState.READY)
        if not _has_main_goal(plan):
            raise PlanIncomplete([PlanPart.MAIN_GOAL])
        problems = problems_of(signing, today)
        if problems:
            raise SigningRefused(problems)
        signed = with_signing(plan, signing)
        case = with_plan(case, signed)
        unit.cases.save(case)
        snapshot = snapshot_of(signed, case, unit.municipality(), law, today)
        unit.frozen_plans.add(FrozenPlan(id=new_id(), plan_id=plan_id, snapshot=snapshot))
        discard_draft(unit, draft_id)
        unit.commit()
    return changed(work, seen.case_number, plan_id)


def _has_main_goal(plan: Plan) -> bool:
    return any(goal.text.strip() for goal in plan.main_goals)
