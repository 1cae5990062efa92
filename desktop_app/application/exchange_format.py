"""Cases as the exchange format `enplan-cases` writes them, and back: plain dicts, one function each way side by side.

What comes in has been validated against the schema. Lists go out in one order whatever order they came in, so that two
stores with the same content write the same file; goals and activities keep the order in which they were agreed.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from desktop_app.domain.case import (
    Case,
    Complaint,
    Event,
    Move,
    MoveDirection,
    Note,
    Offer,
    OfferKind,
    ParentalLeave,
    Readiness,
    ReadinessKind,
    Result,
    ResultKind,
    Support,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.citizen import Citizen, Sex
from desktop_app.domain.dates import Period
from desktop_app.domain.follow_up import FollowUp, FollowUpForm
from desktop_app.domain.household import Household, HouseholdRole
from desktop_app.domain.plan import Activity, ActivityKind, Goal, GoalKind, Plan

FORMAT = "enplan-cases"
VERSION = 1

Json = dict[str, Any]
NewId = Callable[[], str]


def case_to_exchange(case: Case, household: str | None) -> Json:
    """Return a case as the format writes it; `household` is the id its household has in the file."""
    return {
        "case_number": case.case_number,
        "household": household,
        "household_role": case.household_role,
        "citizen": citizen_to_exchange(case.citizen),
        "target_group": case.target_group,
        "allocation_decided_on": _text(case.allocation_decided_on),
        "permit_granted_on": _text(case.permit_granted_on),
        "cpr_registered_on": _text(case.cpr_registered_on),
        "applied_in_denmark": case.applied_in_denmark,
        "takeover_on": _text(case.takeover_on),
        "responsible_caseworker": case.responsible_caseworker,
        "coordinating_department": case.coordinating_department,
        "support": _in_order({**_period_out(fact.period), "kind": fact.kind} for fact in case.support),
        "readiness": _in_order({**_period_out(fact.period), "kind": fact.kind} for fact in case.readiness),
        "parental_leave": _in_order(
            {**_period_out(leave.period), "child_born_on": _text(leave.child_born_on)} for leave in case.parental_leave
        ),
        "moves": _in_order(
            {
                "on": _text(move.on),
                "direction": move.direction,
                "municipality_code": move.municipality_code,
                "approved": move.approved,
            }
            for move in case.moves
        ),
        "events": _in_order({"on": _text(event.on), "duty": event.duty, "note": event.note} for event in case.events),
        "plans": [plan_to_exchange(plan) for plan in sorted(case.plans, key=lambda plan: plan.number)],
        "offers": _in_order(
            {
                "offered_on": _text(offer.offered_on),
                "kind": offer.kind,
                "company": offer.company,
                "starts_on": _text(offer.starts_on),
                "ends_on": _text(offer.ends_on),
                "hours_per_week": _number(offer.hours_per_week),
            }
            for offer in case.offers
        ),
        "follow_ups": _in_order(
            {
                "held_on": _text(talk.held_on),
                "form": talk.form,
                "attempted_only": talk.attempted_only,
                "note": talk.note,
            }
            for talk in case.follow_ups
        ),
        "complaints": _in_order(
            {
                "received_on": _text(complaint.received_on),
                "about": complaint.about,
                "decided_on": _text(complaint.decided_on),
                "outcome": complaint.outcome,
            }
            for complaint in case.complaints
        ),
        "results": _in_order(
            {"on": _text(result.on), "kind": result.kind, "note": result.note} for result in case.results
        ),
        "notes": _in_order({"on": _text(note.on), "text": note.text} for note in case.notes),
    }


def case_from_exchange(values: Mapping[str, Any], households: Mapping[str, Household], new_id: NewId) -> Case:
    """Return the case a validated file describes, with new ids; `households` maps the file's ids to households."""
    household = values.get("household")
    role = values.get("household_role")
    return Case(
        id=new_id(),
        case_number=values["case_number"],
        household=households[household] if household else None,
        household_role=HouseholdRole(role) if role else None,
        citizen=citizen_from_exchange(values["citizen"], new_id),
        target_group=TargetGroup(values["target_group"]),
        allocation_decided_on=_day(values, "allocation_decided_on"),
        permit_granted_on=_day(values, "permit_granted_on"),
        cpr_registered_on=_day(values, "cpr_registered_on"),
        applied_in_denmark=bool(values.get("applied_in_denmark")),
        takeover_on=_day(values, "takeover_on"),
        responsible_caseworker=values.get("responsible_caseworker"),
        coordinating_department=values.get("coordinating_department"),
        support=tuple(
            Support(id=new_id(), period=_period_in(fact), kind=SupportKind(fact["kind"]))
            for fact in _list(values, "support")
        ),
        readiness=tuple(
            Readiness(id=new_id(), period=_period_in(fact), kind=ReadinessKind(fact["kind"]))
            for fact in _list(values, "readiness")
        ),
        parental_leave=tuple(
            ParentalLeave(id=new_id(), period=_period_in(leave), child_born_on=_day(leave, "child_born_on"))
            for leave in _list(values, "parental_leave")
        ),
        moves=tuple(
            Move(
                id=new_id(),
                direction=MoveDirection(move["direction"]),
                on=date.fromisoformat(move["on"]),
                municipality_code=move.get("municipality_code"),
                approved=bool(move.get("approved")),
            )
            for move in _list(values, "moves")
        ),
        events=tuple(
            Event(id=new_id(), duty=event["duty"], on=date.fromisoformat(event["on"]), note=event.get("note"))
            for event in _list(values, "events")
        ),
        plans=tuple(
            sorted((plan_from_exchange(plan, new_id) for plan in _list(values, "plans")), key=lambda plan: plan.number)
        ),
        offers=tuple(
            Offer(
                id=new_id(),
                kind=OfferKind(offer["kind"]),
                company=offer.get("company"),
                offered_on=_day(offer, "offered_on"),
                starts_on=_day(offer, "starts_on"),
                ends_on=_day(offer, "ends_on"),
                hours_per_week=_float(offer.get("hours_per_week")),
            )
            for offer in _list(values, "offers")
        ),
        follow_ups=tuple(
            FollowUp(
                id=new_id(),
                held_on=date.fromisoformat(talk["held_on"]),
                form=FollowUpForm(talk["form"]),
                attempted_only=bool(talk.get("attempted_only")),
                note=talk.get("note"),
            )
            for talk in _list(values, "follow_ups")
        ),
        complaints=tuple(
            Complaint(
                id=new_id(),
                received_on=date.fromisoformat(complaint["received_on"]),
                about=complaint.get("about"),
                decided_on=_day(complaint, "decided_on"),
                outcome=complaint.get("outcome"),
            )
            for complaint in _list(values, "complaints")
        ),
        results=tuple(
            Result(
                id=new_id(),
                kind=ResultKind(result["kind"]),
                on=date.fromisoformat(result["on"]),
                note=result.get("note"),
            )
            for result in _list(values, "results")
        ),
        notes=tuple(
            Note(id=new_id(), on=date.fromisoformat(note["on"]), text=note["text"]) for note in _list(values, "notes")
        ),
    )


