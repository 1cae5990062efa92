"""Cases with everything below them: domain object -> records and back, both directions side by side."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from desktop_app.domain.case import Case, TargetGroup
from desktop_app.domain.household import HouseholdRole
from desktop_app.storage import fact_mapping as facts
from desktop_app.storage.case_order import in_order
from desktop_app.storage.follow_up_mapping import follow_up_from, follow_up_records
from desktop_app.storage.kinds import Stored, Values
from desktop_app.storage.party_mapping import citizen_from, household_from
from desktop_app.storage.plan_mapping import SCANS, plan_from, plan_records

_FACTS: Final[tuple[tuple[str, str, Callable[[Any], Values]], ...]] = (
    ("support", "status_periods", facts.support_values),
    ("readiness", "status_periods", facts.readiness_values),
    ("parental_leave", "parental_leaves", facts.leave_values),
    ("moves", "moves", facts.move_values),
    ("events", "events", facts.event_values),
    ("offers", "offers", facts.offer_values),
    ("complaints", "complaints", facts.complaint_values),
    ("results", "results", facts.result_values),
    ("notes", "notes", facts.note_values),
    ("corrections", "fact_corrections", facts.fact_correction_values),
    ("consents", "consents", facts.consent_values),
    ("decisions", "deadline_decisions", facts.decision_values),
)


def case_records(case: Case) -> Iterator[Stored]:
    """Return the records a case is kept in: the case and all below it, but neither its citizen nor its household."""
    yield Stored(
        "cases",
        {
            "id": case.id,
            "version": case.version,
            "case_number": case.case_number,
            "citizen_id": case.citizen.id,
            "household_id": case.household and case.household.id,
            "household_role": case.household_role and case.household_role.value,
            "target_group": case.target_group.value,
            "allocation_decided_on": case.allocation_decided_on,
            "permit_granted_on": case.permit_granted_on,
            "cpr_registered_on": case.cpr_registered_on,
            "applied_in_denmark": case.applied_in_denmark,
            "takeover_on": case.takeover_on,
            "responsible_caseworker": case.responsible_caseworker,
            "coordinating_department": case.coordinating_department,
        },
    )
    for name, kind, values_of in _FACTS:
        for fact in getattr(case, name):
            yield Stored(kind, {"id": fact.id, "version": fact.version, "case_id": case.id, **values_of(fact)})
    for talk in case.follow_ups:
        yield from follow_up_records(talk, case.id)
    for plan in case.plans:
        yield from plan_records(plan, case.id)


def case_from(row: Values, citizen: Values, household: Values | None, below: Callable[[str], list[Values]]) -> Case:
    """Return the case these rows hold; `below` gives the rows of a kind that belong to it, in any order.

    The row of a plan holds those of its scans under `SCANS`.
    """
    status, talk_corrections = below("status_periods"), below("follow_up_corrections")
    goals, activities, commitments = below("goals"), below("activities"), below("commitments")
    return in_order(
        Case(
            id=row["id"],
            version=row["version"],
            case_number=row["case_number"],
            citizen=citizen_from(citizen),
            household=household_from(household) if household else None,
            household_role=HouseholdRole(row["household_role"]) if row["household_role"] else None,
            target_group=TargetGroup(row["target_group"]),
            allocation_decided_on=row["allocation_decided_on"],
            permit_granted_on=row["permit_granted_on"],
            cpr_registered_on=row["cpr_registered_on"],
            applied_in_denmark=row["applied_in_denmark"],
            takeover_on=row["takeover_on"],
            responsible_caseworker=row["responsible_caseworker"],
            coordinating_department=row["coordinating_department"],
            support=tuple(facts.support_from(each) for each in status if each["aspect"] == facts.SUPPORT),
            readiness=tuple(facts.readiness_from(each) for each in status if each["aspect"] == facts.READINESS),
            parental_leave=tuple(map(facts.leave_from, below("parental_leaves"))),
            moves=tuple(map(facts.move_from, below("moves"))),
            events=tuple(map(facts.event_from, below("events"))),
            plans=tuple(
                plan_from(
                    plan,
                    _below(plan, "plan_id", goals),
                    _below(plan, "plan_id", activities),
                    _below(plan, "plan_id", commitments),
                    plan[SCANS],
                )
                for plan in below("plans")
            ),
            offers=tuple(map(facts.offer_from, below("offers"))),
            follow_ups=tuple(
                follow_up_from(talk, _below(talk, "follow_up_id", talk_corrections)) for talk in below("follow_ups")
            ),
            complaints=tuple(map(facts.complaint_from, below("complaints"))),
            results=tuple(map(facts.result_from, below("results"))),
            notes=tuple(map(facts.note_from, below("notes"))),
            corrections=tuple(map(facts.fact_correction_from, below("fact_corrections"))),
            consents=tuple(map(facts.consent_from, below("consents"))),
            decisions=tuple(map(facts.decision_from, below("deadline_decisions"))),
        )
    )


def _below(parent: Values, link: str, rows: Iterable[Values]) -> list[Values]:
    return [row for row in rows if row[link] == parent["id"]]
