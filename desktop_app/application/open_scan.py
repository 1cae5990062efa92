"""Look at a scan: the file as it was attached. That somebody did is logged, as when a case is opened."""

from dataclasses import dataclass

from desktop_app.application.errors import ScanNotFound
from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.role import Act
from desktop_app.domain.scan import Scan, ScanType, attached

_ENDINGS = {ScanType.PDF: "pdf", ScanType.JPEG: "jpg", ScanType.PNG: "png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedScan:
    """A scan with its bytes."""

    case_number: str
    plan_number: int
    scan: Scan
    content: bytes

    @property
    def file_name(self) -> str:
        """The name proposed for a copy: as of a plan that is printed, it names neither citizen nor CPR number."""
        number = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in self.case_number)
        ending = _ENDINGS[self.scan.media_type]
        return f"{self.scan.added_on.isoformat()}_Plan_v{self.plan_number}_sag-{number[:60]}_scan.{ending}"


def open_scan(case_number: str, scan_id: str, *, work: Work) -> OpenedScan:
    """Return a scan that is attached to the case, with its bytes.

    Raises:
        CaseNotFound: no case has this number.
        ScanNotFound: the case has no such scan, or it was taken away.
        StorageUnavailable: DAMAGED, the bytes are not those that were attached; or the store cannot be read.
    """
    with work(Act.OPEN_SCAN) as unit:
        case = unit.cases.by_number(case_number)
        found = next(((plan, scan) for plan in case.plans for scan in attached(plan.scans) if scan.id == scan_id), None)
        if found is None:
            raise ScanNotFound(case_number)
        plan, scan = found
        content = unit.scan_bytes.of(scan)
        unit.note(LogAction.OPENED_SCAN, case.id, scan=scan.id)
        unit.commit()
    return OpenedScan(case_number=case.case_number, plan_number=plan.number, scan=scan, content=content)
