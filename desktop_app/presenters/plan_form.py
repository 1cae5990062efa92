"""What the plan editor holds: every field as it is typed, and how it is kept and read back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from desktop_app.domain.case import Case
from desktop_app.domain.plan import ActivityKind, Assessment, EducationOrder, GoalKind, Party, Plan
from desktop_app.presenters.plan_rows_typed import (
    ActivityRow,
    CommitmentRow,
    GoalRow,
    GoalSection,
    activity_row,
    commitment_row,
    date_typed,
    goal_row,
    goals_at_top,
    new_activity,
    new_goal,
    sub_goals_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentForm:
    """The overall assessment as it is typed, and the day the citizen has consented to what it says of health."""

    education: str = ""
    work: str = ""
    family: str = ""
    health: str = ""
    health_consent: str = ""
    network: str = ""
    housing: str = ""
    asylum_phase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderForm:
    """An order to take an education as it is typed; all blank where none is given."""

    order_given: str = ""
    order_text: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether none is given."""
        return not (self.order_given.strip() or self.order_text.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanForm:
    """All fields of the editor. Goals of all parts stand in one order, the one of the plan."""

    assessment: AssessmentForm = AssessmentForm()
    goals: tuple[GoalRow, ...] = ()
    activities: tuple[ActivityRow, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()
    order: OrderForm = OrderForm()
    department: str = ""
    caseworker: str = ""

    def goals_of(self, section: GoalSection) -> tuple[GoalRow, ...]:
        """Return the goals of one part of the form, in order, without their sub-goals."""
        return tuple(goal for goal in goals_at_top(self.goals) if goal.section is section)

    def without_blanks(self) -> "PlanForm":
        """Return the form without the rows nobody has typed in, which are never saved.

        A goal with a sub-goal somebody has typed in is none of them.
        """
        filled = {goal.part_of for goal in self.goals if not goal.is_blank}
        return replace(
            self,
            goals=tuple(goal for goal in self.goals if not goal.is_blank or goal.id in filled),
            activities=tuple(activity for activity in self.activities if not activity.is_blank),
            commitments=tuple(one for one in self.commitments if not one.is_blank),
        )

    def to_json(self) -> dict[str, Any]:
        """Return everything typed as JSON."""
        return asdict(self)


def form_from_json(content: Mapping[str, Any]) -> PlanForm:
    """Read back what `PlanForm.to_json` wrote, also by an earlier program that knew less of a plan."""
    return PlanForm(
        assessment=AssessmentForm(**content.get("assessment", {})),
        goals=tuple(GoalRow(**goal | {"kind": GoalKind(goal["kind"])}) for goal in content["goals"]),
        activities=tuple(
            ActivityRow(**one | {"kind": ActivityKind(one["kind"]) if one["kind"] else None})
            for one in content["activities"]
        ),
        commitments=tuple(
            CommitmentRow(**one | {"party": Party(one["party"])}) for one in content.get("commitments", ())
        ),
        order=OrderForm(**content.get("order", {})),
        department=content["department"],
        caseworker=content["caseworker"],
    )


def form_of(plan: Plan, case: Case) -> PlanForm:
    """Return the form of a version as it is saved."""
    rows = [goal_row(goal) for goal in plan.goals]
    return PlanForm(
        assessment=_assessment_form(plan.assessment),
        goals=tuple(row for goal in goals_at_top(rows) for row in (goal, *sub_goals_of(rows, goal))),
        activities=tuple(activity_row(activity) for activity in plan.activities),
        commitments=tuple(commitment_row(commitment) for commitment in plan.commitments),
        order=_order_form(plan.education_order),
        department=case.coordinating_department or "",
        caseworker=case.responsible_caseworker or "",
    )


def with_room(form: PlanForm) -> PlanForm:
    """Return the form with a blank row in each part the law asks for: there is always somewhere to type at once."""
    wanted = (GoalSection.MAIN, GoalSection.DANISH)
    goals = [new_goal(section) for section in wanted if not form.goals_of(section)]
    activities = form.activities or (new_activity(),)
    return replace(form, goals=(*form.goals, *goals), activities=activities)


def row_ids(form: PlanForm) -> list[str]:
    """Return the ids of the rows somebody has typed in, in the order of the form."""
    filled = form.without_blanks()
    return [row.id for rows in (filled.goals, filled.activities, filled.commitments) for row in rows]


def _assessment_form(assessment: Assessment) -> AssessmentForm:
    texts = {
        field.name: getattr(assessment, field.name) or ""
        for field in fields(AssessmentForm)
        if field.name != "health_consent"
    }
    return AssessmentForm(**texts, health_consent=date_typed(assessment.health_consent_on))


def _order_form(order: EducationOrder | None) -> OrderForm:
    if order is None:
        return OrderForm()
    return OrderForm(order_given=date_typed(order.given_on), order_text=order.text)
