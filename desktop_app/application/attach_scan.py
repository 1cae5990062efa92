"""Attach the signed paper of a plan as it was scanned; the store keeps the file itself, encrypted."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Final

from desktop_app.application.changes import Changes
from desktop_app.application.errors import PlanStateRefused, ScanProblem, ScanRefused
from desktop_app.application.plan_records import as_read, changed, discard_draft, new_id, with_plan
from desktop_app.application.ports import ScanChecker, Work
from desktop_app.domain.case import Case
from desktop_app.domain.plan import PlanState, state_of
from desktop_app.domain.role import Act
from desktop_app.domain.scan import LARGEST, Scan, ScanType, attached

_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanFile:
    """A file that was found fit to be attached; `name` is what it is called on screen, `sha256` that of its bytes."""

    name: str
    content: bytes
    media_type: ScanType
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedScan:
    """A scan after it was attached, with its case as it is now, and what is to be shown anew."""

    case: Case
    plan_number: int
    scan: Scan
    changes: Changes


def examine_file(name: str, content: bytes, *, check: ScanChecker) -> ScanFile:
    """Return a file that can be attached, told from its bytes and not from its name.

    Raises:
        ScanRefused: it is empty, too large, of another type, locked by a password or damaged.
    """
    if not content:
        raise ScanRefused(ScanProblem.EMPTY)
    if len(content) > LARGEST:
        raise ScanRefused(ScanProblem.TOO_LARGE)
    digest = sha256(content).hexdigest()
    return ScanFile(name=shown_name(name), content=content, media_type=check(content), sha256=digest)


def attach_scan(
    seen: Case,
    plan_id: str,
    file: ScanFile,
    note: str = "",
    *,
    work: Work,
    today: date,
    initials: str,
    draft_id: str | None = None,
) -> AttachedScan:
    """Attach a file to a signed version, its bytes and what is known of it at once; `seen` is the case as it was read.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody changed the version.
        PlanStateRefused: the version is not signed.
        ScanRefused: ATTACHED_ALREADY, the version has the same file.
        StorageUnavailable: the machine could not write; nothing was.
    """
    with work(Act.ATTACH_SCAN) as unit:
        case, plan = as_read(unit, seen, plan_id)
        if plan.signed_on is None:
            raise PlanStateRefused(plan.number, state_of(plan, case.plans), PlanState.REPLACED)
        if any(scan.sha256 == file.sha256 for scan in attached(plan.scans)):
            raise ScanRefused(ScanProblem.ATTACHED_ALREADY)
        unit.scan_bytes.keep(file.content, file.sha256)
        scan = Scan(
            id=new_id(),
            file_name=file.name,
            media_type=file.media_type,
            size=len(file.content),
            sha256=file.sha256,
            added_on=today,
            added_by=initials,
            note=note.strip() or None,
        )
        unit.cases.save(with_plan(case, replace(plan, scans=(*plan.scans, scan))))
        discard_draft(unit, draft_id)
        unit.commit()
    after = changed(work, seen.case_number, plan_id)
    kept = next(one for one in after.plan.scans if one.id == scan.id)
    return AttachedScan(case=after.case, plan_number=plan.number, scan=kept, changes=after.changes)


def shown_name(name: str) -> str:
    """Return what a file is called on screen: no folders, nothing that is not seen or turns the line, not endless."""
    own = name.replace("\\", "/").rpartition("/")[2]
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in own).split())
    if len(plain) <= _LONGEST_NAME:
        return plain
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 4:  # noqa: PLR2004 - .jpeg is the longest there is
        return plain[: _LONGEST_NAME - 1] + "…"
    return stem[: _LONGEST_NAME - len(ending) - 2] + "…." + ending
