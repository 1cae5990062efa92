"""The one coherent plan: the former contract (kontrakt, § 19) and integration plan in one document."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.consent import Consent, health_consented_on
from desktop_app.domain.scan import Scan


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
    """A goal the citizen and the municipality have agreed on.

    `measure` is how both will see that it is reached. A sub-goal (delmål) is a step towards the goal `part_of` names.
    """

    id: str
    kind: GoalKind
    text: str
    measure: str | None = None
    part_of: str | None = None
    target_on: date | None = None
    achieved_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An agreed activity; `hours_per_week` is None where none are agreed, `responsible` sees to it that it happens."""

    id: str
    kind: ActivityKind
    text: str
    provider: str | None = None
    department: str | None = None
    responsible: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    hours_per_week: float | None = None
    version: int = 0

    @property
    def belongs_to_contract(self) -> bool:
        """Whether the activity is an offer under the Act and so part of the contract, not of the plan around it."""
        return self.kind in OFFERS_UNDER_THE_ACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The overall assessment (samlet vurdering) the plan rests on, BEK 208/2026 § 7; each text is None while unwritten.

    `asylum_phase` is what was learnt in the asylum phase. What is written of health is printed, and handed on, only
    where the citizen has consented, on the day `health_consent_on`.
    """

    education: str | None = None
    work: str | None = None
    family: str | None = None
    health: str | None = None
    health_consent_on: date | None = None
    network: str | None = None
    housing: str | None = None
    asylum_phase: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        texts = (self.education, self.work, self.family, self.health, self.network, self.housing, self.asylum_phase)
        return not any(text and text.strip() for text in texts)

    def lacks_consent(self, consents: Iterable[Consent] = (), on: date = date.max) -> bool:
        """Tell whether something is written of health that the citizen does not consent to on a day.

        `consents` are those of the case.
        """
        is_written = bool(self.health and self.health.strip())
        return is_written and health_consented_on(self.health_consent_on, consents, on) is None


NOTHING_ASSESSED: Final = Assessment()


class Party(StrEnum):
    """Who has taken something upon themselves."""

    CITIZEN = "citizen"
    MUNICIPALITY = "municipality"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Who does what (hvem gør hvad): one thing a party has taken upon itself; `who` names one of the others."""

    id: str
    party: Party
    text: str
    who: str | None = None
    due_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationOrder:
    """The order to take an education (uddannelsespålæg, § 16 a), which the plan must state where one is given."""

    given_on: date
    text: str


class NoSignature(StrEnum):
    """Why a citizen has not signed a plan that was concluded all the same.

    `DECIDED`: the two could not agree, and the municipality has decided the content (§ 19, stk. 8). That is a decision,
    so its reason and the guidance on complaints stand on the paper.
    """

    UNWILLING = "unwilling"
    UNABLE = "unable"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsigned:
    """That the citizen does not wish to sign (§ 19, stk. 8) or cannot, with the reason the case must hold."""

    why: NoSignature
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulment:
    """That a signature was registered by mistake, and why. What was frozen stays as it was."""

    on: date
    reason: str


class PlanState(StrEnum):
    """The life of a version, in order; `ANNULLED` is where a signature registered by mistake ends."""

    DRAFT = "draft"
    READY = "ready"
    SIGNED = "signed"
    REPLACED = "replaced"
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One numbered version of the plan with a citizen. Goals, activities and commitments stand as they were agreed.

    `ready_on` is the day its content was closed for signing. `unsigned` stands in the place of the citizen's signature.
    `scans` holds the signed paper as it was scanned, those that were taken away too.
    """

    id: str
    number: int
    ready_on: date | None = None
    signed_by_citizen_on: date | None = None
    signed_by_municipality_on: date | None = None
    signed_by_interpreter_on: date | None = None
    unsigned: Unsigned | None = None
    declaration_signed_on: date | None = None
    annulment: Annulment | None = None
    assessment: Assessment = NOTHING_ASSESSED
    education_order: EducationOrder | None = None
    goals: tuple[Goal, ...] = ()
    activities: tuple[Activity, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    scans: tuple[Scan, ...] = ()
    version: int = 0

    @property
    def signed_on(self) -> date | None:
        """The day the plan was concluded (§ 19, stk. 1): the later of the two signatures, None while one is missing.

        Where the citizen could not or would not sign, it is the day the municipality did. An annulled signature counts
        as none.
        """
        if self.annulment or self.signed_by_municipality_on is None:
            return None
        if self.signed_by_citizen_on is None:
            return self.signed_by_municipality_on if self.unsigned else None
        return max(self.signed_by_citizen_on, self.signed_by_municipality_on)

    @property
    def main_goals(self) -> tuple[Goal, ...]:
        """The employment and education goals; a sub-goal is a step towards one, and none itself."""
        return tuple(goal for goal in self.goals if goal.kind in MAIN_GOALS and goal.part_of is None)


def steps_at_their_goals(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Return the goals as they hold together: a step stands alone whose goal is not among them, or is a step itself."""
    given = tuple(goals)
    whole = {goal.id for goal in given if goal.part_of is None}
    return tuple(goal if goal.part_of in whole else replace(goal, part_of=None) for goal in given)


def numbers_on_paper(goals: Iterable[Goal]) -> dict[str, int]:
    """Return the number under which the paper lists each goal by its id; employment and education goals have none.

    Steps towards those come first, then the other goals; each step follows the goal it leads to.
    """
    given = steps_at_their_goals(goals)
    whole = sorted((goal for goal in given if goal.part_of is None), key=lambda goal: goal.kind not in MAIN_GOALS)
    listed = [one for goal in whole for one in (goal, *(step for step in given if step.part_of == goal.id))]
    numbered = [goal.id for goal in listed if goal.kind not in MAIN_GOALS or goal.part_of is not None]
    return {goal: number for number, goal in enumerate(numbered, start=1)}


def state_of(plan: Plan, plans: Iterable[Plan]) -> PlanState:
    """Return where a version stands in its life, among all the versions of its case."""
    if plan.annulment:
        return PlanState.ANNULLED
    if plan.signed_on:
        newer = any(other.signed_on and other.number > plan.number for other in plans)
        return PlanState.REPLACED if newer else PlanState.SIGNED
    return PlanState.READY if plan.ready_on else PlanState.DRAFT


def current_plan(plans: Iterable[Plan]) -> Plan | None:
    """Return the version to read and print: the highest number concluded, otherwise the highest not annulled."""
    ordered = sorted((plan for plan in plans if not plan.annulment), key=lambda plan: plan.number)
    signed = [plan for plan in ordered if plan.signed_on]
    return next(reversed(signed or ordered), None)
