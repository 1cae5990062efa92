"""Plans with goals and activities: domain object -> records and back, both directions side by side."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from desktop_app.domain.plan import Activity, ActivityKind, Annulment, Goal, GoalKind, NoSignature, Plan, Unsigned
from desktop_app.domain.scan import Scan, ScanRemoval, ScanType
from desktop_app.storage.kinds import Stored, Values

SCANS: Final = "scans"
"""Where the row of a plan that was read holds the rows of its scans."""


def plan_records(plan: Plan, case_id: str) -> Iterator[Stored]:
    """Return the records a plan is kept in; goals and activities carry their place."""
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
        },
    )
    for position, goal in enumerate(plan.goals):
        yield Stored("goals", {"plan_id": plan.id, "position": position, **goal_values(goal)})
    for position, activity in enumerate(plan.activities):
        yield Stored("activities", {"plan_id": plan.id, "position": position, **activity_values(activity)})
    for scan in plan.scans:
        yield Stored("attachments", {"plan_id": plan.id, **scan_values(scan)})


def plan_from(row: Values, goals: Iterable[Values], activities: Iterable[Values], scans: Iterable[Values]) -> Plan:
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
        goals=tuple(goal_from(goal) for goal in sorted(goals, key=_place)),
        activities=tuple(activity_from(activity) for activity in sorted(activities, key=_place)),
        scans=tuple(map(scan_from, scans)),
    )


def _unsigned_from(row: Values) -> Unsigned | None:
    why = row["unsigned_why"]
    return Unsigned(why=NoSignature(why), reason=row["unsigned_reason"] or "") if why else None


def _annulment_from(row: Values) -> Annulment | None:
    on = row["annulled_on"]
    return Annulment(on=on, reason=row["annulled_reason"] or "") if on else None


def goal_values(goal: Goal) -> Values:
    """Return the values of a goal, apart from its plan and its place in it."""
    return {
        "id": goal.id,
        "version": goal.version,
        "kind": goal.kind.value,
        "text": goal.text,
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
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        hours_per_week=row["hours_per_week"],
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
    first_date = row.get("starts_on") or row.get("target_on") or date.max
    return row["position"], first_date, row["kind"], row["text"], row["id"]
