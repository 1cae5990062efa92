"""What the screens of scans ask of the open store; composition's `ScanWork` fits it."""

from datetime import date
from typing import Protocol

from desktop_app.application.attach_scan import AttachedScan, ScanFile
from desktop_app.application.changes import Changes
from desktop_app.application.open_scan import OpenedScan
from desktop_app.application.remove_scan import RemovedScan
from desktop_app.domain.case import Case
from desktop_app.domain.scan import Scan


class ScanWork(Protocol):
    """Scans of signed papers. What raises is said at the use case each method is named after."""

    def read(self, path: str) -> ScanFile:
        """Read a file and look into it (`attach_scan.examine_file`)."""
        ...

    def attach(
        self, seen: Case, plan_id: str, file: ScanFile, note: str, today: date, draft_id: str | None
    ) -> AttachedScan:
        """Attach a file to a signed version (`attach_scan`)."""
        ...

    def open(self, case_number: str, scan_id: str) -> OpenedScan:
        """Return a scan with its bytes; that is logged (`open_scan`)."""
        ...

    def remove(self, case_number: str, scan: Scan, reason: str, today: date, draft_id: str | None) -> RemovedScan:
        """Take a scan away (`remove_scan`)."""
        ...

    def put_back(self, removed: RemovedScan) -> Changes:
        """Put a scan back (`remove_scan.put_back_scan`)."""
        ...
