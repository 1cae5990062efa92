"""Attaching the signed paper of a plan, looking at it, taking it away and putting it back."""

from dataclasses import replace
from hashlib import sha256

import pytest

from desktop_app.application.attach_scan import AttachedScan, ScanFile, attach_scan, examine_file, shown_name
from desktop_app.application.changes import Changes
from desktop_app.application.errors import (
    CaseNotFound,
    ChangedMeanwhile,
    PlanStateRefused,
    ReasonMissing,
    ScanNotFound,
    ScanProblem,
    ScanRefused,
    StorageUnavailable,
)
from desktop_app.application.export_cases import export_counted
from desktop_app.application.open_scan import open_scan
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import LogAction
from desktop_app.application.remove_scan import RemovedScan, put_back_scan, remove_scan
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Annulment, PlanState
from desktop_app.domain.scan import LARGEST, Scan, ScanRemoval, ScanType
from tests.application.plan_office import DRAFT_ID, NUMBER, TODAY, PlanOffice
from tests.builders import a_draft, a_plan

CONTENT = b"%PDF-1.7 underskrevet"
FILE = ScanFile(name="Kontrakt.pdf", content=CONTENT, media_type=ScanType.PDF, sha256=sha256(CONTENT).hexdigest())


@pytest.fixture
def office(law: PlanLaw) -> PlanOffice:
    """A store with a case whose plan is signed."""
    return PlanOffice(law, a_plan())


def attach(office: PlanOffice, file: ScanFile = FILE, note: str = "", seen: Case | None = None) -> AttachedScan:
    seen = seen or office.case
    return attach_scan(
        seen, seen.plans[0].id, file, note, work=office.store.work, today=TODAY, initials="MJ", draft_id=DRAFT_ID
    )


def remove(office: PlanOffice, scan: Scan, reason: str = "Forkert borger") -> RemovedScan:
    return remove_scan(NUMBER, scan, reason, work=office.store.work, today=TODAY, initials="AK", draft_id=DRAFT_ID)


# Attaching -----------------------------------------------------------------------------------------------------------


def test_a_scan_is_kept_with_all_that_is_known_of_it(office: PlanOffice) -> None:
    office.keep_draft()

    done = attach(office, note="  Side 4 er underskrifterne ")

    assert office.plan().scans == (done.scan,)
    assert replace(done.scan, id="") == Scan(
        id="",
        file_name="Kontrakt.pdf",
        media_type=ScanType.PDF,
        size=len(CONTENT),
        sha256=sha256(CONTENT).hexdigest(),
        added_on=TODAY,
        added_by="MJ",
        note="Side 4 er underskrifterne",
        version=1,
    )
    assert (done.case, done.plan_number) == (office.case, 1)
    assert done.changes == Changes(cases=frozenset({office.case.id}))
    assert office.store.content.scan_bytes == {done.scan.sha256: CONTENT}
    assert office.drafts() == []


def test_a_version_that_was_replaced_takes_its_scan_too(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan(), a_plan(number=2))

    assert attach(office).scan.note is None


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        (a_draft(), PlanState.DRAFT),
        (a_draft(ready_on=TODAY), PlanState.READY),
        (a_plan(annulment=Annulment(on=TODAY, reason="Forkert")), PlanState.ANNULLED),
    ],
    ids=["draft", "ready", "annulled"],
)
def test_only_a_signed_version_takes_a_scan(law: PlanLaw, plan: object, state: PlanState) -> None:
    office = PlanOffice(law, plan)  # type: ignore[arg-type]

    with pytest.raises(PlanStateRefused) as error:
        attach(office)

    assert (error.value.state, error.value.needed) == (state, PlanState.REPLACED)
    assert office.store.content.scan_bytes == {}


def test_the_same_file_is_not_attached_twice_unless_it_was_taken_away(office: PlanOffice) -> None:
    first = attach(office).scan
    with pytest.raises(ScanRefused) as error:
        attach(office)
    assert error.value.problem is ScanProblem.ATTACHED_ALREADY

    remove(office, first)
    attach(office)

    assert [scan.removal is None for scan in office.plan().scans] in ([True, False], [False, True])


def test_what_somebody_else_did_to_the_version_is_not_overwritten(office: PlanOffice) -> None:
    seen = office.case
    office.change_plan(declaration_signed_on=None)

    with pytest.raises(ChangedMeanwhile):
        attach(office, seen=seen)


def test_a_disk_that_is_full_keeps_nothing(office: PlanOffice) -> None:
    office.store.is_full = True

    with pytest.raises(StorageUnavailable):
        attach(office)

    office.store.is_full = False
    assert (office.plan().scans, office.store.content.scan_bytes) == ((), {})


