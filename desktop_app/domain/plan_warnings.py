"""What is worth a second look in a plan before it is signed. Nothing here keeps a plan from being concluded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.consent import Consent
from desktop_app.domain.plan import Activity, Plan
from desktop_app.domain.weekly_hours import WeeklyHours, most_weekly_hours


class WarningKind(StrEnum):
    """What does not add up."""

    ENDS_BEFORE_START = "ends_before_start"
    ACTIVITY_AFTER_PROGRAMME = "activity_after_programme"
    TOO_MANY_HOURS = "too_many_hours"
    GOAL_AFTER_PROGRAMME = "goal_after_programme"
    NO_FOLLOW_UP_DATE = "no_follow_up_date"
    NO_ASSESSMENT = "no_assessment"
    HEALTH_WITHOUT_CONSENT = "health_without_consent"
    HEALTH_CONSENT_WITHDRAWN = "health_consent_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWarning:
    """One warning; `record` is the id of the goal or activity it is about, empty where it is about the plan.

    `on` is the day it speaks of. Of too many hours `hours` are those of `count` activities together, `limit` those of
    a full week.
    """

    kind: WarningKind
    record: str = ""
    on: date | None = None
    count: int = 0
    hours: float = 0
    limit: float = 0


def plan_warnings(
    plan: Plan,
    *,
    programme_ends_on: date | None,
    next_follow_up_on: date | None,
    full_week: float | None,
    consents: Sequence[Consent] = (),
) -> list[PlanWarning]:
    """Return the warnings about a plan: activities first, then goals, then the plan as a whole.

    `full_week` is how many hours of activities a week can hold; None where nothing is said of it.
    """
    return [
        *_about_activities(plan, programme_ends_on),
        *_about_hours(contract_hours(plan), full_week),
        *_about_goals(plan, programme_ends_on),
        *([] if next_follow_up_on else [PlanWarning(kind=WarningKind.NO_FOLLOW_UP_DATE)]),
        *_about_assessment(plan, consents),
    ]


def contract_hours(plan: Plan) -> WeeklyHours[Activity] | None:
    """Return the fullest week of the contract part; what the plan adds around it is not counted against anybody."""
    return most_weekly_hours([activity for activity in plan.activities if activity.belongs_to_contract])


def _about_activities(plan: Plan, programme_ends_on: date | None) -> Iterator[PlanWarning]:
    for activity in plan.activities:
        first, last = activity.starts_on, activity.ends_on
        if first and last and last < first:
            yield PlanWarning(kind=WarningKind.ENDS_BEFORE_START, record=activity.id, on=last)
        if programme_ends_on and last and last > programme_ends_on:
            yield PlanWarning(kind=WarningKind.ACTIVITY_AFTER_PROGRAMME, record=activity.id, on=programme_ends_on)


def _about_hours(most: WeeklyHours[Activity] | None, full_week: float | None) -> Iterator[PlanWarning]:
    if most and full_week is not None and most.total > full_week:
        yield PlanWarning(
            kind=WarningKind.TOO_MANY_HOURS,
            record=most.running[-1].id,
            on=most.since,
            count=len(most.running),
            hours=most.total,
            limit=full_week,
        )


def _about_assessment(plan: Plan, consents: Sequence[Consent]) -> Iterator[PlanWarning]:
    """Warn of what BEK 208/2026 § 7 asks for and nobody wrote, and of health that will not be on the paper."""
    if plan.assessment.is_blank:
        yield PlanWarning(kind=WarningKind.NO_ASSESSMENT)
    if plan.assessment.lacks_consent(consents):
        is_withdrawn = plan.assessment.health_consent_on is not None
        kind = WarningKind.HEALTH_CONSENT_WITHDRAWN if is_withdrawn else WarningKind.HEALTH_WITHOUT_CONSENT
        yield PlanWarning(kind=kind)


def _about_goals(plan: Plan, programme_ends_on: date | None) -> Iterator[PlanWarning]:
    for goal in plan.goals:
        if programme_ends_on and goal.target_on and goal.target_on > programme_ends_on:
            yield PlanWarning(kind=WarningKind.GOAL_AFTER_PROGRAMME, record=goal.id, on=programme_ends_on)
