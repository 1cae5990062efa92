"""Versions of a plan as the exchange format `enplan-cases` writes them, and back."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desktop_app.application.exchange_values import Json, day_in, hours_in, list_in, number_of, text_of
from desktop_app.domain.plan import Activity, ActivityKind, Annulment, Goal, GoalKind, NoSignature, Plan, Unsigned


def plan_to_exchange(plan: Plan) -> Json:
    """Return a version of a plan as the format writes it."""
    return {
        "version": plan.number,
        "ready_on": text_of(plan.ready_on),
        "signed_by_citizen_on": text_of(plan.signed_by_citizen_on),
        "signed_by_municipality_on": text_of(plan.signed_by_municipality_on),
        "signed_by_interpreter_on": text_of(plan.signed_by_interpreter_on),
        "not_signed": {"why": plan.unsigned.why, "reason": plan.unsigned.reason} if plan.unsigned else None,
        "declaration_signed_on": text_of(plan.declaration_signed_on),
        "annulled": {"on": text_of(plan.annulment.on), "reason": plan.annulment.reason} if plan.annulment else None,
        "goals": [
            {
                "kind": goal.kind,
                "text": goal.text,
                "target_on": text_of(goal.target_on),
                "achieved_on": text_of(goal.achieved_on),
            }
            for goal in plan.goals
        ],
        "activities": [
            {
                "kind": activity.kind,
                "text": activity.text,
                "provider": activity.provider,
                "department": activity.department,
                "starts_on": text_of(activity.starts_on),
                "ends_on": text_of(activity.ends_on),
                "hours_per_week": number_of(activity.hours_per_week),
            }
            for activity in plan.activities
        ],
    }


def plan_from_exchange(values: Mapping[str, Any], new_id: Callable[[], str]) -> Plan:
    """Return the version of a plan a validated file describes, with new ids."""
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
        goals=tuple(
            Goal(
                id=new_id(),
                kind=GoalKind(goal["kind"]),
                text=goal["text"],
                target_on=day_in(goal, "target_on"),
                achieved_on=day_in(goal, "achieved_on"),
            )
            for goal in list_in(values, "goals")
        ),
        activities=tuple(
            Activity(
                id=new_id(),
                kind=ActivityKind(activity["kind"]),
                text=activity["text"],
                provider=activity.get("provider"),
                department=activity.get("department"),
                starts_on=day_in(activity, "starts_on"),
                ends_on=day_in(activity, "ends_on"),
                hours_per_week=hours_in(activity, "hours_per_week"),
            )
            for activity in list_in(values, "activities")
        ),
    )


def _unsigned_in(values: Mapping[str, Any] | None) -> Unsigned | None:
    return Unsigned(why=NoSignature(values["why"]), reason=values["reason"]) if values else None


def _annulment_in(values: Mapping[str, Any] | None) -> Annulment | None:
    return Annulment(on=date.fromisoformat(values["on"]), reason=values["reason"]) if values else None
