"""What was agreed, as a document says it. What is written of health leaves the case only with consent."""

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.consent import Consent, health_consented_on
from desktop_app.domain.plan import Activity, Assessment, Commitment, EducationOrder, Goal
from desktop_app.domain.plan_snapshot import (
    PrintedActivity,
    PrintedAssessment,
    PrintedCommitment,
    PrintedEducationOrder,
    PrintedGoal,
)


def printed_goals(goals: Sequence[Goal]) -> tuple[PrintedGoal, ...]:
    """Return the goals; a step towards a goal that is not among them is a goal of its own."""
    places = {goal.id: place for place, goal in enumerate(goals, start=1)}
    return tuple(
        PrintedGoal(
            kind=goal.kind,
            text=goal.text,
            target_on=goal.target_on,
            achieved_on=goal.achieved_on,
            measure=_said(goal.measure),
            part_of=places.get(goal.part_of) if goal.part_of else None,
        )
        for goal in goals
    )


def printed_activities(activities: Sequence[Activity]) -> tuple[PrintedActivity, ...]:
    """Return the activities, each with the part of the document it belongs to."""
    return tuple(
        PrintedActivity(
            kind=activity.kind,
            text=activity.text,
            in_contract=activity.belongs_to_contract,
            provider=activity.provider,
            department=activity.department,
            starts_on=activity.starts_on,
            ends_on=activity.ends_on,
            hours_per_week=activity.hours_per_week,
            responsible=_said(activity.responsible),
        )
        for activity in activities
    )


def printed_assessment(
    assessment: Assessment, on: date, consents: Sequence[Consent] = (), *, told_on: date | None = None
) -> PrintedAssessment | None:
    """Return the assessment as it may be told on a day, None where there is nothing to tell.

    Health is told only if the citizen had consented by then, and has not withdrawn it when the paper is drawn
    (`told_on`, where that is later). `consents` are those of the case.
    """
    consented_on = health_consented_on(assessment.health_consent_on, consents, on)
    if consented_on and told_on and health_consented_on(consented_on, consents, told_on) is None:
        consented_on = None
    health = _said(assessment.health) if consented_on else None
    printed = PrintedAssessment(
        education=_said(assessment.education),
        work=_said(assessment.work),
        family=_said(assessment.family),
        health=health,
        health_consent_on=consented_on if health else None,
        network=_said(assessment.network),
        housing=_said(assessment.housing),
        asylum_phase=_said(assessment.asylum_phase),
    )
    return None if printed == PrintedAssessment() else printed


def printed_education_order(order: EducationOrder | None) -> PrintedEducationOrder | None:
    """Return the order, if one was given."""
    return PrintedEducationOrder(given_on=order.given_on, text=order.text) if order else None


def printed_commitments(commitments: Sequence[Commitment]) -> tuple[PrintedCommitment, ...]:
    """Return who does what; lines nobody has written anything on are left out."""
    return tuple(
        PrintedCommitment(party=one.party, text=one.text, who=_said(one.who), due_on=one.due_on)
        for one in commitments
        if one.text.strip() or _said(one.who)
    )


def _said(text: str | None) -> str | None:
    """Return what is written, or None where nothing is but space."""
    return text if text and text.strip() else None