def citizen_to_exchange(citizen: Citizen) -> Json:
    """Return a citizen as the format writes one."""
    return {
        "given_names": citizen.given_names,
        "family_name": citizen.family_name,
        "native_name": citizen.native_name,
        "cpr": citizen.cpr,
        "birth_date": _text(citizen.birth_date),
        "sex": citizen.sex,
        "nationality": citizen.nationality,
        "languages": list(citizen.languages),
        "interpreter_language": citizen.interpreter_language,
        "address": citizen.address,
        "postal_code": citizen.postal_code,
        "city": citizen.city,
        "phone": citizen.phone,
        "email": citizen.email,
        "protected_address": citizen.protected_address,
    }


def citizen_from_exchange(values: Mapping[str, Any], new_id: NewId) -> Citizen:
    """Return the citizen a validated file describes, with a new id."""
    sex = values.get("sex")
    return Citizen(
        id=new_id(),
        given_names=values["given_names"],
        family_name=values["family_name"],
        native_name=values.get("native_name"),
        cpr=values.get("cpr"),
        birth_date=_day(values, "birth_date"),
        sex=Sex(sex) if sex else None,
        nationality=values.get("nationality"),
        languages=tuple(values.get("languages") or ()),
        interpreter_language=values.get("interpreter_language"),
        address=values.get("address"),
        postal_code=values.get("postal_code"),
        city=values.get("city"),
        phone=values.get("phone"),
        email=values.get("email"),
        protected_address=bool(values.get("protected_address")),
    )


