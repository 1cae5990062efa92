"""Take a scan away from the plan it was attached to, with a reason, and put it back again."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile, ReasonMissing
from desktop_app.application.plan_records import discard_draft, with_plan
from desktop_app.application.ports import UnitOfWork, Work
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan
from desktop_app.domain.role import Act
from desktop_app.domain.scan import Scan, ScanRemoval


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedScan:
    """A scan after it was taken away, and what is to be shown anew."""

    case_number: str
    scan: Scan
    changes: Changes


def remove_scan(
    case_number: str,
    scan: Scan,
    reason: str,
    *,
    work: Work,
    today: date,
    initials: str,
    draft_id: str | None = None,
) -> RemovedScan:
    """Take a scan away, which is given as it was read. It is no longer shown; the history tells of it and why.

    The bytes stay in the store until the case is erased: what was once proof is not lost by one click.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody took it away already.
        ReasonMissing: no reason is given.
    """
    if not reason.strip():
        raise ReasonMissing
    removed = replace(scan, removal=ScanRemoval(on=today, by=initials, reason=reason.strip()))
    return _save(case_number, scan, removed, work, draft_id)


def put_back_scan(removed: RemovedScan, *, work: Work) -> Changes:
    """Show a scan again that was taken away; both stay in the history.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody put it back already.
    """
    back = replace(removed.scan, removal=None)
    return _save(removed.case_number, removed.scan, back, work, None).changes


def _save(case_number: str, seen: Scan, wanted: Scan, work: Work, draft_id: str | None) -> RemovedScan:
    with work(Act.REMOVE_SCAN) as unit:
        case, plan = _holder(unit, case_number, seen)
        scans = tuple(wanted if scan.id == seen.id else scan for scan in plan.scans)
        unit.cases.save(with_plan(case, replace(plan, scans=scans)))
        discard_draft(unit, draft_id)
        unit.commit()
    with work(Act.REMOVE_SCAN) as unit:
        case = unit.cases.by_number(case_number)
    now = next(scan for plan in case.plans for scan in plan.scans if scan.id == seen.id)
    return RemovedScan(case_number=case_number, scan=now, changes=Changes(cases=frozenset({case.id})))


def _holder(unit: UnitOfWork, case_number: str, seen: Scan) -> tuple[Case, Plan]:
    """Return the version that has a scan just as it was read.

    Raises:
        ChangedMeanwhile: none has.
    """
    case = unit.cases.by_number(case_number)
    for plan in case.plans:
        if seen in plan.scans:
            return case, plan
    raise ChangedMeanwhile(seen.id)
