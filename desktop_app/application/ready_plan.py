"""Close a draft for signing, and open it again: what is printed in between carries no watermark."""

from dataclasses import replace
from datetime import date

from desktop_app.application.errors import PlanIncomplete, PlanStateRefused
from desktop_app.application.plan_examining import checks_of
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.plan_records import ChangedPlan, as_read, changed, with_plan
from desktop_app.application.ports import Work
from desktop_app.domain.case import Case
from desktop_app.domain.completeness import missing_parts
from desktop_app.domain.plan import PlanState, state_of
from desktop_app.domain.role import Act


def make_ready(seen: Case, plan_id: str, *, work: Work, law: PlanLaw, today: date) -> ChangedPlan:
    """Make a draft ready to be signed; `seen` is the case as the screen read it.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody changed the version.
        PlanStateRefused: the version is no draft.
        PlanIncomplete: a part is missing without which it cannot be concluded.
    """
    with work(Act.WRITE_PLAN) as unit:
        case, plan = as_read(unit, seen, plan_id)
        state = state_of(plan, case.plans)
        if state is not PlanState.DRAFT:
            raise PlanStateRefused(plan.number, state, PlanState.DRAFT)
        missing = missing_parts(checks_of(plan, case, law, today))
        if missing:
            raise PlanIncomplete(missing)
        unit.cases.save(with_plan(case, replace(plan, ready_on=today)))
        unit.commit()
    return changed(work, seen.case_number, plan_id)


def reopen(seen: Case, plan_id: str, *, work: Work) -> ChangedPlan:
    """Make a version that waits for signatures a draft again; a paper printed from it is void.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody changed the version.
        PlanStateRefused: the version does not wait for signatures.
    """
    with work(Act.WRITE_PLAN) as unit:
        case, plan = as_read(unit, seen, plan_id)
        state = state_of(plan, case.plans)
        if state is not PlanState.READY:
            raise PlanStateRefused(plan.number, state, PlanState.READY)
        unit.cases.save(with_plan(case, replace(plan, ready_on=None)))
        unit.commit()
    return changed(work, seen.case_number, plan_id)
