"""What the plan editor holds: every field as it is typed, in rows, and how it is read and written."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from desktop_app.domain.case import Case
from desktop_app.domain.plan import MAIN_GOALS, Activity, ActivityKind, Goal, GoalKind, Plan
from desktop_app.translation import short_date


class GoalSection(StrEnum):
    """The parts of the form goals stand in."""

    MAIN = "main"
    SUB = "sub"
    DANISH = "danish"


KINDS_OF_SECTION: Mapping[GoalSection, Sequence[GoalKind]] = {
    GoalSection.MAIN: (GoalKind.EMPLOYMENT, GoalKind.EDUCATION),
    GoalSection.SUB: (GoalKind.CITIZENSHIP, GoalKind.FAMILY, GoalKind.HEALTH, GoalKind.HOUSING, GoalKind.OTHER),
    GoalSection.DANISH: (GoalKind.DANISH,),
}
"""What a goal of each part can be about; a new one begins as the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal as it is typed. Whether it was reached is carried along, not edited here."""

    id: str
    kind: GoalKind
    text: str = ""
    target: str = ""
    achieved_on: str | None = None

    @property
    def section(self) -> GoalSection:
        """The part of the form it stands in."""
        if self.kind is GoalKind.DANISH:
            return GoalSection.DANISH
        return GoalSection.MAIN if self.kind in MAIN_GOALS else GoalSection.SUB

    @property
    def is_blank(self) -> bool:
        """Whether nobody has typed anything in it."""
        return not (self.text.strip() or self.target.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """An activity as it is typed; `kind` is None until it is chosen."""

    id: str
    kind: ActivityKind | None = None
    text: str = ""
    provider: str = ""
    department: str = ""
    starts: str = ""
    ends: str = ""
    hours: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is chosen and nothing typed in it."""
        typed = (self.text, self.provider, self.department, self.starts, self.ends, self.hours)
        return self.kind is None and not any(text.strip() for text in typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanForm:
    """All fields of the editor. Goals of all parts stand in one order, the one of the plan."""

    goals: tuple[GoalRow, ...] = ()
    activities: tuple[ActivityRow, ...] = ()
    department: str = ""
    caseworker: str = ""

    def goals_of(self, section: GoalSection) -> tuple[GoalRow, ...]:
        """Return the goals of one part of the form, in order."""
        return tuple(goal for goal in self.goals if goal.section is section)

    def without_blanks(self) -> "PlanForm":
        """Return the form without the rows nobody has typed in, which are never saved."""
        return replace(
            self,
            goals=tuple(goal for goal in self.goals if not goal.is_blank),
            activities=tuple(activity for activity in self.activities if not activity.is_blank),
        )

    def to_json(self) -> dict[str, Any]:
        """Return everything typed as JSON."""
        content = asdict(self)
        return content | {
            "goals": [goal | {"kind": goal["kind"].value} for goal in content["goals"]],
            "activities": [one | {"kind": one["kind"].value if one["kind"] else None} for one in content["activities"]],
        }


def form_from_json(content: Mapping[str, Any]) -> PlanForm:
    """Read back what `PlanForm.to_json` wrote."""
    return PlanForm(
        goals=tuple(GoalRow(**goal | {"kind": GoalKind(goal["kind"])}) for goal in content["goals"]),
        activities=tuple(
            ActivityRow(**one | {"kind": ActivityKind(one["kind"]) if one["kind"] else None})
            for one in content["activities"]
        ),
        department=content["department"],
        caseworker=content["caseworker"],
    )


def form_of(plan: Plan, case: Case) -> PlanForm:
    """Return the form of a version as it is saved."""
    return PlanForm(
        goals=tuple(_goal_row(goal) for goal in plan.goals),
        activities=tuple(_activity_row(activity) for activity in plan.activities),
        department=case.coordinating_department or "",
        caseworker=case.responsible_caseworker or "",
    )


def with_room(form: PlanForm) -> PlanForm:
    """Return the form with a blank row in each part that has none: there is always somewhere to type at once."""
    wanted = (GoalSection.MAIN, GoalSection.DANISH)
    goals = [new_goal(section) for section in wanted if not form.goals_of(section)]
    activities = form.activities or (new_activity(),)
    return replace(form, goals=(*form.goals, *goals), activities=activities)


def new_goal(section: GoalSection) -> GoalRow:
    """Return a blank goal for a part of the form."""
    return GoalRow(id=new_row_id(), kind=KINDS_OF_SECTION[section][0])


def new_activity() -> ActivityRow:
    """Return a blank activity."""
    return ActivityRow(id=new_row_id())


def row_ids(form: PlanForm) -> list[str]:
    """Return the ids of the rows somebody has typed in, goals before activities."""
    filled = form.without_blanks()
    return [goal.id for goal in filled.goals] + [activity.id for activity in filled.activities]


def new_row_id() -> str:
    """Return an id no other row has."""
    return str(uuid.uuid4())


def hours_text(hours: float | None) -> str:
    """Return "7,5", nothing where no hours are agreed."""
    return "" if hours is None else f"{hours:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _goal_row(goal: Goal) -> GoalRow:
    return GoalRow(
        id=goal.id,
        kind=goal.kind,
        text=goal.text,
        target=_date_text(goal.target_on),
        achieved_on=goal.achieved_on.isoformat() if goal.achieved_on else None,
    )


def _activity_row(activity: Activity) -> ActivityRow:
    return ActivityRow(
        id=activity.id,
        kind=activity.kind,
        text=activity.text,
        provider=activity.provider or "",
        department=activity.department or "",
        starts=_date_text(activity.starts_on),
        ends=_date_text(activity.ends_on),
        hours=hours_text(activity.hours_per_week),
    )


def _date_text(day: date | None) -> str:
    return short_date(day) if day else ""
