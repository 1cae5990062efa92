"""Plans with goals, activities and commitments: domain object -> records and back, both directions side by side."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from desktop_app.domain.plan import (
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
)
from desktop_app.domain.scan import Scan, ScanRemoval, ScanType
from desktop_app.storage.kinds import Stored, Values

SCANS: Final = "scans"
"""Where the row of a plan that was read holds the rows of its scans."""


def plan_records(plan: Plan, case_id: str) -> Iterator[Stored]:
    """Return the records a plan is kept in; goals, activities and commitments carry their place."""
    yield Stored(
        "plans",
        {
            "id": plan.id,
            "version": plan.version,
            "case_id": case_id,
            "number": plan.number,
            "ready_on": plan.ready_on,
            "signed_by_citizen_on": plan.signed_by_citizen_on,
            "signed_by_municipality_on": plan.signed_by_municipality_on,
            "signed_by_interpreter_on": plan.signed_by_interpreter_on,
            "unsigned_why": plan.unsigned and plan.unsigned.why.value,
            "unsigned_reason": plan.unsigned and plan.unsigned.reason,
            "declaration_signed_on": plan.declaration_signed_on,
            "annulled_on": plan.annulment and plan.annulment.on,
            "annulled_reason": plan.annulment and plan.annulment.reason,
            **_assessment_values(plan.assessment),
            "education_order_on": plan.education_order and plan.education_order.given_on,
            "education_order_text": plan.education_order and plan.education_order.text,
        },
    )
    for position, goal in enumerate(plan.goals):
        yield Stored("goals", {"plan_id": plan.id, "position": position, **goal_values(goal)})
    for position, activity in enumerate(plan.activities):
        yield Stored("activities", {"plan_id": plan.id, "position": position, **activity_values(activity)})
    for position, commitment in enumerate(plan.commitments):
        yield Stored("commitments", {"plan_id": plan.id, "position": position, **commitment_values(commitment)})
    for scan in plan.scans:
        yield Stored("attachments", {"plan_id": plan.id, **scan_values(scan)})


def plan_from(
    row: Values,
    goals: Iterable[Values],
    activities: Iterable[Values],
    commitments: Iterable[Values],
    scans: Iterable[Values],
) -> Plan:
    """Return the plan these rows hold."""
    return Plan(
        id=row["id"],
        version=row["version"],
        number=row["number"],
        ready_on=row["ready_on"],
        signed_by_citizen_on=row["signed_by_citizen_on"],
        signed_by_municipality_on=row["signed_by_municipality_on"],
        signed_by_interpreter_on=row["signed_by_interpreter_on"],
        unsigned=_unsigned_from(row),
        declaration_signed_on=row["declaration_signed_on"],
        annulment=_annulment_from(row),
        assessment=_assessment_from(row),
        education_order=_education_order_from(row),
        goals=tuple(goal_from(goal) for goal in sorted(goals, key=_place)),
        activities=tuple(activity_from(activity) for activity in sorted(activities, key=_place)),
        commitments=tuple(commitment_from(commitment) for commitment in sorted(commitments, key=_place)),
        scans=tuple(map(scan_from, scans)),
    )


def _unsigned_from(row: Values) -> Unsigned | None:
    why = row["unsigned_why"]
    return Unsigned(why=NoSignature(why), reason=row["unsigned_reason"] or "") if why else None


def _annulment_from(row: Values) -> Annulment | None:
    on = row["annulled_on"]
    return Annulment(on=on, reason=row["annulled_reason"] or "") if on else None


def _education_order_from(row: Values) -> EducationOrder | None:
    on = row["education_order_on"]
    return EducationOrder(given_on=on, text=row["education_order_text"] or "") if on else None


def _assessment_values(assessment: Assessment) -> Values:
    return {
        "assessment_education": assessment.education,
        "assessment_work": assessment.work,
        "assessment_family": assessment.family,
        "assessment_health": assessment.health,
        "health_consent_on": assessment.health_consent_on,
        "assessment_network": assessment.network,
        "assessment_housing": assessment.housing,
        "assessment_asylum_phase": assessment.asylum_phase,
    }


def _assessment_from(row: Values) -> Assessment:
    return Assessment(
        education=row["assessment_education"],
        work=row["assessment_work"],
        family=row["assessment_family"],
        health=row["assessment_health"],
        health_consent_on=row["health_consent_on"],
        network=row["assessment_network"],
        housing=row["assessment_housing"],
        asylum_phase=row["assessment_asylum_phase"],
    )


def goal_values(goal: Goal) -> Values:
    """Return the values of a goal, apart from its plan and its place in it."""
    return {
        "id": goal.id,
        "version": goal.version,
        "kind": goal.kind.value,
        "text": goal.text,
        "measure": goal.measure,
        "part_of": goal.part_of,
        "target_on": goal.target_on,
        "achieved_on": goal.achieved_on,
    }


def goal_from(row: Values) -> Goal:
    """Return the goal a row holds."""
    return Goal(
        id=row["id"],
        version=row["version"],
        kind=GoalKind(row["kind"]),
        text=row["text"],
        measure=row["measure"],
        part_of=row["part_of"],
        target_on=row["target_on"],
        achieved_on=row["achieved_on"],
    )


def activity_values(activity: Activity) -> Values:
    """Return the values of an activity, apart from its plan and its place in it."""
    return {
        "id": activity.id,
        "version": activity.version,
        "kind": activity.kind.value,
        "text": activity.text,
        "provider": activity.provider,
        "department": activity.department,
        "responsible": activity.responsible,
        "starts_on": activity.starts_on,
        "ends_on": activity.ends_on,
        "hours_per_week": activity.hours_per_week,
    }


def activity_from(row: Values) -> Activity:
    """Return the activity a row holds."""
    return Activity(
        id=row["id"],
        version=row["version"],
        kind=ActivityKind(row["kind"]),
        text=row["text"],
        provider=row["provider"],
        department=row["department"],
        responsible=row["responsible"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        hours_per_week=row["hours_per_week"],
    )


def commitment_values(commitment: Commitment) -> Values:
    """Return the values of a commitment, apart from its plan and its place in it."""
    return {
        "id": commitment.id,
        "version": commitment.version,
        "party": commitment.party.value,
        "who": commitment.who,
        "text": commitment.text,
        "due_on": commitment.due_on,
    }


def commitment_from(row: Values) -> Commitment:
    """Return the commitment a row holds."""
    return Commitment(
        id=row["id"],
        version=row["version"],
        party=Party(row["party"]),
        who=row["who"],
        text=row["text"],
        due_on=row["due_on"],
    )


def scan_values(scan: Scan) -> Values:
    """Return the values of a scan, apart from its plan."""
    return {
        "id": scan.id,
        "version": scan.version,
        "file_name": scan.file_name,
        "media_type": scan.media_type.value,
        "size": scan.size,
        "sha256": scan.sha256,
        "added_on": scan.added_on,
        "added_by": scan.added_by,
        "note": scan.note,
        "removed_on": scan.removal and scan.removal.on,
        "removed_by": scan.removal and scan.removal.by,
        "removed_reason": scan.removal and scan.removal.reason,
    }


def scan_from(row: Values) -> Scan:
    """Return the scan a row holds."""
    return Scan(
        id=row["id"],
        version=row["version"],
        file_name=row["file_name"],
        media_type=ScanType(row["media_type"]),
        size=row["size"],
        sha256=row["sha256"],
        added_on=row["added_on"],
        added_by=row["added_by"],
        note=row["note"],
        removal=_removal_from(row),
    )


def _removal_from(row: Values) -> ScanRemoval | None:
    on = row["removed_on"]
    return ScanRemoval(on=on, by=row["removed_by"] or "", reason=row["removed_reason"] or "") if on else None


def _place(row: Values) -> tuple[int, date, str, str, str]:
    # Two that were given one place, on two laptops, stand in an order that does not depend on their ids' history.
    first_date = row.get("starts_on") or row.get("target_on") or row.get("due_on") or date.max
    return row["position"], first_date, row.get("kind") or row["party"], row["text"], row["id"]
