"""Versions of a plan as the exchange format `enplan-cases` writes them, and back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from desktop_app.application.exchange_values import Json, day_in, hours_in, list_in, number_of, text_of
from desktop_app.domain.consent import Consent, health_consented_on
from desktop_app.domain.plan import (
    NOTHING_ASSESSED,
    Activity,
    ActivityKind,
    Annulment,
    Assessment,
    Commitment,
    EducationOrder,
    Goal,
    GoalKind,
    NoSignature,
    Party,
    Plan,
    Unsigned,
    steps_at_their_goals,
)


def plan_to_exchange(plan: Plan, consents: Sequence[Consent] = ()) -> Json:
    """Return a version of a plan as the format writes it.

    A step names the place of its goal in the list, counted from one. What is written of health without consent stays.
    """
    places = {goal.id: place for place, goal in enumerate(plan.goals, start=1)}
    return {
        "version": plan.number,
        "ready_on": text_of(plan.ready_on),
        "signed_by_citizen_on": text_of(plan.signed_by_citizen_on),
        "signed_by_municipality_on": text_of(plan.signed_by_municipality_on),
        "signed_by_interpreter_on": text_of(plan.signed_by_interpreter_on),
        "not_signed": {"why": plan.unsigned.why, "reason": plan.unsigned.reason} if plan.unsigned else None,
        "declaration_signed_on": text_of(plan.declaration_signed_on),
        "annulled": {"on": text_of(plan.annulment.on), "reason": plan.annulment.reason} if plan.annulment else None,
        "assessment": _assessment_of(plan.assessment, consents),
        "education_order": (
            {"given_on": text_of(plan.education_order.given_on), "text": plan.education_order.text}
            if plan.education_order
            else None
        ),
        "goals": [
            {
                "kind": goal.kind,
                "text": goal.text,
                "measure": goal.measure,
                "part_of": places[goal.part_of] if goal.part_of else None,
                "target_on": text_of(goal.target_on),
                "achieved_on": text_of(goal.achieved_on),
            }
            for goal in steps_at_their_goals(plan.goals)
        ],
        "activities": [
            {
                "kind": activity.kind,
                "text": activity.text,
                "provider": activity.provider,
                "department": activity.department,
                "responsible": activity.responsible,
                "starts_on": text_of(activity.starts_on),
                "ends_on": text_of(activity.ends_on),
                "hours_per_week": number_of(activity.hours_per_week),
            }
            for activity in plan.activities
        ],
        "commitments": [
            {"party": one.party, "who": one.who, "text": one.text, "due_on": text_of(one.due_on)}
            for one in plan.commitments
        ],
    }


def plan_from_exchange(values: Mapping[str, Any], new_id: Callable[[], str]) -> Plan:
    """Return the version of a plan a validated file describes, with new ids."""
    goals = list(list_in(values, "goals"))
    ids = [new_id() for _ in goals]
    return Plan(
        id=new_id(),
        number=int(values["version"]),
        ready_on=day_in(values, "ready_on"),
        signed_by_citizen_on=day_in(values, "signed_by_citizen_on"),
        signed_by_municipality_on=day_in(values, "signed_by_municipality_on"),
        signed_by_interpreter_on=day_in(values, "signed_by_interpreter_on"),
        unsigned=_unsigned_in(values.get("not_signed")),
        declaration_signed_on=day_in(values, "declaration_signed_on"),
        annulment=_annulment_in(values.get("annulled")),
        assessment=_assessment_in(values.get("assessment")),
        education_order=_education_order_in(values.get("education_order")),
        goals=tuple(
            Goal(
                id=goal_id,
                kind=GoalKind(goal["kind"]),
                text=goal["text"],
                measure=goal.get("measure"),
                part_of=ids[int(goal["part_of"]) - 1] if goal.get("part_of") else None,
                target_on=day_in(goal, "target_on"),
                achieved_on=day_in(goal, "achieved_on"),
            )
            for goal_id, goal in zip(ids, goals, strict=True)
        ),
        activities=tuple(
            Activity(
                id=new_id(),
                kind=ActivityKind(activity["kind"]),
                text=activity["text"],
                provider=activity.get("provider"),
                department=activity.get("department"),
                responsible=activity.get("responsible"),
                starts_on=day_in(activity, "starts_on"),
                ends_on=day_in(activity, "ends_on"),
                hours_per_week=hours_in(activity, "hours_per_week"),
            )
            for activity in list_in(values, "activities")
        ),
        commitments=tuple(
            Commitment(
                id=new_id(),
                party=Party(one["party"]),
                text=one["text"],
                who=one.get("who"),
                due_on=day_in(one, "due_on"),
            )
            for one in list_in(values, "commitments")
        ),
    )


def _assessment_of(assessment: Assessment, consents: Sequence[Consent]) -> Json | None:
    consented_on = health_consented_on(assessment.health_consent_on, consents)
    is_told = consented_on is not None
    told = replace(assessment, health=assessment.health if is_told else None, health_consent_on=consented_on)
    if told == NOTHING_ASSESSED:
        return None
    return {**asdict(told), "health_consent_on": text_of(told.health_consent_on)}


def _assessment_in(values: Mapping[str, Any] | None) -> Assessment:
    return (
        Assessment(**{**values, "health_consent_on": day_in(values, "health_consent_on")}) if values else Assessment()
    )


def _education_order_in(values: Mapping[str, Any] | None) -> EducationOrder | None:
    return EducationOrder(given_on=date.fromisoformat(values["given_on"]), text=values["text"]) if values else None


def _unsigned_in(values: Mapping[str, Any] | None) -> Unsigned | None:
    return Unsigned(why=NoSignature(values["why"]), reason=values["reason"]) if values else None


def _annulment_in(values: Mapping[str, Any] | None) -> Annulment | None:
    return Annulment(on=date.fromisoformat(values["on"]), reason=values["reason"]) if values else None