def test_a_file_is_what_its_bytes_are() -> None:
    assert examine_file("/home/mj/Kontrakt.exe", CONTENT, check=lambda _: ScanType.PDF) == ScanFile(
        name="Kontrakt.exe", content=CONTENT, media_type=ScanType.PDF, sha256=sha256(CONTENT).hexdigest()
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", ScanProblem.EMPTY), (bytes(LARGEST + 1), ScanProblem.TOO_LARGE)],
    ids=["empty", "too large"],
)
def test_a_file_without_content_or_with_too_much_is_refused(content: bytes, problem: ScanProblem) -> None:
    with pytest.raises(ScanRefused) as error:
        examine_file("Kontrakt.pdf", content, check=lambda _: ScanType.PDF)

    assert error.value.problem is problem


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("C:\\Scan\\Rima\\Kontrakt.pdf", "Kontrakt.pdf"),
        ("to\nlinjer\t.pdf", "to linjer .pdf"),
        ("kontrakt\u202efdp.exe", "kontrakt fdp.exe"),
        ("Æble ريما.png", "Æble ريما.png"),
        ("a" * 200 + ".pdf", "a" * 115 + "….pdf"),
        ("a" * 200, "a" * 119 + "…"),
        ("a" * 100 + "." + "b" * 100, "a" * 100 + "." + "b" * 18 + "…"),
    ],
)
def test_a_name_is_shown_on_one_line_and_as_it_reads(name: str, shown: str) -> None:
    assert shown_name(name) == shown
    assert len(shown_name(name)) <= 120


# Looking -------------------------------------------------------------------------------------------------------------


def test_whoever_looks_at_a_scan_gets_the_file_and_is_logged(office: PlanOffice) -> None:
    scan = attach(office).scan

    opened = open_scan(NUMBER, scan.id, work=office.store.work)

    assert (opened.content, opened.scan, opened.plan_number) == (CONTENT, scan, 1)
    assert opened.file_name == "2026-11-22_Plan_v1_sag-2026-014_scan.pdf"
    line = office.store.log[-1]
    assert (line.action, line.record, line.details) == (LogAction.OPENED_SCAN, office.case.id, {"scan": scan.id})


@pytest.mark.parametrize(("kind", "ending"), [(ScanType.JPEG, ".jpg"), (ScanType.PNG, ".png")])
def test_a_copy_is_named_for_what_it_is(office: PlanOffice, kind: ScanType, ending: str) -> None:
    scan = attach(office, replace(FILE, media_type=kind)).scan

    assert open_scan(NUMBER, scan.id, work=office.store.work).file_name.endswith(ending)


def test_a_scan_that_is_not_there_or_was_taken_away_is_not_shown(office: PlanOffice) -> None:
    scan = attach(office).scan
    remove(office, scan)
    before = len(office.store.log)

    for wanted in ("other", scan.id):
        with pytest.raises(ScanNotFound):
            open_scan(NUMBER, wanted, work=office.store.work)
    with pytest.raises(CaseNotFound):
        open_scan("2026-999", scan.id, work=office.store.work)

    assert len(office.store.log) == before


def test_bytes_that_are_not_those_attached_are_not_shown(office: PlanOffice) -> None:
    scan = attach(office).scan
    office.store.content.scan_bytes[scan.sha256] = b"something else"

    with pytest.raises(StorageUnavailable):
        open_scan(NUMBER, scan.id, work=office.store.work)


# Taking away ---------------------------------------------------------------------------------------------------------


def test_a_scan_is_taken_away_with_a_reason_and_put_back(office: PlanOffice) -> None:
    office.keep_draft()
    scan = attach(office).scan
    office.keep_draft()

    removed = remove(office, scan, " Forkert borger\n")

    removal = ScanRemoval(on=TODAY, by="AK", reason="Forkert borger")
    assert office.plan().scans == (replace(scan, removal=removal, version=2),) == (removed.scan,)
    assert removed.changes == Changes(cases=frozenset({office.case.id}))
    assert office.drafts() == []
    assert office.store.content.scan_bytes

    assert put_back_scan(removed, work=office.store.work) == removed.changes
    assert office.plan().scans == (replace(scan, version=3),)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_nothing_is_taken_away_without_a_reason(office: PlanOffice, reason: str) -> None:
    scan = attach(office).scan

    with pytest.raises(ReasonMissing):
        remove(office, scan, reason)

    assert office.plan().scans == (scan,)


def test_a_scan_is_taken_away_once_and_put_back_once(office: PlanOffice) -> None:
    scan = attach(office).scan
    removed = remove(office, scan)

    with pytest.raises(ChangedMeanwhile):
        remove(office, scan)
    put_back_scan(removed, work=office.store.work)
    with pytest.raises(ChangedMeanwhile):
        put_back_scan(removed, work=office.store.work)


def test_an_export_says_how_many_scans_it_leaves_out(office: PlanOffice) -> None:
    scan = attach(office).scan
    attach(office, replace(FILE, content=b"%PDF-1.7 side 2", sha256="2" * 64))
    remove(office, scan)

    assert export_counted(work=office.store.work).scans_left_out == 1
