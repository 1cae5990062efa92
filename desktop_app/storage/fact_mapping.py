"""Dated facts of a case: domain object -> values of a record and back, both directions side by side."""

from desktop_app.domain.case import (
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
)
from desktop_app.domain.consent import Consent, ConsentPurpose
from desktop_app.domain.dates import Period
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.storage.kinds import Values

SUPPORT = "support"
READINESS = "readiness"


def support_values(support: Support) -> Values:
    """Return what a status period says about support."""
    return {
        "aspect": SUPPORT,
        "kind": support.kind.value,
        "starts_on": support.period.first,
        "ends_on": support.period.last,
    }


def support_from(row: Values) -> Support:
    """Return the support a status period holds."""
    return Support(
        id=row["id"],
        version=row["version"],
        kind=SupportKind(row["kind"]),
        period=Period(row["starts_on"], row["ends_on"]),
    )


def readiness_values(readiness: Readiness) -> Values:
    """Return what a status period says about readiness."""
    return {
        "aspect": READINESS,
        "kind": readiness.kind.value,
        "starts_on": readiness.period.first,
        "ends_on": readiness.period.last,
    }


def readiness_from(row: Values) -> Readiness:
    """Return the readiness a status period holds."""
    return Readiness(
        id=row["id"],
        version=row["version"],
        kind=ReadinessKind(row["kind"]),
        period=Period(row["starts_on"], row["ends_on"]),
    )


def leave_values(leave: ParentalLeave) -> Values:
    """Return the values of a parental leave."""
    return {"child_born_on": leave.child_born_on, "starts_on": leave.period.first, "ends_on": leave.period.last}


def leave_from(row: Values) -> ParentalLeave:
    """Return the parental leave a row holds."""
    return ParentalLeave(
        id=row["id"],
        version=row["version"],
        child_born_on=row["child_born_on"],
        period=Period(row["starts_on"], row["ends_on"]),
    )


def move_values(move: Move) -> Values:
    """Return the values of a move."""
    return {
        "direction": move.direction.value,
        "moved_on": move.on,
        "municipality_code": move.municipality_code,
        "approved": move.approved,
    }


def move_from(row: Values) -> Move:
    """Return the move a row holds."""
    return Move(
        id=row["id"],
        version=row["version"],
        direction=MoveDirection(row["direction"]),
        on=row["moved_on"],
        municipality_code=row["municipality_code"],
        approved=row["approved"],
    )


def event_values(event: Event) -> Values:
    """Return the values of an event."""
    return {"duty": event.duty, "happened_on": event.on, "note": event.note}


def event_from(row: Values) -> Event:
    """Return the event a row holds."""
    return Event(id=row["id"], version=row["version"], duty=row["duty"], on=row["happened_on"], note=row["note"])


def offer_values(offer: Offer) -> Values:
    """Return the values of an offer."""
    return {
        "kind": offer.kind.value,
        "company": offer.company,
        "offered_on": offer.offered_on,
        "starts_on": offer.starts_on,
        "ends_on": offer.ends_on,
        "hours_per_week": offer.hours_per_week,
    }


def offer_from(row: Values) -> Offer:
    """Return the offer a row holds."""
    return Offer(
        id=row["id"],
        version=row["version"],
        kind=OfferKind(row["kind"]),
        company=row["company"],
        offered_on=row["offered_on"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        hours_per_week=row["hours_per_week"],
    )


def complaint_values(complaint: Complaint) -> Values:
    """Return the values of a complaint."""
    return {
        "received_on": complaint.received_on,
        "about": complaint.about,
        "decided_on": complaint.decided_on,
        "outcome": complaint.outcome,
    }


def complaint_from(row: Values) -> Complaint:
    """Return the complaint a row holds."""
    return Complaint(
        id=row["id"],
        version=row["version"],
        received_on=row["received_on"],
        about=row["about"],
        decided_on=row["decided_on"],
        outcome=row["outcome"],
    )


def result_values(result: Result) -> Values:
    """Return the values of a result."""
    return {"kind": result.kind.value, "reached_on": result.on, "note": result.note}


def result_from(row: Values) -> Result:
    """Return the result a row holds."""
    return Result(
        id=row["id"], version=row["version"], kind=ResultKind(row["kind"]), on=row["reached_on"], note=row["note"]
    )


def note_values(note: Note) -> Values:
    """Return the values of a note."""
    return {"written_on": note.on, "text": note.text}


def note_from(row: Values) -> Note:
    """Return the note a row holds."""
    return Note(id=row["id"], version=row["version"], on=row["written_on"], text=row["text"])


def fact_correction_values(correction: FactCorrection) -> Values:
    """Return the values of the correction of a fact."""
    return {
        "fact": correction.fact.value,
        "date_before": correction.before,
        "date_after": correction.after,
        "reason": correction.reason,
        "corrected_on": correction.on,
    }


def fact_correction_from(row: Values) -> FactCorrection:
    """Return the correction of a fact a row holds."""
    return FactCorrection(
        id=row["id"],
        version=row["version"],
        fact=CorrectedFact(row["fact"]),
        before=row["date_before"],
        after=row["date_after"],
        reason=row["reason"],
        on=row["corrected_on"],
    )


def consent_values(consent: Consent) -> Values:
    """Return the values of a consent."""
    return {
        "purpose": consent.purpose.value,
        "given_on": consent.given_on,
        "with_whom": consent.with_whom,
        "withdrawn_on": consent.withdrawn_on,
    }


def consent_from(row: Values) -> Consent:
    """Return the consent a row holds."""
    return Consent(
        id=row["id"],
        version=row["version"],
        purpose=ConsentPurpose(row["purpose"]),
        given_on=row["given_on"],
        with_whom=row["with_whom"],
        withdrawn_on=row["withdrawn_on"],
    )


def decision_values(decision: DeadlineDecision) -> Values:
    """Return the values of a decision about a deadline."""
    return {
        "duty": decision.duty.value,
        "kind": decision.kind.value,
        "computed_on": decision.computed_on,
        "meant_on": decision.on,
        "cause": decision.cause and decision.cause.value,
        "reason": decision.reason,
        "made_on": decision.made_on,
        "made_by": decision.made_by,
    }


def decision_from(row: Values) -> DeadlineDecision:
    """Return the decision about a deadline a row holds."""
    return DeadlineDecision(
        id=row["id"],
        version=row["version"],
        duty=DutyId(row["duty"]),
        kind=DecisionKind(row["kind"]),
        computed_on=row["computed_on"],
        on=row["meant_on"],
        cause=DelayCause(row["cause"]) if row["cause"] else None,
        reason=row["reason"],
        made_on=row["made_on"],
        made_by=row["made_by"],
    )
