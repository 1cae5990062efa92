"""The one coherent plan: the former contract (kontrakt, § 19) and integration plan in one document."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class GoalKind(StrEnum):
    """What a goal (mål) is about; an employment or education goal is what § 19, stk. 4 asks for."""

    EMPLOYMENT = "employment"
    EDUCATION = "education"
    DANISH = "danish"
    HEALTH = "health"
    CITIZENSHIP = "citizenship"
    FAMILY = "family"
    HOUSING = "housing"
    OTHER = "other"


MAIN_GOALS = frozenset({GoalKind.EMPLOYMENT, GoalKind.EDUCATION})


class ActivityKind(StrEnum):
    """What an activity in the plan is."""

    DANISH_EDUCATION = "danish_education"
    WORK_PLACEMENT = "work_placement"
    WAGE_SUBSIDY = "wage_subsidy"
    ORDINARY_HOURS = "ordinary_hours"
    COMMUNITY_SERVICE = "community_service"
    GUIDANCE = "guidance"
    MENTOR = "mentor"
    HEALTH = "health"
    RECOGNITION = "recognition"
    PRIOR_LEARNING = "prior_learning"
    CIVIC_COURSE = "civic_course"
    ASSOCIATION = "association"
    IGU = "igu"
    SCHOOL_OR_DAYCARE = "school_or_daycare"
    LEISURE = "leisure"
    OTHER = "other"


OFFERS_UNDER_THE_ACT = frozenset(
    {
        ActivityKind.DANISH_EDUCATION,
        ActivityKind.WORK_PLACEMENT,
        ActivityKind.WAGE_SUBSIDY,
        ActivityKind.ORDINARY_HOURS,
        ActivityKind.COMMUNITY_SERVICE,
        ActivityKind.GUIDANCE,
        ActivityKind.MENTOR,
        ActivityKind.RECOGNITION,
        ActivityKind.PRIOR_LEARNING,
        ActivityKind.IGU,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal the citizen and the municipality have agreed on."""

    id: str
    kind: GoalKind
    text: str
    target_on: date | None = None
    achieved_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An agreed activity; `hours_per_week` is None where no hours are agreed."""

    id: str
    kind: ActivityKind
    text: str
    provider: str | None = None
    department: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    hours_per_week: float | None = None
    version: int = 0

    @property
    def belongs_to_contract(self) -> bool:
        """Whether the activity is an offer under the Act and so part of the contract, not of the plan around it."""
        return self.kind in OFFERS_UNDER_THE_ACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One numbered version of the plan with a citizen. Goals and activities stand in the order they were agreed."""

    id: str
    number: int
    signed_by_citizen_on: date | None = None
    signed_by_municipality_on: date | None = None
    declaration_signed_on: date | None = None
    goals: tuple[Goal, ...] = ()
    activities: tuple[Activity, ...] = ()
    version: int = 0

    @property
    def signed_on(self) -> date | None:
        """The later of the two signatures: the day both had signed (§ 19, stk. 1), or None while one is missing."""
        if self.signed_by_citizen_on is None or self.signed_by_municipality_on is None:
            return None
        return max(self.signed_by_citizen_on, self.signed_by_municipality_on)

    @property
    def main_goals(self) -> tuple[Goal, ...]:
        """The employment and education goals."""
        return tuple(goal for goal in self.goals if goal.kind in MAIN_GOALS)


def current_plan(plans: Iterable[Plan]) -> Plan | None:
    """Return the version to read and print: the highest number both have signed, otherwise the highest number."""
    ordered = sorted(plans, key=lambda plan: plan.number)
    signed = [plan for plan in ordered if plan.signed_on]
    return next(reversed(signed or ordered), None)
