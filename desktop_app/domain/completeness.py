"""What a plan must hold before it can be concluded (integrationsloven § 19, BEK 208/2026)."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.case import Case
from desktop_app.domain.plan import GoalKind, Plan


class PlanPart(StrEnum):
    """What the plausibility check of a contract looks for, in the order of the document."""

    CITIZEN = "citizen"
    MUNICIPALITY = "municipality"
    COORDINATING_DEPARTMENT = "coordinating_department"
    MAIN_GOAL = "main_goal"
    DANISH_GOAL = "danish_goal"
    ACTIVITY_WITH_START = "activity_with_start"
    SANCTIONS_TEXT = "sanctions_text"
    COMPLAINT_TEXT = "complaint_text"


SECTIONS = {
    PlanPart.CITIZEN: "§ 19, stk. 1",
    PlanPart.MUNICIPALITY: "§ 19, stk. 1",
    PlanPart.COORDINATING_DEPARTMENT: "§ 19, stk. 6",
    PlanPart.MAIN_GOAL: "§ 19, stk. 4",
    PlanPart.DANISH_GOAL: "§ 45, stk. 9, nr. 3",
    PlanPart.ACTIVITY_WITH_START: "§ 19, stk. 4",
    PlanPart.SANCTIONS_TEXT: "§ 19, stk. 5",
    PlanPart.COMPLAINT_TEXT: "BEK 208/2026 § 12, stk. 3",
}


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """Whether one part is in place, and the paragraph that asks for it."""

    part: PlanPart
    in_place: bool

    @property
    def section(self) -> str:
        """The paragraph that asks for the part."""
        return SECTIONS[self.part]


def check_plan(plan: Plan, case: Case, *, has_sanctions_text: bool, has_complaint_text: bool) -> list[PlanCheck]:
    """Return the check list of a plan, part by part in the order of the document.

    The texts are those the plan would be printed with; whether a lawyer has approved them is said on the paper itself.
    """
    in_place = {
        PlanPart.CITIZEN: bool(case.citizen.given_names.strip() and case.citizen.family_name.strip()),
        PlanPart.MUNICIPALITY: bool(case.responsible_caseworker and case.responsible_caseworker.strip()),
        PlanPart.COORDINATING_DEPARTMENT: bool(case.coordinating_department and case.coordinating_department.strip()),
        PlanPart.MAIN_GOAL: any(goal.text.strip() for goal in plan.main_goals),
        PlanPart.DANISH_GOAL: any(goal.kind is GoalKind.DANISH and goal.text.strip() for goal in plan.goals),
        PlanPart.ACTIVITY_WITH_START: any(activity.starts_on for activity in plan.activities),
        PlanPart.SANCTIONS_TEXT: has_sanctions_text,
        PlanPart.COMPLAINT_TEXT: has_complaint_text,
    }
    return [PlanCheck(part, in_place[part]) for part in PlanPart]


def missing_parts(checks: list[PlanCheck]) -> list[PlanPart]:
    """Return the parts that are not in place; a plan is complete when there are none."""
    return [check.part for check in checks if not check.in_place]
