"""Open a plan to write on it or to register its signatures; that somebody did is logged, as for a case."""

from dataclasses import dataclass

from desktop_app.application.errors import PlanNotFound
from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, current_plan
from desktop_app.domain.plan_versions import version_in_work
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True)
class OpenedPlan:
    """A version with its case, as they were read together."""

    case: Case
    plan: Plan


def open_plan(case_number: str, *, work: Work, plan_number: int | None = None) -> OpenedPlan:
    """Return the version asked for, or the one in work, or else the current one.

    Raises:
        CaseNotFound: no case has this number.
        PlanNotFound: the case has no plan, or not that version.
    """
    with work(Act.OPEN_PLAN) as unit:
        case = unit.cases.by_number(case_number)
        if plan_number is None:
            plan = version_in_work(case.plans) or current_plan(case.plans)
        else:
            plan = next((plan for plan in case.plans if plan.number == plan_number), None)
        if plan is None:
            raise PlanNotFound(case_number, plan_number)
        unit.note(LogAction.OPENED_CASE, case.id, plan=str(plan.number))
        unit.commit()
    return OpenedPlan(case, plan)
