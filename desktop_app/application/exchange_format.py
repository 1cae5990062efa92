"""Cases as the exchange format `enplan-cases` writes them, and back: plain dicts, one function each way side by side.

What comes in has been validated against the schema. Lists go out in one order whatever order they came in, so that two
stores with the same content write the same file; goals, activities and commitments keep the
order in which they were agreed.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desktop_app.application.exchange_follow_ups import follow_up_from_exchange, follow_up_to_exchange
from desktop_app.application.exchange_plans import plan_from_exchange, plan_to_exchange
from desktop_app.application.exchange_values import (
    Json,
    day_in,
    hours_in,
    in_order,
    list_in,
    number_of,
    period_in,
    period_of,
    text_of,
)
from desktop_app.domain.case import (
    Case,
    Complaint,
    CorrectedFact,
    Event,
    FactCorrection,
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
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.household import Household, HouseholdRole

FORMAT = "enplan-cases"
VERSION = 1

NewId = Callable[[], str]


def case_to_exchange(case: Case, household: str | None) -> Json:
    """Return a case as the format writes it; `household` is the id its household has in the file."""
    return {
        "case_number": case.case_number,
        "household": household,
        "household_role": case.household_role,
        "citizen": citizen_to_exchange(case.citizen),
        "target_group": case.target_group,
        "allocation_decided_on": text_of(case.allocation_decided_on),
        "permit_granted_on": text_of(case.permit_granted_on),
        "cpr_registered_on": text_of(case.cpr_registered_on),
        "applied_in_denmark": case.applied_in_denmark,
        "takeover_on": text_of(case.takeover_on),
        "responsible_caseworker": case.responsible_caseworker,
        "coordinating_department": case.coordinating_department,
        "support": in_order({**period_of(fact.period), "kind": fact.kind} for fact in case.support),
        "readiness": in_order({**period_of(fact.period), "kind": fact.kind} for fact in case.readiness),
        "parental_leave": in_order(
            {**period_of(leave.period), "child_born_on": text_of(leave.child_born_on)} for leave in case.parental_leave
        ),
        "moves": in_order(
            {
                "on": text_of(move.on),
                "direction": move.direction,
                "municipality_code": move.municipality_code,
                "approved": move.approved,
            }
            for move in case.moves
        ),
        "events": in_order({"on": text_of(event.on), "duty": event.duty, "note": event.note} for event in case.events),
        "plans": [plan_to_exchange(plan, case.consents) for plan in sorted(case.plans, key=lambda plan: plan.number)],
        "offers": in_order(
            {
                "offered_on": text_of(offer.offered_on),
                "kind": offer.kind,
                "company": offer.company,
                "starts_on": text_of(offer.starts_on),
                "ends_on": text_of(offer.ends_on),
                "hours_per_week": number_of(offer.hours_per_week),
            }
            for offer in case.offers
        ),
        "follow_ups": in_order(follow_up_to_exchange(talk) for talk in case.follow_ups),
        "complaints": in_order(
            {
                "received_on": text_of(complaint.received_on),
                "about": complaint.about,
                "decided_on": text_of(complaint.decided_on),
                "outcome": complaint.outcome,
            }
            for complaint in case.complaints
        ),
        "results": in_order(
            {"on": text_of(result.on), "kind": result.kind, "note": result.note} for result in case.results
        ),
        "notes": in_order({"on": text_of(note.on), "text": note.text} for note in case.notes),
        "corrections": in_order(
            {
                "on": text_of(correction.on),
                "fact": correction.fact,
                "before": text_of(correction.before),
                "after": text_of(correction.after),
                "reason": correction.reason,
            }
            for correction in case.corrections
        ),
        "decisions": in_order(decision_to_exchange(decision) for decision in case.decisions),
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
        allocation_decided_on=day_in(values, "allocation_decided_on"),
        permit_granted_on=day_in(values, "permit_granted_on"),
        cpr_registered_on=day_in(values, "cpr_registered_on"),
        applied_in_denmark=bool(values.get("applied_in_denmark")),
        takeover_on=day_in(values, "takeover_on"),
        responsible_caseworker=values.get("responsible_caseworker"),
        coordinating_department=values.get("coordinating_department"),
        support=tuple(
            Support(id=new_id(), period=period_in(fact), kind=SupportKind(fact["kind"]))
            for fact in list_in(values, "support")
        ),
        readiness=tuple(
            Readiness(id=new_id(), period=period_in(fact), kind=ReadinessKind(fact["kind"]))
            for fact in list_in(values, "readiness")
        ),
        parental_leave=tuple(
            ParentalLeave(id=new_id(), period=period_in(leave), child_born_on=day_in(leave, "child_born_on"))
            for leave in list_in(values, "parental_leave")
        ),
        moves=tuple(
            Move(
                id=new_id(),
                direction=MoveDirection(move["direction"]),
                on=date.fromisoformat(move["on"]),
                municipality_code=move.get("municipality_code"),
                approved=bool(move.get("approved")),
            )
            for move in list_in(values, "moves")
        ),
        events=tuple(
            Event(id=new_id(), duty=event["duty"], on=date.fromisoformat(event["on"]), note=event.get("note"))
            for event in list_in(values, "events")
        ),
        plans=tuple(
            sorted(
                (plan_from_exchange(plan, new_id) for plan in list_in(values, "plans")), key=lambda plan: plan.number
            )
        ),
        offers=tuple(
            Offer(
                id=new_id(),
                kind=OfferKind(offer["kind"]),
                company=offer.get("company"),
                offered_on=day_in(offer, "offered_on"),
                starts_on=day_in(offer, "starts_on"),
                ends_on=day_in(offer, "ends_on"),
                hours_per_week=hours_in(offer, "hours_per_week"),
            )
            for offer in list_in(values, "offers")
        ),
        follow_ups=tuple(follow_up_from_exchange(talk, new_id) for talk in list_in(values, "follow_ups")),
        complaints=tuple(
            Complaint(
                id=new_id(),
                received_on=date.fromisoformat(complaint["received_on"]),
                about=complaint.get("about"),
                decided_on=day_in(complaint, "decided_on"),
                outcome=complaint.get("outcome"),
            )
            for complaint in list_in(values, "complaints")
        ),
        results=tuple(
            Result(
                id=new_id(),
                kind=ResultKind(result["kind"]),
                on=date.fromisoformat(result["on"]),
                note=result.get("note"),
            )
            for result in list_in(values, "results")
        ),
        notes=tuple(
            Note(id=new_id(), on=date.fromisoformat(note["on"]), text=note["text"]) for note in list_in(values, "notes")
        ),
        corrections=tuple(
            FactCorrection(
                id=new_id(),
                fact=CorrectedFact(correction["fact"]),
                before=day_in(correction, "before"),
                after=day_in(correction, "after"),
                reason=correction["reason"],
                on=date.fromisoformat(correction["on"]),
            )
            for correction in list_in(values, "corrections")
        ),
        decisions=tuple(decision_from_exchange(decision, new_id) for decision in list_in(values, "decisions")),
    )


def citizen_to_exchange(citizen: Citizen) -> Json:
    """Return a citizen as the format writes one."""
    return {
        "given_names": citizen.given_names,
        "family_name": citizen.family_name,
        "native_name": citizen.native_name,
        "cpr": citizen.cpr,
        "birth_date": text_of(citizen.birth_date),
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
        birth_date=day_in(values, "birth_date"),
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


def decision_to_exchange(decision: DeadlineDecision) -> Json:
    """Return a decision about a deadline as the format writes one."""
    return {
        "made_on": text_of(decision.made_on),
        "made_by": decision.made_by or None,
        "duty": decision.duty,
        "kind": decision.kind,
        "computed_on": text_of(decision.computed_on),
        "on": text_of(decision.on),
        "cause": decision.cause,
        "reason": decision.reason or None,
    }


def decision_from_exchange(values: Mapping[str, Any], new_id: NewId) -> DeadlineDecision:
    """Return the decision about a deadline a validated file describes, with a new id."""
    cause = values.get("cause")
    return DeadlineDecision(
        id=new_id(),
        duty=DutyId(values["duty"]),
        kind=DecisionKind(values["kind"]),
        computed_on=date.fromisoformat(values["computed_on"]),
        made_on=date.fromisoformat(values["made_on"]),
        made_by=values.get("made_by") or "",
        on=day_in(values, "on"),
        cause=DelayCause(cause) if cause else None,
        reason=values.get("reason") or "",
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