def plan_to_exchange(plan: Plan) -> Json:
    """Return a version of a plan as the format writes it."""
    return {
        "version": plan.number,
        "signed_by_citizen_on": _text(plan.signed_by_citizen_on),
        "signed_by_municipality_on": _text(plan.signed_by_municipality_on),
        "declaration_signed_on": _text(plan.declaration_signed_on),
        "goals": [
            {
                "kind": goal.kind,
                "text": goal.text,
                "target_on": _text(goal.target_on),
                "achieved_on": _text(goal.achieved_on),
            }
            for goal in plan.goals
        ],
        "activities": [
            {
                "kind": activity.kind,
                "text": activity.text,
                "provider": activity.provider,
                "department": activity.department,
                "starts_on": _text(activity.starts_on),
                "ends_on": _text(activity.ends_on),
                "hours_per_week": _number(activity.hours_per_week),
            }
            for activity in plan.activities
        ],
    }


def plan_from_exchange(values: Mapping[str, Any], new_id: NewId) -> Plan:
    """Return the version of a plan a validated file describes, with new ids."""
    return Plan(
        id=new_id(),
        number=int(values["version"]),
        signed_by_citizen_on=_day(values, "signed_by_citizen_on"),
        signed_by_municipality_on=_day(values, "signed_by_municipality_on"),
        declaration_signed_on=_day(values, "declaration_signed_on"),
        goals=tuple(
            Goal(
                id=new_id(),
                kind=GoalKind(goal["kind"]),
                text=goal["text"],
                target_on=_day(goal, "target_on"),
                achieved_on=_day(goal, "achieved_on"),
            )
            for goal in _list(values, "goals")
        ),
        activities=tuple(
            Activity(
                id=new_id(),
                kind=ActivityKind(activity["kind"]),
                text=activity["text"],
                provider=activity.get("provider"),
                department=activity.get("department"),
                starts_on=_day(activity, "starts_on"),
                ends_on=_day(activity, "ends_on"),
                hours_per_week=_float(activity.get("hours_per_week")),
            )
            for activity in _list(values, "activities")
        ),
    )


def household_to_exchange(household: Household, household_id: str) -> Json:
    """Return a household as the format writes one, under an id local to the file."""
    return {
        "id": household_id,
        "name": household.name,
        "coordinating_caseworker": household.coordinating_caseworker,
    }


def household_from_exchange(values: Mapping[str, Any], new_id: NewId) -> Household:
    """Return the household a validated file describes, with a new id."""
    return Household(id=new_id(), name=values["name"], coordinating_caseworker=values.get("coordinating_caseworker"))


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(values: Mapping[str, Any], key: str) -> date | None:
    text = values.get(key)
    return date.fromisoformat(text) if text else None


def _number(value: float | None) -> float | int | None:
    """Return whole hours as the whole number they were written as."""
    return int(value) if value is not None and value == int(value) else value


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _period_out(period: Period) -> Json:
    return {"from": period.first.isoformat(), "to": _text(period.last)}


def _period_in(values: Mapping[str, Any]) -> Period:
    return Period(date.fromisoformat(values["from"]), _day(values, "to"))


def _list(values: Mapping[str, Any], key: str) -> Iterable[Mapping[str, Any]]:
    return values.get(key) or ()


def _in_order(items: Iterable[Json]) -> list[Json]:
    """Return the items by their values in the order they are written, the date first; what is missing comes last."""
    return sorted(items, key=lambda item: [(value is None, str(value)) for value in item.values()])
