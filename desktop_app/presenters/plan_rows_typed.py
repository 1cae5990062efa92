"""The rows of the plan editor as they are typed: goals with their sub-goals, activities, and who does what."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.plan import MAIN_GOALS, Activity, ActivityKind, Commitment, Goal, GoalKind, Party
from desktop_app.translation import short_date


class GoalSection(StrEnum):
    """The parts of the form goals stand in, each goal with its sub-goals under it."""

    MAIN = "main"
    OTHER = "sub"
    DANISH = "danish"


KINDS_OF_SECTION: Mapping[GoalSection, Sequence[GoalKind]] = {
    GoalSection.MAIN: (GoalKind.EMPLOYMENT, GoalKind.EDUCATION),
    GoalSection.OTHER: (GoalKind.CITIZENSHIP, GoalKind.FAMILY, GoalKind.HEALTH, GoalKind.HOUSING, GoalKind.OTHER),
    GoalSection.DANISH: (GoalKind.DANISH,),
}
"""What a goal of each part can be about; a new one begins as the first."""

KINDS_OF_SUB_GOAL = (GoalKind.OTHER, GoalKind.DANISH, *KINDS_OF_SECTION[GoalSection.OTHER][:-1])
"""What a step towards a goal can be about; not again employment or education, which only a goal itself can answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal as it is typed, a sub-goal where `part_of` names another. Whether it was reached is only carried along."""

    id: str
    kind: GoalKind
    text: str = ""
    measure: str = ""
    part_of: str | None = None
    target: str = ""
    achieved_on: str | None = None

    @property
    def section(self) -> GoalSection:
        """The part of the form it stands in, unless it is a sub-goal."""
        if self.kind is GoalKind.DANISH:
            return GoalSection.DANISH
        return GoalSection.MAIN if self.kind in MAIN_GOALS else GoalSection.OTHER

    @property
    def is_blank(self) -> bool:
        """Whether nobody has typed anything in it."""
        return not any(text.strip() for text in (self.text, self.measure, self.target))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """An activity as it is typed; `kind` is None until it is chosen."""

    id: str
    kind: ActivityKind | None = None
    text: str = ""
    provider: str = ""
    department: str = ""
    responsible: str = ""
    starts: str = ""
    ends: str = ""
    hours: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is chosen and nothing typed in it."""
        return self.kind is None and not any(text.strip() for text in self.typed)

    @property
    def typed(self) -> tuple[str, ...]:
        """Everything typed in it."""
        who = (self.provider, self.department, self.responsible)
        return (self.text, *who, self.starts, self.ends, self.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """One thing a party does, as it is typed; `who` names one of the others."""

    id: str
    party: Party = Party.CITIZEN
    who: str = ""
    text: str = ""
    due: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nobody has typed anything in it."""
        return not any(text.strip() for text in (self.who, self.text, self.due))


def new_goal(section: GoalSection) -> GoalRow:
    """Return a blank goal for a part of the form."""
    return GoalRow(id=new_row_id(), kind=KINDS_OF_SECTION[section][0])


def new_sub_goal(goal: GoalRow) -> GoalRow:
    """Return a blank step towards a goal, about the same where it can be: what is about health stays so."""
    kind = goal.kind if goal.kind in KINDS_OF_SUB_GOAL else GoalKind.OTHER
    return GoalRow(id=new_row_id(), kind=kind, part_of=goal.id)


def new_activity() -> ActivityRow:
    """Return a blank activity."""
    return ActivityRow(id=new_row_id())


def new_commitment() -> CommitmentRow:
    """Return a blank line of who does what."""
    return CommitmentRow(id=new_row_id())


def new_row_id() -> str:
    """Return an id no other row has."""
    return str(uuid.uuid4())


def goals_at_top(goals: Sequence[GoalRow]) -> list[GoalRow]:
    """Return the goals that are no sub-goals, in order; one whose goal is gone is a goal itself."""
    known = {goal.id for goal in goals if goal.part_of is None}
    return [goal for goal in goals if goal.part_of not in known]


def sub_goals_of(goals: Sequence[GoalRow], goal: GoalRow) -> tuple[GoalRow, ...]:
    """Return the sub-goals of one goal, in order."""
    return tuple(one for one in goals if one.part_of == goal.id) if goal.part_of is None else ()


def goal_row(goal: Goal) -> GoalRow:
    """Return a goal as one would type it."""
    return GoalRow(
        id=goal.id,
        kind=goal.kind,
        text=goal.text,
        measure=goal.measure or "",
        part_of=goal.part_of,
        target=date_typed(goal.target_on),
        achieved_on=goal.achieved_on.isoformat() if goal.achieved_on else None,
    )


def activity_row(activity: Activity) -> ActivityRow:
    """Return an activity as one would type it."""
    return ActivityRow(
        id=activity.id,
        kind=activity.kind,
        text=activity.text,
        provider=activity.provider or "",
        department=activity.department or "",
        responsible=activity.responsible or "",
        starts=date_typed(activity.starts_on),
        ends=date_typed(activity.ends_on),
        hours=hours_text(activity.hours_per_week),
    )


def commitment_row(commitment: Commitment) -> CommitmentRow:
    """Return what somebody has taken upon themselves as one would type it."""
    return CommitmentRow(
        id=commitment.id,
        party=commitment.party,
        who=commitment.who or "",
        text=commitment.text,
        due=date_typed(commitment.due_on),
    )


def hours_text(hours: float | None) -> str:
    """Return "7,5", nothing where no hours are agreed."""
    return "" if hours is None else f"{hours:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def date_typed(day: date | None) -> str:
    """Return a date as one types it, nothing for none."""
    return short_date(day) if day else ""
